/** The driver diagram over real drivers: loaded, with a device and a link, with a filter, unloading. */
import { describe, expect, test } from 'vitest';
import type { Read } from '../../../kernel-sim/protocol/views';
import type { DeviceView, DriverView } from '../../../kernel-sim/protocol/views-io';
import { FILTER } from '../shared/testing-filter';
import { RecordedRun } from '../shared/testing-run';
import { currentDriver, driverPicture, driverText, linksOf } from './model';

/** The views that the diagram asks for, at the instant where the run stands. */
function viewsOf(run: RecordedRun) {
  const drivers = run.record({ kind: 'drivers' });
  const address = currentDriver(drivers, undefined) ?? '';
  const driver: Read<DriverView> = run.view({ kind: 'driver', address });
  const list = 'problem' in driver ? [] : driver.devices.entries;
  const devices = new Map<string, Read<DeviceView>>(
    list.flatMap((one) =>
      'problem' in one ? [] : [[one.address, run.view({ kind: 'device', address: one.address })] as const],
    ),
  );
  const { directory } = run.record({ kind: 'namespace', deep: true });
  const namespace = 'problem' in directory ? undefined : directory;
  const { modules } = run.record({ kind: 'modules' });
  return { drivers, address, driver, devices, namespace, modules };
}

function pictureOf(
  run: RecordedRun,
  before?: ReturnType<typeof viewsOf>,
  asked: { major?: string; device?: string } = {},
) {
  const now = viewsOf(run);
  if ('problem' in now.driver) throw new Error(now.driver.problem);
  const { driver } = now;
  const module = now.modules.find(({ base }) => base === driver.start.address);
  return driverPicture(driver, now, before, { module, major: asked.major, device: asked.device });
}

describe('one driver, one device', () => {
  const run = RecordedRun.ofSample('mirror');
  run.toRoutine('mirror!MirrorDeviceControl');
  const call = run.lastEvent('irp_call');
  const picture = pictureOf(run, undefined, { major: String(call.major), device: String(call.device) });

  test('what it set stands out of the 28 majors', () => {
    expect(picture.name).toBe('\\Driver\\mirror');
    expect(picture.dispatch.map(({ major }) => major)).toEqual([
      'IRP_MJ_CREATE',
      'IRP_MJ_CLOSE',
      'IRP_MJ_DEVICE_CONTROL',
    ]);
    expect(picture.dispatch.length + picture.defaults.length).toBe(28);
    expect(picture.dispatch[2]).toMatchObject({
      isAsked: true,
      routine: expect.stringMatching(/MirrorDeviceControl \(driver\.c:\d+\)/),
    });
    expect(picture.dispatch[0]?.isAsked).toBe(false);
  });

  test('the device has its link, under each of its names', () => {
    expect(picture.devices).toHaveLength(1);
    const [device] = picture.devices;
    expect(device).toMatchObject({ name: '\\Device\\Mirror', isAsked: true, problem: '' });
    expect(device?.links).toEqual([
      expect.objectContaining({
        path: '\\GLOBAL??\\Mirror',
        target: '\\Device\\Mirror',
        opened: '\\\\.\\Mirror',
        alsoAs: ['\\??\\Mirror', '\\DosDevices\\Mirror'],
      }),
    ]);
    expect(device?.facts.find(({ key }) => key === 'references')?.text).toBe('1');
  });

  test('the image is the loaded module', () => {
    expect(picture.image.find(({ key }) => key === 'file')?.text).toMatch(/mirror/);
  });

  test('the twin says every fact, routine, link and device', () => {
    const text = driverText(picture).join('\n');
    for (const { name, text: value } of [...picture.facts, ...picture.image, ...(picture.devices[0]?.facts ?? [])])
      expect(text).toContain(`${name}: ${value}`);
    for (const { major, routine } of picture.dispatch) expect(text).toContain(`${major} goes to ${routine}`);
    expect(text).toContain('25 more answer STATUS_INVALID_DEVICE_REQUEST.');
    expect(text).toContain('Link \\GLOBAL??\\Mirror leads to \\Device\\Mirror; programs open \\\\.\\Mirror');
  });

  test('the request’s device decides which driver it is', () => {
    const { drivers, address } = viewsOf(run);
    expect(currentDriver(drivers, { driver: 'none', device: String(call.device) })).toBe(address);
    expect(currentDriver(drivers, { driver: 'MIRROR', device: '0x0' })).toBe(address);
    expect(currentDriver(undefined, undefined)).toBeUndefined();
  });
});

test('what DriverEntry does is marked: a device, a link, a routine', () => {
  const run = RecordedRun.ofSample('mirror');
  run.toRoutine('mirror!DriverEntry');
  const before = viewsOf(run);
  expect(pictureOf(run).dispatch).toEqual([]);
  run.toEvent('link_create', 'Mirror');
  run.toEvent('dbg');
  const picture = pictureOf(run, before);
  expect(picture.devices[0]).toMatchObject({ isNew: true });
  expect(picture.devices[0]?.links[0]).toMatchObject({ isNew: true });
  expect(picture.dispatch.map(({ changed }) => changed)).toEqual([true, true, true]);
  expect(picture.facts.find(({ key }) => key === 'unload')).toMatchObject({ changed: true });
});

test('a filter device: attached to the other, without a name and without a link', () => {
  const run = RecordedRun.of({ name: 'lab', ...FILTER });
  run.toEvent('irp_call');
  const { devices } = pictureOf(run);
  expect(devices).toHaveLength(2);
  const filter = devices.find(({ name }) => name.startsWith('no name'));
  const lower = devices.find(({ name }) => name === '\\Device\\Lab');
  expect(filter?.links).toEqual([]);
  expect(filter?.facts.find(({ key }) => key === 'attached-to')?.subject).toEqual({
    kind: 'device',
    address: lower?.address,
  });
  expect(lower?.facts.find(({ key }) => key === 'attached')?.subject).toEqual({
    kind: 'device',
    address: filter?.address,
  });
});

test('links are followed to their end, and a circle of them ends', () => {
  const link = (name: string, target: string) => ({
    address: '0x1',
    name,
    type: 'SymbolicLink',
    target,
    entries: null,
  });
  const directory = (name: string, entries: ReturnType<typeof link>[]) => ({
    ...{ address: '0x1', name, type: 'Directory', target: null },
    entries: { entries, cut: '' },
  });
  const links = linksOf({
    ...directory('\\', [link('A', '\\B'), link('B', '\\A'), link('C', '\\D'), link('D', '\\Device\\X')]),
  });
  expect(links.find(({ path }) => path === '\\C')?.leadsTo).toBe('\\Device\\X');
  expect(links).toHaveLength(4);
});
