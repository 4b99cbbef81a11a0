/**
 * The microcode of frames: finding code, entering and leaving functions and funclets, unwinding. Works on CPU blocks and
 * stack RAM only; holds no state between instructions but the pending target of a failed call.
 *
 * `cpu` is the word index of a CPU block. FP, WINDOW and CODE_VA, CODE_PA of a running CPU agree with each other; these
 * methods keep it so. Methods return -1 (or false) on a fault, with its description in the MMU and no architectural
 * change, except that a CALL may have put arguments where they belong (repeating it does the same again).
 */
import { toVirtAddr } from '../base/numbers.ts';
import { Access } from '../machine/faults.ts';
import { FrameFlag, Vector } from '../machine/layout.ts';
import type { PhysicalMemory } from '../machine/memory.ts';
import type { Mmu } from '../machine/mmu.ts';
import { EnterFlag, INSTRUCTION_BYTES, Op } from './opcodes.ts';
import { W } from './words.ts';

const TWO_32 = 4294967296;
/** Larger than any stack. */
const MAX_ALLOCA = 0x40000000;

/** Result of `leave` for a header that a trap made: the caller must resume the trap frame. */
export const TRAP_RETURN = -2;

export class Frames {
  /** A call failed at its target: the trap reports the target as IP, with what is needed to repeat the entry (TrapFrame.ENTER). */
  pending = false;
  pendingHi = 0;
  pendingLo = 0;
  pendingFlags = 0;
  pendingReturnHi = 0;
  pendingReturnLo = 0;

  private readonly m: Int32Array;
  private readonly dirty: Uint8Array;
  private readonly mmu: Mmu;
  /** Physical addresses of stack slots found before anything is written: parameters from the fifth on, then the home area. */
  private readonly slots = new Int32Array(256 + W.REGISTER_PARAMETERS);

  constructor(memory: PhysicalMemory, mmu: Mmu) {
    this.m = memory.words;
    this.dirty = memory.dirty;
    this.mmu = mmu;
  }

  /** Physical address of the instruction at (hi, lo), or -1 if it may not be fetched. */
  locate(cpu: number, hi: number, lo: number): number {
    const m = this.m;
    if (lo & (INSTRUCTION_BYTES - 1)) return this.mmu.protectionFault(hi, lo);
    if (((lo ^ m[cpu + W.CODE_VA]) & W.PAGE_MASK) === 0 && m[cpu + W.CODE_VA + 1] === hi) {
      return m[cpu + W.CODE_PA] | (lo & W.PAGE_OFFSET);
    }
    return this.mmu.translate(cpu, hi, lo, Access.EXECUTE | this.user(cpu));
  }

  /** As `locate`, after a change of mode or tables: the page held so far proves nothing. */
  locateAnew(cpu: number, hi: number, lo: number): number {
    if (lo & (INSTRUCTION_BYTES - 1)) return this.mmu.protectionFault(hi, lo);
    return this.mmu.translate(cpu, hi, lo, Access.EXECUTE | this.user(cpu));
  }

  /** Makes (hi, lo), located at `pa`, the instruction to execute next. Returns its word index. */
  settle(cpu: number, hi: number, lo: number, pa: number): number {
    const m = this.m;
    m[cpu + W.IP] = lo;
    m[cpu + W.IP + 1] = hi;
    m[cpu + W.CODE_VA] = lo & W.PAGE_MASK;
    m[cpu + W.CODE_VA + 1] = hi;
    m[cpu + W.CODE_PA] = pa & W.PAGE_MASK;
    return pa >>> 2;
  }

  /** Sets IP from the word index of an instruction. */
  storeIp(cpu: number, pc: number): void {
    const m = this.m;
    const base = m[cpu + W.CODE_VA];
    const lo = (base + ((pc << 2) - m[cpu + W.CODE_PA])) | 0;
    m[cpu + W.IP] = lo;
    m[cpu + W.IP + 1] = m[cpu + W.CODE_VA + 1] + (lo >>> 0 < base >>> 0 ? 1 : 0);
  }

