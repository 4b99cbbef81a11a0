/*
 * iomdl.c: memory descriptor lists: describing, locking and mapping the pages of a buffer. The frame numbers stand behind the MDL. Page
 * tables and frame counts are kernel/memory's (primitives); faults are raised here, page by page, so that they name the address.
 */
#include "iop.h"

#define IOP_TAG_MDL ' ldM'

PMDL NTAPI IoAllocateMdl(PVOID VirtualAddress, ULONG Length, BOOLEAN SecondaryBuffer, BOOLEAN ChargeQuota, PIRP Irp)
{
    SIZE_T Size = MmSizeOfMdl(VirtualAddress, Length);
    PMDL Mdl, Last;

    UNREFERENCED_PARAMETER(ChargeQuota);
    if (Size > MAXSHORT)
        return NULL;
    Mdl = ExAllocatePool2(POOL_FLAG_NON_PAGED | POOL_FLAG_UNINITIALIZED, Size, IOP_TAG_MDL);
    if (Mdl == NULL)
        return NULL;
    MmInitializeMdl(Mdl, VirtualAddress, Length);
    Mdl->AllocationProcessorNumber = 0;
    Mdl->Reserved = 0;
    Mdl->Process = NULL;
    Mdl->MappedSystemVa = NULL;
    if (Irp == NULL)
        return Mdl;
    if (!SecondaryBuffer || Irp->MdlAddress == NULL)
        Irp->MdlAddress = Mdl;
    else {
        for (Last = Irp->MdlAddress; Last->Next != NULL; Last = Last->Next)
            ;
        Last->Next = Mdl;
    }
    return Mdl;
}

VOID NTAPI IoFreeMdl(PMDL Mdl)
{
    if (Mdl->MdlFlags & MDL_PARTIAL_HAS_BEEN_MAPPED)
        MmUnmapLockedPages(Mdl->MappedSystemVa, Mdl);
    ExFreePoolWithTag(Mdl, IOP_TAG_MDL);
}

SIZE_T NTAPI MmSizeOfMdl(PVOID Base, SIZE_T Length)
{
    return sizeof(MDL) + ADDRESS_AND_SIZE_TO_SPAN_PAGES(Base, Length) * sizeof(PFN_NUMBER);
}

VOID NTAPI IoBuildPartialMdl(PMDL SourceMdl, PMDL TargetMdl, PVOID VirtualAddress, ULONG Length)
{
    ULONG_PTR Offset = (ULONG_PTR)VirtualAddress - (ULONG_PTR)SourceMdl->StartVa - SourceMdl->ByteOffset;
    PPFN_NUMBER Source, Target;
    ULONG Pages, i;

    if (Length == 0)
        Length = SourceMdl->ByteCount - (ULONG)Offset;
    TargetMdl->MdlFlags = (TargetMdl->MdlFlags & (MDL_ALLOCATED_FIXED_SIZE | MDL_ALLOCATED_MUST_SUCCEED)) |
                          (SourceMdl->MdlFlags & (MDL_SOURCE_IS_NONPAGED_POOL | MDL_MAPPED_TO_SYSTEM_VA | MDL_IO_PAGE_READ)) | MDL_PARTIAL;
    TargetMdl->Process = SourceMdl->Process;
    TargetMdl->StartVa = PAGE_ALIGN(VirtualAddress);
    TargetMdl->ByteOffset = BYTE_OFFSET(VirtualAddress);
    TargetMdl->ByteCount = Length;
    TargetMdl->MappedSystemVa = (PUCHAR)SourceMdl->MappedSystemVa + Offset;
    Pages = (ULONG)ADDRESS_AND_SIZE_TO_SPAN_PAGES(VirtualAddress, Length);
    Source = MmGetMdlPfnArray(SourceMdl) + ((ULONG_PTR)TargetMdl->StartVa - (ULONG_PTR)SourceMdl->StartVa) / PAGE_SIZE;
    Target = MmGetMdlPfnArray(TargetMdl);
    for (i = 0; i < Pages; i++)
        Target[i] = Source[i];
}

VOID NTAPI MmBuildMdlForNonPagedPool(PMDL Mdl)
{
    Mdl->Process = NULL;
    Mdl->MappedSystemVa = MmGetMdlVirtualAddress(Mdl);
    Mdl->MdlFlags |= MDL_SOURCE_IS_NONPAGED_POOL;
    IopFillMdlPages(Mdl);
}

