/**
 * Operators on one operand: `* & ! ~ + - ++ --`; what may be written to; the size of a step of pointer arithmetic.
 *
 * Contract: `&` marks the variable as one that must live in memory; constants are folded with the same bits that
 * execution gives.
 */
import type { Expr, Sym } from './ast.ts';
import type { Context } from './check-context.ts';
import { checkExpr, type Of, rvalue } from './check-expr.ts';
import { checkAssign } from './check-operators.ts';
import { incompleteError } from './check-type.ts';
import { inBytes } from './check-vla.ts';
import { fail, isError, promote, requireScalar, toRvalue, typeOf } from './convert.ts';
import { addressOfLvalue, foldUnary, wrap } from './fold.ts';
import { foldFloatUnary } from './fold-float.ts';
import { hasConstMember, isComplete, unqualified } from './type-compat.ts';
import { printType } from './type-print.ts';
import type { CType } from './types.ts';
import * as T from './types.ts';

export function checkUnary(c: Context, e: Of<'unary'>): Expr {
  if (e.op === '&') return checkAddressOf(c, e);
  e.operand = rvalue(c, e.operand);
  e.lvalue = false;
  if (isError(e.operand)) return fail(e);
  const type = typeOf(e.operand);
  if (e.op === '*') {
    if (type.kind !== 'pointer') {
      c.error('not-a-pointer', `'*' needs a pointer, and this is '${printType(type)}'`, e);
      return fail(e);
    }
    if (type.to.kind === 'void') {
      c.warn('void-dereference', `a 'void *' cannot be dereferenced; cast it to a pointer to a type first`, e);
      if (c.diags.dialect !== 'gnu') return fail(e);
      e.type = unqualified(type.to);
      return e;
    }
    e.type = type.to;
    e.lvalue = type.to.kind !== 'function';
    return e;
  }
  if (e.op === '!') {
    e.operand = requireScalar(c, e.operand);
    if (isError(e.operand)) return fail(e);
    e.type = T.INT;
  } else {
    if (!T.isInteger(type) && !(T.isFloating(type) && e.op !== '~')) {
      const needed = e.op === '~' ? 'an integer' : 'a number';
      c.error('bad-operand', `'${e.op}' needs ${needed}, and this is '${printType(type)}'`, e);
      return fail(e);
    }
    e.operand = promote(e.operand);
    e.type = typeOf(e.operand);
  }
  if (e.operand.constant !== undefined) {
    const value = T.isFloating(e.type)
      ? foldFloatUnary(e.op, e.operand.constant, e.type)
      : foldUnary(e.op, e.operand.constant, e.type);
    if (value !== undefined) e.constant = value;
  }
  return e;
}

function checkAddressOf(c: Context, e: Of<'unary'>): Expr {
  e.operand = checkExpr(c, e.operand);
  e.lvalue = false;
  const { operand } = e;
  if (isError(operand)) return fail(e);
  const type = typeOf(operand);
  if (type.kind === 'function') {
    const pointer = toRvalue(operand);
    return { ...pointer, first: e.first, last: e.last };
  }
  // `&*p` is p; of a `void *` it has been warned about.
  if (type.kind === 'void' && operand.kind === 'unary' && operand.op === '*') return operand.operand;
  if (!operand.lvalue || isTemporary(operand)) {
    c.error('not-an-lvalue', `'&' needs a variable or other object; this is a value of type '${printType(type)}'`, e);
    return fail(e);
  }
  if (operand.kind === 'member' && operand.field?.bits) {
    c.error('bit-field-address', `'${operand.name}' is a bit-field and has no address`, e);
    return fail(e);
  }
  const named = namedObject(operand);
  if (named?.register) {
    c.error('register-address', `'${named.name}' is declared 'register' and has no address`, e, named);
    return fail(e);
  }
  e.type = T.pointerTo(type);
  if (operand.kind === 'unary' && operand.op === '*' && operand.operand.constant !== undefined) {
    e.constant = operand.operand.constant;
  } else {
    markAddressTaken(operand);
    const at = operand.kind === 'member' ? addressOfLvalue(operand) : undefined;
    if (at && !at.base) e.constant = wrap(at.offset, T.UINT64);
  }
  return e;
}

