/**
 * Guest virtual memory as kernel primitives see it: through the page tables of the current CPU (or of a given CR3), with
 * supervisor rights, throwing GuestFault. Read-only pages are respected.
 *
 * Like the hardware's accesses these set A and D bits, so that page replacement sees them; they neither ask nor fill the
 * TLB. Every method checks its whole range before it changes a byte (design rule 7). `GuestView` is the same for
 * looking only: it changes nothing at all, for debugger and views.
 */
import { hiOf, isCanonical, loOf, type PhysAddr, toVirtAddr, type VirtAddr } from '../base/numbers.ts';
import { Access, GuestFault } from './faults.ts';
import { CpuField, Mach, PAGE } from './layout.ts';
import type { Machine } from './machine.ts';

const CR3 = CpuField.CR3 >> 2;
const CR0 = CpuField.CR0 >> 2;
const OFFSET = PAGE - 1;
const TWO_32 = 4294967296;

/** Reads guest virtual memory without leaving a trace. */
export class GuestView {
  protected readonly machine: Machine;
  /** Page table to use; undefined: that of the current CPU. */
  readonly cr3: PhysAddr | undefined;

  constructor(machine: Machine, cr3?: PhysAddr) {
    this.machine = machine;
    this.cr3 = cr3;
  }

  /** Physical address behind a virtual one; throws GuestFault. */
  translate(va: VirtAddr, write = false): PhysAddr {
    return this.resolve(va, write ? Access.WRITE : Access.READ);
  }

  /** True if every page of the range can be read (or written). */
  isMapped(va: VirtAddr, length = 1, write = false): boolean {
    try {
      this.probe(va, length, write);
      return true;
    } catch (e) {
      if (e instanceof GuestFault) return false;
      throw e;
    }
  }

  /** Throws GuestFault unless every page of the range can be read (or written). */
  probe(va: VirtAddr, length: number, write = false): void {
    if (length <= 0) return;
    const access = write ? Access.WRITE : Access.READ;
    this.resolve(va, access);
    const end = va + length;
    for (let page = va - (loOf(va) & OFFSET) + PAGE; page < end; page += PAGE) this.resolve(page, access);
  }

  u8(va: VirtAddr): number {
    return this.machine.memory.bytes[this.resolve(va, Access.READ)];
  }

  i8(va: VirtAddr): number {
    return (this.u8(va) << 24) >> 24;
  }

  u16(va: VirtAddr): number {
    const pa = this.resolve(va, Access.READ, 2);
    if ((pa & OFFSET) > PAGE - 2) return this.u8(va) | (this.u8(va + 1) << 8);
    return this.machine.memory.u16(pa);
  }

  i16(va: VirtAddr): number {
    return (this.u16(va) << 16) >> 16;
  }

  u32(va: VirtAddr): number {
    return this.i32(va) >>> 0;
  }

  i32(va: VirtAddr): number {
    const pa = this.resolve(va, Access.READ, 4);
    if ((pa & OFFSET) > PAGE - 4) return this.u16(va) | (this.u16(va + 2) << 16);
    return this.machine.memory.i32(pa);
  }

  u64(va: VirtAddr): bigint {
    const pa = this.resolve(va, Access.READ, 8);
    if ((pa & OFFSET) > PAGE - 8) return BigInt(this.u32(va)) | (BigInt(this.u32(va + 4)) << 32n);
    return this.machine.memory.u64(pa);
  }

  i64(va: VirtAddr): bigint {
    return BigInt.asIntN(64, this.u64(va));
  }

  /** A pointer; throws a #GP GuestFault with the value if it is no canonical address. */
  ptr(va: VirtAddr): VirtAddr {
    const { memory } = this.machine;
    const pa = this.resolve(va, Access.READ, 8);
    const isSplit = (pa & OFFSET) > PAGE - 8;
    const lo = isSplit ? this.i32(va) : memory.i32(pa);
    const hi = isSplit ? this.i32(va + 4) : memory.i32(pa + 4);
    if (!isCanonical(hi)) throw new GuestFault('gp', hi, lo, 0);
    return toVirtAddr(hi, lo);
  }

  /** A copy of a range. */
  bytes(va: VirtAddr, length: number): Uint8Array {
    this.probe(va, length);
    const out = new Uint8Array(Math.max(length, 0));
    for (let done = 0; done < length; ) {
      const pa = this.resolve(va + done, Access.READ, length - done);
      const chunk = Math.min(length - done, PAGE - (pa & OFFSET));
      out.set(this.machine.memory.bytes.subarray(pa, pa + chunk), done);
      done += chunk;
    }
    return out;
  }

  /** Bytes up to a terminating zero (or `max`) as Latin-1 text. */
  cstring(va: VirtAddr, max = 4096): string {
    let text = '';
    for (let i = 0; i < max; i++) {
      const c = this.u8(va + i);
      if (c === 0) break;
      text += String.fromCharCode(c);
    }
    return text;
  }

