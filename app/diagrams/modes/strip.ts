/**
 * The strip of modes: what each CPU did in a window of instants around the shown one, and at which IRQL. Pure. An IRQL that no event and no view tells is
 * left open, not guessed.
 */
import type { TraceEvent } from '../../../kernel-sim/protocol/lab-api';
import type { LaneColumns } from '../../../kernel-sim/protocol/page-queries';
import type { ProcessorsView } from '../../../kernel-sim/protocol/views-threads';
import { isProblem } from '../shared/facts';

/** Kinds of events that tell about IRQL. */
export const IRQL_KINDS = ['irql', 'int', 'int_end', 'mode', 'cs'] as const;

export interface Window {
  readonly from: number;
  readonly to: number;
}

export interface ModePiece {
  readonly key: string;
  readonly from: number;
  readonly to: number;
  readonly state: LaneColumns['states'][number];
  /** `thread 28, app.exe`; '' if none runs. */
  readonly who: string;
  readonly tid: number;
  /** Several short pieces, of which this is the longest part. */
  readonly mixed: boolean;
  readonly isNow: boolean;
}

export interface IrqlPiece {
  readonly key: string;
  readonly from: number;
  readonly to: number;
  readonly irql: number;
}

export interface CpuStrip {
  readonly cpu: number;
  readonly pieces: readonly ModePiece[];
  readonly irqls: readonly IrqlPiece[];
  /** Of the shown instant; '' if the processor cannot be read. */
  readonly irql: string;
  /** The CPU that the shown instant is at. */
  readonly isCurrent: boolean;
}

/** So that it stays the same while one steps about in its middle, and is asked for once. */
export function windowAround(shown: number, length: number, head: number): Window {
  const grid = Math.max(1, Math.floor(length / 4));
  const middle = Math.floor(shown / grid) * grid;
  const from = Math.max(0, middle - 2 * grid);
  return { from, to: Math.max(from + 1, Math.min(head + 1, from + 5 * grid)) };
}

interface StripInput {
  readonly lanes: LaneColumns;
  readonly window: Window;
  readonly shown: number;
  readonly processors: ProcessorsView | undefined;
  /** Events of IRQL_KINDS in the window, oldest first; undefined: too many, or not known. */
  readonly events: readonly TraceEvent[] | undefined;
}

export function stripsOf({ lanes, window, shown, processors, events }: StripInput): readonly CpuStrip[] {
  // The last state of a run is behind its last piece, and like it.
  const now = Math.min(shown, window.to - 1);
  return Array.from({ length: lanes.cpus }, (_, cpu) => {
    const found = processors?.processors[cpu];
    const record = found === undefined || isProblem(found) ? undefined : found;
    const known = record && { at: now, irql: record.irql.value };
    const own = events?.filter((event) => event.cpu === cpu);
    return {
      cpu,
      pieces: piecesOf(lanes, cpu, now),
      irqls: own ? irqlsOf(own, window, known) : [],
      irql: record?.irql.name ?? '',
      isCurrent: record?.current ?? false,
    };
  });
}

function piecesOf(lanes: LaneColumns, cpu: number, shown: number): readonly ModePiece[] {
  const pieces: ModePiece[] = [];
  for (let i = 0; i < lanes.cpu.length; i++) {
    if (lanes.cpu[i] !== cpu) continue;
    const [from, to, tid] = [lanes.from[i], lanes.to[i], lanes.tid[i]];
    const state = lanes.states[lanes.state[i]];
    const image = lanes.processes.find(({ pid }) => pid === lanes.pid[i])?.image;
    const who = tid === 0 ? '' : `thread ${tid}${image ? `, ${image}` : ''}`;
    const isNow = from <= shown && shown < to;
    pieces.push({ key: `${cpu}-${from}-${state}`, from, to, state, who, tid, mixed: lanes.mixed[i] === 1, isNow });
  }
  return pieces;
}

/** What an event says of the IRQL before and after it; undefined: nothing. */
function sides(event: TraceEvent): readonly [before: number | undefined, after: number | undefined] {
  switch (event.event) {
    case 'irql':
      return [Number(event.from), Number(event.to)];
    case 'int':
      return [undefined, Number(event.irql)];
    case 'int_end':
      return [Number(event.irql), undefined];
    case 'mode':
      // User mode is always at PASSIVE_LEVEL; a system call begins there.
      return event.to === 'user' ? [undefined, 0] : [0, event.why === 'system call' ? 0 : undefined];
    default:
      // A switch of threads: what the one before did to the IRQL last is not told.
      return [undefined, undefined];
  }
}

function irqlsOf(
  events: readonly TraceEvent[],
  window: Window,
  known: { readonly at: number; readonly irql: number } | undefined,
): readonly IrqlPiece[] {
  const bounds = [window.from, ...events.map(({ instant }) => instant + 1), window.to];
  const levels = bounds.slice(1).map((_, i) => {
    const after = i === 0 ? undefined : sides(events[i - 1])[1];
    const before = i === events.length ? undefined : sides(events[i])[0];
    // Where the two differ, it has changed in between, nobody knows when.
    return after === undefined || before === undefined || after === before ? (after ?? before) : undefined;
  });
  // Between what an interrupt came on top of and what it went back to nothing else has changed.
  const open: number[] = [];
  events.forEach((event, i) => {
    if (event.event === 'cs') open.length = 0;
    else if (event.event === 'int') open.push(i);
    else if (event.event === 'int_end') {
      const start = open.pop();
      if (start === undefined) return;
      levels[start] ??= levels[i + 1];
      levels[i + 1] ??= levels[start];
    }
  });
  const pieces: IrqlPiece[] = [];
  levels.forEach((level, i) => {
    const [from, to] = [bounds[i], bounds[i + 1]];
    const irql = level ?? (known && from <= known.at && known.at < to ? known.irql : undefined);
    const last = pieces.at(-1);
    if (irql === undefined || from >= to) return;
    if (last?.to === from && last.irql === irql) pieces[pieces.length - 1] = { ...last, to };
    else pieces.push({ key: `irql-${from}`, from, to, irql });
  });
  return pieces;
}
