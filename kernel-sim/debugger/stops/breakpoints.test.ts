/** Breakpoints of every kind over a driver and a program, in both directions. */
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { finish } from '../../base/task.ts';
import { appWith, driverWith, timelineOf } from '../../lab-testing.ts';
import type { BreakpointSpec, StopReport } from '../../protocol/time.ts';
import { TraceStrings } from '../../trace/recorder.ts';
import { contextOf } from '../context.ts';
import { DebugError } from '../error.ts';
import { evaluateNumber, evaluateText } from '../expression.ts';
import { ListHits } from './list-hits.ts';
import { Debugged, frameNames } from './testing.ts';

const DRIVER = driverWith(
  `
    ULONG i;
    g_Calls += 1;
    for (i = 0; i < 6; i++)
        Add(i, 2 * i);
    RtlCopyMemory(g_Copy, &g_Sum, 4);
    g_Calls = g_Calls;
    if (Out >= 4) *(PULONG)Buffer = g_Sum;
    return Complete(Irp, STATUS_SUCCESS, 4);`,
  {
    globals: `
static ULONG g_Calls, g_Sum; static UCHAR g_Copy[8];

/* No code on this line. */
static VOID Add(ULONG a, ULONG b)
{
    g_Sum += a;
    g_Sum += b;
    {
        ULONG later = 0;
        (void)later;
    }
}`,
  },
);
const APP = appWith(
  `
    ULONG out = 0;
    int *p = VirtualAlloc(NULL, 65536, MEM_COMMIT | MEM_RESERVE, PAGE_READWRITE);
    g_Twice = 1;
    DeviceIoControl(h, IOCTL_LAB(0), NULL, 0, &out, sizeof out, &got, NULL);
    p[5000] = 7;
    g_Twice += p[5000];
    DeviceIoControl(h, IOCTL_LAB(1), NULL, 0, &out, sizeof out, &got, NULL);
    printf("%lu %d\\n", out, g_Twice);`,
  'static int g_Twice;',
);

function lineOf(source: string, text: string): number {
  return source.split('\n').findIndex((line) => line.includes(text)) + 1;
}

const ADD: BreakpointSpec = { where: { kind: 'routine', name: 'Add' } };

let lab: Debugged;
beforeAll(() => {
  lab = new Debugged(timelineOf({ driver: DRIVER, app: APP, config: { cpus: 2 } }));
});
afterEach(() => {
  for (const { id } of lab.stops.breakpoints.list()) lab.stops.breakpoints.remove(id);
});

/** Where a text of the sources is reached first. */
function goTo(text: string, source = DRIVER): StopReport {
  lab.seek(0);
  const file = source === APP ? 'app.c' : 'lab.c';
  return lab.move({ kind: 'place', place: { kind: 'line', file, line: lineOf(source, text) } });
}

/** Every stop of runs from boot to the end. */
function forwardStops(machine = lab): StopReport[] {
  machine.seek(0);
  const stops: StopReport[] = [];
  for (let stop = machine.run(); stop.reason === 'breakpoint'; stop = machine.run()) stops.push(stop);
  return stops;
}

/** Every stop of runs back from the end. */
function backwardStops(): StopReport[] {
  const end = lab.timeline.branches[0].head;
  lab.seek(end);
  const stops: StopReport[] = [];
  for (let stop = lab.run('back'); stop.reason === 'breakpoint'; stop = lab.run('back')) stops.unshift(stop);
  return stops;
}

const instants = (stops: readonly StopReport[]) => stops.map(({ at }) => at.instant);

function both(): StopReport[] {
  const forward = forwardStops();
  expect(instants(backwardStops())).toEqual(instants(forward));
  expect(listed()).toEqual({ hits: instants(forward), to: lab.timeline.branches[0].head });
  return forward;
}

/** The same as one list, without running through them. */
function listed() {
  const { timeline, stops } = lab;
  const list = new ListHits(timeline, timeline.newCursor(), stops.breakpoints.enabled(), 0);
  const { hits, to } = finish(list, 50_000);
  return { hits: hits.filter(({ goesOn }) => !goesOn).map(({ instant }) => instant), to };
}

function add(spec: BreakpointSpec) {
  return lab.stops.breakpoints.add(spec);
}

