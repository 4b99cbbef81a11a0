/**
 * Expressions: types, lvalues, resolved names, conversions made explicit, constants. `checkExpr` returns the node to put in the place
 * of the given one (often the same); it may be called again on its result. Operators stand in check-operators.ts, calls,
 * members and the rest of the postfix family in check-postfix.ts.
 */
import type { Expr, FlatInit, Initializer, Sym, TypeName } from './ast.ts';
import type { Context } from './check-context.ts';
import { checkTypeName } from './check-declarator.ts';
import { checkInit } from './check-init.ts';
import { checkAssign, checkBinary, checkConditional, checkShortConditional } from './check-operators.ts';
import { checkCall, checkGeneric, checkMember, checkOffsetof, checkVa, indexToDeref } from './check-postfix.ts';
import { checkStmt } from './check-stmt.ts';
import { incompleteError, needsMemory, unknownBefore } from './check-type.ts';
import { afterLengths, hasEffects, inBytes, sizeExpr } from './check-vla.ts';
import {
  castKindOf,
  commonType,
  convertArithmetic,
  fail,
  foldCast,
  isError,
  promote,
  requireScalar,
  toRvalue,
  typeOf,
} from './convert.ts';
import { nameElsewhere } from './elsewhere.ts';
import { addressOfLvalue, foldUnary, wrap } from './fold.ts';
import { foldFloatUnary } from './fold-float.ts';
import { hiddenVariable } from './hidden.ts';
import { homeOf } from './homes.ts';
import { baseIntrinsic } from './intrinsics.ts';
import { OLD_NAMES } from './signatures.ts';
import { compatible, hasConstMember, isComplete, qualify, sameType, unqualified } from './type-compat.ts';
import { printType } from './type-print.ts';
import type { CType } from './types.ts';
import * as T from './types.ts';

type Of<K extends Expr['kind']> = Extract<Expr, { kind: K }>;

export function checkExpr(c: Context, e: Expr): Expr {
  if (e.type) return e;
  const result = c.nested(e, () => visit(c, e));
  return result ?? fail(e);
}

/** The value of an expression. */
export function rvalue(c: Context, e: Expr): Expr {
  return decayed(c, checkExpr(c, e));
}

/** The value of a checked expression: what a variable holds, the address of an array's or function's. */
export function decayed(c: Context, checked: Expr): Expr {
  const type = typeOf(checked);
  if ((type.kind === 'record' || type.kind === 'enum') && !isComplete(type)) {
    incompleteError(c, type, 'this object', checked);
    return fail(checked);
  }
  if (type.kind === 'array') {
    const named = namedObject(checked);
    if (named?.register) {
      const text = `'${named.name}' is an array declared 'register': its elements have no addresses`;
      c.warn('register-array', text, checked, named);
    }
  }
  return toRvalue(checked);
}

/** A scalar value to be tested. */
export function condition(c: Context, e: Expr): Expr {
  return requireScalar(c, rvalue(c, e));
}

/** The value of an integer constant expression; reports when it is none. */
export function constantInt(c: Context, e: Expr, what: string): bigint | undefined {
  const value = rvalue(c, e);
  if (isError(value)) return undefined;
  if (value.constant === undefined || !T.isInteger(typeOf(value))) {
    c.error('not-constant', `${what} must be a constant integer`, value);
    return undefined;
  }
  return value.constant;
}

function visit(c: Context, e: Expr): Expr {
  switch (e.kind) {
    case 'int-literal': {
      const token = c.unit.tokens[e.token];
      e.type = { kind: 'int', int: token?.intType ?? 'int' };
      e.lvalue = false;
      e.constant = wrap(e.value, e.type);
      return e;
    }
    case 'float-literal':
      e.type = { kind: 'float', float: e.float };
      e.lvalue = false;
      e.constant = e.bits;
      return e;
    case 'string':
      e.type = stringType(e);
      e.lvalue = true;
      return e;
    case 'name':
      return checkName(c, e);
    case 'unary':
      return checkUnary(c, e);
    case 'incdec':
      return checkIncdec(c, e);
    case 'binary':
      return checkBinary(c, e);
    case 'logical':
      return checkLogical(c, e);
    case 'conditional':
      return checkConditional(c, e);
    case 'short-conditional':
      return checkShortConditional(c, e);
    case 'assign':
      return checkAssign(c, e);
    case 'comma':
      e.left = discarded(c, e.left);
      e.right = rvalue(c, e.right);
      e.type = typeOf(e.right);
      e.lvalue = false;
      return e;
    case 'call':
      return checkCall(c, e);
    case 'member':
      return checkMember(c, e);
    case 'index':
      return indexToDeref(c, e);
    case 'cast':
      return checkCast(c, e);
    case 'sizeof':
      return checkSizeof(c, e);
    case 'offsetof':
      return checkOffsetof(c, e);
    case 'compound-literal':
      return checkCompoundLiteral(c, e);
    case 'generic':
      return checkGeneric(c, e);
    case 'va':
      return checkVa(c, e);
    case 'seh':
      return checkSeh(c, e);
    case 'stmt-expr':
      return checkStatementExpr(c, e);
    case 'label-address':
      return checkLabelAddress(c, e);
    case 'types-compatible':
      return checkTypesCompatible(c, e);
    case 'overflow':
      return e;
    case 'error':
      e.parts = e.parts.map((part) => checkExpr(c, part));
      return fail(e);
  }
}

