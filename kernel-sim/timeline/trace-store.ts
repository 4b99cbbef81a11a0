/**
 * The trace of every branch. Skeleton: signatures only.
 */
import type { Task } from '../base/task.ts';
import type { At } from '../protocol/time.ts';
import type { DecodedEvent } from '../trace/recorder.ts';
import type { EventName } from '../trace/schema.ts';

/** Which events: those with from <= instant < to on the way of a branch. */
export interface TraceQuery {
  readonly branch: number;
  readonly from: number;
  readonly to: number;
  /** All if left out. */
  readonly kinds?: readonly EventName[];
  readonly where?: (event: DecodedEvent) => boolean;
  readonly limit?: number;
  /** From `to` downwards, newest first. */
  readonly backward?: boolean;
}

export declare class TraceStore {
  /** In the order of the trace (or backwards). */
  events(query: TraceQuery): Task<DecodedEvent[]>;
  /** The first event with instant >= at.instant. */
  next(at: At, kinds?: readonly EventName[], where?: (event: DecodedEvent) => boolean): Task<DecodedEvent | undefined>;
  /** The last event with instant < at.instant. */
  previous(
    at: At,
    kinds?: readonly EventName[],
    where?: (event: DecodedEvent) => boolean,
  ): Task<DecodedEvent | undefined>;
  /** Events by their number on a branch, counting only those kinds; needs no replay for the total. */
  window(
    branch: number,
    kinds: readonly EventName[] | undefined,
    first: number,
    count: number,
  ): Task<{ total: number; events: DecodedEvent[] }>;
}
