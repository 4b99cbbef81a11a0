/**
 * Who is who: processes and threads by address or id, and the few words that name them in other views.
 */
import type { VirtAddr } from '../base/numbers.ts';
import { threadOn, tryRead } from '../debugger/context.ts';
import type { Kernel } from '../kernel/kernel.ts';
import { C, EPROCESS, ETHREAD, KAPC_STATE, KPROCESS, KTHREAD } from '../kernel/layouts.generated.ts';
import { GuestView } from '../machine/guest-memory.ts';
import type { List, ProcessRef, Read, ThreadRef } from '../protocol/views.ts';
import type { ProcessName, ThreadName } from '../protocol/views-threads.ts';
import { addressOf, hex, listAt, mapList, reading, struct } from './look.ts';

/** Every EPROCESS that is not gone yet. */
export function processes(k: Kernel): List<VirtAddr> {
  return mapList(listAt(k, k.symbol('PsActiveProcessHead')), (entry) => entry - EPROCESS.off.ActiveProcessLinks);
}

/** Every ETHREAD of a process. */
export function threadsOf(k: Kernel, process: VirtAddr): List<VirtAddr> {
  const head = process + EPROCESS.off.Pcb + KPROCESS.off.ThreadListHead;
  return mapList(listAt(k, head), (entry) => entry - KTHREAD.off.ThreadListEntry);
}

export function processName(k: Kernel, va: VirtAddr): Read<ProcessName> {
  return reading(() => {
    const process = struct(k, EPROCESS, va);
    const image = k.view.cstring(process.at('ImageFileName'), C.KI_MAX_IMAGE_NAME);
    const pid = Number(process.bits('UniqueProcessId') & 0xffffffffn);
    return { address: hex(va), pid, image: va === k.symbol('KiIdleProcess') ? 'Idle' : image };
  });
}

export function threadName(k: Kernel, va: VirtAddr): Read<ThreadName> {
  return reading(() => {
    const thread = struct(k, ETHREAD, va);
    if (thread.fields.Tcb.Header.Type !== C.KI_THREAD)
      return { problem: `what is at ${hex(va)} is no thread (its type is ${thread.fields.Tcb.Header.Type})` };
    const owner = struct(k, KTHREAD, va).ptr('Process');
    const process = owner === undefined ? undefined : processName(k, owner);
    const [pid, tid] = [0, 8].map((offset) => k.view.u32(thread.at('Cid') + offset));
    return { address: hex(va), tid, pid, image: process && 'image' in process ? process.image : '' };
  });
}

/** Process whose address space a thread uses. */
export function processOfThread(k: Kernel, thread: VirtAddr): VirtAddr | undefined {
  return tryRead(() => k.view.ptr(thread + KTHREAD.off.ApcState + KAPC_STATE.off.Process)) || undefined;
}

/** The thread that the machine is at. */
export function currentThread(k: Kernel): VirtAddr {
  return threadOn(k, k.cpu);
}

/** The EPROCESS that is meant: by address, by id, or the running thread's. */
export function findProcess(k: Kernel, ref: ProcessRef | undefined): Read<{ va: VirtAddr }> {
  if (ref === undefined) {
    const va = processOfThread(k, currentThread(k));
    return va === undefined
      ? { problem: 'no process runs here: the processor block or its thread cannot be read' }
      : { va };
  }
  if (typeof ref === 'string') return addressOf(ref);
  const va = processes(k).entries.find((process) => {
    const name = processName(k, process);
    return 'pid' in name && name.pid === ref;
  });
  return va === undefined ? { problem: `there is no process with id ${ref}` } : { va };
}

export function findThread(k: Kernel, ref: ThreadRef | undefined): Read<{ va: VirtAddr }> {
  if (typeof ref === 'string') return addressOf(ref);
  if (ref === undefined) {
    const va = currentThread(k);
    return va === 0 ? { problem: 'no thread runs here: the processor block cannot be read' } : { va };
  }
  const isIt = (thread: VirtAddr) => {
    const name = threadName(k, thread);
    return 'tid' in name && name.tid === ref;
  };
  for (const process of processes(k).entries) {
    const va = threadsOf(k, process).entries.find(isIt);
    if (va !== undefined) return { va };
  }
  return { problem: `there is no thread with id ${ref}` };
}

/** CR3 of a process, if it has an address space. */
export function directoryTableOf(k: Kernel, process: VirtAddr): number | undefined {
  const cr3 = tryRead(() => struct(k, EPROCESS, process).fields.Pcb.DirectoryTableBase);
  if (cr3 === undefined || cr3 === 0n || cr3 % 4096n !== 0n || cr3 >= BigInt(k.machine.ramBytes)) return undefined;
  return Number(cr3);
}

/** The eyes of a process. */
export function memoryOf(k: Kernel, process: VirtAddr): GuestView | undefined {
  const cr3 = directoryTableOf(k, process);
  return cr3 === undefined ? undefined : new GuestView(k.machine, cr3);
}
