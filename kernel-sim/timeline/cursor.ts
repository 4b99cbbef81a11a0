/**
 * A machine that moves through history. Skeleton: signatures only.
 */
import type { Kernel } from '../kernel/kernel.ts';
import type { At } from '../protocol/time.ts';
import type { FieldValue } from '../trace/recorder.ts';
import type { EventName } from '../trace/schema.ts';
import type { Watch } from '../vm/watch.ts';

/**
 * Why a run came back. `target`: at `to`. `watched`: what the watch is for. `paused`: someone called `kernel.vm.pause()`. `end`: the
 * branch ends here (`Timeline.branch(id).end`), or, of a cursor that does not record, nothing further was recorded. `input`: nothing can
 * go on until something is typed.
 */
export type CursorStop = 'target' | 'watched' | 'paused' | 'end' | 'input';

export declare class Cursor {
  readonly kernel: Kernel;
  /** Where it is now (also half-way through a seek). */
  readonly at: At;
  /** The state shown is the final one of its branch: the machine has stopped. */
  readonly isFinal: boolean;
  /** Hears every event of `run`, recorded or replayed; not those of seeks. What it throws comes out of `run`. */
  listener: ((name: EventName, values: readonly FieldValue[]) => void) | undefined;
  /**
   * Runs forward, never past `to`, applying logged inputs at their instants. The main cursor records what lies beyond the head of its
   * branch. Long runs: the caller slices by `to`; slicing changes nothing.
   */
  run(to: number, watch?: Watch): CursorStop;
  /** Gives its memory back; not for `Timeline.main`. */
  close(): void;
}
