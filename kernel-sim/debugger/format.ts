/**
 * Values as text, the way a good C debugger shows them: integers in decimal and hexadecimal, statuses and enums by name, pointers with what they point
 * to, records with their first members, text where bytes are text. Never throws on what the machine holds: what cannot be read says so in its place.
 */
import { hex64, toU64, virtAddrOf } from '../base/numbers.ts';
import { bitsOfNumber, numberOfBits } from '../c/fold-float.ts';
import { statusName } from '../kernel/names.ts';
import { DebugError } from './error.ts';
import { symbolText } from './symbols.ts';
import { completeRecord } from './type-names.ts';
import {
  type EnumType,
  type FloatType,
  findField,
  type IntType,
  type PointerType,
  type RecordType,
  sizeOf,
  type Type,
} from './types.ts';
import { elementsOf, fieldOf, load, lvalueAt, membersOf, readAt, type TypedValue, type ValueScope } from './values.ts';

export interface FormatOptions {
  /** How many elements of an array, at most. */
  readonly elements?: number;
  /** How many members of a record, at most. */
  readonly members?: number;
  /** How many characters of a string, at most. */
  readonly characters?: number;
}

const DEFAULTS = { elements: 16, members: 8, characters: 64 } as const;
/** Records and arrays inside of each other are shown down to here. */
const MAX_NESTING = 2;

interface Limits {
  readonly elements: number;
  readonly members: number;
  readonly characters: number;
}

/** One line. */
export function formatValue(scope: ValueScope, v: TypedValue, options: FormatOptions = {}): string {
  return text(scope, v, { ...DEFAULTS, ...options }, 0);
}

function text(scope: ValueScope, v: TypedValue, limits: Limits, depth: number): string {
  try {
    const { type } = v;
    switch (type.kind) {
      case 'void':
        return '<void>';
      case 'int':
        return formatInteger(load(scope.view, { ...v, type }), type);
      case 'float':
        return formatFloat(load(scope.view, { ...v, type }), type);
      case 'enum':
        return formatEnum(load(scope.view, { ...v, type }), type);
      case 'pointer':
        return formatPointer(scope, load(scope.view, { ...v, type }), type, limits, depth);
      case 'function':
        return pointerText(scope, v.address ?? 0n);
      case 'array':
        return formatArray(scope, v, type.of, type.length, limits, depth);
      case 'record':
        return formatRecord(scope, v, type, limits, depth);
    }
  } catch (e) {
    if (e instanceof DebugError) return `<${e.message}>`;
    throw e;
  }
}

// ------------------------------------------------------------------- integers

const SMALL = 10n;
const BOOLEANS = new Set(['BOOLEAN', 'BOOL', 'LOGICAL']);
const STATUSES = new Set(['NTSTATUS']);
const CHARACTERS = new Set(['CHAR', 'TCHAR']);
const WIDE = new Set(['WCHAR', 'wchar_t', 'wint_t']);

/** `41 (0x29)`, `-1 (0xFFFFFFFF)`, `65 'A'`, `0xC0000010 (STATUS_INVALID_DEVICE_REQUEST)`, `1 (TRUE)`. */
export function formatInteger(value: bigint, type: IntType): string {
  const { name, int, size } = type;
  if (name !== undefined && STATUSES.has(name)) {
    const status = Number(BigInt.asUintN(32, value));
    const known = statusName(status);
    const digits = `0x${status.toString(16).toUpperCase().padStart(8, '0')}`;
    return known === digits ? digits : `${status === 0 ? '0' : digits} (${known})`;
  }
  if (int === 'bool') return value === 0n ? '0 (false)' : `${value} (true)`;
  if (name !== undefined && BOOLEANS.has(name)) return value === 0n ? '0 (FALSE)' : `${value} (TRUE)`;
  const digits = plain(value, size);
  if ((int === 'char' || int === 'schar') && (name === undefined || CHARACTERS.has(name)))
    return value === 0n ? "0 '\\0'" : `${digits} ${quoted(Number(BigInt.asUintN(8, value)), '')}`;
  if (size === 2 && name !== undefined && WIDE.has(name)) return `${digits} ${quoted(Number(value), 'L')}`;
  if (int === 'uchar' && value >= 32n && value < 127n) return `${digits} ${quoted(Number(value), '')}`;
  return digits;
}

