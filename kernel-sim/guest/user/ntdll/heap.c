/*
 * heap.c: heaps of a process. Segments of 64 KB are cut into blocks with a 16-byte header before each, neighbours are merged when freed; free
 * blocks wait in lists by size. Larger requests get pages of their own. A header that is not what it should be (double free, overrun,
 * stray pointer) raises STATUS_HEAP_CORRUPTION. All blocks are aligned to 16 bytes.
 */
#define _NTSYSTEM_
#include "native.h"

#define HEAP_SEGMENT_BYTES 0x10000
#define HEAP_LARGE_BYTES   0xC000
#define HEAP_UNIT          16
#define HEAP_LISTS         64
#define HEAP_MOST_ALIGNMENT 4096 /* a region starts in its first page */

#define HEAP_SIGNATURE 0x50414548
#define HEAP_USED      0xA110CA7E
#define HEAP_UNUSED    0xF4EEB10C
#define HEAP_LARGE     0xB16B10C5

/* Sizes of blocks in bytes, headers included; PreviousBytes 0: first in its segment. */
typedef struct _HEAP_BLOCK {
    ULONG Bytes;
    ULONG PreviousBytes;
    ULONG State;
    ULONG Slack; /* of a used block: bytes behind what was asked for */
} HEAP_BLOCK, *PHEAP_BLOCK;

typedef struct _HEAP_FREE_BLOCK {
    HEAP_BLOCK Header;
    LIST_ENTRY Links;
} HEAP_FREE_BLOCK, *PHEAP_FREE_BLOCK;

/* Starts every region of pages: segments, and large blocks (whose header is the last thing in it). */
typedef struct _HEAP_REGION {
    LIST_ENTRY Links;
    SIZE_T Bytes;
    SIZE_T Requested;
    HEAP_BLOCK Header;
} HEAP_REGION, *PHEAP_REGION;

typedef struct _LAB_HEAP {
    ULONG Signature;
    ULONG Flags;
    RTL_CRITICAL_SECTION Lock;
    LIST_ENTRY Regions;
    LIST_ENTRY Free[HEAP_LISTS]; /* by size in units; the last holds all that are larger */
} LAB_HEAP, *PLAB_HEAP;

static PLAB_HEAP RtlpProcessHeap;

/* ------------------------------------------------------------------ lists */

static VOID RtlpInitializeList(PLIST_ENTRY Head)
{
    Head->Flink = Head;
    Head->Blink = Head;
}

static VOID RtlpInsertHead(PLIST_ENTRY Head, PLIST_ENTRY Entry)
{
    Entry->Flink = Head->Flink;
    Entry->Blink = Head;
    Head->Flink->Blink = Entry;
    Head->Flink = Entry;
}

static VOID RtlpHeapCorrupt(VOID)
{
    RtlRaiseStatus(STATUS_HEAP_CORRUPTION);
}

static VOID RtlpRemove(PLIST_ENTRY Entry)
{
    if (Entry->Flink->Blink != Entry || Entry->Blink->Flink != Entry) {
        RtlpHeapCorrupt();
    }
    Entry->Blink->Flink = Entry->Flink;
    Entry->Flink->Blink = Entry->Blink;
}

/* ------------------------------------------------------------------ blocks */

static PHEAP_BLOCK RtlpNextBlock(PHEAP_BLOCK Block)
{
    return (PHEAP_BLOCK)((PUCHAR)Block + Block->Bytes);
}

static PHEAP_BLOCK RtlpPreviousBlock(PHEAP_BLOCK Block)
{
    return (PHEAP_BLOCK)((PUCHAR)Block - Block->PreviousBytes);
}

static ULONG RtlpListOf(ULONG Bytes)
{
    ULONG Units = Bytes / HEAP_UNIT;

    return Units < HEAP_LISTS - 1 ? Units : HEAP_LISTS - 1;
}

static VOID RtlpMakeFree(PLAB_HEAP Heap, PHEAP_BLOCK Block)
{
    Block->State = HEAP_UNUSED;
    RtlpNextBlock(Block)->PreviousBytes = Block->Bytes;
    RtlpInsertHead(&Heap->Free[RtlpListOf(Block->Bytes)], &((PHEAP_FREE_BLOCK)Block)->Links);
}

