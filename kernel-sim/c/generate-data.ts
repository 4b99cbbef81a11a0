/** Objects with static storage: bytes and the addresses in them. */
import type { FlatInit, Sym } from './ast.ts';
import { type AddressConstant, addressConstant, labelDistance } from './fold.ts';
import type { Unit } from './generate.ts';
import { stringBytes } from './generate-init.ts';
import type { DataFixup, ObjectData } from './object.ts';
import { alignOf, type CType, isScalar, sizeOf } from './types.ts';

export function dataOf(unit: Unit, sym: Sym): ObjectData {
  const { type } = sym;
  const common = {
    name: unit.nameOf(sym),
    dllexport: sym.dllexport === true,
    size: Math.max(1, sizeOf(type)),
    align: Math.max(alignOf(type), sym.align ?? 1, type.kind === 'array' && sizeOf(type) >= 16 ? 8 : 1),
    type,
    pool: undefined,
    place: unit.span(sym.token),
  };
  const internal = sym.linkage === 'internal';
  if (!sym.flat)
    return {
      ...common,
      linkage: internal ? 'internal' : sym.selectany ? 'comdat' : sym.tentative ? 'tentative' : 'external',
      bytes: undefined,
      readOnly: false,
      fixups: [],
    };
  const { bytes, fixups } = staticBytes(unit, type, sym.flat);
  const readOnly = isConst(type);
  const zero = !readOnly && fixups.length === 0 && bytes.every((b) => b === 0);
  return {
    ...common,
    size: Math.max(common.size, bytes.length),
    linkage: internal ? 'internal' : sym.selectany ? 'comdat' : 'external',
    bytes: zero ? undefined : bytes,
    readOnly,
    fixups,
  };
}

function isConst(t: CType): boolean {
  if (t.q?.volatile) return false;
  return t.q?.const === true || (t.kind === 'array' && isConst(t.of));
}

export function staticBytes(unit: Unit, type: CType, flat: FlatInit[]): { bytes: Uint8Array; fixups: DataFixup[] } {
  // A flexible last member may reach beyond the size of the type.
  let size = Math.max(1, sizeOf(type));
  for (const entry of flat) size = Math.max(size, entry.offset + sizeOf(entry.type));
  const bytes = new Uint8Array(size);
  const view = new DataView(bytes.buffer);
  const fixups = new Map<number, DataFixup>();
  for (const entry of flat) {
    const { expr, offset } = entry;
    if (expr.kind === 'string' && entry.type.kind === 'array') {
      bytes.set(stringBytes(expr, sizeOf(entry.type)), offset);
      continue;
    }
    const apart = labelDistance(expr);
    if (apart) {
      const fixup: DataFixup = {
        offset,
        target: nameOfBase(unit, apart.to),
        addend: 0,
        code: undefined,
        distance: { from: undefined, size: sizeOf(entry.type) },
        place: unit.span(expr.first),
      };
      unit.pointToLabel(fixup, apart.to, apart.from);
      fixups.set(offset, fixup);
      continue;
    }
    const constant = isScalar(entry.type) ? addressConstant(expr) : undefined;
    if (!constant) {
      unit.diags.error('initializer-not-constant', 'this is not known before the program runs', unit.span(expr.first));
      continue;
    }
    fixups.delete(offset);
    if (constant.base) {
      const fixup: DataFixup = {
        offset,
        target: nameOfBase(unit, constant.base),
        addend: Number(constant.offset),
        code: undefined,
        place: unit.span(expr.first),
      };
      if (constant.base.kind === 'label-address') unit.pointToLabel(fixup, constant.base);
      fixups.set(offset, fixup);
      view.setBigUint64(offset, 0n, true);
    } else putNumber(view, entry, constant.offset);
  }
  return { bytes, fixups: [...fixups.values()] };
}

function nameOfBase(unit: Unit, base: NonNullable<AddressConstant['base']>): string {
  if (base.kind === 'label-address') return unit.reference(base.function!.sym!);
  if (base.kind !== 'string') return unit.reference(base);
  return unit.string(base.units, base.unitSize, base.named ? '__func__ ' : '');
}

function putNumber(view: DataView, entry: FlatInit, value: bigint): void {
  const { offset, bits } = entry;
  const size = sizeOf(entry.type);
  let v = value;
  if (bits) {
    const mask = ((1n << BigInt(bits.width)) - 1n) << BigInt(bits.shift);
    v = (getNumber(view, offset, size) & ~mask) | ((value << BigInt(bits.shift)) & mask);
  }
  if (size === 1) view.setUint8(offset, Number(v & 0xffn));
  else if (size === 2) view.setUint16(offset, Number(v & 0xffffn), true);
  else if (size === 4) view.setUint32(offset, Number(v & 0xffffffffn), true);
  else view.setBigUint64(offset, BigInt.asUintN(64, v), true);
}

function getNumber(view: DataView, offset: number, size: number): bigint {
  if (size === 1) return BigInt(view.getUint8(offset));
  if (size === 2) return BigInt(view.getUint16(offset, true));
  if (size === 4) return BigInt(view.getUint32(offset, true));
  return view.getBigUint64(offset, true);
}
