/**
 * C types as the debugger knows them: made lazily from the type tables of images, one object per entry, so that they may be compared by identity
 * within an image. Host-side and immutable; holds nothing of a machine.
 */
import type { Image, TypeInfo } from '../c/image.ts';
import { FLOAT_NAMES, INT_NAMES } from '../c/type-print.ts';
import type { FloatKind, IntKind } from '../c/types.ts';

export interface VoidType {
  readonly kind: 'void';
}
export interface IntType {
  readonly kind: 'int';
  readonly int: IntKind;
  readonly size: number;
  readonly signed: boolean;
  /** The typedef it was declared with: `NTSTATUS`. */
  readonly name: string | undefined;
}
export interface FloatType {
  readonly kind: 'float';
  readonly float: FloatKind;
  readonly size: number;
}
export interface PointerType {
  readonly kind: 'pointer';
  readonly to: Type;
}
export interface ArrayType {
  readonly kind: 'array';
  readonly of: Type;
  /** 0: without a size (`Data[]`). */
  readonly length: number;
}
export interface FunctionType {
  readonly kind: 'function';
  readonly returns: Type;
  readonly params: readonly Type[];
  readonly variadic: boolean;
}
export interface RecordType {
  readonly kind: 'record';
  /** Tag, else first typedef; '' if it has neither. */
  readonly name: string;
  readonly union: boolean;
  /** 0: only declared, `completeType` may find its body. */
  readonly size: number;
  readonly fields: readonly Field[];
}
export interface EnumType {
  readonly kind: 'enum';
  readonly name: string;
  readonly members: readonly { readonly name: string; readonly value: number }[];
}
export type ScalarType = IntType | FloatType | EnumType | PointerType;
export type Type = VoidType | ScalarType | ArrayType | FunctionType | RecordType;

export interface Field {
  /** '' for an anonymous struct or union (whose members count as the record's) and for unnamed bit-fields. */
  readonly name: string;
  readonly type: Type;
  readonly offset: number;
  readonly bits: { readonly shift: number; readonly width: number } | undefined;
}

const tables = new WeakMap<Image, (Type | undefined)[]>();

/** The type behind an index of an image's type table. */
export function typeAt(image: Image, index: number): Type {
  let table = tables.get(image);
  if (!table) {
    table = [];
    tables.set(image, table);
  }
  const known = table[index];
  if (known) return known;
  const made = make(image, image.debug.types[index]);
  table[index] = made;
  return made;
}

/** Types may go round in circles, so what they refer to is made when it is looked at. */
function make(image: Image, info: TypeInfo | undefined): Type {
  switch (info?.kind) {
    case 'int':
      return intType(info.int, info.name);
    case 'float':
      return floatType(info.float);
    case 'pointer':
      return {
        kind: 'pointer',
        get to() {
          return typeAt(image, info.to);
        },
      };
    case 'array':
      return {
        kind: 'array',
        length: info.length,
        get of() {
          return typeAt(image, info.of);
        },
      };
    case 'function':
      return {
        kind: 'function',
        variadic: info.variadic,
        get returns() {
          return typeAt(image, info.returns);
        },
        get params() {
          return info.params.map((p) => typeAt(image, p));
        },
      };
    case 'record':
      return recordType(image, info);
    case 'enum':
      return { kind: 'enum', name: info.name, members: info.members };
    default:
      return VOID;
  }
}

function recordType(image: Image, info: Extract<TypeInfo, { kind: 'record' }>): RecordType {
  let fields: Field[] | undefined;
  return {
    kind: 'record',
    name: info.name,
    union: info.union,
    size: info.size,
    get fields() {
      fields ??= info.fields.map(({ name, type, offset, shift, width }) => ({
        name,
        type: typeAt(image, type),
        offset,
        bits: shift === undefined || width === undefined ? undefined : { shift, width },
      }));
      return fields;
    },
  };
}

// ------------------------------------------------------------------- made here

const SIZES: Record<IntKind, number> = {
  bool: 1,
  char: 1,
  schar: 1,
  uchar: 1,
  short: 2,
  ushort: 2,
  int: 4,
  uint: 4,
  long: 4,
  ulong: 4,
  int64: 8,
  uint64: 8,
};
const UNSIGNED: ReadonlySet<IntKind> = new Set(['bool', 'uchar', 'ushort', 'uint', 'ulong', 'uint64']);

