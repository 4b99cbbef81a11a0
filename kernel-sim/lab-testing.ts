/**
 * Shared by the tests of the whole lab: builds and runs small drivers and programs, and collects everything they produce.
 */
import { createLab } from './lab.ts';
import { type BuildReport, DEFAULT_CONFIG, type LabConfig, type RunEnd, type TraceEvent } from './protocol/lab-api.ts';

export interface Outcome {
  report: BuildReport;
  /** Undefined when the build failed. */
  end: RunEnd | undefined;
  console: string;
  debug: string;
  notes: string[];
  trace: TraceEvent[];
  instants: number;
  lab: ReturnType<typeof createLab>;
}

/** A driver `lab.c` as service `lab` and a program `app.c`; either may be left out. */
export function runLab(parts: { driver?: string; app?: string; config?: Partial<LabConfig>; slice?: number }): Outcome {
  const lab = createLab();
  const config: LabConfig = {
    ...DEFAULT_CONFIG,
    drivers: parts.driver === undefined ? [] : [{ name: 'lab', sources: [{ name: 'lab.c', text: parts.driver }] }],
    apps: parts.app === undefined ? [] : [{ name: 'app.exe', sources: [{ name: 'app.c', text: parts.app }] }],
    ...parts.config,
  };
  const report = lab.build(config);
  const outcome: Outcome = {
    ...{ report, end: undefined, console: '', debug: '', notes: [], trace: [], instants: 0, lab },
  };
  if (!report.ok) return outcome;
  lab.start();
  while (!outcome.end) {
    const state = lab.run(parts.slice ?? 1_000_000);
    outcome.console += lab.takeConsole();
    outcome.debug += lab.takeDebug();
    outcome.notes.push(...lab.takeNotes());
    outcome.trace.push(...lab.decodeTrace(lab.takeTrace()));
    outcome.end = state.end;
    outcome.instants = state.instant;
  }
  return outcome;
}

/** The frame of a driver named `lab` with device `\Device\Lab`, link `\\.\Lab`; `control` is the body of its DEVICE_CONTROL. */
export function driverWith(control: string, more: { globals?: string; entry?: string; unload?: string } = {}): string {
  return `
#include <ntddk.h>
#include <wdmsec.h>
${more.globals ?? ''}
#define IOCTL_LAB(n) CTL_CODE(FILE_DEVICE_UNKNOWN, 0x800 + (n), METHOD_BUFFERED, FILE_ANY_ACCESS)
static UNICODE_STRING DeviceName = RTL_CONSTANT_STRING(L"\\\\Device\\\\Lab");
static UNICODE_STRING LinkName = RTL_CONSTANT_STRING(L"\\\\??\\\\Lab");

static NTSTATUS Complete(PIRP Irp, NTSTATUS Status, ULONG_PTR Information)
{
    Irp->IoStatus.Status = Status;
    Irp->IoStatus.Information = Information;
    IoCompleteRequest(Irp, IO_NO_INCREMENT);
    return Status;
}

static NTSTATUS CreateClose(PDEVICE_OBJECT DeviceObject, PIRP Irp)
{
    UNREFERENCED_PARAMETER(DeviceObject);
    return Complete(Irp, STATUS_SUCCESS, 0);
}

static NTSTATUS Control(PDEVICE_OBJECT DeviceObject, PIRP Irp)
{
    PIO_STACK_LOCATION Stack = IoGetCurrentIrpStackLocation(Irp);
    PVOID Buffer = Irp->AssociatedIrp.SystemBuffer;
    ULONG Code = Stack->Parameters.DeviceIoControl.IoControlCode;
    ULONG In = Stack->Parameters.DeviceIoControl.InputBufferLength;
    ULONG Out = Stack->Parameters.DeviceIoControl.OutputBufferLength;
    UNREFERENCED_PARAMETER(DeviceObject); UNREFERENCED_PARAMETER(Buffer); UNREFERENCED_PARAMETER(Code);
    UNREFERENCED_PARAMETER(In); UNREFERENCED_PARAMETER(Out);
${control}
}

static VOID Unload(PDRIVER_OBJECT DriverObject)
{
    ${more.unload ?? ''}
    IoDeleteSymbolicLink(&LinkName);
    IoDeleteDevice(DriverObject->DeviceObject);
}

NTSTATUS DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
    PDEVICE_OBJECT Device;
    NTSTATUS Status;
    UNREFERENCED_PARAMETER(RegistryPath);
    ${more.entry ?? ''}
    Status = IoCreateDeviceSecure(DriverObject, 0, &DeviceName, FILE_DEVICE_UNKNOWN, FILE_DEVICE_SECURE_OPEN, FALSE,
                                  &SDDL_DEVOBJ_SYS_ALL_ADM_ALL, NULL, &Device);
    if (!NT_SUCCESS(Status)) return Status;
    Status = IoCreateSymbolicLink(&LinkName, &DeviceName);
    if (!NT_SUCCESS(Status)) { IoDeleteDevice(Device); return Status; }
    DriverObject->MajorFunction[IRP_MJ_CREATE] = CreateClose;
    DriverObject->MajorFunction[IRP_MJ_CLOSE] = CreateClose;
    DriverObject->MajorFunction[IRP_MJ_DEVICE_CONTROL] = Control;
    DriverObject->DriverUnload = Unload;
    return STATUS_SUCCESS;
}
`;
}

/** A program that opens `\\.\Lab` as `h` and goes on with the given body. */
export function appWith(body: string, globals = ''): string {
  return `
#include <windows.h>
#include <winioctl.h>
#include <stdio.h>
#include <string.h>
#define IOCTL_LAB(n) CTL_CODE(FILE_DEVICE_UNKNOWN, 0x800 + (n), METHOD_BUFFERED, FILE_ANY_ACCESS)
${globals}
int main(int argc, char **argv)
{
    DWORD got = 0;
    HANDLE h = CreateFileW(L"\\\\\\\\.\\\\Lab", GENERIC_READ | GENERIC_WRITE, 0, NULL, OPEN_EXISTING, 0, NULL);
    (void)argc; (void)argv; (void)got;
    if (h == INVALID_HANDLE_VALUE) {
        printf("open failed: %lu\\n", GetLastError());
        return 1;
    }
${body}
    CloseHandle(h);
    return 0;
}
`;
}
