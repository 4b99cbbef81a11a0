/**
 * How far a learner is in each lesson: the step, what was answered and how surely, attempts, hints, what passed, what was written. Kept at once,
 * in this browser alone. Two tabs do not undo each other: what is kept is the union of what both know, until a lesson is begun anew.
 */

export const CONFIDENCES = ['unsure', 'fairly', 'sure'] as const;
export type Confidence = (typeof CONFIDENCES)[number];

/** Of a `predict` or `transfer` step. */
export interface Answer {
  /** Place of the chosen option in the list. */
  readonly option: number;
  readonly confidence: Confidence;
  /** What the run gave, once there was one. */
  readonly result?: number | string | null;
  /** Of the chosen option, if the run proved it wrong. */
  readonly misconception?: string;
  /** The run that decided, if no other place of the page shows it. */
  readonly run?: AnswerRun;
}

export interface AnswerRun {
  readonly seed: number;
  /** How it ended, as a sentence. */
  readonly end: string;
  readonly console: string;
  readonly debug: string;
}

/** Of a `task` or `order` step. */
export interface Work {
  readonly attempts: number;
  /** Hints shown; the solution is not one of them. */
  readonly hints: number;
  /** Attempts that had been made when the last hint was shown. */
  readonly attemptsAtHint: number;
  readonly solutionShown: boolean;
}

/** Of an `explain` step. */
export interface Explained {
  readonly text: string;
  readonly option?: number;
  /** The author's answer was shown. */
  readonly compared: boolean;
}

export interface LessonProgress {
  /** Counts beginnings: what was done before the latest does not come back from another tab. */
  readonly beginning: number;
  /** When it was changed last; the later of two says which step it is. */
  readonly changed: number;
  readonly step: string;
  /** Steps that are done. */
  readonly done: readonly string[];
  readonly answers: Readonly<Record<string, Answer>>;
  readonly work: Readonly<Record<string, Work>>;
  /** Ids of checks that have passed at least once. */
  readonly passed: readonly string[];
  readonly explained: Readonly<Record<string, Explained>>;
  /** Blocks of an `order` step as the learner has them, by id; the others are left out. */
  readonly orders: Readonly<Record<string, readonly string[]>>;
  readonly seconds: number;
  /** The end was reached. */
  readonly finished: boolean;
}

export const NO_WORK: Work = { attempts: 0, hints: 0, attemptsAtHint: 0, solutionShown: false };

export function begin(step: string, beginning = 0): LessonProgress {
  const nothing = { answers: {}, work: {}, explained: {}, orders: {} };
  return { beginning, changed: 0, step, done: [], passed: [], seconds: 0, finished: false, ...nothing };
}

/** What both know together. */
export function merge(a: LessonProgress, b: LessonProgress): LessonProgress {
  if (a.beginning !== b.beginning) return a.beginning > b.beginning ? a : b;
  const [older, newer] = a.changed <= b.changed ? [a, b] : [b, a];
  return {
    beginning: a.beginning,
    changed: newer.changed,
    step: newer.step,
    done: union(older.done, newer.done),
    passed: union(older.passed, newer.passed),
    answers: { ...older.answers, ...newer.answers },
    work: mergeWork(older.work, newer.work),
    explained: { ...older.explained, ...newer.explained },
    orders: { ...older.orders, ...newer.orders },
    seconds: Math.max(older.seconds, newer.seconds),
    finished: older.finished || newer.finished,
  };
}

function union(a: readonly string[], b: readonly string[]): readonly string[] {
  return [...new Set([...a, ...b])];
}

/** Help that was had stays had. */
function mergeWork(older: LessonProgress['work'], newer: LessonProgress['work']): LessonProgress['work'] {
  const both = { ...older, ...newer };
  return Object.fromEntries(
    Object.entries(both).map(([step, work]) => {
      const other = older[step] ?? work;
      return [
        step,
        {
          attempts: Math.max(work.attempts, other.attempts),
          hints: Math.max(work.hints, other.hints),
          attemptsAtHint: Math.max(work.attemptsAtHint, other.attemptsAtHint),
          solutionShown: work.solutionShown || other.solutionShown,
        },
      ];
    }),
  );
}

type Keeper = Pick<Storage, 'getItem' | 'setItem'>;

const KEY = 'ring-zero-lab.lesson.';

/** What an earlier visit or another tab left; undefined: nothing, or nothing that can be read. */
export function keptProgress(id: string, keeper: Keeper = localStorage): LessonProgress | undefined {
  try {
    const data: unknown = JSON.parse(keeper.getItem(KEY + id) ?? 'null');
    return isProgress(data) ? data : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps it together with what another tab has kept meanwhile; gives both. */
export function keepProgress(id: string, progress: LessonProgress, keeper: Keeper = localStorage): LessonProgress {
  const other = keptProgress(id, keeper);
  const both = other ? merge(other, progress) : progress;
  try {
    keeper.setItem(KEY + id, JSON.stringify(both));
  } catch {
    // A full or forbidden storage does not end the lesson; it is only not remembered.
  }
  return both;
}

/** Of an earlier version of the page, or of nobody's: whatever lacks a part is as if it had never been. */
function isProgress(data: unknown): data is LessonProgress {
  if (typeof data !== 'object' || data === null) return false;
  const model: Readonly<Record<string, unknown>> = { ...begin('') };
  const given: Readonly<Record<string, unknown>> = { ...data };
  return Object.keys(model).every(
    (key) =>
      typeof given[key] === typeof model[key] && given[key] !== null && isList(given[key]) === isList(model[key]),
  );
}

function isList(value: unknown): boolean {
  return Array.isArray(value);
}
