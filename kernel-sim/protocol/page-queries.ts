/**
 * Answers to what only a screen asks: what stands out at an instant, what the CPUs did over time, sources, judged lessons. Types only.
 */
import type { CheckResult } from './checks.ts';
import type { BuildReport, RunEnd } from './lab-api.ts';
import type { Address, At } from './time.ts';
import type { EventRow } from './views.ts';

/**
 * The request that an onlooker would follow: the one that the latest event about an IRP (or a system call on a device) before the instant is about.
 * Its times are those of the branch as far as it is recorded, whether they lie before the instant or behind it; `driver` is as of the instant.
 */
export interface RequestSituation {
  readonly irp: Address;
  /** `IRP_MJ_DEVICE_CONTROL`. */
  readonly major: string;
  /** 0: none. */
  readonly ioctl: number;
  readonly device: Address;
  /** `mirror`: who was called with it last; '' if nobody was yet. */
  readonly driver: string;
  readonly tid: number;
  readonly pid: number;
  /** State in which the system call that made it began (or the IRP was allocated, if none did), and the one right after it returned; undefined: not yet. */
  readonly from: number;
  readonly to: number | undefined;
  /** State right after the IRP was allocated, and right after it was freed; undefined: not yet. */
  readonly allocated: number;
  readonly freed: number | undefined;
  /** Its number among the requests of the run, from 1. */
  readonly ordinal: number;
}

export interface Situation {
  readonly at: At;
  readonly tid: number;
  readonly pid: number;
  /** Image name of the process; '' if there is none. */
  readonly process: string;
  readonly mode: 'user' | 'kernel' | 'interrupt' | 'idle';
  readonly cpu: number;
  /** Null: there was no request yet. */
  readonly request: RequestSituation | null;
  /** Of the story (trace/presets.ts): the last event before the shown state, and the first after it. Null: there is none. */
  readonly before: EventRow | null;
  readonly after: EventRow | null;
}

/** What a CPU does over a stretch of instants: one row a stretch (states from <= s < to), ordered by CPU and instant. The columns are transferred. */
export interface LaneColumns {
  readonly cpus: number;
  readonly cpu: Uint8Array;
  readonly from: Float64Array;
  readonly to: Float64Array;
  /** Index in `states`. */
  readonly state: Uint8Array;
  readonly states: readonly ['user', 'kernel', 'interrupt', 'idle'];
  /** Thread that ran; 0: none. */
  readonly tid: Uint32Array;
  readonly pid: Uint32Array;
  /** Several short pieces were taken together: `state` is the one that took most of it. */
  readonly mixed: Uint8Array;
  /** Image name of each process that appears, by pid. */
  readonly processes: readonly { readonly pid: number; readonly image: string }[];
}

/** How long a CPU ran a thread in each mode, in simulated ns. */
export interface StretchTime {
  readonly cpu: number;
  readonly tid: number;
  readonly pid: number;
  /** Image name of the process; '' if there is none. */
  readonly process: string;
  readonly user: number;
  readonly kernel: number;
  readonly interrupt: number;
}

/** What the states from <= s < to were spent on. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  /** Simulated ns between the two; what no row of a CPU tells, that CPU was idle. */
  readonly ns: number;
  readonly cpus: number;
  /** By CPU, the longest first. */
  readonly spent: readonly StretchTime[];
}

export interface LinesRun {
  readonly file: string;
  /** Lines with code, ascending; what is not here has none. */
  readonly lines: Uint32Array;
  /** State in which the line was about to be executed for the first time; NaN: never on this branch so far. */
  readonly first: Float64Array;
}

export interface SourceFile {
  readonly file: string;
  /** `nt`, `ntdll`, `mirror`, `app`. */
  readonly image: string;
  /** Source of the lab, not of the learner. */
  readonly system: boolean;
}

export interface SourceText extends SourceFile {
  readonly text: string;
}

/** One judged run. */
export interface JudgedRun {
  readonly seed: number;
  readonly end: RunEnd;
  readonly checks: readonly CheckResult[];
  /** In the order they were asked for; null: the run has none. */
  readonly values: readonly (number | string | null)[];
  /** What programs and drivers printed: the beginning of it, if it was long. */
  readonly console: string;
  readonly debug: string;
}

export interface JudgeReport {
  readonly build: BuildReport;
  /** Empty if the build failed. In the order of the seeds. */
  readonly runs: readonly JudgedRun[];
}
