/**
 * Structs, unions and enums: their tags, members and layouts, and the constants of enums; members of records by name.
 *
 * Contract: a specifier is resolved once (`spec.def`); a tag has one definition per scope, and what contradicts it is reported and
 * answered with a definition of its own, so that one mistake makes one finding. Every record with members leaves here with its layout.
 */
import type { EnumSpec, Expr, RecordSpec, TagEntry } from './ast.ts';
import { alignFor, checkAlign, checkAttributes } from './check-attributes.ts';
import type { Context } from './check-context.ts';
import { checkStaticAssert } from './check-decl.ts';
import { checkDeclarator } from './check-declarator.ts';
import { constantInt } from './check-expr.ts';
import { checkAlignasOf, checkPlace } from './check-place.ts';
import { checkSpecs, incompleteError } from './check-type.ts';
import { wrap } from './fold.ts';
import { type LayoutMember, layoutRecord } from './layout.ts';
import type { Scope } from './scope.ts';
import { endsFlexibly, isComplete } from './type-compat.ts';
import { printType } from './type-print.ts';
import type { CType, EnumDef, Field, IntType, RecordDef } from './types.ts';
import * as T from './types.ts';

/**
 * The scope that takes a tag declared here. One in a parameter list is only seen there; Microsoft's C takes one without a body into the scope
 * around the list, as old headers expect.
 */
function tagScope(c: Context, spec: RecordSpec | EnumSpec): Scope {
  return c.diags.dialect === 'ms' && !spec.members ? c.scope.outside() : c.scope;
}

export function checkRecord(c: Context, spec: RecordSpec, alone: boolean): RecordDef {
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
    const attributes = checkAttributes(c, decl.specs);
    const { packed } = attributes;
    if (decl.declarators.length === 0) {
      if (base.kind === 'record') {
        if (!isComplete(base)) {
          if (decl.specs.type.kind !== 'record') incompleteError(c, base, 'this member', decl.specs.first);
          return;
        }
        for (const name of memberNames(base.def)) claim(name, decl.specs.first);
        members.push({ name: undefined, type: base, align: alignFor(attributes, []), packed });
      } else if (base.kind !== 'enum' && base.kind !== 'error') {
        c.warn('no-declarator', 'this declares no member', decl);
      }
      return;
    }
    decl.declarators.forEach((item, n) => {
      const name = item.declarator?.name;
      const at = item.declarator && item.declarator.nameToken >= 0 ? item.declarator.nameToken : decl.first;
      let type = item.declarator ? checkDeclarator(c, base, item.declarator) : base;
      const align = alignFor(attributes, item.declarator?.derivations ?? []);
      if (name !== undefined) claim(name, at);
      if (item.width) {
        if (decl.specs.alignas !== undefined) {
          c.error('bad-alignment', "'_Alignas' cannot stand on a bit-field", decl.specs.alignas);
        }
        const width = checkWidth(c, item.width, type, name);
        if (width !== undefined) members.push({ name, type, width, align, packed });
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
      members.push({ name, type, align, packed });
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

export function checkEnum(c: Context, spec: EnumSpec): EnumDef {
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
  if (spec.packed) def.packed = smallest(members.map(({ value }) => value));
  return def;
}

/** The smallest type that holds the values. */
function smallest(values: readonly number[]): IntType {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  if (low >= 0) return high <= 0xff ? T.UCHAR : high <= 0xffff ? T.USHORT : T.INT;
  if (low >= -0x80 && high < 0x80) return T.SCHAR;
  return low >= -0x8000 && high < 0x8000 ? T.SHORT : T.INT;
}

/** Objects of a packed enum are plain small integers. */
export function enumType(def: EnumDef): CType {
  return def.packed ?? { kind: 'enum', def };
}
