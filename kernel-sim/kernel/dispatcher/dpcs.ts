/**
 * Deferred procedure calls: a list per processor, linked through DpcListEntry; KDPC.DpcData is the processor block while it is queued.
 */
import type { VirtAddr } from '../../base/numbers.ts';
import type { Cpu } from '../../vm/cpu.ts';
import type { Kernel } from '../kernel.ts';
import { C, KDPC, type KPRCB } from '../layouts.generated.ts';
import type { Primitives } from '../primitives.generated.ts';
import { requestDispatch } from './threads.ts';

const HIGH_IMPORTANCE = 2;
const MAX_DPCS = 4096;

/** False: it is queued already. */
export function queueDpc(k: Kernel, va: VirtAddr, argument1: bigint, argument2: bigint): boolean {
  const dpc = new KDPC(k.mem, va);
  if (dpc.DpcData !== 0) return false;
  const cpu = targetOf(k, dpc);
  const prcb = k.pcr(cpu).Prcb;
  k.mem.setU64(va + KDPC.off.SystemArgument1, argument1);
  k.mem.setU64(va + KDPC.off.SystemArgument2, argument2);
  dpc.DpcData = prcb.va;
  if (prcb.DpcListHead === 0) {
    prcb.DpcListHead = va;
    prcb.DpcListTail = va;
    dpc.DpcListEntry.Next = 0;
  } else if (dpc.Importance === HIGH_IMPORTANCE) {
    dpc.DpcListEntry.Next = prcb.DpcListHead;
    prcb.DpcListHead = va;
  } else {
    new KDPC(k.mem, prcb.DpcListTail).DpcListEntry.Next = va;
    dpc.DpcListEntry.Next = 0;
    prcb.DpcListTail = va;
  }
  prcb.DpcQueueDepth += 1;
  k.emit('dpc_queue', va, k.mem.u64(va + KDPC.off.DeferredRoutine));
  requestDispatch(k, cpu);
  return true;
}

/** KDPC.Number: processor + 1, 0: this one. */
function targetOf(k: Kernel, dpc: KDPC): Cpu {
  const cpu = k.vm.cpus[dpc.Number - 1];
  return cpu?.started ? cpu : k.cpu;
}

/** Takes a DPC out of its list; false if it is not in it. */
function unlinkDpc(k: Kernel, prcb: KPRCB, va: VirtAddr): boolean {
  let previous = 0;
  let at = prcb.DpcListHead;
  for (let i = 0; at !== 0 && i < MAX_DPCS; i++) {
    const next = new KDPC(k.mem, at).DpcListEntry.Next;
    if (at === va) {
      if (previous === 0) prcb.DpcListHead = next;
      else new KDPC(k.mem, previous).DpcListEntry.Next = next;
      if (next === 0) prcb.DpcListTail = previous;
      prcb.DpcQueueDepth -= 1;
      return true;
    }
    previous = at;
    at = next;
  }
  return false;
}

export const dpcPrimitives = {
  KiInsertQueueDpc(k, Dpc, Argument1, Argument2) {
    const type = new KDPC(k.mem, Dpc).Type;
    if (type !== C.KI_DPC) k.bugCheck(C.KERNEL_SECURITY_CHECK_FAILURE, C.FAST_FAIL_INVALID_ARG, Dpc, type, 0);
    return queueDpc(k, Dpc, Argument1, Argument2) ? 1 : 0;
  },

  KiRemoveQueueDpc(k, Dpc) {
    const dpc = new KDPC(k.mem, Dpc);
    const owner = dpc.DpcData;
    if (owner === 0) return 0;
    for (const cpu of k.vm.cpus) {
      const prcb = k.pcr(cpu).Prcb;
      if (prcb.va === owner && unlinkDpc(k, prcb, Dpc)) {
        dpc.DpcData = 0;
        return 1;
      }
    }
    return 0;
  },

  KiRetireDpc(k, Copy) {
    const prcb = k.pcr().Prcb;
    const va = prcb.DpcListHead;
    if (va === 0) return 0;
    const dpc = new KDPC(k.mem, va);
    k.mem.probe(Copy, KDPC.size, true);
    prcb.DpcListHead = dpc.DpcListEntry.Next;
    if (prcb.DpcListHead === 0) prcb.DpcListTail = 0;
    prcb.DpcQueueDepth -= 1;
    prcb.DpcCount += 1;
    dpc.DpcData = 0;
    k.mem.copy(Copy, va, KDPC.size);
    new KDPC(k.mem, Copy).DpcData = va;
    k.emit('dpc', va, k.mem.u64(va + KDPC.off.DeferredRoutine));
    return 1;
  },
} satisfies Partial<Primitives>;
