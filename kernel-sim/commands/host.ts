/**
 * What commands need of the session that they are typed into, and nothing more. The session (kernel-sim/lab-session.ts) implements it; tests may.
 *
 * Commands look at `kernel` and leave its bytes alone; only `move`, `seek`, `input` and `knob` change what is shown.
 */

import type { Task } from '../base/task.ts';
import type { FocusOptions } from '../debugger/context.ts';
import type { Kernel } from '../kernel/kernel.ts';
import type { At, BranchInfo, BreakpointInfo, BreakpointSpec, MoveRequest, StopReport } from '../protocol/time.ts';
import type { Cursor } from '../timeline/cursor.ts';
import type { Knob } from '../timeline/log.ts';
import type { Timeline } from '../timeline/timeline.ts';
import type { TraceQuery } from '../timeline/trace-store.ts';
import type { DecodedEvent } from '../trace/recorder.ts';

export interface CommandHost {
  /** The instant shown. */
  readonly at: At;
  /** The machine at that instant. Only to be looked at, and only until the next motion. */
  readonly kernel: Kernel;
  /** Whose registers, stack and scope a command means: chosen by `.frame`, `~`, `.thread`; every motion resets it to `{}`. */
  focus: FocusOptions;

  /** Moves the shown instant. Mistakes (an event that does not exist, a place that cannot be found) are thrown as DebugError, at once or by the task. */
  move(request: MoveRequest): Task<StopReport>;
  /** The same to a given instant; TimelineError if it cannot be reached. The report's reason is 'sought'. */
  seek(at: At): Task<StopReport>;
  readonly breakpoints: BreakpointTable;

  readonly branches: readonly BranchInfo[];
  /** Everything printed up to the shown instant. */
  output(): { readonly console: string; readonly debug: string; readonly notes: readonly string[] };
  /** Events of the shown branch (through its parents). */
  events(query: Omit<TraceQuery, 'branch'>): Task<readonly DecodedEvent[]>;
  /** Types this at the shown instant; in the past it forks. Returns the branch now shown. */
  input(text: string): number;
  knob(knob: Knob): number;
  /** Forgets a branch; TimelineError for the one shown, or one that does not exist. */
  dropBranch(id: number): void;

  /** Works on a question about the past with a cursor that is not the shown one. */
  ask<T>(question: (timeline: Timeline, cursor: Cursor) => Task<T>): Task<T>;
}

export interface BreakpointTable {
  list(): readonly BreakpointInfo[];
  /** Throws DebugError for a condition that does not parse, a place that is nowhere. */
  add(spec: BreakpointSpec): BreakpointInfo;
  /** False: there is no such breakpoint. */
  remove(id: number): boolean;
  enable(id: number, enabled: boolean): boolean;
}
