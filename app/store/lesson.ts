/**
 * The lesson that is open and what the player knows of it. Only `app/lesson` writes here; `id` alone is enough to come back after a reload.
 */
import { create } from 'zustand';
import type { BuildMessage } from '../../kernel-sim/protocol/lab-api';
import type { FileTexts, LoadedLesson } from '../../lessons/index';
import type { Finding } from '../lesson/model/results';
import type { LessonProgress } from './lesson-progress';
import type { Project } from './project';

/** What the player is at; everything else waits for it. */
export interface Doing {
  readonly kind: 'run' | 'check' | 'transfer' | 'jump';
  readonly step: string;
  /** 0 to 1, once it takes long. */
  readonly done: number | undefined;
}

export interface Findings {
  /** The files that were judged; others since then make this old. */
  readonly files: Project['files'];
  /** Of files that did not build there are no findings, but `problems`. */
  readonly isBuilt: boolean;
  readonly problems: readonly BuildMessage[];
  readonly list: readonly Finding[];
  readonly seeds: number;
}

/** A sentence about what was done last in a step. */
export interface Note {
  readonly step: string;
  readonly tone: 'good' | 'bad' | 'plain';
  readonly text: string;
  /** What is said besides to who does not see the step. */
  readonly more?: string;
}

/** Files to compare with the learner's: of a solution, or of the run of a transfer step. */
export interface Beside {
  readonly kind: 'solution' | 'transfer';
  readonly texts: FileTexts;
}

interface LessonState {
  /** Undefined: the start page. */
  readonly id: string | undefined;
  readonly loaded: LoadedLesson | undefined;
  /** Why it could not be opened. */
  readonly problem: string | undefined;
  readonly progress: LessonProgress | undefined;
  readonly doing: Doing | undefined;
  /** By step. */
  readonly findings: Readonly<Record<string, Findings>>;
  readonly note: Note | undefined;
  /** Counts the times that a step was gone to, and what of it takes the focus. */
  readonly arrival: { readonly count: number; readonly at: 'heading' | 'question' };
  /** Since when the learner has been without help, in ms. */
  readonly helpSince: number;
  /** Shown beside the learner's files. */
  readonly beside: Beside | undefined;
  /** The notes for the instructor are open. */
  readonly isTeaching: boolean;
  /** What was before a reset, until something else is done. */
  readonly beforeReset: LessonProgress | undefined;
}

export const CLOSED: Omit<LessonState, 'id'> = {
  loaded: undefined,
  problem: undefined,
  progress: undefined,
  doing: undefined,
  findings: {},
  note: undefined,
  arrival: { count: 0, at: 'heading' },
  helpSince: 0,
  beside: undefined,
  isTeaching: false,
  beforeReset: undefined,
};

const KEY = 'ring-zero-lab.open-lesson';

export const useLesson = create<LessonState>(() => ({ id: kept(), ...CLOSED }));

/** The player takes it from there. Undefined: the start page. */
export function openLesson(id: string | undefined): void {
  try {
    if (id === undefined) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, id);
  } catch {
    // Storage is forbidden: the lesson opens all the same.
  }
  // Somebody chose it: the focus goes there. What comes back with a reload takes none.
  useLesson.setState({ id, ...CLOSED, arrival: { count: 1, at: 'heading' } });
}

function kept(): string | undefined {
  try {
    return localStorage.getItem(KEY) ?? undefined;
  } catch {
    return undefined;
  }
}
