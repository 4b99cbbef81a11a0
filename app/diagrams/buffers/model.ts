/**
 * The buffers of the followed request at the shown instant: the caller's own, the one in pool, the MDL over locked pages; each copy between them; what
 * is doubtful about it. Pure: from the plan of the request, views of the instant and events of the trace.
 */
import type { TraceEvent } from '../../../kernel-sim/protocol/lab-api';
import type { LastWrites } from '../../../kernel-sim/protocol/questions';
import type { MemoryView } from '../../../kernel-sim/protocol/views-code';
import type { IrpView, MdlView } from '../../../kernel-sim/protocol/views-io';
import { isNull } from '../../words/addresses';
import { isProblem } from '../shared/facts';
import type { BufferPlan, CallerBuffer } from './plan';
import { staleBytes } from './stale';

/** More of a buffer is not shown. */
export const MOST_BYTES = 64;

export type BoxId = 'input' | 'output' | 'system' | 'mdl';

interface ByteCell {
  /** Two digits; `??`: cannot be read. */
  readonly hex: string;
  readonly text: string;
  readonly changed: boolean;
  /** Goes back to the caller though nobody wrote it for this request. */
  readonly stale: boolean;
  /** Behind what Information says is valid. */
  readonly beyond: boolean;
}

export interface BufferBox {
  readonly id: BoxId;
  readonly title: string;
  readonly address: string;
  readonly length: number;
  /** `later`: not made yet. `gone`: freed, or its process ended. */
  readonly state: 'later' | 'there' | 'gone';
  readonly note: string;
  readonly cells: readonly ByteCell[];
  /** Bytes that are not shown. */
  readonly more: number;
}

export interface MdlBox {
  readonly address: string;
  readonly state: BufferBox['state'];
  readonly isLocked: boolean;
  /** Where the system sees the pages; NULL: nowhere. */
  readonly mapping: string;
  readonly offset: number;
  readonly length: number;
  readonly pages: readonly { readonly pfn: number; readonly physical: string }[];
  /** The caller's own address leads to the same frame; undefined: that cannot be told. */
  readonly isSameFrame: boolean | undefined;
}

export interface BufferCopy {
  readonly key: string;
  readonly direction: 'in' | 'out';
  readonly bytes: number;
  /** State in which it is seen first. */
  readonly at: number;
  readonly state: 'done' | 'later';
  /** It happened since the stop before; '' if it did not. */
  readonly news: 'just now' | 'since the last stop' | '';
}

export interface BuffersModel {
  readonly plan: BufferPlan;
  /** What the method means, in one or two sentences. */
  readonly about: string;
  readonly boxes: readonly BufferBox[];
  readonly mdl: MdlBox | null;
  readonly copies: readonly BufferCopy[];
  readonly lengths: readonly { readonly name: string; readonly value: string; readonly changed: boolean }[];
  readonly warnings: readonly string[];
}

export interface Bytes {
  readonly now: MemoryView | undefined;
  /** The same at the stop before; undefined: not known. */
  readonly before: MemoryView | undefined;
}

export interface BuffersInput {
  readonly plan: BufferPlan;
  readonly shown: number;
  /** The stop before. */
  readonly before: number;
  /** State in which the IRP is gone; undefined: not yet. */
  readonly freed: number | undefined;
  /** At the shown instant; undefined: it is not there. */
  readonly irp: IrpView | undefined;
  /** Information of the IRP at the stop before. */
  readonly informationBefore: string | undefined;
  /** irp_copy, irp_call and irp_complete of this request, oldest first. */
  readonly events: readonly TraceEvent[];
  readonly input: Bytes;
  readonly output: Bytes;
  readonly system: Bytes;
  /** Tag and pool of the system buffer: `tag Io, NonPagedNx`; '' if unknown. */
  readonly pool: string;
  /** Physical address that the caller's output buffer leads to. */
  readonly outputPhysical: string | undefined;
  /** Who wrote the bytes that go back, as of the completion; undefined: not asked (yet). */
  readonly writes: LastWrites | undefined;
  /** The address space of the caller is the current one. */
  readonly isCallersSpace: boolean;
}

