/**
 * Initialisers: walks braces, designators and elided braces and leaves a flat list of (offset, type, converted expression).
 * Objects with static storage: every entry must be known before the program runs (`initializer-not-constant`).
 */
import type { Designator, Expr, FlatInit, Initializer } from './ast.ts';
import type { Context } from './check-context.ts';
import { checkExpr, constantInt, decayed, rvalue } from './check-expr.ts';
import { noMember } from './check-postfix.ts';
import { assignConvert, fail, isError, typeOf } from './convert.ts';
import { addressConstant, labelDistance } from './fold.ts';
import { isComplete } from './type-compat.ts';
import { printType } from './type-print.ts';
import type { CType, Field, RecordDef } from './types.ts';
import { ERROR, sizeOf } from './types.ts';

type StringExpr = Extract<Expr, { kind: 'string' }>;
type ListItem = Extract<Initializer, { kind: 'init-list' }>['items'][number];

/** `type` comes back with the length that the initialiser gives to an array without one. */
export function checkInit(
  c: Context,
  type: CType,
  init: Initializer,
  isStatic: boolean,
  name: string,
): { flat: FlatInit[]; type: CType } {
  const walk = new InitWalk(c, isStatic, name, type.kind === 'record' ? type.def : undefined);
  const length = walk.object(type, 0, init);
  if (type.kind === 'array' && type.length === undefined) {
    // Nothing that gives a length: said already.
    return { flat: walk.values(), type: length === undefined ? ERROR : { ...type, length } };
  }
  return { flat: walk.values(), type };
}

/** Elements that a range may name. */
const MAX_RANGE = 1 << 20;

/** The items of one pair of braces, and how far they are used up. */
interface Cursor {
  items: ListItem[];
  at: number;
  /** Designators of the item at `at` that outer levels have already followed. */
  followed: number;
}

/** A part of the object being filled. */
interface Slot {
  type: CType;
  offset: number;
  bits?: { shift: number; width: number };
}

class InitWalk {
  private readonly flat: FlatInit[] = [];
  /** The highest offset in `flat`. */
  private highest = -1;
  /** Parts that braces have initialised anew: of the first `before` values, those inside count no longer. */
  private readonly resets: { offset: number; size: number; before: number }[] = [];
  /** Values that a range of elements has already. */
  private readonly placed = new Set<Initializer>();
  private readonly c: Context;
  private readonly isStatic: boolean;
  private readonly name: string;
  /** The whole object, if it is a record. */
  private readonly whole: RecordDef | undefined;

  constructor(c: Context, isStatic: boolean, name: string, whole: RecordDef | undefined) {
    this.c = c;
    this.isStatic = isStatic;
    this.name = name;
    this.whole = whole;
  }

  /** What was written, in order, without what was written over as a whole. */
  values(): FlatInit[] {
    const { flat, resets } = this;
    if (resets.length === 0) return flat;
    return flat.filter(
      ({ offset: at }, i) =>
        !resets.some(({ offset, size, before }) => i < before && at >= offset && at < offset + size),
    );
  }

  private put(entry: FlatInit): void {
    this.flat.push(entry);
    this.highest = Math.max(this.highest, entry.offset);
  }

  /** Braces begin for this part: nothing that was said of it before is left. */
  private reset(offset: number, size: number): void {
    if (this.highest >= offset) this.resets.push({ offset, size, before: this.flat.length });
  }

  /** Initialises one object; returns the element count it gives to an array. */
  object(type: CType, offset: number, init: Initializer, bits?: Slot['bits']): number | undefined {
    const { c } = this;
    if (type.kind === 'error') {
      this.checkOnly(init);
      return undefined;
    }
    if (init.kind === 'init-expr') {
      init.expr = checkExpr(c, init.expr);
      const value = init.expr;
      if (type.kind === 'array') {
        if (isStringFor(value, type)) return this.string(value, type, offset);
        if (!isError(value)) {
          c.error(
            'bad-initializer',
            `an array ('${printType(type)}') is initialised by a list in braces, not by '${printType(typeOf(value))}'`,
            value,
          );
        }
        return undefined;
      }
      this.scalar({ type, offset, bits }, value);
      return undefined;
    }
    if (type.kind === 'array' || type.kind === 'record') {
      if (!this.canFill(type, init)) return undefined;
      if (isComplete(type)) this.reset(offset, sizeOf(type));
      const only = init.items.length === 1 ? init.items[0] : undefined;
      if (type.kind === 'array' && only && only.designators.length === 0 && only.value.kind === 'init-expr') {
        only.value.expr = checkExpr(c, only.value.expr);
        if (isStringFor(only.value.expr, type)) return this.string(only.value.expr, type, offset);
      }
      const cursor: Cursor = { items: init.items, at: 0, followed: 0 };
      const length =
        type.kind === 'array' ? this.array(type, offset, cursor, true) : this.record(type.def, offset, cursor, true);
      this.excess(cursor);
      return length;
    }
    // A scalar in braces.
    const item = init.items[0];
    if (!item) {
      c.error('bad-initializer', `the braces of a single value ('${printType(type)}') cannot be empty`, init);
      return undefined;
    }
    if (item.designators.length > 0) c.error('bad-designator', `'${printType(type)}' has no members to name`, init);
    this.object(type, offset, item.value, bits);
    this.excess({ items: init.items, at: 1, followed: 0 });
    return undefined;
  }

