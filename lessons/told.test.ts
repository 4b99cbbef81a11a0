/** What the texts of the lessons tell the learner to see, seen under the debugger of the command line. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import type { Lesson } from './schema.ts';

const PROJECT = fileURLToPath(new URL('..', import.meta.url));

/** Carries out commands of `lab debug` on a lesson's starter or solution, under its first seed; what was printed. */
function debugLesson(id: string, script: readonly string[], changed: 'files' | 'solution' = 'files'): string {
  const { scenario, files } = JSON.parse(readFileSync(new URL(`${id}/lesson.json`, import.meta.url), 'utf8')) as Lesson;
  const isChanged = (name: string) =>
    changed === 'solution' && files.some((file) => file.name === name && file.access === 'editable');
  const paths = (names: readonly string[]) =>
    names.map((name) => `lessons/${id}/${isChanged(name) ? 'solution' : 'files'}/${name}`).join(',');
  const args = [
    ...scenario.drivers.flatMap(({ name, sources }) => ['--driver', `${name}=${paths(sources)}`]),
    ...scenario.apps.flatMap(({ sources }) => ['--app', paths(sources)]),
    ...['-I', `lessons/${id}/files`, '--cpus', `${scenario.cpus}`, '--seed', `${scenario.seeds[0]}`],
    ...(scenario.parallel ? ['--parallel'] : []),
  ];
  const { stdout } = spawnSync(process.execPath, ['.ci/exec.mjs', 'kernel-sim/cli/main.ts', 'debug', ...args], {
    cwd: PROJECT,
    input: `${script.join('\n')}\n`,
    encoding: 'utf8',
  });
  return stdout;
}

/** Each of these is in a line of the output, in this order. Repeated commands are no output. */
function shownInOrder(out: string, expected: readonly string[]): void {
  const shown = out.split('\n').filter((line) => !line.startsWith('> '));
  let from = 0;
  for (const text of expected) {
    const at = shown.findIndex((line, i) => i >= from && line.includes(text));
    expect(at, `${text} in\n${out}`).toBeGreaterThanOrEqual(0);
    from = at + 1;
  }
}

test('First contact: stepping backwards from the copy leads to the line that wrote the wrong length', () => {
  const script = [
    'g',
    '!goto 0',
    '!next irp_copy',
    '!next irp_copy',
    't-',
    't-',
    'dv Information',
    'gu-',
    'dv inputLength',
  ];
  shownInOrder(debugLesson('first-contact', script), [
    "console: short: 'Hell' (4 bytes)",
    'irp_copy: 4 bytes to user',
    'driver.c:56) | IoCompleteRequest(Irp, IO_NO_INCREMENT);',
    'driver.c:55) | Irp->IoStatus.Information = Information;',
    'Information = 4',
    'driver.c:86) | return Complete(Irp, STATUS_SUCCESS, inputLength);',
    'inputLength = 4',
  ]);
}, 120_000);

test('Two modes: back from the fault the CPU is in user mode at line 2; a step on, the handler has it', () => {
  const out = debugLesson('two-modes', ['!next fault', 'r', 't-', 'r', 't', '!pte 0xFFFFF78000000008', 'g']);
  shownInOrder(out, [
    'fault: page fault: read of 0xFFFFF78000000008 in probe!TryFourLines',
    'cpu 0, kernel mode',
    '/* line 2 */',
    'cpu 0, user mode',
    'Refused(2, GetExceptionCode());',
    'kernel only',
    'console: line 2 raised exception C0000005',
    'console: line 3 raised exception C0000096',
    'console: line 4 raised exception C0000005',
    'its own time: exception C0000005',
    'console: clock: 12',
  ]);
  expect(out).toMatch(/dbg: line 2 gave [1-9]\d*, line 3 gave [0-9A-F]+/);
});

test('Anatomy of a system call: registers at the border, one thread, and a fault that became a status', () => {
  const script = [
    '!next tag',
    '!next syscall_enter',
    'k',
    '.frame 2',
    'r',
    '.frame 1',
    '? TrapFrame->Rcx',
    '!next irp_call',
    'k',
    'g',
  ];
  const out = debugLesson('system-call', script, 'solution');
  shownInOrder(out, [
    'event: syscall_enter: NtWriteFile',
    '-- system call',
    '-- user mode --',
    ' 2 ntdll!NtWriteFile',
    'user mode, IRQL 0',
    'rip ',
    'rax    0000000000000008',
    'rcx ',
    'r10    0000000000000004',
    'r11    0000000000000202',
    'event: irp_call',
    'nt!NtWriteFile',
    'ntdll!NtWriteFile',
    'console: bad buffer: status C0000005',
    'console: bad number: status C000001C',
  ]);
  const [, rip] = /\nrip +(\S+) +ntdll!NtWriteFile/.exec(out) ?? [];
  expect(out).toContain(`\nrcx    ${rip}  ntdll!NtWriteFile`);
  expect(out).toContain(`= 0x${rip} ntdll!NtWriteFile`);
  const tids = new Set(Array.from(out.matchAll(/^#\d+ cpu \d tid (\d+): .*event: /gm), ([, tid]) => tid));
  expect(tids.size).toBe(1);
}, 120_000);
