/*
 * iolib.c: small services of the I/O manager for drivers: remove locks, work items, device queues with StartIo, requests that drivers build,
 * timers, and who asked.
 */
#include "iop.h"

/* ------------------------------------------------------------------ remove locks */

VOID NTAPI IoInitializeRemoveLockEx(PIO_REMOVE_LOCK Lock, ULONG AllocateTag, ULONG MaxLockedMinutes, ULONG HighWatermark, ULONG RemlockSize)
{
    UNREFERENCED_PARAMETER(AllocateTag);
    UNREFERENCED_PARAMETER(MaxLockedMinutes);
    UNREFERENCED_PARAMETER(HighWatermark);
    UNREFERENCED_PARAMETER(RemlockSize);
    Lock->Common.Removed = FALSE;
    Lock->Common.IoCount = 1;
    KeInitializeEvent(&Lock->Common.RemoveEvent, SynchronizationEvent, FALSE);
}

NTSTATUS NTAPI IoAcquireRemoveLockEx(PIO_REMOVE_LOCK Lock, PVOID Tag, PCSTR File, ULONG Line, ULONG RemlockSize)
{
    UNREFERENCED_PARAMETER(Tag);
    UNREFERENCED_PARAMETER(File);
    UNREFERENCED_PARAMETER(Line);
    UNREFERENCED_PARAMETER(RemlockSize);
    InterlockedIncrement(&Lock->Common.IoCount);
    if (!Lock->Common.Removed)
        return STATUS_SUCCESS;
    if (InterlockedDecrement(&Lock->Common.IoCount) == 0)
        KeSetEvent(&Lock->Common.RemoveEvent, IO_NO_INCREMENT, FALSE);
    return STATUS_DELETE_PENDING;
}

VOID NTAPI IoReleaseRemoveLockEx(PIO_REMOVE_LOCK Lock, PVOID Tag, ULONG RemlockSize)
{
    UNREFERENCED_PARAMETER(Tag);
    UNREFERENCED_PARAMETER(RemlockSize);
    if (InterlockedDecrement(&Lock->Common.IoCount) == 0)
        KeSetEvent(&Lock->Common.RemoveEvent, IO_NO_INCREMENT, FALSE);
}

VOID NTAPI IoReleaseRemoveLockAndWaitEx(PIO_REMOVE_LOCK Lock, PVOID Tag, ULONG RemlockSize)
{
    Lock->Common.Removed = TRUE;
    /* The caller's own and the one of initialisation. */
    IoReleaseRemoveLockEx(Lock, Tag, RemlockSize);
    if (InterlockedDecrement(&Lock->Common.IoCount) > 0)
        KeWaitForSingleObject(&Lock->Common.RemoveEvent, Executive, KernelMode, FALSE, NULL);
}

/* ------------------------------------------------------------------ work items */

struct _IO_WORKITEM {
    WORK_QUEUE_ITEM Item;
    PIO_WORKITEM_ROUTINE Routine;
    PIO_WORKITEM_ROUTINE_EX RoutineEx; /* the one that is not NULL counts */
    PVOID IoObject;
    PVOID Context;
};

/* The device (or driver) is referenced while its routine is queued or runs, so that it cannot be unloaded beneath it. */
static VOID IopWorkItem(PVOID Parameter)
{
    PIO_WORKITEM WorkItem = Parameter;
    PVOID IoObject = WorkItem->IoObject;

    if (WorkItem->RoutineEx != NULL)
        WorkItem->RoutineEx(IoObject, WorkItem->Context, WorkItem);
    else
        WorkItem->Routine(IoObject, WorkItem->Context);
    ObfDereferenceObject(IoObject);
}

ULONG NTAPI IoSizeofWorkItem(VOID)
{
    return sizeof(struct _IO_WORKITEM);
}

VOID NTAPI IoInitializeWorkItem(PVOID IoObject, PIO_WORKITEM WorkItem)
{
    RtlZeroMemory(WorkItem, sizeof(*WorkItem));
    WorkItem->IoObject = IoObject;
}

VOID NTAPI IoUninitializeWorkItem(PIO_WORKITEM WorkItem)
{
    UNREFERENCED_PARAMETER(WorkItem);
}

PIO_WORKITEM NTAPI IoAllocateWorkItem(PDEVICE_OBJECT DeviceObject)
{
    PIO_WORKITEM WorkItem = ExAllocatePool2(POOL_FLAG_NON_PAGED, sizeof(*WorkItem), 'tWoI');

    if (WorkItem != NULL)
        WorkItem->IoObject = DeviceObject;
    return WorkItem;
}

VOID NTAPI IoFreeWorkItem(PIO_WORKITEM WorkItem)
{
    ExFreePoolWithTag(WorkItem, 'tWoI');
}

static VOID IopQueueWorkItem(PIO_WORKITEM WorkItem, PIO_WORKITEM_ROUTINE Routine, PIO_WORKITEM_ROUTINE_EX RoutineEx,
                             WORK_QUEUE_TYPE QueueType, PVOID Context)
{
    ObfReferenceObject(WorkItem->IoObject);
    WorkItem->Routine = Routine;
    WorkItem->RoutineEx = RoutineEx;
    WorkItem->Context = Context;
    ExInitializeWorkItem(&WorkItem->Item, IopWorkItem, WorkItem);
    ExQueueWorkItem(&WorkItem->Item, QueueType);
}

