/**
 * Objects: counts, handles, names, deletion (what the object manager promises drivers and programs).
 */
import { describe, expect, test } from 'vitest';
import { driverWith, runLab } from '../../lab-testing.ts';

function entry(body: string, globals = '') {
  const outcome = runLab({
    driver: driverWith('return Complete(Irp, STATUS_SUCCESS, 0);', { globals, entry: `{ ${body} }` }),
    app: 'int main(void) { return 0; }',
  });
  return { ...outcome, lines: outcome.debug.trim().split('\n') };
}

function program(body: string) {
  const outcome = runLab({
    app: `#include <windows.h>\n#include <stdio.h>\nint main(void)\n{\n${body}\n    return 0;\n}\n`,
  });
  return { ...outcome, lines: outcome.console.trim().split('\n') };
}

describe('handles', () => {
  test('are multiples of four, and numbers are used again', () => {
    const { lines } = program(`
    HANDLE a = CreateEventA(NULL, TRUE, FALSE, NULL), b = CreateEventA(NULL, TRUE, FALSE, NULL);
    printf("%lu\\n", (DWORD)((ULONG_PTR)b - (ULONG_PTR)a));
    CloseHandle(a);
    printf("%d\\n", CreateEventA(NULL, TRUE, FALSE, NULL) == a);
    printf("%d ", CloseHandle((HANDLE)0x7770)); printf("%lu\\n", GetLastError());`);
    expect(lines).toEqual(['4', '1', '0 6']);
  });

  test('a thousand of them in a loop leave none behind', () => {
    const { end, trace } = program(
      'for (int i = 0; i < 1000; i++) CloseHandle(CreateEventA(NULL, TRUE, FALSE, NULL));',
    );
    expect(end).toMatchObject({ kind: 'exit', status: 0 });
    const count = (name: string) => trace.filter((e) => e.event === name && e.type === 'Event').length;
    expect(count('handle_open')).toBe(1000);
    expect(count('handle_close')).toBe(1000);
    expect(count('ob_delete')).toBe(1000);
  });

  test('more than a page of handles fit', () => {
    const { lines } = program(
      'HANDLE h = 0; for (int i = 0; i < 600; i++) h = CreateEventA(NULL, TRUE, FALSE, NULL); printf("%d\\n", SetEvent(h));',
    );
    expect(lines).toEqual(['1']);
  });

  test('a copy keeps the object alive', () => {
    const { lines } = program(`
    HANDLE a = CreateEventA(NULL, TRUE, TRUE, NULL), b;
    printf("%d\\n", DuplicateHandle(GetCurrentProcess(), a, GetCurrentProcess(), &b, 0, FALSE, DUPLICATE_SAME_ACCESS));
    CloseHandle(a);
    printf("%lu\\n", WaitForSingleObject(b, 0));`);
    expect(lines).toEqual(['1', '0']);
  });

  test('of the wrong type are refused', () => {
    const { lines } = program('printf("%d ", SetEvent(GetCurrentProcess())); printf("%lu\\n", GetLastError());');
    expect(lines).toEqual(['0 6']);
  });
});

