/**
 * How views read the machine: through `k.view`, which changes nothing, with every failure turned into a `Problem` and every walk bounded.
 * Used by all files of this folder; knows no structure of the kernel's but lists and strings.
 */
import { hex64, type VirtAddr, virtAddrOf } from '../base/numbers.ts';
import { tryRead } from '../debugger/context.ts';
import type { Kernel } from '../kernel/kernel.ts';
import { UNICODE_STRING } from '../kernel/layouts.generated.ts';
import { describePlace, type Place, placeInProcess, placeOf } from '../kernel/symbols.ts';
import { GuestFault } from '../machine/faults.ts';
import type { GuestMemory, GuestView } from '../machine/guest-memory.ts';
import type { Address } from '../protocol/time.ts';
import type { List, Named, Problem, Read } from '../protocol/views.ts';

/** Entries of one list that a view shows. */
export const MAX_ENTRIES = 1024;
const MAX_NAME_BYTES = 1024;
export const UNREADABLE = '<cannot be read>';

export function hex(value: number | bigint): Address {
  return `0x${hex64(value)}`;
}

/** The 64 bits that an address stands for; undefined if it is none. */
export function bitsOf(address: Address): bigint | undefined {
  return /^0x[0-9a-fA-F]{1,16}$/.test(address) ? BigInt(address) : undefined;
}

/** A canonical address as the machine's number, or why it is none. */
export function addressOf(address: Address): Read<{ va: VirtAddr }> {
  const bits = bitsOf(address);
  if (bits === undefined) return { problem: `${address} is no address: 0x and up to 16 hex digits are wanted` };
  const va = virtAddrOf(bits);
  return va === undefined ? { problem: `${hex(bits)} is no address that the processor accepts` } : { va };
}

export function isProblem<T>(value: Read<T>): value is Problem {
  return typeof value === 'object' && value !== null && 'problem' in value && Object.keys(value).length === 1;
}

/** What `read` makes of memory, or what could not be read. */
export function reading<T>(read: () => Read<T>): Read<T> {
  try {
    return read();
  } catch (e) {
    if (e instanceof GuestFault) return { problem: describeFault(e) };
    throw e;
  }
}

function describeFault(fault: GuestFault): string {
  const bits = (BigInt.asUintN(32, BigInt(fault.addressHi)) << 32n) | BigInt(fault.addressLo >>> 0);
  if (fault.kind === 'gp') return `${hex(bits)} is no address that the processor accepts`;
  return `the memory at ${hex(bits)} cannot be read: nothing is mapped there`;
}

/** A view: its record frozen, its failures told. */
export function view<T>(read: () => Read<T>): Read<T> {
  return frozen(reading(read));
}

/** The same for a structure at an address that was asked for. */
export function viewAt<T>(address: Address, read: (va: VirtAddr) => Read<T>): Read<T> {
  const at = addressOf(address);
  return 'problem' in at ? frozen(at) : view(() => read(at.va));
}

export function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const part of Object.values(value)) frozen(part);
  }
  return value;
}

// ------------------------------------------------------------------ structures

interface Layout<T, F extends string> {
  new (m: GuestMemory, va: VirtAddr): T;
  readonly size: number;
  readonly off: Readonly<Record<F, number>>;
}

/** A structure in guest memory, for reading. */
export class Struct<T, F extends string> {
  /** Typed fields; pointers in them fault when they are no canonical address: see `hex` and `ptr`. */
  readonly fields: Readonly<T>;
  readonly va: VirtAddr;
  private readonly memory: GuestView;
  private readonly off: Readonly<Record<F, number>>;

  constructor(memory: GuestView, layout: Layout<T, F>, va: VirtAddr) {
    this.memory = memory;
    this.va = va;
    this.off = layout.off;
    // Accessors of a layout read through GuestView's methods; only their setters need more.
    this.fields = new layout(memory as GuestMemory, va);
  }

