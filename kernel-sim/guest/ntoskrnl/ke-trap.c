/*
 * ke-trap.c: handlers of exceptions and interrupts, called by the machine with the trap frame that it has pushed; returning resumes what
 * was interrupted (as the frame then says). Exceptions come at the IRQL where they happened, interrupts at their own; interrupts of a
 * higher IRQL may come in at any time. A trap frame that cannot be pushed (kernel stack exhausted) is bug check 0x7F, made by the host.
 */
#include "iop.h"

#define KI_NOTE_BREAKPOINT 1
#define KI_NOTE_ASSERTION 2

/* A thread that is to end does so when it would go back to user mode. */
static VOID KiCheckTermination(PKTRAP_FRAME TrapFrame)
{
    PETHREAD Thread = (PETHREAD)KiGetCurrentThread();

    if (TrapFrame->Mode == KI_USER_MODE && Thread->Terminating) {
        __writecr8(PASSIVE_LEVEL);
        PspExitThread(Thread->ExitStatus);
    }
}

/* The processor does not say which it was: the divisor, in the register that the instruction names, tells. */
VOID KiDivideFault(PKTRAP_FRAME TrapFrame)
{
    NTSTATUS Status = STATUS_INTEGER_DIVIDE_BY_ZERO;
    ULONG Divisor;

    __try {
        Divisor = *(PULONG)TrapFrame->Rip >> 24;
        if (*(PULONG)(TrapFrame->Rbp + 8 * Divisor) != 0) {
            Status = STATUS_INTEGER_OVERFLOW;
        }
    } __except (EXCEPTION_EXECUTE_HANDLER) {
        Status = STATUS_INTEGER_DIVIDE_BY_ZERO;
    }
    KiDispatchException(TrapFrame, Status, 0, 0, 0);
}

VOID KiOverflowTrap(PKTRAP_FRAME TrapFrame)
{
    KiDispatchException(TrapFrame, STATUS_INTEGER_OVERFLOW, 0, 0, 0);
}

VOID KiIllegalInstruction(PKTRAP_FRAME TrapFrame)
{
    KiDispatchException(TrapFrame, STATUS_ILLEGAL_INSTRUCTION, 0, 0, 0);
}

/* Privileged instruction in user mode, or an address that is not canonical: no address is known then. */
VOID KiGeneralProtection(PKTRAP_FRAME TrapFrame)
{
    if (TrapFrame->Mode == KI_USER_MODE && TrapFrame->FaultAddress == 0) {
        KiDispatchException(TrapFrame, STATUS_PRIVILEGED_INSTRUCTION, 0, 0, 0);
    } else {
        KiDispatchException(TrapFrame, STATUS_ACCESS_VIOLATION, 2, 0, ~0ULL);
    }
}

/* int 3. In the kernel, with a debugger (headless here), it is noted and passed; a program has no debugger of its own. */
VOID KiBreakpointTrap(PKTRAP_FRAME TrapFrame)
{
    if (KiLoaderBlock.Debugger && TrapFrame->Mode != KI_USER_MODE) {
        KiNote(KI_NOTE_BREAKPOINT, TrapFrame);
        return;
    }
    TrapFrame->Rip -= KI_INSTRUCTION_BYTES;
    KiDispatchException(TrapFrame, STATUS_BREAKPOINT, 1, 0, 0);
}

/* int 2c: a failed NT_ASSERT. */
VOID KiAssertionTrap(PKTRAP_FRAME TrapFrame)
{
    if (KiLoaderBlock.Debugger && TrapFrame->Mode != KI_USER_MODE) {
        KiNote(KI_NOTE_ASSERTION, TrapFrame);
        return;
    }
    TrapFrame->Rip -= KI_INSTRUCTION_BYTES;
    KiDispatchException(TrapFrame, STATUS_ASSERTION_FAILURE, 0, 0, 0);
}

/* int 29: nobody may handle it. RCX is the code. */
VOID KiFastFail(PKTRAP_FRAME TrapFrame)
{
    EXCEPTION_RECORD Record;
    PEPROCESS Process = PsGetCurrentProcess();

    if (TrapFrame->Mode == KI_USER_MODE) {
        Process->UnhandledException = TRUE;
        Process->ExceptionAddress = TrapFrame->Rip;
        Process->ExceptionInformation[0] = TrapFrame->Rcx;
        PspTerminateProcess(Process, STATUS_STACK_BUFFER_OVERRUN);
        PspExitThread(STATUS_STACK_BUFFER_OVERRUN);
    }
    RtlZeroMemory(&Record, sizeof(Record));
    Record.ExceptionCode = STATUS_STACK_BUFFER_OVERRUN;
    Record.ExceptionFlags = EXCEPTION_NONCONTINUABLE;
    Record.ExceptionAddress = (PVOID)TrapFrame->Rip;
    Record.NumberParameters = 1;
    Record.ExceptionInformation[0] = TrapFrame->Rcx;
    KeBugCheckEx(KERNEL_SECURITY_CHECK_FAILURE, TrapFrame->Rcx, (ULONG_PTR)TrapFrame, (ULONG_PTR)&Record, 0);
}

