/** Steps, runs to places and events over a driver and a program, forwards and backwards. */
import { beforeAll, describe, expect, test } from 'vitest';
import { appWith, driverWith, timelineOf } from '../../lab-testing.ts';
import type { StopReport } from '../../protocol/time.ts';
import { contextOf } from '../context.ts';
import { DebugError } from '../error.ts';
import { evaluateText } from '../expression.ts';
import { Debugged, frameNames } from './testing.ts';

const DRIVER = driverWith(
  `
    ULONG i, Sum = 0;
    for (i = 0; i < 5; i++) Sum += i;
    Sum += Fib(4);
    for (i = 0; i < 200; i++) {
        if (i % 50 == 0) KeInsertQueueDpc(&g_Dpc, NULL, NULL);
        Sum ^= Twice(i);
    }
    if (Out >= 4) *(PULONG)Buffer = Sum;
    return Complete(Irp, STATUS_SUCCESS, 4);`,
  {
    globals: `
static KDPC g_Dpc; static ULONG g_Ticks;
static KDEFERRED_ROUTINE OnDpc;
static ULONG Twice(ULONG a) { return a + a; }
static ULONG Fib(ULONG n)
{
    if (n < 2)
        return n;
    n = Fib(n - 1) + Fib(n - 2);
    return n;
}
static VOID OnDpc(PKDPC Dpc, PVOID Context, PVOID A, PVOID B)
{
    (void)Dpc; (void)Context; (void)A; (void)B;
    g_Ticks += 1;
    g_Ticks ^= 4;
}`,
    entry: 'KeInitializeDpc(&g_Dpc, OnDpc, NULL);',
  },
);
const APP = appWith(`
    ULONG out = 0;
    DeviceIoControl(h, IOCTL_LAB(0), NULL, 0, &out, sizeof out, &got, NULL);
    printf("%lu\\n", out);
    DeviceIoControl(h, IOCTL_LAB(1), NULL, 0, &out, sizeof out, &got, NULL);`);

function lineOf(source: string, text: string): number {
  return source.split('\n').findIndex((line) => line.includes(text)) + 1;
}

let lab: Debugged;
beforeAll(() => {
  lab = new Debugged(timelineOf({ driver: DRIVER, app: APP, config: { cpus: 2 } }));
});

/** Goes to where a text of the program (or driver) is reached first. */
function goTo(text: string, source = APP): StopReport {
  lab.seek(0);
  const file = source === APP ? 'app.c' : 'lab.c';
  const stop = lab.move({ kind: 'place', place: { kind: 'line', file, line: lineOf(source, text) } });
  expect(stop).toMatchObject({ reason: 'place', file, line: lineOf(source, text) });
  return stop;
}

describe('into and over', () => {
  test('into a system call goes to the dispatch routine of the driver, and back', () => {
    const from = goTo('IOCTL_LAB(0), NULL');
    const inside = lab.step('into');
    expect(inside).toMatchObject({ reason: 'step', file: 'lab.c', tid: from.tid });
    expect(frameNames(lab.kernel)[0]).toBe('lab!Control');
    expect(frameNames(lab.kernel)).toContain('app!main');
    expect(lab.step('into', 'back').at).toEqual(from.at);
  });

  test('into everything goes to the routine that is called', () => {
    goTo('IOCTL_LAB(0), NULL');
    lab.step('into', 'forward', { everything: true });
    expect(frameNames(lab.kernel)[0]).toBe('kernel32!DeviceIoControl');
  });

  test('over a system call stays in the program, and back', () => {
    const from = goTo('IOCTL_LAB(0), NULL');
    const behind = lab.step('over');
    expect(behind).toMatchObject({ reason: 'step', line: lineOf(APP, 'printf("%lu\\n", out)') });
    expect(lab.step('over', 'back').at).toEqual(from.at);
  });

  test('over recursion stays in its own activation', () => {
    goTo('n = Fib(n - 1)', DRIVER);
    const { fp } = lab.kernel.cpu;
    const from = lab.instant;
    const behind = lab.step('over');
    expect(behind.line).toBe(lineOf(DRIVER, 'n = Fib(n - 1)') + 1);
    expect(lab.kernel.cpu.fp).toBe(fp);
    expect(lab.step('over', 'back').at.instant).toBe(from);
  });

  test('a count is so many steps', () => {
    goTo('ULONG i, Sum = 0', DRIVER);
    const once = [1, 2, 3, 4].map(() => lab.step('into').at.instant);
    goTo('ULONG i, Sum = 0', DRIVER);
    expect(lab.step('into', 'forward', { count: 4 }).at.instant).toBe(once[3]);
    expect(lab.step('into', 'back', { count: 3 }).at.instant).toBe(once[0]);
  });

  test('a loop on one line is one step by line', () => {
    const from = goTo('for (i = 0; i < 5; i++)', DRIVER);
    const behind = lab.step('over', 'forward', { unit: 'line' });
    expect(behind.line).toBe(lineOf(DRIVER, 'Sum += Fib(4)'));
    const statements: number[] = [];
    lab.seek(from.at.instant);
    do statements.push(lab.step('over').at.instant);
    while (lab.instant < behind.at.instant);
    expect(statements.length).toBeGreaterThan(10);
    expect(lab.step('over', 'back', { unit: 'line' }).at).toEqual(from.at);
    lab.seek(statements[5]);
    expect(lab.step('over', 'back', { unit: 'line' }).at).toEqual(from.at);
  });

  test('instructions: every one, in both directions', () => {
    goTo('Sum += Fib(4)', DRIVER);
    const from = lab.instant;
    const by = { unit: 'instruction' } as const;
    const forward = Array.from({ length: 30 }, () => lab.step('into', 'forward', by).at.instant);
    const back = Array.from({ length: 30 }, () => lab.step('into', 'back', by).at.instant);
    expect(back.reverse()).toEqual([from, ...forward.slice(0, -1)]);
  });
});

