/**
 * Calls of `__builtin_...`, the GNU compiler's own functions. Each becomes something that exists otherwise: a constant, an operand, another node, an
 * intrinsic (intrinsics.ts) or a function of the C library. What is none of these is an ordinary name, and unknown.
 */
import type { Expr } from './ast.ts';
import { after, constant, intrinsic } from './builtin-nodes.ts';
import { checkFloatBuiltin, foldSign, signBuiltin } from './check-builtin-float.ts';
import type { Context } from './check-context.ts';
import { checkExpr, discarded, rvalue } from './check-expr.ts';
import { libraryFunction, useName } from './check-name.ts';
import { checkCall } from './check-postfix.ts';
import { assignConvert, convertInt, fail, implicitCast, isError, promote, scalarCast, typeOf } from './convert.ts';
import { LIBRARY, parseSignature } from './signatures.ts';
import { printType } from './type-print.ts';
import type { CType } from './types.ts';
import * as T from './types.ts';

type Call = Extract<Expr, { kind: 'call' }>;
type Handler = (c: Context, e: Call, name: string) => Expr;

/** The checked call of `__builtin_NAME`, or undefined if there is no such builtin. */
export function checkBuiltin(c: Context, e: Call, name: string): Expr | undefined {
  const special = SPECIAL.get(name) ?? (/_overflow(_p)?$/.test(name) ? overflow : undefined);
  if (special) {
    const [least, most] = ARGUMENTS.get(name) ?? [0, 99];
    if (e.args.length < least || e.args.length > most) {
      c.error('bad-builtin', `__builtin_${name} takes ${least === most ? least : `${least} to ${most}`} arguments`, e);
      return fail(e);
    }
    return special(c, e, name);
  }
  const float = checkFloatBuiltin(c, e, name);
  if (float) return float;
  const sign = signBuiltin(name);
  if (sign) return onSign(c, e, name, sign);
  const bits = BITS.get(name);
  if (bits) return onBits(c, e, name, bits);
  // The checking forms have the size of the object as one more argument.
  const plain = /^__((?:mem|st[pr])\w+)_chk$/.exec(name)?.[1];
  const signature = LIBRARY.get(plain ?? name);
  if (signature === undefined) return undefined;
  if (plain !== undefined) e.args = e.args.slice(0, -1);
  return callOf(c, e, plain ?? name, signature);
}

/** The same call of another function, declared as it would be in its header unless the program has done so. */
function callOf(c: Context, e: Call, name: string, signature: string): Expr {
  const { first, last } = e.callee;
  const callee: Expr = { kind: 'name', name, first, last };
  useName(c, callee, libraryFunction(c, name, e.first, parseSignature(signature)));
  e.callee = callee;
  return checkCall(c, e);
}

function asInt(c: Context, e: Expr, type: CType): Expr {
  const value = rvalue(c, e);
  if (isError(value) || T.isInteger(typeOf(value))) return isError(value) ? value : convertInt(value, type);
  if (T.isScalar(typeOf(value))) return scalarCast(value, type);
  c.error('bad-builtin', `an integer is needed here, and this is '${printType(typeOf(value))}'`, value);
  return fail(value);
}

const expect: Handler = (c, e) => {
  const [value, ...others] = [asInt(c, e.args[0], T.LONG), ...e.args.slice(1).map((arg) => rvalue(c, arg))];
  return after(others, value);
};

const constantP: Handler = (c, e) => {
  const value = rvalue(c, e.args[0]);
  const literal = value.kind === 'cast' && value.castKind === 'array-decay' && value.operand.kind === 'string';
  return constant(e, value.constant !== undefined || literal ? 1n : 0n, T.INT);
};

const choose: Handler = (c, e) => {
  const which = rvalue(c, e.args[0]);
  if (which.constant === undefined) {
    if (!isError(which))
      c.error('not-constant', 'the first operand of __builtin_choose_expr must be a constant', which);
    return fail(e);
  }
  return checkExpr(c, e.args[which.constant !== 0n ? 1 : 2]);
};

/** An intrinsic with operands of its own type; constants are folded. */
interface Bits {
  operand: CType;
  fold: (n: bigint, width: number) => bigint | undefined;
}

