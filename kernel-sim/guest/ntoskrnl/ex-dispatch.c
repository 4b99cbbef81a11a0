/*
 * ex-dispatch.c: exceptions in the kernel: dispatch to __except and __finally (unwind-body.h) and what becomes of one that nobody
 * handles; those of user mode are carried to ntdll. Bug-check codes as the reference says (semantics B9).
 */
#include "iop.h"
#include "unwind-body.h"

/* ------------------------------------------------------------------ what unwinding needs to know about the kernel */

PVOID RtlpFindImage(ULONG64 Ip)
{
    PLIST_ENTRY Link = PsLoadedModuleList.Flink;
    ULONG Count;

    for (Count = 0; Count < KI_MAX_SYSTEM_MODULES && Link != &PsLoadedModuleList; Count++) {
        PKLDR_DATA_TABLE_ENTRY Entry = CONTAINING_RECORD(Link, KLDR_DATA_TABLE_ENTRY, InLoadOrderLinks);
        if (Ip - (ULONG64)Entry->DllBase < Entry->SizeOfImage) {
            return Entry->DllBase;
        }
        Link = Link->Flink;
    }
    return NULL;
}

VOID RtlpGetStackLimits(ULONG64 *Low, ULONG64 *High)
{
    PKTHREAD Thread = KiGetCurrentThread();

    *Low = (ULONG64)Thread->StackLimit;
    *High = (ULONG64)Thread->InitialStack;
}

PKI_DETOUR *RtlpDetours(VOID)
{
    return &KiGetCurrentThread()->Detours;
}

/* Exceptions do not leave an interrupt, and never cross into user mode. */
BOOLEAN RtlpCrossTrap(PKFRAME_HEADER Header, PKI_CURSOR Cursor)
{
    PKTRAP_FRAME Trap = (PKTRAP_FRAME)Header->CallerSp;
    ULONG64 Low, High;

    RtlpGetStackLimits(&Low, &High);
    if ((ULONG64)Trap < Low || (ULONG64)Trap > High - sizeof(KTRAP_FRAME) || ((ULONG64)Trap & 7) != 0) {
        return FALSE;
    }
    if (Trap->Mode == KI_USER_MODE || Trap->Vector >= KI_VECTOR_INTERRUPT) {
        return FALSE;
    }
    Cursor->Ip = Trap->Enter ? Trap->EnterReturn : Trap->Rip;
    Cursor->Fp = Trap->Rbp;
    Cursor->Sp = Trap->Rsp;
    Cursor->Exact = !Trap->Enter;
    return TRUE;
}

/* ------------------------------------------------------------------ contexts */

static VOID KiContextFromTrapFrame(PKTRAP_FRAME TrapFrame, PCONTEXT Context)
{
    RtlZeroMemory(Context, sizeof(*Context));
    Context->ContextFlags = CONTEXT_CONTROL | CONTEXT_INTEGER;
    Context->SegCs = TrapFrame->Mode == KI_USER_MODE ? 0x33 : 0x10;
    Context->SegSs = TrapFrame->Mode == KI_USER_MODE ? 0x2B : 0x18;
    Context->EFlags = TrapFrame->InterruptsEnabled ? 0x202 : 2;
    Context->Rip = TrapFrame->Rip;
    Context->Rbp = TrapFrame->Rbp;
    Context->Rsp = TrapFrame->Rsp;
    Context->Rax = TrapFrame->Rax;
    Context->Rcx = TrapFrame->Rcx;
    Context->Rdx = TrapFrame->Rdx;
    Context->R8 = TrapFrame->R8;
    Context->R9 = TrapFrame->R9;
    Context->R10 = TrapFrame->R10;
    Context->R11 = TrapFrame->R11;
    if (TrapFrame->Enter) {
        Context->LastBranchFromRip = TrapFrame->EnterReturn;
        Context->LastBranchToRip = TrapFrame->Rip;
    }
}

/*
 * An Rip within an instruction goes on at the next one: handlers step over an instruction by adding its length on x64 (1 for int 3), and
 * those of this machine are longer. The target of a failed call stays as it is.
 */
static VOID KiContextToTrapFrame(PCONTEXT Context, PKTRAP_FRAME TrapFrame)
{
    TrapFrame->Enter = Context->LastBranchFromRip != 0 && Context->LastBranchToRip == Context->Rip;
    TrapFrame->Rip = TrapFrame->Enter ? Context->Rip : ALIGN_UP_BY(Context->Rip, KI_INSTRUCTION_BYTES);
    TrapFrame->Rbp = Context->Rbp;
    TrapFrame->Rsp = Context->Rsp;
    TrapFrame->Rax = Context->Rax;
    TrapFrame->Rcx = Context->Rcx;
    TrapFrame->Rdx = Context->Rdx;
    TrapFrame->R8 = Context->R8;
    TrapFrame->R9 = Context->R9;
    TrapFrame->R10 = Context->R10;
    TrapFrame->R11 = Context->R11;
    TrapFrame->EnterReturn = Context->LastBranchFromRip;
    TrapFrame->EnterFlags = 0;
}

