/**
 * Checked nodes that calls of compiler functions become: constants, values behind others, calls of intrinsics.
 */
import type { Expr } from './ast.ts';
import type { Context } from './check-context.ts';
import { implicitFunction, useName } from './check-name.ts';
import { checkCall } from './check-postfix.ts';
import { hasEffects } from './check-vla.ts';
import { typeOf } from './convert.ts';
import { wrap } from './fold.ts';
import type * as T from './types.ts';
import type { CType } from './types.ts';

type Call = Extract<Expr, { kind: 'call' }>;

export function constant(e: Expr, value: bigint, type: CType): Expr {
  const { first, last } = e;
  return { kind: 'int-literal', value, token: -1, first, last, type, lvalue: false, constant: wrap(value, type) };
}

/** `value` after everything in `others` that does something. */
export function after(others: Expr[], value: Expr): Expr {
  return others.filter(hasEffects).reduceRight<Expr>(
    (right, left) => ({
      kind: 'comma',
      left,
      right,
      first: value.first,
      last: value.last,
      type: typeOf(right),
      lvalue: false,
    }),
    value,
  );
}

/** The call `e`, with its arguments, of an intrinsic. */
export function intrinsic(c: Context, e: Call, name: string, returns: CType, params: CType[]): Expr {
  const { first, last } = e.callee;
  const callee: Expr = { kind: 'name', name, first, last };
  const type: T.FunctionType = {
    kind: 'function',
    returns,
    params: params.map((p) => ({ name: undefined, type: p })),
    variadic: false,
    prototyped: true,
  };
  useName(c, callee, implicitFunction(c, name, e.first, type));
  e.callee = callee;
  return checkCall(c, e);
}