function plain(value: bigint, size: number): string {
  if (value >= 0n && value < SMALL) return String(value);
  return `${value} (0x${BigInt.asUintN(size * 8, value)
    .toString(16)
    .toUpperCase()})`;
}

function quoted(code: number, prefix: string): string {
  return `${prefix}'${escaped(String.fromCharCode(code), "'")}'`;
}

/** `2.5`, `3.0`, `1e+100`, `-inf`, `nan`: the fewest digits that mean this very value; a NaN that is not the usual one with its bits. */
function formatFloat(bits: bigint, type: FloatType): string {
  const value = numberOfBits(bits, type);
  if (Number.isNaN(value)) {
    const usual = bits === bitsOfNumber(Number.NaN, type);
    return usual ? 'nan' : `nan (0x${bits.toString(16).toUpperCase()})`;
  }
  if (!Number.isFinite(value)) return value < 0 ? '-inf' : 'inf';
  if (value === 0) return Object.is(value, -0) ? '-0.0' : '0.0';
  let digits = String(value);
  for (let n = 1; type.size === 4 && n <= 9; n++) {
    const shorter = String(Number(value.toPrecision(n)));
    if (bitsOfNumber(Number(shorter), type) !== bits) continue;
    digits = shorter;
    break;
  }
  return /[.e]/.test(digits) ? digits : `${digits}.0`;
}

/** The enumerator's name with its value; combinations of bits stay numbers. */
export function formatEnum(value: bigint, type: EnumType): string {
  const name = type.members.find((m) => BigInt(m.value) === value)?.name;
  return name === undefined ? plain(value, 4) : `${name} (${value})`;
}

// ------------------------------------------------------------------- pointers and text

/** `0xFFFFF80010001040 thermo!Control`, `NULL`. */
export function pointerText(scope: ValueScope, value: bigint): string {
  if (value === 0n) return 'NULL';
  const va = virtAddrOf(value);
  const symbol = va === undefined ? '' : symbolText(scope, va);
  return `0x${hex64(value)}${symbol === '' ? '' : ` ${symbol}`}`;
}

function formatPointer(scope: ValueScope, value: bigint, type: PointerType, limits: Limits, depth: number): string {
  const address = pointerText(scope, value);
  const { to } = type;
  if (value === 0n || depth > 1) return address;
  if (to.kind === 'int') {
    const wide = isWideCharacter(to);
    if (wide || isCharacter(to)) return `${address} ${stringAt(scope, value, wide, limits.characters)}`;
  }
  if (to.kind === 'record' && isCountedString(to)) {
    const string = text(scope, lvalueAt(to, value), limits, depth + 1);
    return `${address} ${string}`;
  }
  return address;
}

function isCharacter(type: Type): boolean {
  return type.kind === 'int' && (type.int === 'char' || type.int === 'schar');
}

function isWideCharacter(type: Type): boolean {
  return type.kind === 'int' && type.size === 2 && type.name !== undefined && WIDE.has(type.name);
}

/** Text at an address up to its zero: `"abc"`, `L"abc"`, `"abc"...` if it goes on. */
export function stringAt(scope: ValueScope, address: bigint, wide: boolean, limit: number): string {
  try {
    const units: number[] = [];
    const size = wide ? 2 : 1;
    for (; units.length < limit; ) {
      const at = address + BigInt(units.length * size);
      const unit = readAt(at, (va) => (wide ? scope.view.u16(va) : scope.view.u8(va)));
      if (unit === 0) return literal(units, wide);
      units.push(unit);
    }
    return `${literal(units, wide)}...`;
  } catch (e) {
    if (e instanceof DebugError) return `<${e.message}>`;
    throw e;
  }
}

function literal(units: readonly number[], wide: boolean): string {
  const characters = wide
    ? String.fromCharCode(...units)
    : new TextDecoder().decode(Uint8Array.from(units), { stream: false });
  return `${wide ? 'L' : ''}"${escaped(characters, '"')}"`;
}

