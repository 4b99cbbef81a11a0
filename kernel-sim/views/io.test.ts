/**
 * Views of requests, devices and drivers against what a driver prints of itself: a filter over a device, a request that pends.
 */
import { beforeAll, describe, expect, test } from 'vitest';
import { Stage } from '../lab-testing-stage.ts';
import type { Read, ViewKind, ViewQueryOf, ViewRecord } from '../protocol/views.ts';
import { ioctlCode, ioctlView } from './ioctl.ts';
import { isProblem } from './look.ts';
import { viewOf } from './table.ts';
import { viewText } from './text/table.ts';

const DRIVER = `
#include <ntddk.h>
#include <wdmsec.h>
#define IOCTL_LAB(n) CTL_CODE(0x8001, 0x800 + (n), METHOD_OUT_DIRECT, FILE_READ_ACCESS)
typedef struct { PDEVICE_OBJECT Lower; ULONG Pad[5]; } EXTENSION, *PEXTENSION;
static UNICODE_STRING DeviceName = RTL_CONSTANT_STRING(L"\\\\Device\\\\Lab");
static UNICODE_STRING LinkName = RTL_CONSTANT_STRING(L"\\\\??\\\\Lab");
static PDEVICE_OBJECT Device, Filter;
static PIRP Held;

static VOID CancelHeld(PDEVICE_OBJECT DeviceObject, PIRP Irp)
{
    UNREFERENCED_PARAMETER(DeviceObject);
    IoReleaseCancelSpinLock(Irp->CancelIrql);
}

static NTSTATUS FilterDone(PDEVICE_OBJECT DeviceObject, PIRP Irp, PVOID Context)
{
    UNREFERENCED_PARAMETER(DeviceObject); UNREFERENCED_PARAMETER(Context);
    if (Irp->PendingReturned) IoMarkIrpPending(Irp);
    return STATUS_SUCCESS;
}

static NTSTATUS Complete(PIRP Irp, NTSTATUS Status, ULONG_PTR Information)
{
    Irp->IoStatus.Status = Status;
    Irp->IoStatus.Information = Information;
    IoCompleteRequest(Irp, IO_NO_INCREMENT);
    return Status;
}

static NTSTATUS Dispatch(PDEVICE_OBJECT DeviceObject, PIRP Irp)
{
    PIO_STACK_LOCATION Stack = IoGetCurrentIrpStackLocation(Irp);
    PIRP Other;
    if (DeviceObject == Filter) {
        IoCopyCurrentIrpStackLocationToNext(Irp);
        IoSetCompletionRoutine(Irp, FilterDone, (PVOID)0x1234, TRUE, TRUE, FALSE);
        return IoCallDriver(((PEXTENSION)Filter->DeviceExtension)->Lower, Irp);
    }
    if (Stack->MajorFunction != IRP_MJ_DEVICE_CONTROL) return Complete(Irp, STATUS_SUCCESS, 0);
    if (Stack->Parameters.DeviceIoControl.IoControlCode == IOCTL_LAB(1)) {
        IoMarkIrpPending(Irp);
        IoSetCancelRoutine(Irp, CancelHeld);
        Held = Irp;
        DbgPrint("irp=%p device=%p filter=%p driver=%p thread=%p file=%p extension=%p mdl=%p system=%p\\n", Irp, Device, Filter,
                 Device->DriverObject, Irp->Tail.Overlay.Thread, Stack->FileObject, Filter->DeviceExtension, Irp->MdlAddress,
                 Irp->AssociatedIrp.SystemBuffer);
        return STATUS_PENDING;
    }
    Other = Held;
    IoSetCancelRoutine(Other, NULL);
    *(PULONG)MmGetSystemAddressForMdlSafe(Other->MdlAddress, NormalPagePriority) = 7;
    Complete(Other, STATUS_SUCCESS, 4);
    DbgPrint("completed\\n");
    return Complete(Irp, STATUS_SUCCESS, 0);
}

static VOID Unload(PDRIVER_OBJECT DriverObject)
{
    UNREFERENCED_PARAMETER(DriverObject);
    IoDeleteSymbolicLink(&LinkName);
    IoDetachDevice(Device);
    IoDeleteDevice(Filter);
    IoDeleteDevice(Device);
}

NTSTATUS DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
    UNREFERENCED_PARAMETER(RegistryPath);
    IoCreateDeviceSecure(DriverObject, 0, &DeviceName, 0x8001, FILE_DEVICE_SECURE_OPEN, FALSE, &SDDL_DEVOBJ_SYS_ALL_ADM_ALL, NULL, &Device);
    Device->Flags &= ~DO_DEVICE_INITIALIZING;
    IoCreateDevice(DriverObject, sizeof(EXTENSION), NULL, 0x8001, 0, FALSE, &Filter);
    ((PEXTENSION)Filter->DeviceExtension)->Lower = IoAttachDeviceToDeviceStack(Filter, Device);
    Filter->Flags |= DO_DIRECT_IO;
    Filter->Flags &= ~DO_DEVICE_INITIALIZING;
    IoCreateSymbolicLink(&LinkName, &DeviceName);
    DriverObject->MajorFunction[IRP_MJ_CREATE] = DriverObject->MajorFunction[IRP_MJ_CLOSE] = Dispatch;
    DriverObject->MajorFunction[IRP_MJ_DEVICE_CONTROL] = Dispatch;
    DriverObject->DriverUnload = Unload;
    return STATUS_SUCCESS;
}
`;