VOID NTAPI MmProbeAndLockPages(PMDL Mdl, KPROCESSOR_MODE AccessMode, LOCK_OPERATION Operation)
{
    BOOLEAN Write = Operation != IoReadAccess;
    PUCHAR Start = MmGetMdlVirtualAddress(Mdl), End = Start + Mdl->ByteCount, Page;
    BOOLEAN User = (ULONG_PTR)Start <= MmUserProbeAddress;
    NTSTATUS Status;

    if (AccessMode != KernelMode && (End < Start || (ULONG_PTR)End > MmUserProbeAddress))
        ExRaiseStatus(STATUS_ACCESS_VIOLATION);
    /* Touch each page: what is not there is brought in or raises. Writing is tried with an operation that changes nothing. */
    for (Page = Start; Page < End; Page = (PUCHAR)PAGE_ALIGN(Page) + PAGE_SIZE) {
        if (Write)
            _InterlockedOr8((char volatile *)Page, 0);
        else
            (VOID)*(volatile UCHAR *)Page;
    }
    Mdl->Process = User ? PsGetCurrentProcess() : NULL;
    Status = IopLockMdlPages(Mdl, Write, AccessMode != KernelMode);
    if (!NT_SUCCESS(Status)) {
        Mdl->Process = NULL;
        ExRaiseStatus(Status);
    }
    Mdl->MdlFlags |= MDL_PAGES_LOCKED | (Write ? MDL_WRITE_OPERATION : 0);
}

VOID NTAPI MmUnlockPages(PMDL Mdl)
{
    if ((Mdl->MdlFlags & MDL_PAGES_LOCKED) == 0)
        KeBugCheckEx(PFN_LIST_CORRUPT, 0x7, (ULONG_PTR)MmGetMdlPfnArray(Mdl)[0], 0, 0);
    if (Mdl->MdlFlags & MDL_MAPPED_TO_SYSTEM_VA)
        MmUnmapLockedPages(Mdl->MappedSystemVa, Mdl);
    IopUnlockMdlPages(Mdl);
    Mdl->MdlFlags &= ~(MDL_PAGES_LOCKED | MDL_WRITE_OPERATION);
    Mdl->Process = NULL;
}

/* Model: mappings are for the system only; a mapping into the caller's process raises as it does on Windows when there is no room. */
PVOID NTAPI MmMapLockedPagesSpecifyCache(PMDL Mdl, KPROCESSOR_MODE AccessMode, MEMORY_CACHING_TYPE CacheType, PVOID RequestedAddress,
                                         ULONG BugCheckOnFailure, ULONG Priority)
{
    PUCHAR Base;

    UNREFERENCED_PARAMETER(CacheType);
    UNREFERENCED_PARAMETER(RequestedAddress);
    UNREFERENCED_PARAMETER(Priority);
    if (AccessMode != KernelMode)
        ExRaiseStatus(STATUS_INSUFFICIENT_RESOURCES);
    Base = IopMapMdlPages(Mdl);
    if (Base == NULL) {
        if (BugCheckOnFailure)
            KeBugCheckEx(NO_MORE_SYSTEM_PTES, 0, ADDRESS_AND_SIZE_TO_SPAN_PAGES(MmGetMdlVirtualAddress(Mdl), Mdl->ByteCount), 0, 0);
        return NULL;
    }
    Mdl->MappedSystemVa = Base + Mdl->ByteOffset;
    Mdl->MdlFlags |= MDL_MAPPED_TO_SYSTEM_VA;
    if (Mdl->MdlFlags & MDL_PARTIAL)
        Mdl->MdlFlags |= MDL_PARTIAL_HAS_BEEN_MAPPED;
    return Mdl->MappedSystemVa;
}

PVOID NTAPI MmMapLockedPages(PMDL Mdl, KPROCESSOR_MODE AccessMode)
{
    return MmMapLockedPagesSpecifyCache(Mdl, AccessMode, MmCached, NULL, TRUE, HighPagePriority);
}

VOID NTAPI MmUnmapLockedPages(PVOID BaseAddress, PMDL Mdl)
{
    if ((Mdl->MdlFlags & MDL_MAPPED_TO_SYSTEM_VA) == 0)
        return;
    Mdl->MdlFlags &= ~(MDL_MAPPED_TO_SYSTEM_VA | MDL_PARTIAL_HAS_BEEN_MAPPED);
    Mdl->MappedSystemVa = NULL;
    IopUnmapMdlPages(PAGE_ALIGN(BaseAddress), (ULONG)ADDRESS_AND_SIZE_TO_SPAN_PAGES(MmGetMdlVirtualAddress(Mdl), Mdl->ByteCount));
}
