/*
 * iocomplete.c: completion of an IRP in two stages.
 * Stage 1 (IofCompleteRequest, in whatever context the driver is): up the stack of locations through the completion routines.
 * Stage 2 (IopFinishRequest, in the thread that asked): data, status block, event, APC; then the IRP is gone. It is reached by a special
 * kernel APC, or, for reads, writes and the like that were never marked pending, by the issuing service itself.
 */
#include "iop.h"

/* ------------------------------------------------------------------ stage 1 */

static BOOLEAN IopWantsCompletion(PIO_STACK_LOCATION Stack, PIRP Irp)
{
    if (Stack->CompletionRoutine == NULL)
        return FALSE;
    if (NT_SUCCESS(Irp->IoStatus.Status) && (Stack->Control & SL_INVOKE_ON_SUCCESS))
        return TRUE;
    if (!NT_SUCCESS(Irp->IoStatus.Status) && (Stack->Control & SL_INVOKE_ON_ERROR))
        return TRUE;
    return Irp->Cancel && (Stack->Control & SL_INVOKE_ON_CANCEL);
}

static VOID IopClearLocation(PIO_STACK_LOCATION Stack)
{
    Stack->MinorFunction = 0;
    Stack->Flags = 0;
    Stack->Control = 0;
    Stack->Parameters.Others.Argument1 = NULL;
    Stack->Parameters.Others.Argument2 = NULL;
    Stack->Parameters.Others.Argument3 = NULL;
    Stack->FileObject = NULL;
}

/* Walks up; FALSE if a completion routine kept the IRP. */
static BOOLEAN IopRunCompletionRoutines(PIRP Irp)
{
    PIO_STACK_LOCATION Stack;
    PDEVICE_OBJECT Device;
    PIO_COMPLETION_ROUTINE Routine;
    ULONG Location;
    NTSTATUS Result;

    for (;;) {
        Stack = IoGetCurrentIrpStackLocation(Irp);
        Irp->CurrentLocation++;
        Irp->Tail.Overlay.CurrentStackLocation++;
        if (Irp->CurrentLocation > Irp->StackCount + 1)
            return TRUE;

        Irp->PendingReturned = Stack->Control & SL_PENDING_RETURNED;
        if (IopWantsCompletion(Stack, Irp)) {
            Device = Irp->CurrentLocation == Irp->StackCount + 1 ? NULL : IoGetCurrentIrpStackLocation(Irp)->DeviceObject;
            Routine = Stack->CompletionRoutine;
            Location = (ULONG)Irp->CurrentLocation;
            IopClearLocation(Stack);
            Result = Routine(Device, Irp, Stack->Context);
            IopTraceCompletion(Irp, (PVOID)Routine, Location, Result);
            if (Result == STATUS_MORE_PROCESSING_REQUIRED)
                return FALSE;
        } else {
            if (Irp->PendingReturned && Irp->CurrentLocation <= Irp->StackCount)
                IoMarkIrpPending(Irp);
            IopClearLocation(Stack);
        }
    }
}

/* The last part of a piece of work completes the whole. */
static VOID IopCompleteAssociated(PIRP Irp)
{
    PIRP Master = Irp->AssociatedIrp.MasterIrp;
    LONG Left = InterlockedDecrement(&Master->AssociatedIrp.IrpCount);
    PMDL Mdl;

    while ((Mdl = Irp->MdlAddress) != NULL) {
        Irp->MdlAddress = Mdl->Next;
        IoFreeMdl(Mdl);
    }
    IoFreeIrp(Irp);
    if (Left == 0)
        IofCompleteRequest(Master, IO_NO_INCREMENT);
}

