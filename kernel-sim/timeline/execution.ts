/**
 * Moves a kernel forward under the limits of a run, and says how the run ended. Shared by the timeline and by labs that only run. How runs
 * are cut into calls changes neither the machine nor the instant and manner of the end.
 */
import { describeEnd, describeLimit } from '../kernel/bugcheck.ts';
import { describeWaits } from '../kernel/hang.ts';
import type { Kernel } from '../kernel/kernel.ts';
import type { RunEnd } from '../protocol/lab-api.ts';
import type { Watch } from '../vm/watch.ts';

export interface RunLimits {
  /** Simulated nanoseconds. */
  readonly ns: number;
  /** Infinity: none. */
  readonly instructions: number;
}

/** `paused`: someone called `vm.pause()`. `input`: nothing can go on until something is typed. */
export type ExecutionStop = 'target' | 'watched' | 'paused' | 'input' | 'end';

/** Simulated time is compared with its limit at multiples of this instant, so that a run ends at the same one however it is sliced. */
const TIME_CHECK = 20_000;

export class Execution {
  /** How the run ended; undefined while it can go on. Whoever puts other bytes into the machine sets it back. */
  end: RunEnd | undefined;

  constructor(
    private readonly kernel: Kernel,
    private readonly limits: RunLimits,
  ) {}

  /** True if the machine stands where nothing can go on until something is typed. */
  get waitsForInput(): boolean {
    return this.kernel.askedForInput === this.kernel.machine.instant - 1;
  }

  /** Runs to an instant if nothing ends it before. A run that ends at the instant of a watched stop is told as ended. */
  run(to: number, watch?: Watch): ExecutionStop {
    const { machine } = this.kernel;
    const { instructions, ns } = this.limits;
    const target = Math.min(to, instructions);
    let stop: ExecutionStop = this.end ? 'end' : 'target';
    while (stop === 'target' && machine.instant < target) {
      const check = nextTimeCheck(machine.instant);
      const result = this.advance(Math.min(check, target), watch);
      const end = typeof result === 'object' ? result : undefined;
      // A program that slept past the limit may have ended before the next check.
      const isLate = machine.now > ns && (end ? end.kind === 'exit' : machine.instant === check);
      stop = isLate ? this.finish(describeLimit(this.kernel, `${ns / 1e9} simulated seconds`)) : this.finish(result);
    }
    if (stop !== 'end' && machine.instant >= instructions) {
      stop = this.finish(describeLimit(this.kernel, `${instructions} instructions`));
    }
    return stop;
  }

  /** Lets the host change the machine between two instructions. */
  perform(action: () => void): void {
    try {
      action();
    } catch (error) {
      this.end ??= this.defect(error);
    }
  }

  private finish(result: RunEnd | ExecutionStop): ExecutionStop {
    if (typeof result !== 'object') return result;
    this.end = result;
    return 'end';
  }

  /** What goes wrong in the lab itself ends the run under its own name, never as the learner's mistake. */
  private advance(to: number, watch: Watch | undefined): RunEnd | ExecutionStop {
    const { kernel } = this;
    try {
      const result = kernel.vm.runTo(to, watch);
      const end = describeEnd(kernel);
      if (end) return end;
      if (result === 'idle') {
        const waits = describeWaits(kernel);
        return { kind: 'hang', exitCode: 122, text: 'every processor is halted and nothing can wake one', waits };
      }
      if (result === 'watched') return 'watched';
      if (this.waitsForInput) return 'input';
      return result === 'paused' ? 'paused' : 'target';
    } catch (error) {
      return this.defect(error);
    }
  }

  private defect(error: unknown): RunEnd {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    const { instant } = this.kernel.machine;
    return { kind: 'internal', exitCode: 125, text: `a defect of the lab at instant ${instant}: ${text}` };
  }
}

/** The first instant behind this one at which simulated time is compared with its limit. */
export function nextTimeCheck(instant: number): number {
  return (Math.floor(instant / TIME_CHECK) + 1) * TIME_CHECK;
}
