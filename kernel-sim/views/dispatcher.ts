/**
 * What threads wait for: events, semaphores, mutexes, timers, and the DPCs that timers queue. Spin locks too, which nobody waits for.
 */
import type { VirtAddr } from '../base/numbers.ts';
import type { Kernel } from '../kernel/kernel.ts';
import {
  C,
  DISPATCHER_HEADER,
  FILE_OBJECT,
  KDPC,
  KIPCR,
  KMUTANT,
  KSEMAPHORE,
  KTIMER,
  KUSER_SHARED_DATA,
  KWAIT_BLOCK,
} from '../kernel/layouts.generated.ts';
import { SHARED_DATA } from '../kernel/memory/map.ts';
import { routineName } from '../kernel/symbols.ts';
import type { Address } from '../protocol/time.ts';
import type { List, Read } from '../protocol/views.ts';
import type { DispatcherView, DpcView, SpinLockView, TimerRecord, Waiter } from '../protocol/views-threads.ts';
import { processName, threadName } from './identity.ts';
import { hex, listAt, mapList, named, reading, struct, viewAt } from './look.ts';
import { importance } from './names.ts';
import { objectAround, titleOf } from './object-names.ts';

/** Times of the kernel are in 100 ns. */
const UNIT_NS = 100n;
/** KWAIT_BLOCK.WaitType. */
const WAIT_ALL = 0;

const TYPES: Readonly<Record<number, DispatcherView['type']>> = {
  [C.KI_EVENT_NOTIFICATION]: 'notification event',
  [C.KI_EVENT_SYNCHRONIZATION]: 'synchronization event',
  [C.KI_MUTANT]: 'mutex',
  [C.KI_PROCESS]: 'process',
  [C.KI_SEMAPHORE]: 'semaphore',
  [C.KI_THREAD]: 'thread',
  [C.KI_TIMER_NOTIFICATION]: 'notification timer',
  [C.KI_TIMER_SYNCHRONIZATION]: 'synchronization timer',
};

export function dispatcherType(code: number): DispatcherView['type'] {
  return TYPES[code] ?? 'unknown';
}

export function dispatcherView(k: Kernel, address: Address): Read<DispatcherView> {
  return viewAt(address, (va) => {
    const { Type, SignalState } = struct(k, DISPATCHER_HEADER, va).fields;
    const type = dispatcherType(Type);
    const head = {
      ...{ address: hex(va), name: placeNameOf(k, va), typeCode: Type },
      ...{ signalState: SignalState, signaled: SignalState > 0 },
      waiters: type === 'unknown' ? { entries: [], cut: '' } : waitersOf(k, va),
    };
    switch (type) {
      case 'semaphore':
        return { ...head, type, limit: struct(k, KSEMAPHORE, va).fields.Limit };
      case 'mutex': {
        const mutex = struct(k, KMUTANT, va);
        const owner = mutex.ptr('OwnerThread');
        return {
          ...{ ...head, type, owner: owner === undefined ? null : threadName(k, owner) },
          abandoned: mutex.flag('Abandoned'),
        };
      }
      case 'notification timer':
      case 'synchronization timer':
        return { ...head, type, ...timerFields(k, va) };
      case 'process':
        return { ...head, type, process: processName(k, va) };
      case 'thread':
        return { ...head, type, thread: threadName(k, va) };
      default:
        return { ...head, type };
    }
  });
}

/** Name of an object in memory: of a variable, of an object, of the event or lock in a file object; else ''. */
export function placeNameOf(k: Kernel, va: VirtAddr): string {
  const variable = routineName(k, va);
  if (variable !== '') return variable;
  const owner = objectAround(k, va);
  if (!owner) return '';
  if (owner.body === va) return titleOf(k, va);
  if (owner.type !== 'File') return '';
  const part = (['Event', 'Lock'] as const).find((field) => owner.body + FILE_OBJECT.off[field] === va);
  return part ? `${part} of file ${titleOf(k, owner.body)}` : '';
}

/** Threads in the wait list of an object. */
export function waitersOf(k: Kernel, object: VirtAddr): List<Read<Waiter>> {
  return mapList(listAt(k, object + DISPATCHER_HEADER.off.WaitListHead), (link) =>
    reading(() => {
      const block = struct(k, KWAIT_BLOCK, link - KWAIT_BLOCK.off.WaitListEntry);
      const { WaitType } = block.fields;
      const thread = block.ptr('Thread');
      const name = thread === undefined ? { problem: 'its wait block names no thread' } : threadName(k, thread);
      return { thread: name, type: WaitType === WAIT_ALL ? 'all' : 'any' } as const;
    }),
  );
}

/** In ns, as of the last clock tick. */
export function interruptTimeNs(k: Kernel): bigint {
  return k.view.u64(SHARED_DATA + KUSER_SHARED_DATA.off.InterruptTime) * UNIT_NS;
}

function timerFields(k: Kernel, va: VirtAddr) {
  const timer = struct(k, KTIMER, va);
  const { Header, Period } = timer.fields;
  const dpc = timer.ptr('Dpc');
  return {
    inserted: Header.Inserted !== 0,
    dueNs: Number(BigInt.asIntN(64, timer.bits('DueTime')) * UNIT_NS),
    periodMs: Period,
    dpc: dpc === undefined ? null : reading(() => dpcAt(k, dpc)),
  };
}

export function timerRecord(k: Kernel, va: VirtAddr): Read<TimerRecord> {
  return reading(() => {
    const fields = timerFields(k, va);
    const leftNs = fields.dueNs - Number(interruptTimeNs(k));
    return { address: hex(va), name: placeNameOf(k, va), ...fields, leftNs, waiters: waitersOf(k, va) };
  });
}

export function dpcView(k: Kernel, address: Address): Read<DpcView> {
  return viewAt(address, (va) => dpcAt(k, va));
}

export function dpcAt(k: Kernel, va: VirtAddr): DpcView {
  const dpc = struct(k, KDPC, va);
  const { Type, Importance, Number: target } = dpc.fields;
  const queue = dpc.bits('DpcData');
  const on = k.vm.cpus.find((cpu) => BigInt.asUintN(64, BigInt(cpu.gsKernel + KIPCR.off.Prcb)) === queue);
  return {
    ...{ address: hex(va), routine: named(k, dpc.bits('DeferredRoutine')), context: dpc.hex('DeferredContext') },
    ...{ argument1: dpc.hex('SystemArgument1'), argument2: dpc.hex('SystemArgument2') },
    importance: importance(Importance),
    target: target === 0 ? null : target - 1,
    queuedOn: queue === 0n ? null : (on?.number ?? null),
    sound: Type === C.KI_DPC,
  };
}

export function spinLockView(k: Kernel, address: Address): Read<SpinLockView> {
  return viewAt(address, (va) => {
    const value = k.view.u64(va);
    return { address: hex(va), name: placeNameOf(k, va), value: hex(value), held: value !== 0n };
  });
}
