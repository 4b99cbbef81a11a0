/**
 * The user half of an address space: which pages are there, what they allow, what they are for. Read from the page tables.
 */
import type { PhysAddr, VirtAddr } from '../base/numbers.ts';
import { tryRead } from '../debugger/context.ts';
import type { Kernel } from '../kernel/kernel.ts';
import { ETHREAD, KTHREAD } from '../kernel/layouts.generated.ts';
import { PEB_BASE, TEB_BASE, TEB_STRIDE, USER_SHARED_DATA } from '../kernel/memory/map.ts';
import { PTE } from '../kernel/memory/tables.ts';
import { PAGE, Pte } from '../machine/layout.ts';
import type { ProcessRef, Read } from '../protocol/views.ts';
import type { MemoryMapView, MemoryRegion } from '../protocol/views-memory.ts';
import { directoryTableOf, findProcess, memoryOf, processName, threadName, threadsOf } from './identity.ts';
import { hex, struct, view } from './look.ts';
import { type Module, userModules } from './modules.ts';

const ENTRIES = 512;
const USER_ENTRIES = 256;
const MAX_TABLES = 4096;
const MAX_REGIONS = 1024;
/** TEB.NtTib.StackBase. */
const TEB_STACK_BASE = 8;
/** Bytes that one entry of each level covers, from the top down. */
const SPANS = [2 ** 39, 2 ** 30, 2 ** 21, 2 ** 12];

interface Run {
  from: VirtAddr;
  to: VirtAddr;
  state: MemoryRegion['state'];
  rights: string;
  use: string;
  name: string;
}

/** A part of the address space whose purpose is known. */
interface Purpose {
  from: VirtAddr;
  to: VirtAddr;
  use: string;
  name: string;
}

export function memoryMapView(k: Kernel, ref: ProcessRef | undefined): Read<MemoryMapView> {
  return view(() => {
    const found = findProcess(k, ref);
    if ('problem' in found) return found;
    const process = processName(k, found.va);
    if ('problem' in process) return process;
    const cr3 = directoryTableOf(k, found.va);
    if (cr3 === undefined) return { problem: `${process.image} has no address space (any more)` };
    const map = new Walk(k, [...imagesOf(k, found.va), ...stacksOf(k, found.va), ...fixed()]);
    map.table(cr3, 0, 0);
    return { process, regions: { entries: map.runs.map(regionOf), cut: map.cut } };
  });
}

function regionOf({ from, to, state, rights, use, name }: Run): MemoryRegion {
  return { from: hex(from), to: hex(to), pages: (to - from) / PAGE, state, rights, use, name };
}

/** Gathers pages into runs of equal kind. Tables may be trashed: at most so many are looked at. */
class Walk {
  readonly runs: Run[] = [];
  cut = '';
  private tables = 0;
  private readonly k: Kernel;
  private readonly purposes: readonly Purpose[];

  constructor(k: Kernel, purposes: readonly Purpose[]) {
    this.k = k;
    this.purposes = purposes;
  }

  table(table: PhysAddr, level: number, base: VirtAddr): void {
    const { machine } = this.k;
    if (++this.tables > MAX_TABLES) this.cut = `only the first ${MAX_TABLES} page tables were looked at`;
    const count = level === 0 ? USER_ENTRIES : ENTRIES;
    for (let i = 0; i < count && this.cut === ''; i++) {
      const value = machine.memory.u64(table + 8 * i);
      if (value === 0n) continue;
      const va = base + i * SPANS[level];
      const present = (value & Pte.VALID) !== 0n;
      const large = present && level === 2 && (value & Pte.LARGE) !== 0n;
      if (level === 3 || large) this.page(va, value, SPANS[level]);
      else if (present && (value & Pte.PFN_MASK) < BigInt(machine.ramBytes))
        this.table(Number(value & Pte.PFN_MASK), level + 1, va);
    }
  }

  private page(va: VirtAddr, value: bigint, bytes: number): void {
    const run = this.kindOf(va, value);
    if (!run) return;
    const last = this.runs.at(-1);
    const begins = (value & (Pte.VALID | BigInt(PTE.FIRST))) === (Pte.VALID | BigInt(PTE.FIRST));
    const same = last?.to === va && last.state === run.state && last.rights === run.rights;
    if (last && same && !begins && last.use === run.use && last.name === run.name) last.to = va + bytes;
    else if (this.runs.length >= MAX_REGIONS) this.cut = `only the first ${MAX_REGIONS} regions are shown`;
    else this.runs.push({ ...run, from: va, to: va + bytes });
  }

  private kindOf(va: VirtAddr, value: bigint): Omit<Run, 'from' | 'to'> | undefined {
    const purpose = this.purposes.find(({ from, to }) => va >= from && va < to);
    const what = { use: purpose?.use ?? 'memory', name: purpose?.name ?? '' };
    if ((value & Pte.VALID) !== 0n) {
      const rights = `r${value & Pte.WRITE ? 'w' : '-'}${value & Pte.NX ? '-' : 'x'}`;
      return { ...what, state: 'committed', rights };
    }
    if (value & BigInt(PTE.GUARD)) return { ...what, state: 'guard', rights: '---' };
    return value & BigInt(PTE.RESERVED) ? { ...what, state: 'reserved', rights: '---' } : undefined;
  }
}

function imagesOf(k: Kernel, process: VirtAddr): Purpose[] {
  return userModules(k, process).flatMap((module) => sectionsOf(k, module));
}

function sectionsOf(k: Kernel, { name, base, size, hash }: Module): Purpose[] {
  const whole = { from: base, to: base + Math.ceil(size / PAGE) * PAGE, use: 'image' };
  const sections = (k.images.hashed(hash)?.sections ?? []).map((section) => ({
    from: base + section.rva,
    to: base + section.rva + Math.ceil(section.size / PAGE) * PAGE,
    use: 'image',
    name: `${name} ${section.name}`,
  }));
  return [...sections, { ...whole, name }];
}

/** From the lowest reserved address to the top that the TEB names. */
function stacksOf(k: Kernel, process: VirtAddr): Purpose[] {
  const memory = memoryOf(k, process);
  return threadsOf(k, process).entries.flatMap((va) => {
    const found = tryRead(() => {
      const from = struct(k, ETHREAD, va).ptr('UserStackBase');
      const teb = struct(k, KTHREAD, va).ptr('Teb');
      const name = threadName(k, va);
      if (!memory || from === undefined || teb === undefined || 'problem' in name) return [];
      const owner = `thread ${name.tid}`;
      return [
        { from, to: memory.ptr(teb + TEB_STACK_BASE), use: 'user stack', name: owner },
        { from: teb, to: teb + TEB_STRIDE, use: 'TEB', name: owner },
      ];
    });
    return found ?? [];
  });
}

function fixed(): Purpose[] {
  return [
    { from: USER_SHARED_DATA, to: USER_SHARED_DATA + PAGE, use: 'shared data', name: '' },
    { from: PEB_BASE, to: TEB_BASE, use: 'PEB', name: '' },
  ];
}
