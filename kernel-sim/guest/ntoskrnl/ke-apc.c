/*
 * ke-apc.c: asynchronous procedure calls. A special kernel APC (no NormalRoutine) runs at APC_LEVEL in its thread as soon as
 * that thread's IRQL allows, also in the middle of a wait; a normal one runs its NormalRoutine at PASSIVE_LEVEL afterwards.
 * User-mode APCs stay queued until the thread waits alertably in user mode; that wait ends, and the routine runs in user mode before the
 * wait's caller goes on (KiDeliverUserApc in ex-dispatch.c). Those of a thread that ends are run down.
 */
#include "iop.h"

VOID NTAPI KeInitializeApc(PRKAPC Apc, PRKTHREAD Thread, KAPC_ENVIRONMENT Environment, PKKERNEL_ROUTINE KernelRoutine,
                           PKRUNDOWN_ROUTINE RundownRoutine, PKNORMAL_ROUTINE NormalRoutine, KPROCESSOR_MODE ProcessorMode,
                           PVOID NormalContext)
{
    Apc->Type = KI_APC;
    Apc->SpareByte0 = 0;
    Apc->Size = sizeof(KAPC);
    Apc->SpareByte1 = 0;
    Apc->SpareLong0 = 0;
    Apc->Thread = Thread;
    Apc->KernelRoutine = KernelRoutine;
    Apc->RundownRoutine = RundownRoutine;
    Apc->NormalRoutine = NormalRoutine;
    Apc->ApcStateIndex = (CCHAR)Environment;
    Apc->ApcMode = NormalRoutine == NULL ? KernelMode : ProcessorMode;
    Apc->NormalContext = NormalRoutine == NULL ? NULL : NormalContext;
    Apc->SystemArgument1 = NULL;
    Apc->SystemArgument2 = NULL;
    Apc->Inserted = FALSE;
}

BOOLEAN NTAPI KeInsertQueueApc(PRKAPC Apc, PVOID SystemArgument1, PVOID SystemArgument2, KPRIORITY Increment)
{
    if (Apc->Inserted) {
        return FALSE;
    }
    Apc->SystemArgument1 = SystemArgument1;
    Apc->SystemArgument2 = SystemArgument2;
    return KiInsertQueueApc(Apc, Increment);
}

/* At APC_LEVEL in the thread. The kernel routine may free the APC, so that everything is taken from a copy. */
VOID KiDeliverApc(VOID)
{
    PKTHREAD Thread = KiGetCurrentThread();
    PKTRAP_FRAME TrapFrame = Thread->TrapFrame;
    KAPC Copy;
    PKAPC Apc;

    while ((Apc = KiNextKernelApc(&Copy)) != NULL) {
        KiTraceApc(Apc);
        if (Copy.KernelRoutine != NULL) {
            Copy.KernelRoutine(Apc, &Copy.NormalRoutine, &Copy.NormalContext, &Copy.SystemArgument1, &Copy.SystemArgument2);
        }
        if (Copy.NormalRoutine != NULL) {
            Thread->ApcState.KernelApcInProgress = TRUE;
            __writecr8(PASSIVE_LEVEL);
            Copy.NormalRoutine(Copy.NormalContext, Copy.SystemArgument1, Copy.SystemArgument2);
            __writecr8(APC_LEVEL);
            Thread->ApcState.KernelApcInProgress = FALSE;
        }
    }
    Thread->TrapFrame = TrapFrame;
}

/* ------------------------------------------------------------------ of user mode */

/* Of the current thread, which ends and takes no more of them. */
VOID KiRundownUserApcs(VOID)
{
    KAPC Copy;
    PKAPC Apc;

    while ((Apc = KiNextUserApc(&Copy)) != NULL) {
        if (Copy.RundownRoutine != NULL) {
            Copy.RundownRoutine(Apc);
        } else {
            ExFreePool(Apc);
        }
    }
}

/* Kernel routine of an APC that a program queued. */
static VOID KiFreeApc(PKAPC Apc, PKNORMAL_ROUTINE *NormalRoutine, PVOID *NormalContext, PVOID *SystemArgument1, PVOID *SystemArgument2)
{
    UNREFERENCED_PARAMETER(NormalRoutine);
    UNREFERENCED_PARAMETER(NormalContext);
    UNREFERENCED_PARAMETER(SystemArgument1);
    UNREFERENCED_PARAMETER(SystemArgument2);
    ExFreePool(Apc);
}

