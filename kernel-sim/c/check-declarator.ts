/**
 * Declarators: pointers, arrays (those of variable length too) and functions around a base type; parameters and type names.
 *
 * Contract: the result is a type that can exist; what cannot is reported and stands as the error type or with a length of one. Parameters get their
 * Sym here (`ParamDecl.sym`) and are put into scope by whoever needs them; lengths to be calculated go to `Context.lengths`, in order.
 */
import type { Declarator, Expr, ParamDecl, Sym, TypeName } from './ast.ts';
import type { Context, FunctionPart } from './check-context.ts';
import { rvalue } from './check-expr.ts';
import { checkImplicitInt, checkPlace, checkRestrict } from './check-place.ts';
import { checkSpecs, incompleteError, needsMemory } from './check-type.ts';
import { hasEffects } from './check-vla.ts';
import { convertInt, promote, typeOf } from './convert.ts';
import { assignTo, hiddenVariable } from './hidden.ts';
import { endsFlexibly, isComplete, qualify, unqualified } from './type-compat.ts';
import type { CType, FunctionType } from './types.ts';
import * as T from './types.ts';

export function checkTypeName(c: Context, name: TypeName): CType {
  if (name.type) return name.type;
  checkPlace(c, name.specs, 'type-name');
  checkImplicitInt(c, name.specs, undefined, false);
  const lengths: Expr[] = [];
  name.type = c.withLengths(c.fn ? lengths : undefined, () =>
    checkDeclarator(c, checkSpecs(c, name.specs), name.declarator),
  );
  if (lengths.length > 0) name.lengths = lengths;
  return name.type;
}

/** Applies the declarator to the base type. `parameter`: sizes of the outermost array do not matter. */
export function checkDeclarator(c: Context, base: CType, d: Declarator, parameter = false): CType {
  let type = base;
  for (let i = d.derivations.length - 1; i >= 0; i--) {
    const part = d.derivations[i];
    switch (part.kind) {
      case 'pointer':
        type = qualify({ kind: 'pointer', to: type }, part);
        checkRestrict(c, part.restrict, type);
        break;
      case 'array':
        // '[*]' also stands deeper in the type of a parameter.
        if (part.parameterOnly !== undefined && !(part.star ? c.scope.kind === 'prototype' : parameter && i === 0)) {
          const { text } = c.unit.tokens[part.parameterOnly];
          c.error('bad-array', `'${text}' between the brackets is only for parameters`, part.parameterOnly);
        }
        type = checkArray(c, type, part.size, part, d, parameter && i === 0);
        break;
      case 'function': {
        if (type.kind === 'function' || type.kind === 'array') {
          const what = type.kind === 'array' ? 'an array' : 'a function';
          c.error('bad-function-type', `a function cannot return ${what}${d.name ? ` ('${d.name}')` : ''}`, d);
          type = T.ERROR;
        }
        const returns = type;
        type = c.withLengths(c.definition === d && i === 0 ? c.lengths : undefined, () =>
          checkFunctionType(c, returns, part),
        );
        break;
      }
    }
  }
  return type;
}

function checkArray(
  c: Context,
  of: CType,
  size: Expr | undefined,
  part: { first: number; last: number; star?: boolean },
  d: Declarator,
  parameter: boolean,
): CType {
  const called = d.name ? `array '${d.name}'` : 'the array';
  let element = of;
  if (element.kind === 'function') {
    c.error('bad-array', `${called} cannot have functions as elements; pointers to functions are needed`, part);
    element = T.ERROR;
  } else if (element.kind !== 'error' && !isComplete(element)) {
    incompleteError(c, element, `an element of ${called}`, part);
    element = T.ERROR;
  } else if (endsFlexibly(element)) {
    c.warn('flexible-member', `an element of ${called} ends with an array without a size`, part);
  }
  if (!size)
    return part.star
      ? { kind: 'array', of: element, length: undefined, variable: { count: undefined } }
      : { kind: 'array', of: element, length: undefined };
  const value = rvalue(c, size);
  if (value.type?.kind === 'error')
    return element.kind === 'error' ? element : { kind: 'array', of: element, length: 1 };
  if (!value.type || !T.isInteger(value.type)) {
    c.error('bad-array', `the size of ${called} must be an integer`, value);
    return { kind: 'array', of: element, length: 1 };
  }
  if (value.constant === undefined) return variableArray(c, element, value, called, parameter);
  if (value.constant < 0n) {
    c.error('negative-array-size', `the size of ${called} is negative (${value.constant})`, value);
    return { kind: 'array', of: element, length: 1 };
  }
  if (value.constant * BigInt(T.sizeOf(element)) > 0x7fffffffn) {
    c.error('too-large', `${called} is larger than 2 GB`, value);
    return { kind: 'array', of: element, length: 1 };
  }
  return { kind: 'array', of: element, length: Number(value.constant) };
}

