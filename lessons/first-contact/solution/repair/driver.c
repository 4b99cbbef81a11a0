/*
 * First: an NT-style software driver with one request, IOCTL_FIRST_GREET.
 */
#include <ntddk.h>
#include <wdmsec.h>
#include "first.h"

DRIVER_INITIALIZE DriverEntry;
DRIVER_UNLOAD FirstUnload;
DRIVER_DISPATCH FirstCreateClose;
DRIVER_DISPATCH FirstDeviceControl;

static UNICODE_STRING DeviceName = RTL_CONSTANT_STRING(L"\\Device\\First");
static UNICODE_STRING LinkName = RTL_CONSTANT_STRING(L"\\DosDevices\\First");

static const CHAR Greeting[] = "Hello, ";
#define GREETING_LENGTH (sizeof(Greeting) - 1)

NTSTATUS DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
    PDEVICE_OBJECT device;
    NTSTATUS status;

    UNREFERENCED_PARAMETER(RegistryPath);

    status = IoCreateDeviceSecure(DriverObject, 0, &DeviceName,
                                  FILE_DEVICE_UNKNOWN,
                                  FILE_DEVICE_SECURE_OPEN, FALSE,
                                  &SDDL_DEVOBJ_SYS_ALL_ADM_ALL, NULL, &device);
    if (!NT_SUCCESS(status)) {
        return status;
    }
    status = IoCreateSymbolicLink(&LinkName, &DeviceName);
    if (!NT_SUCCESS(status)) {
        IoDeleteDevice(device);
        return status;
    }

    DriverObject->MajorFunction[IRP_MJ_CREATE] = FirstCreateClose;
    DriverObject->MajorFunction[IRP_MJ_CLOSE] = FirstCreateClose;
    DriverObject->MajorFunction[IRP_MJ_DEVICE_CONTROL] = FirstDeviceControl;
    DriverObject->DriverUnload = FirstUnload;
    return STATUS_SUCCESS;
}

VOID FirstUnload(PDRIVER_OBJECT DriverObject)
{
    IoDeleteSymbolicLink(&LinkName);
    IoDeleteDevice(DriverObject->DeviceObject);
}

static NTSTATUS Complete(PIRP Irp, NTSTATUS Status, ULONG_PTR Information)
{
    Irp->IoStatus.Status = Status;
    Irp->IoStatus.Information = Information;
    IoCompleteRequest(Irp, IO_NO_INCREMENT);
    return Status;
}

NTSTATUS FirstCreateClose(PDEVICE_OBJECT DeviceObject, PIRP Irp)
{
    UNREFERENCED_PARAMETER(DeviceObject);
    return Complete(Irp, STATUS_SUCCESS, 0);
}

NTSTATUS FirstDeviceControl(PDEVICE_OBJECT DeviceObject, PIRP Irp)
{
    PIO_STACK_LOCATION stack = IoGetCurrentIrpStackLocation(Irp);
    ULONG inputLength = stack->Parameters.DeviceIoControl.InputBufferLength;
    ULONG outputLength = stack->Parameters.DeviceIoControl.OutputBufferLength;
    PUCHAR buffer = Irp->AssociatedIrp.SystemBuffer;

    UNREFERENCED_PARAMETER(DeviceObject);

    if (stack->Parameters.DeviceIoControl.IoControlCode != IOCTL_FIRST_GREET) {
        return Complete(Irp, STATUS_INVALID_DEVICE_REQUEST, 0);
    }
    if (outputLength < GREETING_LENGTH ||
        inputLength > outputLength - GREETING_LENGTH) {
        return Complete(Irp, STATUS_BUFFER_TOO_SMALL, 0);
    }

    /* Name and greeting share one buffer: the name makes room first. */
    RtlMoveMemory(buffer + GREETING_LENGTH, buffer, inputLength);
    RtlCopyMemory(buffer, Greeting, GREETING_LENGTH);
    return Complete(Irp, STATUS_SUCCESS, GREETING_LENGTH + inputLength);
}
