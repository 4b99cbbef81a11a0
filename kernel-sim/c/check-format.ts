/**
 * Formats of printf, scanf, DbgPrint and their kin against the arguments that are given (MSVC's C4473 to C4477), where the format is a
 * string literal. Called with checked, promoted arguments; only reports.
 */
import type { Expr } from './ast.ts';
import type { Context } from './check-context.ts';
import { typeOf } from './convert.ts';
import { printType } from './type-print.ts';
import { type CType, isFloating, isInteger, sizeOf } from './types.ts';

interface Format {
  /** Index of the format among the arguments. */
  at: number;
  reads?: boolean;
}

const FORMATS: ReadonlyMap<string, Format> = new Map<string, Format>([
  ['printf', { at: 0 }],
  ['wprintf', { at: 0 }],
  ['fprintf', { at: 1 }],
  ['fwprintf', { at: 1 }],
  ['sprintf', { at: 1 }],
  ['snprintf', { at: 2 }],
  ['_snprintf', { at: 2 }],
  ['sprintf_s', { at: 2 }],
  ['DbgPrint', { at: 0 }],
  ['DbgPrintEx', { at: 2 }],
  ['RtlStringCbPrintfA', { at: 2 }],
  ['RtlStringCchPrintfA', { at: 2 }],
  ['RtlStringCbPrintfW', { at: 2 }],
  ['RtlStringCchPrintfW', { at: 2 }],
  ['StringCbPrintfA', { at: 2 }],
  ['StringCchPrintfA', { at: 2 }],
  ['scanf', { at: 0, reads: true }],
  ['sscanf', { at: 1, reads: true }],
  ['fscanf', { at: 1, reads: true }],
]);

/** `%` flags width . precision length conversion; a set of scanf counts as its conversion. */
const SPEC = /%([-+ #0]*)(\*|\d+)?(?:\.(\*|\d+)?)?(hh|h|ll|l|I64|I32|I|j|z|t|w|L)?(\[\^?\]?[^\]]*\]|[a-zA-Z%])?/g;

export function checkFormat(c: Context, name: string, args: readonly Expr[]): void {
  const format = FORMATS.get(name);
  const literal = format && literalOf(args[format.at]);
  if (!format || !literal || c.profile === 'guest') return;
  const text = Array.from(literal.units, (unit) => String.fromCharCode(unit)).join('');
  const wide = literal.unitSize === 2;
  let next = format.at + 1;
  for (const match of text.matchAll(SPEC)) {
    const [shown, , width, precision, length = '', conversion = ''] = match;
    if (conversion === '%' || conversion === '') continue;
    const suppressed = format.reads && width === '*';
    if (suppressed) continue;
    if (!format.reads) next += (width === '*' ? 1 : 0) + (precision === '*' ? 1 : 0);
    const arg = args[next];
    if (!arg) {
      c.warn('format-argument-missing', `'${shown}' in the format of '${name}' has no argument`, args[format.at]);
      return;
    }
    const wanted = format.reads ? wantedByScan(length, conversion, arg) : wantedByPrint(length, conversion, wide, arg);
    if (wanted) {
      const type = printType(typeOf(arg));
      c.warn('format-mismatch', `'${shown}' in the format of '${name}' needs ${wanted}; this is '${type}'`, arg);
    }
    next++;
  }
  if (next < args.length) {
    const text = `the format of '${name}' uses ${next - format.at - 1} of ${args.length - format.at - 1} arguments`;
    c.warn('format-argument-unused', text, args[next]);
  }
}

function literalOf(e: Expr | undefined): Extract<Expr, { kind: 'string' }> | undefined {
  if (e?.kind === 'string') return e;
  return e?.kind === 'cast' ? literalOf(e.operand) : undefined;
}

const WIDE_LENGTH = /^(ll|I64|I|j|z|t)$/;

/** What `printf` needs in words, or undefined if the argument will do. */
function wantedByPrint(length: string, conversion: string, wideFormat: boolean, arg: Expr): string | undefined {
  const type = typeOf(arg);
  if (type.kind === 'error') return undefined;
  switch (conversion) {
    case 'd':
    case 'i':
    case 'u':
    case 'x':
    case 'X':
    case 'o':
    case 'c':
    case 'C': {
      const size = WIDE_LENGTH.test(length) && !/c/i.test(conversion) ? 8 : 4;
      if (isInteger(type) && sizeOf(type) <= 4 === (size === 4)) return undefined;
      return size === 8 ? 'an integer of 64 bits' : 'an integer of 32 bits';
    }
    case 'a':
    case 'A':
    case 'e':
    case 'E':
    case 'f':
    case 'F':
    case 'g':
    case 'G':
      return isFloating(type) ? undefined : 'a double';
    case 'p':
      return type.kind === 'pointer' || (isInteger(type) && sizeOf(type) === 8) ? undefined : 'a pointer';
    case 's':
    case 'S': {
      const wide = length === 'l' || length === 'w' || (length !== 'h' && (conversion === 'S') !== wideFormat);
      const size = wide ? 2 : 1;
      if (type.kind === 'pointer' && (pointee(type) === size || type.to.kind === 'void')) return undefined;
      return wide ? 'a wide string (wchar_t *)' : 'a string (char *)';
    }
    case 'Z':
      if (type.kind === 'pointer' && type.to.kind === 'record') return undefined;
      return length === 'w' ? 'the address of a UNICODE_STRING' : 'the address of an ANSI_STRING';
    case 'n':
      return type.kind === 'pointer' ? undefined : 'the address of an integer';
    default:
      return undefined;
  }
}

function wantedByScan(length: string, conversion: string, arg: Expr): string | undefined {
  const type = typeOf(arg);
  if (type.kind === 'error') return undefined;
  if (type.kind !== 'pointer') return "an address ('&' is missing)";
  if (/^[aefg]$/i.test(conversion)) {
    const wanted = length === 'l' || length === 'L' ? 8 : 4;
    if ((isFloating(type.to) && sizeOf(type.to) === wanted) || type.to.kind === 'void') return undefined;
    return `the address of a ${wanted === 8 ? 'double' : 'float'}`;
  }
  if (!/[diuxXo]/.test(conversion)) return undefined;
  const size = WIDE_LENGTH.test(length) ? 8 : length === 'hh' ? 1 : length === 'h' ? 2 : 4;
  return pointee(type) === size || type.to.kind === 'void'
    ? undefined
    : `the address of an integer of ${size * 8} bits`;
}

/** Bytes of the integer that is pointed to; 0 for anything else. */
function pointee(type: CType): number {
  return type.kind === 'pointer' && isInteger(type.to) ? sizeOf(type.to) : 0;
}
