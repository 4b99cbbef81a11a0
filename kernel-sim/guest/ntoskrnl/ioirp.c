/*
 * ioirp.c: IRPs: making, sending, freeing. An IRP that a system service made is on its thread's list until stage 2 of its completion
 * (iocomplete.c); the list changes by primitives, in one step each. Stage 2 waits while someone who cancels it holds the IRP.
 */
#include "iop.h"

#define IOP_TAG_IRP ' prI'

VOID NTAPI IoInitializeIrp(PIRP Irp, USHORT PacketSize, CCHAR StackSize)
{
    RtlZeroMemory(Irp, PacketSize);
    Irp->Type = IO_TYPE_IRP;
    Irp->Size = PacketSize;
    Irp->StackCount = StackSize;
    Irp->CurrentLocation = StackSize + 1;
    Irp->ApcEnvironment = KiGetCurrentThread()->ApcStateIndex;
    InitializeListHead(&Irp->ThreadListEntry);
    Irp->Tail.Overlay.CurrentStackLocation = (PIO_STACK_LOCATION)(Irp + 1) + StackSize;
}

PIRP NTAPI IoAllocateIrp(CCHAR StackSize, BOOLEAN ChargeQuota)
{
    USHORT Size = IoSizeOfIrp(StackSize);
    PIRP Irp;

    UNREFERENCED_PARAMETER(ChargeQuota);
    Irp = ExAllocatePool2(POOL_FLAG_NON_PAGED | POOL_FLAG_UNINITIALIZED, Size, IOP_TAG_IRP);
    if (Irp == NULL)
        return NULL;
    IoInitializeIrp(Irp, Size, StackSize);
    IopTraceIrpAllocate(Irp);
    return Irp;
}

PIRP NTAPI IoAllocateIrpEx(PDEVICE_OBJECT DeviceObject, CCHAR StackSize, BOOLEAN ChargeQuota)
{
    UNREFERENCED_PARAMETER(DeviceObject);
    return IoAllocateIrp(StackSize, ChargeQuota);
}

VOID NTAPI IoFreeIrp(PIRP Irp)
{
    if (Irp->Type != IO_TYPE_IRP)
        KeBugCheckEx(MULTIPLE_IRP_COMPLETE_REQUESTS, (ULONG_PTR)Irp, 0, 0, 0);
    IopTraceIrpFree(Irp);
    Irp->Type = 0;
    ExFreePoolWithTag(Irp, IOP_TAG_IRP);
}

VOID NTAPI IoReuseIrp(PIRP Irp, NTSTATUS Status)
{
    UCHAR AllocationFlags = Irp->AllocationFlags;

    IoInitializeIrp(Irp, Irp->Size, Irp->StackCount);
    Irp->AllocationFlags = AllocationFlags;
    Irp->IoStatus.Status = Status;
}

/* An IRP for part of Master's work; Master completes when all of them have. */
PIRP NTAPI IoMakeAssociatedIrp(PIRP Master, CCHAR StackSize)
{
    PIRP Irp = IoAllocateIrp(StackSize, FALSE);

    if (Irp == NULL)
        return NULL;
    Irp->Flags |= IRP_ASSOCIATED_IRP;
    Irp->AssociatedIrp.MasterIrp = Master;
    Irp->Tail.Overlay.Thread = Master->Tail.Overlay.Thread;
    return Irp;
}

NTSTATUS FASTCALL IofCallDriver(PDEVICE_OBJECT DeviceObject, PIRP Irp)
{
    PDRIVER_OBJECT DriverObject;
    PIO_STACK_LOCATION Stack;
    NTSTATUS Status;

    Irp->CurrentLocation--;
    if (Irp->CurrentLocation <= 0)
        KeBugCheckEx(NO_MORE_IRP_STACK_LOCATIONS, (ULONG_PTR)Irp, 0, 0, 0);
    Stack = IoGetNextIrpStackLocation(Irp);
    Irp->Tail.Overlay.CurrentStackLocation = Stack;
    Stack->DeviceObject = DeviceObject;
    DriverObject = DeviceObject->DriverObject;
    IopTraceCall(DeviceObject, Irp);
    Status = DriverObject->MajorFunction[Stack->MajorFunction](DeviceObject, Irp);
    IopTraceReturn(DriverObject, Irp, Status);
    return Status;
}

/* What every major function does until the driver sets its own. */
NTSTATUS IopInvalidDeviceRequest(PDEVICE_OBJECT DeviceObject, PIRP Irp)
{
    UNREFERENCED_PARAMETER(DeviceObject);
    Irp->IoStatus.Status = STATUS_INVALID_DEVICE_REQUEST;
    Irp->IoStatus.Information = 0;
    IofCompleteRequest(Irp, IO_NO_INCREMENT);
    return STATUS_INVALID_DEVICE_REQUEST;
}

