/*
 * Mirror: an NT-style (non-PnP) software driver.
 *
 * It offers one request, IOCTL_MIRROR_TEXT: text goes in, the same text comes
 * back reversed.
 */
#include <ntddk.h>
#include <wdmsec.h>

#define IOCTL_MIRROR_TEXT \
    CTL_CODE(0x8000, 0x800, METHOD_BUFFERED, \
             FILE_READ_ACCESS | FILE_WRITE_ACCESS)
#define MIRROR_TAG 'rriM'

DRIVER_INITIALIZE DriverEntry;
DRIVER_UNLOAD MirrorUnload;
DRIVER_DISPATCH MirrorCreateClose;
DRIVER_DISPATCH MirrorDeviceControl;

static UNICODE_STRING DeviceName = RTL_CONSTANT_STRING(L"\\Device\\Mirror");
static UNICODE_STRING LinkName = RTL_CONSTANT_STRING(L"\\DosDevices\\Mirror");

NTSTATUS DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
    PDEVICE_OBJECT device;
    NTSTATUS status;

    UNREFERENCED_PARAMETER(RegistryPath);

    /*
     * Only the system and administrators may open the device, under any name.
     */
    status = IoCreateDeviceSecure(DriverObject, 0, &DeviceName,
                                  FILE_DEVICE_UNKNOWN,
                                  FILE_DEVICE_SECURE_OPEN, FALSE,
                                  &SDDL_DEVOBJ_SYS_ALL_ADM_ALL, NULL, &device);
    if (!NT_SUCCESS(status)) {
        return status;
    }

    /* Programs open \\.\Mirror, which this link leads to the device. */
    status = IoCreateSymbolicLink(&LinkName, &DeviceName);
    if (!NT_SUCCESS(status)) {
        IoDeleteDevice(device);
        return status;
    }

    DriverObject->MajorFunction[IRP_MJ_CREATE] = MirrorCreateClose;
    DriverObject->MajorFunction[IRP_MJ_CLOSE] = MirrorCreateClose;
    DriverObject->MajorFunction[IRP_MJ_DEVICE_CONTROL] = MirrorDeviceControl;
    DriverObject->DriverUnload = MirrorUnload;

    DbgPrint("Mirror: loaded\n");
    return STATUS_SUCCESS;
}

VOID MirrorUnload(PDRIVER_OBJECT DriverObject)
{
    IoDeleteSymbolicLink(&LinkName);
    IoDeleteDevice(DriverObject->DeviceObject);
    DbgPrint("Mirror: unloaded\n");
}

static NTSTATUS Complete(PIRP Irp, NTSTATUS Status, ULONG_PTR Information)
{
    Irp->IoStatus.Status = Status;
    Irp->IoStatus.Information = Information;
    IoCompleteRequest(Irp, IO_NO_INCREMENT);
    return Status;
}

NTSTATUS MirrorCreateClose(PDEVICE_OBJECT DeviceObject, PIRP Irp)
{
    UNREFERENCED_PARAMETER(DeviceObject);
    return Complete(Irp, STATUS_SUCCESS, 0);
}

/*
 * With METHOD_BUFFERED input and output are the same buffer: what is written
 * to the answer is gone from the question. So the question is copied aside
 * first.
 */
static NTSTATUS MirrorText(PUCHAR Buffer, ULONG Length)
{
    PUCHAR copy = ExAllocatePool2(POOL_FLAG_NON_PAGED, Length, MIRROR_TAG);
    ULONG i;

    if (copy == NULL) {
        return STATUS_INSUFFICIENT_RESOURCES;
    }
    RtlCopyMemory(copy, Buffer, Length);
    for (i = 0; i < Length; i++) {
        Buffer[i] = copy[Length - 1 - i];
    }
    ExFreePoolWithTag(copy, MIRROR_TAG);
    return STATUS_SUCCESS;
}

NTSTATUS MirrorDeviceControl(PDEVICE_OBJECT DeviceObject, PIRP Irp)
{
    PIO_STACK_LOCATION stack = IoGetCurrentIrpStackLocation(Irp);
    ULONG inputLength = stack->Parameters.DeviceIoControl.InputBufferLength;
    ULONG outputLength = stack->Parameters.DeviceIoControl.OutputBufferLength;
    NTSTATUS status;

    UNREFERENCED_PARAMETER(DeviceObject);

    if (stack->Parameters.DeviceIoControl.IoControlCode != IOCTL_MIRROR_TEXT) {
        return Complete(Irp, STATUS_INVALID_DEVICE_REQUEST, 0);
    }
    if (inputLength == 0) {
        return Complete(Irp, STATUS_INVALID_PARAMETER, 0);
    }
    if (outputLength < inputLength) {
        return Complete(Irp, STATUS_BUFFER_TOO_SMALL, 0);
    }

    DbgPrint("Mirror: %lu bytes at IRQL %u\n",
             inputLength, (ULONG)KeGetCurrentIrql());
    status = MirrorText(Irp->AssociatedIrp.SystemBuffer, inputLength);
    return Complete(Irp, status, NT_SUCCESS(status) ? inputLength : 0);
}
