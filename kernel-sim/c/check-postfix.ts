/**
 * Calls, members, subscripts, offsetof, _Generic and the variable argument operations.
 */
import type { Designator, Expr } from './ast.ts';
import { checkBuiltin } from './check-builtin.ts';
import { checkAtomicBuiltin } from './check-builtin-atomic.ts';
import type { Context } from './check-context.ts';
import { checkTypeName } from './check-declarator.ts';
import { checkExpr, constantInt, rvalue } from './check-expr.ts';
import { checkFormat } from './check-format.ts';
import { implicitFunction, useName } from './check-name.ts';
import { findField, memberNames } from './check-tag.ts';
import { incompleteError } from './check-type.ts';
import { elementSize } from './check-unary.ts';
import { afterLengths, inBytes } from './check-vla.ts';
import { assignConvert, defaultPromote, fail, isError, toPointerOffset, typeOf } from './convert.ts';
import { nameElsewhere } from './elsewhere.ts';
import { wrap } from './fold.ts';
import { homeOf, inDrivers, isLibraryFunction, LIBRARY_FUNCTIONS } from './homes.ts';
import { baseIntrinsic } from './intrinsics.ts';
import { LIBRARY, parseSignature } from './signatures.ts';
import { nearest } from './spelling.ts';
import { compatible, isComplete, qualify, unqualified } from './type-compat.ts';
import { printType, recordName } from './type-print.ts';
import type { CType, FunctionType, RecordDef } from './types.ts';
import * as T from './types.ts';

type Of<K extends Expr['kind']> = Extract<Expr, { kind: K }>;

/** Names that need no declaration: Microsoft's compiler knows the first, the others are the lab's own (intrinsics.ts). */
const KNOWN: ReadonlyMap<string, FunctionType> = new Map([
  ['__noop', known(T.INT)],
  ['__assume', known(T.VOID)],
  ['__annotation', known(T.VOID)],
  ['__analysis_assume', known(T.VOID)],
  ['__debugbreak', known(T.VOID, [])],
  ['__lab_fp', known(T.pointerTo(T.VOID), [])],
  ['__lab_sp', known(T.pointerTo(T.VOID), [])],
  ['__lab_ip', known(T.pointerTo(T.VOID), [])],
  ['__lab_cpu', known(T.UINT, [])],
  ['__lab_call_funclet', known(T.UINT64, [T.pointerTo(T.VOID), T.pointerTo(T.VOID), T.UINT64, T.UINT64])],
  ['__lab_sqrt', known(T.DOUBLE, [T.DOUBLE])],
  ['__lab_sqrtf', known(T.FLOAT, [T.FLOAT])],
  ['__lab_fabs', known(T.DOUBLE, [T.DOUBLE])],
  ['__lab_rint', known(T.DOUBLE, [T.DOUBLE])],
  ['__lab_floor', known(T.DOUBLE, [T.DOUBLE])],
  ['__lab_ceil', known(T.DOUBLE, [T.DOUBLE])],
  ['__lab_trunc', known(T.DOUBLE, [T.DOUBLE])],
  ['__lab_double_bits', known(T.UINT64, [T.DOUBLE])],
  ['__lab_bits_double', known(T.DOUBLE, [T.UINT64])],
  ['__lab_float_bits', known(T.UINT, [T.FLOAT])],
  ['__lab_bits_float', known(T.FLOAT, [T.UINT])],
  ['__lab_unwind', known(T.VOID, [T.pointerTo(T.VOID), T.pointerTo(T.VOID), T.pointerTo(T.VOID), T.UINT64])],
]);

function known(returns: CType, params?: CType[]): FunctionType {
  return {
    kind: 'function',
    returns,
    params: (params ?? []).map((type) => ({ name: undefined, type })),
    variadic: false,
    prototyped: params !== undefined,
  };
}

// ---------------------------------------------------------------- calls

