import { expect, test } from 'vitest';
import { RecordedRun } from '../diagrams/shared/testing-run';
import { fieldRows } from './fields';
import { changeText, originText } from './past-words';

test('the last write of a field of an IRP, found by the field, in words', () => {
  const run = RecordedRun.ofSample('mirror');
  run.toRoutine('MirrorDeviceControl');
  run.toEvent('irp_complete');
  const { irp } = run.lastEvent('irp_complete');
  const fields = fieldRows(run.record({ kind: 'type', text: `nt!_IRP ${irp}`, depth: 1 }));
  const information = fields.find(({ id }) => id === 'IoStatus.Information');
  expect(information).toMatchObject({ level: 1, offset: 0x38, length: 8, value: '20 (0x14)' });
  const answer = run.lastWrites({ address: information?.address ?? '', length: information?.length ?? 0 });
  expect(answer.writes[0]?.place.text).toContain('mirror!Complete');
  expect(answer.writes[0] && changeText(answer.writes[0])).toBe(
    '00 00 00 00 00 00 00 00 (0) becomes 14 00 00 00 00 00 00 00 (20)',
  );
  expect(originText(answer)).toBe('');
});

test('bytes as they lie in memory, and the number that they are', () => {
  const change = (before: string, after: string) => changeText({ before, after, same: before === after });
  expect(change('00', '01')).toBe('00 becomes 01');
  expect(change('0500', 'FFFF')).toBe('05 00 (5) becomes FF FF (0xFFFF)');
  expect(change('00', '00')).toBe('00 again: the same value');
  expect(change('00'.repeat(40), '11'.repeat(40))).toContain('… (40 bytes)');
  const boot = { kind: 'boot', text: 'It is as the machine was switched on', bytes: '' } as const;
  expect(originText({ origin: boot, writes: [] })).toBe('It is as the machine was switched on.');
});
