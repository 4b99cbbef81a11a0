/*
 * note.sys: keeps the last 16 bytes that were written to its device.
 */
#include <ntddk.h>
#include <wdmsec.h>
#include "note.h"

DRIVER_INITIALIZE DriverEntry;
DRIVER_UNLOAD NoteUnload;
DRIVER_DISPATCH NoteCreateClose;
DRIVER_DISPATCH NoteWrite;

static UNICODE_STRING DeviceName = RTL_CONSTANT_STRING(L"\\Device\\Note");
static UNICODE_STRING LinkName = RTL_CONSTANT_STRING(L"\\DosDevices\\Note");

static UCHAR Note[NOTE_BYTES];

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
    device->Flags |= DO_BUFFERED_IO;

    DriverObject->MajorFunction[IRP_MJ_CREATE] = NoteCreateClose;
    DriverObject->MajorFunction[IRP_MJ_CLOSE] = NoteCreateClose;
    DriverObject->MajorFunction[IRP_MJ_WRITE] = NoteWrite;
    DriverObject->DriverUnload = NoteUnload;
    return STATUS_SUCCESS;
}

VOID NoteUnload(PDRIVER_OBJECT DriverObject)
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

NTSTATUS NoteCreateClose(PDEVICE_OBJECT DeviceObject, PIRP Irp)
{
    UNREFERENCED_PARAMETER(DeviceObject);
    return Complete(Irp, STATUS_SUCCESS, 0);
}

NTSTATUS NoteWrite(PDEVICE_OBJECT DeviceObject, PIRP Irp)
{
    PIO_STACK_LOCATION stack = IoGetCurrentIrpStackLocation(Irp);
    ULONG length = stack->Parameters.Write.Length;

    UNREFERENCED_PARAMETER(DeviceObject);

    if (length > NOTE_BYTES) {
        return Complete(Irp, STATUS_INVALID_BUFFER_SIZE, 0);
    }
    RtlZeroMemory(Note, NOTE_BYTES);
    RtlCopyMemory(Note, Irp->AssociatedIrp.SystemBuffer, length);
    return Complete(Irp, STATUS_SUCCESS, length);
}
