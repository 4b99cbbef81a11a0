/**
 * Where the shown instant is in the list of events, and whether the list goes there: it does until the reader scrolls away, and again once asked to.
 */
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import type { TracePreset } from '../../kernel-sim/protocol/messages';
import { ask } from '../client/lab-client';
import { useLab } from '../store/lab';
import { ROW_HEIGHT } from './EventRow';

/** Rows that stay visible above and below the row of now. */
const ROOM = 2;
/** The head of the table lies over the first row. */
const HEAD = ROW_HEIGHT;

interface List {
  readonly preset: TracePreset;
  readonly filter: string;
}

/** How many rows are seen at the shown instant; undefined: that is not known yet. One question is under way at a time, the latest instant follows. */
export function useRowsBefore({ preset, filter }: List): number | undefined {
  const run = useLab((state) => state.run);
  const branch = useLab((state) => state.shown?.at.branch);
  const instant = useLab((state) => state.shown?.at.instant);
  const key = `${run} ${branch} ${preset} ${filter}`;
  const [found, setFound] = useState<{ readonly of: string; readonly before: number }>();
  const asks = useRef<Asks>(undefined);
  asks.current ??= new Asks();
  useEffect(() => {
    if (instant === undefined) return;
    asks.current?.want({ preset, filter, instant }, (before) => setFound({ of: key, before }));
  }, [instant, key, preset, filter]);
  return instant !== undefined && found?.of === key ? found.before : undefined;
}

class Asks {
  #isBusy = false;
  #next: (() => void) | undefined;

  want(list: List & { readonly instant: number }, take: (before: number) => void): void {
    const work = () => {
      this.#isBusy = true;
      ask({ kind: 'trace-place', ...list })
        .then(
          ({ before }) => take(before),
          () => {
            // The worker was lost, or another run began: it is asked again when that shows something.
          },
        )
        .finally(() => {
          this.#isBusy = false;
          const next = this.#next;
          this.#next = undefined;
          next?.();
        });
    };
    if (this.#isBusy) this.#next = work;
    else work();
  }
}

export interface Following {
  readonly isFollowing: boolean;
  /** From now on again. */
  readonly follow: () => void;
}

/** Keeps the row of now in view. `rows`: how many lie before the shown instant; `total`: how many there are; `list`: which they are. */
export function useFollowNow(
  scroller: RefObject<HTMLElement | null>,
  rows: number | undefined,
  total: number,
  list: string,
): Following {
  const [isFollowing, setFollowing] = useState(true);

  // What the list does by itself scrolls it too: only what a reader scrolls with counts.
  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const leave = () => setFollowing(false);
    const press = ({ target }: Event) => {
      if (target === element) leave();
    };
    element.addEventListener('wheel', leave, { passive: true });
    element.addEventListener('touchmove', leave, { passive: true });
    element.addEventListener('pointerdown', press);
    return () => {
      element.removeEventListener('wheel', leave);
      element.removeEventListener('touchmove', leave);
      element.removeEventListener('pointerdown', press);
    };
  }, [scroller]);

  // Another list is another place to read.
  useEffect(() => setFollowing(true), [list]);

  useEffect(() => {
    const element = scroller.current;
    if (!isFollowing || !element || rows === undefined || total === 0) return;
    const top = scrollFor(rows, element);
    if (top !== undefined) element.scrollTop = top;
  }, [scroller, isFollowing, rows, total]);

  return { isFollowing, follow: useCallback(() => setFollowing(true), []) };
}

/** Where to scroll so that the last row before now is in view, in the middle if it was not; undefined: it is. */
export function scrollFor(
  rows: number,
  { scrollTop, clientHeight }: Pick<HTMLElement, 'scrollTop' | 'clientHeight'>,
): number | undefined {
  const top = Math.max(0, rows - 1) * ROW_HEIGHT;
  const room = Math.min(ROOM, Math.floor((clientHeight - HEAD) / ROW_HEIGHT / 3)) * ROW_HEIGHT;
  const isAbove = top < scrollTop + room && scrollTop > 0;
  const isBelow = top + ROW_HEIGHT + HEAD > scrollTop + clientHeight - room;
  if (!isAbove && !isBelow) return undefined;
  const above = Math.floor((clientHeight - HEAD - ROW_HEIGHT) / 2 / ROW_HEIGHT) * ROW_HEIGHT;
  return Math.max(0, top - above);
}
