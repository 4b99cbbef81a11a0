/**
 * Forms that published drivers and programs rely on: words, macros and routines beyond the everyday ones, built and run as such sources use them.
 */
import { describe, expect, it } from 'vitest';
import { appWith, driverWith, type Outcome, runLab } from '../lab-testing.ts';

/** Loads a driver whose DriverEntry begins with this text; returns what it printed. */
function debugOf(entry: string, globals = ''): string {
  const outcome = runLab({ driver: driverWith('    return Complete(Irp, STATUS_SUCCESS, 0);', { entry, globals }) });
  expectBuilt(outcome);
  return outcome.debug;
}

function expectBuilt(outcome: Outcome): void {
  expect(outcome.report).toMatchObject({ ok: true });
}

describe('sources of drivers', () => {
  it('writes the exception words without underscores', () => {
    expect(
      debugOf(`
      try { ExRaiseStatus(STATUS_DEVICE_BUSY); } except (EXCEPTION_EXECUTE_HANDLER) { DbgPrint("%x\\n", GetExceptionCode()); }
      try { leave; } finally { DbgPrint("finally %d\\n", AbnormalTermination()); }`),
    ).toBe('80000011\nfinally 0\n');
  });

  it('has the swprintf without a count that ntoskrnl exports', () => {
    expect(
      debugOf(
        'WCHAR text[32]; int n = swprintf(text, L"%s%d", L"Disk", 7); DbgPrint("%ws %d\\n", text, n);',
        '#include <stdio.h>',
      ),
    ).toBe('Disk7 5\n');
  });

  it('reads KeNumberProcessors as a number', () => {
    expect(debugOf('DbgPrint("%d\\n", KeNumberProcessors);')).toBe('2\n');
  });
});

describe('sources of programs', () => {
  it('need only windows.h for control codes', () => {
    const app = appWith('').replace('#include <winioctl.h>', '');
    const outcome = runLab({
      driver: driverWith('    return Complete(Irp, STATUS_SUCCESS, 0);'),
      app: app.replace(
        'CloseHandle(h);',
        'printf("%d\\n", DeviceIoControl(h, IOCTL_LAB(0), NULL, 0, NULL, 0, &got, NULL));',
      ),
    });
    expectBuilt(outcome);
    expect(outcome.console).toBe('1\n');
  });
});