const APP = `
#include <windows.h>
#include <winioctl.h>
#include <stdio.h>
#define IOCTL_LAB(n) CTL_CODE(0x8001, 0x800 + (n), METHOD_OUT_DIRECT, FILE_READ_ACCESS)
static char in[3] = "ab", out[20];
int main(void)
{
    OVERLAPPED o = {0}, p = {0};
    DWORD got;
    HANDLE h = CreateFileW(L"\\\\\\\\.\\\\Lab", GENERIC_READ | GENERIC_WRITE, 0, NULL, OPEN_EXISTING, FILE_FLAG_OVERLAPPED, NULL);
    o.hEvent = CreateEventW(NULL, TRUE, FALSE, NULL);
    DeviceIoControl(h, IOCTL_LAB(1), in, 3, out, 20, &got, &o);
    printf("out=%p overlapped=%p pid=%lu handle=%p\\n", out, &o, GetCurrentProcessId(), h);
    printf("pending\\n");
    DeviceIoControl(h, IOCTL_LAB(2), NULL, 0, NULL, 0, &got, &p);
    GetOverlappedResult(h, &o, &got, TRUE);
    printf("got=%lu\\n", got);
    CloseHandle(h);
    return 0;
}
`;

/** The record of a view that must be there. */
function shown<K extends ViewKind>(stage: Stage, query: ViewQueryOf<K>): ViewRecord<K> {
  const view = viewOf(stage.kernel, query);
  if (isProblem<ViewRecord<K>>(view)) throw new Error(view.problem);
  return view;
}

function sound<T>(value: Read<T> | null): T {
  if (value === null) throw new Error('there is none');
  if (isProblem<T>(value)) throw new Error(value.problem);
  return value;
}

let stage: Stage;
beforeAll(() => {
  stage = new Stage({ driver: DRIVER, app: APP }).until('pending');
});