VOID NTAPI IoQueueWorkItem(PIO_WORKITEM WorkItem, PIO_WORKITEM_ROUTINE WorkerRoutine, WORK_QUEUE_TYPE QueueType, PVOID Context)
{
    IopQueueWorkItem(WorkItem, WorkerRoutine, NULL, QueueType, Context);
}

VOID NTAPI IoQueueWorkItemEx(PIO_WORKITEM WorkItem, PIO_WORKITEM_ROUTINE_EX WorkerRoutine, WORK_QUEUE_TYPE QueueType, PVOID Context)
{
    IopQueueWorkItem(WorkItem, NULL, WorkerRoutine, QueueType, Context);
}

/* ------------------------------------------------------------------ device queues */

VOID NTAPI KeInitializeDeviceQueue(PKDEVICE_QUEUE DeviceQueue)
{
    DeviceQueue->Type = 20; /* a device queue among the dispatcher's types */
    DeviceQueue->Size = sizeof(KDEVICE_QUEUE);
    InitializeListHead(&DeviceQueue->DeviceListHead);
    KeInitializeSpinLock(&DeviceQueue->Lock);
    DeviceQueue->Busy = FALSE;
}

static BOOLEAN IopInsertDeviceQueue(PKDEVICE_QUEUE Queue, PKDEVICE_QUEUE_ENTRY Entry, BOOLEAN ByKey)
{
    PLIST_ENTRY After;
    BOOLEAN Busy;

    KeAcquireSpinLockAtDpcLevel(&Queue->Lock);
    Busy = Queue->Busy;
    if (Busy) {
        After = Queue->DeviceListHead.Blink;
        while (ByKey && After != &Queue->DeviceListHead &&
               CONTAINING_RECORD(After, KDEVICE_QUEUE_ENTRY, DeviceListEntry)->SortKey > Entry->SortKey)
            After = After->Blink;
        InsertHeadList(After, &Entry->DeviceListEntry);
    } else
        Queue->Busy = TRUE;
    Entry->Inserted = Busy;
    KeReleaseSpinLockFromDpcLevel(&Queue->Lock);
    return Busy;
}

BOOLEAN NTAPI KeInsertDeviceQueue(PKDEVICE_QUEUE DeviceQueue, PKDEVICE_QUEUE_ENTRY DeviceQueueEntry)
{
    return IopInsertDeviceQueue(DeviceQueue, DeviceQueueEntry, FALSE);
}

BOOLEAN NTAPI KeInsertByKeyDeviceQueue(PKDEVICE_QUEUE DeviceQueue, PKDEVICE_QUEUE_ENTRY DeviceQueueEntry, ULONG SortKey)
{
    DeviceQueueEntry->SortKey = SortKey;
    return IopInsertDeviceQueue(DeviceQueue, DeviceQueueEntry, TRUE);
}

/* Key: the first entry with at least that key, else the first of all; NULL: the first. An empty queue becomes idle. */
static PKDEVICE_QUEUE_ENTRY IopRemoveDeviceQueue(PKDEVICE_QUEUE Queue, PULONG Key)
{
    PKDEVICE_QUEUE_ENTRY Entry = NULL;
    PLIST_ENTRY At;

    KeAcquireSpinLockAtDpcLevel(&Queue->Lock);
    if (IsListEmpty(&Queue->DeviceListHead))
        Queue->Busy = FALSE;
    else {
        At = Queue->DeviceListHead.Flink;
        while (Key != NULL && At != &Queue->DeviceListHead && CONTAINING_RECORD(At, KDEVICE_QUEUE_ENTRY, DeviceListEntry)->SortKey < *Key)
            At = At->Flink;
        if (At == &Queue->DeviceListHead)
            At = At->Flink;
        RemoveEntryList(At);
        Entry = CONTAINING_RECORD(At, KDEVICE_QUEUE_ENTRY, DeviceListEntry);
        Entry->Inserted = FALSE;
    }
    KeReleaseSpinLockFromDpcLevel(&Queue->Lock);
    return Entry;
}

PKDEVICE_QUEUE_ENTRY NTAPI KeRemoveDeviceQueue(PKDEVICE_QUEUE DeviceQueue)
{
    return IopRemoveDeviceQueue(DeviceQueue, NULL);
}

PKDEVICE_QUEUE_ENTRY NTAPI KeRemoveByKeyDeviceQueue(PKDEVICE_QUEUE DeviceQueue, ULONG SortKey)
{
    return IopRemoveDeviceQueue(DeviceQueue, &SortKey);
}

