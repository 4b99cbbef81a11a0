/**
 * What wrong drivers and programs get: told what, where and why, with the documented code; never a hang of the lab,
 * never an internal error (design rule 9, semantics B8 and B9).
 */
import { describe, expect, test } from 'vitest';
import { appWith, driverWith, type Outcome, runLab } from './lab-testing.ts';

const CALL = 'DeviceIoControl(h, IOCTL_LAB(0), NULL, 0, NULL, 0, &got, NULL);';

function stop(driver: string): Extract<Outcome['end'], { kind: 'bugcheck' }>['bugcheck'] {
  const { end, report } = runLab({ driver, app: appWith(CALL) });
  expect(report.messages.filter((m) => m.severity === 'error')).toEqual([]);
  expect(end?.kind, JSON.stringify(end)).toBe('bugcheck');
  if (end?.kind !== 'bugcheck') throw new Error('unreachable');
  return end.bugcheck;
}

describe('a driver that breaks the rules stops the system', () => {
  test('null pointer at PASSIVE_LEVEL: 0x3B, naming routine and line', () => {
    const report = stop(driverWith('    *(ULONG *)NULL = 1;\n    return Complete(Irp, STATUS_SUCCESS, 0);'));
    expect(report.code).toBe(0x3b);
    expect(report.parameters[0]).toBe('00000000C0000005');
    expect(report.explanation.join('\n')).toMatch(/Control/);
    expect(report.explanation.join('\n')).toMatch(/lab\.c:\d+/);
    expect(report.stack.join('\n')).toMatch(/Control/);
  });

  test('null pointer at DISPATCH_LEVEL: 0xD1 with address, IRQL and access', () => {
    const report = stop(
      driverWith(`    KIRQL q; KSPIN_LOCK l; KeInitializeSpinLock(&l); KeAcquireSpinLock(&l, &q);
    *(volatile ULONG *)8 = 1;
    KeReleaseSpinLock(&l, q);
    return Complete(Irp, STATUS_SUCCESS, 0);`),
    );
    expect(report.code).toBe(0xd1);
    expect(report.parameters.slice(0, 3)).toEqual(['0000000000000008', '0000000000000002', '0000000000000001']);
  });

  test('kernel address without a mapping: 0x50, and __try does not help', () => {
    const report = stop(
      driverWith(`    __try { *(volatile ULONG *)0xFFFFC00012345000 = 1; } __except (EXCEPTION_EXECUTE_HANDLER) { }
    return Complete(Irp, STATUS_SUCCESS, 0);`),
    );
    expect(report.code).toBe(0x50);
    expect(report.parameters[0]).toBe('FFFFC00012345000');
  });

  test('a pointer that is no canonical address stays exact', () => {
    const report = stop(
      driverWith(`    *(volatile ULONG *)0xDEADBEEFDEADBEEF = 1;
    return Complete(Irp, STATUS_SUCCESS, 0);`),
    );
    expect(report.code).toBe(0x3b);
  });

  test('call through null', () => {
    const report = stop(
      driverWith(`    void (*f)(void) = NULL; f();
    return Complete(Irp, STATUS_SUCCESS, 0);`),
    );
    expect([0x3b, 0x7e, 0xd1]).toContain(report.code);
    expect(report.stack.join('\n')).toMatch(/Control/);
  });

  test('endless recursion: 0x7F, double fault', () => {
    const report = stop(
      driverWith('    return Deeper(1) ? STATUS_SUCCESS : Complete(Irp, STATUS_SUCCESS, 0);', {
        globals:
          'static int Deeper(int n) { volatile char pad[256]; pad[0] = (char)n; return Deeper(n + 1) + pad[0]; }',
      }),
    );
    expect(report.code).toBe(0x7f);
    expect(report.parameters[0]).toBe('0000000000000008');
  });

  test('divide by zero', () => {
    const report = stop(
      driverWith(`    volatile int zero = 0; volatile int x = 1 / zero; (void)x;
    return Complete(Irp, STATUS_SUCCESS, 0);`),
    );
    expect(report.code).toBe(0x3b);
    expect(report.parameters[0]).toBe('00000000C0000094');
  });

  test('completed twice: 0x44', () => {
    const report = stop(
      driverWith('    Complete(Irp, STATUS_SUCCESS, 0);\n    return Complete(Irp, STATUS_SUCCESS, 0);'),
    );
    expect(report.code).toBe(0x44);
  });

  test('pool freed twice: 0xC2', () => {
    const report = stop(
      driverWith(`    PVOID p = ExAllocatePool2(POOL_FLAG_NON_PAGED, 64, 'abaL');
    ExFreePoolWithTag(p, 'abaL'); ExFreePoolWithTag(p, 'abaL');
    return Complete(Irp, STATUS_SUCCESS, 0);`),
    );
    expect(report.code).toBe(0xc2);
  });

  test('a corrupted list entry fails fast: 0x139', () => {
    const report = stop(
      driverWith(`    LIST_ENTRY head, a; InitializeListHead(&head); InsertTailList(&head, &a); a.Flink = (PLIST_ENTRY)&head + 1;
    RemoveEntryList(&a);
    return Complete(Irp, STATUS_SUCCESS, 0);`),
    );
    expect(report.code).toBe(0x139);
    expect(report.parameters[0]).toBe('0000000000000003');
  });

  test('a stack buffer overrun is found by the cookie: 0xF7', () => {
    const report = stop(
      driverWith('    Overrun(24);\n    return Complete(Irp, STATUS_SUCCESS, 0);', {
        globals:
          'static void Overrun(int n) { char b[16]; int i; for (i = 0; i < n; i++) b[i] = (char)i; DbgPrint("%c", b[3]); }',
      }),
    );
    expect(report.code).toBe(0xf7);
  });

  test('returning at a raised IRQL: 0x4A', () => {
    const report = stop(
      driverWith(`    KIRQL q; NTSTATUS s = Complete(Irp, STATUS_SUCCESS, 0); KeRaiseIrql(DISPATCH_LEVEL, &q);
    return s;`),
    );
    expect(report.code).toBe(0x4a);
  });
});

