/**
 * Makes a history again from its log, in another worker over the same build: every branch is run to where it was recorded, then the main
 * cursor goes to where it was.
 */
import type { Task } from '../base/task.ts';
import type { Branch } from './branch.ts';
import { TimelineError } from './errors.ts';
import type { History } from './history.ts';
import type { LoggedBranch, TimelineLog } from './log.ts';
import { SeekTask } from './seek.ts';
import type { Timeline } from './timeline.ts';

export class ResumeTask implements Task<Timeline> {
  private next = 0;
  /** Of the branch that is being made; undefined before it was begun. */
  private branch: Branch | undefined;
  private seek: Task<void> | undefined;
  private isDone = false;
  private instructions = 0;
  private readonly total: number;

  constructor(
    private readonly timeline: Timeline,
    private readonly history: History,
    private readonly log: TimelineLog,
  ) {
    this.total = log.branches.reduce((sum, branch) => sum + branch.head - (branch.from?.instant ?? 0), 0);
  }

  step(instructions: number): boolean {
    if (this.isDone) return true;
    const logged = this.log.branches[this.next];
    if (logged) {
      if (!this.remake(logged, instructions)) return false;
      this.next++;
      this.branch = undefined;
      this.seek = undefined;
      return false;
    }
    this.seek ??= new SeekTask(this.history, this.timeline.main, this.log.at);
    if (!this.seek.step(instructions)) return false;
    for (const { id, dropped } of this.log.branches) if (dropped) this.history.drop(this.history.branch(id));
    this.history.nextBranch = this.log.nextBranch;
    this.isDone = true;
    return true;
  }

  get result(): Timeline {
    if (!this.isDone) throw new Error('the history is not there yet');
    return this.timeline;
  }

  get progress(): number {
    return this.isDone ? 1 : Math.min(0.99, this.instructions / Math.max(1, this.total));
  }

  /** Begins a branch and runs it to its head. True: that is done. */
  private remake(logged: LoggedBranch, instructions: number): boolean {
    const { main } = this.timeline;
    if (!this.branch) {
      this.branch = this.begin(logged);
      this.seek = new SeekTask(this.history, main, { branch: logged.id, instant: this.branch.fork });
    }
    const { branch } = this;
    if (!this.seek?.step(instructions)) return false;
    if (branch.parent && main.at.instant === branch.fork) main.beginBranch(branch);

    const { instant } = main.at;
    if (instant < logged.head) {
      const stop = main.run(Math.min(logged.head, instant + instructions));
      this.instructions += main.at.instant - instant;
      if (main.at.instant < logged.head) {
        if (stop !== 'target') throw mismatch(logged);
        return false;
      }
    }
    // What went wrong in the lab itself may have been half-way through an instruction.
    if (logged.end?.kind === 'internal') branch.end ??= logged.end;
    else if (logged.end && !branch.end) main.run(logged.head + 1);
    if (branch.head !== logged.head || branch.end?.kind !== logged.end?.kind) throw mismatch(logged);
    return true;
  }

  private begin({ id, from, cause, entries }: LoggedBranch): Branch {
    const { history, timeline } = this;
    if (id > 0 && !from) throw new TimelineError('the log has two beginnings');
    const branch = from ? history.begin(history.branch(from.branch), from.instant, cause, id) : timeline.main.branch;
    branch.entries.push(...entries);
    return branch;
  }
}

function mismatch({ id, head }: LoggedBranch): TimelineError {
  return new TimelineError(`the log belongs to another build: branch ${id} does not come to instant ${head} as it did`);
}
