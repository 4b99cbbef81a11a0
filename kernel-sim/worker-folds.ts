/**
 * What is made of the trace once and looked up often: what the CPUs did, and which requests there were. Goes on where it stopped when a branch has
 * grown; of a few branches that were asked for last.
 */
import { mapTask, type Task } from './base/task.ts';
import type { LabSession } from './lab-session.ts';
import { CpuStates } from './trace/cpu-states.ts';
import { LaneLog } from './trace/lanes.ts';
import { recordCpu, recordInstant, recordSeq, recordSize, recordTime } from './trace/recorder.ts';
import { RequestLog } from './trace/requests.ts';

const MOST_BRANCHES = 4;

export class TraceFolds {
  readonly #session: LabSession;
  /** In the order of their last use. */
  readonly #folds = new Map<number, BranchFold>();

  constructor(session: LabSession) {
    this.#session = session;
  }

  /** All that is recorded of a branch. */
  of(branch: number): Task<BranchFold> {
    const { timeline, kernel } = this.#session;
    const fold =
      this.#folds.get(branch) ?? new BranchFold(kernel.vm.cpus.length, (index) => timeline.strings.at(index));
    this.#folds.delete(branch);
    this.#folds.set(branch, fold);
    for (const [oldest] of this.#folds) if (this.#folds.size > MOST_BRANCHES) this.#folds.delete(oldest);
    const scan = timeline.trace.scan(branch, fold.instant, (records, used) => fold.take(records, used));
    return mapTask(scan, () => fold);
  }
}

class BranchFold {
  readonly lanes: LaneLog;
  readonly requests: RequestLog;
  readonly #states: CpuStates;
  /** Of the last record that was taken. */
  #instant = -1;
  #seq = 0;

  constructor(cpus: number, textOf: (index: number) => string) {
    this.#states = new CpuStates(cpus, textOf);
    this.lanes = new LaneLog(this.#states.cpus);
    this.requests = new RequestLog(textOf);
  }

  get instant(): number {
    return this.#instant;
  }

  take(records: Uint32Array, used: number): void {
    for (let at = 0; at < used; at += recordSize(records, at)) {
      const instant = recordInstant(records, at);
      const seq = recordSeq(records, at);
      if (instant < this.#instant || (instant === this.#instant && seq <= this.#seq)) continue;
      this.#instant = instant;
      this.#seq = seq;
      this.#states.take(records, at);
      const cpu = recordCpu(records, at);
      this.lanes.note(cpu, instant + 1, this.#states.cpus[cpu], recordTime(records, at));
      this.requests.take(records, at, this.#states);
    }
  }
}
