/**
 * From written specifiers to types: built-in words, typedef names, typeof. Structs, unions and enums are in check-tag.ts, what declarators add in
 * check-declarator.ts, attributes in check-attributes.ts. Also what all of the checker says about incomplete types.
 *
 * Contract: always gives a type; one that cannot be is reported once and is the error type, of which nobody complains again.
 */
import type { DeclSpecs, TypeSpec } from './ast.ts';
import { withMode } from './check-attributes.ts';
import type { Context } from './check-context.ts';
import { checkTypeName } from './check-declarator.ts';
import { checkExpr } from './check-expr.ts';
import { checkRestrict } from './check-place.ts';
import { checkEnum, checkRecord, enumType } from './check-tag.ts';
import { hasEffects } from './check-vla.ts';
import { toRvalue } from './convert.ts';
import { qualify } from './type-compat.ts';
import { printType, recordName } from './type-print.ts';
import type { CType, IntType } from './types.ts';
import * as T from './types.ts';

/** The type that the specifiers name. `alone`: `struct X;` with no declarators declares the tag in this very scope. */
export function checkSpecs(c: Context, specs: DeclSpecs, alone = false): CType {
  const type = withMode(c, specs, checkTypeSpec(c, specs.type, alone));
  checkRestrict(c, specs.restrict, type);
  if (specs.atomic !== undefined && (type.kind === 'array' || type.kind === 'function')) {
    const what = type.kind === 'array' ? 'an array' : 'a function';
    c.error('bad-atomic', `${what} cannot be '_Atomic' ('${printType(type)}')`, specs.atomic);
  }
  if (specs.atomic !== undefined && c.profile !== 'guest') {
    const text =
      "'_Atomic' changes nothing here: 'x++' is load, add, store; use __atomic_fetch_add or InterlockedIncrement";
    c.warn('atomic-ignored', text, specs.atomic);
  }
  return qualify(type, specs);
}

function checkTypeSpec(c: Context, spec: TypeSpec, alone: boolean): CType {
  switch (spec.kind) {
    case 'builtin':
      return builtinType(c, spec.words, spec);
    case 'typedef-name': {
      const sym = c.scope.name(spec.name);
      if (sym?.kind === 'typedef') {
        sym.used = true;
        return sym.type;
      }
      if (!unknownBefore(c, spec.name)) {
        const hint = c.didYouMean(spec.name, (s) => s.kind === 'typedef');
        c.error('unknown-type', `unknown type name '${spec.name}'${hint}`, spec);
      }
      return T.ERROR;
    }
    case 'record':
      return { kind: 'record', def: checkRecord(c, spec, alone) };
    case 'enum':
      return enumType(checkEnum(c, spec));
    case 'typeof':
      if (spec.arg.kind === 'type-name') {
        const type = checkTypeName(c, spec.arg);
        c.lengths?.push(...(spec.arg.lengths ?? []));
        return type;
      }
      spec.arg = checkExpr(c, spec.arg);
      if (spec.arg.kind === 'member' && spec.arg.field?.bits) {
        c.error('bad-typeof', `'${spec.arg.name}' is a bit-field, which has no type that 'typeof' can name`, spec.arg);
        return T.ERROR;
      }
      // Where the type has a variable length, finding it out is evaluating the expression.
      if (spec.arg.type && T.isVariablyModified(spec.arg.type) && hasEffects(spec.arg))
        c.lengths?.push(toRvalue(spec.arg));
      return spec.arg.type ?? T.ERROR;
    case 'error-type':
      return T.ERROR;
  }
}

/** True if this name was already reported here; remembers it. */
export function unknownBefore(c: Context, name: string): boolean {
  const set = c.fn?.unknown ?? c.unknown;
  if (set.has(name)) return true;
  set.add(name);
  return false;
}

const SIZED: Record<string, [IntType, IntType]> = {
  __int8: [T.CHAR, T.UCHAR],
  __int16: [T.SHORT, T.USHORT],
  __int32: [T.INT, T.UINT],
  __int64: [T.INT64, T.UINT64],
};

function builtinType(c: Context, words: string[], at: TypeSpec): CType {
  let signed = false;
  let unsigned = false;
  let longs = 0;
  let base = '';
  // Of all words only `long` may stand twice.
  let bad = words.some((word, at) => word !== 'long' && words.indexOf(word) !== at);
  for (const word of words) {
    if (word === 'signed' || word === '__signed' || word === '__signed__') signed = true;
    else if (word === 'unsigned') unsigned = true;
    else if (word === 'long') longs++;
    else if (base === '' || (base === 'int' && word === 'short') || (base === 'short' && word === 'int')) {
      base = base === 'short' || word === 'short' ? 'short' : word;
    } else bad = true;
  }
  const modified = signed || unsigned || longs > 0;
  if (base === '__builtin_va_list' && !modified && !bad) return T.pointerTo(T.CHAR);
  if (signed && unsigned) bad = true;
  if (base === 'void' || base === '_Bool' || base === 'bool' || base === 'wchar_t' || base === '__wchar_t') {
    if (modified) bad = true;
    if (!bad) return base === 'void' ? T.VOID : base === 'wchar_t' || base === '__wchar_t' ? T.USHORT : T.BOOL;
  } else if (base === 'char' && longs === 0 && !bad) {
    return unsigned ? T.UCHAR : signed ? T.SCHAR : T.CHAR;
  } else if (SIZED[base] && longs === 0 && !bad) {
    return SIZED[base][unsigned ? 1 : 0];
  } else if (base === 'short' && longs === 0 && !bad) {
    return unsigned ? T.USHORT : T.SHORT;
  } else if (base === 'float' && !modified && !bad) {
    return T.FLOAT;
  } else if (base === 'double' && !signed && !unsigned && longs <= 1 && !bad) {
    return longs === 1 ? T.LDOUBLE : T.DOUBLE;
  } else if ((base === '' || base === 'int') && longs <= 2 && !bad) {
    if (longs === 2) return unsigned ? T.UINT64 : T.INT64;
    if (longs === 1) return unsigned ? T.ULONG : T.LONG;
    return unsigned ? T.UINT : T.INT;
  }
  c.error('bad-type', `'${words.join(' ')}' is not a type`, at);
  return T.ERROR;
}

// ---------------------------------------------------------------- records and enums

// ---------------------------------------------------------------- declarators

/** Variables that cannot live in a register. */
export function needsMemory(type: CType): boolean {
  return type.kind === 'array' || type.kind === 'record' || !!type.q?.volatile;
}

export function incompleteError(c: Context, type: CType, what: string, at: Parameters<Context['error']>[2]): void {
  if (type.kind === 'void') c.error('void-object', `${what} has type void`, at);
  else if (type.kind === 'array' && type.length === undefined) {
    c.error('incomplete-type', `${what} is an array without a size`, at);
  } else {
    let inner: CType = type;
    while (inner.kind === 'array') inner = inner.of;
    const name = inner.kind === 'record' ? recordName(inner.def) : printType(inner);
    c.error('incomplete-type', `${what} has type '${name}', which is declared but not defined here`, at);
  }
}
