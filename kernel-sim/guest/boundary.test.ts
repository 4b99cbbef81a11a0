/**
 * The boundary between user and kernel mode as a program meets it. What is expected is documented: the exceptions (Win32 `EXCEPTION_RECORD`), the
 * status of an unknown service, `GetThreadTimes`, and that the tick count is read from a shared page.
 */
import { describe, expect, test } from 'vitest';
import { appWith, driverWith, runLab } from '../lab-testing.ts';

const HEADERS =
  '#include <windows.h>\n#include <winternl.h>\n#include <labsyscall.h>\n#include <intrin.h>\n#include <stdio.h>\n';

/** Runs a program (body of main, and what stands before it) to its end; its output by lines. */
function program(body: string, globals = '') {
  const app = `${HEADERS}${globals}\nint main(void)\n{\n${body}\nreturn 0;\n}\n`;
  const outcome = runLab({ app });
  expect(outcome.report.messages.filter(({ severity }) => severity === 'error')).toEqual([]);
  return { ...outcome, lines: outcome.console.split('\n').filter((line) => line !== '') };
}

const TRIED = `static void Report(DWORD Code, EXCEPTION_POINTERS *P)
{
    EXCEPTION_RECORD *R = P->ExceptionRecord;
    printf("%08lX %lu", Code, R->NumberParameters);
    if (R->NumberParameters) printf(" %I64u %I64X", R->ExceptionInformation[0], R->ExceptionInformation[1]);
    printf("\\n");
}`;
const tried = (statement: string) =>
  `__try { ${statement}; printf("went on\\n"); } __except (Report(GetExceptionCode(), GetExceptionInformation()), EXCEPTION_EXECUTE_HANDLER) { }`;

describe('what user mode may not do', () => {
  test.each([
    '__readcr3()',
    '__readcr0()',
    '__halt()',
    '_disable()',
    '_enable()',
    '__writecr8(2)',
    '__readmsr(0xC0000082)',
  ])('%s is a privileged instruction, and the program goes on after its handler', (instruction) => {
    const { lines, end, trace } = program(`${tried(instruction)} printf("after\\n");`, TRIED);
    expect(lines).toEqual(['C0000096 0', 'after']);
    expect(end).toMatchObject({ kind: 'exit', status: 0 });
    expect(trace.filter(({ event }) => event === 'fault')).toMatchObject([{ kind: 'general protection' }]);
  });

  test('the kernel’s alias of the shared page cannot be read, the user’s can, and neither be written', () => {
    const { lines } = program(
      [
        tried('(void)*(volatile ULONG *)0xFFFFF78000000000'),
        tried('(void)*(volatile ULONG *)0x7FFE0000'),
        tried('*(volatile ULONG *)0x7FFE0000 = 1'),
      ].join('\n'),
      TRIED,
    );
    expect(lines).toEqual(['C0000005 2 0 FFFFF78000000000', 'went on', 'C0000005 2 1 7FFE0000']);
  });

  test('in the kernel the same instructions and addresses are all right', () => {
    const { debug, end } = runLab({
      driver: driverWith('    return Complete(Irp, 0, 0);', {
        entry: '    DbgPrint("cr3 %d, shared %d\\n", __readcr3() != 0, *(volatile ULONG64 *)0xFFFFF78000000014 != 0);',
      }),
      app: 'int main(void) { return 0; }',
    });
    expect(end).toMatchObject({ kind: 'exit' });
    expect(debug).toBe('cr3 1, shared 1\n');
  });
});

