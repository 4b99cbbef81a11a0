/**
 * The page's own word on whether anything is still under way: `data-idle` on the root element is 'true' when nothing is built, run or moved, no ask
 * waits, nothing else of the page says it is busy, and the screen shows it all; `data-run` counts the runs begun. Tests wait for them.
 */
import { useEffect } from 'react';
import { create } from 'zustand';
import { isBusy, useLab } from '../store/lab';

/** Parts of the page that are not ready yet: an editor that loads, a save that has not happened. */
const useBusyParts = create<{ readonly count: number }>(() => ({ count: 0 }));

/** The page is busy until the returned function is called. */
export function holdIdle(): () => void {
  useBusyParts.setState(({ count }) => ({ count: count + 1 }));
  let isHeld = true;
  return () => {
    if (isHeld) useBusyParts.setState(({ count }) => ({ count: count - 1 }));
    isHeld = false;
  };
}

/** Loads something, with the page busy until it is there and has been rendered. */
export async function whileLoading<T>(load: () => Promise<T>): Promise<T> {
  const release = holdIdle();
  try {
    return await load();
  } finally {
    setTimeout(release);
  }
}

export function useIdleSignal(): void {
  const settled = useLab(({ phase, asking, moving, progress }) => {
    const waits = phase === 'running' && progress.waitsForInput;
    return phase !== 'loading' && (!isBusy(phase) || waits) && asking === 0 && moving === undefined;
  });
  const isReady = useBusyParts(({ count }) => count === 0);
  const run = useLab((state) => state.run);
  useEffect(() => {
    const { dataset } = document.documentElement;
    dataset.idle = String(settled && isReady);
    dataset.run = String(run);
  }, [settled, isReady, run]);
}