  /** Word index of the instruction at IP. */
  loadPc(cpu: number): number {
    const m = this.m;
    return (m[cpu + W.CODE_PA] + ((m[cpu + W.IP] - m[cpu + W.CODE_VA]) | 0)) >>> 2;
  }

  /** Branch by `offset` bytes from `pc` to another page, or to the next page. Returns the new word index or -1. */
  jump(cpu: number, pc: number, offset: number): number {
    const target = this.addressOf(cpu, pc) + offset;
    const hi = Math.floor(target / TWO_32);
    const lo = (target - hi * TWO_32) | 0;
    const pa = this.locate(cpu, hi, lo);
    return pa < 0 ? -1 : this.settle(cpu, hi, lo, pa);
  }

  jumpTo(cpu: number, hi: number, lo: number): number {
    const pa = this.locate(cpu, hi, lo);
    return pa < 0 ? -1 : this.settle(cpu, hi, lo, pa);
  }

  /** CALL (word `w` at `pc`). Returns the word index to go on at, or -1. */
  call(cpu: number, pc: number, w: number): number {
    const m = this.m;
    const target = (pc + (m[pc + 1] << 1)) | 0;
    if (((target ^ pc) & W.OTHER_PAGE) === 0 && this.enterOnSamePage(cpu, pc, w, target)) return target + 2;
    const to = this.addressOf(cpu, pc) + m[pc + 1] * INSTRUCTION_BYTES;
    const hi = Math.floor(to / TWO_32);
    return this.callTo(cpu, pc, w, hi, (to - hi * TWO_32) | 0);
  }

  /** CALLR to (hi, lo). */
  callTo(cpu: number, pc: number, w: number, hi: number, lo: number): number {
    const pa = this.locate(cpu, hi, lo);
    if (pa >= 0 && this.enterOnSamePage(cpu, pc, w, pa >>> 2)) return this.settle(cpu, hi, lo, pa) + 2;
    if (!this.passArguments(cpu, w)) return -1;
    const after = this.addressOf(cpu, pc) + INSTRUCTION_BYTES;
    const returnHi = Math.floor(after / TWO_32);
    const returnLo = (after - returnHi * TWO_32) | 0;
    if (pa < 0) {
      this.setPending(hi, lo, 0, returnHi, returnLo);
      return -1;
    }
    if (!this.enter(cpu, pa, 0, returnHi, returnLo, true)) {
      if (this.mmu.vector === Vector.ILLEGAL) this.setPending(hi, lo, 0, returnHi, returnLo);
      return -1;
    }
    return this.settle(cpu, hi, lo, pa) + 2;
  }

