/**
 * Threads on processors: making one ready, choosing which runs, the switch itself. The ready queue is behind `ready-queue.ts`; everything
 * here is bytes of KTHREAD and KPRCB. A thread that does not run is described by SwitchIp, SwitchFp, SwitchSp and its stack.
 */
import type { VirtAddr } from '../../base/numbers.ts';
import { GuestFault } from '../../machine/faults.ts';
import type { Cpu } from '../../vm/cpu.ts';
import type { Kernel } from '../kernel.ts';
import { C, EPROCESS, ETHREAD, type KPRCB, KTHREAD, KWAIT_BLOCK } from '../layouts.generated.ts';
import { removeEntry } from './lists.ts';
import { TIMER_BLOCK } from './objects.ts';
import { enqueue, highestReady, takeReady } from './ready-queue.ts';
import { cancelTimer } from './timers.ts';

export const APC_LEVEL = 1;
export const DISPATCH_LEVEL = 2;
export const IPI_LEVEL = 14;

const MAX_DYNAMIC_PRIORITY = 15;
export const SWITCH_REASONS = ['preempted', 'quantum', 'yield', 'exit', 'wait'];

export function threadId(k: Kernel, thread: VirtAddr): number {
  return k.mem.u32(thread + ETHREAD.off.Cid + 8);
}

/** Makes a thread ready and asks a processor to look, if one should run it now. */
export function readyThread(k: Kernel, thread: KTHREAD, increment: number): void {
  if (thread.Header.Type !== C.KI_THREAD) k.bugCheck(C.KERNEL_SECURITY_CHECK_FAILURE, 3, thread.va, 0, 0);
  if (thread.BasePriority <= MAX_DYNAMIC_PRIORITY && increment > 0) {
    thread.Priority = Math.min(MAX_DYNAMIC_PRIORITY, Math.max(thread.Priority, thread.BasePriority + increment));
  }
  thread.State = C.KI_READY;
  enqueue(k, thread, false);
  k.emit('ready', threadId(k, thread.va), thread.Priority);
  const cpu = processorFor(k, thread);
  if (cpu) requestDispatch(k, cpu);
}

/** Ends a wait with a status. */
export function unwait(k: Kernel, thread: KTHREAD, status: number, increment: number): void {
  const blocks = thread.WaitBlockList;
  const count = Math.min(thread.WaitCount, C.MAXIMUM_WAIT_OBJECTS);
  for (let i = 0; i < count; i++) removeEntry(k, blocks + i * KWAIT_BLOCK.size);
  if (thread.Timer.Header.Inserted !== 0) cancelTimer(k, thread.Timer.va);
  const timerBlock = new KWAIT_BLOCK(k.mem, thread.WaitBlock + TIMER_BLOCK * KWAIT_BLOCK.size);
  if (timerBlock.BlockState !== 0) {
    removeEntry(k, timerBlock.va);
    timerBlock.BlockState = 0;
  }
  thread.WaitCount = 0;
  thread.WaitStatus = status;
  readyThread(k, thread, increment);
}

/** The KTHREAD that runs on a processor. */
export function runningOn(k: Kernel, cpu: Cpu): KTHREAD {
  return new KTHREAD(k.mem, k.pcr(cpu).Prcb.CurrentThread);
}

/** Asks a processor to run its dispatch interrupt; another one by an inter-processor interrupt. */
export function requestDispatch(k: Kernel, cpu: Cpu): void {
  if (cpu.number === k.cpu.number) cpu.requestInterrupt(DISPATCH_LEVEL);
  else requestIpi(k, cpu, C.KI_IPI_DISPATCH);
}

export function requestIpi(k: Kernel, cpu: Cpu, request: number): void {
  const prcb = k.pcr(cpu).Prcb;
  prcb.Requests |= request;
  cpu.requestInterrupt(IPI_LEVEL);
}

/** An idle processor (its last one first), else the one with the lowest priority below the thread's; undefined: it waits its turn. */
function processorFor(k: Kernel, thread: KTHREAD): Cpu | undefined {
  const started = k.vm.cpus.filter((cpu) => cpu.started && cpu.gsKernel !== 0);
  const idle = started.filter((cpu) => runningOn(k, cpu).IdleThread !== 0 && !isAsked(k, cpu));
  if (idle.length > 0) return idle.find((cpu) => cpu.number === thread.NextProcessor) ?? idle[0];
  let best: Cpu | undefined;
  let lowest = thread.Priority;
  for (const cpu of started) {
    const running = runningOn(k, cpu);
    const priority = running.IdleThread !== 0 ? -1 : running.Priority;
    if (priority < lowest) {
      lowest = priority;
      best = cpu;
    }
  }
  return best;
}

