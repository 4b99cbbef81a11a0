/**
 * Declarations and function definitions: storage, linkage, tentative definitions, merging of redeclarations, initialisers.
 * One Sym per entity and unit: whatever has linkage is found again through `Context.linked`.
 */
import type {
  Declaration,
  Declarator,
  DeclSpecs,
  Expr,
  FunctionDef,
  InitDeclarator,
  StaticAssert,
  Sym,
} from './ast.ts';
import { type Attributes, checkAttributes } from './check-attributes.ts';
import type { Context, FunctionState } from './check-context.ts';
import { adjustParam, checkDeclarator, makeParam } from './check-declarator.ts';
import { constantInt, rvalue } from './check-expr.ts';
import { completes } from './check-flow.ts';
import { checkInit } from './check-init.ts';
import { checkAlignasOf, checkFunctionSpecs, checkImplicitInt, checkObjectSpecs, checkPlace } from './check-place.ts';
import { checkBody, resolveGotos } from './check-stmt.ts';
import { checkSpecs, incompleteError, needsMemory } from './check-type.ts';
import { checkUnset } from './check-unset.ts';
import { sizeExpr } from './check-vla.ts';
import { functionDifference } from './convert.ts';
import { baseIntrinsic } from './intrinsics.ts';
import { compatible, composite, isComplete, oldStyleConflict, sameType, unqualified } from './type-compat.ts';
import { printType } from './type-print.ts';
import type { CType, FunctionType } from './types.ts';
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
  declareVariable(c, specs, attributes, item, type);
}

// ---------------------------------------------------------------- symbols

function makeSym(kind: Sym['kind'], name: string, type: CType, token: number): Sym {
  return {
    kind,
    name,
    type,
    storage: 'none',
    linkage: 'none',
    token,
    defined: false,
    addressTaken: false,
    used: false,
  };
}

function place(d: Declarator): number {
  return d.nameToken >= 0 ? d.nameToken : d.first;
}

function redefined(c: Context, name: string, at: number, before: Sym): void {
  const what =
    before.kind === 'typedef'
      ? ' as a type'
      : before.kind === 'enum-const'
        ? ' as an enum constant'
        : before.storage === 'param'
          ? ' as a parameter'
          : before.kind === 'function'
            ? ' as a function'
            : '';
  c.error('redefinition', `'${name}' is already declared${what}`, at, before);
}

function declareTypedef(c: Context, d: Declarator, type: CType): Sym {
  const name = d.name ?? '';
  const at = place(d);
  const before = c.scope.names.get(name);
  if (before) {
    if (before.kind !== 'typedef') redefined(c, name, at, before);
    else if (!sameType(before.type, type) && before.type.kind !== 'error' && type.kind !== 'error') {
      if (before.type.kind === 'function' && type.kind === 'function' && compatible(before.type, type)) return before;
      c.error(
        'redefinition',
        `type '${name}' is defined again as '${printType(type)}'; it was '${printType(before.type)}'`,
        at,
        before,
      );
    }
    return before.kind === 'typedef' ? before : { ...makeSym('typedef', name, type, at), defined: true };
  }
  const shown: CType = type.kind === 'int' ? { ...type, alias: name } : type;
  const sym: Sym = { ...makeSym('typedef', name, shown, at), defined: true };
  c.scope.names.set(name, sym);
  if (
    (type.kind === 'record' || type.kind === 'enum') &&
    !type.def.typedefName &&
    !type.q?.const &&
    !type.q?.volatile
  ) {
    type.def.typedefName = name;
  }
  return sym;
}

/** Finds or makes the one Sym of a name with linkage, and checks that the declarations agree. */
function declareLinked(
  c: Context,
  kind: 'var' | 'function',
  name: string,
  type: CType,
  at: number,
  isStatic: boolean,
  storage: DeclSpecs['storage'],
): { sym: Sym; first: boolean } {
  const here = c.scope.names.get(name);
  let clash = false;
  // Static locals have storage of their own, and a name for the linker.
  if (here && (here.linkage === 'none' || here.linkName !== undefined)) {
    redefined(c, name, at, here);
    clash = true;
  }
  let sym = c.linked.get(name);
  if (sym && sym.kind !== kind && !clash) {
    redefined(c, name, at, sym);
    clash = true;
  }
  if (clash) {
    const lone: Sym = { ...makeSym(kind, name, type, at), storage: 'global', linkage: 'internal' };
    return { sym: lone, first: false };
  }
  let first = false;
  if (!sym) {
    first = true;
    sym = {
      ...makeSym(kind, name, type, at),
      storage: 'global',
      linkage: isStatic ? 'internal' : 'external',
      addressTaken: kind === 'var' && needsMemory(type),
    };
    c.linked.set(name, sym);
    c.symbols.push(sym);
  } else {
    checkLinkage(c, sym, storage, at);
    if (isStatic) sym.linkage = 'internal';
  }
  c.scope.names.set(name, sym);
  return { sym, first };
}

/** One name is either this unit's own (static) or everybody's. What has no storage class follows a function declared before. */
function checkLinkage(c: Context, sym: Sym, storage: DeclSpecs['storage'], at: number): void {
  if (sym.implicit) return;
  if (storage === 'static' && sym.linkage === 'external') {
    const id = sym.kind === 'function' ? 'late-static' : 'linkage-conflict';
    c.warn(id, `'${sym.name}' is 'static' here, but was declared without it before`, at, sym);
  } else if (sym.linkage === 'internal' && sym.kind === 'var') {
    const visible = c.scope.name(sym.name);
    const hidden = storage === 'extern' && visible !== sym;
    if (hidden || storage === undefined) {
      c.error('linkage-conflict', `'${sym.name}' is not 'static' here, but was declared so before`, at, sym);
    }
  }
}

