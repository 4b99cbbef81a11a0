/**
 * The microcode of traps: pushing a trap frame and entering a handler, and resuming from a trap frame.
 *
 * `cpu` is the word index of a CPU block, whose IP is up to date. What the handlers do is the guest's business.
 */
import { Access } from '../machine/faults.ts';
import { FrameFlag, TrapFrame, Vector } from '../machine/layout.ts';
import type { PhysicalMemory } from '../machine/memory.ts';
import type { Mmu } from '../machine/mmu.ts';
import type { Frames } from './frames.ts';
import { W } from './words.ts';

const KERNEL_MODE = 0;
export const USER_MODE = 3;
const MAX_IRQL = 15;
/** RAX, RCX, RDX, R8, R9, R10, R11: in the same order in the trap frame and in the CPU block. */
const SAVED = 7;
/** Bits of the flags register: interrupts enabled, and the one that always reads 1. */
export const FLAG_IF = 0x200;
export const FLAG_FIXED = 2;

export const Resumed = {
  DONE: 0,
  /** The trap frame cannot be used; nothing changed. */
  FAULT: 1,
  /** Everything is restored, but the resumed code cannot go on: the fault is its own. */
  FAULT_THERE: 2,
} as const;

/** Vectors whose trap frame names the instruction behind the one that trapped. */
const BEHIND: ReadonlySet<number> = new Set([Vector.BREAKPOINT, Vector.ASSERT, Vector.SYSCALL]);

export class Traps {
  /** The last `resume` went back to an instruction that an interrupt or a fault kept from being executed. */
  restarted = false;
  /** Vector of the trap that the last `resume` went back from. */
  resumedVector = 0;

  private readonly m: Int32Array;
  private readonly dirty: Uint8Array;
  private readonly mmu: Mmu;
  private readonly frames: Frames;
  /** Physical word indexes of the parts of a trap frame, which may lie on two pages: before and from byte `split` on. */
  private first = 0;
  private second = 0;
  private split = 0;

  constructor(memory: PhysicalMemory, mmu: Mmu, frames: Frames) {
    this.m = memory.words;
    this.dirty = memory.dirty;
    this.mmu = mmu;
    this.frames = frames;
  }

  /** Raises the fault that the MMU describes at IP (or at the target of a failed call). False: double fault. */
  raiseFault(cpu: number): boolean {
    const { vector, errorCode, faultHi, faultLo } = this.mmu;
    if (vector === Vector.PAGE_FAULT) {
      this.m[cpu + W.CR2] = faultLo;
      this.m[cpu + W.CR2 + 1] = faultHi;
    }
    return this.raise(cpu, vector, errorCode, faultHi, faultLo);
  }

  /** Pushes a trap frame and enters the vector's handler. False: that was impossible, nothing changed (double fault). */
  raise(cpu: number, vector: number, errorCode: number, faultHi: number, faultLo: number): boolean {
    const m = this.m;
    const base = m[cpu + W.IDT];
    const lo = (base + 8 * vector) | 0;
    const hi = m[cpu + W.IDT + 1] + (lo >>> 0 < base >>> 0 ? 1 : 0);
    const pa = this.mmu.walk(cpu, hi, lo, Access.READ);
    if (pa < 0 || pa & 7) return this.abandon();
    return this.push(cpu, vector, errorCode, faultHi, faultLo, m[(pa >>> 2) + 1], m[pa >>> 2], 0, 0);
  }

  /** SYSCALL from a stub whose caller's SP is (argumentsHi, argumentsLo). False: double fault. */
  systemCall(cpu: number, argumentsHi: number, argumentsLo: number): boolean {
    const m = this.m;
    const hi = m[cpu + W.SYSCALL_ENTRY + 1];
    const lo = m[cpu + W.SYSCALL_ENTRY];
    return this.push(cpu, Vector.SYSCALL, 0, 0, 0, hi, lo, argumentsHi, argumentsLo);
  }

  /** Delivers the highest requested interrupt; the caller has seen that it may come. False: double fault. */
  interrupt(cpu: number): boolean {
    const m = this.m;
    const irql = 31 - Math.clz32(m[cpu + W.IRR]);
    if (!this.raise(cpu, Vector.INTERRUPT + irql, 0, 0, 0)) return false;
    m[cpu + W.CR8] = irql;
    m[cpu + W.IRR] &= ~(1 << irql);
    return true;
  }

