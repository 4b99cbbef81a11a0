/**
 * Function definitions: parameters (those of the old style too), body, and whether a result is always returned.
 *
 * Contract: `Context.fn` is set while the body is checked and at no other time; afterwards the definition has its Sym, its parameters and
 * all its local variables, hidden ones included.
 */
import type { Expr, FunctionDef, Sym } from './ast.ts';
import { checkAttributes } from './check-attributes.ts';
import type { Context, FunctionState } from './check-context.ts';
import { adjustParam, checkDeclarator, makeParam } from './check-declarator.ts';
import { completes } from './check-flow.ts';
import { checkFunctionSpecs, checkImplicitInt, checkPlace } from './check-place.ts';
import { checkBody, resolveGotos } from './check-stmt.ts';
import { declareFunction, place } from './check-symbol.ts';
import { checkSpecs, incompleteError } from './check-type.ts';
import { checkUnset } from './check-unset.ts';
import { isComplete, unqualified } from './type-compat.ts';
import { printType } from './type-print.ts';
import type { FunctionType } from './types.ts';
import * as T from './types.ts';

export function checkFunction(c: Context, def: FunctionDef): void {
  const { declarator, specs } = def;
  const base = checkSpecs(c, specs);
  checkPlace(c, specs, 'file');
  const attributes = checkAttributes(c, specs);
  const lengths: Expr[] = [];
  c.definition = declarator;
  const type = c.withLengths(lengths, () => checkDeclarator(c, base, declarator));
  c.definition = undefined;
  const part = declarator.derivations[0];
  if (type.kind !== 'function' || part?.kind !== 'function') {
    if (type.kind !== 'error') {
      c.error(
        'not-a-function',
        `'${declarator.name ?? ''}' has a body but is no function; its parameter list is missing`,
        declarator,
      );
    }
    return;
  }
  checkFunctionSpecs(c, specs, declarator.name ?? '');
  for (const star of part.params.flatMap((p) => p.declarator.derivations)) {
    if (star.kind !== 'array' || !star.star) continue;
    c.error('bad-array', "'[*]' is for declarations; a function with a body gives the length", star);
  }
  if (specs.storage === 'typedef') {
    c.error('storage-class', `'${declarator.name}' is a function with a body and cannot be a type`, specs.first);
  }
  checkImplicitInt(c, specs, declarator.name ?? '', !type.prototyped || type.params.length > 0);
  const params = part.knr
    ? c.withLengths(lengths, () => c.inScope('prototype', () => knrParams(c, def, part.knr ?? [], type)))
    : part.params.flatMap((p) => (p.sym ? [p.sym] : []));
  const at = place(declarator);
  const before = c.linked.get(declarator.name ?? '');
  const twice = before?.kind === 'function' && !!before.def;
  const sym = declareFunction(c, specs, attributes, declarator, type, true);
  if (twice && before)
    c.error('redefinition', `function '${sym.name}' is defined twice`, at, before.def?.declarator.nameToken);
  delete sym.intrinsic;
  sym.defined = true;
  sym.def ??= def;
  sym.token = at;
  sym.segment = attributes.segment ?? allocText(c, sym.name, at) ?? c.unit.tokens[at]?.segment ?? sym.segment;
  def.sym = sym;
  def.params = params;
  const returns = type.returns;
  if (returns.kind !== 'void' && returns.kind !== 'error' && !isComplete(returns)) {
    incompleteError(c, returns, `the result of '${sym.name}'`, at);
  }
  for (const p of params) {
    if (!p.name) c.warn('unnamed-parameter', `a parameter of '${sym.name}' has no name`, p.token);
    if (p.type.kind !== 'error' && !isComplete(p.type)) incompleteError(c, p.type, `parameter '${p.name}'`, p.token);
  }
  if (sym.name === 'main' && returns.kind !== 'error' && !(returns.kind === 'int' && returns.int === 'int')) {
    c.warn('main-prototype', `'main' should return int, not '${printType(returns)}'`, at);
  }
  const fn: FunctionState = {
    def,
    sym,
    returns: unqualified(returns),
    locals: c.hidden,
    labels: new Map(),
    gotos: [],
    labelUses: [],
    switches: [],
    loops: 0,
    breakables: 0,
    outer: { loops: 0, breakables: 0 },
    region: undefined,
    closed: undefined,
    filters: 0,
    returned: false,
    unknown: new Set(),
  };
  c.hidden = [];
  if (lengths.length > 0) def.lengths = lengths;
  c.fn = fn;
  def.usesSeh = false;
  c.inScope('block', () => {
    const declared = c.parameterScopes.get(part);
    if (declared) c.scope.adopt(declared);
    for (const p of params) if (p.name && !c.scope.names.has(p.name)) c.scope.names.set(p.name, p);
    checkBody(c, fn, def.body);
    resolveGotos(c, fn);
  });
  c.fn = undefined;
  def.locals = fn.locals;
  checkReturns(c, fn);
  if (c.profile !== 'guest' && !c.broken) checkUnset(c, def);
}