/* ------------------------------------------------------------------ dispatch */

/* Nobody handles it: what the thread was doing names the bug check. */
static VOID KiUnhandledException(PEXCEPTION_RECORD Record, PCONTEXT Context)
{
    KI_CURSOR Cursor;
    KI_FUNCTION Function;
    ULONG Frames;
    PKTRAP_FRAME Trap;
    ULONG64 Low, High;

    RtlpGetStackLimits(&Low, &High);
    RtlpStartCursor(&Cursor, Context);
    if (KiGetPcr()->Prcb.DpcRoutineActive) {
        KeBugCheckEx(KMODE_EXCEPTION_NOT_HANDLED, (ULONG_PTR)(LONG_PTR)Record->ExceptionCode, (ULONG_PTR)Record->ExceptionAddress,
                     Record->ExceptionInformation[0], Record->ExceptionInformation[1]);
    }
    for (Frames = 0; Frames < KI_MAX_FRAMES && RtlpFindFunction(&Cursor, &Function); Frames++) {
        if (Function.Header.Flags & KI_FRAME_BOTTOM) {
            KeBugCheckEx(SYSTEM_THREAD_EXCEPTION_NOT_HANDLED, (ULONG_PTR)(LONG_PTR)Record->ExceptionCode,
                         (ULONG_PTR)Record->ExceptionAddress, (ULONG_PTR)Record, (ULONG_PTR)Context);
        }
        if (Function.Header.Flags & KI_FRAME_TRAP) {
            Trap = (PKTRAP_FRAME)Function.Header.CallerSp;
            if ((ULONG64)Trap >= Low && (ULONG64)Trap <= High - sizeof(KTRAP_FRAME) && Trap->Mode == KI_USER_MODE &&
                (Trap->Vector == KI_VECTOR_SYSCALL || Trap->Enter)) {
                /* Zero-extended here, sign-extended in 0x7E and 0x1E: as crash dumps show them. */
                KeBugCheckEx(SYSTEM_SERVICE_EXCEPTION, (ULONG)Record->ExceptionCode,
                             (ULONG_PTR)Record->ExceptionAddress, (ULONG_PTR)Context, 0);
            }
        }
        if (!RtlpToCaller(&Cursor, &Function)) {
            break;
        }
    }
    KeBugCheckEx(KMODE_EXCEPTION_NOT_HANDLED, (ULONG_PTR)(LONG_PTR)Record->ExceptionCode, (ULONG_PTR)Record->ExceptionAddress,
                 Record->ExceptionInformation[0], Record->ExceptionInformation[1]);
}

/* Nobody in the process handles it: it ends, with the code as its exit status. */
static VOID KiUnhandledUserException(PEXCEPTION_RECORD Record)
{
    PEPROCESS Process = PsGetCurrentProcess();

    KiTraceException(Record->ExceptionCode, Record->ExceptionAddress, FALSE);
    if (!Process->UnhandledException && !Process->Terminating) {
        Process->UnhandledException = TRUE;
        Process->ExceptionAddress = (ULONG64)Record->ExceptionAddress;
        Process->ExceptionInformation[0] = Record->ExceptionInformation[0];
        Process->ExceptionInformation[1] = Record->ExceptionInformation[1];
    }
    PspTerminateProcess(Process, Record->ExceptionCode);
    PspExitThread(Record->ExceptionCode);
}

/* Puts record and context on the user stack and goes on in ntdll!KiUserExceptionDispatcher. */
static VOID KiUserException(PKTRAP_FRAME TrapFrame, PEXCEPTION_RECORD Record, PCONTEXT Context)
{
    PEPROCESS Process = PsGetCurrentProcess();
    ULONG64 Sp = (TrapFrame->Rsp - sizeof(CONTEXT) - sizeof(EXCEPTION_RECORD)) & ~15ULL;
    BOOLEAN Copied = FALSE;

    if (Process->ExceptionDispatcher != NULL) {
        __try {
            ProbeForWrite((PVOID)Sp, sizeof(CONTEXT) + sizeof(EXCEPTION_RECORD), 16);
            RtlCopyMemory((PVOID)Sp, Context, sizeof(CONTEXT));
            RtlCopyMemory((PVOID)(Sp + sizeof(CONTEXT)), Record, sizeof(EXCEPTION_RECORD));
            Copied = TRUE;
        } __except (EXCEPTION_EXECUTE_HANDLER) {
            Copied = FALSE;
        }
    }
    if (!Copied) {
        KiUnhandledUserException(Record);
    }
    TrapFrame->Enter = 1;
    TrapFrame->EnterFlags = KI_FRAME_ENTERED;
    TrapFrame->EnterReturn = TrapFrame->Rip;
    TrapFrame->Rip = (ULONG64)Process->ExceptionDispatcher;
    TrapFrame->Rsp = Sp;
    TrapFrame->Rcx = Sp + sizeof(CONTEXT);
    TrapFrame->Rdx = Sp;
}

