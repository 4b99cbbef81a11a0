/*
 * ke-lock.c: IRQL (a register of the processor: CR8), spin locks that really spin, fast mutexes, guarded mutexes, critical and guarded
 * regions. A spin lock is one 64-bit word: 0 free, 1 held; a reader/writer spin lock is one 32-bit word: the top bit says that a writer
 * has it or waits for the readers to leave, the rest counts readers.
 */
#include "iop.h"

KIRQL FASTCALL KfRaiseIrql(KIRQL NewIrql)
{
    KIRQL Old = (KIRQL)__readcr8();

    if (NewIrql < Old) {
        KeBugCheckEx(IRQL_NOT_GREATER_OR_EQUAL, NewIrql, Old, 0, 0);
    }
    __writecr8(NewIrql);
    KiTraceIrql(Old, NewIrql);
    return Old;
}

VOID NTAPI KeLowerIrql(KIRQL NewIrql)
{
    KIRQL Old = (KIRQL)__readcr8();

    if (NewIrql > Old) {
        KeBugCheckEx(IRQL_NOT_LESS_OR_EQUAL, NewIrql, Old, 0, (ULONG_PTR)_ReturnAddress());
    }
    KiTraceIrql(Old, NewIrql);
    __writecr8(NewIrql);
}

KIRQL NTAPI KeRaiseIrqlToDpcLevel(VOID)
{
    return KfRaiseIrql(DISPATCH_LEVEL);
}

KIRQL NTAPI KeRaiseIrqlToSynchLevel(VOID)
{
    return KfRaiseIrql(12);
}

/* ------------------------------------------------------------------ spin locks */

VOID NTAPI KeInitializeSpinLock(PKSPIN_LOCK SpinLock)
{
    *SpinLock = 0;
}

VOID NTAPI KeAcquireSpinLockAtDpcLevel(PKSPIN_LOCK SpinLock)
{
    ULONG Spins = 0;

    while (_InterlockedExchange64((__int64 volatile *)SpinLock, 1) != 0) {
        Spins++;
        while (*(volatile KSPIN_LOCK *)SpinLock != 0) {
            YieldProcessor();
        }
    }
    KiTraceLock((PVOID)SpinLock, Spins, TRUE);
}

BOOLEAN NTAPI KeTryToAcquireSpinLockAtDpcLevel(PKSPIN_LOCK SpinLock)
{
    if (_InterlockedExchange64((__int64 volatile *)SpinLock, 1) != 0) {
        return FALSE;
    }
    KiTraceLock((PVOID)SpinLock, 0, TRUE);
    return TRUE;
}

VOID NTAPI KeReleaseSpinLockFromDpcLevel(PKSPIN_LOCK SpinLock)
{
    KiTraceLock((PVOID)SpinLock, 0, FALSE);
    *(volatile KSPIN_LOCK *)SpinLock = 0;
}

KIRQL NTAPI KeAcquireSpinLockRaiseToDpc(PKSPIN_LOCK SpinLock)
{
    KIRQL Old = KfRaiseIrql(DISPATCH_LEVEL);

    KeAcquireSpinLockAtDpcLevel(SpinLock);
    return Old;
}

VOID NTAPI KeReleaseSpinLock(PKSPIN_LOCK SpinLock, KIRQL NewIrql)
{
    KeReleaseSpinLockFromDpcLevel(SpinLock);
    KeLowerIrql(NewIrql);
}

BOOLEAN NTAPI KeTestSpinLock(PKSPIN_LOCK SpinLock)
{
    return *(volatile KSPIN_LOCK *)SpinLock == 0;
}

KIRQL NTAPI KeAcquireSpinLockForDpc(PKSPIN_LOCK SpinLock)
{
    return KeAcquireSpinLockRaiseToDpc(SpinLock);
}

VOID NTAPI KeReleaseSpinLockForDpc(PKSPIN_LOCK SpinLock, KIRQL OldIrql)
{
    KeReleaseSpinLock(SpinLock, OldIrql);
}

/* In-stack queued locks: this model spins on the word itself; the order of arrival is not kept. */
VOID FASTCALL KeAcquireInStackQueuedSpinLockAtDpcLevel(PKSPIN_LOCK SpinLock, PKLOCK_QUEUE_HANDLE LockHandle)
{
    LockHandle->LockQueue.Lock = SpinLock;
    LockHandle->LockQueue.Next = NULL;
    KeAcquireSpinLockAtDpcLevel(SpinLock);
}

VOID FASTCALL KeReleaseInStackQueuedSpinLockFromDpcLevel(PKLOCK_QUEUE_HANDLE LockHandle)
{
    KeReleaseSpinLockFromDpcLevel((PKSPIN_LOCK)LockHandle->LockQueue.Lock);
}

