/**
 * Checks of a lesson as plain data: what an author writes, and what a learner is told. `kernel-sim/checks` judges them.
 */

/** One check: rules in the language of `kernel-sim/checks/parser.ts`, all of which must hold. */
export interface CheckSpec {
  readonly id: string;
  /** What holds when it passes, as a sentence for the learner. */
  readonly title: string;
  readonly rules: readonly string[];
  /** Checks that must have passed; otherwise this one is not run. They stand before it. */
  readonly after?: readonly string[];
  /** What to look at when it fails. */
  readonly help?: string;
}

/** `not-run`: a check that it depends on did not pass. */
export type CheckState = 'passed' | 'failed' | 'not-run';

export interface CheckResult {
  readonly id: string;
  readonly state: CheckState;
  /** Of the first rule that does not hold, in words; '' when none. */
  readonly expected: string;
  readonly seen: string;
  /** The instant (state) at which to look: right after the event that decided, or the end of the run. Undefined unless it failed. */
  readonly at: number | undefined;
}
