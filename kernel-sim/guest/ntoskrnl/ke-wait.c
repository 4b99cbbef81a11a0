/*
 * ke-wait.c: dispatcher objects and waits. The state changes are primitives (kernel/dispatcher); here are argument rules and the loop that
 * lets kernel APCs run in a waiting thread: the blocking primitive comes back, the APC interrupt runs, the thread waits again.
 */
#include "iop.h"

/* Absolute interrupt time at which a wait ends. Absolute system times are converted by the difference of the two clocks. */
LONGLONG KiDueTime(PLARGE_INTEGER Timeout)
{
    LONGLONG Interrupt, Due;

    if (Timeout == NULL) {
        return KI_NO_TIMEOUT;
    }
    if (Timeout->QuadPart == 0) {
        return 0;
    }
    Interrupt = (LONGLONG)KeQueryInterruptTime();
    if (Timeout->QuadPart < 0) {
        Due = Interrupt - Timeout->QuadPart;
        return Due < 0 ? KI_NO_TIMEOUT : Due;
    }
    {
        LARGE_INTEGER Now;
        KeQuerySystemTime(&Now);
        Due = Timeout->QuadPart - Now.QuadPart + Interrupt;
        return Due <= 0 ? 1 : Due;
    }
}

/* A blocking wait above APC_LEVEL: in a DPC 0xB8; else Windows' outcome is not fixed and the lab stops with 0xA (its own model). */
static VOID KiCheckWait(PVOID Object, LONGLONG DueTime)
{
    KIRQL Irql = (KIRQL)__readcr8();
    KPRCB *Prcb;

    if (Irql < DISPATCH_LEVEL || DueTime == 0) {
        return;
    }
    Prcb = &KiGetPcr()->Prcb;
    if (Prcb->DpcRoutineActive) {
        KeBugCheckEx(ATTEMPTED_SWITCH_FROM_DPC, (ULONG_PTR)KiGetCurrentThread(), (ULONG_PTR)Prcb->IdleThread, (ULONG_PTR)__lab_sp(), 0);
    }
    KeBugCheckEx(IRQL_NOT_LESS_OR_EQUAL, (ULONG_PTR)Object, Irql, 0, (ULONG_PTR)_ReturnAddress());
}

NTSTATUS NTAPI KeWaitForSingleObject(PVOID Object, KWAIT_REASON WaitReason, KPROCESSOR_MODE WaitMode, BOOLEAN Alertable,
                                     PLARGE_INTEGER Timeout)
{
    LONGLONG DueTime = KiDueTime(Timeout);
    NTSTATUS Status;

    KiCheckWait(Object, DueTime);
    do {
        Status = KiWaitForObjects(1, &Object, WaitAny, WaitReason, WaitMode, Alertable, DueTime, NULL);
    } while (Status == KI_STATUS_KERNEL_APC);
    if (Status == STATUS_MUTANT_LIMIT_EXCEEDED) {
        ExRaiseStatus(Status);
    }
    return Status;
}

NTSTATUS NTAPI KeWaitForMultipleObjects(ULONG Count, PVOID Object[], WAIT_TYPE WaitType, KWAIT_REASON WaitReason, KPROCESSOR_MODE WaitMode,
                                        BOOLEAN Alertable, PLARGE_INTEGER Timeout, PKWAIT_BLOCK WaitBlockArray)
{
    LONGLONG DueTime = KiDueTime(Timeout);
    NTSTATUS Status;

    if (Count == 0 || Count > (WaitBlockArray == NULL ? THREAD_WAIT_OBJECTS : MAXIMUM_WAIT_OBJECTS)) {
        KeBugCheckEx(MAXIMUM_WAIT_OBJECTS_EXCEEDED, 0, 0, 0, 0);
    }
    KiCheckWait(Object, DueTime);
    do {
        Status = KiWaitForObjects(Count, Object, WaitType, WaitReason, WaitMode, Alertable, DueTime, WaitBlockArray);
    } while (Status == KI_STATUS_KERNEL_APC);
    if (Status == STATUS_MUTANT_LIMIT_EXCEEDED) {
        ExRaiseStatus(Status);
    }
    return Status;
}

NTSTATUS NTAPI KeDelayExecutionThread(KPROCESSOR_MODE WaitMode, BOOLEAN Alertable, PLARGE_INTEGER Interval)
{
    LONGLONG DueTime = KiDueTime(Interval);
    NTSTATUS Status;

    KiCheckWait(NULL, DueTime);
    do {
        Status = KiWaitForObjects(0, NULL, WaitAny, DelayExecution, WaitMode, Alertable, DueTime, NULL);
    } while (Status == KI_STATUS_KERNEL_APC);
    if (DueTime == 0 && Status == STATUS_TIMEOUT) {
        KiSwapThread(KI_SWITCH_YIELD);
    }
    return Status == STATUS_TIMEOUT ? STATUS_SUCCESS : Status;
}

