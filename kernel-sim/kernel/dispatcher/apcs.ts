/**
 * APC queues of a thread: special kernel APCs (no NormalRoutine) before normal ones. A queued APC interrupts the thread as soon as its IRQL
 * is below APC_LEVEL, also in a wait. A user-mode APC ends a wait only if that is alertable and of user mode; it is delivered on the way
 * out of the kernel.
 */
import type { VirtAddr } from '../../base/numbers.ts';
import type { Kernel } from '../kernel.ts';
import { C, KAPC, KTHREAD, LIST_ENTRY } from '../layouts.generated.ts';
import type { Primitives } from '../primitives.generated.ts';
import { insertBefore, insertTail, isListEmpty, listEntries, removeEntry } from './lists.ts';
import { APC_LEVEL, requestIpi, threadId, unwait } from './threads.ts';

const KERNEL_LIST = 0;
const USER_LIST = LIST_ENTRY.size;

/** True if the thread's first kernel APC may run now, IRQL aside. */
export function kernelApcReady(k: Kernel, thread: KTHREAD): boolean {
  return nextKernelApc(k, thread) !== undefined;
}

/** The first APC of a list that is not empty. */
function checkedApc(k: Kernel, list: VirtAddr): KAPC {
  const apc = new KAPC(k.mem, k.mem.ptr(list) - KAPC.off.ApcListEntry);
  if (apc.Type !== C.KI_APC) k.bugCheck(C.KERNEL_SECURITY_CHECK_FAILURE, 3, apc.va, 0, 0);
  return apc;
}

/** Off its list and into the copy that its deliverer works with. */
function take(k: Kernel, apc: KAPC, copy: VirtAddr): VirtAddr {
  k.mem.probe(copy, KAPC.size, true);
  removeEntry(k, apc.ApcListEntry.va);
  apc.Inserted = 0;
  k.mem.copy(copy, apc.va, KAPC.size);
  return apc.va;
}

/** True if a user APC waits for the thread to wait alertably. */
export function userApcQueued(k: Kernel, thread: KTHREAD): boolean {
  return !isListEmpty(k, thread.ApcState.ApcListHead + USER_LIST);
}

function nextKernelApc(k: Kernel, thread: KTHREAD): KAPC | undefined {
  const list = thread.ApcState.ApcListHead + KERNEL_LIST;
  if (thread.SpecialApcDisable !== 0 || isListEmpty(k, list)) return undefined;
  const apc = checkedApc(k, list);
  const isNormal = k.mem.u64(apc.va + KAPC.off.NormalRoutine) !== 0n;
  if (isNormal && (thread.KernelApcDisable !== 0 || thread.ApcState.KernelApcInProgress !== 0)) return undefined;
  return apc;
}

function enqueue(k: Kernel, thread: KTHREAD, apc: KAPC): void {
  const heads = thread.ApcState.ApcListHead;
  if (apc.ApcMode !== 0) {
    insertTail(k, heads + USER_LIST, apc.ApcListEntry.va);
    return;
  }
  const list = heads + KERNEL_LIST;
  const normal = (va: number) => k.mem.u64(va - KAPC.off.ApcListEntry + KAPC.off.NormalRoutine) !== 0n;
  let before = list;
  if (!normal(apc.ApcListEntry.va)) {
    for (const entry of listEntries(k, list)) {
      if (normal(entry)) {
        before = entry;
        break;
      }
    }
  }
  insertBefore(k, before, apc.ApcListEntry.va);
}

/** Has the APC interrupt come to a thread: now if it runs, else when it runs next. */
export function interruptThread(k: Kernel, thread: KTHREAD): void {
  thread.ApcState.KernelApcPending = 1;
  const cpu = thread.State === C.KI_RUNNING ? k.vm.cpus[thread.NextProcessor] : undefined;
  if (!cpu) return;
  if (cpu.number === k.cpu.number) cpu.requestInterrupt(APC_LEVEL);
  else requestIpi(k, cpu, C.KI_IPI_APC);
}

/** Tells a thread that a kernel APC waits for it, wherever it is. */
function notify(k: Kernel, thread: KTHREAD, increment: number): void {
  interruptThread(k, thread);
  if (thread.State === C.KI_WAITING && thread.WaitIrql < APC_LEVEL && kernelApcReady(k, thread)) {
    unwait(k, thread, C.KI_STATUS_KERNEL_APC, increment);
  }
}

export const apcPrimitives = {
  KiInsertQueueApc(k, Apc, Increment) {
    const apc = new KAPC(k.mem, Apc);
    const thread = new KTHREAD(k.mem, apc.Thread);
    if (apc.Type !== C.KI_APC || thread.Header.Type !== C.KI_THREAD)
      k.bugCheck(C.KERNEL_SECURITY_CHECK_FAILURE, C.FAST_FAIL_INVALID_ARG, Apc, 0, 0);
    if (thread.ApcQueueable === 0 || apc.Inserted !== 0) return 0;
    enqueue(k, thread, apc);
    apc.Inserted = 1;
    k.emit('apc_queue', Apc, threadId(k, thread.va));
    if (apc.ApcMode === 0) notify(k, thread, Increment);
    else if (thread.State === C.KI_WAITING && thread.Alertable !== 0 && thread.WaitMode !== 0) {
      thread.ApcState.UserApcPending = 1;
      unwait(k, thread, C.STATUS_USER_APC, Increment);
    }
    return 1;
  },

  KiNextKernelApc(k, Copy) {
    const thread = new KTHREAD(k.mem, k.pcr().Prcb.CurrentThread);
    const apc = nextKernelApc(k, thread);
    if (!apc) {
      if (isListEmpty(k, thread.ApcState.ApcListHead + KERNEL_LIST)) thread.ApcState.KernelApcPending = 0;
      return 0;
    }
    return take(k, apc, Copy);
  },

  KiNextUserApc(k, Copy) {
    const state = new KTHREAD(k.mem, k.pcr().Prcb.CurrentThread).ApcState;
    const list = state.ApcListHead + USER_LIST;
    state.UserApcPending = 0;
    if (isListEmpty(k, list)) return 0;
    return take(k, checkedApc(k, list), Copy);
  },
} satisfies Partial<Primitives>;