VOID FASTCALL IofCompleteRequest(PIRP Irp, CCHAR PriorityBoost)
{
    PFILE_OBJECT FileObject;
    PETHREAD Thread;
    PMDL Mdl;

    if (Irp->CurrentLocation > Irp->StackCount + 1)
        KeBugCheckEx(MULTIPLE_IRP_COMPLETE_REQUESTS, (ULONG_PTR)Irp, 0, 0, 0);
    IopTraceComplete(Irp);
    if (!IopRunCompletionRoutines(Irp))
        return;

    if (Irp->Flags & IRP_ASSOCIATED_IRP) {
        IopCompleteAssociated(Irp);
        return;
    }
    /* CLEANUP and CLOSE: their sender waits on its own event and frees the IRP. */
    if (Irp->Flags & IRP_CLOSE_OPERATION) {
        *Irp->UserIosb = Irp->IoStatus;
        KeSetEvent(Irp->UserEvent, PriorityBoost, FALSE);
        return;
    }
    for (Mdl = Irp->MdlAddress; Mdl != NULL; Mdl = Mdl->Next) {
        if (Mdl->MdlFlags & MDL_PAGES_LOCKED)
            MmUnlockPages(Mdl);
    }
    /* The dispatch routine will return the final status: whoever sent the IRP does stage 2. */
    if ((Irp->Flags & IRP_DEFER_IO_COMPLETION) && !Irp->PendingReturned)
        return;

    Thread = Irp->Tail.Overlay.Thread;
    FileObject = Irp->Tail.Overlay.OriginalFileObject;
    KeInitializeApc(&Irp->Tail.Apc, (PKTHREAD)Thread, (KAPC_ENVIRONMENT)Irp->ApcEnvironment, IopCompleteRequest, IopAbortRequest, NULL,
                    KernelMode, NULL);
    KeInsertQueueApc(&Irp->Tail.Apc, FileObject, NULL, PriorityBoost);
}

/* ------------------------------------------------------------------ stage 2 */

/* Kernel routine of the completion APC; runs at APC_LEVEL in the thread that issued the request. */
VOID IopCompleteRequest(PKAPC Apc, PKNORMAL_ROUTINE *NormalRoutine, PVOID *NormalContext, PVOID *SystemArgument1, PVOID *SystemArgument2)
{
    UNREFERENCED_PARAMETER(NormalRoutine);
    UNREFERENCED_PARAMETER(NormalContext);
    UNREFERENCED_PARAMETER(SystemArgument2);
    IopFinishRequest(CONTAINING_RECORD(Apc, IRP, Tail.Apc), *SystemArgument1);
}

/* The thread ended before the APC ran. */
VOID IopAbortRequest(PKAPC Apc)
{
    IopFinishRequest(CONTAINING_RECORD(Apc, IRP, Tail.Apc), Apc->SystemArgument1);
}

/* Kernel routine of the user APC that a request asked for: the IRP has done its work. */
static VOID IopUserApc(PKAPC Apc, PKNORMAL_ROUTINE *NormalRoutine, PVOID *NormalContext, PVOID *SystemArgument1, PVOID *SystemArgument2)
{
    UNREFERENCED_PARAMETER(NormalRoutine);
    UNREFERENCED_PARAMETER(NormalContext);
    UNREFERENCED_PARAMETER(SystemArgument1);
    UNREFERENCED_PARAMETER(SystemArgument2);
    IoFreeIrp(CONTAINING_RECORD(Apc, IRP, Tail.Apc));
}

static VOID IopUserApcRundown(PKAPC Apc)
{
    IoFreeIrp(CONTAINING_RECORD(Apc, IRP, Tail.Apc));
}

/* System buffer back to the caller: as many bytes as Information says, however large the caller's buffer is. */
static VOID IopCopyBack(PIRP Irp)
{
    if ((Irp->Flags & IRP_BUFFERED_IO) == 0)
        return;
    if ((Irp->Flags & IRP_INPUT_OPERATION) && !NT_ERROR(Irp->IoStatus.Status) && Irp->IoStatus.Information != 0 && Irp->UserBuffer != NULL) {
        __try {
            RtlCopyMemory(Irp->UserBuffer, Irp->AssociatedIrp.SystemBuffer, Irp->IoStatus.Information);
            IopTraceCopy(Irp, (ULONG)Irp->IoStatus.Information, TRUE);
        } __except (EXCEPTION_EXECUTE_HANDLER) {
            Irp->IoStatus.Status = GetExceptionCode();
        }
    }
    if (Irp->Flags & IRP_DEALLOCATE_BUFFER)
        ExFreePool(Irp->AssociatedIrp.SystemBuffer);
    Irp->AssociatedIrp.SystemBuffer = NULL;
    Irp->Flags &= ~(IRP_BUFFERED_IO | IRP_DEALLOCATE_BUFFER);
}

