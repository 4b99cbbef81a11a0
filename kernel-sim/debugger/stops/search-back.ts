/**
 * The last instant before a given one that a motion or a breakpoint stops at: history is replayed in stretches that lie ever further back, each once, with
 * everything marked, and of what was seen the last counts. The first stretch is short, since most steps back are; before it the cursor runs at full speed and
 * leaves checkpoints, so that the next step back costs little.
 *
 * What an arrival is to a motion may depend on what came before it: the frame that a step over began in was entered somewhere, and of a line that
 * many statements share the first counts. Such questions stay open until a stretch answers them.
 */
import type { Task } from '../../base/task.ts';
import type { At, LogLine } from '../../protocol/time.ts';
import type { Timeline } from '../../timeline/timeline.ts';
import type { Armed, Hit } from './armed.ts';
import { type ArrivalFilter, Frame, type LineKey, lineKeyOf, sameLine, Verdict } from './filter.ts';
import type { WatchedCursor } from './watched-cursor.ts';

export interface BackwardSearch {
  readonly filter: ArrivalFilter;
  readonly armed: Armed;
  /** Of statements that share a line only the first counts. */
  readonly byLine: boolean;
  /** Known to be a stop: nothing before it matters. 0: boot. */
  readonly floor: number;
}

export interface FoundBack {
  /** Of the motion's own stop; -1: there is none. */
  readonly stop: number;
  /** Of the last breakpoint hit; -1. */
  readonly hit: number;
  readonly hits: readonly Hit[];
  readonly log: readonly LogLine[];
}

interface Seen {
  readonly instant: number;
  readonly isInside: boolean;
  readonly line: LineKey | undefined;
}

const FIRST_WIDTH = 256;
const GROWTH = 4;
const MAX_WIDTH = 1_000_000;
export class SearchBack implements Task<FoundBack> {
  /** Everything behind this instant has been seen; the current stretch is (from, to]. */
  private to: number;
  private from = 0;
  private width = FIRST_WIDTH;
  private seek: Task<void> | undefined;
  private isRunning = false;
  private found: FoundBack | undefined;

  private seen: Seen[] = [];
  private entered = -1;
  /** The first statement of a line's run so far, when what came before it is not known. */
  private openRun: Seen | undefined;
  private hit = -1;
  private hits: readonly Hit[] = [];
  private stretchLog: LogLine[] = [];
  private log: LogLine[] = [];

  constructor(
    private readonly timeline: Timeline,
    private readonly searcher: WatchedCursor,
    private readonly before: At,
    private readonly search: BackwardSearch,
  ) {
    this.to = before.instant - 1;
  }

  get result(): FoundBack {
    if (!this.found) throw new Error('the search is not done');
    return this.found;
  }

  get progress(): number {
    if (this.found) return 1;
    const span = Math.max(1, this.before.instant - this.search.floor);
    return Math.min(1, Math.max(0, (this.before.instant - 1 - this.to) / span));
  }

  step(instructions: number): boolean {
    for (let left = instructions; left > 0 && !this.found; ) left -= this.work(left);
    return this.found !== undefined;
  }

  /** Does a piece of it; returns about how many instructions that cost. */
  private work(budget: number): number {
    const { cursor } = this.searcher;
    if (this.to <= this.search.floor) {
      this.finish(this.openRun?.instant ?? -1);
      return 0;
    }
    if (this.isRunning) return this.run(budget);
    if (!this.seek) {
      this.from = Math.max(this.search.floor, this.to - this.width);
      this.seek = this.timeline.seek(cursor, { branch: this.before.branch, instant: this.from });
    }
    const from = cursor.at.instant;
    if (this.seek.step(budget)) {
      this.seek = undefined;
      this.isRunning = true;
      this.seen = [];
      this.entered = -1;
      this.stretchLog = [];
      // What is found lies behind: who is sent there need not come all the way again.
      cursor.keep();
      this.timeline.densify(cursor, this.from, this.to);
      this.searcher.begin(this.search.filter, this.search.armed);
    }
    return Math.min(budget, Math.abs(cursor.at.instant - from) + 1);
  }

  private run(budget: number): number {
    const { cursor } = this.searcher;
    const from = cursor.at.instant;
    const stop = this.searcher.run(Math.min(this.to, from + budget));
    if (stop === 'arrival') this.judge();
    else if (stop !== 'target' || cursor.at.instant >= this.to) this.endStretch();
    return cursor.at.instant - from + this.search.armed.arrivalCost;
  }

  private judge(): void {
    const { searcher, search } = this;
    const { arrival, kernel: k } = searcher;
    if (!arrival) return;
    const { instant } = arrival.at;
    const { stops, logs } = search.armed.hitsAt(arrival);
    for (const { breakpoint, text } of logs) this.stretchLog.push({ instant, breakpoint: breakpoint.id, text });
    if (stops.length > 0 && instant > this.hit) {
      this.hit = instant;
      this.hits = stops;
    }
    const verdict = arrival.arrived ? search.filter.judge(k.cpu) : Verdict.NONE;
    if (verdict & Verdict.EDGE) this.enter(instant);
    if ((verdict & Verdict.STOP) === 0) return;
    const line = search.byLine ? lineKeyOf(k, searcher.code, k.cpu) : undefined;
    this.seen.push({ instant, isInside: (verdict & Verdict.INSIDE) !== 0, line });
  }

  /** The frame that the motion is about is called here: what was seen of it before belongs to earlier calls. */
  private enter(instant: number): void {
    const { filter } = this.search;
    this.entered = instant;
    const hasCaller = filter instanceof Frame && filter.hasCaller;
    this.seen = hasCaller ? this.seen.filter(({ isInside }) => !isInside) : [];
  }

  private endStretch(): void {
    this.isRunning = false;
    this.log.unshift(...this.stretchLog);
    this.width = Math.min(MAX_WIDTH, this.width * GROWTH);
    const stop = this.lastStop();
    if (stop !== undefined) {
      this.finish(stop);
      return;
    }
    this.to = this.from;
    const { filter } = this.search;
    if (this.entered >= 0 && filter instanceof Frame) {
      filter.leave();
      // Who has no caller to return to counts everything from here on: look at this stretch again.
      if (!filter.hasCaller && !this.openRun) {
        this.to = this.entered;
        this.log = this.log.filter(({ instant }) => instant > this.to);
        this.width = FIRST_WIDTH;
      }
    }
    if (this.hit > (this.openRun?.instant ?? this.to)) this.finish(-1);
  }

  /** The motion's stop, if this stretch decides it. */
  private lastStop(): number | undefined {
    const { seen, openRun } = this;
    const last = seen.at(-1);
    if (!this.search.byLine) return last?.instant;
    if (!last) return openRun && this.entered >= 0 ? openRun.instant : undefined;
    const line = (openRun ?? last).line as LineKey;
    if (!sameLine(last.line as LineKey, line)) return openRun?.instant;
    const behind = seen.findLastIndex((one) => !sameLine(one.line as LineKey, line));
    if (behind >= 0) return seen[behind + 1].instant;
    // Inside of a frame that was entered here nothing of it comes before.
    if (seen[0].isInside && this.entered >= 0) return seen[0].instant;
    this.openRun = seen[0];
    return undefined;
  }

  private finish(stop: number): void {
    const last = Math.max(stop, this.hit);
    const log = this.log.filter(({ instant }) => instant >= last);
    this.found = { stop, hit: this.hit, hits: this.hits, log };
  }
}
