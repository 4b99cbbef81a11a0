/**
 * What each CPU does, followed through the records of a trace from boot on: user code, kernel code, an interrupt (DPCs belong to one), or nothing.
 * Whoever folds over a trace feeds every record, in order. An event with instant e is seen in state e + 1.
 *
 * A thread that is switched away from inside of an interrupt's handler comes back there: how deep it stands belongs to the thread.
 */
import { recordCpu, recordField, recordKind, recordPid, recordTid } from './recorder.ts';
import { EVENT_NAMES, type EventName } from './schema.ts';

export const CPU_STATES = ['user', 'kernel', 'interrupt', 'idle'] as const;
export const CpuState = { USER: 0, KERNEL: 1, INTERRUPT: 2, IDLE: 3 } as const;

export interface CpuNow {
  /** A CpuState. */
  state: number;
  /** Thread that runs; 0: none. */
  tid: number;
  /** 0: none, or not known yet. */
  pid: number;
  user: boolean;
  /** Interrupts that stand one on top of the other. */
  depth: number;
  /** It has left the thread it was started with. */
  hasSwitched: boolean;
}

const DISPATCH_LEVEL = 2;
const kind = (name: EventName): number => EVENT_NAMES.indexOf(name);
const CS = kind('cs');
const MODE = kind('mode');
const INT = kind('int');
const INT_END = kind('int_end');
const THREAD_CREATE = kind('thread_create');

export class CpuStates {
  readonly cpus: readonly CpuNow[];
  readonly #textOf: (index: number) => string;
  /** Of threads that do not run; those of idle threads by -1 - CPU. */
  readonly #depths = new Map<number, number>();
  readonly #pids = new Map<number, number>();

  /** `textOf` finds the trace's strings by number. */
  constructor(cpus: number, textOf: (index: number) => string) {
    this.#textOf = textOf;
    this.cpus = Array.from({ length: cpus }, (_, number) => ({
      ...{ state: number === 0 ? CpuState.KERNEL : CpuState.IDLE, tid: 0, pid: 0 },
      ...{ user: false, depth: 0, hasSwitched: number > 0 },
    }));
  }

  /** Takes the record at `at`; returns the CPU that it is of. */
  take(records: Uint32Array, at: number): number {
    const number = recordCpu(records, at);
    const cpu = this.cpus[number];
    this.#learn(cpu, recordTid(records, at), recordPid(records, at));
    switch (recordKind(records, at)) {
      case CS:
        this.#switch(cpu, number, recordField(records, at, 0), recordField(records, at, 1));
        break;
      case MODE:
        cpu.user = this.#textOf(recordField(records, at, 0)) === 'user';
        break;
      case INT:
        if (recordField(records, at, 0) >= DISPATCH_LEVEL) cpu.depth++;
        break;
      case INT_END:
        if (recordField(records, at, 0) >= DISPATCH_LEVEL && cpu.depth > 0) cpu.depth--;
        break;
      case THREAD_CREATE: {
        // Numbers of threads are used again.
        const tid = recordField(records, at, 0);
        this.#depths.delete(tid);
        this.#pids.delete(tid);
        break;
      }
    }
    cpu.state = stateOf(cpu);
    return number;
  }

  #learn(cpu: CpuNow, tid: number, pid: number): void {
    if (cpu.tid === tid && cpu.pid === pid) return;
    cpu.tid = tid;
    cpu.pid = pid;
    this.#pids.set(tid, pid);
  }

  #switch(cpu: CpuNow, number: number, from: number, to: number): void {
    this.#depths.set(from || -1 - number, cpu.depth);
    cpu.depth = this.#depths.get(to || -1 - number) ?? 0;
    cpu.tid = to;
    cpu.pid = this.#pids.get(to) ?? 0;
    // Only the kernel switches threads.
    cpu.user = false;
    cpu.hasSwitched = true;
  }
}

/** CPU 0 boots in the thread that is its idle thread later. */
function stateOf({ depth, user, tid, hasSwitched }: CpuNow): number {
  if (depth > 0) return CpuState.INTERRUPT;
  if (user) return CpuState.USER;
  return tid === 0 && hasSwitched ? CpuState.IDLE : CpuState.KERNEL;
}