VOID FASTCALL KeAcquireInStackQueuedSpinLock(PKSPIN_LOCK SpinLock, PKLOCK_QUEUE_HANDLE LockHandle)
{
    LockHandle->OldIrql = KfRaiseIrql(DISPATCH_LEVEL);
    KeAcquireInStackQueuedSpinLockAtDpcLevel(SpinLock, LockHandle);
}

VOID FASTCALL KeReleaseInStackQueuedSpinLock(PKLOCK_QUEUE_HANDLE LockHandle)
{
    KeReleaseInStackQueuedSpinLockFromDpcLevel(LockHandle);
    KeLowerIrql(LockHandle->OldIrql);
}

/* ------------------------------------------------------------------ reader/writer spin locks */

#define KI_WRITER ((LONG)0x80000000)

VOID NTAPI ExAcquireSpinLockExclusiveAtDpcLevel(PEX_SPIN_LOCK SpinLock)
{
    ULONG Spins = 0;

    while (_InterlockedOr((long volatile *)SpinLock, KI_WRITER) & KI_WRITER) {
        Spins++;
        while (*(volatile LONG *)SpinLock & KI_WRITER) {
            YieldProcessor();
        }
    }
    while (*(volatile LONG *)SpinLock != KI_WRITER) {
        Spins++;
        YieldProcessor();
    }
    KiTraceLock((PVOID)SpinLock, Spins, TRUE);
}

VOID NTAPI ExReleaseSpinLockExclusiveFromDpcLevel(PEX_SPIN_LOCK SpinLock)
{
    KiTraceLock((PVOID)SpinLock, 0, FALSE);
    *(volatile LONG *)SpinLock = 0;
}

VOID NTAPI ExAcquireSpinLockSharedAtDpcLevel(PEX_SPIN_LOCK SpinLock)
{
    ULONG Spins = 0;
    LONG Seen;

    for (;;) {
        Seen = *(volatile LONG *)SpinLock;
        if (!(Seen & KI_WRITER) && _InterlockedCompareExchange((long volatile *)SpinLock, Seen + 1, Seen) == Seen) {
            break;
        }
        Spins++;
        YieldProcessor();
    }
    KiTraceLock((PVOID)SpinLock, Spins, TRUE);
}

VOID NTAPI ExReleaseSpinLockSharedFromDpcLevel(PEX_SPIN_LOCK SpinLock)
{
    KiTraceLock((PVOID)SpinLock, 0, FALSE);
    _InterlockedDecrement((long volatile *)SpinLock);
}

/* Of a reader: TRUE if it is the only one and is the writer now. */
LOGICAL NTAPI ExTryConvertSharedSpinLockExclusive(PEX_SPIN_LOCK SpinLock)
{
    return _InterlockedCompareExchange((long volatile *)SpinLock, KI_WRITER, 1) == 1;
}

KIRQL NTAPI ExAcquireSpinLockExclusive(PEX_SPIN_LOCK SpinLock)
{
    KIRQL Old = KfRaiseIrql(DISPATCH_LEVEL);

    ExAcquireSpinLockExclusiveAtDpcLevel(SpinLock);
    return Old;
}

VOID NTAPI ExReleaseSpinLockExclusive(PEX_SPIN_LOCK SpinLock, KIRQL OldIrql)
{
    ExReleaseSpinLockExclusiveFromDpcLevel(SpinLock);
    KeLowerIrql(OldIrql);
}

KIRQL NTAPI ExAcquireSpinLockShared(PEX_SPIN_LOCK SpinLock)
{
    KIRQL Old = KfRaiseIrql(DISPATCH_LEVEL);

    ExAcquireSpinLockSharedAtDpcLevel(SpinLock);
    return Old;
}

VOID NTAPI ExReleaseSpinLockShared(PEX_SPIN_LOCK SpinLock, KIRQL OldIrql)
{
    ExReleaseSpinLockSharedFromDpcLevel(SpinLock);
    KeLowerIrql(OldIrql);
}

/* ------------------------------------------------------------------ regions */

VOID NTAPI KeEnterCriticalRegion(VOID)
{
    KiGetCurrentThread()->KernelApcDisable -= 1;
}

static VOID KiCheckApcs(VOID)
{
    PKTHREAD Thread = KiGetCurrentThread();

    if (Thread->ApcState.KernelApcPending && Thread->SpecialApcDisable == 0) {
        KiRequestSoftwareInterrupt(APC_LEVEL);
    }
}

VOID NTAPI KeLeaveCriticalRegion(VOID)
{
    if (++KiGetCurrentThread()->KernelApcDisable == 0) {
        KiCheckApcs();
    }
}