const ESCAPES: Record<string, string> = { '\n': '\\n', '\r': '\\r', '\t': '\\t', '\\': '\\\\', '\0': '\\0' };

function escaped(characters: string, quote: string): string {
  let out = '';
  for (const c of characters) {
    const code = c.charCodeAt(0);
    if (c === quote) out += `\\${c}`;
    else if (ESCAPES[c] !== undefined) out += ESCAPES[c];
    else if (code < 32 || code === 127 || (quote === "'" && code > 126 && code < 256))
      out += `\\x${code.toString(16).padStart(2, '0')}`;
    else out += c;
  }
  return out;
}

// ------------------------------------------------------------------- arrays and records

function formatArray(
  scope: ValueScope,
  v: TypedValue,
  of: Type,
  length: number,
  limits: Limits,
  depth: number,
): string {
  const wide = isWideCharacter(of);
  if ((wide || isCharacter(of)) && v.address !== undefined) {
    return stringAt(scope, v.address, wide, Math.min(length, limits.characters)).replace(
      /\.\.\.$/,
      length > limits.characters ? '...' : '',
    );
  }
  if (depth >= MAX_NESTING) return '{...}';
  const shown = Math.min(length, limits.elements);
  if (shown > 0 && sizeOf(of) > 0 && v.address !== undefined) readAt(v.address, (va) => scope.view.u8(va));
  const items = elementsOf(v, 0, shown).map((m) => text(scope, m.value, limits, depth + 1));
  if (length > shown) items.push('...');
  return `{${items.join(', ')}}`;
}

/** Length, MaximumLength, Buffer: UNICODE_STRING and STRING. */
function isCountedString(type: RecordType): boolean {
  return /^_?(UNICODE_STRING|STRING|ANSI_STRING|OEM_STRING)$/.test(type.name);
}

function formatRecord(scope: ValueScope, v: TypedValue, declared: RecordType, limits: Limits, depth: number): string {
  const type = completeRecord(scope, declared);
  if (type.fields.length === 0) return `<nothing is known about ${type.union ? 'union' : 'struct'} ${type.name}>`;
  if (v.address !== undefined) readAt(v.address, (va) => scope.view.u8(va));
  if (isCountedString(type)) return countedString(scope, v, type, limits);
  if (/^_?U?LARGE_INTEGER$/.test(type.name)) {
    const quad = findField(type, 'QuadPart');
    if (quad) return text(scope, fieldOf(v, quad), limits, depth);
  }
  if (depth >= MAX_NESTING) return '{...}';
  const members = membersOf(scope, { ...v, type });
  const items = members.slice(0, limits.members).map(({ name, value }) => {
    const inner = text(scope, value, limits, depth + 1);
    return name === '' ? inner : `${name} = ${inner}`;
  });
  if (members.length > limits.members) items.push('...');
  return `{${items.join(', ')}}`;
}

function countedString(scope: ValueScope, v: TypedValue, type: RecordType, limits: Limits): string {
  const lengthField = findField(type, 'Length');
  const bufferField = findField(type, 'Buffer');
  if (!lengthField || !bufferField || v.address === undefined) return '{...}';
  const lengthAt = v.address + BigInt(lengthField.offset);
  const length = readAt(lengthAt, (va) => scope.view.u16(va));
  const buffer = readAt(v.address + BigInt(bufferField.offset), (va) => scope.view.u64(va));
  if (buffer === 0n && length === 0) return '""';
  const wide = type.name.includes('UNICODE');
  const count = wide ? length >> 1 : length;
  const units = Array.from({ length: Math.min(count, limits.characters) }, (_, i) =>
    readAt(buffer + BigInt(wide ? 2 * i : i), (va) => (wide ? scope.view.u16(va) : scope.view.u8(va))),
  );
  const shown = literal(units, wide).replace(/^L/, '');
  return count > limits.characters ? `${shown}...` : shown;
}

/** Address of what a value is, as `0x` and 16 digits; undefined if it has none. */
export function addressText(address: bigint | number | undefined): string | undefined {
  if (address === undefined) return undefined;
  return `0x${hex64(typeof address === 'number' ? toU64(address) : address)}`;
}
