/*
 * exlist.c: interlocked lists and counters, sequenced lists, lookaside lists.
 */
#include "exp.h"

/* ------------------------------------------------------------------ lists under a spin lock */

PLIST_ENTRY FASTCALL ExInterlockedInsertHeadList(PLIST_ENTRY ListHead, PLIST_ENTRY ListEntry, PKSPIN_LOCK Lock)
{
    PLIST_ENTRY First;
    KIRQL Irql;

    KeAcquireSpinLock(Lock, &Irql);
    First = IsListEmpty(ListHead) ? NULL : ListHead->Flink;
    InsertHeadList(ListHead, ListEntry);
    KeReleaseSpinLock(Lock, Irql);
    return First;
}

PLIST_ENTRY FASTCALL ExInterlockedInsertTailList(PLIST_ENTRY ListHead, PLIST_ENTRY ListEntry, PKSPIN_LOCK Lock)
{
    PLIST_ENTRY Last;
    KIRQL Irql;

    KeAcquireSpinLock(Lock, &Irql);
    Last = IsListEmpty(ListHead) ? NULL : ListHead->Blink;
    InsertTailList(ListHead, ListEntry);
    KeReleaseSpinLock(Lock, Irql);
    return Last;
}

PLIST_ENTRY FASTCALL ExInterlockedRemoveHeadList(PLIST_ENTRY ListHead, PKSPIN_LOCK Lock)
{
    PLIST_ENTRY Entry = NULL;
    KIRQL Irql;

    KeAcquireSpinLock(Lock, &Irql);
    if (!IsListEmpty(ListHead))
        Entry = RemoveHeadList(ListHead);
    KeReleaseSpinLock(Lock, Irql);
    return Entry;
}

PSINGLE_LIST_ENTRY FASTCALL ExInterlockedPopEntryList(PSINGLE_LIST_ENTRY ListHead, PKSPIN_LOCK Lock)
{
    PSINGLE_LIST_ENTRY Entry;
    KIRQL Irql;

    KeAcquireSpinLock(Lock, &Irql);
    Entry = PopEntryList(ListHead);
    KeReleaseSpinLock(Lock, Irql);
    return Entry;
}

PSINGLE_LIST_ENTRY FASTCALL ExInterlockedPushEntryList(PSINGLE_LIST_ENTRY ListHead, PSINGLE_LIST_ENTRY ListEntry, PKSPIN_LOCK Lock)
{
    PSINGLE_LIST_ENTRY First;
    KIRQL Irql;

    KeAcquireSpinLock(Lock, &Irql);
    First = ListHead->Next;
    PushEntryList(ListHead, ListEntry);
    KeReleaseSpinLock(Lock, Irql);
    return First;
}

LARGE_INTEGER NTAPI ExInterlockedAddLargeInteger(PLARGE_INTEGER Addend, LARGE_INTEGER Increment, PKSPIN_LOCK Lock)
{
    LARGE_INTEGER Old;
    KIRQL Irql;

    KeAcquireSpinLock(Lock, &Irql);
    Old = *Addend;
    Addend->QuadPart = Old.QuadPart + Increment.QuadPart;
    KeReleaseSpinLock(Lock, Irql);
    return Old;
}

ULONG FASTCALL ExInterlockedAddUlong(PULONG Addend, ULONG Increment, PKSPIN_LOCK Lock)
{
    ULONG Old;
    KIRQL Irql;

    KeAcquireSpinLock(Lock, &Irql);
    Old = *Addend;
    *Addend = Old + Increment;
    KeReleaseSpinLock(Lock, Irql);
    return Old;
}

/* ------------------------------------------------------------------ sequenced lists: push and pop are one step each (primitives) */

PSLIST_ENTRY NTAPI ExpInterlockedPopEntrySList(PSLIST_HEADER ListHead)
{
    return ExpPopSList(ListHead);
}

PSLIST_ENTRY NTAPI ExpInterlockedPushEntrySList(PSLIST_HEADER ListHead, PSLIST_ENTRY ListEntry)
{
    return ExpPushSList(ListHead, ListEntry);
}

PSLIST_ENTRY NTAPI ExpInterlockedFlushSList(PSLIST_HEADER ListHead)
{
    return ExpFlushSList(ListHead);
}

USHORT NTAPI ExQueryDepthSList(PSLIST_HEADER SListHead)
{
    return (USHORT)SListHead->HeaderX64.Depth;
}

VOID NTAPI ExInitializeSListHead(PSLIST_HEADER SListHead)
{
    InitializeSListHead(SListHead);
}

/* ------------------------------------------------------------------ lookaside lists */

static VOID ExpInitializeLookaside(PGENERAL_LOOKASIDE List, PALLOCATE_FUNCTION Allocate, PFREE_FUNCTION Free, POOL_TYPE Type, ULONG Flags,
                                   SIZE_T Size, ULONG Tag)
{
    RtlZeroMemory(List, sizeof(*List));
    InitializeSListHead(&List->ListHead);
    InitializeListHead(&List->ListEntry);
    List->Depth = 4;
    List->MaximumDepth = 256;
    List->Type = (POOL_TYPE)((ULONG)Type | (Flags & POOL_RAISE_IF_ALLOCATION_FAILURE));
    List->Tag = Tag;
    List->Size = (ULONG)(Size < sizeof(SLIST_ENTRY) ? sizeof(SLIST_ENTRY) : Size);
    List->Allocate = Allocate != NULL ? Allocate : ExAllocatePoolWithTag;
    List->Free = Free != NULL ? Free : ExFreePool;
}

static VOID ExpEmptyLookaside(PGENERAL_LOOKASIDE List)
{
    PSLIST_ENTRY Entry;

    while ((Entry = ExpPopSList(&List->ListHead)) != NULL)
        List->Free(Entry);
}

VOID NTAPI ExInitializeNPagedLookasideList(PNPAGED_LOOKASIDE_LIST Lookaside, PALLOCATE_FUNCTION Allocate, PFREE_FUNCTION Free, ULONG Flags,
                                           SIZE_T Size, ULONG Tag, USHORT Depth)
{
    UNREFERENCED_PARAMETER(Depth);
    ExpInitializeLookaside(&Lookaside->L, Allocate, Free, Flags & POOL_NX_ALLOCATION ? NonPagedPoolNx : NonPagedPool, Flags, Size, Tag);
}

VOID NTAPI ExDeleteNPagedLookasideList(PNPAGED_LOOKASIDE_LIST Lookaside)
{
    ExpEmptyLookaside(&Lookaside->L);
}

VOID NTAPI ExInitializePagedLookasideList(PPAGED_LOOKASIDE_LIST Lookaside, PALLOCATE_FUNCTION Allocate, PFREE_FUNCTION Free, ULONG Flags,
                                          SIZE_T Size, ULONG Tag, USHORT Depth)
{
    UNREFERENCED_PARAMETER(Depth);
    ExpInitializeLookaside(&Lookaside->L, Allocate, Free, PagedPool, Flags, Size, Tag);
}

VOID NTAPI ExDeletePagedLookasideList(PPAGED_LOOKASIDE_LIST Lookaside)
{
    ExpEmptyLookaside(&Lookaside->L);
}