const count = (n: bigint): bigint => BigInt(n.toString(2).replaceAll('0', '').length);
const low = (n: bigint): bigint => {
  let at = 0n;
  while (((n >> at) & 1n) === 0n) at++;
  return at;
};
const FOLDS: Record<string, Bits['fold']> = {
  ctz: (n) => (n === 0n ? undefined : low(n)),
  clz: (n, width) => (n === 0n ? undefined : BigInt(width - n.toString(2).length)),
  ffs: (n) => (n === 0n ? 0n : low(n) + 1n),
  popcount: count,
  parity: (n) => count(n) & 1n,
  clrsb: (n, width) => {
    const x = n >> BigInt(width - 1) ? ~n & ((1n << BigInt(width)) - 1n) : n;
    return BigInt(width - 1 - (x === 0n ? 0 : x.toString(2).length));
  },
};
const BITS = new Map<string, Bits>();
for (const [name, fold] of Object.entries(FOLDS)) {
  BITS.set(name, { operand: T.UINT, fold });
  BITS.set(`${name}l`, { operand: T.ULONG, fold });
  BITS.set(`${name}ll`, { operand: T.UINT64, fold });
}
const swap: Bits['fold'] = (n, width) => {
  let out = 0n;
  for (let i = 0; i < width; i += 8) out = (out << 8n) | ((n >> BigInt(i)) & 0xffn);
  return out;
};
BITS.set('bswap16', { operand: T.USHORT, fold: swap });
BITS.set('bswap32', { operand: T.UINT, fold: swap });
BITS.set('bswap64', { operand: T.UINT64, fold: swap });

function onBits(c: Context, e: Call, name: string, { operand, fold }: Bits): Expr {
  const result = name.startsWith('bswap') ? operand : T.INT;
  if (e.args.length !== 1) {
    c.error('bad-builtin', `__builtin_${name} takes one argument`, e);
    return fail(e);
  }
  const value = asInt(c, e.args[0], operand);
  if (isError(value)) return fail(e);
  const known = value.constant === undefined ? undefined : fold(value.constant, T.sizeOf(operand) * 8);
  if (known !== undefined) return constant(e, known, result);
  e.args = [value];
  const wide = T.sizeOf(operand) === 8;
  const family = name.startsWith('bswap') ? name : `${name.replace(/l+$/, '')}${wide ? 'll' : ''}`;
  return intrinsic(c, e, `__builtin_${family}`, result, [operand]);
}

function onSign(
  c: Context,
  e: Call,
  name: string,
  { name: target, returns, params }: NonNullable<ReturnType<typeof signBuiltin>>,
): Expr {
  if (e.args.length !== params.length) {
    c.error('bad-builtin', `__builtin_${name} takes ${params.length} argument${params.length === 1 ? '' : 's'}`, e);
    return fail(e);
  }
  // Without a suffix signbit takes any floating type.
  const own = typeOf(rvalue(c, e.args[0]));
  const single = name === 'signbit' && own.kind === 'float' && T.sizeOf(own) === 4;
  const types = single ? [T.FLOAT] : params;
  const args = e.args.map((arg, i) => assignConvert(c, rvalue(c, arg), types[i], () => `argument ${i + 1}`));
  if (args.some(isError)) return fail(e);
  const known = args.flatMap((arg) => (arg.constant === undefined ? [] : [arg.constant]));
  if (known.length === args.length && types[0].kind === 'float') {
    const { first, last } = e;
    const bits = foldSign(name, known, types[0]);
    if (returns.kind !== 'float') return constant(e, bits, returns);
    return {
      kind: 'float-literal',
      bits,
      float: returns.float,
      first,
      last,
      type: returns,
      lvalue: false,
      constant: bits,
    };
  }
  e.args = args;
  return intrinsic(c, e, single ? `${target}f` : target, returns, types);
}

const trap: Handler = (c, e) => intrinsic(c, e, '__ud2', T.VOID, []);
const unreachable: Handler = (c, e) => {
  e.args = [constant(e, 0n, T.INT)];
  return intrinsic(c, e, '__assume', T.VOID, [T.INT]);
};
const alloca: Handler = (c, e) => {
  e.args = e.args.slice(0, 1);
  return intrinsic(c, e, '_alloca', T.pointerTo(T.VOID), [T.UINT64]);
};

/** Only the innermost frame, and only by a constant, as everywhere. */
const frame: Handler = (c, e, name) => {
  const level = rvalue(c, e.args[0]);
  if (level.constant !== 0n) {
    if (!isError(level))
      c.error('bad-builtin', `__builtin_${name} is only there for the function itself, level 0`, level);
    return fail(e);
  }
  e.args = [];
  return intrinsic(c, e, name === 'frame_address' ? '__lab_fp' : '_ReturnAddress', T.pointerTo(T.VOID), []);
};

const prefetch: Handler = (c, e) => {
  const args = e.args.map((arg) => discarded(c, arg));
  return implicitCast(after(args, constant(e, 0n, T.INT)), 'void', T.VOID);
};

