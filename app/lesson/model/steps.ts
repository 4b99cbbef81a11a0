/**
 * The way through a lesson: which steps there are, which can be visited, and whether Run is locked. Pure.
 *
 * A prediction is a gate: nothing behind it can be visited before it is answered. Everything else may be left for later and says so.
 */
import type { LessonSection, Step } from '../../../lessons/schema';
import type { LessonProgress } from '../../store/lesson-progress';

/** The page after the last step: what was learned. */
export const END = 'the-end';

export type StepState = 'done' | 'open' | 'locked';

export interface OutlineEntry {
  readonly id: string;
  readonly title: string;
  readonly state: StepState;
}

type Known = Pick<LessonProgress, 'answers' | 'done'>;

/** Every step, and the end, in their order. */
export function outlineOf(
  steps: readonly Step[],
  sections: readonly LessonSection[],
  known: Known,
): readonly OutlineEntry[] {
  const gate = steps.findIndex((step) => isUnanswered(step, known));
  const entries = steps.map(({ id }, i): OutlineEntry => {
    const title = sections.find((section) => section.id === id)?.title ?? id;
    const isLocked = gate >= 0 && i > gate;
    return { id, title, state: isLocked ? 'locked' : known.done.includes(id) ? 'done' : 'open' };
  });
  return [...entries, { id: END, title: 'What you learned', state: gate >= 0 ? 'locked' : 'open' }];
}

/** The step that Next or Back leads to; undefined: there is none, or it is locked. */
export function neighbour(outline: readonly OutlineEntry[], id: string, by: 1 | -1): string | undefined {
  const target = outline[outline.findIndex((entry) => entry.id === id) + by];
  return target && target.state !== 'locked' ? target.id : undefined;
}

/** The step to come back to: the one that was kept, if it can be visited still. */
export function stepToShow(outline: readonly OutlineEntry[], kept: string): string {
  const entry = outline.find(({ id }) => id === kept);
  if (entry && entry.state !== 'locked') return kept;
  return outline.findLast(({ state }) => state !== 'locked')?.id ?? END;
}

/**
 * The prediction that keeps Run locked: one that the learner has reached, or the first of the lesson while nothing was to be run yet. A later one
 * locks only when it is reached, because the files may be run for what comes before it.
 */
export function gateOf(steps: readonly Step[], known: Known, current: string): string | undefined {
  const here = current === END ? steps.length : steps.findIndex(({ id }) => id === current);
  const firstRun = steps.findIndex(({ kind }) => kind === 'run' || kind === 'task');
  const gate = steps.find((step, i) => isUnanswered(step, known) && (i <= here || firstRun < 0 || i < firstRun));
  return gate?.id;
}

/** Predictions are about a run of what the learner started from, or once a task came before, of the solution. */
export function isAboutSolution(steps: readonly Step[], id: string): boolean {
  const place = steps.findIndex((step) => step.id === id);
  return steps.slice(0, place).some(({ kind }) => kind === 'task');
}

/** Answered predictions that no run has decided yet, up to a step. */
export function undecided(
  steps: readonly Step[],
  known: Known,
  current: string,
): readonly Extract<Step, { kind: 'predict' }>[] {
  const here = current === END ? steps.length : steps.findIndex(({ id }) => id === current);
  return steps.filter(
    (step, i): step is Extract<Step, { kind: 'predict' }> =>
      step.kind === 'predict' && i <= here && known.answers[step.id] !== undefined && !isDecided(known, step.id),
  );
}

export function isDecided({ answers }: Pick<Known, 'answers'>, id: string): boolean {
  return answers[id]?.result !== undefined;
}

function isUnanswered(step: Step, { answers }: Known): boolean {
  return step.kind === 'predict' && answers[step.id] === undefined;
}
