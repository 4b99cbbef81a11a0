/**
 * Record layout as Microsoft's x64 compiler does it. Pure: types and packing in, offsets out.
 *
 * Rules: a member stands at its natural alignment, but at most at the packing in force; `__declspec(align(n))` on the member, its
 * type or the record is never lowered by packing. A bit-field goes into the unit of the one before it only if both declared types have the same size
 * and it fits; else a new unit of its declared type starts. A zero-width bit-field after a bit-field ends the unit and aligns; elsewhere it
 * does nothing. In unions every bit-field has a unit at offset 0 and does not raise the alignment. `x[]` and `x[0]` take no room.
 */
import type { CType, Field } from './types.ts';
import { alignOf, sizeOf } from './types.ts';

export interface LayoutMember {
  name: string | undefined;
  type: CType;
  /** Bit-field. */
  width?: number;
  /** `__declspec(align(n))` on the member. */
  align?: number | undefined;
  /** `__attribute__((packed))` on the member: packed to 1. */
  packed?: boolean | undefined;
}

export interface RecordLayout {
  fields: Field[];
  size: number;
  align: number;
  /** The highest demanded alignment inside, 1 if none. */
  requiredAlign: number;
}

export function layoutRecord(
  members: readonly LayoutMember[],
  options: { union: boolean; pack: number; align?: number },
): RecordLayout {
  const fields: Field[] = [];
  let size = 0;
  let align = 1;
  let required = options.align ?? 1;
  // The open bit-field unit.
  let unitOffset = 0;
  let unitSize = 0;
  let unitUsed = 0;
  let lastIsBits = false;

  for (const member of members) {
    const { name, type, width } = member;
    const ownRequired = Math.max(member.align ?? 1, requiredAlign(type));
    const memberAlign = Math.max(Math.min(alignOf(type), member.packed ? 1 : options.pack), ownRequired);
    const memberSize = sizeOf(type);
    required = Math.max(required, ownRequired);

    if (width === undefined) {
      lastIsBits = false;
      const offset = options.union ? 0 : roundUp(size, memberAlign);
      fields.push({ name, type, offset });
      align = Math.max(align, memberAlign);
      size = options.union ? Math.max(size, memberSize) : offset + memberSize;
      continue;
    }
    if (width === 0) {
      if (lastIsBits) {
        if (options.union) size = Math.max(size, memberSize);
        else {
          size = roundUp(size, memberAlign);
          align = Math.max(align, memberAlign);
        }
      }
      lastIsBits = false;
      continue;
    }
    if (!options.union && lastIsBits && unitSize === memberSize && unitUsed + width <= unitSize * 8) {
      fields.push({ name, type, offset: unitOffset, bits: { shift: unitUsed, width } });
      unitUsed += width;
      continue;
    }
    lastIsBits = true;
    if (options.union) {
      fields.push({ name, type, offset: 0, bits: { shift: 0, width } });
      size = Math.max(size, memberSize);
      continue;
    }
    unitOffset = roundUp(size, memberAlign);
    unitSize = memberSize;
    unitUsed = width;
    fields.push({ name, type, offset: unitOffset, bits: { shift: 0, width } });
    size = unitOffset + memberSize;
    align = Math.max(align, memberAlign);
  }
  align = Math.max(align, required);
  return { fields, size: roundUp(size, align), align, requiredAlign: required };
}

function requiredAlign(t: CType): number {
  if (t.kind === 'array') return requiredAlign(t.of);
  return t.kind === 'record' ? (t.def.requiredAlign ?? 1) : 1;
}

export function roundUp(n: number, to: number): number {
  return Math.ceil(n / to) * to;
}
