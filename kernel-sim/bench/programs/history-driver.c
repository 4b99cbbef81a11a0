/* A driver that works: it keeps a list of samples in pool, sorts what it is given, and answers with sums. */
#include <ntddk.h>

#define IOCTL_SORT CTL_CODE(FILE_DEVICE_UNKNOWN, 0x801, METHOD_BUFFERED, FILE_ANY_ACCESS)
#define MAX_KEPT 64

typedef struct _SAMPLE {
    LIST_ENTRY Links;
    ULONG Count;
    ULONGLONG Sum;
} SAMPLE, *PSAMPLE;

static UNICODE_STRING DeviceName = RTL_CONSTANT_STRING(L"\\Device\\History");
static UNICODE_STRING LinkName = RTL_CONSTANT_STRING(L"\\??\\History");
static LIST_ENTRY g_Samples;
static KSPIN_LOCK g_Lock;
static ULONG g_Kept;

static VOID Sort(PULONG Values, ULONG Count)
{
    ULONG i, j;
    for (i = 1; i < Count; i++) {
        ULONG value = Values[i];
        for (j = i; j > 0 && Values[j - 1] > value; j--) {
            Values[j] = Values[j - 1];
        }
        Values[j] = value;
    }
}

static NTSTATUS Keep(PULONG Values, ULONG Count)
{
    KIRQL irql;
    ULONG i;
    PSAMPLE oldest = NULL;
    PSAMPLE sample = ExAllocatePoolWithTag(NonPagedPool, sizeof(SAMPLE), 'tsiH');
    if (sample == NULL) {
        return STATUS_INSUFFICIENT_RESOURCES;
    }
    sample->Count = Count;
    sample->Sum = 0;
    for (i = 0; i < Count; i++) {
        sample->Sum += Values[i];
    }
    KeAcquireSpinLock(&g_Lock, &irql);
    InsertTailList(&g_Samples, &sample->Links);
    if (++g_Kept > MAX_KEPT) {
        oldest = CONTAINING_RECORD(RemoveHeadList(&g_Samples), SAMPLE, Links);
        g_Kept--;
    }
    KeReleaseSpinLock(&g_Lock, irql);
    if (oldest != NULL) {
        ExFreePoolWithTag(oldest, 'tsiH');
    }
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
    ULONG bytes = stack->Parameters.DeviceIoControl.InputBufferLength;
    PULONG values = Irp->AssociatedIrp.SystemBuffer;
    NTSTATUS status;
    UNREFERENCED_PARAMETER(DeviceObject);
    if (stack->Parameters.DeviceIoControl.IoControlCode != IOCTL_SORT) {
        return Complete(Irp, STATUS_INVALID_DEVICE_REQUEST, 0);
    }
    if (bytes == 0 || stack->Parameters.DeviceIoControl.OutputBufferLength < bytes) {
        return Complete(Irp, STATUS_BUFFER_TOO_SMALL, 0);
    }
    Sort(values, bytes / sizeof(ULONG));
    status = Keep(values, bytes / sizeof(ULONG));
    return Complete(Irp, status, NT_SUCCESS(status) ? bytes : 0);
}

static VOID Unload(PDRIVER_OBJECT DriverObject)
{
    while (!IsListEmpty(&g_Samples)) {
        ExFreePoolWithTag(CONTAINING_RECORD(RemoveHeadList(&g_Samples), SAMPLE, Links), 'tsiH');
    }
    IoDeleteSymbolicLink(&LinkName);
    IoDeleteDevice(DriverObject->DeviceObject);
}

NTSTATUS DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
    PDEVICE_OBJECT device;
    NTSTATUS status;
    UNREFERENCED_PARAMETER(RegistryPath);
    InitializeListHead(&g_Samples);
    KeInitializeSpinLock(&g_Lock);
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
