import { expect, test } from 'vitest';
import { generalMeaning, parametersOf } from './parameters';

const ZERO = '0000000000000000';

test('parameters come with their meanings; unused zeros are left out', () => {
  const rows = parametersOf(0x3b, ['00000000C0000005', 'FFFFF80010001278', 'FFFFB000000370D0', ZERO]);
  expect(rows.map(({ meaning }) => meaning)).toEqual([
    'exception code',
    'instruction that raised it',
    'exception or context record',
  ]);
  expect(rows[0]?.value).toBe('0x00000000C0000005');
});

test('a null pointer is a value, not an unused parameter', () => {
  expect(parametersOf(0xd1, [ZERO, '0000000000000002', ZERO, 'FFFFF80010001278'])).toHaveLength(4);
});

test('codes that nobody described keep their parameters', () => {
  expect(parametersOf(0xdeadbeef, ['0000000000000007', ZERO, ZERO, ZERO])).toEqual([
    { value: '0x0000000000000007', meaning: 'parameter 1' },
  ]);
  expect(generalMeaning(0xdeadbeef)).toBe('');
});
