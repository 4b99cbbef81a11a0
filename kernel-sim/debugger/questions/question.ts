/**
 * A question as a task: stages that each work for part of a budget and say what comes next. What a stage remembers is findings, never machine
 * state: the cursor it works on may be taken away between two steps only by dropping the question.
 */
import type { Task } from '../../base/task.ts';

/** Simulated instructions that may still be spent in this step. */
export interface Budget {
  left: number;
}

/** Works, takes what it used from the budget, and returns what comes next: itself to go on, undefined when the question is answered. */
export type Stage = (budget: Budget) => Stage | undefined;

export class Question<T> implements Task<T> {
  private next: Stage | undefined;
  private answered: { value: T } | undefined;
  private reached = 0;

  constructor(begin: (question: Question<T>) => Stage) {
    this.next = begin(this);
  }

  step(instructions: number): boolean {
    const budget = { left: Math.max(1, instructions) };
    while (this.next && budget.left > 0) this.next = this.next(budget);
    return this.next === undefined;
  }

  get result(): T {
    if (!this.answered) throw new Error('the question is not answered yet');
    return this.answered.value;
  }

  get progress(): number {
    return this.answered ? 1 : this.reached;
  }

  // ------------------------------------------------------------- for its stages

  /** The last stage returns this. */
  answer(value: T): undefined {
    this.answered = { value };
    return undefined;
  }

  /** Says how far it is. */
  at(progress: number): void {
    this.reached = Math.max(this.reached, Math.min(0.999, progress));
  }

  /** A stage that works `task` through and goes on with its result. `share`: how much of all the work it is. */
  work<U>(task: Task<U>, then: (result: U) => Stage | undefined, share = 0): Stage {
    const before = this.reached;
    const stage: Stage = (budget) => {
      if (task.step(budget.left)) return then(task.result);
      budget.left = 0;
      if (share > 0) this.at(before + share * task.progress);
      return stage;
    };
    return stage;
  }
}
