/**
 * What keys and menus do to the stretch that is marked, and the numbers of it: asked of the machine once it has stayed the same for a moment. How it is
 * drawn out with the pointer is in gestures.ts.
 */
import type { Direction } from '../../kernel-sim/protocol/time';
import { ask } from '../client/lab-client';
import { LabError } from '../client/lab-connection';
import { holdIdle } from '../shell/idle';
import { shownBranch, useLab } from '../store/lab';
import { markStretch, showStretch, useStretch } from '../store/stretch';
import { step } from './motions';
import { timeline } from './timeline-store';

const SETTLED_MS = 120;
/** Part of its width that stays free on each side when it fills the timeline. */
const ROOM = 0.03;

/** The shown instant becomes one end; where there is no other, the beginning or the end of what is recorded. */
export function markFromHere(): void {
  markTo('from');
}

export function markToHere(): void {
  markTo('to');
}

function markTo(edge: 'from' | 'to'): void {
  const state = useLab.getState();
  const here = state.shown?.at.instant;
  if (here === undefined) return;
  const { marked } = useStretch.getState();
  const { from, to } = marked ?? { from: 0, to: shownBranch(state)?.head ?? here };
  if (edge === 'from') markStretch(here, to > here ? to : (shownBranch(state)?.head ?? here));
  else markStretch(from < here ? from : 0, here);
  showStretch();
}

/** A step that takes one end of the stretch with it; the other stays where the first of these steps began. */
export async function stepMarking(direction: Direction): Promise<void> {
  const here = useLab.getState().shown?.at.instant;
  if (here === undefined) return;
  const { marked } = useStretch.getState();
  const anchor = marked?.to === here ? marked.from : marked?.from === here ? marked.to : here;
  await step('into', direction);
  const there = useLab.getState().shown?.at.instant;
  if (there !== undefined) markStretch(anchor, there);
  showStretch();
}

/** The stretch over the whole width; without one, the whole run. */
export function zoomToStretch(): void {
  const { marked } = useStretch.getState();
  if (marked) {
    const room = (marked.to - marked.from) * ROOM;
    timeline.zoomTo({ from: marked.from - room, to: marked.to + room });
  } else timeline.fit();
}

/** Asks what each stretch that is marked was spent on, from now on. */
export function watchStretch(): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let release: (() => void) | undefined;
  let abort: AbortController | undefined;
  const off = useStretch.subscribe(({ marked }, before) => {
    if (marked === before.marked) return;
    stop();
    if (!marked) return;
    release = holdIdle();
    const mine = new AbortController();
    abort = mine;
    timer = setTimeout(() => {
      release?.();
      ask({ kind: 'stretch', ...marked }, { signal: mine.signal }).then(
        (spent) => {
          if (useStretch.getState().marked === marked) useStretch.setState({ spent });
        },
        (error) => {
          // Another stretch is marked, the run is gone, or it has not come there: what the page counts itself stays.
          if (!(error instanceof LabError)) throw error;
        },
      );
    }, SETTLED_MS);
  });
  const stop = () => {
    clearTimeout(timer);
    release?.();
    abort?.abort();
  };
  return () => {
    off();
    stop();
  };
}