function checkReturns(c: Context, fn: FunctionState): void {
  const { returns, sym, def } = fn;
  if (returns.kind === 'void' || returns.kind === 'error' || sym.name === 'main' || sym.noreturn) return;
  if (!completes(def.body)) return;
  const type = printType(returns);
  if (!fn.returned) {
    c.error(
      'no-return',
      `'${sym.name}' must return a value of type '${type}' and has no 'return'`,
      place(def.declarator),
    );
  } else {
    c.warn(
      'missing-return',
      `'${sym.name}' can reach its end without returning a value of type '${type}'`,
      def.body.last,
    );
  }
}

/** Old-style definition: `int f(a, b) int a; char *b; { ... }`. */
function knrParams(c: Context, def: FunctionDef, names: string[], type: FunctionType): Sym[] {
  const found = new Map<string, Sym>();
  for (const decl of def.knrDecls) {
    const base = checkSpecs(c, decl.specs);
    checkPlace(c, decl.specs, 'parameter');
    for (const item of decl.declarators) {
      const { declarator } = item;
      const name = declarator.name ?? '';
      const at = place(declarator);
      if (item.init) c.error('bad-initializer', `parameter '${name}' cannot have an initial value`, item);
      const before = found.get(name);
      if (before) c.error('redefinition', `parameter '${name}' is declared twice`, at, before);
      if (!names.includes(name)) c.error('not-a-parameter', `'${name}' is not in the parameter list`, at);
      const sym = makeParam(name, adjustParam(checkDeclarator(c, base, declarator, true), declarator), at);
      item.sym = sym;
      found.set(name, sym);
      c.scope.names.set(name, sym);
    }
  }
  if (new Set(names).size < names.length) {
    const twice = names.find((name, i) => names.indexOf(name) < i);
    c.error('redefinition', `parameter '${twice}' is in the list twice`, def.declarator);
  }
  const params = names.map((name) => found.get(name) ?? makeParam(name, T.INT, def.declarator.first));
  const { type: returns } = def.specs;
  if (def.knrDecls.length === 0 && (returns.kind !== 'builtin' || returns.words.length > 0)) {
    // Not how old programs were written: there, both types were left out.
    c.warn('missing-type', `parameter '${names[0]}' has no type before it; 'int' is assumed`, def.declarator);
  } else {
    c.warn(
      'old-style-definition',
      `'${def.declarator.name}' is defined in the old style: its calls are not checked; write the types of the parameters in its parentheses`,
      def.declarator,
    );
  }
  type.params = params.map((p) => ({ name: p.name, type: p.type }));
  type.prototyped = false;
  return params;
}

/** The segment that a pragma gives to a function; it has to know of it before the function's code. */
function allocText(c: Context, name: string, token: number): string | undefined {
  const pragma = c.unit.segments?.get(name);
  if (!pragma) return undefined;
  const { file, start } = c.tokenSpan(token);
  if (pragma.at.file !== file || pragma.at.start < start) return pragma.segment;
  const text = `#pragma alloc_text: '${name}' is defined above and stays where it is; put the line before the definition`;
  c.diags.warn('alloc-text-late', text, pragma.at);
  return undefined;
}
