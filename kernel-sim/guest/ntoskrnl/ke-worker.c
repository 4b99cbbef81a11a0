/*
 * ke-worker.c: system worker threads behind ExQueueWorkItem: one queue, served by KI_WORKERS threads at PASSIVE_LEVEL (real systems have a
 * queue for each type and add threads as needed).
 */
#include "iop.h"

LIST_ENTRY ExpWorkListHead;
KSPIN_LOCK ExpWorkLock;
KSEMAPHORE ExpWorkSemaphore;

static VOID ExpWorkerThread(PVOID Context)
{
    PWORK_QUEUE_ITEM Item;
    PWORKER_THREAD_ROUTINE Routine;
    PVOID Parameter;

    UNREFERENCED_PARAMETER(Context);
    KeSetPriorityThread(KeGetCurrentThread(), KI_PRIORITY_WORKER);
    for (;;) {
        KeWaitForSingleObject(&ExpWorkSemaphore, WrQueue, KernelMode, FALSE, NULL);
        Item = (PWORK_QUEUE_ITEM)ExInterlockedRemoveHeadList(&ExpWorkListHead, &ExpWorkLock);
        if (Item == NULL) {
            continue;
        }
        Item = CONTAINING_RECORD(Item, WORK_QUEUE_ITEM, List);
        Routine = Item->WorkerRoutine;
        Parameter = Item->Parameter;
        Item->List.Flink = NULL; /* from here on it may be queued again, or be freed by its routine */
        Routine(Parameter);
        if (__readcr8() != PASSIVE_LEVEL) {
            KeBugCheckEx(WORKER_THREAD_RETURNED_AT_BAD_IRQL, (ULONG_PTR)Routine, __readcr8(), (ULONG_PTR)Item, 0);
        }
    }
}

VOID ExpInitializeWorkers(VOID)
{
    PETHREAD Thread;
    ULONG Index;

    InitializeListHead(&ExpWorkListHead);
    KeInitializeSpinLock(&ExpWorkLock);
    KeInitializeSemaphore(&ExpWorkSemaphore, 0, MAXLONG);
    for (Index = 0; Index < KI_WORKERS; Index++) {
        PspCreateThread(PsInitialSystemProcess, ExpWorkerThread, NULL, NULL, NULL, &Thread);
    }
}

VOID NTAPI ExQueueWorkItem(PWORK_QUEUE_ITEM WorkItem, WORK_QUEUE_TYPE QueueType)
{
    UNREFERENCED_PARAMETER(QueueType);
    ExInterlockedInsertTailList(&ExpWorkListHead, &WorkItem->List, &ExpWorkLock);
    KeReleaseSemaphore(&ExpWorkSemaphore, 0, 1, FALSE);
}
