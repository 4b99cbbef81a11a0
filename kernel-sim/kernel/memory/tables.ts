/**
 * Page-table edits: by physical address, on the tables of a given CR3. Every change of a valid entry drops the translation from the TLB of
 * all CPUs at once (a model: real kernels send an inter-processor interrupt and wait).
 */
import { hiOf, loOf, type Pfn, type PhysAddr, type VirtAddr } from '../../base/numbers.ts';
import { PAGE, Pte } from '../../machine/layout.ts';
import type { Kernel } from '../kernel.ts';
import { C } from '../layouts.generated.ts';
import { allocateFrame, freeFrame } from './frames.ts';

export const PTE = {
  VALID: Number(Pte.VALID),
  WRITE: Number(Pte.WRITE),
  USER: Number(Pte.USER),
  GLOBAL: Number(Pte.GLOBAL),
  /** Of an entry that is not valid: it has its frame all the same, for a page that nobody may touch, or whose first touch is an exception (GUARD). */
  HELD: 1 << 8,
  /** Of an entry that is not valid: guard page of a stack; reserved; and of any: first page of an allocation. */
  GUARD: 1 << 9,
  RESERVED: 1 << 10,
  FIRST: 1 << 11,
} as const;

export interface PageRights {
  write: boolean;
  execute: boolean;
  user: boolean;
  /** Software bits. */
  mark?: number;
}

const ENTRY_MASK = ~(PAGE - 1);
const ENTRIES = 512;

const index4 = (va: VirtAddr) => (hiOf(va) >>> 7) & 511;
const index3 = (va: VirtAddr) => ((hiOf(va) & 127) << 2) | (loOf(va) >>> 30);
const index2 = (va: VirtAddr) => (loOf(va) >>> 21) & 511;
const index1 = (va: VirtAddr) => (loOf(va) >>> 12) & 511;

/** Physical address of the PTE of `va`; -1 if a table is missing (or, with `create`, RAM is exhausted). */
export function pteAddress(k: Kernel, cr3: PhysAddr, va: VirtAddr, create = false): PhysAddr {
  let table = cr3;
  for (const index of [index4(va), index3(va), index2(va)]) {
    const at = table + 8 * index;
    const low = k.machine.memory.u32(at);
    if ((low & PTE.VALID) === 0) {
      if (!create) return -1;
      const pfn = allocateFrame(k, C.KI_PFN_PAGE_TABLE);
      if (pfn === 0) return -1;
      k.machine.memory.setU64(at, pfn * PAGE + PTE.VALID + PTE.WRITE + (va >= 0 ? PTE.USER : 0));
      table = pfn * PAGE;
    } else {
      table = low & ENTRY_MASK;
      if (table < 0 || table >= k.machine.ramBytes) return -1;
    }
  }
  return table + 8 * index1(va);
}

/** The PTE of `va` as a 64-bit pattern, 0n if there is none. */
export function readPte(k: Kernel, cr3: PhysAddr, va: VirtAddr): bigint {
  const at = pteAddress(k, cr3, va);
  return at < 0 ? 0n : k.machine.memory.u64(at);
}

/** Maps a frame; false when RAM for a table is exhausted. */
export function mapPage(k: Kernel, cr3: PhysAddr, va: VirtAddr, pfn: Pfn, rights: PageRights): boolean {
  const at = pteAddress(k, cr3, va, true);
  if (at < 0) return false;
  const was = k.machine.memory.u32(at);
  k.machine.memory.setU64(at, pte(va, pfn, rights));
  if (was & PTE.VALID) flushPage(k, va);
  return true;
}

/** Changes the rights of a page that is mapped. */
export function protectPage(k: Kernel, cr3: PhysAddr, va: VirtAddr, rights: PageRights): void {
  const at = pteAddress(k, cr3, va);
  if (at < 0) return;
  const old = k.machine.memory.u32(at);
  k.machine.memory.setU64(at, pte(va, (old & ENTRY_MASK) >>> 12, { ...rights, mark: old & PTE.FIRST }));
  flushPage(k, va);
}

/** Keeps a page's frame and rights and makes its entry invalid; `guard`: until it is touched. */
export function holdPage(k: Kernel, cr3: PhysAddr, va: VirtAddr, guard: boolean): void {
  const at = pteAddress(k, cr3, va);
  if (at < 0) return;
  const old = k.machine.memory.u32(at);
  k.machine.memory.setU32(at, (old & ~PTE.VALID) | PTE.HELD | (guard ? PTE.GUARD : 0));
  flushPage(k, va);
}

