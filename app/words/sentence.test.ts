/** Words of the machine become sentences, and names in them stay names. */
import { expect, test } from 'vitest';
import { isNull, shortAddress } from './addresses';
import { sentence } from './sentence';

test.each([
  ['freed', 'Freed.'],
  ['no IRP', 'No IRP.'],
  ['app.exe waits for input', 'app.exe waits for input.'],
  ['g_Count was written', 'g_Count was written.'],
  ['well, it is gone', 'Well, it is gone.'],
  ['Is it there?', 'Is it there?'],
  ['done.', 'Done.'],
  ['0x10 is no address', '0x10 is no address.'],
  ['', ''],
])('%j', (text, told) => {
  expect(sentence(text)).toBe(told);
});

test('addresses are shown without leading zeros, and nothing as NULL', () => {
  expect(shortAddress('0x0000000140002000')).toBe('0x140002000');
  expect(shortAddress('0xFFFF800000123456')).toBe('0xFFFF800000123456');
  expect(shortAddress('0x0000000000000000')).toBe('NULL');
  expect([isNull('0x0'), isNull('0x10')]).toEqual([true, false]);
});
