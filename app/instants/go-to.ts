/** Goes to an instant that was described: looks for it on the shown branch, then shows it. */
import { ask } from '../client/lab-client';
import { LabError } from '../client/lab-connection';
import { seek } from '../client/moves';
import { shownBranch, useLab } from '../store/lab';
import { count } from '../words/numbers';
import type { InstantGoal } from './described';

/** Why it could not be, in plain words; undefined: it is shown. */
export async function goTo(goal: InstantGoal): Promise<string | undefined> {
  const branch = shownBranch(useLab.getState());
  if (!branch) return 'Nothing was run yet. Press Run first.';
  try {
    const instant = await instantOf(goal, branch.id, branch.head);
    if (typeof instant === 'string') return instant;
    let problem: string | undefined;
    await seek({ branch: branch.id, instant }, (said) => {
      problem = said;
    });
    return problem;
  } catch (error) {
    if (!(error instanceof LabError)) throw error;
    return error.message;
  }
}

async function instantOf(goal: InstantGoal, branch: number, head: number): Promise<number | string> {
  if (goal.kind === 'instant') return goal.instant <= head ? goal.instant : `This run ends at instant ${count(head)}.`;
  if (goal.kind !== 'event') return goal.kind === 'beginning' ? 0 : head;
  const { events, nth } = goal;
  const range = { kind: 'events', branch, from: 0, to: head + 1, kinds: events } as const;
  const { rows } = await ask(nth < 0 ? { ...range, backward: true, limit: 1 } : { ...range, limit: nth });
  const row = nth < 0 ? rows[0] : rows[nth - 1];
  if (row) return row.event.instant + 1;
  if (rows.length === 0) return 'This run has no such event.';
  return `This run has only ${count(rows.length)} of them.`;
}
