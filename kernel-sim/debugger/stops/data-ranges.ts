/**
 * Where watched data lies in RAM. Virtual ranges are translated page by page through the tables of their address space (the kernel's own, or of the
 * process they were set in, as long as its process object names it); every table entry on the way is watched as well, so that a range follows its
 * pages: from the instant at which a page is mapped its accesses are seen. Bytes behind no page are not accessed by anybody.
 */
import type { PhysAddr, VirtAddr } from '../../base/numbers.ts';
import type { Kernel } from '../../kernel/kernel.ts';
import { EPROCESS, KPROCESS } from '../../kernel/layouts.generated.ts';
import { PAGE, Pte } from '../../machine/layout.ts';
import { AccessKind, type Touch, type Watch, type WatchedRange } from '../../vm/watch.ts';
import type { Breakpoint, ProcessId } from './breakpoints.ts';

const LEVEL_SHIFTS = [39, 30, 21, 12];
const LARGE_PAGE = 2 * 1024 * 1024;
const ENTRIES = 512;
const ENTRY_BYTES = 8;

export class DataRanges {
  private readonly owners = new Map<WatchedRange, Breakpoint | undefined>();
  private ranges: WatchedRange[] = [];

  constructor(
    private readonly k: Kernel,
    private readonly watch: Watch,
    private readonly breakpoints: readonly Breakpoint[],
  ) {}

  /** Looks where everything lies now: when a run begins. */
  refresh(): void {
    this.ranges = [];
    this.owners.clear();
    const seen = new Set<PhysAddr>();
    for (const breakpoint of this.breakpoints) if (breakpoint.data) this.place(breakpoint, breakpoint.data, seen);
    this.watch.setRanges(this.ranges);
  }

  /** What was touched, by breakpoint; looks anew where everything lies if a table was written. */
  take(touched: readonly Touch[]): Map<Breakpoint, Touch[]> {
    const found = new Map<Breakpoint, Touch[]>();
    let moved = false;
    for (const touch of touched) {
      const breakpoint = this.owners.get(touch.range);
      if (!breakpoint) moved = true;
      else if (isMeant(breakpoint, touch)) found.set(breakpoint, [...(found.get(breakpoint) ?? []), touch]);
    }
    if (moved) this.refresh();
    return found;
  }

  private place(breakpoint: Breakpoint, data: NonNullable<Breakpoint['data']>, seen: Set<PhysAddr>): void {
    const { address, length } = data;
    if (data.physical) {
      this.add(address, length, breakpoint);
      return;
    }
    const root = this.rootOf(data.owner, seen);
    if (root === undefined) return;
    for (let at = address; at < address + length; ) {
      const room = PAGE - (((at % PAGE) + PAGE) % PAGE);
      const size = Math.min(room, address + length - at);
      const pa = this.translate(root, at, seen);
      if (pa !== undefined) this.add(pa, size, breakpoint);
      at += size;
    }
  }

  /** Page table of an address space; undefined while it does not exist. */
  private rootOf(owner: ProcessId | undefined, seen: Set<PhysAddr>): PhysAddr | undefined {
    const { k } = this;
    const { memory } = k.machine;
    const system = this.tableAt(k.symbol('KiIdleProcess') + KPROCESS.off.DirectoryTableBase);
    if (system === undefined || !owner) return system;
    const pid = this.translate(system, owner.process + EPROCESS.off.UniqueProcessId, seen);
    const table = this.translate(system, owner.process + KPROCESS.off.DirectoryTableBase, seen);
    if (pid === undefined || table === undefined) return undefined;
    this.addTable(pid, seen);
    this.addTable(table, seen);
    return memory.u64(pid) === BigInt(owner.pid) ? this.tableIn(memory.u64(table)) : undefined;
  }

  private tableAt(va: VirtAddr): PhysAddr | undefined {
    return this.k.view.isMapped(va, ENTRY_BYTES) ? this.tableIn(this.k.view.u64(va)) : undefined;
  }

  private tableIn(value: bigint): PhysAddr | undefined {
    const pa = Number(value & Pte.PFN_MASK);
    return pa > 0 && pa + PAGE <= this.k.machine.ramBytes ? pa : undefined;
  }

  private translate(root: PhysAddr, va: VirtAddr, seen: Set<PhysAddr>): PhysAddr | undefined {
    const { memory, ramBytes } = this.k.machine;
    let table: PhysAddr | undefined = root;
    for (const shift of LEVEL_SHIFTS) {
      if (table === undefined) return undefined;
      const index = ((Math.floor(va / 2 ** shift) % ENTRIES) + ENTRIES) % ENTRIES;
      const at: PhysAddr = table + index * ENTRY_BYTES;
      this.addTable(at, seen);
      const entry = memory.u64(at);
      if ((entry & Pte.VALID) === 0n) return undefined;
      if (shift === 21 && (entry & Pte.LARGE) !== 0n) {
        return within(Number(entry & Pte.PFN_MASK) + (((va % LARGE_PAGE) + LARGE_PAGE) % LARGE_PAGE), ramBytes);
      }
      table = this.tableIn(entry);
    }
    return table === undefined ? undefined : within(table + (((va % PAGE) + PAGE) % PAGE), ramBytes);
  }

  private addTable(pa: PhysAddr, seen: Set<PhysAddr>): void {
    if (seen.has(pa)) return;
    seen.add(pa);
    this.push({ pa, length: ENTRY_BYTES, kinds: AccessKind.WRITE }, undefined);
  }

  private add(pa: PhysAddr, length: number, breakpoint: Breakpoint): void {
    const { where } = breakpoint.spec;
    const access = where.kind === 'data' ? where.access : 'access';
    const read = access === 'read' || access === 'access' ? AccessKind.READ : 0;
    const write = access === 'read' ? 0 : AccessKind.WRITE;
    this.push({ pa, length, kinds: read | write }, breakpoint);
  }

  private push(range: WatchedRange, owner: Breakpoint | undefined): void {
    this.ranges.push(range);
    this.owners.set(range, owner);
  }
}

function within(pa: PhysAddr, ramBytes: number): PhysAddr | undefined {
  return pa < ramBytes ? pa : undefined;
}

function isMeant({ spec: { where } }: Breakpoint, { before, after }: Touch): boolean {
  return where.kind !== 'data' || where.access !== 'change' || before.some((byte, i) => byte !== after[i]);
}

/** `writes 4 bytes at ...: 1 -> 2`. */
export function touchText(breakpoint: Breakpoint, touches: readonly Touch[]): string {
  const written = touches.find(({ kind }) => kind === AccessKind.WRITE);
  const touch = written ?? touches[0];
  const what = written ? 'written' : 'read';
  const values = written ? `${valueText(touch.before)} -> ${valueText(touch.after)}` : valueText(touch.after);
  const { where } = breakpoint.spec;
  return `${where.kind === 'data' ? where.address : ''} ${what}: ${values}`;
}

const SHOWN_BYTES = 16;

/** 1, 2, 4 and 8 bytes as one number, others byte by byte. */
function valueText(bytes: Uint8Array): string {
  const hex = [...bytes].map((byte) => byte.toString(16).toUpperCase().padStart(2, '0'));
  if ([1, 2, 4, 8].includes(bytes.length)) return `0x${hex.reverse().join('')}`;
  return `${hex.slice(0, SHOWN_BYTES).join(' ')}${hex.length > SHOWN_BYTES ? ' ...' : ''}`;
}