export function checkCall(c: Context, e: Of<'call'>): Expr {
  const written = e.callee;
  if (written.kind === 'name' && written.name.startsWith('__builtin_') && !c.scope.name(written.name)) {
    const known = checkBuiltin(c, e, written.name.slice('__builtin_'.length));
    if (known) return known;
  }
  if (written.kind === 'name' && /^__(sync|atomic)_/.test(written.name) && !c.scope.name(written.name)) {
    const known = checkAtomicBuiltin(c, e, written.name);
    if (known) return known;
  }
  if (written.kind === 'name' && !written.type && !c.scope.name(written.name)) {
    if (isBuiltinName(written.name)) {
      c.error('unsupported', `'${written.name}': this compiler has no such built-in function`, written);
      for (const arg of e.args) rvalue(c, arg);
      return fail(e);
    }
    declareImplicitly(c, written);
    useName(c, written, implicitFunction(c, written.name, written.first, knownType(c, written.name)));
  }
  const name = calleeName(written);
  e.callee = rvalue(c, written);
  e.args = e.args.map((arg) => rvalue(c, arg));
  e.lvalue = false;
  if (isError(e.callee)) return fail(e);
  const pointer = typeOf(e.callee);
  if (pointer.kind !== 'pointer' || pointer.to.kind !== 'function') {
    if (pointer.kind === 'pointer' && pointer.to.kind === 'error') return fail(e);
    c.error(
      'not-a-function',
      `${name ? `'${name}'` : 'this'} is no function; its type is '${printType(pointer)}'`,
      e.callee,
    );
    return fail(e);
  }
  const fn = pointer.to;
  e.type = unqualified(fn.returns);
  if (e.type.kind === 'error') return fail(e);
  if (e.type.kind !== 'void' && !isComplete(e.type)) {
    incompleteError(c, e.type, `the result of ${name ? `'${name}'` : 'this call'}`, e);
    return fail(e);
  }
  const called = name ? `'${name}'` : 'the function';
  if (fn.prototyped && e.args.length < fn.params.length) {
    const missing = fn.params[e.args.length];
    const which = missing.name ? `; '${missing.name}' (${printType(missing.type)}) is missing` : '';
    c.error(
      'too-few-arguments',
      `${called} takes ${count(fn.params.length)}, and ${e.args.length === 0 ? 'none is' : `only ${e.args.length} ${e.args.length === 1 ? 'is' : 'are'}`} given${which}`,
      e,
    );
  } else if (fn.prototyped && !fn.variadic && e.args.length > fn.params.length) {
    c.warn(
      'too-many-arguments',
      `${called} takes ${count(fn.params.length)}, and ${e.args.length} are given`,
      e.args[fn.params.length],
    );
  }
  const toLibrary = written.kind === 'name' && c.isLabs(written.sym);
  e.args = e.args.map((arg, i) => {
    const param = fn.prototyped || fn.params.length > 0 ? fn.params[i] : undefined;
    if (param && fn.prototyped) {
      return assignConvert(c, arg, param.type, () => `argument ${i + 1} of ${called}`, toLibrary);
    }
    if (typeOf(arg).kind === 'void') {
      c.error('void-value', `argument ${i + 1} of ${called}: this has no value (void)`, arg);
      return fail(arg);
    }
    return defaultPromote(arg);
  });
  if (fn.variadic && name) checkFormat(c, name, e.args);
  return e;
}

/** What a function that nobody declared is known to be; Microsoft's compiler takes every one for int (). */
function knownType(c: Context, name: string): FunctionType | undefined {
  const signature = c.diags.dialect === 'ms' ? undefined : LIBRARY.get(name);
  return KNOWN.get(name) ?? (signature === undefined ? undefined : parseSignature(signature));
}

function count(n: number): string {
  return n === 0 ? 'no arguments' : n === 1 ? '1 argument' : `${n} arguments`;
}

