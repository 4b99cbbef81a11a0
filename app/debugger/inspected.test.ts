import { expect, test } from 'vitest';
import type { ViewQueryOf } from '../../kernel-sim/protocol/views';
import { RecordedRun } from '../diagrams/shared/testing-run';
import type { Subject } from '../store/selection';
import { queryOf, sheetOf, structureOf, subjectAt, titleOf } from './inspected';
import { changedRows, compared, rowsWithIds, type Sheet, textOf } from './sheet';

/** A subject's record, whichever view shows it. */
function recordOf(run: RecordedRun, subject: Subject) {
  return run.view(queryOf(subject) as ViewQueryOf<'address'>);
}

function sheetIn(run: RecordedRun, subject: Subject): Sheet {
  const sheet = sheetOf(subject, recordOf(run, subject));
  if (!sheet) throw new Error(`no sheet for ${JSON.stringify(subject)}`);
  return sheet;
}

function rowsIn(sheet: Sheet): Readonly<Record<string, string>> {
  return Object.fromEntries(rowsWithIds(sheet).map(({ id, row }) => [id, textOf(row.value)]));
}

/** Everything that a sheet leads to. */
function leadsTo(sheet: Sheet): readonly Subject[] {
  return rowsWithIds(sheet).flatMap(({ row }) =>
    row.value.flatMap((piece) => (typeof piece !== 'string' && 'subject' in piece ? [piece.subject] : [])),
  );
}

function found(run: RecordedRun, address: string): Subject {
  return subjectAt(address, {
    object: run.view({ kind: 'object', address }),
    irp: run.view({ kind: 'irp', address }),
    address: run.view({ kind: 'address', address }),
  });
}

const atDispatch = () => {
  const run = RecordedRun.ofSample('mirror');
  run.toRoutine('MirrorDeviceControl');
  return { run, irp: String(run.lastEvent('irp_call').irp) };
};

test('from an IRP, everything around it can be reached, and each has its sheet', () => {
  const { run, irp } = atDispatch();
  const reached = new Map<string, Subject>([['irp', { kind: 'irp', address: irp }]]);
  for (const subject of reached.values()) {
    const sheet = sheetIn(run, subject);
    expect([subject, sheet.sections.length > 0]).toEqual([subject, true]);
    expect(titleOf(subject, recordOf(run, subject)).which).not.toBe('');
    for (const next of leadsTo(sheet)) if (!reached.has(next.kind)) reached.set(next.kind, next);
  }
  expect([...reached.keys()].sort()).toEqual(
    expect.arrayContaining(['address', 'device', 'driver', 'file', 'ioctl', 'irp', 'process', 'thread']),
  );
});

test('an address is looked through to what begins there', () => {
  const { run, irp } = atDispatch();
  expect(found(run, irp)).toEqual({ kind: 'irp', address: irp });
  const view = run.record({ kind: 'irp', address: irp });
  const location = view.locations.entries[0];
  const device = location?.device && !('problem' in location.device) ? location.device.address : '';
  expect(found(run, device)).toEqual({ kind: 'device', address: device });
  expect(found(run, view.associated.value)).toEqual({ kind: 'pool', address: view.associated.value });
  const thread = view.thread && !('problem' in view.thread) ? view.thread.address : '';
  expect(found(run, thread)).toEqual({ kind: 'thread', thread });
  expect(found(run, view.userBuffer)).toEqual({ kind: 'address', address: view.userBuffer });
  for (const subject of [found(run, irp), found(run, device)]) {
    const structure = structureOf(subject, recordOf(run, subject));
    const text = `nt!${structure} ${'address' in subject ? subject.address : ''}`;
    expect(run.record({ kind: 'type', text }).fields.length).toBeGreaterThan(5);
  }
});

test('between two instants, what a request has become is told apart from what it stayed', () => {
  const { run, irp } = atDispatch();
  const subject: Subject = { kind: 'irp', address: irp };
  const before = sheetIn(run, subject);
  run.toEvent('irp_complete');
  const after = sheetIn(run, subject);
  expect(rowsIn(before)['/Progress']).toBe('at a driver');
  expect(rowsIn(after)).toMatchObject({ '/IoStatus.Information': '20', '/IoStatus.Status': 'STATUS_SUCCESS' });
  const changed = changedRows(after, before);
  expect(changed.has('/IoStatus.Information')).toBe(true);
  expect(changed.has('/Issued by')).toBe(false);
  expect(changedRows(after, undefined).size).toBe(0);
  expect(changedRows(after, after).size).toBe(0);

  const rows = compared(before, after);
  const information = rows.find(({ id }) => id === '/IoStatus.Information');
  expect(information && [textOf(information.left ?? []), textOf(information.right ?? [])]).toEqual(['0', '20']);
  expect(information?.isChanged).toBe(true);
  expect(rows.find(({ name }) => name === 'Issued by')?.isChanged).toBe(false);
  // What one of them does not have is a difference, and stands with its section.
  expect(compared(undefined, after).every(({ isChanged, left }) => isChanged && left === undefined)).toBe(true);
  expect(compared(before, before).some(({ isChanged }) => isChanged)).toBe(false);
});

test('a freed request says that it is freed; what cannot be shown says why', () => {
  const { run, irp } = atDispatch();
  run.toEvent('irp_free');
  run.toEvent('pool_free');
  const freed = sheetIn(run, { kind: 'irp', address: irp });
  expect(freed.tone).toBe('fault');
  expect(freed.about).toMatch(/free/i);
  const none = sheetIn(run, { kind: 'thread', thread: 4711 });
  expect(none.tone).toBe('warn');
  expect(none.about).toMatch(/\.$/);
  expect(sheetOf({ kind: 'irp', address: irp }, undefined)).toBeUndefined();
  expect(sheetOf({ kind: 'status', code: 0xc0000010, name: 'STATUS_INVALID_DEVICE_REQUEST' }, undefined)).toMatchObject(
    {
      sections: [{ title: '' }],
    },
  );
});
