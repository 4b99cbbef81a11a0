/**
 * The trace of a session as the page asks for it: windows of a list, events with words, columns to be drawn. Keeps only what it has counted
 * once; the trace itself is the timeline's.
 */
import { done, mapTask, type Task, thenTask } from './base/task.ts';
import { DebugError } from './debugger/error.ts';
import { kernelNameOf } from './kernel/symbols.ts';
import type { LabSession } from './lab-session.ts';
import type { AskOf, TraceColumns, TraceRange, TraceRow, TraceRows, TraceWindow } from './protocol/messages.ts';
import type { LaneColumns } from './protocol/page-queries.ts';
import type { At } from './protocol/time.ts';
import type { EventRow, EventsView } from './protocol/views.ts';
import { BEGINNING_KINDS, beginsStory, kindsOf, type TracePreset } from './trace/presets.ts';
import type { DecodedEvent } from './trace/recorder.ts';
import { EVENT_NAMES, type EventName, SYSTEM_PROCESS } from './trace/schema.ts';
import { sentenceOf } from './trace/sentences.ts';
import { meaningTextOf, summaryOf } from './trace/words.ts';
import { TraceFolds } from './worker-folds.ts';

const STORY = [...kindsOf('story', '')].map((kind) => EVENT_NAMES[kind]);
/** Pieces of each CPU, unless it is said otherwise: as many as pixels on a wide screen. */
const LANE_PIECES = 4000;
const BEGINNINGS = [...BEGINNING_KINDS].map((kind) => EVENT_NAMES[kind]);

type LaneRange = Omit<AskOf<'lanes'>, 'kind'>;

/** How many events of some kinds of a branch come before its story. */
interface Skipped {
  readonly branch: number;
  readonly kinds: string;
  readonly count: number;
}

/** Image names by process, of a branch. */
interface Process {
  readonly pid: number;
  readonly instant: number;
  readonly image: string;
}

export class SessionTrace {
  readonly folds: TraceFolds;
  readonly #session: LabSession;
  #skipped: Skipped | undefined;
  readonly #begins = new Map<number, DecodedEvent>();
  #processes: { readonly branch: number; readonly list: readonly Process[] } | undefined;

  constructor(session: LabSession) {
    this.#session = session;
    this.folds = new TraceFolds(session);
  }

  /** Events of the branch shown, so far. */
  get count(): number {
    const { timeline, at } = this.#session;
    return timeline.trace.count(at.branch);
  }

