/**
 * Views by query: those of code in the scope that is meant, and what changes between two instants of a run.
 */
import { expect, test } from 'vitest';
import { appWith, driverWith } from '../lab-testing.ts';
import { Stage } from '../lab-testing-stage.ts';
import type { ViewKind, ViewQuery, ViewQueryOf } from '../protocol/views.ts';
import { applyDelta, deltaOf, reverseDelta } from './delta.ts';
import { isProblem } from './look.ts';
import { isViewKind, viewOf } from './table.ts';

const DRIVER = driverWith(`
    ULONG Answer = 41;
    DbgPrint("answer=%p irp=%p\\n", &Answer, Irp);
    Answer++;
    DbgPrint("counted\\n");
    return Complete(Irp, STATUS_SUCCESS, 0);`);
const APP = appWith(`
    DeviceIoControl(h, IOCTL_LAB(1), NULL, 0, NULL, 0, &got, NULL);
    CreateEventW(NULL, FALSE, FALSE, L"Bell");
    printf("done\\n");
`);

test('views of code are made in the scope of the frame that is meant', () => {
  const stage = new Stage({ driver: DRIVER, app: APP }).until('counted');
  const k = stage.kernel;
  const stack = viewOf(k, { kind: 'stack' });
  if (isProblem(stack)) throw new Error(stack.problem);
  const frame = stack.frames.findIndex(({ symbol }) => symbol.startsWith('lab!Control'));
  expect(frame).toBeGreaterThanOrEqual(0);
  expect(viewOf(k, { kind: 'watch', expression: 'Answer', frame })).toMatchObject({
    type: 'ULONG',
    address: stage.address('answer'),
  });
  const locals = viewOf(k, { kind: 'locals', frame });
  expect(locals).toMatchObject({ routine: 'lab!Control' });
  expect(viewOf(k, { kind: 'source', frame })).toMatchObject({ file: 'lab.c', learner: true });
  expect(viewOf(k, { kind: 'disassembly', frame })).toMatchObject({ routine: 'lab!Control' });
  expect(viewOf(k, { kind: 'type', text: '_IRP' })).toMatchObject({ name: '_IRP', size: 0xd0 });
  expect(viewOf(k, { kind: 'registers', cpu: 0 })).toMatchObject({ cpu: 0 });
  const memory = viewOf(k, { kind: 'memory', address: stage.address('answer'), format: 'dwords', count: 1 });
  expect(memory).toMatchObject({ rows: [{ items: ['0000002A'] }] });
});

test('what cannot be shown is a problem in plain words', () => {
  const { kernel } = new Stage({ driver: DRIVER, app: APP }).until('answer=');
  expect(viewOf(kernel, { kind: 'watch', expression: 'Nobody + 1' })).toEqual({
    problem: expect.stringContaining('Nobody'),
  });
  expect(viewOf(kernel, { kind: 'stack', cpu: 7 })).toEqual({ problem: expect.stringContaining('no CPU 7') });
  expect(viewOf(kernel, { kind: 'locals', thread: 4711 })).toEqual({ problem: 'there is no thread with id 4711' });
  expect(isViewKind('irp')).toBe(true);
  expect(isViewKind('toString')).toBe(false);
});

test('what changed between two instants leads there and back', () => {
  const stage = new Stage({ driver: DRIVER, app: APP }).until('answer=');
  const queries: ViewQuery[] = [
    ...(['processes', 'processors', 'queues', 'drivers', 'pools', 'end', 'stack', 'registers'] as const).map(
      (kind) => ({ kind }),
    ),
    { kind: 'namespace', deep: true },
    { kind: 'pool', address: stage.address('irp') },
    { kind: 'irp', address: stage.address('irp') },
  ];
  const views = () => queries.map((query) => viewOf(stage.kernel, query as ViewQueryOf<ViewKind>));
  const before = views();
  for (const text of ['counted', 'done']) {
    stage.until(text);
    views().forEach((after, i) => {
      const delta = structuredClone(deltaOf(before[i], after));
      expect(applyDelta(delta, before[i]), queries[i].kind).toEqual(after);
      expect(reverseDelta(delta, after), queries[i].kind).toEqual(before[i]);
    });
  }
  const namespace = deltaOf(before[8], views()[8]);
  expect(namespace.changes.some(({ path }) => path.at(-1)?.startsWith('@address='))).toBe(true);
});
