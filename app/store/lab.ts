/**
 * What the page knows of the lab: the phase it is in and what the last run printed, found and came to. Frozen records
 * of what happened; the machine itself stays in the worker. Only `client/` writes here.
 */
import { create } from 'zustand';
import type { BuildMessage, RunEnd } from '../../kernel-sim/protocol/lab-api';
import type { Progress } from '../../kernel-sim/protocol/messages';
import type { Suspect } from '../../kernel-sim/protocol/questions';

export type Phase = 'loading' | 'ready' | 'building' | 'running' | 'over';

/** How the last run came to its end. */
export type Outcome =
  | RunEnd
  /** There were build errors; nothing ran. */
  | { readonly kind: 'build-failed'; readonly errors: number }
  /** The user pressed Stop. */
  | { readonly kind: 'stopped' }
  /** The worker died or did not answer, and was replaced. */
  | { readonly kind: 'worker-lost'; readonly text: string };

export interface LabState {
  readonly phase: Phase;
  readonly outcome: Outcome | undefined;
  /** What in the past led to a bad end, likeliest first. */
  readonly trail: readonly Suspect[];
  readonly messages: readonly BuildMessage[];
  readonly console: OutputText;
  readonly debug: OutputText;
  readonly progress: Progress;
  /** Changes with each run: what was cached of an earlier one is worth nothing. */
  readonly run: number;
  /** Queries that the worker has not answered yet. */
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

export const BLANK_RUN: Pick<LabState, 'outcome' | 'trail' | 'messages' | 'console' | 'debug' | 'progress'> = {
  outcome: undefined,
  trail: [],
  messages: [],
  console: NO_OUTPUT,
  debug: NO_OUTPUT,
  progress: { instant: 0, time: 0, events: 0, waitsForInput: false },
};

export const useLab = create<LabState>(() => ({ phase: 'loading', run: 0, asking: 0, ...BLANK_RUN }));

export function isBusy(phase: Phase): boolean {
  return phase === 'building' || phase === 'running';
}

/** The text with more at its end, cut at a line when it grows too long. */
export function appended({ text, dropped }: OutputText, more: string): OutputText {
  const whole = text + more;
  if (whole.length <= KEPT_CHARACTERS) return { text: whole, dropped };
  const cut = whole.indexOf('\n', whole.length - KEPT_CHARACTERS / 2) + 1 || whole.length - KEPT_CHARACTERS / 2;
  return { text: whole.slice(cut), dropped: dropped + cut };
}
