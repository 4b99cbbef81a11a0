/**
 * Names that are declared: the one Sym of each entity, its storage and linkage, the merging of redeclarations, and what is
 * settled at the end of the unit.
 *
 * Contract: one Sym per entity and unit, found again through `Context.linked`; declarations that contradict each other are reported
 * where the later one stands, with the earlier one as a note, and the unit goes on with one of them.
 */
import type { Declarator, DeclSpecs, Sym } from './ast.ts';
import type { Attributes } from './check-attributes.ts';
import type { Context } from './check-context.ts';
import { incompleteError, needsMemory } from './check-type.ts';
import { functionDifference } from './convert.ts';
import { baseIntrinsic } from './intrinsics.ts';
import { compatible, composite, isComplete, oldStyleConflict, sameType, unqualified } from './type-compat.ts';
import { printType } from './type-print.ts';
import type { CType, FunctionType } from './types.ts';

export function makeSym(kind: Sym['kind'], name: string, type: CType, token: number): Sym {
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

export function place(d: Declarator): number {
  return d.nameToken >= 0 ? d.nameToken : d.first;
}

export function redefined(c: Context, name: string, at: number, before: Sym): void {
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

export function declareTypedef(c: Context, d: Declarator, type: CType): Sym {
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
export function declareLinked(
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

export function applyAttributes(c: Context, sym: Sym, attributes: Attributes, at: number, definition: boolean): void {
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

export function declareFunction(
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

export function mergeVariable(c: Context, sym: Sym, type: CType, at: number): void {
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
