/*
 * ps-thread.c: threads: creation, start, end. An ETHREAD is an object: one reference is the thread's own life and is dropped by the reaper
 * once the thread has left its stack for good.
 */
#include "iop.h"

KEVENT PspReaperEvent;
LIST_ENTRY PspReaperListHead;
/* Process and thread ids: multiples of 4, one number space. System is 4. */
LONG PspNextCid = 4;
KSPIN_LOCK PspLock;

HANDLE PspAllocateCid(VOID)
{
    return (HANDLE)(ULONG_PTR)(ULONG)(_InterlockedExchangeAdd(&PspNextCid, 4));
}

/* First routine of a system thread. */
static VOID PspSystemThreadStartup(PKSTART_ROUTINE StartRoutine, PVOID StartContext)
{
    __writecr8(PASSIVE_LEVEL);
    StartRoutine(StartContext);
    PspExitThread(STATUS_SUCCESS);
}

/* First routine of a thread of a program: returning from it enters user mode (KiInitializeThread has made that frame). */
static VOID PspUserThreadStartup(PVOID UserStart, PVOID Argument)
{
    PETHREAD Thread = (PETHREAD)KiGetCurrentThread();

    UNREFERENCED_PARAMETER(UserStart);
    UNREFERENCED_PARAMETER(Argument);
    __writecr8(PASSIVE_LEVEL);
    if (Thread->Terminating) {
        PspExitThread(Thread->ExitStatus);
    }
    Thread->Tcb.PreviousMode = UserMode;
}

static VOID PspInitializeThread(PETHREAD Thread, PEPROCESS Process, PVOID Stack, BOOLEAN System)
{
    PKTHREAD Tcb = &Thread->Tcb;

    Tcb->Header.Type = KI_THREAD;
    Tcb->Header.Size = (UCHAR)(sizeof(KTHREAD) / sizeof(ULONG));
    InitializeListHead(&Tcb->Header.WaitListHead);
    Tcb->InitialStack = Stack;
    Tcb->StackLimit = (PVOID)((ULONG64)Stack - KI_KERNEL_STACK_BYTES);
    Tcb->Process = &Process->Pcb;
    Tcb->ApcState.Process = &Process->Pcb;
    InitializeListHead(&Tcb->ApcState.ApcListHead[KernelMode]);
    InitializeListHead(&Tcb->ApcState.ApcListHead[UserMode]);
    InitializeListHead(&Tcb->MutantListHead);
    InitializeListHead(&Thread->IrpList);
    KeInitializeTimerEx(&Tcb->Timer, SynchronizationTimer);
    Tcb->State = KI_INITIALIZED;
    Tcb->ApcQueueable = TRUE;
    Tcb->BasePriority = Process->Pcb.BasePriority;
    Tcb->Priority = Process->Pcb.BasePriority;
    Tcb->Quantum = KI_QUANTUM_TICKS;
    Tcb->SystemThread = System;
    Tcb->PreviousMode = KernelMode;
    Thread->Cid.UniqueProcess = Process->UniqueProcessId;
    Thread->Cid.UniqueThread = PspAllocateCid();
    KeQuerySystemTime(&Thread->CreateTime);
}

/* SystemStart: a kernel thread; else UserStart(UserArgument) is called in user mode by ntdll. *Thread is referenced for the caller. */
NTSTATUS PspCreateThread(PEPROCESS Process, PKSTART_ROUTINE SystemStart, PVOID Context, PVOID UserStart, PVOID UserArgument,
                         PETHREAD *Thread)
{
    PETHREAD New;
    PVOID Stack;
    PVOID UserStack = NULL;
    SIZE_T Reserve;
    NTSTATUS Status;
    KIRQL Irql;

    *Thread = NULL;
    if (Process->Terminating) {
        return STATUS_PROCESS_IS_TERMINATING;
    }
    Status = ObpCreateObject(ObpThreadType, sizeof(ETHREAD), (PVOID *)&New);
    if (!NT_SUCCESS(Status)) {
        return Status;
    }
    RtlZeroMemory(New, sizeof(*New));
    Stack = MiAllocateKernelStack();
    if (Stack == NULL) {
        ObDereferenceObject(New);
        return STATUS_INSUFFICIENT_RESOURCES;
    }
    PspInitializeThread(New, Process, Stack, SystemStart != NULL);
    ObReferenceObject(Process);
    New->StartAddress = SystemStart != NULL ? (PVOID)SystemStart : Process->UserThreadStart;
    New->Win32StartAddress = UserStart;
    New->StartContext = SystemStart != NULL ? Context : UserArgument;
    if (SystemStart != NULL) {
        KiInitializeThread(&New->Tcb, Stack, (PVOID)PspSystemThreadStartup, (ULONG64)SystemStart, (ULONG64)Context, NULL, NULL, 0,
                           0);
    } else {
        Reserve = Process->ActiveThreads == 0 ? KiLoaderBlock.FirstStackReserve : KI_USER_STACK_RESERVE;
        Status = MiCreateUserStack(Process, New, Reserve, &UserStack);
        if (!NT_SUCCESS(Status)) {
            ObDereferenceObject(New);
            return Status;
        }
        KiInitializeThread(&New->Tcb, Stack, (PVOID)PspUserThreadStartup, (ULONG64)UserStart, (ULONG64)UserArgument,
                           Process->UserThreadStart, UserStack, (ULONG64)UserStart, (ULONG64)UserArgument);
    }
    KeAcquireSpinLock(&PspLock, &Irql);
    InsertTailList(&Process->Pcb.ThreadListHead, &New->Tcb.ThreadListEntry);
    Process->ActiveThreads += 1;
    KeReleaseSpinLock(&PspLock, Irql);
    ObReferenceObject(New);
    KiTraceThread(New, FALSE);
    *Thread = New;
    KiReadyThread(&New->Tcb, 0);
    return STATUS_SUCCESS;
}