/** The first operand, whatever else is said of it. */
const itself: Handler = (c, e) => {
  const [value, ...others] = e.args.map((arg) => rvalue(c, arg));
  return isError(value) ? fail(e) : after(others, value);
};
const assumeAligned: Handler = (c, e, name) => {
  const value = itself(c, e, name);
  return isError(value) ? value : scalarCast(value, T.pointerTo(T.VOID));
};

const objectSize: Handler = (c, e) => {
  const [, kind] = e.args.map((arg) => rvalue(c, arg));
  return constant(e, ((kind.constant ?? 0n) & 2n) === 0n ? -1n : 0n, T.UINT64);
};

const classify: Handler = (c, e) => {
  const t = typeOf(rvalue(c, e.args[0]));
  const classes: Partial<Record<CType['kind'], bigint>> = { void: 0n, int: 1n, enum: 1n, pointer: 5n };
  const record = t.kind === 'record' ? (t.def.union ? 13n : 12n) : 8n;
  return constant(e, classes[t.kind] ?? record, T.INT);
};

/** __builtin_{add,sub,mul}_overflow, with `_p`, and those for one type: `s` or `u` before the operation, `l` or `ll` behind it. */
function overflow(c: Context, e: Call, name: string): Expr {
  const match = /^([su]?)(add|sub|mul)(l*)_overflow(_p?)?$/.exec(name);
  const op = match && ({ add: '+', sub: '-', mul: '*' } as const)[match[2] as 'add' | 'sub' | 'mul'];
  if (!match || !op || e.args.length !== 3) {
    c.error('bad-builtin', `__builtin_${name} takes two operands and the place of the result`, e);
    return fail(e);
  }
  const types: readonly CType[] = match[1] === 's' ? [T.INT, T.LONG, T.INT64] : [T.UINT, T.ULONG, T.UINT64];
  const own = match[1] === '' ? undefined : types[match[3].length];
  const operand = (arg: Expr): Expr => {
    const value = rvalue(c, arg);
    if (isError(value)) return value;
    if (!T.isInteger(typeOf(value))) return asInt(c, value, T.INT64);
    const typed = own ? convertInt(value, own) : promote(value);
    return convertInt(typed, T.isSigned(typeOf(typed)) ? T.INT64 : T.UINT64);
  };
  const left = operand(e.args[0]);
  const right = operand(e.args[1]);
  const third = rvalue(c, e.args[2]);
  const place = typeOf(third);
  if (isError(left) || isError(right) || isError(third)) return fail(e);
  const byType = match[4] === '_p';
  const result = byType ? place : place.kind === 'pointer' ? place.to : place;
  if (!T.isInteger(result) || (!byType && place.kind !== 'pointer')) {
    c.error('bad-builtin', `the result of __builtin_${name} needs a pointer to an integer`, third);
    return fail(e);
  }
  const { first, last } = e;
  const target = byType ? undefined : third;
  return { kind: 'overflow', op, left, right, target, result, first, last, type: T.BOOL, lvalue: false };
}

const SPECIAL: ReadonlyMap<string, Handler> = new Map<string, Handler>([
  ['expect', expect],
  ['expect_with_probability', expect],
  ['constant_p', constantP],
  ['choose_expr', choose],
  ['trap', trap],
  ['unreachable', unreachable],
  ['alloca', alloca],
  ['alloca_with_align', alloca],
  ['frame_address', frame],
  ['return_address', frame],
  ['extract_return_addr', itself],
  ['prefetch', prefetch],
  ['assume_aligned', assumeAligned],
  ['object_size', objectSize],
  ['dynamic_object_size', objectSize],
  ['classify_type', classify],
]);

/** How many arguments those take that look at them one by one. */
const ARGUMENTS: ReadonlyMap<string, readonly [number, number]> = new Map([
  ['expect', [2, 2]],
  ['expect_with_probability', [3, 3]],
  ['constant_p', [1, 1]],
  ['choose_expr', [3, 3]],
  ['trap', [0, 0]],
  ['unreachable', [0, 0]],
  ['alloca', [1, 1]],
  ['alloca_with_align', [2, 2]],
  ['frame_address', [1, 1]],
  ['return_address', [1, 1]],
  ['extract_return_addr', [1, 1]],
  ['prefetch', [1, 3]],
  ['assume_aligned', [2, 3]],
  ['object_size', [2, 2]],
  ['dynamic_object_size', [2, 2]],
  ['classify_type', [1, 1]],
]);