function isAsked(k: Kernel, cpu: Cpu): boolean {
  return (cpu.requested & (1 << DISPATCH_LEVEL)) !== 0 || (k.pcr(cpu).Prcb.Requests & C.KI_IPI_DISPATCH) !== 0;
}

/** Leaves the current thread, which has been put where it belongs (wait lists, ready queue, nowhere), for the best ready one or idle. */
export function switchAway(k: Kernel, reason: number): void {
  const prcb = k.pcr().Prcb;
  const next = takeReady(k) ?? new KTHREAD(k.mem, prcb.IdleThread);
  switchTo(k, prcb, next, reason);
  const another = highestReady(k);
  if (another) {
    const idle = k.vm.cpus.find((cpu) => cpu.started && runningOn(k, cpu).IdleThread !== 0 && !isAsked(k, cpu));
    if (idle) requestDispatch(k, idle);
  }
}

/** Reschedules: the current thread stays runnable. */
export function yieldTo(k: Kernel, reason: number): void {
  const prcb = k.pcr().Prcb;
  const current = new KTHREAD(k.mem, prcb.CurrentThread);
  const next = highestReady(k);
  if (reason === C.KI_SWITCH_QUANTUM && current.IdleThread === 0) {
    current.Quantum = C.KI_QUANTUM_TICKS;
    if (current.Priority > current.BasePriority) current.Priority -= 1;
  }
  if (!next) return;
  if (current.IdleThread === 0) {
    const better = next.Priority > current.Priority;
    const equal = next.Priority === current.Priority && reason !== C.KI_SWITCH_PREEMPTED;
    if (!better && !equal) return;
    current.State = C.KI_READY;
    enqueue(k, current, reason === C.KI_SWITCH_PREEMPTED);
  }
  switchAway(k, reason);
}

function switchTo(k: Kernel, prcb: KPRCB, next: KTHREAD, reason: number): void {
  const { cpu } = k;
  const current = new KTHREAD(k.mem, prcb.CurrentThread);
  if (next.va === current.va) {
    current.State = C.KI_RUNNING;
    cpu.setRax32(current.WaitStatus);
    return;
  }
  const start = target(k, next);
  current.SwitchIp = cpu.ip;
  current.SwitchFp = cpu.fp;
  current.SwitchSp = cpu.sp;
  current.SwitchIrql = cpu.irql;
  current.SwitchInterrupts = cpu.interruptsEnabled ? 1 : 0;
  if (current.IdleThread !== 0) current.State = C.KI_READY;
  const from = threadId(k, current.va);
  k.emit('cs', from, threadId(k, next.va), SWITCH_REASONS[reason] ?? 'wait');

  prcb.CurrentThread = next.va;
  prcb.ContextSwitches += 1;
  next.ContextSwitches += 1;
  next.State = C.KI_RUNNING;
  next.NextProcessor = cpu.number;
  if (next.Quantum <= 0) next.Quantum = C.KI_QUANTUM_TICKS;
  if (start.cr3 !== cpu.cr3) cpu.cr3 = start.cr3;
  cpu.gsUser = next.Teb;
  cpu.kernelStack = next.InitialStack;
  cpu.irql = next.SwitchIrql;
  cpu.interruptsEnabled = next.SwitchInterrupts !== 0;
  try {
    if (start.fp !== 0) cpu.setFrame(start.ip, start.fp, start.sp);
    else cpu.enter(start.ip, { args: start.args, flags: next.StartFlags, sp: start.sp });
  } catch (e) {
    if (e instanceof GuestFault) k.bugCheck(C.UNEXPECTED_KERNEL_MODE_TRAP, 8, next.va, start.sp, start.ip);
    throw e;
  }
  cpu.setRax32(next.WaitStatus);
  if (next.ApcState.KernelApcPending !== 0 && next.SpecialApcDisable === 0) cpu.requestInterrupt(APC_LEVEL);
}

/** Where a thread goes on, read and checked before anything changes. */
function target(k: Kernel, thread: KTHREAD) {
  if (thread.Header.Type !== C.KI_THREAD) k.bugCheck(C.KERNEL_SECURITY_CHECK_FAILURE, 3, thread.va, 0, 0);
  const process = new EPROCESS(k.mem, thread.ApcState.Process);
  const cr3 = Number(process.Pcb.DirectoryTableBase);
  if (process.Pcb.Header.Type !== C.KI_PROCESS || cr3 % 4096 !== 0 || cr3 <= 0 || cr3 >= k.machine.ramBytes) {
    k.bugCheck(C.KERNEL_SECURITY_CHECK_FAILURE, 3, process.va, thread.va, 0);
  }
  const args = [0, 1].map((i) => k.mem.u64(thread.StartArguments + 8 * i));
  return { cr3, ip: thread.SwitchIp, fp: thread.SwitchFp, sp: thread.SwitchSp, args };
}
