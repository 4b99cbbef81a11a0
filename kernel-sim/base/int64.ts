/**
 * 64-bit multiplication and division on (lo, hi) pairs of int32. Results stand in `Int64.lo` and `Int64.hi`, because a
 * pair cannot be returned without allocating. Used by the interpreters; everything else takes bigint.
 */

/** The result of the last operation below. */
export const Int64 = { lo: 0, hi: 0 };

const signed = new BigInt64Array(2);
const unsigned = new BigUint64Array(signed.buffer);
const halves = new Int32Array(signed.buffer);

const TWO_32 = 4294967296;
/** Below this both operands of a division and all its intermediate values are exact doubles. */
const EXACT_HIGH = 1 << 20;

/** High 32 bits of the unsigned 64-bit product of two 32-bit values. */
export function mulHigh32(a: number, b: number): number {
  const al = a & 0xffff;
  const ah = a >>> 16;
  const bl = b & 0xffff;
  const bh = b >>> 16;
  const low = Math.imul(al, bl);
  const left = Math.imul(ah, bl);
  const right = Math.imul(al, bh);
  const middle = (low >>> 16) + (left & 0xffff) + (right & 0xffff);
  return (Math.imul(ah, bh) + (left >>> 16) + (right >>> 16) + (middle >>> 16)) | 0;
}

/** Low 64 bits of the product. */
export function multiply(alo: number, ahi: number, blo: number, bhi: number): void {
  Int64.hi = (mulHigh32(alo, blo) + Math.imul(alo, bhi) + Math.imul(ahi, blo)) | 0;
  Int64.lo = Math.imul(alo, blo);
}

/** High 64 bits of the unsigned 128-bit product. */
export function mulHigh64(alo: number, ahi: number, blo: number, bhi: number): void {
  const left = unsignedOf(alo, ahi);
  const right = unsignedOf(blo, bhi);
  unsigned[0] = (left * right) >> 64n;
  Int64.lo = halves[0];
  Int64.hi = halves[1];
}

/** Unsigned quotient (or, with `remainder`, the rest). The divisor is not zero. */
export function divideUnsigned(alo: number, ahi: number, blo: number, bhi: number, remainder: boolean): void {
  if (ahi >>> 0 < EXACT_HIGH && bhi >>> 0 < EXACT_HIGH) {
    const a = ahi * TWO_32 + (alo >>> 0);
    const b = bhi * TWO_32 + (blo >>> 0);
    let quotient = Math.floor(a / b);
    let rest = a - quotient * b;
    if (rest < 0) {
      quotient--;
      rest += b;
    }
    const result = remainder ? rest : quotient;
    Int64.lo = result | 0;
    Int64.hi = Math.floor(result / TWO_32) | 0;
    return;
  }
  const a = unsignedOf(alo, ahi);
  const b = unsignedOf(blo, bhi);
  unsigned[0] = remainder ? a % b : a / b;
  Int64.lo = halves[0];
  Int64.hi = halves[1];
}

/** Signed quotient truncated towards zero (or the rest, with the dividend's sign). Not for zero or MIN / -1. */
export function divideSigned(alo: number, ahi: number, blo: number, bhi: number, remainder: boolean): void {
  const negativeA = ahi < 0;
  const negativeB = bhi < 0;
  if (negativeA) {
    ahi = alo === 0 ? -ahi : ~ahi;
    alo = -alo | 0;
  }
  if (negativeB) {
    bhi = blo === 0 ? -bhi : ~bhi;
    blo = -blo | 0;
  }
  divideUnsigned(alo, ahi | 0, blo, bhi | 0, remainder);
  if (remainder ? negativeA : negativeA !== negativeB) {
    Int64.hi = Int64.lo === 0 ? -Int64.hi | 0 : ~Int64.hi;
    Int64.lo = -Int64.lo | 0;
  }
}

function unsignedOf(lo: number, hi: number): bigint {
  halves[2] = lo;
  halves[3] = hi;
  return unsigned[1];
}
