import { afterEach, expect, test } from 'vitest';
import type { ViewQuery } from '../../kernel-sim/protocol/views';
import { keyOf, useViews } from '../store/views';
import type { LabConnection } from './lab-connection';
import { ViewsClient } from './views-client';

const IRP = { kind: 'irp', address: '0xFFFFE00000001000' } as const;
const DRIVERS = { kind: 'drivers' } as const;

/** A connection of which only `watch` is used. */
function start(): { client: ViewsClient; watches: (readonly ViewQuery[])[] } {
  const watches: (readonly ViewQuery[])[] = [];
  const watch = (views: readonly ViewQuery[]) => {
    watches.push(views);
    return Promise.resolve(null);
  };
  return { client: new ViewsClient({ watch } as unknown as LabConnection), watches };
}

const at = (instant: number) => ({ branch: 0, instant });
const record = (query: object) => useViews.getState().records.get(keyOf(query));
const before = (query: object) => useViews.getState().before.get(keyOf(query));
/** Records are told apart by a number here. */
const whole = (kind: 'irp' | 'drivers', value: number) => ({ kind, record: { value } }) as never;

afterEach(() => useViews.setState({ at: undefined, records: new Map(), before: new Map(), wanted: [] }));

test('what is wanted is watched from the begin of a run, and records come by what was asked', () => {
  const { client, watches } = start();
  useViews.setState({ wanted: [IRP, DRIVERS] });
  expect(watches).toEqual([]);
  client.runBegan();
  expect(watches[0]).toEqual([IRP, DRIVERS]);
  client.receive({
    kind: 'views',
    run: 1,
    at: at(5),
    from: undefined,
    queries: [IRP, DRIVERS],
    changes: [
      { view: 0, whole: whole('irp', 1) },
      { view: 1, whole: whole('drivers', 2) },
    ],
  });
  expect(record(IRP)).toEqual({ value: 1 });
  expect(record(DRIVERS)).toEqual({ value: 2 });
});

test('an event about the list before is still read by that list', () => {
  const { client } = start();
  useViews.setState({ wanted: [IRP] });
  client.runBegan();
  useViews.setState({ wanted: [DRIVERS, IRP] });
  client.receive({
    kind: 'views',
    run: 1,
    at: at(6),
    from: undefined,
    queries: [IRP],
    changes: [{ view: 0, whole: whole('irp', 3) }],
  });
  expect(record(IRP)).toEqual({ value: 3 });
  expect(record(DRIVERS)).toBeUndefined();
});

test('what was there before is the stop before, whatever was told on the way', () => {
  const { client } = start();
  useViews.setState({ wanted: [IRP] });
  client.runBegan();
  const tell = (instant: number, value: number) =>
    client.receive({
      kind: 'views',
      run: 1,
      at: at(instant),
      from: undefined,
      queries: [IRP],
      changes: [{ view: 0, whole: whole('irp', value) }],
    });
  client.stopped(at(10));
  tell(10, 1);
  tell(20, 2);
  client.stopped(at(30));
  tell(30, 3);
  expect(record(IRP)).toEqual({ value: 3 });
  expect(before(IRP)).toEqual({ value: 1 });
  client.stopped(at(40));
  expect(before(IRP)).toEqual({ value: 3 });
});

test('the end of a run forgets its views', () => {
  const { client } = start();
  client.runBegan();
  useViews.setState({ records: new Map([['x', { problem: 'x' }]]) });
  client.runEnded();
  expect(useViews.getState().records.size).toBe(0);
});