/* Of the current thread, from wherever it stands. */
DECLSPEC_NORETURN VOID PspExitThread(NTSTATUS Status)
{
    PETHREAD Thread = (PETHREAD)KiGetCurrentThread();
    PEPROCESS Process = (PEPROCESS)Thread->Tcb.Process;
    BOOLEAN Last;
    KIRQL Irql;

    __writecr8(PASSIVE_LEVEL);
    Thread->Terminating = TRUE;
    Thread->ExitStatus = Status;
    KeQuerySystemTime(&Thread->ExitTime);
    Thread->Tcb.PreviousMode = KernelMode;
    Thread->Tcb.KernelApcDisable = 0;
    Thread->Tcb.SpecialApcDisable = 0;
    IoCancelThreadIo(Thread);
    KiTraceThread(Thread, TRUE);
    KeAcquireSpinLock(&PspLock, &Irql);
    Process->ActiveThreads -= 1;
    Last = Process->ActiveThreads == 0;
    KeReleaseSpinLock(&PspLock, Irql);
    if (Last) {
        PspExitProcess(Process, Status);
    } else if (!Thread->Tcb.SystemThread) {
        MiDeleteUserStack(Process, Thread);
    }
    KeAcquireSpinLock(&PspLock, &Irql);
    RemoveEntryList(&Thread->Tcb.ThreadListEntry);
    KeReleaseSpinLock(&PspLock, Irql);
    Thread->Tcb.ApcQueueable = FALSE;
    KiRundownUserApcs();
    KiSignalObject(&Thread->Tcb);
    if (Last) {
        KiSignalObject(&Process->Pcb);
    }
    for (;;) {
        KiSwapThread(KI_SWITCH_EXIT);
    }
}

/* System thread: the last reference of a thread that has ended may only go when nobody runs on its stack. */
static VOID PspReaper(PVOID Context)
{
    PETHREAD Thread;

    UNREFERENCED_PARAMETER(Context);
    for (;;) {
        KeWaitForSingleObject(&PspReaperEvent, Executive, KernelMode, FALSE, NULL);
        while ((Thread = KiNextDeadThread()) != NULL) {
            ObDereferenceObject(Thread);
        }
    }
}

VOID PspStartReaper(VOID)
{
    PETHREAD Thread;

    PspCreateThread(PsInitialSystemProcess, PspReaper, NULL, NULL, NULL, &Thread);
}

VOID PspDeleteThread(PVOID Body)
{
    PETHREAD Thread = (PETHREAD)Body;

    if (Thread->Tcb.InitialStack != NULL) {
        MiFreeKernelStack(Thread->Tcb.InitialStack);
    }
    if (Thread->Tcb.Process != NULL) {
        ObDereferenceObject(Thread->Tcb.Process);
    }
}

/* ------------------------------------------------------------------ documented routines */

PKTHREAD NTAPI KeGetCurrentThread(VOID)
{
    return KiGetCurrentThread();
}


HANDLE NTAPI PsGetCurrentProcessId(VOID)
{
    return ((PETHREAD)KiGetCurrentThread())->Cid.UniqueProcess;
}

HANDLE NTAPI PsGetCurrentThreadId(VOID)
{
    return ((PETHREAD)KiGetCurrentThread())->Cid.UniqueThread;
}

HANDLE NTAPI PsGetThreadId(PETHREAD Thread)
{
    return Thread->Cid.UniqueThread;
}

