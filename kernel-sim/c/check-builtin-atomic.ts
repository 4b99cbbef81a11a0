/**
 * `__sync_...` and `__atomic_...`: the GNU compiler's access to memory that processors share. Each becomes an interlocked intrinsic, or a plain
 * load or store, which is one access. The machine is sequentially consistent, so that every memory order is the strongest. Operands are
 * worked on as integers of the object's size.
 */
import type { BinaryOp, Expr } from './ast.ts';
import { after, constant, intrinsic } from './builtin-nodes.ts';
import type { Context } from './check-context.ts';
import { checkExpr, rvalue } from './check-expr.ts';
import { assignConvert, fail, implicitCast, isError, scalarCast, typeOf } from './convert.ts';
import { assignTo, hiddenVariable, nameOf } from './hidden.ts';
import { printType } from './type-print.ts';
import type { CType, IntType } from './types.ts';
import * as T from './types.ts';

type Call = Extract<Expr, { kind: 'call' }>;

/** A shared object: its address, the type that the program sees, and the integer of its size with the suffix of its intrinsics. */
interface Place {
  address: Expr;
  type: CType;
  word: IntType;
  suffix: string;
}

const WORDS: Readonly<Record<number, readonly [IntType, string]>> = {
  1: [T.CHAR, '8'],
  2: [T.SHORT, '16'],
  4: [T.LONG, ''],
  8: [T.INT64, '64'],
};
const OPERATORS: Readonly<Record<string, BinaryOp>> = { add: '+', sub: '-', or: '|', and: '&', xor: '^' };
const FETCH: Readonly<Record<string, string>> = {
  add: 'ExchangeAdd',
  sub: 'ExchangeAdd',
  or: 'Or',
  and: 'And',
  xor: 'Xor',
};

/** What `call` asks for, by the words behind `__sync_` or `__atomic_`: arguments that count, and what they become. */
interface Form {
  args: number;
  /** Arguments behind them that only say how: memory orders and the like. */
  more: number;
  make: (b: Builder) => Expr;
}

/** The checked call, or undefined if there is no such builtin. */
export function checkAtomicBuiltin(c: Context, e: Call, name: string): Expr | undefined {
  const [, family, words] = /^__(sync|atomic)_(\w+?)(?:_(?:[1248]|16))?$/.exec(name) ?? [];
  const form = family === 'sync' ? SYNC.get(words) : ATOMIC.get(words);
  if (!form) return undefined;
  // __sync_... may be followed by the variables that it guards.
  const most = family === 'sync' ? 99 : form.args + form.more;
  if (e.args.length < form.args + form.more || e.args.length > most) {
    c.error('bad-builtin', `${name} takes ${form.args + form.more} arguments`, e);
    return fail(e);
  }
  e.args = e.args.map((arg) => rvalue(c, arg));
  if (e.args.some(isError)) return fail(e);
  const builder = new Builder(c, e, name);
  const made = form.make(builder);
  return isError(made) ? made : after(e.args.slice(form.args), made);
}

class Builder {
  readonly c: Context;
  readonly call: Call;
  private readonly name: string;

  constructor(c: Context, call: Call, name: string) {
    this.c = c;
    this.call = call;
    this.name = name;
  }

  get at(): Pick<Expr, 'first' | 'last'> {
    return { first: this.call.first, last: this.call.last };
  }

  /** The object that the first argument points to; undefined, and said, if it is none of a size that the processor knows. */
  place(byte = false): Place | undefined {
    const [address] = this.call.args;
    const pointer = typeOf(address);
    const type = pointer.kind === 'pointer' ? pointer.to : undefined;
    if (type && byte)
      return { address: scalarCast(address, T.pointerTo(T.CHAR)), type: T.CHAR, word: T.CHAR, suffix: '8' };
    const known = type && T.isScalar(type) && type.kind !== 'float' ? WORDS[T.sizeOf(type)] : undefined;
    if (!type || !known) {
      const text = `${this.name} needs a pointer to an integer or to a pointer, and this is '${printType(pointer)}'`;
      this.c.error('bad-builtin', text, address);
      return undefined;
    }
    const [word, suffix] = known;
    return { address: scalarCast(address, T.pointerTo(word)), type, word, suffix };
  }

