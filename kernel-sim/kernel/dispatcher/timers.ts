/**
 * Time: the clock interrupt's work, the timer list (sorted by due time, which is absolute interrupt time in 100 ns), expiration at
 * DISPATCH_LEVEL. InterruptTime, SystemTime and TickCount stand in KUSER_SHARED_DATA and move with processor 0's clock interrupts.
 */
import type { VirtAddr } from '../../base/numbers.ts';
import type { Cpu } from '../../vm/cpu.ts';
import type { Kernel } from '../kernel.ts';
import { C, KTHREAD, KTIMER, KTRAP_FRAME, KUSER_SHARED_DATA, KWAIT_BLOCK } from '../layouts.generated.ts';
import { SHARED_DATA } from '../memory/map.ts';
import type { Primitives } from '../primitives.generated.ts';
import { queueDpc } from './dpcs.ts';
import { insertBefore, listEntries, removeEntry } from './lists.ts';
import { waitTest } from './objects.ts';
import { runningOn } from './threads.ts';

/** System time when the machine starts: 2026-01-01 00:00 UTC, in 100 ns since 1601. */
export const BOOT_TIME = 134116992000000000n;
const PERIOD_UNITS = 10000n;
const TIME = KUSER_SHARED_DATA.off;

/** Interrupt time as of the last tick. */
export function interruptTime(k: Kernel): bigint {
  return k.mem.u64(SHARED_DATA + TIME.InterruptTime);
}

/** Sets the times that belong to `ticks` clock ticks since the start. */
export function setTimes(k: Kernel, ticks: number): void {
  const time = BigInt(Math.floor((ticks * k.machine.tickNs) / 100));
  const put = (offset: number, value: bigint) => {
    k.mem.setU64(SHARED_DATA + offset, value);
    k.mem.setU32(SHARED_DATA + offset + 8, Number(value >> 32n));
  };
  put(TIME.InterruptTime, time);
  put(TIME.SystemTime, BOOT_TIME + time);
  put(TIME.TickCount, BigInt(ticks));
}

/** Arms a processor's timer for its next tick: multiples of the period, so that ticks do not drift. */
export function armClock(k: Kernel, cpu: Cpu): void {
  const { tickNs } = k.machine;
  cpu.timerDue = (Math.floor(cpu.clock / tickNs) + 1) * tickNs;
}

/** Puts a timer into the list; it was not in it. */
export function insertTimer(k: Kernel, timer: KTIMER, due: bigint): void {
  timer.DueTime.QuadPart = due;
  timer.Header.Inserted = 1;
  const head = k.symbol('KiTimerListHead');
  let before = head;
  for (const entry of listEntries(k, head)) {
    if (timerAt(k, entry).DueTime.QuadPart > due) {
      before = entry;
      break;
    }
  }
  insertBefore(k, before, timer.TimerListEntry.va);
}

/** True if the timer was in the list. */
export function cancelTimer(k: Kernel, va: VirtAddr): boolean {
  const timer = new KTIMER(k.mem, va);
  if (timer.Header.Inserted === 0) return false;
  removeEntry(k, timer.TimerListEntry.va);
  timer.Header.Inserted = 0;
  return true;
}

export function hasTimers(k: Kernel): boolean {
  return k.mem.ptr(k.symbol('KiTimerListHead')) !== k.symbol('KiTimerListHead');
}

/** Threads whose own timer is in the list; undefined stands for a timer of somebody else. */
export function timerOwners(k: Kernel): (KTHREAD | undefined)[] {
  return listEntries(k, k.symbol('KiTimerListHead')).map((entry) => {
    const timer = timerAt(k, entry);
    const waiter = timer.Header.WaitListHead.Flink;
    if (waiter === timer.Header.WaitListHead.va) return undefined;
    const thread = new KTHREAD(k.mem, new KWAIT_BLOCK(k.mem, waiter).Thread);
    return thread.Timer.va === timer.va ? thread : undefined;
  });
}

function timerAt(k: Kernel, entry: VirtAddr): KTIMER {
  return new KTIMER(k.mem, entry - KTIMER.off.TimerListEntry);
}

function firstDue(k: Kernel): KTIMER | undefined {
  const head = k.symbol('KiTimerListHead');
  const first = k.mem.ptr(head);
  if (first === head) return undefined;
  const timer = timerAt(k, first);
  return timer.DueTime.QuadPart <= interruptTime(k) ? timer : undefined;
}

export const timerPrimitives = {
  KiSetTimer(k, Timer, DueTime, Period, Dpc) {
    const timer = new KTIMER(k.mem, Timer);
    const was = cancelTimer(k, Timer);
    timer.Header.SignalState = 0;
    timer.Dpc = Dpc;
    timer.Period = Period;
    insertTimer(k, timer, DueTime);
    return was ? 1 : 0;
  },

  KiCancelTimer(k, Timer) {
    return cancelTimer(k, Timer) ? 1 : 0;
  },

  KiTimersPending(k) {
    return hasTimers(k) ? 1 : 0;
  },

  KiExpireTimers(k) {
    for (let timer = firstDue(k); timer; timer = firstDue(k)) {
      const due = timer.DueTime.QuadPart;
      cancelTimer(k, timer.va);
      k.emit('timer', timer.va);
      timer.Header.SignalState = 1;
      const period = BigInt(timer.Period) * PERIOD_UNITS;
      if (period > 0n) insertTimer(k, timer, nextPeriod(due, period, interruptTime(k)));
      const dpc = timer.Dpc;
      if (dpc !== 0) queueDpc(k, dpc, 0n, 0n);
      waitTest(k, timer.va, 0);
    }
  },

  KiClockTick(k, TrapFrame) {
    const { cpu } = k;
    const prcb = k.pcr().Prcb;
    armClock(k, cpu);
    prcb.ClockTicks += 1;
    if (cpu.number === 0) setTimes(k, Math.floor(cpu.clock / k.machine.tickNs));
    const thread = new KTHREAD(k.mem, runningOn(k, cpu).va);
    const tick = BigInt(k.machine.tickNs);
    if (new KTRAP_FRAME(k.mem, TrapFrame).Mode === C.KI_USER_MODE) thread.UserTime += tick;
    else thread.KernelTime += tick;
    let needed = false;
    if (cpu.number === 0 && firstDue(k)) {
      prcb.TimerRequest = 1;
      needed = true;
    }
    if (thread.IdleThread === 0) {
      thread.Quantum -= 1;
      if (thread.Quantum <= 0) {
        prcb.QuantumEnd = 1;
        needed = true;
      }
    }
    return needed ? 1 : 0;
  },
} satisfies Partial<Primitives>;

/** The first time of the period after `now`: missed ones are not made up for. */
function nextPeriod(due: bigint, period: bigint, now: bigint): bigint {
  const next = due + period;
  return next > now ? next : now + 1n;
}
