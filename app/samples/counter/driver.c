/*
 * Counter: an NT-style (non-PnP) software driver with one number that two
 * threads increase at the same time.
 *
 * Experiment: set USE_LOCK to 0 and run again. The machine has two processors,
 * so both threads may read the same old value, and one of the two increments
 * is lost. The spin lock lets only one of them in at a time.
 */
#include <ntddk.h>
#include <wdmsec.h>

#define USE_LOCK 1

#define IOCTL_COUNTER_ADD \
    CTL_CODE(0x8000, 0x800, METHOD_BUFFERED, \
             FILE_READ_ACCESS | FILE_WRITE_ACCESS)
#define IOCTL_COUNTER_GET \
    CTL_CODE(0x8000, 0x801, METHOD_BUFFERED, FILE_READ_ACCESS)

DRIVER_INITIALIZE DriverEntry;
DRIVER_UNLOAD CounterUnload;
DRIVER_DISPATCH CounterCreateClose;
DRIVER_DISPATCH CounterDeviceControl;

static UNICODE_STRING DeviceName = RTL_CONSTANT_STRING(L"\\Device\\Counter");
static UNICODE_STRING LinkName = RTL_CONSTANT_STRING(L"\\DosDevices\\Counter");

static KSPIN_LOCK Lock;
static volatile ULONG Counter; /* guarded by Lock */

NTSTATUS DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
    PDEVICE_OBJECT device;
    NTSTATUS status;

    UNREFERENCED_PARAMETER(RegistryPath);

    /*
     * Everything that a request needs must be ready before the device can be
     * opened.
     */
    KeInitializeSpinLock(&Lock);

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

    DriverObject->MajorFunction[IRP_MJ_CREATE] = CounterCreateClose;
    DriverObject->MajorFunction[IRP_MJ_CLOSE] = CounterCreateClose;
    DriverObject->MajorFunction[IRP_MJ_DEVICE_CONTROL] = CounterDeviceControl;
    DriverObject->DriverUnload = CounterUnload;
    return STATUS_SUCCESS;
}

VOID CounterUnload(PDRIVER_OBJECT DriverObject)
{
    DbgPrint("Counter: unloaded at %lu\n", Counter);
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

NTSTATUS CounterCreateClose(PDEVICE_OBJECT DeviceObject, PIRP Irp)
{
    UNREFERENCED_PARAMETER(DeviceObject);
    return Complete(Irp, STATUS_SUCCESS, 0);
}

/*
 * `Counter++` looks like one step, but the processor needs three: load the
 * value, add one, store it. An interrupt or the other processor may come
 * between any two of them.
 */
static VOID AddOne(VOID)
{
#if USE_LOCK
    KIRQL oldIrql;

    /* Raises IRQL to DISPATCH_LEVEL: no thread switch while we hold it. */
    KeAcquireSpinLock(&Lock, &oldIrql);
    Counter++;
    KeReleaseSpinLock(&Lock, oldIrql);
#else
    Counter++;
#endif
}

NTSTATUS CounterDeviceControl(PDEVICE_OBJECT DeviceObject, PIRP Irp)
{
    PIO_STACK_LOCATION stack = IoGetCurrentIrpStackLocation(Irp);
    ULONG inputLength = stack->Parameters.DeviceIoControl.InputBufferLength;
    ULONG outputLength = stack->Parameters.DeviceIoControl.OutputBufferLength;
    PULONG buffer = Irp->AssociatedIrp.SystemBuffer;
    ULONG times;

    UNREFERENCED_PARAMETER(DeviceObject);

    switch (stack->Parameters.DeviceIoControl.IoControlCode) {
    case IOCTL_COUNTER_ADD:
        if (inputLength < sizeof(ULONG)) {
            return Complete(Irp, STATUS_BUFFER_TOO_SMALL, 0);
        }
        for (times = *buffer; times > 0; times--) {
            AddOne();
        }
        return Complete(Irp, STATUS_SUCCESS, 0);

    case IOCTL_COUNTER_GET:
        if (outputLength < sizeof(ULONG)) {
            return Complete(Irp, STATUS_BUFFER_TOO_SMALL, 0);
        }
        *buffer = Counter;
        return Complete(Irp, STATUS_SUCCESS, sizeof(ULONG));

    default:
        return Complete(Irp, STATUS_INVALID_DEVICE_REQUEST, 0);
    }
}
