/**
 * Expressions: types, lvalues, resolved names, conversions made explicit, constants. `checkExpr` returns the node to put in the place
 * of the given one (often the same); it may be called again on its result. Here are the way to each kind, the forms in which a value is wanted, and
 * what belongs to no family: check-name.ts has names, check-unary.ts and check-operators.ts operators, check-cast.ts forms that name a type,
 * check-postfix.ts calls and members.
 */
import type { Expr } from './ast.ts';
import { checkCast, checkCompoundLiteral, checkSizeof, checkTypesCompatible } from './check-cast.ts';
import type { Context } from './check-context.ts';
import { checkName, stringType } from './check-name.ts';
import { checkAssign, checkBinary, checkConditional, checkShortConditional } from './check-operators.ts';
import { checkCall, checkGeneric, checkMember, checkOffsetof, checkVa, indexToDeref } from './check-postfix.ts';
import { checkStmt } from './check-stmt.ts';
import { incompleteError } from './check-type.ts';
import { checkIncdec, checkUnary, namedObject } from './check-unary.ts';
import { commonType, convertArithmetic, fail, isError, promote, requireScalar, toRvalue, typeOf } from './convert.ts';
import { wrap } from './fold.ts';
import { isComplete } from './type-compat.ts';
import type { CType } from './types.ts';
import * as T from './types.ts';

export type Of<K extends Expr['kind']> = Extract<Expr, { kind: K }>;

export function checkExpr(c: Context, e: Expr): Expr {
  if (e.type) return e;
  const result = c.nested(e, () => visit(c, e));
  return result ?? fail(e);
}

/** The value of an expression. */
export function rvalue(c: Context, e: Expr): Expr {
  return decayed(c, checkExpr(c, e));
}

/** The value of a checked expression: what a variable holds, the address of an array's or function's. */
export function decayed(c: Context, checked: Expr): Expr {
  const type = typeOf(checked);
  if ((type.kind === 'record' || type.kind === 'enum') && !isComplete(type)) {
    incompleteError(c, type, 'this object', checked);
    return fail(checked);
  }
  if (type.kind === 'array') {
    const named = namedObject(checked);
    if (named?.register) {
      const text = `'${named.name}' is an array declared 'register': its elements have no addresses`;
      c.warn('register-array', text, checked, named);
    }
  }
  return toRvalue(checked);
}

/** A scalar value to be tested. */
export function condition(c: Context, e: Expr): Expr {
  return requireScalar(c, rvalue(c, e));
}

/** The value of an integer constant expression; reports when it is none. */
export function constantInt(c: Context, e: Expr, what: string): bigint | undefined {
  const value = rvalue(c, e);
  if (isError(value)) return undefined;
  if (value.constant === undefined || !T.isInteger(typeOf(value))) {
    c.error('not-constant', `${what} must be a constant integer`, value);
    return undefined;
  }
  return value.constant;
}

function visit(c: Context, e: Expr): Expr {
  switch (e.kind) {
    case 'int-literal': {
      const token = c.unit.tokens[e.token];
      e.type = { kind: 'int', int: token?.intType ?? 'int' };
      e.lvalue = false;
      e.constant = wrap(e.value, e.type);
      return e;
    }
    case 'float-literal':
      e.type = { kind: 'float', float: e.float };
      e.lvalue = false;
      e.constant = e.bits;
      return e;
    case 'string':
      e.type = stringType(e);
      e.lvalue = true;
      return e;
    case 'name':
      return checkName(c, e);
    case 'unary':
      return checkUnary(c, e);
    case 'incdec':
      return checkIncdec(c, e);
    case 'binary':
      return checkBinary(c, e);
    case 'logical':
      return checkLogical(c, e);
    case 'conditional':
      return checkConditional(c, e);
    case 'short-conditional':
      return checkShortConditional(c, e);
    case 'assign':
      return checkAssign(c, e);
    case 'comma':
      e.left = discarded(c, e.left);
      e.right = rvalue(c, e.right);
      e.type = typeOf(e.right);
      e.lvalue = false;
      return e;
    case 'call':
      return checkCall(c, e);
    case 'member':
      return checkMember(c, e);
    case 'index':
      return indexToDeref(c, e);
    case 'cast':
      return checkCast(c, e);
    case 'sizeof':
      return checkSizeof(c, e);
    case 'offsetof':
      return checkOffsetof(c, e);
    case 'compound-literal':
      return checkCompoundLiteral(c, e);
    case 'generic':
      return checkGeneric(c, e);
    case 'va':
      return checkVa(c, e);
    case 'seh':
      return checkSeh(c, e);
    case 'stmt-expr':
      return checkStatementExpr(c, e);
    case 'label-address':
      return checkLabelAddress(c, e);
    case 'types-compatible':
      return checkTypesCompatible(c, e);
    case 'overflow':
      return e;
    case 'error':
      e.parts = e.parts.map((part) => checkExpr(c, part));
      return fail(e);
  }
}