  private canFill(type: CType, init: Initializer): boolean {
    const inner = type.kind === 'array' ? type.of : type;
    if (isComplete(inner)) return true;
    this.c.error(
      'incomplete-type',
      `'${this.name}' has the incomplete type '${printType(type)}' and cannot be initialised`,
      init,
    );
    this.checkOnly(init);
    return false;
  }

  private excess(cursor: Cursor): void {
    const item = cursor.items[cursor.at];
    if (!item) return;
    this.c.error('too-many-initializers', `too many initial values for '${this.name}'`, item.value);
    for (const rest of cursor.items.slice(cursor.at)) this.checkOnly(rest.value);
  }

  /** Nothing to put it into: errors inside are still found. */
  private checkOnly(init: Initializer): void {
    if (init.kind === 'init-expr') init.expr = rvalue(this.c, init.expr);
    else for (const item of init.items) this.checkOnly(item.value);
  }

  private scalar(slot: Slot, checked: Expr): void {
    const { c } = this;
    if (this.isStatic && this.literal(slot, checked)) return;
    const value = assignConvert(c, decayed(c, checked), slot.type, () => `initial value of '${this.name}'`);
    if (isError(value)) return;
    if (this.isStatic && !this.isConstant(value) && (slot.bits || !labelDistance(value))) {
      c.error(
        'initializer-not-constant',
        `the initial value of '${this.name}' is not known before the program runs; a constant or an address is needed`,
        checked,
      );
      fail(value);
      return;
    }
    const entry: FlatInit = { offset: slot.offset, type: slot.type, expr: value };
    if (slot.bits) entry.bits = slot.bits;
    this.put(entry);
  }

  /** A record with static storage that a literal with constant parts initialises takes these parts for its own, as a GNU compiler does. */
  private literal(slot: Slot, checked: Expr): boolean {
    if (checked.kind !== 'compound-literal' || slot.type.kind !== 'record' || !isRecord(checked, slot.type.def))
      return false;
    const parts = checked.flat ?? [];
    if (!parts.every(({ type, expr }) => type.kind === 'array' || this.isConstant(expr))) return false;
    for (const part of parts) this.put({ ...part, offset: slot.offset + part.offset });
    return true;
  }

  private isConstant(value: Expr): boolean {
    const at = addressConstant(value);
    return !!at && (!at.base || sizeOf(typeOf(value)) === 8);
  }

  private string(value: StringExpr, type: Extract<CType, { kind: 'array' }>, offset: number): number {
    const length = type.length ?? value.units.length + 1;
    if (value.units.length > length) {
      this.c.error(
        'string-too-long',
        `the string has ${value.units.length} characters and '${this.name}' room for ${length}`,
        value,
      );
    }
    this.put({ offset, type: { ...type, length }, expr: value });
    return length;
  }