function calleeName(e: Expr): string | undefined {
  if (e.kind === 'name' || e.kind === 'member') return e.name;
  return e.kind === 'unary' && e.op === '*' ? calleeName(e.operand) : undefined;
}

/** A name that GNU compilers keep for functions of their own, and that the lab's does not know. */
function isBuiltinName(name: string): boolean {
  return /^__(builtin|sync|atomic)_/.test(name) && !KNOWN.has(name) && baseIntrinsic(name) === undefined;
}

function declareImplicitly(c: Context, e: Of<'name'>): void {
  if (KNOWN.has(e.name)) return;
  const hint = unknownFunctionHint(c, e.name);
  // A function of the C library: only its header is missing, which old programs did without.
  const id = isLibraryFunction(e.name) ? 'missing-header' : 'implicit-declaration';
  const assumed = knownType(c, e.name) ? '' : ', as if it returned int';
  c.warn(id, `'${e.name}' is called without a declaration${assumed}${hint}`, e);
}

function unknownFunctionHint(c: Context, name: string): string {
  const instead = c.profile === 'driver' ? inDrivers(name) : undefined;
  if (instead) return `; that is for programs, a driver has ${instead}`;
  const home = homeOf(name);
  if (home) return `; it comes with #include ${home}`;
  const elsewhere = nameElsewhere(name, 'function');
  if (elsewhere) return `; ${elsewhere}`;
  if (baseIntrinsic(name)) return '; a header that declares it is missing';
  return c.didYouMean(name, (s) => s.kind !== 'typedef' && s.kind !== 'enum-const' && isCallable(s.type), [
    ...WORDS,
    ...LIBRARY_FUNCTIONS,
  ]);
}

const WORDS = ['if', 'for', 'while', 'switch', 'return', 'sizeof'];

function isCallable(t: CType): boolean {
  return t.kind === 'function' || (t.kind === 'pointer' && t.to.kind === 'function');
}

// ---------------------------------------------------------------- members and subscripts

export function checkMember(c: Context, e: Of<'member'>): Expr {
  e.object = e.arrow ? rvalue(c, e.object) : checkExpr(c, e.object);
  e.lvalue = false;
  if (isError(e.object)) return fail(e);
  let record = typeOf(e.object);
  if (e.arrow) {
    if (record.kind !== 'pointer') {
      const hint = record.kind === 'record' ? `; use '.${e.name}'` : '';
      c.error('not-a-pointer', `'->${e.name}' needs a pointer, and this is '${printType(record)}'${hint}`, e);
      return fail(e);
    }
    record = record.to;
  }
  if (record.kind === 'error') return fail(e);
  if (record.kind !== 'record') {
    const pointer = !e.arrow && record.kind === 'pointer' && record.to.kind === 'record';
    const hint = pointer ? `; use '->${e.name}'` : '';
    c.error(
      'not-a-record',
      `'${e.arrow ? '->' : '.'}${e.name}' needs a struct or union, and this is '${printType(record)}'${hint}`,
      e,
    );
    return fail(e);
  }
  if (!isComplete(record)) {
    incompleteError(c, record, `the object with '${e.name}'`, e);
    return fail(e);
  }
  const found = findField(record.def, e.name);
  if (!found) {
    noMember(c, record.def, e.name, e.token);
    return fail(e);
  }
  e.field = found.field;
  e.offset = found.offset;
  e.type = qualify(found.field.type, record.q);
  if (e.type.kind === 'error') return fail(e);
  e.lvalue = true;
  return e;
}

export function noMember(c: Context, def: RecordDef, name: string, token: number): void {
  const near = nearest(name, memberNames(def));
  c.error(
    'no-such-member',
    `'${name}' is not a member of '${recordName(def)}'${near ? `; did you mean '${near}'?` : ''}`,
    token,
  );
}

