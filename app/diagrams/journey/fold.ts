/**
 * Keeps a journey short enough to be read: first runs of like inner steps become one, then, if that is not enough, the middle does. Pure.
 */
import type { Step, StepKind } from './step';

export const MOST_STEPS = 60;
/** So many of a kind in a row stay as they are. */
const RUN = 3;

const INNER: Partial<Record<StepKind, string>> = {
  print: 'debug lines',
  wait: 'scheduling events',
  wake: 'scheduling events',
  switch: 'scheduling events',
  'irp-call': 'driver calls',
  'irp-return': 'driver calls',
  completion: 'completion routines',
  fault: 'exceptions',
};

export function folded(steps: readonly Step[]): readonly Step[] {
  if (steps.length <= MOST_STEPS) return steps;
  const short = foldRuns(steps);
  if (short.length <= MOST_STEPS) return short;
  const half = MOST_STEPS / 2;
  const middle = short.slice(half, short.length - half + 1);
  return [...short.slice(0, half), foldOf(middle, 'steps'), ...short.slice(short.length - half + 1)];
}

function foldRuns(steps: readonly Step[]): readonly Step[] {
  const out: Step[] = [];
  for (let i = 0; i < steps.length; ) {
    const first = steps[i];
    const what = INNER[first.kind];
    let end = i + 1;
    while (what && end < steps.length && INNER[steps[end].kind] === what) end++;
    if (what && end - i > RUN) out.push(first, foldOf(steps.slice(i + 1, end), what));
    else out.push(...steps.slice(i, end));
    i = end;
  }
  return out;
}

/** Stands for all of them; it is seen from the first of them on, and begins and ends where they do. */
function foldOf(steps: readonly Step[], what: string): Step {
  const first = steps[0];
  const last = steps[steps.length - 1];
  const label = `${steps.length} more ${what}`;
  return {
    ...{
      ...first,
      key: `fold-${first.key}`,
      kind: 'fold',
      from: first.from,
      to: last.to,
      label,
      note: '',
      tone: 'plain',
      by: '',
    },
    ...{ sentence: `${label} follow.`, standing: last.standing },
  };
}