  /** `length` bytes of UTF-16 as text. */
  utf16(va: VirtAddr, length: number): string {
    const data = this.bytes(va, length & ~1);
    let text = '';
    for (let i = 0; i < data.length; i += 2) text += String.fromCharCode(data[i] | (data[i + 1] << 8));
    return text;
  }

  /** UTF-16 up to a terminating zero (or `max` characters). */
  wstring(va: VirtAddr, max = 4096): string {
    let text = '';
    for (let i = 0; i < max; i++) {
      const c = this.u16(va + 2 * i);
      if (c === 0) break;
      text += String.fromCharCode(c);
    }
    return text;
  }

  /** Whether translating sets A and D bits. */
  protected readonly leavesTrace: boolean = false;

  /** `length`: how much is read there, as far as it lies in the page. */
  protected resolve(va: VirtAddr, access: number, length = 1): PhysAddr {
    const { mmu, memory } = this.machine;
    const m = memory.words;
    const cpu = memory.cpuBase(m[(memory.machineBase + Mach.CURRENT_CPU) >> 2]) >> 2;
    const hi = Math.floor(va / TWO_32);
    const lo = (va - hi * TWO_32) | 0;
    const pa = mmu.walkTables(this.cr3 ?? m[cpu + CR3], hi | 0, lo, access, m[cpu + CR0], 0, this.leavesTrace);
    if (pa < 0) throw mmu.fault();
    if (memory.onAccess && this.leavesTrace && access === Access.READ) {
      memory.onAccess(pa, Math.min(length, PAGE - (pa & OFFSET)), false);
    }
    return pa;
  }
}

export class GuestMemory extends GuestView {
  protected override readonly leavesTrace = true;

  setU8(va: VirtAddr, value: number): void {
    this.machine.memory.setU8(this.resolve(va, Access.WRITE), value);
  }

  setU16(va: VirtAddr, value: number): void {
    const pa = this.resolve(va, Access.WRITE);
    if ((pa & OFFSET) <= PAGE - 2) this.machine.memory.setU16(pa, value);
    else this.writeSplit(va, 2, BigInt(value));
  }

  setU32(va: VirtAddr, value: number): void {
    const pa = this.resolve(va, Access.WRITE);
    if ((pa & OFFSET) <= PAGE - 4) this.machine.memory.setU32(pa, value);
    else this.writeSplit(va, 4, BigInt(value));
  }

  /** Any integer, signed or unsigned. */
  setU64(va: VirtAddr, value: bigint | number): void {
    const pa = this.resolve(va, Access.WRITE);
    if ((pa & OFFSET) <= PAGE - 8) this.machine.memory.setU64(pa, value);
    else this.writeSplit(va, 8, BigInt(value));
  }

  setPtr(va: VirtAddr, value: VirtAddr): void {
    const pa = this.resolve(va, Access.WRITE);
    const { memory } = this.machine;
    if ((pa & OFFSET) > PAGE - 8) this.writeSplit(va, 8, BigInt(value));
    else {
      memory.mark(pa, 8);
      memory.view.setInt32(pa, loOf(value), true);
      memory.view.setInt32(pa + 4, hiOf(value), true);
    }
  }

  setBytes(va: VirtAddr, data: Uint8Array): void {
    this.probe(va, data.length, true);
    for (let done = 0; done < data.length; ) {
      const pa = this.resolve(va + done, Access.WRITE);
      const chunk = Math.min(data.length - done, PAGE - (pa & OFFSET));
      this.machine.memory.write(pa, data.subarray(done, done + chunk));
      done += chunk;
    }
  }

  fill(va: VirtAddr, length: number, value: number): void {
    this.probe(va, length, true);
    for (let done = 0; done < length; ) {
      const pa = this.resolve(va + done, Access.WRITE);
      const chunk = Math.min(length - done, PAGE - (pa & OFFSET));
      this.machine.memory.fill(pa, chunk, value);
      done += chunk;
    }
  }

  /** Copies a range (as memmove). */
  copy(to: VirtAddr, from: VirtAddr, length: number): void {
    this.setBytes(to, this.bytes(from, length));
  }

  /** Text as UTF-16, without a terminator. */
  setUtf16(va: VirtAddr, text: string): void {
    const data = new Uint8Array(text.length * 2);
    for (let i = 0; i < text.length; i++) {
      data[2 * i] = text.charCodeAt(i);
      data[2 * i + 1] = text.charCodeAt(i) >> 8;
    }
    this.setBytes(va, data);
  }

  private writeSplit(va: VirtAddr, length: number, value: bigint): void {
    const data = new Uint8Array(length);
    for (let i = 0; i < length; i++) data[i] = Number((value >> BigInt(8 * i)) & 255n);
    this.setBytes(va, data);
  }
}