export function buffersOf(input: BuffersInput): BuffersModel {
  const { plan } = input;
  const complete = completionOf(input);
  const information = complete === undefined ? undefined : Number(BigInt(complete.information));
  const stale = complete ? staleBytes(plan, input.events, complete, input.writes) : new Set<number>();
  const copies = copiesOf(input);
  const wentBack = copies.some(({ direction, state }) => direction === 'out' && state === 'done');
  const boxes = [
    callerBox('input', plan.input, plan, input),
    callerBox('output', plan.output, plan, input, information, wentBack ? stale : undefined),
    systemBox(input, information, stale),
  ].filter((box) => box !== undefined);
  return {
    plan,
    about: aboutOf(plan, input.isCallersSpace),
    boxes,
    mdl: mdlBox(input),
    copies,
    lengths: lengthsOf(input, information),
    warnings: warningsOf(plan, information, stale),
  };
}

/** The call of IoCompleteRequest, if it is seen in the shown state. */
function completionOf({ events, shown }: BuffersInput): TraceEvent | undefined {
  return events.findLast(({ event, instant }) => event === 'irp_complete' && instant < shown);
}

function callerBox(
  id: 'input' | 'output',
  buffer: CallerBuffer | null,
  { outputIsRead }: BufferPlan,
  input: BuffersInput,
  information?: number,
  stale: ReadonlySet<number> = new Set(),
): BufferBox | undefined {
  if (!buffer) return undefined;
  const bytes = input[id];
  const reads = id === 'input' || outputIsRead;
  const valid = reads || information === undefined || information === 0 ? undefined : information;
  return {
    ...{ id, title: id === 'input' ? "Caller's input buffer" : "Caller's output buffer" },
    ...{ address: buffer.address, length: buffer.length, state: bytes.now ? 'there' : 'gone' },
    note: bytes.now ? (reads ? 'the driver reads it' : 'the driver writes it') : 'its process is gone',
    cells: cellsOf(bytes, valid, stale),
    more: Math.max(0, buffer.length - MOST_BYTES),
  };
}

function systemBox(
  input: BuffersInput,
  information: number | undefined,
  stale: ReadonlySet<number>,
): BufferBox | undefined {
  const { plan, irp, system, pool, shown, freed } = input;
  if (plan.systemLength === 0) return undefined;
  const isThere = irp?.associated.value === plan.systemBuffer && !isNull(plan.systemBuffer);
  const wasMade =
    copiesOf(input).some(({ state }) => state === 'done') || isPast(input) || (freed !== undefined && freed <= shown);
  const state = isThere ? 'there' : wasMade ? 'gone' : 'later';
  const goesBack = plan.output?.way === 'buffered' ? information : undefined;
  return {
    ...{ id: 'system', title: 'System buffer', address: plan.systemBuffer, length: plan.systemLength, state },
    note:
      state === 'there' ? pool : state === 'gone' ? 'freed: the pool may use it for anything now' : 'not allocated yet',
    cells: state === 'there' ? cellsOf(system, goesBack, stale) : [],
    more: state === 'there' ? Math.max(0, plan.systemLength - MOST_BYTES) : 0,
  };
}

/** A driver has been called with the IRP. */
function isPast({ events, shown }: BuffersInput): boolean {
  return events.some(({ event, instant }) => event === 'irp_call' && instant < shown);
}

function cellsOf({ now, before }: Bytes, valid: number | undefined, stale: ReadonlySet<number>): readonly ByteCell[] {
  const items = flat(now);
  const old = flat(before);
  return items.map((hex, index) => ({
    hex,
    text: textOf(hex),
    changed: old.length > 0 && old[index] !== undefined && old[index] !== hex,
    stale: stale.has(index),
    beyond: valid !== undefined && index >= valid,
  }));
}

function flat(view: MemoryView | undefined): readonly string[] {
  return view?.rows.flatMap(({ items }) => items) ?? [];
}

/** A character that can be read, or a dot. */
function textOf(hex: string): string {
  const code = Number.parseInt(hex, 16);
  return code >= 32 && code < 127 ? String.fromCharCode(code) : '·';
}

function mdlBox(input: BuffersInput): MdlBox | null {
  const { plan, irp, outputPhysical } = input;
  if (plan.input?.way !== 'direct' && plan.output?.way !== 'direct') return null;
  const first = irp?.mdls.entries[0];
  const mdl: MdlView | undefined = first === undefined || isProblem(first) ? undefined : first;
  if (!mdl) {
    const none = { address: '', isLocked: false, mapping: '', offset: 0, length: 0, pages: [], isSameFrame: undefined };
    return { ...none, state: isPast(input) ? 'gone' : 'later' };
  }
  const isLocked = mdl.flags.names.includes('MDL_PAGES_LOCKED');
  const isMapped = mdl.flags.names.some(
    (name) => name === 'MDL_MAPPED_TO_SYSTEM_VA' || name === 'MDL_SOURCE_IS_NONPAGED_POOL',
  );
  const pages = isLocked ? mdl.pages.entries.map(({ pfn, physical }) => ({ pfn, physical })) : [];
  const frame = outputPhysical === undefined ? undefined : Number(BigInt(outputPhysical) >> 12n);
  return {
    ...{ address: mdl.address, state: 'there', isLocked, mapping: isMapped ? mdl.mappedSystemVa : '' },
    ...{ offset: mdl.byteOffset, length: mdl.byteCount, pages },
    isSameFrame: frame === undefined || pages.length === 0 ? undefined : pages[0]?.pfn === frame,
  };
}

