/**
 * Primitives around threads and processors: start, switch, exit, idle, requests between processors.
 */
import { FrameFlag, TrapFrame } from '../../machine/layout.ts';
import { isStill, waitsForInput } from '../hang.ts';
import type { Kernel } from '../kernel.ts';
import { C, ETHREAD, KMUTANT, KTHREAD } from '../layouts.generated.ts';
import type { Primitives } from '../primitives.generated.ts';
import { insertTail, isListEmpty, listEntries, removeEntry } from './lists.ts';
import { header, releaseMutant, waitTest } from './objects.ts';
import { dequeue, enqueue } from './ready-queue.ts';
import { APC_LEVEL, DISPATCH_LEVEL, readyThread, switchAway, yieldTo } from './threads.ts';
import { armClock } from './timers.ts';

/** The thread has run its last instruction: its mutants are abandoned, the reaper takes what is left. */
function exitThread(k: Kernel, thread: KTHREAD): void {
  for (const entry of listEntries(k, thread.MutantListHead.va)) {
    const mutant = new KMUTANT(k.mem, entry - KMUTANT.off.MutantListEntry);
    if (releaseMutant(k, mutant, thread.va, true, 0) === undefined)
      k.bugCheck(C.KERNEL_SECURITY_CHECK_FAILURE, 3, mutant.va, 0, 0);
  }
  thread.State = C.KI_TERMINATED;
  insertTail(k, k.symbol('PspReaperListHead'), thread.va + ETHREAD.off.ReaperListEntry);
  const event = k.symbol('PspReaperEvent');
  header(k, event).SignalState = 1;
  waitTest(k, event, 0);
  switchAway(k, C.KI_SWITCH_EXIT);
}

/** Writes the trap frame through which a thread first enters user mode. */
function userFrame(k: Kernel, at: number, start: number, stack: number, args: bigint[]): void {
  k.mem.fill(at, TrapFrame.BYTES, 0);
  k.mem.setU64(at + TrapFrame.IP, start);
  k.mem.setU64(at + TrapFrame.SP, stack);
  k.mem.setU32(at + TrapFrame.MODE, C.KI_USER_MODE);
  k.mem.setU32(at + TrapFrame.MODE + 4, 1);
  k.mem.setU32(at + TrapFrame.ENTER, 1);
  k.mem.setU64(at + TrapFrame.RCX, args[0]);
  k.mem.setU64(at + TrapFrame.RDX, args[1]);
  k.mem.setU32(at + TrapFrame.ENTER_FLAGS, FrameFlag.BOTTOM);
  k.mem.setU32(at + TrapFrame.VECTOR, C.KI_VECTOR_SYSCALL);
}

export const schedulePrimitives = {
  KiInitializeThread(
    k,
    Thread,
    StackTop,
    Start,
    Argument1,
    Argument2,
    UserStart,
    UserStack,
    UserArgument1,
    UserArgument2,
  ) {
    const thread = new KTHREAD(k.mem, Thread);
    const frame = StackTop - TrapFrame.BYTES;
    thread.SwitchIp = Start;
    thread.SwitchFp = 0;
    k.mem.setU64(thread.StartArguments, Argument1);
    k.mem.setU64(thread.StartArguments + 8, Argument2);
    thread.SwitchIrql = APC_LEVEL;
    thread.SwitchInterrupts = 1;
    if (UserStart === 0) {
      thread.SwitchSp = StackTop;
      thread.StartFlags = FrameFlag.BOTTOM;
    } else {
      userFrame(k, frame, UserStart, UserStack, [UserArgument1, UserArgument2]);
      thread.SwitchSp = frame;
      thread.StartFlags = FrameFlag.TRAP;
    }
  },

  KiReadyThread(k, Thread, Increment) {
    readyThread(k, new KTHREAD(k.mem, Thread), Increment);
  },

  KiSwapThread(k, Reason) {
    if (Reason === C.KI_SWITCH_EXIT) exitThread(k, new KTHREAD(k.mem, k.pcr().Prcb.CurrentThread));
    else yieldTo(k, Reason);
  },

  KiNextDeadThread(k) {
    const head = k.symbol('PspReaperListHead');
    if (isListEmpty(k, head)) return 0;
    const entry = k.mem.ptr(head);
    removeEntry(k, entry);
    return entry - ETHREAD.off.ReaperListEntry;
  },

  KiSetPriorityThread(k, Thread, Priority) {
    const thread = new KTHREAD(k.mem, Thread);
    const old = thread.Priority;
    if (Priority < 1 || Priority >= C.KI_PRIORITY_LEVELS) return old;
    const isQueued = thread.State === C.KI_READY && thread.IdleThread === 0;
    if (isQueued) dequeue(k, thread);
    thread.Priority = Priority;
    thread.BasePriority = Priority;
    if (isQueued) enqueue(k, thread, false);
    if (Priority < old) k.cpu.requestInterrupt(DISPATCH_LEVEL);
    return old;
  },

  KiRequestSoftwareInterrupt(k, Irql) {
    if (Irql === APC_LEVEL || Irql === DISPATCH_LEVEL) k.cpu.requestInterrupt(Irql);
  },

  KiTakeRequests(k) {
    const prcb = k.pcr().Prcb;
    const requests = prcb.Requests;
    prcb.Requests = 0;
    return requests;
  },

  KiIdle(k) {
    if (!isStill(k)) return;
    // Simulated time stands still while only the person at the keyboard can go on.
    if (waitsForInput(k)) k.waitForInput();
    else k.stop(C.KI_STOP_HANG);
  },

  KiStartProcessors(k) {
    for (const cpu of k.vm.cpus) {
      if (!cpu.started) k.machine.startCpu(cpu.number);
      armClock(k, cpu);
    }
  },
} satisfies Partial<Primitives>;
