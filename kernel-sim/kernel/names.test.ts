/** Which of the names that share a value a status gets. */
import { expect, test } from 'vitest';
import { statusName } from './names.ts';

test.each([
  [0, 'STATUS_SUCCESS'],
  [1, 'STATUS_WAIT_1'],
  [2, 'STATUS_WAIT_2'],
  [3, 'STATUS_WAIT_3'],
  [258, 'STATUS_TIMEOUT'],
  [0xc0000005, 'STATUS_ACCESS_VIOLATION'],
  [-1073741819, 'STATUS_ACCESS_VIOLATION'],
  [0xe0000001, '0xE0000001'],
])('%d', (status, name) => expect(statusName(status)).toBe(name));
