import { expect, test } from 'vitest';
import type { EventRow } from '../../kernel-sim/protocol/views';
import { eventsAbout, type FetchEvents } from './about-events';

const IRP = '0xFFFFE00000005890';

/** A trace of `count` events, three at each instant, every tenth about the IRP. */
function trace(count: number) {
  const rows: EventRow[] = Array.from({ length: count }, (_, i) => ({
    event: {
      instant: Math.floor(i / 3),
      seq: i,
      t: 0,
      cpu: 0,
      tid: 1,
      pid: 1,
      event: 'x',
      irp: i % 10 === 0 ? IRP : '',
    },
    summary: '',
    sentence: '',
  }));
  const asks: number[] = [];
  const fetch: FetchEvents = async (to, limit) => {
    asks.push(to);
    return rows
      .filter(({ event }) => event.instant < to)
      .slice(-limit)
      .reverse();
  };
  return { rows, fetch, asks };
}

test('events about an address come newest first, none twice and none left out', async () => {
  const { rows, fetch } = trace(4000);
  const all = rows.filter(({ event }) => event.irp === IRP).reverse();
  const found = await eventsAbout(IRP, 2000, fetch, { most: 10_000 });
  expect(found.rows.map(({ event }) => event.seq)).toEqual(all.map(({ event }) => event.seq));
  expect(found.from).toBe(0);
});

test('it stops when there are enough, and says how far it has read', async () => {
  const { fetch, asks } = trace(40_000);
  const found = await eventsAbout(IRP, 20_000, fetch, { most: 5 });
  expect(found.rows).toHaveLength(5);
  expect(found.from).toBeGreaterThan(0);
  expect(asks).toHaveLength(1);
});

test('nothing before the shown instant is nothing', async () => {
  const { fetch } = trace(100);
  expect(await eventsAbout(IRP, 0, fetch)).toEqual({ rows: [], from: 0 });
  expect((await eventsAbout('0x1', 1000, fetch)).rows).toEqual([]);
});

test('more events at one instant than a piece holds do not hold it up', async () => {
  const rows: EventRow[] = Array.from({ length: 2500 }, (_, seq) => ({
    event: { instant: 7, seq, t: 0, cpu: 0, tid: 1, pid: 1, event: 'x', irp: IRP },
    summary: '',
    sentence: '',
  }));
  const fetch: FetchEvents = async (to, limit) => (to > 7 ? rows.slice(-limit).reverse() : []);
  expect((await eventsAbout(IRP, 8, fetch, { most: 9999 })).rows).toHaveLength(1000);
});
