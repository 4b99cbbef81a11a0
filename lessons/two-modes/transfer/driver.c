/*
 * probe.sys: does in kernel mode what probe.exe may not do, and knows the time
 * that the kernel has counted for a thread.
 */
#include <ntddk.h>
#include <wdmsec.h>
#include "probe.h"

DRIVER_INITIALIZE DriverEntry;
DRIVER_UNLOAD ProbeUnload;
DRIVER_DISPATCH ProbeCreateClose;
DRIVER_DISPATCH ProbeDeviceControl;

static UNICODE_STRING DeviceName = RTL_CONSTANT_STRING(L"\\Device\\Probe");
static UNICODE_STRING LinkName = RTL_CONSTANT_STRING(L"\\DosDevices\\Probe");

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

    DriverObject->MajorFunction[IRP_MJ_CREATE] = ProbeCreateClose;
    DriverObject->MajorFunction[IRP_MJ_CLOSE] = ProbeCreateClose;
    DriverObject->MajorFunction[IRP_MJ_DEVICE_CONTROL] = ProbeDeviceControl;
    DriverObject->DriverUnload = ProbeUnload;
    return STATUS_SUCCESS;
}

VOID ProbeUnload(PDRIVER_OBJECT DriverObject)
{
    IoDeleteSymbolicLink(&LinkName);
    IoDeleteDevice(DriverObject->DeviceObject);
}

static NTSTATUS Complete(PIRP Irp, NTSTATUS Status)
{
    Irp->IoStatus.Status = Status;
    Irp->IoStatus.Information = 0;
    IoCompleteRequest(Irp, IO_NO_INCREMENT);
    return Status;
}

NTSTATUS ProbeCreateClose(PDEVICE_OBJECT DeviceObject, PIRP Irp)
{
    UNREFERENCED_PARAMETER(DeviceObject);
    return Complete(Irp, STATUS_SUCCESS);
}

/* An address of the kernel's where nothing is mapped. */
#define NOWHERE 0xFFFFF7A000000000

static NTSTATUS TryInKernelMode(VOID)
{
    ULONG value = 0;

    __try {
        value = *(volatile ULONG *)NOWHERE;
    } __except (EXCEPTION_EXECUTE_HANDLER) {
        return GetExceptionCode();
    }
    DbgPrint("there was %lu\n", value);
    return STATUS_SUCCESS;
}

/* The kernel counts ticks of the clock for every thread; one may have come since the program asked. */
static NTSTATUS CompareTime(ULONG64 Time)
{
    ULONG userTicks;
    ULONG64 ticks = Time / KeQueryTimeIncrement();

    KeQueryRuntimeThread(KeGetCurrentThread(), &userTicks);
    DbgPrint("the kernel has counted %lu ticks, the program says %I64u: %s\n",
             userTicks, ticks,
             ticks != 0 && ticks + 1 >= userTicks && ticks <= userTicks ? "right" : "wrong");
    return STATUS_SUCCESS;
}

NTSTATUS ProbeDeviceControl(PDEVICE_OBJECT DeviceObject, PIRP Irp)
{
    PIO_STACK_LOCATION stack = IoGetCurrentIrpStackLocation(Irp);

    UNREFERENCED_PARAMETER(DeviceObject);

    switch (stack->Parameters.DeviceIoControl.IoControlCode) {
    case IOCTL_PROBE_TRY:
        return Complete(Irp, TryInKernelMode());
    case IOCTL_PROBE_COMPARE:
        if (stack->Parameters.DeviceIoControl.InputBufferLength < sizeof(ULONG64)) {
            return Complete(Irp, STATUS_INVALID_PARAMETER);
        }
        return Complete(Irp, CompareTime(*(ULONG64 *)Irp->AssociatedIrp.SystemBuffer));
    default:
        return Complete(Irp, STATUS_INVALID_DEVICE_REQUEST);
    }
}
