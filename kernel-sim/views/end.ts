/**
 * The end of a run, as !analyze tells it: why the machine stopped, the instruction that did it, and what the address in question is.
 */

import { type VirtAddr, virtAddrOf } from '../base/numbers.ts';
import { tryRead } from '../debugger/context.ts';
import { readEnd } from '../kernel/bugcheck.ts';
import type { Kernel } from '../kernel/kernel.ts';
import { C } from '../kernel/layouts.generated.ts';
import { interrupted, type StackFrame } from '../kernel/stack.ts';
import { Access } from '../machine/faults.ts';
import { TrapFrame, Vector } from '../machine/layout.ts';
import type { Code, Read } from '../protocol/views.ts';
import type { EndView, Fault } from '../protocol/views-memory.ts';
import { INSTRUCTION_BYTES } from '../vm/opcodes.ts';
import { describeBits } from './address.ts';
import { currentThread, processName, processOfThread, threadName } from './identity.ts';
import { hex, named, view } from './look.ts';
import { irql, mode } from './names.ts';
import { framesOf } from './threads.ts';

const VECTORS: Readonly<Record<number, string>> = {
  [Vector.DIVIDE]: 'divide error',
  [Vector.BREAKPOINT]: 'breakpoint',
  [Vector.OVERFLOW]: 'overflow',
  [Vector.ILLEGAL]: 'illegal instruction',
  [Vector.DOUBLE_FAULT]: 'double fault',
  [Vector.GENERAL_PROTECTION]: 'general protection fault',
  [Vector.PAGE_FAULT]: 'page fault',
  [Vector.FASTFAIL]: 'fast fail (int 29)',
  [Vector.ASSERT]: 'assertion (int 2c)',
};

/** Which parameter of a bug check is the address that it is about, where no fault says so. */
const ABOUT: Readonly<Record<number, number>> = {
  [C.BAD_POOL_HEADER]: 2,
  [C.MULTIPLE_IRP_COMPLETE_REQUESTS]: 1,
  [C.NO_MORE_IRP_STACK_LOCATIONS]: 1,
  [C.REFERENCE_BY_POINTER]: 2,
  [C.DRIVER_UNLOADED_WITHOUT_CANCELLING_PENDING_OPERATIONS]: 1,
};
/** BAD_POOL_CALLER: by its first parameter. */
const ABOUT_POOL: Readonly<Record<string, number>> = { '7': 4, '9': 4, '10': 2, '64': 2, '70': 2 };

export function endView(k: Kernel): Read<EndView> {
  return view(() => {
    const end = readEnd(k) ?? null;
    const thread = currentThread(k);
    const process = processAtEnd(k, thread);
    const all = framesOf(k, thread);
    const frames = all[0]?.place?.fn?.name === 'KiStopMachine' ? all.slice(1) : all;
    const fault = faultOf(k, frames, process);
    const about = end?.kind === 'bugcheck' ? aboutOf(k, fault) : undefined;
    return {
      end,
      cpu: k.machine.currentCpu,
      irql: irql(k.cpu.irql),
      thread: threadName(k, thread),
      process: process === undefined ? { problem: 'no process runs here' } : processName(k, process),
      fault: fault?.record ?? null,
      stack: frames.map((frame) => frame.text),
      learnerFrame: frames.find((frame) => frame.place?.learner)?.text ?? '',
      address: about === undefined ? null : describeBits(k, about),
    };
  });
}

/** Of an exception that nobody handled, the process that it ended; else the one that runs. */
function processAtEnd(k: Kernel, thread: VirtAddr): VirtAddr | undefined {
  if (k.machine.stopped === C.KI_STOP_EXCEPTION) return virtAddrOf(k.machine.stopArgument(1));
  return processOfThread(k, thread);
}

interface FoundFault {
  record: Fault;
  /** What the processor could not use. */
  address: bigint | undefined;
}

/** The innermost trap on the stack, if it is an exception of the processor. */
function faultOf(k: Kernel, frames: readonly StackFrame[], process: VirtAddr | undefined): FoundFault | undefined {
  const trap = frames.find((frame) => frame.trap !== undefined)?.trap;
  return trap === undefined ? undefined : tryRead(() => readFault(k, trap, process));
}

function readFault(k: Kernel, trap: VirtAddr, process: VirtAddr | undefined): FoundFault | undefined {
  const vector = k.view.u32(trap + TrapFrame.VECTOR);
  const name = VECTORS[vector];
  if (name === undefined) return undefined;
  const error = k.view.u32(trap + TrapFrame.VECTOR + 4);
  const { ip, exact } = interrupted(k, trap);
  const code: Code = { value: vector, name };
  return {
    record: {
      instruction: named(k, exact ? ip : ip - INSTRUCTION_BYTES, process),
      trapFrame: hex(trap),
      vector: code,
      access: vector === Vector.PAGE_FAULT ? accessOf(error) : null,
      irql: irql(k.view.u32(trap + TrapFrame.IRQL)),
      mode: mode(k.view.u32(trap + TrapFrame.MODE)),
    },
    address:
      vector === Vector.PAGE_FAULT || vector === Vector.GENERAL_PROTECTION
        ? k.view.u64(trap + TrapFrame.FAULT_ADDRESS)
        : undefined,
  };
}

function accessOf(error: number): Fault['access'] {
  if (error & Access.EXECUTE) return 'execute';
  return error & Access.WRITE ? 'write' : 'read';
}

function aboutOf(k: Kernel, fault: FoundFault | undefined): bigint | undefined {
  if (fault?.address !== undefined) return fault.address;
  const code = Number(k.machine.stopArgument(0) & 0xffffffffn);
  const index = code === C.BAD_POOL_CALLER ? ABOUT_POOL[k.machine.stopArgument(1).toString()] : ABOUT[code];
  return index === undefined ? undefined : k.machine.stopArgument(index);
}
