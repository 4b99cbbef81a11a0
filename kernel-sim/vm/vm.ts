/**
 * The machine in motion: which CPU runs when and for how long, interrupts, and what calls upward.
 *
 * The order of instructions is a function of the machine's bytes alone (design rules 1, 2, 4): the started CPU that is
 * furthest behind gets a slice of seeded length; a host budget may end anywhere inside it, because what is left stands in
 * SLICE_LEFT. An instant N names the state right after the Nth instruction retired, before anything else has happened:
 * interrupts, traps and the choice of the next CPU belong to the step that leads to N + 1. Whoever is called back
 * (a primitive, a double fault, a trap watcher) sees the instant of the state it was called in.
 */
import type { Instant } from '../base/numbers.ts';
import { nextRandom } from '../base/random.ts';
import { CpuField, Mach, Vector } from '../machine/layout.ts';
import { CLOCK_LEVEL, type Machine, NEVER, StopReason } from '../machine/machine.ts';
import { DataAccess } from './access.ts';
import { Cpu } from './cpu.ts';
import { Frames } from './frames.ts';
import { Exit, Interpreter } from './interpreter.ts';
import { Step, SystemInstructions } from './interpreter-system.ts';
import { Traps } from './traps.ts';
import type { Watch } from './watch.ts';
import { W } from './words.ts';

/** What the kernel gives the VM: stateless functions. */
export interface VmHooks {
  /**
   * PRIM `index` of the image that contains IP. IP is already the next instruction's. May change everything (switch
   * threads, halt, stop the machine). If it throws GuestFault, IP goes back to the PRIM and the guest gets the fault.
   */
  primitive(cpu: Cpu, index: number): void;
  /** A trap could not be delivered. IP is the instruction's; must stop the machine or move the CPU elsewhere. */
  doubleFault(cpu: Cpu): void;
  /** For the trace; must change nothing. A trap's handler is about to execute; the trap frame is at RCX. */
  trapped?(cpu: Cpu, vector: number): void;
  /** For the trace; must change nothing. The handler of a trap of this vector has returned: the CPU is as it goes on. */
  resumed?(cpu: Cpu, vector: number): void;
}

/** Why `run` came back: the instant was reached, the machine stopped, nothing can ever run again, someone asked for it, the watch saw something. */
export type RunResult = 'limit' | 'stopped' | 'idle' | 'paused' | 'watched';

/** Slices are 1 to this many instructions long ... */
const SLICE_BITS = 7;
/** ... times 2 to the power of this when no other CPU could run. */
const ALONE_SHIFT = 8;
const TWO_32 = 4294967296;
/** So many faults without an instruction between them are a double fault: the handler's first one faults for ever. */
const MAX_NESTED_FAULTS = 32;

export class Vm {
  readonly machine: Machine;
  readonly cpus: readonly Cpu[];

  private readonly m: Int32Array;
  private readonly hooks: VmHooks;
  private readonly interpreter: Interpreter;
  private readonly system: SystemInstructions;
  private readonly traps: Traps;
  private readonly frames: Frames;
  private pauseRequested = false;
  /** Faults since the last instruction that retired. No run ends between them, so this is no state. */
  private nestedFaults = 0;
  /** The watch that saw all code pages written so far: the marks of pages have one bit for all watches. */
  private lastWatch: Watch | undefined;

  constructor(machine: Machine, hooks: VmHooks) {
    const { memory, mmu } = machine;
    const frames = new Frames(memory, mmu);
    this.machine = machine;
    this.hooks = hooks;
    this.m = memory.words;
    this.frames = frames;
    this.traps = new Traps(memory, mmu, frames);
    this.interpreter = new Interpreter(memory, mmu, frames, new DataAccess(memory, mmu));
    this.system = new SystemInstructions(machine, frames, this.traps, hooks);
    this.cpus = Array.from({ length: machine.cpuCount }, (_, i) => new Cpu(machine, frames, i));
  }

  /** The CPU whose slice is running, or was the last to run. */
  get cpu(): Cpu {
    return this.cpus[this.machine.currentCpu];
  }

  /** Runs for so many instructions at most. How a run is cut into budgets changes nothing in the machine. */
  run(instructions: number): RunResult {
    return this.runTo(this.machine.instant + instructions);
  }