describe('a driver that does not do its part', () => {
  test('DriverEntry fails: 123 and its NTSTATUS by name, and no program is run', () => {
    const driver = driverWith('    return Complete(Irp, 0, 0);', { entry: 'return STATUS_INSUFFICIENT_RESOURCES;' });
    const { end, console } = runLab({ driver, app: appWith('printf("ran\\n");') });
    expect(end).toMatchObject({
      kind: 'driver-failed',
      exitCode: 123,
      driver: 'lab',
      statusName: 'STATUS_INSUFFICIENT_RESOURCES',
    });
    expect(console).toBe('');
  });

  test('a request that is never completed: 122 at once, naming IRP, driver and who waits', () => {
    const { end, instants } = runLab({
      driver: driverWith('    IoMarkIrpPending(Irp);\n    return STATUS_PENDING;'),
      app: appWith(CALL),
    });
    expect(end).toMatchObject({ kind: 'hang', exitCode: 122 });
    if (end?.kind !== 'hang') return;
    expect([end.text, ...end.waits].join('\n')).toMatch(/IRP/);
    expect([end.text, ...end.waits].join('\n')).toMatch(/lab/);
    expect([end.text, ...end.waits].join('\n')).toMatch(/app\.exe/);
    expect(instants).toBeLessThan(5_000_000);
  });

  test('a loop without end: the limit names the function', () => {
    const { end } = runLab({
      driver: driverWith('    Spin();\n    return Complete(Irp, 0, 0);', {
        globals: 'static volatile int Go = 1; static void Spin(void) { while (Go) { } }',
      }),
      app: appWith(CALL),
      config: { limitInstructions: 2_000_000 },
    });
    expect(end).toMatchObject({ kind: 'limit', exitCode: 122 });
    if (end?.kind === 'limit') expect(end.text).toMatch(/Spin/);
  });

  test('a sleep past the limit of simulated time ends with 122', () => {
    const app = '#include <windows.h>\nint main(void) { Sleep(100000); return 0; }\n';
    expect(runLab({ app }).end).toMatchObject({ kind: 'limit', exitCode: 122 });
    expect(runLab({ app, config: { limitNs: 200e9 } }).end).toMatchObject({ kind: 'exit', exitCode: 0 });
  });

  test('a routine that the lab lacks is a build error that names it', () => {
    const { report } = runLab({ driver: driverWith('    IoFrobnicateEverything(Irp);\n    return 0;') });
    expect(report.ok).toBe(false);
    const text = report.messages.map((m) => `${m.file}:${m.line} ${m.severity} ${m.text}`).join('\n');
    expect(text).toMatch(/lab\.c:\d+ error .*IoFrobnicateEverything/);
  });

  test('all errors of a build at once, each at its place', () => {
    const { report } = runLab({
      app: 'int main(void) {\n  int x = y;\n  foo bar;\n  return 1 +;\n}\nint f(void) { return z; }\n',
    });
    const lines = new Set(report.messages.filter((m) => m.severity === 'error').map((m) => m.line));
    expect([...lines].sort()).toEqual([2, 3, 4, 6]);
  });
});

describe('a program that breaks', () => {
  test.each([
    ['writes through null', '*(volatile int *)0 = 1;', 0xc0000005],
    ['divides by zero', 'volatile int z = 0; got = 5 / z;', 0xc0000094],
    ['reads a kernel address', 'got = *(volatile int *)0xFFFFF80000000000;', 0xc0000005],
    ['recurses without end', 'deep(1);', 0xc00000fd],
    ['executes a privileged instruction', '__halt();', 0xc0000096],
  ])('%s: 124 and the exception by its code', (_, body, code) => {
    const globals =
      'void __halt(void); static int deep(int n) { volatile char pad[512]; pad[0] = (char)n; return deep(n + 1) + pad[0]; }';
    const app = `#include <windows.h>\n#include <stdio.h>\n${globals}\nint main(void) { unsigned got = 0; printf("before\\n"); ${body} printf("after %u\\n", got); return 0; }`;
    const { end, console } = runLab({ app });
    expect(end).toMatchObject({ kind: 'exception', exitCode: 124 });
    if (end?.kind === 'exception') expect(end.code >>> 0).toBe(code >>> 0);
    expect(console).toBe('before\n');
  });

  test('its own __except gets the exception', () => {
    const app = `#include <windows.h>
#include <stdio.h>
int main(void) {
  __try { *(volatile int *)16 = 1; printf("not here\\n"); }
  __except (GetExceptionCode() == EXCEPTION_ACCESS_VIOLATION ? EXCEPTION_EXECUTE_HANDLER : EXCEPTION_CONTINUE_SEARCH) {
    printf("caught %08lX\\n", GetExceptionCode());
  }
  return 7;
}`;
    const { end, console } = runLab({ app });
    expect(console).toBe('caught C0000005\n');
    expect(end).toMatchObject({ kind: 'exit', exitCode: 7 });
  });
});
