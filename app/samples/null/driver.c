/*
 * Null: an NT-style (non-PnP) software driver with a bug on purpose. The bug
 * check tells where it is.
 *
 * Experiment: find the line, ask what the driver should have checked before it
 * wrote there, and repair it. The program then gets an error instead of the
 * system stopping.
 */
#include <ntddk.h>
#include <wdmsec.h>

#define IOCTL_NULL_ANSWER \
    CTL_CODE(0x8000, 0x800, METHOD_BUFFERED, \
             FILE_READ_ACCESS | FILE_WRITE_ACCESS)

DRIVER_INITIALIZE DriverEntry;
DRIVER_UNLOAD NullUnload;
DRIVER_DISPATCH NullCreateClose;
DRIVER_DISPATCH NullDeviceControl;

static UNICODE_STRING DeviceName = RTL_CONSTANT_STRING(L"\\Device\\NullSample");
static UNICODE_STRING LinkName = RTL_CONSTANT_STRING(L"\\DosDevices\\NullSample");

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

    DriverObject->MajorFunction[IRP_MJ_CREATE] = NullCreateClose;
    DriverObject->MajorFunction[IRP_MJ_CLOSE] = NullCreateClose;
    DriverObject->MajorFunction[IRP_MJ_DEVICE_CONTROL] = NullDeviceControl;
    DriverObject->DriverUnload = NullUnload;
    return STATUS_SUCCESS;
}

VOID NullUnload(PDRIVER_OBJECT DriverObject)
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

NTSTATUS NullCreateClose(PDEVICE_OBJECT DeviceObject, PIRP Irp)
{
    UNREFERENCED_PARAMETER(DeviceObject);
    return Complete(Irp, STATUS_SUCCESS, 0);
}

/*
 * With METHOD_BUFFERED the I/O manager allocates one system buffer, as large
 * as the longer of input and output. A program that passes neither gets none:
 * then SystemBuffer is NULL.
 */
NTSTATUS NullDeviceControl(PDEVICE_OBJECT DeviceObject, PIRP Irp)
{
    PIO_STACK_LOCATION stack = IoGetCurrentIrpStackLocation(Irp);
    PULONG answer = Irp->AssociatedIrp.SystemBuffer;

    UNREFERENCED_PARAMETER(DeviceObject);

    if (stack->Parameters.DeviceIoControl.IoControlCode != IOCTL_NULL_ANSWER) {
        return Complete(Irp, STATUS_INVALID_DEVICE_REQUEST, 0);
    }

    /*
     * To repair it, compare
     * stack->Parameters.DeviceIoControl.OutputBufferLength with sizeof(ULONG)
     * here.
     */
    *answer = 42;
    return Complete(Irp, STATUS_SUCCESS, sizeof(ULONG));
}
