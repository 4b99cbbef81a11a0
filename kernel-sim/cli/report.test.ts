import { expect, test } from 'vitest';
import type { RunEnd } from '../protocol/lab-api.ts';
import { buildMessageLine, endLines, LinePrefixer } from './report.ts';

test('a build message is one line that editors can read', () => {
  const line = buildMessageLine({
    severity: 'error',
    id: 'undeclared-identifier',
    text: "'x' is not declared",
    file: 'src/driver.c',
    line: 4,
    col: 7,
    endLine: 4,
    endCol: 8,
  });
  expect(line).toBe("src/driver.c:4:7: error: 'x' is not declared [undeclared-identifier]");
});

const ENDS: [RunEnd, string[]][] = [
  [{ kind: 'exit', exitCode: 7, status: 7 }, []],
  [
    {
      kind: 'bugcheck',
      exitCode: 121,
      bugcheck: {
        code: 0xd1,
        name: 'DRIVER_IRQL_NOT_LESS_OR_EQUAL',
        parameters: ['0000000000000000', '0000000000000002', '0000000000000001', 'FFFFF80010001234'],
        explanation: ['A null pointer was written to.'],
        stack: ['thermo!Dispatch+0x30 (driver.c:41)'],
      },
    },
    [
      '*** STOP: 0x000000D1 (0x0000000000000000, 0x0000000000000002, 0x0000000000000001, 0xFFFFF80010001234) DRIVER_IRQL_NOT_LESS_OR_EQUAL',
      'A null pointer was written to.',
      '    thermo!Dispatch+0x30 (driver.c:41)',
    ],
  ],
  [{ kind: 'limit', exitCode: 122, text: 'in thermo!Spin' }, ['lab: limit reached: in thermo!Spin']],
  [
    { kind: 'hang', exitCode: 122, text: 'an IRP was never completed', waits: ['app.exe waits'] },
    ['lab: nothing can ever run again: an IRP was never completed', '    app.exe waits'],
  ],
  [
    {
      kind: 'driver-failed',
      exitCode: 123,
      driver: 'thermo',
      status: -1073741670,
      statusName: 'STATUS_INSUFFICIENT_RESOURCES',
      text: 'DriverEntry said so',
    },
    ['lab: driver thermo failed to load: 0xC000009A STATUS_INSUFFICIENT_RESOURCES: DriverEntry said so'],
  ],
  [
    {
      kind: 'exception',
      exitCode: 124,
      process: 'app.exe',
      code: 0xc0000005,
      codeName: 'STATUS_ACCESS_VIOLATION',
      text: 'read of address 0',
    },
    ['lab: app.exe: unhandled exception 0xC0000005 STATUS_ACCESS_VIOLATION: read of address 0'],
  ],
  [{ kind: 'internal', exitCode: 125, text: 'oops' }, ['lab: INTERNAL ERROR of the lab (not of your code): oops']],
];

test.each(ENDS)('an end of kind %j is told in words', (end, lines) => {
  expect(endLines(end)).toEqual(lines);
});

test('debug text gets its prefix on each line, however it arrives', () => {
  const prefixer = new LinePrefixer('dbg: ');
  expect(prefixer.push('one\ntw')).toBe('dbg: one\n');
  expect(prefixer.push('o\n\nthree')).toBe('dbg: two\ndbg: \n');
  expect(prefixer.end()).toBe('dbg: three\n');
  expect(prefixer.end()).toBe('');
});
