/*
 * A driver that loads, answers IRP_MJ_CREATE and IRP_MJ_CLOSE, and unloads.
 * Everything else is for you to write.
 */
#include <ntddk.h>
#include <wdmsec.h>

DRIVER_INITIALIZE DriverEntry;
DRIVER_UNLOAD MyUnload;
DRIVER_DISPATCH MyCreateClose;

static UNICODE_STRING DeviceName = RTL_CONSTANT_STRING(L"\\Device\\My");
static UNICODE_STRING LinkName = RTL_CONSTANT_STRING(L"\\DosDevices\\My");

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

    DriverObject->MajorFunction[IRP_MJ_CREATE] = MyCreateClose;
    DriverObject->MajorFunction[IRP_MJ_CLOSE] = MyCreateClose;
    DriverObject->DriverUnload = MyUnload;

    DbgPrint("My: loaded\n");
    return STATUS_SUCCESS;
}

VOID MyUnload(PDRIVER_OBJECT DriverObject)
{
    IoDeleteSymbolicLink(&LinkName);
    IoDeleteDevice(DriverObject->DeviceObject);
    DbgPrint("My: unloaded\n");
}

NTSTATUS MyCreateClose(PDEVICE_OBJECT DeviceObject, PIRP Irp)
{
    UNREFERENCED_PARAMETER(DeviceObject);

    Irp->IoStatus.Status = STATUS_SUCCESS;
    Irp->IoStatus.Information = 0;
    IoCompleteRequest(Irp, IO_NO_INCREMENT);
    return STATUS_SUCCESS;
}
