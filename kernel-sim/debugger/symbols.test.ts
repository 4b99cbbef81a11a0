/** Symbols and lines of several units and images, loaded and not. */
import { beforeAll, describe, expect, test } from 'vitest';
import { functionAt } from '../kernel/symbols.ts';
import { createLab } from '../lab.ts';
import { appWith, driverWith } from '../lab-testing.ts';
import { type Stopped, stopAt } from '../lab-testing-marker.ts';
import { DEFAULT_CONFIG } from '../protocol/lab-api.ts';
import { contextOf } from './context.ts';
import {
  codeOfLine,
  findSymbols,
  isLearnersFunction,
  isLineStart,
  isStatement,
  matchSymbols,
  nearestSymbols,
  statementsIn,
  symbolText,
  unloadedImages,
} from './symbols.ts';

const MAIN = driverWith(
  `
    // a line without code
    for (ULONG i = 0; i < 2; i++) g_Count += i; g_Count++;
    /*HERE*/ g_Count += Other();
    return Complete(Irp, STATUS_SUCCESS, 0);
`,
  { globals: 'ULONG g_Count; static ULONG Hidden = 1; ULONG Other(void); ULONG g_Devices[3];' },
);
const OTHER = `#include <ntddk.h>
static ULONG Hidden = 2;
ULONG Other(void) { return Hidden; }
`;

let at: Stopped;
beforeAll(() => {
  const sources = [
    { name: 'lab.c', text: MAIN },
    { name: 'src/other.c', text: OTHER },
  ];
  at = stopAt({
    driver: MAIN,
    app: appWith('DeviceIoControl(h, IOCTL_LAB(1), 0, 0, 0, 0, &got, 0);'),
    config: {
      drivers: [{ name: 'lab', sources }],
      images: [{ name: 'spare', sources: [{ name: 'spare.c', text: driverWith('return 0;') }] }],
    },
  });
});

const lineOf = (text: string) => MAIN.slice(0, MAIN.indexOf(text)).split('\n').length;

describe('names', () => {
  test("the learner's image comes first, the lab's and those on disk after it", () => {
    const all = findSymbols(at.context, 'DriverEntry');
    expect(all.map((s) => [s.module, s.address !== undefined])).toEqual([
      ['lab', true],
      ['spare', false],
    ]);
    expect(findSymbols(at.context, 'spare!DriverEntry')).toMatchObject([{ module: 'spare', address: undefined }]);
    expect(unloadedImages(at.context).map((i) => i.name)).toEqual(['spare.sys']);
  });

  test('modules in any case, with extension or without; names as C has them, else in any case', () => {
    for (const name of ['lab!Control', 'LAB!Control', 'lab.sys!Control', 'lab!CONTROL', 'control'])
      expect(findSymbols(at.context, name)[0]).toMatchObject({ module: 'lab', name: 'Control', kind: 'function' });
    expect(findSymbols(at.context, 'nt!KiProcessorBlock')[0]).toMatchObject({ kind: 'variable', size: 64 });
    expect(findSymbols(at.context, 'ntoskrnl!IofCallDriver')[0]).toMatchObject({ module: 'nt' });
    expect(findSymbols(at.context, 'nt!NoSuchThing')).toEqual([]);
  });

  test('statics of several units: that of the file that is looked at first', () => {
    const { image } = findSymbols(at.context, 'Other')[0];
    const files = (file: string) => findSymbols(at.context, 'Hidden', { image, file }).map((s) => s.file);
    expect(files('src/other.c')).toEqual(['src/other.c', 'lab.c']);
    expect(files('lab.c')).toEqual(['lab.c', 'src/other.c']);
  });

  test('wildcards', () => {
    const names = (pattern: string) => matchSymbols(at.context, pattern).map((s) => `${s.module}!${s.name}`);
    expect(names('lab!*dev?*e*')).toEqual(['lab!DeviceName', 'lab!g_Devices']);
    expect(names('?ab!Contr?l')).toEqual(['lab!Control']);
    expect(names('*!DriverEntry')).toEqual(['lab!DriverEntry', 'spare!DriverEntry']);
    expect(names('nt!Iof*')).toContain('nt!IofCompleteRequest');
    expect(names('lab![')).toEqual([]);
  });

  test('nearest symbols of an address', () => {
    const control = findSymbols(at.context, 'lab!Control')[0].address as number;
    const near = nearestSymbols(at.context, control + 16);
    expect([near?.symbol?.name, near?.offset]).toEqual(['Control', 16]);
    expect((near?.next?.address ?? 0) > control).toBe(true);
    expect(symbolText(at.context, control + 16)).toBe('lab!Control+0x10');
    const array = findSymbols(at.context, 'g_Devices')[0].address as number;
    expect(symbolText(at.context, array + 8)).toBe('lab!g_Devices+0x8');
    expect(nearestSymbols(at.context, 0x1234)).toBeUndefined();
    expect(symbolText(at.context, 0x1234)).toBe('');
  });

  test('every symbol of every image finds its own address again', () => {
    for (const symbol of matchSymbols(at.context, '*!*')) {
      if (symbol.address === undefined || symbol.size === 0) continue;
      const back = nearestSymbols(at.context, symbol.address);
      expect(back?.offset).toBe(0);
      // Several names may share an address only if they share what is there.
      if (back?.symbol?.name !== symbol.name) expect(back?.symbol?.rva).toBe(symbol.rva);
    }
  });
});

