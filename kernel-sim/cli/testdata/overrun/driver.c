#include <ntddk.h>
#include <wdmsec.h>

#define IOCTL_NAME  CTL_CODE(FILE_DEVICE_UNKNOWN, 0x801, METHOD_BUFFERED, FILE_ANY_ACCESS)
#define IOCTL_COUNT CTL_CODE(FILE_DEVICE_UNKNOWN, 0x802, METHOD_BUFFERED, FILE_ANY_ACCESS)
#define IOCTL_READ  CTL_CODE(FILE_DEVICE_UNKNOWN, 0x803, METHOD_BUFFERED, FILE_ANY_ACCESS)
#define NAME_BYTES 24

typedef struct _SENSOR {
    ULONG Reads;
    ULONG Value;
} SENSOR;

typedef struct _CONFIG {
    SENSOR *Sensor;
    ULONG Flags;
} CONFIG;

static UNICODE_STRING DeviceName = RTL_CONSTANT_STRING(L"\\Device\\Overrun");
static UNICODE_STRING LinkName = RTL_CONSTANT_STRING(L"\\??\\Overrun");
static SENSOR g_Sensor;
static CHAR *g_Name;
static CONFIG *g_Config;
static ULONG g_Count;

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

static VOID SetName(const CHAR *Text, ULONG Length)
{
    ULONG i;
    for (i = 0; i < Length; i++) {
        g_Name[i] = Text[i];
    }
}

static NTSTATUS Control(PDEVICE_OBJECT DeviceObject, PIRP Irp)
{
    PIO_STACK_LOCATION Stack = IoGetCurrentIrpStackLocation(Irp);
    ULONG Code = Stack->Parameters.DeviceIoControl.IoControlCode;
    UNREFERENCED_PARAMETER(DeviceObject);
    switch (Code) {
    case IOCTL_NAME:
        SetName(Irp->AssociatedIrp.SystemBuffer, Stack->Parameters.DeviceIoControl.InputBufferLength);
        DbgPrint("Overrun: the name is set\n");
        return Complete(Irp, STATUS_SUCCESS, 0);
    case IOCTL_COUNT:
        g_Count++;
        return Complete(Irp, STATUS_SUCCESS, 0);
    case IOCTL_READ:
        g_Config->Sensor->Reads++;
        return Complete(Irp, STATUS_SUCCESS, 0);
    default:
        return Complete(Irp, STATUS_INVALID_DEVICE_REQUEST, 0);
    }
}

static VOID Unload(PDRIVER_OBJECT DriverObject)
{
    ExFreePool(g_Config);
    ExFreePool(g_Name);
    IoDeleteSymbolicLink(&LinkName);
    IoDeleteDevice(DriverObject->DeviceObject);
}

NTSTATUS DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
    PDEVICE_OBJECT Device;
    NTSTATUS Status;
    UNREFERENCED_PARAMETER(RegistryPath);
    g_Name = ExAllocatePoolWithTag(NonPagedPoolNx, NAME_BYTES, 'emaN');
    g_Config = ExAllocatePoolWithTag(NonPagedPoolNx, sizeof(CONFIG), 'gfnC');
    if (g_Name == NULL || g_Config == NULL) return STATUS_INSUFFICIENT_RESOURCES;
    g_Config->Sensor = &g_Sensor;
    g_Config->Flags = 0;
    Status = IoCreateDeviceSecure(DriverObject, 0, &DeviceName, FILE_DEVICE_UNKNOWN, FILE_DEVICE_SECURE_OPEN, FALSE,
                                  &SDDL_DEVOBJ_SYS_ALL_ADM_ALL, NULL, &Device);
    if (!NT_SUCCESS(Status)) return Status;
    Status = IoCreateSymbolicLink(&LinkName, &DeviceName);
    if (!NT_SUCCESS(Status)) return Status;
    DriverObject->MajorFunction[IRP_MJ_CREATE] = CreateClose;
    DriverObject->MajorFunction[IRP_MJ_CLOSE] = CreateClose;
    DriverObject->MajorFunction[IRP_MJ_DEVICE_CONTROL] = Control;
    DriverObject->DriverUnload = Unload;
    return STATUS_SUCCESS;
}
