/**
 * Which events of a stretch of the trace belong to one request: those that name its IRP, the system calls of its thread in which they happened, the
 * DPC that brought it on, the APC that finished it. Pure. What cannot be told from the events is left out.
 */
import type { TraceEvent } from '../../../kernel-sim/protocol/lab-api';
import type { EventRow } from '../../../kernel-sim/protocol/views';

/** Kinds that a journey looks at; what a thread does with locks, pool and references is only counted. */
export const JOURNEY_KINDS = [
  ...['mode', 'syscall_enter', 'syscall_exit', 'fault', 'exception', 'bugcheck', 'wait', 'ready', 'cs'],
  ...['int_end', 'timer', 'dpc_queue', 'dpc', 'apc_queue', 'apc', 'dbg'],
  ...['irp_alloc', 'irp_call', 'irp_return', 'irp_pend', 'irp_complete', 'irp_completion', 'irp_copy', 'irp_free'],
] as const;

/** What the journey is about. */
export interface JourneySubject {
  /** Undefined: the call was refused before there was an IRP. */
  readonly irp: string | undefined;
  readonly tid: number;
  /** State before the system call that made it. */
  readonly from: number;
  /** States right after its IRP was allocated, and freed; undefined: not yet. */
  readonly allocated: number;
  readonly freed: number | undefined;
}

/** An event of the journey, and who did it: `thread:28`, `dpc:0` (on CPU 0). */
export interface RelatedEvent {
  readonly row: EventRow;
  readonly event: TraceEvent;
  readonly actor: string;
  /** It names the IRP itself. */
  readonly isOwn: boolean;
}

interface Tagged extends RelatedEvent {
  /** Address of the DPC that runs, '' if none does. */
  readonly dpc: string;
}

/** System call of the request's thread. */
export interface ThreadCall {
  readonly from: number;
  /** Infinity: it has not returned. */
  to: number;
  service: string;
  isRelated: boolean;
}

interface Related {
  readonly events: readonly RelatedEvent[];
  /** Those that have nothing to do with the request. */
  readonly others: readonly ThreadCall[];
}

const DISPATCH_LEVEL = 2;
/** Offset of IRP.Tail.Apc: an IRP has the APC that finishes it inside. */
const APC_IN_IRP = 0x78n;

export function relatedTo(subject: JourneySubject, rows: readonly EventRow[]): Related {
  const tagged = tag(subject, rows);
  const calls = callsOf(subject, tagged);
  const dpcs = dpcEvents(tagged);
  const isOf = relation(subject, calls, dpcs);
  const end = endOf(subject, tagged, calls);
  const events = tagged.filter((one) => one.event.instant <= end && isOf(one));
  return { events, others: calls.filter(({ isRelated, from }) => !isRelated && from < end) };
}

function tag(subject: JourneySubject, rows: readonly EventRow[]): readonly Tagged[] {
  const running = new Map<number, string>();
  /** Dispatch routines that were called with the IRP and have not returned, by who called. */
  const inside = new Map<string, number>();
  return rows.map((row) => {
    const { event } = row;
    const { cpu } = event;
    if (event.event === 'dpc') running.set(cpu, String(event.dpc));
    else if (event.event === 'cs' || (event.event === 'int_end' && event.irql === DISPATCH_LEVEL)) running.delete(cpu);
    const dpc = running.get(cpu) ?? '';
    const actor = dpc === '' ? `thread:${event.tid}` : `dpc:${cpu}`;
    const depth = inside.get(actor) ?? 0;
    // Often the IRP is gone when the dispatch routine that completed it returns.
    const isReturn = event.event === 'irp_return' && event.irp === subject.irp && depth > 0;
    const own = isReturn || isOwn(subject, event);
    if (own && event.event === 'irp_call') inside.set(actor, depth + 1);
    if (isReturn) inside.set(actor, depth - 1);
    return { row, event, dpc, actor, isOwn: own };
  });
}

