/** Sheets of processes, threads and of what they wait for. Pure. */
import type {
  DispatcherView,
  DpcView,
  ProcessView,
  SpinLockView,
  ThreadView,
  Wait,
} from '../../kernel-sim/protocol/views-threads';
import { isNull } from '../words/addresses';
import {
  code,
  keyed,
  listRows,
  milliseconds,
  object,
  pointer,
  process,
  routine,
  row,
  type Sheet,
  type SheetRow,
  section,
  sheet,
  status,
  thread,
  to,
  yesNo,
} from './sheet';
import { addressPieces } from './subjects';

export function threadSheet(view: ThreadView): Sheet {
  return sheet(
    '',
    view.state === 'damaged' ? 'fault' : 'plain',
    section(
      '',
      row('State', ...addressPieces(view.text)),
      row('Process', process(view.process)),
      view.attachedTo ? row('Attached to', process(view.attachedTo)) : undefined,
      row('Stands at', view.place || 'not known'),
      row('Start routine', routine(view.start)),
      row('Priority', `${view.priority}, base ${view.basePriority}`),
      row('Quantum', `${view.quantum} clock ticks left`),
      view.irql ? row('IRQL', code(view.irql)) : undefined,
      row('Previous mode', view.previousMode),
    ),
    section('Waits for', view.wait ? waitRows(view.wait) : []),
    section(
      'Requests under way',
      listRows(view.irps, (irp, i) => keyed(irp.address, `IRP ${i + 1}`, object('irp', irp.address, irp.text))),
    ),
    section(
      'Call stack',
      view.stack.map((frame, i) => keyed(String(i), String(i), ...addressPieces(frame))),
    ),
    section(
      'Memory',
      row('Kernel stack', pointer(view.kernelStack.limit), ' to ', pointer(view.kernelStack.base)),
      isNull(view.userStackBase) ? undefined : row('User stack begins at', pointer(view.userStackBase)),
      isNull(view.teb) ? undefined : row('TEB', pointer(view.teb)),
      isNull(view.trapFrame) ? undefined : row('Trap frame', pointer(view.trapFrame)),
    ),
    section(
      'Times',
      row('Context switches', String(view.contextSwitches)),
      row('In kernel mode', milliseconds(view.kernelNs)),
      row('In user mode', milliseconds(view.userNs)),
    ),
    section(
      'APCs and mutexes',
      row('APCs disabled', `${view.kernelApcDisable} kernel, ${view.specialApcDisable} special`),
      listRows(view.apcs, (apc, i) => keyed(apc.address, `APC ${i + 1}`, routine(apc.kernelRoutine), `, ${apc.mode}`)),
      view.mutexes.entries.map((mutex, i) => keyed(mutex, `Owns mutex ${i + 1}`, object('dispatcher', mutex))),
    ),
    section('End', view.terminating ? row('Exit status', status(view.exitStatus)) : undefined),
  );
}

function waitRows({ reason, mode, alertable, type, objects, timeoutNs }: Wait): readonly SheetRow[] {
  return [
    ...listRows(objects, (one, i) =>
      keyed(one.object, `Object ${i + 1}`, object('dispatcher', one.object, one.name), `, ${one.type}`),
    ),
    row('Reason', code(reason)),
    row('Until', type === 'all' ? 'all are signaled' : 'one is signaled'),
    row('Mode', `${mode}${alertable ? ', alertable' : ''}`),
    row('Times out', timeoutNs === null ? 'never' : `in ${milliseconds(timeoutNs)}`),
  ];
}

export function processSheet(view: ProcessView): Sheet {
  const { exception } = view;
  return sheet(
    '',
    'plain',
    section(
      '',
      row('State', view.state),
      view.state === 'running' ? undefined : row('Exit status', status(view.exitStatus)),
      row('Page tables (CR3)', view.directoryTable.replace(/^0x0+/, 'physical 0x')),
      isNull(view.peb) ? undefined : row('PEB', pointer(view.peb)),
      row('Handle table', pointer(view.handleTable), `, ${view.handles} handles`),
      row('Base priority', String(view.basePriority)),
      row('In kernel mode', milliseconds(view.kernelNs)),
      row('In user mode', milliseconds(view.userNs)),
      exception ? row('Ended by exception', status(exception.code), ' at ', routine(exception.address)) : undefined,
    ),
    section(
      'Threads',
      listRows(view.threads, (one) =>
        keyed(one.address, `Thread ${one.tid}`, to({ kind: 'thread', thread: one.address }, one.text)),
      ),
    ),
  );
}

export function dispatcherSheet(view: DispatcherView): Sheet {
  return sheet(
    view.type === 'unknown' ? `This is no object that can be waited for: its type field says ${view.typeCode}.` : '',
    view.type === 'unknown' ? 'warn' : 'plain',
    section(
      '',
      row('Type', view.type),
      view.name === '' ? undefined : row('Name', view.name),
      row('Signaled', yesNo(view.signaled), ` (signal state ${view.signalState})`),
      kindRows(view),
    ),
    section(
      'Who waits',
      listRows(view.waiters, (waiter, i) =>
        keyed(waiterKey(waiter.thread, i), `Thread ${i + 1}`, thread(waiter.thread), `, for ${waiter.type}`),
      ),
    ),
  );
}

function waiterKey(name: object, index: number): string {
  return 'address' in name ? String(name.address) : String(index);
}

function kindRows(view: DispatcherView): readonly SheetRow[] {
  switch (view.type) {
    case 'semaphore':
      return [row('Limit', String(view.limit))];
    case 'mutex':
      return [row('Owner', thread(view.owner)), row('Abandoned', yesNo(view.abandoned))];
    case 'notification timer':
    case 'synchronization timer':
      return [
        row('Set', yesNo(view.inserted)),
        row('Due at', milliseconds(view.dueNs)),
        row('Period', view.periodMs === 0 ? 'once' : `every ${view.periodMs} ms`),
        row(
          'DPC',
          view.dpc && !('problem' in view.dpc) ? object('dpc', view.dpc.address, view.dpc.routine.name) : 'none',
        ),
      ];
    case 'process':
      return [row('Process', process(view.process))];
    case 'thread':
      return [row('Thread', thread(view.thread))];
    default:
      return [];
  }
}

export function dpcSheet(view: DpcView): Sheet {
  return sheet(
    view.sound ? '' : 'The type field says that this is no DPC.',
    view.sound ? 'plain' : 'fault',
    section(
      '',
      row('Routine', routine(view.routine)),
      row('Context', pointer(view.context)),
      row('Argument 1', pointer(view.argument1)),
      row('Argument 2', pointer(view.argument2)),
      row('Importance', code(view.importance)),
      row('Queued', view.queuedOn === null ? 'no' : `on CPU ${view.queuedOn}`),
      row('Target', view.target === null ? 'the processor that queues it' : `CPU ${view.target}`),
    ),
  );
}

export function spinLockSheet(view: SpinLockView): Sheet {
  return sheet(
    'The kernel does not keep who holds a spin lock: the past tells who acquired it.',
    'plain',
    section(
      '',
      view.name === '' ? undefined : row('Name', view.name),
      row('Held', yesNo(view.held)),
      row('Value', view.value),
    ),
  );
}
