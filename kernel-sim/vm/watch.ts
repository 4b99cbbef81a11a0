/**
 * What a run is to stop at: arrivals at marked instructions, and accesses to watched bytes of RAM. Host-side, outside state: a watched run
 * does to the machine exactly what a plain one does.
 *
 * **Arrival**: an instruction has retired and its CPU stands at a marked one. Coming back there from an interrupt, or from a fault of that very
 * instruction, is no arrival: it was there before. **Access**: the instant is the one right after the access.
 *
 * Seen are: loads, stores and atomics; register windows and frames, which are RAM too (as writes); what primitives read and write; what
 * trap delivery and the page walks of data accesses write. Not seen: reading a register of the window, fetching code, what the host writes
 * between two runs (typed input). A write of the same value by an instruction or a primitive counts; by a trap or a page walk it does not.
 *
 * Made for one machine; `Vm.runTo` takes it. `arrived` and `touched` say what stopped the run, until the next one.
 */
import type { Instant, PhysAddr, VirtAddr } from '../base/numbers.ts';
import { FrameHeader, PAGE, TlbBit } from '../machine/layout.ts';
import type { Machine } from '../machine/machine.ts';
import { DirtyReader } from '../machine/memory.ts';
import type { Cpu } from './cpu.ts';
import { INSTRUCTIONS_PER_PAGE, OPERANDS, Op, type OpName } from './opcodes.ts';
import { W } from './words.ts';

export const AccessKind = { READ: 1, WRITE: 2 } as const;

export interface WatchedRange {
  readonly pa: PhysAddr;
  /** Bytes. */
  readonly length: number;
  /** AccessKind bits. */
  readonly kinds: number;
}

/** An access to watched bytes. */
export interface Touch {
  readonly range: WatchedRange;
  /** An AccessKind. */
  readonly kind: number;
  /** The bytes accessed, as far as known (a change that trap delivery or a page walk made is told as the range itself). */
  readonly pa: PhysAddr;
  readonly length: number;
  /** The range's bytes before and after. */
  readonly before: Uint8Array;
  readonly after: Uint8Array;
}

/**
 * Marks what to stop at in a page of code: sets bytes of `slots` (one an instruction) to 1. `va` is where the page is executed, in the
 * address space that is current on `cpu`. Asked once for each page and content.
 */
export type MarkPage = (va: VirtAddr, cpu: Cpu, slots: Uint8Array) => void;

/** What an instruction does to memory by itself. */
const Effect = { NONE: 0, LOAD: 1, STORE: 2, REGISTER: 4, FRAME: 8 } as const;
/** Operand a of these is no result, or they are not executed by the interpreter's loop: what those write is found by comparing. */
const NO_RESULT = /^(ENTER|FENTER|CALLFL|CALLF|UNWIND|RD\w+)$/;
const NOT_DUE = Number.MAX_SAFE_INTEGER;
const EFFECTS = effects();
const SIZES = sizes();

export class Watch {
  /** Stop at every arrival. */
  everyInstruction = false;
  /** The CPU that ran last has arrived at a marked instruction. */
  arrived = false;
  /** The accesses of the last instruction. */
  readonly touched: Touch[] = [];
  /** 1: some range is watched. */
  data = 0;
  /** The instant at which the run is to stop for what was touched; NOT_DUE. */
  due = NOT_DUE;

  private readonly marks: Uint8Array;
  private readonly m: Int32Array;
  private readonly dirty: Uint8Array;
  /** One byte a page of RAM: 1 if it has watched bytes. */
  private readonly pages: Uint8Array;
  private ranges: readonly WatchedRange[] = [];
  private readonly before: Uint8Array[] = [];
  private cpus: readonly Cpu[] = [];
  /** The operand found last. */
  private hi = 0;
  private lo = 0;

  constructor(
    private readonly machine: Machine,
    private readonly markPage: MarkPage,
  ) {
    const { memory } = machine;
    this.m = memory.words;
    this.dirty = memory.dirty;
    this.marks = new Uint8Array(memory.dirty.length * INSTRUCTIONS_PER_PAGE);
    this.pages = new Uint8Array(memory.dirty.length + 1);
  }

  /** Forgets all marks: every page of code is asked for again. */
  invalidate(): void {
    for (let page = 0; page < this.dirty.length; page++) this.dirty[page] |= DirtyReader.CODE;
  }

  setRanges(ranges: readonly WatchedRange[]): void {
    this.ranges = ranges;
    this.data = ranges.length > 0 ? 1 : 0;
    this.pages.fill(0);
    for (const { pa, length } of ranges) this.pages.fill(1, pa >>> 12, ((pa + length - 1) >>> 12) + 1);
  }

  // ------------------------------------------------------------- for the VM

