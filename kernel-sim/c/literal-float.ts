/**
 * Floating literals, decimal and hexadecimal, to the bits of the nearest float or double (ties to even). Pure functions of the spelling.
 */
import type { FloatKind } from './types.ts';

export interface FloatValue {
  /** Bits of the value, unsigned. */
  bits: bigint;
  float: FloatKind;
}

const DECIMAL = /^(?=\.?\d)(\d*)(?:\.(\d*))?(?:e([+-]?\d+))?([fl]?)$/i;
const HEX = /^0x(?=\.?[0-9a-f])([0-9a-f]*)\.?([0-9a-f]*)p([+-]?\d+)([fl]?)$/i;

/** Beyond this exponent of 2 or 10 nothing is finite or above zero, whatever the digits of a literal that one would write. */
const MAX_EXPONENT = 100_000;

interface Format {
  /** Bits of the significand, the hidden one included. */
  precision: number;
  /** Exponent of 2 of the last bit of the smallest numbers. */
  lowest: number;
  /** Exponent field of infinity. */
  infinity: number;
}
const FLOAT: Format = { precision: 24, lowest: -149, infinity: 255 };
const DOUBLE: Format = { precision: 53, lowest: -1074, infinity: 2047 };

/** Undefined if the spelling is no floating literal. */
export function parseFloatLiteral(spelling: string): FloatValue | undefined {
  const hex = HEX.exec(spelling);
  if (hex) {
    const digits = BigInt(`0x${hex[1]}${hex[2]}`);
    const exponent = clamp(Number(hex[3])) - 4 * hex[2].length;
    const float = kindOf(hex[4]);
    return { bits: nearest(digits, exponent, 2n, formatOf(float)), float };
  }
  const decimal = DECIMAL.exec(spelling);
  if (!decimal || (decimal[2] === undefined && decimal[3] === undefined)) return undefined;
  const [, whole, fraction = '', exponent = '0', suffix] = decimal;
  const float = kindOf(suffix);
  const digits = BigInt(`${whole}${fraction}`);
  return { bits: nearest(digits, clamp(Number(exponent)) - fraction.length, 10n, formatOf(float)), float };
}

function kindOf(suffix: string): FloatKind {
  if (suffix === '') return 'double';
  return suffix === 'f' || suffix === 'F' ? 'float' : 'ldouble';
}

function formatOf(float: FloatKind): Format {
  return float === 'float' ? FLOAT : DOUBLE;
}

function clamp(exponent: number): number {
  return Math.max(-MAX_EXPONENT, Math.min(MAX_EXPONENT, exponent));
}

/** Bits of the number nearest to digits * base ** exponent. */
function nearest(digits: bigint, exponent: number, base: bigint, format: Format): bigint {
  if (digits === 0n) return 0n;
  // A power of ten is decided by its magnitude first, so that it is never written out at absurd lengths.
  const size = digits.toString(Number(base)).length + exponent;
  const perDigit = base === 2n ? 1 : 3.32;
  const infinity = BigInt(format.infinity) << BigInt(format.precision - 1);
  if (size * perDigit > 1100) return infinity;
  if (size * perDigit < -1200) return 0n;
  const numerator = exponent >= 0 ? digits * base ** BigInt(exponent) : digits;
  const denominator = exponent >= 0 ? 1n : base ** BigInt(-exponent);

  // Exponent of the last bit that is kept: so that the quotient has `precision` bits, but not below the smallest numbers.
  let last = bitLength(numerator) - bitLength(denominator) - format.precision;
  let quotient = divide(numerator, denominator, Math.max(last, format.lowest));
  if (bitLength(quotient.whole) > format.precision)
    quotient = divide(numerator, denominator, Math.max(++last, format.lowest));
  last = Math.max(last, format.lowest);
  let significand = quotient.whole;
  if (quotient.rest > 0 || (quotient.rest === 0 && (significand & 1n) === 1n)) significand++;
  // The hidden bit raises the exponent field by one, and so does a carry out of the significand.
  const bits = (BigInt(last - format.lowest) << BigInt(format.precision - 1)) + significand;
  return bits >= infinity ? infinity : bits;
}

/** numerator / denominator in units of 2 ** last, and how the rest compares with half a unit: -1, 0 or 1. */
function divide(numerator: bigint, denominator: bigint, last: number): { whole: bigint; rest: number } {
  const n = last < 0 ? numerator << BigInt(-last) : numerator;
  const d = last > 0 ? denominator << BigInt(last) : denominator;
  const whole = n / d;
  const twice = (n - whole * d) * 2n;
  return { whole, rest: twice < d ? -1 : twice > d ? 1 : 0 };
}

function bitLength(n: bigint): number {
  return n.toString(2).length;
}