/** `a[i]` is `*(a + i)`. */
export function indexToDeref(c: Context, e: Of<'index'>): Expr {
  let object = rvalue(c, e.object);
  let index = rvalue(c, e.index);
  e.object = object;
  e.index = index;
  if (isError(object) || isError(index)) return fail(e);
  if (typeOf(object).kind !== 'pointer' && typeOf(index).kind === 'pointer') [object, index] = [index, object];
  const pointer = typeOf(object);
  if (pointer.kind !== 'pointer') {
    c.error('not-an-array', `'[ ]' needs an array or pointer, and this is '${printType(pointer)}'`, e);
    return fail(e);
  }
  if (!T.isInteger(typeOf(index))) {
    c.error('bad-index', `an index must be an integer, and this is '${printType(typeOf(index))}'`, index);
    return fail(e);
  }
  if (pointer.to.kind === 'void') {
    c.error('void-dereference', "a 'void *' has no elements; cast it to a pointer to a type first", e);
    return fail(e);
  }
  const scale = elementSize(c, pointer, e);
  if (scale === undefined) return fail(e);
  const offset = toPointerOffset(index);
  warnIndex(c, object, index);
  const sum: Expr = {
    kind: 'binary',
    op: '+',
    left: object,
    right: T.isVla(pointer.to) ? inBytes(offset, pointer.to) : offset,
    scale,
    first: e.first,
    last: e.last,
    type: pointer,
    lvalue: false,
  };
  if (sum.left.constant !== undefined && sum.right.constant !== undefined) {
    sum.constant = wrap(sum.left.constant + sum.right.constant * BigInt(scale), T.UINT64);
  }
  return { kind: 'unary', op: '*', operand: sum, first: e.first, last: e.last, type: pointer.to, lvalue: true };
}

function warnIndex(c: Context, object: Expr, index: Expr): void {
  if (index.constant === undefined || object.kind !== 'cast' || object.castKind !== 'array-decay') return;
  const array = typeOf(object.operand);
  // Arrays of one element at the end of a record stand for more.
  if (array.kind !== 'array' || array.length === undefined) return;
  if (array.length <= 1 && object.operand.kind === 'member') return;
  if (index.constant >= 0n && index.constant <= BigInt(array.length)) return;
  c.warn('index-out-of-range', `index ${index.constant} is outside the array '${printType(array)}'`, index);
}

// ---------------------------------------------------------------- offsetof, _Generic, va

export function checkOffsetof(c: Context, e: Of<'offsetof'>): Expr {
  e.lvalue = false;
  const type = checkTypeName(c, e.target);
  const at = walkPath(c, type, e.path, e);
  if (!at) return fail(e);
  e.type = T.UINT64;
  e.constant = BigInt(at.offset);
  return e;
}

/** Type and offset of what the designators lead to. */
function walkPath(c: Context, start: CType, path: Designator[], e: Expr): { type: CType; offset: number } | undefined {
  let type = start;
  let offset = 0;
  for (const step of path) {
    if (type.kind === 'error') return undefined;
    if (step.kind === 'index') {
      const value = constantInt(c, step.index, 'an index in offsetof');
      if (value === undefined) return undefined;
      if (type.kind !== 'array') {
        c.error('not-an-array', `'[ ]' in offsetof needs an array, and this is '${printType(type)}'`, e);
        return undefined;
      }
      type = type.of;
      offset += Number(value) * T.sizeOf(type);
      continue;
    }
    if (type.kind !== 'record') {
      c.error(
        'not-a-record',
        `offsetof of '${step.name}' needs a struct or union, and this is '${printType(type)}'`,
        e,
      );
      return undefined;
    }
    if (!isComplete(type)) {
      incompleteError(c, type, 'the type of offsetof', e);
      return undefined;
    }
    const found = findField(type.def, step.name);
    if (!found) {
      noMember(c, type.def, step.name, step.token);
      return undefined;
    }
    if (found.field.bits) {
      c.error('bit-field-address', `'${step.name}' is a bit-field and has no offset in bytes`, e);
      return undefined;
    }
    type = found.field.type;
    offset += found.offset;
  }
  return { type, offset };
}

