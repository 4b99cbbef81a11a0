/**
 * Conversions: every one that C does silently becomes a `cast` node here, with the constant folded along. The assignment rules
 * carry Microsoft C's severities (semantics.md, "Microsoft C as drivers use it", 4).
 */
import type { CastKind, Expr } from './ast.ts';
import type { Context } from './check-context.ts';
import { addressOfLvalue, wrap } from './fold.ts';
import { foldFloatCast, isTrue, numberOfBits } from './fold-float.ts';
import { compatible, compatibleUnqualified, unqualified } from './type-compat.ts';
import { printType } from './type-print.ts';
import type { CType, FloatKind, FunctionType, PointerType } from './types.ts';
import {
  BOOL,
  DOUBLE,
  ERROR,
  INT,
  INT64,
  isArithmetic,
  isFloating,
  isInteger,
  isScalar,
  isSigned,
  pointerTo,
  sizeOf,
  UINT,
  UINT64,
  ULONG,
} from './types.ts';

export type CastExpr = Extract<Expr, { kind: 'cast' }>;

export function typeOf(e: Expr): CType {
  return e.type ?? ERROR;
}

export function isError(e: Expr): boolean {
  return typeOf(e).kind === 'error';
}

export function isVoidPointer(t: CType): boolean {
  return t.kind === 'pointer' && t.to.kind === 'void';
}

/** Marks an expression as wrong; nothing further is said about it. */
export function fail(e: Expr): Expr {
  e.type = ERROR;
  e.lvalue = false;
  delete e.constant;
  return e;
}

export function implicitCast(operand: Expr, castKind: CastKind, type: CType): Expr {
  const cast: CastExpr = {
    kind: 'cast',
    castKind,
    implicit: true,
    target: undefined,
    operand,
    first: operand.first,
    last: operand.last,
    type,
    lvalue: false,
  };
  foldCast(cast);
  return cast;
}

/** Sets `constant` of a cast whose kind and type are known. */
export function foldCast(cast: CastExpr): void {
  const { operand, castKind, type } = cast;
  if (!type) return;
  if (castKind === 'array-decay') {
    if (operand.kind === 'member' || operand.kind === 'unary') {
      const at = addressOfLvalue(operand);
      if (at && !at.base) cast.constant = wrap(at.offset, UINT64);
    }
    return;
  }
  if (operand.constant === undefined || castKind === 'load' || castKind === 'void') return;
  if (castKind === 'to-bool') cast.constant = isTrue(operand.constant, operand.type) ? 1n : 0n;
  else if (castKind === 'float') cast.constant = foldFloatCast(operand.constant, typeOf(operand), type);
  else cast.constant = wrap(operand.constant, type);
}

/** The value of a checked expression: arrays and functions decay, lvalues are loaded. */
export function toRvalue(e: Expr): Expr {
  const type = typeOf(e);
  switch (type.kind) {
    case 'error':
      return e;
    case 'array':
      return implicitCast(e, 'array-decay', pointerTo(type.of));
    case 'function':
      // `*f` of a function pointer is the pointer again.
      if (e.kind === 'unary' && e.op === '*') return e.operand;
      return implicitCast(e, 'function-decay', pointerTo(type));
    default:
      return e.lvalue ? implicitCast(e, 'load', unqualified(type)) : e;
  }
}

/** Integer to integer; the node itself when the type is already right. */
export function convertInt(e: Expr, type: CType): Expr {
  const from = typeOf(e);
  if (from.kind === type.kind && (from.kind !== 'int' || (type.kind === 'int' && from.int === type.int))) {
    if (from.kind !== 'enum' || (type.kind === 'enum' && from.def === type.def)) return e;
  }
  if (type.kind === 'int' && type.int === 'bool') return implicitCast(e, 'to-bool', type);
  return implicitCast(e, 'int', unqualified(type));
}

/** Between arithmetic types; the node itself when the type is already right. */
export function convertArithmetic(e: Expr, type: CType): Expr {
  const from = typeOf(e);
  if (!isFloating(from) && !isFloating(type)) return convertInt(e, type);
  if (type.kind === 'int' && type.int === 'bool') return implicitCast(e, 'to-bool', type);
  if (isFloating(from) && isFloating(type) && from.float === type.float) return e;
  return implicitCast(e, 'float', unqualified(type));
}

const RANK: Record<string, number> = { int: 3, uint: 3, long: 4, ulong: 4, int64: 5, uint64: 5 };

const FLOAT_RANK: Record<FloatKind, number> = { float: 0, double: 1, ldouble: 2 };

/** Integer promotions of an rvalue of integer type. */
export function promote(e: Expr): Expr {
  const t = typeOf(e);
  if (t.kind === 'enum') return convertInt(e, INT);
  if (t.kind !== 'int') return e;
  if (RANK[t.int] === undefined) return convertInt(e, INT);
  if (e.kind === 'cast' && e.castKind === 'load' && e.operand.kind === 'member') {
    const bits = e.operand.field?.bits;
    if (bits && (bits.width < 32 || (bits.width === 32 && isSigned(t)))) return convertInt(e, INT);
  }
  return e;
}

