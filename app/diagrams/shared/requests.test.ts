/** Which request a diagram of data offers when the one that is followed has none. */
import { expect, test } from 'vitest';
import { lastWithData, type RequestEntry } from './requests';

const entry = (ordinal: number, about: string, at: number): RequestEntry => ({
  ...{ kind: 'irp', key: `irp-${ordinal}`, ordinal },
  ...{ label: `Request ${ordinal}`, about, at },
});

const ENTRIES = [
  entry(1, 'CREATE for mirror', 10),
  entry(2, 'DEVICE_CONTROL 0x8000E000 for mirror', 20),
  entry(3, 'WRITE for mirror', 30),
  entry(4, 'CLEANUP for mirror', 40),
  entry(5, 'CLOSE for mirror', 50),
];

test('the last request with data up to the shown instant, and none before the first', () => {
  expect(lastWithData(ENTRIES, 90)?.key).toBe('irp-3');
  expect(lastWithData(ENTRIES, 29)?.key).toBe('irp-2');
  expect(lastWithData(ENTRIES, 19)).toBeUndefined();
});