export function checkGeneric(c: Context, e: Of<'generic'>): Expr {
  e.control = rvalue(c, e.control);
  const type = unqualified(typeOf(e.control));
  let chosen = -1;
  let defaults = 0;
  const seen: CType[] = [];
  e.arms.forEach((arm, i) => {
    if (!arm.target) {
      if (defaults++ === 1) c.error('duplicate-generic', "_Generic has two arms 'default'", arm.value);
      if (chosen < 0) chosen = i;
      return;
    }
    const armType = checkTypeName(c, arm.target);
    if (armType.kind !== 'error' && !isComplete(armType)) {
      c.error('bad-generic', `'${printType(armType)}' cannot be the type of an arm: it has no size`, arm.target);
      return;
    }
    const twin = seen.find((other) => compatible(other, armType));
    if (twin && armType.kind !== 'error' && !compatible(armType, type)) {
      c.error('duplicate-generic', `two arms of _Generic are for '${printType(armType)}'`, arm.target);
    }
    seen.push(armType);
    if (type.kind === 'error' || armType.kind === 'error' || !compatible(armType, type)) return;
    if (chosen >= 0 && e.arms[chosen].target) {
      c.error('duplicate-generic', `two arms of _Generic fit '${printType(type)}'`, arm.target);
    }
    chosen = i;
  });
  if (type.kind === 'error') return fail(e);
  if (chosen < 0) {
    c.error('no-generic-arm', `no arm of _Generic fits '${printType(type)}'`, e);
    return fail(e);
  }
  e.chosen = chosen;
  return checkExpr(c, e.arms[chosen].value);
}

export function checkVa(c: Context, e: Of<'va'>): Expr {
  e.lvalue = false;
  e.args = e.args.map((arg) => checkExpr(c, arg));
  e.type = T.VOID;
  const wanted = e.op === 'start' || e.op === 'copy' ? 2 : 1;
  if (e.args.length !== wanted || (e.op === 'arg' && !e.target)) {
    const needs = {
      start: 'a va_list and the last parameter',
      arg: 'a va_list and a type',
      end: 'a va_list',
      copy: 'two va_lists',
    };
    c.error('bad-va', `va_${e.op} needs ${needs[e.op]}`, e);
    return fail(e);
  }
  const lists = e.op === 'copy' ? e.args : e.args.slice(0, 1);
  for (const list of lists) {
    if (isError(list)) return fail(e);
    const type = typeOf(list);
    if (!list.lvalue || type.kind !== 'pointer' || T.sizeOf(type.to) > 1) {
      c.error('bad-va-list', `a va_list variable is needed here, and this is '${printType(type)}'`, list);
      return fail(e);
    }
  }
  if (e.op === 'start') {
    const fn = c.fn?.sym.type;
    if (fn?.kind === 'function' && !fn.variadic) {
      c.error(
        'bad-va-start',
        `va_start needs a function with '...' in its parameters; '${c.fn?.sym.name}' has none`,
        e,
      );
    }
    const last = e.args[1];
    if (last && (isError(last) || last.kind !== 'name' || last.sym?.storage !== 'param')) {
      if (!isError(last)) c.error('bad-va-start', 'va_start needs the name of the last parameter', last);
      return fail(e);
    }
    if (last?.kind === 'name' && last.sym) last.sym.addressTaken = true;
  }
  if (e.op === 'arg') {
    if (!e.target) return fail(e);
    const type = unqualified(checkTypeName(c, e.target));
    if (type.kind === 'error') return fail(e);
    if (!isComplete(type) || type.kind === 'array') {
      incompleteError(c, type, 'the type of va_arg', e.target);
      return fail(e);
    }
    e.type = type;
    return afterLengths(e.target.lengths, e);
  }
  return e;
}
