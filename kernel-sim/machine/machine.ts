/**
 * The machine as hardware: its one memory, the named fields of the machine block, and what acts on several CPUs at once
 * (interrupt requests, start, stop). A Machine restored to equal bytes behaves equally.
 * What executes instructions is vm/vm.ts.
 */
import { hashInto, hashText } from '../base/hash.ts';
import type { Instant, Irql } from '../base/numbers.ts';
import { seedRandom } from '../base/random.ts';
import { CpuField, MAX_CPUS, Mach, PAGE } from './layout.ts';
import { DIRTY, DirtyReader, PhysicalMemory } from './memory.ts';
import { CR0_WP, CR4_SMEP, Mmu } from './mmu.ts';

export interface MachineOptions {
  /** Multiple of 4096; 16 MiB by default. */
  ramBytes?: number;
  /** 1 to 8; 1 by default. */
  cpus?: number;
  /** Names the interleaving. */
  seed?: number;
  nsPerInstruction?: number;
  /** Period of the clock interrupt, for the kernel; 15.625 ms by default. */
  tickNs?: number;
}

/** Mach.STOPPED. The values of each stand in the machine's stop arguments. */
export const StopReason = {
  RUNNING: 0,
  /** Arguments: code and four parameters. */
  BUG_CHECK: 1,
  /** The guest shut the machine down. Argument: exit status. */
  SHUTDOWN: 2,
  /** Nothing can ever run again. */
  HANG: 3,
} as const;

/** IRQL of the local timer's interrupt. */
export const CLOCK_LEVEL = 13;
/** TIMER_DUE of a timer that is off. */
export const NEVER = Number.MAX_SAFE_INTEGER;
const STOP_ARGUMENTS = 8;
const PAGE_WORDS = PAGE / 4;

export class Machine {
  readonly memory: PhysicalMemory;
  readonly mmu: Mmu;
  /** Two lanes a page, then two for what lies above RAM. Host-side: a cache. */
  private readonly pageHashes: Int32Array;

  constructor(options: MachineOptions = {}) {
    const cpus = options.cpus ?? 1;
    if (!(cpus >= 1 && cpus <= MAX_CPUS)) throw new RangeError(`${cpus} CPUs`);
    this.memory = new PhysicalMemory(options.ramBytes ?? 16 << 20);
    this.mmu = new Mmu(this.memory);
    this.pageHashes = new Int32Array(2 * this.memory.dirty.length + 2);
    this.set(Mach.RAM_BYTES, this.memory.ramBytes);
    this.set(Mach.CPU_COUNT, cpus);
    this.nsPerInstruction = options.nsPerInstruction ?? 10;
    this.set(Mach.TICK_NS, options.tickNs ?? 15_625_000);
    seedRandom(this.memory.words, (this.memory.machineBase + Mach.RANDOM) >> 2, options.seed ?? 1);
    for (let cpu = 0; cpu < cpus; cpu++) {
      this.setCpu(cpu, CpuField.CR0, 0x8000_0000 + CR0_WP + 1);
      this.setCpu(cpu, CpuField.CR4, CR4_SMEP);
      this.setCpu(cpu, CpuField.TIMER_DUE, NEVER);
    }
    this.setCpu(0, CpuField.STARTED, 1);
  }

  get ramBytes(): number {
    return this.memory.ramBytes;
  }

  /** Instructions retired by all CPUs. */
  get instant(): Instant {
    return this.get(Mach.INSTANT);
  }

  get cpuCount(): number {
    return this.get(Mach.CPU_COUNT);
  }

  /** Number of the CPU whose slice is running, or was the last to run. */
  get currentCpu(): number {
    return this.get(Mach.CURRENT_CPU);
  }

  get nsPerInstruction(): number {
    return this.get(Mach.NS_PER_INSTRUCTION);
  }

  set nsPerInstruction(value: number) {
    if (!(Number.isInteger(value) && value >= 1)) throw new RangeError(`${value} ns an instruction`);
    this.set(Mach.NS_PER_INSTRUCTION, value);
  }

  get tickNs(): number {
    return this.get(Mach.TICK_NS);
  }

