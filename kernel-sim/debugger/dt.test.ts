/** Types through debug information: layouts equal to the published ones, and what `dt`'s words mean. */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { appWith, driverWith } from '../lab-testing.ts';
import { type Stopped, stopAt } from '../lab-testing-marker.ts';
import { dtTarget } from './dt.ts';
import { DebugError } from './error.ts';
import { evaluateNumber, typeNamed } from './expression.ts';
import { findType } from './type-names.ts';
import { findField, printType, type RecordType, sizeOf, type Type } from './types.ts';

const FACTS = fileURLToPath(new URL('../../../shared/facts/layouts-x64.json', import.meta.url));

let at: Stopped;
beforeAll(() => {
  at = stopAt({
    driver: driverWith('PIRP *many = &Irp;\n/*HERE*/ return Complete(*many, STATUS_SUCCESS, 0);', {
      globals:
        'typedef struct _MINE { int a : 3; unsigned b : 5; struct _OPAQUE *o; struct { int x, y; }; } MINE; MINE g_Mine;',
    }),
    app: appWith('DeviceIoControl(h, IOCTL_LAB(1), 0, 0, 0, 0, &got, 0);'),
  });
});

const target = (text: string) => {
  const { type, address, fields } = dtTarget(at.context, text);
  return [printType(type), address, ...fields];
};

test('structures of the headers have the published layout, also as the driver image knows them', () => {
  if (!existsSync(FACTS)) return;
  const facts = JSON.parse(readFileSync(FACTS, 'utf8'));
  const names =
    'DRIVER_OBJECT FILE_OBJECT IO_STACK_LOCATION KEVENT KSEMAPHORE KMUTANT LIST_ENTRY UNICODE_STRING IO_STATUS_BLOCK OBJECT_ATTRIBUTES KAPC ERESOURCE DRIVER_EXTENSION KDEVICE_QUEUE FAST_MUTEX VPB'.split(
      ' ',
    );
  let compared = 0;
  for (const name of names) {
    const type = findType(at.context, `_${name}`) ?? findType(at.context, name);
    const { size, fields } = facts[name];
    expect(`${name} ${type && sizeOf(type)}`).toBe(`${name} ${size}`);
    for (const [path, [offset, bytes]] of Object.entries<[number, number]>(fields)) {
      const found = fieldOf(type as RecordType, path.split('.'));
      if (!found) continue;
      expect(`${name}.${path} ${found.offset} ${sizeOf(found.type)}`).toBe(`${name}.${path} ${offset} ${bytes}`);
      compared++;
    }
  }
  expect(compared).toBeGreaterThan(150);
});

function fieldOf(type: Type, path: string[]): { type: Type; offset: number } | undefined {
  let current: Type = type;
  let offset = 0;
  for (const name of path) {
    const field = current.kind === 'record' ? findField(current, name) : undefined;
    if (!field || field.bits) return undefined;
    offset += field.offset;
    current = field.type;
  }
  return { type: current, offset };
}

describe('dt', () => {
  test('a type alone, by tag, typedef, module or keyword', () => {
    for (const text of ['_IRP', 'IRP', 'nt!_IRP', 'struct _IRP', 'lab!_IRP'])
      expect(target(text)).toEqual(['_IRP', undefined]);
    expect(target('PIRP')).toEqual(['_IRP *', undefined]);
    expect(target('MINE')).toEqual(['_MINE', undefined]);
    expect(target('_KTHREAD')[0]).toBe('_KTHREAD');
    expect(target('DWORD')).toEqual(['DWORD', undefined]);
  });

  test('members, and an address that is an expression', () => {
    const irp = evaluateNumber('Irp', at.context);
    expect(target('_IRP Irp')).toEqual(['_IRP', irp]);
    expect(target('nt!_IRP IoStatus Tail.Overlay. Irp')).toEqual(['_IRP', irp, 'IoStatus', 'Tail.Overlay']);
    expect(target('_MINE &g_Mine')).toEqual(['_MINE', evaluateNumber('&g_Mine', at.context)]);
    expect(target('_MINE x (ULONG64)&g_Mine + 8')).toEqual(['_MINE', evaluateNumber('&g_Mine', at.context) + 8n, 'x']);
  });

  test('a variable or an expression: what it points to, or itself', () => {
    const irp = evaluateNumber('Irp', at.context);
    expect(target('Irp')).toEqual(['_IRP', irp]);
    expect(target('Irp IoStatus')).toEqual(['_IRP', irp, 'IoStatus']);
    expect(target('Irp->IoStatus')).toEqual(['_IO_STATUS_BLOCK', irp + 0x30n]);
    expect(target('g_Mine')).toEqual(['_MINE', evaluateNumber('&g_Mine', at.context)]);
    expect(target('*many')).toEqual(['_IRP', irp]);
    expect(target('$thread')[0]).toBe('_ETHREAD');
  });

  test('records that are only declared get the body that another image has', () => {
    // The driver's headers only declare EPROCESS and KTHREAD; the kernel knows them.
    expect(sizeOf(typeNamed('struct _KTHREAD', at.context))).toBe(sizeOf(typeNamed('nt!_KTHREAD', at.context)));
    expect(sizeOf(typeNamed('struct _KTHREAD', at.context))).toBeGreaterThan(0x100);
    expect(typeNamed('unsigned char [4][16]', at.context)).toMatchObject({ kind: 'array', length: 4 });
  });

  test.each([
    ['', 'dt needs a type or a variable'],
    ['_IRPP', "there is no '_IRPP' here; did you mean '_IRP'?"],
    ['_IRP IoStat', "'_IRP' has no member 'IoStat', and no variable has that name; did you mean 'IoStatus'?"],
    ['struct _SPEED', "there is no struct '_SPEED'"],
    ['_IRP 0x', "digits are missing after '0x'"],
  ])('mistakes: %s', (text, message) => {
    expect(() => target(text)).toThrow(DebugError);
    expect(() => target(text)).toThrow(message);
  });
});
