import { expect, test } from 'vitest';
import { termsIn } from './find';
import { piecesOf, toldBefore } from './pieces';

const NOTHING: ReadonlySet<string> = new Set();

test('a term is marked where it comes first; all pieces together are the text', () => {
  const text = 'The IRP waits. Another IRP is queued as a DPC.';
  const pieces = piecesOf(text, termsIn, NOTHING);
  expect(pieces.map((piece) => (typeof piece === 'string' ? piece : piece.text)).join('')).toBe(text);
  const terms = pieces.flatMap((piece) => (typeof piece === 'string' ? [] : [piece.text]));
  expect(terms.filter((name) => name === 'IRP')).toHaveLength(1);
  expect(terms).toContain('DPC');
});

test('terms that were met before are plain', () => {
  const irp = termsIn('IRP')[0]?.term.id ?? '';
  expect(piecesOf('An IRP', termsIn, new Set([irp]))).toEqual(['An IRP']);
  expect(piecesOf('', termsIn, NOTHING)).toEqual([]);
});

test('of a list of texts, each knows what was met in those above it', () => {
  const [first, second, third] = toldBefore(['An IRP', 'a DPC', 'an IRP and a DPC'], termsIn);
  const id = (name: string) => termsIn(name)[0]?.term.id ?? '';
  expect(first?.size).toBe(0);
  expect(second?.has(id('IRP'))).toBe(true);
  expect(second?.has(id('DPC'))).toBe(false);
  expect(third?.has(id('DPC'))).toBe(true);
  expect(piecesOf('an IRP and a DPC', termsIn, third ?? NOTHING)).toEqual(['an IRP and a DPC']);
});

test('a part of a name is no term', () => {
  for (const text of ['driver.c line 41', 'opens \\\\Device\\\\Mirror'])
    expect(piecesOf(text, termsIn, NOTHING).filter((piece) => typeof piece !== 'string')).toEqual([]);
  expect(piecesOf('It is a driver.', termsIn, NOTHING).some((piece) => typeof piece !== 'string')).toBe(true);
});