/** The variable that an lvalue is, or is a part of. */
export function namedObject(e: Expr): Sym | undefined {
  let at = e;
  while (at.kind === 'member' && !at.arrow) at = at.object;
  return at.kind === 'name' || at.kind === 'compound-literal' ? at.sym : undefined;
}

function markAddressTaken(e: Expr): void {
  const sym = namedObject(e);
  if (sym) sym.addressTaken = true;
}

/** Part of a record value that no variable holds. */
function isTemporary(e: Expr): boolean {
  let at = e;
  while (at.kind === 'member' && !at.arrow) at = at.object;
  return !at.lvalue;
}

/** Reports unless the checked expression may be written to. */
export function requireModifiable(c: Context, e: Expr, how: string): boolean {
  if (isError(e)) return false;
  const type = typeOf(e);
  if (type.kind === 'array' || type.kind === 'function') {
    c.error('not-an-lvalue', `${type.kind === 'array' ? 'an array' : 'a function'} cannot be ${how}`, e);
    return false;
  }
  if (!e.lvalue || isTemporary(e)) {
    c.error('not-an-lvalue', `this is a value, not a variable; it cannot be ${how}`, e);
    return false;
  }
  if (type.kind === 'record' && !isComplete(type)) {
    incompleteError(c, type, 'this object', e);
    return false;
  }
  if (type.q?.const || (type.kind === 'record' && hasConstMember(type))) {
    const name = e.kind === 'name' ? `'${e.name}'` : e.kind === 'member' ? `'${e.name}'` : 'this';
    c.error('const-assignment', `${name} is const and cannot be ${how}`, e, e.kind === 'name' ? e.sym : undefined);
    return false;
  }
  return true;
}

export function checkIncdec(c: Context, e: Of<'incdec'>): Expr {
  e.operand = checkExpr(c, e.operand);
  e.lvalue = false;
  if (!requireModifiable(c, e.operand, e.op === '++' ? 'incremented' : 'decremented')) return fail(e);
  const type = unqualified(typeOf(e.operand));
  if (type.kind === 'pointer') {
    if (T.isVla(type.to)) return stepVariable(c, e, type);
    const scale = elementSize(c, type, e);
    if (scale === undefined) return fail(e);
    e.scale = scale;
  } else if (!T.isArithmetic(type)) {
    c.error('bad-operand', `'${e.op}' needs a number or pointer, and this is '${printType(type)}'`, e);
    return fail(e);
  }
  e.type = type;
  return e;
}

/** `p++` where p points to arrays of variable length: `p += 1`, and back by as much for the value before. */
function stepVariable(c: Context, e: Of<'incdec'>, type: T.PointerType): Expr {
  const { first, last, operand } = e;
  const one: Expr = {
    kind: 'int-literal',
    value: 1n,
    token: -1,
    first,
    last,
    type: T.INT,
    lvalue: false,
    constant: 1n,
  };
  const changed = checkAssign(c, {
    kind: 'assign',
    op: e.op === '++' ? '+=' : '-=',
    left: operand,
    right: one,
    first,
    last,
  });
  if (e.prefix || isError(changed)) return changed;
  const right = inBytes({ ...one, type: T.INT64 }, type.to);
  const op = e.op === '++' ? '-' : '+';
  return { kind: 'binary', op, left: changed, right, scale: 1, first, last, type, lvalue: false };
}

/** Bytes that one step of pointer arithmetic takes; 1 for arrays of variable length, whose indices are in bytes (check-vla.ts). */
export function elementSize(c: Context, pointer: CType, at: Expr): number | undefined {
  if (pointer.kind !== 'pointer') return undefined;
  const { to } = pointer;
  if (to.kind === 'error') return undefined;
  if (to.kind === 'void') {
    if (c.diags.dialect === 'gnu') return 1;
    c.error('void-arithmetic', `'void *' has no element size to calculate with; cast it to 'char *' first`, at);
    return undefined;
  }
  if (to.kind === 'function') {
    if (c.diags.dialect === 'gnu') return 1;
    c.error('function-arithmetic', 'no arithmetic is possible on a pointer to a function', at);
    return undefined;
  }
  if (!isComplete(to)) {
    incompleteError(c, to, 'what this points to', at);
    return undefined;
  }
  return T.isVla(to) ? 1 : T.sizeOf(to);
}