static VOID IopFreeMdls(PIRP Irp)
{
    PMDL Mdl, Next;

    for (Mdl = Irp->MdlAddress; Mdl != NULL; Mdl = Next) {
        Next = Mdl->Next;
        IoFreeMdl(Mdl);
    }
    Irp->MdlAddress = NULL;
}

static VOID IopWriteStatusBlock(PIRP Irp)
{
    if (Irp->UserIosb == NULL)
        return;
    __try {
        Irp->UserIosb->Information = Irp->IoStatus.Information;
        Irp->UserIosb->Status = Irp->IoStatus.Status;
    } __except (EXCEPTION_EXECUTE_HANDLER) {
        /* The program took its status block away: its loss. */
    }
}

VOID IopFinishRequest(PIRP Irp, PFILE_OBJECT FileObject)
{
    PKEVENT Event = Irp->UserEvent;
    BOOLEAN SynchronousApi = (Irp->Flags & IRP_SYNCHRONOUS_API) != 0;
    BOOLEAN Create = (Irp->Flags & IRP_CREATE_OPERATION) != 0;
    BOOLEAN Synchronous = SynchronousApi || (FileObject != NULL && (FileObject->Flags & FO_SYNCHRONOUS_IO));
    PKNORMAL_ROUTINE ApcRoutine = NULL;
    NTSTATUS Status;

    IopCopyBack(Irp);
    IopFreeMdls(Irp);
    Status = Irp->IoStatus.Status;

    if (!NT_ERROR(Status) || (Irp->PendingReturned && !Synchronous)) {
        IopWriteStatusBlock(Irp);
        if (Event != NULL) {
            KeSetEvent(Event, 0, FALSE);
            if (FileObject != NULL && (FileObject->Flags & FO_SYNCHRONOUS_IO)) {
                FileObject->FinalStatus = Status;
                KeSetEvent(&FileObject->Event, 0, FALSE);
            }
        } else if (FileObject != NULL) {
            FileObject->FinalStatus = Status;
            KeSetEvent(&FileObject->Event, 0, FALSE);
        }
        if (!Create)
            ApcRoutine = (PKNORMAL_ROUTINE)(ULONG_PTR)Irp->Overlay.AsynchronousParameters.UserApcRoutine;
    } else if (Irp->PendingReturned) {
        /* An error after STATUS_PENDING of a synchronous request: its thread waits. */
        if (SynchronousApi) {
            IopWriteStatusBlock(Irp);
            if (Event != NULL)
                KeSetEvent(Event, 0, FALSE);
            else if (FileObject != NULL)
                KeSetEvent(&FileObject->Event, 0, FALSE);
        } else if (FileObject != NULL) {
            FileObject->FinalStatus = Status;
            KeSetEvent(&FileObject->Event, 0, FALSE);
        }
    }
    /* else: an error that the dispatch routine returned: nothing but the returned status tells. */

    IopDequeueIrp(Irp);
    if (Event != NULL && FileObject != NULL && !SynchronousApi)
        ObfDereferenceObject(Event);
    if (ApcRoutine != NULL) {
        KeInitializeApc(&Irp->Tail.Apc, KiGetCurrentThread(), CurrentApcEnvironment, IopUserApc, IopUserApcRundown, ApcRoutine, UserMode,
                        Irp->Overlay.AsynchronousParameters.UserApcContext);
        KeInsertQueueApc(&Irp->Tail.Apc, Irp->UserIosb, NULL, 2);
    } else
        IoFreeIrp(Irp);
    /* On a synchronous file the issuing service still needs the file object and drops the reference itself. */
    if (FileObject != NULL && !Create && (FileObject->Flags & FO_SYNCHRONOUS_IO) == 0)
        ObfDereferenceObject(FileObject);
}

