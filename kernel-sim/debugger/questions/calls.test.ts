/** Calls of routines with their arguments, against what the driver itself printed. */
import { describe, expect, test } from 'vitest';
import { finish } from '../../base/task.ts';
import { appWith, driverWith, recordedRun } from '../../lab-testing.ts';
import type { CallsRequest } from '../../protocol/questions.ts';
import { callsOf } from './calls.ts';

const DRIVER = driverWith(
  `NTSTATUS Status = Code == IOCTL_LAB(2) ? STATUS_UNSUCCESSFUL : STATUS_SUCCESS;
    POINT3 p = {1, 2, 3};
    DbgPrint("%p %p %x %d %d\\n", DeviceObject, Irp, Status, Factorial((int)(Code >> 2 & 7)), Scale(p, 5, 6, 7, 8).z);
    return Complete(Irp, Status, 0);`,
  {
    globals: `typedef struct { int x, y, z; } POINT3;
static POINT3 Scale(POINT3 p, int a, int b, int c, int d) { p.x *= a; p.y *= b; p.z *= c + d; return p; }
static int Factorial(int n) { return n <= 1 ? 1 : n * Factorial(n - 1); }
static VOID Wait(int rounds) { do { rounds--; } while (rounds > 0); }`,
    entry: 'Wait(5);',
  },
);
const APP = appWith('for (int i = 1; i < 4; i++) DeviceIoControl(h, IOCTL_LAB(i), 0, 0, 0, 0, &got, 0);');

const run = recordedRun({ driver: DRIVER, app: APP });
const { timeline, cursor, at } = run;
const printed = timeline
  .output(at)
  .debug.trim()
  .split('\n')
  .map((line) => line.split(' '));

function ask(routine: string, request: Partial<CallsRequest> = {}) {
  return finish(callsOf(timeline, cursor, { routine, at, ...request }));
}

describe('a dispatch routine', () => {
  const { calls, routine, truncated } = ask('Control');

  test('was called with what it printed, and returned what it printed', () => {
    expect([routine, truncated, printed.length]).toEqual(['lab!Control', false, 3]);
    expect(calls.map(({ args }) => args.map(({ name }) => name))).toEqual([1, 2, 3].map(() => ['DeviceObject', 'Irp']));
    expect(calls.map(({ args }) => args.map(({ value }) => value))).toEqual(
      printed.map(([device, irp]) => [`0x${device}`, `0x${irp}`]),
    );
    expect(calls.map(({ returned }) => returned?.value)).toEqual([
      '0 (STATUS_SUCCESS)',
      '0xC0000001 (STATUS_UNSUCCESSFUL)',
      '0 (STATUS_SUCCESS)',
    ]);
  });

  test('by the I/O manager, in the thread of the program', () => {
    for (const { caller, tid, pid, instant, returned } of calls) {
      expect(caller?.text).toContain('nt!IofCallDriver');
      expect(tid).toBeGreaterThan(pid);
      expect(returned?.instant).toBeGreaterThan(instant);
    }
  });

  test('agrees with the trace', () => {
    const sent = finish(timeline.trace.events({ branch: 0, from: 0, to: at.instant, kinds: ['irp_call'] })).filter(
      ({ major }) => major === 'IRP_MJ_DEVICE_CONTROL',
    );
    expect(calls.map(({ args }) => args[1].value)).toEqual(sent.map(({ irp }) => irp));
  });
});

test('recursion: each call has its own return', () => {
  const { calls } = ask('Factorial');
  const shown = calls.map(({ args, returned }) => [args[0].value, returned?.value]);
  expect(shown).toEqual([
    ...[['1', '1']],
    ...[
      ['2', '2'],
      ['1', '1'],
    ],
    ...[
      ['3', '6'],
      ['2', '2'],
      ['1', '1'],
    ],
  ]);
  expect(calls[3].returned?.instant).toBeGreaterThan(calls[5].returned?.instant ?? 0);
});

test('records, hidden results and arguments from the stack', () => {
  const [call] = ask('lab!Scale').calls;
  expect(call.args.map(({ name, value }) => [name, value])).toEqual([
    ['p', '{x = 1, y = 2, z = 3}'],
    ...[
      ['a', '5'],
      ['b', '6'],
      ['c', '7'],
      ['d', '8'],
    ],
  ]);
  expect(call.returned?.value).toBe('{x = 5, y = 12 (0xC), z = 45 (0x2D)}');
});

test('a loop back to the first instruction is no call', () => {
  expect(ask('Wait').calls).toHaveLength(1);
});

test('primitives of the kernel', () => {
  const allocated = finish(timeline.trace.events({ branch: 0, from: 0, to: at.instant, kinds: ['pool_alloc'] }));
  const { calls, truncated } = ask('nt!ExpAllocateBlock', { limit: 1000 });
  expect(truncated).toBe(false);
  expect(calls.map(({ returned }) => returned?.value)).toEqual(allocated.map(({ address }) => address));
  expect(calls.map(({ args }) => Number.parseInt(args[1].value, 10))).toEqual(allocated.map(({ bytes }) => bytes));
});

test('between two instants; no more than asked for', () => {
  const all = ask('Control').calls;
  expect(ask('Control', { from: all[0].instant, to: all[2].instant - 1 }).calls).toEqual([all[1]]);
  const first = ask('Control', { limit: 2 });
  expect([first.calls, first.truncated]).toEqual([all.slice(0, 2), true]);
});

test('in small slices the answer is the same', () => {
  const task = callsOf(timeline, cursor, { routine: 'Factorial', at });
  while (!task.step(1_000));
  expect(task.result).toEqual(ask('Factorial'));
});

test('what cannot be asked is a mistake in plain words', () => {
  expect(() => ask('Contrl')).toThrow("there is no routine 'Contrl'; did you mean 'Control'?");
  expect(() => ask('Control', { limit: 0 })).toThrow('0 calls');
});
