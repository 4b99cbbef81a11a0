/**
 * Bug checks in plain words: what happened, where, why this stops the system. `p` are the four parameters, `frames` the stack of the
 * processor that stopped.
 */
import { hex64, toU64 } from '../base/numbers.ts';
import { Access } from '../machine/faults.ts';
import { TrapFrame, Vector } from '../machine/layout.ts';
import { describePoolViolation } from './executive/pool-violations.ts';
import type { Kernel } from './kernel.ts';
import { C } from './layouts.generated.ts';
import { statusName } from './names.ts';
import type { StackFrame } from './stack.ts';
import { describeAddress, placeOf } from './symbols.ts';

interface Context {
  k: Kernel;
  code: number;
  p: bigint[];
  frames: StackFrame[];
}

const LOW_ADDRESS = 0x10000n;
const FAST_FAIL: Record<string, string> = {
  '2': 'the security cookie behind a local array was overwritten: something wrote past the end of the array',
  '3': 'a doubly linked list is corrupt: an entry does not point back to its neighbour (inserted twice, removed twice, freed while linked, or overwritten)',
  '5': 'a routine was given something that is not the object it must get (never initialized, freed, or overwritten)',
};

/** What was done at an address that could not be used. */
function access(kind: bigint): string {
  if (kind === 8n || kind === 0x10n) return 'execute code at';
  return kind === 0n ? 'read' : 'write';
}

function address(c: Context, value: bigint): string {
  if (value < LOW_ADDRESS) return `address ${hex64(value)}, a null pointer${value === 0n ? '' : ' with an offset'}`;
  const place = placeOf(c.k, value);
  if (place?.unloaded) return `address ${hex64(value)}, which was ${place.name} before that driver was unloaded`;
  return place ? `address ${hex64(value)} (${place.name})` : `address ${hex64(value)}`;
}

/** The first frame of the learner's own code, as a sentence. */
function where(c: Context): string[] {
  const frame = c.frames.find((f) => f.place?.learner);
  return frame ? [`Where: in ${frame.text}.`] : [];
}

function at(c: Context, ip: bigint): string {
  return describeAddress(c.k, ip);
}

function exception(c: Context, doing: string): string[] {
  const status = Number(c.p[0] & 0xffffffffn);
  const place = c.frames.find((frame) => toU64(frame.ip) === c.p[1])?.text ?? at(c, c.p[1]);
  return [
    `An exception that nobody handled, ${statusName(status)}, was raised in ${place} ${doing}.`,
    ...violation(c, status),
  ];
}

/** For access violations: the address, from the trap frame of the fault, which is the innermost one on the stack. */
function violation(c: Context, status: number): string[] {
  const trap = c.frames.find((frame) => frame.trap !== undefined)?.trap;
  if (status !== C.STATUS_ACCESS_VIOLATION >>> 0 || trap === undefined) return [];
  const value = c.k.view.u64(trap + TrapFrame.FAULT_ADDRESS);
  const error = c.k.view.u32(trap + TrapFrame.VECTOR + 4);
  const kind = error & Access.EXECUTE ? 8n : error & Access.WRITE ? 1n : 0n;
  if (c.k.view.u32(trap) === Vector.GENERAL_PROTECTION) {
    return [
      `It used ${hex64(value)}, which is no address that the processor accepts: typical of a pointer that was freed or overwritten.`,
    ];
  }
  return [`It tried to ${access(kind)} ${address(c, value)}.`];
}

