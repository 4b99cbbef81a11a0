/*
 * srwlock.c: slim reader/writer locks and condition variables. Both are one pointer wide and own nothing, so who waits stands in one list
 * for the process: a record on the waiter's stack with an event of its own and the address that it waits for.
 * SRWLOCK.Ptr: 0 free, -1 held exclusively, else the number of readers.
 */
#include "base.h"

#define SRW_EXCLUSIVE ((PVOID)(LONG_PTR)-1)

typedef struct _BASE_WAITER {
    struct _BASE_WAITER *Next;
    PVOID Key;
    HANDLE Event;
    BOOL Woken;
} BASE_WAITER, *PBASE_WAITER;

/* Guards the list and the state of every lock. */
static RTL_CRITICAL_SECTION BaseWaitLock = {NULL, -1, 0, NULL, NULL, 0};
static PBASE_WAITER BaseWaiters;

/* Adds a waiter at the end: who waits longest is woken first. Lock held. */
static BOOL BaseEnqueue(PBASE_WAITER Waiter, PVOID Key)
{
    PBASE_WAITER *Link = &BaseWaiters;

    Waiter->Next = NULL;
    Waiter->Key = Key;
    Waiter->Woken = FALSE;
    if (!BaseResult(NtCreateEvent(&Waiter->Event, EVENT_ALL_ACCESS, NULL, SynchronizationEvent, FALSE))) {
        return FALSE;
    }
    while (*Link != NULL) {
        Link = &(*Link)->Next;
    }
    *Link = Waiter;
    return TRUE;
}

/* Lock held. */
static VOID BaseWake(PVOID Key, BOOL All)
{
    PBASE_WAITER *Link = &BaseWaiters;
    PBASE_WAITER Waiter;

    while ((Waiter = *Link) != NULL) {
        if (Waiter->Key != Key) {
            Link = &Waiter->Next;
            continue;
        }
        *Link = Waiter->Next;
        Waiter->Woken = TRUE;
        NtSetEvent(Waiter->Event, NULL);
        if (!All) {
            return;
        }
    }
}

/* Waits without the lock; FALSE: the time is over and nobody woke this waiter. */
static BOOL BaseAwait(PBASE_WAITER Waiter, DWORD Milliseconds)
{
    PBASE_WAITER *Link;
    LARGE_INTEGER Time;

    NtWaitForSingleObject(Waiter->Event, FALSE, BaseTimeout(Milliseconds, &Time));
    RtlEnterCriticalSection(&BaseWaitLock);
    for (Link = &BaseWaiters; *Link != NULL && !Waiter->Woken; Link = &(*Link)->Next) {
        if (*Link == Waiter) {
            *Link = Waiter->Next;
            break;
        }
    }
    RtlLeaveCriticalSection(&BaseWaitLock);
    NtClose(Waiter->Event);
    return Waiter->Woken;
}

/* ------------------------------------------------------------------ slim locks */

VOID WINAPI InitializeSRWLock(PSRWLOCK SRWLock)
{
    SRWLock->Ptr = NULL;
}

/* Takes the lock if Wanted may be its next state, else waits for a change and tries again. */
static VOID BaseAcquire(PSRWLOCK Lock, BOOL Exclusive)
{
    BASE_WAITER Waiter;

    for (;;) {
        RtlEnterCriticalSection(&BaseWaitLock);
        if (Exclusive ? Lock->Ptr == NULL : Lock->Ptr != SRW_EXCLUSIVE) {
            Lock->Ptr = Exclusive ? SRW_EXCLUSIVE : (PVOID)((ULONG_PTR)Lock->Ptr + 1);
            RtlLeaveCriticalSection(&BaseWaitLock);
            return;
        }
        if (!BaseEnqueue(&Waiter, Lock)) {
            RtlLeaveCriticalSection(&BaseWaitLock);
            NtYieldExecution();
            continue;
        }
        RtlLeaveCriticalSection(&BaseWaitLock);
        BaseAwait(&Waiter, INFINITE);
    }
}

VOID WINAPI AcquireSRWLockExclusive(PSRWLOCK SRWLock)
{
    BaseAcquire(SRWLock, TRUE);
}