NTSTATUS NTAPI PsGetThreadExitStatus(PETHREAD Thread)
{
    return Thread->ExitStatus;
}

HANDLE NTAPI PsGetThreadProcessId(PETHREAD Thread)
{
    return Thread->Cid.UniqueProcess;
}

PEPROCESS NTAPI PsGetThreadProcess(PETHREAD Thread)
{
    return (PEPROCESS)Thread->Tcb.Process;
}

BOOLEAN NTAPI PsIsSystemThread(PETHREAD Thread)
{
    return Thread->Tcb.SystemThread;
}

KPRIORITY NTAPI KeQueryPriorityThread(PKTHREAD Thread)
{
    return Thread->Priority;
}

KPRIORITY NTAPI KeSetPriorityThread(PKTHREAD Thread, KPRIORITY Priority)
{
    return KiSetPriorityThread(Thread, Priority);
}

NTSTATUS NTAPI PsCreateSystemThread(PHANDLE ThreadHandle, ULONG DesiredAccess, POBJECT_ATTRIBUTES ObjectAttributes, HANDLE ProcessHandle,
                                    PCLIENT_ID ClientId, PKSTART_ROUTINE StartRoutine, PVOID StartContext)
{
    PEPROCESS Process = PsInitialSystemProcess;
    PETHREAD Thread;
    ULONG Attributes = ObjectAttributes != NULL ? ObjectAttributes->Attributes : OBJ_KERNEL_HANDLE;
    NTSTATUS Status;

    if (ProcessHandle != NULL) {
        Status = ObReferenceObjectByHandle(ProcessHandle, PROCESS_CREATE_THREAD, *PsProcessType, KernelMode, (PVOID *)&Process, NULL);
        if (!NT_SUCCESS(Status)) {
            return Status;
        }
    } else {
        ObReferenceObject(Process);
    }
    Status = PspCreateThread(Process, StartRoutine, StartContext, NULL, NULL, &Thread);
    if (NT_SUCCESS(Status)) {
        if (ClientId != NULL) {
            *ClientId = Thread->Cid;
        }
        Status = ObpInsertHandleEx(PsGetCurrentProcess(), Thread, DesiredAccess != 0 ? DesiredAccess : THREAD_ALL_ACCESS,
                                   Attributes & OBJ_KERNEL_HANDLE, ThreadHandle);
        ObDereferenceObject(Thread);
    }
    ObDereferenceObject(Process);
    return Status;
}

NTSTATUS NTAPI PsTerminateSystemThread(NTSTATUS ExitStatus)
{
    if (!KiGetCurrentThread()->SystemThread) {
        return STATUS_INVALID_PARAMETER;
    }
    PspExitThread(ExitStatus);
}

NTSTATUS NTAPI PsLookupThreadByThreadId(HANDLE ThreadId, PETHREAD *Thread)
{
    PLIST_ENTRY ProcessLink, ThreadLink;
    NTSTATUS Status = STATUS_INVALID_PARAMETER;
    KIRQL Irql;

    KeAcquireSpinLock(&PspLock, &Irql);
    for (ProcessLink = PsActiveProcessHead.Flink; ProcessLink != &PsActiveProcessHead; ProcessLink = ProcessLink->Flink) {
        PEPROCESS Process = CONTAINING_RECORD(ProcessLink, EPROCESS, ActiveProcessLinks);
        for (ThreadLink = Process->Pcb.ThreadListHead.Flink; ThreadLink != &Process->Pcb.ThreadListHead; ThreadLink = ThreadLink->Flink) {
            PETHREAD Candidate = (PETHREAD)CONTAINING_RECORD(ThreadLink, KTHREAD, ThreadListEntry);
            if (Candidate->Cid.UniqueThread == ThreadId) {
                ObReferenceObject(Candidate);
                *Thread = Candidate;
                Status = STATUS_SUCCESS;
            }
        }
    }
    KeReleaseSpinLock(&PspLock, Irql);
    return Status;
}

/* ------------------------------------------------------------------ system services */

NTSTATUS NTAPI NtTerminateThread(HANDLE ThreadHandle, NTSTATUS ExitStatus)
{
    PETHREAD Thread;
    NTSTATUS Status;

    if (ThreadHandle == NULL || ThreadHandle == (HANDLE)(LONG_PTR)-2) {
        PspExitThread(ExitStatus);
    }
    Status = ObReferenceObjectByHandle(ThreadHandle, THREAD_TERMINATE, *PsThreadType, ExGetPreviousMode(), (PVOID *)&Thread, NULL);
    if (!NT_SUCCESS(Status)) {
        return Status;
    }
    if (Thread == (PETHREAD)KiGetCurrentThread()) {
        ObDereferenceObject(Thread);
        PspExitThread(ExitStatus);
    }
    if (Thread->Tcb.SystemThread) {
        Status = STATUS_ACCESS_DENIED;
    } else {
        Thread->ExitStatus = ExitStatus;
        Thread->Terminating = TRUE;
        KiAlertThread(&Thread->Tcb, STATUS_USER_APC);
    }
    ObDereferenceObject(Thread);
    return Status;
}

