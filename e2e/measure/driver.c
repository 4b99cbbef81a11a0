/*
 * The long run that is measured: a driver that reverses what it is sent, keeps the last answers in pool, and computes a checksum over them.
 */
#include <ntddk.h>

#define IOCTL_TURN CTL_CODE(FILE_DEVICE_UNKNOWN, 0x800, METHOD_BUFFERED, FILE_ANY_ACCESS)
#define KEPT 16

static UNICODE_STRING DeviceName = RTL_CONSTANT_STRING(L"\\Device\\Long");
static UNICODE_STRING LinkName = RTL_CONSTANT_STRING(L"\\??\\Long");
static PUCHAR g_Kept[KEPT];
static ULONG g_Turns;
static ULONG g_Sum;

static ULONG Checksum(PUCHAR Bytes, ULONG Length)
{
    ULONG a = 1;
    ULONG b = 0;
    ULONG i;
    for (i = 0; i < Length; i++) {
        a = (a + Bytes[i]) % 65521;
        b = (b + a) % 65521;
    }
    return (b << 16) | a;
}

static NTSTATUS Turn(PUCHAR Buffer, ULONG Length)
{
    PUCHAR copy = ExAllocatePoolWithTag(NonPagedPool, Length, 'gnoL');
    ULONG slot = g_Turns % KEPT;
    ULONG i;

    if (copy == NULL) {
        return STATUS_INSUFFICIENT_RESOURCES;
    }
    RtlCopyMemory(copy, Buffer, Length);
    for (i = 0; i < Length; i++) {
        Buffer[i] = copy[Length - 1 - i];
    }
    if (g_Kept[slot] != NULL) {
        ExFreePoolWithTag(g_Kept[slot], 'gnoL');
    }
    g_Kept[slot] = copy;
    g_Sum += Checksum(copy, Length);
    g_Turns++;
    return STATUS_SUCCESS;
}

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
    PIO_STACK_LOCATION stack = IoGetCurrentIrpStackLocation(Irp);
    ULONG length = stack->Parameters.DeviceIoControl.InputBufferLength;
    NTSTATUS status;

    UNREFERENCED_PARAMETER(DeviceObject);
    if (stack->Parameters.DeviceIoControl.IoControlCode != IOCTL_TURN) {
        return Complete(Irp, STATUS_INVALID_DEVICE_REQUEST, 0);
    }
    if (length == 0 || stack->Parameters.DeviceIoControl.OutputBufferLength < length) {
        return Complete(Irp, STATUS_BUFFER_TOO_SMALL, 0);
    }
    status = Turn(Irp->AssociatedIrp.SystemBuffer, length);
    return Complete(Irp, status, NT_SUCCESS(status) ? length : 0);
}

static VOID Unload(PDRIVER_OBJECT DriverObject)
{
    ULONG i;
    for (i = 0; i < KEPT; i++) {
        if (g_Kept[i] != NULL) {
            ExFreePoolWithTag(g_Kept[i], 'gnoL');
        }
    }
    IoDeleteSymbolicLink(&LinkName);
    IoDeleteDevice(DriverObject->DeviceObject);
}

NTSTATUS DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
    PDEVICE_OBJECT device;
    NTSTATUS status;

    UNREFERENCED_PARAMETER(RegistryPath);
    status = IoCreateDevice(DriverObject, 0, &DeviceName, FILE_DEVICE_UNKNOWN, 0, FALSE, &device);
    if (!NT_SUCCESS(status)) {
        return status;
    }
    status = IoCreateSymbolicLink(&LinkName, &DeviceName);
    if (!NT_SUCCESS(status)) {
        IoDeleteDevice(device);
        return status;
    }
    DriverObject->MajorFunction[IRP_MJ_CREATE] = CreateClose;
    DriverObject->MajorFunction[IRP_MJ_CLOSE] = CreateClose;
    DriverObject->MajorFunction[IRP_MJ_DEVICE_CONTROL] = Control;
    DriverObject->DriverUnload = Unload;
    return STATUS_SUCCESS;
}