/* The header of a block in use that Pointer belongs to; raises if there is none. */
static PHEAP_BLOCK RtlpUsedBlock(PVOID Pointer)
{
    PHEAP_BLOCK Block = (PHEAP_BLOCK)Pointer - 1;

    if (((ULONG_PTR)Pointer & (HEAP_UNIT - 1)) != 0 || (Block->State != HEAP_USED && Block->State != HEAP_LARGE)) {
        RtlpHeapCorrupt();
    }
    if (Block->State == HEAP_USED && RtlpNextBlock(Block)->PreviousBytes != Block->Bytes) {
        RtlpHeapCorrupt();
    }
    return Block;
}

static PHEAP_REGION RtlpAllocateRegion(PLAB_HEAP Heap, SIZE_T Bytes)
{
    PHEAP_REGION Region = NULL;

    if (!NT_SUCCESS(NtAllocateVirtualMemory(NtCurrentProcess(), (PVOID *)&Region, 0, &Bytes, MEM_RESERVE | MEM_COMMIT, PAGE_READWRITE))) {
        return NULL;
    }
    Region->Bytes = Bytes;
    RtlpInsertHead(&Heap->Regions, &Region->Links);
    return Region;
}

static VOID RtlpFreeRegion(PHEAP_REGION Region)
{
    SIZE_T Size = 0;
    PVOID Pages = (PVOID)((ULONG_PTR)Region & ~(ULONG_PTR)(HEAP_MOST_ALIGNMENT - 1));

    RtlpRemove(&Region->Links);
    NtFreeVirtualMemory(NtCurrentProcess(), &Pages, &Size, MEM_RELEASE);
}

/* A segment is one free block, and a header without room at its end that stops merging. */
static BOOLEAN RtlpAddSegment(PLAB_HEAP Heap)
{
    PHEAP_REGION Region = RtlpAllocateRegion(Heap, HEAP_SEGMENT_BYTES);
    PHEAP_BLOCK Block;

    if (Region == NULL) {
        return FALSE;
    }
    Block = &Region->Header;
    Block->Bytes = (ULONG)(HEAP_SEGMENT_BYTES - FIELD_OFFSET(HEAP_REGION, Header) - sizeof(HEAP_BLOCK));
    Block->PreviousBytes = 0;
    RtlpNextBlock(Block)->State = HEAP_USED;
    RtlpMakeFree(Heap, Block);
    return TRUE;
}

static PVOID RtlpAllocateLarge(PLAB_HEAP Heap, SIZE_T Size)
{
    PHEAP_REGION Region;

    if (Size > Size + sizeof(HEAP_REGION)) {
        return NULL;
    }
    Region = RtlpAllocateRegion(Heap, Size + sizeof(HEAP_REGION));
    if (Region == NULL) {
        return NULL;
    }
    Region->Requested = Size;
    Region->Header.State = HEAP_LARGE;
    return Region + 1;
}

/* Pages of its own, in which the region starts so late that the block is aligned. */
static PVOID RtlpAllocateAligned(PLAB_HEAP Heap, SIZE_T Size, SIZE_T Alignment)
{
    PHEAP_REGION Region, Moved;
    SIZE_T Bytes;

    if (Size > Size + Alignment + sizeof(HEAP_REGION)) {
        return NULL;
    }
    Region = RtlpAllocateRegion(Heap, Size + Alignment + sizeof(HEAP_REGION));
    if (Region == NULL) {
        return NULL;
    }
    Bytes = Region->Bytes;
    RtlpRemove(&Region->Links);
    Moved = (PHEAP_REGION)(((ULONG_PTR)(Region + 1) + Alignment - 1) & ~(ULONG_PTR)(Alignment - 1)) - 1;
    Moved->Bytes = Bytes;
    Moved->Requested = Size;
    Moved->Header.State = HEAP_LARGE;
    RtlpInsertHead(&Heap->Regions, &Moved->Links);
    return Moved + 1;
}

static PHEAP_BLOCK RtlpFindFree(PLAB_HEAP Heap, ULONG Bytes)
{
    ULONG List;
    PLIST_ENTRY Link;

    for (List = RtlpListOf(Bytes); List < HEAP_LISTS; List++) {
        for (Link = Heap->Free[List].Flink; Link != &Heap->Free[List]; Link = Link->Flink) {
            PHEAP_BLOCK Block = &CONTAINING_RECORD(Link, HEAP_FREE_BLOCK, Links)->Header;
            if (Block->State != HEAP_UNUSED) {
                RtlpHeapCorrupt();
            }
            if (Block->Bytes >= Bytes) {
                RtlpRemove(Link);
                return Block;
            }
        }
    }
    return NULL;
}

