/**
 * From written types to types: declaration specifiers, declarators, records, enums, type names. Declares tags and enum
 * constants in the current scope; parameters get their Sym here (`ParamDecl.sym`) and are put into scope by whoever needs them.
 */
import type {
  Declarator,
  DeclSpecs,
  EnumSpec,
  Expr,
  ParamDecl,
  RecordSpec,
  Sym,
  TagEntry,
  TypeName,
  TypeSpec,
} from './ast.ts';
import type { Context, FunctionPart } from './check-context.ts';
import { checkStaticAssert } from './check-decl.ts';
import { checkExpr, constantInt, rvalue } from './check-expr.ts';
import { checkAlignasOf, checkImplicitInt, checkPlace, checkRestrict } from './check-place.ts';
import { hasEffects } from './check-vla.ts';
import { convertInt, promote, typeOf } from './convert.ts';
import { wrap } from './fold.ts';
import { assignTo, hiddenVariable } from './hidden.ts';
import { type LayoutMember, layoutRecord } from './layout.ts';
import type { Scope } from './scope.ts';
import { endsFlexibly, isComplete, qualify, unqualified } from './type-compat.ts';
import { printType, recordName } from './type-print.ts';
import type { CType, EnumDef, Field, FunctionType, IntType, RecordDef } from './types.ts';
import * as T from './types.ts';

/** What `__declspec` says about the things declared. */
export interface Attributes {
  dllimport?: boolean;
  dllexport?: boolean;
  noreturn?: boolean;
  selectany?: boolean;
  primitive?: boolean;
  syscall?: number;
  align?: number;
  segment?: string;
  deprecated?: string;
  mustInspect?: boolean;
  /** `__asm__("name")` */
  linkName?: string;
  /** Another name for the function or variable of that name. */
  alias?: string;
  /** Called with the address of the variable when its block ends. */
  cleanup?: string;
  /** Order among functions that run before main, after exit. */
  startOrder?: number;
  exitOrder?: number;
}

export function checkAttributes(c: Context, specs: DeclSpecs): Attributes {
  const out: Attributes = {};
  for (const item of specs.declspec) {
    switch (item.name) {
      case 'dllimport':
      case 'dllexport':
      case 'noreturn':
      case 'selectany':
      case 'primitive':
        out[item.name] = true;
        break;
      case 'asm':
        out.linkName = item.text;
        break;
      case 'alias':
      case 'cleanup':
        out[item.name] = item.text;
        break;
      case 'constructor':
      case 'destructor':
        out[item.name === 'constructor' ? 'startOrder' : 'exitOrder'] = item.arg
          ? Number(constantInt(c, item.arg, 'the order of a constructor') ?? 0n)
          : 65535;
        break;
      case 'deprecated':
        out.deprecated = item.text ?? (item.arg?.kind === 'string' ? textOf(item.arg.units) : '');
        break;
      case 'must_inspect':
      case 'warn_unused_result':
        out.mustInspect = true;
        break;
      case 'code_seg':
      case 'allocate':
        out.segment = item.text ?? (item.arg?.kind === 'string' ? textOf(item.arg.units) : undefined);
        break;
      case 'syscall':
        if (item.arg) out.syscall = Number(constantInt(c, item.arg, 'a service number') ?? 0n);
        break;
      case 'align':
        if (item.arg) {
          const align = checkAlign(c, item.arg);
          if (align) out.align = Math.max(align, out.align ?? 1);
        }
        break;
      case 'thread':
        c.error(
          'unsupported',
          'this lab has no thread-local variables (_Thread_local, __declspec(thread)); use TlsAlloc',
          specs,
        );
        break;
      case 'naked':
        c.error(
          'unsupported',
          '__declspec(naked): there is no inline assembler in 64-bit C to write its body in',
          specs,
        );
        break;
    }
  }
  return out;
}

function textOf(units: readonly number[]): string {
  return String.fromCharCode(...units.slice(0, 1000));
}

