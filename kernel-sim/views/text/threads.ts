/**
 * !process, !thread, !running, !queues, !dispatcher, !dpc as text.
 */
import type { Read } from '../../protocol/views.ts';
import type {
  DispatcherView,
  DpcView,
  ProcessesView,
  ProcessorRecord,
  ProcessorsView,
  ProcessSummary,
  ProcessView,
  QueuesView,
  SpinLockView,
  ThreadName,
  ThreadSummary,
  ThreadView,
  TimerRecord,
  Wait,
  WorkItem,
} from '../../protocol/views-threads.ts';
import {
  codeText,
  count,
  fields,
  flagsText,
  indent,
  isNull,
  listLines,
  milliseconds,
  namedText,
  nameText,
  readable,
  unlessNull,
  yesNo,
} from './format.ts';

/** `app.exe 24.28 (0x...)`: image, process and thread. */
export function threadText(thread: ThreadName): string {
  return `${thread.image} ${thread.pid}.${thread.tid} (${thread.address})`;
}

function processHead(process: ProcessSummary): string {
  const state = process.state === 'running' ? '' : `, ${process.state} (${codeText(process.exitStatus)})`;
  return `PROCESS ${process.address}  ${process.image}  id ${process.pid}${state}`;
}

function threadLines(thread: Read<ThreadSummary>): string[] {
  return [
    readable(
      thread,
      (t) => `THREAD ${t.address}  id ${t.pid}.${t.tid}  priority ${t.priority}  ${t.text}\n    ${t.place}`,
    ),
  ];
}

export function processesText(view: ProcessesView): string {
  const lines = listLines(view.processes, (entries) =>
    entries.flatMap((process) =>
      'problem' in process
        ? [`<${process.problem}>`]
        : [
            processHead(process),
            ...indent([
              `${count(process.handles, 'handle')}, ${count(process.activeThreads, 'thread')}, page tables at ${process.directoryTable}`,
            ]),
            ...indent(listLines(process.threads, (threads) => threads.flatMap(threadLines), 'no threads')),
          ],
    ),
  );
  return lines.join('\n');
}

export function processText(process: ProcessView): string {
  return [
    processHead(process),
    ...indent(
      fields([
        ['page tables', process.directoryTable],
        ['PEB', unlessNull(process.peb)],
        [
          'handle table',
          isNull(process.handleTable) ? undefined : `${process.handleTable}, ${count(process.handles, 'handle')}`,
        ],
        ['base priority', `${process.basePriority}`],
        ['kernel time', milliseconds(process.kernelNs)],
        ['user time', milliseconds(process.userNs)],
        [
          'ended by',
          process.exception
            ? `${codeText(process.exception.code)} in ${nameText(process.exception.address)}`
            : undefined,
        ],
      ]),
    ),
    '',
    ...indent(listLines(process.threads, (threads) => threads.flatMap(threadLines), 'no threads')),
  ].join('\n');
}

function waitLines(wait: Wait): string[] {
  const objects = listLines(
    wait.objects,
    (entries) =>
      entries.map((object) =>
        readable(
          object,
          (o) => `${o.object}  ${o.type}${o.name === '' ? '' : `  ${o.name}`}${o.signaled ? '  (signaled)' : ''}`,
        ),
      ),
    'time to pass',
  );
  const how = [
    wait.reason.name,
    `${wait.mode} mode`,
    wait.alertable ? 'alertable' : 'not alertable',
    ...(wait.objects.entries.length > 1 ? [wait.type === 'all' ? 'for all' : 'for any'] : []),
    wait.timeoutNs === null ? 'no timeout' : `timeout in ${milliseconds(wait.timeoutNs)}`,
  ];
  return [`waits (${how.join(', ')}) for`, ...indent(objects)];
}