  begin(cpus: readonly Cpu[]): void {
    this.cpus = cpus;
    this.arrived = false;
    this.touched.length = 0;
    this.due = NOT_DUE;
  }

  /** True if the instruction at word index `pc` is marked. */
  isMarked(cpu: number, pc: number): boolean {
    if (this.everyInstruction) return true;
    if ((this.dirty[pc >>> 10] & DirtyReader.CODE) !== 0) this.refresh(cpu, pc);
    return this.marks[pc >>> 1] !== 0;
  }

  /**
   * True if the instruction `w` at `pc`, about to be executed over the window at word index `win`, may access watched
   * bytes: it is then executed alone, between `prepare` and `compare`.
   */
  mayTouch(cpu: number, pc: number, win: number, w: number): boolean {
    const op = w & 0xff;
    const effect = EFFECTS[op];
    if (effect === Effect.NONE) return false;
    if ((effect & Effect.REGISTER) !== 0) {
      const a = win + ((w >>> 7) & 0x1fe);
      if (this.pages[a >>> 10] !== 0 && this.overlaps(a << 2, 8)) return true;
    }
    if ((effect & (Effect.LOAD | Effect.STORE)) !== 0) {
      // What the TLB does not know is walked for, and what straddles pages is rare: both are looked at closely.
      const pa = this.operand(cpu, pc, win, w);
      return pa < 0 || this.pages[pa >>> 12] !== 0 || (pa & W.PAGE_OFFSET) + SIZES[op] > PAGE;
    }
    return (effect & Effect.FRAME) !== 0;
  }

  /** Remembers the watched bytes, and has primitives report what they access. */
  prepare(): void {
    this.before.length = 0;
    for (const { pa, length } of this.ranges) this.before.push(this.machine.memory.bytes.slice(pa, pa + length));
    this.machine.memory.onAccess = this.onAccess;
  }

  /** Notes what one instruction accesses by its own meaning; it stands at `pc` and has not been executed. */
  noteOperands(cpu: number, pc: number, win: number, w: number): void {
    const op = w & 0xff;
    const effect = EFFECTS[op];
    const size = op >= Op.XADD && op <= Op.AXOR ? this.m[pc + 1] : SIZES[op];
    const registerBytes = op === Op.CAS && size === 16 ? 16 : 8;
    if ((effect & Effect.REGISTER) !== 0) this.note((win + ((w >>> 7) & 0x1fe)) << 2, registerBytes, AccessKind.WRITE);
    if ((effect & (Effect.LOAD | Effect.STORE)) === 0) return;
    this.setOperand(cpu, pc, win, w);
    const { hi, lo } = this;
    const first = Math.min(size, PAGE - (lo & W.PAGE_OFFSET));
    this.noteAt(cpu, hi, lo, first, effect);
    const nextLo = (lo + first) | 0;
    if (first < size) this.noteAt(cpu, nextLo === 0 ? (hi + 1) | 0 : hi, nextLo, size - first, effect);
  }

  /** Notes the frame that a call has just built. */
  noteFrame(cpu: number, w: number): void {
    if ((EFFECTS[w & 0xff] & Effect.FRAME) === 0) return;
    const window = this.m[cpu + W.WINDOW];
    const enter = this.m[(((this.m[cpu + W.CODE_PA] + (this.m[cpu + W.IP] & W.PAGE_OFFSET)) | 0) >>> 2) - 2];
    this.note(window, ((enter >>> 16) & 0xff) * 8, AccessKind.WRITE);
    this.note(window + ((enter >>> 4) & 0xff0), FrameHeader.BYTES, AccessKind.WRITE);
  }

  /** Ends what `prepare` began. `stopAt`: the first state that shows what was written. */
  compare(stopAt: Instant): void {
    const { memory } = this.machine;
    memory.onAccess = undefined;
    const { noted } = this;
    this.ranges.forEach((range, i) => {
      const before = this.before[i];
      const after = memory.bytes.slice(range.pa, range.pa + range.length);
      const own = noted.filter((access) => access.range === range);
      for (const { kind, pa, length } of own) this.touched.push({ range, kind, pa, length, before, after });
      if ((range.kinds & AccessKind.WRITE) === 0 || own.some(({ kind }) => kind === AccessKind.WRITE)) return;
      if (before.some((byte, j) => byte !== after[j])) {
        this.touched.push({ range, kind: AccessKind.WRITE, pa: range.pa, length: range.length, before, after });
      }
    });
    noted.length = 0;
    if (this.touched.length > 0) this.due = Math.min(this.due, stopAt);
  }

  /** The instruction faulted: what it would have accessed was not. */
  forget(): void {
    this.noted.length = 0;
  }

  /** Accesses of the instruction under way. */
  private readonly noted: { range: WatchedRange; kind: number; pa: PhysAddr; length: number }[] = [];

