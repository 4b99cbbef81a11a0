/*
 * iobuild.c: requests that drivers build and send. A threaded one (IoBuildDeviceIoControlRequest, IoBuildSynchronousFsdRequest) is on the
 * current thread's list, is finished by stage 2 and freed by the I/O manager; an asynchronous one belongs to its driver.
 */
#include "iop.h"

static VOID IopDiscardBuilt(PIRP Irp)
{
    PMDL Mdl = Irp->MdlAddress;

    if (Mdl != NULL)
        IoFreeMdl(Mdl);
    if (Irp->AssociatedIrp.SystemBuffer != NULL)
        ExFreePool(Irp->AssociatedIrp.SystemBuffer);
    IoFreeIrp(Irp);
}

/* System buffer of Length bytes, filled from Source if there is one. */
static BOOLEAN IopGiveSystemBuffer(PIRP Irp, ULONG Length, PVOID Source, ULONG SourceLength)
{
    Irp->AssociatedIrp.SystemBuffer = ExAllocatePool2(POOL_FLAG_NON_PAGED | POOL_FLAG_UNINITIALIZED, Length, '  oI');
    if (Irp->AssociatedIrp.SystemBuffer == NULL)
        return FALSE;
    if (Source != NULL)
        RtlCopyMemory(Irp->AssociatedIrp.SystemBuffer, Source, SourceLength);
    Irp->Flags |= IRP_BUFFERED_IO | IRP_DEALLOCATE_BUFFER;
    return TRUE;
}

static BOOLEAN IopGiveMdl(PIRP Irp, PVOID Buffer, ULONG Length, LOCK_OPERATION Operation)
{
    PMDL Mdl = IoAllocateMdl(Buffer, Length, FALSE, FALSE, Irp);

    if (Mdl == NULL)
        return FALSE;
    __try {
        MmProbeAndLockPages(Mdl, KernelMode, Operation);
    } __except (EXCEPTION_EXECUTE_HANDLER) {
        return FALSE;
    }
    return TRUE;
}

PIRP NTAPI IoBuildDeviceIoControlRequest(ULONG IoControlCode, PDEVICE_OBJECT DeviceObject, PVOID InputBuffer, ULONG InputBufferLength,
                                         PVOID OutputBuffer, ULONG OutputBufferLength, BOOLEAN InternalDeviceIoControl, PKEVENT Event,
                                         PIO_STATUS_BLOCK IoStatusBlock)
{
    ULONG Method = IoControlCode & 3, Length;
    BOOLEAN Built = TRUE;
    PIO_STACK_LOCATION Stack;
    PIRP Irp = IoAllocateIrp(DeviceObject->StackSize, FALSE);

    if (Irp == NULL)
        return NULL;
    Stack = IoGetNextIrpStackLocation(Irp);
    Stack->MajorFunction = InternalDeviceIoControl ? IRP_MJ_INTERNAL_DEVICE_CONTROL : IRP_MJ_DEVICE_CONTROL;
    Stack->Parameters.DeviceIoControl.IoControlCode = IoControlCode;
    Stack->Parameters.DeviceIoControl.InputBufferLength = InputBufferLength;
    Stack->Parameters.DeviceIoControl.OutputBufferLength = OutputBufferLength;
    switch (Method) {
    case METHOD_BUFFERED:
        Length = InputBufferLength > OutputBufferLength ? InputBufferLength : OutputBufferLength;
        if (Length == 0)
            break;
        Built = IopGiveSystemBuffer(Irp, Length, InputBuffer, InputBufferLength);
        Irp->UserBuffer = OutputBuffer;
        if (OutputBuffer != NULL)
            Irp->Flags |= IRP_INPUT_OPERATION;
        break;
    case METHOD_NEITHER:
        Irp->UserBuffer = OutputBuffer;
        Stack->Parameters.DeviceIoControl.Type3InputBuffer = InputBuffer;
        break;
    default:
        if (InputBuffer != NULL && InputBufferLength != 0)
            Built = IopGiveSystemBuffer(Irp, InputBufferLength, InputBuffer, InputBufferLength);
        if (Built && OutputBuffer != NULL && OutputBufferLength != 0)
            Built = IopGiveMdl(Irp, OutputBuffer, OutputBufferLength, Method == METHOD_IN_DIRECT ? IoReadAccess : IoWriteAccess);
        break;
    }
    if (!Built) {
        IopDiscardBuilt(Irp);
        return NULL;
    }
    Irp->UserIosb = IoStatusBlock;
    Irp->UserEvent = Event;
    Irp->RequestorMode = KernelMode;
    Irp->Tail.Overlay.Thread = PsGetCurrentThread();
    IopQueueIrpToThread(Irp, PsGetCurrentThread());
    return Irp;
}

