/*
 * expool.c: pool allocation as drivers call it. Owns ExpPool and ExpPoolPages; the block arithmetic is one primitive each way
 * (kernel/executive/pool.ts). What is checked here is what the documentation says of IRQL, pool type and size.
 */
#include "exp.h"

POOL_DESCRIPTOR ExpPool[EXP_POOL_COUNT];
POOL_PAGE ExpPoolPages[EXP_POOL_PAGES];

VOID ExpInitializePool(VOID)
{
    ULONG Pool, List;

    for (Pool = 0; Pool < EXP_POOL_COUNT; Pool++) {
        ExpPool[Pool].PoolIndex = Pool;
        for (List = 0; List < EXP_POOL_LISTS; List++)
            InitializeListHead(&ExpPool[Pool].ListHeads[List]);
    }
}

static VOID ExpBadPool(PEXP_POOL_ERROR Error)
{
    KeBugCheckEx(Error->Code, Error->P1, (ULONG_PTR)Error->P2, (ULONG_PTR)Error->P3, (ULONG_PTR)Error->P4);
}

static PVOID ExpAllocate(ULONG PoolIndex, ULONG PoolType, SIZE_T NumberOfBytes, ULONG Tag, BOOLEAN Zero, BOOLEAN Raise)
{
    EXP_POOL_ERROR Error;
    PVOID Block;
    KIRQL Irql = KeGetCurrentIrql();

    if (Irql > (PoolIndex == EXP_POOL_PAGED ? APC_LEVEL : DISPATCH_LEVEL))
        KeBugCheckEx(BAD_POOL_CALLER, 0x8, Irql, PoolType, NumberOfBytes);
    Error.Code = 0;
    Block = ExpAllocateBlock(PoolIndex, NumberOfBytes, Tag, Zero, &Error);
    if (Error.Code != 0)
        ExpBadPool(&Error);
    if (Block == NULL && Raise)
        ExRaiseStatus(STATUS_INSUFFICIENT_RESOURCES);
    return Block;
}

PVOID NTAPI ExAllocatePool2(POOL_FLAGS Flags, SIZE_T NumberOfBytes, ULONG Tag)
{
    ULONG PoolIndex, PoolType;
    BOOLEAN Raise = (Flags & POOL_FLAG_RAISE_ON_FAILURE) != 0;

    switch (Flags & (POOL_FLAG_NON_PAGED | POOL_FLAG_NON_PAGED_EXECUTE | POOL_FLAG_PAGED)) {
    case POOL_FLAG_NON_PAGED:
        PoolIndex = EXP_POOL_NONPAGED_NX;
        PoolType = NonPagedPoolNx;
        break;
    case POOL_FLAG_NON_PAGED_EXECUTE:
        PoolIndex = EXP_POOL_NONPAGED;
        PoolType = NonPagedPool;
        break;
    case POOL_FLAG_PAGED:
        PoolIndex = EXP_POOL_PAGED;
        PoolType = PagedPool;
        break;
    default: /* exactly one of the three is required */
        Tag = 0;
        PoolIndex = 0;
        PoolType = 0;
        break;
    }
    if (Tag == 0) {
        if (Raise)
            ExRaiseStatus(STATUS_INVALID_PARAMETER);
        return NULL;
    }
    return ExpAllocate(PoolIndex, PoolType, NumberOfBytes, Tag, (Flags & POOL_FLAG_UNINITIALIZED) == 0, Raise);
}

PVOID NTAPI ExAllocatePoolWithTag(POOL_TYPE PoolType, SIZE_T NumberOfBytes, ULONG Tag)
{
    ULONG Type = (ULONG)PoolType;
    ULONG PoolIndex = EXP_POOL_NONPAGED;

    if (Type & PagedPool)
        PoolIndex = EXP_POOL_PAGED;
    else if (Type & NonPagedPoolNx)
        PoolIndex = EXP_POOL_NONPAGED_NX;
    return ExpAllocate(PoolIndex, Type, NumberOfBytes, Tag, (Type & POOL_ZERO_ALLOCATION) != 0,
                       (Type & POOL_RAISE_IF_ALLOCATION_FAILURE) != 0);
}

PVOID NTAPI ExAllocatePoolWithTagPriority(POOL_TYPE PoolType, SIZE_T NumberOfBytes, ULONG Tag, EX_POOL_PRIORITY Priority)
{
    UNREFERENCED_PARAMETER(Priority);
    return ExAllocatePoolWithTag(PoolType, NumberOfBytes, Tag);
}

PVOID NTAPI ExAllocatePool(POOL_TYPE PoolType, SIZE_T NumberOfBytes)
{
    return ExAllocatePoolWithTag(PoolType, NumberOfBytes, 'enoN');
}

/* Quota is not charged in this model; the call differs in that it raises where the others return NULL. */
PVOID NTAPI ExAllocatePoolWithQuotaTag(POOL_TYPE PoolType, SIZE_T NumberOfBytes, ULONG Tag)
{
    ULONG Type = (ULONG)PoolType;

    if ((Type & POOL_QUOTA_FAIL_INSTEAD_OF_RAISE) == 0)
        Type |= POOL_RAISE_IF_ALLOCATION_FAILURE;
    return ExAllocatePoolWithTag((POOL_TYPE)(Type & ~POOL_QUOTA_FAIL_INSTEAD_OF_RAISE), NumberOfBytes, Tag);
}

PVOID NTAPI ExAllocatePoolWithQuota(POOL_TYPE PoolType, SIZE_T NumberOfBytes)
{
    return ExAllocatePoolWithQuotaTag(PoolType, NumberOfBytes, 'enoN');
}

VOID NTAPI ExFreePoolWithTag(PVOID P, ULONG Tag)
{
    EXP_POOL_ERROR Error;
    KIRQL Irql = KeGetCurrentIrql();

    if (Irql > DISPATCH_LEVEL)
        KeBugCheckEx(BAD_POOL_CALLER, 0x9, Irql, 0, (ULONG_PTR)P);
    Error.Code = 0;
    if (!ExpFreeBlock(P, Tag, Irql, &Error))
        ExpBadPool(&Error);
}

VOID NTAPI ExFreePool(PVOID P)
{
    ExFreePoolWithTag(P, 0);
}

VOID NTAPI ExFreePool2(PVOID P, ULONG Tag, PVOID ExtendedParameters, ULONG Count)
{
    UNREFERENCED_PARAMETER(ExtendedParameters);
    UNREFERENCED_PARAMETER(Count);
    ExFreePoolWithTag(P, Tag);
}
