/**
 * The one source of chance in the simulator: xoshiro128** over four words (two 64-bit slots) of a given array, so that
 * its state is bytes of the machine like any other (design rules 1 and 4).
 */

/** Fills the state at word index `at` from a seed (any integer); distinct seeds give distinct states. */
export function seedRandom(words: Int32Array, at: number, seed: number): void {
  const high = Math.floor(seed / 4294967296) | 0;
  const low = (seed ^ mix(high)) | 0;
  words[at] = mix(low + GOLDEN);
  words[at + 1] = mix(low + 2 * GOLDEN);
  words[at + 2] = mix(high + 3 * GOLDEN);
  words[at + 3] = mix(high + 4 * GOLDEN);
}

const GOLDEN = 0x9e3779b9;

/** A bijection of 32-bit words; so two results for different arguments are never both zero. */
function mix(x: number): number {
  let z = x ^ (x >>> 16);
  z = Math.imul(z, 0x21f0aaad);
  z = Math.imul(z ^ (z >>> 15), 0x735a2d97);
  return z ^ (z >>> 15);
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
