/**
 * Moving through a run's history: instants, stops, breakpoints. Plain data; shared by page, worker, command line and debugger.
 */
import type { RunEnd } from './lab-api.ts';
import type { ViewQuery } from './views.ts';

/** `0x` and 16 upper-case hex digits, as in trace events. */
export type Address = string;

/**
 * A point of history: the state right after the `instant`th instruction of a branch, before anything else happened. What an event of
 * the trace with instant e tells is seen at e + 1, the first state after it.
 */
export interface At {
  readonly branch: number;
  readonly instant: number;
}

/** One line of history. An input or a knob in the past of a branch begins another; both stay. */
export interface BranchInfo {
  readonly id: number;
  /** Where it left its parent; undefined: begins at boot. */
  readonly from: At | undefined;
  /** Furthest instant that was recorded. */
  readonly head: number;
  /** How it ended, at `head`; undefined: it can go on. */
  readonly end: RunEnd | undefined;
  /** What began it, in plain words. */
  readonly cause: string;
}

export type Direction = 'forward' | 'back';
export type StepUnit = 'instruction' | 'statement' | 'line';

/**
 * Whose instructions count. `thread`: wherever it runs, its interrupts and DPCs left aside (unless it stands in one); `cpu`: whatever this
 * CPU executes. Ids are those of the trace (tid); left out: of the shown instant.
 */
export type Follow =
  | { readonly kind: 'thread'; readonly tid?: number }
  | { readonly kind: 'cpu'; readonly cpu?: number };

export type PlaceSpec =
  | { readonly kind: 'line'; readonly file: string; readonly line: number }
  /** `DispatchControl`, `thermo!DispatchControl`. */
  | { readonly kind: 'routine'; readonly name: string }
  | { readonly kind: 'address'; readonly address: Address };

/** Where to stop next (or before). Each is a filter over instants, so that backwards means the same. */
export type Motion =
  /** `into` stops in the learner's own code only, unless `everything`. `out`: behind the call in the caller. */
  | {
      readonly kind: 'step';
      readonly unit: StepUnit;
      readonly how: 'into' | 'over' | 'out';
      readonly everything?: boolean;
      readonly count?: number;
    }
  /** To the next call made, or return about to be taken, in this frame or out of it (WinDbg's pc, pt). */
  | { readonly kind: 'call' | 'return' }
  /** To a breakpoint, the end or the beginning. */
  | { readonly kind: 'run' }
  /** To an event of the trace; `match` is looked for in its summary. */
  | { readonly kind: 'event'; readonly events: readonly string[]; readonly match?: string }
  | { readonly kind: 'place'; readonly place: PlaceSpec }
  /**
   * To the nearest instant at which one of these views shows something else than now, as far as looking every so often tells (kernel-sim/lab-change.ts).
   * Breakpoints do not stop it. `step` is the reason of the stop, and its text names what changed.
   */
  | { readonly kind: 'change'; readonly views: readonly ViewQuery[] };

export interface MoveRequest {
  readonly motion: Motion;
  readonly direction: Direction;
  readonly follow?: Follow;
}

export type StopReason =
  | 'step'
  | 'breakpoint'
  | 'event'
  | 'place'
  /** Forwards: the run is over (`end` says how). Backwards: boot. */
  | 'end'
  | 'beginning'
  /** Nothing can go on until something is typed. */
  | 'input'
  | 'sought'
  | 'paused';

/** Where a motion stopped. */
export interface StopReport {
  readonly at: At;
  readonly reason: StopReason;
  readonly cpu: number;
  readonly tid: number;
  readonly pid: number;
  /** `thermo!DispatchControl+0x30 (driver.c:41)`: the instruction about to be executed by that CPU. */
  readonly place: string;
  readonly file: string | undefined;
  readonly line: number;
  /** The breakpoints that stopped it. */
  readonly breakpoints: readonly number[];
  /** In plain words: what was hit, written, printed; '' if the reason says all. */
  readonly text: string;
  readonly end: RunEnd | undefined;
  /** What log points said on the way, in order of instants. */
  readonly log: readonly LogLine[];
}

export interface LogLine {
  readonly instant: number;
  readonly breakpoint: number;
  readonly text: string;
}

export type BreakpointWhere =
  | PlaceSpec
  | { readonly kind: 'event'; readonly event: string; readonly match?: string }
  | {
      readonly kind: 'data';
      /** A C expression for the address, evaluated when it is set (`&g_Count`, `0xFFFF...`), or a physical address. */
      readonly address: string;
      readonly length: number;
      /** `change`: written with another value. `access`: read or written. */
      readonly access: 'read' | 'write' | 'access' | 'change';
      readonly physical?: boolean;
    };

export interface BreakpointSpec {
  readonly where: BreakpointWhere;
  /** A C expression in the scope of the place; stops where it is not 0. */
  readonly condition?: string;
  /** Which of its hits count, numbered from boot: the nth alone, or every nth. */
  readonly hits?: { readonly kind: 'equal' | 'multiple' | 'from'; readonly count: number };
  /** A log point: says this, with `{expression}` replaced by its value, and goes on. */
  readonly log?: string;
  readonly tid?: number;
  readonly cpu?: number;
  readonly enabled?: boolean;
}

export interface BreakpointInfo {
  readonly id: number;
  readonly spec: BreakpointSpec;
  readonly enabled: boolean;
  /** Where it stands now: `thermo!Control+0x8 (driver.c:41)`; or why nowhere yet (deferred until the image is loaded). */
  readonly resolved: string;
}
