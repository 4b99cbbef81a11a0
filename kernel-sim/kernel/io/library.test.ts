/**
 * Less common routines of the I/O manager, and the difference between NtXxx and ZwXxx (semantics B10).
 */
import { describe, expect, test } from 'vitest';
import { appWith, driverWith, runLab } from '../../lab-testing.ts';

function entry(body: string, globals = ''): string[] {
  const { debug, end } = runLab({
    driver: driverWith('return Complete(Irp, STATUS_SUCCESS, 0);', { globals, entry: `{ ${body} }` }),
    app: 'int main(void) { return 0; }',
  });
  expect(end).toMatchObject({ kind: 'exit' });
  return debug.trim().split('\n');
}

test('StartIo gets one request at a time, the next from a DPC', () => {
  const lines = entry(
    `
    UNICODE_STRING Name = RTL_CONSTANT_STRING(L"\\\\Device\\\\Queued"); PIRP A = IoAllocateIrp(1, FALSE), B = IoAllocateIrp(1, FALSE);
    IoCreateDevice(DriverObject, 0, &Name, FILE_DEVICE_UNKNOWN, 0, FALSE, &Queued);
    DriverObject->DriverStartIo = Start;
    DriverObject->MajorFunction[IRP_MJ_FLUSH_BUFFERS] = Queue;
    KeInitializeTimer(&Timer); KeInitializeDpc(&Dpc, Finish, NULL); KeInitializeSemaphore(&Done, 0, 2);
    IoGetNextIrpStackLocation(A)->MajorFunction = IoGetNextIrpStackLocation(B)->MajorFunction = IRP_MJ_FLUSH_BUFFERS;
    IoSetCompletionRoutine(A, Seen, "A", TRUE, TRUE, TRUE);
    IoSetCompletionRoutine(B, Seen, "B", TRUE, TRUE, TRUE);
    DbgPrint("%lX\\n", IoCallDriver(Queued, A));
    DbgPrint("%lX\\n", IoCallDriver(Queued, B));
    KeWaitForSingleObject(&Done, Executive, KernelMode, FALSE, NULL);
    KeWaitForSingleObject(&Done, Executive, KernelMode, FALSE, NULL);
    DbgPrint("busy %d\\n", Queued->DeviceQueue.Busy);
    IoFreeIrp(A); IoFreeIrp(B); IoDeleteDevice(Queued);`,
    `
static PDEVICE_OBJECT Queued; static KTIMER Timer; static KDPC Dpc; static KSEMAPHORE Done;
static VOID Start(PDEVICE_OBJECT Device, PIRP Irp)
{
    LARGE_INTEGER Due;
    UNREFERENCED_PARAMETER(Device); UNREFERENCED_PARAMETER(Irp);
    DbgPrint("start at %d\\n", KeGetCurrentIrql());
    Due.QuadPart = -10000;
    KeSetTimer(&Timer, Due, &Dpc);
}
static VOID Finish(PKDPC D, PVOID C, PVOID X, PVOID Y)
{
    PIRP Irp = Queued->CurrentIrp;
    UNREFERENCED_PARAMETER(D); UNREFERENCED_PARAMETER(C); UNREFERENCED_PARAMETER(X); UNREFERENCED_PARAMETER(Y);
    Irp->IoStatus.Status = STATUS_SUCCESS;
    IoStartNextPacket(Queued, FALSE);
    IoCompleteRequest(Irp, IO_NO_INCREMENT);
}
static NTSTATUS Queue(PDEVICE_OBJECT Device, PIRP Irp)
{
    IoMarkIrpPending(Irp);
    IoStartPacket(Device, Irp, NULL, NULL);
    return STATUS_PENDING;
}
static NTSTATUS Seen(PDEVICE_OBJECT Device, PIRP Irp, PVOID Context)
{
    UNREFERENCED_PARAMETER(Device); UNREFERENCED_PARAMETER(Irp);
    DbgPrint("%s done\\n", (PCSTR)Context);
    KeReleaseSemaphore(&Done, 0, 1, FALSE);
    return STATUS_MORE_PROCESSING_REQUIRED;
}`,
  );
  expect(lines).toEqual(['start at 2', '103', '103', 'start at 2', 'A done', 'B done', 'busy 0']);
});

