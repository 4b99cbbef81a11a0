/** Where the list of events scrolls to so that the row of now is seen. */
import { expect, test } from 'vitest';
import { ROW_HEIGHT } from './EventRow';
import { scrollFor } from './follow-now';

/** Ten rows and the head. */
const HEIGHT = 11 * ROW_HEIGHT;
const at = (scrollTop: number) => ({ scrollTop: scrollTop * ROW_HEIGHT, clientHeight: HEIGHT });

test('a row that is in view with room around it stays where it is', () => {
  for (const rows of [23, 25, 28]) expect(scrollFor(rows, at(20))).toBeUndefined();
});

test('a row that is not comes to the middle', () => {
  expect(scrollFor(101, at(20))).toBe(96 * ROW_HEIGHT);
  expect(scrollFor(5, at(20))).toBe(0);
  expect(scrollFor(22, at(20))).toBe(17 * ROW_HEIGHT);
  expect(scrollFor(29, at(20))).toBe(24 * ROW_HEIGHT);
});

test('the first rows are in view at the top, also before anything has happened', () => {
  expect(scrollFor(0, at(0))).toBeUndefined();
  expect(scrollFor(1, at(0))).toBeUndefined();
});
