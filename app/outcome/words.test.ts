import { expect, test } from 'vitest';
import { wordsOf } from './words';

test('a bug check tells code, name, parameters, reason and stack', () => {
  const words = wordsOf({
    kind: 'bugcheck',
    exitCode: 121,
    bugcheck: {
      code: 0xd1,
      name: 'DRIVER_IRQL_NOT_LESS_OR_EQUAL',
      parameters: ['0000000000000000', '0000000000000002', '0000000000000001', 'FFFFF80010001234'],
      explanation: ['The driver wrote through a null pointer.'],
      stack: ['driver!MirrorDeviceControl+0x30 (driver.c:41)'],
    },
  });
  expect(words).toEqual({
    tone: 'fault',
    status: 'Bug check 0x000000D1',
    notice: {
      title: 'Bug check 0x000000D1  DRIVER_IRQL_NOT_LESS_OR_EQUAL',
      code: '0x0000000000000000  0x0000000000000002  0x0000000000000001  0xFFFFF80010001234',
      paragraphs: ['The driver wrote through a null pointer.'],
      list: ['driver!MirrorDeviceControl+0x30 (driver.c:41)'],
    },
  });
});

test('only a program that ends with 0 ended well', () => {
  expect(wordsOf({ kind: 'exit', exitCode: 0, status: 0 })).toMatchObject({ tone: 'good', notice: undefined });
  expect(wordsOf({ kind: 'exit', exitCode: 1, status: 257 })).toMatchObject({
    tone: 'warn',
    status: 'Finished, exit code 257',
  });
});

test('the words of the machine become sentences, names stay names', () => {
  const paragraph = (text: string) => wordsOf({ kind: 'limit', exitCode: 122, text }).notice?.paragraphs[0];
  expect(paragraph('every thread waits')).toBe('Every thread waits.');
  expect(paragraph('app.exe ended.')).toBe('app.exe ended.');
});