  /**
   * Builds the frame of the function whose ENTER is at `pa`: the caller's SP, FP and argument registers are those of
   * the CPU block. `related`: FP and WINDOW there belong together. Does not touch IP.
   */
  enter(cpu: number, pa: number, flags: number, returnHi: number, returnLo: number, related: boolean): boolean {
    const m = this.m;
    const word = m[pa >>> 2];
    const below = m[(pa >>> 2) + 1];
    const windowBytes = (word >>> 4) & 0xff0;
    const params = (word >>> 16) & 0xff;
    const home = word >>> 24;
    if (
      (word & 0xff) !== Op.ENTER ||
      windowBytes > W.MAX_WINDOW_BYTES ||
      params << 3 > windowBytes ||
      below & 0x8000000f
    ) {
      this.mmu.exception(Vector.ILLEGAL);
      return false;
    }

    // Header and window directly below SP, or below the page boundary if they would straddle it.
    const spLo = m[cpu + W.SP];
    const spHi = m[cpu + W.SP + 1];
    if (spLo & 7) {
      this.mmu.protectionFault(spHi, spLo);
      return false;
    }
    const top = spLo & ~15;
    const room = top & W.PAGE_OFFSET || W.PAGE_BYTES;
    const total = windowBytes + W.HEADER_BYTES;
    const drop = room >= total ? total : room + total;
    const fpLo = (top - drop) | 0;
    const fpHi = spHi - (top >>> 0 < drop ? 1 : 0);

    const oldLo = m[cpu + W.FP];
    const oldHi = m[cpu + W.FP + 1];
    let pageOfWindow: number;
    if (related && ((fpLo ^ oldLo) & W.PAGE_MASK) === 0 && fpHi === oldHi) {
      pageOfWindow = m[cpu + W.WINDOW] & W.PAGE_MASK;
    } else {
      pageOfWindow = this.mmu.walk(cpu, fpHi, fpLo & W.PAGE_MASK, Access.WRITE | this.user(cpu));
      if (pageOfWindow < 0) return false;
    }
    if (below > (fpLo & W.PAGE_OFFSET) && !this.probeBelow(cpu, fpHi, fpLo, below)) return false;

    const slots = this.slots;
    if (params > W.REGISTER_PARAMETERS || home) {
      for (let i = W.REGISTER_PARAMETERS; i < params; i++) {
        slots[i] = this.slot(cpu, i << 3, Access.READ, related);
        if (slots[i] < 0) return false;
      }
      if (home & EnterFlag.HOME) {
        for (let i = 0; i < W.REGISTER_PARAMETERS; i++) {
          const at = this.slot(cpu, i << 3, Access.WRITE, related);
          if (at < 0) return false;
          slots[256 + i] = at;
        }
      }
    }

    const frame = (pageOfWindow | (fpLo & W.PAGE_OFFSET)) >>> 2;
    const header = frame + (windowBytes >>> 2);
    m[header + W.HEADER_FLAGS] = flags;
    m[header + W.HEADER_WINDOW_BYTES] = windowBytes;
    m[header + W.HEADER_SP] = spLo;
    m[header + W.HEADER_SP + 1] = spHi;
    m[header + W.HEADER_FP] = oldLo;
    m[header + W.HEADER_FP + 1] = oldHi;
    m[header + W.HEADER_RETURN] = returnLo;
    m[header + W.HEADER_RETURN + 1] = returnHi;
    if (params > 0) {
      m[frame] = m[cpu + W.RCX];
      m[frame + 1] = m[cpu + W.RCX + 1];
      if (params > 1) {
        m[frame + 2] = m[cpu + W.RDX];
        m[frame + 3] = m[cpu + W.RDX + 1];
        if (params > 2) {
          m[frame + 4] = m[cpu + W.R8];
          m[frame + 5] = m[cpu + W.R8 + 1];
          if (params > 3) {
            m[frame + 6] = m[cpu + W.R9];
            m[frame + 7] = m[cpu + W.R9 + 1];
            for (let i = W.REGISTER_PARAMETERS; i < params; i++) {
              m[frame + 2 * i] = m[slots[i] >>> 2];
              m[frame + 2 * i + 1] = m[(slots[i] >>> 2) + 1];
            }
          }
        }
      }
    }
    if (home & EnterFlag.HOME) {
      for (let i = 0; i < W.REGISTER_PARAMETERS; i++) {
        const at = slots[256 + i] >>> 2;
        m[at] = m[cpu + W.RCX + 2 * i];
        m[at + 1] = m[cpu + W.RCX + 2 * i + 1];
        this.dirty[at >>> 10] = W.DIRTY;
      }
    }
    m[cpu + W.FP] = fpLo;
    m[cpu + W.FP + 1] = fpHi;
    m[cpu + W.SP] = (fpLo - below) | 0;
    m[cpu + W.SP + 1] = fpHi - (fpLo >>> 0 < below ? 1 : 0);
    this.setWindow(cpu, frame << 2);
    return true;
  }

