/**
 * What a kind of fuzzing is, and the dice that all of them throw. A kind makes one program from one seed, tries it and says what came of it; the command
 * and the tests only count and report.
 */
import { nextRandom, seedRandom } from '../base/random.ts';

export type Outcome =
  | { kind: 'ok' }
  /** Nothing could be learnt from this seed: the oracle does not end, the program is not valid ... */
  | { kind: 'skipped'; why: string }
  /** `stillWrong`: whether a smaller text shows the same; for the reducer. */
  | { kind: 'wrong'; what: string; program: string; stillWrong: (program: string) => boolean };

export interface Kind {
  /** What has to be installed first, in words; undefined if it is all there. */
  missing(): string | undefined;
  try(seed: number): Outcome;
}

export class Dice {
  private readonly state = new Int32Array(4);

  constructor(seed: number) {
    seedRandom(this.state, 0, seed);
  }

  /** A whole number from 0 to n - 1. */
  below(n: number): number {
    return nextRandom(this.state, 0) % n;
  }

  pick<T>(list: readonly T[]): T {
    return list[this.below(list.length)];
  }

  /** True once in n throws. */
  once(n: number): boolean {
    return this.below(n) === 0;
  }
}
