/**
 * What the transport knows of itself: whether it plays, which of its dialogs is open, what went wrong last, and where breakpoints were met in this run.
 * The timeline's data and view stand beside it, so that keys and buttons work on what is seen.
 */
import { create } from 'zustand';
import type { At, Direction } from '../../kernel-sim/protocol/time';
import { useLab } from '../store/lab';

/** A breakpoint stopped the machine here. */
export interface Hit {
  readonly at: At;
  readonly text: string;
}

interface TransportState {
  readonly playing: Direction | undefined;
  readonly dialog: 'go' | 'bookmark' | undefined;
  /** Why the last motion could not be, in plain words; until the next one. */
  readonly problem: string | undefined;
  /** In the order in which they were met; each instant once. */
  readonly hits: readonly Hit[];
}

const NOTHING: TransportState = { playing: undefined, dialog: undefined, problem: undefined, hits: [] };

export const useTransport = create<TransportState>(() => NOTHING);

const MOST_HITS = 2000;

export function withHit(hits: readonly Hit[], hit: Hit): readonly Hit[] {
  const isKnown = hits.some(({ at }) => at.branch === hit.at.branch && at.instant === hit.at.instant);
  return isKnown ? hits : [...hits, hit].slice(-MOST_HITS);
}

/** Remembers where breakpoints stop the machine, from now on; another run has its own. */
export function watchHits(): () => void {
  return useLab.subscribe(({ run, shown }, before) => {
    if (run !== before.run) useTransport.setState({ hits: [], problem: undefined });
    if (!shown || shown === before.shown || shown.reason !== 'breakpoint') return;
    const hit = { at: shown.at, text: shown.text || `breakpoint ${shown.breakpoints.join(', ')}` };
    useTransport.setState(({ hits }) => ({ hits: withHit(hits, hit) }));
  });
}
