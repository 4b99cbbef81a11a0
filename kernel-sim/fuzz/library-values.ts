/**
 * What calls of the C library are made of: numbers, texts and doubles that are likely to matter, as C source. Used by the probes (library-probes.ts).
 */
import type { Dice } from './kind.ts';

const EDGES = [0n, 1n, 7n, 8n, 9n, 10n, 127n, 128n, 255n, 256n, 32767n, 65535n, 0x7fffffffn, 0x80000000n, 0xffffffffn];
const WIDE_EDGES = [2n ** 32n, 10n ** 10n, 2n ** 53n, 2n ** 63n - 1n, 2n ** 63n, 2n ** 64n - 1n];

function bits64(dice: Dice): bigint {
  return (BigInt(dice.below(2 ** 32)) << 32n) | BigInt(dice.below(2 ** 32));
}

/** 64 bits: edges, small ones, or any. */
export function anyBits(dice: Dice): bigint {
  const value = dice.once(2)
    ? dice.pick(EDGES)
    : dice.once(3)
      ? dice.pick(WIDE_EDGES)
      : bits64(dice) >> BigInt(dice.below(64));
  return dice.once(4) ? BigInt.asUintN(64, -value) : value;
}

/** A whole number as a C constant of 64 bits. */
export function wholeNumber(dice: Dice): string {
  return `0x${anyBits(dice).toString(16)}ULL`;
}

const view = new DataView(new ArrayBuffer(8));

function bitsOf(x: number): bigint {
  view.setFloat64(0, x);
  return view.getBigUint64(0);
}

const PLAIN = [
  0,
  1,
  -1,
  0.5,
  1.5,
  2.5,
  0.1,
  10,
  100,
  99.995,
  9.9999999,
  1e15,
  1e16,
  123456.789,
  1e-5,
  0.0001,
  2 ** 53,
  3,
];
const EXTREME = [
  5e-324,
  2.2250738585072014e-308,
  1.7976931348623157e308,
  1e308,
  1e-310,
  Number.POSITIVE_INFINITY,
  Number.NEGATIVE_INFINITY,
];

/** The bits of a double: usual ones, halves, extremes, or any. NaNs only where asked for: which one comes out of an operation is no matter of the library. */
export function doubleBits(dice: Dice, nan = false): bigint {
  switch (dice.below(8)) {
    case 0:
    case 1:
      return bitsOf(dice.pick(PLAIN) * (dice.once(3) ? -1 : 1));
    case 2:
      return bitsOf((dice.below(20001) - 10000) / 2);
    case 3:
      return bitsOf((dice.below(2 ** 31) - 2 ** 30) / 10 ** dice.below(9));
    case 4:
      return bitsOf((dice.below(2 ** 31) - 2 ** 30) / 2 ** dice.below(40));
    case 5:
      return bitsOf(dice.once(8) && nan ? Number.NaN : dice.pick(EXTREME));
    case 6: {
      // About one: nothing overflows, everything rounds.
      return (bits64(dice) & 0x800fffffffffffffn) | (BigInt(1023 - 20 + dice.below(40)) << 52n);
    }
    default: {
      const any = bits64(dice);
      return ((any >> 52n) & 0x7ffn) === 0x7ffn ? bitsOf(1e300) : any;
    }
  }
}

/** A double as C source, by its bits (`B` is in the frame). */
export function double(dice: Dice): string {
  return `B(0x${doubleBits(dice).toString(16)}ULL)`;
}

/** A double that is not half way between two texts that it could be printed as: there Wine rounds up, as Windows did before version 2004. */
export function untied(dice: Dice): string {
  const bits = doubleBits(dice);
  return `B(0x${(bits & 0xfffffffffffffn ? bits | 1n : bits).toString(16)}ULL)`;
}

/**
 * Whether a finite double is half way between two texts of `precision` digits: behind the point (`f`), behind the first (`e`), or in all
 * (`g`). There Wine rounds up, as Windows did before version 2004.
 */
