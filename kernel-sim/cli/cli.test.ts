/**
 * The command as a user runs it: a process with arguments, files, exit codes and two streams.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const SAMPLE = ['--driver', 'Mirror=app/samples/mirror/driver.c', '--app', 'app/samples/mirror/app.c'];
const SAMPLE_CONSOLE = 'sent:     Hello from user mode\nreceived: edom resu morf olleH (20 bytes)\n';

let folder = '';

function lab(args: readonly string[], input = '') {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['.ci/exec.mjs', 'kernel-sim/cli/main.ts', ...args], {
    cwd: ROOT,
    input,
    encoding: 'utf8',
    timeout: 120_000,
  });
  return { status, stdout, stderr };
}

function file(name: string, text: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

// The first call builds the command.
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ring-zero-lab-'));
  lab(['--help']);
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true }));

describe('lab run', () => {
  test('prints the console on stdout and debug text on stderr', () => {
    const { status, stdout, stderr } = lab(['run', ...SAMPLE]);
    expect({ status, stdout }).toEqual({ status: 0, stdout: SAMPLE_CONSOLE });
    expect(stderr).toContain('dbg: Mirror: loaded\n');
    expect(stderr).toContain('dbg: Mirror: unloaded\n');
  });

  test('checks replays and writes the trace', () => {
    const trace = join(folder, 'trace.jsonl');
    const { status, stderr } = lab(['run', ...SAMPLE, '--check-replay', '20', '--trace', trace]);
    expect(status).toBe(0);
    expect(stderr).toContain('replay: 20/20 equal\n');
    const events = readFileSync(trace, 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(Object.keys(events[0] ?? {}).slice(0, 7)).toEqual(['instant', 'seq', 't', 'cpu', 'tid', 'pid', 'event']);
    expect(events.filter(({ event }) => event === 'irp_call').map(({ major }) => major)).toEqual(
      expect.arrayContaining(['IRP_MJ_CREATE', 'IRP_MJ_DEVICE_CONTROL', 'IRP_MJ_CLOSE']),
    );
  });

  test('prints one JSON object when asked to', () => {
    const { stdout, stderr } = lab(['run', ...SAMPLE, '--json']);
    expect(stderr).toBe('');
    expect(JSON.parse(stdout)).toMatchObject({ exit: 0, console: SAMPLE_CONSOLE, build: { ok: true } });
  });

  test('keeps bytes of a source that are no UTF-8', () => {
    const text = `int puts(const char *); /* \xe9 */
