/**
 * Variables that the checker adds to a function for values that are needed more than once: the operand of `a ?: b`, the lengths of arrays of
 * variable length. They have no name that the program could write and are not shown by debuggers.
 */
import type { Expr, NodeBase, Sym } from './ast.ts';
import type { Context } from './check-context.ts';
import { unqualified } from './type-compat.ts';
import type { CType } from './types.ts';

/** A new one. It belongs to the function being checked, or to the one whose check begins next. */
export function hiddenVariable(c: Context, type: CType, token: number): Sym {
  const sym: Sym = {
    kind: 'var',
    name: `$${++c.counter}`,
    type: unqualified(type),
    storage: 'auto',
    linkage: 'none',
    token,
    defined: true,
    addressTaken: false,
    used: true,
    hidden: true,
  };
  (c.fn?.locals ?? c.hidden).push(sym);
  return sym;
}

/** The variable as a checked lvalue, at the place of `at`. */
export function nameOf(sym: Sym, { first, last }: NodeBase): Expr {
  return { kind: 'name', name: sym.name, sym, first, last, type: sym.type, lvalue: true };
}

/** `sym = value`, checked. */
export function assignTo(sym: Sym, value: Expr, at: NodeBase): Expr {
  const { first, last } = at;
  return { kind: 'assign', op: '=', left: nameOf(sym, at), right: value, first, last, type: sym.type, lvalue: false };
}
