/**
 * Turns the events of a request into steps between lanes. Pure. Follows where each thread or DPC stands: a call of a driver moves it there, its return
 * takes it back. A step is told where it was seen; nothing is put in that no event tells, but the call that the stack shows at the system call.
 */
import type { TraceEvent } from '../../../kernel-sim/protocol/lab-api';
import type { StackView } from '../../../kernel-sim/protocol/views-code';
import { hex } from '../../words/numbers';
import { isSuccess, shortDriver, shortMajor } from '../shared/requests';
import type { RelatedEvent } from './related';
import type { Standing, Step, StepKind, Tone } from './step';

type Told = Pick<Step, 'kind' | 'from' | 'to' | 'label'> & Partial<Pick<Step, 'note' | 'tone'>>;

interface Position {
  lane: string;
  waits: boolean;
  /** Lanes to go back to, innermost last. */
  readonly callers: string[];
}

/** Services that the I/O manager carries out; the others are not drawn as lanes of their own. */
const IO_SERVICES = new Set([
  ...['NtDeviceIoControlFile', 'NtFsControlFile', 'NtReadFile', 'NtWriteFile', 'NtCreateFile', 'NtOpenFile', 'NtClose'],
  ...['NtFlushBuffersFile', 'NtQueryInformationFile', 'NtSetInformationFile', 'NtCancelIoFile', 'NtCancelIoFileEx'],
  ...['NtCancelSynchronousIoFile', 'NtLoadDriver', 'NtUnloadDriver'],
]);

export class StepMaker {
  readonly steps: Step[] = [];
  readonly #thread: string;
  readonly #positions = new Map<string, Position>();
  /** Index of the last event of each actor. */
  readonly #last = new Map<string, number>();

