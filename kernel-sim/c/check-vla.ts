/**
 * Arrays of variable length in expressions. Their sizes are expressions over hidden variables, which the declaration (or the type name) sets when it is
 * reached; arithmetic on pointers to them is written out here, so that code generation meets nothing but numbers of bytes.
 */
import type { Expr } from './ast.ts';
import { typeOf } from './convert.ts';
import { foldBinary } from './fold.ts';
import { nameOf } from './hidden.ts';
import type { CType } from './types.ts';
import { INT64, isVla, sizeOf, UINT64 } from './types.ts';
import { walkExpressions } from './walk.ts';

type NodeRange = Pick<Expr, 'first' | 'last'>;

function number(value: bigint, type: CType, { first, last }: NodeRange): Expr {
  return { kind: 'int-literal', value, token: -1, first, last, type, lvalue: false, constant: value };
}

function operation(op: '*' | '/', left: Expr, right: Expr, type: CType): Expr {
  const e: Expr = { kind: 'binary', op, left, right, first: left.first, last: left.last, type, lvalue: false };
  if (left.constant !== undefined && right.constant !== undefined) {
    const value = foldBinary(op, left.constant, right.constant, type);
    if (value !== undefined) e.constant = value;
  }
  return e;
}

function as(type: CType, operand: Expr): Expr {
  const { first, last } = operand;
  if (operand.constant !== undefined) return number(operand.constant, type, operand);
  return {
    kind: 'cast',
    castKind: 'int',
    implicit: true,
    target: undefined,
    operand,
    first,
    last,
    type,
    lvalue: false,
  };
}

/** Bytes of an object of this type, as a value of type size_t. */
export function sizeExpr(t: CType, at: NodeRange): Expr {
  if (t.kind !== 'array' || !isVla(t)) return number(BigInt(sizeOf(t)), UINT64, at);
  const { first, last } = at;
  const count: Expr = t.variable?.count
    ? {
        kind: 'cast',
        castKind: 'load',
        implicit: true,
        target: undefined,
        operand: nameOf(t.variable.count, at),
        first,
        last,
        type: UINT64,
        lvalue: false,
      }
    : number(BigInt(t.length ?? 0), UINT64, at);
  const element = sizeExpr(t.of, at);
  return element.constant === 1n ? count : operation('*', count, element, UINT64);
}

/** `index` elements of this type in bytes; `index` is a 64-bit integer already. */
export function inBytes(index: Expr, element: CType): Expr {
  const type = typeOf(index);
  return operation('*', index, as(type, sizeExpr(element, index)), type);
}

/** The distance of two pointers to such elements, from that in bytes. */
export function inElements(bytes: Expr, element: CType): Expr {
  return operation('/', bytes, as(INT64, sizeExpr(element, bytes)), INT64);
}

/** `e` after the lengths that a type name in it needs. */
export function afterLengths(lengths: Expr[] | undefined, e: Expr): Expr {
  return (lengths ?? []).reduceRight<Expr>(
    (right, left) => ({ kind: 'comma', left, right, first: e.first, last: e.last, type: typeOf(e), lvalue: false }),
    e,
  );
}

/** Evaluating the expression does something. */
export function hasEffects(e: Expr): boolean {
  let found = false;
  walkExpressions(e, (x) => {
    if (x.kind === 'call' || x.kind === 'assign' || x.kind === 'incdec' || x.kind === 'va' || x.kind === 'stmt-expr')
      found = true;
  });
  return found;
}