NTSTATUS NTAPI NtCreateThreadEx(PHANDLE ThreadHandle, ACCESS_MASK DesiredAccess, POBJECT_ATTRIBUTES ObjectAttributes, HANDLE ProcessHandle,
                                PVOID StartRoutine, PVOID Argument, ULONG CreateFlags, SIZE_T ZeroBits, SIZE_T StackSize,
                                SIZE_T MaximumStackSize, PVOID AttributeList)
{
    PEPROCESS Process = PsGetCurrentProcess();
    PETHREAD Thread;
    HANDLE Handle;
    PCLIENT_ID ClientId = (PCLIENT_ID)AttributeList; /* this kernel's own use of the last argument */
    NTSTATUS Status;

    UNREFERENCED_PARAMETER(ObjectAttributes);
    UNREFERENCED_PARAMETER(CreateFlags);
    UNREFERENCED_PARAMETER(ZeroBits);
    UNREFERENCED_PARAMETER(StackSize);
    UNREFERENCED_PARAMETER(MaximumStackSize);
    if (ProcessHandle != (HANDLE)(LONG_PTR)-1) {
        return STATUS_NOT_SUPPORTED;
    }
    Status = PspCreateThread(Process, NULL, NULL, StartRoutine, Argument, &Thread);
    if (!NT_SUCCESS(Status)) {
        return Status;
    }
    Status = ObpInsertHandle(Process, Thread, DesiredAccess, &Handle);
    if (NT_SUCCESS(Status)) {
        __try {
            if (ExGetPreviousMode() != KernelMode) {
                ProbeForWrite(ThreadHandle, sizeof(HANDLE), sizeof(HANDLE));
                if (ClientId != NULL) {
                    ProbeForWrite(ClientId, sizeof(CLIENT_ID), sizeof(HANDLE));
                }
            }
            *ThreadHandle = Handle;
            if (ClientId != NULL) {
                *ClientId = Thread->Cid;
            }
        } __except (ExSystemExceptionFilter()) {
            Status = GetExceptionCode();
        }
    }
    ObDereferenceObject(Thread);
    return Status;
}

/* Priorities only: the absolute one, or the distance from the process's base priority. */
NTSTATUS NTAPI NtSetInformationThread(HANDLE ThreadHandle, THREADINFOCLASS ThreadInformationClass, PVOID ThreadInformation,
                                      ULONG ThreadInformationLength)
{
    PETHREAD Thread;
    LONG Value = 0;
    NTSTATUS Status = STATUS_SUCCESS;

    if (ThreadInformationClass != ThreadPriority && ThreadInformationClass != ThreadBasePriority) {
        return STATUS_INVALID_INFO_CLASS;
    }
    if (ThreadInformationLength != sizeof(LONG)) {
        return STATUS_INFO_LENGTH_MISMATCH;
    }
    __try {
        if (ExGetPreviousMode() != KernelMode) {
            ProbeForRead(ThreadInformation, sizeof(LONG), sizeof(LONG));
        }
        Value = *(PLONG)ThreadInformation;
    } __except (ExSystemExceptionFilter()) {
        Status = GetExceptionCode();
    }
    if (NT_SUCCESS(Status)) {
        Status = ObReferenceObjectByHandle(ThreadHandle, THREAD_SET_INFORMATION, *PsThreadType, ExGetPreviousMode(), (PVOID *)&Thread, NULL);
    }
    if (!NT_SUCCESS(Status)) {
        return Status;
    }
    if (ThreadInformationClass == ThreadBasePriority) {
        Value += Thread->Tcb.Process->BasePriority;
        Value = Value < 1 ? 1 : Value > 15 ? 15 : Value;
    }
    if (Value < 1 || Value > 31) {
        Status = STATUS_INVALID_PARAMETER;
    } else {
        KiSetPriorityThread(&Thread->Tcb, Value);
    }
    ObDereferenceObject(Thread);
    return Status;
}

KI_ZW(SetInformationThread,
      (HANDLE ThreadHandle, THREADINFOCLASS ThreadInformationClass, PVOID ThreadInformation, ULONG ThreadInformationLength),
      (ThreadHandle, ThreadInformationClass, ThreadInformation, ThreadInformationLength))
