/**
 * The one source of chance in the simulator: xoshiro128** over four words (two 64-bit slots) of a given array, so that
 * its state is bytes of the machine like any other (design rules 1 and 4).
 */

/** Fills the state at word index `at` from a seed (any integer); distinct seeds give unrelated sequences. */
export function seedRandom(words: Int32Array, at: number, seed: number): void {
  let x = (seed ^ Math.imul(Math.floor(seed / 4294967296), 0x9e3779b9)) | 0;
  for (let i = 0; i < 4; i++) {
    x = (x + 0x9e3779b9) | 0;
    let z = x ^ (x >>> 16);
    z = Math.imul(z, 0x21f0aaad);
    z = Math.imul(z ^ (z >>> 15), 0x735a2d97);
    words[at + i] = z ^ (z >>> 15);
  }
  // All zero is the one state that never leaves itself.
  words[at] |= 1;
}

/** The next 32 random bits, as an unsigned number. */
export function nextRandom(words: Int32Array, at: number): number {
  const s1 = words[at + 1];
  const product = Math.imul(s1, 5);
  const result = Math.imul((product << 7) | (product >>> 25), 9);
  const s2 = words[at + 2] ^ words[at];
  const s3 = words[at + 3] ^ s1;
  words[at + 1] = s1 ^ s2;
  words[at] ^= s3;
  words[at + 2] = s2 ^ (s1 << 9);
  words[at + 3] = (s3 << 11) | (s3 >>> 21);
  return result >>> 0;
}