function isOwn({ irp, allocated, freed }: JourneySubject, event: TraceEvent): boolean {
  const { instant } = event;
  if (irp === undefined || instant < allocated - 1 || instant >= (freed ?? Number.POSITIVE_INFINITY)) return false;
  if (event.event.startsWith('irp_')) return event.irp === irp;
  if (event.event !== 'apc' && event.event !== 'apc_queue') return false;
  return BigInt(event.apc) - BigInt(irp) === APC_IN_IRP;
}

function callsOf({ tid, from }: JourneySubject, tagged: readonly Tagged[]): readonly ThreadCall[] {
  const calls: ThreadCall[] = [];
  for (const { event, actor, isOwn: own } of tagged) {
    if (actor !== `thread:${tid}`) continue;
    const last = calls.at(-1);
    const open = last?.to === Number.POSITIVE_INFINITY ? last : undefined;
    if (event.event === 'mode' && event.why === 'system call') {
      const { instant } = event;
      calls.push({ from: instant, to: Number.POSITIVE_INFINITY, service: '', isRelated: instant === from });
    } else if (open && event.event === 'mode' && event.to === 'user') open.to = event.instant;
    else if (open && event.event === 'syscall_enter') open.service = String(event.name);
    else if (open && own) open.isRelated = true;
  }
  return calls;
}

/** The start of each DPC routine in which something was done with the IRP, how it was queued, and the timer that did. */
function dpcEvents(tagged: readonly Tagged[]): ReadonlySet<TraceEvent> {
  const found = new Set<TraceEvent>();
  tagged.forEach(({ isOwn: own, dpc, event }, index) => {
    if (!own || dpc === '') return;
    const before = tagged.slice(0, index);
    const start = before.findLastIndex((one) => one.event.event === 'dpc' && one.event.cpu === event.cpu);
    const queued = before
      .slice(0, start)
      .findLast((one) => one.event.event === 'dpc_queue' && one.event.dpc === dpc)?.event;
    const timer = before.find((one) => one.event.event === 'timer' && isSameMoment(one.event, queued))?.event;
    for (const one of [before[start]?.event, queued, timer]) if (one) found.add(one);
  });
  return found;
}

function isSameMoment(a: TraceEvent, b: TraceEvent | undefined): boolean {
  return a.instant === b?.instant && a.cpu === b.cpu;
}

function relation(subject: JourneySubject, calls: readonly ThreadCall[], dpcs: ReadonlySet<TraceEvent>) {
  const { tid } = subject;
  const own = `thread:${tid}`;
  const inCall = ({ instant }: TraceEvent) =>
    calls.some((call) => call.isRelated && call.from <= instant && instant <= call.to);
  return ({ event, actor, isOwn: isIrps, dpc }: Tagged): boolean => {
    switch (event.event) {
      case 'timer':
      case 'dpc_queue':
      case 'dpc':
        return dpcs.has(event);
      case 'ready':
        return event.thread === tid && inCall(event);
      case 'cs':
        return (event.from === tid || event.to === tid) && inCall(event);
      case 'mode':
      case 'syscall_enter':
      case 'syscall_exit':
      case 'wait':
        return actor === own && inCall(event);
      case 'dbg':
      case 'fault':
      case 'exception':
        return dpc === '' ? actor === own && inCall(event) : [...dpcs].some((one) => one.dpc === dpc);
      case 'bugcheck':
        return true;
      default:
        return isIrps;
    }
  };
}

/** Where it is over: the IRP is gone, and its thread has returned from the system call that saw the end of it. */
function endOf({ irp, freed, from }: JourneySubject, tagged: readonly Tagged[], calls: readonly ThreadCall[]): number {
  if (irp === undefined) return calls.find((call) => call.from === from)?.to ?? Number.POSITIVE_INFINITY;
  if (freed === undefined) return Number.POSITIVE_INFINITY;
  const last = tagged.findLast(({ isOwn: own }) => own)?.event.instant ?? freed;
  const until = calls.findLast((call) => call.isRelated)?.to ?? last;
  return Math.max(until, last);
}