describe('a request that pends at the lower of two devices', () => {
  test('shows where it is, whose it is and what it carries', () => {
    const irp = shown(stage, { kind: 'irp', address: stage.address('irp') });
    expect(irp).toMatchObject({
      address: stage.address('irp'),
      memory: 'allocated',
      progress: 'at a driver',
      type: 6,
      stackCount: 2,
      currentLocation: 1,
      requestorMode: 'user',
      cancel: false,
      cancelRoutine: { name: expect.stringMatching(/^lab!CancelHeld \(lab\.c:\d+\)$/) },
      associated: { kind: 'system buffer', value: stage.address('system') },
      thread: { address: stage.address('thread'), pid: stage.number('pid'), image: 'app.exe' },
      file: { address: stage.address('file'), name: '\\Device\\Lab' },
      userIosb: stage.address('overlapped'),
    });
    expect(irp.flags.names).toContain('IRP_BUFFERED_IO');
  });

  test('shows its stack locations, the current one and the completion routine above it', () => {
    const irp = shown(stage, { kind: 'irp', address: stage.address('irp') });
    const [lower, upper] = irp.locations.entries;
    expect(lower).toMatchObject({
      index: 1,
      current: true,
      major: { value: 14, name: 'IRP_MJ_DEVICE_CONTROL' },
      device: { address: stage.address('device'), name: '\\Device\\Lab', driver: '\\Driver\\lab' },
      completionRoutine: { name: expect.stringMatching(/^lab!FilterDone /) },
      context: '0x0000000000001234',
      ioctl: { macro: 'CTL_CODE(0x8001, 0x801, METHOD_OUT_DIRECT, FILE_READ_ACCESS)' },
      parameters: [
        { name: 'OutputBufferLength', value: '20' },
        { name: 'InputBufferLength', value: '3' },
        { name: 'IoControlCode', value: '0x80016006' },
        { name: 'Type3InputBuffer', value: '0x0000000000000000' },
      ],
    });
    expect(lower.control.names).toEqual(['SL_PENDING_RETURNED', 'SL_INVOKE_ON_SUCCESS', 'SL_INVOKE_ON_ERROR']);
    expect(upper).toMatchObject({
      index: 2,
      current: false,
      device: { address: stage.address('filter') },
      completionRoutine: null,
    });
    expect(upper.control.names).toEqual([]);
  });

  test('shows the locked pages of the output buffer', () => {
    const irp = shown(stage, { kind: 'irp', address: stage.address('irp') });
    expect(irp.mdls.entries).toHaveLength(1);
    const mdl = sound(irp.mdls.entries[0]);
    const out = BigInt(stage.address('out'));
    expect(mdl).toMatchObject({ address: stage.address('mdl'), byteCount: 20, byteOffset: Number(out & 0xfffn) });
    expect(mdl.flags.names).toContain('MDL_PAGES_LOCKED');
    const page = shown(stage, { kind: 'translation', address: stage.address('out'), process: stage.number('pid') });
    expect(page.pfn).toEqual({ pfn: mdl.pages.entries[0].pfn, state: 'active', locks: 1 });
  });

  test('is in the list of its thread', () => {
    const thread = shown(stage, { kind: 'thread', thread: stage.address('thread') });
    expect(thread.irps.entries.map((irp) => sound(irp).address)).toEqual([stage.address('irp')]);
    expect(sound(thread.irps.entries[0]).text).toBe('IRP_MJ_DEVICE_CONTROL at \\Device\\Lab of \\Driver\\lab');
  });

  test('reads as text', () => {
    const text = viewText('irp', viewOf(stage.kernel, { kind: 'irp', address: stage.address('irp') }));
    expect(text).toContain(`IRP ${stage.address('irp')}  at stack location 1 of 2`);
    expect(text).toContain(
      '>[1] IRP_MJ_DEVICE_CONTROL  SL_PENDING_RETURNED | SL_INVOKE_ON_SUCCESS | SL_INVOKE_ON_ERROR',
    );
    expect(text).toMatch(/completion +0x[0-9A-F]{16} {2}lab!FilterDone \(lab\.c:\d+\), context 0x0000000000001234/);
  });
});

