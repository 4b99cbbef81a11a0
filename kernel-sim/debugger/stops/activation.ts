/**
 * Frames as steps compare them: which activation of a function a processor stands in, which of two is deeper, and whether an interrupt has come on
 * top of the thread. Reads the guest's stacks without changing anything; trashed stacks give undefined or the plain answer.
 *
 * **Deeper**, on one thread: kernel mode is deeper than user mode; in one mode the frame whose caller had the lower stack pointer is deeper (frames that one
 * function calls one after the other are equally deep, whatever their sizes). A funclet counts as the frame it runs over.
 */
import type { VirtAddr } from '../../base/numbers.ts';
import type { FunctionInfo } from '../../c/image.ts';
import type { Kernel } from '../../kernel/kernel.ts';
import { interrupted, type StackFrame } from '../../kernel/stack.ts';
import type { GuestView } from '../../machine/guest-memory.ts';
import { FrameFlag, FrameHeader, TrapFrame, Vector } from '../../machine/layout.ts';
import type { Cpu } from '../../vm/cpu.ts';
import { INSTRUCTION_BYTES } from '../../vm/opcodes.ts';
import { tryRead } from '../context.ts';
import { type CodeMap, rootFunction } from './code-map.ts';

/** One activation of a function. */
export interface Activation {
  readonly user: boolean;
  readonly fp: VirtAddr;
  /** Stack pointer of its caller. */
  readonly top: VirtAddr;
  /** Where the function (not a funclet of it) begins. */
  readonly begin: VirtAddr;
}

const DISPATCH_LEVEL = 2;
const MAX_WALK = 64;
const WORD = 8;

export function sameActivation(a: Activation, b: Activation): boolean {
  return a.fp === b.fp && a.begin === b.begin && a.top === b.top && a.user === b.user;
}

/** `a` is as deep as `b` or further out. */
export function isNotDeeper(a: Activation, b: Activation): boolean {
  return a.user === b.user ? a.top >= b.top : a.user;
}

/** The activation that code at `ip` with frame `fp` belongs to. */
function activationAt(
  view: GuestView,
  located: { base: VirtAddr; root: FunctionInfo },
  fp: VirtAddr,
  user: boolean,
): Activation | undefined {
  const { base, root } = located;
  const top = tryRead(() => view.ptr(fp + root.registers * WORD + FrameHeader.CALLER_SP));
  return top === undefined ? undefined : { user, fp, top, begin: base + root.begin };
}

/** The activation that a CPU stands in. */
export function activationOf(k: Kernel, code: CodeMap, cpu: Cpu): Activation | undefined {
  const { ip } = cpu;
  const at = code.functionAt(ip, cpu);
  if (!at) return undefined;
  const root = rootFunction(at.mapped.image, at.fn);
  return activationAt(k.view, { base: at.mapped.base, root }, cpu.fp, ip >= 0);
}

/** That of a frame of a call stack. */
export function activationIn(view: GuestView, { place, fp, user }: StackFrame): Activation | undefined {
  if (!place?.fn) return undefined;
  return activationAt(view, { base: place.base, root: rootFunction(place.image, place.fn) }, fp, user);
}

/** A trap frame of an interrupt that is none of the thread's own business. */
export function isInterrupt(view: GuestView, trap: VirtAddr): boolean {
  const vector = tryRead(() => view.u32(trap + TrapFrame.VECTOR)) ?? 0;
  return vector >= Vector.INTERRUPT + DISPATCH_LEVEL && vector < Vector.SYSCALL;
}

/**
 * IRQL of the interrupt that the CPU is carrying out on top of its thread (DPCs count as those of DISPATCH_LEVEL); 0: the thread does what it does
 * itself. Kernel APCs are the thread's own work. Code below DISPATCH_LEVEL is taken to be the thread's.
 */
export function interruptLevel(k: Kernel, code: CodeMap, cpu: Cpu): number {
  if (cpu.mode !== 0 || cpu.irql < DISPATCH_LEVEL) return 0;
  return tryRead(() => walkToTrap(k, code, cpu)) ?? 0;
}

function walkToTrap(k: Kernel, code: CodeMap, cpu: Cpu): number {
  const { view } = k;
  let { ip, fp, sp } = cpu;
  for (let i = 0; i < MAX_WALK && ip < 0; i++) {
    const at = code.functionAt(ip, cpu);
    if (!at) return 0;
    const { fn } = at;
    const header = fn.parent !== undefined ? sp + fn.outgoingBytes : fp + fn.registers * WORD;
    const flags = view.u32(header + FrameHeader.FLAGS);
    if (flags & FrameFlag.BOTTOM) return 0;
    sp = view.ptr(header + FrameHeader.CALLER_SP);
    if ((flags & FrameFlag.TRAP) === 0) {
      const back = view.ptr(header + FrameHeader.RETURN);
      ip = flags & FrameFlag.ENTERED ? back : back - INSTRUCTION_BYTES;
      fp = view.ptr(header + FrameHeader.CALLER_FP);
      continue;
    }
    const trap = sp;
    if (isInterrupt(view, trap)) return view.u32(trap + TrapFrame.VECTOR) - Vector.INTERRUPT;
    // What an interrupt at DISPATCH_LEVEL or above comes on top of stands there too.
    if (view.u32(trap + TrapFrame.MODE) !== 0 || view.u32(trap + TrapFrame.IRQL) < DISPATCH_LEVEL) return 0;
    const below = interrupted(k, trap);
    ip = below.exact ? below.ip : below.ip - INSTRUCTION_BYTES;
    ({ fp, sp } = below);
  }
  return 0;
}