  /** Argument `i` as a value of the object's type, in its word. */
  value(place: Place, i: number): Expr {
    const value = assignConvert(this.c, this.call.args[i], place.type, () => `argument ${i + 1}`);
    return isError(value) ? value : scalarCast(value, place.word);
  }

  /** What argument `i` points to, in the object's word. */
  target(place: Place, i: number): Expr {
    const pointer = this.call.args[i];
    if (typeOf(pointer).kind !== 'pointer') {
      this.c.error('bad-builtin', `argument ${i + 1} of ${this.name} must be a pointer`, pointer);
      return fail(this.call);
    }
    return this.deref(scalarCast(pointer, T.pointerTo(place.word)));
  }

  deref(pointer: Expr): Expr {
    return checkExpr(this.c, { kind: 'unary', op: '*', operand: pointer, ...this.at });
  }

  binary(op: BinaryOp, left: Expr, right: Expr): Expr {
    return checkExpr(this.c, { kind: 'binary', op, left, right, ...this.at });
  }

  comma(left: Expr, right: Expr): Expr {
    return checkExpr(this.c, { kind: 'comma', left, right, ...this.at });
  }

  assign(left: Expr, right: Expr): Expr {
    return checkExpr(this.c, { kind: 'assign', op: '=', left, right, ...this.at });
  }

  number(value: bigint): Expr {
    return constant(this.call, value, T.INT);
  }

  nothing(value: Expr): Expr {
    return isError(value) ? value : implicitCast(value, 'void', T.VOID);
  }

  /** A call of `_Interlocked` + `what`; the value is of the object's word. */
  interlocked({ address, word, suffix }: Place, what: string, ...values: Expr[]): Expr {
    const callee: Expr = { kind: 'name', name: '', ...this.at };
    const call: Call = { kind: 'call', callee, args: [address, ...values], ...this.at };
    const params = [T.pointerTo(word), ...values.map(() => word)];
    return intrinsic(this.c, call, `_Interlocked${what}${suffix}`, word, params);
  }

  fetched(place: Place, op: string, value: Expr): Expr {
    const operand =
      op === 'sub'
        ? scalarCast(checkExpr(this.c, { kind: 'unary', op: '-', operand: value, ...this.at }), place.word)
        : value;
    return this.interlocked(place, FETCH[op], operand);
  }

  hidden(type: CType): ReturnType<typeof hiddenVariable> {
    return hiddenVariable(this.c, type, this.call.first);
  }

  result(place: Place, value: Expr): Expr {
    return isError(value) ? value : scalarCast(value, place.type);
  }
}

/** The form over an object; the rest of the work only if the first argument points to one. */
function over(args: number, more: number, make: (b: Builder, place: Place) => Expr, byte = false): Form {
  return {
    args,
    more,
    make: (b) => {
      const place = b.place(byte);
      return place ? make(b, place) : fail(b.call);
    },
  };
}

/** The value before. */
function fetchForm(op: string, more: number): Form {
  return over(2, more, (b, place) => b.result(place, b.fetched(place, op, b.value(place, 1))));
}

/** The value afterwards, calculated again from the one before. */
function newForm(op: string, more: number): Form {
  return over(2, more, (b, place) => {
    const operand = b.hidden(place.word);
    const before = b.fetched(place, op, nameOf(operand, b.at));
    const sum = scalarCast(b.binary(OPERATORS[op], before, nameOf(operand, b.at)), place.word);
    return b.comma(assignTo(operand, b.value(place, 1), b.at), b.result(place, sum));
  });
}