BOOLEAN NTAPI IoIsOperationSynchronous(PIRP Irp)
{
    PFILE_OBJECT FileObject = IoGetCurrentIrpStackLocation(Irp)->FileObject;

    return (Irp->Flags & (IRP_SYNCHRONOUS_API | IRP_SYNCHRONOUS_PAGING_IO)) != 0 ||
           (FileObject != NULL && (FileObject->Flags & FO_SYNCHRONOUS_IO) != 0);
}

/* ------------------------------------------------------------------ cancellation */

KSPIN_LOCK IopCancelLock;

VOID NTAPI IoAcquireCancelSpinLock(PKIRQL Irql)
{
    KeAcquireSpinLock(&IopCancelLock, Irql);
}

VOID NTAPI IoReleaseCancelSpinLock(KIRQL Irql)
{
    KeReleaseSpinLock(&IopCancelLock, Irql);
}

BOOLEAN NTAPI IoCancelIrp(PIRP Irp)
{
    PDRIVER_CANCEL Routine;
    KIRQL Irql;

    IoAcquireCancelSpinLock(&Irql);
    Irp->Cancel = TRUE;
    Routine = IoSetCancelRoutine(Irp, NULL);
    if (Routine == NULL) {
        IoReleaseCancelSpinLock(Irql);
        return FALSE;
    }
    if (Irp->CurrentLocation > Irp->StackCount + 1)
        KeBugCheckEx(CANCEL_STATE_IN_COMPLETED_IRP, (ULONG_PTR)Irp, (ULONG_PTR)Routine, 0, 0);
    Irp->CancelIrql = Irql;
    /* The routine releases the cancel spin lock. */
    Routine(IoGetCurrentIrpStackLocation(Irp)->DeviceObject, Irp);
    return TRUE;
}

/* Cancels the IRPs of a thread, on one file or all. Of the current thread at APC_LEVEL: their completion APCs then run afterwards. */
ULONG IopCancelThreadIrps(PETHREAD Thread, PFILE_OBJECT FileObject, PIO_STATUS_BLOCK Request)
{
    ULONG Count = 0;
    KIRQL Irql;
    PIRP Irp;

    KeRaiseIrql(APC_LEVEL, &Irql);
    while ((Irp = IopHoldIrp(Thread, FileObject, Request)) != NULL) {
        IoCancelIrp(Irp);
        IopReleaseIrp(Irp);
        Count++;
    }
    KeLowerIrql(Irql);
    return Count;
}

static BOOLEAN IopHasIrps(PETHREAD Thread, PFILE_OBJECT FileObject)
{
    PLIST_ENTRY Entry;
    BOOLEAN Found = FALSE;
    KIRQL Irql;

    KeRaiseIrql(APC_LEVEL, &Irql);
    for (Entry = Thread->IrpList.Flink; Entry != &Thread->IrpList && !Found; Entry = Entry->Flink)
        Found = FileObject == NULL || CONTAINING_RECORD(Entry, IRP, ThreadListEntry)->Tail.Overlay.OriginalFileObject == FileObject;
    KeLowerIrql(Irql);
    return Found;
}

VOID IoCancelThreadIo(PETHREAD Thread)
{
    LARGE_INTEGER Interval;
    ULONG Polls;
    KIRQL Irql;
    PIRP Irp;

    Interval.QuadPart = -1000000; /* 100 ms */
    IopCancelThreadIrps(Thread, NULL, NULL);
    for (Polls = 0; !IsListEmpty(&Thread->IrpList); Polls++) {
        if (Polls == 3000) {
            KeRaiseIrql(APC_LEVEL, &Irql);
            Irp = CONTAINING_RECORD(RemoveHeadList(&Thread->IrpList), IRP, ThreadListEntry);
            InitializeListHead(&Irp->ThreadListEntry);
            Irp->Tail.Overlay.Thread = NULL;
            KeLowerIrql(Irql);
            DbgPrint("I/O manager: the thread ends, but IRP %p was neither completed nor cancelled within five minutes\n", Irp);
            Polls--;
            continue;
        }
        KeDelayExecutionThread(KernelMode, FALSE, &Interval);
    }
}

/* ------------------------------------------------------------------ CancelIo, CancelIoEx, CancelSynchronousIo */