export function threadViewText(thread: ThreadView): string {
  const irps = listLines(thread.irps, (entries) =>
    entries.map((irp) => readable(irp, (i) => `${i.address}  ${i.text}${i.cancel ? '  (cancelled)' : ''}`)),
  );
  const apcs = listLines(thread.apcs, (entries) =>
    entries.map((apc) =>
      readable(apc, (a) => `${a.address}  ${a.mode}  ${nameText(a.kernelRoutine)}  ${a.normalRoutine.name}`.trimEnd()),
    ),
  );
  return [
    `THREAD ${thread.address}  id ${thread.pid}.${thread.tid}  ${thread.text}`,
    ...indent(thread.wait ? waitLines(thread.wait) : []),
    ...indent(
      fields([
        ['process', `${thread.process.address}  ${thread.process.image}`],
        ['attached to', thread.attachedTo ? `${thread.attachedTo.address}  ${thread.attachedTo.image}` : undefined],
        ['start', namedText(thread.start)],
        [
          'priority',
          `${thread.priority} (base ${thread.basePriority}), ${count(thread.quantum, 'clock tick')} of its quantum left`,
        ],
        ['IRQL', thread.irql ? codeText(thread.irql) : undefined],
        [
          'mode',
          `${thread.system ? 'system thread' : `previous mode ${thread.previousMode}`}${thread.idle ? ', idle thread' : ''}`,
        ],
        [
          'time',
          `kernel ${milliseconds(thread.kernelNs)}, user ${milliseconds(thread.userNs)}, ${count(thread.contextSwitches, 'context switch', 'context switches')}`,
        ],
        ['kernel stack', `${thread.kernelStack.limit} to ${thread.kernelStack.base}`],
        ['user stack from', unlessNull(thread.userStackBase)],
        ['TEB', unlessNull(thread.teb)],
        ['trap frame', unlessNull(thread.trapFrame)],
        ['kernel APCs', apcState(thread)],
        ['exit status', thread.terminating ? codeText(thread.exitStatus) : undefined],
      ]),
    ),
    ...(thread.apcs.entries.length > 0 ? indent(['APCs', ...indent(apcs)]) : []),
    ...(thread.mutexes.entries.length > 0 ? indent([`owns the mutexes ${thread.mutexes.entries.join(', ')}`]) : []),
    ...(thread.irps.entries.length > 0 || thread.irps.cut !== ''
      ? indent(['requests not finished', ...indent(irps)])
      : []),
    '',
    ...indent(
      thread.stack.length === 0
        ? ['no stack']
        : thread.stack.map((text, i) => `${i.toString().padStart(2, '0')} ${text}`),
    ),
  ].join('\n');
}

function apcState(thread: ThreadView): string | undefined {
  const disabled = [
    ...(thread.kernelApcDisable !== 0 ? [`disabled (${thread.kernelApcDisable})`] : []),
    ...(thread.specialApcDisable !== 0 ? [`special ones disabled (${thread.specialApcDisable})`] : []),
    ...(thread.kernelApcPending ? ['pending'] : []),
  ];
  return disabled.length === 0 ? undefined : disabled.join(', ');
}

function processorLines(processor: ProcessorRecord): string[] {
  const state = processor.halted ? 'halted' : processor.current ? 'at its slice' : 'runnable';
  const thread = readable(processor.thread, threadText);
  return [
    `CPU ${processor.cpu}  ${processor.mode} mode, IRQL ${processor.irql.value} (${processor.irql.name}), ${state}`,
    ...indent(
      fields(
        [
          ['thread', processor.idle ? `idle (${thread})` : thread],
          ['at', namedText(processor.ip)],
          [
            'interrupts',
            `${processor.interruptsEnabled ? 'enabled' : 'disabled'}, ${processor.interrupts.length === 0 ? 'none pending' : `pending: ${processor.interrupts.join(', ')}`}`,
          ],
          ['asked for', processor.requests.value === 0 ? undefined : flagsText(processor.requests)],
          ['DPC routine', processor.dpc ? namedText(processor.dpc) : undefined],
          [
            'clock',
            `${milliseconds(processor.clockNs)}, next tick ${processor.timerDueNs === null ? 'off' : `at ${milliseconds(processor.timerDueNs)}`}`,
          ],
          ['time', `kernel ${milliseconds(processor.kernelNs)}, user ${milliseconds(processor.userNs)}`],
          [
            'counts',
            `${count(processor.contextSwitches, 'context switch', 'context switches')}, ${count(processor.systemCalls, 'system call')}, ${count(processor.clockTicks, 'clock tick')}`,
          ],
        ],
        12,
      ),
    ),
    ...indent(
      processor.dpcs.entries.length === 0 && processor.dpcs.cut === ''
        ? []
        : ['DPC queue', ...indent(dpcLines(processor.dpcs))],
    ),
  ];
}

export function processorsText(view: ProcessorsView): string {
  return view.processors
    .flatMap((processor) => ('problem' in processor ? [`<${processor.problem}>`] : processorLines(processor)))
    .join('\n');
}

function dpcLines(queue: QueuesView['dpcs'][number]['queue']): string[] {
  return listLines(queue, (entries) =>
    entries.map((dpc) => readable(dpc, (d) => `${d.address}  ${nameText(d.routine)}`)),
  );
}

