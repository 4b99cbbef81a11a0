/**
 * Views of threads, processors and queues at instants where it is known who does what.
 */
import { describe, expect, test } from 'vitest';
import { appWith, driverWith } from '../lab-testing.ts';
import { Stage } from '../lab-testing-stage.ts';
import type { Read, ViewKind, ViewQueryOf, ViewRecord } from '../protocol/views.ts';
import { isProblem } from './look.ts';
import { viewOf } from './table.ts';
import { viewText } from './text/table.ts';

function shown<K extends ViewKind>(stage: Stage, query: ViewQueryOf<K>): ViewRecord<K> {
  return sound<ViewRecord<K>>(viewOf(stage.kernel, query));
}

function sound<T>(value: Read<T> | undefined | null): T {
  if (value === undefined || value === null) throw new Error('there is none');
  if (isProblem<T>(value)) throw new Error(value.problem);
  return value;
}

describe('a program with a thread that waits for two events', () => {
  const stage = new Stage({
    app: `
#include <windows.h>
#include <stdio.h>
static HANDLE events[2];
static DWORD WINAPI Worker(LPVOID p)
{
    (void)p;
    WaitForMultipleObjects(2, events, TRUE, 400);
    return 5;
}
int main(void)
{
    DWORD id;
    HANDLE t;
    events[0] = CreateEventW(NULL, TRUE, FALSE, L"One");
    events[1] = CreateEventW(NULL, FALSE, FALSE, NULL);
    t = CreateThread(NULL, 0, Worker, NULL, 0, &id);
    printf("pid=%lu main=%lu worker=%lu\\n", GetCurrentProcessId(), GetCurrentThreadId(), id);
    Sleep(50);
    WaitForSingleObject(t, INFINITE);
    printf("over\\n");
    Sleep(1000);
    return 0;
}`,
  }).until('worker=');
  const worker = () => shown(stage, { kind: 'thread', thread: stage.number('worker') });
  stage.when(
    () =>
      worker().state === 'waiting' &&
      shown(stage, { kind: 'thread', thread: stage.number('main') }).state === 'waiting',
  );

  test('says what for, why and how long', () => {
    const { wait, text, start, place, process } = worker();
    expect(process.pid).toBe(stage.number('pid'));
    expect(wait).toMatchObject({ reason: { name: 'UserRequest' }, mode: 'user', alertable: false, type: 'all' });
    expect(wait?.objects.entries.map((object) => sound(object))).toMatchObject([
      { type: 'notification event', name: '\\BaseNamedObjects\\One', signaled: false },
      { type: 'synchronization event', name: '', signaled: false },
    ]);
    expect(wait?.timeoutNs).toBeGreaterThan(0);
    expect(wait?.timeoutNs).toBeLessThanOrEqual(400e6 + 15.625e6);
    expect(text).toMatch(
      /^waiting for notification event \\BaseNamedObjects\\One and synchronization event 0x\S+ \(UserRequest\), /,
    );
    expect(start.name).toMatch(/^app!Worker \(app\.c:\d+\)$/);
    expect(place).toMatch(/^app!Worker\+0x\S+ \(app\.c:8\)$/);
  });

  test('is in the wait lists of both, for all of them', () => {
    for (const entry of worker().wait?.objects.entries ?? []) {
      const view = shown(stage, { kind: 'dispatcher', address: sound(entry).object });
      expect(view.waiters.entries.map((waiter) => sound(waiter))).toMatchObject([
        { type: 'all', thread: { tid: stage.number('worker') } },
      ]);
    }
  });

  test('its timer and the sleeper are in the timer list, by due time', () => {
    const { timers } = shown(stage, { kind: 'queues' });
    const owners = timers.entries.map((timer) => sound(sound(sound(timer).waiters.entries[0]).thread).tid);
    expect(owners).toEqual([stage.number('main'), stage.number('worker')]);
    expect(shown(stage, { kind: 'thread', thread: stage.number('main') })).toMatchObject({
      wait: { reason: { name: 'DelayExecution' }, objects: { entries: [] } },
      text: expect.stringMatching(/^waiting for time to pass \(DelayExecution\)/),
    });
  });

  test('both processors are idle and wait for their clocks', () => {
    const all = () => shown(stage, { kind: 'processors' }).processors.map((processor) => sound(processor));
    stage.when(
      () => all().every((processor) => processor.idle && processor.irql.value === 0),
      'nothing was left to do',
    );
    expect(all()).toMatchObject([
      { cpu: 0, idle: true, mode: 'kernel', irql: { value: 0, name: 'PASSIVE_LEVEL' }, started: true },
      { cpu: 1, idle: true, mode: 'kernel', irql: { value: 0, name: 'PASSIVE_LEVEL' }, started: true },
    ]);
  });

  test('the process lists it, in text too', () => {
    const process = shown(stage, { kind: 'process', process: stage.number('pid') });
    expect(process).toMatchObject({ image: 'app.exe', state: 'running', activeThreads: 2, exception: null });
    expect(process.threads.entries.map((thread) => sound(thread).tid).sort()).toEqual(
      [stage.number('main'), stage.number('worker')].sort(),
    );
    expect(viewText('process', process)).toContain(`id ${stage.number('pid')}.${stage.number('worker')}`);
    const { processes } = shown(stage, { kind: 'processes' });
    expect(processes.entries.map((entry) => sound(entry).image)).toEqual(['System', 'app.exe']);
  });

  test('when it has ended, it is no more, and who is asked for by mistake is not there', () => {
    stage.until('over');
    expect(viewOf(stage.kernel, { kind: 'thread', thread: 4711 })).toEqual({
      problem: 'there is no thread with id 4711',
    });
    expect(viewOf(stage.kernel, { kind: 'process', process: 4711 })).toEqual({
      problem: 'there is no process with id 4711',
    });
  });
});

