/**
 * One CPU as TypeScript sees it: named access to its block, arguments and result of a primitive, and the microcode that
 * the kernel uses to start and switch threads. Holds nothing that is not in the block.
 *
 * Addresses are VirtAddr; what may be no canonical address is offered as bigint. Methods that touch guest memory throw
 * GuestFault before they change anything.
 */
import { hiOf, type Irql, isCanonical, loOf, toVirtAddr, type VirtAddr } from '../base/numbers.ts';
import { GuestFault } from '../machine/faults.ts';
import { CpuField } from '../machine/layout.ts';
import type { Machine } from '../machine/machine.ts';
import type { Frames } from './frames.ts';
import { INSTRUCTION_BYTES } from './opcodes.ts';
import { W } from './words.ts';

export interface EnterOptions {
  /** At most four, to RCX, RDX, R8, R9; others become 0. */
  args?: readonly (number | bigint)[];
  /** FrameFlag bits of the new frame. */
  flags?: number;
  returnAddress?: VirtAddr;
  /** Stack pointer of the "caller": the new frame goes below it. */
  sp: VirtAddr;
  /** Frame of the "caller"; 0 (no frame) by default. */
  fp?: VirtAddr;
}

const REGISTER_ARGUMENTS = 4;
/** Argument i of a stub's caller stands at CALLER_SP + 8 * i, behind the home area from the fifth on. */
const ARGUMENT_BYTES = 8;

export class Cpu {
  readonly machine: Machine;
  readonly number: number;
  /** Byte offset of this CPU's block in the machine's memory. */
  readonly base: number;
  /** Word index of the block. */
  readonly words: number;

  private readonly m: Int32Array;
  private readonly frames: Frames;

  constructor(machine: Machine, frames: Frames, number: number) {
    this.machine = machine;
    this.frames = frames;
    this.number = number;
    this.base = machine.memory.cpuBase(number);
    this.words = this.base >> 2;
    this.m = machine.memory.words;
  }

  // ------------------------------------------------------------- registers

  get ip(): VirtAddr {
    return this.address(W.IP);
  }

  get fp(): VirtAddr {
    return this.address(W.FP);
  }

  get sp(): VirtAddr {
    return this.address(W.SP);
  }

  /** Address of the page that instructions are fetched from. */
  get codePage(): VirtAddr {
    return this.address(W.CODE_VA);
  }

  /** 0 kernel, 3 user. */
  get mode(): number {
    return this.m[this.words + W.MODE];
  }

  /** Takes effect with the next `setFrame` or `enter`. */
  set mode(value: number) {
    this.m[this.words + W.MODE] = value;
  }

  get irql(): Irql {
    return this.m[this.words + W.CR8];
  }

  set irql(value: Irql) {
    this.m[this.words + W.CR8] = value;
  }

  get interruptsEnabled(): boolean {
    return this.m[this.words + W.IF] !== 0;
  }

  set interruptsEnabled(value: boolean) {
    this.m[this.words + W.IF] = value ? 1 : 0;
  }

  get cr0(): number {
    return this.m[this.words + W.CR0] >>> 0;
  }

  get cr2(): bigint {
    return this.bits(W.CR2);
  }

  get cr3(): number {
    return this.m[this.words + W.CR3] >>> 0;
  }

  /** Flushes the TLB's entries but global ones, as the instruction does. */
  set cr3(value: number) {
    if (value & W.PAGE_OFFSET || this.machine.mmu.isOutside(value, 0)) throw new RangeError(`CR3 ${value}`);
    this.set(CpuField.CR3, value);
    this.machine.mmu.flushTlb(this.words);
  }

  get cr4(): number {
    return this.m[this.words + W.CR4] >>> 0;
  }

  get gsKernel(): VirtAddr {
    return this.address(W.GS_KERNEL);
  }

  set gsKernel(value: VirtAddr) {
    this.set(CpuField.GS_KERNEL, value);
  }

  get gsUser(): VirtAddr {
    return this.address(W.GS_USER);
  }

  set gsUser(value: VirtAddr) {
    this.set(CpuField.GS_USER, value);
  }

  /** Stack pointer that a trap from user mode starts with. */
  get kernelStack(): VirtAddr {
    return this.address(W.KSTACK);
  }

  set kernelStack(value: VirtAddr) {
    this.set(CpuField.KSTACK, value);
  }

  /** Address of the guest's array of 256 handler addresses. */
  set idt(value: VirtAddr) {
    this.set(CpuField.IDT, value);
  }

  set syscallEntry(value: VirtAddr) {
    this.set(CpuField.SYSCALL_ENTRY, value);
  }

  get idt(): VirtAddr {
    return this.address(W.IDT);
  }

  get syscallEntry(): VirtAddr {
    return this.address(W.SYSCALL_ENTRY);
  }

  // ------------------------------------------------------------- time and interrupts

  /** ns */
  get clock(): number {
    return this.get(CpuField.CLOCK);
  }

  /** ns at which the local timer raises CLOCK_LEVEL, once; NEVER when off. */
  get timerDue(): number {
    return this.get(CpuField.TIMER_DUE);
  }

  set timerDue(value: number) {
    this.set(CpuField.TIMER_DUE, value);
  }

  get started(): boolean {
    return this.get(CpuField.STARTED) !== 0;
  }

  get halted(): boolean {
    return this.m[this.words + W.HALTED] !== 0;
  }

  get retired(): number {
    return this.get(CpuField.RETIRED);
  }

  get kernelNs(): number {
    return this.get(CpuField.KERNEL_NS);
  }

