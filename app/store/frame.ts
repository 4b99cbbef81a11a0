/**
 * Which frame of the shown call stack the learner looks from: variables, values beside the code and the marked line are of it. 0 is the innermost one;
 * every stop comes back to that.
 */
import { create } from 'zustand';
import { useLab } from './lab';

export const useFrame = create<{ readonly index: number }>(() => ({ index: 0 }));

export function chooseFrame(index: number): void {
  useFrame.setState({ index });
}

useLab.subscribe(({ shown }, previous) => {
  if (shown !== previous.shown && useFrame.getState().index !== 0) chooseFrame(0);
});
