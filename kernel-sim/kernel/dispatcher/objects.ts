/**
 * Dispatcher objects: what it means that one is signaled, what a satisfied wait does to it, and how signaling one ends waits.
 */
import type { VirtAddr } from '../../base/numbers.ts';
import type { Kernel } from '../kernel.ts';
import { C, DISPATCHER_HEADER, KMUTANT, KTHREAD, KWAIT_BLOCK } from '../layouts.generated.ts';
import { insertTail, listEntries, removeEntry } from './lists.ts';
import { unwait } from './threads.ts';

const WAIT_ALL = 0;
/** The wait block of a thread's own timer; those of objects come first. */
export const TIMER_BLOCK = 3;

const WAITABLE: ReadonlySet<number> = new Set([
  C.KI_EVENT_NOTIFICATION,
  C.KI_EVENT_SYNCHRONIZATION,
  C.KI_MUTANT,
  C.KI_PROCESS,
  C.KI_SEMAPHORE,
  C.KI_THREAD,
  C.KI_TIMER_NOTIFICATION,
  C.KI_TIMER_SYNCHRONIZATION,
]);

export function header(k: Kernel, object: VirtAddr): DISPATCHER_HEADER {
  return new DISPATCHER_HEADER(k.mem, object);
}

/** Names of the types, for the trace and for explanations. */
export function typeName(type: number): string {
  switch (type) {
    case C.KI_EVENT_NOTIFICATION:
    case C.KI_EVENT_SYNCHRONIZATION:
      return 'event';
    case C.KI_MUTANT:
      return 'mutex';
    case C.KI_PROCESS:
      return 'process';
    case C.KI_SEMAPHORE:
      return 'semaphore';
    case C.KI_THREAD:
      return 'thread';
    case C.KI_TIMER_NOTIFICATION:
    case C.KI_TIMER_SYNCHRONIZATION:
      return 'timer';
    default:
      return 'object';
  }
}

/** False: the address holds nothing that can be waited for. */
export function isWaitable(k: Kernel, object: VirtAddr): boolean {
  return WAITABLE.has(header(k, object).Type);
}

/** Whether a wait of `thread` would be satisfied now. */
export function isSignaled(k: Kernel, object: VirtAddr, thread: VirtAddr): boolean {
  const h = header(k, object);
  if (h.Type === C.KI_MUTANT) return h.SignalState > 0 || new KMUTANT(k.mem, object).OwnerThread === thread;
  return h.SignalState > 0;
}

/** What a satisfied wait does to the object. True if it was an abandoned mutant. */
export function satisfy(k: Kernel, object: VirtAddr, thread: VirtAddr): boolean {
  const h = header(k, object);
  switch (h.Type) {
    case C.KI_EVENT_SYNCHRONIZATION:
    case C.KI_TIMER_SYNCHRONIZATION:
      h.SignalState = 0;
      return false;
    case C.KI_SEMAPHORE:
      h.SignalState -= 1;
      return false;
    case C.KI_MUTANT:
      return acquireMutant(k, new KMUTANT(k.mem, object), thread);
    default:
      return false;
  }
}

/** The object's state became signaled: ends the waits that this satisfies, in order, as long as it stays so. */
export function waitTest(k: Kernel, object: VirtAddr, increment: number): void {
  const h = header(k, object);
  // A wait that ends takes all its blocks out of the list: begin anew.
  for (let again = true; again; ) {
    again = false;
    for (const link of listEntries(k, h.WaitListHead.va)) {
      const block = new KWAIT_BLOCK(k.mem, link - KWAIT_BLOCK.off.WaitListEntry);
      const thread = new KTHREAD(k.mem, block.Thread);
      if (thread.Header.Type !== C.KI_THREAD || thread.State !== C.KI_WAITING)
        k.bugCheck(C.KERNEL_SECURITY_CHECK_FAILURE, 3, link, 0, 0);
      if (!isSignaled(k, object, thread.va)) return;
      if (block.WaitType === WAIT_ALL) {
        if (!allSignaled(k, thread)) continue;
        unwait(k, thread, satisfyAll(k, thread), increment);
      } else {
        const abandoned = satisfy(k, object, thread.va);
        unwait(k, thread, (abandoned ? C.STATUS_ABANDONED_WAIT_0 : 0) + block.WaitKey, increment);
      }
      again = true;
      break;
    }
  }
}

/** Objects of a waiting thread. */
export function waitObjects(k: Kernel, thread: KTHREAD): VirtAddr[] {
  const count = Math.min(thread.WaitCount, C.MAXIMUM_WAIT_OBJECTS);
  const blocks = thread.WaitBlockList;
  return Array.from({ length: count }, (_, i) => new KWAIT_BLOCK(k.mem, blocks + i * KWAIT_BLOCK.size).Object);
}

function allSignaled(k: Kernel, thread: KTHREAD): boolean {
  return waitObjects(k, thread).every((object) => isSignaled(k, object, thread.va));
}

function satisfyAll(k: Kernel, thread: KTHREAD): number {
  let status = C.STATUS_SUCCESS;
  for (const object of waitObjects(k, thread)) if (satisfy(k, object, thread.va)) status = C.STATUS_ABANDONED_WAIT_0;
  return status;
}

function acquireMutant(k: Kernel, mutant: KMUTANT, thread: VirtAddr): boolean {
  mutant.Header.SignalState -= 1;
  if (mutant.OwnerThread !== thread) {
    const owner = new KTHREAD(k.mem, thread);
    mutant.OwnerThread = thread;
    insertTail(k, owner.MutantListHead.va, mutant.MutantListEntry.va);
    owner.KernelApcDisable -= mutant.ApcDisable;
  }
  if (mutant.Abandoned === 0) return false;
  mutant.Abandoned = 0;
  return true;
}

/** The owner lets go, or (abandoned) has ended. The old signal state, or undefined if `thread` does not own it. */
export function releaseMutant(
  k: Kernel,
  mutant: KMUTANT,
  thread: VirtAddr,
  abandoned: boolean,
  increment: number,
): number | undefined {
  const old = mutant.Header.SignalState;
  if (mutant.OwnerThread !== thread) return undefined;
  if (abandoned) {
    mutant.Header.SignalState = 1;
    mutant.Abandoned = 1;
  } else mutant.Header.SignalState = old + 1;
  if (mutant.Header.SignalState === 1) {
    const owner = new KTHREAD(k.mem, thread);
    mutant.OwnerThread = 0;
    removeEntry(k, mutant.MutantListEntry.va);
    owner.KernelApcDisable += mutant.ApcDisable;
    if (owner.KernelApcDisable === 0 && owner.ApcState.KernelApcPending !== 0) k.cpu.requestInterrupt(1);
    waitTest(k, mutant.va, increment);
  }
  return old;
}