int main(void)
{
    static const unsigned char raw[] = "\xe9", encoded[] = "\xc3\xa9";
    return raw[0] == 233 && sizeof raw == 2 && encoded[0] == 195 && sizeof encoded == 3 && (unsigned char)'\xff' == 255 ? 7 : 8;
}
`;
    const { status, stderr } = lab(['run', '--app', file('latin.c', Buffer.from(text, 'latin1'))]);
    expect({ status, stderr }).toMatchObject({ status: 7 });
  });

  test('tells build errors at their place and exits with 120', () => {
    const app = file('wrong.c', 'int main(void)\n{\n    return nothing;\n}\n');
    const { status, stdout, stderr } = lab(['run', '--app', app]);
    expect({ status, stdout }).toEqual({ status: 120, stdout: '' });
    expect(stderr).toContain(`${app}:3:12: error: `);
  });

  test.each([
    [['run'], 'nothing to run'],
    [['run', '--app', 'no-such.c'], 'no-such.c: no such file'],
    [['run', '--drivr', 'x'], 'unknown option --drivr (did you mean --driver?)'],
    [['run', '--cpus', '9', '--app', 'x.c'], '--cpus needs a whole number'],
    [['cc'], 'no C file given'],
    [
      ['cc', '--explain', 'uninitialised'],
      "no warning or error has the id 'uninitialised'; did you mean 'uninitialized'?",
    ],
    [['fly'], 'unknown command fly'],
  ])('%j is refused in plain words', (args, message) => {
    const { status, stdout, stderr } = lab(args);
    expect({ status, stdout }).toEqual({ status: 125, stdout: '' });
    expect(stderr).toContain(`lab: ${message}`);
  });
});

describe('lab cc', () => {
  test('runs a program with arguments, typed input and an exit code', () => {
    const program = file(
      'greet.c',
      '#include <stdio.h>\nint main(int argc, char **argv)\n{\n    int c;\n    printf("%s ", argv[1]);\n' +
        '    while ((c = getchar()) != EOF) putchar(c);\n    return argc + 40;\n}\n',
    );
    expect(lab(['cc', program, '--run', '--', 'hello'], 'you\n')).toEqual({
      status: 42,
      stdout: 'hello you\n',
      stderr: '',
    });
  });

  test('finds headers beside the file and with -I, and takes macros', () => {
    file('beside.h', '#define ONE 1\n');
    const program = file('uses.c', '#include "beside.h"\nint main(void) { return ONE + TWO; }\n');
    expect(lab(['cc', program, '--run', '-DTWO=2'])).toEqual({ status: 3, stdout: '', stderr: '' });
  });

  test.each(['uninitialized', '[uninitialized]'])('explains %s', (id) => {
    const { status, stdout, stderr } = lab(['cc', '--explain', id]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(/^uninitialized\n {2}A variable is read before it has a value\.\n {2}.+\.\n$/);
  });

  test('compiles a driver as one', () => {
    const entry = 'NTSTATUS DriverEntry(PDRIVER_OBJECT Driver, PUNICODE_STRING Path)';
    const driver = file('filter.c', `#include <ntddk.h>\n${entry} { int *p = 5; return STATUS_SUCCESS; }\n`);
    const mistaken = file('mistaken.c', '#include <ntddk.h>\nint main(void) { return 0; }\n');
    const { status, stderr } = lab(['cc', driver]);
    // Graded as Microsoft's compiler does.
    expect({ status, stderr }).toMatchObject({ status: 0, stderr: expect.stringContaining('warning: ') });
    expect(stderr).not.toContain('error');
    expect(lab(['cc', driver, '--run'])).toMatchObject({
      status: 125,
      stderr: expect.stringContaining(`${driver} is a driver: it is loaded by npm run -s lab -- run --driver filter=`),
    });
    expect(lab(['cc', mistaken]).stderr).toContain('<ntddk.h> is for drivers; a program includes <windows.h>');
  });

  test('has room for large tables, large blocks and deep recursion', () => {
    const program = file(
      'roomy.c',
      `#include <stdlib.h>
static double table[3][1024][1024];
static int depth(int n) { volatile char pad[100]; pad[0] = (char)n; return n == 0 ? 0 : 1 + depth(n - 1) + (pad[0] & 0); }
int main(void)
{
    char *block = malloc(200u << 20);
    table[2][1023][1023] = 2.5;
    if (block == NULL || table[2][1023][1023] != 2.5) return 1;
    block[(200u << 20) - 1] = 7;
    return block[(200u << 20) - 1] + (depth(20000) == 20000 ? 35 : 0);
}
`,
    );
    expect(lab(['cc', program, '--run'])).toEqual({ status: 42, stdout: '', stderr: '' });
  });

  test('says so when a program does not fit into the machine', () => {
    const program = file('vast.c', 'char table[600 << 20];\nint main(void) { return table[5]; }\n');
    const { status, stderr } = lab(['cc', program, '--run']);
    expect({ status, stderr }).toEqual({
      status: 0x17,
      stderr:
        'lab: vast.exe was not started: STATUS_NO_MEMORY (0xC0000017): its code, data and stack do not fit into the 512 MB of the machine\n',
    });
  });

  test('works through a list', () => {
    const good = file('good.c', '#include <stdio.h>\nint main(void) { puts("good"); return 5; }\n');
    const bad = file('bad.c', 'int main(void) { return x; }\n');
    const list = file(
      'list.jsonl',
      [
        { id: 'a', files: [good] },
        { id: 'b', files: [bad] },
        { id: 'c', files: [good], check: true },
        { id: 'd', files: [join(folder, 'none.c')] },
      ]
        .map((item) => JSON.stringify(item))
        .join('\n'),
    );
    const { status, stdout } = lab(['cc', '--batch', list]);
    const piped = lab(
      ['cc', '--batch', '-'],
      `\ufeff{"id":1,"files":["${good}"]}\r\n\r\n{"id":2,"files":["${good}"],"check":true}\r\n`,
    );
    expect(piped.stdout.match(/"exit":\d+/g)).toEqual(['"exit":5', '"exit":0']);
    expect(lab(['cc', '--batch', folder])).toMatchObject({
      status: 125,
      stderr: expect.stringContaining(`${folder}: is a directory, not a list of programs`),
    });
    const results = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(status).toBe(0);
    expect(results).toMatchObject([
      { id: 'a', exit: 5, stdout: 'good\n', diagnostics: [] },
      { id: 'b', exit: 120, stdout: '', diagnostics: [{ file: bad, line: 1, col: 25, severity: 'error' }] },
      { id: 'c', exit: 0, stdout: '' },
      { id: 'd', exit: 125 },
    ]);
  });
});
