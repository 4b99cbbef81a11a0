/**
 * What the judged runs of a task say together: a check holds if it holds under every seed; the first seed that fails is the one to look at. Pure.
 */
import type { CheckResult, CheckSpec, RuleResult } from '../../../kernel-sim/protocol/checks';
import type { JudgedRun } from '../../../kernel-sim/protocol/page-queries';

export interface Finding {
  readonly id: string;
  readonly state: CheckResult['state'];
  /** What was judged, of the run under `seed`: of the first that failed, else of the first of all. */
  readonly rules: readonly RuleResult[];
  /** Undefined if the check was not run. */
  readonly seed: number | undefined;
  /** Every seed under which it failed. */
  readonly failing: readonly number[];
}

/** One a check, in their order. */
export function findingsOf(checks: readonly CheckSpec[], runs: readonly JudgedRun[]): readonly Finding[] {
  return checks.map(({ id }): Finding => {
    const results = runs.flatMap(({ seed, checks: judged }) =>
      judged.filter((one) => one.id === id).map((one) => ({ ...one, seed })),
    );
    const [first] = results;
    const failed = results.filter(({ state }) => state === 'failed');
    const failing = failed.map(({ seed }) => seed);
    if (failed[0]) return { ...failed[0], failing };
    if (first && results.every(({ state }) => state === 'passed')) return { ...first, failing };
    return { id, state: 'not-run', rules: [], seed: undefined, failing };
  });
}

interface Judged {
  readonly isBuilt: boolean;
  readonly list: readonly Finding[];
  readonly seeds: number;
}

/** How it came out, in a few words. */
export function headlineOf({ isBuilt, list }: Judged): string {
  if (!isBuilt) return 'The files do not build';
  const passed = list.filter(({ state }) => state === 'passed').length;
  if (passed === list.length)
    return list.length === 1 ? 'The check has passed' : `All ${list.length} checks have passed`;
  return `Failed: ${passed} of ${list.length} checks have passed`;
}

/** Under which seeds was judged, and where it failed; '' for one seed. */
export function seedsText({ isBuilt, list, seeds }: Judged): string {
  if (seeds < 2 || !isBuilt) return '';
  const failing = [...new Set(list.flatMap((one) => one.failing))].sort((a, b) => a - b);
  const runs = `Judged in ${seeds} runs with different seeds, which interleave the CPUs differently.`;
  if (failing.length === 0) return runs;
  if (failing.length === seeds) return `${runs} Every run fails.`;
  return `${runs} ${failing.length === 1 ? 'One run fails' : `${failing.length} runs fail`}: seed ${failing.join(', ')}.`;
}

/** Why it failed, as it is said to who does not see it; '' if nothing failed. */
export function reasonOf(list: readonly Finding[], titleOf: (id: string) => string): string {
  const failed = list.find(({ state }) => state === 'failed');
  const rule = failed && deciding(failed);
  if (!failed || !rule) return '';
  return `Failed: ${titleOf(failed.id)}. Expected: ${rule.expected} Seen: ${rule.seen}`;
}

/** The rule that decided that a check has failed. */
export function deciding({ rules }: Pick<Finding, 'rules'>): RuleResult | undefined {
  return rules.find(({ passed }) => !passed);
}

/** What the instant of a rule that does not hold shows: what never happened has no moment. */
export function momentLabel({ found }: Pick<RuleResult, 'found'>): string {
  if (/^none( and none)*$/.test(found)) return 'Go to the end of the run';
  return found.startsWith('none; ') ? 'Jump to the last of its kind' : 'Jump to the moment';
}

/** What the lesson says once the machine stands there. */
export function momentSaid({ found }: Pick<RuleResult, 'found'>): string {
  const stands = 'The machine stands at ';
  if (/^none( and none)*$/.test(found)) return `${stands}the end of the run: what the check waits for never came.`;
  if (found.startsWith('none; ')) return `${stands}the last of its kind: none was as the check expects.`;
  return `${stands}the moment that decided this check.`;
}

/** The checks of a task and those that they wait for, in the order of the lesson. */
export function checksOf(all: readonly CheckSpec[], ids: readonly string[]): readonly CheckSpec[] {
  const wanted = new Set<string>();
  const want = (id: string) => {
    if (wanted.has(id)) return;
    wanted.add(id);
    for (const before of all.find((check) => check.id === id)?.after ?? []) want(before);
  };
  ids.forEach(want);
  return all.filter(({ id }) => wanted.has(id));
}

/**
 * `some irp_copy where ...` as checks that find the place: `reached` passes if there is such an event; `first` then fails right after the first one,
 * and says where. Undefined: no rule of that form.
 */
export function stopOf(until: string): { readonly event: string; readonly checks: readonly CheckSpec[] } | undefined {
  const [, event, rest] = /^\s*some\s+(\w+)([\s\S]*)$/.exec(until) ?? [];
  if (event === undefined || rest === undefined) return undefined;
  return {
    event,
    checks: [
      { id: 'reached', title: 'The run gets there', rules: [until] },
      { id: 'first', title: 'The first time', rules: [`never ${event}${rest}`] },
    ],
  };
}

/** The instant (state) of the stop in a judged run; undefined: the run does not get there. */
export function stopInstant({ checks }: JudgedRun): number | undefined {
  const [reached, first] = ['reached', 'first'].map((id) => checks.find((check) => check.id === id));
  return reached?.state === 'passed' && first ? deciding(first)?.at : undefined;
}
