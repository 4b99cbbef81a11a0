/**
 * Values of literals: integers with their LLP64 type, character constants as MSVC packs them, string units.
 * Pure functions of the spelling; problems come back as text, the caller knows the place.
 */
import type { FindingId } from './finding-words.ts';
import { parseFloatLiteral } from './literal-float.ts';
import type { IntLiteralType } from './source.ts';
import type { FloatKind } from './types.ts';

export interface NumberValue {
  value: bigint;
  intType: IntLiteralType;
  /** Of a floating literal: its type; `value` is its bits. */
  floatType?: FloatKind;
  problem?: { id: FindingId; text: string };
}

const MASK64 = (1n << 64n) - 1n;
const SUFFIX = /^(u|l|ul|lu|ll|ull|llu|i8|i16|i32|i64|ui8|ui16|ui32|ui64)?$/i;

/** The first type of the list that holds the value, as C says (long is 32 bits here, so it never adds range to int). */
function fit(value: bigint, candidates: IntLiteralType[]): IntLiteralType {
  for (const type of candidates) {
    const bits = type === 'int64' || type === 'uint64' ? 64n : 32n;
    const unsigned = type === 'uint' || type === 'ulong' || type === 'uint64';
    if (value < 1n << (unsigned ? bits : bits - 1n)) return type;
  }
  return 'uint64';
}

function integerType(value: bigint, suffix: string, decimal: boolean): IntLiteralType {
  switch (suffix) {
    case '':
      return fit(value, decimal ? ['int', 'int64'] : ['int', 'uint', 'int64']);
    case 'u':
      return fit(value, ['uint', 'uint64']);
    case 'l':
      return fit(value, decimal ? ['long', 'int64'] : ['long', 'ulong', 'int64']);
    case 'ul':
    case 'lu':
      return fit(value, ['ulong', 'uint64']);
    case 'll':
    case 'i64':
      return fit(value, decimal && suffix === 'll' ? ['int64'] : ['int64', 'uint64']);
    case 'ull':
    case 'llu':
    case 'ui64':
      return 'uint64';
    case 'ui32':
      return 'uint';
    case 'ui16':
      return 'ushort';
    case 'i16':
      return 'short';
    case 'ui8':
      return 'uchar';
    case 'i8':
      return 'char';
    default:
      return 'int'; // i32
  }
}

/** Value and type of a preprocessing number. Malformed ones carry a problem and the value 0. */
export function parseNumber(spelling: string): NumberValue {
  const bad = (id: FindingId, text: string): NumberValue => ({ value: 0n, intType: 'int', problem: { id, text } });
  const match = /^(0x[0-9a-f]+|0b[01]+|\d+)(.*)$/is.exec(spelling);
  if (match && SUFFIX.test(match[2]) && !/lL|Ll/.test(match[2])) {
    const digits = match[1];
    const prefix = digits.slice(0, 2).toLowerCase();
    const octal = digits.length > 1 && digits[0] === '0' && /\d/.test(digits[1]);
    if (octal && /[89]/.test(digits)) {
      return bad('bad-number', `'${spelling}' starts with 0, so it is octal, but has the digit 8 or 9`);
    }
    const value = octal ? BigInt(`0o${digits.slice(1)}`) : BigInt(digits);
    if (value > MASK64) return bad('number-too-large', `${spelling} does not fit into 64 bits`);
    const decimal = !octal && prefix !== '0x' && prefix !== '0b';
    return { value, intType: integerType(value, match[2].toLowerCase(), decimal) };
  }
  const float = parseFloatLiteral(spelling);
  if (float) return { value: float.bits, intType: 'int', floatType: float.float };
  if (/^0[xb]$/i.test(spelling)) return bad('bad-number', `digits are missing after '${spelling}'`);
  if (match) {
    const rest = match[2];
    const what = /^[\w$]+$/.test(rest)
      ? `'${rest}' cannot follow the number ${match[1]}`
      : `'${spelling}' is not a number`;
    return bad('bad-number', what);
  }
  return bad('bad-number', `'${spelling}' is not a number`);
}

export interface Decoded {
  /** Code units of the given width. */
  units: number[];
  /** Something doubtful that has a meaning all the same. */
  problem?: string;
  /** Something without a meaning. */
  wrong?: string;
}

const SIMPLE: Record<string, number> = {
  n: 10,
  t: 9,
  r: 13,
  a: 7,
  b: 8,
  f: 12,
  v: 11,
  e: 27,
  '\\': 92,
  "'": 39,
  '"': 34,
  '?': 63,
};

/**
 * A byte of a source that is no UTF-8 stands in the text as this plus the byte: half of a surrogate pair, which no valid text has alone. In a
 * literal it is that byte again.
 */
export const RAW_BYTE = 0xdc00;

function pushCodePoint(units: number[], code: number, unitSize: 1 | 2 | 4): void {
  if (code >= RAW_BYTE + 0x80 && code <= RAW_BYTE + 0xff) {
    units.push(code - RAW_BYTE);
    return;
  }
  if (unitSize === 4) units.push(code);
  else if (unitSize === 2) {
    if (code > 0xffff) units.push(0xd800 + ((code - 0x10000) >> 10), 0xdc00 + ((code - 0x10000) & 0x3ff));
    else units.push(code);
  } else if (code < 0x80) units.push(code);
  else if (code < 0x800) units.push(0xc0 | (code >> 6), 0x80 | (code & 63));
  else if (code < 0x10000) units.push(0xe0 | (code >> 12), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63));
  else units.push(0xf0 | (code >> 18), 0x80 | ((code >> 12) & 63), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63));
}

