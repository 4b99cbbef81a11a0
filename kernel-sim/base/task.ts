/**
 * Long work in slices, for hosts that must stay responsive: seeks, searches backwards, questions about the past. A task holds only what it has
 * found out, never machine state of its own; one that is given up half done is told so (`drop`).
 */
export interface Task<T> {
  /** Works for about so many simulated instructions. True when the result is there. */
  step(instructions: number): boolean;
  /** Of a task that is done; throws before. */
  readonly result: T;
  /** 0 to 1, never falling. */
  readonly progress: number;
  /** Gives back what the task holds, if anything. Nothing may be asked of it afterwards. */
  drop?(): void;
}

/** Works a task through at once. */
export function finish<T>(task: Task<T>, slice = 1_000_000): T {
  while (!task.step(slice));
  return task.result;
}

/** A task that is already done. */
export function done<T>(result: T): Task<T> {
  return { step: () => true, result, progress: 1 };
}
