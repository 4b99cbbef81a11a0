import { expect, test } from 'vitest';
import { hashCodesInto, hashInto, hashText } from './hash.ts';

test('every word and its place count', () => {
  const hash = (words: Int32Array) => {
    const out = new Int32Array(2);
    hashInto(out, 0, words, 0, words.length);
    return hashText(out);
  };
  const seen = new Set<string>();
  const words = new Int32Array(1024);
  seen.add(hash(words));
  for (let i = 0; i < 1024; i++) {
    words[i] = 1;
    seen.add(hash(words));
    words[i] = 0x80000000 | 0;
    seen.add(hash(words));
    words[i] = 0;
  }
  seen.add(hash(new Int32Array(1023)));
  expect(seen.size).toBe(2050);
  expect(hash(words)).toMatch(/^[0-9a-f]{16}$/);
});

test('a text has the hash of its character codes', () => {
  for (const text of ['', 'a', 'lines\n\u00e9\uffff\u{1f600}']) {
    const codes = Int32Array.from({ length: text.length }, (_, i) => text.charCodeAt(i));
    const [wanted, found] = [new Int32Array(2), new Int32Array(2)];
    hashInto(wanted, 0, codes, 0, codes.length);
    hashCodesInto(found, 0, text);
    expect(found).toEqual(wanted);
  }
});