describe('code', () => {
  test('a routine: behind its prologue, with its arguments, whatever is loaded', () => {
    lab.seek(0);
    expect(add(ADD).resolved).toBe(
      `lab!Add+0x8 (lab.c:${lineOf(DRIVER, 'g_Sum += a')}), waits until lab.sys is loaded`,
    );
    const stops = both();
    expect(stops).toHaveLength(12);
    lab.seek(stops[2].at.instant);
    expect(evaluateText('a', contextOf(lab.kernel))).toContain('2');
    expect(evaluateText('b', contextOf(lab.kernel))).toContain('4');
    expect(lab.stops.breakpoints.list()[0].resolved).toBe(`lab!Add+0x8 (lab.c:${lineOf(DRIVER, 'g_Sum += a')})`);
  });

  test('a line without code moves to the next that has some, and says so', () => {
    const asked = lineOf(DRIVER, 'No code on this line');
    const { resolved } = add({ where: { kind: 'line', file: 'lab.c', line: asked } });
    expect(resolved).toContain(`(lab.c:${lineOf(DRIVER, 'g_Sum += a')})`);
    expect(resolved).toContain(`line ${asked} has no code`);
    expect(both()).toHaveLength(12);
  });

  test('an address, in its process', () => {
    goTo('g_Twice = 1', APP);
    const address = `0x${lab.kernel.cpu.ip.toString(16)}`;
    expect(add({ where: { kind: 'address', address } }).resolved).toMatch(/^app!main\+0x.* of process \d+$/);
    expect(both()).toHaveLength(1);
  });

  test('one that stands here does not stop the motion at once', () => {
    add(ADD);
    const [first, second] = forwardStops();
    lab.seek(first.at.instant);
    expect(lab.run().at).toEqual(second.at);
    expect(lab.run('back').at).toEqual(first.at);
    expect(lab.run('back').reason).toBe('beginning');
  });

  test('only a thread, only a processor', () => {
    const all = new Set<number>();
    add(ADD);
    for (const { cpu } of both()) all.add(cpu);
    for (const { id } of lab.stops.breakpoints.list()) lab.stops.breakpoints.remove(id);
    add({ ...ADD, tid: 4711 });
    expect(forwardStops()).toHaveLength(0);
    for (const cpu of [0, 1]) add({ ...ADD, cpu });
    expect(both()).toHaveLength(12);
  });

  test('disabled, removed, exported', () => {
    const { id } = add(ADD);
    const other = add({ ...ADD, enabled: false });
    lab.stops.breakpoints.enable(id, false);
    expect(forwardStops()).toHaveLength(0);
    lab.stops.breakpoints.enable(other.id, true);
    expect(both().map(({ breakpoints }) => breakpoints)).toEqual(Array.from({ length: 12 }, () => [other.id]));
    expect(lab.stops.breakpoints.remove(other.id)).toBe(true);
    expect(lab.stops.breakpoints.remove(other.id)).toBe(false);
    expect(lab.stops.breakpoints.enable(other.id, true)).toBe(false);
    expect(JSON.parse(JSON.stringify(lab.stops.breakpoints.export()))).toEqual([{ ...ADD, enabled: false }]);
  });

  test('those taken over from another run wait for what is not there yet', () => {
    const variable = { where: { kind: 'data', address: '&g_Twice', length: 4, access: 'change' } } as const;
    lab.seek(0);
    expect(() => add(variable)).toThrow(DebugError);
    lab.stops.breakpoints.import([ADD, variable]);
    expect(lab.stops.breakpoints.list().map(({ resolved }) => resolved)).toEqual([
      expect.stringContaining('waits until lab.sys is loaded'),
      expect.stringMatching(/^waits: .*g_Twice/),
    ]);
    goTo('g_Twice = 1', APP);
    expect(lab.run()).toMatchObject({ reason: 'breakpoint', text: '&g_Twice written: 0x00000000 -> 0x00000001' });
    expect(lab.stops.breakpoints.list()[1].resolved).toMatch(/^change of 4 bytes at 0x/);
  });

  test('steps that run over one stop at it, forwards and back', () => {
    goTo('Add(i, 2 * i)');
    const before = lab.instant;
    const { id } = add({ where: { kind: 'line', file: 'lab.c', line: lineOf(DRIVER, 'g_Sum += b') } });
    expect(lab.step('over')).toMatchObject({ reason: 'breakpoint', breakpoints: [id] });
    lab.stops.breakpoints.enable(id, false);
    lab.step('out');
    lab.stops.breakpoints.enable(id, true);
    expect(lab.step('over', 'back')).toMatchObject({ reason: 'breakpoint', line: lineOf(DRIVER, 'g_Sum += b') });
    expect(lab.step('out', 'back').at.instant).toBeGreaterThan(before);
  });
});

