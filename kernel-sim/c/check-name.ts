/**
 * Names in expressions and what stands for text: variables, functions, enum constants, `__func__`, the types of strings; functions that
 * calls declare by themselves.
 *
 * Contract: a name that is unknown is reported once per function, with where it might come from; a function found or made here is the one Sym of
 * its name (`Context.linked`).
 */
import type { Expr, Sym } from './ast.ts';
import type { Context } from './check-context.ts';
import type { Of } from './check-expr.ts';
import { unknownBefore } from './check-type.ts';
import { fail } from './convert.ts';
import { nameElsewhere } from './elsewhere.ts';
import { homeOf } from './homes.ts';
import { baseIntrinsic } from './intrinsics.ts';
import { OLD_NAMES } from './signatures.ts';
import { qualify } from './type-compat.ts';
import { printType } from './type-print.ts';
import type { CType } from './types.ts';
import * as T from './types.ts';

export function stringType(e: Of<'string'>): CType {
  if (e.named)
    return { kind: 'array', of: qualify(T.CHAR, { const: true, volatile: false }), length: e.units.length + 1 };
  const of = e.unitSize === 1 ? T.CHAR : e.unitSize === 2 ? T.USHORT : T.UINT;
  return { kind: 'array', of, length: e.units.length + 1 };
}

const NAME_STRINGS = new Set(['__func__', '__FUNCTION__', '__FUNCSIG__', '__FUNCDNAME__', '__PRETTY_FUNCTION__']);

/** Its header, or a name, macro or keyword that is spelled nearly so. */
function unknownNameHint(c: Context, name: string): string {
  const home = homeOf(name);
  if (home) return `; it comes with #include ${home}`;
  const elsewhere = nameElsewhere(name, 'value');
  return elsewhere ? `; ${elsewhere}` : c.didYouMean(name, (s) => s.kind !== 'typedef', WORDS);
}

const WORDS = ['return', 'struct', 'while', 'switch', 'break', 'continue', 'sizeof', 'default'];

export function checkName(c: Context, e: Of<'name'>): Expr {
  const sym = c.scope.name(e.name);
  if (!sym) {
    if (c.fn && NAME_STRINGS.has(e.name)) return functionNameString(c, e);
    if (!unknownBefore(c, e.name)) {
      c.error('undeclared-identifier', `'${e.name}' is not declared${unknownNameHint(c, e.name)}`, e);
    }
    return fail(e);
  }
  return useName(c, e, sym);
}

/** Completes a name that stands for `sym`. */
export function useName(c: Context, e: Of<'name'>, sym: Sym): Expr {
  e.sym = sym;
  sym.used = true;
  if (sym.kind === 'typedef') {
    c.error('type-as-value', `'${e.name}' is a type, not a value`, e);
    return fail(e);
  }
  if (sym.deprecated !== undefined) {
    c.warn('deprecated', `'${e.name}' is deprecated${sym.deprecated ? `: ${sym.deprecated}` : ''}`, e, sym);
  }
  e.type = sym.type;
  e.lvalue = sym.kind === 'var' && sym.type.kind !== 'error';
  if (sym.kind === 'enum-const') e.constant = sym.value;
  return e;
}

function functionNameString(c: Context, e: Of<'name'>): Expr {
  const name = c.fn ? (e.name === '__FUNCSIG__' ? printType(c.fn.sym.type, c.fn.sym.name) : c.fn.sym.name) : '';
  const units = Array.from(name, (ch) => ch.charCodeAt(0));
  const string: Expr = { kind: 'string', units, unitSize: 1, first: e.first, last: e.last };
  string.type = stringType(string);
  string.lvalue = true;
  return string;
}

/** A function that calls to an undeclared name declare: `int name()`, or what the compiler knows of it. */
export function implicitFunction(c: Context, name: string, token: number, known?: T.FunctionType): Sym {
  let sym = c.linked.get(name);
  if (!sym) {
    sym = {
      kind: 'function',
      name,
      type: known ?? { kind: 'function', returns: T.INT, params: [], variadic: false, prototyped: false },
      storage: 'global',
      linkage: 'external',
      token,
      defined: false,
      implicit: true,
      addressTaken: false,
      used: false,
    };
    if (baseIntrinsic(name)) sym.intrinsic = true;
    const kept = known && OLD_NAMES.get(name);
    if (kept) sym.assemblerName = kept;
    c.linked.set(name, sym);
    c.symbols.push(sym);
  }
  c.fileScope.names.set(name, sym);
  return sym;
}

/** A function of the C library that the compiler calls by itself; its name stays unknown to the program until a header declares it. */
export function libraryFunction(c: Context, name: string, token: number, type: T.FunctionType): Sym {
  const found = c.linked.get(name);
  if (found?.kind === 'function') return found;
  const sym: Sym = {
    kind: 'function',
    name,
    type,
    storage: 'global',
    linkage: 'external',
    token,
    defined: false,
    addressTaken: false,
    used: false,
  };
  if (name === 'abort' || name === 'exit' || name === '_exit') sym.noreturn = true;
  const kept = OLD_NAMES.get(name);
  if (kept) sym.assemblerName = kept;
  c.linked.set(name, sym);
  c.symbols.push(sym);
  return sym;
}