  /** RET through the header above a window of `windowBytes`. Returns the word index to go on at, -1, or TRAP_RETURN. */
  leave(cpu: number, windowBytes: number): number {
    const m = this.m;
    const fpLo = m[cpu + W.FP];
    const fpHi = m[cpu + W.FP + 1];
    const here = m[cpu + W.WINDOW];
    if ((fpLo & W.PAGE_OFFSET) + (windowBytes >>> 0) > W.PAGE_BYTES - W.HEADER_BYTES)
      return this.mmu.protectionFault(fpHi, fpLo);
    const header = ((here + windowBytes) >>> 2) | 0;
    const flags = m[header + W.HEADER_FLAGS];
    if (m[header + W.HEADER_WINDOW_BYTES] !== windowBytes || flags & FrameFlag.FUNCLET) return this.smashed(header);
    if (flags & (FrameFlag.TRAP | FrameFlag.BOTTOM)) {
      if (flags & FrameFlag.BOTTOM) return this.mmu.exception(Vector.ILLEGAL);
      return m[cpu + W.MODE] === 0 ? TRAP_RETURN : this.smashed(header);
    }
    const callerLo = m[header + W.HEADER_FP];
    const callerHi = m[header + W.HEADER_FP + 1];
    const returnLo = m[header + W.HEADER_RETURN];
    if (
      ((callerLo ^ fpLo) & (W.PAGE_MASK | 15)) === 0 &&
      callerHi === fpHi &&
      ((returnLo ^ m[cpu + W.CODE_VA]) & (W.PAGE_MASK | 7)) === 0 &&
      m[header + W.HEADER_RETURN + 1] === m[cpu + W.CODE_VA + 1]
    ) {
      // The usual return: caller and callee share both the page of their frames and that of their code.
      const frame = (here & W.PAGE_MASK) | (callerLo & W.PAGE_OFFSET);
      m[cpu + W.SP] = m[header + W.HEADER_SP];
      m[cpu + W.SP + 1] = m[header + W.HEADER_SP + 1];
      m[cpu + W.FP] = callerLo;
      m[cpu + W.WINDOW] = frame;
      this.dirty[(frame + W.MAX_WINDOW_BYTES - 1) >>> 12] = W.DIRTY;
      return (m[cpu + W.CODE_PA] | (returnLo & W.PAGE_OFFSET)) >>> 2;
    }
    const frame =
      ((callerLo ^ fpLo) & (W.PAGE_MASK | 15)) === 0 && callerHi === fpHi
        ? (here & W.PAGE_MASK) | (callerLo & W.PAGE_OFFSET)
        : this.locateWindow(cpu, callerHi, callerLo);
    if (frame < 0) return -1;
    const pc = this.returnTo(cpu, header);
    if (pc < 0) return -1;
    m[cpu + W.FP] = callerLo;
    m[cpu + W.FP + 1] = callerHi;
    this.setWindow(cpu, frame);
    return pc;
  }

  /** CALLFL, CALLF: enters the funclet whose FENTER is at (hi, lo), to run over the frame at (fpHi, fpLo). */
  callFunclet(cpu: number, pc: number, hi: number, lo: number, fpHi: number, fpLo: number): number {
    const m = this.m;
    const pa = this.locate(cpu, hi, lo);
    if (pa < 0) return -1;
    const below = m[(pa >>> 2) + 1];
    if ((m[pa >>> 2] & 0xff) !== Op.FENTER || below & 0x8000000f) return this.mmu.exception(Vector.ILLEGAL);
    const frame = this.locateWindow(cpu, fpHi, fpLo);
    if (frame < 0) return -1;

    const spLo = m[cpu + W.SP];
    const spHi = m[cpu + W.SP + 1];
    const top = spLo & ~15;
    const room = top & W.PAGE_OFFSET || W.PAGE_BYTES;
    const drop = room >= W.HEADER_BYTES ? W.HEADER_BYTES : room + W.HEADER_BYTES;
    const headerLo = (top - drop) | 0;
    const headerHi = spHi - (top >>> 0 < drop ? 1 : 0);
    const page = this.mmu.walk(cpu, headerHi, headerLo & W.PAGE_MASK, Access.WRITE | this.user(cpu));
    if (page < 0) return -1;
    if (below > (headerLo & W.PAGE_OFFSET) && !this.probeBelow(cpu, headerHi, headerLo, below)) return -1;

    const header = (page | (headerLo & W.PAGE_OFFSET)) >>> 2;
    const after = (m[cpu + W.CODE_VA] + ((pc << 2) - m[cpu + W.CODE_PA]) + INSTRUCTION_BYTES) | 0;
    m[header + W.HEADER_FLAGS] = FrameFlag.FUNCLET;
    m[header + W.HEADER_WINDOW_BYTES] = 0;
    m[header + W.HEADER_SP] = spLo;
    m[header + W.HEADER_SP + 1] = spHi;
    m[header + W.HEADER_FP] = m[cpu + W.FP];
    m[header + W.HEADER_FP + 1] = m[cpu + W.FP + 1];
    m[header + W.HEADER_RETURN] = after;
    m[header + W.HEADER_RETURN + 1] = m[cpu + W.CODE_VA + 1];
    this.dirty[header >>> 10] = W.DIRTY;
    m[cpu + W.SP] = (headerLo - below) | 0;
    m[cpu + W.SP + 1] = headerHi - (headerLo >>> 0 < below ? 1 : 0);
    m[cpu + W.FP] = fpLo;
    m[cpu + W.FP + 1] = fpHi;
    this.setWindow(cpu, frame);
    return this.settle(cpu, hi, lo, pa) + 2;
  }

