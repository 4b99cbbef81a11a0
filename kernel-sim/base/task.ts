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

/** The same task with another result. `map` is called once. */
export function mapTask<A, B>(task: Task<A>, map: (result: A) => B): Task<B> {
  return thenTask(task, (result) => done(map(result)));
}

/** One task after another, chosen by the result of the first. */
export function thenTask<A, B>(first: Task<A>, next: (result: A) => Task<B>): Task<B> {
  let second: Task<B> | undefined;
  return {
    step(instructions) {
      if (!second && first.step(instructions)) second = next(first.result);
      return second?.step(instructions) ?? false;
    },
    get result() {
      if (!second) throw new Error('this task is not done');
      return second.result;
    },
    get progress() {
      // Nobody knows how long the second one takes before it begins.
      return second ? (1 + second.progress) / 2 : first.progress / 2;
    },
    drop() {
      (second ?? first).drop?.();
    },
  };
}
