/** The IRP diagram over real requests: one on its way, one that pends, one whose memory is gone, one through two drivers. */
import { describe, expect, test } from 'vitest';
import type { Fact } from '../shared/facts';
import { FILTER } from '../shared/testing-filter';
import { RecordedRun } from '../shared/testing-run';
import { irpChoices, lifeAskedAt, lifeOf } from './life';
import { irpPicture, irpText } from './model';

const textOf = (facts: readonly Fact[], key: string) => facts.find((one) => one.key === key)?.text;

describe('a buffered request', () => {
  const run = RecordedRun.ofSample('mirror');
  run.toRoutine('mirror!MirrorDeviceControl');
  const irp = String(run.lastEvent('irp_call').irp);
  const start = run.record({ kind: 'irp', address: irp });

  test('at the driver: its location is the current one, with the parameters of the call', () => {
    const picture = irpPicture(start, undefined);
    expect(picture).toMatchObject({
      title: 'IRP_MJ_DEVICE_CONTROL',
      state: { text: 'at \\Driver\\mirror', tone: 'irp', changed: false },
      current: 'location-1',
      outside: '',
      moved: false,
    });
    expect(picture.locations).toHaveLength(1);
    const facts = picture.locations[0]?.facts ?? [];
    expect(textOf(facts, 'InputBufferLength')).toBe(String('Hello from user mode'.length));
    expect(facts.find(({ key }) => key === 'IoControlCode')?.subject).toEqual({ kind: 'ioctl', code: 0x8000e000 });
    expect(picture.main.every(({ changed }) => !changed)).toBe(true);
    expect(textOf(picture.buffers, 'mdl')).toBe('NULL');
  });

  test('after IoCompleteRequest: past the top, and what changed since is marked', () => {
    run.toEvent('irp_complete');
    run.toRoutine('nt!IoFreeIrp');
    const picture = irpPicture(run.record({ kind: 'irp', address: irp }), start);
    expect(picture).toMatchObject({
      state: { text: 'completed with STATUS_SUCCESS', tone: 'good', changed: true },
      moved: true,
    });
    expect(picture.current).toBeUndefined();
    expect(picture.outside).toContain('past the top');
    expect(picture.main.filter(({ changed }) => changed).map(({ key }) => key)).toContain('information');
    expect(textOf(picture.main, 'information')).toBe('20 (0x14)');
  });

  test('its life is told in order, and ends when it is freed', () => {
    run.toEvent('irp_free');
    const life = lifeOf(run.irpHistory(irp), run.at.instant);
    const verbs = life.map(({ verb }) => verb);
    expect(verbs[0]).toBe('allocated');
    expect(verbs).toContain('sent to a driver');
    expect(verbs.indexOf('completed')).toBeGreaterThan(verbs.indexOf('sent to a driver'));
    expect(verbs.at(-1)).toBe('freed');
    expect(life.map(({ instant }) => instant)).toEqual(life.map(({ instant }) => instant).sort((a, b) => a - b));
    expect(new Set(life.map(({ key }) => key)).size).toBe(life.length);
  });

  test('of the request that is followed all is told, and what lies behind the shown instant is marked', () => {
    run.toEvent('irp_free');
    const history = run.irpHistory(irp);
    const [first, ...rest] = lifeOf(history, run.at.instant).map(({ instant }) => instant);
    const early = lifeOf(history, first ?? 0);
    expect(early.map(({ isFuture }) => isFuture)).toEqual([false, ...rest.map(() => true)]);
    const at = (instant: number) => ({ branch: 0, instant });
    const request = { irp, allocated: 100, freed: 200 };
    expect(lifeAskedAt(irp, at(150), request, 900)).toEqual(at(200));
    expect(lifeAskedAt(irp, at(150), { ...request, freed: undefined }, 900)).toEqual(at(900));
    expect(lifeAskedAt(irp, at(250), request, 900)).toEqual(at(250));
    expect(lifeAskedAt(irp, at(50), request, 900)).toEqual(at(50));
    expect(lifeAskedAt('0x1', at(150), request, 900)).toEqual(at(150));
  });

  test('freed memory is said to be that', () => {
    run.toEvent('pool_free', 'Irp ');
    const picture = irpPicture(run.record({ kind: 'irp', address: irp }), start);
    expect(picture.state).toMatchObject({ text: 'freed memory', tone: 'fault', changed: true });
  });

  test('the twin says each fact of the picture', () => {
    run.toRoutine('mirror!MirrorDeviceControl', 'back');
    const picture = irpPicture(run.record({ kind: 'irp', address: irp }), undefined);
    const text = irpText(picture, lifeOf(run.irpHistory(irp), run.at.instant)).join('\n');
    for (const { name, text: value } of [...picture.main, ...picture.buffers, ...picture.rest])
      expect(text).toContain(`${name}: ${value}`);
    expect(text).toContain(
      'Location 1, the current one: IRP_MJ_DEVICE_CONTROL for \\Driver\\mirror, device \\Device\\Mirror.',
    );
    expect(text).toMatch(/Instant \d+: allocated\./);
  });
});

