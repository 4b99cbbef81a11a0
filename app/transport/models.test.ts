/** Branches, lanes, rows, preferences, bookmarks and places: the small models of the transport. */
import { describe, expect, test } from 'vitest';
import type { LaneColumns } from '../../kernel-sim/protocol/page-queries';
import type { BranchInfo } from '../../kernel-sim/protocol/time';
import { EVENT_NAMES, type EventName } from '../../kernel-sim/trace/schema';
import { placeFrom, placeWords } from '../instants/place-words';
import { branchLines } from './branch-lines';
import { EventIndex } from './event-index';
import { geometryOf, regionAt } from './geometry';
import { groupOf } from './groups';
import { instantAt, targetAt } from './hits';
import { LaneIndex } from './lane-index';
import { modeAt, valueText } from './mode';
import { xOf } from './scene';
import { VISIBLE_EVENTS, visibleViews } from './visible';

const branch = (id: number, from: readonly [number, number] | undefined, head: number): BranchInfo => ({
  id,
  from: from && { branch: from[0], instant: from[1] },
  head,
  end: undefined,
  cause: `cause of ${id}`,
});

describe('other branches', () => {
  // 0 --100--> 1 --150--> 2, and 0 --200--> 3
  const tree = [
    branch(0, undefined, 900),
    branch(1, [0, 100], 500),
    branch(2, [1, 150], 600),
    branch(3, [0, 200], 700),
  ];
  const leaves = (shown: number) => branchLines(tree, shown).map((line) => [line.id, line.leaves]);

  test('leave where both were the same for the last time', () => {
    expect(leaves(0)).toEqual([
      [1, 100],
      [2, 100],
      [3, 200],
    ]);
    expect(leaves(2)).toEqual([
      [0, 100],
      [1, 150],
      [3, 100],
    ]);
    expect(leaves(3)).toEqual([
      [0, 200],
      [1, 100],
      [2, 100],
    ]);
  });

  test('a branch that is not there any more has none', () => {
    expect(branchLines(tree, 9)).toEqual([]);
    expect(branchLines([], 0)).toEqual([]);
  });
});

const LANES: LaneColumns = {
  cpus: 2,
  cpu: Uint8Array.of(0, 0, 0, 1, 1),
  from: Float64Array.of(0, 100, 150, 0, 120),
  to: Float64Array.of(100, 150, 400, 120, 400),
  state: Uint8Array.of(1, 0, 2, 3, 0),
  states: ['user', 'kernel', 'interrupt', 'idle'],
  tid: Uint32Array.of(4, 28, 28, 0, 32),
  pid: Uint32Array.of(4, 20, 20, 0, 20),
  mixed: Uint8Array.of(0, 0, 1, 0, 0),
  processes: [{ pid: 20, image: 'app.exe' }],
};

describe('lanes', () => {
  const lanes = new LaneIndex(LANES, { from: 0, to: 400 });

  test('say what a CPU does at an instant', () => {
    expect(lanes.at(0, 0)).toMatchObject({ state: 'kernel', from: 0, to: 100, process: '' });
    expect(lanes.at(0, 100)).toMatchObject({ state: 'user', tid: 28, process: 'app.exe' });
    expect(lanes.at(0, 399)).toMatchObject({ state: 'interrupt', isMixed: true });
    expect(lanes.at(1, 119)).toMatchObject({ state: 'idle', tid: 0 });
    expect(lanes.at(1, 400)).toBeUndefined();
    expect(lanes.at(2, 10)).toBeUndefined();
  });

  test('give the pieces of a CPU that are in view', () => {
    expect([lanes.first(0, 120), lanes.end(0), lanes.first(1, 120), lanes.end(1)]).toEqual([1, 3, 4, 5]);
    expect(lanes.covers({ from: 10, to: 400 })).toBe(true);
    expect(lanes.covers({ from: 10, to: 401 })).toBe(false);
  });

  test('tell the mode until the situation does', () => {
    const at = { branch: 0, instant: 120 };
    const situation = { at, mode: 'kernel' } as Parameters<typeof modeAt>[1];
    expect(modeAt({ at, cpu: 0 }, situation, lanes)).toBe('kernel');
    expect(modeAt({ at: { branch: 0, instant: 121 }, cpu: 0 }, situation, lanes)).toBe('user');
    expect(modeAt({ at: { branch: 0, instant: 121 }, cpu: 0 }, situation, undefined)).toBe('kernel');
  });
});

