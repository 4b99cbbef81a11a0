/*
 * Later: an NT-style (non-PnP) software driver that answers a request after a
 * while.
 *
 * The dispatch routine does not complete the IRP: it marks it pending, starts
 * a timer and returns STATUS_PENDING. When the timer expires, its DPC
 * completes the IRP. The program goes on in the meantime.
 */
#include <ntddk.h>
#include <wdmsec.h>

#define IOCTL_LATER_ANSWER \
    CTL_CODE(0x8000, 0x800, METHOD_BUFFERED, \
             FILE_READ_ACCESS | FILE_WRITE_ACCESS)

/* In units of 100 ns; a negative time counts from now. */
#define MILLISECONDS(n) (-10000LL * (n))

DRIVER_INITIALIZE DriverEntry;
DRIVER_UNLOAD LaterUnload;
DRIVER_DISPATCH LaterCreateClose;
DRIVER_DISPATCH LaterDeviceControl;
KDEFERRED_ROUTINE LaterTimerDpc;

static UNICODE_STRING DeviceName = RTL_CONSTANT_STRING(L"\\Device\\Later");
static UNICODE_STRING LinkName = RTL_CONSTANT_STRING(L"\\DosDevices\\Later");

static KTIMER Timer;
static KDPC TimerDpc;

/* The request that waits for the timer; only exchanged as a whole. */
static PIRP Pending;

NTSTATUS DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
    PDEVICE_OBJECT device;
    NTSTATUS status;

    UNREFERENCED_PARAMETER(RegistryPath);

    KeInitializeTimer(&Timer);
    KeInitializeDpc(&TimerDpc, LaterTimerDpc, NULL);

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

    DriverObject->MajorFunction[IRP_MJ_CREATE] = LaterCreateClose;
    DriverObject->MajorFunction[IRP_MJ_CLOSE] = LaterCreateClose;
    DriverObject->MajorFunction[IRP_MJ_DEVICE_CONTROL] = LaterDeviceControl;
    DriverObject->DriverUnload = LaterUnload;
    return STATUS_SUCCESS;
}

VOID LaterUnload(PDRIVER_OBJECT DriverObject)
{
    /*
     * No request is pending any more, but the DPC may still be on its last
     * instructions: wait for it.
     */
    KeCancelTimer(&Timer);
    KeFlushQueuedDpcs();
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

NTSTATUS LaterCreateClose(PDEVICE_OBJECT DeviceObject, PIRP Irp)
{
    UNREFERENCED_PARAMETER(DeviceObject);
    return Complete(Irp, STATUS_SUCCESS, 0);
}

NTSTATUS LaterDeviceControl(PDEVICE_OBJECT DeviceObject, PIRP Irp)
{
    PIO_STACK_LOCATION stack = IoGetCurrentIrpStackLocation(Irp);
    LARGE_INTEGER dueTime;

    UNREFERENCED_PARAMETER(DeviceObject);

    if (stack->Parameters.DeviceIoControl.IoControlCode != IOCTL_LATER_ANSWER) {
        return Complete(Irp, STATUS_INVALID_DEVICE_REQUEST, 0);
    }
    if (stack->Parameters.DeviceIoControl.OutputBufferLength < sizeof(ULONG)) {
        return Complete(Irp, STATUS_BUFFER_TOO_SMALL, 0);
    }

    /*
     * Before anybody else can see the IRP: once the DPC has it, it may be
     * completed and freed at any time.
     */
    IoMarkIrpPending(Irp);
    if (InterlockedCompareExchangePointer((PVOID *)&Pending, Irp, NULL)) {
        /*
         * One request at a time. Marked pending, so STATUS_PENDING must be
         * returned all the same.
         */
        Complete(Irp, STATUS_DEVICE_BUSY, 0);
        return STATUS_PENDING;
    }

    DbgPrint("Later: pending at IRQL %u\n", (ULONG)KeGetCurrentIrql());
    dueTime.QuadPart = MILLISECONDS(50);
    KeSetTimer(&Timer, dueTime, &TimerDpc);

    /*
     * A cancel routine is left out because the wait is short: the timer always
     * ends it.
     */
    return STATUS_PENDING;
}

/*
 * Runs at DISPATCH_LEVEL in whatever thread happens to be there: no waiting,
 * no pageable memory.
 */
VOID LaterTimerDpc(PKDPC Dpc, PVOID Context, PVOID Argument1, PVOID Argument2)
{
    PIRP irp = InterlockedExchangePointer((PVOID *)&Pending, NULL);

    UNREFERENCED_PARAMETER(Dpc);
    UNREFERENCED_PARAMETER(Context);
    UNREFERENCED_PARAMETER(Argument1);
    UNREFERENCED_PARAMETER(Argument2);

    if (irp == NULL) {
        return;
    }
    DbgPrint("Later: completed at IRQL %u\n", (ULONG)KeGetCurrentIrql());
    *(PULONG)irp->AssociatedIrp.SystemBuffer = 42;
    Complete(irp, STATUS_SUCCESS, sizeof(ULONG));
}
