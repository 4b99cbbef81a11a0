/** Motions to the next visible change, against looking at every state. */
import { describe, expect, test } from 'vitest';
import { finish } from './base/task.ts';
import type { Kernel } from './kernel/kernel.ts';
import { LabSession } from './lab-session.ts';
import { appWith, driverWith } from './lab-testing.ts';
import { DEFAULT_CONFIG } from './protocol/lab-api.ts';
import type { Direction } from './protocol/time.ts';
import type { ViewQuery } from './protocol/views.ts';
import { viewOf } from './views/table.ts';

const DRIVER = driverWith('Touched++; return Complete(Irp, STATUS_SUCCESS, 0);', { globals: 'volatile LONG Touched;' });
const APP = appWith(
  `for (int i = 0; i < 3; i++) {
      g_Count = 10 * i;
      DeviceIoControl(h, IOCTL_LAB(1), 0, 0, 0, 0, &got, 0);
      g_Count++;
      for (volatile int j = 0; j < 500; j++) { }
    }
    HANDLE e = CreateEventW(0, 0, 0, 0); CloseHandle(e);`,
  'volatile int g_Count = -1;',
);

function sessionOf(): LabSession {
  const session = new LabSession();
  const report = session.build({
    ...DEFAULT_CONFIG,
    drivers: [{ name: 'lab', sources: [{ name: 'lab.c', text: DRIVER }] }],
    apps: [{ name: 'app.exe', sources: [{ name: 'app.c', text: APP }] }],
  });
  expect(report.messages).toEqual([]);
  session.start();
  return session;
}

const session = sessionOf();
finish(session.move({ motion: { kind: 'run' }, direction: 'forward' }));
const { head } = session.timeline.branch(0);
const threads = finish(session.events({ from: 0, to: head, kinds: ['thread_create'], where: ({ pid }) => pid === 4 }));
const [loaded] = finish(session.events({ from: 0, to: head, kinds: ['drv_load'] }));
const [created] = threads.slice(-1);
/** The kernel has its threads; the driver is not there yet. */
const [UP] = threads.filter(({ instant }) => instant < loaded.instant).slice(-1);
const started = finish(session.events({ from: 0, to: head, kinds: ['process_create'] }))[0];
const TID = Number(created.thread);
const PID = Number(started.process);

const record = (k: Kernel, query: ViewQuery) => JSON.stringify(viewOf(k, query));

/** What each state from an instant on shows, where it is another than in the state before. */
function timesOf(query: ViewQuery, from: number): { instant: number; text: string }[] {
  const cursor = session.timeline.newCursor();
  const times: { instant: number; text: string }[] = [];
  for (let instant = from; instant <= head; instant++) {
    cursor.run(instant);
    const text = record(cursor.kernel, query);
    if (text !== times.at(-1)?.text) times.push({ instant, text });
  }
  cursor.close();
  return times;
}

function move(views: readonly ViewQuery[], direction: Direction) {
  return finish(session.move({ motion: { kind: 'change', views }, direction }), 20_000);
}

function go(instant: number): void {
  finish(session.seek({ branch: 0, instant }));
}

/** From boot what is quickly looked at; the others from shortly before the driver is loaded. */
const WATCHED: readonly { query: ViewQuery; from: number }[] = [
  { query: { kind: 'drivers' }, from: UP.instant },
  { query: { kind: 'handles', process: PID }, from: 0 },
  { query: { kind: 'watch', expression: 'lab!Touched', cpu: 0 }, from: UP.instant },
];

describe.each(WATCHED)('$query.kind', ({ query, from }) => {
  test('every change is found, one after the other, forwards and backwards', () => {
    const times = timesOf(query, from);
    expect(times.length).toBeGreaterThan(2);
    go(from);
    for (const { instant } of times.slice(1)) {
      expect(move([query], 'forward')).toMatchObject({
        at: { instant },
        reason: 'step',
        text: expect.stringContaining(`changed: ${query.kind}`),
      });
    }
    expect(move([query], 'forward')).toMatchObject({ at: { instant: head }, reason: 'end' });
    for (const { instant } of times.slice(1).reverse()) {
      expect(move([query], 'back')).toMatchObject({ at: { instant: instant - 1 }, reason: 'step' });
    }
    if (from === 0) expect(move([query], 'back')).toMatchObject({ at: { instant: 0 }, reason: 'beginning' });
  }, 60_000);
});

test('from anywhere, of whatever changes often, it comes to a state that differs next to one that does not', () => {
  const cursor = session.timeline.newCursor();
  const at = (instant: number, query: ViewQuery) => {
    finish(session.timeline.seek(cursor, { branch: 0, instant }));
    return record(cursor.kernel, query);
  };
  const queries: readonly ViewQuery[] = [
    { kind: 'locals', thread: TID },
    { kind: 'stack', thread: TID },
    { kind: 'watch', expression: 'g_Count', thread: TID },
  ];
  let place = 0.5;
  for (let i = 0; i < 24; i++) {
    place = (place + 0.6180339887498949) % 1;
    const from = started.instant + Math.floor(place * (head - started.instant));
    const query = queries[i % queries.length];
    for (const direction of ['forward', 'back'] as const) {
      go(from);
      const { at: to, reason } = move([query], direction);
      if (reason !== 'step') continue;
      const now = at(from, query);
      expect(at(to.instant, query), `${query.kind} ${direction} from ${from}`).not.toBe(now);
      expect(at(to.instant + (direction === 'forward' ? -1 : 1), query)).toBe(now);
      expect(direction === 'forward' ? to.instant > from : to.instant < from).toBe(true);
    }
  }
  cursor.close();
}, 60_000);

test('a run that was not recorded yet is, as far as it takes; dropped on the way, it is where it came to', () => {
  const fresh = sessionOf();
  const { query, from } = WATCHED[2];
  const views = [query];
  const task = fresh.move({ motion: { kind: 'change', views }, direction: 'forward' });
  for (let i = 0; i < 5; i++) task.step(2000);
  task.drop?.();
  expect(fresh.at.instant).toBeGreaterThan(0);
  finish(fresh.seek({ branch: 0, instant: 0 }));
  const found = finish(fresh.move({ motion: { kind: 'change', views }, direction: 'forward' }));
  expect(found.at.instant).toBe(timesOf(query, from)[1].instant);
  expect(fresh.timeline.branch(0).head).toBeLessThan(head);
});

test('views that name nobody stay with the thread that runs; the report names those that changed', () => {
  const main = finish(session.events({ from: 0, to: head, kinds: ['irp_call'] }))[1];
  go(main.instant + 1);
  const report = move([{ kind: 'drivers' }, { kind: 'stack' }], 'forward');
  expect(report).toMatchObject({ tid: main.tid, text: 'changed: stack' });
});

test('no view, and one that there is not, are mistakes', () => {
  expect(() => move([], 'forward')).toThrow('no view is named');
  expect(() => move([{ kind: 'nothing' } as never], 'forward')).toThrow('there is no view nothing');
});
