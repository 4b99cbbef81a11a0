import { expect, test } from 'vitest';
import { score } from './score';

test('a number or signs alone open nothing that happens to have them somewhere', () => {
  expect(score('Lesson: Two modes, one CPU lesson-1 two-modes 15 min', '-5')).toBe(0);
  expect(score('Lesson: Two modes, one CPU (15 min)', '(')).toBe(0);
});

test('words and the beginnings of words are found', () => {
  expect(score('Step over next', 'step ov')).toBeGreaterThan(0);
  expect(score('Step over F10', 'f10')).toBeGreaterThan(0);
});