  /** Restores the state saved in the trap frame that the header of the current frame (window of `windowBytes`) names. */
  resume(cpu: number, windowBytes: number): number {
    const m = this.m;
    const header = (m[cpu + W.WINDOW] + windowBytes) >>> 2;
    const frameLo = m[header + W.HEADER_SP];
    const frameHi = m[header + W.HEADER_SP + 1];
    if (!this.open(cpu, frameHi, frameLo, Access.READ)) return Resumed.FAULT;
    const mode = m[this.word(TrapFrame.MODE)];
    const irql = m[this.word(TrapFrame.IRQL)];
    const ip = this.word(TrapFrame.IP);
    const calls = m[this.word(TrapFrame.IRQL) + 1] !== 0;
    this.resumedVector = m[this.word(TrapFrame.VECTOR)];
    this.restarted = !calls && !BEHIND.has(this.resumedVector);
    const top = m[ip + 1] >> 15;
    if ((mode !== KERNEL_MODE && mode !== USER_MODE) || irql >>> 0 > MAX_IRQL || (top !== 0 && top !== -1)) {
      this.mmu.protectionFault(m[ip + 1], m[ip]);
      return Resumed.FAULT;
    }
    const ipLo = m[ip];
    const ipHi = m[ip + 1];
    m[cpu + W.MODE] = mode;
    m[cpu + W.IF] = m[this.word(TrapFrame.MODE) + 1] & 1;
    m[cpu + W.CR8] = irql;
    this.copyFrom(TrapFrame.FP, cpu + W.FP);
    this.copyFrom(TrapFrame.SP, cpu + W.SP);
    for (let i = 0; i < SAVED; i++) this.copyFrom(TrapFrame.RAX + 8 * i, cpu + W.RAX + 2 * i);
    m[cpu + W.IP] = ipLo;
    m[cpu + W.IP + 1] = ipHi;
    if (calls) return this.resumeByCall(cpu, ipHi, ipLo);

    const pa = this.frames.locateAnew(cpu, ipHi, ipLo);
    if (pa < 0) return Resumed.FAULT_THERE;
    const frame = this.frames.locateWindow(cpu, m[cpu + W.FP + 1], m[cpu + W.FP]);
    if (frame < 0) return Resumed.FAULT_THERE;
    this.frames.setWindow(cpu, frame);
    this.frames.settle(cpu, ipHi, ipLo, pa);
    return Resumed.DONE;
  }

  /** TrapFrame.ENTER: calls IP as a function. */
  private resumeByCall(cpu: number, hi: number, lo: number): number {
    const m = this.m;
    const flags = m[this.word(TrapFrame.ENTER_FLAGS)];
    const back = this.word(TrapFrame.ENTER_RETURN);
    const backLo = m[back];
    const backHi = m[back + 1];
    const pa = this.frames.locateAnew(cpu, hi, lo);
    if (pa >= 0 && this.frames.enter(cpu, pa, flags, backHi, backLo, false)) {
      this.frames.settle(cpu, hi, lo, pa);
      m[cpu + W.IP] = (lo + 8) | 0;
      return Resumed.DONE;
    }
    this.frames.setPending(hi, lo, flags, backHi, backLo);
    return Resumed.FAULT_THERE;
  }