  get userNs(): number {
    return this.get(CpuField.USER_NS);
  }

  /** Interrupt request register: bit n = an interrupt of IRQL n is requested. */
  get requested(): number {
    return this.m[this.words + W.IRR];
  }

  /** Requests an interrupt of IRQL 1..15 here; wakes this CPU if it is halted and may take it. */
  requestInterrupt(irql: Irql): void {
    this.machine.requestInterrupt(this.number, irql);
  }

  /** Waits for an interrupt above the current IRQL, unless one is requested already. Ends the slice. */
  halt(): void {
    if (this.m[this.words + W.IRR] >>> (this.irql + 1) === 0) this.m[this.words + W.HALTED] = 1;
    if (this.machine.currentCpu === this.number) this.machine.endSlice();
  }

  // ------------------------------------------------------------- primitives: arguments and result

  get rax(): bigint {
    return this.bits(W.RAX);
  }

  /** RAX = value, zero-extended. */
  setRax32(value: number): void {
    this.m[this.words + W.RAX] = value;
    this.m[this.words + W.RAX + 1] = 0;
  }

  /** RAX = an address, any integer within 2^53, or any 64-bit pattern. */
  setRax64(value: number | bigint): void {
    this.put(W.RAX, value);
  }

  /** Argument i (from 0) of the running primitive, as an unsigned 32-bit number. */
  arg32(i: number): number {
    return this.m[this.argument(i)] >>> 0;
  }

  arg32s(i: number): number {
    return this.m[this.argument(i)];
  }

  /** Argument i as an unsigned 64-bit pattern. */
  arg64(i: number): bigint {
    return this.pattern(this.argument(i));
  }

  arg64s(i: number): bigint {
    return BigInt.asIntN(64, this.arg64(i));
  }

  /** Argument i as an address; a #GP GuestFault if it is not canonical. */
  argPtr(i: number): VirtAddr {
    const at = this.argument(i);
    const lo = this.m[at];
    const hi = this.m[at + 1];
    if (!isCanonical(hi)) throw new GuestFault('gp', hi, lo, 0);
    return toVirtAddr(hi, lo);
  }

  // ------------------------------------------------------------- threads

  /**
   * Goes on at `ip` in the frame at `fp` with stack pointer `sp`, in the current mode and address space: what a context
   * switch ends with. Derives WINDOW and CODE_VA, CODE_PA anew.
   */
  setFrame(ip: VirtAddr, fp: VirtAddr, sp: VirtAddr): void {
    const { frames, words } = this;
    const pa = frames.locateAnew(words, hiOf(ip), loOf(ip));
    if (pa < 0) throw this.machine.mmu.fault();
    const frame = frames.locateWindow(words, hiOf(fp), loOf(fp));
    if (frame < 0) throw this.machine.mmu.fault();
    this.set(CpuField.FP, fp);
    this.set(CpuField.SP, sp);
    frames.setWindow(words, frame);
    frames.settle(words, hiOf(ip), loOf(ip), pa);
  }

  /** Calls the function at `target` on the given stack, in the current mode and address space: what starts a thread. */
  enter(target: VirtAddr, options: EnterOptions): void {
    const { frames, words, m } = this;
    const saved = m.slice(words, words + W.R9 + 2);
    const back = options.returnAddress ?? 0;
    for (let i = 0; i < REGISTER_ARGUMENTS; i++) this.put(W.RCX + 2 * i, options.args?.[i] ?? 0);
    this.set(CpuField.SP, options.sp);
    this.set(CpuField.FP, options.fp ?? 0);
    const pa = frames.locateAnew(words, hiOf(target), loOf(target));
    if (pa < 0 || !frames.enter(words, pa, options.flags ?? 0, hiOf(back), loOf(back), false)) {
      m.set(saved, words);
      throw this.machine.mmu.fault();
    }
    frames.settle(words, hiOf(target), loOf(target), pa);
    this.set(CpuField.IP, target + INSTRUCTION_BYTES);
  }

  // ------------------------------------------------------------- fields

  /** A field of the block that holds an address or an integer within 2^53. */
  get(field: number): number {
    return this.machine.memory.slot(this.base + field);
  }

  set(field: number, value: number): void {
    this.machine.memory.setSlot(this.base + field, value);
  }

  private address(word: number): VirtAddr {
    return toVirtAddr(this.m[this.words + word + 1], this.m[this.words + word]);
  }

  private bits(word: number): bigint {
    return this.pattern(this.words + word);
  }

  private pattern(at: number): bigint {
    return (BigInt(this.m[at + 1] >>> 0) << 32n) | BigInt(this.m[at] >>> 0);
  }

  private put(word: number, value: number | bigint): void {
    this.machine.memory.view.setBigInt64(this.base + word * 4, BigInt.asIntN(64, BigInt(value)), true);
  }

  /** Word index of argument i: a register, or its place in the area of the stub's caller. */
  private argument(i: number): number {
    if (i < REGISTER_ARGUMENTS) return this.words + W.RCX + 2 * i;
    // The stub has no registers of its own: its header is where its window would begin.
    const header = this.m[this.words + W.WINDOW] >>> 2;
    const at = toVirtAddr(this.m[header + W.HEADER_SP + 1], this.m[header + W.HEADER_SP]) + ARGUMENT_BYTES * i;
    if (at % ARGUMENT_BYTES !== 0) throw new GuestFault('gp', hiOf(at), loOf(at), 0);
    const pa = this.machine.mmu.walk(this.words, hiOf(at), loOf(at), 0);
    if (pa < 0) throw this.machine.mmu.fault();
    return pa >>> 2;
  }
}
