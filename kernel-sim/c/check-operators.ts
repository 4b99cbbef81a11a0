/**
 * Binary operators, assignment and `?:`. Results are normalised as ast.ts says on 'binary' and 'assign'.
 */
import type { BinaryOp, Expr } from './ast.ts';
import type { Context } from './check-context.ts';
import { checkExpr, condition, rvalue, usualConversions } from './check-expr.ts';
import { elementSize, requireModifiable } from './check-unary.ts';
import { inBytes, inElements } from './check-vla.ts';
import {
  assignConvert,
  fail,
  implicitCast,
  isError,
  isNullConstant,
  isVoidPointer,
  promote,
  requireScalar,
  scalarCast,
  toPointerOffset,
  toRvalue,
  typeOf,
  warnFractionLost,
} from './convert.ts';
import { foldBinary, wrap } from './fold.ts';
import { foldFloatBinary } from './fold-float.ts';
import { assignTo, hiddenVariable, nameOf } from './hidden.ts';
import { compatibleUnqualified, composite, qualify, unqualified } from './type-compat.ts';
import { printType } from './type-print.ts';
import type { CType } from './types.ts';
import {
  INT,
  INT64,
  isArithmetic,
  isFloating,
  isInteger,
  isScalar,
  isVla,
  pointerTo,
  sizeOf,
  UINT64,
  VOID,
} from './types.ts';

type Of<K extends Expr['kind']> = Extract<Expr, { kind: K }>;

const COMPARISONS: ReadonlySet<string> = new Set(['==', '!=', '<', '>', '<=', '>=']);

export function checkBinary(c: Context, e: Of<'binary'>): Expr {
  e.left = rvalue(c, e.left);
  e.right = rvalue(c, e.right);
  e.lvalue = false;
  if (isError(e.left) || isError(e.right)) return fail(e);
  const left = typeOf(e.left);
  const right = typeOf(e.right);
  if (COMPARISONS.has(e.op)) return checkComparison(c, e);
  if ((e.op === '+' || e.op === '-') && (left.kind === 'pointer' || right.kind === 'pointer')) {
    return checkPointerArithmetic(c, e);
  }
  if (!canCombine(e.op, left, right)) return badOperands(c, e, left, right);
  if (e.op === '<<' || e.op === '>>') {
    e.left = promote(e.left);
    e.right = promote(e.right);
    e.type = typeOf(e.left);
    warnShift(c, e.op, e.right, e.type);
  } else {
    const [a, b, type] = usualConversions(e.left, e.right);
    e.left = a;
    e.right = b;
    e.type = type;
    if (isInteger(type)) warnDivision(c, e.op, e.right);
  }
  fold(e, e.type);
  return e;
}

/** Whether the operator, which is no comparison, has these arithmetic operands. */
function canCombine(op: BinaryOp, left: CType, right: CType): boolean {
  if (isInteger(left) && isInteger(right)) return true;
  return isArithmetic(left) && isArithmetic(right) && (op === '+' || op === '-' || op === '*' || op === '/');
}

function fold(e: Of<'binary'>, type: CType): void {
  const { left, right } = e;
  if (left.constant === undefined || right.constant === undefined) return;
  const value = isFloating(type)
    ? foldFloatBinary(e.op, left.constant, right.constant, type)
    : foldBinary(e.op, left.constant, right.constant, type);
  if (value !== undefined) e.constant = value;
}

function badOperands(c: Context, e: Expr, left: CType, right: CType): Expr {
  const op = e.kind === 'binary' || e.kind === 'assign' ? e.op : '?:';
  if (left.kind === 'void' || right.kind === 'void') {
    c.error('void-value', `'${op}' cannot be applied: one side has no value (void)`, e);
  } else {
    c.error('bad-operand', `'${op}' cannot be applied to '${printType(left)}' and '${printType(right)}'`, e);
  }
  return fail(e);
}

function warnShift(c: Context, op: string, count: Expr, type: CType): void {
  const bits = BigInt(sizeOf(type) * 8);
  if (count.constant !== undefined && (count.constant < 0n || count.constant >= bits)) {
    c.warn('shift-count', `'${op}' by ${count.constant}: '${printType(type)}' has ${bits} bits`, count);
  }
}

function warnDivision(c: Context, op: string, divisor: Expr): void {
  if ((op === '/' || op === '%' || op === '/=' || op === '%=') && divisor.constant === 0n) {
    c.warn('division-by-zero', 'division by zero', divisor);
  }
}

