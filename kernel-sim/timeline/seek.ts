/**
 * Sending a cursor to an instant that was recorded: from the nearest checkpoint, or from where it is, by replay. In slices; between two of
 * them the cursor stands at some instant on the way.
 */
import type { Task } from '../base/task.ts';
import type { At } from '../protocol/time.ts';
import type { Cursor } from './cursor.ts';
import { Superseded, TimelineError } from './errors.ts';
import type { History } from './history.ts';

export class SeekTask implements Task<void> {
  private readonly ticket: number;
  private from: number | undefined;
  private isDone = false;

  constructor(
    private readonly history: History,
    private readonly cursor: Cursor,
    private readonly at: At,
  ) {
    this.check();
    this.ticket = ++cursor.ticket;
  }

  step(instructions: number): boolean {
    if (this.isDone) return true;
    const { at, cursor, history } = this;
    if (cursor.ticket !== this.ticket) throw new Superseded();
    this.check();
    if (this.from === undefined) {
      cursor.approach(history.branch(at.branch), at.instant);
      this.from = cursor.at.instant;
    }
    this.isDone = cursor.travel(at.instant, Math.max(1, instructions));
    return this.isDone;
  }

  get result(): undefined {
    if (!this.isDone) throw new Error('the seek is not done');
    return undefined;
  }

  get progress(): number {
    if (this.isDone) return 1;
    if (this.from === undefined) return 0;
    return Math.min(1, (this.cursor.at.instant - this.from) / Math.max(1, this.at.instant - this.from));
  }

  private check(): void {
    const problem = this.history.problemWith(this.at);
    if (problem !== undefined) throw new TimelineError(problem);
  }
}
