import { expect, test, vi } from 'vitest';

vi.stubGlobal('localStorage', { getItem: () => null, setItem: () => undefined });
const { shortened } = await import('./command-log');

const entry = (id: number, text: string) => {
  return { id, line: 'k', replies: [{ command: 'k', text }], problem: undefined, at: { branch: 0, instant: 1 } };
};

test('the log keeps its latest entries, not too many and not too long, and the last one in any case', () => {
  const few = [entry(1, 'a'), entry(2, 'b')];
  expect(shortened(few)).toBe(few);
  const many = Array.from({ length: 500 }, (_, i) => entry(i, 'x'));
  expect(shortened(many)).toHaveLength(200);
  expect(shortened(many).at(-1)?.id).toBe(499);
  const long = Array.from({ length: 10 }, (_, i) => entry(i, 'x'.repeat(60_000)));
  expect(shortened(long).map(({ id }) => id)).toEqual([7, 8, 9]);
  const huge = [entry(1, 'a'), entry(2, 'x'.repeat(1_000_000))];
  expect(shortened(huge).map(({ id }) => id)).toEqual([2]);
});
