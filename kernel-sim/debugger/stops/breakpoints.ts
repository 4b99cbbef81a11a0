/**
 * The breakpoints of a session: added with their mistakes told at once, listed with where they stand now, kept as plain specs. What they say of the
 * machine is worked out from its bytes whenever it is asked; a breakpoint in an image that is not loaded waits by itself.
 */
import { hex64, type VirtAddr, virtAddrOf } from '../../base/numbers.ts';
import type { Image } from '../../c/image.ts';
import type { Kernel } from '../../kernel/kernel.ts';
import { functionAt, functionName, moduleName, placeOf } from '../../kernel/symbols.ts';
import type { BreakpointInfo, BreakpointSpec, BreakpointWhere, PlaceSpec } from '../../protocol/time.ts';
import { INSTRUCTION_BYTES } from '../../vm/opcodes.ts';
import { checkNames } from '../check-names.ts';
import { contextOf } from '../context.ts';
import { DebugError } from '../error.ts';
import { type Expression, parse } from '../expression.ts';
import {
  codeOfLine,
  findFiles,
  findSymbols,
  isLearners,
  rowAt,
  splitName,
  statementsIn,
  suggestSymbol,
} from '../symbols.ts';
import { addressOf, type LogPart, parseLog } from './conditions.ts';
import { type EventPattern, eventPattern } from './events.ts';
import type { CodeAddress } from './filter.ts';
import { pidOf } from './origin.ts';

/** Bytes from an address, or of a process that an address below the kernel's belongs to. */
export interface DataRange {
  readonly address: number;
  readonly length: number;
  readonly physical: boolean;
  readonly owner: ProcessId | undefined;
}

/** A process, as long as it lives: its address is used again. */
export interface ProcessId {
  readonly process: VirtAddr;
  readonly pid: number;
}

/** A spec with what its texts mean. */
export interface Breakpoint {
  readonly id: number;
  readonly spec: BreakpointSpec;
  readonly code: readonly CodeAddress[];
  /** Of a code address below the kernel's: only there. */
  readonly owner: ProcessId | undefined;
  readonly event: EventPattern | undefined;
  readonly data: DataRange | undefined;
  readonly condition: Expression | undefined;
  readonly log: readonly LogPart[] | undefined;
}

const MAX_DATA_BYTES = 65536;

interface Entry {
  readonly id: number;
  readonly spec: BreakpointSpec;
  enabled: boolean;
  /** Undefined: `problem` says what it waits for. */
  meaning: Breakpoint | undefined;
  problem: string;
}

export class Breakpoints {
  private readonly entries: Entry[] = [];
  private nextId = 1;

  /** `kernel`: the machine shown, in whose scope addresses are worked out. */
  constructor(private readonly kernel: () => Kernel) {}

  list(): readonly BreakpointInfo[] {
    return this.entries.map((entry) => this.info(entry));
  }

  /** Throws DebugError for whatever in it cannot be meant. */
  add(spec: BreakpointSpec): BreakpointInfo {
    const meaning = compile(this.kernel(), this.nextId, spec);
    return this.info(this.enter(spec, meaning, ''));
  }

  /** False: there is none of this id. */
  remove(id: number): boolean {
    const at = this.entries.findIndex((entry) => entry.id === id);
    if (at >= 0) this.entries.splice(at, 1);
    return at >= 0;
  }

  enable(id: number, enabled: boolean): boolean {
    const entry = this.entries.find((one) => one.id === id);
    if (entry) entry.enabled = enabled;
    return entry !== undefined;
  }

  /** Plain specs, for `import` elsewhere. */
  export(): BreakpointSpec[] {
    return this.entries.map(({ spec, enabled }) => ({ ...spec, enabled }));
  }

  /** Takes all of them in: one that means nothing here and now (its variable is not there yet) waits, and says for what; each motion tries it again. */
  import(specs: readonly BreakpointSpec[]): void {
    for (const spec of specs) this.resolve(this.enter(spec, undefined, ''));
  }

