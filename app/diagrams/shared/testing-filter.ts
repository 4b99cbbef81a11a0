/** For tests: a filter device over a device of the same driver, so that a request has two stack locations and a completion routine. */
const DRIVER = `
#include <ntddk.h>
#include <wdmsec.h>
typedef struct { PDEVICE_OBJECT Lower; ULONG Pad[5]; } EXTENSION, *PEXTENSION;
static UNICODE_STRING DeviceName = RTL_CONSTANT_STRING(L"\\\\Device\\\\Lab");
static UNICODE_STRING LinkName = RTL_CONSTANT_STRING(L"\\\\??\\\\Lab");
static PDEVICE_OBJECT Device, Filter;

static NTSTATUS FilterDone(PDEVICE_OBJECT DeviceObject, PIRP Irp, PVOID Context)
{
    UNREFERENCED_PARAMETER(DeviceObject); UNREFERENCED_PARAMETER(Context);
    if (Irp->PendingReturned) IoMarkIrpPending(Irp);
    return STATUS_SUCCESS;
}

static NTSTATUS Dispatch(PDEVICE_OBJECT DeviceObject, PIRP Irp)
{
    if (DeviceObject == Filter) {
        IoCopyCurrentIrpStackLocationToNext(Irp);
        IoSetCompletionRoutine(Irp, FilterDone, (PVOID)0x1234, TRUE, TRUE, FALSE);
        return IoCallDriver(((PEXTENSION)Filter->DeviceExtension)->Lower, Irp);
    }
    Irp->IoStatus.Status = STATUS_SUCCESS;
    Irp->IoStatus.Information = 0;
    IoCompleteRequest(Irp, IO_NO_INCREMENT);
    return STATUS_SUCCESS;
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
int main(void)
{
    DWORD got = 0, value = 0;
    HANDLE h = CreateFileW(L"\\\\\\\\.\\\\Lab", GENERIC_READ, 0, NULL, OPEN_EXISTING, 0, NULL);
    if (h == INVALID_HANDLE_VALUE) return 1;
    DeviceIoControl(h, CTL_CODE(0x8001, 0x801, METHOD_BUFFERED, FILE_READ_ACCESS), NULL, 0, &value, sizeof value, &got, NULL);
    CloseHandle(h);
    return 0;
}
`;

export const FILTER = { driver: DRIVER, app: APP };