const EXPLANATIONS: Record<number, (c: Context) => string[]> = {
  [C.DRIVER_IRQL_NOT_LESS_OR_EQUAL]: (c) => [
    `A driver tried to ${access(c.p[2])} ${address(c, c.p[0])} at IRQL ${c.p[1]}, in ${at(c, c.p[3])}.`,
    'At DISPATCH_LEVEL and above no page fault can be served, so every address used there must be valid and resident.',
  ],
  [C.IRQL_NOT_LESS_OR_EQUAL]: (c) => {
    if (stoppedIn(c, /^KeLowerIrql$/)) {
      return [
        `KeLowerIrql was asked for IRQL ${c.p[0]}, which is above the current ${c.p[1]}.`,
        'Typical causes: the old IRQL was never saved, or a spin lock was released twice.',
      ];
    }
    if (stoppedIn(c, /^(KiCheckWait|KeWaitFor|KeDelayExecution)/)) {
      return [
        `A thread tried to wait at IRQL ${c.p[1]}.`,
        'Waiting means giving the processor to another thread, which is impossible at DISPATCH_LEVEL and above (a spin lock is held, or IRQL was raised).',
        'Real Windows has no fixed outcome for this; the lab stops here.',
      ];
    }
    return [
      `The kernel tried to ${access(c.p[2])} ${address(c, c.p[0])} at IRQL ${c.p[1]}, in ${at(c, c.p[3])}.`,
      'At DISPATCH_LEVEL and above no page fault can be served; most often a driver passed a bad pointer.',
    ];
  },
  [C.PAGE_FAULT_IN_NONPAGED_AREA]: (c) => [
    `Code in ${at(c, c.p[2])} tried to ${access(c.p[1])} ${address(c, c.p[0])}, a kernel address where nothing is mapped.`,
    'A kernel address is trusted: __try does not help. Typical causes: memory that was freed, a pointer that was never set, an index far outside.',
  ],
  [C.ATTEMPTED_WRITE_TO_READONLY_MEMORY]: (c) => [
    `Code tried to write ${address(c, c.p[0])}, which is read-only (code or constants).`,
  ],
  [C.ATTEMPTED_EXECUTE_OF_NOEXECUTE_MEMORY]: (c) => [
    `The processor was sent to execute ${address(c, c.p[0])}, which holds data, or code of user mode.`,
    'Typical causes: a function pointer that was overwritten or never set.',
  ],
  [C.DRIVER_UNLOADED_WITHOUT_CANCELLING_PENDING_OPERATIONS]: (c) => [
    `Something of an unloaded driver was used: ${address(c, c.p[0])}.`,
    'The driver left something behind that calls it: a timer, a DPC, a work item, a thread, a callback.',
  ],
  [C.SYSTEM_SERVICE_EXCEPTION]: (c) => exception(c, 'during a system call of a program'),
  [C.SYSTEM_THREAD_EXCEPTION_NOT_HANDLED]: (c) =>
    exception(c, 'in a system thread (DriverEntry, Unload, a work item or a thread of the driver)'),
  [C.KMODE_EXCEPTION_NOT_HANDLED]: (c) =>
    exception(c, 'in a DPC or an interrupt routine, or on a stack that is overwritten'),
  [C.UNEXPECTED_KERNEL_MODE_TRAP]: (c) =>
    c.p[0] === 8n
      ? [
          'The kernel stack is exhausted: the processor could not even save the state of the fault (double fault).',
          `A kernel stack has ${C.KI_KERNEL_STACK_BYTES / 1024} KB. Typical causes: recursion without end, large local arrays.`,
        ]
      : [`The processor raised exception ${c.p[0]}, which the kernel does not expect.`],
  [C.KERNEL_SECURITY_CHECK_FAILURE]: (c) => [
    `The kernel found that its data is corrupt: ${FAST_FAIL[c.p[0].toString()] ?? `fast-fail code ${c.p[0]}`}.`,
  ],
  [C.IRQL_GT_ZERO_AT_SYSTEM_SERVICE]: (c) => [
    `The system service ${at(c, c.p[0])} would have returned to user mode at IRQL ${c.p[1]}.`,
    'A driver that it called raised IRQL, or took a spin lock, and did not undo it on every way out.',
  ],
  [C.APC_INDEX_MISMATCH]: (c) => [
    `The system service ${at(c, c.p[0])} would have returned to user mode with kernel APCs disabled.`,
    'A KeEnterCriticalRegion (or an acquired mutex) has no counterpart on some way out.',
  ],
  [C.ATTEMPTED_SWITCH_FROM_DPC]: () => [
    'A DPC routine tried to wait.',
    'A DPC borrows whatever thread happens to run; it must not block. Queue a work item for what has to wait.',
  ],
  [C.IRQL_NOT_GREATER_OR_EQUAL]: (c) => [
    `KeRaiseIrql was asked for IRQL ${c.p[0]}, which is below the current ${c.p[1]}.`,
  ],
  [C.IRQL_UNEXPECTED_VALUE]: (c) => [`The DPC routine ${at(c, c.p[1])} returned at another IRQL than DISPATCH_LEVEL.`],
  [C.WORKER_THREAD_RETURNED_AT_BAD_IRQL]: (c) => [`The work item ${at(c, c.p[0])} returned at IRQL ${c.p[1]}.`],
  [C.MULTIPLE_IRP_COMPLETE_REQUESTS]: (c) => [
    `IoCompleteRequest was called for IRP ${hex64(c.p[0])}, which was completed already.`,
    'Typical causes: two code paths that both complete, completion after the IRP was passed to a lower driver.',
  ],
  [C.NO_MORE_IRP_STACK_LOCATIONS]: (c) => [
    `IRP ${hex64(c.p[0])} was passed to another driver but has no stack location left for it.`,
    'The IRP was allocated with a StackSize smaller than that of the device it goes to.',
  ],
  [C.REFERENCE_BY_POINTER]: (c) => [
    `The reference count of object ${hex64(c.p[1])} went below zero: it was dereferenced more often than referenced.`,
  ],
  [C.BAD_POOL_CALLER]: (c) => [describePoolViolation(c.p)],
  [C.BAD_POOL_HEADER]: (c) => [
    `The header of a pool block near ${hex64(c.p[1])} is corrupt.`,
    'Something wrote past the end of the block before it, or used memory that it had freed.',
  ],
  [C.PFN_LIST_CORRUPT]: () => ['The list of free page frames is corrupt: kernel memory was overwritten.'],
  [C.DRIVER_OVERRAN_STACK_BUFFER]: () => [
    'A function wrote past the end of a local array: the security cookie behind it was overwritten, and so may be the return address.',
  ],
  [C.MANUALLY_INITIATED_CRASH]: () => ['The driver asked for this stop.'],
};

/** True if a routine of that name is on the stack between the stop and any trap. */
function stoppedIn(c: Context, name: RegExp): boolean {
  const trap = c.frames.findIndex((frame) => frame.trap !== undefined);
  const frames = trap < 0 ? c.frames : c.frames.slice(0, trap);
  return frames.some((frame) => frame.place?.fn !== undefined && name.test(frame.place.fn.name));
}

export function explain(k: Kernel, code: number, p: bigint[], frames: StackFrame[]): string[] {
  const c: Context = { k, code, p, frames };
  const lines = EXPLANATIONS[code]?.(c) ?? ['A driver or the kernel called KeBugCheckEx: it cannot go on safely.'];
  return [...lines, ...where(c)];
}