/** An expression whose value nobody wants. */
export function discarded(c: Context, e: Expr): Expr {
  const checked = checkExpr(c, e);
  const type = typeOf(checked);
  if (type.kind !== 'record') return toRvalue(checked);
  if (isComplete(type)) return checked;
  incompleteError(c, type, 'this object', checked);
  return fail(checked);
}

// ---------------------------------------------------------------- unary

// ---------------------------------------------------------------- logical, casts, sizeof, literals, SEH

export function checkLogical(c: Context, e: Of<'logical'>): Expr {
  e.left = condition(c, e.left);
  e.right = condition(c, e.right);
  e.lvalue = false;
  if (isError(e.left) || isError(e.right)) return fail(e);
  e.type = T.INT;
  const a = e.left.constant;
  const b = e.right.constant;
  const decides = e.op === '&&' ? a === 0n : a !== undefined && a !== 0n;
  if (decides) e.constant = e.op === '&&' ? 0n : 1n;
  else if (a !== undefined && b !== undefined) e.constant = b !== 0n ? 1n : 0n;
  return e;
}

/** `({ ... })` */
function checkStatementExpr(c: Context, e: Of<'stmt-expr'>): Expr {
  const { fn } = c;
  e.lvalue = false;
  if (!fn) {
    c.error('block-outside', 'a block inside an expression can only stand in a function', e);
    return fail(e);
  }
  const last = e.body.body.at(-1);
  let type: CType = T.VOID;
  c.inScope('block', () => {
    fn.closed = { what: 'a block inside an expression', parent: fn.closed };
    for (const s of e.body.body) {
      if (s !== last || s.kind !== 'expr-stmt') {
        checkStmt(c, fn, s);
        continue;
      }
      s.expr = rvalue(c, s.expr);
      type = typeOf(s.expr);
    }
  });
  e.type = type;
  return isError(e) ? fail(e) : e;
}

function checkLabelAddress(c: Context, e: Of<'label-address'>): Expr {
  if (!c.fn) {
    c.error('label-outside', `'&&${e.name}': labels have addresses only inside their function`, e);
    return fail(e);
  }
  e.function = c.fn.def;
  c.fn.labelUses.push(e);
  e.type = T.pointerTo(T.VOID);
  e.lvalue = false;
  return e;
}

function checkSeh(c: Context, e: Of<'seh'>): Expr {
  e.lvalue = false;
  const fn = c.fn;
  const inside = (kind: 'except' | 'finally'): boolean => {
    for (let r = fn?.region; r; r = r.parent) if (r.kind === kind) return true;
    return false;
  };
  if (e.op === 'code') {
    e.type = T.ULONG;
    if (!fn || (fn.filters === 0 && !inside('except'))) {
      c.error('seh-misplaced', 'GetExceptionCode works only in the filter or the block of an __except', e);
    }
  } else if (e.op === 'info') {
    const tag = c.fileScope.tags.get('_EXCEPTION_POINTERS');
    e.type = T.pointerTo(tag?.kind === 'record' ? { kind: 'record', def: tag.def } : T.VOID);
    if (!fn || fn.filters === 0) {
      c.error('seh-misplaced', 'GetExceptionInformation works only in the filter of an __except', e);
    }
  } else {
    e.type = T.INT;
    if (!inside('finally')) c.error('seh-misplaced', 'AbnormalTermination works only in the block of a __finally', e);
  }
  return e;
}

/** Both arithmetic operands in their common type. */
export function usualConversions(a: Expr, b: Expr): [Expr, Expr, CType] {
  const left = promote(a);
  const right = promote(b);
  const type = commonType(typeOf(left), typeOf(right));
  return [convertArithmetic(left, type), convertArithmetic(right, type), type];
}