function copiesOf({ events, shown, before }: BuffersInput): readonly BufferCopy[] {
  return events
    .filter(({ event }) => event === 'irp_copy')
    .map(({ instant, seq, bytes, direction }): BufferCopy => {
      const at = instant + 1;
      return {
        ...{ key: `${instant}-${seq}`, direction: direction === 'to user' ? 'out' : 'in', bytes: Number(bytes), at },
        ...{ state: at <= shown ? 'done' : 'later', news: newsOf(at, shown, before) },
      };
    });
}

function newsOf(at: number, shown: number, before: number): BufferCopy['news'] {
  if (at === shown) return 'just now';
  return before < at && at < shown ? 'since the last stop' : '';
}

function lengthsOf(
  { plan, irp, informationBefore }: BuffersInput,
  information: number | undefined,
): BuffersModel['lengths'] {
  const now = irp ? Number(BigInt(irp.information)) : information;
  const old = informationBefore === undefined || !irp ? now : Number(BigInt(informationBefore));
  const isControl = plan.method.startsWith('METHOD_');
  return [
    ...(isControl || plan.inputLength > 0
      ? [{ name: isControl ? 'InputBufferLength' : 'Length', value: `${plan.inputLength}`, changed: false }]
      : []),
    ...(isControl || plan.outputLength > 0
      ? [{ name: isControl ? 'OutputBufferLength' : 'Length', value: `${plan.outputLength}`, changed: false }]
      : []),
    { name: 'IoStatus.Information', value: now === undefined ? 'not set yet' : `${now}`, changed: now !== old },
  ];
}

function warningsOf(plan: BufferPlan, information: number | undefined, stale: ReadonlySet<number>): readonly string[] {
  const warnings: string[] = [];
  const goesBack = plan.output?.way === 'buffered';
  if (information !== undefined && goesBack && information > plan.outputLength) {
    warnings.push(
      `Information says ${information} bytes, but the caller's buffer has ${plan.outputLength}. The I/O manager copies what Information says: it writes behind the end of that buffer.`,
    );
  }
  if (stale.size > 0) {
    warnings.push(
      `${stale.size} of the ${information} bytes that go back were not written for this request. They still hold what the pool memory held before: the caller gets to see it.`,
    );
  }
  return warnings;
}

function aboutOf(plan: BufferPlan, isCallersSpace: boolean): string {
  const { method, input, output } = plan;
  const space = `They mean something only in the caller's address space, which is ${isCallersSpace ? 'the current one now' : 'not the current one now'}.`;
  switch (method) {
    case 'METHOD_BUFFERED':
      if (!input && !output)
        return 'The caller has given no buffers: there is nothing to copy, and the SystemBuffer of the IRP is NULL.';
      if (!input || !output)
        return 'The data goes through one buffer in pool, which the I/O manager allocates and copies to or from.';
      return 'One buffer in pool serves both: the input is copied into it, the driver writes its output over it, and that is copied back. What the driver has written is gone from the input.';
    case 'METHOD_IN_DIRECT':
      return 'The input goes through a copy in pool. The other buffer is not copied: an MDL locks its pages, and the driver reads from them.';
    case 'METHOD_OUT_DIRECT':
      return 'The input goes through a copy in pool. The output is not copied: an MDL locks the pages of the buffer, and the driver writes into them.';
    case 'METHOD_NEITHER':
      return `Nothing is copied or locked: the driver gets the bare addresses of the caller. ${space}`;
    case 'DO_BUFFERED_IO':
      return 'The device wants buffered I/O: the data goes through a buffer in pool, and the I/O manager copies.';
    case 'DO_DIRECT_IO':
      return 'The device wants direct I/O: nothing is copied, an MDL locks the pages of the caller.';
    case 'neither I/O':
      return `The device asks for neither kind of buffer: the driver gets the bare address of the caller. ${space}`;
    default:
      return 'This request carries no data.';
  }
}