describe('system calls by number', () => {
  test('a number without a service is refused with a status, and nothing else happens', () => {
    const { lines, trace, end } = program('printf("%08lX %08lX\\n", LabSyscall(0xFFF), LabSyscall(0x1000000));');
    expect(lines).toEqual(['C000001C C000001C']);
    expect(end).toMatchObject({ kind: 'exit', status: 0 });
    const exits = trace.filter(
      ({ event, status }) => event === 'syscall_exit' && status === 'STATUS_INVALID_SYSTEM_SERVICE',
    );
    expect(exits.map(({ number }) => number)).toEqual([0x1000000, 0xfff]);
  });

  test('a number that exists is that service, with arguments in registers and on the stack', () => {
    const { lines, trace } = program(`
      HANDLE event = NULL; LONG previous = -1;
      printf("%08lX\\n", LabSyscall(0x48, &event, 0x1F0003ULL, 0ULL, 1ULL, 1ULL));
      printf("%08lX %08lX\\n", LabSyscall(0x04, event, 0ULL, 0ULL), LabSyscall(0x0E, event, &previous));
      printf("%ld %08lX\\n", previous, LabSyscall(0x0F, 0x1234ULL));`);
    expect(lines).toEqual(['00000000', '00000000 00000000', '1 C0000008']);
    const names = trace.filter(
      ({ event, number }) => event === 'syscall_enter' && [0x48, 0x04, 0x0e].includes(Number(number)),
    );
    expect(names.map(({ name }) => name)).toEqual(['NtCreateEvent', 'NtSetEvent', 'NtWaitForSingleObject']);
  });
});

describe('times', () => {
  const TIMES = `static ULONG64 Value(FILETIME T) { return (ULONG64)T.dwHighDateTime << 32 | T.dwLowDateTime; }
static volatile int Turns;
static void Work(int Millions) { int i; for (i = 0; i < Millions * 1000000; i++) Turns++; }
static DWORD WINAPI Other(void *Argument) { Work(1); return 0; }`;

  test('GetThreadTimes is a system service and counts whole clock ticks by mode', () => {
    const { lines, trace } = program(
      `FILETIME made, ended, kernel, user; ULONG64 start;
      GetSystemTimeAsFileTime(&made); start = Value(made);
      Work(2);
      printf("%d\\n", GetThreadTimes(GetCurrentThread(), &made, &ended, &kernel, &user));
      printf("%d %I64u %I64u %d\\n", Value(made) <= start && Value(made) != 0, Value(ended), Value(user) % 156250, Value(user) >= 312500);`,
      TIMES,
    );
    expect(lines).toEqual(['1', '1 0 0 1']);
    expect(trace.filter(({ name }) => name === 'NtQueryInformationThread').map(({ event }) => event)).toEqual([
      'syscall_enter',
      'syscall_exit',
    ]);
  });

  test('of a thread that has ended, and of a handle that is none', () => {
    const { lines } = program(
      `FILETIME made, ended, kernel, user; HANDLE thread = CreateThread(NULL, 0, Other, NULL, 0, NULL);
      WaitForSingleObject(thread, INFINITE);
      printf("%d\\n", GetThreadTimes(thread, &made, &ended, &kernel, &user));
      printf("%d %d\\n", Value(ended) > Value(made), Value(user) + Value(kernel) <= Value(ended) - Value(made) + 156250);
      printf("%d\\n", GetThreadTimes((HANDLE)0x1234, &made, &ended, &kernel, &user));
      printf("%lu\\n", GetLastError());`,
      TIMES,
    );
    expect(lines).toEqual(['1', '1 1', '0', '6']);
  });

  test('a driver sees the same ticks of the calling thread', () => {
    const { debug, end } = runLab({
      driver: driverWith(
        '    { ULONG user, kernel = KeQueryRuntimeThread(KeGetCurrentThread(), &user); DbgPrint("%lu %lu\\n", kernel, user); }\n    return Complete(Irp, 0, 0);',
      ),
      app: appWith(
        `FILETIME made, ended, kernel, user; Work(2);
        GetThreadTimes(GetCurrentThread(), &made, &ended, &kernel, &user);
        DeviceIoControl(h, IOCTL_LAB(0), NULL, 0, NULL, 0, &got, NULL);
        return (int)(Value(user) / 156250);`,
        TIMES,
      ),
    });
    expect(end).toMatchObject({ kind: 'exit' });
    if (end?.kind !== 'exit') return;
    expect(end.status).toBeGreaterThan(2);
    expect(debug).toBe(`0 ${end.status}\n`);
  });

  test('GetTickCount makes no system call', () => {
    const { trace } = program('NtClose(NULL); { volatile DWORD ticks = GetTickCount(); } NtClose(NULL);');
    const calls = trace.filter(({ event }) => event === 'syscall_enter').map(({ name }) => name);
    const first = calls.indexOf('NtClose');
    expect(calls[first + 1]).toBe('NtClose');
  });
});