NTSTATUS NTAPI NtQueueApcThread(HANDLE ThreadHandle, PVOID ApcRoutine, PVOID ApcContext, PVOID Argument1, PVOID Argument2)
{
    PETHREAD Thread;
    PKAPC Apc;
    NTSTATUS Status;

    Status = ObReferenceObjectByHandle(ThreadHandle, THREAD_SET_CONTEXT, *PsThreadType, ExGetPreviousMode(), (PVOID *)&Thread, NULL);
    if (!NT_SUCCESS(Status)) {
        return Status;
    }
    Apc = Thread->Tcb.SystemThread ? NULL : ExAllocatePoolWithTag(NonPagedPool, sizeof(KAPC), 'pasP');
    if (Apc == NULL) {
        Status = Thread->Tcb.SystemThread ? STATUS_INVALID_HANDLE : STATUS_NO_MEMORY;
    } else {
        KeInitializeApc(Apc, &Thread->Tcb, OriginalApcEnvironment, KiFreeApc, NULL, (PKNORMAL_ROUTINE)ApcRoutine, UserMode, ApcContext);
        if (!KeInsertQueueApc(Apc, Argument1, Argument2, 0)) {
            ExFreePool(Apc);
            Status = STATUS_UNSUCCESSFUL;
        }
    }
    ObDereferenceObject(Thread);
    return Status;
}

/* ------------------------------------------------------------------ attaching to another process */

static VOID KiMoveApcState(PKAPC_STATE Source, PKAPC_STATE Target)
{
    ULONG Mode;

    *Target = *Source;
    for (Mode = KernelMode; Mode <= UserMode; Mode++) {
        if (IsListEmpty(&Source->ApcListHead[Mode])) {
            InitializeListHead(&Target->ApcListHead[Mode]);
        } else {
            Target->ApcListHead[Mode].Flink->Blink = &Target->ApcListHead[Mode];
            Target->ApcListHead[Mode].Blink->Flink = &Target->ApcListHead[Mode];
        }
    }
}

static VOID KiInitializeApcState(PKAPC_STATE State, PKPROCESS Process)
{
    RtlZeroMemory(State, sizeof(*State));
    InitializeListHead(&State->ApcListHead[KernelMode]);
    InitializeListHead(&State->ApcListHead[UserMode]);
    State->Process = Process;
}

/* ApcState keeps what was there; Process NULL says that nothing had to be done. */
VOID NTAPI KeStackAttachProcess(PRKPROCESS Process, PRKAPC_STATE ApcState)
{
    PKTHREAD Thread = KiGetCurrentThread();
    KIRQL Old;

    if (KiGetPcr()->Prcb.DpcRoutineActive) {
        KeBugCheckEx(INVALID_PROCESS_ATTACH_ATTEMPT, (ULONG_PTR)Process, (ULONG_PTR)Thread->ApcState.Process, Thread->ApcStateIndex, 1);
    }
    if (Thread->ApcState.Process == Process) {
        ApcState->Process = NULL;
        return;
    }
    Old = (KIRQL)__readcr8();
    __writecr8(HIGH_LEVEL);
    KiMoveApcState(&Thread->ApcState, ApcState);
    KiInitializeApcState(&Thread->ApcState, Process);
    Thread->ApcStateIndex += 1;
    KiAttachAddressSpace((PEPROCESS)Process);
    __writecr8(Old);
}

VOID NTAPI KeUnstackDetachProcess(PRKAPC_STATE ApcState)
{
    PKTHREAD Thread = KiGetCurrentThread();
    KIRQL Old;

    if (ApcState->Process == NULL) {
        return;
    }
    Old = (KIRQL)__readcr8();
    __writecr8(HIGH_LEVEL);
    KiMoveApcState(ApcState, &Thread->ApcState);
    Thread->ApcStateIndex -= 1;
    KiAttachAddressSpace((PEPROCESS)ApcState->Process);
    __writecr8(Old);
    if (Thread->ApcState.KernelApcPending) {
        KiRequestSoftwareInterrupt(APC_LEVEL);
    }
}