function timerLines(timer: TimerRecord): string {
  const period = timer.periodMs === 0 ? '' : `, then every ${timer.periodMs} ms`;
  const dpc = timer.dpc === null ? '' : `  DPC ${readable(timer.dpc, (d) => nameText(d.routine))}`;
  const waiters = timer.waiters.entries.map((waiter) =>
    readable(waiter, (w) => readable(w.thread, (t) => `${t.image} ${t.pid}.${t.tid}`)),
  );
  const who = waiters.length === 0 ? '' : `  waited for by ${waiters.join(', ')}`;
  const name = timer.name === '' ? '' : `  ${timer.name}`;
  return `${timer.address}  due in ${milliseconds(timer.leftNs)}${period}${name}${dpc}${who}`;
}

function workLine(item: WorkItem): string {
  return `${item.address}  ${nameText(item.io ? item.io.routine : item.routine)}  parameter ${item.parameter}`;
}

export function queuesText(view: QueuesView): string {
  const ready = view.ready.flatMap(({ priority, threads }) =>
    listLines(threads, (entries) =>
      entries.map((thread) => `priority ${priority.toString().padStart(2)}  ${readable(thread, threadText)}`),
    ),
  );
  return [
    `Ready threads (${view.readyCount})`,
    ...indent(ready.length === 0 ? ['none'] : ready),
    `Timers (interrupt time ${milliseconds(view.interruptTimeNs)})`,
    ...indent(listLines(view.timers, (entries) => entries.map((timer) => readable(timer, timerLines)))),
    ...view.dpcs.flatMap(({ cpu, queue }) => [`DPCs of CPU ${cpu}`, ...indent(dpcLines(queue))]),
    'Work items',
    ...indent(listLines(view.work, (entries) => entries.map((item) => readable(item, workLine)))),
  ].join('\n');
}

export function dispatcherText(view: DispatcherView): string {
  const name = view.name === '' ? '' : `  ${view.name}`;
  if (view.type === 'unknown')
    return `${view.address}${name}\n  no dispatcher object: its type field is ${view.typeCode}, which none of them has`;
  const waiters = listLines(
    view.waiters,
    (entries) =>
      entries.map((waiter) =>
        readable(waiter, (w) => `${readable(w.thread, threadText)}${w.type === 'all' ? '  (with other objects)' : ''}`),
      ),
    'nobody',
  );
  return [
    `${view.address}  ${view.type}${name}`,
    ...indent(
      fields([
        ['state', `${view.signaled ? 'signaled' : 'not signaled'} (${view.signalState})`],
        ...dispatcherFields(view),
      ]),
    ),
    ...indent(['waiting', ...indent(waiters)]),
  ].join('\n');
}

function dispatcherFields(view: DispatcherView): [string, string | undefined][] {
  switch (view.type) {
    case 'semaphore':
      return [['limit', `${view.limit}`]];
    case 'mutex':
      return [
        ['owner', view.owner === null ? 'nobody' : readable(view.owner, threadText)],
        ['abandoned', view.abandoned ? 'yes' : undefined],
      ];
    case 'notification timer':
    case 'synchronization timer':
      return [
        ['due', view.inserted ? `at ${milliseconds(view.dueNs)} of interrupt time` : 'not set'],
        ['period', view.periodMs === 0 ? undefined : `${view.periodMs} ms`],
        ['DPC', view.dpc === null ? undefined : readable(view.dpc, (dpc) => namedText(dpc.routine))],
      ];
    case 'thread':
      return [['thread', readable(view.thread, threadText)]];
    case 'process':
      return [['process', readable(view.process, (process) => `${process.image} ${process.pid}`)]];
    default:
      return [];
  }
}

export function dpcText(dpc: DpcView): string {
  return [
    `DPC ${dpc.address}${dpc.sound ? '' : '  (its type field says that it is none)'}`,
    ...indent(
      fields([
        ['routine', namedText(dpc.routine)],
        ['context', dpc.context],
        ['arguments', `${dpc.argument1}, ${dpc.argument2}`],
        ['importance', dpc.importance.name],
        ['target', dpc.target === null ? 'the CPU that queues it' : `CPU ${dpc.target}`],
        ['queued', dpc.queuedOn === null ? 'no' : `on CPU ${dpc.queuedOn}`],
      ]),
    ),
  ].join('\n');
}

export function spinLockText(lock: SpinLockView): string {
  const name = lock.name === '' ? '' : `  ${lock.name}`;
  return `${lock.address}${name}  held: ${yesNo(lock.held)} (${lock.value}); a spin lock does not say by whom`;
}