/* ------------------------------------------------------------------ the thread's list */

VOID IopQueueIrpToThread(PIRP Irp, PETHREAD Thread)
{
    IopLinkIrp(Thread, Irp);
}

VOID IopDequeueIrp(PIRP Irp)
{
    LARGE_INTEGER Tick;

    Tick.QuadPart = -1;
    while (!IopUnlinkIrp(Irp))
        KeDelayExecutionThread(KernelMode, FALSE, &Tick);
}

VOID IopCleanupUnsentIrp(PIRP Irp, PFILE_OBJECT FileObject, PKEVENT Event)
{
    PMDL Mdl;

    if (Irp != NULL) {
        while ((Mdl = Irp->MdlAddress) != NULL) {
            Irp->MdlAddress = Mdl->Next;
            if (Mdl->MdlFlags & MDL_PAGES_LOCKED)
                MmUnlockPages(Mdl);
            IoFreeMdl(Mdl);
        }
        if (Irp->AssociatedIrp.SystemBuffer != NULL)
            ExFreePool(Irp->AssociatedIrp.SystemBuffer);
        IoFreeIrp(Irp);
    }
    if (FileObject->Flags & FO_SYNCHRONOUS_IO)
        IopReleaseFileLock(FileObject);
    if (Event != NULL)
        ObfDereferenceObject(Event);
    ObfDereferenceObject(FileObject);
}

/* ------------------------------------------------------------------ one request at a time on a synchronous file */

NTSTATUS IopAcquireFileLock(PFILE_OBJECT FileObject, KPROCESSOR_MODE Mode)
{
    NTSTATUS Status = STATUS_SUCCESS;

    if (InterlockedExchange((volatile LONG *)&FileObject->Busy, TRUE) == FALSE)
        return STATUS_SUCCESS;
    InterlockedIncrement((volatile LONG *)&FileObject->Waiters);
    do {
        Status = KeWaitForSingleObject(&FileObject->Lock, Executive, Mode, (FileObject->Flags & FO_ALERTABLE_IO) != 0, NULL);
        if (Status != STATUS_SUCCESS)
            break;
    } while (InterlockedExchange((volatile LONG *)&FileObject->Busy, TRUE) != FALSE);
    InterlockedDecrement((volatile LONG *)&FileObject->Waiters);
    return Status;
}

VOID IopReleaseFileLock(PFILE_OBJECT FileObject)
{
    InterlockedExchange((volatile LONG *)&FileObject->Busy, FALSE);
    if (FileObject->Waiters != 0)
        KeSetEvent(&FileObject->Lock, IO_NO_INCREMENT, FALSE);
}

/* ------------------------------------------------------------------ sending */

/* A wait for Irp was interrupted (alert, user APC, the thread is to end): cancels the IRP, then waits until it is done. */
VOID IopCancelAndWait(PKEVENT Event, PIRP Irp)
{
    KIRQL Irql;

    /* At APC_LEVEL the IRP cannot be freed under our hands. */
    KeRaiseIrql(APC_LEVEL, &Irql);
    if (KeReadStateEvent(Event) == 0)
        IoCancelIrp(Irp);
    KeLowerIrql(Irql);
    KeWaitForSingleObject(Event, Executive, KernelMode, FALSE, NULL);
}

NTSTATUS IopPerformRequest(PDEVICE_OBJECT Device, PIRP Irp, PFILE_OBJECT FileObject, KPROCESSOR_MODE Mode, BOOLEAN Synchronous,
                           BOOLEAN Deferred)
{
    NTSTATUS Status, WaitStatus;
    KIRQL Irql;

    IopQueueIrpToThread(Irp, PsGetCurrentThread());
    Status = IofCallDriver(Device, Irp);
    if (Deferred && Status != STATUS_PENDING) {
        KeRaiseIrql(APC_LEVEL, &Irql);
        IopFinishRequest(Irp, FileObject);
        KeLowerIrql(Irql);
    }
    if (!Synchronous)
        return Status;
    if (Status == STATUS_PENDING) {
        WaitStatus = KeWaitForSingleObject(&FileObject->Event, Executive, Mode, (FileObject->Flags & FO_ALERTABLE_IO) != 0, NULL);
        if (WaitStatus != STATUS_SUCCESS)
            IopCancelAndWait(&FileObject->Event, Irp);
        Status = FileObject->FinalStatus;
    }
    IopReleaseFileLock(FileObject);
    ObfDereferenceObject(FileObject);
    return Status;
}
