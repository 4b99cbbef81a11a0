/**
 * C's arithmetic on values that have been read: promotions, common types, operators, conversions, for integers and floating types alike. Values are
 * those of TypedValue: integers in the range of their type, floating ones as the bits of their type. Pure.
 */
import { commonType } from '../c/convert.ts';
import { foldBinary, foldUnary, wrap } from '../c/fold.ts';
import { foldFloatBinary, foldFloatCast, foldFloatUnary, isTrue } from '../c/fold-float.ts';
import { DebugError } from './error.ts';
import type { Arithmetic } from './expression-tree.ts';
import { type FloatType, floatType, INT, type IntType, intType, printType, type ScalarType, UINT64 } from './types.ts';

/** A promoted operand. */
export interface Operand {
  readonly type: IntType | FloatType;
  readonly value: bigint;
}

const COMPARISONS = new Set<Arithmetic>(['==', '!=', '<', '>', '<=', '>=']);

export function isComparison(op: Arithmetic): boolean {
  return COMPARISONS.has(op);
}

/** The value converted as C's casts do. Pointers are unsigned patterns. Between pointers and floating types there is no conversion. */
export function convert(value: bigint, from: ScalarType, to: ScalarType): bigint {
  if (to.kind === 'int' && to.int === 'bool') return holds(value, from) ? 1n : 0n;
  if (from.kind === 'float' || to.kind === 'float') {
    if (from.kind === 'pointer' || to.kind === 'pointer')
      throw new DebugError(`'${printType(from)}' cannot be cast to '${printType(to)}'`);
    return foldFloatCast(value, from.kind === 'enum' ? INT : from, to.kind === 'enum' ? INT : to);
  }
  return wrap(value, to.kind === 'int' ? to : to.kind === 'enum' ? INT : UINT64);
}

/** Counts as true. */
export function holds(value: bigint, type: ScalarType): boolean {
  return isTrue(value, type.kind === 'float' ? type : undefined);
}

/** Results of arithmetic have no typedef's name: `Status + 1` is no status. */
export function plainType<T extends IntType | FloatType>(type: T): T | IntType {
  return type.kind === 'float' || type.name === undefined ? type : intType(type.int);
}

export function common(a: IntType | FloatType, b: IntType | FloatType): IntType | FloatType {
  const type = commonType(bare(a), bare(b));
  if (type.kind === 'float') return floatType(type.float);
  return type.kind === 'int' ? intType(type.int) : INT;
}

function bare(type: IntType | FloatType) {
  return type.kind === 'float'
    ? { kind: 'float' as const, float: type.float }
    : { kind: 'int' as const, int: type.int };
}

/** DebugError without a place for what the operator cannot do. */
export function combine(op: Arithmetic, a: Operand, b: Operand): Operand {
  const isShift = op === '<<' || op === '>>';
  const type = isShift ? plainType(a.type) : common(a.type, b.type);
  const left = convert(a.value, a.type, type);
  const floating = a.type.kind === 'float' ? a.type : b.type.kind === 'float' ? b.type : undefined;
  const right = isShift ? b.value : convert(b.value, b.type, type);
  let value: bigint | undefined;
  if (floating) {
    value = type.kind === 'float' && !isShift ? foldFloatBinary(op, left, right, type) : undefined;
    if (value === undefined)
      throw new DebugError(`'${op}' needs integers, and one of these is '${printType(floating)}'`);
  } else value = foldBinary(op, left, right, type);
  if (value === undefined)
    throw new DebugError(b.value === 0n ? 'division by zero' : 'the quotient does not fit its type');
  return { type: isComparison(op) ? INT : type, value };
}

/** `+`, `-`, `~`. */
export function apply(op: '+' | '-' | '~', a: Operand): Operand {
  const type = plainType(a.type);
  const value = type.kind === 'float' ? foldFloatUnary(op, a.value, type) : foldUnary(op, a.value, type);
  if (value === undefined) throw new DebugError(`'${op}' needs an integer, and this is '${printType(a.type)}'`);
  return { type, value };
}