  /**
   * Runs until exactly so many instructions have retired, if nothing ends it before; `watch` may. After an exception (a defect of the lab) the
   * machine's bytes mean nothing; others may be put in their place.
   */
  runTo(instant: Instant, watch?: Watch): RunResult {
    this.pauseRequested = false;
    if (watch) this.beginWatch(watch);
    try {
      return this.go(instant, watch);
    } catch (defect) {
      this.nestedFaults = 0;
      this.frames.pending = false;
      this.machine.memory.onAccess = undefined;
      throw defect;
    }
  }

  private go(instant: Instant, watch: Watch | undefined): RunResult {
    const { machine } = this;
    for (;;) {
      if (watch && (watch.arrived || machine.instant >= watch.due)) return 'watched';
      if (machine.stopped !== StopReason.RUNNING) return 'stopped';
      const left = instant - machine.instant;
      if (left <= 0) return 'limit';
      if (this.pauseRequested && this.nestedFaults === 0) return 'paused';
      if (machine.get(Mach.SLICE_LEFT) === 0 && !this.choose()) return 'idle';
      this.advance(this.cpus[machine.currentCpu], Math.min(left, machine.get(Mach.SLICE_LEFT)), watch);
    }
  }

  /** Makes the current run come back after the current instruction, without a trace in the machine. */
  pause(): void {
    this.pauseRequested = true;
  }

  private beginWatch(watch: Watch): void {
    watch.begin(this.cpus);
    // Who looks at code pages first takes the marks of what was written since: another watch has not seen them.
    if (this.lastWatch !== watch) watch.invalidate();
    this.lastWatch = watch;
  }

  /** Delivers what is due, then executes up to `limit` instructions of the running slice. */
  private advance(cpu: Cpu, limit: number, watch: Watch | undefined): void {
    const m = this.m;
    const at = cpu.words;
    const time = this.read(at + W.TIMER_DUE) - this.read(at + W.CLOCK);
    if (time <= 0) {
      m[at + W.IRR] |= 1 << CLOCK_LEVEL;
      cpu.timerDue = NEVER;
    } else {
      const ns = this.machine.nsPerInstruction;
      if (time < limit * ns) limit = Math.ceil(time / ns);
    }
    if (m[at + W.IRR] !== 0 && m[at + W.IF] !== 0 && m[at + W.IRR] >>> (m[at + W.CR8] + 1) !== 0) {
      if (watch?.data) watch.prepare();
      const isDelivered = this.traps.interrupt(at);
      if (watch?.data) watch.compare(this.machine.instant + 1);
      if (!isDelivered) {
        this.doubleFault(cpu);
        return;
      }
      this.hooks.trapped?.(cpu, Vector.INTERRUPT + m[at + W.CR8]);
    }
    // What traps told is seen after the next instruction.
    if (this.pauseRequested || (watch && watch.touched.length > 0)) limit = 1;
    const mode = m[at + W.MODE];
    const { interpreter } = this;
    this.retire(cpu, mode, interpreter.run(at, cpu.number, limit, watch));
    switch (interpreter.exit) {
      case Exit.FAULT:
        this.raise(cpu, watch);
        break;
      case Exit.SPECIAL:
        this.special(cpu, watch);
        break;
      case Exit.TOUCH:
        this.executeAlone(cpu, watch as Watch);
        break;
      case Exit.MARK:
        (watch as Watch).arrived = true;
        break;
      default:
        if (watch) this.arrive(cpu, watch);
    }
  }

  /** The CPU has retired an instruction: it has arrived where it stands. */
  private arrive(cpu: Cpu, watch: Watch): void {
    if (watch.isMarked(cpu.words, this.frames.loadPc(cpu.words))) watch.arrived = true;
  }

  /** Executes one instruction that may access watched bytes. */
  private executeAlone(cpu: Cpu, watch: Watch): void {
    const { m, frames, interpreter } = this;
    const at = cpu.words;
    const pc = frames.loadPc(at);
    const w = m[pc];
    watch.prepare();
    watch.noteOperands(at, pc, m[at + W.WINDOW] >>> 2, w);
    const mode = m[at + W.MODE];
    const count = interpreter.run(at, cpu.number, 1);
    this.retire(cpu, mode, count);
    if (count === 1) watch.noteFrame(at, w);
    else watch.forget();
    watch.compare(this.machine.instant + 1 - count);
    if (interpreter.exit === Exit.FAULT) this.raise(cpu, watch);
    else this.arrive(cpu, watch);
  }

