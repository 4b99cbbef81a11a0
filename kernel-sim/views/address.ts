/**
 * What an address belongs to: image, pool block, stack, one of the kernel's regions, or nothing.
 */
import { type VirtAddr, virtAddrOf } from '../base/numbers.ts';
import { tryRead } from '../debugger/context.ts';
import type { Kernel } from '../kernel/kernel.ts';
import { C, ETHREAD, KTHREAD, MI_PHYSICAL_MEMORY } from '../kernel/layouts.generated.ts';
import {
  KERNEL_STACKS,
  NTOSKRNL_BASE,
  PFN_DATABASE,
  SELF_MAP_SLOT,
  SHARED_DATA,
  SYSTEM_PAGES,
} from '../kernel/memory/map.ts';
import { describePlace } from '../kernel/symbols.ts';
import { PAGE } from '../machine/layout.ts';
import type { Address } from '../protocol/time.ts';
import type { ProcessRef, Read } from '../protocol/views.ts';
import type { AddressView } from '../protocol/views-memory.ts';
import type { ThreadName } from '../protocol/views-threads.ts';
import { findProcess, memoryOf, processes, threadName, threadsOf } from './identity.ts';
import { bitsOf, hex, placeAt, struct, view } from './look.ts';
import { describeBlock, plainBlock, poolBlockAt } from './pool.ts';

/** Addresses that a NULL pointer with an offset gives. */
const NULL_PAGES = 0x10000;
/** One slot of the top-level table. */
const SLOT_BYTES = 2 ** 39;
const SELF_MAP = -(2 ** 48) + SELF_MAP_SLOT * SLOT_BYTES;

type What = Pick<AddressView, 'use' | 'text'> & Partial<AddressView>;

export function addressView(k: Kernel, address: Address, ref?: ProcessRef): Read<AddressView> {
  return view(() => {
    const bits = bitsOf(address);
    if (bits === undefined) return { problem: `${address} is no address: 0x and up to 16 hex digits are wanted` };
    return describeBits(k, bits, ref);
  });
}

/** The same for any 64 bits. */
export function describeBits(k: Kernel, bits: bigint, ref?: ProcessRef): AddressView {
  const rest = { address: hex(bits), mapped: false, symbol: '', pool: null, thread: null };
  const va = virtAddrOf(bits);
  if (va === undefined) {
    const text = 'no address that the processor accepts: typical of a pointer that was freed or overwritten';
    return { ...rest, use: 'not canonical', text };
  }
  return va < 0 ? { ...rest, ...kernelAddress(k, va) } : { ...rest, ...userAddress(k, va, ref) };
}

function userAddress(k: Kernel, va: VirtAddr, ref: ProcessRef | undefined): What {
  if (va < NULL_PAGES)
    return { use: 'null page', text: va === 0 ? 'a null pointer' : `a null pointer with an offset of ${va} bytes` };
  const process = findProcess(k, ref);
  if ('problem' in process) return { use: 'user memory', text: process.problem };
  const memory = memoryOf(k, process.va);
  const mapped = memory?.isMapped(va) ?? false;
  const place = placeAt(k, va, process.va);
  const text = mapped ? 'memory of the program' : 'an address of the program where nothing is mapped';
  if (!place) return { use: 'user memory', mapped, text };
  const symbol = describePlace(place, va);
  return { use: 'image', mapped, symbol, text: symbol };
}

function kernelAddress(k: Kernel, va: VirtAddr): What {
  const mapped = k.view.isMapped(va);
  const place = placeAt(k, va);
  if (place) {
    const symbol = describePlace(place, va);
    return place.unloaded
      ? { use: 'unloaded image', mapped, symbol, text: `${symbol}, of a driver that has been unloaded` }
      : { use: 'image', mapped, symbol, text: mapped ? symbol : `${symbol}, which has been discarded` };
  }
  const block = poolBlockAt(k, va);
  if (block) return { use: 'pool', mapped, pool: plainBlock(block), text: describeBlock(block, va - block.va) };
  return { mapped, ...regionOf(k, va, mapped) };
}

function regionOf(k: Kernel, va: VirtAddr, mapped: boolean): What {
  if (va >= KERNEL_STACKS && va < SYSTEM_PAGES) return stackAddress(k, va, mapped);
  if (va >= SYSTEM_PAGES && va < SELF_MAP) return systemPage(k, va, mapped);
  if (va >= SELF_MAP && va < SELF_MAP + SLOT_BYTES)
    return { use: 'page tables', text: 'the self map of the page tables' };
  if (va >= SHARED_DATA && va < SHARED_DATA + PAGE) return { use: 'shared data', text: 'KUSER_SHARED_DATA' };
  if (va >= PFN_DATABASE && va < PFN_DATABASE + SLOT_BYTES && mapped)
    return { use: 'PFN database', text: 'the PFN database' };
  const images = va >= NTOSKRNL_BASE && va < PFN_DATABASE ? ' (where the system puts images)' : '';
  return { use: 'nothing', text: `a kernel address where nothing ${mapped ? 'is known' : 'is mapped'}${images}` };
}

/** A slot of KI_STACK_SLOT_BYTES has the stack at its upper end. */
function stackAddress(k: Kernel, va: VirtAddr, mapped: boolean): What {
  const slot = KERNEL_STACKS + Math.floor((va - KERNEL_STACKS) / C.KI_STACK_SLOT_BYTES) * C.KI_STACK_SLOT_BYTES;
  const top = slot + C.KI_STACK_SLOT_BYTES;
  const thread = stackOwner(k, top);
  const owner = thread ? `thread ${thread.tid} of ${thread.image}` : 'a thread that is gone, or of nobody';
  if (va >= top - C.KI_KERNEL_STACK_BYTES) {
    const text = mapped ? `the kernel stack of ${owner}` : `where the kernel stack of ${owner} would be`;
    return { use: 'kernel stack', thread, text };
  }
  return { use: 'stack guard page', thread, text: `below the end of the kernel stack of ${owner}` };
}

function stackOwner(k: Kernel, top: VirtAddr): ThreadName | null {
  const idle = k.vm.cpus.map((cpu) => k.symbol('KiIdleThreads') + cpu.number * ETHREAD.size);
  const threads = [...processes(k).entries.flatMap((process) => threadsOf(k, process).entries), ...idle];
  const owner = threads.find((thread) => tryRead(() => struct(k, KTHREAD, thread).ptr('InitialStack')) === top);
  const name = owner === undefined ? undefined : threadName(k, owner);
  return name && 'tid' in name ? name : null;
}

/** Pages beside pool: addresses go upwards and are not used twice, so what is below the mark and gone was freed. */
function systemPage(k: Kernel, va: VirtAddr, mapped: boolean): What {
  const next = virtAddrOf(k.machine.memory.u64(MI_PHYSICAL_MEMORY.off.NextSystemPages));
  if (mapped) return { use: 'system pages', text: 'a page of the kernel that is no pool' };
  if (next !== undefined && va < next)
    return { use: 'system pages', text: 'memory that was in use and has been freed; its address is never used again' };
  return { use: 'nothing', text: 'a system address that was never handed out' };
}
