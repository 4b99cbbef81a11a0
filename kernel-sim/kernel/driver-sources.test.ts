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

  it('sizes a structure with FIELD_OFFSET and an index that is known only at run time', () => {
    const globals =
      'typedef struct { ULONG Length; WCHAR Text[ANYSIZE_ARRAY]; } RECORD; C_ASSERT(FIELD_OFFSET(RECORD, Text) == 4);';
    expect(
      debugOf('ULONG n = RegistryPath->Length; DbgPrint("%d\\n", FIELD_OFFSET(RECORD, Text[n]) - 2 * n);', globals),
    ).toBe('4\n');
  });

  it('has reader/writer spin locks', () => {
    const globals = `
      static EX_SPIN_LOCK Lock; static LONG Pair[2], Bad; static LONG Left = 3;
      static VOID Writer(PVOID c)
      {
          for (int i = 0; i < 300; i++) {
              KIRQL q = ExAcquireSpinLockExclusive(&Lock); Pair[0]++; Pair[1]++; ExReleaseSpinLockExclusive(&Lock, q);
              q = ExAcquireSpinLockShared(&Lock); if (Pair[0] != Pair[1]) Bad++; ExReleaseSpinLockShared(&Lock, q);
          }
          if (InterlockedDecrement(&Left) == 0) KeSetEvent(c, 0, FALSE);
      }`;
    const entry = `
      KEVENT done; HANDLE t; KIRQL q; LOGICAL won;
      KeInitializeEvent(&done, NotificationEvent, FALSE);
      for (int i = 0; i < 3; i++) { PsCreateSystemThread(&t, THREAD_ALL_ACCESS, NULL, NULL, NULL, Writer, &done); ZwClose(t); }
      KeWaitForSingleObject(&done, Executive, KernelMode, FALSE, NULL);
      q = ExAcquireSpinLockShared(&Lock); won = ExTryConvertSharedSpinLockExclusive(&Lock); ExReleaseSpinLockExclusive(&Lock, q);
      DbgPrint("%d %d %d %d\\n", Pair[0], Bad, won, Lock);`;
    expect(debugOf(entry, globals)).toBe('900 0 1 0\n');
  });

  it('reads a GUID back from its text', () => {
    const entry = `
      UNICODE_STRING text; GUID in = {0x12abcdef, 0x3456, 0x789a, {1, 2, 3, 4, 5, 6, 7, 0xfe}}, out; NTSTATUS bad;
      RtlStringFromGUID(&in, &text);
      DbgPrint("%x ", RtlGUIDFromString(&text, &out));
      DbgPrint("%d ", RtlEqualMemory(&in, &out, sizeof(GUID)));
      text.Buffer[3] = L'g'; bad = RtlGUIDFromString(&text, &out); RtlFreeUnicodeString(&text); DbgPrint("%x\\n", bad);`;
    expect(debugOf(entry)).toBe('0 1 c000000d\n');
  });

  it('is told that KeLowerIrql cannot raise', () => {
    const outcome = runLab({ driver: driverWith('    return 0;', { entry: 'KeLowerIrql(DISPATCH_LEVEL);' }) });
    expect(outcome.end).toMatchObject({ kind: 'bugcheck' });
    expect(JSON.stringify(outcome.end)).toContain('KeLowerIrql was asked for IRQL 2, which is above the current 0');
  });

  it('prints within the limits of DbgPrint: no floating point, wide text only at PASSIVE_LEVEL, 512 bytes', () => {
    const entry = `
      UNICODE_STRING name = RTL_CONSTANT_STRING(L"name"); ANSI_STRING narrow = RTL_CONSTANT_STRING("narrow"); KIRQL q;
      char many[600]; memset(many, 'm', 599); many[599] = 0;
      DbgPrint("%wZ %Z %ws %S %C %lc %f %d %n.\\n", &name, &narrow, L"ws", L"S", L'C', L'l', 2.5, 7, (int *)NULL);
      KeRaiseIrql(DISPATCH_LEVEL, &q);
      DbgPrint("%d %wZ %Z %s %hs\\n", 1, &name, &narrow, "s", "hs");
      DbgPrint("%40ls|%c%C%d\\n", L"wide", 'c', L'C', 2);
      KeLowerIrql(q);
      DbgPrintEx(DPFLTR_IHVDRIVER_ID, DPFLTR_INFO_LEVEL, "%s", many);`;
    const [passive, raised, padded, long] = debugOf(entry).split('\n');
    expect(passive).toBe('name narrow ws S C l (float) 7 .');
    expect(raised).toBe('1 (wide text: only at PASSIVE_LEVEL) narrow s hs');
    expect(padded).toBe(`${' '.repeat(6)}(wide text: only at PASSIVE_LEVEL)|c(wide text: only at PASSIVE_LEVEL)2`);
    expect(long).toBe('m'.repeat(512));
  });

  it('bounds strings with ntstrsafe.h', () => {
    const entry = `
      WCHAR text[8]; char narrow[8]; UNICODE_STRING s; PWSTR end; size_t left; NTSTATUS st; UNICODE_STRING from = RTL_CONSTANT_STRING(L"abcdef");
      s.Buffer = text; s.Length = 0; s.MaximumLength = sizeof(text);
      st = RtlUnicodeStringCbCopyN(&s, &from, 6); DbgPrint("%x %wZ ", st, &s);
      st = RtlUnicodeStringCchCatStringN(&s, L"xyz", 2); DbgPrint("%x %wZ ", st, &s);
      st = RtlUnicodeStringCbCatN(&s, &from, 100); DbgPrint("%x %wZ ", st, &s);
      st = RtlStringCchCopyUnicodeString(text, 4, &from); DbgPrint("%x %ws\\n", st, text);
      st = RtlStringCchCopyNExW(text, 8, L"longer", 4, &end, &left, 0); DbgPrint("%x %ws %d %d ", st, text, (int)(end - text), (int)left);
      st = RtlStringCbCatNExA(strcpy(narrow, "ab"), 8, "cdefghij", 20, NULL, NULL, STRSAFE_NULL_ON_FAILURE); DbgPrint("%x '%s' ", st, narrow);
      st = RtlStringCbCopyExA(narrow, 8, "long enough", NULL, NULL, STRSAFE_FILL_ON_FAILURE | 'x'); DbgPrint("%x '%s' ", st, narrow);
      s.Length = 3; DbgPrint("%x\\n", RtlUnicodeStringValidate(&s));`;
    expect(debugOf(entry, '#include <ntstrsafe.h>')).toBe(
      "0 abc 0 abcxy 80000005 abcxyabc 80000005 abc\n0 long 4 4 80000005 '' 80000005 'xxxxxxx' c000000d\n",
    );
  });

  it('reads KeNumberProcessors as a number', () => {
    expect(debugOf('DbgPrint("%d\\n", KeNumberProcessors);')).toBe('2\n');
  });
});

describe('sources of programs', () => {
  it('reach a device by its kernel name', () => {
    const app = appWith('printf("open\\n");').replace(
      'L"\\\\\\\\.\\\\Lab"',
      'L"\\\\\\\\.\\\\GLOBALROOT\\\\Device\\\\Lab"',
    );
    const outcome = runLab({ driver: driverWith('    return Complete(Irp, STATUS_SUCCESS, 0);'), app });
    expect(outcome.console).toBe('open\n');
  });

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