VOID NTAPI KeEnterGuardedRegion(VOID)
{
    KiGetCurrentThread()->SpecialApcDisable -= 1;
}

VOID NTAPI KeLeaveGuardedRegion(VOID)
{
    if (++KiGetCurrentThread()->SpecialApcDisable == 0) {
        KiCheckApcs();
    }
}

BOOLEAN NTAPI KeAreApcsDisabled(VOID)
{
    PKTHREAD Thread = KiGetCurrentThread();

    return Thread->KernelApcDisable != 0 || Thread->SpecialApcDisable != 0;
}

BOOLEAN NTAPI KeAreAllApcsDisabled(VOID)
{
    return KiGetCurrentThread()->SpecialApcDisable != 0 || KeGetCurrentIrql() >= APC_LEVEL;
}

/* ------------------------------------------------------------------ fast and guarded mutexes. Count: 1 free, 0 held, below: waiters. */

static VOID KiWaitForMutexEvent(PKEVENT Event)
{
    KeWaitForSingleObject(Event, WrFastMutex, KernelMode, FALSE, NULL);
}

VOID FASTCALL ExAcquireFastMutexUnsafe(PFAST_MUTEX FastMutex)
{
    if (_InterlockedDecrement(&FastMutex->Count) < 0) {
        FastMutex->Contention += 1;
        KiWaitForMutexEvent(&FastMutex->Event);
    }
    FastMutex->Owner = KiGetCurrentThread();
}

VOID FASTCALL ExReleaseFastMutexUnsafe(PFAST_MUTEX FastMutex)
{
    FastMutex->Owner = NULL;
    if (_InterlockedIncrement(&FastMutex->Count) <= 0) {
        KeSetEvent(&FastMutex->Event, EVENT_INCREMENT, FALSE);
    }
}

VOID FASTCALL ExAcquireFastMutex(PFAST_MUTEX FastMutex)
{
    KIRQL Old = KfRaiseIrql(APC_LEVEL);

    ExAcquireFastMutexUnsafe(FastMutex);
    FastMutex->OldIrql = Old;
}

VOID FASTCALL ExReleaseFastMutex(PFAST_MUTEX FastMutex)
{
    KIRQL Old = (KIRQL)FastMutex->OldIrql;

    ExReleaseFastMutexUnsafe(FastMutex);
    KeLowerIrql(Old);
}

BOOLEAN FASTCALL ExTryToAcquireFastMutex(PFAST_MUTEX FastMutex)
{
    KIRQL Old = KfRaiseIrql(APC_LEVEL);

    if (_InterlockedCompareExchange(&FastMutex->Count, 0, 1) != 1) {
        KeLowerIrql(Old);
        return FALSE;
    }
    FastMutex->Owner = KiGetCurrentThread();
    FastMutex->OldIrql = Old;
    return TRUE;
}

VOID NTAPI KeInitializeGuardedMutex(PKGUARDED_MUTEX Mutex)
{
    Mutex->Count = 1;
    Mutex->Owner = NULL;
    Mutex->Contention = 0;
    KeInitializeEvent((PKEVENT)&Mutex->Gate, SynchronizationEvent, FALSE);
    Mutex->CombinedApcDisable = 0;
}

VOID NTAPI KeAcquireGuardedMutexUnsafe(PKGUARDED_MUTEX Mutex)
{
    if (_InterlockedDecrement(&Mutex->Count) < 0) {
        Mutex->Contention += 1;
        KiWaitForMutexEvent((PKEVENT)&Mutex->Gate);
    }
    Mutex->Owner = KiGetCurrentThread();
}

VOID NTAPI KeReleaseGuardedMutexUnsafe(PKGUARDED_MUTEX Mutex)
{
    Mutex->Owner = NULL;
    if (_InterlockedIncrement(&Mutex->Count) <= 0) {
        KeSetEvent((PKEVENT)&Mutex->Gate, EVENT_INCREMENT, FALSE);
    }
}

VOID NTAPI KeAcquireGuardedMutex(PKGUARDED_MUTEX Mutex)
{
    KeEnterGuardedRegion();
    KeAcquireGuardedMutexUnsafe(Mutex);
}

VOID NTAPI KeReleaseGuardedMutex(PKGUARDED_MUTEX Mutex)
{
    KeReleaseGuardedMutexUnsafe(Mutex);
    KeLeaveGuardedRegion();
}

BOOLEAN NTAPI KeTryToAcquireGuardedMutex(PKGUARDED_MUTEX Mutex)
{
    KeEnterGuardedRegion();
    if (_InterlockedCompareExchange(&Mutex->Count, 0, 1) != 1) {
        KeLeaveGuardedRegion();
        return FALSE;
    }
    Mutex->Owner = KiGetCurrentThread();
    return TRUE;
}