describe('conditions, hit counts, log points', () => {
  test('a condition in the scope of the place', () => {
    add({ ...ADD, condition: 'a == 2 && b > 3' });
    const stops = both();
    expect(stops).toHaveLength(2);
    lab.seek(stops[1].at.instant);
    expect(evaluateNumber('a', contextOf(lab.kernel))).toBe(2n);
  });

  test('one that cannot be worked out stops and says why', () => {
    add({ ...ADD, condition: '*(int *)0 > 1' });
    const [stop] = forwardStops();
    expect(stop.text).toContain('*(int *)0 > 1');
    expect(stop.text).toContain('not mapped');
    expect(() => add({ ...ADD, condition: 'a ==' })).toThrow(DebugError);
  });

  test.each([
    ['nonsense > 1', "in the condition: there is no 'nonsense' here"],
    ['a > 1 && lab!Nothing', "in the condition: there is no 'Nothing' in lab"],
    [
      '((g_Calls)) + later',
      "in the condition: 'later' is not in scope there: it is declared further down, or in an inner block",
    ],
  ])('names of %s are looked up when it is set', (condition, problem) => {
    expect(() => add({ ...ADD, condition })).toThrow(problem);
    expect(() => add({ ...ADD, log: 'fine {a} {nothing}' })).toThrow("in the text: there is no 'nothing' here");
    add({ ...ADD, condition: 'a + b == 3 || g_Calls && STATUS_PENDING || $irql || sizeof(IRP) && NT_SUCCESS(a)' });
  });

  test.each([
    [{ kind: 'equal', count: 5 }, [4]],
    [{ kind: 'multiple', count: 5 }, [4, 9]],
    [{ kind: 'from', count: 11 }, [10, 11]],
  ] as const)('hits %o count from boot, wherever the motion begins', (hits, expected) => {
    add(ADD);
    const all = instants(forwardStops());
    lab.stops.breakpoints.remove(lab.stops.breakpoints.list()[0].id);
    add({ ...ADD, hits });
    const wanted = expected.map((i) => all[i]);
    lab.seek(all[3]);
    expect(lab.run().at.instant).toBe(wanted[0]);
    expect(instants(both())).toEqual(wanted);
  });

  test('hits with a condition count where it holds, also in a new branch', () => {
    add({ ...ADD, condition: 'a & 1' });
    const odd = instants(forwardStops());
    lab.stops.breakpoints.remove(lab.stops.breakpoints.list()[0].id);
    add({ ...ADD, condition: 'a & 1', hits: { kind: 'equal', count: 4 } });
    lab.seek(odd[1] + 1);
    const branch = lab.timeline.knob({ name: 'seed', value: 77 });
    const stop = lab.run();
    expect(stop).toMatchObject({ reason: 'breakpoint', at: { branch } });
    expect(evaluateNumber('a', contextOf(lab.kernel))).toBe(1n);
    expect(lab.run('back')).toMatchObject({ reason: 'beginning' });
    expect(lab.run().at).toEqual(stop.at);
    lab.seek(0);
    const main = { branch: 0, instant: 0 };
    const seek = lab.timeline.seek(lab.timeline.main, main);
    while (!seek.step(1_000_000));
    expect(lab.run().at).toEqual({ branch: 0, instant: odd[3] });
  });

  test('log points speak and go on, in both directions', () => {
    add({ ...ADD, log: 'a is {a}, {{b}} {*(int *)0}', condition: 'a > 3' });
    lab.seek(0);
    const end = lab.run();
    expect(end.reason).toBe('end');
    expect(end.log).toHaveLength(4);
    expect(end.log[0].text).toMatch(/^a is 4.*, \{b\}\} </);
    expect(lab.run('back').log.map(({ instant }) => instant)).toEqual(end.log.map(({ instant }) => instant));
    expect(() => add({ ...ADD, log: 'open {a' })).toThrow(DebugError);
  });
});

