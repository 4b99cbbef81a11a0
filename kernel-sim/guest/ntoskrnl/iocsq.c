/*
 * iocsq.c: cancel-safe IRP queues. The driver brings queue and lock; who may take an IRP is decided by who gets its cancel routine.
 * DriverContext[3] of a queued IRP points to the queue or to the caller's context.
 */
#include "iop.h"

static PIO_CSQ IopCsqOfIrp(PIRP Irp, PIO_CSQ_IRP_CONTEXT *Context)
{
    PIO_CSQ_IRP_CONTEXT Pointer = Irp->Tail.Overlay.DriverContext[3];

    if (Pointer->Type == IO_TYPE_CSQ_IRP_CONTEXT) {
        *Context = Pointer;
        return Pointer->Csq;
    }
    *Context = NULL;
    return (PIO_CSQ)Pointer;
}

/* The IRP is off the queue; the queue's lock is held. */
static VOID IopCsqForget(PIRP Irp, PIO_CSQ_IRP_CONTEXT Context)
{
    if (Context != NULL)
        Context->Irp = NULL;
    Irp->Tail.Overlay.DriverContext[3] = NULL;
}

static VOID IopCsqCancel(PDEVICE_OBJECT DeviceObject, PIRP Irp)
{
    PIO_CSQ_IRP_CONTEXT Context;
    PIO_CSQ Csq;
    KIRQL Irql;

    UNREFERENCED_PARAMETER(DeviceObject);
    IoReleaseCancelSpinLock(Irp->CancelIrql);
    Csq = IopCsqOfIrp(Irp, &Context);
    Csq->CsqAcquireLock(Csq, &Irql);
    Csq->CsqRemoveIrp(Csq, Irp);
    IopCsqForget(Irp, Context);
    Csq->CsqReleaseLock(Csq, Irql);
    Csq->CsqCompleteCanceledIrp(Csq, Irp);
}

static VOID IopCsqInitialize(PIO_CSQ Csq, ULONG Type, PIO_CSQ_INSERT_IRP Insert, PIO_CSQ_REMOVE_IRP Remove, PIO_CSQ_PEEK_NEXT_IRP Peek,
                             PIO_CSQ_ACQUIRE_LOCK Acquire, PIO_CSQ_RELEASE_LOCK Release, PIO_CSQ_COMPLETE_CANCELED_IRP Complete)
{
    Csq->Type = Type;
    Csq->CsqInsertIrp = Insert;
    Csq->CsqRemoveIrp = Remove;
    Csq->CsqPeekNextIrp = Peek;
    Csq->CsqAcquireLock = Acquire;
    Csq->CsqReleaseLock = Release;
    Csq->CsqCompleteCanceledIrp = Complete;
    Csq->ReservePointer = NULL;
}

NTSTATUS NTAPI IoCsqInitialize(PIO_CSQ Csq, PIO_CSQ_INSERT_IRP CsqInsertIrp, PIO_CSQ_REMOVE_IRP CsqRemoveIrp,
                               PIO_CSQ_PEEK_NEXT_IRP CsqPeekNextIrp, PIO_CSQ_ACQUIRE_LOCK CsqAcquireLock,
                               PIO_CSQ_RELEASE_LOCK CsqReleaseLock, PIO_CSQ_COMPLETE_CANCELED_IRP CsqCompleteCanceledIrp)
{
    IopCsqInitialize(Csq, IO_TYPE_CSQ, CsqInsertIrp, CsqRemoveIrp, CsqPeekNextIrp, CsqAcquireLock, CsqReleaseLock, CsqCompleteCanceledIrp);
    return STATUS_SUCCESS;
}

NTSTATUS NTAPI IoCsqInitializeEx(PIO_CSQ Csq, PIO_CSQ_INSERT_IRP_EX CsqInsertIrp, PIO_CSQ_REMOVE_IRP CsqRemoveIrp,
                                 PIO_CSQ_PEEK_NEXT_IRP CsqPeekNextIrp, PIO_CSQ_ACQUIRE_LOCK CsqAcquireLock,
                                 PIO_CSQ_RELEASE_LOCK CsqReleaseLock, PIO_CSQ_COMPLETE_CANCELED_IRP CsqCompleteCanceledIrp)
{
    IopCsqInitialize(Csq, IO_TYPE_CSQ_EX, (PIO_CSQ_INSERT_IRP)CsqInsertIrp, CsqRemoveIrp, CsqPeekNextIrp, CsqAcquireLock, CsqReleaseLock,
                     CsqCompleteCanceledIrp);
    return STATUS_SUCCESS;
}

