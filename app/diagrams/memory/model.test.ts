/** The memory diagram over a real request: its system buffer while it changes, its IRP as a type, memory that is not there. */
import { describe, expect, test } from 'vitest';
import { RecordedRun } from '../shared/testing-run';
import { bytesOf, fieldAt, fieldsOf, firstUnreadable, memoryText, overlaps, rowsOf } from './model';
import { addressOf, defaultPick, distance, moved, picksOf, readingOf, typedTarget } from './target';
import { writeLines, writeText } from './writes';

const run = RecordedRun.ofSample('mirror');
run.toRoutine('mirror!MirrorText');
const irp = run.record({ kind: 'irp', address: String(run.lastEvent('irp_call').irp) });
const buffer = irp.associated.value;
const look = (address: string, count: number) => run.record({ kind: 'memory', address, format: 'bytes', count });
const QUESTION = 'Hello from user mode';

describe('bytes', () => {
  test('a system buffer reads as the text that was sent', () => {
    const rows = rowsOf(look(buffer, 32), undefined, { perRow: 16, format: 'bytes' });
    expect(rows).toHaveLength(2);
    expect(rows.flatMap(({ ascii }) => ascii.map(({ text }) => text)).join('')).toContain(QUESTION);
    expect(rows[0]?.cells[0]).toMatchObject({ text: '48', offset: 0, length: 1, changed: false, isReadable: true });
    expect(rows[1]?.address).toBe(moved(buffer, 16));
  });

  test('larger units are little-endian, and as wide as they are', () => {
    const view = look(buffer, 32);
    const [row] = rowsOf(view, undefined, { perRow: 16, format: 'dwords' });
    expect(row?.cells.map(({ text }) => text)).toEqual(['6C6C6548', '7266206F', '75206D6F', '20726573']);
    const pointers = rowsOf(view, undefined, { perRow: 16, format: 'pointers', symbols: ['a', 'b'] });
    expect(pointers).toHaveLength(4);
    expect(pointers[1]).toMatchObject({ symbol: 'b', cells: [{ text: '2072657375206D6F', length: 8 }] });
  });

  test('what was written between two stops is marked, byte by byte', () => {
    const before = look(buffer, 24);
    run.toRoutine('nt!ExFreePoolWithTag');
    const now = look(buffer, 24);
    const cells = rowsOf(now, before, { perRow: 8, format: 'bytes' }).flatMap(({ cells: all }) => all);
    const reversed = [...QUESTION].reverse();
    const expected = reversed.flatMap((letter, i) => (letter === QUESTION[i] ? [] : [i]));
    expect(cells.filter(({ changed }) => changed).map(({ offset }) => offset)).toEqual(expected);
    expect(
      rowsOf(now, look(moved(buffer, 8), 24), { perRow: 8, format: 'bytes' })[0]?.cells.some(({ changed }) => changed),
    ).toBe(false);
    const [lastWrite] = writeLines(run.lastWrites({ address: buffer, length: 1 }));
    expect(lastWrite?.place).toMatch(/mirror!MirrorText.*driver\.c/);
    expect(lastWrite?.text).toContain('48 became 65');
    expect(writeText(lastWrite ?? { key: '', text: '', instant: 0, place: '' })).toMatch(
      /instant [\d,]+, mirror!MirrorText/,
    );
  });

  test('where nothing is mapped there are question marks, and it is known from where on', () => {
    const view = look('0x0000000000000000', 16);
    expect(rowsOf(view, undefined, { perRow: 8, format: 'qwords' })[0]?.cells[0]).toMatchObject({
      text: '????????????????',
      isReadable: false,
    });
    expect(firstUnreadable(view)).toBe(0);
    expect(firstUnreadable(look(buffer, 8))).toBeUndefined();
    expect(bytesOf(view).every((byte) => byte === undefined)).toBe(true);
  });
});