/** The common type of two promoted arithmetic types. */
export function commonType(a: CType, b: CType): CType {
  if (isFloating(a) || isFloating(b)) {
    if (!isFloating(a)) return b;
    return !isFloating(b) || FLOAT_RANK[a.float] >= FLOAT_RANK[b.float] ? a : b;
  }
  if (a.kind !== 'int' || b.kind !== 'int') return a;
  if (a.int === b.int) return a;
  const ra = RANK[a.int];
  const rb = RANK[b.int];
  const sa = isSigned(a);
  if (sa === isSigned(b)) return ra >= rb ? a : b;
  const [s, rs, u, ru] = sa ? [a, ra, b, rb] : [b, rb, a, ra];
  if (ru >= rs) return u;
  if (sizeOf(s) > sizeOf(u)) return s;
  return s.int === 'long' ? ULONG : s.int === 'int' ? UINT : UINT64;
}

/** A zero that may stand for the null pointer. */
export function isNullConstant(e: Expr): boolean {
  if (e.constant !== 0n) return false;
  const t = typeOf(e);
  return isInteger(t) || (t.kind === 'pointer' && t.to.kind === 'void' && !t.to.q && e.kind === 'cast');
}

/** Explicit or needed conversion between scalars, no questions asked. */
export function scalarCast(e: Expr, type: CType): Expr {
  const kind = castKindOf(typeOf(e), type);
  return kind ? implicitCast(e, kind, unqualified(type)) : e;
}

/** The cast kind between two scalar types. */
export function castKindOf(from: CType, to: CType): CastKind | undefined {
  if (to.kind === 'void') return 'void';
  if (to.kind === 'int' && to.int === 'bool') return 'to-bool';
  if ((isFloating(to) && isArithmetic(from)) || (isFloating(from) && isInteger(to))) return 'float';
  if (isInteger(to)) return from.kind === 'pointer' ? 'pointer-to-int' : isInteger(from) ? 'int' : undefined;
  if (to.kind === 'pointer') {
    return from.kind === 'pointer' ? 'pointer' : isInteger(from) ? 'int-to-pointer' : undefined;
  }
  return undefined;
}

/** Integer operand of pointer arithmetic. */
export function toPointerOffset(e: Expr): Expr {
  const promoted = promote(e);
  return convertInt(promoted, isSigned(typeOf(promoted)) ? INT64 : UINT64);
}

/** Arguments without a parameter type. */
export function defaultPromote(e: Expr): Expr {
  const t = typeOf(e);
  if (isFloating(t)) return t.float === 'float' ? convertArithmetic(e, DOUBLE) : e;
  return isInteger(t) ? promote(e) : e;
}

/** A value for `if`, `!`, `&&` ...: scalar, or an error is reported. One of floating type comes back as _Bool. */
export function requireScalar(c: Context, e: Expr): Expr {
  const t = typeOf(e);
  if (isFloating(t)) return implicitCast(e, 'to-bool', BOOL);
  if (t.kind === 'error' || isScalar(t)) return e;
  if (t.kind === 'void') c.error('void-value', 'this has no value (void) and cannot be tested', e);
  else c.error('not-scalar', `a value of type '${printType(t)}' cannot be tested; a number or pointer is needed`, e);
  return fail(e);
}

/** Converts the value as by assignment to `target`; `where` names the place for messages. */
export function assignConvert(c: Context, e: Expr, target: CType, where: () => string, toLibrary = false): Expr {
  const to = unqualified(target);
  const from = typeOf(e);
  if (from.kind === 'error' || to.kind === 'error') return e;
  if (from.kind === 'void') {
    c.error('void-value', `${where()}: this has no value (void)`, e);
    return fail(e);
  }
  if (to.kind === 'int' && to.int === 'bool' && isScalar(from)) return convertBool(e);
  if (isArithmetic(from) && isArithmetic(to) && (isFloating(from) || isFloating(to))) {
    warnFraction(c, e, to, where);
    return convertArithmetic(e, to);
  }
  if (isInteger(to)) {
    if (isInteger(from)) {
      warnTruncation(c, e, to, where);
      return convertInt(e, to);
    }
    if (from.kind === 'pointer') {
      c.warn(
        'pointer-to-int',
        `${where()}: pointer '${printType(from)}' becomes integer '${printType(to)}' without a cast`,
        e,
      );
      return implicitCast(e, 'pointer-to-int', to);
    }
  }
  if (to.kind === 'pointer') {
    if (from.kind === 'pointer') {
      checkPointers(c, e, from, to, where, toLibrary);
      return compatible(from, to) ? e : implicitCast(e, 'pointer', to);
    }
    if (isInteger(from)) {
      if (e.constant !== 0n) {
        c.warn(
          'int-to-pointer',
          `${where()}: integer '${printType(from)}' becomes pointer '${printType(to)}' without a cast`,
          e,
        );
      }
      return implicitCast(promote(e), 'int-to-pointer', to);
    }
  }
  if (to.kind === 'record' && from.kind === 'record' && to.def === from.def) return e;
  c.error('incompatible-types', `${where()}: '${printType(from)}' cannot become '${printType(to)}'`, e);
  return fail(e);
}

