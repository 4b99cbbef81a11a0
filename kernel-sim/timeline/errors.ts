/**
 * What goes wrong with moving through history.
 */

/** A place in history that cannot be reached, or a change that cannot be made there; the message says why in plain words. */
export class TimelineError extends Error {
  override readonly name = 'TimelineError';
}

/** Thrown by a task whose cursor has meanwhile been sent elsewhere. No error of anybody: drop the task. */
export class Superseded extends Error {
  override readonly name = 'Superseded';

  constructor() {
    super('the machine was sent elsewhere meanwhile');
  }
}
