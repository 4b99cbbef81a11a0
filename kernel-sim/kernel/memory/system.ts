/**
 * System address space: pages for pool and the kernel's tables, kernel stacks with a guard page below each. Addresses go upwards and are
 * not used twice (MI_PHYSICAL_MEMORY), so that a pointer to something freed faults instead of finding something else.
 */
import { type PhysAddr, type VirtAddr, virtAddrOf } from '../../base/numbers.ts';
import { PAGE } from '../../machine/layout.ts';
import type { Kernel } from '../kernel.ts';
import { C, MI_PHYSICAL_MEMORY } from '../layouts.generated.ts';
import type { Primitives } from '../primitives.generated.ts';
import { freeFrames } from './frames.ts';
import { KERNEL_STACKS, PFN_DATABASE, SYSTEM_PAGES } from './map.ts';
import { allocatePage, freePage, type PageRights, PTE, pteAddress } from './tables.ts';

/** Takes `bytes` of one of the regions that MI_PHYSICAL_MEMORY counts; a trashed counter is found by its caller's range check. */
export function takeSystemAddress(
  k: Kernel,
  region: 'NextKernelStack' | 'NextSystemImage' | 'NextSystemPages',
  bytes: number,
): VirtAddr {
  const { memory } = k.machine;
  const at = MI_PHYSICAL_MEMORY.off[region];
  const va = virtAddrOf(memory.u64(at)) ?? 0;
  memory.setU64(at, va + bytes);
  return va % PAGE === 0 ? va : 0;
}

/** Physical address of the page that `va` is on, if it is valid; -1. */
export function readPhysicalPointer(k: Kernel, cr3: PhysAddr, va: VirtAddr): PhysAddr {
  const at = pteAddress(k, cr3, va);
  if (at < 0) return -1;
  const low = k.machine.memory.u32(at);
  const page = low & ~(PAGE - 1);
  return low & PTE.VALID && page >= 0 && page < k.machine.ramBytes ? page : -1;
}

/** Maps fresh pages at a system address; false (nothing mapped) when RAM is exhausted. */
export function mapSystemPages(k: Kernel, va: VirtAddr, count: number, rights: PageRights): boolean {
  const { cr3 } = k.cpu;
  for (let i = 0; i < count; i++) {
    if (allocatePage(k, cr3, va + i * PAGE, rights) === 0) {
      for (let j = 0; j < i; j++) freePage(k, cr3, va + j * PAGE);
      return false;
    }
  }
  return true;
}

/** Zeroed system pages, or 0. */
export function allocateSystemPages(k: Kernel, count: number, protection: number): VirtAddr {
  if (count === 0 || count > freeFrames(k)) return 0;
  const va = takeSystemAddress(k, 'NextSystemPages', count * PAGE);
  if (va < SYSTEM_PAGES || va > PFN_DATABASE) k.bugCheck(C.MEMORY_MANAGEMENT, 0x5005, va, 0, 0);
  const rights = {
    write: (protection & C.KI_PROTECT_WRITE) !== 0,
    execute: (protection & C.KI_PROTECT_EXECUTE) !== 0,
    user: false,
  };
  return mapSystemPages(k, va, count, rights) ? va : 0;
}

/** Top of a new kernel stack, or 0. */
export function allocateKernelStack(k: Kernel): VirtAddr {
  const slot = takeSystemAddress(k, 'NextKernelStack', C.KI_STACK_SLOT_BYTES);
  if (slot < KERNEL_STACKS || slot > SYSTEM_PAGES) k.bugCheck(C.MEMORY_MANAGEMENT, 0x5006, slot, 0, 0);
  const top = slot + C.KI_STACK_SLOT_BYTES;
  const bottom = top - C.KI_KERNEL_STACK_BYTES;
  return mapSystemPages(k, bottom, C.KI_KERNEL_STACK_BYTES / PAGE, { write: true, execute: false, user: false })
    ? top
    : 0;
}

export const systemPrimitives = {
  MiAllocatePages(k, Count, Protection) {
    return allocateSystemPages(k, Count, Protection);
  },

  MiFreePages(k, Address, Count) {
    for (let i = 0; i < Count; i++) freePage(k, k.cpu.cr3, Address + i * PAGE);
  },

  MiAllocateKernelStack(k) {
    return allocateKernelStack(k);
  },

  MiFreeKernelStack(k, Top) {
    for (let va = Top - C.KI_KERNEL_STACK_BYTES; va < Top; va += PAGE) freePage(k, k.cpu.cr3, va);
  },
} satisfies Partial<Primitives>;
