/**
 * State hashes: 64 bits in two 32-bit lanes over whole words. Not cryptographic; they tell two states apart, for tests,
 * replay checks and naming what was built.
 */

/** Hash of words[from, to), put into out[at] and out[at + 1]. Depends on every word and its place. */
export function hashInto(out: Int32Array, at: number, words: Int32Array, from: number, to: number): void {
  let low = 0x2545f491;
  let high = 0x6c8e9cf5;
  for (let i = from; i < to; i++) {
    const word = words[i];
    low = Math.imul(low ^ word, 0x01000193) ^ (low >>> 17);
    high = Math.imul((high + word) | 0, 0x85ebca6b) ^ (high >>> 13);
  }
  out[at] = finish(low);
  out[at + 1] = finish(high ^ (to - from));
}

/** What `hashInto` makes of the character codes of a text, one word each. The tables of a large image are megabytes of text: no copy of it. */
export function hashCodesInto(out: Int32Array, at: number, text: string): void {
  let low = 0x2545f491;
  let high = 0x6c8e9cf5;
  for (let i = 0; i < text.length; i++) {
    const word = text.charCodeAt(i);
    low = Math.imul(low ^ word, 0x01000193) ^ (low >>> 17);
    high = Math.imul((high + word) | 0, 0x85ebca6b) ^ (high >>> 13);
  }
  out[at] = finish(low);
  out[at + 1] = finish(high ^ text.length);
}

/** 16 hex digits of the two lanes at words[at]. */
export function hashText(words: Int32Array, at = 0): string {
  const hex = (lane: number) => (lane >>> 0).toString(16).padStart(8, '0');
  return hex(words[at + 1]) + hex(words[at]);
}

function finish(lane: number): number {
  let z = Math.imul(lane ^ (lane >>> 16), 0x85ebca6b);
  z = Math.imul(z ^ (z >>> 13), 0xc2b2ae35);
  return z ^ (z >>> 16);
}