  /**
   * Fills a part from the cursor: a braced list or a fitting expression takes one item; otherwise the braces are elided and the
   * part's own parts take items one by one.
   */
  private part(slot: Slot, cursor: Cursor): void {
    const { c } = this;
    const item = cursor.items[cursor.at];
    if (cursor.followed === item.designators.length && this.placed.has(item.value)) {
      this.next(cursor);
      return;
    }
    if (cursor.followed < item.designators.length) {
      if (slot.type.kind === 'array') this.array(slot.type, slot.offset, cursor, false);
      else if (slot.type.kind === 'record') this.record(slot.type.def, slot.offset, cursor, false);
      else {
        if (slot.type.kind !== 'error')
          c.error('bad-designator', `'${printType(slot.type)}' has no members to name`, item.value);
        this.checkOnly(item.value);
        this.next(cursor);
      }
      return;
    }
    if (item.value.kind === 'init-list' || !isAggregate(slot.type)) {
      this.object(slot.type, slot.offset, item.value, slot.bits);
      this.next(cursor);
      return;
    }
    item.value.expr = checkExpr(c, item.value.expr);
    const value = item.value.expr;
    if (slot.type.kind === 'array' && isStringFor(value, slot.type)) {
      this.string(value, slot.type, slot.offset);
      this.next(cursor);
    } else if (slot.type.kind === 'record' && isRecord(value, slot.type.def)) {
      this.scalar(slot, value);
      this.next(cursor);
    } else if (isError(value)) {
      this.next(cursor);
    } else if (slot.type.kind === 'array') this.array(slot.type, slot.offset, cursor, false);
    else if (slot.type.kind === 'record') this.record(slot.type.def, slot.offset, cursor, false);
  }

  private next(cursor: Cursor): void {
    cursor.at++;
    cursor.followed = 0;
  }

  /** The designator that this level must follow now, if the item has one left. */
  private designator(cursor: Cursor): Designator | undefined {
    return cursor.items[cursor.at]?.designators[cursor.followed];
  }

  private array(
    type: Extract<CType, { kind: 'array' }>,
    offset: number,
    cursor: Cursor,
    braced: boolean,
  ): number | undefined {
    const { c } = this;
    const size = sizeOf(type.of);
    let index = 0;
    let length = 0;
    let first = true;
    while (cursor.at < cursor.items.length) {
      const item = cursor.items[cursor.at];
      const d = this.designator(cursor);
      let last = 0;
      if (d) {
        // A new designator belongs to the nearest braces; one already begun leads into this array.
        if (!braced && !(first && cursor.followed > 0)) break;
        if (d.kind !== 'index') {
          c.error('bad-designator', `'.${d.name}' names a member, but an array is initialised here`, d.token);
          this.skip(cursor);
          continue;
        }
        const value = constantInt(c, d.index, 'an index in an initialiser');
        if (value === undefined || value < 0n || value >= BigInt(type.length ?? 0x7fffffff)) {
          if (value !== undefined) c.error('bad-designator', `index ${value} is outside '${printType(type)}'`, d.index);
          this.skip(cursor);
          continue;
        }
        index = Number(value);
        if (d.high) last = this.lastOfRange(d.high, value, type);
        cursor.followed++;
      } else if (type.length !== undefined && index >= type.length) break;
      else if (!braced && type.length === undefined) {
        c.error('bad-initializer', 'a member array without a size cannot be initialised', item.value);
        this.skip(cursor);
        break;
      }
      first = false;
      const before = cursor.at;
      if (last > index) {
        // The range gets this item's values; those behind it go on in its last element, as if only that had been named.
        const entries = this.flat.length;
        const resets = this.resets.length;
        this.part({ type: type.of, offset: offset + index * size }, { ...cursor, items: [item], at: 0 });
        const made = this.flat.slice(entries);
        const anew = this.resets.slice(resets);
        for (; index < last; index++) {
          const distance = (last - index) * size;
          for (const one of anew) this.resets.push({ ...one, offset: one.offset + distance, before: this.flat.length });
          for (const entry of made) this.put({ ...entry, offset: entry.offset + distance });
        }
        this.placed.add(item.value);
      }
      this.part({ type: type.of, offset: offset + index * size }, cursor);
      if (cursor.at === before) this.skip(cursor); // elements without parts take nothing
      index++;
      length = Math.max(length, index);
    }
    return length;
  }

  /** The last index of `[low ... high]`. */
  private lastOfRange(high: Expr, low: bigint, type: Extract<CType, { kind: 'array' }>): number {
    const value = constantInt(this.c, high, 'an index in an initialiser');
    if (value === undefined) return 0;
    const most = Math.min(type.length ?? MAX_RANGE, MAX_RANGE);
    if (value >= low && value < BigInt(most)) return Number(value);
    this.c.error('bad-designator', `the range ${low} ... ${value} is empty or outside '${printType(type)}'`, high);
    return 0;
  }

  private skip(cursor: Cursor): void {
    this.checkOnly(cursor.items[cursor.at].value);
    this.next(cursor);
  }

