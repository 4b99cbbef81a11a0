/** Replays what has not been looked at yet of the history before an instant, so that every hit of counted breakpoints up to there has its number. */
import type { Task } from '../../base/task.ts';
import type { At } from '../../protocol/time.ts';
import type { Timeline } from '../../timeline/timeline.ts';
import { Armed } from './armed.ts';
import type { Breakpoint } from './breakpoints.ts';
import { NOWHERE } from './filter.ts';
import type { HitCounts } from './hit-counts.ts';
import type { WatchedCursor } from './watched-cursor.ts';

export class CountHits implements Task<void> {
  readonly result = undefined;
  private readonly counted: readonly Breakpoint[];
  private readonly armed: Armed;
  private readonly from: number;
  private seek: Task<void> | undefined;
  private isDone: boolean;

  constructor(
    timeline: Timeline,
    private readonly searcher: WatchedCursor,
    breakpoints: readonly Breakpoint[],
    private readonly counts: HitCounts,
    private readonly at: At,
  ) {
    this.counted = breakpoints.filter(({ id, spec }) => spec.hits && counts.knownUpTo(id, at) < at.instant);
    this.isDone = this.counted.length === 0;
    this.from = Math.min(at.instant, ...this.counted.map(({ id }) => counts.knownUpTo(id, at)));
    this.armed = new Armed(searcher.kernel, searcher.code, searcher.watch, this.counted, counts);
    if (!this.isDone) this.seek = timeline.seek(searcher.cursor, { branch: at.branch, instant: this.from });
  }

  get progress(): number {
    if (this.isDone) return 1;
    if (this.seek) return 0;
    return (this.searcher.cursor.at.instant - this.from) / Math.max(1, this.at.instant - this.from);
  }

  step(instructions: number): boolean {
    if (this.isDone) return true;
    const { searcher, at } = this;
    if (this.seek) {
      if (!this.seek.step(instructions)) return false;
      this.seek = undefined;
      searcher.begin(NOWHERE, this.armed);
    }
    for (let left = instructions; left > 0 && !this.isDone; ) {
      const { instant } = searcher.cursor.at;
      const stop = searcher.run(Math.min(at.instant, instant + left));
      if (stop === 'arrival' && searcher.arrival) this.armed.hitsAt(searcher.arrival);
      const here = { branch: at.branch, instant: searcher.cursor.at.instant };
      for (const { id } of this.counted) this.counts.extend(id, this.from, here);
      left -= here.instant - instant + this.armed.arrivalCost;
      this.isDone = stop !== 'arrival' && (stop !== 'target' || here.instant >= at.instant);
    }
    return this.isDone;
  }
}