test('a request that its driver left pending says so', () => {
  const run = RecordedRun.ofSample('later');
  run.toEvent('irp_pend');
  const irp = String(run.lastEvent('irp_pend').irp);
  const picture = irpPicture(run.record({ kind: 'irp', address: irp }), undefined);
  expect(picture.state).toMatchObject({ text: 'pending at \\Driver\\later', tone: 'warn' });
  expect(picture.locations[0]?.isPendingReturned).toBe(true);
  expect(picture.locations[0]?.facts.find(({ key }) => key === 'control')?.text).toContain('SL_PENDING_RETURNED');
});

describe('two drivers on one request', () => {
  const run = RecordedRun.of({ name: 'lab', ...FILTER });
  run.toEvent('irp_call', 'IRP_MJ_DEVICE_CONTROL');
  const irp = String(run.lastEvent('irp_call').irp);
  const above = run.record({ kind: 'irp', address: irp });
  run.toEvent('irp_call', 'IRP_MJ_DEVICE_CONTROL');
  const below = run.record({ kind: 'irp', address: irp });

  test('the stack has the top driver first, and the arrow moves down with IoCallDriver', () => {
    const [first, second] = [irpPicture(above, undefined), irpPicture(below, above)];
    expect(first.locations.map(({ index }) => index)).toEqual([2, 1]);
    expect(first.current).toBe('location-2');
    expect(first.locations[1]?.isUsed).toBe(false);
    expect(second.current).toBe('location-1');
    expect(second.moved).toBe(true);
    expect(second.locations.map(({ changed }) => changed)).toEqual([false, true]);
  });

  test('the completion routine of the driver above stands in the location below, with its conditions', () => {
    const { completion } = irpPicture(below, undefined).locations[1] ?? {};
    expect(completion?.routine).toContain('lab!FilterDone');
    expect(completion).toMatchObject({ when: 'on success and error', context: '0x0000000000001234' });
    const text = irpText(irpPicture(below, above), []).join('\n');
    expect(text).toContain('Location 2: IRP_MJ_DEVICE_CONTROL');
    expect(text).toContain('the current one since the last stop');
    expect(text).toMatch(/completion routine of the driver above: lab!FilterDone.*called on success and error/);
  });
});

test('each IRP is offered once, the current request first', () => {
  const choices = irpChoices({
    request: { irp: '0xA', major: 'IRP_MJ_CREATE', ordinal: 3 },
    ofThread: [{ address: '0xA', major: null, text: '' }],
    pinned: ['0xB'],
    inspected: '0xB',
  });
  expect(choices.map(({ address }) => address)).toEqual(['0xA', '0xB']);
  expect(choices[0]?.label).toBe('IRP of request 3');
});
