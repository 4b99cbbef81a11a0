/**
 * Shared by the tests of the whole lab: builds and runs small drivers and programs, and collects everything they produce.
 */
import { createBuilder, createLab, type RingZeroLab } from './lab.ts';
import { type BuildReport, DEFAULT_CONFIG, type LabConfig, type RunEnd, type TraceEvent } from './protocol/lab-api.ts';
import type { At } from './protocol/time.ts';
import type { Cursor } from './timeline/cursor.ts';
import { Timeline, type TimelineOptions } from './timeline/timeline.ts';

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

interface Parts {
  driver?: string;
  app?: string;
  config?: Partial<LabConfig>;
}

/** Tests of a file often run the same parts under other settings. */
const builder = createBuilder();

/** A driver `lab.c` as service `lab` and a program `app.c`; either may be left out. */
function configOf(parts: Parts): LabConfig {
  return {
    ...DEFAULT_CONFIG,
    drivers: parts.driver === undefined ? [] : [{ name: 'lab', sources: [{ name: 'lab.c', text: parts.driver }] }],
    apps: parts.app === undefined ? [] : [{ name: 'app.exe', sources: [{ name: 'app.c', text: parts.app }] }],
    ...parts.config,
  };
}

/** The same parts as a history that nothing was run of yet, and a lab of the same build. */
export function timelineOf(
  parts: Parts,
  options: Partial<TimelineOptions> = {},
): { timeline: Timeline; lab: RingZeroLab; options: TimelineOptions } {
  const lab = createLab(builder);
  const config = configOf(parts);
  const report = lab.build(config);
  if (!report.ok) throw new Error(report.messages.map(({ file, line, text }) => `${file}:${line}: ${text}`).join('\n'));
  const limits = { ns: config.limitNs, instructions: config.limitInstructions };
  const all: TimelineOptions = { boot: (strings) => lab.boot(strings), limits, ...options };
  return { timeline: new Timeline(all), lab, options: all };
}

/** The same parts run to their end, and a cursor for questions about it. */
export function recordedRun(
  parts: Parts,
  options: Partial<TimelineOptions> = {},
): { timeline: Timeline; cursor: Cursor; at: At } {
  const { timeline } = timelineOf(parts, options);
  const stop = timeline.main.run(Number.MAX_SAFE_INTEGER);
  if (stop !== 'end') throw new Error(`the run came back for ${stop}`);
  return { timeline, cursor: timeline.newCursor(), at: timeline.main.at };
}

/** Builds the parts and runs them to their end. */
export function runLab(parts: Parts & { slice?: number }): Outcome {
  const lab = createLab(builder);
  const report = lab.build(configOf(parts));
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

/** Pends a request until a timer's DPC completes it; counts under a spin lock; so clock, DPC, APC and waits all take part. */
export const BUSY_DRIVER = driverWith(
  `    if (Code == IOCTL_LAB(0)) {
        LARGE_INTEGER due;
        due.QuadPart = -10 * 1000 * 5;
        IoMarkIrpPending(Irp);
        Pended = Irp;
        KeSetTimer(&Timer, due, &Dpc);
        return STATUS_PENDING;
    }
    if (Code == IOCTL_LAB(1) && Out >= sizeof(ULONG)) {
        KIRQL irql;
        KeAcquireSpinLock(&Lock, &irql);
        Counter++;
        *(ULONG *)Buffer = Counter;
        KeReleaseSpinLock(&Lock, irql);
        return Complete(Irp, STATUS_SUCCESS, sizeof(ULONG));
    }
    return Complete(Irp, STATUS_INVALID_DEVICE_REQUEST, 0);`,
  {
    globals: `static KTIMER Timer; static KDPC Dpc; static KSPIN_LOCK Lock; static ULONG Counter; static PIRP Pended;
static VOID Expired(PKDPC D, PVOID C, PVOID A, PVOID B)
{
    PIRP Irp = Pended;
    UNREFERENCED_PARAMETER(D); UNREFERENCED_PARAMETER(C); UNREFERENCED_PARAMETER(A); UNREFERENCED_PARAMETER(B);
    Irp->IoStatus.Status = STATUS_SUCCESS;
    Irp->IoStatus.Information = 0;
    IoCompleteRequest(Irp, IO_NO_INCREMENT);
}`,
    entry: 'KeInitializeTimer(&Timer); KeInitializeDpc(&Dpc, Expired, NULL); KeInitializeSpinLock(&Lock);',
  },
);

/** Drives it from two threads; prints `pending 997`, `counted 11`; returns 11. */
export const BUSY_APP = `
#include <windows.h>
#include <winioctl.h>
#include <stdio.h>
#define IOCTL_LAB(n) CTL_CODE(FILE_DEVICE_UNKNOWN, 0x800 + (n), METHOD_BUFFERED, FILE_ANY_ACCESS)
static HANDLE device;
static DWORD WINAPI work(LPVOID context)
{
    DWORD value, got, i;
    for (i = 0; i < 5; i++) DeviceIoControl(device, IOCTL_LAB(1), NULL, 0, &value, sizeof value, &got, NULL);
    return (DWORD)(ULONG_PTR)context;
}
int main(void)
{
    DWORD got, value = 0;
    HANDLE thread;
    device = CreateFileW(L"\\\\\\\\.\\\\Lab", GENERIC_READ | GENERIC_WRITE, 0, NULL, OPEN_EXISTING, FILE_FLAG_OVERLAPPED, NULL);
    if (device == INVALID_HANDLE_VALUE) return 1;
    thread = CreateThread(NULL, 0, work, (LPVOID)7, 0, NULL);
    work(NULL);
    {
        OVERLAPPED o = {0};
        o.hEvent = CreateEventW(NULL, TRUE, FALSE, NULL);
        if (!DeviceIoControl(device, IOCTL_LAB(0), NULL, 0, NULL, 0, NULL, &o)) printf("pending %lu\\n", GetLastError());
        GetOverlappedResult(device, &o, &got, TRUE);
        CloseHandle(o.hEvent);
    }
    WaitForSingleObject(thread, INFINITE);
    DeviceIoControl(device, IOCTL_LAB(1), NULL, 0, &value, sizeof value, &got, NULL);
    printf("counted %lu\\n", value);
    CloseHandle(thread);
    CloseHandle(device);
    return 11;
}
`;
