/*
 * ke-resource.c: executive resources (shared or exclusive), push locks, run-down protection. Built on the dispatcher's objects; a spin lock
 * guards each resource's counts. Waiters are served exclusive first when the resource becomes free, so that writers do not starve.
 */
#include "iop.h"

/* ------------------------------------------------------------------ resources. ActiveCount: owners; Flag says whether exclusive. */


NTSTATUS NTAPI ExInitializeResourceLite(PERESOURCE Resource)
{
    RtlZeroMemory(Resource, sizeof(*Resource));
    KeInitializeSpinLock(&Resource->SpinLock);
    return STATUS_SUCCESS;
}

NTSTATUS NTAPI ExReinitializeResourceLite(PERESOURCE Resource)
{
    return ExInitializeResourceLite(Resource);
}

NTSTATUS NTAPI ExDeleteResourceLite(PERESOURCE Resource)
{
    if (Resource->SharedWaiters != NULL) {
        ExFreePool((PVOID)Resource->SharedWaiters);
    }
    if (Resource->ExclusiveWaiters != NULL) {
        ExFreePool((PVOID)Resource->ExclusiveWaiters);
    }
    RtlZeroMemory(Resource, sizeof(*Resource));
    return STATUS_SUCCESS;
}

/* The objects that waiters wait for are made when the first one comes. */
static BOOLEAN ExpPrepareWaiters(PERESOURCE Resource)
{
    PKSEMAPHORE Shared;
    PKEVENT Exclusive;
    KIRQL Irql;

    if (Resource->SharedWaiters != NULL) {
        return TRUE;
    }
    Shared = (PKSEMAPHORE)ExAllocatePool2(POOL_FLAG_NON_PAGED, sizeof(KSEMAPHORE), 'seRx');
    Exclusive = (PKEVENT)ExAllocatePool2(POOL_FLAG_NON_PAGED, sizeof(KEVENT), 'seRx');
    if (Shared == NULL || Exclusive == NULL) {
        return FALSE;
    }
    KeInitializeSemaphore(Shared, 0, MAXLONG);
    KeInitializeEvent(Exclusive, SynchronizationEvent, FALSE);
    KeAcquireSpinLock(&Resource->SpinLock, &Irql);
    if (Resource->SharedWaiters == NULL) {
        Resource->ExclusiveWaiters = Exclusive;
        Resource->SharedWaiters = Shared;
        Shared = NULL;
    }
    KeReleaseSpinLock(&Resource->SpinLock, Irql);
    if (Shared != NULL) {
        ExFreePool(Shared);
        ExFreePool(Exclusive);
    }
    return TRUE;
}

static BOOLEAN ExpIsOwner(PERESOURCE Resource)
{
    return (Resource->Flag & ResourceOwnedExclusive) && Resource->OwnerEntry.OwnerThread == (ERESOURCE_THREAD)KiGetCurrentThread();
}

BOOLEAN NTAPI ExAcquireResourceExclusiveLite(PERESOURCE Resource, BOOLEAN Wait)
{
    KIRQL Irql;

    if (Wait && !ExpPrepareWaiters(Resource)) {
        ExRaiseStatus(STATUS_INSUFFICIENT_RESOURCES);
    }
    KeAcquireSpinLock(&Resource->SpinLock, &Irql);
    if (Resource->ActiveCount == 0) {
        Resource->Flag |= ResourceOwnedExclusive;
        Resource->OwnerEntry.OwnerThread = (ERESOURCE_THREAD)KiGetCurrentThread();
        Resource->OwnerEntry.OwnerCount = 1;
        Resource->ActiveCount = 1;
    } else if (ExpIsOwner(Resource)) {
        Resource->OwnerEntry.OwnerCount += 1;
    } else if (!Wait) {
        KeReleaseSpinLock(&Resource->SpinLock, Irql);
        return FALSE;
    } else {
        Resource->NumberOfExclusiveWaiters += 1;
        Resource->ContentionCount += 1;
        KeReleaseSpinLock(&Resource->SpinLock, Irql);
        KeWaitForSingleObject((PVOID)Resource->ExclusiveWaiters, WrResource, KernelMode, FALSE, NULL);
        /* The releaser has made the resource this thread's. */
        Resource->OwnerEntry.OwnerThread = (ERESOURCE_THREAD)KiGetCurrentThread();
        return TRUE;
    }
    KeReleaseSpinLock(&Resource->SpinLock, Irql);
    return TRUE;
}

