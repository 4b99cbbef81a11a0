/**
 * The blocking primitive, and the primitives that signal. Guest C (ke-wait.c) calls these with checked arguments; what lies behind the
 * pointers is checked here. A wait that ends early with KI_STATUS_KERNEL_APC is begun again by its caller.
 */
import type { VirtAddr } from '../../base/numbers.ts';
import type { Kernel } from '../kernel.ts';
import { C, ETHREAD, KMUTANT, KSEMAPHORE, KTHREAD, KWAIT_BLOCK } from '../layouts.generated.ts';
import type { Primitives } from '../primitives.generated.ts';
import { interruptThread, kernelApcReady, userApcQueued } from './apcs.ts';
import { insertTail } from './lists.ts';
import { header, isSignaled, isWaitable, releaseMutant, satisfy, TIMER_BLOCK, typeName, waitTest } from './objects.ts';
import { APC_LEVEL, switchAway, unwait } from './threads.ts';
import { insertTimer, interruptTime } from './timers.ts';

const WAIT_ALL = 0;
const WAIT_ANY = 1;
const USER_MODE = 1;

interface WaitRequest {
  objects: VirtAddr[];
  all: boolean;
  reason: number;
  userMode: boolean;
  alertable: boolean;
  /** Absolute interrupt time; 0n polls; KI_NO_TIMEOUT. */
  due: bigint;
  /** Wait blocks: the caller's, or the thread's own. */
  blocks: VirtAddr;
}

/** A status if the wait is over at once. */
function tryWait(k: Kernel, thread: KTHREAD, w: WaitRequest): number | undefined {
  if (w.all) {
    if (!w.objects.every((object) => isSignaled(k, object, thread.va))) return undefined;
    const abandoned = w.objects.map((object) => satisfy(k, object, thread.va));
    return abandoned.includes(true) ? C.STATUS_ABANDONED_WAIT_0 : C.STATUS_SUCCESS;
  }
  for (const [i, object] of w.objects.entries()) {
    if (isSignaled(k, object, thread.va)) return (satisfy(k, object, thread.va) ? C.STATUS_ABANDONED_WAIT_0 : 0) + i;
  }
  return undefined;
}

function block(k: Kernel, thread: KTHREAD, w: WaitRequest): void {
  w.objects.forEach((object, i) => {
    fillBlock(k, w.blocks + i * KWAIT_BLOCK.size, thread, object, w.all ? WAIT_ALL : WAIT_ANY, i);
  });
  thread.WaitBlockList = w.blocks;
  thread.WaitCount = w.objects.length;
  if (w.due !== C.KI_NO_TIMEOUT) {
    const at = thread.WaitBlock + TIMER_BLOCK * KWAIT_BLOCK.size;
    thread.Timer.Header.SignalState = 0;
    thread.Timer.Dpc = 0;
    thread.Timer.Period = 0;
    fillBlock(k, at, thread, thread.Timer.va, WAIT_ANY, C.STATUS_TIMEOUT);
    insertTimer(k, thread.Timer, w.due);
  }
  thread.State = C.KI_WAITING;
  thread.WaitIrql = k.cpu.irql;
  thread.WaitMode = w.userMode ? USER_MODE : 0;
  thread.Alertable = w.alertable ? 1 : 0;
  thread.WaitReason = w.reason;
  thread.WaitType = w.all ? WAIT_ALL : WAIT_ANY;
  const first = w.objects[0];
  const kind = first === undefined ? 'delay' : typeName(header(k, first).Type);
  const left = w.due === C.KI_NO_TIMEOUT ? 0xffffffffffffffffn : w.due - interruptTime(k);
  k.emit('wait', first ?? 0, kind, left);
  switchAway(k, C.KI_SWITCH_WAIT);
}

function fillBlock(k: Kernel, at: VirtAddr, thread: KTHREAD, object: VirtAddr, type: number, key: number): void {
  const b = new KWAIT_BLOCK(k.mem, at);
  b.Thread = thread.va;
  b.Object = object;
  b.WaitType = type;
  b.WaitKey = key;
  b.BlockState = 1;
  insertTail(k, header(k, object).WaitListHead.va, at);
}

function checkEvent(k: Kernel, event: VirtAddr): void {
  const { Type } = header(k, event);
  if (Type !== C.KI_EVENT_NOTIFICATION && Type !== C.KI_EVENT_SYNCHRONIZATION) badObject(k, event, Type);
}

