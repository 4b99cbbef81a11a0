/**
 * The GNU compiler's builtins on floating values: constants, classification, comparisons that are quiet about NaNs, sign bits. Each becomes ordinary
 * comparisons over operands that are kept in hidden variables, a constant, or an intrinsic.
 */
import type { BinaryOp, Expr } from './ast.ts';
import type { Context } from './check-context.ts';
import { checkLogical, rvalue, usualConversions } from './check-expr.ts';
import { checkBinary, checkConditional } from './check-operators.ts';
import { fail, isError, scalarCast, toRvalue, typeOf } from './convert.ts';
import { bitsOfNumber } from './fold-float.ts';
import { assignTo, hiddenVariable, nameOf } from './hidden.ts';
import { printType } from './type-print.ts';
import type { CType, FloatType } from './types.ts';
import * as T from './types.ts';

type Call = Extract<Expr, { kind: 'call' }>;
type Make = (c: Context, e: Call) => Expr;

function literal(e: Expr, bits: bigint, type: FloatType): Expr {
  const { first, last } = e;
  return { kind: 'float-literal', bits, float: type.float, first, last, type, lvalue: false, constant: bits };
}

function number(e: Expr, value: number, type: FloatType): Expr {
  return literal(e, bitsOfNumber(value, type), type);
}

/** Checked operands as floating values, each in a variable that can be read again and again. */
class Operands {
  private readonly c: Context;
  private readonly e: Call;
  private readonly before: Expr[] = [];

  constructor(c: Context, e: Call) {
    this.c = c;
    this.e = e;
  }

  /** A reader of the value, which is of floating type. */
  keep(value: Expr): () => Expr {
    const { c, e } = this;
    if (value.constant !== undefined || !c.fn) return () => value;
    const sym = hiddenVariable(c, typeOf(value), e.first);
    this.before.push(assignTo(sym, value, e));
    return () => toRvalue(nameOf(sym, e));
  }

  /** `result` after the operands. */
  after(result: Expr): Expr {
    const { first, last } = this.e;
    return this.before.reduceRight<Expr>(
      (right, left) => ({ kind: 'comma', left, right, first, last, type: typeOf(right), lvalue: false }),
      result,
    );
  }

  compare(op: BinaryOp, left: Expr, right: Expr): Expr {
    const { first, last } = this.e;
    return checkBinary(this.c, { kind: 'binary', op, left, right, first, last });
  }

  logical(op: '&&' | '||', left: Expr, right: Expr): Expr {
    const { first, last } = this.e;
    return checkLogical(this.c, { kind: 'logical', op, left, right, first, last });
  }
}

function floating(c: Context, arg: Expr): Expr {
  const value = rvalue(c, arg);
  const type = typeOf(value);
  if (type.kind === 'error' || T.isFloating(type)) return value;
  if (T.isInteger(type)) return scalarCast(value, T.DOUBLE);
  c.error('bad-builtin', `a floating value is needed here, and this is '${printType(type)}'`, value);
  return fail(value);
}

/** A test of one value. */
function test(make: (o: Operands, x: () => Expr, type: FloatType) => Expr): Make {
  return (c, e) => {
    const value = floating(c, e.args[0]);
    const type = typeOf(value);
    if (!T.isFloating(type)) return fail(e);
    const o = new Operands(c, e);
    const x = o.keep(value);
    return o.after(make(o, x, type));
  };
}

/** A test of two values in their common type. */
function relation(make: (o: Operands, x: () => Expr, y: () => Expr) => Expr): Make {
  return (c, e) => {
    const left = floating(c, e.args[0]);
    const right = floating(c, e.args[1]);
    if (isError(left) || isError(right)) return fail(e);
    const [a, b] = usualConversions(left, right);
    const o = new Operands(c, e);
    const x = o.keep(a);
    const y = o.keep(b);
    return o.after(make(o, x, y));
  };
}

const ordered = (op: BinaryOp): Make => relation((o, x, y) => o.compare(op, x(), y()));
const unordered = (o: Operands, x: () => Expr, y: () => Expr): Expr =>
  o.logical('||', o.compare('!=', x(), x()), o.compare('!=', y(), y()));

const LARGEST: Record<number, number> = { 4: 3.4028234663852886e38, 8: Number.MAX_VALUE };
const SMALLEST: Record<number, number> = { 4: 2 ** -126, 8: 2 ** -1022 };

function beyond(o: Operands, x: () => Expr, type: FloatType, sign: 1 | -1): Expr {
  return o.compare('==', x(), number(x(), sign * Number.POSITIVE_INFINITY, type));
}

/** least <= |x| <= most */
function within(o: Operands, x: () => Expr, type: FloatType): Expr {
  const between = (low: number, high: number): Expr =>
    o.logical('&&', o.compare('>=', x(), number(x(), low, type)), o.compare('<=', x(), number(x(), high, type)));
  const least = SMALLEST[T.sizeOf(type)];
  const most = LARGEST[T.sizeOf(type)];
  return o.logical('||', between(least, most), between(-most, -least));
}

