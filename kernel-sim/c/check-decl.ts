/**
 * Declarations at file level and in blocks: what each declarator declares, and the variables with their initial values. Symbols and their
 * linkage are in check-symbol.ts, functions with bodies in check-function.ts.
 *
 * Contract: every declarator with a name gets its Sym (`InitDeclarator.sym`), also when it is refused.
 */
import type { Declaration, DeclSpecs, InitDeclarator, StaticAssert, Sym } from './ast.ts';
import { type Attributes, alignFor, checkAttributes } from './check-attributes.ts';
import type { Context } from './check-context.ts';
import { checkDeclarator } from './check-declarator.ts';
import { constantInt, rvalue } from './check-expr.ts';
import { checkInit } from './check-init.ts';
import { checkAlignasOf, checkFunctionSpecs, checkImplicitInt, checkObjectSpecs, checkPlace } from './check-place.ts';
import {
  applyAttributes,
  declareFunction,
  declareLinked,
  declareTypedef,
  makeSym,
  mergeVariable,
  place,
  redefined,
} from './check-symbol.ts';
import { checkSpecs, incompleteError, needsMemory } from './check-type.ts';
import { sizeExpr } from './check-vla.ts';
import { isComplete, unqualified } from './type-compat.ts';
import type { CType } from './types.ts';
import * as T from './types.ts';

export function checkStaticAssert(c: Context, node: StaticAssert): void {
  const value = constantInt(c, node.condition, 'the condition of _Static_assert');
  if (value === 0n) c.error('static-assert', node.message ?? 'static assertion failed', node.condition);
}

export function checkDeclaration(c: Context, decl: Declaration, inFor = false): void {
  c.withLengths(c.fn ? [] : undefined, () => declare(c, decl, inFor));
}

function declare(c: Context, decl: Declaration, inFor: boolean): void {
  const { specs } = decl;
  const base = isAutoType(specs) ? T.INT : checkSpecs(c, specs, decl.declarators.length === 0);
  checkPlace(c, specs, inFor ? 'for' : c.fn ? 'block' : 'file');
  const attributes = checkAttributes(c, specs);
  if (decl.declarators.length === 0) {
    if (base.kind !== 'error' && declaresNothing(specs)) c.warn('no-declarator', 'this declares nothing', decl);
    if (specs.functionWord !== undefined) {
      const { text } = c.unit.tokens[specs.functionWord];
      c.error('function-specifier', `'${text}' is for functions, and none is declared here`, specs.functionWord);
    }
    if (inFor) c.error('for-declaration', "'for' can only declare variables", decl);
    return;
  }
  const { type: spec } = specs;
  if (inFor && (spec.kind === 'record' || spec.kind === 'enum') && spec.tag !== undefined && spec.members) {
    c.error('for-declaration', `'for' can only declare variables; define '${spec.tag}' before it`, spec);
  }
  for (const item of decl.declarators) {
    c.withLengths(c.lengths && [...c.lengths], () => {
      checkInitDeclarator(c, specs, base, attributes, item);
      if (c.lengths && c.lengths.length > 0) item.lengths = c.lengths;
    });
    c.lengths?.splice(0);
    if (inFor && item.sym?.kind === 'function') {
      c.error('for-declaration', `'${item.sym.name}' is a function; 'for' can only declare variables`, item);
    }
  }
}

/** Without a declarator, a declaration is for its tag or for the names of an enum. */
function declaresNothing({ type, storage }: DeclSpecs): boolean {
  if (type.kind === 'record' || type.kind === 'enum') {
    if (storage === 'typedef' && !type.members) return true;
    return type.kind === 'record' && type.tag === undefined;
  }
  return true;
}

function isAutoType({ type }: DeclSpecs): boolean {
  return type.kind === 'builtin' && type.words[0] === '__auto_type';
}

/** `__auto_type x = value;`: the type of the value. */
function autoType(c: Context, item: InitDeclarator): CType {
  if (item.init?.kind !== 'init-expr' || item.declarator.derivations.length > 0) {
    c.error('bad-auto-type', "'__auto_type' needs one name with an initial value", item);
    return T.ERROR;
  }
  const value = rvalue(c, item.init.expr);
  item.init.expr = value;
  return unqualified(value.type ?? T.ERROR);
}

