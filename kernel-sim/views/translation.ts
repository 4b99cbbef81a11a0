/**
 * How an address is translated: the entry of each level, the frame at the end, and what the processors' TLBs hold for it.
 */
import { hiOf, loOf, type PhysAddr, toU64, type VirtAddr } from '../base/numbers.ts';
import type { Kernel } from '../kernel/kernel.ts';
import { C, MMPFN } from '../kernel/layouts.generated.ts';
import { SELF_MAP_SLOT } from '../kernel/memory/map.ts';
import { PTE } from '../kernel/memory/tables.ts';
import { Access } from '../machine/faults.ts';
import { CPU_BLOCK_BYTES, PAGE, Pte, TLB_ENTRIES, TLB_ENTRY_BYTES, TlbBit } from '../machine/layout.ts';
import type { Address } from '../protocol/time.ts';
import type { ProcessRef, Read } from '../protocol/views.ts';
import type { PfnRecord, TableEntry, TlbRecord, TranslationView } from '../protocol/views-memory.ts';
import type { Cpu } from '../vm/cpu.ts';
import { directoryTableOf, findProcess, processName } from './identity.ts';
import { bitsOf, hex, view, viewAt } from './look.ts';

const LEVELS = ['PML4E', 'PDPTE', 'PDE', 'PTE'];
const LARGE_PAGE = 0x200000;
const PAGE_MASK = ~(PAGE - 1);
/** The PFN database begins at physical page 1. */
const PFN_DATABASE_PHYSICAL = PAGE;

const VALID_BITS: readonly (readonly [bigint, string])[] = [
  [Pte.VALID, 'VALID'],
  [Pte.WRITE, 'WRITE'],
  [Pte.USER, 'USER'],
  [Pte.ACCESSED, 'ACCESSED'],
  [Pte.DIRTY, 'DIRTY'],
  [Pte.LARGE, 'LARGE'],
  [Pte.GLOBAL, 'GLOBAL'],
  [BigInt(PTE.FIRST), 'FIRST OF ALLOCATION'],
  [Pte.NX, 'NX'],
];
/** Of an entry that is not valid: the kernel's own. */
const SOFTWARE_BITS: readonly (readonly [bigint, string])[] = [
  [BigInt(PTE.GUARD), 'GUARD'],
  [BigInt(PTE.RESERVED), 'RESERVED'],
];
const TLB_BITS: readonly (readonly [number, string])[] = [
  [TlbBit.USER, 'USER'],
  [TlbBit.WRITE, 'WRITE'],
  [TlbBit.DIRTY, 'DIRTY'],
  [TlbBit.NX, 'NX'],
  [TlbBit.GLOBAL, 'GLOBAL'],
  [TlbBit.LARGE, 'LARGE'],
];
/** D is set in the TLB by the first write through it. */
const COMPARED = TlbBit.USER | TlbBit.WRITE | TlbBit.NX | TlbBit.GLOBAL | TlbBit.LARGE;

type Outcome = Pick<
  TranslationView,
  'levels' | 'outcome' | 'physical' | 'pageBytes' | 'rights' | 'pfn' | 'tlbs' | 'text'
>;

export function translationView(k: Kernel, address: Address, ref?: ProcessRef): Read<TranslationView> {
  const process = findProcess(k, ref);
  const cr3 = 'problem' in process ? k.cpu.cr3 : directoryTableOf(k, process.va);
  if (cr3 === undefined) return view(() => ({ problem: 'the process has no address space (any more)' }));
  const head = {
    process: 'problem' in process ? process : processName(k, process.va),
    directoryTable: hex(cr3),
  };
  const translated = viewAt(address, (va) => ({ ...head, address: hex(va), ...translate(k, cr3, va) }));
  const bits = bitsOf(address);
  if (!('problem' in translated) || bits === undefined) return translated;
  return view(() => ({ ...head, address: hex(bits), ...nothing('not canonical', [], translated.problem), tlbs: [] }));
}

function nothing(outcome: Outcome['outcome'], levels: TableEntry[], text: string): Omit<Outcome, 'tlbs'> {
  return { levels, outcome, physical: null, pageBytes: PAGE, rights: null, pfn: null, text };
}

function translate(k: Kernel, cr3: PhysAddr, va: VirtAddr): Outcome {
  const tlbs = k.vm.cpus.filter((cpu) => cpu.started).map((cpu) => tlbRecord(k, cpu, cr3, va));
  return { ...walk(k, cr3, va), tlbs };
}

/** As the processor walks (machine/mmu.ts), keeping every entry. */
function walk(k: Kernel, cr3: PhysAddr, va: VirtAddr): Omit<Outcome, 'tlbs'> {
  const { memory } = k.machine;
  const seen = selfMapAddresses(va);
  const levels: TableEntry[] = [];
  let table = cr3;
  let [write, user, execute] = [true, true, true];
  for (let level = 0; level < LEVELS.length; level++) {
    const at = table + 8 * indexOf(va, level);
    const value = memory.u64(at);
    const entry = tableEntry(level, va, at, seen[level], value);
    levels.push(entry);
    if (!entry.present) return nothing('not present', levels, absence(level, value));
    const large = (value & Pte.LARGE) !== 0n && level === 2;
    const misplaced = (value & Pte.LARGE) !== 0n && level === 1;
    const target = Number(value & Pte.PFN_MASK);
    if (target >= k.machine.ramBytes || misplaced)
      return nothing('damaged table', levels, `the ${LEVELS[level]} names memory that does not exist`);
    write &&= (value & Pte.WRITE) !== 0n;
    user &&= (value & Pte.USER) !== 0n;
    execute &&= (value & Pte.NX) === 0n;
    if (level === 3 || large) {
      const pageBytes = large ? LARGE_PAGE : PAGE;
      const physical = target - (target % pageBytes) + (((va % pageBytes) + pageBytes) % pageBytes);
      if (physical >= k.machine.ramBytes)
        return nothing('damaged table', levels, `the ${LEVELS[level]} names memory that does not exist`);
      const rights = { write, user, execute };
      return {
        ...{ levels, outcome: 'valid', physical: hex(physical), pageBytes, rights },
        pfn: pfnRecord(k, Math.floor(physical / PAGE)),
        text: `physical address ${hex(physical)}, ${describeRights(rights)}${large ? ', a page of 2 MB' : ''}`,
      };
    }
    table = target;
  }
  return nothing('damaged table', levels, '');
}