VOID WINAPI AcquireSRWLockShared(PSRWLOCK SRWLock)
{
    BaseAcquire(SRWLock, FALSE);
}

BOOLEAN WINAPI TryAcquireSRWLockExclusive(PSRWLOCK SRWLock)
{
    BOOLEAN Free;

    RtlEnterCriticalSection(&BaseWaitLock);
    Free = SRWLock->Ptr == NULL;
    if (Free) {
        SRWLock->Ptr = SRW_EXCLUSIVE;
    }
    RtlLeaveCriticalSection(&BaseWaitLock);
    return Free;
}

VOID WINAPI ReleaseSRWLockExclusive(PSRWLOCK SRWLock)
{
    RtlEnterCriticalSection(&BaseWaitLock);
    SRWLock->Ptr = NULL;
    BaseWake(SRWLock, TRUE);
    RtlLeaveCriticalSection(&BaseWaitLock);
}

VOID WINAPI ReleaseSRWLockShared(PSRWLOCK SRWLock)
{
    RtlEnterCriticalSection(&BaseWaitLock);
    SRWLock->Ptr = (PVOID)((ULONG_PTR)SRWLock->Ptr - 1);
    if (SRWLock->Ptr == NULL) {
        BaseWake(SRWLock, TRUE);
    }
    RtlLeaveCriticalSection(&BaseWaitLock);
}

/* ------------------------------------------------------------------ condition variables */

VOID WINAPI InitializeConditionVariable(PCONDITION_VARIABLE ConditionVariable)
{
    ConditionVariable->Ptr = NULL;
}

VOID WINAPI WakeConditionVariable(PCONDITION_VARIABLE ConditionVariable)
{
    RtlEnterCriticalSection(&BaseWaitLock);
    BaseWake(ConditionVariable, FALSE);
    RtlLeaveCriticalSection(&BaseWaitLock);
}

VOID WINAPI WakeAllConditionVariable(PCONDITION_VARIABLE ConditionVariable)
{
    RtlEnterCriticalSection(&BaseWaitLock);
    BaseWake(ConditionVariable, TRUE);
    RtlLeaveCriticalSection(&BaseWaitLock);
}

/* In the list before the caller's lock is released, so that no wake-up is lost. */
static BOOL BaseBeginSleep(PBASE_WAITER Waiter, PCONDITION_VARIABLE Variable)
{
    BOOL Result;

    RtlEnterCriticalSection(&BaseWaitLock);
    Result = BaseEnqueue(Waiter, Variable);
    RtlLeaveCriticalSection(&BaseWaitLock);
    return Result;
}

static BOOL BaseSlept(BOOL Woken)
{
    if (!Woken) {
        SetLastError(ERROR_TIMEOUT);
    }
    return Woken;
}

BOOL WINAPI SleepConditionVariableCS(PCONDITION_VARIABLE ConditionVariable, LPCRITICAL_SECTION CriticalSection, DWORD dwMilliseconds)
{
    BASE_WAITER Waiter;
    BOOL Woken;

    if (!BaseBeginSleep(&Waiter, ConditionVariable)) {
        return FALSE;
    }
    RtlLeaveCriticalSection(CriticalSection);
    Woken = BaseAwait(&Waiter, dwMilliseconds);
    RtlEnterCriticalSection(CriticalSection);
    return BaseSlept(Woken);
}

/* Flags 1: the caller holds the lock shared. */
BOOL WINAPI SleepConditionVariableSRW(PCONDITION_VARIABLE ConditionVariable, PSRWLOCK SRWLock, DWORD dwMilliseconds, ULONG Flags)
{
    BASE_WAITER Waiter;
    BOOL Woken;

    if (!BaseBeginSleep(&Waiter, ConditionVariable)) {
        return FALSE;
    }
    if (Flags & 1) {
        ReleaseSRWLockShared(SRWLock);
    } else {
        ReleaseSRWLockExclusive(SRWLock);
    }
    Woken = BaseAwait(&Waiter, dwMilliseconds);
    BaseAcquire(SRWLock, (Flags & 1) == 0);
    return BaseSlept(Woken);
}