/*
 * The thread's first user APC: its context goes on the user stack, with routine and arguments in the context's home fields, and the thread
 * goes on in ntdll!KiUserApcDispatcher, which comes back by NtContinue.
 */
VOID KiDeliverUserApc(PKTRAP_FRAME TrapFrame)
{
    PEPROCESS Process = PsGetCurrentProcess();
    ULONG64 Sp = (TrapFrame->Rsp - sizeof(CONTEXT)) & ~15ULL;
    EXCEPTION_RECORD Record;
    CONTEXT Context;
    KAPC Copy;
    PKAPC Apc;

    do {
        Apc = KiNextUserApc(&Copy);
        if (Apc == NULL) {
            return;
        }
        KiTraceApc(Apc);
        __writecr8(APC_LEVEL);
        Copy.KernelRoutine(Apc, &Copy.NormalRoutine, &Copy.NormalContext, &Copy.SystemArgument1, &Copy.SystemArgument2);
        __writecr8(PASSIVE_LEVEL);
    } while (Copy.NormalRoutine == NULL);
    KiContextFromTrapFrame(TrapFrame, &Context);
    Context.P1Home = (ULONG64)Copy.NormalContext;
    Context.P2Home = (ULONG64)Copy.SystemArgument1;
    Context.P3Home = (ULONG64)Copy.SystemArgument2;
    Context.P4Home = (ULONG64)Copy.NormalRoutine;
    __try {
        ProbeForWrite((PVOID)Sp, sizeof(CONTEXT), 16);
        RtlCopyMemory((PVOID)Sp, &Context, sizeof(CONTEXT));
    } __except (EXCEPTION_EXECUTE_HANDLER) {
        RtlZeroMemory(&Record, sizeof(Record));
        Record.ExceptionCode = GetExceptionCode();
        Record.ExceptionAddress = (PVOID)TrapFrame->Rip;
        KiUnhandledUserException(&Record);
    }
    TrapFrame->Enter = 1;
    TrapFrame->EnterFlags = KI_FRAME_ENTERED;
    TrapFrame->EnterReturn = TrapFrame->Rip;
    TrapFrame->Rip = (ULONG64)Process->ApcDispatcher;
    TrapFrame->Rsp = Sp;
    TrapFrame->Rcx = Sp;
}

static VOID KiDispatchRecord(PKTRAP_FRAME TrapFrame, PEXCEPTION_RECORD Record)
{
    CONTEXT Context;

    KiContextFromTrapFrame(TrapFrame, &Context);
    if (TrapFrame->Mode == KI_USER_MODE) {
        KiUserException(TrapFrame, Record, &Context);
        return;
    }
    if (RtlDispatchException(Record, &Context)) {
        KiContextToTrapFrame(&Context, TrapFrame);
        return;
    }
    KiTraceException(Record->ExceptionCode, Record->ExceptionAddress, FALSE);
    KiUnhandledException(Record, &Context);
}

VOID KiDispatchException(PKTRAP_FRAME TrapFrame, NTSTATUS Code, ULONG Parameters, ULONG64 P0, ULONG64 P1)
{
    EXCEPTION_RECORD Record;

    RtlZeroMemory(&Record, sizeof(Record));
    Record.ExceptionCode = Code;
    Record.ExceptionAddress = (PVOID)TrapFrame->Rip;
    Record.NumberParameters = Parameters;
    Record.ExceptionInformation[0] = P0;
    Record.ExceptionInformation[1] = P1;
    KiDispatchRecord(TrapFrame, &Record);
}

/* ------------------------------------------------------------------ raising */

/* Raises in the frame whose return-address slot is Slot: that of the routine that was called to raise. */
static VOID KiRaise(PEXCEPTION_RECORD Record, PVOID Slot)
{
    CONTEXT Context;

    RtlpCallerContext(&Context, Slot);
    Record->ExceptionAddress = (PVOID)Context.Rip;
    if (RtlDispatchException(Record, &Context)) {
        return;
    }
    KiTraceException(Record->ExceptionCode, Record->ExceptionAddress, FALSE);
    KiUnhandledException(Record, &Context);
}