  constructor(tid: number, events: readonly RelatedEvent[]) {
    this.#thread = `thread:${tid}`;
    events.forEach(({ actor }, index) => void this.#last.set(actor, index));
  }

  /** What the thread had called when it entered the kernel. */
  call(stack: StackView | undefined, at: number): void {
    const index = stack?.frames.findIndex(({ learner, ring }) => learner && ring === 'user') ?? -1;
    const caller = stack?.frames[index];
    const called = stack?.frames[index - 1];
    if (!caller || !called) return;
    const position = this.#position(this.#thread, 'app');
    position.lane = 'ntdll';
    const name = routineOf(called.symbol);
    const where = caller.file ? ` at ${caller.file}:${caller.line}` : '';
    this.steps.push({
      ...{ key: 'call', kind: 'call', at, from: 'app', to: 'ntdll', label: name, tone: 'plain', by: '' },
      note: caller.file ? `${caller.file}:${caller.line}` : '',
      sentence: `The program has called ${name} in ${routineOf(caller.symbol)}${where}, as its stack shows.`,
      ...{ t: Number.NaN, cpu: stack?.cpu ?? 0, standing: this.#standing() },
    });
  }

  take(related: RelatedEvent, index: number): void {
    const { event, actor, row, isOwn } = related;
    const told = this.#told(related);
    // Whoever has done its last for the request, or only came by, stands nowhere in it.
    if (actor !== this.#thread && (this.#last.get(actor) === index || !(isOwn || actor.startsWith('dpc:'))))
      this.#positions.delete(actor);
    if (!told) return;
    this.steps.push({
      ...{
        key: `${event.instant}-${event.seq}`,
        at: event.instant + 1,
        note: '',
        tone: 'plain',
        sentence: row.sentence,
      },
      ...{ by: this.#by(actor, event), t: event.t, cpu: event.cpu, standing: this.#standing() },
      ...told,
    });
  }

  #told(related: RelatedEvent): Told | undefined {
    const { event, row, actor } = related;
    const position = this.#position(actor, this.#begins(related));
    const { lane } = position;
    const self = (kind: StepKind, label: string, note = '', tone: Tone = 'plain'): Told => ({
      kind,
      from: lane,
      to: lane,
      label,
      note,
      tone,
    });
    const go = (kind: StepKind, to: string, label: string, note = '', tone: Tone = 'plain'): Told => {
      position.lane = to;
      return { kind, from: lane, to, label, note, tone };
    };
    switch (event.event) {
      case 'mode':
        if (event.why === 'system call')
          return { ...go('enter', 'service', 'SYSCALL', 'user to kernel mode'), from: 'ntdll' };
        return event.to === 'user' ? go('leave', 'ntdll', 'SYSRET', 'kernel to user mode') : undefined;
      case 'syscall_enter': {
        const name = String(event.name);
        return go('dispatch', IO_SERVICES.has(name) ? 'io' : 'service', name, `service ${event.number}`);
      }
      case 'syscall_exit':
        return go('service-return', 'service', ...returned(event));
      case 'irp_alloc':
        return self('alloc', 'makes the IRP', counted(Number(event.stack), 'stack location'));
      case 'irp_copy':
        return event.direction === 'to user'
          ? {
              kind: 'copy-out',
              from: 'io',
              to: 'app',
              label: `copies ${counted(Number(event.bytes), 'byte')} back`,
              note: 'to user memory',
            }
          : {
              kind: 'copy-in',
              from: 'app',
              to: 'io',
              label: `copies ${counted(Number(event.bytes), 'byte')} in`,
              note: 'from user memory',
            };
      case 'irp_call': {
        position.callers.push(lane);
        const code = Number(event.ioctl) === 0 ? '' : `code ${hex(Number(event.ioctl))}`;
        return go('irp-call', `driver:${shortDriver(String(event.driver))}`, shortMajor(String(event.major)), code);
      }
      case 'irp_return': {
        const back = position.callers.pop() ?? 'io';
        return { ...go('irp-return', back, ...returned(event)), from: `driver:${shortDriver(String(event.driver))}` };
      }
      case 'irp_pend':
        return self('pend', 'the IRP stays pending', 'somebody completes it later', 'pending');
      case 'irp_complete': {
        const information = Number(BigInt(event.information));
        const note = `${event.status}${information === 0 ? '' : `, Information ${information}`}`;
        return go('complete', 'io', 'IoCompleteRequest', note, toneOf(String(event.status)));
      }
      case 'irp_completion':
        return self(
          'completion',
          `completion routine ${routineOf(row.summary.split(' ')[0] ?? '')}`,
          String(event.result),
        );
      case 'irp_free':
        return self('free', 'frees the IRP');
      default:
        return this.#about(related, position, self, go);
    }
  }

  /** Events of threads, interrupts and faults. */
  #about(
    { event, row, actor }: RelatedEvent,
    position: Position,
    self: (kind: StepKind, label: string, note?: string, tone?: Tone) => Told,
    go: (kind: StepKind, to: string, label: string, note?: string, tone?: Tone) => Told,
  ): Told | undefined {
    switch (event.event) {
      case 'timer':
        return {
          kind: 'timer',
          from: 'interrupt',
          to: 'interrupt',
          label: 'a timer expires',
          note: row.summary.replace(/ expired$/, ''),
        };
      case 'dpc_queue':
        return { kind: 'dpc-queue', from: 'interrupt', to: 'interrupt', label: 'queues the DPC', note: row.summary };
      case 'dpc': {
        const routine = row.summary.replace(/ starts$/, '');
        const owner = /^(\w+)!/.exec(routine)?.[1];
        return {
          ...go('dpc', owner && owner !== 'nt' ? `driver:${owner}` : 'interrupt', 'the DPC starts', routineOf(routine)),
          from: 'interrupt',
        };
      }
      case 'apc_queue':
        return self('apc-queue', 'queues the completion APC', `for thread ${event.thread}`);
      case 'apc':
        return go('apc', 'io', 'the APC runs', `in thread ${event.tid}`);
      case 'wait':
        position.waits = true;
        return self('wait', `thread ${event.tid} waits`, row.summary, 'pending');
      case 'ready': {
        const woken = this.#position(this.#thread, 'io');
        return {
          kind: 'wake',
          from: position.lane,
          to: woken.lane,
          label: `wakes thread ${event.thread}`,
          note: 'it is ready to run',
        };
      }
      case 'cs':
        return this.#switched(event);
      case 'dbg':
        return position.lane === 'ntdll' || position.lane === 'app'
          ? undefined
          : self('print', 'DbgPrint', String(event.text).trim());
      case 'fault':
        return self('fault', `${event.kind} fault`, row.summary.replace(/^.*?: /, ''), 'error');
      case 'exception':
        return self(
          'fault',
          event.handled ? 'the exception is handled' : 'nobody handles the exception',
          String(event.code),
          'error',
        );
      case 'bugcheck':
        return self('stop', 'the system stops', row.summary.replace(/ .*/, ''), 'error');
      default:
        return actor === '' ? undefined : self('print', event.event, row.summary);
    }
  }

  /** The thread of the request leaves a CPU or gets one; that a waiting one leaves goes without saying. */
  #switched(event: TraceEvent): Told | undefined {
    const mine = this.#position(this.#thread, 'io');
    const place = { from: mine.lane, to: mine.lane };
    if (`thread:${event.from}` === this.#thread) {
      if (mine.waits) return undefined;
      mine.waits = true;
      return {
        kind: 'switch',
        ...place,
        label: `CPU ${event.cpu} takes another thread`,
        note: String(event.reason),
        tone: 'pending',
      };
    }
    mine.waits = false;
    return { kind: 'switch', ...place, label: `thread ${event.to} runs on CPU ${event.cpu}`, note: '' };
  }

  /** Where somebody stands before the first event that tells of them. */
  #begins({ event, actor }: RelatedEvent): string {
    if (actor === this.#thread) return event.event === 'mode' ? 'ntdll' : 'io';
    return actor.startsWith('dpc:') || event.tid === 0 ? 'interrupt' : actor;
  }

  #position(actor: string, lane: string): Position {
    const known = this.#positions.get(actor);
    if (known) return known;
    const made: Position = { lane, waits: false, callers: [] };
    this.#positions.set(actor, made);
    return made;
  }

  #standing(): readonly Standing[] {
    return [...this.#positions].map(([actor, { lane, waits }]) => ({ actor, lane, waits }));
  }

  #by(actor: string, { cpu, tid, event }: TraceEvent): string {
    if (actor === this.#thread || event === 'cs') return '';
    if (actor.startsWith('dpc:')) return `DPC on CPU ${cpu}`;
    return tid === 0 ? `CPU ${cpu}` : `thread ${tid}`;
  }
}

function returned(event: TraceEvent): [label: string, note: string, tone: Tone] {
  const status = String(event.status);
  return ['returns', status, toneOf(status)];
}

function toneOf(status: string): Tone {
  if (status === 'STATUS_PENDING') return 'pending';
  return isSuccess(status) ? 'good' : 'error';
}

/** `kernel32!DeviceIoControl+0x140` -> `DeviceIoControl`. */
function routineOf(symbol: string): string {
  return symbol.replace(/^.*!/, '').replace(/\+0x[0-9a-f]+$/i, '');
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}
