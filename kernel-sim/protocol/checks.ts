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

/** One rule of a check that was judged. */
export interface RuleResult {
  readonly passed: boolean;
  /** As its author wrote it. */
  readonly rule: string;
  /** What the rule expects and what the run had, as plain sentences. */
  readonly expected: string;
  readonly seen: string;
  /** What decided, as the trace has it: `irp_copy at 4711: 4 bytes to user, IRP …A0B0`, `"text"`, `none`. */
  readonly found: string;
  /** The instant (state) at which to look: right after the event that decided, or the end of the run. */
  readonly at: number;
}

export interface CheckResult {
  readonly id: string;
  readonly state: CheckState;
  /** Up to the first one that does not hold; empty if the check was not run. */
  readonly rules: readonly RuleResult[];
}