/** Units of the text between the quotes. Source text is Unicode; narrow literals are UTF-8, raw bytes stay as they are. */
export function decodeBody(body: string, unitSize: 1 | 2 | 4): Decoded {
  const units: number[] = [];
  let problem: string | undefined;
  let wrong: string | undefined;
  const max = unitSize === 4 ? 0xffffffff : unitSize === 2 ? 0xffff : 0xff;
  for (let i = 0; i < body.length; ) {
    if (body.charCodeAt(i) !== 92) {
      const code = body.codePointAt(i) ?? 0;
      pushCodePoint(units, code, unitSize);
      i += code > 0xffff ? 2 : 1;
      continue;
    }
    const ch = body[i + 1] ?? '';
    const simple = SIMPLE[ch];
    if (simple !== undefined) {
      units.push(simple);
      i += 2;
      continue;
    }
    const numeric = /^\\(?:x([0-9a-fA-F]+)|([0-7]{1,3}))/.exec(body.slice(i, i + 40));
    if (numeric) {
      let value = numeric[1] !== undefined ? Number.parseInt(numeric[1], 16) : Number.parseInt(numeric[2], 8);
      if (value > max) {
        problem ??= `the escape ${numeric[0]} does not fit into ${unitSize === 1 ? 'a char' : 'a wide character'}`;
        value = 0;
      }
      units.push(value);
      i += numeric[0].length;
      continue;
    }
    const universal = /^\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8}))/.exec(body.slice(i, i + 10));
    if (universal) {
      const code = Number.parseInt(universal[1] ?? universal[2], 16);
      if (code > 0x10ffff) problem ??= `${universal[0]} is not a Unicode character`;
      else if ((code >= 0xd800 && code < 0xe000) || (code < 0xa0 && !'$@`'.includes(String.fromCharCode(code))))
        problem ??= `${universal[0]} cannot be written so; write the character itself or '\\x'`;
      else pushCodePoint(units, code, unitSize);
      i += universal[0].length;
      continue;
    }
    const digits = /^\\[xuU]/.test(body.slice(i, i + 2));
    if (digits) {
      const count =
        ch === 'x' ? 'hexadecimal digits' : ch === 'u' ? 'four hexadecimal digits' : 'eight hexadecimal digits';
      wrong ??= `'\\${ch}' needs ${count} behind it`;
      i += 2;
      continue;
    }
    // MSVC takes the character itself; a wrong path like "C:\Users" is worth a word.
    problem ??=
      ch === '' ? 'a backslash ends the literal' : `'\\${ch}' is not an escape sequence (write '\\\\' for a backslash)`;
    i += 1;
  }
  if (wrong !== undefined) return { units, wrong };
  return problem === undefined ? { units } : { units, problem };
}

/** Width that a prefix gives to a literal. */
export function unitSizeOf(spelling: string): 1 | 2 | 4 {
  const c = spelling[0];
  if (c === 'L') return 2;
  if (c === 'U') return 4;
  return c === 'u' && spelling[1] !== '8' ? 2 : 1;
}

/** What stands before the quotes of a literal: `L`, `u8`, ... */
export function literalPrefix(spelling: string): string {
  return /^(?:u8|[uUL])?/.exec(spelling)?.[0] ?? '';
}

/** The text between the quotes of a literal; a missing closing quote is tolerated. */
export function literalBody(spelling: string): string {
  const quote = spelling.search(/["'\u201c-\u201f]/);
  const last = spelling[spelling.length - 1];
  const closed = spelling.length > quote + 1 && (last === spelling[quote] || /[\u201c-\u201f]/.test(last));
  return spelling.slice(quote + 1, closed ? -1 : undefined);
}

/** Value (64-bit pattern, sign-extended) and type of a character constant. */
export function parseChar(spelling: string): NumberValue {
  const size = unitSizeOf(spelling);
  const { units, problem, wrong } = decodeBody(literalBody(spelling), size);
  const result = (value: bigint, intType: IntLiteralType, id?: FindingId, text?: string): NumberValue =>
    id !== undefined && text !== undefined ? { value, intType, problem: { id, text } } : { value, intType };
  const type: IntLiteralType = size === 1 ? 'int' : size === 2 ? 'ushort' : 'uint';
  if (wrong !== undefined) return result(0n, type, 'incomplete-escape', wrong);
  if (units.length === 0) return result(0n, type, 'empty-char', 'a character constant must not be empty');
  if (problem !== undefined) return result(BigInt(units[0]), type, 'bad-escape', problem);
  if (size !== 1) return result(BigInt(units[0]), type);
  if (units.length > 4) {
    const text = `${spelling} has more than four characters; use "..." for a string`;
    return result(charactersOf(units.slice(-4)), type, 'char-too-long', text);
  }
  return result(charactersOf(units), type);
}

/** Of plain characters in a row, each shifting those before it out: those of an `int` are the last four. */
function charactersOf(units: readonly number[]): bigint {
  let value = 0;
  for (const unit of units) value = (value << 8) | unit;
  if (units.length === 1) value = (value << 24) >> 24; // plain char is signed
  return BigInt.asUintN(64, BigInt(value));
}