describe('out', () => {
  test('forwards behind the call, backwards at the call', () => {
    goTo('if (n < 2)', DRIVER);
    const inside = lab.instant;
    expect(lab.step('out')).toMatchObject({ reason: 'step', line: lineOf(DRIVER, 'Sum += Fib(4)') });
    expect(frameNames(lab.kernel)[0]).toBe('lab!Control');
    lab.seek(inside);
    lab.step('out', 'back');
    expect(frameNames(lab.kernel)[0]).toBe('lab!Control');
    expect(lab.step('into').at.instant).toBe(inside);
  });

  test('of a dispatch routine into the program that asked for it', () => {
    goTo('ULONG i, Sum = 0', DRIVER);
    lab.step('out');
    expect(frameNames(lab.kernel)[0]).toBe('app!main');
    const call = lab.step('over', 'back', { unit: 'instruction' });
    expect(call.line).toBe(lineOf(APP, 'IOCTL_LAB(0), NULL'));
    expect(lab.step('over', 'forward', { unit: 'instruction' }).line).toBe(call.line + 1);
    goTo('ULONG i, Sum = 0', DRIVER);
    lab.step('out', 'forward', { everything: true });
    expect(frameNames(lab.kernel)[0]).toBe('nt!IofCallDriver');
  });

  test('next call and next return', () => {
    goTo('for (i = 0; i < 5; i++)', DRIVER);
    const from = lab.instant;
    expect(lab.move({ kind: 'call' })).toMatchObject({ reason: 'step', line: lineOf(DRIVER, 'Sum += Fib(4)') });
    const call = lab.instant;
    expect(lab.move({ kind: 'call' }).line).toBe(lineOf(DRIVER, 'KeInsertQueueDpc'));
    expect(lab.move({ kind: 'call' }, 'back').at.instant).toBe(call);
    expect(call).toBeGreaterThan(from);
    lab.step('into');
    expect(lab.move({ kind: 'return' })).toMatchObject({ reason: 'step' });
    expect(frameNames(lab.kernel).slice(0, 2)).toEqual(['lab!Fib', 'lab!Control']);
  });
});