  private special(cpu: Cpu, watch: Watch | undefined): void {
    const mode = this.m[cpu.words + W.MODE];
    if (watch?.data) watch.prepare();
    const step = this.system.step(cpu);
    const retired = step === Step.RETIRED || step === Step.RETIRED_FAULT;
    if (retired) this.retire(cpu, mode, 1);
    if (watch?.data) watch.compare(this.machine.instant + (retired ? 0 : 1));
    if (step === Step.DOUBLE_FAULT) this.doubleFault(cpu);
    else if (step !== Step.RETIRED) this.raise(cpu, watch);
    else if (watch && !this.system.restarted) this.arrive(cpu, watch);
  }

  private raise(cpu: Cpu, watch: Watch | undefined): void {
    const { vector } = this.machine.mmu;
    if (watch?.data) watch.prepare();
    const isDelivered = ++this.nestedFaults <= MAX_NESTED_FAULTS && this.traps.raiseFault(cpu.words);
    if (watch?.data) watch.compare(this.machine.instant + 1);
    if (isDelivered) this.hooks.trapped?.(cpu, vector);
    else this.doubleFault(cpu);
  }

  private doubleFault(cpu: Cpu): void {
    const { ip, sp } = cpu;
    this.nestedFaults = 0;
    this.hooks.doubleFault(cpu);
    if (this.machine.stopped === StopReason.RUNNING && cpu.ip === ip && cpu.sp === sp) {
      throw new Error('a double fault was not handled: the CPU would fault for ever');
    }
  }

  /** Books instructions that a CPU executed in `mode`. */
  private retire(cpu: Cpu, mode: number, count: number): void {
    if (count === 0) return;
    this.nestedFaults = 0;
    const { machine } = this;
    const ns = count * machine.nsPerInstruction;
    const machineWords = machine.memory.machineBase >> 2;
    this.add(machineWords + (Mach.INSTANT >> 2), count);
    const left = machineWords + (Mach.SLICE_LEFT >> 2);
    this.m[left] = Math.max(0, this.m[left] - count);
    this.add(cpu.words + W.CLOCK, ns);
    this.add(cpu.words + W.RETIRED, count);
    this.add(cpu.words + (mode === 0 ? W.KERNEL_NS : W.USER_NS), ns);
  }

  private add(at: number, value: number): void {
    const low = (this.m[at] >>> 0) + value;
    this.m[at] = low | 0;
    if (low >= TWO_32) this.m[at + 1] += Math.floor(low / TWO_32);
  }

  /**
   * Begins the slice of the CPU that is furthest behind (the lowest number of equals). A halted CPU counts with the time
   * its timer will wake it. False: all are halted for ever; nothing was changed.
   */
  private choose(): boolean {
    const { machine, m } = this;
    let best: Cpu | undefined;
    let bestTime = NEVER;
    let nextTime = NEVER;
    let running = 0;
    for (const cpu of this.cpus) {
      if (m[cpu.words + W.STARTED] === 0) continue;
      const time = this.wakeTime(cpu);
      if (m[cpu.words + W.HALTED] === 0) running++;
      if (time < bestTime) {
        nextTime = bestTime;
        bestTime = time;
        best = cpu;
      } else if (time < nextTime) nextTime = time;
    }
    if (best === undefined) return false;
    if (m[best.words + W.HALTED] !== 0) {
      m[best.words + W.HALTED] = 0;
      best.set(CpuField.CLOCK, bestTime);
      running++;
    }
    const drawn = (nextRandom(m, (machine.memory.machineBase + Mach.RANDOM) >> 2) >>> (32 - SLICE_BITS)) + 1;
    let slice = drawn;
    if (running === 1) {
      slice = drawn << ALONE_SHIFT;
      if (nextTime !== NEVER) {
        slice = Math.min(slice, Math.max(1, Math.ceil((nextTime - bestTime) / machine.nsPerInstruction)));
      }
    }
    machine.set(Mach.CURRENT_CPU, best.number);
    machine.set(Mach.SLICE_LEFT, slice);
    return true;
  }

  private read(at: number): number {
    return this.m[at + 1] * TWO_32 + (this.m[at] >>> 0);
  }

  /** When a CPU can next execute something: now, or when its timer fires; NEVER. */
  private wakeTime(cpu: Cpu): number {
    const at = cpu.words;
    const clock = this.read(at + W.CLOCK);
    if (this.m[at + W.HALTED] === 0) return clock;
    const irql = this.m[at + W.CR8];
    if (this.m[at + W.IRR] >>> (irql + 1) !== 0) return clock;
    const due = cpu.timerDue;
    return due === NEVER || irql >= CLOCK_LEVEL ? NEVER : Math.max(due, clock);
  }
}