VOID NTAPI RtlRaiseException(PEXCEPTION_RECORD Record)
{
    KiRaise(Record, _AddressOfReturnAddress());
}

static VOID KiRaiseStatus(NTSTATUS Status, PVOID Slot)
{
    EXCEPTION_RECORD Record;

    RtlZeroMemory(&Record, sizeof(Record));
    Record.ExceptionCode = Status;
    Record.ExceptionFlags = EXCEPTION_NONCONTINUABLE;
    KiRaise(&Record, Slot);
    __assume(0);
}

DECLSPEC_NORETURN VOID NTAPI ExRaiseStatus(NTSTATUS Status)
{
    KiRaiseStatus(Status, _AddressOfReturnAddress());
}

DECLSPEC_NORETURN VOID NTAPI RtlRaiseStatus(NTSTATUS Status)
{
    KiRaiseStatus(Status, _AddressOfReturnAddress());
}

DECLSPEC_NORETURN VOID NTAPI ExRaiseAccessViolation(VOID)
{
    KiRaiseStatus(STATUS_ACCESS_VIOLATION, _AddressOfReturnAddress());
}

DECLSPEC_NORETURN VOID NTAPI ExRaiseDatatypeMisalignment(VOID)
{
    KiRaiseStatus(STATUS_DATATYPE_MISALIGNMENT, _AddressOfReturnAddress());
}

INT NTAPI ExSystemExceptionFilter(VOID)
{
    return ExGetPreviousMode() == KernelMode ? EXCEPTION_CONTINUE_SEARCH : EXCEPTION_EXECUTE_HANDLER;
}

/* ------------------------------------------------------------------ system services */

/*
 * Goes on at Context: what a user-mode dispatcher calls when a filter said continue or an APC routine has returned. TestAlert: the next
 * user APC runs first.
 */
NTSTATUS NTAPI NtContinue(PCONTEXT Context, BOOLEAN TestAlert)
{
    PKTHREAD Thread = KiGetCurrentThread();
    PKTRAP_FRAME TrapFrame = Thread->TrapFrame;
    CONTEXT Captured;
    NTSTATUS Status = STATUS_SUCCESS;

    if (ExGetPreviousMode() == KernelMode || TrapFrame == NULL) {
        return STATUS_INVALID_PARAMETER;
    }
    __try {
        ProbeForRead(Context, sizeof(CONTEXT), 16);
        Captured = *Context;
    } __except (EXCEPTION_EXECUTE_HANDLER) {
        Status = GetExceptionCode();
    }
    if (NT_SUCCESS(Status)) {
        KiContextToTrapFrame(&Captured, TrapFrame);
        if (TestAlert && !IsListEmpty(&Thread->ApcState.ApcListHead[UserMode])) {
            Thread->ApcState.UserApcPending = TRUE;
        }
    }
    return Status;
}

/* FirstChance FALSE: user mode found nobody. */
NTSTATUS NTAPI NtRaiseException(PEXCEPTION_RECORD Record, PCONTEXT Context, BOOLEAN FirstChance)
{
    PKTRAP_FRAME TrapFrame = KiGetCurrentThread()->TrapFrame;
    EXCEPTION_RECORD CapturedRecord;
    CONTEXT Captured;
    NTSTATUS Status = STATUS_SUCCESS;

    if (ExGetPreviousMode() == KernelMode || TrapFrame == NULL) {
        return STATUS_INVALID_PARAMETER;
    }
    __try {
        ProbeForRead(Record, sizeof(EXCEPTION_RECORD), 8);
        ProbeForRead(Context, sizeof(CONTEXT), 16);
        CapturedRecord = *Record;
        Captured = *Context;
    } __except (EXCEPTION_EXECUTE_HANDLER) {
        Status = GetExceptionCode();
    }
    if (!NT_SUCCESS(Status)) {
        return Status;
    }
    if (!FirstChance) {
        KiUnhandledUserException(&CapturedRecord);
    }
    KiContextToTrapFrame(&Captured, TrapFrame);
    KiUserException(TrapFrame, &CapturedRecord, &Captured);
    return STATUS_SUCCESS;
}

/* ------------------------------------------------------------------ bug checks */

DECLSPEC_NORETURN VOID NTAPI KeBugCheckEx(ULONG Code, ULONG_PTR P1, ULONG_PTR P2, ULONG_PTR P3, ULONG_PTR P4)
{
    _disable();
    for (;;) {
        KiStopMachine(KI_STOP_BUGCHECK, Code, P1, P2, P3, P4);
        __halt();
    }
}

DECLSPEC_NORETURN VOID NTAPI KeBugCheck(ULONG Code)
{
    KeBugCheckEx(Code, 0, 0, 0, 0);
}
