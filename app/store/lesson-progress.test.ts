/** Progress is kept at once, together with what another tab kept; what is kept and cannot be read is as if it had never been. */
import { expect, test } from 'vitest';
import { begin, keepProgress, keptProgress, type LessonProgress, merge, NO_WORK } from './lesson-progress';

function keeper(initial: Record<string, string> = {}) {
  const kept = new Map(Object.entries(initial));
  return {
    kept,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  };
}

const at = (changed: number, part: Partial<LessonProgress> = {}): LessonProgress => ({
  ...begin('a'),
  changed,
  ...part,
});

test('two tabs: the later one says where one is, what was done in either stays', () => {
  const one = at(1, {
    step: 'a',
    done: ['x'],
    passed: ['p'],
    seconds: 50,
    work: { t: { ...NO_WORK, attempts: 3, hints: 2 } },
  });
  const two = at(2, { step: 'b', done: ['y'], seconds: 20, finished: true, work: { t: { ...NO_WORK, attempts: 1 } } });
  for (const both of [merge(one, two), merge(two, one)]) {
    expect(both).toMatchObject({ step: 'b', done: ['x', 'y'], passed: ['p'], seconds: 50, finished: true, changed: 2 });
    expect(both.work.t).toMatchObject({ attempts: 3, hints: 2 });
  }
});

test('the later answer counts, other answers stay', () => {
  const one = at(1, { answers: { q: { option: 0, confidence: 'sure' }, r: { option: 1, confidence: 'unsure' } } });
  const two = at(2, { answers: { q: { option: 2, confidence: 'fairly' } } });
  expect(merge(two, one).answers).toMatchObject({ q: { option: 2 }, r: { option: 1 } });
});

test('what was before a new beginning does not come back, whenever it was written', () => {
  const old = at(9, { done: ['x', 'y'] });
  const anew = { ...begin('a', 1), changed: 5 };
  expect(merge(old, anew)).toBe(anew);
  expect(merge(anew, old)).toBe(anew);
});

test('what is kept is what both tabs know', () => {
  const store = keeper();
  keepProgress('l', at(1, { done: ['x'] }), store);
  keepProgress('l', at(2, { step: 'b', done: ['y'] }), store);
  expect(keptProgress('l', store)).toMatchObject({ step: 'b', done: ['x', 'y'] });
  expect(keptProgress('other', store)).toBeUndefined();
});

test.each(['', '{', '[]', '3', '{"step":"a"}', JSON.stringify({ ...begin('a'), done: {} })])(
  'kept %s is nothing',
  (text) => {
    expect(keptProgress('l', keeper({ 'ring-zero-lab.lesson.l': text }))).toBeUndefined();
  },
);

test('a storage that refuses does not end the lesson', () => {
  const full = {
    getItem: () => null,
    setItem: () => {
      throw new Error('full');
    },
  };
  expect(keepProgress('l', at(1), full)).toMatchObject({ changed: 1 });
});