  private readonly onAccess = (pa: PhysAddr, length: number, write: boolean): void => {
    this.note(pa, length, write ? AccessKind.WRITE : AccessKind.READ);
  };

  private note(pa: PhysAddr, length: number, kind: number): void {
    for (const range of this.ranges) {
      const from = Math.max(pa, range.pa);
      const to = Math.min(pa + length, range.pa + range.length);
      if (from >= to || (range.kinds & kind) === 0) continue;
      if (!this.noted.some((other) => other.range === range && other.kind === kind)) {
        this.noted.push({ range, kind, pa: from, length: to - from });
      }
    }
  }

  private overlaps(pa: PhysAddr, length: number): boolean {
    for (const range of this.ranges) if (pa < range.pa + range.length && range.pa < pa + length) return true;
    return false;
  }

  /** Where the operand in memory of the instruction lies. */
  private setOperand(cpu: number, pc: number, win: number, w: number): void {
    const m = this.m;
    const op = w & 0xff;
    const usesGs = op === Op.LDGS64 || op === Op.STGS64;
    const b = usesGs ? cpu + (m[cpu + W.MODE] === 0 ? W.GS_KERNEL : W.GS_USER) : win + ((w >>> 15) & 0x1fe);
    const imm = op >= Op.XADD && op <= Op.AXOR ? 0 : m[pc + 1];
    this.lo = (m[b] + imm) | 0;
    this.hi = (m[b + 1] + (imm >> 31) + (this.lo >>> 0 < m[b] >>> 0 ? 1 : 0)) | 0;
  }

  /** Physical address of what a load, store or atomic works on; -1 if the TLB does not know it. */
  private operand(cpu: number, pc: number, win: number, w: number): PhysAddr {
    const m = this.m;
    this.setOperand(cpu, pc, win, w);
    const { lo } = this;
    const entry = cpu + W.TLB + ((lo >>> 10) & 0x3fc);
    if (((m[entry] ^ lo) & W.PAGE_MASK) !== 0 || m[entry + 1] !== this.hi || (m[entry] & TlbBit.VALID) === 0) return -1;
    return m[entry + 2] | (lo & W.PAGE_OFFSET);
  }

  private noteAt(cpu: number, hi: number, lo: number, length: number, effect: number): void {
    const m = this.m;
    const entry = cpu + W.TLB + ((lo >>> 10) & 0x3fc);
    const known = ((m[entry] ^ lo) & W.PAGE_MASK) === 0 && m[entry + 1] === hi && (m[entry] & TlbBit.VALID) !== 0;
    const pa = known
      ? m[entry + 2] | (lo & W.PAGE_OFFSET)
      : this.machine.mmu.walkTables(m[cpu + W.CR3], hi, lo, 0, m[cpu + W.CR0], 0, false);
    if (pa < 0) return;
    if ((effect & Effect.LOAD) !== 0) this.note(pa, length, AccessKind.READ);
    if ((effect & Effect.STORE) !== 0) this.note(pa, length, AccessKind.WRITE);
  }

  private refresh(cpu: number, pc: number): void {
    const page = pc >>> 10;
    this.dirty[page] &= ~DirtyReader.CODE;
    const slots = this.marks.subarray(page * INSTRUCTIONS_PER_PAGE, (page + 1) * INSTRUCTIONS_PER_PAGE);
    slots.fill(0);
    const found = this.cpus.find((candidate) => candidate.words === cpu);
    if (found) this.markPage(found.codePage, found, slots);
  }
}

function effects(): Uint8Array {
  const table = new Uint8Array(256);
  for (const [name, op] of Object.entries(Op) as [OpName, number][]) {
    if (op >= Op.LD8S && op <= Op.LD64) table[op] = Effect.LOAD | Effect.REGISTER;
    else if (op >= Op.ST8 && op <= Op.ST64) table[op] = Effect.STORE;
    else if (op === Op.LDGS64) table[op] = Effect.LOAD | Effect.REGISTER;
    else if (op === Op.STGS64) table[op] = Effect.STORE;
    else if (op >= Op.XADD && op <= Op.AXOR) table[op] = Effect.LOAD | Effect.STORE | Effect.REGISTER;
    else if (op === Op.CALL || op === Op.CALLR) table[op] = Effect.FRAME;
    else if (OPERANDS[name]?.startsWith('a') && !NO_RESULT.test(name)) table[op] = Effect.REGISTER;
  }
  return table;
}

function sizes(): Uint8Array {
  const table = new Uint8Array(256).fill(1);
  for (const [name, op] of Object.entries(Op)) {
    const bits = /^(?:LD|ST)(?:GS)?(\d+)/.exec(name)?.[1];
    if (bits) table[op] = Number(bits) / 8;
  }
  for (let op: number = Op.XADD; op <= Op.AXOR; op++) table[op] = 8;
  return table;
}