describe('lines', () => {
  test('a line has its first statement; one without code means the next that has', () => {
    const loop = lineOf('for (ULONG');
    const code = codeOfLine(at.context, 'lab.c', loop);
    expect(code).toMatchObject([{ line: loop, file: 'lab.c', fn: { name: 'Control' } }]);
    expect(codeOfLine(at.context, 'lab.c', loop - 1)).toEqual(code);
    expect(codeOfLine(at.context, 'LAB!lab.c', loop)).toEqual(code);
    expect(isStatement(code[0].image, code[0].rva)).toBe(true);
    expect(isLineStart(code[0].image, code[0].rva)).toBe(true);
    expect(at.context.frames[0].place).toMatchObject({ file: 'lab.c', line: lineOf('/*HERE*/') });
  });

  test('files by the end of their path, in any case; beyond the last line there is nothing', () => {
    expect(codeOfLine(at.context, 'other.c', 1)).toMatchObject([{ file: 'src/other.c', line: 3 }]);
    expect(codeOfLine(at.context, 'SRC\\OTHER.C', 3)).toHaveLength(1);
    expect(codeOfLine(at.context, 'other.c', 4)).toEqual([]);
    expect(codeOfLine(at.context, 'nowhere.c', 1)).toEqual([]);
    expect(codeOfLine(at.context, 'ioirp.c', 80)[0]).toMatchObject({ image: { name: 'ntoskrnl.exe' } });
  });

  test('images that are not loaded have lines without addresses', () => {
    expect(codeOfLine(at.context, 'spare.c', 1)[0].address).toBeUndefined();
  });

  test("statements of a range; which functions are the learner's own", () => {
    const { image, rva, size } = findSymbols(at.context, 'lab!Control')[0];
    const statements = statementsIn(image, rva, rva + size);
    expect(statements.length).toBeGreaterThan(8);
    expect(statements.every((s) => isStatement(image, s))).toBe(true);
    // The three parts of the loop's head and its body stand in one line.
    expect(statements.filter((s) => isLineStart(image, s)).length).toBeLessThan(statements.length);
    const learners = (name: string) => {
      const symbol = findSymbols(at.context, name)[0];
      return isLearnersFunction(symbol.image, functionAt(symbol.image, symbol.rva)!);
    };
    expect(learners('lab!Control')).toBe(true);
    expect(learners('app!main')).toBe(true);
    expect(learners('lab!IoGetCurrentIrpStackLocation')).toBe(false);
    expect(learners('app!mainCRTStartup')).toBe(false);
    expect(learners('nt!IofCallDriver')).toBe(false);
  });
});

test('at instant 0 drivers are only known, and user images belong to no process yet', () => {
  const lab = createLab();
  lab.build({
    ...DEFAULT_CONFIG,
    apps: [],
    drivers: [{ name: 'lab', sources: [{ name: 'lab.c', text: driverWith('return 0;') }] }],
  });
  lab.start();
  const context = contextOf(lab.kernel);
  expect(context.modules.map((m) => m.name)).toEqual(['nt']);
  expect(findSymbols(context, 'lab!Control')[0].address).toBeUndefined();
  expect(findSymbols(context, 'kernel32!DeviceIoControl')[0].address).toBeUndefined();
  expect(codeOfLine(context, 'lab.c', 1)).not.toEqual([]);
});
