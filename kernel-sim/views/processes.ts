/**
 * Processes, and the list of all of them.
 */
import type { VirtAddr } from '../base/numbers.ts';
import { tryRead } from '../debugger/context.ts';
import type { Kernel } from '../kernel/kernel.ts';
import { EPROCESS, KTHREAD } from '../kernel/layouts.generated.ts';
import type { ProcessRef, Read } from '../protocol/views.ts';
import type { ProcessesView, ProcessSummary, ProcessView } from '../protocol/views-threads.ts';
import { handleCount } from './handles.ts';
import { findProcess, processes, processName, threadsOf } from './identity.ts';
import { hex, mapList, named, reading, struct, view } from './look.ts';
import { status } from './names.ts';
import { threadSummary } from './threads.ts';

export function processesView(k: Kernel): Read<ProcessesView> {
  return view(() => ({ processes: mapList(processes(k), (va) => processSummary(k, va)) }));
}

function processSummary(k: Kernel, va: VirtAddr): Read<ProcessSummary> {
  return reading(() => {
    const name = processName(k, va);
    if ('problem' in name) return name;
    const process = struct(k, EPROCESS, va);
    const { ActiveThreads, ExitStatus, Pcb } = process.fields;
    const ending = process.flag('Terminating');
    return {
      ...name,
      state: ending && ActiveThreads === 0 ? 'ended' : ending ? 'ending' : 'running',
      exitStatus: status(ExitStatus),
      handles: handleCount(k, va),
      activeThreads: ActiveThreads,
      directoryTable: hex(Pcb.DirectoryTableBase),
      threads: mapList(threadsOf(k, va), (thread) => threadSummary(k, thread)),
    };
  });
}

export function processView(k: Kernel, ref: ProcessRef | undefined): Read<ProcessView> {
  return view(() => {
    const found = findProcess(k, ref);
    if ('problem' in found) return found;
    const { va } = found;
    const summary = processSummary(k, va);
    if ('problem' in summary) return summary;
    const process = struct(k, EPROCESS, va);
    const time = (field: 'KernelTime' | 'UserTime') =>
      threadsOf(k, va).entries.reduce((sum, thread) => sum + (tryRead(() => timeOf(k, thread, field)) ?? 0), 0);
    const unhandled = process.flag('UnhandledException');
    return {
      ...summary,
      ...{ peb: process.hex('Peb'), handleTable: process.hex('ObjectTable') },
      basePriority: process.fields.Pcb.BasePriority,
      ...{ kernelNs: time('KernelTime'), userNs: time('UserTime') },
      exception: unhandled
        ? { code: status(process.fields.ExitStatus), address: named(k, process.bits('ExceptionAddress'), va) }
        : null,
    };
  });
}

function timeOf(k: Kernel, thread: VirtAddr, field: 'KernelTime' | 'UserTime'): number {
  return Number(struct(k, KTHREAD, thread).fields[field]);
}