describe('data', () => {
  /** Instants at which bytes of RAM have changed, by single steps. */
  function changes(pa: number, length: number): number[] {
    const k = lab.boot(new TraceStrings());
    const read = () => k.machine.memory.bytes.slice(pa, pa + length).join();
    const found: number[] = [];
    for (let before = read(); k.vm.run(1) === 'limit'; ) {
      const now = read();
      if (now !== before) found.push(k.machine.instant);
      before = now;
    }
    return found;
  }

  test('a variable of the driver that changes', () => {
    goTo('g_Calls += 1');
    const pa = lab.kernel.view.translate(Number(BigInt.asIntN(64, evaluateNumber('&g_Sum', contextOf(lab.kernel)))));
    add({ where: { kind: 'data', address: '&g_Sum', length: 4, access: 'change' } });
    const stops = both();
    const loaded = changes(pa, 4).filter((instant) => instant >= stops[0].at.instant);
    // Zeroing the page when the driver goes is no business of the variable.
    expect(instants(stops)).toEqual(loaded.slice(0, stops.length));
    expect(stops).toHaveLength(20);
    expect(stops[0].text).toBe('&g_Sum written: 0x00000000 -> 0x00000001');
    lab.seek(stops[0].at.instant);
    expect(frameNames(lab.kernel)[0]).toBe('lab!Add');
  });

  test('written without changing, read, and by the kernel on its behalf', () => {
    goTo('g_Calls += 1');
    add({ where: { kind: 'data', address: '&g_Calls', length: 4, access: 'change' } });
    expect(both()).toHaveLength(2);
    lab.stops.breakpoints.remove(lab.stops.breakpoints.list()[0].id);
    goTo('g_Calls += 1');
    add({ where: { kind: 'data', address: '&g_Calls', length: 4, access: 'write' } });
    expect(both()).toHaveLength(4);
    lab.stops.breakpoints.remove(lab.stops.breakpoints.list()[0].id);
    goTo('g_Calls += 1');
    add({ where: { kind: 'data', address: 'g_Copy', length: 8, access: 'write' } });
    const copies = both();
    expect(copies.length).toBeGreaterThan(1);
    lab.seek(copies[0].at.instant);
    expect(frameNames(lab.kernel).slice(0, 2)).toContain('lab!Control');
    lab.stops.breakpoints.remove(lab.stops.breakpoints.list()[0].id);
    goTo('g_Calls += 1');
    add({ where: { kind: 'data', address: '&g_Calls', length: 4, access: 'read' } });
    const reads = both();
    expect(reads).toHaveLength(4);
    expect(reads[0].text).toBe('&g_Calls read: 0x00000000');
  });

  test('memory of a program before it has a page', () => {
    goTo('g_Twice = 1', APP);
    const { resolved } = add({ where: { kind: 'data', address: 'p + 5000', length: 4, access: 'access' } });
    expect(resolved).toMatch(/^access of 4 bytes at 0x.* of process \d+$/);
    const stops = both();
    expect(stops.map(({ text }) => text)).toEqual([
      'p + 5000 written: 0x00000000 -> 0x00000007',
      'p + 5000 read: 0x00000007',
    ]);
    lab.seek(stops[0].at.instant);
    expect(frameNames(lab.kernel)[0]).toBe('app!main');
  });

  test('physical bytes', () => {
    goTo('g_Calls += 1');
    const pa = lab.kernel.view.translate(Number(BigInt.asIntN(64, evaluateNumber('&g_Calls', contextOf(lab.kernel)))));
    add({ where: { kind: 'data', address: `0x${pa.toString(16)}`, length: 4, access: 'change', physical: true } });
    expect(instants(both())).toEqual(changes(pa, 4));
    const beyond = `0x${lab.kernel.machine.ramBytes.toString(16)}`;
    const spec = { where: { kind: 'data', address: beyond, length: 1, access: 'write', physical: true } } as const;
    expect(() => add(spec)).toThrow(DebugError);
  });
});

test('events', () => {
  add({ where: { kind: 'event', event: 'irp_call', match: 'DEVICE_CONTROL' } });
  const stops = both();
  expect(stops).toHaveLength(2);
  expect(stops[0].text).toContain('irp_call: ');
  add({ where: { kind: 'event', event: 'user_exit' } });
  expect(both()).toHaveLength(3);
});

test('what cannot be meant is said at once', () => {
  const routine = (name: string): BreakpointSpec => ({ where: { kind: 'routine', name } });
  expect(() => add(routine('Ad'))).toThrow(/there is no routine Ad/);
  expect(() => add({ where: { kind: 'line', file: 'lab.c', line: 4711 } })).toThrow(/no code at or after line 4711/);
  expect(() => add({ where: { kind: 'line', file: 'lap.c', line: 1 } })).toThrow(
    /no image was built from a file lap.c/,
  );
  expect(() => add({ where: { kind: 'address', address: '0x123' } })).toThrow(/multiples of 8/);
  expect(() => add({ where: { kind: 'event', event: 'syscal' } })).toThrow(/there is no event syscal/);
  expect(() => add({ ...ADD, hits: { kind: 'equal', count: 0 } })).toThrow(/above 0/);
  expect(() => add({ where: { kind: 'data', address: '1 +', length: 4, access: 'write' } })).toThrow(DebugError);
  expect(() => add({ where: { kind: 'data', address: '&nobody', length: 4, access: 'write' } })).toThrow(/nobody/);
  expect(lab.stops.breakpoints.list()).toEqual([]);
});