  /** Those that count now. */
  enabled(): Breakpoint[] {
    return this.entries.flatMap((entry) => {
      if (!entry.enabled) return [];
      const meaning = this.resolve(entry);
      return meaning ? [meaning] : [];
    });
  }

  private enter(spec: BreakpointSpec, meaning: Breakpoint | undefined, problem: string): Entry {
    const entry = { id: this.nextId++, spec, enabled: spec.enabled ?? true, meaning, problem };
    this.entries.push(entry);
    return entry;
  }

  private resolve(entry: Entry): Breakpoint | undefined {
    try {
      entry.meaning ??= compile(this.kernel(), entry.id, entry.spec);
    } catch (e) {
      if (!(e instanceof DebugError)) throw e;
      entry.problem = e.message;
    }
    return entry.meaning;
  }

  private info({ id, spec, enabled, meaning, problem }: Entry): BreakpointInfo {
    const resolved = meaning ? resolvedText(this.kernel(), meaning) : `waits: ${problem}`;
    return Object.freeze({ id, spec, enabled, resolved });
  }
}

function compile(k: Kernel, id: number, spec: BreakpointSpec): Breakpoint {
  const { where, hits } = spec;
  if (hits && !(Number.isInteger(hits.count) && hits.count > 0)) {
    throw new DebugError(`a hit count is a whole number above 0, not ${hits.count}`);
  }
  const condition = spec.condition === undefined ? undefined : parse(spec.condition);
  const log = spec.log === undefined ? undefined : parseLog(spec.log);
  const event = where.kind === 'event' ? eventPattern([where.event], where.match) : undefined;
  const data = where.kind === 'data' ? dataRange(k, where) : undefined;
  const code = where.kind === 'event' || where.kind === 'data' ? [] : codeOf(k, where);
  if (condition) checkNamesAt(k, code, condition, 'the condition');
  for (const part of log ?? []) if (typeof part === 'object') checkNamesAt(k, code, part, 'the text');
  const owner = code.some((place) => 'va' in place && place.va >= 0) ? currentProcess(k) : undefined;
  return { id, spec, code, owner, event, data, condition, log };
}

/** Throws DebugError for a name that means nothing where the breakpoint is. */
function checkNamesAt(k: Kernel, code: readonly CodeAddress[], expression: Expression, what: string): void {
  for (const place of code) {
    if (!('image' in place)) continue;
    try {
      checkNames(expression, contextOf(k), place.image, place.rva);
    } catch (e) {
      throw e instanceof DebugError ? new DebugError(`in ${what}: ${e.message}`) : e;
    }
  }
}

/** Where to stop for a place; throws DebugError if it is nowhere. */
export function codeOf(k: Kernel, place: PlaceSpec): CodeAddress[] {
  switch (place.kind) {
    case 'address': {
      const va = /^0x[0-9a-f]+$/i.test(place.address) ? virtAddrOf(BigInt(place.address)) : undefined;
      if (va === undefined) throw new DebugError(`${place.address} is no address that the processor accepts`);
      if (va % INSTRUCTION_BYTES !== 0) {
        throw new DebugError(
          `no instruction begins at ${place.address}: their addresses are multiples of ${INSTRUCTION_BYTES}`,
        );
      }
      return [{ va }];
    }
    case 'routine':
      return routine(k, place.name);
    case 'line':
      return line(k, place.file, place.line);
  }
}

function routine(k: Kernel, name: string): CodeAddress[] {
  const scope = contextOf(k);
  const found = findSymbols(scope, name).filter(({ kind }) => kind === 'function');
  // A name that the learner uses means the learner's; of several drivers it means all.
  const own = found.filter(({ image }) => isLearners(image));
  const chosen = own.length > 0 ? own : found;
  if (chosen.length > 0) {
    return chosen.map(({ image, rva, size }) => ({
      image,
      rva: statementsIn(image, rva, rva + size)[0] ?? rva + INSTRUCTION_BYTES,
    }));
  }
  const meant = suggestSymbol(scope, name);
  throw new DebugError(`there is no routine ${name}${meant === undefined ? '' : `; is ${meant} meant?`}`);
}

