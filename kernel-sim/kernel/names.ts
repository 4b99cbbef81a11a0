/**
 * Names of NTSTATUS values and bug-check codes, from the constants of the guest's headers.
 */
import { hex32 } from '../base/numbers.ts';
import { C } from './layouts.generated.ts';

/** Names that share a value with a better known one. */
const PREFERRED: Record<number, string> = {
  0: 'STATUS_SUCCESS',
  258: 'STATUS_TIMEOUT',
  128: 'STATUS_ABANDONED',
};

const STATUSES = new Map<number, string>();
for (const [name, value] of Object.entries(C)) {
  // A severity is two bits of a status, no status.
  if (/^STATUS_(?!SEVERITY_)/.test(name) && typeof value === 'number' && !STATUSES.has(value >>> 0))
    STATUSES.set(value >>> 0, name);
}

/** `STATUS_ACCESS_VIOLATION`, or the number. */
export function statusName(status: number): string {
  return PREFERRED[status >>> 0] ?? STATUSES.get(status >>> 0) ?? hex32(status);
}

/** Bug checks that this kernel makes, and those that drivers make by documented practice. */
const BUGCHECK_NAMES = [
  'APC_INDEX_MISMATCH',
  'IRQL_NOT_GREATER_OR_EQUAL',
  'IRQL_NOT_LESS_OR_EQUAL',
  'IRQL_NOT_DISPATCH_LEVEL',
  'MAXIMUM_WAIT_OBJECTS_EXCEEDED',
  'SPIN_LOCK_ALREADY_OWNED',
  'SPIN_LOCK_NOT_OWNED',
  'REFERENCE_BY_POINTER',
  'BAD_POOL_HEADER',
  'MEMORY_MANAGEMENT',
  'KMODE_EXCEPTION_NOT_HANDLED',
  'PHASE0_INITIALIZATION_FAILED',
  'PHASE1_INITIALIZATION_FAILED',
  'NO_MORE_IRP_STACK_LOCATIONS',
  'SYSTEM_SERVICE_EXCEPTION',
  'MULTIPLE_IRP_COMPLETE_REQUESTS',
  'CANCEL_STATE_IN_COMPLETED_IRP',
  'IRQL_GT_ZERO_AT_SYSTEM_SERVICE',
  'PFN_LIST_CORRUPT',
  'PAGE_FAULT_IN_NONPAGED_AREA',
  'PROCESS_HAS_LOCKED_PAGES',
  'SYSTEM_THREAD_EXCEPTION_NOT_HANDLED',
  'UNEXPECTED_KERNEL_MODE_TRAP',
  'INVALID_PROCESS_ATTACH_ATTEMPT',
  'INVALID_PROCESS_DETACH_ATTEMPT',
  'ATTEMPTED_SWITCH_FROM_DPC',
  'ATTEMPTED_WRITE_TO_READONLY_MEMORY',
  'BAD_POOL_CALLER',
  'DRIVER_VERIFIER_DETECTED_VIOLATION',
  'IRQL_UNEXPECTED_VALUE',
  'DRIVER_VERIFIER_IOMANAGER_VIOLATION',
  'DRIVER_UNLOADED_WITHOUT_CANCELLING_PENDING_OPERATIONS',
  'DRIVER_IRQL_NOT_LESS_OR_EQUAL',
  'DRIVER_PORTION_MUST_BE_NONPAGED',
  'WORKER_THREAD_RETURNED_AT_BAD_IRQL',
  'MANUALLY_INITIATED_CRASH',
  'DRIVER_OVERRAN_STACK_BUFFER',
  'ATTEMPTED_EXECUTE_OF_NOEXECUTE_MEMORY',
  'DPC_WATCHDOG_VIOLATION',
  'KERNEL_SECURITY_CHECK_FAILURE',
] as const satisfies readonly (keyof typeof C)[];

const BUGCHECKS = new Map<number, string>(BUGCHECK_NAMES.map((name) => [C[name], name]));

/** `DRIVER_IRQL_NOT_LESS_OR_EQUAL`; a code that nobody named is a driver's own. */
export function bugCheckName(code: number): string {
  return BUGCHECKS.get(code >>> 0) ?? 'A_CODE_OF_THE_DRIVER';
}
