/** Instants of this run that the learner wants to compare with. A new run begins without any. */
import { create } from 'zustand';
import type { At } from '../../kernel-sim/protocol/time';
import { useLab } from '../store/lab';

interface Remembered {
  readonly at: At;
  /** Where the machine stood: `driver.c:41`. */
  readonly place: string;
}

export const useRemembered = create<{ readonly instants: readonly Remembered[] }>(() => ({ instants: [] }));

const MOST = 12;

export function remember(): void {
  const { shown } = useLab.getState();
  if (!shown) return;
  const { at, file, line, place } = shown;
  useRemembered.setState(({ instants }) => {
    const others = instants.filter((one) => one.at.branch !== at.branch || one.at.instant !== at.instant);
    return { instants: [...others, { at, place: file === undefined ? place : `${file}:${line}` }].slice(-MOST) };
  });
}

useLab.subscribe(({ run }, previous) => {
  if (run !== previous.run) useRemembered.setState({ instants: [] });
});
