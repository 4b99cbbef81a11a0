/**
 * Shares the worker's time among tasks: those of one lane go one after another, lanes take turns. A turn lasts about SLICE_MS, so that messages
 * are heard in between; what a task does never depends on how it is sliced. Whoever owns the scheduler calls `turn` once each time round the
 * message loop for as long as it is `busy`.
 */
import type { Task } from './base/task.ts';

/** How long one turn may take. */
const SLICE_MS = 8;
/** A step is meant to take so long: a turn is over when another one would not fit. */
const STEP_MS = 4;
/** Instructions of a task's first step, when nothing is known of its speed. */
const FIRST_STEP = 10_000;
const LEAST_STEP = 500;

/** What is to be done, and whom to tell. Only one of `done`, `failed` and `dropped` is called, once. */
export interface Work<T> {
  /** Called when its turn comes: later than work of the same lane that was there before. What it throws is a failure. */
  begin(): Task<T>;
  done(result: T): void;
  failed(error: unknown): void;
  /** It was taken out before it was done. */
  dropped?(): void;
  /** After each slice of it but the last. */
  advanced?(progress: number): void;
}

export interface Job {
  readonly lane: string;
}

interface Entry extends Job {
  readonly work: Work<unknown>;
  task: Task<unknown> | undefined;
  /** Instructions that take about STEP_MS. */
  step: number;
}

export class Scheduler {
  readonly #now: () => number;
  /** In the order of the next turns. */
  #lanes: { readonly name: string; readonly entries: Entry[] }[];

  /** `now`: host milliseconds. */
  constructor(now: () => number, lanes: readonly string[]) {
    this.#now = now;
    this.#lanes = lanes.map((name) => ({ name, entries: [] }));
  }

  get busy(): boolean {
    return this.#lanes.some(({ entries }) => entries.length > 0);
  }

  /** What is worked on in a lane, then what waits there. */
  jobs(lane: string): readonly Job[] {
    return [...this.#entries(lane)];
  }

  add<T>(lane: string, work: Work<T>): Job {
    const entry: Entry = { lane, work: work as Work<unknown>, task: undefined, step: FIRST_STEP };
    this.#entries(lane).push(entry);
    return entry;
  }

  /** Takes a job out; false if it was done. */
  drop(job: Job): boolean {
    const entry = job as Entry;
    if (!this.#takeOut(entry)) return false;
    entry.task?.drop?.();
    entry.work.dropped?.();
    return true;
  }

  /** Works for one slice on the lane whose turn it is. */
  turn(): void {
    const lane = this.#lanes.find(({ entries }) => entries.length > 0);
    if (!lane) return;
    this.#lanes = [...this.#lanes.filter((other) => other !== lane), lane];
    const begin = this.#now();
    let spent = 0;
    let last = 0;
    while (lane.entries.length > 0 && spent + last <= SLICE_MS) {
      const isOver = this.#step(lane.entries[0], spent);
      const now = this.#now() - begin;
      last = now - spent;
      spent = now;
      // It waits for something that another lane must give back first.
      if (!isOver && last === 0) break;
    }
    const entry = lane.entries[0];
    if (entry?.task) entry.work.advanced?.(entry.task.progress);
  }

  /** True: this job is over. */
  #step(entry: Entry, spent: number): boolean {
    let result: unknown;
    try {
      entry.task ??= entry.work.begin();
      if (!this.#advance(entry, entry.task, spent)) return false;
      ({ result } = entry.task);
    } catch (error) {
      this.#takeOut(entry);
      entry.task?.drop?.();
      entry.work.failed(error);
      return true;
    }
    this.#takeOut(entry);
    entry.work.done(result);
    return true;
  }

  /** One step of a size that fits into what is left of the turn. */
  #advance(entry: Entry, task: Task<unknown>, spent: number): boolean {
    const size = Math.max(LEAST_STEP, Math.round(entry.step * Math.min(1, (SLICE_MS - spent) / STEP_MS)));
    const begin = this.#now();
    if (task.step(size)) return true;
    const took = Math.max(this.#now() - begin, 0.05);
    entry.step = Math.max(LEAST_STEP, Math.min(size * (STEP_MS / took), entry.step * 2));
    return false;
  }

  #takeOut(entry: Entry): boolean {
    const entries = this.#entries(entry.lane);
    const at = entries.indexOf(entry);
    if (at >= 0) entries.splice(at, 1);
    return at >= 0;
  }

  #entries(lane: string): Entry[] {
    const found = this.#lanes.find(({ name }) => name === lane);
    if (!found) throw new Error(`there is no lane ${lane}`);
    return found.entries;
  }
}
