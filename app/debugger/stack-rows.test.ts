import { expect, test } from 'vitest';
import { RecordedRun } from '../diagrams/shared/testing-run';
import { type BorderRow, type FrameRow, shortValue, stackRows } from './stack-rows';

const isFrame = (row: FrameRow | BorderRow): row is FrameRow => row.kind === 'frame';

test('the ring boundary lies between the last frame of the kernel and the first of the program', () => {
  const run = RecordedRun.ofSample('mirror');
  run.toRoutine('MirrorDeviceControl');
  const rows = stackRows(run.record({ kind: 'stack' }));
  const borders = rows.filter((row) => row.kind === 'border');
  expect(borders).toEqual([{ kind: 'border', crosses: true, text: 'ring boundary: system call' }]);
  const at = rows.findIndex(({ kind }) => kind === 'border');
  expect(rows.slice(0, at).every((row) => isFrame(row) && row.ring === 'kernel')).toBe(true);
  expect(rows.slice(at + 1).every((row) => isFrame(row) && row.ring === 'user')).toBe(true);
  expect(rows[0]).toMatchObject({ routine: 'MirrorDeviceControl', image: 'mirror', isOwn: true, file: 'driver.c' });
  expect(rows[0]).toMatchObject({
    args: expect.stringMatching(/^\(DeviceObject = 0x…[0-9A-F]{4}, Irp = 0x…[0-9A-F]{4}\)$/),
  });
  expect(
    rows
      .filter(isFrame)
      .filter(({ isOwn }) => isOwn)
      .map(({ routine }) => routine),
  ).toEqual(['MirrorDeviceControl', 'main']);
});

test('a fault in the kernel is a line that crosses nothing', () => {
  const run = RecordedRun.ofSample('null');
  expect(run.toEnd().end?.kind).toBe('bugcheck');
  const borders = stackRows(run.record({ kind: 'stack' })).filter((row) => row.kind === 'border');
  expect(borders).toEqual([
    { kind: 'border', crosses: false, text: expect.stringMatching(/^page fault writing 0x0/) },
    { kind: 'border', crosses: true, text: 'ring boundary: system call' },
  ]);
});

test('values are shortened to what tells them apart', () => {
  expect(shortValue('0xFFFFE00000005890')).toBe('0x…5890');
  expect(shortValue('20 (0x14)')).toBe('20');
  expect(shortValue('0xC0000010 (STATUS_INVALID_DEVICE_REQUEST)')).toBe('STATUS_INVALID_DEVICE_REQUE…');
  expect(shortValue('NULL')).toBe('NULL');
});
