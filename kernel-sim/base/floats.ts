/**
 * What JavaScript's numbers do not give of IEEE 754 arithmetic as x86 carries it out: the bits of NaNs, conversions between floating point and
 * 64-bit integers that round once, conversions that are out of range. Operands are words (lo, hi) of an Int32Array, so that the interpreter
 * and constant folding share this code and cannot disagree. Nothing here allocates.
 *
 * Rounding is to nearest, ties to even. A NaN that comes out of an operation is its first NaN operand made quiet, else the default NaN.
 */
import { Int64 } from './int64.ts';

const TWO_32 = 4294967296;
const TWO_63 = 2147483648 * TWO_32;
/** What a conversion to an integer gives for a NaN and for what does not fit: the "integer indefinite" value. */
const INDEFINITE = -0x80000000;

const EXPONENT_64 = 0x7ff00000;
const QUIET_64 = 0x00080000;
const EXPONENT_32 = 0x7f800000;
const QUIET_32 = 0x00400000;
const DEFAULT_NAN_64 = 0xfff80000 | 0;
const DEFAULT_NAN_32 = 0xffc00000 | 0;

function isNaN64(m: Int32Array, at: number): boolean {
  const hi = m[at + 1] & 0x7fffffff;
  return hi > EXPONENT_64 || (hi === EXPONENT_64 && m[at] !== 0);
}

function isNaN32(bits: number): boolean {
  return (bits & 0x7fffffff) > EXPONENT_32;
}

/** m[a], m[a + 1] = the NaN that an operation on the doubles at b and c makes. */
export function nanResult64(m: Int32Array, a: number, b: number, c: number): void {
  const from = isNaN64(m, b) ? b : isNaN64(m, c) ? c : -1;
  const lo = from < 0 ? 0 : m[from];
  const hi = from < 0 ? DEFAULT_NAN_64 : m[from + 1] | QUIET_64;
  m[a] = lo;
  m[a + 1] = hi;
}

/** m[a] = the NaN that an operation on the floats at b and c makes. */
export function nanResult32(m: Int32Array, a: number, b: number, c: number): void {
  m[a] = isNaN32(m[b]) ? m[b] | QUIET_32 : isNaN32(m[c]) ? m[c] | QUIET_32 : DEFAULT_NAN_32;
}

/** m[a] = the NaN at b as a float: the top bits of its payload stay. */
export function narrowNan(m: Int32Array, a: number, b: number): void {
  const lo = m[b];
  const hi = m[b + 1];
  m[a] = (hi & 0x80000000) | EXPONENT_32 | QUIET_32 | ((hi << 3) & 0x003ffff8) | (lo >>> 29);
}

/** m[a], m[a + 1] = the NaN at b (a float) as a double. */
export function widenNan(m: Int32Array, a: number, b: number): void {
  const bits = m[b];
  m[a] = bits << 29;
  m[a + 1] = (bits & 0x80000000) | EXPONENT_64 | QUIET_64 | ((bits >>> 3) & 0x0007ffff);
}

export function doubleOfInt64(lo: number, hi: number): number {
  return hi * TWO_32 + (lo >>> 0);
}

export function doubleOfUint64(lo: number, hi: number): number {
  return (hi >>> 0) * TWO_32 + (lo >>> 0);
}

/** A double that rounds to the same float as the integer does: what lies below the bits that matter is gathered in one. */
export function floatOfInt64(lo: number, hi: number): number {
  return hi >= -0x200000 && hi < 0x200000 ? doubleOfInt64(lo, hi) : doubleOfInt64(sticky(lo), hi);
}

export function floatOfUint64(lo: number, hi: number): number {
  return hi >>> 0 < 0x200000 ? doubleOfUint64(lo, hi) : doubleOfUint64(sticky(lo), hi);
}

function sticky(lo: number): number {
  return (lo & 0xfff) === 0 ? lo : (lo & ~0xfff) | 0x800;
}

/** Cut towards zero. */
export function int32OfDouble(x: number): number {
  return x > -2147483649 && x < 2147483648 ? x | 0 : INDEFINITE;
}

/** Int64 = x cut towards zero. */
export function int64OfDouble(x: number): void {
  if (!(x >= -TWO_63 && x < TWO_63)) {
    Int64.lo = 0;
    Int64.hi = INDEFINITE;
    return;
  }
  const whole = Math.trunc(x);
  const hi = Math.floor(whole / TWO_32);
  Int64.lo = (whole - hi * TWO_32) | 0;
  Int64.hi = hi | 0;
}

/** Int64 = x as unsigned 64 bits, by way of the signed conversion as x64 compilers do it. */
export function uint64OfDouble(x: number): void {
  if (x >= TWO_63) {
    int64OfDouble(x - TWO_63);
    Int64.hi ^= 0x80000000;
  } else int64OfDouble(x);
}

/** x as a whole number. `mode`: 0 to nearest, ties to even; 1 down; 2 up; 3 towards zero. Zeros keep their sign. */
export function roundDouble(x: number, mode: number): number {
  switch (mode & 3) {
    case 1:
      return Math.floor(x);
    case 2:
      return Math.ceil(x);
    case 3:
      return Math.trunc(x);
  }
  const down = Math.floor(x);
  const rest = x - down;
  return rest < 0.5 || (rest === 0.5 && down % 2 === 0) ? down : Math.ceil(x);
}
