/*
 * ke-service.c: the way into the kernel by SYSCALL, the previous mode (semantics B10), and the way back: special kernel APCs have been
 * delivered by then (their interrupt comes as soon as IRQL is 0), IRQL must be PASSIVE_LEVEL, a thread that is to end does so.
 */
#include "iop.h"
#include "services.h"

typedef NTSTATUS KI_CALL4(ULONG64, ULONG64, ULONG64, ULONG64);
typedef NTSTATUS KI_CALL8(ULONG64, ULONG64, ULONG64, ULONG64, ULONG64, ULONG64, ULONG64, ULONG64);
typedef NTSTATUS KI_CALL12(ULONG64, ULONG64, ULONG64, ULONG64, ULONG64, ULONG64, ULONG64, ULONG64, ULONG64, ULONG64, ULONG64, ULONG64);
typedef NTSTATUS KI_CALL16(ULONG64, ULONG64, ULONG64, ULONG64, ULONG64, ULONG64, ULONG64, ULONG64, ULONG64, ULONG64, ULONG64, ULONG64,
                           ULONG64, ULONG64, ULONG64, ULONG64);

static NTSTATUS KiCallService(KI_SERVICE *Service, PKTRAP_FRAME T, ULONG64 *A)
{
    if (Service->Arguments <= 4) {
        return ((KI_CALL4 *)Service->Routine)(T->R10, T->Rdx, T->R8, T->R9);
    }
    if (Service->Arguments <= 8) {
        return ((KI_CALL8 *)Service->Routine)(T->R10, T->Rdx, T->R8, T->R9, A[0], A[1], A[2], A[3]);
    }
    if (Service->Arguments <= 12) {
        return ((KI_CALL12 *)Service->Routine)(T->R10, T->Rdx, T->R8, T->R9, A[0], A[1], A[2], A[3], A[4], A[5], A[6], A[7]);
    }
    return ((KI_CALL16 *)Service->Routine)(T->R10, T->Rdx, T->R8, T->R9, A[0], A[1], A[2], A[3], A[4], A[5], A[6], A[7], A[8], A[9], A[10],
                                           A[11]);
}

/* Copies the arguments from the fifth on from the caller's stack; FALSE if it cannot be read. */
static BOOLEAN KiCaptureArguments(PKTRAP_FRAME TrapFrame, ULONG Count, ULONG64 *Arguments)
{
    ULONG64 *Source = (ULONG64 *)(TrapFrame->Arguments + 32);
    ULONG Index;

    if (Count == 0) {
        return TRUE;
    }
    __try {
        ProbeForRead(Source, Count * sizeof(ULONG64), 8);
        for (Index = 0; Index < Count; Index++) {
            Arguments[Index] = Source[Index];
        }
    } __except (EXCEPTION_EXECUTE_HANDLER) {
        return FALSE;
    }
    return TRUE;
}

/* Called by the machine with the frame that SYSCALL pushed. */
VOID KiSystemServiceEntry(PKTRAP_FRAME TrapFrame)
{
    ULONG Number = (ULONG)TrapFrame->Rax;
    PKTHREAD Thread = KiGetCurrentThread();
    ULONG64 Arguments[KI_SERVICE_ARGUMENTS - 4];
    KI_SERVICE *Service = NULL;
    NTSTATUS Status;

    TrapFrame->Previous = Thread->TrapFrame;
    TrapFrame->PreviousMode = Thread->PreviousMode;
    Thread->TrapFrame = TrapFrame;
    Thread->PreviousMode = UserMode;
    if (Number < KI_SERVICES && KiServiceTable[Number].Routine != NULL) {
        Service = &KiServiceTable[Number];
    }
    if (Service == NULL) {
        KiTraceSystemCall(TrapFrame, Number, NULL, TRUE, 0);
        Status = STATUS_INVALID_SYSTEM_SERVICE;
        KiTraceSystemCall(TrapFrame, Number, NULL, FALSE, Status);
    } else {
        KiTraceSystemCall(TrapFrame, Number, Service->Name, TRUE, 0);
        if (Service->Arguments > 4 && !KiCaptureArguments(TrapFrame, Service->Arguments - 4, Arguments)) {
            Status = STATUS_ACCESS_VIOLATION;
        } else {
            Status = KiCallService(Service, TrapFrame, Arguments);
        }
        if (__readcr8() != PASSIVE_LEVEL) {
            KeBugCheckEx(IRQL_GT_ZERO_AT_SYSTEM_SERVICE, (ULONG_PTR)Service->Routine, __readcr8(), 0, 0);
        }
        if (Thread->KernelApcDisable != 0 || Thread->SpecialApcDisable != 0) {
            KeBugCheckEx(APC_INDEX_MISMATCH, (ULONG_PTR)Service->Routine, Thread->ApcStateIndex, (USHORT)Thread->KernelApcDisable,
                         (USHORT)Thread->SpecialApcDisable);
        }
        KiTraceSystemCall(TrapFrame, Number, Service->Name, FALSE, Status);
    }
    if (((PETHREAD)Thread)->Terminating) {
        PspExitThread(((PETHREAD)Thread)->ExitStatus);
    }
    /* NtContinue and NtRaiseException have written the whole frame. */
    if (!((Number == SN_NtContinue || Number == SN_NtRaiseException) && NT_SUCCESS(Status))) {
        TrapFrame->Rax = (ULONG64)(LONG64)Status;
    }
    if (Thread->ApcState.UserApcPending) {
        KiDeliverUserApc(TrapFrame);
    }
    Thread->TrapFrame = TrapFrame->Previous;
    Thread->PreviousMode = (KPROCESSOR_MODE)TrapFrame->PreviousMode;
}

KPROCESSOR_MODE KiBeginKernelCall(VOID)
{
    PKTHREAD Thread = KiGetCurrentThread();
    KPROCESSOR_MODE Previous = Thread->PreviousMode;

    Thread->PreviousMode = KernelMode;
    return Previous;
}

VOID KiEndKernelCall(KPROCESSOR_MODE Previous)
{
    KiGetCurrentThread()->PreviousMode = Previous;
}

KPROCESSOR_MODE NTAPI ExGetPreviousMode(VOID)
{
    return KiGetCurrentThread()->PreviousMode;
}

/* ------------------------------------------------------------------ probes: range and alignment, then (write) every page is touched */

VOID NTAPI ProbeForRead(const volatile VOID *Address, SIZE_T Length, ULONG Alignment)
{
    ULONG64 Start = (ULONG64)Address;

    if (Length == 0) {
        return;
    }
    if (Start & (Alignment - 1)) {
        ExRaiseDatatypeMisalignment();
    }
    if (Start + Length < Start || Start + Length > (ULONG64)MM_USER_PROBE_ADDRESS) {
        ExRaiseAccessViolation();
    }
}

VOID NTAPI ProbeForWrite(volatile VOID *Address, SIZE_T Length, ULONG Alignment)
{
    ULONG64 Start = (ULONG64)Address;
    ULONG64 Page;

    if (Length == 0) {
        return;
    }
    if (Start & (Alignment - 1)) {
        ExRaiseDatatypeMisalignment();
    }
    if (Start + Length < Start || Start + Length > (ULONG64)MM_USER_PROBE_ADDRESS) {
        ExRaiseAccessViolation();
    }
    for (Page = Start; Page < Start + Length; Page = (Page & ~(ULONG64)(PAGE_SIZE - 1)) + PAGE_SIZE) {
        *(volatile UCHAR *)Page = *(volatile UCHAR *)Page;
    }
}
