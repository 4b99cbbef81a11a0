/**
 * When help may be had: one hint at a time, each after another attempt or a while, then the solution. Never says how many there are. Pure.
 */
import type { Work } from '../../store/lesson-progress';

/** After this long without a hint the next may be had, whether or not anything was tried. */
export const PATIENCE_MS = 120_000;

export type Help =
  /** The next hint may be shown. */
  | { readonly kind: 'hint' }
  /** All hints were shown; the solution may be. */
  | { readonly kind: 'solution' }
  /** Later: after another attempt, or in so many ms. */
  | { readonly kind: 'later'; readonly ms: number };

/** `waited`: ms since the step was entered or the last hint shown, whichever is later. */
export function helpFor(
  hints: readonly string[],
  { attempts, hints: shown, attemptsAtHint }: Work,
  waited: number,
): Help {
  const isTried = attempts > (shown === 0 ? 0 : attemptsAtHint);
  if (!isTried && waited < PATIENCE_MS) return { kind: 'later', ms: PATIENCE_MS - waited };
  return { kind: shown < hints.length ? 'hint' : 'solution' };
}
