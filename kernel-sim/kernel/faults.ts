/**
 * Which bug check a page fault of kernel mode is (semantics B9), when it is one: the table of the reference.
 */
import { type VirtAddr, virtAddrOf } from '../base/numbers.ts';
import { Access } from '../machine/faults.ts';
import type { Kernel } from './kernel.ts';
import { C, KTRAP_FRAME } from './layouts.generated.ts';
import { NTOSKRNL_BASE } from './memory/map.ts';
import { readPte } from './memory/tables.ts';
import type { Primitives } from './primitives.generated.ts';
import { placeOf } from './symbols.ts';

const DISPATCH_LEVEL = 2;

interface BugCheck {
  code: number;
  parameters: (number | bigint)[];
}

/** The instruction that refers to the address: of a call that failed at its target, the call. */
function referrer(trap: KTRAP_FRAME): bigint {
  return trap.Enter !== 0 ? trap.EnterReturn - 8n : trap.Rip;
}

function isDriver(k: Kernel, address: bigint): boolean {
  const place = placeOf(k, address);
  return place !== undefined && place.base < 0 && place.base !== NTOSKRNL_BASE && !place.unloaded;
}

function isUnloaded(k: Kernel, address: VirtAddr): boolean {
  return address < 0 && placeOf(k, address)?.unloaded === true;
}

function classify(k: Kernel, trap: KTRAP_FRAME): BugCheck | undefined {
  const address = virtAddrOf(trap.FaultAddress);
  if (address === undefined) return undefined;
  const error = trap.ErrorCode;
  const write = (error & Access.WRITE) !== 0;
  const execute = (error & Access.EXECUTE) !== 0;
  const from = referrer(trap);
  if (isUnloaded(k, address)) {
    return {
      code: C.DRIVER_UNLOADED_WITHOUT_CANCELLING_PENDING_OPERATIONS,
      parameters: [address, write ? 1 : execute ? 8 : 0, from, 0],
    };
  }
  if (trap.Irql >= DISPATCH_LEVEL) {
    const code = isDriver(k, from) ? C.DRIVER_IRQL_NOT_LESS_OR_EQUAL : C.IRQL_NOT_LESS_OR_EQUAL;
    return { code, parameters: [address, trap.Irql, execute ? 8 : write ? 1 : 0, execute ? address : from] };
  }
  const present = (error & Access.PRESENT) !== 0;
  if (present && execute)
    return {
      code: C.ATTEMPTED_EXECUTE_OF_NOEXECUTE_MEMORY,
      parameters: [address, readPte(k, k.cpu.cr3, address), 0, 2],
    };
  if (address >= 0) return undefined;
  if (present && write)
    return { code: C.ATTEMPTED_WRITE_TO_READONLY_MEMORY, parameters: [address, readPte(k, k.cpu.cr3, address), 0, 10] };
  return { code: C.PAGE_FAULT_IN_NONPAGED_AREA, parameters: [address, execute ? 0x10 : write ? 2 : 0, from, 2] };
}

export const faultPrimitives = {
  KiClassifyFault(k, TrapFrame, Parameters) {
    const found = classify(k, new KTRAP_FRAME(k.mem, TrapFrame));
    if (!found) return 0;
    found.parameters.forEach((value, i) => {
      k.mem.setU64(Parameters + 8 * i, value);
    });
    return found.code;
  },
} satisfies Partial<Primitives>;
