import { expect, test } from 'vitest';
import { momentOf } from './end-data';

test('the moment is the last fault of the thread that stopped the machine', () => {
  const events = [
    { event: 'bugcheck', instant: 72_300, tid: 28 },
    { event: 'fault', instant: 70_100, tid: 12 },
    { event: 'exception', instant: 68_600, tid: 28 },
    { event: 'fault', instant: 68_500, tid: 28 },
    { event: 'fault', instant: 100, tid: 28 },
  ];
  expect(momentOf(events)).toBe(68_500);
});

test('without a fault it is the last event itself; without any there is none', () => {
  expect(momentOf([{ event: 'bugcheck', instant: 9, tid: 28 }])).toBe(9);
  expect(momentOf([])).toBeUndefined();
});