function line(k: Kernel, file: string, number: number): CodeAddress[] {
  const scope = contextOf(k);
  const found = codeOfLine(scope, file, number);
  if (found.length > 0) return found.map(({ image, rva }) => ({ image, rva }));
  const { name } = splitName(file);
  throw new DebugError(
    findFiles(scope, file).length > 0
      ? `there is no code at or after line ${number} of ${name}`
      : `no image was built from a file ${name}`,
  );
}

function dataRange(k: Kernel, where: BreakpointWhere & { kind: 'data' }): DataRange {
  const { length } = where;
  if (!Number.isInteger(length) || length < 1 || length > MAX_DATA_BYTES) {
    throw new DebugError(`${length} is no number of bytes that can be watched: 1 to ${MAX_DATA_BYTES}`);
  }
  const bits = addressOf(k, where.address);
  if (where.physical) {
    const address = Number(bits);
    if (address + length > k.machine.ramBytes) {
      throw new DebugError(`0x${hex64(bits)} lies beyond the machine's memory of ${k.machine.ramBytes} bytes`);
    }
    return { address, length, physical: true, owner: undefined };
  }
  const address = virtAddrOf(bits);
  if (address === undefined) throw new DebugError(`0x${hex64(bits)} is no address that the processor accepts`);
  return { address, length, physical: false, owner: address < 0 ? undefined : currentProcess(k) };
}

/** The program that runs at the instant shown. */
function currentProcess(k: Kernel): ProcessId {
  const { process, thread, modules } = contextOf(k);
  if (!modules.some(({ user }) => user)) {
    throw new DebugError('an address of a program means something only where a thread of it runs; this is the system');
  }
  return { process, pid: pidOf(k, thread) };
}

// ------------------------------------------------------------------ where they stand

function resolvedText(k: Kernel, breakpoint: Breakpoint): string {
  const { spec, code, data, owner } = breakpoint;
  const { where } = spec;
  if (where.kind === 'event') return `event ${where.event}${where.match ? ` with "${where.match}"` : ''}`;
  if (data) {
    const space = data.physical ? 'physical ' : '';
    return `${where.kind === 'data' ? where.access : ''} of ${data.length} bytes at ${space}0x${hex64(data.address)}${ownerText(data.owner)}`;
  }
  const texts = code.map((place) => codeText(k, place));
  const moved = where.kind === 'line' ? movedText(where.line, code) : '';
  return `${texts.join(', ')}${moved}${ownerText(owner)}`;
}

function ownerText(owner: ProcessId | undefined): string {
  return owner ? ` of process ${owner.pid}` : '';
}

function codeText(k: Kernel, place: CodeAddress): string {
  if ('va' in place) {
    const found = placeOf(k, place.va);
    return found?.fn ? `${found.name} (${found.file}:${found.line})` : `0x${hex64(place.va)}`;
  }
  const { image, rva } = place;
  const loaded = contextOf(k).modules.some((module) => module.image === image && !module.unloaded);
  return `${imagePlace(image, rva)}${loaded ? '' : `, waits until ${image.name} is loaded`}`;
}

/** `thermo!Control+0x8 (driver.c:41)`, loaded or not. */
function imagePlace(image: Image, rva: number): string {
  const fn = functionAt(image, rva);
  const row = rowAt(image, rva);
  const offset = rva - (fn?.begin ?? 0);
  const name = `${moduleName(image)}!${fn ? functionName(image, fn) : ''}${offset === 0 ? '' : `+0x${offset.toString(16)}`}`;
  return row ? `${name} (${image.debug.files[row.file]?.name}:${row.line})` : name;
}

function movedText(asked: number, code: readonly CodeAddress[]): string {
  const first = code[0];
  if (!first || 'va' in first) return '';
  const row = rowAt(first.image, first.rva);
  return row && row.line !== asked ? `; line ${asked} has no code` : '';
}