/** An array whose length is calculated when its declaration is reached. In a prototype nobody calculates it. */
function variableArray(c: Context, of: CType, length: Expr, called: string, parameter: boolean): CType {
  // The array is a pointer then.
  if (parameter) {
    if (c.lengths && hasEffects(length)) c.lengths.push(length);
    return { kind: 'array', of, length: undefined };
  }
  if (!c.lengths) {
    if (c.scope.kind === 'prototype') return { kind: 'array', of, length: undefined, variable: { count: undefined } };
    // Within a function only members come here.
    const why = c.fn ? ': a member has no variable length' : '';
    c.error('vla-misplaced', `the size of ${called} must be a constant here${why}`, length);
    return { kind: 'array', of, length: 1 };
  }
  if (c.profile !== 'guest') {
    const text = `the size of ${called} is not constant; arrays of variable length are not part of Microsoft C`;
    c.error('vla-unsupported', text, length);
  }
  const count = hiddenVariable(c, T.UINT64, length.first);
  const promoted = promote(length);
  c.lengths.push(
    assignTo(
      count,
      convertInt(convertInt(promoted, T.isSigned(typeOf(promoted)) ? T.INT64 : T.UINT64), T.UINT64),
      length,
    ),
  );
  return { kind: 'array', of, length: undefined, variable: { count } };
}

function checkFunctionType(c: Context, returns: CType, part: FunctionPart): FunctionType {
  const list: { name: string | undefined; type: CType }[] = [];
  c.inScope('prototype', () => {
    for (const param of part.params) {
      const sym = checkParam(c, param, part.params.length === 1 && !part.variadic);
      if (!sym) continue;
      list.push({ name: sym.name || undefined, type: sym.type });
      if (!sym.name) continue;
      const before = c.scope.names.get(sym.name);
      if (before) c.error('redefinition', `parameter '${sym.name}' is declared twice`, sym.token, before);
      else c.scope.names.set(sym.name, sym);
    }
    if (c.scope.declares) c.parameterScopes.set(part, c.scope);
  });
  return {
    kind: 'function',
    returns: unqualified(returns),
    params: list,
    variadic: part.variadic,
    prototyped: part.prototyped,
  };
}

/** Undefined for the `void` of an empty list. */
function checkParam(c: Context, param: ParamDecl, only: boolean): Sym | undefined {
  const base = checkSpecs(c, param.specs);
  checkPlace(c, param.specs, 'parameter');
  const { declarator } = param;
  let type = checkDeclarator(c, base, declarator, true);
  if (type.kind === 'void') {
    if (only && declarator.name === undefined && !type.q) return undefined;
    c.error('void-object', `parameter '${declarator.name ?? ''}' has type void`, param);
    type = T.ERROR;
  }
  checkImplicitInt(c, param.specs, declarator.name, false);
  param.sym ??= makeParam(
    declarator.name ?? '',
    adjustParam(type, declarator),
    declarator.nameToken >= 0 ? declarator.nameToken : param.first,
  );
  return param.sym;
}

export function makeParam(name: string, type: CType, token: number): Sym {
  return {
    kind: 'var',
    name,
    type,
    storage: 'param',
    linkage: 'none',
    token,
    defined: true,
    addressTaken: needsMemory(type),
    used: false,
  };
}

/** Arrays and functions as parameters are pointers. */
export function adjustParam(type: CType, { derivations }: Declarator): CType {
  if (type.kind === 'array') {
    const outer = derivations[0];
    const pointer = T.pointerTo(type.of);
    return outer?.kind === 'array' && (outer.const || outer.volatile) ? qualify(pointer, outer) : pointer;
  }
  if (type.kind === 'function') return T.pointerTo(type);
  return type;
}
