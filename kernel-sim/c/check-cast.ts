/**
 * Expressions that contain the name of a type: casts, sizeof and _Alignof, compound literals, __builtin_types_compatible_p.
 *
 * Contract: a cast that stays in the tree has a `castKind`; lengths that the type's name contains are calculated once, before the value.
 */
import type { Expr, FlatInit, Initializer, Sym, TypeName } from './ast.ts';
import { alignFor, alignOfTypedef } from './check-attributes.ts';
import type { Context } from './check-context.ts';
import { checkTypeName } from './check-declarator.ts';
import { checkExpr, discarded, type Of, rvalue } from './check-expr.ts';
import { checkInit } from './check-init.ts';
import { incompleteError, needsMemory } from './check-type.ts';
import { afterLengths, hasEffects, sizeExpr } from './check-vla.ts';
import { castKindOf, fail, foldCast, isError, promote, toRvalue, typeOf } from './convert.ts';
import { hiddenVariable } from './hidden.ts';
import { compatible, isComplete, sameType, unqualified } from './type-compat.ts';
import { printType } from './type-print.ts';
import type { CType } from './types.ts';
import * as T from './types.ts';

export function checkCast(c: Context, e: Of<'cast'>): Expr {
  if (!e.target) return fail(e);
  const type = unqualified(checkTypeName(c, e.target));
  const { lengths } = e.target;
  if (lengths) {
    delete e.target.lengths;
    return afterLengths(lengths, checkCast(c, e));
  }
  e.operand = type.kind === 'void' ? discarded(c, e.operand) : rvalue(c, e.operand);
  e.lvalue = false;
  if (isError(e.operand) || type.kind === 'error') return fail(e);
  const from = typeOf(e.operand);
  if (type.kind === 'void') {
    e.castKind = 'void';
    e.type = type;
    return e;
  }
  if (from.kind === 'record' && type.kind === 'record' && from.def === type.def) {
    c.warn('record-cast', `'${printType(from)}' has this type already; a cast takes and gives numbers and pointers`, e);
    return e.operand;
  }
  if (from.kind === 'void') {
    c.error('void-value', `this has no value (void) and cannot be cast to '${printType(type)}'`, e);
    return fail(e);
  }
  if (type.kind === 'record' && type.def.union) {
    const literal = unionCast(c, e, type);
    if (literal) return literal;
  }
  const kind = castKindOf(from, type);
  if (!T.isScalar(type) || !T.isScalar(from) || !kind) {
    c.error('bad-cast', `'${printType(from)}' cannot be cast to '${printType(type)}'`, e);
    return fail(e);
  }
  if (kind === 'pointer-to-int' && T.sizeOf(type) < 8 && e.operand.constant === undefined) {
    c.warn(
      'pointer-truncation',
      `this cast cuts the pointer '${printType(from)}' to the ${T.sizeOf(type) * 8} bits of '${printType(type)}'`,
      e,
    );
  }
  if (kind === 'int-to-pointer') {
    if (T.sizeOf(from) === 4 && e.operand.constant === undefined) {
      c.warn(
        'int-to-larger-pointer',
        `'${printType(from)}' has 32 bits and the pointer '${printType(type)}' has 64`,
        e,
      );
    }
    e.operand = promote(e.operand);
  }
  e.castKind = kind;
  e.type = type;
  foldCast(e);
  return e;
}

export function checkSizeof(c: Context, e: Of<'sizeof'>): Expr {
  let type: CType;
  if (e.arg.kind === 'type-name') type = checkTypeName(c, e.arg);
  else {
    e.arg = checkExpr(c, e.arg);
    type = typeOf(e.arg);
    if (e.arg.kind === 'member' && e.arg.field?.bits) {
      c.error('bad-sizeof', `'${e.arg.name}' is a bit-field; ${e.op} cannot measure it`, e);
      return fail(e);
    }
  }
  e.lvalue = false;
  if (type.kind === 'error') return fail(e);
  if ((type.kind === 'function' || type.kind === 'void') && c.diags.dialect === 'gnu') {
    // One byte, as in arithmetic on pointers to them.
    e.type = T.UINT64;
    e.constant = 1n;
    return e;
  }
  if (type.kind === 'function' || !isComplete(type)) {
    // The array of a flexible member and `extern x[]` have no size, as have functions.
    if (type.kind === 'function') c.error('bad-sizeof', `${e.op} cannot measure a function`, e);
    else incompleteError(c, type, `the operand of ${e.op}`, e);
    return fail(e);
  }
  if (e.op === 'sizeof' && T.isVla(type)) {
    const size = sizeExpr(type, e);
    if (e.arg.kind === 'type-name') return afterLengths(e.arg.lengths, size);
    return hasEffects(e.arg) ? afterLengths([toRvalue(e.arg)], size) : size;
  }
  e.type = T.UINT64;
  const declared = e.op === 'sizeof' ? undefined : declaredAlign(c, e.arg);
  e.constant = BigInt(e.op === 'sizeof' ? T.sizeOf(type) : Math.max(T.alignOf(type), declared ?? 1));
  return e;
}