NTSTATUS NTAPI IoCsqInsertIrpEx(PIO_CSQ Csq, PIRP Irp, PIO_CSQ_IRP_CONTEXT Context, PVOID InsertContext)
{
    NTSTATUS Status = STATUS_SUCCESS;
    KIRQL Irql;

    if (Context != NULL) {
        Context->Type = IO_TYPE_CSQ_IRP_CONTEXT;
        Context->Irp = Irp;
        Context->Csq = Csq;
        Irp->Tail.Overlay.DriverContext[3] = Context;
    } else
        Irp->Tail.Overlay.DriverContext[3] = Csq;
    Csq->ReservePointer = NULL;

    Csq->CsqAcquireLock(Csq, &Irql);
    if (Csq->Type == IO_TYPE_CSQ_EX)
        Status = ((PIO_CSQ_INSERT_IRP_EX)Csq->CsqInsertIrp)(Csq, Irp, InsertContext);
    else
        Csq->CsqInsertIrp(Csq, Irp);
    if (!NT_SUCCESS(Status)) {
        IopCsqForget(Irp, Context);
        Csq->CsqReleaseLock(Csq, Irql);
        return Status;
    }
    IoMarkIrpPending(Irp);
    IoSetCancelRoutine(Irp, IopCsqCancel);
    /* Cancelled before it had a routine, and nobody has taken it since: ours to complete. */
    if (Irp->Cancel && IoSetCancelRoutine(Irp, NULL) != NULL) {
        Csq->CsqRemoveIrp(Csq, Irp);
        IopCsqForget(Irp, Context);
        Csq->CsqReleaseLock(Csq, Irql);
        Csq->CsqCompleteCanceledIrp(Csq, Irp);
        return Status;
    }
    Csq->CsqReleaseLock(Csq, Irql);
    return Status;
}

VOID NTAPI IoCsqInsertIrp(PIO_CSQ Csq, PIRP Irp, PIO_CSQ_IRP_CONTEXT Context)
{
    IoCsqInsertIrpEx(Csq, Irp, Context, NULL);
}

PIRP NTAPI IoCsqRemoveNextIrp(PIO_CSQ Csq, PVOID PeekContext)
{
    PIO_CSQ_IRP_CONTEXT Context;
    PIRP Irp;
    KIRQL Irql;

    Csq->ReservePointer = NULL;
    Csq->CsqAcquireLock(Csq, &Irql);
    for (Irp = Csq->CsqPeekNextIrp(Csq, NULL, PeekContext); Irp != NULL; Irp = Csq->CsqPeekNextIrp(Csq, Irp, PeekContext)) {
        if (IoSetCancelRoutine(Irp, NULL) != NULL) {
            IopCsqOfIrp(Irp, &Context);
            Csq->CsqRemoveIrp(Csq, Irp);
            IopCsqForget(Irp, Context);
            break;
        }
        /* Its cancel routine runs and waits for the lock: leave it alone. */
    }
    Csq->CsqReleaseLock(Csq, Irql);
    return Irp;
}

PIRP NTAPI IoCsqRemoveIrp(PIO_CSQ Csq, PIO_CSQ_IRP_CONTEXT Context)
{
    PIRP Irp;
    KIRQL Irql;

    Csq->ReservePointer = NULL;
    Csq->CsqAcquireLock(Csq, &Irql);
    Irp = Context->Irp;
    if (Irp != NULL && IoSetCancelRoutine(Irp, NULL) != NULL) {
        Csq->CsqRemoveIrp(Csq, Irp);
        IopCsqForget(Irp, Context);
    } else
        Irp = NULL;
    Csq->CsqReleaseLock(Csq, Irql);
    return Irp;
}
