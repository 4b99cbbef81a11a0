/** The control code's arithmetic against the machine's own view of codes, and access against a real handle. */
import { describe, expect, test } from 'vitest';
import { RecordedRun } from '../shared/testing-run';
import {
  codeOf,
  currentCode,
  DEVICE_TYPES,
  handleOf,
  ioctlPicture,
  ioctlText,
  macroOf,
  parsedCode,
  parsedPart,
  partsOf,
  usedCodes,
} from './model';

const run = RecordedRun.ofSample('mirror');
run.toRoutine('mirror!MirrorDeviceControl');
const irp = run.record({ kind: 'irp', address: String(run.lastEvent('irp_call').irp) });
const { handles } = run.record({ kind: 'handles' });
const file = irp.file && !('problem' in irp.file) ? irp.file.address : undefined;

test('fields and macro are those of the view, for every listed type and odd numbers', () => {
  const codes = [0, 0xffffffff, 0x8000e000, 0x0022200b, 0x12345678, ...DEVICE_TYPES.map(([type]) => (type << 16) | 5)];
  for (const code of codes) {
    const view = run.record({ kind: 'ioctl', code });
    expect(partsOf(code >>> 0)).toEqual({
      deviceType: view.deviceType.value,
      access: view.access.value,
      function: view.function,
      method: view.method.value,
    });
    expect(codeOf(partsOf(code >>> 0))).toBe(code >>> 0);
  }
  for (const [type, name] of DEVICE_TYPES) {
    const view = run.record({ kind: 'ioctl', code: (type << 16) | 0x6004 });
    expect(view.deviceType.name).toBe(name);
    expect(macroOf(view.code)).toBe(view.macro);
  }
});

describe('what is typed', () => {
  test('digits, with or without prefix, and the macro', () => {
    expect(parsedCode('0x8000e000')).toEqual({ code: 0x8000e000 });
    expect(parsedCode(' 222003 ')).toEqual({ code: 0x222003 });
    expect(parsedCode('CTL_CODE(0x8000, 0x800, METHOD_BUFFERED, FILE_READ_ACCESS | FILE_WRITE_ACCESS)')).toEqual({
      code: 0x8000e000,
    });
    expect(parsedCode(macroOf(0x0022200b))).toEqual({ code: 0x0022200b });
  });

  test('what is no code says why', () => {
    for (const text of ['', '0x123456789', 'xyz', 'CTL_CODE(1, 2, 3)', 'CTL_CODE(FILE_DEVICE_UNKNOWN, 0x1000, 0, 0)'])
      expect(parsedCode(text)).toHaveProperty('problem');
  });

  test('a part is a number within its limit or a name', () => {
    expect(parsedPart('method', 'METHOD_NEITHER')).toBe(3);
    expect(parsedPart('function', '0x1000')).toBeUndefined();
    expect(parsedPart('deviceType', 'file_device_unknown')).toBe(0x22);
    expect(parsedPart('access', 'FILE_DEVICE_UNKNOWN')).toBeUndefined();
  });
});

test('the ruler covers all 32 bits once', () => {
  const { bits } = ioctlPicture(0x8000e000);
  expect(bits.reduce((sum, { width }) => sum + width, 0)).toBe(32);
  let top = 32;
  for (const { shift, width } of bits) {
    expect(shift + width).toBe(top);
    top = shift;
  }
});

describe('access', () => {
  const handle = handleOf(handles.entries, file, undefined);

  test('the handle of the request is the one to its file object', () => {
    expect(handle).toMatchObject({ type: 'File', object: file });
    expect(handleOf(handles.entries, undefined, '\\Device\\Mirror')).toEqual(handle);
    expect(handleOf(handles.entries, undefined, '\\Device\\Mirr')).toBeUndefined();
  });

  test('what it was opened with allows the sample’s code', () => {
    expect(ioctlPicture(0x8000e000, handle).verdict).toMatchObject({ isAllowed: true });
  });

  test('without write access a code that asks for it is refused', () => {
    const readOnly = handle && { ...handle, access: { value: handle.access.value & ~2, names: [] } };
    const { verdict } = ioctlPicture(0x8000e000, readOnly);
    expect(verdict?.isAllowed).toBe(false);
    expect(verdict?.text).toContain('lacks FILE_WRITE_DATA');
  });
});

test('the twin says number, macro, each field, both bits and the verdict', () => {
  const picture = ioctlPicture(0x8000e000, handleOf(handles.entries, file, undefined));
  const text = ioctlText(picture, false).join('\n');
  expect(text).toContain('0x8000E000');
  expect(text).toContain(picture.macro);
  for (const { about } of picture.parts) expect(text).toContain(about);
  expect(text).toContain('Bit 31 (common) is set');
  expect(text).toContain('Bit 13 (custom) is set');
  expect(text).toContain('may send it');
  expect(ioctlText(picture, true)[0]).toMatch(/^What if/);
});

test('the codes of a run, each once, and the one that is current', () => {
  run.toEnd();
  const used = usedCodes(run.events('irp_call'));
  expect(used.map(({ code }) => code)).toEqual([0x8000e000]);
  const at = used[0]?.instant ?? 0;
  expect(currentCode(0, used, at)).toBe(0x8000e000);
  expect(currentCode(0, used, 0)).toBe(0x8000e000);
  expect(currentCode(0x222000, used, at)).toBe(0x222000);
  expect(currentCode(0, [], at)).toBeUndefined();
});