  get booted(): boolean {
    return this.get(Mach.BOOTED) !== 0;
  }

  set booted(value: boolean) {
    this.set(Mach.BOOTED, value ? 1 : 0);
  }

  /** A StopReason. */
  get stopped(): number {
    return this.get(Mach.STOPPED);
  }

  /** Stops all CPUs after the current instruction. Up to eight values that tell why. */
  stop(reason: number, ...args: (number | bigint)[]): void {
    this.set(Mach.STOPPED, reason);
    for (let i = 0; i < STOP_ARGUMENTS; i++) {
      this.memory.view.setBigInt64(this.memory.machineBase + Mach.STOP_ARGS + 8 * i, BigInt(args[i] ?? 0), true);
    }
  }

  stopArgument(index: number): bigint {
    return this.memory.view.getBigUint64(this.memory.machineBase + Mach.STOP_ARGS + 8 * index, true);
  }

  /** Ends the running slice: the CPU that is furthest behind goes on. */
  endSlice(): void {
    this.set(Mach.SLICE_LEFT, 0);
  }

  /** Lets another CPU begin, at the current CPU's time. Its registers have been set. */
  startCpu(cpu: number): void {
    this.setCpu(cpu, CpuField.STARTED, 1);
    this.setCpu(cpu, CpuField.CLOCK, Math.max(this.getCpu(cpu, CpuField.CLOCK), this.now));
    this.endSlice();
  }

  /** Requests an interrupt of IRQL 1..15 on a CPU; wakes it if it is halted and may take it. */
  requestInterrupt(cpu: number, irql: Irql): void {
    const words = this.memory.words;
    const base = this.memory.cpuBase(cpu) >> 2;
    words[base + (CpuField.IRR >> 2)] |= 1 << irql;
    if (words[base + (CpuField.HALTED >> 2)] === 0 || irql <= words[base + (CpuField.CR8 >> 2)]) return;
    words[base + (CpuField.HALTED >> 2)] = 0;
    this.setCpu(cpu, CpuField.CLOCK, Math.max(this.getCpu(cpu, CpuField.CLOCK), this.now));
    this.endSlice();
  }

  /** Clock of the current CPU, ns. */
  get now(): number {
    return this.getCpu(this.currentCpu, CpuField.CLOCK);
  }

  /**
   * 16 hex digits over the whole state: a hash of the hashes of all pages and of what lies above RAM. Pages that were not
   * written since the last time are not read again.
   */
  stateHash(): string {
    const { words, dirty, ramBytes, stateBytes } = this.memory;
    const hashes = this.pageHashes;
    const pages = dirty.length;
    for (let page = 0; page < pages; page++) {
      if ((dirty[page] & DirtyReader.HASH) === 0) continue;
      dirty[page] &= ~DirtyReader.HASH;
      hashInto(hashes, 2 * page, words, page * PAGE_WORDS, (page + 1) * PAGE_WORDS);
    }
    hashInto(hashes, 2 * pages, words, ramBytes >> 2, stateBytes >> 2);
    const result = new Int32Array(2);
    hashInto(result, 0, hashes, 0, hashes.length);
    return hashText(result);
  }

  /** A copy of the whole state. */
  save(): Uint8Array {
    return this.memory.bytes.slice(0, this.memory.stateBytes);
  }

  /** Makes a state saved by a machine of the same size this one's. */
  restore(state: Uint8Array): void {
    if (state.length !== this.memory.stateBytes) throw new RangeError('state of a machine of another size');
    this.memory.bytes.set(state);
    this.memory.dirty.fill(DIRTY);
  }

  /** A field of the machine block (Mach). */
  get(field: number): number {
    return this.memory.slot(this.memory.machineBase + field);
  }

  set(field: number, value: number): void {
    this.memory.setSlot(this.memory.machineBase + field, value);
  }

  /** A field of a CPU block (CpuField). */
  getCpu(cpu: number, field: number): number {
    return this.memory.slot(this.memory.cpuBase(cpu) + field);
  }

  setCpu(cpu: number, field: number, value: number): void {
    this.memory.setSlot(this.memory.cpuBase(cpu) + field, value);
  }
}
