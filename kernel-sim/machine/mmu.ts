/**
 * Address translation as the hardware does it: 4-level tables in guest RAM, accessed and dirty bits, a per-CPU TLB that
 * is bytes of the machine and may go stale.
 *
 * Methods that translate return a physical address, or -1 with the fault in `vector`, `errorCode`, `faultHi/faultLo`.
 * `cpu` is the word index of a CPU block. `access` is a set of Access bits (WRITE, USER, EXECUTE).
 * A walk that faults sets no bits; one that succeeds sets A on every entry it used and D on the leaf of a write.
 */
import { Access, GuestFault } from './faults.ts';
import { CPU_BLOCK_BYTES, CpuField, PAGE, TLB_ENTRIES, TlbBit, Vector } from './layout.ts';
import { DIRTY, type PhysicalMemory } from './memory.ts';

const CR0 = CpuField.CR0 >> 2;
const CR3 = CpuField.CR3 >> 2;
const CR4 = CpuField.CR4 >> 2;
const TLB = CPU_BLOCK_BYTES >> 2;

/** CR0.WP: the kernel, too, may not write read-only pages. */
export const CR0_WP = 1 << 16;
/** CR4.SMEP: the kernel may not execute user pages. */
export const CR4_SMEP = 1 << 20;

const PTE_P = 1;
const PTE_W = 2;
const PTE_U = 4;
const PTE_A = 0x20;
const PTE_D = 0x40;
const PTE_PS = 0x80;
const PTE_G = 0x100;
const PAGE_MASK = ~(PAGE - 1);
const LARGE_MASK = ~0x1fffff;

export class Mmu {
  vector = 0;
  errorCode = 0;
  faultHi = 0;
  faultLo = 0;
  /** TlbBits of the page that the last successful walk found. */
  flags = 0;

  private readonly m: Int32Array;
  private readonly dirty: Uint8Array;
  private readonly ramBytes: number;

  constructor(memory: PhysicalMemory) {
    this.m = memory.words;
    this.dirty = memory.dirty;
    this.ramBytes = memory.ramBytes;
  }

  /** Through the TLB, filling it on a miss. */
  translate(cpu: number, hi: number, lo: number, access: number): number {
    const m = this.m;
    const entry = cpu + TLB + (((lo >>> 12) & (TLB_ENTRIES - 1)) << 2);
    const tag = m[entry];
    if (((tag ^ lo) & PAGE_MASK) === 0 && m[entry + 1] === hi && this.permits(cpu, tag, access)) {
      return m[entry + 2] | (lo & (PAGE - 1));
    }
    const pa = this.walk(cpu, hi, lo, access);
    if (pa >= 0) {
      m[entry] = (lo & PAGE_MASK) | this.flags;
      m[entry + 1] = hi;
      m[entry + 2] = pa & PAGE_MASK;
    }
    return pa;
  }

  /** Through the CPU's page tables alone: the TLB is neither asked nor filled. */
  walk(cpu: number, hi: number, lo: number, access: number): number {
    const m = this.m;
    return this.walkTables(m[cpu + CR3], hi, lo, access, m[cpu + CR0], m[cpu + CR4]);
  }

  /** As `walk`, with given table and control registers; sets no bits unless `leavesTrace`. */
  walkTables(
    cr3: number,
    hi: number,
    lo: number,
    access: number,
    cr0: number,
    cr4: number,
    leavesTrace = true,
  ): number {
    const top = hi >> 15;
    if (top !== 0 && top !== -1) return this.protectionFault(hi, lo);
    const m = this.m;
    const at4 = ((cr3 & PAGE_MASK) >>> 2) + (((hi >>> 7) & 511) << 1);
    const e4 = m[at4];
    const e4hi = m[at4 + 1];
    if ((e4 & PTE_P) === 0) return this.pageFault(hi, lo, access);
    if (this.isOutside(e4, e4hi)) return this.pageFault(hi, lo, access | Access.PRESENT | Access.RESERVED);

    const at3 = ((e4 & PAGE_MASK) >>> 2) + (((hi & 127) << 3) | ((lo >>> 30) << 1));
    const e3 = m[at3];
    const e3hi = m[at3 + 1];
    if ((e3 & PTE_P) === 0) return this.pageFault(hi, lo, access);
    if (e3 & PTE_PS || this.isOutside(e3, e3hi)) {
      return this.pageFault(hi, lo, access | Access.PRESENT | Access.RESERVED);
    }

    const at2 = ((e3 & PAGE_MASK) >>> 2) + (((lo >>> 21) & 511) << 1);
    const e2 = m[at2];
    const e2hi = m[at2 + 1];
    if ((e2 & PTE_P) === 0) return this.pageFault(hi, lo, access);

    let at1 = at2;
    let leaf = e2;
    let rights = e4 & e3 & e2;
    let noExecute = e4hi | e3hi | e2hi;
    let page: number;
    let flags = TlbBit.VALID;
    if (e2 & PTE_PS) {
      page = (e2 & LARGE_MASK) | (lo & 0x1ff000);
      flags |= TlbBit.LARGE;
      if (this.isOutside(page, e2hi)) return this.pageFault(hi, lo, access | Access.PRESENT | Access.RESERVED);
    } else {
      if (this.isOutside(e2, e2hi)) return this.pageFault(hi, lo, access | Access.PRESENT | Access.RESERVED);
      at1 = ((e2 & PAGE_MASK) >>> 2) + (((lo >>> 12) & 511) << 1);
      leaf = m[at1];
      const leafHi = m[at1 + 1];
      if ((leaf & PTE_P) === 0) return this.pageFault(hi, lo, access);
      if (this.isOutside(leaf, leafHi)) return this.pageFault(hi, lo, access | Access.PRESENT | Access.RESERVED);
      page = leaf & PAGE_MASK;
      rights &= leaf;
      noExecute |= leafHi;
    }

    if (rights & PTE_U) flags |= TlbBit.USER;
    if (rights & PTE_W) flags |= TlbBit.WRITE;
    if (noExecute < 0) flags |= TlbBit.NX;
    if (leaf & PTE_G) flags |= TlbBit.GLOBAL;
    if (!permitted(flags, access, cr0, cr4)) return this.pageFault(hi, lo, access | Access.PRESENT);

    this.flags = flags;
    if (!leavesTrace) return page | (lo & (PAGE - 1));
    if ((e4 & PTE_A) === 0) this.setBits(at4, PTE_A);
    if ((e3 & PTE_A) === 0) this.setBits(at3, PTE_A);
    if (at1 !== at2 && (e2 & PTE_A) === 0) this.setBits(at2, PTE_A);
    if (access & Access.WRITE) leaf |= PTE_D;
    if (leaf & PTE_D) this.flags = flags | TlbBit.DIRTY;
    if (((m[at1] ^ leaf) & PTE_D) !== 0 || (leaf & PTE_A) === 0) this.setBits(at1, PTE_A | (leaf & PTE_D));
    return page | (lo & (PAGE - 1));
  }

