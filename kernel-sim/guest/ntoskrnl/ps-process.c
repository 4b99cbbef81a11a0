/*
 * ps-process.c: processes: the System process, those of programs, their end.
 */
#include "iop.h"

PEPROCESS PsInitialSystemProcess;

static VOID PspInitializeProcess(PEPROCESS Process, CHAR Priority)
{
    KIRQL Irql;

    Process->Pcb.Header.Type = KI_PROCESS;
    Process->Pcb.Header.Size = (UCHAR)(sizeof(KPROCESS) / sizeof(ULONG));
    InitializeListHead(&Process->Pcb.Header.WaitListHead);
    InitializeListHead(&Process->Pcb.ThreadListHead);
    InitializeListHead(&Process->ModuleList);
    Process->Pcb.BasePriority = Priority;
    Process->UniqueProcessId = PspAllocateCid();
    Process->ExitStatus = STATUS_PENDING;
    KeAcquireSpinLock(&PspLock, &Irql);
    InsertTailList(&PsActiveProcessHead, &Process->ActiveProcessLinks);
    KeReleaseSpinLock(&PspLock, Irql);
}

/* The System process shares the address space that the boot loader made. */
VOID PspInitialize(VOID)
{
    PEPROCESS Process;
    NTSTATUS Status;

    KeInitializeSpinLock(&PspLock);
    KeInitializeEvent(&PspReaperEvent, SynchronizationEvent, FALSE);
    Status = ObpCreateObject(ObpProcessType, sizeof(EPROCESS), (PVOID *)&Process);
    if (!NT_SUCCESS(Status)) {
        KeBugCheckEx(PHASE0_INITIALIZATION_FAILED, (ULONG_PTR)(LONG_PTR)Status, 0, 0, 0);
    }
    RtlZeroMemory(Process, sizeof(*Process));
    PspInitializeProcess(Process, KI_PRIORITY_SYSTEM);
    Process->Pcb.DirectoryTableBase = KiIdleProcess.Pcb.DirectoryTableBase;
    RtlCopyMemory(Process->ImageFileName, "System", 7);
    PsInitialSystemProcess = Process;
    Status = ObpCreateHandleTable(Process);
    if (!NT_SUCCESS(Status)) {
        KeBugCheckEx(PHASE0_INITIALIZATION_FAILED, (ULONG_PTR)(LONG_PTR)Status, 1, 0, 0);
    }
    PspStartReaper();
}

static NTSTATUS PspMapImages(PEPROCESS Process, PUNICODE_STRING Image)
{
    static const PCWSTR Libraries[] = {L"ntdll.dll", L"kernel32.dll", L"msvcrt.dll", L"advapi32.dll"};
    UNICODE_STRING Name;
    NTSTATUS Status = MiMapUserImage(Process, Image);
    ULONG Index;

    for (Index = 0; NT_SUCCESS(Status) && Index < RTL_NUMBER_OF(Libraries); Index++) {
        RtlInitUnicodeString(&Name, Libraries[Index]);
        Status = MiMapUserImage(Process, &Name);
    }
    return NT_SUCCESS(Status) ? MiResolveUserImports(Process) : Status;
}

/* *Process is referenced for the caller; it runs. */
NTSTATUS PspCreateUserProcess(PUNICODE_STRING Image, PUNICODE_STRING CommandLine, PEPROCESS *Process)
{
    PEPROCESS New;
    PETHREAD Thread;
    ULONG Index, Length;
    NTSTATUS Status = ObpCreateObject(ObpProcessType, sizeof(EPROCESS), (PVOID *)&New);

    if (!NT_SUCCESS(Status)) {
        return Status;
    }
    RtlZeroMemory(New, sizeof(*New));
    PspInitializeProcess(New, KI_PRIORITY_USER);
    Length = Image->Length / sizeof(WCHAR);
    for (Index = 0; Index < Length && Index < KI_MAX_IMAGE_NAME - 1; Index++) {
        New->ImageFileName[Index] = (CHAR)Image->Buffer[Index];
    }
    Status = ObpCreateHandleTable(New);
    if (NT_SUCCESS(Status)) {
        Status = MiCreateAddressSpace(New);
    }
    if (NT_SUCCESS(Status)) {
        Status = PspMapImages(New, Image);
    }
    if (NT_SUCCESS(Status)) {
        Status = MiCreatePeb(New, Image, CommandLine);
    }
    if (NT_SUCCESS(Status)) {
        KiTraceProcess(New, FALSE);
        Status = PspCreateThread(New, NULL, NULL, New->EntryPoint, New->Peb, &Thread);
    }
    if (!NT_SUCCESS(Status)) {
        ObpCloseProcessHandles(New);
        ObDereferenceObject(New);
        return Status;
    }
    ObDereferenceObject(Thread);
    *Process = New;
    return STATUS_SUCCESS;
}