function applyAttributes(c: Context, sym: Sym, attributes: Attributes, at: number, definition: boolean): void {
  if (attributes.dllexport) sym.dllexport = true;
  if (attributes.noreturn) sym.noreturn = true;
  if (attributes.selectany) sym.selectany = true;
  if (attributes.primitive) sym.primitive = true;
  if (attributes.syscall !== undefined) sym.syscall = attributes.syscall;
  if (attributes.deprecated !== undefined) sym.deprecated = attributes.deprecated;
  if (attributes.mustInspect) sym.mustInspect = true;
  if (attributes.align) sym.align = Math.max(attributes.align, sym.align ?? 1);
  if (attributes.segment !== undefined) sym.segment = attributes.segment;
  if (attributes.linkName !== undefined) sym.assemblerName = attributes.linkName;
  if (attributes.alias !== undefined) {
    sym.alias = attributes.alias;
    // It is there, though not by itself: what it stands for must be.
    const target = c.linked.get(attributes.alias);
    if (target) target.used = true;
  }
  if (attributes.startOrder !== undefined) sym.startOrder = attributes.startOrder;
  if (attributes.exitOrder !== undefined) sym.exitOrder = attributes.exitOrder;
  if (attributes.dllimport) sym.dllimport = true;
  if (definition && sym.dllimport) {
    // The header imports what is defined here: the definition counts.
    delete sym.dllimport;
    if (c.profile !== 'guest' && sym.linkage === 'external') {
      c.warn(
        'import-defined',
        `'${sym.name}' is declared as imported and defined here; this definition is used`,
        at,
        sym,
      );
    }
  }
}

// ---------------------------------------------------------------- functions

function declareFunction(
  c: Context,
  specs: DeclSpecs,
  attributes: Attributes,
  d: Declarator,
  type: FunctionType,
  definition: boolean,
): Sym {
  const name = d.name ?? '';
  const at = place(d);
  const inline = specs.inline;
  const isStatic = specs.storage === 'static' || inline;
  const { sym, first } = declareLinked(c, 'function', name, type, at, isStatic, specs.storage);
  if (inline) sym.inline = true;
  if (!first) mergeFunction(c, sym, type, at, definition);
  else if (!sym.defined && sym.linkage === 'external' && baseIntrinsic(name)) sym.intrinsic = true;
  applyAttributes(c, sym, attributes, at, definition || inline);
  return sym;
}

function mergeFunction(c: Context, sym: Sym, type: FunctionType, at: number, definition: boolean): void {
  const before = sym.type;
  if (before.kind !== 'function') return;
  if (sym.implicit) {
    if (!compatible(before, type)) {
      c.error(
        'conflicting-types',
        `'${sym.name}' was called before this declaration, as a function that returns int; declare it above its first use`,
        at,
        sym,
      );
    }
    sym.type = type;
    delete sym.implicit;
    return;
  }
  if (compatible(before, type)) {
    const problem = oldStyleConflict(before, sym.defined, type, definition);
    if (problem) c.warn('parameter-mismatch', `'${sym.name}': ${problem}`, at, sym);
    sym.type = definition ? type : composite(before, type);
    if (definition && !type.prototyped && before.prototyped) sym.type = before;
    return;
  }
  if (!compatible(unqualified(before.returns), unqualified(type.returns))) {
    c.error(
      'conflicting-types',
      `'${sym.name}' returns '${printType(type.returns)}' here and '${printType(before.returns)}' in its earlier declaration`,
      at,
      sym,
    );
  } else {
    const difference = functionDifference(type, before);
    c.warn('parameter-mismatch', `'${sym.name}' does not agree with its earlier declaration${difference}`, at, sym);
  }
  if (definition) sym.type = type;
}

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
    const defines = init !== undefined || specs.storage !== 'extern';
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

function mergeVariable(c: Context, sym: Sym, type: CType, at: number): void {
  if (type.kind === 'error' || sym.type.kind === 'error') return;
  if (!compatible(sym.type, type)) {
    c.error(
      'conflicting-types',
      `'${sym.name}' is '${printType(type)}' here and '${printType(sym.type)}' in its earlier declaration`,
      at,
      sym,
    );
    return;
  }
  sym.type = composite(sym.type, type);
}

/** At the end of the unit: what was only declared tentatively is defined now, or has no known size; statics must exist. */
export function finishSymbols(c: Context): void {
  for (const sym of c.symbols) {
    if (sym.kind === 'function' && sym.linkage === 'internal' && sym.used && !sym.defined && sym.alias === undefined) {
      c.error('undefined-static', `static function '${sym.name}' is used and never defined`, sym.token);
    }
    if (sym.kind !== 'var' || !sym.defined || sym.type.kind === 'error') continue;
    if (sym.type.kind === 'array' && sym.type.length === undefined && isComplete(sym.type.of)) {
      if (sym.linkage === 'internal' && sym.linkName === undefined && !sym.type.variable)
        c.warn('unsized-static', `'${sym.name}' is 'static' and an array without a size`, sym.token);
      sym.type = { ...sym.type, length: 1 };
    }
    if (!isComplete(sym.type)) incompleteError(c, sym.type, `'${sym.name}'`, sym.token);
  }
}
