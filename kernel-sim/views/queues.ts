/**
 * Everything that waits for a processor or for time: ready threads, timers, DPCs, work items.
 */
import { type VirtAddr, virtAddrOf } from '../base/numbers.ts';
import type { Kernel } from '../kernel/kernel.ts';
import { C, KI_READY_QUEUE, KTHREAD, KTIMER, LIST_ENTRY, WORK_QUEUE_ITEM } from '../kernel/layouts.generated.ts';
import { routineName } from '../kernel/symbols.ts';
import type { Read } from '../protocol/views.ts';
import type { QueuesView, WorkItem } from '../protocol/views-threads.ts';
import { interruptTimeNs, timerRecord } from './dispatcher.ts';
import { threadName } from './identity.ts';
import { hex, listAt, mapList, named, reading, struct, view } from './look.ts';
import { dpcQueue } from './processors.ts';

/** The routine behind IoQueueWorkItem. */
const IO_WORKER = 'nt!IopWorkItem';

export function queuesView(k: Kernel): Read<QueuesView> {
  return view(() => {
    const ready = struct(k, KI_READY_QUEUE, k.symbol('KiReadyQueue'));
    const timers = mapList(listAt(k, k.symbol('KiTimerListHead')), (link) => link - KTIMER.off.TimerListEntry);
    const work = listAt(k, k.symbol('ExpWorkListHead'));
    return {
      interruptTimeNs: Number(interruptTimeNs(k)),
      ready: readyLists(k, ready.at('Lists')),
      readyCount: ready.fields.Count,
      timers: mapList(timers, (va) => timerRecord(k, va)),
      dpcs: k.vm.cpus.filter((cpu) => cpu.started).map((cpu) => ({ cpu: cpu.number, queue: dpcQueue(k, cpu) })),
      work: mapList(work, (link) => workItem(k, link)),
    };
  });
}

function readyLists(k: Kernel, lists: VirtAddr): QueuesView['ready'] {
  const rows = Array.from({ length: C.KI_PRIORITY_LEVELS }, (_, i) => {
    const priority = C.KI_PRIORITY_LEVELS - 1 - i;
    const list = listAt(k, lists + priority * LIST_ENTRY.size);
    return { priority, threads: mapList(list, (link) => threadName(k, link - KTHREAD.off.ReadyListEntry)) };
  });
  return rows.filter(({ threads }) => threads.entries.length > 0 || threads.cut !== '');
}

function workItem(k: Kernel, va: VirtAddr): Read<WorkItem> {
  return reading(() => {
    const item = struct(k, WORK_QUEUE_ITEM, va);
    const routine = named(k, item.bits('WorkerRoutine'));
    const parameter = item.ptr('Parameter');
    const isIo = routineName(k, item.bits('WorkerRoutine')) === IO_WORKER && parameter !== undefined;
    return { address: hex(va), routine, parameter: item.hex('Parameter'), io: isIo ? ioItem(k, parameter) : null };
  });
}

/** IO_WORKITEM, whose layout is its file's own: the image's debug information has it. */
function ioItem(k: Kernel, va: VirtAddr): WorkItem['io'] {
  const field = (name: string): bigint => {
    const offset = fieldOffset(k, '_IO_WORKITEM', name);
    return offset === undefined ? 0n : k.view.u64(va + offset);
  };
  const routine = field('RoutineEx') || field('Routine');
  return virtAddrOf(routine) === 0 ? null : { routine: named(k, routine), object: hex(field('IoObject')) };
}

function fieldOffset(k: Kernel, record: string, name: string): number | undefined {
  for (const type of k.ntoskrnl.debug.types) {
    if (type.kind === 'record' && type.name === record && type.fields.length > 0)
      return type.fields.find((field) => field.name === name)?.offset;
  }
  return undefined;
}