function checkPointerArithmetic(c: Context, e: Of<'binary'>): Expr {
  const left = typeOf(e.left);
  const right = typeOf(e.right);
  if (left.kind === 'pointer' && right.kind === 'pointer') {
    if (e.op === '+') {
      c.error('bad-operand', `two pointers cannot be added ('${printType(left)}' and '${printType(right)}')`, e);
      return fail(e);
    }
    if (!compatibleUnqualified(left.to, right.to)) {
      c.warn(
        'incompatible-pointer',
        `pointers of different types are subtracted: '${printType(left)}' and '${printType(right)}'`,
        e,
      );
    }
    const variable = isVla(left.to);
    const scale = variable ? 1 : elementSize(c, left, e);
    if (scale === undefined) return fail(e);
    if (scale === 0) {
      c.error('bad-operand', 'pointers to objects of size 0 cannot be subtracted', e);
      return fail(e);
    }
    e.scale = scale;
    e.type = INT64;
    if (e.left.constant !== undefined && e.right.constant !== undefined) {
      e.constant = wrap(e.left.constant - e.right.constant, INT64) / BigInt(scale);
    }
    return variable ? inElements(e, left.to) : e;
  }
  if (right.kind === 'pointer') {
    if (e.op === '-') return badOperands(c, e, left, right);
    [e.left, e.right] = [e.right, e.left];
  }
  const pointer = typeOf(e.left);
  if (!isInteger(typeOf(e.right))) return badOperands(c, e, left, right);
  const scale = elementSize(c, pointer, e);
  if (scale === undefined) return fail(e);
  e.right = toPointerOffset(e.right);
  if (pointer.kind === 'pointer' && isVla(pointer.to)) e.right = inBytes(e.right, pointer.to);
  e.scale = scale;
  e.type = pointer;
  if (e.left.constant !== undefined && e.right.constant !== undefined) {
    const step = e.right.constant * BigInt(scale);
    e.constant = wrap(e.op === '+' ? e.left.constant + step : e.left.constant - step, UINT64);
  }
  return e;
}

function checkComparison(c: Context, e: Of<'binary'>): Expr {
  const left = typeOf(e.left);
  const right = typeOf(e.right);
  e.type = INT;
  if (isArithmetic(left) && isArithmetic(right)) {
    const [a, b, type] = usualConversions(e.left, e.right);
    e.left = a;
    e.right = b;
    fold(e, type);
    return e;
  }
  if (!isScalar(left) || !isScalar(right) || isFloating(left) || isFloating(right)) {
    return badOperands(c, e, left, right);
  }
  if (left.kind === 'pointer' && right.kind === 'pointer') {
    const related = compatibleUnqualified(left.to, right.to) || isVoidPointer(left) || isVoidPointer(right);
    if (!related) {
      c.warn(
        isInteger(left.to) && isInteger(right.to) && sizeOf(left.to) === sizeOf(right.to)
          ? 'pointer-sign'
          : 'incompatible-pointer',
        `pointers of different types are compared: '${printType(left)}' and '${printType(right)}'`,
        e,
      );
    } else if (isVoidPointer(left) !== isVoidPointer(right)) warnOrder(c, e);
  } else if (left.kind === 'pointer') {
    warnIntPointer(c, e, left, e.right);
    warnOrder(c, e);
    e.right = implicitCast(promote(e.right), 'int-to-pointer', left);
  } else {
    warnIntPointer(c, e, right, e.left);
    warnOrder(c, e);
    e.left = implicitCast(promote(e.left), 'int-to-pointer', right);
  }
  fold(e, UINT64);
  return e;
}

function warnIntPointer(c: Context, at: Expr, pointer: CType, int: Expr): void {
  if (int.constant === 0n) return;
  c.warn(
    'int-pointer-comparison',
    `a pointer '${printType(pointer)}' is compared with an integer '${printType(typeOf(int))}'`,
    at,
  );
}

/** Zero is a null pointer, and 'void *' goes with every pointer, only for == and !=. */
function warnOrder(c: Context, e: Of<'binary'>): void {
  if (e.op === '==' || e.op === '!=') return;
  const left = typeOf(e.left);
  const right = typeOf(e.right);
  if (left.kind === 'pointer' && right.kind === 'pointer') {
    c.warn('pointer-order', `'${e.op}' compares '${printType(left)}' with '${printType(right)}'; cast one of them`, e);
    return;
  }
  if (e.left.constant !== 0n && e.right.constant !== 0n) return;
  c.warn('pointer-order', `'${e.op}' compares a pointer with 0, which tells nothing`, e);
}

// ---------------------------------------------------------------- assignment

function describe(e: Expr): string {
  if (e.kind === 'name') return `assignment to '${e.name}'`;
  if (e.kind === 'member') return `assignment to member '${e.name}'`;
  return 'assignment';
}

