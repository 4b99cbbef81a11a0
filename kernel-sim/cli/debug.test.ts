/**
 * `lab debug` as a user runs it: a script on stdin, answers on stdout. The first test is the story that time travel is for.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const OVERRUN = [
  ...['--driver', 'Overrun=kernel-sim/cli/testdata/overrun/driver.c'],
  ...['--app', 'kernel-sim/cli/testdata/overrun/app.c'],
];

let folder = '';

function debug(args: readonly string[], script: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['.ci/exec.mjs', 'kernel-sim/cli/main.ts', 'debug', ...args],
    { cwd: ROOT, input: script.map((line) => `${line}\n`).join(''), encoding: 'utf8', timeout: 120_000 },
  );
  return { status, stdout, stderr };
}

/** The answer to each line of the script. */
function answers(stdout: string): ReadonlyMap<string, string> {
  const parts = stdout.split(/^> (?!.?\d)/m).slice(1);
  return new Map(
    parts.map((part) => {
      const end = part.indexOf('\n');
      return [part.slice(0, end), part.slice(end + 1).trimEnd()];
    }),
  );
}

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ring-zero-lab-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('a driver whose pool block was overwritten long before the crash', () => {
  // It crashes where it follows a pointer that is wrong; the pointer was right once, and 20 requests lie in between.
  const script = [
    'g',
    '!analyze -v',
    '?? g_Config->Sensor',
    '!last-write &g_Config->Sensor',
    '!pool-history g_Config',
    'ba c 8 &g_Config->Sensor',
    'g-',
    'k 2',
    '.assert i >= 24',
    'bc *',
    'gu-',
    'dv Code',
    'q',
    '.echo not reached',
  ];

  test('is traced to the line that did it', { timeout: 240_000 }, () => {
    const { status, stdout, stderr } = debug(OVERRUN, script);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const said = answers(stdout);
    expect([...said.keys()]).toEqual(script.slice(0, -1));
    const driver = String.raw`\(kernel-sim/cli/testdata/overrun/driver\.c`;
    const matches = (command: string, ...patterns: string[]) =>
      patterns.forEach((pattern) => void expect(said.get(command)).toMatch(new RegExp(pattern, 'm')));

    matches(
      'g',
      '^dbg: Overrun: the name is set\nconsole: counted\n#\\d+ cpu \\d tid \\d+: nt!KiStopMachine',
      'the run is over: bug check 0x00000050 PAGE_FAULT_IN_NONPAGED_AREA',
    );
    matches(
      '!analyze -v',
      '^PAGE_FAULT_IN_NONPAGED_AREA',
      `your code +Overrun!Control\\+0x\\w+ ${driver}:62\\)`,
      `^WHAT LED TO IT\n  #\\d+  .*Overrun!SetName\\+0x50 ${driver}:44\\)`,
    );
    matches('?? g_Config->Sensor', '^_SENSOR \\* 0xFFFFF8006F742064');
    matches('!last-write &g_Config->Sensor', `^#\\d+ cpu \\d tid \\d+: Overrun!SetName\\+0x50 ${driver}:44\\)`);
    matches(
      '!pool-history g_Config',
      `Overrun!SetName\\+0x50 ${driver}:44\\) .* past the end of the block of 24 bytes`,
    );
    matches('g-', `Overrun!SetName\\+0x58 ${driver}:43\\) \\| for .* \\| breakpoint 1`);
    matches('k 2', `^> 0 Overrun!SetName.*\n  1 Overrun!Control\\+0x\\w+ ${driver}:55\\)$`);
    matches('gu-', `Overrun!Control\\+0x\\w+ ${driver}:55\\) \\| SetName\\(`);
    matches('dv Code', 'Code = 2236420 \\(0x222004\\)');
    // It says the same whenever it is asked.
    expect(debug(OVERRUN, script)).toEqual({ status, stdout, stderr });
  });
});

describe('a script', () => {
  const program = () =>
    file(
      'greet.c',
      '#include <stdio.h>\nint main(void)\n{\n    char name[20];\n    printf("who? ");\n' +
        '    if (!gets_s(name, sizeof(name))) return 3;\n    printf("hello %s\\n", name);\n    return 7;\n}\n',
    );

  test('types, and programs without input wait for it', () => {
    const { status, stdout } = debug(['--app', program()], ['g', '!input "Ann\\n"', 'g']);
    expect(status).toBe(0);
    const [first = '', typed, second = ''] = stdout.split(/^> .*\n/m).slice(1);
    expect(first).toMatch(/^console: who\? \n#.* a program waits for typed input/);
    expect(typed).toBe('on branch 0\n');
    expect(second).toMatch(/^console: (Ann\n)?.*hello Ann\n#.* exit code 7\n$/s);
  });

  test('takes typed input from a file, with its end', () => {
    const { stdout } = debug(['--app', program(), '--input', file('empty.txt', ''), '--no-echo'], ['g']);
    expect(stdout).toMatch(/^console: who\? \n#.* exit code 3\n$/);
  });

  test('goes on after a mistake, and says where it is', () => {
    const { status, stdout } = debug(['--app', program()], ['  bp  nosuch', '', 'frob', '.echo on']);
    expect({ status, stdout }).toEqual({
      status: 0,
      stdout: [
        '> bp  nosuch',
        'error (column 7): there is no routine nosuch',
        '> frob',
        "error (column 1): there is no command 'frob'; .help lists them",
        '> .echo on',
        'on',
        '',
      ].join('\n'),
    });
  });

  test('fails where an assertion does not hold', () => {
    const { status, stdout } = debug(['--app', program()], ['.assert 1 + 1 == 2', '.assert 1 > 2', '.echo on']);
    expect({ status, stdout }).toEqual({
      status: 1,
      stdout: '> .assert 1 + 1 == 2\n> .assert 1 > 2\nassertion failed: 1 > 2\n',
    });
  });

  test('is answered in JSON when asked to, one object a command', () => {
    const { status, stdout } = debug(
      ['--app', program(), '--json'],
      ['g main; k 1', '?? sizeof(name)', 'frob', '? 1', '!process 0', 'dv', 'q'],
    );
    const results = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(status).toBe(0);
    expect(results).toMatchObject([
      { command: 'g main', stop: { reason: 'place', line: 5 } },
      { command: 'k 1', records: { frames: [{ symbol: expect.stringMatching(/^greet!main/) }] } },
      { command: '?? sizeof(name)', records: { value: '20 (0x14)' } },
      { command: 'frob', error: { span: { start: 0, end: 4 } } },
      { command: '? 1', text: '1 = 0x0000000000000001' },
      { command: '!process 0', records: { processes: {} } },
      { command: 'dv', records: { variables: [{ name: 'name' }] } },
      { command: 'q', quit: true },
    ]);
  });

  test('is not begun after a build error or with a wrong command line', () => {
    const wrong = file('wrong.c', 'int main(void)\n{\n    return nothing;\n}\n');
    const { status, stdout, stderr } = debug(['--app', wrong], ['g']);
    expect({ status, stdout }).toEqual({ status: 120, stdout: '' });
    expect(stderr).toContain(`${wrong}:3:12: error: `);
    expect(debug([], ['g'])).toMatchObject({ status: 125, stdout: '' });
    expect(debug(['--app', program(), '--trace', 'x'], ['g']).stderr).toContain('unknown option --trace');
    expect(debug(['--app', program(), '--input', 'no-such.txt'], ['g']).stderr).toContain('no-such.txt: no such file');
    expect(debug(['--help'], []).stdout).toContain('lab -- debug');
  });
});