function checkInitDeclarator(
  c: Context,
  specs: DeclSpecs,
  base: CType,
  attributes: Attributes,
  item: InitDeclarator,
): void {
  const { declarator } = item;
  const align = alignFor(attributes, declarator.derivations);
  const type = checkDeclarator(c, isAutoType(specs) ? autoType(c, item) : base, declarator);
  if (c.fn && T.isVariablyModified(type)) {
    c.fn.closed = { what: `the scope of '${declarator.name ?? ''}', which has a variable length`, parent: c.fn.closed };
    if (specs.storage === 'extern' || type.kind === 'function') {
      const text = `'${declarator.name ?? ''}' is known outside of this function; its type cannot have a variable length`;
      c.error('vla-misplaced', text, place(declarator));
      item.sym = makeSym('var', declarator.name ?? '', T.ERROR, place(declarator));
      return;
    }
  }
  if (declarator.name === undefined) {
    if (item.init) checkInit(c, T.ERROR, item.init, false, '');
    return;
  }
  checkImplicitInt(c, specs, declarator.name, type.kind === 'function' && !type.prototyped);
  if (specs.storage === 'typedef') {
    item.sym = declareTypedef(c, declarator, type);
    if (align !== undefined) item.sym.align = align;
    if (item.init) c.error('bad-initializer', `'${declarator.name}' is a type and cannot have an initial value`, item);
    return;
  }
  if (type.kind === 'function') {
    checkFunctionSpecs(c, specs, declarator.name);
    item.sym = declareFunction(c, specs, attributes, declarator, type, false);
    if (item.init)
      c.error('bad-initializer', `'${declarator.name}' is a function and cannot have an initial value`, item);
    return;
  }
  checkObjectSpecs(c, specs, declarator.name);
  checkAlignasOf(c, specs, type, attributes.align);
  declareVariable(c, specs, align === undefined ? attributes : { ...attributes, align }, item, type);
}

// ---------------------------------------------------------------- symbols

// ---------------------------------------------------------------- functions

// ---------------------------------------------------------------- variables

function declareVariable(
  c: Context,
  specs: DeclSpecs,
  attributes: Attributes,
  item: InitDeclarator,
  declared: CType,
): void {
  const { declarator, init } = item;
  const name = declarator.name ?? '';
  const at = place(declarator);
  let type = declared;
  if (type.kind === 'void') {
    c.error('void-object', `'${name}' has type void; only pointers to void can be declared`, at);
    type = T.ERROR;
  }
  for (let part: CType = type; part.kind === 'array'; part = part.of) {
    // With too many initial values it is refused for them.
    if (part.length === 0 && !(init?.kind === 'init-list' && init.items.length > 0))
      c.warn('empty-array', `array '${name}' has no elements`, at);
  }
  const atFile = c.scope === c.fileScope;
  if (T.isVla(type)) {
    if (specs.storage === 'extern' || specs.storage === 'static') {
      c.error('vla-misplaced', `'${name}' lives as long as the program; the size of the array must be a constant`, at);
      type = T.ERROR;
    } else if (init) {
      c.error('vla-initializer', `'${name}' is an array of variable length and cannot have an initial value`, init);
      type = T.ERROR;
    } else item.vlaBytes = sizeExpr(type, item);
  }
  if (atFile || specs.storage === 'extern') {
    const { sym, first } = declareLinked(c, 'var', name, type, at, specs.storage === 'static', specs.storage);
    item.sym = sym;
    if (!first) mergeVariable(c, sym, type, at);
    // Another name for an object is no object.
    const defines = init !== undefined || (specs.storage !== 'extern' && attributes.alias === undefined);
    applyAttributes(c, sym, attributes, at, defines && !attributes.dllimport);
    if (init) {
      if (!atFile) {
        c.error(
          'bad-initializer',
          `'${name}' is extern here and defined elsewhere; it cannot have an initial value`,
          at,
        );
      }
      if (sym.defined && !sym.tentative) c.error('redefinition', `'${name}' is defined twice`, at, sym);
      initialise(c, item, sym, true);
      sym.defined = true;
      sym.token = at;
      delete sym.tentative;
    } else if (defines && !attributes.dllimport && !sym.defined) {
      sym.defined = true;
      sym.tentative = true;
      sym.token = at;
    }
    sym.segment ??= attributes.segment;
    return;
  }
  const isStatic = specs.storage === 'static';
  const sym: Sym = {
    ...makeSym('var', name, type, at),
    storage: isStatic ? 'global' : 'auto',
    linkage: isStatic ? 'internal' : 'none',
    defined: true,
  };
  if (specs.storage === 'register') sym.register = true;
  if (isStatic) {
    sym.linkName = `${name}$${++c.counter}`;
    c.symbols.push(sym);
  }
  const before = c.scope.names.get(name);
  if (before) redefined(c, name, at, before);
  else c.scope.names.set(name, sym);
  item.sym = sym;
  if (attributes.align) sym.align = attributes.align;
  if (init) initialise(c, item, sym, isStatic);
  sym.addressTaken ||= needsMemory(sym.type);
  if (sym.type.kind !== 'error' && !isComplete(sym.type)) {
    incompleteError(c, sym.type, `'${name}'`, at);
    sym.type = T.ERROR;
  }
  if (!isStatic) c.fn?.locals.push(sym);
}

function initialise(c: Context, item: InitDeclarator, sym: Sym, isStatic: boolean): void {
  if (!item.init) return;
  const { flat, type } = checkInit(c, sym.type, item.init, isStatic, sym.name);
  sym.type = type;
  item.flat = flat;
  if (isStatic) sym.flat = flat;
}