function checkAlign(c: Context, arg: Expr): number | undefined {
  const value = constantInt(c, arg, 'an alignment');
  if (value === undefined) return undefined;
  // Standard C: no alignment is asked for.
  if (value === 0n) return undefined;
  if (value < 1n || value > 8192n || (value & (value - 1n)) !== 0n) {
    c.error('bad-alignment', `${value} is no alignment; it must be a power of two up to 8192`, arg);
    return undefined;
  }
  return Number(value);
}

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

const MODES: Readonly<Record<string, readonly [IntType, IntType]>> = {
  QI: [T.SCHAR, T.UCHAR],
  byte: [T.SCHAR, T.UCHAR],
  HI: [T.SHORT, T.USHORT],
  SI: [T.INT, T.UINT],
  DI: [T.INT64, T.UINT64],
  word: [T.INT64, T.UINT64],
  pointer: [T.INT64, T.UINT64],
};

/** `__attribute__((mode(DI)))`: the width of an integer, of the given signedness; of a floating type likewise. */
function withMode(c: Context, specs: DeclSpecs, type: CType): CType {
  const mode = specs.declspec.find((item) => item.name === 'mode')?.text?.replace(/^__|__$/g, '');
  if (mode === undefined) return type;
  if (type.kind === 'float' && (mode === 'SF' || mode === 'DF')) return mode === 'SF' ? T.FLOAT : T.DOUBLE;
  const pair = MODES[mode];
  if (pair && type.kind === 'int') return pair[T.isSigned(type) ? 0 : 1];
  if (/^(TI|TF|XF|HF|BF|[SDTX]C|C[QHSDT]I|V\d+\w+)$/.test(mode)) {
    const why = /^V/.test(mode)
      ? 'vectors are not supported'
      : /C/.test(mode)
        ? 'this lab has no complex numbers'
        : 'numbers of this lab have 8, 16, 32 or 64 bits, floating-point ones 32 or 64';
    c.error('unsupported', `the mode '${mode}': ${why}`, specs);
  }
  return type;
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
      return { kind: 'enum', def: checkEnum(c, spec) };
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

/**
 * The scope that takes a tag declared here. One in a parameter list is only seen there; Microsoft's C takes one without a body into the scope
 * around the list, as old headers expect.
 */
function tagScope(c: Context, spec: RecordSpec | EnumSpec): Scope {
  return c.diags.dialect === 'ms' && !spec.members ? c.scope.outside() : c.scope;
}

function checkRecord(c: Context, spec: RecordSpec, alone: boolean): RecordDef {
  if (spec.def) return spec.def;
  const scope = tagScope(c, spec);
  const word = spec.union ? 'union' : 'struct';
  let found: TagEntry | undefined;
  if (spec.tag !== undefined) found = spec.members || alone ? scope.tags.get(spec.tag) : c.scope.tag(spec.tag);
  if (found && (found.kind !== 'record' || found.def.union !== spec.union)) {
    const other = found.kind === 'enum' ? 'enum' : found.def.union ? 'union' : 'struct';
    c.error('wrong-tag', `'${spec.tag}' is declared as ${other}, not as ${word}`, spec.tagToken, found.token);
    // A definition of its own that raises no further questions.
    if (!spec.members) {
      spec.def = { union: spec.union, tag: spec.tag, fields: [], size: 0, align: 1 };
      return spec.def;
    }
    found = undefined;
  }
  let def = found?.kind === 'record' ? found.def : undefined;
  if (def?.fields && spec.members) {
    c.error('redefinition', `${word} '${spec.tag}' is defined twice`, spec.tagToken, found?.token);
    def = undefined;
  }
  if (!def) {
    def = { union: spec.union, tag: spec.tag, fields: undefined, size: 0, align: 1 };
    if (spec.tag !== undefined && !scope.tags.has(spec.tag)) {
      scope.tags.set(spec.tag, { kind: 'record', def, token: spec.tagToken });
      if (scope.kind === 'prototype' && !spec.members) {
        const text = `${word} '${spec.tag}' is only known inside these parentheses; declare it above`;
        c.warn('parameter-tag', text, spec.tagToken);
      }
    }
  }
  spec.def = def;
  if (!spec.members) return def;
  const members = c.withLengths(undefined, () => checkMembers(c, spec));
  if (def.fields) {
    // Its own body defined it.
    c.error('redefinition', `${word} '${spec.tag}' is defined inside itself`, spec.tagToken);
    return def;
  }
  const align = spec.alignArg ? checkAlign(c, spec.alignArg) : undefined;
  const layout = layoutRecord(members, { union: spec.union, pack: spec.pack || 8, align });
  def.fields = layout.fields;
  def.size = layout.size;
  def.align = layout.align;
  if (layout.requiredAlign > 1) def.requiredAlign = layout.requiredAlign;
  if (layout.size > 0x7fffffff) {
    c.error('too-large', `${word} '${spec.tag ?? ''}' is larger than 2 GB`, spec);
    def.size = layout.align;
  }
  return def;
}

function checkMembers(c: Context, spec: RecordSpec): LayoutMember[] {
  const members: LayoutMember[] = [];
  const names = new Set<string>();
  const claim = (name: string, at: number): void => {
    if (names.has(name)) c.error('duplicate-member', `member '${name}' is declared twice`, at);
    names.add(name);
  };
  const decls = spec.members ?? [];
  decls.forEach((decl, d) => {
    const base = checkSpecs(c, decl.specs);
    checkPlace(c, decl.specs, 'member');
    const align = checkAttributes(c, decl.specs).align;
    if (decl.declarators.length === 0) {
      if (base.kind === 'record') {
        if (!isComplete(base)) {
          if (decl.specs.type.kind !== 'record') incompleteError(c, base, 'this member', decl.specs.first);
          return;
        }
        for (const name of memberNames(base.def)) claim(name, decl.specs.first);
        members.push({ name: undefined, type: base, align });
      } else if (base.kind !== 'enum' && base.kind !== 'error') {
        c.warn('no-declarator', 'this declares no member', decl);
      }
      return;
    }
    decl.declarators.forEach((item, n) => {
      const name = item.declarator?.name;
      const at = item.declarator && item.declarator.nameToken >= 0 ? item.declarator.nameToken : decl.first;
      let type = item.declarator ? checkDeclarator(c, base, item.declarator) : base;
      if (name !== undefined) claim(name, at);
      if (item.width) {
        if (decl.specs.alignas !== undefined) {
          c.error('bad-alignment', "'_Alignas' cannot stand on a bit-field", decl.specs.alignas);
        }
        const width = checkWidth(c, item.width, type, name);
        if (width !== undefined) members.push({ name, type, width, align });
        return;
      }
      if (type.kind === 'function') {
        c.error('bad-member', `member '${name}' is declared as a function; a pointer to one is needed`, at);
        type = T.ERROR;
      } else if (type.kind === 'array' && type.length === undefined) {
        const last = d === decls.length - 1 && n === decl.declarators.length - 1;
        if (!last && !spec.union) {
          c.error('incomplete-type', `array '${name}' without a size must be the last member`, at);
        } else if (spec.union || members.length === 0) {
          const why = spec.union ? 'cannot be a member of a union' : 'needs another member before it';
          c.warn('flexible-member', `array '${name}' without a size ${why}`, at);
        }
      } else if (!isComplete(type)) {
        incompleteError(c, type, `member '${name}'`, at);
        type = T.ERROR;
      } else if (endsFlexibly(type) && !spec.union) {
        c.warn('flexible-member', `'${name}' ends with an array without a size and cannot be a member`, at);
      }
      checkAlignasOf(c, decl.specs, type, align);
      members.push({ name, type, align });
    });
  });
  for (const assertion of spec.asserts ?? []) checkStaticAssert(c, assertion);
  if (members.length === 0 && decls.length === 0) {
    c.error('empty-record', `a ${spec.union ? 'union' : 'struct'} needs at least one member`, spec);
  }
  return members;
}

function checkWidth(c: Context, width: Expr, type: CType, name: string | undefined): number | undefined {
  const value = constantInt(c, width, 'the width of a bit-field');
  if (value === undefined || type.kind === 'error') return undefined;
  const called = name ? `bit-field '${name}'` : 'a bit-field';
  if (!T.isInteger(type)) {
    c.error('bad-bit-field', `${called} has type '${printType(type)}'; an integer type is needed`, width);
    return undefined;
  }
  const bits = type.kind === 'int' && type.int === 'bool' ? 1 : T.sizeOf(type) * 8;
  if (value < 0n || value > BigInt(bits)) {
    c.error(
      'bad-bit-field',
      `${called} of ${value} bits does not fit '${printType(type)}' (${bits} ${bits === 1 ? 'bit' : 'bits'})`,
      width,
    );
    return undefined;
  }
  if (value === 0n && name) {
    c.error('bad-bit-field', `${called} has a name and no bits`, width);
    return undefined;
  }
  return Number(value);
}

/** Names of the members, those of anonymous members included. */
export function memberNames(def: RecordDef): string[] {
  return (def.fields ?? []).flatMap((f) =>
    f.name !== undefined ? [f.name] : f.type.kind === 'record' && !f.bits ? memberNames(f.type.def) : [],
  );
}

/** The member of that name with its offset from the start of the record, looked for in anonymous members too. */
export function findField(def: RecordDef, name: string): { field: Field; offset: number } | undefined {
  for (const field of def.fields ?? []) {
    if (field.name === name) return { field, offset: field.offset };
    if (field.name === undefined && field.type.kind === 'record') {
      const inner = findField(field.type.def, name);
      if (inner) return { field: inner.field, offset: inner.offset + field.offset };
    }
  }
  return undefined;
}

function checkEnum(c: Context, spec: EnumSpec): EnumDef {
  if (spec.def) return spec.def;
  const scope = tagScope(c, spec);
  let found: TagEntry | undefined;
  if (spec.tag !== undefined) found = spec.members ? scope.tags.get(spec.tag) : c.scope.tag(spec.tag);
  if (found && found.kind !== 'enum') {
    c.error(
      'wrong-tag',
      `'${spec.tag}' is declared as ${found.def.union ? 'union' : 'struct'}, not as enum`,
      spec.tagToken,
      found.token,
    );
    if (!spec.members) {
      spec.def = { tag: spec.tag, members: [] };
      return spec.def;
    }
    found = undefined;
  }
  let def = found?.kind === 'enum' ? found.def : undefined;
  if (def?.members && spec.members) {
    c.error('redefinition', `enum '${spec.tag}' is defined twice`, spec.tagToken, found?.token);
    def = undefined;
  }
  if (!def) {
    def = { tag: spec.tag, members: undefined };
    if (spec.tag !== undefined && !scope.tags.has(spec.tag)) {
      scope.tags.set(spec.tag, { kind: 'enum', def, token: spec.tagToken });
    }
  }
  spec.def = def;
  if (!spec.members) {
    if (c.diags.dialect !== 'c11') def.open = true;
    if (!def.members)
      c.warn('incomplete-enum', `enum '${spec.tag}' is used before its names are listed`, spec.tagToken);
    return def;
  }
  const members: { name: string; value: number }[] = [];
  let next = 0n;
  for (const m of spec.members) {
    if (m.value) next = constantInt(c, m.value, `the value of '${m.name}'`) ?? next;
    const value = wrap(next, T.INT);
    // Unsigned constants of 32 bits are common (0x80000000 and the like); Microsoft's compiler takes them.
    if (value !== next)
      c.warn(
        next >> 32n === 0n ? 'enum-sign' : 'enum-range',
        `${next} does not fit an int, which enum constants are`,
        m.token,
      );
    members.push({ name: m.name, value: Number(value) });
    const before = scope.names.get(m.name);
    if (before) c.error('redefinition', `'${m.name}' is already declared`, m.token, before);
    else {
      scope.names.set(m.name, {
        kind: 'enum-const',
        name: m.name,
        type: T.INT,
        storage: 'none',
        linkage: 'none',
        token: m.token,
        defined: true,
        value,
        enum: def,
        addressTaken: false,
        used: false,
      });
    }
    next = value + 1n;
  }
  def.members = members;
  if (c.diags.dialect !== 'ms' && members.every((m) => m.value >= 0)) def.unsignedBits = true;
  return def;
}

// ---------------------------------------------------------------- declarators

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
    c.error('vla-misplaced', `the size of ${called} must be a constant here`, length);
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
