/**
 * Every hit of the breakpoints on a branch, from boot to its head: where runs stop, and where log points speak. History is replayed once with everything
 * marked; what is too much to be shown is not looked at any further, and the answer says how far it goes.
 */
import type { Task } from '../../base/task.ts';
import type { BreakpointHit, BreakpointHits } from '../../protocol/questions.ts';
import type { Cursor } from '../../timeline/cursor.ts';
import type { Timeline } from '../../timeline/timeline.ts';
import { Armed } from './armed.ts';
import type { Breakpoint } from './breakpoints.ts';
import { NOWHERE } from './filter.ts';
import { HitCounts } from './hit-counts.ts';
import { WatchedCursor } from './watched-cursor.ts';

const MOST_HITS = 2000;
/** Arrivals that are judged, most of which a condition may refuse. */
const MOST_ARRIVALS = 50_000;

export class ListHits implements Task<BreakpointHits> {
  private readonly searcher: WatchedCursor;
  private readonly armed: Armed;
  private readonly hits: BreakpointHit[] = [];
  private readonly head: number;
  private seek: Task<void> | undefined;
  private arrivals = 0;
  private isDone: boolean;

  /** Works on `cursor`, which nobody else may move meanwhile. */
  constructor(
    timeline: Timeline,
    private readonly cursor: Cursor,
    breakpoints: readonly Breakpoint[],
    branch: number,
  ) {
    this.head = timeline.branch(branch).head;
    this.searcher = new WatchedCursor(cursor);
    // Numbered anew: this goes through all of history in order.
    const counts = new HitCounts((id) => timeline.branch(id));
    this.armed = new Armed(cursor.kernel, this.searcher.code, this.searcher.watch, breakpoints, counts);
    this.isDone = breakpoints.length === 0;
    if (!this.isDone) this.seek = timeline.seek(cursor, { branch, instant: 0 });
  }

  get result(): BreakpointHits {
    if (!this.isDone) throw new Error('the question is not answered yet');
    return { hits: this.hits, to: this.armed.isEmpty ? this.head : this.cursor.at.instant };
  }

  get progress(): number {
    if (this.isDone) return 1;
    return this.seek ? 0 : this.cursor.at.instant / Math.max(1, this.head);
  }

  step(instructions: number): boolean {
    if (this.isDone) return true;
    if (this.seek) {
      if (!this.seek.step(instructions)) return false;
      this.seek = undefined;
      this.searcher.begin(NOWHERE, this.armed);
    }
    const { searcher, cursor, head } = this;
    for (let left = instructions; left > 0 && !this.isDone; ) {
      const { instant } = cursor.at;
      const stop = searcher.run(Math.min(head, instant + left));
      if (stop === 'arrival') this.take();
      left -= cursor.at.instant - instant + (stop === 'arrival' ? this.armed.arrivalCost : 0);
      const isOver = stop !== 'arrival' && (stop !== 'target' || cursor.at.instant >= head);
      this.isDone = isOver || this.hits.length >= MOST_HITS || this.arrivals >= MOST_ARRIVALS;
    }
    return this.isDone;
  }

  private take(): void {
    const { arrival } = this.searcher;
    if (!arrival) return;
    this.arrivals++;
    const { instant } = arrival.at;
    const { stops, logs } = this.armed.hitsAt(arrival);
    for (const { breakpoint, text } of stops)
      this.hits.push({ instant, breakpoint: breakpoint.id, text, goesOn: false });
    for (const { breakpoint, text } of logs) this.hits.push({ instant, breakpoint: breakpoint.id, text, goesOn: true });
  }
}
