/**
 * The lock on Run while a prediction waits for its answer. The lesson player sets it; whoever runs the learner's files asks `passGate` first.
 */
import { create } from 'zustand';

export interface Lock {
  /** Why Run is locked, in a sentence. */
  readonly reason: string;
  /** Brings the question to the front. */
  readonly show: () => void;
}

interface GateState {
  readonly lock: Lock | undefined;
}

export const useGate = create<GateState>(() => ({ lock: undefined }));

export function setLock(lock: Lock | undefined): void {
  useGate.setState({ lock });
}

/** Whether a run may begin; if not, the question comes to the front. */
export function passGate(): boolean {
  const { lock } = useGate.getState();
  lock?.show();
  return lock === undefined;
}
