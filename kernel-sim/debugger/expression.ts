/**
 * C expressions over a machine at an instant: `parse` once, `evaluate` as often as wanted. Nothing here changes a byte of the machine; every mistake
 * is a DebugError with words and, where there is one, the place in the text.
 */
import { type VirtAddr, virtAddrOf } from '../base/numbers.ts';
import { holds } from './arithmetic.ts';
import type { DebugContext } from './context.ts';
import { DebugError } from './error.ts';
import { evaluateTree, meansType, resolveTypeName } from './evaluate.ts';
import { tokenize } from './expression-lexer.ts';
import { type Parsed, parseTree, parseTypeName } from './expression-parser.ts';
import { formatValue } from './format.ts';
import { isScalar, printType, type ScalarType, type Type } from './types.ts';
import { decayed, load, type TypedValue } from './values.ts';

export interface Expression {
  readonly text: string;
  /** As it reads if the names in `(name)-x` are variables. */
  readonly parsed: Parsed;
}

/** Checks the syntax; names are looked up when it is evaluated. */
export function parse(text: string): Expression {
  return { text, parsed: parseTree(text, () => false) };
}

/** The value in a context. Scalars are loaded: `value` is there, or a DebugError says why it cannot be read. */
export function evaluate(expression: Expression | string, context: DebugContext): TypedValue {
  const { text, parsed } = typeof expression === 'string' ? parse(expression) : expression;
  const types = parsed.ambiguous.filter((name) => meansType(context, name));
  const { tree } = types.length > 0 ? parseTree(text, (name) => types.includes(name)) : parsed;
  const v = evaluateTree(context, tree);
  const { type } = v;
  if (!isScalar(type)) return v;
  try {
    return { ...v, value: load(context.view, { ...v, type }) };
  } catch (e) {
    throw e instanceof DebugError ? e.at(tree) : e;
  }
}

/** Does a condition hold? Records and void are mistakes. */
export function evaluateCondition(expression: Expression | string, context: DebugContext): boolean {
  const { type, value } = scalarOf(evaluate(expression, context), context);
  return holds(value, type);
}

/** The number or address that an expression is: what commands take as ADDRESS. Arrays and functions are their addresses. */
export function evaluateNumber(expression: Expression | string, context: DebugContext): bigint {
  const { type, value } = scalarOf(evaluate(expression, context), context);
  if (type.kind === 'float')
    throw new DebugError(`an integer or an address is needed, and this is '${printType(type)}'`);
  return value;
}

/** The same as an address that may be looked at. */
export function evaluateAddress(expression: Expression | string, context: DebugContext): VirtAddr {
  const number = evaluateNumber(expression, context);
  const va = virtAddrOf(number);
  if (va === undefined) throw new DebugError(`0x${BigInt.asUintN(64, number).toString(16)} is no canonical address`);
  return va;
}

/** `value` as one line of text. */
export function evaluateText(expression: Expression | string, context: DebugContext): string {
  return formatValue(context, evaluate(expression, context));
}

/** A written type: `struct _IRP *`, `nt!_KTHREAD`, `unsigned char [16]`. */
export function typeNamed(text: string, context: DebugContext): Type {
  return resolveTypeName(context, parseTypeName(tokenize(text)));
}

function scalarOf(v: TypedValue, context: DebugContext): { type: ScalarType; value: bigint } {
  const { type, ...rest } = decayed(v);
  if (!isScalar(type)) throw new DebugError(`a number or an address is needed, and this is '${printType(type)}'`);
  return { type, value: load(context.view, { ...rest, type }) };
}