/* The last thread of a process ends: in that thread. */
VOID PspExitProcess(PEPROCESS Process, NTSTATUS Status)
{
    if (!Process->Terminating) {
        Process->Terminating = TRUE;
        Process->ExitStatus = Status;
    }
    ObpCloseProcessHandles(Process);
    KiTraceProcess(Process, TRUE);
}

/* Marks all other threads; each ends when it would return to user mode. The caller ends itself if it is one of them. */
NTSTATUS PspTerminateProcess(PEPROCESS Process, NTSTATUS Status)
{
    PLIST_ENTRY Link;
    KIRQL Irql;

    if (Process == PsInitialSystemProcess) {
        return STATUS_ACCESS_DENIED;
    }
    KeAcquireSpinLock(&PspLock, &Irql);
    if (!Process->Terminating) {
        Process->Terminating = TRUE;
        Process->ExitStatus = Status;
    }
    for (Link = Process->Pcb.ThreadListHead.Flink; Link != &Process->Pcb.ThreadListHead; Link = Link->Flink) {
        PETHREAD Thread = (PETHREAD)CONTAINING_RECORD(Link, KTHREAD, ThreadListEntry);
        if (Thread != (PETHREAD)KiGetCurrentThread() && !Thread->Terminating) {
            Thread->ExitStatus = Status;
            Thread->Terminating = TRUE;
            KiAlertThread(&Thread->Tcb, STATUS_USER_APC);
        }
    }
    KeReleaseSpinLock(&PspLock, Irql);
    return STATUS_SUCCESS;
}

VOID PspDeleteProcess(PVOID Body)
{
    PEPROCESS Process = (PEPROCESS)Body;
    KIRQL Irql;

    if (Process->ActiveProcessLinks.Flink != NULL) {
        KeAcquireSpinLock(&PspLock, &Irql);
        RemoveEntryList(&Process->ActiveProcessLinks);
        KeReleaseSpinLock(&PspLock, Irql);
    }
    if (Process->Pcb.DirectoryTableBase != 0) {
        MiDeleteAddressSpace(Process);
    }
}

/* ------------------------------------------------------------------ documented routines */

HANDLE NTAPI PsGetProcessId(PEPROCESS Process)
{
    return Process->UniqueProcessId;
}

NTSTATUS NTAPI PsGetProcessExitStatus(PEPROCESS Process)
{
    return Process->ExitStatus;
}

PUCHAR NTAPI PsGetProcessImageFileName(PEPROCESS Process)
{
    return (PUCHAR)Process->ImageFileName;
}

NTSTATUS NTAPI PsLookupProcessByProcessId(HANDLE ProcessId, PEPROCESS *Process)
{
    PLIST_ENTRY Link;
    NTSTATUS Status = STATUS_INVALID_PARAMETER;
    KIRQL Irql;

    KeAcquireSpinLock(&PspLock, &Irql);
    for (Link = PsActiveProcessHead.Flink; Link != &PsActiveProcessHead; Link = Link->Flink) {
        PEPROCESS Candidate = CONTAINING_RECORD(Link, EPROCESS, ActiveProcessLinks);
        if (Candidate->UniqueProcessId == ProcessId) {
            ObReferenceObject(Candidate);
            *Process = Candidate;
            Status = STATUS_SUCCESS;
            break;
        }
    }
    KeReleaseSpinLock(&PspLock, Irql);
    return Status;
}

/* ------------------------------------------------------------------ system services */

NTSTATUS NTAPI NtTerminateProcess(HANDLE ProcessHandle, NTSTATUS ExitStatus)
{
    PEPROCESS Process = PsGetCurrentProcess();
    NTSTATUS Status = STATUS_SUCCESS;

    if (ProcessHandle == NULL || ProcessHandle == (HANDLE)(LONG_PTR)-1) {
        PspTerminateProcess(Process, ExitStatus);
        PspExitThread(ExitStatus);
    }
    Status = ObReferenceObjectByHandle(ProcessHandle, PROCESS_TERMINATE, *PsProcessType, ExGetPreviousMode(), (PVOID *)&Process, NULL);
    if (!NT_SUCCESS(Status)) {
        return Status;
    }
    Status = PspTerminateProcess(Process, ExitStatus);
    ObDereferenceObject(Process);
    if (NT_SUCCESS(Status) && Process == PsGetCurrentProcess()) {
        PspExitThread(ExitStatus);
    }
    return Status;
}