describe('interrupts and processors', () => {
  test('a thread is followed without the DPCs on top of it; they come in both directions for who stands in one', () => {
    goTo('for (i = 0; i < 200; i++)', DRIVER);
    const { tid } = lab.step('into');
    for (let i = 0; i < 500; i++) {
      const stop = lab.step('into');
      expect(stop.tid).toBe(tid);
      expect(frameNames(lab.kernel)).not.toContain('lab!OnDpc');
    }
    const first = goTo('g_Ticks += 1', DRIVER);
    const second = lab.step('into');
    expect(second.line).toBe(first.line + 1);
    expect(lab.step('into').line).toBe(first.line + 2);
    expect(lab.step('into')).toMatchObject({ reason: 'step' });
    expect(frameNames(lab.kernel)).toContain('lab!OnDpc');
    expect(lab.instant).toBeGreaterThan(second.at.instant + 100);
    lab.step('into', 'back', { count: 3 });
    expect(lab.instant).toBe(first.at.instant);
  });

  test('a processor is followed through whatever it executes', () => {
    const { cpu } = goTo('g_Ticks += 1', DRIVER);
    const seen = new Set<string>();
    for (let i = 0; i < 40; i++) {
      const stop = lab.move({ kind: 'step', unit: 'statement', how: 'into' }, 'forward', {
        follow: { kind: 'cpu', cpu },
      });
      if (stop.reason !== 'step') break;
      expect(stop.cpu).toBe(cpu);
      seen.add(frameNames(lab.kernel)[0]);
    }
    expect(seen.size).toBeGreaterThan(1);
    expect(seen).toContain('lab!OnDpc');
  });

  test('a thread by its id, from where another one runs', () => {
    const { tid } = goTo('IoCreateDeviceSecure', DRIVER);
    const from = goTo('g_Ticks += 1', DRIVER);
    expect(from.tid).not.toBe(tid);
    const loaded = lab.move({ kind: 'step', unit: 'statement', how: 'into' }, 'back', {
      follow: { kind: 'thread', tid },
    });
    expect(loaded).toMatchObject({ reason: 'step', tid });
    expect(frameNames(lab.kernel)[0]).toBe('lab!DriverEntry');
    lab.seek(from.at.instant);
    lab.move({ kind: 'step', unit: 'statement', how: 'over' }, 'forward', { follow: { kind: 'thread', tid } });
    expect(frameNames(lab.kernel)[0]).toBe('lab!Unload');
    const nobody = { follow: { kind: 'thread', tid: 4711 } } as const;
    expect(() => lab.move({ kind: 'run' }, 'forward', nobody)).toThrow(DebugError);
  });
});

describe('events, places, ends', () => {
  test('events by kind and words, there and back', () => {
    lab.seek(0);
    const calls: number[] = [];
    for (let stop = lab.move(IOCTL); stop.reason === 'event'; stop = lab.move(IOCTL)) {
      expect(stop.text).toContain('IRP_MJ_DEVICE_CONTROL');
      calls.push(stop.at.instant);
    }
    expect(calls).toHaveLength(2);
    expect(lab.move(IOCTL, 'back').at.instant).toBe(calls[1]);
    expect(lab.move(IOCTL, 'back').at.instant).toBe(calls[0]);
    expect(lab.move(IOCTL, 'back')).toMatchObject({ reason: 'beginning', at: { instant: 0 } });
    expect(() => lab.move({ kind: 'event', events: ['irp_cal'] })).toThrow(
      'there is no event irp_cal; is irp_call meant?',
    );
  });

  test('the same events are found where history is new', () => {
    const fresh = new Debugged(timelineOf({ driver: DRIVER, app: APP, config: { cpus: 2 } }));
    const found = fresh.move(IOCTL).at.instant;
    lab.seek(0);
    expect(lab.move(IOCTL).at.instant).toBe(found);
  });

  test('a place, in both directions', () => {
    const first = goTo('if (n < 2)', DRIVER);
    const place = { kind: 'place', place: { kind: 'routine', name: 'lab!Fib' } } as const;
    const second = lab.move(place);
    expect(second.at.instant).toBeGreaterThan(first.at.instant);
    expect(evaluateText('n', contextOf(lab.kernel))).toContain('3');
    expect(lab.move(place, 'back').at).toEqual(first.at);
    const missing = { kind: 'place', place: { kind: 'routine', name: 'Fub' } } as const;
    expect(() => lab.move(missing)).toThrow(DebugError);
  });

  test('from boot, where nobody is, a step leads to the first statement of whoever comes to one; and back', () => {
    lab.seek(0);
    const first = lab.step('into');
    expect(first).toMatchObject({ reason: 'step', file: 'lab.c' });
    expect(first.place).toContain('lab!DriverEntry');
    expect(lab.step('into', 'back')).toMatchObject({ reason: 'beginning', at: { instant: 0 } });
    expect(lab.step('over').at).toEqual(first.at);
  });

  test('a thread that ends before its next stop is told; before the first statement is boot', () => {
    const first = goTo('DWORD got = 0');
    expect(lab.step('into', 'back')).toMatchObject({ reason: 'beginning', at: { instant: 0 } });
    lab.seek(first.at.instant);
    let stop = lab.step('over');
    while (stop.reason === 'step') stop = lab.step('over');
    expect(stop).toMatchObject({ reason: 'end', text: `thread ${first.tid} ended before`, end: { kind: 'exit' } });
    expect(lab.step('into')).toMatchObject({ reason: 'end', at: stop.at });
    expect(lab.run('back')).toMatchObject({ reason: 'beginning' });
  });
});

const IOCTL = { kind: 'event', events: ['irp_call'], match: 'device_control' } as const;
