/**
 * Trace of what the hardware does by itself: mode switches, interrupts, faults. Called by the VM; changes nothing.
 */
import type { VirtAddr } from '../base/numbers.ts';
import { GuestFault } from '../machine/faults.ts';
import { TrapFrame, Vector } from '../machine/layout.ts';
import type { Cpu } from '../vm/cpu.ts';
import { INSTRUCTION_BYTES } from '../vm/opcodes.ts';
import type { Kernel } from './kernel.ts';
import { routineName } from './symbols.ts';

const USER_MODE = 3;
const KINDS: Record<number, string> = {
  [Vector.DIVIDE]: 'divide',
  [Vector.OVERFLOW]: 'overflow',
  [Vector.BREAKPOINT]: 'breakpoint',
  [Vector.ILLEGAL]: 'illegal instruction',
  [Vector.GENERAL_PROTECTION]: 'general protection',
  [Vector.PAGE_FAULT]: 'page',
  [Vector.FASTFAIL]: 'fast fail',
  [Vector.ASSERT]: 'assertion',
};

/** Bits of a page fault's error code. */
const WRITE = 2;
const EXECUTE = 16;

/** A trap's handler is about to run; RCX holds the trap frame. */
export function traceTrap(k: Kernel, cpu: Cpu, vector: number): void {
  const trap = Number(BigInt.asIntN(64, cpu.arg64(0)));
  if (readMode(k, trap) === USER_MODE) k.emit('mode', 'kernel', why(vector));
  if (vector >= Vector.INTERRUPT && vector !== Vector.SYSCALL) k.emit('int', vector - Vector.INTERRUPT);
  else if (vector !== Vector.SYSCALL) traceFault(k, trap, vector);
}

/** A handler has returned. */
export function traceResume(k: Kernel, cpu: Cpu, vector: number): void {
  if (vector >= Vector.INTERRUPT && vector < Vector.SYSCALL) k.emit('int_end', vector - Vector.INTERRUPT);
  if (cpu.mode === USER_MODE) k.emit('mode', 'user', 'return');
}

function traceFault(k: Kernel, trap: VirtAddr, vector: number): void {
  const error = k.view.u32(trap + TrapFrame.VECTOR + 4);
  // Behind the instruction for int 3 and int 2c.
  const behind = vector === Vector.BREAKPOINT || vector === Vector.ASSERT ? BigInt(INSTRUCTION_BYTES) : 0n;
  const ip = k.view.u64(trap + TrapFrame.IP) - behind;
  const access = vector !== Vector.PAGE_FAULT ? '' : error & EXECUTE ? 'execute' : error & WRITE ? 'write' : 'read';
  const kind = KINDS[vector] ?? 'exception';
  k.emit('fault', vector, kind, k.view.u64(trap + TrapFrame.FAULT_ADDRESS), ip, access, routineName(k, ip));
}

function readMode(k: Kernel, trap: VirtAddr): number {
  try {
    return k.view.u32(trap + TrapFrame.MODE);
  } catch (e) {
    if (e instanceof GuestFault) return 0;
    throw e;
  }
}

function why(vector: number): string {
  if (vector === Vector.SYSCALL) return 'system call';
  return vector >= Vector.INTERRUPT ? 'interrupt' : 'exception';
}
