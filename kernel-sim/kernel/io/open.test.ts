/**
 * Opening and closing devices: names, access, dispositions, and which requests the driver sees (semantics B1, B2, B8).
 */
import { describe, expect, test } from 'vitest';
import { runLab } from '../../lab-testing.ts';

/** A driver with two devices; prints what it is asked. `Secret` is for the kernel only, `Once` is exclusive. */
const DRIVER = `
#include <ntddk.h>
#include <wdmsec.h>
static NTSTATUS Dispatch(PDEVICE_OBJECT DeviceObject, PIRP Irp)
{
    PIO_STACK_LOCATION Stack = IoGetCurrentIrpStackLocation(Irp);
    NTSTATUS Status = STATUS_SUCCESS;
    UNREFERENCED_PARAMETER(DeviceObject);
    Irp->IoStatus.Information = 0;
    if (Stack->MajorFunction == IRP_MJ_CREATE) {
        ULONG Disposition = Stack->Parameters.Create.Options >> 24;
        DbgPrint("create '%wZ' %lu %06lX\\n", &Stack->FileObject->FileName, Disposition, Stack->Parameters.Create.Options & 0xFFFFFF);
        Irp->IoStatus.Information = Disposition == FILE_OVERWRITE_IF ? FILE_OVERWRITTEN : FILE_OPENED;
        if (Stack->FileObject->FileName.Length == 5 * sizeof(WCHAR))
            Status = STATUS_OBJECT_NAME_INVALID;
    } else if (Stack->MajorFunction == IRP_MJ_DEVICE_CONTROL)
        Irp->IoStatus.Information = 0;
    else
        DbgPrint("%s\\n", Stack->MajorFunction == IRP_MJ_CLEANUP ? "cleanup" : "close");
    Irp->IoStatus.Status = Status;
    IoCompleteRequest(Irp, IO_NO_INCREMENT);
    return Status;
}
static VOID Add(PDRIVER_OBJECT DriverObject, PCWSTR Device, PCWSTR Link, BOOLEAN Exclusive, PCUNICODE_STRING Sddl)
{
    UNICODE_STRING Name, LinkName;
    PDEVICE_OBJECT DeviceObject;
    RtlInitUnicodeString(&Name, Device);
    RtlInitUnicodeString(&LinkName, Link);
    IoCreateDeviceSecure(DriverObject, 0, &Name, FILE_DEVICE_UNKNOWN, FILE_DEVICE_SECURE_OPEN, Exclusive, Sddl, NULL, &DeviceObject);
    IoCreateSymbolicLink(&LinkName, &Name);
}
NTSTATUS DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
    UNICODE_STRING Link = RTL_CONSTANT_STRING(L"\\\\DosDevices\\\\Dangling"), Target = RTL_CONSTANT_STRING(L"\\\\Device\\\\Gone");
    UNREFERENCED_PARAMETER(RegistryPath);
    DriverObject->MajorFunction[IRP_MJ_CREATE] = DriverObject->MajorFunction[IRP_MJ_CLEANUP] = Dispatch;
    DriverObject->MajorFunction[IRP_MJ_CLOSE] = DriverObject->MajorFunction[IRP_MJ_DEVICE_CONTROL] = Dispatch;
    Add(DriverObject, L"\\\\Device\\\\Open", L"\\\\DosDevices\\\\Open", FALSE, &SDDL_DEVOBJ_SYS_ALL_ADM_ALL);
    Add(DriverObject, L"\\\\Device\\\\Once", L"\\\\??\\\\Once", TRUE, &SDDL_DEVOBJ_SYS_ALL_ADM_ALL);
    Add(DriverObject, L"\\\\Device\\\\Secret", L"\\\\??\\\\Secret", FALSE, &SDDL_DEVOBJ_KERNEL_ONLY);
    Add(DriverObject, L"\\\\Device\\\\Look", L"\\\\??\\\\Look", FALSE, &SDDL_DEVOBJ_SYS_ALL_ADM_RX);
    IoCreateSymbolicLink(&Link, &Target);
    return STATUS_SUCCESS;
}
`;

function run(body: string) {
  const { console, debug, end, trace } = runLab({
    driver: DRIVER,
    app: `
#include <windows.h>
#include <winioctl.h>
#include <stdio.h>
static HANDLE Open(const char *name, DWORD access, DWORD disposition)
{
    HANDLE h;
    SetLastError(1234);
    h = CreateFileA(name, access, 0, NULL, disposition, 0, NULL);
    printf("%s %lu\\n", h == INVALID_HANDLE_VALUE ? "no" : "yes", GetLastError());
    return h;
}
int main(void)
{
${body}
    return 0;
}
`,
  });
  expect(end).toMatchObject({ kind: 'exit', status: 0 });
  return { lines: console.trim().split('\n'), debug: debug.trim().split('\n'), trace };
}