function describeRights({ write, user, execute }: { write: boolean; user: boolean; execute: boolean }): string {
  const what = `${write ? 'read and write' : 'read only'}${execute ? ', executable' : ''}`;
  return `${what}, ${user ? 'user and kernel' : 'kernel only'}`;
}

function absence(level: number, value: bigint): string {
  if (level === 3 && value & BigInt(PTE.GUARD)) return 'the guard page of a stack: touching it makes the stack grow';
  if (level === 3 && value & BigInt(PTE.RESERVED)) return 'reserved for a stack, not there yet';
  return level === 3 ? 'the page is not there' : `there is no table below the ${LEVELS[level]}`;
}

function indexOf(va: VirtAddr, level: number): number {
  const [hi, lo] = [hiOf(va), loOf(va)];
  if (level === 0) return (hi >>> 7) & 511;
  if (level === 1) return ((hi & 127) << 2) | (lo >>> 30);
  return (level === 2 ? lo >>> 21 : lo >>> 12) & 511;
}

/** Where the four entries appear in virtual memory, from the top down. */
function selfMapAddresses(va: VirtAddr): bigint[] {
  const base = (0xffffn << 48n) | (BigInt(SELF_MAP_SLOT) << 39n);
  const entryOf = (address: bigint): bigint => base + (((address & 0xffff_ffff_ffffn) >> 12n) << 3n);
  const pte = entryOf(toU64(va));
  const pde = entryOf(pte);
  const pdpte = entryOf(pde);
  return [entryOf(pdpte), pdpte, pde, pte];
}

function tableEntry(level: number, va: VirtAddr, at: PhysAddr, virtual: bigint, value: bigint): TableEntry {
  const present = (value & Pte.VALID) !== 0n;
  const names = present ? VALID_BITS : level === 3 ? SOFTWARE_BITS : [];
  return {
    ...{ level: LEVELS[level], index: indexOf(va, level), physical: hex(at), virtual: hex(virtual), value: hex(value) },
    present,
    bits: names.filter(([bit]) => (value & bit) !== 0n).map(([, name]) => name),
    pfn: present ? Number((value & Pte.PFN_MASK) >> 12n) : null,
  };
}

const PFN_STATES: Readonly<Record<number, PfnRecord['state']>> = {
  [C.KI_PFN_FREE]: 'free',
  [C.KI_PFN_ACTIVE]: 'active',
  [C.KI_PFN_PAGE_TABLE]: 'page table',
  [C.KI_PFN_BOOT]: 'boot',
  [C.KI_PFN_FREED_LOCKED]: 'freed while locked',
};

function pfnRecord(k: Kernel, pfn: number): PfnRecord {
  const { memory } = k.machine;
  const at = PFN_DATABASE_PHYSICAL + pfn * MMPFN.size;
  const state = PFN_STATES[memory.u8(at + MMPFN.off.State)] ?? 'damaged';
  return { pfn, state, locks: memory.u16(at + MMPFN.off.LockCount) };
}

function tlbRecord(k: Kernel, cpu: Cpu, cr3: PhysAddr, va: VirtAddr): TlbRecord {
  const { words } = k.machine.memory;
  const [hi, lo] = [hiOf(va), loOf(va)];
  const slot = (lo >>> 12) & (TLB_ENTRIES - 1);
  const at = (cpu.base + CPU_BLOCK_BYTES + slot * TLB_ENTRY_BYTES) >> 2;
  const tag = words[at];
  const held = (tag & TlbBit.VALID) !== 0 && ((tag ^ lo) & PAGE_MASK) === 0 && words[at + 1] === hi;
  const sameSpace = va < 0 || cpu.cr3 === cr3 || (held && (tag & TlbBit.GLOBAL) !== 0);
  if (!held) return { cpu: cpu.number, held, sameSpace, physical: null, bits: [], stale: false, text: 'not held' };
  const frame = words[at + 2];
  const now = k.machine.mmu.walkTables(cpu.cr3, hi, lo, Access.READ, cpu.cr0, cpu.cr4, false);
  const same = now >= 0 && (now & PAGE_MASK) === frame && ((k.machine.mmu.flags ^ tag) & COMPARED) === 0;
  return {
    ...{ cpu: cpu.number, held, sameSpace, physical: hex(frame >>> 0), stale: !same },
    bits: TLB_BITS.filter(([bit]) => (tag & bit) !== 0).map(([, name]) => name),
    text: same
      ? 'held, as in the tables'
      : now < 0
        ? 'stale: the tables no longer allow it'
        : 'stale: the tables say something else by now',
  };
}
