/** Motions as tasks: sliced any way, dropped half done, waiting for input. */
import { beforeAll, expect, test } from 'vitest';
import { finish } from '../../base/task.ts';
import { appWith, driverWith, timelineOf } from '../../lab-testing.ts';
import type { MoveRequest, StopReport } from '../../protocol/time.ts';
import { Debugged } from './testing.ts';

const DRIVER = driverWith(
  `
    ULONG i, Sum = 0;
    for (i = 0; i < 120; i++)
        Sum += Add(i, 2 * i);
    if (Out >= 4) *(PULONG)Buffer = Sum;
    return Complete(Irp, STATUS_SUCCESS, 4);`,
  { globals: 'static ULONG Add(ULONG a, ULONG b) { return a + b; }' },
);
const APP = appWith(`
    char line[32];
    ULONG out = 0;
    DeviceIoControl(h, IOCTL_LAB(0), NULL, 0, &out, sizeof out, &got, NULL);
    if (fgets(line, sizeof line, stdin)) printf("%lu %s", out, line);`);

const REQUESTS: readonly MoveRequest[] = [
  { motion: { kind: 'run' }, direction: 'forward' },
  { motion: { kind: 'step', unit: 'statement', how: 'into', count: 7 }, direction: 'forward' },
  { motion: { kind: 'step', unit: 'line', how: 'over', count: 3 }, direction: 'forward' },
  { motion: { kind: 'step', unit: 'statement', how: 'out' }, direction: 'forward' },
  { motion: { kind: 'event', events: ['irp_complete'] }, direction: 'forward' },
  { motion: { kind: 'step', unit: 'line', how: 'over', count: 5 }, direction: 'back' },
  { motion: { kind: 'step', unit: 'statement', how: 'into', count: 9 }, direction: 'back' },
  { motion: { kind: 'run' }, direction: 'back' },
  { motion: { kind: 'event', events: ['drv_load'] }, direction: 'back' },
];

let build: () => Debugged;
beforeAll(() => {
  build = () => {
    const lab = new Debugged(timelineOf({ driver: DRIVER, app: APP, config: { cpus: 2, interactive: true } }));
    const where = { kind: 'routine', name: 'Add' } as const;
    lab.stops.breakpoints.add({ where, hits: { kind: 'multiple', count: 40 } });
    lab.stops.breakpoints.add({ where, condition: 'a == 70', log: 'a {a}' });
    return lab;
  };
});

/** The reports of all requests in turn, each sliced into so many instructions; progress never falls. */
function walk(lab: Debugged, slice: number): StopReport[] {
  return REQUESTS.map((request) => {
    const task = lab.stops.move(request);
    let progress = 0;
    for (let isDone = false; !isDone; ) {
      isDone = task.step(slice);
      expect(task.progress).toBeGreaterThanOrEqual(progress);
      expect(task.progress).toBeLessThanOrEqual(1);
      progress = task.progress;
    }
    expect(progress).toBe(1);
    return task.result;
  });
}

test('how a motion is sliced changes nothing', () => {
  const whole = walk(build(), 1e9);
  expect(whole.map(({ reason }) => reason)).toContain('breakpoint');
  expect(whole.some(({ log }) => log.length > 0)).toBe(true);
  expect(walk(build(), 3000)).toEqual(whole);
});

test('a motion back that is dropped has moved nothing, and the next one is none the worse', () => {
  const lab = build();
  lab.run();
  lab.run();
  const { at } = lab.timeline.main;
  const hash = lab.kernel.machine.stateHash();
  for (const steps of [1, 2, 3, 5, 8]) {
    const task = lab.stops.move({
      motion: { kind: 'place', place: { kind: 'routine', name: 'DriverEntry' } },
      direction: 'back',
    });
    for (let i = 0; i < steps; i++) task.step(300);
    expect(lab.timeline.main.at).toEqual(at);
  }
  expect(lab.kernel.machine.stateHash()).toBe(hash);
  const before = lab.step('into', 'back');
  expect(lab.step('into').at).toEqual(at);
  expect(before.at.instant).toBeLessThan(at.instant);
});

test('a program that waits for typing stops the run; typing goes on, and in the past it forks', () => {
  const lab = build();
  for (const { id } of lab.stops.breakpoints.list()) lab.stops.breakpoints.remove(id);
  const waits = lab.run();
  expect(waits.reason).toBe('input');
  expect(lab.run()).toMatchObject({ reason: 'input', at: waits.at });
  lab.timeline.input(new TextEncoder().encode('one\n'));
  expect(lab.run()).toMatchObject({ reason: 'end', end: { kind: 'exit' } });
  expect(lab.step('into', 'back').reason).toBe('step');
  finish(lab.timeline.seek(lab.timeline.main, waits.at));
  const branch = lab.timeline.input(new TextEncoder().encode('two\n'));
  expect(branch).not.toBe(0);
  expect(lab.run()).toMatchObject({ reason: 'end', at: { branch } });
  expect(lab.timeline.output(lab.timeline.main.at).console).toContain('two');
  expect(lab.move({ kind: 'event', events: ['irp_complete'] }, 'back')).toMatchObject({
    reason: 'event',
    at: { branch },
  });
});