function convertBool(e: Expr): Expr {
  const t = typeOf(e);
  return t.kind === 'int' && t.int === 'bool' ? e : implicitCast(e, 'to-bool', { kind: 'int', int: 'bool' });
}

function warnTruncation(c: Context, e: Expr, to: CType, where: () => string): void {
  if (e.constant === undefined) return;
  const bits = BigInt(sizeOf(to) * 8);
  const value = e.constant;
  if (value >= -(1n << (bits - 1n)) && value < 1n << bits) return;
  c.warn(
    'constant-truncation',
    `${where()}: ${value} does not fit '${printType(to)}'; ${wrap(value, to)} is stored`,
    e,
  );
}

/** Functions of the C library whose results have no fraction. */
const WHOLE = /^(floor|ceil|trunc|round|rint|nearbyint)[fl]?$/;

/** A floating value that an integer cannot hold, or may not. */
function warnFraction(c: Context, e: Expr, to: CType, where: () => string): void {
  const from = typeOf(e);
  if (!isFloating(from) || !isInteger(to)) return;
  if (e.constant === undefined) {
    if (!isWhole(e)) warnFractionLost(c, e, from, to, where());
    return;
  }
  const value = numberOfBits(e.constant, from);
  const stored = foldFloatCast(e.constant, from, to);
  if (Number(stored) === value) return;
  c.warn('constant-truncation', `${where()}: ${value} does not fit '${printType(to)}'; ${stored} is stored`, e);
}

/** Says that a value of type `from` is stored in `to` without its fraction. */
export function warnFractionLost(c: Context, e: Expr, from: CType, to: CType, where: string): void {
  c.warn('fraction-lost', `${where}: '${printType(from)}' becomes '${printType(to)}'; its fraction is lost`, e);
}

function isWhole(e: Expr): boolean {
  if (e.kind === 'cast') return (e.castKind === 'float' && isInteger(typeOf(e.operand))) || isWhole(e.operand);
  return (
    e.kind === 'call' &&
    e.callee.kind === 'cast' &&
    e.callee.operand.kind === 'name' &&
    WHOLE.test(e.callee.operand.name)
  );
}

/** `toLibrary`: an argument of a function of the lab's headers. Bytes and texts of every kind are given to them, so that is no error. */
function checkPointers(
  c: Context,
  e: Expr,
  from: PointerType,
  to: PointerType,
  where: () => string,
  toLibrary: boolean,
): void {
  const a = from.to;
  const b = to.to;
  const text = `${where()}: '${printType(from)}' where '${printType(to)}' is expected`;
  if (!compatibleUnqualified(a, b)) {
    if (a.kind === 'void' || b.kind === 'void') {
      if (isNullConstant(e)) return;
    } else if (a.kind === 'function' && b.kind === 'function') {
      c.warn('incompatible-function', `${text}${functionDifference(a, b)}`, e);
      return;
    } else {
      // Integers of one size: a finding of MSVC's level 4 only.
      const alike = isInteger(a) && isInteger(b) && sizeOf(a) === sizeOf(b);
      c.warn(alike ? (toLibrary ? 'library-pointer-sign' : 'pointer-sign') : 'incompatible-pointer', text, e);
      if (!alike) return;
    }
  }
  const lost = [a.q?.const && !b.q?.const ? 'const' : '', a.q?.volatile && !b.q?.volatile ? 'volatile' : ''].filter(
    Boolean,
  );
  if (lost.length > 0 && b.kind !== 'function' && a.kind !== 'function') {
    c.warn(toLibrary ? 'library-qualifiers' : 'discards-qualifiers', `${text}; this drops '${lost.join(' ')}'`, e);
  }
}

/** Says how two function types differ. */
export function functionDifference(a: FunctionType, b: FunctionType): string {
  if (!compatible(a.returns, b.returns)) {
    return `; it returns '${printType(a.returns)}', not '${printType(b.returns)}'`;
  }
  if (a.params.length !== b.params.length || a.variadic !== b.variadic) {
    return `; it has ${a.params.length} parameter${a.params.length === 1 ? '' : 's'}, not ${b.params.length}`;
  }
  for (let i = 0; i < a.params.length; i++) {
    const x = unqualified(a.params[i].type);
    const y = unqualified(b.params[i].type);
    if (!compatible(x, y)) return `; parameter ${i + 1} is '${printType(x)}', not '${printType(y)}'`;
  }
  return '';
}
