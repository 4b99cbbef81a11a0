/**
 * Relations between C types: qualification, sameness, compatibility and composite types. Pure functions over types.ts.
 * Records and enums are compared by their definition object; enums are compatible with int, as Microsoft C has them.
 */
import { printType } from './type-print.ts';
import type { ArrayType, CType, FunctionType, PointerType, Qualifiers, RecordType } from './types.ts';
import { DOUBLE, INT, sizeOf } from './types.ts';

export function unqualified(t: CType): CType {
  if (!t.q || (!t.q.const && !t.q.volatile)) return t;
  return { ...t, q: undefined };
}

/** Adds qualifiers; those of an array go to its elements. */
export function qualify(t: CType, q: Qualifiers | undefined): CType {
  if (!q || (!q.const && !q.volatile) || t.kind === 'function' || t.kind === 'error') return t;
  if (t.kind === 'array') {
    const of = qualify(t.of, q);
    return of === t.of ? t : { ...t, of };
  }
  const isConst = t.q?.const || q.const;
  const isVolatile = t.q?.volatile || q.volatile;
  if (!!isConst === !!t.q?.const && !!isVolatile === !!t.q?.volatile) return t;
  return { ...t, q: { const: isConst || undefined, volatile: isVolatile || undefined } };
}

function sameQualifiers(a: CType, b: CType): boolean {
  return !!a.q?.const === !!b.q?.const && !!a.q?.volatile === !!b.q?.volatile;
}

/** Identical, qualifiers included. */
export function sameType(a: CType, b: CType): boolean {
  return a === b || (sameQualifiers(a, b) && same(a, b, sameType, false));
}

/** Compatible in the sense of C, qualifiers of both sides included. */
export function compatible(a: CType, b: CType): boolean {
  return a === b || (sameQualifiers(a, b) && same(a, b, compatible, true));
}

/** Compatible but for the qualifiers on the outside. */
export function compatibleUnqualified(a: CType, b: CType): boolean {
  return a === b || same(a, b, compatible, true);
}

function same(a: CType, b: CType, inner: (a: CType, b: CType) => boolean, loose: boolean): boolean {
  if (a.kind === 'error' || b.kind === 'error') return true;
  switch (a.kind) {
    case 'void':
      return b.kind === 'void';
    case 'int':
      return (b.kind === 'int' && a.int === b.int) || (loose && b.kind === 'enum' && a.int === 'int');
    case 'float':
      return b.kind === 'float' && a.float === b.float;
    case 'enum':
      return (b.kind === 'enum' && a.def === b.def) || (loose && b.kind === 'int' && b.int === 'int');
    case 'record':
      return b.kind === 'record' && a.def === b.def;
    case 'pointer':
      return b.kind === 'pointer' && inner(a.to, b.to);
    case 'array':
      return b.kind === 'array' && sameLength(a, b, loose) && inner(a.of, b.of);
    case 'function':
      return b.kind === 'function' && inner(a.returns, b.returns) && sameParams(a, b, inner, loose);
  }
}

function sameLength(a: ArrayType, b: ArrayType, loose: boolean): boolean {
  if (a.variable || b.variable) return loose || a.variable?.count === b.variable?.count;
  return a.length === b.length || (loose && (a.length === undefined || b.length === undefined));
}

function sameParams(a: FunctionType, b: FunctionType, inner: (a: CType, b: CType) => boolean, loose: boolean): boolean {
  if (loose && (!a.prototyped || !b.prototyped)) return true;
  if (a.prototyped !== b.prototyped || a.variadic !== b.variadic || a.params.length !== b.params.length) return false;
  return a.params.every((p, i) => inner(unqualified(p.type), unqualified(b.params[i].type)));
}

/**
 * What is wrong between a prototype and a declaration without one: calls through the second pass promoted arguments, as many as the definition
 * in the old style takes.
 */
export function oldStyleConflict(
  a: FunctionType,
  aDefines: boolean,
  b: FunctionType,
  bDefines: boolean,
): string | undefined {
  if (a.prototyped === b.prototyped) return undefined;
  const prototype = a.prototyped ? a : b;
  const old = a.prototyped ? b : a;
  if (prototype.variadic) return "with '...' every declaration must list the parameters";
  if (a.prototyped ? bDefines : aDefines) {
    const [listed, taken] = [prototype.params.length, old.params.length];
    if (listed !== taken) return `the declaration lists ${listed} parameters and the definition takes ${taken}`;
  }
  const at = prototype.params.findIndex((p, i) => {
    const type = unqualified(p.type);
    const own = old.params[i] && unqualified(old.params[i].type);
    // A parameter that agrees as it is written is passed as the prototype says, if the prototype is known by then.
    if (own && !a.prototyped) return !compatible(type, promotedType(own));
    return own ? !compatible(type, own) && !compatible(type, promotedType(own)) : !compatible(type, promotedType(type));
  });
  if (at < 0) return undefined;
  const type = printType(prototype.params[at].type);
  return `parameter ${at + 1} is '${type}', but a declaration without parameter types passes or takes something else`;
}

/** What an argument of this type becomes where no prototype says otherwise. */
function promotedType(type: CType): CType {
  if (type.kind === 'float' && type.float === 'float') return DOUBLE;
  return type.kind === 'int' && sizeOf(type) < 4 ? INT : type;
}

/** The type that two compatible declarations of one thing have together. */
export function composite(a: CType, b: CType): CType {
  if (a === b || a.kind !== b.kind) return a;
  if (a.kind === 'array') {
    const o = b as ArrayType;
    const of = composite(a.of, o.of);
    const length = a.length ?? o.length;
    const variable = length === undefined ? (a.variable ?? o.variable) : undefined;
    return of === a.of && length === a.length && variable === a.variable ? a : { ...a, of, length, variable };
  }
  if (a.kind === 'pointer') {
    const to = composite(a.to, (b as PointerType).to);
    return to === a.to ? a : { ...a, to };
  }
  if (a.kind === 'function') {
    const o = b as FunctionType;
    if (!a.prototyped && o.prototyped) return o;
    if (a.prototyped && !o.prototyped) return a;
    if (a.params.length !== o.params.length) return a;
    const params = a.params.map((p, i) => {
      const type = composite(p.type, o.params[i].type);
      const name = p.name ?? o.params[i].name;
      return type === p.type && name === p.name ? p : { name, type };
    });
    const returns = composite(a.returns, o.returns);
    if (returns === a.returns && params.every((p, i) => p === a.params[i])) return a;
    return { ...a, returns, params };
  }
  return a;
}

/** A type with known size, of which objects can exist. */
export function isComplete(t: CType): boolean {
  switch (t.kind) {
    case 'void':
    case 'function':
      return false;
    case 'array':
      return (t.length !== undefined || t.variable !== undefined) && isComplete(t.of);
    case 'record':
      return t.def.fields !== undefined;
    case 'enum':
      return t.def.members !== undefined || t.def.open === true;
    default:
      return true;
  }
}

/** A record whose last member is an array without a size. */
export function endsFlexibly(t: CType): boolean {
  if (t.kind !== 'record') return false;
  const last = t.def.fields?.at(-1)?.type;
  return last !== undefined && ((last.kind === 'array' && last.length === undefined) || endsFlexibly(last));
}

/** A const member anywhere inside makes a record as a whole not assignable. */
export function hasConstMember(t: RecordType): boolean {
  return (t.def.fields ?? []).some((f) => {
    let type = f.type;
    while (type.kind === 'array') type = type.of;
    return !!type.q?.const || (type.kind === 'record' && hasConstMember(type));
  });
}
