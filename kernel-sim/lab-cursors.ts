/**
 * Cursors for whoever asks: each question has one to itself while it is worked on; those that come while all are lent wait, in order.
 */
import type { Task } from './base/task.ts';
import type { Cursor } from './timeline/cursor.ts';
import type { Timeline } from './timeline/timeline.ts';

/** Each is a machine of its own, RAM and all. */
const MOST = 2;

export class CursorPool {
  readonly #timeline: Timeline;
  readonly #free: Cursor[] = [];
  /** Questions that have none yet, in the order they came. */
  readonly #waiting: object[] = [];
  #lent = 0;

  constructor(timeline: Timeline) {
    this.#timeline = timeline;
  }

  /** A task that gets a cursor when one is free, and gives it back when it is done, fails or is dropped. */
  lend<T>(begin: (cursor: Cursor) => Task<T>): Task<T> {
    const question: Question<T> = { begin, cursor: undefined, task: undefined };
    this.#waiting.push(question);
    const end = () => this.#takeBack(question);
    return {
      step: (instructions) => {
        try {
          question.task ??= this.#begin(question);
          const isDone = question.task?.step(instructions) ?? false;
          if (isDone) end();
          return isDone;
        } catch (error) {
          end();
          throw error;
        }
      },
      get result() {
        if (!question.task) throw new Error('this task is not done');
        return question.task.result;
      },
      get progress() {
        return question.task?.progress ?? 0;
      },
      drop: end,
    };
  }

  #begin<T>(question: Question<T>): Task<T> | undefined {
    if (this.#lent === MOST || this.#waiting[0] !== question) return undefined;
    this.#waiting.shift();
    this.#lent++;
    question.cursor = this.#free.pop() ?? this.#timeline.newCursor();
    return question.begin(question.cursor);
  }

  #takeBack<T>(question: Question<T>): void {
    const place = this.#waiting.indexOf(question);
    if (place >= 0) this.#waiting.splice(place, 1);
    if (!question.cursor) return;
    question.task?.drop?.();
    this.#free.push(question.cursor);
    question.cursor = undefined;
    this.#lent--;
  }
}

interface Question<T> {
  readonly begin: (cursor: Cursor) => Task<T>;
  cursor: Cursor | undefined;
  task: Task<T> | undefined;
}
