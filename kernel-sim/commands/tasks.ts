/** Puts tasks together: what a command does after another part of its work. */
import { done, type Task } from '../base/task.ts';

export function isTask<T>(value: T | Task<T>): value is Task<T> {
  return typeof value === 'object' && value !== null && 'step' in value && typeof value.step === 'function';
}

export function taskOf<T>(value: T | Task<T>): Task<T> {
  return isTask(value) ? value : done(value);
}

/** The same task with another result. `map` is called once. */
export function mapTask<A, B>(task: Task<A>, map: (result: A) => B): Task<B> {
  return repeatTask(task, (result) => ({ result: map(result) }));
}

/** What goes on after one piece of work: another one, or the result. */
export type Next<A, B> = { readonly task: Task<A> } | { readonly result: B };

/** Works through one task after another, each chosen by the result of the last. Progress is that of the longest way known so far. */
export function repeatTask<A, B>(first: Task<A>, next: (result: A) => Next<A, B>): Task<B> {
  let current = first;
  let progress = 0;
  let end: { readonly result: B } | undefined;
  return {
    step(instructions) {
      while (!end) {
        const isDone = current.step(instructions);
        progress = Math.max(progress, current.progress);
        if (!isDone) return false;
        const following = next(current.result);
        if ('result' in following) end = following;
        else {
          current = following.task;
          return false;
        }
      }
      return true;
    },
    drop: () => current.drop?.(),
    get result() {
      if (!end) throw new Error('this task is not done');
      return end.result;
    },
    get progress() {
      return end ? 1 : progress;
    },
  };
}
