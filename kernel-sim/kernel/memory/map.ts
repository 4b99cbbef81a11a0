/**
 * The address map: where the kernel and programs live. Kernel addresses are signed (base/numbers.ts).
 */
import { toVirtAddr, type VirtAddr } from '../../base/numbers.ts';

const kernel = (hi: number): VirtAddr => toVirtAddr(hi | 0, 0);

/** Pool and other system pages. */
export const SYSTEM_PAGES = kernel(0xffffe000);
export const KERNEL_STACKS = kernel(0xffffb000);
/** KUSER_SHARED_DATA as the kernel sees it, and as programs do. */
export const SHARED_DATA = kernel(0xfffff780);
export const USER_SHARED_DATA = 0x7ffe0000;
export const NTOSKRNL_BASE = kernel(0xfffff800);
export const SYSTEM_IMAGES = NTOSKRNL_BASE + 0x10000000;
/** MI_PHYSICAL_MEMORY and the PFN database. */
export const PFN_DATABASE = toVirtAddr(0xfffffa80 | 0, 0);
/** PML4 slot through which the page tables see themselves. */
export const SELF_MAP_SLOT = 0x1ed;

export const PROGRAM_BASE = 0x140000000;
export const LIBRARY_BASES: Record<string, VirtAddr> = {
  'ntdll.dll': 0x7ffb10000000,
  'kernel32.dll': 0x7ffb20000000,
  'msvcrt.dll': 0x7ffb30000000,
  'advapi32.dll': 0x7ffb40000000,
};
/** User stacks are handed out downwards from here. */
export const USER_STACKS_TOP = 0x70000000;
/** NtAllocateVirtualMemory hands out addresses upwards from here. */
export const USER_ALLOCATIONS = 0x20000000000;
export const USER_ALLOCATIONS_END = 0x30000000000;
/** PEB, process parameters, loader list; then the TEBs. */
export const PEB_BASE = 0x7ff500000000;
export const TEB_BASE = 0x7ff500010000;
export const TEB_STRIDE = 0x2000;
/** First address that programs cannot have. */
export const USER_END = 0x7fffffff0000;

/** 512 GB regions of the kernel whose top-level entries exist from the start, so that every address space shares them. */
export const KERNEL_REGIONS: readonly VirtAddr[] = [
  KERNEL_STACKS,
  SYSTEM_PAGES,
  SHARED_DATA,
  NTOSKRNL_BASE,
  PFN_DATABASE,
];

export const pageOf = (va: VirtAddr): VirtAddr => Math.floor(va / 4096) * 4096;
export const pagesOf = (bytes: number): number => Math.ceil(bytes / 4096);