/** What a declaration demands beyond the type. */
function declaredAlign(c: Context, arg: Expr | TypeName): number | undefined {
  if (arg.kind === 'type-name')
    return alignFor({ typeAlign: alignOfTypedef(c, arg.specs) ?? 1 }, arg.declarator.derivations);
  return arg.kind === 'name' ? arg.sym?.align : undefined;
}

/** `(union U)value`: a union whose member of that type holds the value. */
function unionCast(c: Context, e: Of<'cast'>, type: T.RecordType): Expr | undefined {
  const from = typeOf(e.operand);
  const member = type.def.fields?.find((f) => f.name !== undefined && compatible(unqualified(f.type), from));
  if (!member) return undefined;
  const { first, last } = e;
  const sym: Sym = { ...hiddenVariable(c, type, first), name: `literal$${c.counter}`, addressTaken: true };
  if (c.fn) c.fn.locals[c.fn.locals.length - 1] = sym;
  const flat: FlatInit[] = [{ offset: member.offset, type: member.type, expr: e.operand }];
  const target = e.target as TypeName;
  const init: Initializer = { kind: 'init-expr', expr: e.operand, first, last };
  const literal: Expr = { kind: 'compound-literal', target, init, sym, flat, first, last, type, lvalue: true };
  return toRvalue(literal);
}

export function checkCompoundLiteral(c: Context, e: Of<'compound-literal'>): Expr {
  const declared = checkTypeName(c, e.target);
  if (T.isVla(declared)) {
    c.error('vla-initializer', 'a literal cannot be an array of variable length', e);
    return fail(e);
  }
  const isStatic = !c.fn;
  if (
    declared.kind === 'void' ||
    declared.kind === 'function' ||
    (declared.kind === 'record' && !isComplete(declared))
  ) {
    if (declared.kind === 'function') c.error('bad-initializer', 'a function cannot be written as a literal', e);
    else incompleteError(c, declared, 'the literal', e);
    return fail(e);
  }
  const { flat, type } = checkInit(c, declared, e.init, isStatic, 'the literal');
  e.flat = flat;
  // The literal stays an object, with an address: its first value comes after the lengths that its type needs.
  if (e.target.lengths && flat[0]) {
    flat[0].expr = afterLengths(e.target.lengths, flat[0].expr);
    delete e.target.lengths;
  }
  if (type.kind === 'error') return fail(e);
  if (!isComplete(type)) {
    incompleteError(c, type, 'the literal', e);
    return fail(e);
  }
  const sym: Sym = {
    kind: 'var',
    name: `literal$${++c.counter}`,
    type,
    storage: isStatic ? 'global' : 'auto',
    linkage: isStatic ? 'internal' : 'none',
    token: e.first,
    defined: true,
    addressTaken: needsMemory(type),
    used: true,
  };
  if (isStatic) {
    sym.linkName = sym.name;
    sym.flat = flat;
    c.symbols.push(sym);
  } else c.fn?.locals.push(sym);
  e.sym = sym;
  e.type = type;
  e.lvalue = true;
  return e;
}

export function checkTypesCompatible(c: Context, e: Of<'types-compatible'>): Expr {
  const [a, b, more] = e.types.map((t) => unqualified(checkTypeName(c, t)));
  e.lvalue = false;
  if (!a || !b || more) {
    c.error('bad-builtin', '__builtin_types_compatible_p takes two types', e);
    return fail(e);
  }
  // Other than for assignments an enum is a type of its own here.
  const enums = a.kind === 'enum' || b.kind === 'enum';
  e.type = T.INT;
  e.constant = (enums ? sameType(a, b) : compatible(a, b)) ? 1n : 0n;
  return e;
}