static PVOID RtlpAllocateSmall(PLAB_HEAP Heap, SIZE_T Size)
{
    ULONG Bytes = (ULONG)((Size + sizeof(HEAP_BLOCK) + HEAP_UNIT - 1) & ~(SIZE_T)(HEAP_UNIT - 1));
    PHEAP_BLOCK Block, Rest;

    if (Bytes < sizeof(HEAP_FREE_BLOCK)) {
        Bytes = sizeof(HEAP_FREE_BLOCK);
    }
    Block = RtlpFindFree(Heap, Bytes);
    if (Block == NULL) {
        if (!RtlpAddSegment(Heap)) {
            return NULL;
        }
        Block = RtlpFindFree(Heap, Bytes);
    }
    if (Block->Bytes - Bytes >= sizeof(HEAP_FREE_BLOCK)) {
        Rest = (PHEAP_BLOCK)((PUCHAR)Block + Bytes);
        Rest->Bytes = Block->Bytes - Bytes;
        Rest->PreviousBytes = Bytes;
        Block->Bytes = Bytes;
        RtlpMakeFree(Heap, Rest);
    }
    Block->State = HEAP_USED;
    Block->Slack = Block->Bytes - (ULONG)sizeof(HEAP_BLOCK) - (ULONG)Size;
    return Block + 1;
}

/* Frees a block of a segment, joined with its free neighbours. */
static VOID RtlpFreeSmall(PLAB_HEAP Heap, PHEAP_BLOCK Block)
{
    PHEAP_BLOCK Other = RtlpNextBlock(Block);

    Block->State = HEAP_UNUSED;
    if (Other->State == HEAP_UNUSED) {
        RtlpRemove(&((PHEAP_FREE_BLOCK)Other)->Links);
        Block->Bytes += Other->Bytes;
    }
    if (Block->PreviousBytes != 0) {
        Other = RtlpPreviousBlock(Block);
        if (Other->State == HEAP_UNUSED) {
            RtlpRemove(&((PHEAP_FREE_BLOCK)Other)->Links);
            Other->Bytes += Block->Bytes;
            Block = Other;
        }
    }
    RtlpMakeFree(Heap, Block);
}

static SIZE_T RtlpBlockSize(PHEAP_BLOCK Block)
{
    if (Block->State == HEAP_LARGE) {
        return CONTAINING_RECORD(Block, HEAP_REGION, Header)->Requested;
    }
    return Block->Bytes - sizeof(HEAP_BLOCK) - Block->Slack;
}

/* ------------------------------------------------------------------ heaps */

static PLAB_HEAP RtlpHeapOf(PVOID Handle)
{
    PLAB_HEAP Heap = (PLAB_HEAP)Handle;

    if (Heap->Signature != HEAP_SIGNATURE) {
        RtlpHeapCorrupt();
    }
    return Heap;
}

/* Size and place cannot be chosen: a heap grows as it needs. */
PVOID NTAPI RtlCreateHeap(ULONG Flags, PVOID Base, SIZE_T Reserve, SIZE_T Commit, PVOID Lock, PVOID Parameters)
{
    PLAB_HEAP Heap = NULL;
    SIZE_T Size = sizeof(LAB_HEAP);
    ULONG Index;

    UNREFERENCED_PARAMETER(Base);
    UNREFERENCED_PARAMETER(Reserve);
    UNREFERENCED_PARAMETER(Commit);
    UNREFERENCED_PARAMETER(Lock);
    UNREFERENCED_PARAMETER(Parameters);
    if (!NT_SUCCESS(NtAllocateVirtualMemory(NtCurrentProcess(), (PVOID *)&Heap, 0, &Size, MEM_RESERVE | MEM_COMMIT, PAGE_READWRITE))) {
        return NULL;
    }
    Heap->Signature = HEAP_SIGNATURE;
    Heap->Flags = Flags;
    RtlInitializeCriticalSection(&Heap->Lock);
    RtlpInitializeList(&Heap->Regions);
    for (Index = 0; Index < HEAP_LISTS; Index++) {
        RtlpInitializeList(&Heap->Free[Index]);
    }
    return Heap;
}

PVOID NTAPI RtlDestroyHeap(PVOID Handle)
{
    PLAB_HEAP Heap = RtlpHeapOf(Handle);
    SIZE_T Size = 0;

    while (Heap->Regions.Flink != &Heap->Regions) {
        RtlpFreeRegion(CONTAINING_RECORD(Heap->Regions.Flink, HEAP_REGION, Links));
    }
    RtlDeleteCriticalSection(&Heap->Lock);
    NtFreeVirtualMemory(NtCurrentProcess(), (PVOID *)&Heap, &Size, MEM_RELEASE);
    return NULL;
}

