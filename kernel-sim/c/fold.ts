/**
 * Constants with exact C semantics: wrapping to a type, folding of operators, and address constants for static initialisers.
 * Pure. Values are BigInt in the range of their type (negative for signed types); pointers are unsigned 64-bit patterns.
 */
import type { BinaryOp, Expr, Sym, UnaryOp } from './ast.ts';
import type { CType } from './types.ts';
import { isSigned, sizeOf } from './types.ts';

/** The value as the type holds it. */
export function wrap(value: bigint, type: CType): bigint {
  if (type.kind === 'int' && type.int === 'bool') return value !== 0n ? 1n : 0n;
  const bits = (sizeOf(type) || 8) * 8;
  return isSigned(type) ? BigInt.asIntN(bits, value) : BigInt.asUintN(bits, value);
}

/** Both operands of one type, result in that type (comparisons: 0 or 1). Undefined: division by zero or overflow that traps. */
export function foldBinary(op: BinaryOp, a: bigint, b: bigint, type: CType): bigint | undefined {
  switch (op) {
    case '+':
      return wrap(a + b, type);
    case '-':
      return wrap(a - b, type);
    case '*':
      return wrap(a * b, type);
    case '/':
    case '%': {
      if (b === 0n) return undefined;
      const value = op === '/' ? a / b : a % b;
      return op === '/' && wrap(value, type) !== value ? undefined : value;
    }
    case '<<':
      return wrap(a << shiftCount(b, type), type);
    case '>>':
      return wrap(a >> shiftCount(b, type), type);
    case '&':
      return wrap(a & b, type);
    case '|':
      return wrap(a | b, type);
    case '^':
      return wrap(a ^ b, type);
    case '==':
      return a === b ? 1n : 0n;
    case '!=':
      return a !== b ? 1n : 0n;
    case '<':
      return a < b ? 1n : 0n;
    case '>':
      return a > b ? 1n : 0n;
    case '<=':
      return a <= b ? 1n : 0n;
    case '>=':
      return a >= b ? 1n : 0n;
  }
}

/** As the processor does it: modulo the width. */
function shiftCount(n: bigint, type: CType): bigint {
  return n & (sizeOf(type) === 8 ? 63n : 31n);
}

export function foldUnary(op: UnaryOp, a: bigint, type: CType): bigint | undefined {
  switch (op) {
    case '+':
      return wrap(a, type);
    case '-':
      return wrap(-a, type);
    case '~':
      return wrap(~a, type);
    case '!':
      return a === 0n ? 1n : 0n;
    default:
      return undefined;
  }
}

/** A value known before the program runs: number (no base), or the address of something static plus an offset. */
export interface AddressConstant {
  /** A function, a variable with static storage (also of another image), a string literal, or a place in a function. */
  base: Sym | Extract<Expr, { kind: 'string' | 'label-address' }> | undefined;
  /** Signed; without base the number itself. */
  offset: bigint;
}

/** The constant that a checked value (not an lvalue) is, if it is one. */
export function addressConstant(e: Expr): AddressConstant | undefined {
  if (e.constant !== undefined) return { base: undefined, offset: e.constant };
  switch (e.kind) {
    case 'cast': {
      if (e.castKind === 'array-decay' || e.castKind === 'function-decay') return addressOfLvalue(e.operand);
      if (e.castKind === 'load' || e.castKind === 'void' || e.castKind === 'float') return undefined;
      const inner = addressConstant(e.operand);
      // No object is at address 0.
      if (e.castKind === 'to-bool') return inner?.base ? { base: undefined, offset: 1n } : undefined;
      if (!inner?.base) return inner;
      return e.type && sizeOf(e.type) === 8 ? inner : undefined;
    }
    case 'label-address':
      return { base: e, offset: 0n };
    case 'unary':
      return e.op === '&' ? addressOfLvalue(e.operand) : undefined;
    case 'binary': {
      if ((e.op !== '+' && e.op !== '-') || e.type?.kind === 'float') return undefined;
      const left = addressConstant(e.left);
      const right = addressConstant(e.right);
      if (!left || !right) return undefined;
      const scale = BigInt(e.scale ?? 1);
      if (e.op === '+' && left.base && !right.base)
        return { base: left.base, offset: left.offset + right.offset * scale };
      if (e.op === '+' && !left.base) return { base: right.base, offset: left.offset + right.offset };
      if (e.op === '-' && left.base && left.base === right.base && scale > 0n) {
        return { base: undefined, offset: (left.offset - right.offset) / scale };
      }
      if (e.op === '-' && !right.base) return { base: left.base, offset: left.offset - right.offset * scale };
      return undefined;
    }
    case 'conditional':
      if (e.condition.constant === undefined) return undefined;
      return addressConstant(e.condition.constant !== 0n ? e.then : e.else);
    default:
      return undefined;
  }
}

type LabelAddress = Extract<Expr, { kind: 'label-address' }>;

/** `&&to - &&from`, also as another integer type: known when the function is placed, so a table of such distances may be initialised with it. */
export function labelDistance(e: Expr): { to: LabelAddress; from: LabelAddress } | undefined {
  if (e.kind === 'cast' && e.castKind === 'int') return labelDistance(e.operand);
  if (e.kind !== 'binary' || e.op !== '-' || e.scale !== 1) return undefined;
  const to = labelOf(e.left);
  const from = labelOf(e.right);
  return to && from && { to, from };
}

function labelOf(e: Expr): LabelAddress | undefined {
  if (e.kind === 'cast' && e.castKind === 'pointer') return labelOf(e.operand);
  return e.kind === 'label-address' ? e : undefined;
}

/** Where a checked lvalue (or function name) stands, if that is known before the program runs. */
export function addressOfLvalue(e: Expr): AddressConstant | undefined {
  switch (e.kind) {
    case 'name':
      return e.sym && (e.sym.kind === 'function' || e.sym.storage === 'global')
        ? { base: e.sym, offset: 0n }
        : undefined;
    case 'string':
      return { base: e, offset: 0n };
    case 'compound-literal':
      return e.sym?.storage === 'global' ? { base: e.sym, offset: 0n } : undefined;
    case 'member': {
      if (e.field?.bits) return undefined;
      const object = e.arrow ? addressConstant(e.object) : addressOfLvalue(e.object);
      return object && { base: object.base, offset: object.offset + BigInt(e.offset ?? 0) };
    }
    case 'unary':
      return e.op === '*' ? addressConstant(e.operand) : undefined;
    default:
      return undefined;
  }
}