describe('what lies under the pointer', () => {
  const geometry = geometryOf(1000, 2, ['syscalls', 'irps']);
  const events = new EventIndex();
  events.append({
    kinds: ['irp_call', 'dbg'],
    kind: Uint8Array.of(0, 1, 0),
    instant: Float64Array.of(100, 200, 300),
    t: new Float64Array(3),
    cpu: new Uint8Array(3),
    tid: new Uint32Array(3),
    pid: new Uint32Array(3),
  });
  const span = { from: 0, to: 400 };
  const scene = {
    ...{ geometry, span, events, head: 400, end: { kind: 'exit' as const, exitCode: 0, status: 0 } },
    lanes: new LaneIndex(LANES, span),
    ...{ bookmarks: [50], hits: [250], branches: [{ id: 3, leaves: 350, head: 380, cause: '' }] },
  };
  const x = (instant: number) => xOf(instant, span, geometry);
  const row = (group: string) => {
    const found = geometry.marks.find((one) => one.group === groupOf(group));
    return (found?.top ?? 0) + 2;
  };

  test('events of the row, and only those near', () => {
    expect(targetAt(scene, x(300.5), row('irp_call'))).toEqual({
      kind: 'event',
      event: 2,
      instant: 300,
      name: 'irp_call',
    });
    expect(targetAt(scene, x(200.5), row('irp_call'))).toBeUndefined();
    expect(targetAt(scene, 5, row('irp_call'))).toEqual({ kind: 'group', group: groupOf('irp_call') });
  });

  test('pieces of lanes, and what stands on the ruler', () => {
    expect(targetAt(scene, x(130), geometry.lanes[1].top + 3)).toMatchObject({ kind: 'piece', piece: { tid: 32 } });
    const ruler = geometry.ruler.top + 4;
    expect([50, 250, 350, 400, 120].map((at) => targetAt(scene, x(at), ruler)?.kind)).toEqual([
      ...(['bookmark', 'hit', 'branch', 'end'] as const),
      undefined,
    ]);
  });

  test('instants are whole and within the run', () => {
    expect(instantAt(scene, x(100.4))).toBe(100);
    expect(instantAt(scene, 0)).toBe(0);
    expect(instantAt(scene, 5000)).toBe(400);
  });

  test('each row is where it is drawn, and the whole fits with two CPUs', () => {
    expect(regionAt(geometry, 1)).toEqual({ kind: 'map' });
    expect(regionAt(geometry, geometry.lanes[0].top)).toEqual({ kind: 'lane', cpu: 0 });
    expect(regionAt(geometry, geometry.height + 1)).toEqual({ kind: 'none' });
    const all = geometryOf(1000, 2, ['syscalls', 'irps', 'faults', 'interrupts', 'scheduling', 'objects', 'output']);
    expect(all.height).toBe(geometry.height);
    expect(all.height).toBeLessThanOrEqual(117);
    const last = all.marks.at(-1);
    expect((last?.top ?? 0) + (last?.height ?? 0)).toBeLessThan(all.height + 1e-6);
  });
});

test('a visible change is one of a diagram, not of the next instruction', () => {
  const views = [
    { kind: 'stack' },
    { kind: 'processors' },
    { kind: 'drivers' },
    { kind: 'irp', address: '0x1' },
  ] as const;
  expect(visibleViews(views).map(({ kind }) => kind)).toEqual(['drivers', 'irp']);
  expect(VISIBLE_EVENTS.filter((kind) => !EVENT_NAMES.includes(kind as EventName))).toEqual([]);
});

describe('places', () => {
  test.each([
    ['MirrorControl', { kind: 'routine', name: 'MirrorControl' }],
    ['mirror!MirrorControl', { kind: 'routine', name: 'mirror!MirrorControl' }],
    [' driver.c:41 ', { kind: 'line', file: 'driver.c', line: 41 }],
    ['62,705', undefined],
    ['third irp', undefined],
    ['', undefined],
  ])('%j', (text, place) => {
    expect(placeFrom(text)).toEqual(place);
  });

  test('in words', () => {
    expect(placeWords('nt!KiIdle (ntoskrnl/ki.h:4)')).toEqual({ text: 'nt!KiIdle (ki.h:4)', image: 'nt' });
    expect(placeWords('thermo!Control+0x30 (driver.c:41)')).toEqual({
      text: 'thermo!Control (driver.c:41)',
      image: 'thermo',
    });
    const shown = { at: { branch: 0, instant: 62_705 }, place: 'thermo!Control+0x30 (driver.c:41)' };
    expect(valueText(shown as Parameters<typeof valueText>[0], 86_632, 'kernel')).toBe(
      'instant 62,705 of 86,632, kernel mode, thermo!Control (driver.c:41)',
    );
  });
});
