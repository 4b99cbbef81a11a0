/**
 * A bare machine for tests: page tables that a test lays out, code from the assembler, no kernel.
 *
 * Kernel code lies at CODE, a stack per CPU below STACK(n); page tables and pages are handed out from the bottom of RAM.
 */
import { hiOf, loOf, type VirtAddr } from '../base/numbers.ts';
import { GuestMemory } from '../machine/guest-memory.ts';
import { FrameFlag, PAGE, Pte } from '../machine/layout.ts';
import { Machine, type MachineOptions } from '../machine/machine.ts';
import { assemble } from './assembler.ts';
import type { Cpu } from './cpu.ts';
import { Vm, type VmHooks } from './vm.ts';

export const CODE = 0x10000 - 2 ** 47;
export const DATA = 0x400000 - 2 ** 47;
export const IDT = 0x800000 - 2 ** 47;
export const USER_CODE = 0x10000;
export const USER_STACK = 0x80000;
export const stackOf = (cpu: number): VirtAddr => 0x100000 - 2 ** 47 + cpu * 0x10000;
/** Exit code that `stop` leaves as the machine's stop reason. */
export const STOPPED_BY_TEST = 77;

export interface PageOptions {
  write?: boolean;
  user?: boolean;
  execute?: boolean;
  global?: boolean;
}

export class TestMachine {
  readonly machine: Machine;
  readonly vm: Vm;
  readonly memory: GuestMemory;
  /** Labels of everything loaded, as addresses. */
  readonly labels: Record<string, VirtAddr> = {};
  readonly cr3: number;
  private nextPage = 1;

  constructor(options: MachineOptions = {}, hooks: Partial<VmHooks> = {}) {
    this.machine = new Machine({ ramBytes: 4 << 20, ...options });
    const stop = (cpu: Cpu) => this.machine.stop(STOPPED_BY_TEST, cpu.ip);
    this.vm = new Vm(this.machine, { primitive: stop, doubleFault: stop, ...hooks });
    this.cr3 = this.allocate() * PAGE;
    this.memory = new GuestMemory(this.machine);
    for (const cpu of this.vm.cpus) {
      cpu.cr3 = this.cr3;
      cpu.idt = IDT;
      this.map(stackOf(cpu.number) - 4 * PAGE, 4, { write: true });
    }
    this.map(DATA, 4, { write: true });
    this.map(IDT, 1, { write: true });
  }

  get cpu(): Cpu {
    return this.vm.cpus[0];
  }

  /** A zeroed page; its number. */
  allocate(): number {
    return this.nextPage++;
  }

  /** Maps fresh (or given) pages. */
  map(va: VirtAddr, pages = 1, options: PageOptions = {}, pfn?: number): void {
    for (let i = 0; i < pages; i++) {
      this.setPte(va + i * PAGE, this.bits(options) | (BigInt(pfn ?? this.allocate()) << 12n));
      if (pfn !== undefined) pfn++;
    }
  }

  unmap(va: VirtAddr): void {
    this.setPte(va, 0n);
  }

  /** Physical address of the leaf entry for `va`, made if there is no table yet. */
  pteAddress(va: VirtAddr): number {
    const hi = hiOf(va);
    const lo = loOf(va);
    const indexes = [(hi >>> 7) & 511, ((hi & 127) << 2) | (lo >>> 30), (lo >>> 21) & 511, (lo >>> 12) & 511];
    let table = this.cr3;
    for (let level = 0; level < 3; level++) {
      const at = table + 8 * indexes[level];
      if (this.machine.memory.u64(at) === 0n) {
        this.machine.memory.setU64(at, BigInt(this.allocate() * PAGE) | Pte.VALID | Pte.WRITE | Pte.USER);
      }
      table = Number(this.machine.memory.u64(at) & Pte.PFN_MASK);
    }
    return table + 8 * indexes[3];
  }

  pte(va: VirtAddr): bigint {
    return this.machine.memory.u64(this.pteAddress(va));
  }

  setPte(va: VirtAddr, entry: bigint): void {
    this.machine.memory.setU64(this.pteAddress(va), entry);
  }

  /** Assembles code to `va` (pages are mapped if need be). */
  load(source: string, va: VirtAddr = CODE, options: PageOptions = {}): void {
    const { bytes, labels } = assemble(source);
    for (let page = 0; page < bytes.length; page += PAGE) {
      if (this.pte(va + page) === 0n) this.map(va + page, 1, { execute: true, ...options });
      const pa = Number(this.pte(va + page) & Pte.PFN_MASK);
      this.machine.memory.write(pa, bytes.subarray(page, page + PAGE));
    }
    for (const [name, offset] of labels) this.labels[name] = va + offset;
  }

  /** Makes a label the handler of a vector. */
  handle(vector: number, label: string): void {
    this.memory.setPtr(IDT + 8 * vector, this.labels[label]);
  }

  /** Lets a CPU begin at a label, in kernel mode, on its own stack. */
  start(label: string, cpu = 0, ...args: (number | bigint)[]): void {
    this.vm.cpus[cpu].enter(this.labels[label], { args, sp: stackOf(cpu) - 64, flags: FrameFlag.BOTTOM });
    if (cpu > 0) this.machine.startCpu(cpu);
  }

  /** Register r of a CPU's current window. */
  register(r: number, cpu = 0): bigint {
    return this.memory.u64(this.vm.cpus[cpu].fp + 8 * r);
  }

  setRegister(r: number, value: bigint, cpu = 0): void {
    this.memory.setU64(this.vm.cpus[cpu].fp + 8 * r, value);
  }

  private bits(options: PageOptions): bigint {
    let bits = Pte.VALID as bigint;
    if (options.write) bits |= Pte.WRITE;
    if (options.user) bits |= Pte.USER;
    if (options.global) bits |= Pte.GLOBAL;
    if (!options.execute) bits |= Pte.NX;
    return bits;
  }
}
