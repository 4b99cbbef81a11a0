/**
 * C types with the x64 MSVC layout. Types are compared structurally through `sameType`; struct, union and enum
 * types by identity of their definition object. Sizes and offsets are bytes unless they say bits.
 */

import type { Sym } from './ast.ts';

export type IntKind =
  | 'bool'
  | 'char'
  | 'schar'
  | 'uchar'
  | 'short'
  | 'ushort'
  | 'int'
  | 'uint'
  | 'long'
  | 'ulong'
  | 'int64'
  | 'uint64';

export interface Qualifiers {
  const?: boolean;
  volatile?: boolean;
  /** `__unaligned`, `__ptr32`, restrict are accepted and dropped. */
}

export interface VoidType {
  kind: 'void';
  q?: Qualifiers;
}
export interface IntType {
  kind: 'int';
  int: IntKind;
  /** The typedef that it was named by (`NTSTATUS`), for display only: it makes no difference between types. */
  alias?: string;
  q?: Qualifiers;
}
/** `long double` has the range of `double` and is a type of its own. */
export type FloatKind = 'float' | 'double' | 'ldouble';
export interface FloatType {
  kind: 'float';
  float: FloatKind;
  q?: Qualifiers;
}
export interface PointerType {
  kind: 'pointer';
  to: CType;
  q?: Qualifiers;
}
/** `length` undefined: incomplete (`x[]`), or of variable length. */
export interface ArrayType {
  kind: 'array';
  of: CType;
  length: number | undefined;
  /** The variable that holds the number of elements since the declaration was reached; without one (`[*]`, prototypes) nobody can ask. */
  variable?: { count: Sym | undefined };
  q?: Qualifiers;
}
export interface FunctionType {
  kind: 'function';
  returns: CType;
  params: { name: string | undefined; type: CType }[];
  variadic: boolean;
  /** False for `int f()`: no checking of arguments. */
  prototyped: boolean;
  q?: Qualifiers;
}
export interface RecordType {
  kind: 'record';
  def: RecordDef;
  q?: Qualifiers;
}
/** Enums are int always (MSVC C). */
export interface EnumType {
  kind: 'enum';
  def: EnumDef;
  q?: Qualifiers;
}
/** A type that could not be made out; silences further findings about it. */
export interface ErrorType {
  kind: 'error';
  q?: Qualifiers;
}

export type CType =
  | VoidType
  | IntType
  | FloatType
  | PointerType
  | ArrayType
  | FunctionType
  | RecordType
  | EnumType
  | ErrorType;

export interface RecordDef {
  union: boolean;
  tag: string | undefined;
  /** Undefined until the body was seen (incomplete type). */
  fields: Field[] | undefined;
  size: number;
  align: number;
  /** Alignment demanded by `__declspec(align(n))` on it or inside it; packing does not lower it. */
  requiredAlign?: number;
  /** First typedef name given to it, for display: `IRP` for `struct _IRP`. */
  typedefName?: string;
}

export interface Field {
  /** Undefined for an anonymous struct/union member or an unnamed bit-field. */
  name: string | undefined;
  type: CType;
  /** Byte offset in the record (of the storage unit for a bit-field). */
  offset: number;
  bits?: { shift: number; width: number };
}

export interface EnumDef {
  tag: string | undefined;
  members: { name: string; value: number }[] | undefined;
  /** Its size counts as known before its list: in Microsoft C every enum is an int. */
  open?: boolean;
  /** Its bit-fields hold unsigned numbers: GNU C, no negative name. Microsoft's are signed. */
  unsignedBits?: boolean;
  /** What objects of a packed enum are. */
  packed?: IntType;
  typedefName?: string;
}

export const VOID: VoidType = { kind: 'void' };
export const BOOL: IntType = { kind: 'int', int: 'bool' };
export const CHAR: IntType = { kind: 'int', int: 'char' };
export const SCHAR: IntType = { kind: 'int', int: 'schar' };
export const UCHAR: IntType = { kind: 'int', int: 'uchar' };
export const SHORT: IntType = { kind: 'int', int: 'short' };
export const USHORT: IntType = { kind: 'int', int: 'ushort' };
export const INT: IntType = { kind: 'int', int: 'int' };
export const UINT: IntType = { kind: 'int', int: 'uint' };
export const LONG: IntType = { kind: 'int', int: 'long' };
export const ULONG: IntType = { kind: 'int', int: 'ulong' };
export const INT64: IntType = { kind: 'int', int: 'int64' };
export const UINT64: IntType = { kind: 'int', int: 'uint64' };
export const FLOAT: FloatType = { kind: 'float', float: 'float' };
export const DOUBLE: FloatType = { kind: 'float', float: 'double' };
export const LDOUBLE: FloatType = { kind: 'float', float: 'ldouble' };
export const ERROR: ErrorType = { kind: 'error' };

export function pointerTo(to: CType): PointerType {
  return { kind: 'pointer', to };
}

const INT_SIZE: Record<IntKind, number> = {
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

/** An array whose size only the running program knows: its own length or that of its elements is variable. */
export function isVla(t: CType): t is ArrayType {
  return t.kind === 'array' && (t.variable !== undefined || isVla(t.of));
}

/** A length somewhere in the type is known only when its declaration is reached. */
export function isVariablyModified(t: CType): boolean {
  if (t.kind === 'array') return t.variable !== undefined || isVariablyModified(t.of);
  if (t.kind === 'pointer') return isVariablyModified(t.to);
  return t.kind === 'function' && isVariablyModified(t.returns);
}

/** Bytes of a complete object type; 0 for void, functions, incomplete types and arrays of variable length. */
export function sizeOf(t: CType): number {
  switch (t.kind) {
    case 'int':
      return INT_SIZE[t.int];
    case 'enum':
      return 4;
    case 'float':
      return t.float === 'float' ? 4 : 8;
    case 'pointer':
      return 8;
    case 'array':
      return (t.length ?? 0) * sizeOf(t.of);
    case 'record':
      return t.def.size;
    default:
      return 0;
  }
}

export function alignOf(t: CType): number {
  switch (t.kind) {
    case 'array':
      return alignOf(t.of);
    case 'record':
      return t.def.align;
    default:
      return sizeOf(t) || 1;
  }
}

/** Signedness of an integer or enum type as a value (plain char is signed; bool and pointers unsigned). */
export function isSigned(t: CType): boolean {
  if (t.kind === 'enum') return true;
  if (t.kind !== 'int') return false;
  return (
    t.int === 'char' ||
    t.int === 'schar' ||
    t.int === 'short' ||
    t.int === 'int' ||
    t.int === 'long' ||
    t.int === 'int64'
  );
}

/** Signedness of a bit-field of this declared type. */
export function isSignedField(t: CType): boolean {
  return t.kind === 'enum' ? !t.def.unsignedBits : isSigned(t);
}

export function isInteger(t: CType): boolean {
  return t.kind === 'int' || t.kind === 'enum';
}

export function isFloating(t: CType): t is FloatType {
  return t.kind === 'float';
}

export function isArithmetic(t: CType): boolean {
  return isInteger(t) || isFloating(t);
}

export function isScalar(t: CType): boolean {
  return isArithmetic(t) || t.kind === 'pointer';
}
