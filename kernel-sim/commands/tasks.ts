/** Puts tasks together: what a command does after another part of its work. */
import { done, type Task } from '../base/task.ts';

function isTask<T>(value: T | Task<T>): value is Task<T> {
  return typeof value === 'object' && value !== null && 'step' in value && typeof value.step === 'function';
}

export function taskOf<T>(value: T | Task<T>): Task<T> {
  return isTask(value) ? value : done(value);
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