  private push(
    cpu: number,
    vector: number,
    errorCode: number,
    faultHi: number,
    faultLo: number,
    handlerHi: number,
    handlerLo: number,
    argumentsHi: number,
    argumentsLo: number,
  ): boolean {
    const m = this.m;
    const frames = this.frames;
    const mode = m[cpu + W.MODE];
    const spLo = m[cpu + W.SP];
    const spHi = m[cpu + W.SP + 1];
    const top = mode === KERNEL_MODE ? cpu + W.SP : cpu + W.KSTACK;
    const topLo = m[top];
    const frameLo = (topLo - TrapFrame.BYTES) & ~15;
    const frameHi = m[top + 1] - (frameLo >>> 0 > topLo >>> 0 ? 1 : 0);

    m[cpu + W.MODE] = KERNEL_MODE;
    const handler = frames.locateAnew(cpu, handlerHi, handlerLo);
    if (handler < 0 || !this.open(cpu, frameHi, frameLo, Access.WRITE)) {
      m[cpu + W.MODE] = mode;
      return this.abandon();
    }
    let ipLo = m[cpu + W.IP];
    let ipHi = m[cpu + W.IP + 1];
    this.put(TrapFrame.VECTOR, vector, errorCode);
    this.put(TrapFrame.FAULT_ADDRESS, faultLo, faultHi);
    this.copyTo(TrapFrame.FP, cpu + W.FP);
    this.put(TrapFrame.SP, spLo, spHi);
    this.put(TrapFrame.MODE, mode, m[cpu + W.IF]);
    for (let i = 0; i < SAVED; i++) this.copyTo(TrapFrame.RAX + 8 * i, cpu + W.RAX + 2 * i);
    if (frames.pending) {
      ipLo = frames.pendingLo;
      ipHi = frames.pendingHi;
      this.put(TrapFrame.ENTER_FLAGS, frames.pendingFlags, 0);
      this.put(TrapFrame.ENTER_RETURN, frames.pendingReturnLo, frames.pendingReturnHi);
    } else {
      this.put(TrapFrame.ENTER_FLAGS, 0, 0);
      this.put(TrapFrame.ENTER_RETURN, 0, 0);
    }
    this.put(TrapFrame.IRQL, m[cpu + W.CR8], frames.pending ? 1 : 0);
    this.put(TrapFrame.IP, ipLo, ipHi);
    this.put(TrapFrame.WINDOW, m[cpu + W.WINDOW], 0);
    this.put(TrapFrame.ARGUMENTS, argumentsLo, argumentsHi);

    const rcxLo = m[cpu + W.RCX];
    const rcxHi = m[cpu + W.RCX + 1];
    m[cpu + W.SP] = frameLo;
    m[cpu + W.SP + 1] = frameHi;
    m[cpu + W.RCX] = frameLo;
    m[cpu + W.RCX + 1] = frameHi;
    if (!frames.enter(cpu, handler, FrameFlag.TRAP, ipHi, ipLo, false)) {
      m[cpu + W.MODE] = mode;
      m[cpu + W.SP] = spLo;
      m[cpu + W.SP + 1] = spHi;
      m[cpu + W.RCX] = rcxLo;
      m[cpu + W.RCX + 1] = rcxHi;
      return this.abandon();
    }
    frames.pending = false;
    frames.settle(cpu, handlerHi, handlerLo, handler);
    m[cpu + W.IP] = (handlerLo + 8) | 0;
    return true;
  }

  private abandon(): boolean {
    this.frames.pending = false;
    return false;
  }

  /** Finds the physical place of the trap frame at (hi, lo). */
  private open(cpu: number, hi: number, lo: number, access: number): boolean {
    if (lo & 7) {
      this.mmu.protectionFault(hi, lo);
      return false;
    }
    const first = this.mmu.walk(cpu, hi, lo, access);
    if (first < 0) return false;
    this.first = first >>> 2;
    this.split = 4096 - (lo & W.PAGE_OFFSET);
    if (this.split < TrapFrame.BYTES) {
      const nextLo = ((lo & W.PAGE_MASK) + 4096) | 0;
      const second = this.mmu.walk(cpu, nextLo === 0 ? hi + 1 : hi, nextLo, access);
      if (second < 0) return false;
      this.second = second >>> 2;
    }
    return true;
  }

  private word(field: number): number {
    return field < this.split ? this.first + (field >> 2) : this.second + ((field - this.split) >> 2);
  }

  private put(field: number, low: number, high: number): void {
    const at = this.word(field);
    this.m[at] = low;
    this.m[at + 1] = high;
    this.dirty[at >>> 10] = W.DIRTY;
  }

  private copyTo(field: number, from: number): void {
    this.put(field, this.m[from], this.m[from + 1]);
  }

  private copyFrom(field: number, to: number): void {
    const at = this.word(field);
    this.m[to] = this.m[at];
    this.m[to + 1] = this.m[at + 1];
  }
}