VOID KiUnexpectedTrap(PKTRAP_FRAME TrapFrame)
{
    KeBugCheckEx(UNEXPECTED_KERNEL_MODE_TRAP, TrapFrame->Vector, (ULONG_PTR)TrapFrame, TrapFrame->Rsp, TrapFrame->Rip);
}

VOID KiPageFault(PKTRAP_FRAME TrapFrame)
{
    ULONG64 Parameters[4];
    NTSTATUS Status;
    ULONG Code;

    if (TrapFrame->Irql < DISPATCH_LEVEL) {
        Status = MiAccessFault(TrapFrame);
        if (Status == STATUS_SUCCESS) {
            return;
        }
    } else {
        Status = STATUS_ACCESS_VIOLATION;
    }
    if (TrapFrame->Mode != KI_USER_MODE) {
        Code = KiClassifyFault(TrapFrame, Parameters);
        if (Code != 0) {
            KeBugCheckEx(Code, Parameters[0], Parameters[1], Parameters[2], Parameters[3]);
        }
    }
    KiDispatchException(TrapFrame, Status, Status == STATUS_ACCESS_VIOLATION || Status == STATUS_GUARD_PAGE_VIOLATION ? 2 : 0,
                        TrapFrame->ErrorCode & KI_FAULT_EXECUTE ? 8 : (TrapFrame->ErrorCode & KI_FAULT_WRITE) != 0,
                        TrapFrame->FaultAddress);
}

/* ------------------------------------------------------------------ interrupts */

VOID KiApcInterrupt(PKTRAP_FRAME TrapFrame)
{
    KiDeliverApc();
    KiCheckTermination(TrapFrame);
}

/* A DPC list is run to its end; then, if another thread is to run, this one goes behind it and comes back out of here later. */
VOID KiDispatchInterrupt(PKTRAP_FRAME TrapFrame)
{
    KPRCB *Prcb = &KiGetPcr()->Prcb;
    KDPC Dpc;

    UNREFERENCED_PARAMETER(TrapFrame);
    if (Prcb->TimerRequest) {
        Prcb->TimerRequest = 0;
        KiExpireTimers();
    }
    while (KiRetireDpc(&Dpc)) {
        Prcb->DpcRoutineActive = TRUE;
        Prcb->CurrentDpcRoutine = (PVOID)Dpc.DeferredRoutine;
        Dpc.DeferredRoutine((PKDPC)Dpc.DpcData, Dpc.DeferredContext, Dpc.SystemArgument1, Dpc.SystemArgument2);
        if (__readcr8() != DISPATCH_LEVEL) {
            KeBugCheckEx(IRQL_UNEXPECTED_VALUE, __readcr8() << 16 | DISPATCH_LEVEL << 8, (ULONG_PTR)Dpc.DeferredRoutine, 0, 0);
        }
        Prcb->DpcRoutineActive = FALSE;
        Prcb->CurrentDpcRoutine = NULL;
    }
    if (Prcb->QuantumEnd) {
        Prcb->QuantumEnd = FALSE;
        KiSwapThread(KI_SWITCH_QUANTUM);
    } else {
        KiSwapThread(KI_SWITCH_PREEMPTED);
    }
}

/* Every processor has its own clock; processor 0 also keeps the time. */
VOID KiClockInterrupt(PKTRAP_FRAME TrapFrame)
{
    if (KiClockTick(TrapFrame)) {
        KiRequestSoftwareInterrupt(DISPATCH_LEVEL);
    }
}

VOID KiIpiInterrupt(PKTRAP_FRAME TrapFrame)
{
    ULONG Requests = KiTakeRequests();

    UNREFERENCED_PARAMETER(TrapFrame);
    if (Requests & KI_IPI_APC) {
        KiRequestSoftwareInterrupt(APC_LEVEL);
    }
    if (Requests & KI_IPI_DISPATCH) {
        KiRequestSoftwareInterrupt(DISPATCH_LEVEL);
    }
}

VOID KiUnexpectedInterrupt(PKTRAP_FRAME TrapFrame)
{
    UNREFERENCED_PARAMETER(TrapFrame);
}