static NTSTATUS IopReturnCancelStatus(PIO_STATUS_BLOCK IoStatusBlock, NTSTATUS Status)
{
    __try {
        if (ExGetPreviousMode() != KernelMode)
            ProbeForWrite(IoStatusBlock, sizeof(IO_STATUS_BLOCK), sizeof(PVOID));
        IoStatusBlock->Status = Status;
        IoStatusBlock->Information = 0;
    } __except (EXCEPTION_EXECUTE_HANDLER) {
        return GetExceptionCode();
    }
    return Status;
}

/* This thread's requests on the file; returns when they are finished. */
NTSTATUS NTAPI NtCancelIoFile(HANDLE FileHandle, PIO_STATUS_BLOCK IoStatusBlock)
{
    PETHREAD Thread = PsGetCurrentThread();
    PFILE_OBJECT FileObject;
    LARGE_INTEGER Interval;
    NTSTATUS Status = ObpReferenceByHandle(FileHandle, 0, ObpFileType, ExGetPreviousMode(), (PVOID *)&FileObject, NULL);

    if (!NT_SUCCESS(Status))
        return Status;
    Interval.QuadPart = -100000; /* 10 ms */
    IopCancelThreadIrps(Thread, FileObject, NULL);
    while (IopHasIrps(Thread, FileObject))
        KeDelayExecutionThread(KernelMode, FALSE, &Interval);
    ObfDereferenceObject(FileObject);
    return IopReturnCancelStatus(IoStatusBlock, STATUS_SUCCESS);
}

/* All threads' requests on the file, or the one with that status block; does not wait. */
NTSTATUS NTAPI NtCancelIoFileEx(HANDLE FileHandle, PIO_STATUS_BLOCK IoRequestToCancel, PIO_STATUS_BLOCK IoStatusBlock)
{
    PEPROCESS Process = PsGetCurrentProcess();
    PETHREAD Threads[64];
    ULONG Count = 0, Cancelled = 0, i;
    PFILE_OBJECT FileObject;
    PLIST_ENTRY Link;
    KIRQL Irql;
    NTSTATUS Status = ObpReferenceByHandle(FileHandle, 0, ObpFileType, ExGetPreviousMode(), (PVOID *)&FileObject, NULL);

    if (!NT_SUCCESS(Status))
        return Status;
    KeAcquireSpinLock(&PspLock, &Irql);
    for (Link = Process->Pcb.ThreadListHead.Flink; Link != &Process->Pcb.ThreadListHead && Count < RTL_NUMBER_OF(Threads); Link = Link->Flink) {
        Threads[Count] = (PETHREAD)CONTAINING_RECORD(Link, KTHREAD, ThreadListEntry);
        ObfReferenceObject(Threads[Count++]);
    }
    KeReleaseSpinLock(&PspLock, Irql);
    for (i = 0; i < Count; i++) {
        Cancelled += IopCancelThreadIrps(Threads[i], FileObject, IoRequestToCancel);
        ObfDereferenceObject(Threads[i]);
    }
    ObfDereferenceObject(FileObject);
    return IopReturnCancelStatus(IoStatusBlock, Cancelled != 0 ? STATUS_SUCCESS : STATUS_NOT_FOUND);
}

/* The request that another thread waits in. */
NTSTATUS NTAPI NtCancelSynchronousIoFile(HANDLE ThreadHandle, PIO_STATUS_BLOCK IoRequestToCancel, PIO_STATUS_BLOCK IoStatusBlock)
{
    PETHREAD Thread;
    ULONG Cancelled;
    NTSTATUS Status = ObpReferenceByHandle(ThreadHandle, THREAD_TERMINATE, ObpThreadType, ExGetPreviousMode(), (PVOID *)&Thread, NULL);

    if (!NT_SUCCESS(Status))
        return Status;
    Cancelled = IopCancelThreadIrps(Thread, NULL, IoRequestToCancel);
    ObfDereferenceObject(Thread);
    return IopReturnCancelStatus(IoStatusBlock, Cancelled != 0 ? STATUS_SUCCESS : STATUS_NOT_FOUND);
}
