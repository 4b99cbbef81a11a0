/**
 * Page frames: the free list, threaded through the PFN database, which starts at physical page 1; page 0 holds MI_PHYSICAL_MEMORY. All of it
 * is guest RAM that a driver can trash: numbers are checked before they are followed, a broken list is bug check 0x4E.
 */
import type { Pfn, PhysAddr } from '../../base/numbers.ts';
import { PAGE } from '../../machine/layout.ts';
import type { PhysicalMemory } from '../../machine/memory.ts';
import type { Kernel } from '../kernel.ts';
import { C, MI_PHYSICAL_MEMORY, MMPFN } from '../layouts.generated.ts';

const HEAD = MI_PHYSICAL_MEMORY.off;
const ENTRY = MMPFN.off;
const DATABASE = PAGE;

/** Physical pages that the database takes, page 0 included. */
export function reservedPages(ramBytes: number): number {
  return 1 + Math.ceil(((ramBytes / PAGE) * MMPFN.size) / PAGE);
}

/** All frames but the database's become free, in ascending order. */
export function initializeFrames(memory: PhysicalMemory): void {
  const total = memory.ramBytes / PAGE;
  const first = reservedPages(memory.ramBytes);
  // Through the views: there are a quarter of a million entries in a gigabyte, and nobody watches yet.
  const { words, bytes } = memory;
  for (let pfn = 0; pfn < total; pfn++) {
    const at = entry(pfn);
    words[(at + ENTRY.Next) >> 2] = pfn >= first && pfn + 1 < total ? pfn + 1 : 0;
    bytes[at + ENTRY.State] = pfn < first ? C.KI_PFN_BOOT : C.KI_PFN_FREE;
  }
  memory.mark(DATABASE, total * MMPFN.size);
  memory.setU32(HEAD.TotalPages, total);
  memory.setU32(HEAD.FreePages, total - first);
  memory.setU32(HEAD.FreeHead, first);
  memory.setU32(HEAD.FreeTail, total - 1);
}

/** A zeroed frame, or 0 when RAM is exhausted. */
export function allocateFrame(k: Kernel, state: number): Pfn {
  const { memory } = k.machine;
  const pfn = memory.u32(HEAD.FreeHead);
  if (pfn === 0) return 0;
  if (!isFrame(memory, pfn) || memory.u8(entry(pfn) + ENTRY.State) !== C.KI_PFN_FREE) brokenList(k, pfn);
  const next = memory.u32(entry(pfn) + ENTRY.Next);
  if (next !== 0 && !isFrame(memory, next)) brokenList(k, next);
  memory.setU32(HEAD.FreeHead, next);
  if (next === 0) memory.setU32(HEAD.FreeTail, 0);
  memory.setU32(HEAD.FreePages, memory.u32(HEAD.FreePages) - 1);
  memory.setU32(entry(pfn) + ENTRY.Next, 0);
  memory.setU8(entry(pfn) + ENTRY.State, state);
  memory.fill(pfn * PAGE, PAGE, 0);
  return pfn;
}

/** Gives a frame back; one that an MDL holds locked goes when it is unlocked. */
export function freeFrame(k: Kernel, pfn: Pfn): void {
  const { memory } = k.machine;
  if (!isFrame(memory, pfn)) return;
  const at = entry(pfn);
  const state = memory.u8(at + ENTRY.State);
  if (state === C.KI_PFN_FREE || state === C.KI_PFN_BOOT || state === C.KI_PFN_FREED_LOCKED) brokenList(k, pfn);
  if (memory.u16(at + ENTRY.LockCount) > 0) {
    memory.setU8(at + ENTRY.State, C.KI_PFN_FREED_LOCKED);
    return;
  }
  release(memory, pfn);
}

/** True unless the frame cannot be locked (not RAM, counter exhausted). */
export function lockFrame(k: Kernel, pfn: Pfn): boolean {
  const { memory } = k.machine;
  if (!isFrame(memory, pfn)) return false;
  const count = memory.u16(entry(pfn) + ENTRY.LockCount);
  if (count === 0xffff) return false;
  memory.setU16(entry(pfn) + ENTRY.LockCount, count + 1);
  return true;
}

export function unlockFrame(k: Kernel, pfn: Pfn): void {
  const { memory } = k.machine;
  const count = isFrame(memory, pfn) ? memory.u16(entry(pfn) + ENTRY.LockCount) : 0;
  if (count === 0) k.bugCheck(C.PFN_LIST_CORRUPT, 7, pfn, count, 0);
  memory.setU16(entry(pfn) + ENTRY.LockCount, count - 1);
  if (count === 1 && memory.u8(entry(pfn) + ENTRY.State) === C.KI_PFN_FREED_LOCKED) release(memory, pfn);
}

/** Frames left. */
export function freeFrames(k: Kernel): number {
  return k.machine.memory.u32(HEAD.FreePages);
}

function release(memory: PhysicalMemory, pfn: Pfn): void {
  const tail = memory.u32(HEAD.FreeTail);
  if (tail !== 0 && isFrame(memory, tail)) memory.setU32(entry(tail) + ENTRY.Next, pfn);
  else memory.setU32(HEAD.FreeHead, pfn);
  memory.setU32(HEAD.FreeTail, pfn);
  memory.setU32(entry(pfn) + ENTRY.Next, 0);
  memory.setU16(entry(pfn) + ENTRY.LockCount, 0);
  memory.setU8(entry(pfn) + ENTRY.State, C.KI_PFN_FREE);
  memory.setU32(HEAD.FreePages, memory.u32(HEAD.FreePages) + 1);
}

function entry(pfn: Pfn): PhysAddr {
  return DATABASE + pfn * MMPFN.size;
}

function isFrame(memory: PhysicalMemory, pfn: number): boolean {
  return pfn > 0 && pfn < memory.ramBytes / PAGE;
}

function brokenList(k: Kernel, pfn: number): never {
  k.bugCheck(C.PFN_LIST_CORRUPT, 0x99, pfn, 0, 0);
}
