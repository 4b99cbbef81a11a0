/*
 * ke-time.c: times. Interrupt and system time move at clock interrupts (semantics B11) and stand in the page shared with user mode; the
 * precise ones and the performance counter read the processor's clock.
 */
#include "iop.h"

ULONGLONG NTAPI KeQueryInterruptTime(VOID)
{
    return *(volatile ULONGLONG *)&SharedUserData->InterruptTime;
}

VOID NTAPI KeQuerySystemTime(PLARGE_INTEGER CurrentTime)
{
    CurrentTime->QuadPart = *(volatile LONGLONG *)&SharedUserData->SystemTime;
}

VOID NTAPI KeQueryTickCount(PLARGE_INTEGER CurrentCount)
{
    CurrentCount->QuadPart = *(volatile LONGLONG *)&SharedUserData->TickCount;
}

ULONG NTAPI KeQueryTimeIncrement(VOID)
{
    return (ULONG)(KiLoaderBlock.TickNs / 100);
}

/* The clock ticks that interrupted the thread in kernel mode, and in *UserTime those in user mode. */
ULONG NTAPI KeQueryRuntimeThread(PKTHREAD Thread, PULONG UserTime)
{
    *UserTime = (ULONG)(Thread->UserTime / KiLoaderBlock.TickNs);
    return (ULONG)(Thread->KernelTime / KiLoaderBlock.TickNs);
}

ULONGLONG NTAPI KeQueryUnbiasedInterruptTime(VOID)
{
    return KeQueryInterruptTime();
}

ULONGLONG NTAPI KeQueryInterruptTimePrecise(PULONG64 QpcTimeStamp)
{
    ULONG64 Now = __rdtsc() / 100;

    *QpcTimeStamp = Now;
    return Now;
}

VOID NTAPI KeQuerySystemTimePrecise(PLARGE_INTEGER CurrentTime)
{
    KeQuerySystemTime(CurrentTime);
    CurrentTime->QuadPart += (LONGLONG)(__rdtsc() / 100) - (LONGLONG)KeQueryInterruptTime();
}

/* 10 MHz. */
LARGE_INTEGER NTAPI KeQueryPerformanceCounter(PLARGE_INTEGER PerformanceFrequency)
{
    LARGE_INTEGER Counter;

    if (PerformanceFrequency != NULL) {
        PerformanceFrequency->QuadPart = 10000000;
    }
    Counter.QuadPart = (LONGLONG)(__rdtsc() / 100);
    return Counter;
}

VOID NTAPI KeStallExecutionProcessor(ULONG MicroSeconds)
{
    ULONG64 Until = __rdtsc() + (ULONG64)MicroSeconds * 1000;

    while (__rdtsc() < Until) {
        YieldProcessor();
    }
}

VOID NTAPI ExSystemTimeToLocalTime(PLARGE_INTEGER SystemTime, PLARGE_INTEGER LocalTime)
{
    LocalTime->QuadPart = SystemTime->QuadPart;
}

VOID NTAPI ExLocalTimeToSystemTime(PLARGE_INTEGER LocalTime, PLARGE_INTEGER SystemTime)
{
    SystemTime->QuadPart = LocalTime->QuadPart;
}

ULONG NTAPI KeQueryActiveProcessorCount(PKAFFINITY ActiveProcessors)
{
    if (ActiveProcessors != NULL) {
        *ActiveProcessors = KeQueryActiveProcessors();
    }
    return KiLoaderBlock.CpuCount;
}

KAFFINITY NTAPI KeQueryActiveProcessors(VOID)
{
    return ((KAFFINITY)1 << KiLoaderBlock.CpuCount) - 1;
}

ULONG NTAPI KeQueryActiveProcessorCountEx(USHORT GroupNumber)
{
    return GroupNumber == 0 || GroupNumber == ALL_PROCESSOR_GROUPS ? KiLoaderBlock.CpuCount : 0;
}

ULONG NTAPI KeQueryMaximumProcessorCount(VOID)
{
    return KiLoaderBlock.CpuCount;
}

ULONG NTAPI KeQueryMaximumProcessorCountEx(USHORT GroupNumber)
{
    return KeQueryActiveProcessorCountEx(GroupNumber);
}

USHORT NTAPI KeQueryActiveGroupCount(VOID)
{
    return 1;
}

ULONG NTAPI KeGetCurrentProcessorNumberEx(PPROCESSOR_NUMBER ProcNumber)
{
    ULONG Number = KiGetPcr()->Prcb.Number;

    if (ProcNumber != NULL) {
        ProcNumber->Group = 0;
        ProcNumber->Number = (UCHAR)Number;
        ProcNumber->Reserved = 0;
    }
    return Number;
}

ULONG NTAPI KeGetCurrentProcessorNumber(VOID)
{
    return KiGetPcr()->Prcb.Number;
}

/* ------------------------------------------------------------------ system services */

static NTSTATUS KiReturn64(PLARGE_INTEGER Target, LONGLONG Value)
{
    NTSTATUS Status = STATUS_SUCCESS;

    __try {
        if (ExGetPreviousMode() != KernelMode) {
            ProbeForWrite(Target, sizeof(*Target), sizeof(LONG));
        }
        Target->QuadPart = Value;
    } __except (ExSystemExceptionFilter()) {
        Status = GetExceptionCode();
    }
    return Status;
}

NTSTATUS NTAPI NtQuerySystemTime(PLARGE_INTEGER SystemTime)
{
    LARGE_INTEGER Now;

    KeQuerySystemTime(&Now);
    return KiReturn64(SystemTime, Now.QuadPart);
}

NTSTATUS NTAPI NtQueryPerformanceCounter(PLARGE_INTEGER Counter, PLARGE_INTEGER Frequency)
{
    NTSTATUS Status;

    if (Frequency != NULL) {
        Status = KiReturn64(Frequency, 10000000);
        if (!NT_SUCCESS(Status)) {
            return Status;
        }
    }
    return KiReturn64(Counter, (LONGLONG)(__rdtsc() / 100));
}

ULONG NTAPI NtGetTickCount(VOID)
{
    return (ULONG)(KeQueryInterruptTime() / 10000);
}

NTSTATUS NTAPI NtQueryTickCount(PLARGE_INTEGER TickCount)
{
    LARGE_INTEGER Count;

    KeQueryTickCount(&Count);
    return KiReturn64(TickCount, Count.QuadPart);
}

NTSTATUS NTAPI NtDelayExecution(BOOLEAN Alertable, PLARGE_INTEGER Interval)
{
    LARGE_INTEGER Captured;
    NTSTATUS Status = STATUS_SUCCESS;

    __try {
        if (ExGetPreviousMode() != KernelMode) {
            ProbeForRead(Interval, sizeof(*Interval), sizeof(LONG));
        }
        Captured = *Interval;
    } __except (ExSystemExceptionFilter()) {
        Status = GetExceptionCode();
    }
    if (!NT_SUCCESS(Status)) {
        return Status;
    }
    return KeDelayExecutionThread(ExGetPreviousMode(), Alertable, &Captured);
}

NTSTATUS NTAPI NtYieldExecution(VOID)
{
    KiSwapThread(KI_SWITCH_YIELD);
    return STATUS_SUCCESS;
}