PIRP NTAPI IoBuildAsynchronousFsdRequest(ULONG MajorFunction, PDEVICE_OBJECT DeviceObject, PVOID Buffer, ULONG Length,
                                         PLARGE_INTEGER StartingOffset, PIO_STATUS_BLOCK IoStatusBlock)
{
    PIRP Irp = IoAllocateIrp(DeviceObject->StackSize, FALSE);
    PIO_STACK_LOCATION Stack;
    BOOLEAN Built = TRUE, Write = MajorFunction == IRP_MJ_WRITE;

    if (Irp == NULL)
        return NULL;
    Stack = IoGetNextIrpStackLocation(Irp);
    Stack->MajorFunction = (UCHAR)MajorFunction;
    if ((Write || MajorFunction == IRP_MJ_READ) && Length != 0) {
        if (DeviceObject->Flags & DO_BUFFERED_IO) {
            Built = IopGiveSystemBuffer(Irp, Length, Write ? Buffer : NULL, Length);
            Irp->UserBuffer = Buffer;
            if (!Write)
                Irp->Flags |= IRP_INPUT_OPERATION;
        } else if (DeviceObject->Flags & DO_DIRECT_IO)
            Built = IopGiveMdl(Irp, Buffer, Length, Write ? IoReadAccess : IoWriteAccess);
        else
            Irp->UserBuffer = Buffer;
        Stack->Parameters.Read.Length = Length;
        if (StartingOffset != NULL)
            Stack->Parameters.Read.ByteOffset = *StartingOffset;
    }
    if (!Built) {
        IopDiscardBuilt(Irp);
        return NULL;
    }
    Irp->UserIosb = IoStatusBlock;
    Irp->RequestorMode = KernelMode;
    Irp->Tail.Overlay.Thread = PsGetCurrentThread();
    return Irp;
}

PIRP NTAPI IoBuildSynchronousFsdRequest(ULONG MajorFunction, PDEVICE_OBJECT DeviceObject, PVOID Buffer, ULONG Length,
                                        PLARGE_INTEGER StartingOffset, PKEVENT Event, PIO_STATUS_BLOCK IoStatusBlock)
{
    PIRP Irp = IoBuildAsynchronousFsdRequest(MajorFunction, DeviceObject, Buffer, Length, StartingOffset, IoStatusBlock);

    if (Irp == NULL)
        return NULL;
    Irp->UserEvent = Event;
    IopQueueIrpToThread(Irp, PsGetCurrentThread());
    return Irp;
}

/* ------------------------------------------------------------------ forwarding */

static NTSTATUS IopForwardComplete(PDEVICE_OBJECT DeviceObject, PIRP Irp, PVOID Context)
{
    UNREFERENCED_PARAMETER(DeviceObject);
    if (Irp->PendingReturned)
        KeSetEvent(Context, IO_NO_INCREMENT, FALSE);
    return STATUS_MORE_PROCESSING_REQUIRED;
}

/* Sends the IRP down and waits; the caller has it back afterwards. FALSE: there is no location left. */
BOOLEAN NTAPI IoForwardIrpSynchronously(PDEVICE_OBJECT DeviceObject, PIRP Irp)
{
    KEVENT Event;

    if (Irp->CurrentLocation <= 1)
        return FALSE;
    KeInitializeEvent(&Event, NotificationEvent, FALSE);
    IoCopyCurrentIrpStackLocationToNext(Irp);
    IoSetCompletionRoutine(Irp, IopForwardComplete, &Event, TRUE, TRUE, TRUE);
    if (IofCallDriver(DeviceObject, Irp) == STATUS_PENDING)
        KeWaitForSingleObject(&Event, Executive, KernelMode, FALSE, NULL);
    return TRUE;
}

NTSTATUS NTAPI IoSetCompletionRoutineEx(PDEVICE_OBJECT DeviceObject, PIRP Irp, PIO_COMPLETION_ROUTINE CompletionRoutine, PVOID Context,
                                        BOOLEAN InvokeOnSuccess, BOOLEAN InvokeOnError, BOOLEAN InvokeOnCancel)
{
    UNREFERENCED_PARAMETER(DeviceObject);
    IoSetCompletionRoutine(Irp, CompletionRoutine, Context, InvokeOnSuccess, InvokeOnError, InvokeOnCancel);
    return STATUS_SUCCESS;
}
