/**
 * Bytes of the system buffer that go back to the caller though nobody wrote them for this request. Pure. Told only where it follows: from all writes to
 * these bytes since the driver was called, and from what the I/O manager copied in.
 */
import type { TraceEvent } from '../../../kernel-sim/protocol/lab-api';
import type { LastWrites } from '../../../kernel-sim/protocol/questions';
import type { BufferPlan } from './plan';

/** Writes that are asked for; where there were more, nothing is told. */
export const MOST_WRITES = 512;

export function staleBytes(
  plan: BufferPlan,
  events: readonly TraceEvent[],
  complete: TraceEvent,
  writes: LastWrites | undefined,
): ReadonlySet<number> {
  const none = new Set<number>();
  const sent = events.find(({ event }) => event === 'irp_call');
  if (!writes || !sent || !isBack(plan, complete)) return none;
  const isWhole = writes.origin.kind !== 'more' || writes.writes.some(({ instant }) => instant <= sent.instant);
  if (!isWhole || writes.unmapped) return none;
  const stale = new Set(Array.from({ length: bytesAsked(plan, complete) }, (_, index) => index));
  const copied = events.filter(({ event, direction }) => event === 'irp_copy' && direction === 'from user');
  for (const { bytes } of copied) for (let i = 0; i < Number(bytes); i++) stale.delete(i);
  for (const { instant, address, length } of writes.writes) {
    const first = Number(BigInt(address) - BigInt(plan.systemBuffer));
    if (instant > sent.instant) for (let i = first; i < first + length; i++) stale.delete(i);
  }
  return stale;
}

/** Bytes of the system buffer that the completion sends back; 0: none. */
export function bytesAsked(plan: BufferPlan, complete: TraceEvent): number {
  return isBack(plan, complete) ? Math.min(Number(BigInt(complete.information)), plan.systemLength) : 0;
}

function isBack({ output }: BufferPlan, { status, information }: TraceEvent): boolean {
  return output?.way === 'buffered' && !isError(String(status)) && BigInt(information) > 0n;
}

/** Of a status that is told by name the kernel says nothing more: those that go back with data are few. */
function isError(status: string): boolean {
  return !['STATUS_SUCCESS', 'STATUS_PENDING', 'STATUS_BUFFER_OVERFLOW', 'STATUS_MORE_ENTRIES'].includes(status);
}
