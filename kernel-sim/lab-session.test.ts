/**
 * What a session puts together: history that is made by going there, questions beside motions, breakpoints over a new start, and coming back from a log.
 */
import { expect, test } from 'vitest';
import { finish, type Task } from './base/task.ts';
import { LabSession } from './lab-session.ts';
import { appWith, driverWith } from './lab-testing.ts';
import { DEFAULT_CONFIG, type LabConfig } from './protocol/lab-api.ts';

const DRIVER = driverWith('DbgPrint("request %lu\\n", ++g_Count); return Complete(Irp, STATUS_SUCCESS, 0);', {
  globals: 'static ULONG g_Count;',
});
const APP = appWith(`
    char line[32];
    while (fgets(line, sizeof line, stdin)) DeviceIoControl(h, IOCTL_LAB(0), NULL, 0, NULL, 0, &got, NULL);`);

function started(config: Partial<LabConfig> = {}): LabSession {
  const session = new LabSession();
  const report = session.build({
    ...DEFAULT_CONFIG,
    drivers: [{ name: 'lab', sources: [{ name: 'lab.c', text: DRIVER }] }],
    apps: [{ name: 'app.exe', sources: [{ name: 'app.c', text: APP }] }],
    ...config,
  });
  expect(report.messages).toEqual([]);
  session.start();
  return session;
}

const RUN = { motion: { kind: 'run' }, direction: 'forward' } as const;
const hash = (session: LabSession) => session.kernel.machine.stateHash();

test('going to an instant that was not run yet runs; behind the end or a question for input it says what became of it', () => {
  const session = started({ interactive: true });
  expect(finish(session.seek({ branch: 0, instant: 40_000 }))).toMatchObject({
    reason: 'sought',
    at: { instant: 40_000 },
  });
  expect(session.branches).toMatchObject([{ head: 40_000, end: undefined }]);

  const early = finish(session.seek({ branch: 0, instant: 9_000_000 }), 10_000);
  expect(early).toMatchObject({ reason: 'input', text: 'instant 9000000 was not reached', end: undefined });
  session.input('go\n\x1a');
  finish(session.seek({ branch: 0, instant: early.at.instant + 1000 }));
  expect(session.at.instant).toBe(early.at.instant + 1000);

  const closed = started({ stdin: 'one\ntwo\n' });
  const late = finish(closed.seek({ branch: 0, instant: 9_000_000 }));
  expect(late).toMatchObject({ reason: 'end', end: { kind: 'exit', exitCode: 0 } });
  expect(late.text).toContain('instant 9000000 was not reached');
  expect(() => finish(closed.seek({ branch: 0, instant: 9_000_000 }))).toThrow('lies beyond the end of branch 0');
  expect(() => finish(closed.seek({ branch: 3, instant: 1 }))).toThrow('there is no branch 3');
  expect(() => finish(closed.seek({ branch: 0, instant: -1 }))).toThrow('before boot');
  expect(() => closed.input('more\n')).toThrow('the run is over');
});

test('views of other instants are answered while a motion is under way, and equal those seen there', () => {
  const session = started({ stdin: 'one\ntwo\n' });
  finish(session.move(RUN));
  const instants = [20_000, 45_000, 60_000, 61_234, 65_000];
  const there = instants.map((instant) => {
    finish(session.seek({ branch: 0, instant }));
    return finish(session.view({ kind: 'processes' }));
  });
  finish(session.seek({ branch: 0, instant: 50_000 }));

  const motion = session.move(RUN);
  const views = instants.map((instant) => session.view({ kind: 'processes' }, { branch: 0, instant }));
  // One more that nobody waits for: its machine goes to those behind it.
  const dropped = session.view({ kind: 'processes' }, { branch: 0, instant: 30_000 });
  const isDone = new Map<Task<unknown>, boolean>();
  dropped.step(100);
  for (let turn = 0; turn < 100_000 && [motion, ...views].some((task) => !isDone.get(task)); turn++) {
    for (const task of [motion, ...views]) if (!isDone.get(task)) isDone.set(task, task.step(500));
    if (turn === 3) dropped.drop?.();
  }
  expect(views.map((view) => view.result)).toEqual(there);
  expect(motion.result).toMatchObject({ reason: 'end' });
});

test('breakpoints stay when the run is started again', () => {
  const session = started({ stdin: 'one\n' });
  session.breakpoints.add({ where: { kind: 'routine', name: 'Control' } });
  const first = finish(session.move(RUN));
  expect(first.reason).toBe('breakpoint');
  session.start();
  expect(finish(session.move(RUN))).toEqual({ ...first, breakpoints: expect.any(Array) });
});

test('a log, kept as text, leads another session of the same build to the same instant of the same history', () => {
  const session = started({ interactive: true });
  finish(session.move(RUN));
  session.input('one\n');
  finish(session.move(RUN));
  session.input('two\n');
  finish(session.move(RUN));
  finish(session.seek({ branch: 0, instant: session.at.instant - 2000 }));
  session.input('three\n');
  finish(session.move(RUN));
  finish(session.seek({ branch: 1, instant: session.at.instant - 700 }));
  const log = JSON.parse(JSON.stringify(session.log()));

  const other = started({ interactive: true });
  finish(other.resume(log), 5000);
  expect(other.at).toEqual(session.at);
  expect(hash(other)).toBe(hash(session));
  expect(other.branches).toEqual(session.branches);
  expect(other.output()).toEqual(session.output());
  for (const branch of [0, 1]) {
    const at = { branch, instant: 70_000 };
    expect([finish(session.seek(at)), hash(session)]).toEqual([finish(other.seek(at)), hash(other)]);
  }
});
