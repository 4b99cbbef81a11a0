/**
 * Moves a kernel forward under the limits of a run, and says how the run ended. Shared by the timeline and by labs that only run.
 */
export interface RunLimits {
  /** Simulated nanoseconds. */
  readonly ns: number;
  /** Infinity: none. */
  readonly instructions: number;
}
