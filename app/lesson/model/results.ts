/**
 * What the judged runs of a task say together: a check holds if it holds under every seed; the first seed that fails is the one to look at. Pure.
 */
import type { CheckSpec } from '../../../kernel-sim/protocol/checks';
import type { JudgedRun } from '../../../kernel-sim/protocol/page-queries';

export interface Finding {
  readonly id: string;
  readonly state: 'passed' | 'failed' | 'not-run';
  readonly expected: string;
  readonly seen: string;
  /** Where to look, in the run under `seed`; undefined unless it failed. */
  readonly at: number | undefined;
  readonly seed: number | undefined;
}

/** One a check, in their order. */
export function findingsOf(checks: readonly CheckSpec[], runs: readonly JudgedRun[]): readonly Finding[] {
  return checks.map(({ id }): Finding => {
    const results = runs.flatMap(({ seed, checks: judged }) =>
      judged.filter((one) => one.id === id).map((one) => ({ ...one, seed })),
    );
    const failed = results.find(({ state }) => state === 'failed');
    if (failed) return failed;
    const isPassed = results.length > 0 && results.every(({ state }) => state === 'passed');
    return { id, state: isPassed ? 'passed' : 'not-run', expected: '', seen: '', at: undefined, seed: undefined };
  });
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
  return reached?.state === 'passed' ? first?.at : undefined;
}
