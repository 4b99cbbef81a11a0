import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { EVENT_NAMES } from '../../kernel-sim/trace/schema';
import { EventIndex } from './event-index';
import { GROUPS, groupOf } from './groups';

type Event = readonly [instant: number, kind: string];

function columns(events: readonly Event[]) {
  const kinds = [...new Set(events.map(([, kind]) => kind))];
  return {
    kinds,
    kind: Uint8Array.from(events, ([, kind]) => kinds.indexOf(kind)),
    instant: Float64Array.from(events, ([instant]) => instant),
    t: Float64Array.from(events, ([instant]) => instant * 10),
    cpu: new Uint8Array(events.length),
    tid: new Uint32Array(events.length),
    pid: new Uint32Array(events.length),
  };
}

const IRPS = groupOf('irp_call');
const CALLS = groupOf('syscall_enter');

const EVENTS: readonly Event[] = [
  [10, 'syscall_enter'],
  [20, 'irp_alloc'],
  [25, 'irp_call'],
  [25, 'irp_complete'],
  [40, 'syscall_exit'],
  [70, 'irp_call'],
];

let index: EventIndex;
beforeEach(() => {
  index = new EventIndex();
  // In two parts, with other numbers for the same kinds.
  index.append(columns(EVENTS.slice(0, 3)));
  index.append(columns(EVENTS.slice(3)));
});

test('every event of the trace schema is in a group, and every kind of a group is one', () => {
  const kinds = GROUPS.flatMap((group) => group.kinds);
  expect([...kinds].sort()).toEqual([...EVENT_NAMES].sort());
});

test('parts that follow each other are one list', () => {
  expect(index.count).toBe(EVENTS.length);
  expect(EVENTS.map((_, i) => [index.instantOf(i), index.kindOf(i)])).toEqual(EVENTS);
});

test('the nearest event of a group is found, if one is near enough', () => {
  expect(index.kindOf(index.nearest(IRPS, 21, 5) ?? -1)).toBe('irp_alloc');
  expect(index.nearest(IRPS, 50, 5)).toBeUndefined();
  expect(index.instantOf(index.nearest(CALLS, 0, 10) ?? -1)).toBe(10);
  expect(index.instantOf(index.nearest(CALLS, 1000, 1000) ?? -1)).toBe(40);
});

test('counts of a span, by parts and by kinds', () => {
  expect(index.countIn(IRPS, { from: 20, to: 70 })).toBe(3);
  const parts = new Uint32Array(4);
  expect(index.bin(IRPS, { from: 0, to: 80 }, parts)).toBe(3);
  expect([...parts]).toEqual([0, 3, 0, 1]);
  expect(index.kindsIn(IRPS, { from: 0, to: 80 })[0]).toEqual({ kind: 'irp_call', count: 2 });
});

test('simulated time between events', () => {
  expect(index.timeAt(15)).toBe(150);
  expect(index.timeAt(0)).toBe(100);
  expect(index.timeAt(1000)).toBe(700);
  expect(new EventIndex().timeAt(5)).toBeUndefined();
});

describe('next and previous', () => {
  const KINDS = new Set(['irp_call', 'irp_complete']);

  test('an event is seen in the state after it', () => {
    expect(index.next(KINDS, 0)).toBe(26);
    expect(index.next(KINDS, 25)).toBe(26);
    expect(index.next(KINDS, 26)).toBe(71);
    expect(index.next(KINDS, 71)).toBeUndefined();
    expect(index.previous(KINDS, 100)).toBe(71);
    expect(index.previous(KINDS, 71)).toBe(26);
    expect(index.previous(KINDS, 27)).toBe(26);
    expect(index.previous(KINDS, 26)).toBeUndefined();
  });

  test('there and back again, whatever the trace', () => {
    const traces = fc.array(fc.tuple(fc.nat(200), fc.constantFrom('irp_call', 'cs', 'dbg')), { maxLength: 60 });
    fc.assert(
      fc.property(traces, fc.nat(210), (events, from) => {
        const sorted = events.toSorted(([a], [b]) => a - b);
        const any = new EventIndex();
        any.append(columns(sorted));
        const states = [...new Set(sorted.filter(([, kind]) => kind !== 'cs').map(([instant]) => instant + 1))];
        const wanted = new Set(['irp_call', 'dbg']);
        expect(any.next(wanted, from)).toBe(states.find((state) => state > from));
        expect(any.previous(wanted, from)).toBe(states.findLast((state) => state < from));
      }),
    );
  });
});