/** Whether an entry has a frame: it is valid, or held. */
export function hasFrame(low: number): boolean {
  return (low & (PTE.VALID | PTE.HELD)) !== 0;
}

/** Puts software bits into an entry that stays invalid. */
export function markPage(k: Kernel, cr3: PhysAddr, va: VirtAddr, bits: number): boolean {
  const at = pteAddress(k, cr3, va, true);
  if (at < 0) return false;
  k.machine.memory.setU64(at, bits);
  return true;
}

/** Allocates, zeroes and maps a page; 0 when RAM is exhausted. */
export function allocatePage(k: Kernel, cr3: PhysAddr, va: VirtAddr, rights: PageRights): Pfn {
  const pfn = allocateFrame(k, C.KI_PFN_ACTIVE);
  if (pfn === 0) return 0;
  if (mapPage(k, cr3, va, pfn, rights)) return pfn;
  freeFrame(k, pfn);
  return 0;
}

/** Unmaps a page and returns its frame, 0 if there was none. A table that has become empty is freed. */
export function unmapPage(k: Kernel, cr3: PhysAddr, va: VirtAddr): Pfn {
  const at = pteAddress(k, cr3, va);
  if (at < 0) return 0;
  const { memory } = k.machine;
  const low = memory.u32(at);
  memory.setU64(at, 0);
  if ((low & PTE.VALID) !== 0) flushPage(k, va);
  dropEmptyTable(k, cr3, va, at & ENTRY_MASK);
  return hasFrame(low) ? (low & ENTRY_MASK) >>> 12 : 0;
}

/** Unmaps and frees. */
export function freePage(k: Kernel, cr3: PhysAddr, va: VirtAddr): boolean {
  const pfn = unmapPage(k, cr3, va);
  if (pfn === 0) return false;
  freeFrame(k, pfn);
  return true;
}

/** Frees every page and table of the user half; the top-level table stays. */
export function freeUserHalf(k: Kernel, cr3: PhysAddr): void {
  const { memory } = k.machine;
  freeTables(k, cr3, 3, ENTRIES / 2);
  memory.fill(cr3, PAGE / 2, 0);
}

/** Drops a translation from every CPU's TLB. */
export function flushPage(k: Kernel, va: VirtAddr): void {
  const { machine } = k;
  for (let cpu = 0; cpu < machine.cpuCount; cpu++) {
    machine.mmu.invalidate(machine.memory.cpuBase(cpu) >> 2, hiOf(va), loOf(va));
  }
}

function pte(va: VirtAddr, pfn: Pfn, rights: PageRights): bigint {
  const low =
    pfn * PAGE + PTE.VALID + (rights.write ? PTE.WRITE : 0) + (rights.user ? PTE.USER : 0) + (rights.mark ?? 0);
  return BigInt(low + (va < 0 ? PTE.GLOBAL : 0)) | (rights.execute ? 0n : Pte.NX);
}

function freeTables(k: Kernel, table: PhysAddr, depth: number, count: number): void {
  const { memory, ramBytes } = k.machine;
  for (let i = 0; i < count; i++) {
    const low = memory.u32(table + 8 * i);
    const pa = low & ENTRY_MASK;
    const used = depth > 0 ? (low & PTE.VALID) !== 0 : hasFrame(low);
    if (!used || pa <= 0 || pa >= ramBytes) continue;
    if (depth > 0) freeTables(k, pa, depth - 1, ENTRIES);
    memory.setU64(table + 8 * i, 0);
    freeFrame(k, pa >>> 12);
  }
}

function dropEmptyTable(k: Kernel, cr3: PhysAddr, va: VirtAddr, table: PhysAddr): void {
  const { memory } = k.machine;
  const words = memory.words;
  for (let i = table >>> 2, end = i + PAGE / 4; i < end; i++) if (words[i] !== 0) return;
  const directory = directoryEntry(k, cr3, va);
  if (directory < 0 || (memory.u32(directory) & ENTRY_MASK) !== table) return;
  memory.setU64(directory, 0);
  freeFrame(k, table >>> 12);
}

/** Physical address of the page-directory entry of `va`, or -1. */
function directoryEntry(k: Kernel, cr3: PhysAddr, va: VirtAddr): PhysAddr {
  let table = cr3;
  for (const index of [index4(va), index3(va)]) {
    const low = k.machine.memory.u32(table + 8 * index);
    table = low & ENTRY_MASK;
    if ((low & PTE.VALID) === 0 || table < 0 || table >= k.machine.ramBytes) return -1;
  }
  return table + 8 * index2(va);
}
