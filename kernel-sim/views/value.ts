/**
 * Typed values as trees, for watch windows, locals and arguments: one line of text each, and what is inside as deep as it is asked for.
 */
import type { DebugContext } from '../debugger/context.ts';
import { DebugError } from '../debugger/error.ts';
import { evaluate } from '../debugger/expression.ts';
import { addressText, formatValue } from '../debugger/format.ts';
import { completeRecord } from '../debugger/type-names.ts';
import { printType, sizeOf, type Type } from '../debugger/types.ts';
import { elementsOf, load, lvalueAt, type Member, membersOf, type TypedValue } from '../debugger/values.ts';
import type { ValueView } from '../protocol/views-code.ts';
import { frozen } from './look.ts';

/** Members or elements of one value, at most. */
const MAX_CHILDREN = 256;

/** An expression's value; DebugError if it is wrong, what cannot be read says so in its text. `depth`: how many levels of children. */
export function watchView(context: DebugContext, expression: string, depth = 1): ValueView {
  return frozen(valueView(context, expression, evaluate(expression, context), depth));
}

export function valueView(context: DebugContext, name: string, v: TypedValue, depth: number): ValueView {
  const inside = depth > 0 ? insideOf(context, v) : { members: [], more: false };
  return {
    name,
    type: printType(v.type),
    value: formatValue(context, v),
    address: addressText(v.address),
    expandable: isExpandable(context, v.type),
    children: inside.members.map((m) => valueView(context, m.name, m.value, depth - 1)),
    more: inside.more,
  };
}

function isExpandable(context: DebugContext, type: Type): boolean {
  if (type.kind === 'record') return completeRecord(context, type).fields.length > 0;
  if (type.kind === 'array') return type.length > 0;
  return type.kind === 'pointer' && type.to.kind !== 'function' && sizeOfComplete(context, type.to) > 0;
}

function sizeOfComplete(context: DebugContext, type: Type): number {
  return sizeOf(type.kind === 'record' ? completeRecord(context, type) : type);
}

/** Members of a record, elements of an array, for a pointer what it points to: a record's members or the one thing. */
function insideOf(context: DebugContext, v: TypedValue): { members: Member[]; more: boolean } {
  const { type } = v;
  if (!isExpandable(context, type)) return { members: [], more: false };
  if (type.kind === 'record') return bounded(membersOf(context, v));
  if (type.kind === 'array') {
    return { members: elementsOf(v, 0, Math.min(type.length, MAX_CHILDREN)), more: type.length > MAX_CHILDREN };
  }
  if (type.kind !== 'pointer') return { members: [], more: false };
  try {
    const target = load(context.view, { ...v, type });
    if (target === 0n) return { members: [], more: false };
    const pointee = lvalueAt(type.to, target);
    if (type.to.kind === 'record') return bounded(membersOf(context, pointee));
    return { members: [{ name: '*', offset: 0, value: pointee }], more: false };
  } catch (e) {
    if (e instanceof DebugError) return { members: [], more: false };
    throw e;
  }
}

function bounded(members: Member[]): { members: Member[]; more: boolean } {
  return { members: members.slice(0, MAX_CHILDREN), more: members.length > MAX_CHILDREN };
}
