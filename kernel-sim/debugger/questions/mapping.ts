/**
 * Virtual ranges as physical ones: which bytes of RAM an address means at an instant, through which entries of the page tables, and whether
 * it means the same at another. Only looks.
 */
import { hiOf, loOf, type PhysAddr, type VirtAddr } from '../../base/numbers.ts';
import type { Kernel } from '../../kernel/kernel.ts';
import { KPROCESS } from '../../kernel/layouts.generated.ts';
import { GuestFault } from '../../machine/faults.ts';
import { PAGE } from '../../machine/layout.ts';
import type { PhysicalMemory } from '../../machine/memory.ts';

const PRESENT = 1;
const LARGE = 0x80;
const PAGE_MASK = ~(PAGE - 1);
const LARGE_MASK = ~0x1fffff;

/** A part of a range that lies on one page. */
export interface Segment {
  /** From the start of the range. */
  readonly offset: number;
  readonly length: number;
  readonly pa: PhysAddr;
  /** What maps it; undefined for a physical range, which is always where it is. */
  readonly mapping:
    | { readonly cr3: PhysAddr; readonly va: VirtAddr; readonly entries: readonly PhysAddr[] }
    | undefined;
}

interface Walk {
  /** -1: not mapped. */
  readonly pa: PhysAddr;
  /** The entries used; the last one is the leaf, or the one that is not present. */
  readonly entries: readonly PhysAddr[];
}

/** Walks page tables as the hardware does, without rights. */
export function walk(memory: PhysicalMemory, cr3: PhysAddr, va: VirtAddr): Walk {
  const hi = hiOf(va);
  const lo = loOf(va);
  const indexes = [(hi >>> 7) & 511, ((hi & 127) << 2) | (lo >>> 30), (lo >>> 21) & 511, (lo >>> 12) & 511];
  const entries: PhysAddr[] = [];
  let table = cr3 & PAGE_MASK;
  for (let level = 0; level < indexes.length; level++) {
    const at = table + 8 * indexes[level];
    entries.push(at);
    const entry = memory.i32(at);
    const outside = (memory.u32(at + 4) & 0xfffff) !== 0 || (entry & PAGE_MASK) >>> 0 >= memory.ramBytes;
    if ((entry & PRESENT) === 0 || outside) return { pa: -1, entries };
    if (level === 2 && (entry & LARGE) !== 0) return { pa: (entry & LARGE_MASK) | (lo & 0x1fffff), entries };
    table = entry & PAGE_MASK;
  }
  return { pa: table | (lo & (PAGE - 1)), entries };
}

/** The parts of a virtual range, or the entry for whose sake its first missing page is not there. */
export function virtualSegments(
  memory: PhysicalMemory,
  cr3: PhysAddr,
  va: VirtAddr,
  length: number,
): Segment[] | { missing: VirtAddr; entry: PhysAddr } {
  const segments: Segment[] = [];
  for (let offset = 0; offset < length; ) {
    const at = va + offset;
    const { pa, entries } = walk(memory, cr3, at);
    if (pa < 0) return { missing: at, entry: entries[entries.length - 1] };
    const part = Math.min(length - offset, PAGE - (pa & (PAGE - 1)));
    segments.push({ offset, length: part, pa, mapping: { cr3, va: at, entries } });
    offset += part;
  }
  return segments;
}

/** True if the segment's address means the same bytes now. */
export function isMapped(memory: PhysicalMemory, { mapping, pa }: Segment): boolean {
  return mapping === undefined || walk(memory, mapping.cr3, mapping.va).pa === pa;
}

/** The page tables of an address: those of the system for the kernel's half, which all address spaces share, else those of a process. */
export function tablesOf(k: Kernel, va: VirtAddr, process: VirtAddr): PhysAddr {
  const owner = va < 0 ? k.symbol('KiIdleProcess') : process;
  try {
    const cr3 = Number(k.view.u64(owner + KPROCESS.off.DirectoryTableBase) & 0xffff_ffffn);
    if (cr3 !== 0 && cr3 % PAGE === 0 && cr3 < k.machine.ramBytes) return cr3;
  } catch (e) {
    if (!(e instanceof GuestFault)) throw e;
  }
  return k.cpu.cr3;
}