describe('a typed reading', () => {
  const type = run.record({ kind: 'type', text: `nt!_IRP ${irp.address}`, depth: 3 });
  const fields = fieldsOf(type, undefined, irp.address);

  test('each field lies where its bytes are', () => {
    const status = fields.find(({ path }) => path === 'IoStatus.Status');
    expect(status).toMatchObject({ offset: 48, length: 4, depth: 1, isLeaf: true, at: 48 });
    const shifted = fieldsOf(type, undefined, moved(irp.address, 16)).find(({ path }) => path === 'IoStatus.Status');
    expect(shifted).toMatchObject({ offset: 32, at: 48 });
    const system = fields.find(({ path }) => path === 'AssociatedIrp.SystemBuffer');
    const row = rowsOf(look(irp.address, 32), undefined, { perRow: 16, format: 'qwords' })[1];
    expect(row?.cells[1]?.text).toBe(buffer.slice(2));
    expect(system).toMatchObject({ offset: 24, length: 8, value: buffer });
  });

  test('a byte leads to its innermost field, a field to its bytes', () => {
    expect(fieldAt(fields, 49)?.path).toBe('IoStatus.Status');
    expect(fieldAt(fields, 56)?.path).toBe('IoStatus.Information');
    expect(fieldAt(fields, 1)?.path).toBe('Type');
    expect(fieldAt(fields, 20)).toBeUndefined();
    expect(
      overlaps(
        { offset: 48, length: 1 },
        fields.find(({ path }) => path === 'IoStatus'),
      ),
    ).toBe(true);
    expect(
      overlaps(
        { offset: 64, length: 1 },
        fields.find(({ path }) => path === 'IoStatus'),
      ),
    ).toBe(false);
  });

  test('neighbours have different bands; padding has none', () => {
    const cells = rowsOf(look(irp.address, 32), undefined, { perRow: 16, format: 'bytes', fields }).flatMap(
      ({ cells: all }) => all,
    );
    expect(cells[0]?.band).toBe(cells[1]?.band);
    expect(cells[1]?.band).not.toBe(cells[2]?.band);
    expect(cells[20]?.band).toBeUndefined();
  });

  test('a field that was written since is marked', () => {
    const before = type;
    run.toEvent('irp_complete');
    const now = run.record({ kind: 'type', text: `nt!_IRP ${irp.address}`, depth: 3 });
    const changed = fieldsOf(now, before, irp.address).filter((field) => field.changed);
    expect(changed.map(({ path }) => path)).toContain('IoStatus.Information');
    expect(changed.map(({ path }) => path)).not.toContain('Type');
  });

  test('the twin says rows, fields and who wrote', () => {
    const rows = rowsOf(look(irp.address, 32), undefined, { perRow: 16, format: 'bytes', fields });
    const text = memoryText({
      ...{ label: 'IRP', address: irp.address, belongs: 'pool', rows, format: 'bytes', type: type.name, fields },
      ...{ unreadable: '', writes: ['store of 2 bytes.'] },
    });
    expect(text[0]).toMatch(/^IRP at 0xFFFF.*: pool\.$/);
    expect(text.join('\n')).toContain('+0x30 IoStatus.Status, NTSTATUS: 0 (STATUS_SUCCESS)');
    expect(text).toHaveLength(2 + rows.length + 1 + fields.length + 1);
    expect(text.at(-1)).toBe('store of 2 bytes.');
  });
});

describe('what is looked at', () => {
  test('things of the request, and the first that is there', () => {
    const device = run.record({ kind: 'device', address: String(run.lastEvent('irp_call').device) });
    const picks = picksOf({ irp, device, stack: undefined });
    expect(picks.find(({ id }) => id === 'system')?.address).toBe(buffer);
    expect(picks.find(({ id }) => id === 'extension')?.address).toBeUndefined();
    expect(defaultPick(picks)?.id).toBe('system');
    const freed = picksOf({ irp: { ...irp, memory: 'freed' }, device, stack: undefined });
    expect(defaultPick(freed)?.id).toBe('irp');
    expect(defaultPick(picksOf({ irp: undefined, device: undefined, stack: undefined }))).toBeUndefined();
  });

  test('digits are an address, the rest an expression', () => {
    expect(typedTarget('ffffe000`00005890')).toEqual({ kind: 'address', address: '0xFFFFE00000005890' });
    expect(typedTarget('0x10')).toEqual({ kind: 'address', address: '0x0000000000000010' });
    expect(typedTarget(' &Irp->IoStatus ')).toEqual({ kind: 'expression', text: '&Irp->IoStatus' });
    expect(typedTarget('  ')).toBeUndefined();
  });

  test('expressions lead where their values say', () => {
    run.toRoutine('mirror!Complete', 'back');
    const read = (expression: string) => readingOf(run.record({ kind: 'watch', expression }));
    expect(read('Irp')).toEqual({ address: irp.address, type: '_IRP' });
    expect(read('Irp->IoStatus')).toMatchObject({ address: moved(irp.address, 48) });
    expect(read('Irp->AssociatedIrp.SystemBuffer')).toEqual({ address: buffer, type: '' });
    expect(read('Irp->MdlAddress')).toHaveProperty('problem');
    expect(run.record({ kind: 'type', text: `_IRP ${irp.address}`, depth: 1 }).fields.length).toBeGreaterThan(10);
  });

  test('addresses count modulo 2^64', () => {
    expect(moved('0xFFFFFFFFFFFFFFFF', 1)).toBe('0x0000000000000000');
    expect(distance('0xFFFFE00000005890', '0xFFFFE00000005880')).toBe(-16);
    expect(addressOf(-1n)).toBe('0xFFFFFFFFFFFFFFFF');
  });
});
