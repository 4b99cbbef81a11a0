/**
 * Values of the machine with their C types: where they stand, reading them without leaving a trace, taking them apart. `format.ts` writes them.
 */
import { hex64, type VirtAddr, virtAddrOf } from '../base/numbers.ts';
import { GuestFault } from '../machine/faults.ts';
import type { GuestView } from '../machine/guest-memory.ts';
import { DebugError } from './error.ts';
import type { SymbolScope } from './symbols.ts';
import { completeRecord } from './type-names.ts';
import { type Field, pointerTo, type ScalarType, sizeOf, type Type } from './types.ts';

/** Where values are read: a DebugContext is one. */
export interface ValueScope extends SymbolScope {
  readonly view: GuestView;
}

/**
 * `address` (a 64-bit pattern, perhaps no canonical address) for what stands in memory. A scalar has `value` when it is no lvalue or has been loaded:
 * in the range of its type, pointers as unsigned 64-bit patterns, floating values as their bits. Records, arrays and functions never have one.
 */
export interface TypedValue {
  readonly type: Type;
  readonly address: bigint | undefined;
  readonly value: bigint | undefined;
  /** A variable that lives in this register of its frame's window; `address` is the slot's. */
  readonly register: number | undefined;
  readonly bits: Field['bits'];
}

export function rvalue(type: Type, value: bigint): TypedValue {
  return { type, value, address: undefined, register: undefined, bits: undefined };
}

export function lvalueAt(type: Type, address: bigint, bits?: Field['bits']): TypedValue {
  return { type, address: BigInt.asUintN(64, address), value: undefined, register: undefined, bits };
}

/** Why `address` cannot be read, in plain words: `<cannot read 0x...: not mapped>` without the brackets. */
export function whyUnreadable(address: bigint | undefined, fault?: GuestFault): string {
  if (address === undefined) return 'cannot read its address';
  const at = `cannot read 0x${hex64(address)}`;
  if (virtAddrOf(address) === undefined) return `${at}: no canonical address`;
  return fault?.kind === 'gp' ? `${at}: it holds no canonical address` : `${at}: not mapped`;
}

/** Reads at an address that may be anything; DebugError if there is nothing to read. */
export function readAt<T>(address: bigint | undefined, read: (va: VirtAddr) => T): T {
  const va = address === undefined ? undefined : virtAddrOf(address);
  if (va === undefined) throw new DebugError(whyUnreadable(address));
  try {
    return read(va);
  } catch (e) {
    if (e instanceof GuestFault) throw new DebugError(whyUnreadable(address, e));
    throw e;
  }
}

/** The bits of a scalar, read and extended by its type. */
export function load(view: GuestView, v: TypedValue & { readonly type: ScalarType }): bigint {
  if (v.value !== undefined) return v.value;
  const raw = readAt(v.address, (va) => readUnsigned(view, va, sizeOf(v.type)));
  if (!v.bits) return extend(raw, v.type);
  const field = (raw >> BigInt(v.bits.shift)) & ((1n << BigInt(v.bits.width)) - 1n);
  const signed = v.type.kind === 'enum' || (v.type.kind === 'int' && v.type.signed);
  return signed ? BigInt.asIntN(v.bits.width, field) : field;
}

function readUnsigned(view: GuestView, va: VirtAddr, size: number): bigint {
  switch (size) {
    case 1:
      return BigInt(view.u8(va));
    case 2:
      return BigInt(view.u16(va));
    case 4:
      return BigInt(view.u32(va));
    default:
      return view.u64(va);
  }
}

/** A pattern of bits as a value of the type; not a conversion to _Bool. */
function extend(raw: bigint, type: ScalarType): bigint {
  if (type.kind === 'pointer' || type.kind === 'float') return raw;
  if (type.kind === 'enum') return BigInt.asIntN(32, raw);
  return type.signed ? BigInt.asIntN(type.size * 8, raw) : raw;
}

/** What a 64-bit register with these bits holds of the type. */
export function fromBits(bits: bigint, type: ScalarType): bigint {
  return extend(BigInt.asUintN(8 * sizeOf(type), bits), type);
}

/** A member of a record: with its name as it is reached, its place and its type. */
export interface Member {
  readonly name: string;
  /** From the start of the record or array. */
  readonly offset: number;
  readonly value: TypedValue;
}

/** Members of a record that is in memory; anonymous structs and unions come as members without a name. */
export function membersOf(scope: ValueScope, v: TypedValue): Member[] {
  if (v.type.kind !== 'record') return [];
  return completeRecord(scope, v.type).fields.map((field) => ({
    name: field.name,
    offset: field.offset,
    value: fieldOf(v, field),
  }));
}

export function fieldOf(record: TypedValue, field: Field): TypedValue {
  if (record.address === undefined) return { ...lvalueAt(field.type, 0n, field.bits), address: undefined };
  return lvalueAt(field.type, record.address + BigInt(field.offset), field.bits);
}

/** Elements from..to of an array in memory. */
export function elementsOf(v: TypedValue, from: number, to: number): Member[] {
  if (v.type.kind !== 'array') return [];
  const { of } = v.type;
  const size = sizeOf(of);
  return Array.from({ length: Math.max(0, to - from) }, (_, i) => ({
    name: `[${from + i}]`,
    offset: (from + i) * size,
    value: elementOf(v, of, from + i),
  }));
}

function elementOf(array: TypedValue, of: Type, index: number): TypedValue {
  if (array.address === undefined) return { ...lvalueAt(of, 0n), address: undefined };
  return lvalueAt(of, array.address + BigInt(index * sizeOf(of)));
}

/** An array or function as the pointer that it becomes in expressions; other things as they are. */
export function decayed(v: TypedValue): TypedValue {
  if (v.address === undefined || (v.type.kind !== 'array' && v.type.kind !== 'function')) return v;
  return rvalue(pointerTo(v.type.kind === 'array' ? v.type.of : v.type), v.address);
}
