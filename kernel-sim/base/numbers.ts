/**
 * Branded numbers and the one place where 64-bit guest values meet JavaScript numbers.
 *
 * A virtual address is a *signed* double: user addresses are 0 .. 2^47-1, kernel addresses are negative
 * (-2^47 .. -1), so every canonical address is exact and ordering inside each half is the machine's own.
 * A 64-bit value that is not a canonical address must stay a (hi, lo) pair or a bigint: see `toVirtAddr`.
 */

declare const brand: unique symbol;
type Brand<T, B extends string> = T & { readonly [brand]?: B };

/** Canonical 48-bit virtual address, sign-extended, as an exact double. */
export type VirtAddr = Brand<number, 'VirtAddr'>;
/** Byte offset into guest RAM. */
export type PhysAddr = Brand<number, 'PhysAddr'>;
/** Page frame number: PhysAddr / 4096. */
export type Pfn = Brand<number, 'Pfn'>;
/** Count of retired bytecode instructions over all CPUs (design rule 2). */
export type Instant = Brand<number, 'Instant'>;
/** Interrupt request level, 0 (PASSIVE) .. 15 (HIGH). */
export type Irql = Brand<number, 'Irql'>;

const TWO_32 = 4294967296;

/** True if the 64-bit value (hi, lo) has bits 63..47 all equal. `hi` may be signed or unsigned. */
export function isCanonical(hi: number): boolean {
  const top = hi >> 15;
  return top === 0 || top === -1;
}

/** The address (hi, lo) as a VirtAddr. The caller has checked `isCanonical(hi)`. */
export function toVirtAddr(hi: number, lo: number): VirtAddr {
  return (hi | 0) * TWO_32 + (lo >>> 0);
}

/** High 32 bits (signed) of a VirtAddr or any integer within +-2^53. */
export function hiOf(value: number): number {
  return Math.floor(value / TWO_32) | 0;
}

/** Low 32 bits (signed int32) of a VirtAddr or any integer within +-2^53. */
export function loOf(value: number): number {
  return (value - Math.floor(value / TWO_32) * TWO_32) | 0;
}

/** The unsigned 64-bit pattern of an integer within +-2^53. */
export function toU64(value: number): bigint {
  return BigInt.asUintN(64, BigInt(value));
}

/** A VirtAddr from an unsigned or signed 64-bit bigint, or undefined if it is not canonical. */
export function virtAddrOf(value: bigint): VirtAddr | undefined {
  const v = BigInt.asIntN(64, value);
  const top = v >> 47n;
  return top === 0n || top === -1n ? Number(v) : undefined;
}

/** 16 upper-case hex digits, the way the debugger and %p print an address. */
export function hex64(value: number | bigint): string {
  const v = typeof value === 'bigint' ? BigInt.asUintN(64, value) : toU64(value);
  return v.toString(16).toUpperCase().padStart(16, '0');
}

/** `0x` and eight upper-case hex digits of a 32-bit value. */
export function hex32(value: number): string {
  return `0x${(value >>> 0).toString(16).toUpperCase().padStart(8, '0')}`;
}