BOOLEAN NTAPI ExAcquireResourceSharedLite(PERESOURCE Resource, BOOLEAN Wait)
{
    KIRQL Irql;

    if (Wait && !ExpPrepareWaiters(Resource)) {
        ExRaiseStatus(STATUS_INSUFFICIENT_RESOURCES);
    }
    KeAcquireSpinLock(&Resource->SpinLock, &Irql);
    if (ExpIsOwner(Resource)) {
        Resource->OwnerEntry.OwnerCount += 1;
    } else if (!(Resource->Flag & ResourceOwnedExclusive) && Resource->NumberOfExclusiveWaiters == 0) {
        Resource->ActiveCount += 1;
    } else if (!Wait) {
        KeReleaseSpinLock(&Resource->SpinLock, Irql);
        return FALSE;
    } else {
        Resource->NumberOfSharedWaiters += 1;
        Resource->ContentionCount += 1;
        KeReleaseSpinLock(&Resource->SpinLock, Irql);
        KeWaitForSingleObject((PVOID)Resource->SharedWaiters, WrResource, KernelMode, FALSE, NULL);
        return TRUE;
    }
    KeReleaseSpinLock(&Resource->SpinLock, Irql);
    return TRUE;
}

/* With the lock held: the resource is free, the next owners are let in. */
static VOID ExpGrantResource(PERESOURCE Resource)
{
    Resource->Flag &= ~ResourceOwnedExclusive;
    Resource->OwnerEntry.OwnerThread = 0;
    Resource->OwnerEntry.OwnerCount = 0;
    if (Resource->NumberOfExclusiveWaiters != 0) {
        Resource->NumberOfExclusiveWaiters -= 1;
        Resource->Flag |= ResourceOwnedExclusive;
        Resource->OwnerEntry.OwnerCount = 1;
        Resource->ActiveCount = 1;
        KeSetEvent((PKEVENT)Resource->ExclusiveWaiters, 0, FALSE);
    } else if (Resource->NumberOfSharedWaiters != 0) {
        LONG Waiters = (LONG)Resource->NumberOfSharedWaiters;
        Resource->NumberOfSharedWaiters = 0;
        Resource->ActiveCount = (SHORT)Waiters;
        KeReleaseSemaphore((PKSEMAPHORE)Resource->SharedWaiters, 0, Waiters, FALSE);
    }
}

VOID FASTCALL ExReleaseResourceLite(PERESOURCE Resource)
{
    KIRQL Irql;

    KeAcquireSpinLock(&Resource->SpinLock, &Irql);
    if (Resource->ActiveCount <= 0) {
        KeBugCheckEx(RESOURCE_NOT_OWNED, (ULONG_PTR)Resource, (ULONG_PTR)KiGetCurrentThread(), 0, 0);
    }
    if (Resource->Flag & ResourceOwnedExclusive) {
        Resource->OwnerEntry.OwnerCount -= 1;
        if (Resource->OwnerEntry.OwnerCount == 0) {
            Resource->ActiveCount = 0;
            ExpGrantResource(Resource);
        }
    } else {
        Resource->ActiveCount -= 1;
        if (Resource->ActiveCount == 0) {
            ExpGrantResource(Resource);
        }
    }
    KeReleaseSpinLock(&Resource->SpinLock, Irql);
}

VOID NTAPI ExReleaseResourceForThreadLite(PERESOURCE Resource, ERESOURCE_THREAD ResourceThreadId)
{
    UNREFERENCED_PARAMETER(ResourceThreadId);
    ExReleaseResourceLite(Resource);
}