/* The process heap is made when it is first asked for; if two threads do at once, one of them throws its own away. */
PVOID NTAPI RtlGetProcessHeap(VOID)
{
    PVOID Heap;

    if (RtlpProcessHeap == NULL) {
        Heap = RtlCreateHeap(HEAP_GROWABLE, NULL, 0, 0, NULL, NULL);
        if (Heap != NULL && _InterlockedCompareExchangePointer((PVOID volatile *)&RtlpProcessHeap, Heap, NULL) != NULL) {
            RtlDestroyHeap(Heap);
        }
    }
    return RtlpProcessHeap;
}

PVOID NTAPI RtlAllocateHeap(PVOID Handle, ULONG Flags, SIZE_T Size)
{
    PLAB_HEAP Heap = RtlpHeapOf(Handle);
    PVOID Block;

    RtlEnterCriticalSection(&Heap->Lock);
    Block = Size >= HEAP_LARGE_BYTES ? RtlpAllocateLarge(Heap, Size) : RtlpAllocateSmall(Heap, Size);
    RtlLeaveCriticalSection(&Heap->Lock);
    if (Block == NULL) {
        if ((Flags | Heap->Flags) & HEAP_GENERATE_EXCEPTIONS) {
            RtlRaiseStatus(STATUS_NO_MEMORY);
        }
    } else if (Flags & HEAP_ZERO_MEMORY) {
        RtlZeroMemory(Block, Size);
    }
    return Block;
}

/* Alignment: a power of 2 up to HEAP_MOST_ALIGNMENT. The block is freed as any other. */
PVOID NTAPI RtlLabAllocateAligned(PVOID Handle, SIZE_T Size, SIZE_T Alignment)
{
    PLAB_HEAP Heap = RtlpHeapOf(Handle);
    PVOID Block;

    if (Alignment <= HEAP_UNIT) {
        return RtlAllocateHeap(Handle, 0, Size);
    }
    if (Alignment > HEAP_MOST_ALIGNMENT) {
        return NULL;
    }
    RtlEnterCriticalSection(&Heap->Lock);
    Block = RtlpAllocateAligned(Heap, Size, Alignment);
    RtlLeaveCriticalSection(&Heap->Lock);
    return Block;
}

BOOLEAN NTAPI RtlFreeHeap(PVOID Handle, ULONG Flags, PVOID Pointer)
{
    PLAB_HEAP Heap = RtlpHeapOf(Handle);
    PHEAP_BLOCK Block;

    UNREFERENCED_PARAMETER(Flags);
    if (Pointer == NULL) {
        return TRUE;
    }
    RtlEnterCriticalSection(&Heap->Lock);
    __try {
        Block = RtlpUsedBlock(Pointer);
        if (Block->State == HEAP_LARGE) {
            RtlpFreeRegion(CONTAINING_RECORD(Block, HEAP_REGION, Header));
        } else {
            RtlpFreeSmall(Heap, Block);
        }
    } __finally {
        RtlLeaveCriticalSection(&Heap->Lock);
    }
    return TRUE;
}

SIZE_T NTAPI RtlSizeHeap(PVOID Handle, ULONG Flags, PVOID Pointer)
{
    UNREFERENCED_PARAMETER(Flags);
    RtlpHeapOf(Handle);
    return RtlpBlockSize(RtlpUsedBlock(Pointer));
}

PVOID NTAPI RtlReAllocateHeap(PVOID Handle, ULONG Flags, PVOID Pointer, SIZE_T Size)
{
    PHEAP_BLOCK Block = RtlpUsedBlock(Pointer);
    SIZE_T Old = RtlpBlockSize(Block);
    PVOID New;

    RtlpHeapOf(Handle);
    if (Block->State == HEAP_USED && Size <= Block->Bytes - sizeof(HEAP_BLOCK)) {
        Block->Slack = Block->Bytes - (ULONG)sizeof(HEAP_BLOCK) - (ULONG)Size;
        New = Pointer;
    } else if (Flags & HEAP_REALLOC_IN_PLACE_ONLY) {
        return NULL;
    } else {
        New = RtlAllocateHeap(Handle, Flags & ~HEAP_ZERO_MEMORY, Size);
        if (New == NULL) {
            return NULL;
        }
        RtlCopyMemory(New, Pointer, Old < Size ? Old : Size);
        RtlFreeHeap(Handle, 0, Pointer);
    }
    if (Size > Old && (Flags & HEAP_ZERO_MEMORY)) {
        RtlZeroMemory((PUCHAR)New + Old, Size - Old);
    }
    return New;
}
