/**
 * The requests of a run as its trace tells of them, for choosing one: an entry for each IRP, and one for each call that failed before there was an
 * IRP. Pure. The rows are those of REQUEST_KINDS over a whole branch, oldest first.
 */
import type { TraceEvent } from '../../../kernel-sim/protocol/lab-api';
import type { RequestSituation } from '../../../kernel-sim/protocol/page-queries';
import type { EventRow } from '../../../kernel-sim/protocol/views';
import { hex } from '../../words/numbers';

export const REQUEST_KINDS = ['irp_alloc', 'irp_call', 'mode', 'syscall_enter', 'syscall_exit'] as const;

/** A request that came as far as an IRP. */
interface IrpEntry {
  readonly kind: 'irp';
  readonly key: string;
  /** Number of the IRP in the run, from 1. */
  readonly ordinal: number;
  readonly label: string;
  readonly about: string;
  /** First state in which the lab follows this request. */
  readonly at: number;
}

/** A call for a request that failed before there was an IRP. */
export interface RefusedCall {
  readonly kind: 'call';
  readonly key: string;
  readonly label: string;
  readonly about: string;
  readonly at: number;
  readonly service: string;
  readonly status: string;
  readonly tid: number;
  readonly pid: number;
  /** State before the system call, and the one right after it. */
  readonly from: number;
  readonly to: number;
}

export type RequestEntry = IrpEntry | RefusedCall;

/** Services that send a request to a device when nothing is wrong with the call. */
const SERVICES = new Set([
  'NtDeviceIoControlFile',
  'NtFsControlFile',
  'NtReadFile',
  'NtWriteFile',
  'NtCreateFile',
  'NtOpenFile',
]);

interface OpenCall {
  readonly from: number;
  readonly service: string;
  hasIrp: boolean;
  status: string;
}

export function requestsOf(rows: readonly EventRow[]): readonly RequestEntry[] {
  const entries: RequestEntry[] = [];
  const unnamed = new Map<string, number>();
  const open = new Map<number, OpenCall>();
  let ordinal = 0;
  for (const { event } of rows) {
    const { instant, tid } = event;
    const call = open.get(tid);
    if (event.event === 'mode' && event.why === 'system call') {
      open.set(tid, { from: instant, service: '', hasIrp: false, status: '' });
    } else if (event.event === 'syscall_enter' && call) {
      open.set(tid, { ...call, service: String(event.name) });
    } else if (event.event === 'irp_alloc') {
      ordinal++;
      if (call) call.hasIrp = true;
      unnamed.set(String(event.irp), entries.length);
      const label = `Request ${ordinal}`;
      entries.push({
        kind: 'irp',
        key: `irp-${ordinal}`,
        ordinal,
        label,
        about: 'no driver was called',
        at: instant + 1,
      });
    } else if (event.event === 'irp_call') {
      nameEntry(entries, unnamed, event);
    } else if (event.event === 'syscall_exit' && call) {
      call.status = String(event.status);
    } else if (event.event === 'mode' && event.to === 'user' && call) {
      open.delete(tid);
      const refused = refusedCall(call, event, entries.length);
      if (refused) entries.push(refused);
    }
  }
  return entries;
}

function nameEntry(entries: RequestEntry[], unnamed: Map<string, number>, event: TraceEvent): void {
  const index = unnamed.get(String(event.irp));
  const entry = index === undefined ? undefined : entries[index];
  if (index === undefined || entry?.kind !== 'irp') return;
  unnamed.delete(String(event.irp));
  const about = `${shortMajor(String(event.major))}${ioctlText(Number(event.ioctl))} for ${shortDriver(String(event.driver))}`;
  entries[index] = { ...entry, about };
}

function refusedCall(call: OpenCall, { instant, tid, pid }: TraceEvent, index: number): RefusedCall | undefined {
  const { from, service, status, hasIrp } = call;
  if (hasIrp || !SERVICES.has(service) || status === '' || isSuccess(status)) return undefined;
  return {
    ...{ kind: 'call', key: `call-${index}-${from}`, label: `${service} refused`, about: status },
    ...{ at: from, service, status, tid, pid, from, to: instant + 1 },
  };
}

/** By its name alone: what the trace says of a status. */
export function isSuccess(status: string): boolean {
  return status === 'STATUS_SUCCESS' || status === 'STATUS_PENDING' || status === '0x0';
}

/**
 * What the lab follows at an instant: the request of the situation, unless a call that was refused is the later of the two.
 */
export function followedEntry(
  entries: readonly RequestEntry[],
  request: RequestSituation | null | undefined,
  shown: number,
): RequestEntry | undefined {
  const irp = entries.find((entry) => entry.kind === 'irp' && entry.ordinal === request?.ordinal);
  const refused = entries.findLast((entry) => entry.kind === 'call' && entry.at <= shown);
  if (refused?.kind !== 'call' || !request) return irp ?? refused;
  const isUnderWay = shown <= refused.to;
  const isLater = refused.from >= (request.freed ?? request.to ?? Number.POSITIVE_INFINITY);
  return isUnderWay || isLater ? refused : irp;
}

const CARRIES_DATA = /^(DEVICE_CONTROL|INTERNAL_DEVICE_CONTROL|READ|WRITE)\b/;

/** The request with data that the lab follows last up to an instant. */
export function lastWithData(entries: readonly RequestEntry[], shown: number): RequestEntry | undefined {
  return entries.findLast((entry) => entry.kind === 'irp' && entry.at <= shown && CARRIES_DATA.test(entry.about));
}

/** `IRP_MJ_DEVICE_CONTROL` -> `DEVICE_CONTROL`. */
export function shortMajor(major: string): string {
  return major.replace(/^IRP_MJ_/, '');
}

/** `\Driver\mirror` -> `mirror`. */
export function shortDriver(driver: string): string {
  return driver.replace(/^\\(Driver|FileSystem)\\/i, '') || 'a driver without a name';
}

function ioctlText(ioctl: number): string {
  return ioctl === 0 ? '' : ` ${hex(ioctl)}`;
}
