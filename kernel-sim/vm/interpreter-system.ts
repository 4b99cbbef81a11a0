/**
 * The instructions that the interpreter's loop leaves aside: privileged ones, traps, primitives, funclets, and RET through
 * a trap's header. One call executes one instruction, with the CPU block up to date before and after.
 *
 * The name of the file matters: see interpreter.ts on `Op`.
 */
import { isCanonical } from '../base/numbers.ts';
import { GuestFault } from '../machine/faults.ts';
import { Vector } from '../machine/layout.ts';
import type { Machine } from '../machine/machine.ts';
import type { Cpu } from './cpu.ts';
import { type Frames, TRAP_RETURN } from './frames.ts';
import { INSTRUCTION_BYTES, Op } from './opcodes.ts';
import { FLAG_FIXED, FLAG_IF, Resumed, type Traps } from './traps.ts';
import type { VmHooks } from './vm.ts';
import { W } from './words.ts';

/** What became of the instruction. */
export const Step = {
  RETIRED: 0,
  /** Not executed; the MMU describes the fault. */
  FAULT: 1,
  /** Executed; where it led faults at once. */
  RETIRED_FAULT: 2,
  /** Its trap could not be delivered. */
  DOUBLE_FAULT: 3,
} as const;

const Msr = {
  TSC: 0x10,
  LSTAR: 0xc0000082 | 0,
  GS_BASE: 0xc0000101 | 0,
  KERNEL_GS_BASE: 0xc0000102 | 0,
} as const;

export class SystemInstructions {
  private readonly m: Int32Array;

  constructor(
    private readonly machine: Machine,
    private readonly frames: Frames,
    private readonly traps: Traps,
    private readonly hooks: VmHooks,
  ) {
    this.m = machine.memory.words;
  }

  /** The last step went back to an instruction that an interrupt or a fault had kept from being executed. */
  restarted = false;

  /** Executes the instruction at IP. Returns a Step. */
  step(cpu: Cpu): number {
    this.restarted = false;
    const m = this.m;
    const { frames } = this;
    const { mmu } = this.machine;
    const base = cpu.words;
    const pc = frames.loadPc(base);
    const w = m[pc];
    const imm = m[pc + 1];
    const win = m[base + W.WINDOW] >>> 2;
    const a = win + ((w >>> 7) & 0x1fe);
    const b = win + ((w >>> 15) & 0x1fe);
    const op = w & 0xff;
    if (op >= Op.HLT && op <= Op.INVLPG && m[base + W.MODE] !== 0) {
      mmu.protectionFault(0, 0);
      return Step.FAULT;
    }
    switch (op) {
      case Op.PRIM:
        if (m[base + W.MODE] !== 0) break;
        return this.primitive(cpu, pc, imm);
      case Op.RET:
      case Op.RETV:
        return this.resume(cpu, imm);
      case Op.CALLFL: {
        m[base + W.RCX] = m[a];
        m[base + W.RCX + 1] = m[a + 1];
        const at = cpu.ip + imm * INSTRUCTION_BYTES;
        const hi = Math.floor(at / 4294967296);
        const next = frames.callFunclet(base, pc, hi, (at - hi * 4294967296) | 0, m[base + W.FP + 1], m[base + W.FP]);
        return this.continueAt(base, next);
      }
      case Op.CALLF: {
        for (let i = 0; i < 4; i++) m[base + W.RCX + i] = m[a + 4 + i];
        return this.continueAt(base, frames.callFunclet(base, pc, m[a + 3], m[a + 2], m[a + 1], m[a]));
      }
      case Op.FRET: {
        const lo = m[b];
        const hi = m[b + 1];
        const next = frames.leaveFunclet(base, imm);
        if (next < 0) return Step.FAULT;
        m[base + W.RAX] = lo;
        m[base + W.RAX + 1] = hi;
        return this.continueAt(base, next);
      }
      case Op.UNWIND:
        return this.continueAt(base, frames.unwind(base, a));
      case Op.INT3:
        return this.trap(cpu, pc, Vector.BREAKPOINT);
      case Op.INT2C:
        return this.trap(cpu, pc, Vector.ASSERT);
      case Op.FASTFAIL:
        m[base + W.RCX] = m[b];
        m[base + W.RCX + 1] = 0;
        mmu.exception(Vector.FASTFAIL);
        return Step.FAULT;
      case Op.SYSCALL:
        return this.systemCall(cpu, pc, m[b], imm);
      case Op.PAUSE:
        this.machine.endSlice();
        return this.next(base, pc);
      case Op.RDTSC:
        m[a] = m[base + W.CLOCK];
        m[a + 1] = m[base + W.CLOCK + 1];
        return this.next(base, pc);
      case Op.RDFLAGS:
        m[a] = this.flags(base);
        m[a + 1] = 0;
        return this.next(base, pc);
      case Op.HLT:
        cpu.halt();
        return this.next(base, pc);
      case Op.CLI:
        m[base + W.IF] = 0;
        return this.next(base, pc);
      case Op.STI:
        m[base + W.IF] = 1;
        return this.next(base, pc);
      case Op.RDCR: {
        const from = controlRegister(imm);
        if (from < 0) break;
        m[a] = m[base + from];
        m[a + 1] = m[base + from + 1];
        return this.next(base, pc);
      }
      case Op.WRCR:
        return this.writeControl(base, pc, imm, m[b], m[b + 1]);
      case Op.RDMSR: {
        const from = modelRegister(m[b]);
        if (from < 0) return this.forbidden(0, m[b]);
        m[a] = m[base + from];
        m[a + 1] = m[base + from + 1];
        return this.next(base, pc);
      }
      case Op.WRMSR: {
        const c = win + ((w >>> 23) & 0x1fe);
        const to = modelRegister(m[b]);
        if (to < 0 || to === W.CLOCK) return this.forbidden(0, m[b]);
        if (!isCanonical(m[c + 1])) return this.forbidden(m[c + 1], m[c]);
        m[base + to] = m[c];
        m[base + to + 1] = m[c + 1];
        return this.next(base, pc);
      }
      case Op.INVLPG:
        mmu.invalidate(base, m[b + 1], m[b]);
        return this.next(base, pc);
    }
    mmu.exception(Vector.ILLEGAL);
    return Step.FAULT;
  }