/* ------------------------------------------------------------------ objects */

static VOID KiInitializeHeader(PVOID Object, UCHAR Type, SIZE_T Bytes, LONG State)
{
    DISPATCHER_HEADER *Header = (DISPATCHER_HEADER *)Object;

    Header->Lock = 0;
    Header->Type = Type;
    Header->Size = (UCHAR)(Bytes / sizeof(ULONG));
    Header->SignalState = State;
    InitializeListHead(&Header->WaitListHead);
}

VOID NTAPI KeInitializeEvent(PRKEVENT Event, EVENT_TYPE Type, BOOLEAN State)
{
    KiInitializeHeader(Event, (UCHAR)Type, sizeof(KEVENT), State != 0);
}

LONG NTAPI KeSetEvent(PRKEVENT Event, KPRIORITY Increment, BOOLEAN Wait)
{
    /* Wait promises a wait right after: this kernel needs no lock over the two, so there is nothing to keep. */
    UNREFERENCED_PARAMETER(Wait);
    return KiSetEvent(Event, Increment);
}

LONG NTAPI KeResetEvent(PRKEVENT Event)
{
    return _InterlockedExchange(&Event->Header.SignalState, 0);
}

VOID NTAPI KeClearEvent(PRKEVENT Event)
{
    Event->Header.SignalState = 0;
}

LONG NTAPI KePulseEvent(PRKEVENT Event, KPRIORITY Increment, BOOLEAN Wait)
{
    UNREFERENCED_PARAMETER(Wait);
    return KiPulseEvent(Event, Increment);
}

LONG NTAPI KeReadStateEvent(PRKEVENT Event)
{
    return Event->Header.SignalState;
}

VOID NTAPI KeInitializeSemaphore(PRKSEMAPHORE Semaphore, LONG Count, LONG Limit)
{
    KiInitializeHeader(Semaphore, KI_SEMAPHORE, sizeof(KSEMAPHORE), Count);
    Semaphore->Limit = Limit;
}

LONG NTAPI KeReleaseSemaphore(PRKSEMAPHORE Semaphore, KPRIORITY Increment, LONG Adjustment, BOOLEAN Wait)
{
    LONG Old;

    UNREFERENCED_PARAMETER(Wait);
    if (KiReleaseSemaphore(Semaphore, Increment, Adjustment, &Old) != STATUS_SUCCESS) {
        ExRaiseStatus(STATUS_SEMAPHORE_LIMIT_EXCEEDED);
    }
    return Old;
}

LONG NTAPI KeReadStateSemaphore(PRKSEMAPHORE Semaphore)
{
    return Semaphore->Header.SignalState;
}

VOID NTAPI KeInitializeMutex(PRKMUTEX Mutex, ULONG Level)
{
    UNREFERENCED_PARAMETER(Level);
    KiInitializeHeader(Mutex, KI_MUTANT, sizeof(KMUTANT), 1);
    Mutex->MutantListEntry.Flink = NULL;
    Mutex->MutantListEntry.Blink = NULL;
    Mutex->OwnerThread = NULL;
    Mutex->Abandoned = FALSE;
    Mutex->ApcDisable = 1;
}

/* The object behind a mutant handle: as a mutex, but owning it does not disable APCs, and it may be owned from the start. */
VOID KeInitializeMutant(PKMUTANT Mutant, BOOLEAN InitialOwner)
{
    PVOID Object = Mutant;

    KeInitializeMutex(Mutant, 0);
    Mutant->ApcDisable = 0;
    if (InitialOwner) {
        KiWaitForObjects(1, &Object, WaitAny, Executive, KernelMode, FALSE, 0, NULL);
    }
}

LONG KeReleaseMutant(PKMUTANT Mutant, KPRIORITY Increment, BOOLEAN Abandoned, BOOLEAN Wait)
{
    LONG Old;
    NTSTATUS Status;

    UNREFERENCED_PARAMETER(Wait);
    Status = KiReleaseMutant(Mutant, Increment, Abandoned, &Old);
    if (Status != STATUS_SUCCESS) {
        ExRaiseStatus(Status);
    }
    return Old;
}

LONG NTAPI KeReleaseMutex(PRKMUTEX Mutex, BOOLEAN Wait)
{
    return KeReleaseMutant(Mutex, MUTANT_INCREMENT, FALSE, Wait);
}

LONG NTAPI KeReadStateMutex(PRKMUTEX Mutex)
{
    return Mutex->Header.SignalState;
}

/* ------------------------------------------------------------------ timers */

VOID NTAPI KeInitializeTimerEx(PKTIMER Timer, TIMER_TYPE Type)
{
    RtlZeroMemory(Timer, sizeof(*Timer));
    KiInitializeHeader(Timer, (UCHAR)(KI_TIMER_NOTIFICATION + Type), sizeof(KTIMER), 0);
}