  /** FRET: returns from a funclet with an outgoing area of `outgoingBytes`. */
  leaveFunclet(cpu: number, outgoingBytes: number): number {
    const m = this.m;
    const at = toVirtAddr(m[cpu + W.SP + 1], m[cpu + W.SP]) + outgoingBytes;
    const hi = Math.floor(at / TWO_32);
    const lo = (at - hi * TWO_32) | 0;
    if (lo & 15 || (lo & W.PAGE_OFFSET) > W.PAGE_BYTES - W.HEADER_BYTES) return this.mmu.protectionFault(hi, lo);
    const pa = this.mmu.walk(cpu, hi, lo, this.user(cpu));
    if (pa < 0) return -1;
    const header = pa >>> 2;
    if (m[header + W.HEADER_FLAGS] !== FrameFlag.FUNCLET || m[header + W.HEADER_WINDOW_BYTES] !== 0) {
      return this.smashed(header);
    }
    const callerLo = m[header + W.HEADER_FP];
    const callerHi = m[header + W.HEADER_FP + 1];
    const frame = this.locateWindow(cpu, callerHi, callerLo);
    if (frame < 0) return -1;
    const pc = this.returnTo(cpu, header);
    if (pc < 0) return -1;
    m[cpu + W.FP] = callerLo;
    m[cpu + W.FP + 1] = callerHi;
    this.setWindow(cpu, frame);
    return pc;
  }

  /** UNWIND with its four operands at word index `at`. */
  unwind(cpu: number, at: number): number {
    const m = this.m;
    const fpLo = m[at];
    const fpHi = m[at + 1];
    const frame = this.locateWindow(cpu, fpHi, fpLo);
    if (frame < 0) return -1;
    const pa = this.locate(cpu, m[at + 5], m[at + 4]);
    if (pa < 0) return -1;
    m[cpu + W.RAX] = m[at + 6];
    m[cpu + W.RAX + 1] = m[at + 7];
    m[cpu + W.FP] = fpLo;
    m[cpu + W.FP + 1] = fpHi;
    m[cpu + W.SP] = m[at + 2];
    m[cpu + W.SP + 1] = m[at + 3];
    const pc = this.settle(cpu, m[at + 5], m[at + 4], pa);
    this.setWindow(cpu, frame);
    return pc;
  }

  /** Physical address of the window at (hi, lo), or -1. */
  locateWindow(cpu: number, hi: number, lo: number): number {
    if (lo & 15) return this.mmu.protectionFault(hi, lo);
    return this.mmu.walk(cpu, hi, lo, Access.WRITE | this.user(cpu));
  }

  /**
   * Registers are written without further marks, so the window's page is marked here; and so is the page that a register
   * number beyond the window would reach, should code or frame be broken.
   */
  setWindow(cpu: number, pa: number): void {
    this.m[cpu + W.WINDOW] = pa;
    this.dirty[pa >>> 12] = W.DIRTY;
    this.dirty[(pa + W.MAX_WINDOW_BYTES - 1) >>> 12] = W.DIRTY;
  }