  private next(base: number, pc: number): number {
    this.frames.storeIp(base, pc + 2);
    return Step.RETIRED;
  }

  private continueAt(base: number, pc: number): number {
    if (pc < 0) return Step.FAULT;
    this.frames.storeIp(base, pc);
    return Step.RETIRED;
  }

  private forbidden(hi: number, lo: number): number {
    this.machine.mmu.protectionFault(hi, lo);
    return Step.FAULT;
  }

  private primitive(cpu: Cpu, pc: number, index: number): number {
    this.frames.storeIp(cpu.words, pc + 2);
    try {
      this.hooks.primitive(cpu, index);
    } catch (e) {
      if (!(e instanceof GuestFault)) throw e;
      const { mmu } = this.machine;
      mmu.vector = e.kind === 'page' ? Vector.PAGE_FAULT : Vector.GENERAL_PROTECTION;
      mmu.errorCode = e.errorCode;
      mmu.faultHi = e.addressHi;
      mmu.faultLo = e.addressLo;
      this.frames.storeIp(cpu.words, pc);
      return Step.FAULT;
    }
    return Step.RETIRED;
  }

  private resume(cpu: Cpu, windowBytes: number): number {
    if (this.frames.leave(cpu.words, windowBytes) !== TRAP_RETURN) return Step.FAULT;
    const result = this.traps.resume(cpu.words, windowBytes);
    if (result === Resumed.FAULT) return Step.FAULT;
    this.restarted = this.traps.restarted;
    this.hooks.resumed?.(cpu, this.traps.resumedVector);
    return result === Resumed.DONE ? Step.RETIRED : Step.RETIRED_FAULT;
  }

  /** INT3, INT2C: IP is after the instruction. */
  private trap(cpu: Cpu, pc: number, vector: number): number {
    this.frames.storeIp(cpu.words, pc + 2);
    return this.delivered(cpu, pc, vector, this.traps.raise(cpu.words, vector, 0, 0, 0));
  }

  private delivered(cpu: Cpu, pc: number, vector: number, success: boolean): number {
    if (success) {
      this.hooks.trapped?.(cpu, vector);
      return Step.RETIRED;
    }
    this.frames.storeIp(cpu.words, pc);
    return Step.DOUBLE_FAULT;
  }

  private systemCall(cpu: Cpu, pc: number, service: number, windowBytes: number): number {
    const m = this.m;
    const base = cpu.words;
    const fpLo = m[base + W.FP];
    const header = (m[base + W.WINDOW] + windowBytes) >>> 2;
    const isInPage = (fpLo & W.PAGE_OFFSET) + (windowBytes >>> 0) <= 4096 - 32;
    if (!isInPage || m[header + W.HEADER_WINDOW_BYTES] !== windowBytes) return this.forbidden(m[base + W.FP + 1], fpLo);
    m[base + W.RAX] = service;
    m[base + W.RAX + 1] = 0;
    m[base + W.R10] = m[base + W.RCX];
    m[base + W.R10 + 1] = m[base + W.RCX + 1];
    this.frames.storeIp(base, pc + 2);
    m[base + W.RCX] = m[base + W.IP];
    m[base + W.RCX + 1] = m[base + W.IP + 1];
    m[base + W.R11] = this.flags(base);
    m[base + W.R11 + 1] = 0;
    const success = this.traps.systemCall(base, m[header + W.HEADER_SP + 1], m[header + W.HEADER_SP]);
    return this.delivered(cpu, pc, Vector.SYSCALL, success);
  }

  private writeControl(base: number, pc: number, number: number, lo: number, hi: number): number {
    const m = this.m;
    const { mmu } = this.machine;
    const to = controlRegister(number);
    if (to < 0) {
      mmu.exception(Vector.ILLEGAL);
      return Step.FAULT;
    }
    if (to === W.CR8 && (hi !== 0 || lo >>> 0 > 15)) return this.forbidden(hi, lo);
    if (to === W.CR3 && (lo & W.PAGE_OFFSET || mmu.isOutside(lo, hi))) return this.forbidden(hi, lo);
    m[base + to] = lo;
    m[base + to + 1] = hi;
    if (to === W.CR3) mmu.flushTlb(base);
    return this.next(base, pc);
  }

  private flags(base: number): number {
    return FLAG_FIXED | (this.m[base + W.IF] ? FLAG_IF : 0);
  }
}

/** Word offset of CRn, or -1. */
function controlRegister(n: number): number {
  switch (n) {
    case 0:
      return W.CR0;
    case 2:
      return W.CR2;
    case 3:
      return W.CR3;
    case 4:
      return W.CR4;
    case 8:
      return W.CR8;
    default:
      return -1;
  }
}

/** Word offset of a model-specific register, or -1. GS base is the kernel's: only the kernel can ask. */
function modelRegister(number: number): number {
  switch (number) {
    case Msr.TSC:
      return W.CLOCK;
    case Msr.LSTAR:
      return W.SYSCALL_ENTRY;
    case Msr.GS_BASE:
      return W.GS_KERNEL;
    case Msr.KERNEL_GS_BASE:
      return W.GS_USER;
    default:
      return -1;
  }
}