const TESTS: ReadonlyMap<string, readonly [number, Make]> = new Map<string, readonly [number, Make]>([
  ['isnan', [1, test((o, x) => o.compare('!=', x(), x()))]],
  ['isinf', [1, test((o, x, type) => o.logical('||', beyond(o, x, type, 1), beyond(o, x, type, -1)))]],
  ['isinf_sign', [1, test((o, x, type) => o.compare('-', beyond(o, x, type, 1), beyond(o, x, type, -1)))]],
  ['isfinite', [1, test((o, x, type) => o.compare('==', o.compare('-', x(), x()), number(x(), 0, type)))]],
  ['finite', [1, test((o, x, type) => o.compare('==', o.compare('-', x(), x()), number(x(), 0, type)))]],
  ['isnormal', [1, test(within)]],
  ['isgreater', [2, ordered('>')]],
  ['isgreaterequal', [2, ordered('>=')]],
  ['isless', [2, ordered('<')]],
  ['islessequal', [2, ordered('<=')]],
  ['islessgreater', [2, relation((o, x, y) => o.logical('||', o.compare('<', x(), y()), o.compare('>', x(), y())))]],
  ['isunordered', [2, relation(unordered)]],
]);

/** (NaN, infinite, normal, subnormal, zero, x) */
const classify: Make = (c, e) => {
  const values = e.args.slice(0, 5).map((arg) => rvalue(c, arg));
  const value = floating(c, e.args[5]);
  const type = typeOf(value);
  if (!T.isFloating(type) || values.some(isError)) return fail(e);
  const o = new Operands(c, e);
  const x = o.keep(value);
  const { first, last } = e;
  const choose = (condition: Expr, yes: Expr, no: Expr): Expr =>
    checkConditional(c, { kind: 'conditional', condition, then: yes, else: no, first, last });
  const infinite = o.logical('||', beyond(o, x, type, 1), beyond(o, x, type, -1));
  return o.after(
    choose(
      o.compare('!=', x(), x()),
      values[0],
      choose(
        infinite,
        values[1],
        choose(within(o, x, type), values[2], choose(o.compare('!=', x(), number(e, 0, type)), values[3], values[4])),
      ),
    ),
  );
};

/** The type that a suffix names. */
const SUFFIX: Readonly<Record<string, FloatType>> = { '': T.DOUBLE, f: T.FLOAT, l: T.LDOUBLE };

/** A quiet NaN with the number in the string as its payload, or a signalling one. */
function notANumber(c: Context, e: Call, type: FloatType, quiet: boolean): Expr {
  const arg = e.args[0];
  const text = arg?.kind === 'string' ? String.fromCharCode(...arg.units) : undefined;
  if (text === undefined || !/^(0x[0-9a-f]*|[0-9]*)$/i.test(text)) {
    c.error('bad-builtin', '__builtin_nan takes a string with a number or nothing in it', e);
    return fail(e);
  }
  const payload = text === '' || /^0x$/i.test(text) ? 0n : BigInt(text.replace(/^0(?=[0-7])/, '0o'));
  const bits = T.sizeOf(type) === 4 ? 22n : 51n;
  const exponent = T.sizeOf(type) === 4 ? 0x7f800000n : 0x7ff0000000000000n;
  const low = payload & ((1n << bits) - 1n);
  const mark = quiet ? 1n << bits : low === 0n ? 1n << (bits - 1n) : 0n;
  return literal(e, exponent | mark | low, type);
}

/** The checked call of `__builtin_NAME`, if that is one of these. */
export function checkFloatBuiltin(c: Context, e: Call, name: string): Expr | undefined {
  const wrong = (count: number): Expr => {
    c.error('bad-builtin', `__builtin_${name} takes ${count === 1 ? 'one argument' : `${count} arguments`}`, e);
    return fail(e);
  };
  const constant = /^(inf|huge_val|nan|nans)(f|l)?$/.exec(name);
  if (constant) {
    const type = SUFFIX[constant[2] ?? ''];
    if (constant[1].startsWith('nan')) return notANumber(c, e, type, constant[1] === 'nan');
    return e.args.length === 0 ? number(e, Number.POSITIVE_INFINITY, type) : wrong(0);
  }
  if (name === 'fpclassify') return e.args.length === 6 ? classify(c, e) : wrong(6);
  const known = TESTS.get(name) ?? TESTS.get(name.replace(/[fl]$/, ''));
  if (known) return e.args.length === known[0] ? known[1](c, e) : wrong(known[0]);
  return undefined;
}

/** Signs: intrinsics with operands of the type that the suffix names. */
export function signBuiltin(name: string): { name: string; returns: CType; params: CType[] } | undefined {
  const match = /^(fabs|copysign|signbit)(f|l)?$/.exec(name);
  if (!match) return undefined;
  const type = SUFFIX[match[2] ?? ''];
  const own = match[2] === 'f' ? 'f' : '';
  const params = match[1] === 'copysign' ? [type, type] : [type];
  return { name: `__builtin_${match[1]}${own}`, returns: match[1] === 'signbit' ? T.INT : type, params };
}

export function foldSign(name: string, bits: readonly bigint[], type: FloatType): bigint {
  const sign = T.sizeOf(type) === 4 ? 1n << 31n : 1n << 63n;
  if (name.startsWith('signbit')) return (bits[0] & sign) === 0n ? 0n : 1n;
  return (bits[0] & ~sign) | (name.startsWith('copysign') ? bits[1] & sign : 0n);
}
