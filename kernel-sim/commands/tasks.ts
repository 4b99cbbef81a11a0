/** What a command gives back may be an answer at once or a task for one. */
import { done, type Task } from '../base/task.ts';

function isTask<T>(value: T | Task<T>): value is Task<T> {
  return typeof value === 'object' && value !== null && 'step' in value && typeof value.step === 'function';
}

export function taskOf<T>(value: T | Task<T>): Task<T> {
  return isTask(value) ? value : done(value);
}