export function intType(int: IntKind, name?: string): IntType {
  return { kind: 'int', int, size: SIZES[int], signed: !UNSIGNED.has(int), name };
}

export function floatType(float: FloatKind): FloatType {
  return { kind: 'float', float, size: float === 'float' ? 4 : 8 };
}

export function pointerTo(to: Type): PointerType {
  return { kind: 'pointer', to };
}

export function arrayOf(of: Type, length: number): ArrayType {
  return { kind: 'array', of, length };
}

export const VOID: VoidType = { kind: 'void' };
export const INT = intType('int');
export const INT64 = intType('int64');
export const UINT64 = intType('uint64');

// ------------------------------------------------------------------- questions

/** Bytes of an object; 0 for void, functions and what is incomplete. */
export function sizeOf(type: Type): number {
  switch (type.kind) {
    case 'int':
    case 'float':
    case 'record':
      return type.size;
    case 'enum':
      return 4;
    case 'pointer':
      return 8;
    case 'array':
      return type.length * sizeOf(type.of);
    default:
      return 0;
  }
}

export function isInteger(type: Type): type is IntType | EnumType {
  return type.kind === 'int' || type.kind === 'enum';
}

export function isArithmetic(type: Type): type is IntType | EnumType | FloatType {
  return isInteger(type) || type.kind === 'float';
}

export function isScalar(type: Type): type is ScalarType {
  return isInteger(type) || type.kind === 'float' || type.kind === 'pointer';
}

/** A member by name with its offset from the start of the record, members of anonymous members included. */
export function findField(record: RecordType, name: string): Field | undefined {
  for (const field of record.fields) {
    if (field.name === name) return field;
    if (field.name === '' && field.type.kind === 'record') {
      const inner = findField(field.type, name);
      if (inner) return { ...inner, offset: inner.offset + field.offset };
    }
  }
  return undefined;
}

/** Names of all members, those of anonymous members included. */
export function fieldNames(record: RecordType): string[] {
  return record.fields.flatMap((f) => (f.name !== '' ? [f.name] : f.type.kind === 'record' ? fieldNames(f.type) : []));
}

/** Alike in everything that arithmetic asks for; records and enums by name and size. */
export function sameType(a: Type, b: Type): boolean {
  if (a === b) return true;
  switch (a.kind) {
    case 'void':
      return b.kind === 'void';
    case 'int':
      return b.kind === 'int' && a.int === b.int;
    case 'float':
      return b.kind === 'float' && a.float === b.float;
    case 'enum':
      return b.kind === 'enum' && a.name === b.name;
    case 'pointer':
      return b.kind === 'pointer' && sameType(a.to, b.to);
    case 'array':
      return b.kind === 'array' && a.length === b.length && sameType(a.of, b.of);
    case 'record':
      return b.kind === 'record' && a.name !== '' && a.name === b.name && a.union === b.union;
    case 'function':
      return b.kind === 'function';
  }
}

// ------------------------------------------------------------------- as text

/** The type as C writes it: `_IRP *`, `ULONG`, `char [8]`; with `inner`, the declaration of that name. */
export function printType(type: Type, inner = ''): string {
  switch (type.kind) {
    case 'pointer': {
      const star = `*${inner}`;
      const binds = type.to.kind === 'array' || type.to.kind === 'function';
      return printType(type.to, binds ? `(${star})` : star);
    }
    case 'array':
      return printType(type.of, `${inner}[${type.length || ''}]`);
    case 'function': {
      const params = type.params.map((p) => printType(p));
      if (type.variadic) params.push('...');
      return printType(type.returns, `${inner}(${params.length > 0 ? params.join(', ') : 'void'})`);
    }
    default:
      return `${baseName(type)}${inner ? ` ${inner}` : ''}`;
  }
}

function baseName(type: VoidType | IntType | FloatType | RecordType | EnumType): string {
  switch (type.kind) {
    case 'void':
      return 'void';
    case 'int':
      return type.name ?? INT_NAMES[type.int];
    case 'float':
      return FLOAT_NAMES[type.float];
    case 'record':
      return type.name || `<unnamed ${type.union ? 'union' : 'struct'}>`;
    case 'enum':
      return type.name || '<unnamed enum>';
  }
}