/** What is no dispatcher object is found here; real kernels would go wrong in their own way. Labelled in explanations. */
function badObject(k: Kernel, object: VirtAddr, type: number): never {
  k.bugCheck(C.KERNEL_SECURITY_CHECK_FAILURE, C.FAST_FAIL_INVALID_ARG, object, type, 0);
}

export const waitPrimitives = {
  KiWaitForObjects(k, Count, Objects, WaitType, WaitReason, WaitMode, Alertable, DueTime, WaitBlocks) {
    const thread = new KTHREAD(k.mem, k.pcr().Prcb.CurrentThread);
    const objects = Array.from({ length: Math.min(Count, C.MAXIMUM_WAIT_OBJECTS) }, (_, i) =>
      k.mem.ptr(Objects + 8 * i),
    );
    for (const object of objects) if (!isWaitable(k, object)) badObject(k, object, header(k, object).Type);
    const w: WaitRequest = {
      objects,
      all: WaitType === WAIT_ALL,
      reason: WaitReason,
      userMode: WaitMode === USER_MODE,
      alertable: Alertable !== 0,
      due: DueTime,
      blocks: WaitBlocks !== 0 ? WaitBlocks : thread.WaitBlock,
    };
    k.mem.probe(w.blocks, Math.max(1, objects.length) * KWAIT_BLOCK.size, true);
    if (k.cpu.irql < APC_LEVEL && kernelApcReady(k, thread)) {
      k.cpu.requestInterrupt(APC_LEVEL);
      return C.KI_STATUS_KERNEL_APC;
    }
    if (objects.length > 0) {
      const status = tryWait(k, thread, w);
      if (status !== undefined) return status;
    }
    if (w.userMode && k.mem.u8(thread.va + ETHREAD.off.Terminating) !== 0) return C.STATUS_USER_APC;
    if (w.userMode && w.alertable && userApcQueued(k, thread)) {
      thread.ApcState.UserApcPending = 1;
      return C.STATUS_USER_APC;
    }
    if (w.due === 0n || (w.due !== C.KI_NO_TIMEOUT && w.due <= interruptTime(k))) return C.STATUS_TIMEOUT;
    block(k, thread, w);
    return undefined;
  },

  KiSetEvent(k, Event, Increment) {
    checkEvent(k, Event);
    const h = header(k, Event);
    const old = h.SignalState;
    h.SignalState = 1;
    if (old <= 0) waitTest(k, Event, Increment);
    return old;
  },

  KiPulseEvent(k, Event, Increment) {
    checkEvent(k, Event);
    const h = header(k, Event);
    const old = h.SignalState;
    h.SignalState = 1;
    waitTest(k, Event, Increment);
    h.SignalState = 0;
    return old;
  },

  KiReleaseSemaphore(k, Semaphore, Increment, Adjustment, Old) {
    const semaphore = new KSEMAPHORE(k.mem, Semaphore);
    const { Header } = semaphore;
    if (Header.Type !== C.KI_SEMAPHORE) badObject(k, Semaphore, Header.Type);
    const old = Header.SignalState;
    k.mem.setU32(Old, old);
    if (Adjustment <= 0 || old + Adjustment > semaphore.Limit) return C.STATUS_SEMAPHORE_LIMIT_EXCEEDED;
    Header.SignalState = old + Adjustment;
    waitTest(k, Semaphore, Increment);
    return C.STATUS_SUCCESS;
  },

  KiReleaseMutant(k, Mutant, Increment, Abandoned, Old) {
    const mutant = new KMUTANT(k.mem, Mutant);
    if (mutant.Header.Type !== C.KI_MUTANT) badObject(k, Mutant, mutant.Header.Type);
    k.mem.probe(Old, 4, true);
    const old = releaseMutant(k, mutant, k.pcr().Prcb.CurrentThread, Abandoned !== 0, Increment);
    if (old === undefined) return C.STATUS_MUTANT_NOT_OWNED;
    k.mem.setU32(Old, old);
    return C.STATUS_SUCCESS;
  },

  KiSignalObject(k, DispatcherObject) {
    header(k, DispatcherObject).SignalState = 1;
    waitTest(k, DispatcherObject, 0);
  },

  KiAlertThread(k, Thread, Status) {
    const thread = new KTHREAD(k.mem, Thread);
    interruptThread(k, thread);
    if (thread.State !== C.KI_WAITING || thread.WaitMode !== USER_MODE) return 0;
    unwait(k, thread, Status, 0);
    return 1;
  },
} satisfies Partial<Primitives>;