  /** Remembers that entering (hi, lo) failed there, for the trap frame. */
  setPending(hi: number, lo: number, flags: number, returnHi: number, returnLo: number): void {
    this.pending = true;
    this.pendingHi = hi;
    this.pendingLo = lo;
    this.pendingFlags = flags;
    this.pendingReturnHi = returnHi;
    this.pendingReturnLo = returnLo;
  }

  private addressOf(cpu: number, pc: number): number {
    const m = this.m;
    return toVirtAddr(m[cpu + W.CODE_VA + 1], m[cpu + W.CODE_VA]) + ((pc << 2) - m[cpu + W.CODE_PA]);
  }

  private user(cpu: number): number {
    return this.m[cpu + W.MODE] === 0 ? 0 : Access.USER;
  }

  /**
   * What `passArguments` and `enter` do, for the usual call: at most four arguments and parameters, and a frame that
   * lies on the page of the caller's. False: it is not so, nothing was done.
   */
  private enterOnSamePage(cpu: number, pc: number, w: number, target: number): boolean {
    const m = this.m;
    const word = m[target];
    const below = m[target + 1];
    const spLo = m[cpu + W.SP];
    const fpLo = m[cpu + W.FP];
    const fpHi = m[cpu + W.FP + 1];
    const windowBytes = (word >>> 4) & 0x7f0;
    const params = (word >>> 16) & 0xff;
    const count = w >>> 24;
    const drop = windowBytes + W.HEADER_BYTES;
    if (
      (word & 0xff0080ff) !== Op.ENTER ||
      params > W.REGISTER_PARAMETERS ||
      count > W.REGISTER_PARAMETERS ||
      params << 3 > windowBytes ||
      below & 0x8000000f ||
      spLo & 15 ||
      (spLo & W.PAGE_OFFSET) - drop < below ||
      (spLo ^ fpLo) & W.PAGE_MASK ||
      m[cpu + W.SP + 1] !== fpHi
    ) {
      return false;
    }
    const old = m[cpu + W.WINDOW];
    const pa = (((old & W.PAGE_MASK) | (spLo & W.PAGE_OFFSET)) - drop) | 0;
    const frame = pa >>> 2;
    const header = (frame + (windowBytes >>> 2)) | 0;
    const code = m[cpu + W.CODE_VA];
    const after = (code + ((pc << 2) - m[cpu + W.CODE_PA]) + INSTRUCTION_BYTES) | 0;
    m[header + W.HEADER_FLAGS] = 0;
    m[header + W.HEADER_WINDOW_BYTES] = windowBytes;
    m[header + W.HEADER_SP] = spLo;
    m[header + W.HEADER_SP + 1] = fpHi;
    m[header + W.HEADER_FP] = fpLo;
    m[header + W.HEADER_FP + 1] = fpHi;
    m[header + W.HEADER_RETURN] = after;
    m[header + W.HEADER_RETURN + 1] = m[cpu + W.CODE_VA + 1] + (after >>> 0 < code >>> 0 ? 1 : 0);
    const argument = ((old >>> 2) + ((w >>> 7) & 0x1fe)) | 0;
    const rcx = (cpu + W.RCX) | 0;
    for (let i = 0; i < count << 1; i++) m[rcx + i] = m[argument + i];
    for (let i = 0; i < params << 1; i++) m[frame + i] = m[rcx + i];
    m[cpu + W.FP] = (spLo - drop) | 0;
    m[cpu + W.SP] = (spLo - drop - below) | 0;
    m[cpu + W.WINDOW] = pa;
    this.dirty[(pa + W.MAX_WINDOW_BYTES - 1) >>> 12] = W.DIRTY;
    return true;
  }

