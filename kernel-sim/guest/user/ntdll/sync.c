/*
 * sync.c: critical sections. LockCount is -1 when free and counts who holds or waits otherwise; a thread that has to wait makes the event
 * (LockSemaphore) if there is none yet and sleeps on it. The event lets one waiter through at a time.
 */
#define _NTSYSTEM_
#include "native.h"

NTSTATUS NTAPI RtlInitializeCriticalSection(PRTL_CRITICAL_SECTION Section)
{
    RtlZeroMemory(Section, sizeof(*Section));
    Section->DebugInfo = (PRTL_CRITICAL_SECTION_DEBUG)(LONG_PTR)-1;
    Section->LockCount = -1;
    return STATUS_SUCCESS;
}

static HANDLE RtlpSectionEvent(PRTL_CRITICAL_SECTION Section)
{
    HANDLE Event;
    NTSTATUS Status;

    if (Section->LockSemaphore == NULL) {
        Status = NtCreateEvent(&Event, EVENT_ALL_ACCESS, NULL, SynchronizationEvent, FALSE);
        if (!NT_SUCCESS(Status)) {
            RtlRaiseStatus(Status);
        }
        if (_InterlockedCompareExchangePointer((PVOID volatile *)&Section->LockSemaphore, Event, NULL) != NULL) {
            NtClose(Event);
        }
    }
    return Section->LockSemaphore;
}

static VOID RtlpTakeSection(PRTL_CRITICAL_SECTION Section)
{
    Section->OwningThread = LabTeb()->ClientId.UniqueThread;
    Section->RecursionCount = 1;
}

NTSTATUS NTAPI RtlEnterCriticalSection(PRTL_CRITICAL_SECTION Section)
{
    NTSTATUS Status;

    if (Section->OwningThread == LabTeb()->ClientId.UniqueThread) {
        _InterlockedIncrement(&Section->LockCount);
        Section->RecursionCount++;
        return STATUS_SUCCESS;
    }
    if (_InterlockedIncrement(&Section->LockCount) != 0) {
        Status = NtWaitForSingleObject(RtlpSectionEvent(Section), FALSE, NULL);
        if (!NT_SUCCESS(Status)) {
            RtlRaiseStatus(Status);
        }
    }
    RtlpTakeSection(Section);
    return STATUS_SUCCESS;
}

BOOLEAN NTAPI RtlTryEnterCriticalSection(PRTL_CRITICAL_SECTION Section)
{
    if (_InterlockedCompareExchange(&Section->LockCount, 0, -1) == -1) {
        RtlpTakeSection(Section);
        return TRUE;
    }
    if (Section->OwningThread == LabTeb()->ClientId.UniqueThread) {
        _InterlockedIncrement(&Section->LockCount);
        Section->RecursionCount++;
        return TRUE;
    }
    return FALSE;
}

NTSTATUS NTAPI RtlLeaveCriticalSection(PRTL_CRITICAL_SECTION Section)
{
    if (--Section->RecursionCount != 0) {
        _InterlockedDecrement(&Section->LockCount);
        return STATUS_SUCCESS;
    }
    Section->OwningThread = NULL;
    if (_InterlockedDecrement(&Section->LockCount) >= 0) {
        NtSetEvent(RtlpSectionEvent(Section), NULL);
    }
    return STATUS_SUCCESS;
}

NTSTATUS NTAPI RtlDeleteCriticalSection(PRTL_CRITICAL_SECTION Section)
{
    if (Section->LockSemaphore != NULL) {
        NtClose(Section->LockSemaphore);
    }
    RtlZeroMemory(Section, sizeof(*Section));
    return STATUS_SUCCESS;
}