/** `old` is where the expected value stands, which is told what was found instead if `tell`. */
function compareForm(wanted: (b: Builder, place: Place) => Expr): Form {
  return over(3, 3, (b, place) => {
    const pointer = b.hidden(T.pointerTo(place.word));
    const old = b.hidden(place.word);
    const found = b.hidden(place.word);
    b.target(place, 1);
    const there = (): Expr => b.deref(nameOf(pointer, b.at));
    const swap = b.interlocked(place, 'CompareExchange', wanted(b, place), nameOf(old, b.at));
    const equal = b.binary('==', assignTo(found, swap, b.at), nameOf(old, b.at));
    const outcome = checkExpr(b.c, {
      kind: 'conditional',
      condition: equal,
      then: b.number(1n),
      else: b.comma(b.assign(there(), nameOf(found, b.at)), b.number(0n)),
      ...b.at,
    });
    const start = assignTo(pointer, scalarCast(b.call.args[1], T.pointerTo(place.word)), b.at);
    return b.comma(start, b.comma(assignTo(old, there(), b.at), outcome));
  });
}

const fence: Form['make'] = (b) => b.nothing(b.number(0n));
const exchange = (b: Builder, place: Place): Expr =>
  b.result(place, b.interlocked(place, 'Exchange', b.value(place, 1)));
const lockFree: Form['make'] = (b) => {
  const size = b.call.args[0].constant;
  return b.number(size !== undefined && size <= 8n ? 1n : 0n);
};

const SYNC: ReadonlyMap<string, Form> = new Map([
  ...Object.keys(FETCH).flatMap((op): [string, Form][] => [
    [`fetch_and_${op}`, fetchForm(op, 0)],
    [`${op}_and_fetch`, newForm(op, 0)],
  ]),
  [
    'val_compare_and_swap',
    over(3, 0, (b, place) =>
      b.result(place, b.interlocked(place, 'CompareExchange', b.value(place, 2), b.value(place, 1))),
    ),
  ],
  [
    'bool_compare_and_swap',
    over(3, 0, (b, place) => {
      const old = b.hidden(place.word);
      const swap = b.interlocked(place, 'CompareExchange', b.value(place, 2), nameOf(old, b.at));
      return b.comma(assignTo(old, b.value(place, 1), b.at), b.binary('==', swap, nameOf(old, b.at)));
    }),
  ],
  ['lock_test_and_set', over(2, 0, exchange)],
  ['lock_release', over(1, 0, (b, { address }) => b.nothing(b.assign(b.deref(address), b.number(0n))))],
  ['synchronize', { args: 0, more: 0, make: fence }],
]);

const ATOMIC: ReadonlyMap<string, Form> = new Map([
  ...Object.keys(FETCH).flatMap((op): [string, Form][] => [
    [`fetch_${op}`, fetchForm(op, 1)],
    [`${op}_fetch`, newForm(op, 1)],
  ]),
  ['load_n', over(1, 1, (b, place) => b.result(place, rvalue(b.c, b.deref(place.address))))],
  ['load', over(2, 1, (b, place) => b.nothing(b.assign(b.target(place, 1), b.deref(place.address))))],
  ['store_n', over(2, 1, (b, place) => b.nothing(b.assign(b.deref(place.address), b.value(place, 1))))],
  ['store', over(2, 1, (b, place) => b.nothing(b.assign(b.deref(place.address), b.target(place, 1))))],
  ['exchange_n', over(2, 1, exchange)],
  [
    'exchange',
    over(3, 1, (b, place) => {
      const given = rvalue(b.c, b.target(place, 1));
      return b.nothing(b.assign(b.target(place, 2), b.interlocked(place, 'Exchange', given)));
    }),
  ],
  ['compare_exchange_n', compareForm((b, place) => b.value(place, 2))],
  ['compare_exchange', compareForm((b, place) => rvalue(b.c, b.target(place, 2)))],
  [
    'test_and_set',
    over(
      1,
      1,
      (b, place) => b.binary('!=', b.interlocked(place, 'Exchange', scalarCast(b.number(1n), T.CHAR)), b.number(0n)),
      true,
    ),
  ],
  ['clear', over(1, 1, (b, { address }) => b.nothing(b.assign(b.deref(address), b.number(0n))), true)],
  ['thread_fence', { args: 0, more: 1, make: fence }],
  ['signal_fence', { args: 0, more: 1, make: fence }],
  ['always_lock_free', { args: 2, more: 0, make: lockFree }],
  ['is_lock_free', { args: 2, more: 0, make: lockFree }],
]);
