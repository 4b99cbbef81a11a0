/**
 * Whose stack and variables the debugger shows: those of the thread that stands at the shown instant (its frame is the page's, store/frame.ts), or of another
 * thread that was chosen. Another one stays chosen over steps, until the learner goes back or a new run begins.
 */
import { useMemo } from 'react';
import { create } from 'zustand';
import type { CodeFocus } from '../../kernel-sim/protocol/views';
import { chooseFrame, useFrame } from '../store/frame';
import { useLab } from '../store/lab';

interface OtherThread {
  readonly tid: number;
  readonly frame: number;
}

export const useOtherThread = create<{ readonly other: OtherThread | undefined }>(() => ({ other: undefined }));

/** Shows another thread's stack and variables; undefined: those of the thread that stands. */
export function lookAtThread(tid: number | undefined): void {
  useOtherThread.setState({ other: tid === undefined ? undefined : { tid, frame: 0 } });
}

export function lookAtFrame(frame: number): void {
  const { other } = useOtherThread.getState();
  if (other) useOtherThread.setState({ other: { ...other, frame } });
  else chooseFrame(frame);
}

useLab.subscribe(({ run }, previous) => {
  if (run !== previous.run) lookAtThread(undefined);
});

/** The chosen thread and frame, for code views. */
export function useFocus(): CodeFocus & { readonly frame: number } {
  const other = useOtherThread((state) => state.other);
  const frame = useFrame((state) => state.index);
  return useMemo(() => (other ? { thread: other.tid, frame: other.frame } : { frame }), [other, frame]);
}
