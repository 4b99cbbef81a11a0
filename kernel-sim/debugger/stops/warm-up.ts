/**
 * Gets the machine that searches backwards ready while nothing else is to be done: it is booted, and watches a stretch of what was recorded, so that
 * the host has compiled what a first step back needs. Finds nothing, changes nothing. Gives way as soon as somebody else sends the cursor anywhere.
 */
import type { Task } from '../../base/task.ts';
import type { Timeline } from '../../timeline/timeline.ts';
import { Watch } from '../../vm/watch.ts';
import type { WatchedCursor } from './watched-cursor.ts';

/** After so many watched instructions nothing gets faster any more. */
const WATCHED = 300_000;

export class WarmUp implements Task<boolean> {
  private searcher: WatchedCursor | undefined;
  private watch: Watch | undefined;
  private ticket = 0;
  private left = WATCHED;
  private isOver = false;

  constructor(
    private readonly timeline: Timeline,
    private readonly makeSearcher: () => WatchedCursor,
  ) {}

  /** True: all of it was done; false: too little was recorded yet, or the cursor was needed. */
  get result(): boolean {
    return this.left <= 0;
  }

  get progress(): number {
    return this.isOver ? 1 : (WATCHED - this.left) / WATCHED;
  }

  step(instructions: number): boolean {
    if (!this.isOver) this.isOver = this.work(instructions);
    return this.isOver;
  }

  private work(instructions: number): boolean {
    if (!this.searcher) {
      this.searcher = this.makeSearcher();
      this.ticket = this.searcher.cursor.ticket;
      return false;
    }
    const { cursor } = this.searcher;
    if (cursor.ticket !== this.ticket) return true;
    this.watch ??= new Watch(cursor.kernel.machine, () => {});
    const from = cursor.at.instant;
    const { head } = this.timeline.branch(cursor.at.branch);
    cursor.run(Math.min(from + Math.min(this.left, instructions), head - 1), this.watch);
    this.ticket = cursor.ticket;
    this.left -= cursor.at.instant - from;
    return this.left <= 0 || cursor.at.instant === from;
  }
}