VOID NTAPI ExConvertExclusiveToSharedLite(PERESOURCE Resource)
{
    KIRQL Irql;

    KeAcquireSpinLock(&Resource->SpinLock, &Irql);
    Resource->Flag &= ~ResourceOwnedExclusive;
    Resource->OwnerEntry.OwnerThread = 0;
    Resource->ActiveCount = 1;
    if (Resource->NumberOfSharedWaiters != 0) {
        LONG Waiters = (LONG)Resource->NumberOfSharedWaiters;
        Resource->NumberOfSharedWaiters = 0;
        Resource->ActiveCount += (SHORT)Waiters;
        KeReleaseSemaphore((PKSEMAPHORE)Resource->SharedWaiters, 0, Waiters, FALSE);
    }
    KeReleaseSpinLock(&Resource->SpinLock, Irql);
}

BOOLEAN NTAPI ExIsResourceAcquiredExclusiveLite(PERESOURCE Resource)
{
    return ExpIsOwner(Resource);
}

/* Owners of shared access are counted, not named, in this model. */
ULONG NTAPI ExIsResourceAcquiredSharedLite(PERESOURCE Resource)
{
    if (Resource->Flag & ResourceOwnedExclusive) {
        return ExpIsOwner(Resource) ? Resource->OwnerEntry.OwnerCount : 0;
    }
    return (ULONG)Resource->ActiveCount;
}

ULONG NTAPI ExGetExclusiveWaiterCount(PERESOURCE Resource)
{
    return Resource->NumberOfExclusiveWaiters;
}

ULONG NTAPI ExGetSharedWaiterCount(PERESOURCE Resource)
{
    return Resource->NumberOfSharedWaiters;
}

PVOID NTAPI ExEnterCriticalRegionAndAcquireResourceExclusive(PERESOURCE Resource)
{
    KeEnterCriticalRegion();
    ExAcquireResourceExclusiveLite(Resource, TRUE);
    return NULL;
}

PVOID NTAPI ExEnterCriticalRegionAndAcquireResourceShared(PERESOURCE Resource)
{
    KeEnterCriticalRegion();
    ExAcquireResourceSharedLite(Resource, TRUE);
    return NULL;
}

VOID FASTCALL ExReleaseResourceAndLeaveCriticalRegion(PERESOURCE Resource)
{
    ExReleaseResourceLite(Resource);
    KeLeaveCriticalRegion();
}

/* ------------------------------------------------------------------ run-down protection. Count: users * 2, bit 0: run down. */

VOID FASTCALL ExInitializeRundownProtection(PEX_RUNDOWN_REF RunRef)
{
    RunRef->Count = 0;
}

VOID FASTCALL ExReInitializeRundownProtection(PEX_RUNDOWN_REF RunRef)
{
    RunRef->Count = 0;
}

BOOLEAN FASTCALL ExAcquireRundownProtection(PEX_RUNDOWN_REF RunRef)
{
    __int64 Old;

    do {
        Old = (__int64)*(volatile ULONG_PTR *)&RunRef->Count;
        if (Old & 1) {
            return FALSE;
        }
    } while (_InterlockedCompareExchange64((__int64 volatile *)&RunRef->Count, Old + 2, Old) != Old);
    return TRUE;
}

VOID FASTCALL ExReleaseRundownProtection(PEX_RUNDOWN_REF RunRef)
{
    _InterlockedExchangeAdd64((__int64 volatile *)&RunRef->Count, -2);
}

VOID FASTCALL ExRundownCompleted(PEX_RUNDOWN_REF RunRef)
{
    RunRef->Count = 1;
}

/* Looks again at every clock tick (real systems are told by the last user). */
VOID FASTCALL ExWaitForRundownProtectionRelease(PEX_RUNDOWN_REF RunRef)
{
    LARGE_INTEGER Tick;

    Tick.QuadPart = -(LONGLONG)KeQueryTimeIncrement();
    _InterlockedOr64((__int64 volatile *)&RunRef->Count, 1);
    while (*(volatile ULONG_PTR *)&RunRef->Count != 1) {
        KeDelayExecutionThread(KernelMode, FALSE, &Tick);
    }
}
