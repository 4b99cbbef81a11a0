import { expect, test } from 'vitest';
import { nextRandom, seedRandom } from './random.ts';

test('is xoshiro128**', () => {
  const state = Int32Array.of(1, 2, 3, 4);
  const first = Array.from({ length: 4 }, () => nextRandom(state, 0));
  expect(first).toEqual([11520, 0, 5927040, 70819200]);
});

test('seeds differ, and lie anywhere in an array', () => {
  const words = new Int32Array(8);
  const sequence = (seed: number) => {
    seedRandom(words, 3, seed);
    return Array.from({ length: 3 }, () => nextRandom(words, 3)).join();
  };
  const seen = new Set([0, 1, 2, -1, 2 ** 32, 2 ** 32 + 1, 2 ** 40].map(sequence));
  expect(seen.size).toBe(7);
  expect(sequence(5)).toBe(sequence(5));
  expect([words[0], words[1], words[2], words[7]]).toEqual([0, 0, 0, 0]);
});