  /** Drops all entries but global ones. */
  flushTlb(cpu: number): void {
    const m = this.m;
    for (let entry = cpu + TLB, end = entry + TLB_ENTRIES * 4; entry < end; entry += 4) {
      if ((m[entry] & TlbBit.GLOBAL) === 0) this.drop(entry);
    }
  }

  /** Drops the translation of one page, global or not (INVLPG). */
  invalidate(cpu: number, hi: number, lo: number): void {
    const m = this.m;
    const one = cpu + TLB + (((lo >>> 12) & (TLB_ENTRIES - 1)) << 2);
    if (((m[one] ^ lo) & PAGE_MASK) === 0 && m[one + 1] === hi) this.drop(one);
    for (let entry = cpu + TLB, end = entry + TLB_ENTRIES * 4; entry < end; entry += 4) {
      const sameLargePage = m[entry + 1] === hi && ((m[entry] ^ lo) & LARGE_MASK) === 0;
      if (m[entry] & TlbBit.LARGE && sameLargePage) this.drop(entry);
    }
  }

  /** Records a #GP for a non-canonical address or a forbidden value. Always -1. */
  protectionFault(hi: number, lo: number): -1 {
    this.vector = Vector.GENERAL_PROTECTION;
    this.errorCode = 0;
    this.faultHi = hi;
    this.faultLo = lo;
    return -1;
  }

  /** Records an exception without address (#UD, #DE ...). Always -1. */
  exception(vector: number): -1 {
    this.vector = vector;
    this.errorCode = 0;
    this.faultHi = 0;
    this.faultLo = 0;
    return -1;
  }

  /** The recorded fault, to be thrown by TypeScript. */
  fault(): GuestFault {
    const kind = this.vector === Vector.PAGE_FAULT ? 'page' : 'gp';
    return new GuestFault(kind, this.faultHi, this.faultLo, this.errorCode);
  }

  /** True if an entry of the tables or a CR3 names memory that does not exist. */
  isOutside(lo: number, hi: number): boolean {
    return (hi & 0xfffff) !== 0 || (lo & PAGE_MASK) >>> 0 >= this.ramBytes;
  }

  private pageFault(hi: number, lo: number, errorCode: number): -1 {
    this.vector = Vector.PAGE_FAULT;
    this.errorCode = errorCode;
    this.faultHi = hi;
    this.faultLo = lo;
    return -1;
  }

  private permits(cpu: number, flags: number, access: number): boolean {
    if ((flags & TlbBit.VALID) === 0 || !permitted(flags, access, this.m[cpu + CR0], this.m[cpu + CR4])) return false;
    return (access & Access.WRITE) === 0 || (flags & TlbBit.DIRTY) !== 0;
  }

  private setBits(at: number, bits: number): void {
    this.m[at] |= bits;
    this.dirty[at >>> 10] = DIRTY;
  }

  private drop(entry: number): void {
    const m = this.m;
    m[entry] = 0;
    m[entry + 1] = 0;
    m[entry + 2] = 0;
  }
}

/** Whether a page with these TlbBits may be accessed so. */
function permitted(flags: number, access: number, cr0: number, cr4: number): boolean {
  const user = access & Access.USER;
  if (user && (flags & TlbBit.USER) === 0) return false;
  if (access & Access.WRITE && (flags & TlbBit.WRITE) === 0 && (user || cr0 & CR0_WP)) return false;
  if (access & Access.EXECUTE) {
    if (flags & TlbBit.NX) return false;
    if (!user && flags & TlbBit.USER && cr4 & CR4_SMEP) return false;
  }
  return true;
}