test('timers once a second, names, addresses, extensions, the error log', () => {
  const lines = entry(
    `
    UNICODE_STRING Name = RTL_CONSTANT_STRING(L"\\\\Device\\\\Misc"), Text; PDEVICE_OBJECT Device; LARGE_INTEGER Wait; ULONG Length; PVOID Place;
    UCHAR Buffer[200]; POBJECT_NAME_INFORMATION Info = (POBJECT_NAME_INFORMATION)Buffer; PIO_ERROR_LOG_PACKET Log; NTSTATUS S;
    static const GUID Guid = {0x12345678, 0x9abc, 0xdef0, {1, 2, 3, 4, 5, 6, 7, 8}};
    IoCreateDevice(DriverObject, 0, &Name, FILE_DEVICE_UNKNOWN, 0, FALSE, &Device);
    IoInitializeTimer(Device, Tick, NULL); IoStartTimer(Device);
    Wait.QuadPart = -35000000; KeDelayExecutionThread(KernelMode, FALSE, &Wait);
    IoStopTimer(Device); DbgPrint("%lu ticks\\n", Ticks);
    S = ObQueryNameString(Device, Info, sizeof Buffer, &Length); DbgPrint("%lX %wZ\\n", S, &Info->Name);
    RtlStringFromGUID(&Guid, &Text); DbgPrint("%wZ\\n", &Text); RtlFreeUnicodeString(&Text);
    Log = IoAllocateErrorLogEntry(Device, sizeof(*Log)); Log->ErrorCode = 0xC0040001; IoWriteErrorLogEntry(Log);
    DbgPrint("%d %d\\n", MmIsAddressValid(Buffer), MmIsAddressValid((PVOID)0xFFFFE00F12345000));
    S = IoAllocateDriverObjectExtension(DriverObject, (PVOID)1, 16, &Place);
    DbgPrint("%lX %d\\n", S, IoGetDriverObjectExtension(DriverObject, (PVOID)1) == Place);
    IoDeleteDevice(Device);`,
    `static ULONG Ticks;
     static VOID Tick(PDEVICE_OBJECT Device, PVOID Context) { UNREFERENCED_PARAMETER(Device); UNREFERENCED_PARAMETER(Context); Ticks++; }`,
  );
  expect(lines).toEqual([
    '3 ticks',
    '0 \\Device\\Misc',
    '{12345678-9abc-def0-0102-030405060708}',
    'error log: \\Driver\\lab: error C0040001, final status 00000000, unique 0',
    '1 0',
    '0 1',
  ]);
});

describe('previous mode', () => {
  test('NtXxx in a program thread distrusts kernel buffers and kernel handles, ZwXxx trusts them', () => {
    const { debug } = runLab({
      driver: driverWith(`
    HANDLE Handle, Other = NULL; OBJECT_ATTRIBUTES Oa; NTSTATUS S;
    InitializeObjectAttributes(&Oa, NULL, OBJ_KERNEL_HANDLE, NULL, NULL);
    S = NtCreateEvent(&Handle, EVENT_ALL_ACCESS, &Oa, NotificationEvent, FALSE); DbgPrint("%lX\\n", S);
    S = ZwCreateEvent(&Handle, EVENT_ALL_ACCESS, &Oa, NotificationEvent, FALSE); DbgPrint("%lX %d\\n", S, (LONG)(LONG_PTR)Handle < 0);
    S = NtClose(Handle); DbgPrint("%lX\\n", S);
    S = ZwClose(Handle); DbgPrint("%lX %d\\n", S, ExGetPreviousMode() == UserMode);
    UNREFERENCED_PARAMETER(Other);
    return Complete(Irp, STATUS_SUCCESS, 0);`),
      app: appWith('DeviceIoControl(h, IOCTL_LAB(0), NULL, 0, NULL, 0, &got, NULL);'),
    });
    expect(debug.trim().split('\n')).toEqual(['C0000005', '0 1', 'C0000008', '0 1']);
  });
});
