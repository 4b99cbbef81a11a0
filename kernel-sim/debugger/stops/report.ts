/** What is told of the instant at which a cursor stands. Only looks. */
import { describeAddress, placeOf } from '../../kernel/symbols.ts';
import type { RunEnd } from '../../protocol/lab-api.ts';
import type { LogLine, StopReason, StopReport } from '../../protocol/time.ts';
import type { Cursor } from '../../timeline/cursor.ts';
import { threadOn } from '../context.ts';
import { pidOf, tidOf } from './origin.ts';

export interface StopDetails {
  readonly breakpoints?: readonly number[];
  readonly text?: string;
  readonly end?: RunEnd | undefined;
  readonly log?: readonly LogLine[];
}

export function stopReportAt({ kernel: k, at }: Cursor, reason: StopReason, details: StopDetails = {}): StopReport {
  const { cpu } = k;
  const { ip } = cpu;
  const thread = threadOn(k, cpu);
  const place = placeOf(k, ip);
  const { breakpoints = [], text = '', end, log = [] } = details;
  return Object.freeze({
    at,
    reason,
    cpu: cpu.number,
    tid: tidOf(k, thread),
    pid: pidOf(k, thread),
    place: describeAddress(k, ip),
    file: place?.file,
    line: place?.line ?? 0,
    breakpoints: Object.freeze([...breakpoints]),
    text,
    end,
    log: Object.freeze([...log]),
  });
}