/** An expression whose value nobody wants. */
export function discarded(c: Context, e: Expr): Expr {
  const checked = checkExpr(c, e);
  const type = typeOf(checked);
  if (type.kind !== 'record') return toRvalue(checked);
  if (isComplete(type)) return checked;
  incompleteError(c, type, 'this object', checked);
  return fail(checked);
}

function stringType(e: Of<'string'>): CType {
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

function checkName(c: Context, e: Of<'name'>): Expr {
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

// ---------------------------------------------------------------- unary

function checkUnary(c: Context, e: Of<'unary'>): Expr {
  if (e.op === '&') return checkAddressOf(c, e);
  e.operand = rvalue(c, e.operand);
  e.lvalue = false;
  if (isError(e.operand)) return fail(e);
  const type = typeOf(e.operand);
  if (e.op === '*') {
    if (type.kind !== 'pointer') {
      c.error('not-a-pointer', `'*' needs a pointer, and this is '${printType(type)}'`, e);
      return fail(e);
    }
    if (type.to.kind === 'void') {
      c.warn('void-dereference', `a 'void *' cannot be dereferenced; cast it to a pointer to a type first`, e);
      if (c.diags.dialect !== 'gnu') return fail(e);
      e.type = unqualified(type.to);
      return e;
    }
    e.type = type.to;
    e.lvalue = type.to.kind !== 'function';
    return e;
  }
  if (e.op === '!') {
    e.operand = requireScalar(c, e.operand);
    if (isError(e.operand)) return fail(e);
    e.type = T.INT;
  } else {
    if (!T.isInteger(type) && !(T.isFloating(type) && e.op !== '~')) {
      const needed = e.op === '~' ? 'an integer' : 'a number';
      c.error('bad-operand', `'${e.op}' needs ${needed}, and this is '${printType(type)}'`, e);
      return fail(e);
    }
    e.operand = promote(e.operand);
    e.type = typeOf(e.operand);
  }
  if (e.operand.constant !== undefined) {
    const value = T.isFloating(e.type)
      ? foldFloatUnary(e.op, e.operand.constant, e.type)
      : foldUnary(e.op, e.operand.constant, e.type);
    if (value !== undefined) e.constant = value;
  }
  return e;
}

function checkAddressOf(c: Context, e: Of<'unary'>): Expr {
  e.operand = checkExpr(c, e.operand);
  e.lvalue = false;
  const { operand } = e;
  if (isError(operand)) return fail(e);
  const type = typeOf(operand);
  if (type.kind === 'function') {
    const pointer = toRvalue(operand);
    return { ...pointer, first: e.first, last: e.last };
  }
  // `&*p` is p; of a `void *` it has been warned about.
  if (type.kind === 'void' && operand.kind === 'unary' && operand.op === '*') return operand.operand;
  if (!operand.lvalue || isTemporary(operand)) {
    c.error('not-an-lvalue', `'&' needs a variable or other object; this is a value of type '${printType(type)}'`, e);
    return fail(e);
  }
  if (operand.kind === 'member' && operand.field?.bits) {
    c.error('bit-field-address', `'${operand.name}' is a bit-field and has no address`, e);
    return fail(e);
  }
  const named = namedObject(operand);
  if (named?.register) {
    c.error('register-address', `'${named.name}' is declared 'register' and has no address`, e, named);
    return fail(e);
  }
  e.type = T.pointerTo(type);
  if (operand.kind === 'unary' && operand.op === '*' && operand.operand.constant !== undefined) {
    e.constant = operand.operand.constant;
  } else {
    markAddressTaken(operand);
    const at = operand.kind === 'member' ? addressOfLvalue(operand) : undefined;
    if (at && !at.base) e.constant = wrap(at.offset, T.UINT64);
  }
  return e;
}

/** The variable that an lvalue is, or is a part of. */
function namedObject(e: Expr): Sym | undefined {
  let at = e;
  while (at.kind === 'member' && !at.arrow) at = at.object;
  return at.kind === 'name' || at.kind === 'compound-literal' ? at.sym : undefined;
}

function markAddressTaken(e: Expr): void {
  const sym = namedObject(e);
  if (sym) sym.addressTaken = true;
}

/** Part of a record value that no variable holds. */
function isTemporary(e: Expr): boolean {
  let at = e;
  while (at.kind === 'member' && !at.arrow) at = at.object;
  return !at.lvalue;
}

/** Reports unless the checked expression may be written to. */
export function requireModifiable(c: Context, e: Expr, how: string): boolean {
  if (isError(e)) return false;
  const type = typeOf(e);
  if (type.kind === 'array' || type.kind === 'function') {
    c.error('not-an-lvalue', `${type.kind === 'array' ? 'an array' : 'a function'} cannot be ${how}`, e);
    return false;
  }
  if (!e.lvalue || isTemporary(e)) {
    c.error('not-an-lvalue', `this is a value, not a variable; it cannot be ${how}`, e);
    return false;
  }
  if (type.kind === 'record' && !isComplete(type)) {
    incompleteError(c, type, 'this object', e);
    return false;
  }
  if (type.q?.const || (type.kind === 'record' && hasConstMember(type))) {
    const name = e.kind === 'name' ? `'${e.name}'` : e.kind === 'member' ? `'${e.name}'` : 'this';
    c.error('const-assignment', `${name} is const and cannot be ${how}`, e, e.kind === 'name' ? e.sym : undefined);
    return false;
  }
  return true;
}

function checkIncdec(c: Context, e: Of<'incdec'>): Expr {
  e.operand = checkExpr(c, e.operand);
  e.lvalue = false;
  if (!requireModifiable(c, e.operand, e.op === '++' ? 'incremented' : 'decremented')) return fail(e);
  const type = unqualified(typeOf(e.operand));
  if (type.kind === 'pointer') {
    if (T.isVla(type.to)) return stepVariable(c, e, type);
    const scale = elementSize(c, type, e);
    if (scale === undefined) return fail(e);
    e.scale = scale;
  } else if (!T.isArithmetic(type)) {
    c.error('bad-operand', `'${e.op}' needs a number or pointer, and this is '${printType(type)}'`, e);
    return fail(e);
  }
  e.type = type;
  return e;
}

/** `p++` where p points to arrays of variable length: `p += 1`, and back by as much for the value before. */
function stepVariable(c: Context, e: Of<'incdec'>, type: T.PointerType): Expr {
  const { first, last, operand } = e;
  const one: Expr = {
    kind: 'int-literal',
    value: 1n,
    token: -1,
    first,
    last,
    type: T.INT,
    lvalue: false,
    constant: 1n,
  };
  const changed = checkAssign(c, {
    kind: 'assign',
    op: e.op === '++' ? '+=' : '-=',
    left: operand,
    right: one,
    first,
    last,
  });
  if (e.prefix || isError(changed)) return changed;
  const right = inBytes({ ...one, type: T.INT64 }, type.to);
  const op = e.op === '++' ? '-' : '+';
  return { kind: 'binary', op, left: changed, right, scale: 1, first, last, type, lvalue: false };
}

/** Bytes that one step of pointer arithmetic takes; 1 for arrays of variable length, whose indices are in bytes (check-vla.ts). */
export function elementSize(c: Context, pointer: CType, at: Expr): number | undefined {
  if (pointer.kind !== 'pointer') return undefined;
  const { to } = pointer;
  if (to.kind === 'error') return undefined;
  if (to.kind === 'void') {
    if (c.diags.dialect === 'gnu') return 1;
    c.error('void-arithmetic', `'void *' has no element size to calculate with; cast it to 'char *' first`, at);
    return undefined;
  }
  if (to.kind === 'function') {
    if (c.diags.dialect === 'gnu') return 1;
    c.error('function-arithmetic', 'no arithmetic is possible on a pointer to a function', at);
    return undefined;
  }
  if (!isComplete(to)) {
    incompleteError(c, to, 'what this points to', at);
    return undefined;
  }
  return T.isVla(to) ? 1 : T.sizeOf(to);
}

// ---------------------------------------------------------------- logical, casts, sizeof, literals, SEH

export function checkLogical(c: Context, e: Of<'logical'>): Expr {
  e.left = condition(c, e.left);
  e.right = condition(c, e.right);
  e.lvalue = false;
  if (isError(e.left) || isError(e.right)) return fail(e);
  e.type = T.INT;
  const a = e.left.constant;
  const b = e.right.constant;
  const decides = e.op === '&&' ? a === 0n : a !== undefined && a !== 0n;
  if (decides) e.constant = e.op === '&&' ? 0n : 1n;
  else if (a !== undefined && b !== undefined) e.constant = b !== 0n ? 1n : 0n;
  return e;
}

function checkCast(c: Context, e: Of<'cast'>): Expr {
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

function checkSizeof(c: Context, e: Of<'sizeof'>): Expr {
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
    return hasEffects(e.arg) ? afterLengths([discarded(c, e.arg)], size) : size;
  }
  e.type = T.UINT64;
  const declared = e.arg.kind === 'name' ? e.arg.sym?.align : undefined;
  e.constant = BigInt(e.op === 'sizeof' ? T.sizeOf(type) : Math.max(T.alignOf(type), declared ?? 1));
  return e;
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

function checkCompoundLiteral(c: Context, e: Of<'compound-literal'>): Expr {
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

/** `({ ... })` */
function checkStatementExpr(c: Context, e: Of<'stmt-expr'>): Expr {
  const { fn } = c;
  e.lvalue = false;
  if (!fn) {
    c.error('block-outside', 'a block inside an expression can only stand in a function', e);
    return fail(e);
  }
  const last = e.body.body.at(-1);
  let type: CType = T.VOID;
  c.inScope('block', () => {
    fn.closed = { what: 'a block inside an expression', parent: fn.closed };
    for (const s of e.body.body) {
      if (s !== last || s.kind !== 'expr-stmt') {
        checkStmt(c, fn, s);
        continue;
      }
      s.expr = rvalue(c, s.expr);
      type = typeOf(s.expr);
    }
  });
  e.type = type;
  return isError(e) ? fail(e) : e;
}

function checkTypesCompatible(c: Context, e: Of<'types-compatible'>): Expr {
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

function checkLabelAddress(c: Context, e: Of<'label-address'>): Expr {
  if (!c.fn) {
    c.error('label-outside', `'&&${e.name}': labels have addresses only inside their function`, e);
    return fail(e);
  }
  e.function = c.fn.def;
  c.fn.labelUses.push(e);
  e.type = T.pointerTo(T.VOID);
  e.lvalue = false;
  return e;
}

function checkSeh(c: Context, e: Of<'seh'>): Expr {
  e.lvalue = false;
  const fn = c.fn;
  const inside = (kind: 'except' | 'finally'): boolean => {
    for (let r = fn?.region; r; r = r.parent) if (r.kind === kind) return true;
    return false;
  };
  if (e.op === 'code') {
    e.type = T.ULONG;
    if (!fn || (fn.filters === 0 && !inside('except'))) {
      c.error('seh-misplaced', 'GetExceptionCode works only in the filter or the block of an __except', e);
    }
  } else if (e.op === 'info') {
    const tag = c.fileScope.tags.get('_EXCEPTION_POINTERS');
    e.type = T.pointerTo(tag?.kind === 'record' ? { kind: 'record', def: tag.def } : T.VOID);
    if (!fn || fn.filters === 0) {
      c.error('seh-misplaced', 'GetExceptionInformation works only in the filter of an __except', e);
    }
  } else {
    e.type = T.INT;
    if (!inside('finally')) c.error('seh-misplaced', 'AbnormalTermination works only in the block of a __finally', e);
  }
  return e;
}

/** Both arithmetic operands in their common type. */
export function usualConversions(a: Expr, b: Expr): [Expr, Expr, CType] {
  const left = promote(a);
  const right = promote(b);
  const type = commonType(typeOf(left), typeOf(right));
  return [convertArithmetic(left, type), convertArithmetic(right, type), type];
}