describe('a driver that queues a DPC, a timer and a work item while it holds a lock', () => {
  const stage = new Stage({
    config: { cpus: 1 },
    driver: driverWith(
      `
    KIRQL Irql;
    LARGE_INTEGER Due;
    KeInitializeDpc(&Dpc, DpcRoutine, (PVOID)0x77);
    KeInitializeTimerEx(&Timer, SynchronizationTimer);
    Due.QuadPart = -1000000;
    KeSetTimerEx(&Timer, Due, 30, &TimerDpc);
    Item = IoAllocateWorkItem(DeviceObject);
    KeAcquireSpinLock(&Lock, &Irql);
    KeInsertQueueDpc(&Dpc, (PVOID)1, (PVOID)2);
    IoQueueWorkItem(Item, Work, DelayedWorkQueue, NULL);
    DbgPrint("dpc=%p timer=%p lock=%p thread=%p device=%p\\n", &Dpc, &Timer, &Lock, PsGetCurrentThread(), DeviceObject);
    KeReleaseSpinLock(&Lock, Irql);
    DbgPrint("lowered\\n");
    KeCancelTimer(&Timer);
    return Complete(Irp, STATUS_SUCCESS, 0);`,
      {
        globals: `
static KDPC Dpc, TimerDpc;
static KTIMER Timer;
static KSPIN_LOCK Lock;
static PIO_WORKITEM Item;
static VOID DpcRoutine(PKDPC D, PVOID C, PVOID A, PVOID B)
{
    UNREFERENCED_PARAMETER(D); UNREFERENCED_PARAMETER(C); UNREFERENCED_PARAMETER(A); UNREFERENCED_PARAMETER(B);
    DbgPrint("in DPC\\n");
}
static VOID Work(PDEVICE_OBJECT D, PVOID C)
{
    UNREFERENCED_PARAMETER(D); UNREFERENCED_PARAMETER(C);
    IoFreeWorkItem(Item);
}
`,
        entry: 'KeInitializeDpc(&TimerDpc, DpcRoutine, NULL); KeInitializeSpinLock(&Lock);',
      },
    ),
    app: appWith('    DeviceIoControl(h, IOCTL_LAB(1), NULL, 0, NULL, 0, &got, NULL);'),
  }).until('dpc=');

  test('the processor runs the caller at DISPATCH_LEVEL, the DPC waits for it', () => {
    const [processor] = shown(stage, { kind: 'processors' }).processors;
    expect(sound(processor)).toMatchObject({
      irql: { value: 2, name: 'DISPATCH_LEVEL' },
      mode: 'kernel',
      idle: false,
      current: true,
      thread: { address: stage.address('thread'), image: 'app.exe' },
    });
    expect(sound(processor).interrupts).toContain('DISPATCH_LEVEL');
    expect(sound(processor).dpcs.entries.map((dpc) => sound(dpc).address)).toEqual([stage.address('dpc')]);
    expect(shown(stage, { kind: 'dpc', address: stage.address('dpc') })).toMatchObject({
      routine: { name: expect.stringMatching(/^lab!DpcRoutine /) },
      context: '0x0000000000000077',
      argument1: '0x0000000000000001',
      argument2: '0x0000000000000002',
      queuedOn: 0,
      target: null,
      importance: { name: 'medium' },
      sound: true,
    });
    expect(shown(stage, { kind: 'thread' })).toMatchObject({ cpu: 0, irql: { value: 2 }, text: 'running on CPU 0' });
    expect(shown(stage, { kind: 'thread' }).place).toMatch(/^lab!Control\+/);
  });

  test('the lock is held', () => {
    const lock = shown(stage, { kind: 'spin-lock', address: stage.address('lock') });
    expect(lock).toMatchObject({ held: true, name: 'lab!Lock' });
  });

  test('the timer is set, the worker will be called', () => {
    const timer = shown(stage, { kind: 'dispatcher', address: stage.address('timer') });
    expect(timer).toMatchObject({ type: 'synchronization timer', inserted: true, periodMs: 30, signaled: false });
    const queues = shown(stage, { kind: 'queues' });
    expect(queues.timers.entries.map((entry) => sound(entry).name)).toContain('lab!Timer');
    expect(queues.work.entries.map((entry) => sound(entry))).toMatchObject([
      { io: { routine: { name: expect.stringMatching(/^lab!Work /) }, object: stage.address('device') } },
    ]);
    expect(queues.ready.flatMap(({ threads }) => threads.entries).length).toBe(queues.readyCount);
    expect(viewText('queues', queues)).toMatch(/lab!Work \(lab\.c:\d+\)/);
  });

  test('after the lock is given back the DPC has run', () => {
    stage.until('lowered');
    expect(stage.output).toContain('in DPC');
    expect(shown(stage, { kind: 'dpc', address: stage.address('dpc') }).queuedOn).toBeNull();
    expect(shown(stage, { kind: 'spin-lock', address: stage.address('lock') }).held).toBe(false);
  });
});
