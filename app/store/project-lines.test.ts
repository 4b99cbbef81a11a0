import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lineMap } from './project-lines';

const text = (...lines: string[]) => lines.join('\n');

test('lines behind an inserted one move down, those before it stay', () => {
  const map = lineMap(text('a', 'b', 'c'), text('a', 'new', 'b', 'c'));
  expect([1, 2, 3].map(map.kept)).toEqual([1, 3, 4]);
});

test('a line that was typed into is no longer the same, and still is where it was', () => {
  const map = lineMap(text('a', 'b', 'c'), text('a', 'bb', 'c'));
  expect(map.kept(2)).toBeUndefined();
  expect(map.moved(2)).toBe(2);
  expect(map.isSame).toBe(false);
});

test('a deleted line is gone; a line joined to another goes with it', () => {
  expect(lineMap(text('a', 'b', 'c'), text('a', 'c')).moved(2)).toBeUndefined();
  expect(lineMap(text('a', 'b', 'c', 'd'), text('a', 'b c', 'd')).moved(3)).toBe(2);
});

test('a split line stays at its first part', () => {
  const map = lineMap(text('x', 'foo(); bar();', 'y'), text('x', 'foo();', 'bar();', 'y'));
  expect([1, 2, 3].map(map.moved)).toEqual([1, 2, 4]);
});

test('several edits at once, as by taking in another text of the file', () => {
  const map = lineMap(text('a', 'b', 'c', 'd', 'e', 'f'), text('0', 'a', 'c', 'd', 'E', 'f', 'g'));
  expect([1, 2, 3, 4, 5, 6].map(map.moved)).toEqual([2, undefined, 3, 4, 5, 6]);
  expect(map.kept(5)).toBeUndefined();
});

test('what is kept is the same text, in the same order', () => {
  const lines = fc.array(fc.constantFrom('', '{', '}', 'x = 1;', 'y();'), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(lines, lines, (before, after) => {
      const map = lineMap(before.join('\n'), after.join('\n'));
      let last = 0;
      for (let line = 1; line <= before.length; line++) {
        const kept = map.kept(line);
        if (kept === undefined) continue;
        expect(after[kept - 1]).toBe(before[line - 1]);
        expect(kept).toBeGreaterThan(last);
        expect(map.moved(line)).toBe(kept);
        last = kept;
      }
    }),
  );
});