export function isTied(bits: bigint, letter: string, precision: number): boolean {
  const exponent = Number((bits >> 52n) & 0x7ffn);
  const fraction = bits & 0xfffffffffffffn;
  const mantissa = exponent === 0 ? fraction : fraction | (1n << 52n);
  const power = Math.max(exponent, 1) - 1075;
  if (exponent === 0x7ff || mantissa === 0n) return false;
  // All digits of the number, without the zeros at their end: `digits` times 10 to the power -places.
  const whole = power < 0 ? mantissa * 5n ** BigInt(-power) : mantissa << BigInt(power);
  const digits = whole.toString().replace(/0+$/, '');
  const places = Math.max(-power, 0) - (whole.toString().length - digits.length);
  if (!digits.endsWith('5')) return false;
  if (letter === 'f' || letter === 'F') return precision === places - 1;
  return digits.length - 1 === (letter === 'e' || letter === 'E' ? precision + 1 : Math.max(precision, 1));
}

/** A text as a C literal. Octal escapes end after three digits, so what follows cannot belong to them. */
export function literal(text: string): string {
  const inside = [...text].map((c) => {
    const code = c.charCodeAt(0);
    if (c === '"' || c === '\\' || c === '?') return `\\${c}`;
    return code >= 32 && code < 127 ? c : `\\${code.toString(8).padStart(3, '0')}`;
  });
  return `"${inside.join('')}"`;
}

export function repeat(dice: Dice, most: number, make: () => string): string {
  let text = '';
  for (let n = dice.below(most + 1); n > 0; n--) text += make();
  return text;
}

/** Text over an alphabet so small that things are found in it. */
export function fewLetters(dice: Dice, most: number): string {
  return repeat(dice, most, () => dice.pick(['a', 'a', 'b', 'B', 'A', ',', ' ']));
}

const DIGITS = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFXZ';

/** Something that looks like a whole number, or nearly. Not "0x" without digits: Wine takes that for no number at all. */
export function numeral(dice: Dice): string {
  const front = dice.pick(['', '', '', ' ', '\t\n ', '-', '+', ' -', '+-', '- ']);
  const prefix = dice.pick(['', '', '', '0x1', '0X0', '0', '0b', '00']);
  const most = dice.pick([3, 3, 9, 12, 22, 70]);
  const set = dice.pick([2, 8, 10, 10, 10, 16, 16, 36, DIGITS.length]);
  const digits = repeat(dice, most, () => DIGITS[dice.below(set)]);
  const known = ['2147483647', '2147483648', '4294967295', '4294967296', '9223372036854775807', '9223372036854775808'];
  const body = dice.once(4) ? dice.pick([...known, '18446744073709551615', '18446744073709551616']) : prefix + digits;
  const text = front + body + dice.pick(['', '', ' ', '.', 'z9', '_']);
  return text.replaceAll(/0[xX](?![\da-fA-F])/g, '01');
}

/** Something that looks like a number with a fraction, or nearly; also a hexadecimal one, if `hex`. */
export function fractional(dice: Dice, hexadecimal = true): string {
  const digits = (most: number) => repeat(dice, most, () => String(dice.below(10)));
  if (dice.once(8))
    return dice.pick(['', ' ', '-', '+']) + dice.pick(['inf', 'INFINITY', 'nan', 'infin', 'in', 'infx']);
  const front = dice.pick(['', '', '', ' ', '-', '+', '\n-', '--']);
  if (hexadecimal && dice.once(5)) {
    const hex = (most: number) => repeat(dice, most, () => DIGITS[dice.below(16)]);
    const exponent = dice.pick(['', '', 'p0', 'p+3', 'p-1074', 'P1023', 'p', 'p-', 'p-1080', 'p1024', 'p99999', 'e5']);
    return `${front}0x${dice.below(10)}${hex(16)}${dice.pick(['', '.', `.${hex(16)}`])}${exponent}`;
  }
  const exponent = dice.pick([
    '',
    '',
    '',
    'e5',
    'E-5',
    'e+20',
    'e-300',
    'e308',
    'e309',
    'e-324',
    'e-340',
    'e',
    'e+',
    'e99999',
    'f',
  ]);
  return `${front}${digits(dice.pick([3, 20, 40]))}${dice.pick(['', '.', `.${digits(25)}`])}${exponent}${dice.pick(['', '', 'x', ' '])}`;
}
