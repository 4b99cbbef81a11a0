/**
 * Checks of a lesson over one run: give `CheckRun` every event as it is made, then the end; it says for each check whether it passed, what
 * was expected and seen in plain sentences, and where to look. Also the values that predictions ask for. Pure: the same events give the same results.
 */
import type { CheckResult, CheckSpec, RuleResult } from '../protocol/checks.ts';
import type { RunEnd, TraceEvent } from '../protocol/lab-api.ts';
import type { NameOf } from '../trace/fields.ts';
import { sentenceOf } from '../trace/sentences.ts';
import { type Rule, RuleError, type RunValue, type Scalar } from './language.ts';
import { parseRule, parseRunValue } from './parser.ts';
import { RuleFold } from './rule-fold.ts';
import { RunText } from './run-text.ts';
import { type RunFacts, ValueFold } from './value-fold.ts';

/** A check whose rules were read. */
export interface Check {
  readonly spec: CheckSpec;
  readonly rules: readonly Rule[];
}

/** A mistake in the text of a rule, told with the place in it. */
export interface RuleMistake {
  readonly text: string;
  readonly message: string;
  readonly start: number;
  readonly end: number;
}

export function parseChecks(specs: readonly CheckSpec[]): {
  checks: Check[];
  mistakes: { check: string; mistake: RuleMistake }[];
} {
  const mistakes: { check: string; mistake: RuleMistake }[] = [];
  const checks = specs.map((spec) => ({
    spec,
    rules: spec.rules.flatMap((text) => {
      const { value, mistake } = attempt(text, parseRule);
      if (mistake) mistakes.push({ check: spec.id, mistake });
      return value ? [value] : [];
    }),
  }));
  return { checks, mistakes };
}

/** The expression of a prediction: what would have been the answer in a run. */
export function parseValue(text: string): { value?: RunValue; mistake?: RuleMistake } {
  return attempt(text, parseRunValue);
}

function attempt<T>(text: string, parse: (text: string) => T): { value?: T; mistake?: RuleMistake } {
  try {
    return { value: parse(text) };
  } catch (error) {
    if (!(error instanceof RuleError)) throw error;
    const { start, end } = error.span;
    return { mistake: { text, message: error.message, start, end } };
  }
}

export interface RunResults {
  /** In the order of the checks. */
  readonly checks: readonly CheckResult[];
  /** In the order of the values; undefined where the run has none. */
  readonly values: readonly (Scalar | undefined)[];
  /** What was printed, up to a limit. */
  readonly console: string;
  readonly debug: string;
}

interface Listener {
  see(event: TraceEvent): void;
}

export class CheckRun {
  private readonly folds: readonly { readonly check: Check; readonly rules: readonly RuleFold[] }[];
  private readonly values: readonly ValueFold[];
  private readonly listeners = new Map<string, Listener[]>();
  private readonly console = new RunText();
  private readonly debug = new RunText();
  /** Image names by number, for sentences. */
  private readonly processes = new Map<number, string>();

  /** `nameOf`: names for addresses in what is told. */
  constructor(
    checks: readonly Check[],
    values: readonly RunValue[] = [],
    private readonly nameOf: NameOf = () => '',
  ) {
    this.folds = checks.map((check) => ({ check, rules: check.rules.map((rule) => new RuleFold(rule)) }));
    for (const { rules } of this.folds) for (const fold of rules) this.listen(fold, fold.events);
    this.values = values.map((value) => {
      const fold = new ValueFold(value);
      this.listen(fold, fold.events);
      return fold;
    });
  }

  /** Whether events of this name matter to it; others need not be shown. */
  wants(name: string): boolean {
    return name === 'console' || name === 'dbg' || name === 'process_create' || this.listeners.has(name);
  }

  see(event: TraceEvent): void {
    if (event.event === 'console') this.console.push(String(event.text), event.instant);
    else if (event.event === 'process_create') this.processes.set(Number(event.process), String(event.image));
    else if (event.event === 'dbg') this.debug.push(String(event.text), event.instant);
    for (const listener of this.listeners.get(event.event) ?? []) listener.see(event);
  }

  /** The run ended this way, at this instant. */
  finish(end: RunEnd, instant: number): RunResults {
    const { console, debug } = this;
    const facts: RunFacts = { end, instant, console, debug, sentenceOf: (event) => this.sentenceOf(event) };
    const passed = new Set<string>();
    const checks = this.folds.map(({ check: { spec }, rules: folds }): CheckResult => {
      if (spec.after?.some((id) => !passed.has(id))) return { id: spec.id, state: 'not-run', rules: [] };
      const rules: RuleResult[] = [];
      for (const fold of folds) {
        const result = fold.judge(facts);
        rules.push(result);
        if (!result.passed) return { id: spec.id, state: 'failed', rules };
      }
      passed.add(spec.id);
      return { id: spec.id, state: 'passed', rules };
    });
    const values = this.values.map((value) => value.result(facts));
    return { checks, values, console: console.text, debug: debug.text };
  }

  private sentenceOf(event: TraceEvent): string {
    return sentenceOf(event, this.nameOf, this.processes.get(event.pid));
  }

  private listen(listener: Listener, events: Iterable<string>): void {
    for (const event of events) {
      const others = this.listeners.get(event);
      if (others) others.push(listener);
      else this.listeners.set(event, [listener]);
    }
  }
}
