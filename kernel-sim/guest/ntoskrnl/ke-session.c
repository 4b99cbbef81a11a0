/*
 * ke-session.c: what this session of the lab does: load the drivers, run the programs, unload the drivers, stop. Runs in a system thread;
 * the scenario is in the loader block. Console services of programs.
 */
#include "iop.h"

#define LAB_SETTLE_TICKS 192

/* How the session ends unless something else ends it first. */
static NTSTATUS LabExitStatus;
static PEPROCESS LabFailedProcess;
static ULONG LabNotStarted; /* number of the last program that could not be started, from 1 */

static VOID LabFinishProgram(PEPROCESS Process)
{
    KeWaitForSingleObject(Process, UserRequest, KernelMode, FALSE, NULL);
    LabExitStatus = Process->ExitStatus;
    if (Process->UnhandledException && LabFailedProcess == NULL) {
        LabFailedProcess = Process; /* stays referenced: the report reads it */
        return;
    }
    ObDereferenceObject(Process);
}

static VOID LabRunPrograms(VOID)
{
    PEPROCESS Processes[KI_MAX_SCENARIO];
    UNICODE_STRING Image, CommandLine;
    NTSTATUS Status;
    ULONG Index;

    for (Index = 0; Index < KiLoaderBlock.ProgramCount && Index < KI_MAX_SCENARIO; Index++) {
        PLAB_PROGRAM Program = &KiLoaderBlock.Programs[Index];
        RtlInitUnicodeString(&Image, Program->Image);
        RtlInitUnicodeString(&CommandLine, Program->CommandLine);
        Processes[Index] = NULL;
        Status = PspCreateUserProcess(&Image, &CommandLine, &Processes[Index]);
        if (!NT_SUCCESS(Status)) {
            LabExitStatus = Status;
            LabNotStarted = Index + 1;
            Processes[Index] = NULL;
        } else if (!KiLoaderBlock.Parallel) {
            LabFinishProgram(Processes[Index]);
        }
    }
    if (KiLoaderBlock.Parallel) {
        for (Index = 0; Index < KiLoaderBlock.ProgramCount && Index < KI_MAX_SCENARIO; Index++) {
            if (Processes[Index] != NULL) {
                LabFinishProgram(Processes[Index]);
            }
        }
    }
}

/* Unloaded drivers may have left timers and sleeping threads behind: time goes on until they have had their chance to do harm. */
static VOID LabSettle(VOID)
{
    LARGE_INTEGER Tick;
    ULONG Index;

    Tick.QuadPart = -(LONGLONG)KeQueryTimeIncrement();
    for (Index = 0; Index < LAB_SETTLE_TICKS && KiTimersPending(); Index++) {
        KeDelayExecutionThread(KernelMode, FALSE, &Tick);
    }
}

VOID LabSessionThread(PVOID Context)
{
    UNICODE_STRING Name;
    NTSTATUS Status;
    BOOLEAN Unloaded = FALSE;
    ULONG Index;

    UNREFERENCED_PARAMETER(Context);
    for (Index = 0; Index < KiLoaderBlock.DriverCount; Index++) {
        RtlInitUnicodeString(&Name, KiLoaderBlock.Drivers[Index]);
        Status = IopLoadDriver(&Name);
        if (!NT_SUCCESS(Status)) {
            KiStopMachine(KI_STOP_DRIVER_FAILED, (ULONG64)(LONG64)Status, Index, 0, 0, 0);
        }
    }
    LabRunPrograms();
    for (Index = KiLoaderBlock.DriverCount; Index > 0; Index--) {
        RtlInitUnicodeString(&Name, KiLoaderBlock.Drivers[Index - 1]);
        if (NT_SUCCESS(IopUnloadDriver(&Name))) {
            Unloaded = TRUE;
        }
    }
    if (Unloaded) {
        LabSettle();
    }
    if (LabFailedProcess != NULL) {
        KiStopMachine(KI_STOP_EXCEPTION, (ULONG64)(LONG64)LabFailedProcess->ExitStatus, (ULONG64)LabFailedProcess, 0, 0, 0);
    }
    KiStopMachine(KI_STOP_EXIT, (ULONG64)(LONG64)LabExitStatus, LabNotStarted, 0, 0, 0);
}

/* ------------------------------------------------------------------ console */

#define LAB_CONSOLE_CHUNK 1024

NTSTATUS NTAPI NtLabConsoleWrite(PVOID Buffer, ULONG Length)
{
    UCHAR Chunk[LAB_CONSOLE_CHUNK];
    ULONG Done, Bytes;
    NTSTATUS Status = STATUS_SUCCESS;

    for (Done = 0; Done < Length && NT_SUCCESS(Status); Done += Bytes) {
        Bytes = Length - Done < LAB_CONSOLE_CHUNK ? Length - Done : LAB_CONSOLE_CHUNK;
        __try {
            if (ExGetPreviousMode() != KernelMode) {
                ProbeForRead((PUCHAR)Buffer + Done, Bytes, 1);
            }
            RtlCopyMemory(Chunk, (PUCHAR)Buffer + Done, Bytes);
        } __except (ExSystemExceptionFilter()) {
            Status = GetExceptionCode();
        }
        if (NT_SUCCESS(Status)) {
            KiConsoleWrite(Chunk, Bytes);
        }
    }
    return Status;
}

/*
 * Up to Length bytes, at most one line; 0 bytes at the end of the input. Waits for more as long as some may come. With Length 0 it only
 * says how many bytes are there.
 */
NTSTATUS NTAPI NtLabConsoleRead(PVOID Buffer, ULONG Length, PULONG BytesRead)
{
    UCHAR Chunk[LAB_CONSOLE_CHUNK];
    ULONG Bytes;
    NTSTATUS Status = STATUS_SUCCESS;

    if (Length > LAB_CONSOLE_CHUNK) {
        Length = LAB_CONSOLE_CHUNK;
    }
    for (;;) {
        Bytes = KiConsoleRead(Chunk, Length);
        if (Bytes != 0 || KiConsole.Closed || Length == 0) {
            break;
        }
        Status = KeWaitForSingleObject(&KiConsole.Available, UserRequest, ExGetPreviousMode(), FALSE, NULL);
        if (Status != STATUS_SUCCESS) {
            return Status;
        }
    }
    __try {
        if (ExGetPreviousMode() != KernelMode) {
            ProbeForWrite(Buffer, Bytes, 1);
            ProbeForWrite(BytesRead, sizeof(ULONG), sizeof(ULONG));
        }
        RtlCopyMemory(Buffer, Chunk, Bytes);
        *BytesRead = Length != 0 ? Bytes : KiConsole.Written - KiConsole.Read;
    } __except (ExSystemExceptionFilter()) {
        Status = GetExceptionCode();
    }
    return Status;
}
