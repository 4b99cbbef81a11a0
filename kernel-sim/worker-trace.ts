/**
 * The trace of a session as the page asks for it: windows of a list, events with words, columns to be drawn. Keeps only what it has counted
 * once; the trace itself is the timeline's.
 */
import { done, mapTask, type Task, thenTask } from './base/task.ts';
import { DebugError } from './debugger/error.ts';
import { routineName } from './kernel/symbols.ts';
import type { LabSession } from './lab-session.ts';
import type { TraceColumns, TraceRange, TraceRow, TraceRows, TraceWindow } from './protocol/messages.ts';
import type { EventRow, EventsView } from './protocol/views.ts';
import { BEGINNING_KINDS, beginsStory, kindsOf, type TracePreset } from './trace/presets.ts';
import type { DecodedEvent } from './trace/recorder.ts';
import { EVENT_NAMES, type EventName } from './trace/schema.ts';
import { sentenceOf } from './trace/sentences.ts';
import { meaningTextOf, summaryOf } from './trace/words.ts';

const BEGINNINGS = [...BEGINNING_KINDS].map((kind) => EVENT_NAMES[kind]);

/** How many events of some kinds of a branch come before its story. */
interface Skipped {
  readonly branch: number;
  readonly kinds: string;
  readonly count: number;
}

interface Process {
  readonly pid: number;
  readonly instant: number;
  readonly image: string;
}

export class SessionTrace {
  readonly #session: LabSession;
  #skipped: Skipped | undefined;
  #processes: { readonly branch: number; readonly list: readonly Process[] } | undefined;

  constructor(session: LabSession) {
    this.#session = session;
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
    return thenTask(trace.next({ branch, instant: 0 }, BEGINNINGS, beginsStory), (first) => {
      if (!first) return done(undefined);
      return mapTask(trace.events({ branch, from: 0, to: first.instant + 1, kinds }), (events) => {
        const count = events.filter((event) => isBefore(event, first)).length;
        this.#skipped = { branch, kinds: kinds.join(), count };
        return count;
      });
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
    const nameOf = (address: string) => {
      const value = BigInt(address);
      // A user address means something only in its own process, which may be gone.
      return value >> 63n === 0n ? '' : routineName(this.#session.kernel, value);
    };
    return { event, summary: summaryOf(event, nameOf), sentence: sentenceOf(event, nameOf, process) };
  }
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