  /** Copies the argument registers of a CALL to RCX, RDX, R8, R9 and the outgoing area. */
  private passArguments(cpu: number, w: number): boolean {
    const m = this.m;
    const count = w >>> 24;
    if (count === 0) return true;
    let from = (m[cpu + W.WINDOW] >>> 2) + ((w >>> 7) & 0x1fe);
    if (count > W.REGISTER_PARAMETERS) {
      for (let i = W.REGISTER_PARAMETERS; i < count; i++) {
        const pa = this.slot(cpu, i << 3, Access.WRITE, true);
        if (pa < 0) return false;
        m[pa >>> 2] = m[from + 2 * i];
        m[(pa >>> 2) + 1] = m[from + 2 * i + 1];
        this.dirty[pa >>> 12] = W.DIRTY;
      }
    }
    const words = count > W.REGISTER_PARAMETERS ? 2 * W.REGISTER_PARAMETERS : 2 * count;
    for (let to = cpu + W.RCX, end = to + words; to < end; ) m[to++] = m[from++];
    return true;
  }

  /** Physical address of the 8-byte slot at SP + offset, or -1. */
  private slot(cpu: number, offset: number, access: number, related: boolean): number {
    const m = this.m;
    const spLo = m[cpu + W.SP];
    const lo = (spLo + offset) | 0;
    const hi = m[cpu + W.SP + 1] + (lo >>> 0 < spLo >>> 0 ? 1 : 0);
    if (lo & 7) return this.mmu.protectionFault(hi, lo);
    if (related && ((lo ^ m[cpu + W.FP]) & W.PAGE_MASK) === 0 && hi === m[cpu + W.FP + 1]) {
      return (m[cpu + W.WINDOW] & W.PAGE_MASK) | (lo & W.PAGE_OFFSET);
    }
    return this.mmu.walk(cpu, hi, lo, access | this.user(cpu));
  }

  /** Checks every page below that of (hi, lo) down to (hi, lo) - below, top down: the first missing one faults. */
  private probeBelow(cpu: number, hi: number, lo: number, below: number): boolean {
    const first = toVirtAddr(hi, lo & W.PAGE_MASK);
    const last = first + (lo & W.PAGE_OFFSET) - below;
    for (let page = first - W.PAGE_BYTES; page > last - W.PAGE_BYTES; page -= W.PAGE_BYTES) {
      const pageHi = Math.floor(page / TWO_32);
      const pageLo = (page - pageHi * TWO_32) | 0;
      if (this.mmu.walk(cpu, pageHi, pageLo, Access.WRITE | this.user(cpu)) < 0) return false;
    }
    return true;
  }

  /** ALLOCA: moves SP down by a 64-bit number of bytes. More than the stack can ever have meets its end on the way. */
  allocate(cpu: number, hi: number, lo: number): boolean {
    const m = this.m;
    const spLo = m[cpu + W.SP];
    const spHi = m[cpu + W.SP + 1];
    const bytes = hi !== 0 || lo < 0 || lo > MAX_ALLOCA ? MAX_ALLOCA : (lo + 15) & ~15;
    if (bytes > (spLo & W.PAGE_OFFSET) && !this.probeBelow(cpu, spHi, spLo, bytes)) return false;
    m[cpu + W.SP] = (spLo - bytes) | 0;
    m[cpu + W.SP + 1] = spHi - (spLo >>> 0 < bytes ? 1 : 0);
    return true;
  }

  /** Goes to a header's return address with its caller's SP. */
  private returnTo(cpu: number, header: number): number {
    const m = this.m;
    const lo = m[header + W.HEADER_RETURN];
    const hi = m[header + W.HEADER_RETURN + 1];
    const pa = this.locate(cpu, hi, lo);
    if (pa < 0) return -1;
    m[cpu + W.SP] = m[header + W.HEADER_SP];
    m[cpu + W.SP + 1] = m[header + W.HEADER_SP + 1];
    return this.settle(cpu, hi, lo, pa);
  }

  /** #GP with what stands where a header's flags should be. */
  private smashed(header: number): -1 {
    return this.mmu.protectionFault(this.m[header + W.HEADER_FLAGS + 1], this.m[header + W.HEADER_FLAGS]);
  }
}
