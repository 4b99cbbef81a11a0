/**
 * The history of a run: every instant of it can be reached again, forwards and backwards. Skeleton: signatures only.
 */
import type { Task } from '../base/task.ts';
import type { Kernel } from '../kernel/kernel.ts';
import type { At, BranchInfo } from '../protocol/time.ts';
import type { TraceStrings } from '../trace/recorder.ts';
import type { Cursor } from './cursor.ts';
import type { RunLimits } from './execution.ts';
import type { Knob, TimelineLog } from './log.ts';
import type { TraceStore } from './trace-store.ts';

export interface TimelineOptions {
  /** A fresh machine of this build at instant 0, its trace interned in `strings`; always the same. Called once for each cursor. */
  boot(strings: TraceStrings): Kernel;
  limits: RunLimits;
  /** Bytes that checkpoints may take; 192 MiB. */
  checkpointBytes?: number;
  /** Bytes of trace that are kept; what is beyond is made again by replay; 64 MiB. */
  traceBytes?: number;
  /** Host milliseconds, to measure replay: decides where checkpoints stand, never what the machine does. Default: instructions / 50,000. */
  clock?: () => number;
  /** Milliseconds of replay between two checkpoints of a recording; 10. */
  checkpointMs?: number;
}

/** Everything printed up to an instant. */
export interface Output {
  readonly console: string;
  readonly debug: string;
  readonly notes: readonly string[];
}

export interface TimelineStats {
  readonly checkpoints: number;
  readonly checkpointBytes: number;
  readonly traceBytes: number;
  readonly evictedChunks: number;
  readonly events: number;
}

export declare class Timeline {
  constructor(options: TimelineOptions);
  /** Another worker's history made again: same build, same options. Throws TimelineError if the log is none of this build. */
  static resume(options: TimelineOptions, log: TimelineLog): Task<Timeline>;

  /** Those that were not dropped, in the order they began. */
  readonly branches: readonly BranchInfo[];
  /** The cursor that records. */
  readonly main: Cursor;
  readonly trace: TraceStore;
  /** Of every cursor's trace. */
  readonly strings: TraceStrings;

  branch(id: number): BranchInfo;
  /** Another machine over the same checkpoints, at instant 0 of the branch the main cursor is on; it never records. */
  newCursor(): Cursor;
  /** Why this cannot be sought, in plain words; undefined: it can. */
  problemWith(at: At): string | undefined;
  /**
   * Sends a cursor there. Throws TimelineError if that cannot be; a new seek of the same cursor (or a run of it) supersedes this
   * one, whose next step then throws Superseded. The head of a branch that has ended is the final state, the machine stopped.
   */
  seek(cursor: Cursor, at: At): Task<void>;
  /** Typed input at the main cursor's instant, applied when going on from there: forks unless that is the open head of its branch. Returns the branch now current. */
  input(bytes: Uint8Array): number;
  /** The same for a knob. */
  knob(knob: Knob): number;
  /** Forgets a branch; what living branches share with it stays. Throws TimelineError for the one that the main cursor is on. */
  dropBranch(id: number): void;
  /** Greatest instant <= at.instant with a checkpoint on the way of that branch; 0 at least. */
  checkpointBefore(at: At): number;
  /** History just before `to` will be walked backwards: while this cursor next replays [from, to) it leaves checkpoints, closer and closer towards `to`. */
  densify(cursor: Cursor, from: number, to: number): void;
  /** Everything printed up to an instant; or what came after the given lengths. */
  output(at: At, after?: { console: number; debug: number; notes: number }): Output;
  stats(): TimelineStats;
  /** Plain data from which `resume` comes to the same place. */
  log(): TimelineLog;
}