VOID NTAPI KeInitializeTimer(PKTIMER Timer)
{
    KeInitializeTimerEx(Timer, NotificationTimer);
}

BOOLEAN NTAPI KeSetTimerEx(PKTIMER Timer, LARGE_INTEGER DueTime, LONG Period, PKDPC Dpc)
{
    LONGLONG Due = KiDueTime(&DueTime);

    return KiSetTimer(Timer, Due == 0 ? 1 : Due, Period, Dpc);
}

BOOLEAN NTAPI KeSetTimer(PKTIMER Timer, LARGE_INTEGER DueTime, PKDPC Dpc)
{
    return KeSetTimerEx(Timer, DueTime, 0, Dpc);
}

BOOLEAN NTAPI KeSetCoalescableTimer(PKTIMER Timer, LARGE_INTEGER DueTime, ULONG Period, ULONG TolerableDelay, PKDPC Dpc)
{
    UNREFERENCED_PARAMETER(TolerableDelay);
    return KeSetTimerEx(Timer, DueTime, Period, Dpc);
}

BOOLEAN NTAPI KeCancelTimer(PKTIMER Timer)
{
    return KiCancelTimer(Timer);
}

BOOLEAN NTAPI KeReadStateTimer(PKTIMER Timer)
{
    return (BOOLEAN)Timer->Header.SignalState;
}

/* ------------------------------------------------------------------ DPCs */

VOID NTAPI KeInitializeDpc(PRKDPC Dpc, PKDEFERRED_ROUTINE DeferredRoutine, PVOID DeferredContext)
{
    RtlZeroMemory(Dpc, sizeof(*Dpc));
    Dpc->Type = KI_DPC;
    Dpc->Importance = MediumImportance;
    Dpc->DeferredRoutine = DeferredRoutine;
    Dpc->DeferredContext = DeferredContext;
}

/* Threaded DPCs run as ordinary ones here (as with threaded DPCs switched off). */
VOID NTAPI KeInitializeThreadedDpc(PRKDPC Dpc, PKDEFERRED_ROUTINE DeferredRoutine, PVOID DeferredContext)
{
    KeInitializeDpc(Dpc, DeferredRoutine, DeferredContext);
}

BOOLEAN NTAPI KeInsertQueueDpc(PRKDPC Dpc, PVOID SystemArgument1, PVOID SystemArgument2)
{
    return KiInsertQueueDpc(Dpc, (ULONG64)SystemArgument1, (ULONG64)SystemArgument2);
}

BOOLEAN NTAPI KeRemoveQueueDpc(PRKDPC Dpc)
{
    return KiRemoveQueueDpc(Dpc);
}

VOID NTAPI KeSetImportanceDpc(PRKDPC Dpc, KDPC_IMPORTANCE Importance)
{
    Dpc->Importance = (UCHAR)Importance;
}

/* Number: processor + 1; 0 is the one that queues it. */
VOID NTAPI KeSetTargetProcessorDpc(PRKDPC Dpc, CCHAR Number)
{
    Dpc->Number = (USHORT)(Number + 1);
}

NTSTATUS NTAPI KeSetTargetProcessorDpcEx(PKDPC Dpc, PPROCESSOR_NUMBER ProcNumber)
{
    if (ProcNumber->Group != 0 || ProcNumber->Number >= KeNumberProcessors) {
        return STATUS_INVALID_PARAMETER;
    }
    KeSetTargetProcessorDpc(Dpc, (CCHAR)ProcNumber->Number);
    return STATUS_SUCCESS;
}

/* Waits until every DPC that is queued now has run: at the end of the queue of each processor. */
static VOID KiFlushDpcRoutine(PKDPC Dpc, PVOID Context, PVOID Argument1, PVOID Argument2)
{
    UNREFERENCED_PARAMETER(Dpc);
    UNREFERENCED_PARAMETER(Argument1);
    UNREFERENCED_PARAMETER(Argument2);
    KeSetEvent((PRKEVENT)Context, 0, FALSE);
}

VOID NTAPI KeFlushQueuedDpcs(VOID)
{
    KDPC Dpc;
    KEVENT Done;
    CCHAR Number;

    for (Number = 0; Number < KeNumberProcessors; Number++) {
        KeInitializeEvent(&Done, NotificationEvent, FALSE);
        KeInitializeDpc(&Dpc, KiFlushDpcRoutine, &Done);
        KeSetImportanceDpc(&Dpc, LowImportance);
        KeSetTargetProcessorDpc(&Dpc, Number);
        KeInsertQueueDpc(&Dpc, NULL, NULL);
        KeWaitForSingleObject(&Done, Executive, KernelMode, FALSE, NULL);
    }
}