BOOLEAN NTAPI KeRemoveEntryDeviceQueue(PKDEVICE_QUEUE DeviceQueue, PKDEVICE_QUEUE_ENTRY DeviceQueueEntry)
{
    BOOLEAN Inserted;
    KIRQL Irql;

    KeAcquireSpinLock(&DeviceQueue->Lock, &Irql);
    Inserted = DeviceQueueEntry->Inserted;
    if (Inserted) {
        DeviceQueueEntry->Inserted = FALSE;
        RemoveEntryList(&DeviceQueueEntry->DeviceListEntry);
    }
    KeReleaseSpinLock(&DeviceQueue->Lock, Irql);
    return Inserted;
}

/* ------------------------------------------------------------------ StartIo */

VOID NTAPI IoStartPacket(PDEVICE_OBJECT DeviceObject, PIRP Irp, PULONG Key, PDRIVER_CANCEL CancelFunction)
{
    KIRQL OldIrql, CancelIrql = PASSIVE_LEVEL;
    BOOLEAN Queued;

    KeRaiseIrql(DISPATCH_LEVEL, &OldIrql);
    if (CancelFunction != NULL) {
        IoAcquireCancelSpinLock(&CancelIrql);
        IoSetCancelRoutine(Irp, CancelFunction);
    }
    if (Key != NULL)
        Queued = KeInsertByKeyDeviceQueue(&DeviceObject->DeviceQueue, &Irp->Tail.Overlay.DeviceQueueEntry, *Key);
    else
        Queued = KeInsertDeviceQueue(&DeviceObject->DeviceQueue, &Irp->Tail.Overlay.DeviceQueueEntry);
    if (!Queued) {
        DeviceObject->CurrentIrp = Irp;
        if (CancelFunction != NULL)
            IoReleaseCancelSpinLock(CancelIrql);
        DeviceObject->DriverObject->DriverStartIo(DeviceObject, Irp);
    } else if (CancelFunction != NULL) {
        if (Irp->Cancel && IoSetCancelRoutine(Irp, NULL) != NULL) {
            Irp->CancelIrql = CancelIrql;
            CancelFunction(DeviceObject, Irp);
        } else
            IoReleaseCancelSpinLock(CancelIrql);
    }
    KeLowerIrql(OldIrql);
}

static VOID IopStartNext(PDEVICE_OBJECT DeviceObject, BOOLEAN Cancelable, PULONG Key)
{
    PKDEVICE_QUEUE_ENTRY Entry;
    KIRQL Irql = PASSIVE_LEVEL;
    PIRP Irp = NULL;

    if (Cancelable)
        IoAcquireCancelSpinLock(&Irql);
    DeviceObject->CurrentIrp = NULL;
    Entry = IopRemoveDeviceQueue(&DeviceObject->DeviceQueue, Key);
    if (Entry != NULL) {
        Irp = CONTAINING_RECORD(Entry, IRP, Tail.Overlay.DeviceQueueEntry);
        DeviceObject->CurrentIrp = Irp;
    }
    if (Cancelable)
        IoReleaseCancelSpinLock(Irql);
    if (Irp != NULL)
        DeviceObject->DriverObject->DriverStartIo(DeviceObject, Irp);
}

VOID NTAPI IoStartNextPacket(PDEVICE_OBJECT DeviceObject, BOOLEAN Cancelable)
{
    IopStartNext(DeviceObject, Cancelable, NULL);
}

VOID NTAPI IoStartNextPacketByKey(PDEVICE_OBJECT DeviceObject, BOOLEAN Cancelable, ULONG Key)
{
    IopStartNext(DeviceObject, Cancelable, &Key);
}

/* ------------------------------------------------------------------ who asked */

PEPROCESS NTAPI IoGetCurrentProcess(VOID)
{
    return (PEPROCESS)KiGetCurrentThread()->ApcState.Process;
}

PEPROCESS NTAPI IoGetRequestorProcess(PIRP Irp)
{
    PETHREAD Thread = Irp->Tail.Overlay.Thread;

    return Thread != NULL ? (PEPROCESS)Thread->Tcb.Process : NULL;
}

ULONG NTAPI IoGetRequestorProcessId(PIRP Irp)
{
    PEPROCESS Process = IoGetRequestorProcess(Irp);

    return Process != NULL ? (ULONG)(ULONG_PTR)Process->UniqueProcessId : 0;
}

BOOLEAN NTAPI IoIs32bitProcess(PIRP Irp)
{
    UNREFERENCED_PARAMETER(Irp);
    return FALSE;
}

BOOLEAN NTAPI IoIsSystemThread(PETHREAD Thread)
{
    return Thread->Tcb.SystemThread;
}

PVOID NTAPI IoGetInitialStack(VOID)
{
    return KiGetCurrentThread()->InitialStack;
}

VOID NTAPI IoGetStackLimits(PULONG_PTR LowLimit, PULONG_PTR HighLimit)
{
    *LowLimit = (ULONG_PTR)KiGetCurrentThread()->StackLimit;
    *HighLimit = (ULONG_PTR)KiGetCurrentThread()->InitialStack;
}

BOOLEAN NTAPI IoIsWdmVersionAvailable(UCHAR MajorVersion, UCHAR MinorVersion)
{
    return MajorVersion < 6 || (MajorVersion == 6 && MinorVersion == 0);
}