  events(query: TraceRange & { readonly limit?: number; readonly backward?: boolean }): Task<EventsView> {
    const { from, to, branch = this.#session.at.branch } = query;
    const found = this.#find(query);
    return thenTask(this.#processesOf(branch), (known) =>
      mapTask(found, (events) => ({ from, to, rows: events.map((event) => this.#row(event, imageOf(event, known))) })),
    );
  }

  columns(range: TraceRange): Task<TraceColumns> {
    return mapTask(this.#find(range), columnsOf);
  }

  rows(branch: number, { preset, filter, from, count }: TraceWindow): Task<TraceRows> {
    const { trace } = this.#session.timeline;
    const kinds = [...kindsOf(preset, filter)].map((kind) => EVENT_NAMES[kind]);
    const processes = this.#processesOf(branch);
    return thenTask(this.#beforePreset(branch, preset, kinds), (skipped) => {
      if (skipped === undefined) return done({ total: 0, from, rows: [] });
      const total = trace.count(branch, kinds) - skipped;
      return thenTask(trace.window(branch, kinds, skipped + from, count), (events) =>
        mapTask(processes, (known) => ({ total, from, rows: events.map((event) => this.#traceRow(event, known)) })),
      );
    });
  }

  /** How many rows of a list come before a state. */
  rowsBefore(
    branch: number,
    { preset, filter }: Pick<TraceWindow, 'preset' | 'filter'>,
    instant: number,
  ): Task<number> {
    const { trace } = this.#session.timeline;
    const kinds = [...kindsOf(preset, filter)].map((kind) => EVENT_NAMES[kind]);
    return thenTask(this.#beforePreset(branch, preset, kinds), (skipped) => {
      if (skipped === undefined) return done(0);
      return mapTask(trace.countBefore(branch, instant, kinds), (count) => Math.max(0, count - skipped));
    });
  }

  /** The events of the story next to a state: the last that is seen in it, and the first that is not. */
  around({ branch, instant }: At): Task<{ readonly before: EventRow | null; readonly after: EventRow | null }> {
    const { trace } = this.#session.timeline;
    const { end, head } = this.#session.timeline.branch(branch);
    // In the final state everything has been.
    const to = end && instant === head ? Number.POSITIVE_INFINITY : instant;
    return thenTask(this.#beginning(branch), (first) => {
      if (!first) return done({ before: null, after: null });
      const where = (event: DecodedEvent) => !isBefore(event, first);
      const story = { branch, kinds: STORY, where, limit: 1 };
      const before = trace.events({ ...story, from: first.instant, to, backward: true });
      const from = Math.max(first.instant, to);
      const after = trace.events({ ...story, from, to: Number.POSITIVE_INFINITY });
      return thenTask(this.#processesOf(branch), (known) => {
        const rowOf = ([event]: readonly DecodedEvent[]) => (event ? this.#row(event, imageOf(event, known)) : null);
        return thenTask(before, (last) => mapTask(after, (next) => ({ before: rowOf(last), after: rowOf(next) })));
      });
    });
  }

  /** What the CPUs did, in columns to be drawn. */
  lanes({ branch = this.#session.at.branch, from, to, pieces = LANE_PIECES }: LaneRange): Task<LaneColumns> {
    const { head } = this.#session.timeline.branch(branch);
    return thenTask(this.folds.of(branch), ({ lanes }) =>
      mapTask(this.#processesOf(branch), (known) => {
        const columns = lanes.window(Math.max(0, from), Math.min(to, head), pieces);
        const named = namesOf(known);
        const processes = [...new Set(columns.pid)].flatMap((pid) => {
          const image = named.get(pid);
          return image === undefined ? [] : [{ pid, image }];
        });
        return { ...columns, processes };
      }),
    );
  }

  /** Image names by process; of numbers that were used again, the last. */
  names(branch: number): Task<ReadonlyMap<number, string>> {
    return mapTask(this.#processesOf(branch), namesOf);
  }

  #find({ branch, kinds, ...query }: TraceRange & { readonly limit?: number; readonly backward?: boolean }) {
    const unknown = kinds?.find((kind) => !EVENT_NAMES.includes(kind as EventName));
    if (unknown !== undefined) throw new DebugError(`there is no event ${unknown}`);
    const { timeline, at } = this.#session;
    return timeline.trace.events({
      ...query,
      branch: branch ?? at.branch,
      kinds: kinds as readonly EventName[] | undefined,
    });
  }

  /** How many events of these kinds come before what a preset shows; undefined: it shows nothing yet. */
  #beforePreset(branch: number, preset: TracePreset, kinds: readonly EventName[]): Task<number | undefined> {
    if (preset === 'all') return done(0);
    const known = this.#skipped;
    if (known?.branch === branch && known.kinds === kinds.join()) return done(known.count);
    const { trace } = this.#session.timeline;
    return thenTask(this.#beginning(branch), (first) => {
      if (!first) return done(undefined);
      return mapTask(trace.events({ branch, from: 0, to: first.instant + 1, kinds }), (events) => {
        const count = events.filter((event) => isBefore(event, first)).length;
        this.#skipped = { branch, kinds: kinds.join(), count };
        return count;
      });
    });
  }

  /** The event that the story begins with; undefined: not yet. */
  #beginning(branch: number): Task<DecodedEvent | undefined> {
    const known = this.#begins.get(branch);
    if (known) return done(known);
    const { trace } = this.#session.timeline;
    return mapTask(trace.next({ branch, instant: 0 }, BEGINNINGS, beginsStory), (first) => {
      if (first) this.#begins.set(branch, first);
      return first;
    });
  }

  /** Which image had which number when; numbers are used again. */
  #processesOf(branch: number): Task<readonly Process[]> {
    const { trace } = this.#session.timeline;
    const kinds = ['process_create'] as const;
    const known = this.#processes;
    if (known?.branch === branch && known.list.length === trace.count(branch, kinds)) return done(known.list);
    return mapTask(trace.events({ branch, from: 0, to: Number.POSITIVE_INFINITY, kinds }), (events) => {
      const list = events.map(({ instant, process, image }) => ({
        pid: Number(process),
        instant,
        image: String(image),
      }));
      this.#processes = { branch, list };
      return list;
    });
  }

  #traceRow(event: DecodedEvent, processes: readonly Process[]): TraceRow {
    const process = imageOf(event, processes);
    return { ...this.#row(event, process), meaning: meaningTextOf(event.event), process };
  }

  #row(event: DecodedEvent, process: string): EventRow {
    const nameOf = (address: string) => kernelNameOf(this.#session.kernel, address);
    return { event, summary: summaryOf(event, nameOf), sentence: sentenceOf(event, nameOf, process) };
  }
}

function namesOf(processes: readonly Process[]): Map<number, string> {
  return new Map([[SYSTEM_PROCESS, 'System'], ...processes.map(({ pid, image }) => [pid, image] as const)]);
}

/** Image name of the process that an event happened in; '' if there is none. */
function imageOf(event: DecodedEvent, processes: readonly Process[]): string {
  return processes.findLast(({ pid, instant }) => pid === event.pid && instant <= event.instant)?.image ?? '';
}

function isBefore(a: DecodedEvent, b: DecodedEvent): boolean {
  return a.instant < b.instant || (a.instant === b.instant && a.seq < b.seq);
}

function columnsOf(events: readonly DecodedEvent[]): TraceColumns {
  const names = [...new Set(events.map(({ event }) => event))];
  const numbers = new Map(names.map((name, number) => [name, number]));
  return {
    kinds: names,
    kind: Uint8Array.from(events, ({ event }) => numbers.get(event) ?? 0),
    instant: Float64Array.from(events, ({ instant }) => instant),
    t: Float64Array.from(events, ({ t }) => t),
    cpu: Uint8Array.from(events, ({ cpu }) => cpu),
    tid: Uint32Array.from(events, ({ tid }) => tid),
    pid: Uint32Array.from(events, ({ pid }) => pid),
  };
}