  /** Address of a field. */
  at(field: F): VirtAddr {
    return this.va + this.off[field];
  }

  /** The eight bytes of a field, whatever they are. */
  bits(field: F): bigint {
    return this.memory.u64(this.at(field));
  }

  hex(field: F): Address {
    return hex(this.bits(field));
  }

  /** Where a pointer leads; undefined if it is NULL or no canonical address. */
  ptr(field: F): VirtAddr | undefined {
    return virtAddrOf(this.bits(field)) || undefined;
  }

  flag(field: F): boolean {
    return this.memory.u8(this.at(field)) !== 0;
  }
}

/** The structure at `va`; faults unless all of it can be read. */
export function struct<T, F extends string>(k: Kernel, layout: Layout<T, F>, va: VirtAddr): Struct<T, F> {
  k.view.probe(va, layout.size);
  return new Struct(k.view, layout, va);
}

// ------------------------------------------------------------------ lists

/** Addresses of the entries behind a LIST_ENTRY head. */
export function listAt(k: Kernel, head: VirtAddr, limit = MAX_ENTRIES): List<VirtAddr> {
  return chainAt(k, head, head, limit);
}

/** Addresses of entries linked by their first field, up to NULL. `first`: address of the pointer to the first one. */
export function singleListAt(k: Kernel, first: VirtAddr, limit = MAX_ENTRIES): List<VirtAddr> {
  return chainAt(k, first, 0, limit);
}

function chainAt(k: Kernel, start: VirtAddr, end: VirtAddr, limit: number): List<VirtAddr> {
  const entries: VirtAddr[] = [];
  const seen = new Set<VirtAddr>();
  let at = start;
  for (;;) {
    const from = at;
    const next = tryRead(() => k.view.ptr(from));
    if (next === undefined) return { entries, cut: `the link at ${hex(from)} cannot be followed` };
    if (next === end) return { entries, cut: '' };
    if (next === 0 && at === start) return { entries, cut: 'the list was never initialized' };
    if (seen.has(next)) return { entries, cut: `the links lead back to ${hex(next)} and never to the end` };
    if (entries.length >= limit) return { entries, cut: `only the first ${limit} are shown` };
    seen.add(next);
    entries.push(next);
    at = next;
  }
}

export function mapList<T, U>(list: List<T>, convert: (entry: T) => U): List<U> {
  return { entries: list.entries.map(convert), cut: list.cut };
}

export function listOf<T>(entries: readonly T[], limit = MAX_ENTRIES): List<T> {
  const cut = entries.length > limit ? `only the first ${limit} of ${entries.length} are shown` : '';
  return { entries: entries.slice(0, limit), cut };
}

// ------------------------------------------------------------------ text and names

/** The text of a UNICODE_STRING. */
export function unicode(k: Kernel, at: VirtAddr): string {
  return (
    tryRead(() => {
      const length = k.view.u16(at + UNICODE_STRING.off.Length);
      return length === 0
        ? ''
        : k.view.utf16(k.view.ptr(at + UNICODE_STRING.off.Buffer), Math.min(length, MAX_NAME_BYTES));
    }) ?? UNREADABLE
  );
}

/** An address with the name of what is there; user addresses mean something only in a process. */
export function named(k: Kernel, bits: bigint | VirtAddr, process?: VirtAddr): Named {
  const value = BigInt(bits);
  const va = virtAddrOf(value);
  const place = va === undefined || va === 0 ? undefined : placeAt(k, va, process);
  return { address: hex(value), name: place ? describePlace(place, value) : '' };
}

/** The same for a pointer that may be NULL. */
export function namedOrNull(k: Kernel, bits: bigint, process?: VirtAddr): Named | null {
  return bits === 0n ? null : named(k, bits, process);
}

export function placeAt(k: Kernel, va: VirtAddr, process?: VirtAddr): Place | undefined {
  return tryRead(() => (va < 0 || process === undefined ? placeOf(k, va) : placeInProcess(k, process, va)));
}