export function checkAssign(c: Context, e: Of<'assign'>): Expr {
  e.left = checkExpr(c, e.left);
  e.right = rvalue(c, e.right);
  e.lvalue = false;
  if (!requireModifiable(c, e.left, 'assigned to') || isError(e.right)) return fail(e);
  const { left } = e;
  const type = unqualified(typeOf(left));
  e.type = type;
  if (e.op === '=') {
    e.right = assignConvert(c, e.right, type, () => describe(left));
    return e;
  }
  const op = e.op.slice(0, -1) as BinaryOp;
  const right = typeOf(e.right);
  if (type.kind === 'pointer' && (op === '+' || op === '-') && isInteger(right)) {
    const scale = elementSize(c, type, e);
    if (scale === undefined) return fail(e);
    e.right = toPointerOffset(e.right);
    if (isVla(type.to)) e.right = inBytes(e.right, type.to);
    e.scale = scale;
    e.opType = type;
    return e;
  }
  if (!canCombine(op, type, right)) return badOperands(c, e, type, right);
  // The left side as a value, for its promoted type only.
  const value = implicitCast(left, 'load', type);
  if (op === '<<' || op === '>>') {
    e.opType = typeOf(promote(value));
    e.right = promote(e.right);
    warnShift(c, e.op, e.right, e.opType);
    return e;
  }
  const [, b, opType] = usualConversions(value, e.right);
  e.right = b;
  e.opType = opType;
  if (isInteger(opType)) warnDivision(c, e.op, e.right);
  else if (isInteger(type) && !(type.kind === 'int' && type.int === 'bool')) {
    warnFractionLost(c, e, opType, type, describe(left));
  }
  return e;
}

// ---------------------------------------------------------------- conditional

export function checkConditional(c: Context, e: Of<'conditional'>): Expr {
  e.condition = condition(c, e.condition);
  e.then = rvalue(c, e.then);
  e.else = rvalue(c, e.else);
  e.lvalue = false;
  if (isError(e.then) || isError(e.else) || isError(e.condition)) return fail(e);
  const a = typeOf(e.then);
  const b = typeOf(e.else);
  if (isArithmetic(a) && isArithmetic(b)) {
    const [x, y, type] = usualConversions(e.then, e.else);
    e.then = x;
    e.else = y;
    e.type = type;
  } else if (a.kind === 'record' && b.kind === 'record' && a.def === b.def) {
    e.type = a;
  } else if (a.kind === 'void' || b.kind === 'void') {
    if (a.kind !== b.kind) c.warn('void-operand', "one side of '?:' has no value (void); the result has none", e);
    e.type = VOID;
  } else if (a.kind === 'pointer' || b.kind === 'pointer') {
    const type = conditionalPointer(c, e, a, b);
    if (!type) return badOperands(c, e, a, b);
    e.then = scalarCast2(e.then, type);
    e.else = scalarCast2(e.else, type);
    e.type = type;
  } else {
    return badOperands(c, e, a, b);
  }
  if (e.condition.constant !== undefined) {
    const chosen = e.condition.constant !== 0n ? e.then : e.else;
    if (chosen.constant !== undefined) e.constant = chosen.constant;
  }
  return e;
}

/** `a ?: b`: the condition is kept in a hidden variable, so that it is evaluated once. */
export function checkShortConditional(c: Context, e: Of<'short-conditional'>): Expr {
  const value = rvalue(c, e.condition);
  e.condition = value;
  if (isError(value) || isError(requireScalar(c, value))) return fail(e);
  const { first, last } = e;
  const full = (condition: Expr, then: Expr): Expr =>
    checkConditional(c, { kind: 'conditional', condition, then, else: e.else, first, last });
  if (value.constant !== undefined || !c.fn) return full(value, value);
  const sym = hiddenVariable(c, typeOf(value), e.first);
  const use = (): Expr => toRvalue(nameOf(sym, e));
  const result = full(use(), use());
  if (isError(result)) return result;
  return {
    kind: 'comma',
    left: assignTo(sym, value, e),
    right: result,
    first,
    last,
    type: typeOf(result),
    lvalue: false,
  };
}

function scalarCast2(e: Expr, type: CType): Expr {
  const from = typeOf(e);
  if (from.kind === 'pointer' && type.kind === 'pointer' && from.to === type.to) return e;
  return scalarCast(isInteger(from) ? promote(e) : e, type);
}

function conditionalPointer(c: Context, e: Of<'conditional'>, a: CType, b: CType): CType | undefined {
  if (a.kind === 'pointer' && b.kind === 'pointer') {
    if (isNullConstant(e.then) && isVoidPointer(a)) return b;
    if (isNullConstant(e.else) && isVoidPointer(b)) return a;
    const q = { const: a.to.q?.const || b.to.q?.const, volatile: a.to.q?.volatile || b.to.q?.volatile };
    if (compatibleUnqualified(a.to, b.to))
      return pointerTo(qualify(composite(unqualified(a.to), unqualified(b.to)), q));
    if (isVoidPointer(a)) return pointerTo(qualify(a.to, q));
    if (isVoidPointer(b)) return pointerTo(qualify(b.to, q));
    c.warn(
      'incompatible-pointer',
      `the two sides of '?:' are pointers of different types: '${printType(a)}' and '${printType(b)}'`,
      e,
    );
    return a;
  }
  const [pointer, int, intType] = a.kind === 'pointer' ? [a, e.else, b] : [b, e.then, a];
  if (!isInteger(intType)) return undefined;
  if (int.constant !== 0n) {
    c.warn(
      'int-to-pointer',
      `the two sides of '?:' are a pointer '${printType(pointer)}' and an integer '${printType(intType)}'`,
      e,
    );
  }
  return pointer;
}
