/** What is told of a stretch: idle time is what is left, events are counted by group, and the next of a kind goes round. */
import { expect, test } from 'vitest';
import { EventIndex } from './event-index';
import { cpuTimes, eventCounts, nextOf, share } from './stretch-model';

const row = (cpu: number, tid: number, user: number, kernel: number, interrupt = 0) => ({
  ...{ cpu, tid, pid: tid, process: 'app.exe', user, kernel, interrupt },
});

test('a CPU is idle for what no thread took', () => {
  const [first, second, third] = cpuTimes({
    cpus: 3,
    ns: 1000,
    spent: [row(0, 8, 300, 200, 50), row(0, 12, 0, 150), row(2, 16, 0, 1010)],
  });
  expect(first?.ns).toEqual({ user: 300, kernel: 350, interrupt: 50, idle: 300 });
  expect(first?.threads.map(({ tid }) => tid)).toEqual([8, 12]);
  expect(second).toEqual({ cpu: 1, ns: { user: 0, kernel: 0, interrupt: 0, idle: 1000 }, threads: [] });
  expect(third?.ns.idle).toBe(0);
});

const events = new EventIndex();
events.append({
  kinds: ['irp_call', 'irp_free', 'dbg'],
  kind: Uint8Array.of(0, 0, 2, 1, 0, 2),
  instant: Float64Array.of(10, 20, 30, 40, 50, 60),
  t: new Float64Array(6),
  cpu: new Uint8Array(6),
  tid: new Uint32Array(6),
  pid: new Uint32Array(6),
});

test('events are counted by group and kind, and those at the end belong to what comes after', () => {
  const counts = eventCounts(events, { from: 10, to: 50 });
  expect(counts.map(({ group, count }) => [group.id, count])).toEqual([
    ['irps', 3],
    ['output', 1],
  ]);
  expect(counts[0]?.kinds).toEqual([
    { kind: 'irp_call', count: 2 },
    { kind: 'irp_free', count: 1 },
  ]);
  expect(eventCounts(events, { from: 41, to: 50 })).toEqual([]);
});

test('the next of a kind is in the stretch, and behind the last comes the first', () => {
  const span = { from: 15, to: 55 };
  expect(nextOf(events, 'irp_call', span, 15)).toBe(21);
  expect(nextOf(events, 'irp_call', span, 21)).toBe(51);
  expect(nextOf(events, 'irp_call', span, 51)).toBe(21);
  expect(nextOf(events, 'irp_call', span, 900)).toBe(21);
  expect(nextOf(events, 'dbg', { from: 31, to: 60 }, 31)).toBeUndefined();
});

test('shares are whole percents, and little is not nothing', () => {
  expect([share(0, 10), share(1, 1000), share(333, 1000), share(1010, 1000)]).toEqual(['', '< 1 %', '33 %', '100 %']);
});
