/**
 * The requests of a run, as its trace tells of them: which IRP was made by which system call, who was called with it, and when it was gone. Made
 * once while the trace goes by; then it is known for each instant which request an onlooker would follow.
 */
import type { VirtAddr } from '../base/numbers.ts';
import { CpuState, type CpuStates } from './cpu-states.ts';
import { recordAddress, recordCpu, recordField, recordInstant, recordKind, recordPid, recordTid } from './recorder.ts';
import { EVENT_NAMES, EVENTS, type EventName } from './schema.ts';

/** A dispatch routine was called with it. */
interface RequestCall {
  /** State right after the call. */
  readonly instant: number;
  readonly driver: string;
  readonly device: VirtAddr;
  readonly major: string;
  readonly ioctl: number;
}

export interface Request {
  readonly irp: VirtAddr;
  readonly tid: number;
  readonly pid: number;
  /** Number among the requests of the run, from 1. */
  readonly ordinal: number;
  /** State in which the system call that made it began; in which it was allocated, if none did. */
  readonly from: number;
  /** State right after that system call returned; undefined: not yet. */
  to: number | undefined;
  /** State right after it was allocated, and freed. */
  readonly allocated: number;
  freed: number | undefined;
  readonly calls: RequestCall[];
}

/** A system call under way, and the requests that it has made. */
interface OpenCall {
  readonly from: number;
  readonly requests: Request[];
}

const kind = (name: EventName): number => EVENT_NAMES.indexOf(name);
const field = (name: EventName, wanted: string): number => Object.keys(EVENTS[name].fields).indexOf(wanted);
const MODE = kind('mode');
const IRP_ALLOC = kind('irp_alloc');
const IRP_CALL = kind('irp_call');
const IRP_FREE = kind('irp_free');
/** All of them have the IRP as their first field. */
const IRP_KINDS: ReadonlySet<number> = new Set(
  EVENT_NAMES.flatMap((name, number) => (name.startsWith('irp_') ? [number] : [])),
);
const CALL = {
  device: field('irp_call', 'device'),
  driver: field('irp_call', 'driver'),
  major: field('irp_call', 'major'),
  ioctl: field('irp_call', 'ioctl'),
};

export class RequestLog {
  readonly #textOf: (index: number) => string;
  #count = 0;
  /** The latest of each address. */
  readonly #byAddress = new Map<VirtAddr, Request>();
  /** By thread. */
  readonly #calls = new Map<number, OpenCall>();
  /** From which state on which request is the one to look at; ascending. */
  readonly #instants: number[] = [];
  readonly #looked: Request[] = [];

  constructor(textOf: (index: number) => string) {
    this.#textOf = textOf;
  }

  /** Takes the record at `at`, after `states` has. */
  take(records: Uint32Array, at: number, states: CpuStates): void {
    const number = recordKind(records, at);
    if (number === MODE) this.#mode(records, at);
    else if (IRP_KINDS.has(number)) this.#event(number, records, at, states);
  }

  /** The request to look at in a state: the one that the latest event before it is about, or that a system call makes which began later. */
  at(instant: number): Request | undefined {
    let low = 0;
    let high = this.#instants.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#instants[middle] <= instant) low = middle + 1;
      else high = middle;
    }
    return this.#looked[low - 1];
  }

  #mode(records: Uint32Array, at: number): void {
    const tid = recordTid(records, at);
    const instant = recordInstant(records, at);
    if (this.#textOf(recordField(records, at, 0)) === 'user') {
      for (const request of this.#calls.get(tid)?.requests ?? []) request.to = instant + 1;
      this.#calls.delete(tid);
    } else if (this.#textOf(recordField(records, at, 1)) === 'system call') {
      this.#calls.set(tid, { from: instant, requests: [] });
    }
  }

  #event(number: number, records: Uint32Array, at: number, states: CpuStates): void {
    const irp = recordAddress(records, at, 0);
    const state = recordInstant(records, at) + 1;
    if (number === IRP_ALLOC) this.#allocated(irp, state, records, at, states);
    const request = this.#byAddress.get(irp);
    if (!request) return;
    if (number === IRP_CALL) {
      request.calls.push({
        instant: state,
        driver: this.#textOf(recordField(records, at, CALL.driver)),
        device: recordAddress(records, at, CALL.device),
        major: this.#textOf(recordField(records, at, CALL.major)),
        ioctl: recordField(records, at, CALL.ioctl),
      });
    } else if (number === IRP_FREE) request.freed = state;
    this.#look(request, state);
  }

  #allocated(irp: VirtAddr, state: number, records: Uint32Array, at: number, states: CpuStates): void {
    const tid = recordTid(records, at);
    // What comes on top of a thread is none of its system call's doing.
    const isOnTop = states.cpus[recordCpu(records, at)].state === CpuState.INTERRUPT;
    const call = isOnTop ? undefined : this.#calls.get(tid);
    const request: Request = {
      ...{ irp, tid, pid: recordPid(records, at), ordinal: ++this.#count, from: call?.from ?? state, to: undefined },
      ...{ allocated: state, freed: undefined, calls: [] },
    };
    this.#byAddress.set(irp, request);
    if (!call) return;
    // Whoever looks at the system call looks at what it is going to make first.
    if (call.requests.length === 0) this.#look(request, call.from);
    call.requests.push(request);
  }

  #look(request: Request, from: number): void {
    let place = this.#instants.length;
    while (place > 0 && this.#instants[place - 1] > from) place--;
    this.#instants.splice(place, 0, from);
    this.#looked.splice(place, 0, request);
  }
}
