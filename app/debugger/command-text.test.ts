import { expect, test } from 'vitest';
import { commonStart, completed, markedLine, outputPieces, withShortQuotes } from './command-text';

test('instants, addresses and places lead on; all else is text', () => {
  const text = '#66302 cpu 1 tid 28: mirror!MirrorDeviceControl+0xe0 (driver.c:118) | DbgPrint("#1");';
  const pieces = outputPieces(text);
  expect(pieces.map((piece) => (typeof piece === 'string' ? piece : piece.text)).join('')).toBe(text);
  expect(pieces.filter((piece) => typeof piece !== 'string')).toEqual([
    { text: '#66302', instant: { branch: undefined, instant: 66302 } },
    { text: 'driver.c:118', place: { file: 'driver.c', line: 118, image: 'mirror' } },
    { text: '#1', instant: { branch: undefined, instant: 1 } },
  ]);
  expect(
    outputPieces('#2:1234 at FFFFF80010001000 nt!X (ntoskrnl/ioirp.c:86)').filter((p) => typeof p !== 'string'),
  ).toEqual([
    { text: '#2:1234', instant: { branch: 2, instant: 1234 } },
    { text: 'FFFFF80010001000', subject: { kind: 'address', address: '0xFFFFF80010001000' } },
    { text: 'ntoskrnl/ioirp.c:86', place: { file: 'ntoskrnl/ioirp.c', line: 86, image: 'nt' } },
  ]);
});

test('numbers and small values are no addresses', () => {
  expect(outputPieces('rax    0000000000000000')).toEqual(['rax    0000000000000000']);
  expect(outputPieces('cr4    0000000000000100')).toEqual(['cr4    0000000000000100']);
  expect(outputPieces('x = 0x14')).toEqual(['x = 0x14']);
});

test('a mistake is marked under its span', () => {
  expect(markedLine('dd foo', { start: 3, end: 6 })).toBe('dd foo\n   ^^^');
  expect(markedLine('k ', { start: 2, end: 2 })).toBe('k \n  ^');
});

test('of a long line only the surroundings of the mistake are said again, and the marks stand under it', () => {
  const argument = 'x'.repeat(3000);
  const [line = '', marks = ''] = markedLine(`db ${argument}`, { start: 3, end: 3003 }).split('\n');
  expect(line).toBe(`db ${'x'.repeat(97)}…`);
  expect(marks).toBe(`   ${'^'.repeat(97)}`);
  const [late = '', under = ''] = markedLine(`?? ${argument}+bad+${argument}`, { start: 3004, end: 3007 }).split('\n');
  expect(late.length).toBeLessThanOrEqual(102);
  expect(late.slice(under.indexOf('^'), under.lastIndexOf('^') + 1)).toBe('bad');
  expect(withShortQuotes(`there is no '${argument}' here; 'y' is`)).toMatch(/^there is no 'x{40}…x{20}' here; 'y' is$/);
});

test('a candidate takes the place of its span', () => {
  expect(completed('x mir', { start: 2, end: 5 }, 'mirror!')).toEqual({ line: 'x mirror!', cursor: 9 });
  expect(commonStart(['!irp', '!irp-history'], '!i')).toBe('!irp');
  expect(commonStart(['!irp', '!irql'], '!ir')).toBeUndefined();
  expect(commonStart([], 'a')).toBeUndefined();
});
