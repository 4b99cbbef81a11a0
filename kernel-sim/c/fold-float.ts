/**
 * Constants of floating type. A constant is the bits of its value (unsigned), so that NaNs and the sign of zero survive; what comes out is what the
 * machine's instructions would make of the same bits (base/floats.ts is shared with them).
 */
import {
  doubleOfInt64,
  doubleOfUint64,
  floatOfInt64,
  floatOfUint64,
  int32OfDouble,
  int64OfDouble,
  nanResult32,
  nanResult64,
  narrowNan,
  uint64OfDouble,
  widenNan,
} from '../base/floats.ts';
import { Int64 } from '../base/int64.ts';
import type { BinaryOp, UnaryOp } from './ast.ts';
import type { CType, FloatType } from './types.ts';
import { isFloating, isSigned, sizeOf } from './types.ts';

/** Three registers: operands at 0 and 2, the result at 4 (indices of words). */
const words = new Int32Array(6);
const floats = new Float32Array(words.buffer);
const doubles = new Float64Array(words.buffer);
const patterns = new BigUint64Array(words.buffer);

function isWide(t: FloatType): boolean {
  return sizeOf(t) === 8;
}

function result(wide: boolean): bigint {
  return wide ? patterns[2] : BigInt.asUintN(32, patterns[2]);
}

/** The number that bits stand for (any NaN is NaN), for messages and comparisons. */
export function numberOfBits(bits: bigint, t: FloatType): number {
  patterns[0] = bits;
  return isWide(t) ? doubles[0] : floats[0];
}

/** Bits of a number, rounded to the type. */
export function bitsOfNumber(value: number, t: FloatType): bigint {
  patterns[2] = 0n;
  if (Number.isNaN(value)) {
    if (isWide(t)) nanResult64(words, 4, 4, 4);
    else nanResult32(words, 4, 4, 4);
  } else if (isWide(t)) doubles[2] = value;
  else floats[4] = value;
  return result(isWide(t));
}

/** Both operands of type `t`, as is the result, but for comparisons: 0 or 1. Undefined for operations that floating types do not have. */
export function foldFloatBinary(op: BinaryOp, a: bigint, b: bigint, t: FloatType): bigint | undefined {
  const x = numberOfBits(a, t);
  const y = numberOfBits(b, t);
  switch (op) {
    case '+':
      return made(x + y, a, b, t);
    case '-':
      return made(x - y, a, b, t);
    case '*':
      return made(x * y, a, b, t);
    case '/':
      return made(x / y, a, b, t);
    case '==':
      return x === y ? 1n : 0n;
    case '!=':
      return x !== y ? 1n : 0n;
    case '<':
      return x < y ? 1n : 0n;
    case '>':
      return x > y ? 1n : 0n;
    case '<=':
      return x <= y ? 1n : 0n;
    case '>=':
      return x >= y ? 1n : 0n;
    default:
      return undefined;
  }
}

function made(value: number, a: bigint, b: bigint, t: FloatType): bigint {
  if (!Number.isNaN(value)) return bitsOfNumber(value, t);
  patterns[0] = a;
  patterns[1] = b;
  if (isWide(t)) nanResult64(words, 4, 0, 2);
  else nanResult32(words, 4, 0, 2);
  return result(isWide(t));
}

export function foldFloatUnary(op: UnaryOp, a: bigint, t: FloatType): bigint | undefined {
  switch (op) {
    case '+':
      return a;
    case '-':
      return a ^ (isWide(t) ? 1n << 63n : 1n << 31n);
    default:
      return undefined;
  }
}

/** A conversion that the cast kind 'float' stands for. */
export function foldFloatCast(value: bigint, from: CType, to: CType): bigint {
  patterns[2] = 0n;
  if (!isFloating(to)) return isFloating(from) ? toInteger(value, from, to) : value;
  const wide = isWide(to);
  if (isFloating(from)) {
    if (isWide(from) === wide) return value;
    const x = numberOfBits(value, from);
    if (!Number.isNaN(x)) return bitsOfNumber(x, to);
    if (wide) widenNan(words, 4, 0);
    else narrowNan(words, 4, 0);
    return result(wide);
  }
  patterns[0] = BigInt.asUintN(64, value);
  const [lo, hi] = words;
  const unsigned = value >= 1n << 63n;
  if (wide) return bitsOfNumber(unsigned ? doubleOfUint64(lo, hi) : doubleOfInt64(lo, hi), to);
  return bitsOfNumber(unsigned ? floatOfUint64(lo, hi) : floatOfInt64(lo, hi), to);
}

/** To an integer type other than _Bool, as the compiler's instructions do it: narrow ones by way of 32 bits, 32 unsigned bits by way of 64. */
function toInteger(bits: bigint, from: FloatType, to: CType): bigint {
  const x = numberOfBits(bits, from);
  const size = sizeOf(to);
  const signed = isSigned(to);
  if (size < 4 || (size === 4 && signed)) {
    const value = BigInt(int32OfDouble(x));
    return signed ? BigInt.asIntN(size * 8, value) : BigInt.asUintN(size * 8, value);
  }
  if (size === 8 && !signed) uint64OfDouble(x);
  else int64OfDouble(x);
  words[4] = Int64.lo;
  words[5] = Int64.hi;
  return signed ? BigInt.asIntN(size * 8, patterns[2]) : BigInt.asUintN(size * 8, patterns[2]);
}

/** Whether a constant scalar counts as true: both zeros of floating types are false, NaNs are true. */
export function isTrue(constant: bigint, t: CType | undefined): boolean {
  if (t && isFloating(t)) return BigInt.asUintN(isWide(t) ? 63 : 31, constant) !== 0n;
  return constant !== 0n;
}
