/**
 * What the page knows of the lab: the phase it is in, the shown instant and where that is, what stands printed there, how the run ended, and what
 * the build found. Frozen records of what was told; the machine itself stays in the worker. Only `client/` writes here.
 */
import { create } from 'zustand';
import type { BuildMessage, RunEnd } from '../../kernel-sim/protocol/lab-api';
import type { Progress } from '../../kernel-sim/protocol/messages';
import type { Situation } from '../../kernel-sim/protocol/page-queries';
import type { Suspect } from '../../kernel-sim/protocol/questions';
import type { At, BranchInfo, BreakpointInfo, Direction, StopReport } from '../../kernel-sim/protocol/time';

/**
 * `loading`: the worker starts. `ready`: nothing was run. `building`. `running`: goes on by itself, or waits for typed input. `standing`: the machine
 * stands at the shown instant (`shown`), or there is none (the build failed, the worker was lost).
 */
export type Phase = 'loading' | 'ready' | 'building' | 'running' | 'standing';

/** How the last run came to its end. */
export type Outcome =
  | RunEnd
  /** There were build errors; nothing ran. */
  | { readonly kind: 'build-failed'; readonly errors: number }
  /** The user pressed Stop. */
  | { readonly kind: 'stopped' }
  /** The worker died or did not answer, and was replaced. */
  | { readonly kind: 'worker-lost'; readonly text: string };

/** The worker was lost in the middle of this run. */
export interface Loss {
  readonly text: string;
  /** The machine has been made again and stands where it stood. */
  readonly isBack: boolean;
  /** It was running on, and is not let to do that by itself any more. */
  readonly isHeld: boolean;
}

/** A motion that has not come to its stop. */
export interface Moving {
  readonly direction: Direction;
  /** In words: `step over`, `back to the last breakpoint`. */
  readonly what: string;
  /** 0 to 1, once it takes long. */
  readonly done: number | undefined;
}

export interface LabState {
  readonly phase: Phase;
  /** Of the branch shown, wherever in it the shown instant is; undefined while it can go on. */
  readonly outcome: Outcome | undefined;
  /** Until another run begins or the learner has read it. */
  readonly loss: Loss | undefined;
  /** What in the past led to a bad end, likeliest first. */
  readonly trail: readonly Suspect[];
  readonly messages: readonly BuildMessage[];
  /** As printed at the shown instant. */
  readonly console: OutputText;
  readonly debug: OutputText;
  readonly progress: Progress;
  /** Where the machine stands; undefined: there is no machine, or it has not stood yet. */
  readonly shown: StopReport | undefined;
  /** What was shown before that: what changed since is marked. */
  readonly before: At | undefined;
  /** Of the shown instant, or of the one before while it is being asked for. */
  readonly situation: Situation | undefined;
  readonly moving: Moving | undefined;
  readonly branches: readonly BranchInfo[];
  readonly breakpoints: readonly BreakpointInfo[];
  /** Changes with each run: what was cached of an earlier one is worth nothing. */
  readonly run: number;
  /** Asks that the worker has not answered yet. */
  readonly asking: number;
}

/** Text that grows, kept to its latest part. */
export interface OutputText {
  readonly text: string;
  /** Characters that were dropped from its beginning. */
  readonly dropped: number;
}

const KEPT_CHARACTERS = 200_000;
export const NO_OUTPUT: OutputText = { text: '', dropped: 0 };

type PerRun = Omit<LabState, 'phase' | 'run' | 'asking'>;

export const BLANK_RUN: PerRun = {
  outcome: undefined,
  loss: undefined,
  trail: [],
  messages: [],
  console: NO_OUTPUT,
  debug: NO_OUTPUT,
  progress: { instant: 0, time: 0, events: 0, waitsForInput: false },
  shown: undefined,
  before: undefined,
  situation: undefined,
  moving: undefined,
  branches: [],
  breakpoints: [],
};

export const useLab = create<LabState>(() => ({ phase: 'loading', run: 0, asking: 0, ...BLANK_RUN }));

export function isBusy(phase: Phase): boolean {
  return phase === 'building' || phase === 'running';
}

/** The branch shown; undefined: there is no machine. */
export function shownBranch({ shown, branches }: LabState): BranchInfo | undefined {
  return branches.find(({ id }) => id === shown?.at.branch);
}

/** The text with more at its end, cut at a line when it grows too long. */
export function appended({ text, dropped }: OutputText, more: string): OutputText {
  const whole = text + more;
  if (whole.length <= KEPT_CHARACTERS) return { text: whole, dropped };
  const cut = whole.indexOf('\n', whole.length - KEPT_CHARACTERS / 2) + 1 || whole.length - KEPT_CHARACTERS / 2;
  return { text: whole.slice(cut), dropped: dropped + cut };
}
