/**
 * What the page and the lab's worker say to each other. Plain data; the page imports nothing else of the simulator.
 *
 * Commands change state, queries only ask (each is answered by one event with its number), events flow out. A run is
 * named by the number that its command chose; events of an earlier run may still arrive and are to be ignored.
 */
import type { BuildReport, LabConfig, RunEnd, TraceEvent } from './lab-api.ts';

/** What to build and run; whatever is left out has the lab's own default. */
export type RunRequest = Pick<LabConfig, 'drivers' | 'apps'> & Partial<Omit<LabConfig, 'resolveInclude'>>;

export type Command =
  /** Builds, and if that succeeds boots and runs. Ends whatever runs now. */
  | { readonly kind: 'run'; readonly run: number; readonly request: RunRequest }
  /** Ends the run where it is. */
  | { readonly kind: 'stop' }
  /** A line typed at the console. */
  | { readonly kind: 'input'; readonly text: string };

/** `story`: what a reader of a request needs, from the first driver or program on; `all`: everything. */
export type TracePreset = 'story' | 'all';

/** Which trace events are wanted: those of the preset whose name contains the filter. */
export interface TraceWindow {
  readonly preset: TracePreset;
  readonly filter: string;
  readonly from: number;
  readonly count: number;
}

export type Query = { readonly kind: 'trace-rows'; readonly query: number; readonly window: TraceWindow };

/** An event with words for it. */
export interface TraceRow {
  readonly event: TraceEvent;
  /** What happened, in one line. */
  readonly summary: string;
  /** What an event of this name means. */
  readonly meaning: string;
  /** Image name of the process it happened in, '' if there is none. */
  readonly process: string;
}

/** Where the machine is. */
export interface Progress {
  readonly instant: number;
  /** Simulated nanoseconds. */
  readonly time: number;
  /** Events that can be asked for, and earlier ones that are no longer kept. */
  readonly events: number;
  readonly dropped: number;
  /** Nothing can go on until a line is typed. */
  readonly waitsForInput: boolean;
}

export type LabEvent =
  /** The worker is loaded and takes commands. */
  | { readonly kind: 'ready' }
  | { readonly kind: 'diagnostics'; readonly run: number; readonly report: BuildReport }
  | {
      readonly kind: 'output';
      readonly run: number;
      readonly console: string;
      readonly debug: string;
      readonly notes: readonly string[];
      readonly progress: Progress;
    }
  /** The run is over: by itself (`end`), or by a stop command (no `end`). All its output was sent before. */
  | { readonly kind: 'stopped'; readonly run: number; readonly end: RunEnd | undefined; readonly progress: Progress }
  | {
      readonly kind: 'trace-rows';
      readonly query: number;
      /** How many events match the preset and the filter. */
      readonly total: number;
      readonly from: number;
      readonly rows: readonly TraceRow[];
    }
  /** Nothing runs and nothing waits to be done. */
  | { readonly kind: 'idle' };
