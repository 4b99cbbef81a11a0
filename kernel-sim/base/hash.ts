/**
 * State hashes: 64 bits in two 32-bit lanes over whole words. Not cryptographic; they tell two states apart, for tests,
 * replay checks and naming what was built.
 */

/** Hash of words[from, to): 16 hex digits. Depends on every word and its place. */
export function hashWords(words: Int32Array, from = 0, to = words.length): string {
  let low = 0x2545f491;
  let high = 0x6c8e9cf5;
  for (let i = from; i < to; i++) {
    const word = words[i];
    low = Math.imul(low ^ word, 0x01000193) ^ (low >>> 17);
    high = Math.imul(high + word, 0x85ebca6b) ^ (high >>> 13);
  }
  return hex(finish(high ^ (to - from))) + hex(finish(low));
}

function finish(lane: number): number {
  let z = Math.imul(lane ^ (lane >>> 16), 0x85ebca6b);
  z = Math.imul(z ^ (z >>> 13), 0xc2b2ae35);
  return z ^ (z >>> 16);
}

function hex(lane: number): string {
  return (lane >>> 0).toString(16).padStart(8, '0');
}