describe('names', () => {
  test('are found without regard to case, through both prefixes', () => {
    const { lines } = run(String.raw`
    CloseHandle(Open("\\\\.\\OPEN", GENERIC_READ, OPEN_EXISTING));
    CloseHandle(Open("\\\\?\\open", GENERIC_READ, OPEN_EXISTING));
    CloseHandle(Open("\\\\.\\Global\\Open", GENERIC_READ, OPEN_EXISTING));
    CloseHandle(Open("\\\\.\\GLOBALROOT\\Device\\Open", GENERIC_READ, OPEN_EXISTING));`);
    expect(lines.slice(0, 3).every((line) => line.startsWith('yes'))).toBe(true);
  });

  test('that do not exist: 2 for a missing link or target, 3 for a missing directory', () => {
    const { lines } = run(String.raw`
    Open("\\\\.\\Nothing", GENERIC_READ, OPEN_EXISTING);
    Open("\\\\.\\Dangling", GENERIC_READ, OPEN_EXISTING);
    Open("\\\\.\\Nothing\\more", GENERIC_READ, OPEN_EXISTING);`);
    expect(lines).toEqual(['no 2', 'no 2', 'no 3']);
  });

  test("what follows the device's name goes to the driver", () => {
    const { debug } = run(String.raw`
    CloseHandle(Open("\\\\.\\Open", GENERIC_READ, OPEN_EXISTING));
    CloseHandle(Open("\\\\.\\Open\\a\\b.txt", GENERIC_READ, OPEN_EXISTING));`);
    expect(debug.filter((line) => line.startsWith('create'))).toEqual([
      "create '(null)' 1 000060",
      "create '\\a\\b.txt' 1 000060",
    ]);
  });
});

describe('open', () => {
  test('dispositions reach the driver in the high byte of Options', () => {
    const { debug } = run(String.raw`
    CloseHandle(Open("\\\\.\\Open", GENERIC_READ, CREATE_NEW));
    CloseHandle(Open("\\\\.\\Open", GENERIC_READ, CREATE_ALWAYS));
    CloseHandle(Open("\\\\.\\Open", GENERIC_READ, OPEN_EXISTING));
    CloseHandle(Open("\\\\.\\Open", GENERIC_READ, OPEN_ALWAYS));`);
    expect(debug.filter((line) => line.startsWith('create')).map((line) => line.split(' ')[2])).toEqual([
      '2',
      '5',
      '1',
      '3',
    ]);
  });

  test('183 comes with a valid handle when OPEN_ALWAYS opened or CREATE_ALWAYS overwrote', () => {
    const { lines } = run(String.raw`
    CloseHandle(Open("\\\\.\\Open", GENERIC_READ, OPEN_ALWAYS));
    CloseHandle(Open("\\\\.\\Open", GENERIC_READ, CREATE_ALWAYS));`);
    expect(lines).toEqual(['yes 183', 'yes 183']);
  });

  test('an exclusive device is opened once at a time', () => {
    const { lines } = run(String.raw`
    HANDLE h = Open("\\\\.\\Once", GENERIC_READ, OPEN_EXISTING);
    Open("\\\\.\\Once", GENERIC_READ, OPEN_EXISTING);
    CloseHandle(h);
    CloseHandle(Open("\\\\.\\Once", GENERIC_READ, OPEN_EXISTING));`);
    expect(lines.map((line) => line.split(' ')[0])).toEqual(['yes', 'no', 'yes']);
    expect(lines[1]).toBe('no 5');
  });

  test('the security descriptor decides what an administrator may do', () => {
    const { lines } = run(String.raw`
    Open("\\\\.\\Secret", GENERIC_READ, OPEN_EXISTING);
    Open("\\\\.\\Look", GENERIC_READ | GENERIC_WRITE, OPEN_EXISTING);
    CloseHandle(Open("\\\\.\\Look", GENERIC_READ, OPEN_EXISTING));`);
    expect(lines.map((line) => line.split(' ').slice(0, 1)[0])).toEqual(['no', 'no', 'yes']);
  });

  test('access bits of a control code are checked before the driver is called', () => {
    const { lines, trace } = run(String.raw`
    DWORD got;
    HANDLE h = Open("\\\\.\\Open", 0, OPEN_EXISTING);
    printf("%d\n", DeviceIoControl(h, CTL_CODE(FILE_DEVICE_UNKNOWN, 0x800, METHOD_BUFFERED, FILE_ANY_ACCESS), NULL, 0, NULL, 0, &got, NULL));
    printf("%d ", DeviceIoControl(h, CTL_CODE(FILE_DEVICE_UNKNOWN, 0x800, METHOD_BUFFERED, FILE_READ_ACCESS), NULL, 0, NULL, 0, &got, NULL));
    printf("%lu\n", GetLastError());
    CloseHandle(h);`);
    expect(lines.slice(1)).toEqual(['1', '0 5']);
    expect(trace.filter((e) => e.event === 'irp_call' && e.major === 'IRP_MJ_DEVICE_CONTROL')).toHaveLength(1);
  });
});

describe('close', () => {
  test('sends CLEANUP, then CLOSE', () => {
    const { debug } = run(String.raw`CloseHandle(Open("\\\\.\\Open", GENERIC_READ, OPEN_EXISTING));`);
    expect(debug).toEqual(["create '(null)' 1 000060", 'cleanup', 'close']);
  });

  test('a failed create gets neither', () => {
    const { debug, lines } = run(String.raw`Open("\\\\.\\Open\\fail", GENERIC_READ, OPEN_EXISTING);`);
    expect(lines).toEqual(['no 123']);
    expect(debug).toEqual(["create '\\fail' 1 000060"]);
  });

  test('happens for every handle that a program leaves open', () => {
    const { debug } = run(String.raw`Open("\\\\.\\Open", GENERIC_READ, OPEN_EXISTING);`);
    expect(debug).toEqual(["create '(null)' 1 000060", 'cleanup', 'close']);
  });
});