describe('devices and their driver', () => {
  test('the filter is above the device it is attached to', () => {
    const filter = shown(stage, { kind: 'device', address: stage.address('filter') });
    const device = shown(stage, { kind: 'device', address: stage.address('device') });
    expect(filter).toMatchObject({
      name: '',
      sound: true,
      deviceType: { value: 0x8001, name: '0x8001' },
      extension: stage.address('extension'),
      extensionSize: 32,
      stackSize: 2,
      attachedDevice: null,
      attachedTo: { address: stage.address('device') },
      nextDevice: stage.address('device'),
    });
    expect(filter.flags.names).toEqual(['DO_DIRECT_IO']);
    expect(device).toMatchObject({
      name: '\\Device\\Lab',
      attachedDevice: { address: stage.address('filter') },
      attachedTo: null,
    });
    expect(device.characteristics.names).toEqual(['FILE_DEVICE_SECURE_OPEN']);
    const order = [stage.address('filter'), stage.address('device')];
    expect(filter.stack.entries.map(({ address }) => address)).toEqual(order);
    expect(device.stack.entries.map(({ address, isThis }) => (isThis ? address : ''))).toEqual(['', order[1]]);
  });

  test('the driver has its routines in the table, the others are the default', () => {
    const driver = shown(stage, { kind: 'driver', address: stage.address('driver') });
    expect(driver).toMatchObject({
      name: '\\Driver\\lab',
      sound: true,
      unload: { name: expect.stringMatching(/^lab!Unload /) },
      registryPath: '\\Registry\\Machine\\System\\CurrentControlSet\\Services\\lab',
    });
    expect(driver.dispatch).toHaveLength(28);
    const own = driver.dispatch.filter(({ isDefault }) => !isDefault);
    expect(own.map(({ major }) => major.name)).toEqual(['IRP_MJ_CREATE', 'IRP_MJ_CLOSE', 'IRP_MJ_DEVICE_CONTROL']);
    for (const { routine } of own) expect(routine.name).toMatch(/^lab!Dispatch /);
    expect(driver.devices.entries.map((device) => sound(device).address)).toEqual([
      stage.address('filter'),
      stage.address('device'),
    ]);
    const { drivers } = shown(stage, { kind: 'drivers' });
    expect(drivers.entries.map((entry) => sound(entry).name)).toEqual(['\\Driver\\lab']);
  });

  test('the file object says how it was opened', () => {
    const file = shown(stage, { kind: 'file', address: stage.address('file') });
    expect(file).toMatchObject({
      name: '\\Device\\Lab',
      sound: true,
      access: ['read', 'write'],
      share: [],
      fileName: '',
    });
    expect(file.flags.names).not.toContain('FO_SYNCHRONOUS_IO');
  });
});

describe('an IRP that is no more', () => {
  test('is told from one that is', () => {
    const later = new Stage({ driver: DRIVER, app: APP }).until('got=4');
    const address = later.address('irp');
    const irp = shown(later, { kind: 'irp', address });
    expect(irp.memory).toBe('freed');
    expect(irp.memoryText).toContain('a free block');
    expect(viewText('irp', irp)).toContain('FREED: it is byte');
  });

  test('is not taken for one where something else stands', () => {
    const device = shown(stage, { kind: 'irp', address: stage.address('device') });
    expect(device.memory).toBe('reused');
    expect(viewOf(stage.kernel, { kind: 'irp', address: '0xFFFFE00FFFFFF000' })).toEqual({
      problem: 'the memory at 0xFFFFE00FFFFFF000 cannot be read: nothing is mapped there',
    });
    expect(viewOf(stage.kernel, { kind: 'irp', address: 'Irp' })).toEqual({
      problem: 'Irp is no address: 0x and up to 16 hex digits are wanted',
    });
  });
});

describe('control codes', () => {
  test('are taken apart, and put together again', () => {
    expect(ioctlView(0x222004)).toMatchObject({
      deviceType: { value: 0x22, name: 'FILE_DEVICE_UNKNOWN' },
      vendorType: false,
      function: 0x801,
      vendorFunction: true,
      method: { name: 'METHOD_BUFFERED' },
      access: { name: 'FILE_ANY_ACCESS' },
    });
    expect(ioctlView(0x80016006)).toMatchObject({ code: 0x80016006, vendorType: true, deviceType: { value: 0x8001 } });
    const words = { deviceType: 'FILE_DEVICE_UNKNOWN', function: '0x801', method: 'METHOD_NEITHER' };
    expect(ioctlCode({ ...words, access: 'FILE_READ_ACCESS | FILE_WRITE_ACCESS' })).toEqual({ code: 0x22e007 });
    expect(ioctlCode({ ...words, access: 'FILE_SOME_ACCESS' })).toEqual({
      problem: 'FILE_SOME_ACCESS is no access: 0 to 0x3 or a name',
    });
  });
});