describe('names', () => {
  test('a named event is one object for all who name it', () => {
    const { lines } = program(`
    HANDLE a = CreateEventA(NULL, TRUE, FALSE, "Alarm"), b;
    SetLastError(0);
    b = CreateEventA(NULL, TRUE, FALSE, "alarm");
    printf("%lu\\n", GetLastError());
    SetEvent(b);
    printf("%lu\\n", WaitForSingleObject(a, 0));
    CloseHandle(a); CloseHandle(b);
    printf("%d ", OpenEventA(EVENT_ALL_ACCESS, FALSE, "Alarm") != NULL); printf("%lu\\n", GetLastError());`);
    expect(lines).toEqual(['183', '0', '0 2']);
  });

  test('a driver and a program meet at an event', () => {
    const { console } = runLab({
      driver: driverWith('KeSetEvent(Event, 0, FALSE); return Complete(Irp, STATUS_SUCCESS, 0);', {
        globals: 'static PKEVENT Event; static HANDLE EventHandle;',
        entry: `UNICODE_STRING EventName = RTL_CONSTANT_STRING(L"\\\\BaseNamedObjects\\\\Meeting");
                Event = IoCreateSynchronizationEvent(&EventName, &EventHandle); KeClearEvent(Event);`,
        unload: 'ZwClose(EventHandle);',
      }),
      app: `
#include <windows.h>
#include <winioctl.h>
#include <stdio.h>
int main(void)
{
    DWORD got;
    HANDLE h = CreateFileA("\\\\\\\\.\\\\Lab", GENERIC_READ, 0, NULL, OPEN_EXISTING, 0, NULL);
    HANDLE e = OpenEventA(SYNCHRONIZE, FALSE, "Meeting");
    printf("%lX ", WaitForSingleObject(e, 0));
    DeviceIoControl(h, CTL_CODE(FILE_DEVICE_UNKNOWN, 0x800, METHOD_BUFFERED, FILE_ANY_ACCESS), NULL, 0, NULL, 0, &got, NULL);
    printf("%lX\\n", WaitForSingleObject(e, 0));
    return 0;
}`,
    });
    expect(console).toBe('102 0\n');
  });

  test('a driver references the object behind a handle of the caller', () => {
    const { lines } = entry(
      `
      HANDLE Handle; PKEVENT Event; PVOID Wrong; NTSTATUS S;
      S = ZwCreateEvent(&Handle, EVENT_ALL_ACCESS, NULL, NotificationEvent, FALSE);
      S = ObReferenceObjectByHandle(Handle, EVENT_MODIFY_STATE, *ExEventObjectType, KernelMode, (PVOID *)&Event, NULL);
      DbgPrint("%lX %ld\\n", S, KeReadStateEvent(Event));
      S = ObReferenceObjectByHandle(Handle, 0, *IoFileObjectType, KernelMode, &Wrong, NULL);
      DbgPrint("%lX\\n", S);
      ZwClose(Handle);
      KeSetEvent(Event, 0, FALSE);
      DbgPrint("%ld\\n", KeReadStateEvent(Event));
      ObDereferenceObject(Event);`,
    );
    expect(lines).toEqual(['0 0', 'C0000024', '1']);
  });
});

describe('counts', () => {
  test('a reference too few is bug check 0x18', () => {
    const { end } = entry(
      `
      PDEVICE_OBJECT Device; IoCreateDevice(DriverObject, 0, NULL, FILE_DEVICE_UNKNOWN, 0, FALSE, &Device);
      ObReferenceObject(Device);
      ObDereferenceObject(Device); ObDereferenceObject(Device); ObDereferenceObject(Device);`,
    );
    expect(end?.kind).toBe('bugcheck');
  });

  test('the last reference may go at DISPATCH_LEVEL: the object dies later, at PASSIVE_LEVEL', () => {
    const { trace } = entry(
      `
      HANDLE Handle; PKEVENT Event; KIRQL Irql; LARGE_INTEGER Wait;
      ZwCreateEvent(&Handle, EVENT_ALL_ACCESS, NULL, NotificationEvent, FALSE);
      ObReferenceObjectByHandle(Handle, 0, *ExEventObjectType, KernelMode, (PVOID *)&Event, NULL);
      ZwClose(Handle);
      KeRaiseIrql(DISPATCH_LEVEL, &Irql);
      ObDereferenceObject(Event);
      LabMark("dropped");
      KeLowerIrql(Irql);
      Wait.QuadPart = -1000000;
      KeDelayExecutionThread(KernelMode, FALSE, &Wait);`,
    );
    const mark = trace.findIndex((e) => e.event === 'mark');
    const gone = trace.findIndex((e) => e.event === 'ob_delete' && e.type === 'Event');
    expect(gone).toBeGreaterThan(mark);
    expect(trace[gone].tid).not.toBe(trace[mark].tid);
  });
});
