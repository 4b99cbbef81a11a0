import { expect, test } from 'vitest';
import { count, duration, hex32, plural, withCounts } from './numbers';

test.each([
  [950, '950 ns'],
  [12_340, '12.340 µs'],
  [1_500_000, '1.500 ms'],
  [60e9, '60.000 s'],
])('%d ns read as %s', (ns, text) => {
  expect(duration(ns)).toBe(text);
});

test('counts, plurals and codes', () => {
  expect(count(1_234_567)).toBe('1,234,567');
  expect([plural(1, 'error'), plural(2, 'error')]).toEqual(['1 error', '2 errors']);
  expect([hex32(0xd1), hex32(-1073741819)]).toEqual(['0x000000D1', '0xC0000005']);
});

test('instants in a sentence are written as elsewhere, other numbers stay', () => {
  expect(withCounts('thread 1200 freed 4096 bytes at instant 62675 by app!main (app.c:1234)')).toBe(
    'thread 1200 freed 4096 bytes at instant 62,675 by app!main (app.c:1234)',
  );
});