  private record(def: RecordDef, offset: number, cursor: Cursor, braced: boolean): undefined {
    const { c } = this;
    const fields = def.fields ?? [];
    let index = nextField(fields, 0);
    let first = true;
    while (cursor.at < cursor.items.length) {
      const d = this.designator(cursor);
      if (d) {
        if (!braced && !(first && cursor.followed > 0)) break;
        if (d.kind !== 'field') {
          c.error(
            'bad-designator',
            `an index is given, but '${printType({ kind: 'record', def })}' is initialised here`,
            d.index,
          );
          this.skip(cursor);
          continue;
        }
        index = fields.findIndex((f) => f.name === d.name);
        if (index < 0) {
          // In an anonymous member: that level follows the name.
          index = fields.findIndex(
            (f) => f.name === undefined && f.type.kind === 'record' && hasMember(f.type.def, d.name),
          );
          if (index < 0) {
            noMember(c, def, d.name, d.token);
            this.skip(cursor);
            index = nextField(fields, 0);
            continue;
          }
          const inner = fields[index];
          first = false;
          if (inner.type.kind === 'record') this.anonymous(inner.type.def, offset + inner.offset, cursor);
          index = nextField(fields, index + 1);
          if (def.union) index = fields.length;
          continue;
        }
        cursor.followed++;
      } else if (index >= fields.length) break;
      first = false;
      const field = fields[index];
      const before = cursor.at;
      if (field.type.kind === 'array' && field.type.length === undefined && !this.mayFillFlexible(def, field, cursor)) {
        this.skip(cursor);
        break;
      }
      this.part({ type: field.type, offset: offset + field.offset, bits: field.bits }, cursor);
      if (cursor.at === before && this.designator(cursor) === undefined && !isAggregate(field.type)) this.skip(cursor);
      index = def.union ? fields.length : nextField(fields, index + 1);
    }
    return undefined;
  }

  /**
   * A value for a member array without a size. Only a variable that lives as long as the program can have room made at its end (in a union, have it), and
   * this is an extension of Microsoft's and GNU's compilers.
   */
  private mayFillFlexible(def: RecordDef, field: Field, cursor: Cursor): boolean {
    const { value, designators } = cursor.items[cursor.at];
    if (value.kind === 'init-list' && value.items.length === 0) return true;
    const what = `member '${field.name ?? ''}' of '${this.name}' has no size`;
    if (!this.isStatic || (def !== this.whole && !this.whole?.union)) {
      this.c.error('bad-initializer', `${what}, and no room is made for initial values here`, value);
      return false;
    }
    // What cannot fill an array at all is reported where it is tried.
    if (value.kind === 'init-list' || value.expr.kind === 'string' || cursor.followed < designators.length) {
      this.c.warn('flexible-initializer', `${what}; standard C gives it no initial value`, value);
    }
    return true;
  }

  /** An anonymous member entered by the name of one of its own members. */
  private anonymous(def: RecordDef, offset: number, cursor: Cursor): void {
    // Pretend that the way into it was followed, so that `record` accepts the designator as its own.
    const item = cursor.items[cursor.at];
    const copy: ListItem = {
      designators: [{ kind: 'field', name: '', token: 0 }, ...item.designators.slice(cursor.followed)],
      value: item.value,
    };
    cursor.items = cursor.items.slice();
    cursor.items[cursor.at] = copy;
    cursor.followed = 1;
    this.record(def, offset, cursor, false);
  }
}

function hasMember(def: RecordDef, name: string): boolean {
  return (def.fields ?? []).some(
    (f) => f.name === name || (f.name === undefined && f.type.kind === 'record' && hasMember(f.type.def, name)),
  );
}

/** Index of the next member that takes a value: unnamed bit-fields do not. */
function nextField(fields: RecordDef['fields'] & object, from: number): number {
  let i = from;
  while (i < fields.length && fields[i].name === undefined && fields[i].bits) i++;
  return i;
}

function isRecord(e: Expr, def: RecordDef): boolean {
  const type = typeOf(e);
  return type.kind === 'record' && type.def === def;
}

function isAggregate(t: CType): boolean {
  return t.kind === 'array' || t.kind === 'record';
}

function isStringFor(e: Expr, type: Extract<CType, { kind: 'array' }>): e is StringExpr {
  return e.kind === 'string' && type.of.kind === 'int' && type.of.int !== 'bool' && sizeOf(type.of) === e.unitSize;
}
