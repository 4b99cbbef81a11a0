/*
 * memory.c: malloc and its relatives over the heap of the process (ntdll, heap.c). Every block is aligned to 16 bytes.
 */
#include "crt.h"
#include <malloc.h>

void *__cdecl malloc(size_t size)
{
    void *block = RtlAllocateHeap(RtlGetProcessHeap(), 0, size);

    if (block == NULL)
        errno = ENOMEM;
    return block;
}

void *__cdecl calloc(size_t count, size_t size)
{
    void *block = NULL;

    if (size == 0 || count <= (size_t)-1 / size)
        block = RtlAllocateHeap(RtlGetProcessHeap(), HEAP_ZERO_MEMORY, count * size);
    if (block == NULL)
        errno = ENOMEM;
    return block;
}

void *__cdecl realloc(void *block, size_t size)
{
    void *moved;

    if (block == NULL)
        return malloc(size);
    if (size == 0) {
        free(block);
        return NULL;
    }
    moved = RtlReAllocateHeap(RtlGetProcessHeap(), 0, block, size);
    if (moved == NULL)
        errno = ENOMEM;
    return moved;
}

void __cdecl free(void *block)
{
    if (block != NULL)
        RtlFreeHeap(RtlGetProcessHeap(), 0, block);
}

/* Unlike _aligned_malloc's, these blocks are freed with free. */
void *__cdecl aligned_alloc(size_t alignment, size_t size)
{
    void *block = NULL;

    if (alignment == 0 || (alignment & (alignment - 1)) != 0) {
        errno = EINVAL;
        return NULL;
    }
    block = RtlLabAllocateAligned(RtlGetProcessHeap(), size, alignment);
    if (block == NULL)
        errno = ENOMEM;
    return block;
}

int __cdecl posix_memalign(void **result, size_t alignment, size_t size)
{
    void *block;

    if (alignment % sizeof(void *) != 0 || alignment == 0 || (alignment & (alignment - 1)) != 0)
        return EINVAL;
    block = aligned_alloc(alignment, size);
    if (block == NULL)
        return ENOMEM;
    *result = block;
    return 0;
}

void *__cdecl memalign(size_t alignment, size_t size)
{
    return aligned_alloc(alignment, size);
}

size_t __cdecl _msize(void *block)
{
    return RtlSizeHeap(RtlGetProcessHeap(), 0, block);
}

void *__cdecl _recalloc(void *block, size_t count, size_t size)
{
    size_t before = block != NULL ? _msize(block) : 0;
    size_t bytes = count * size;
    char *moved;

    if (size != 0 && count > (size_t)-1 / size) {
        errno = ENOMEM;
        return NULL;
    }
    moved = realloc(block, bytes);
    if (moved != NULL && bytes > before)
        memset(moved + before, 0, bytes - before);
    return moved;
}

/* The block that was allocated stands before the aligned one. */
void *__cdecl _aligned_malloc(size_t size, size_t alignment)
{
    char *block;
    char *aligned;

    if (alignment == 0 || (alignment & (alignment - 1)) != 0 || size > (size_t)-1 - alignment - sizeof(void *)) {
        errno = EINVAL;
        return NULL;
    }
    block = malloc(size + alignment + sizeof(void *));
    if (block == NULL)
        return NULL;
    aligned = (char *)(((uintptr_t)block + sizeof(void *) + alignment - 1) & ~(uintptr_t)(alignment - 1));
    ((void **)aligned)[-1] = block;
    return aligned;
}

void __cdecl _aligned_free(void *block)
{
    if (block != NULL)
        free(((void **)block)[-1]);
}

void *__cdecl _aligned_realloc(void *block, size_t size, size_t alignment)
{
    void *moved;
    size_t before;

    if (block == NULL)
        return _aligned_malloc(size, alignment);
    if (size == 0) {
        _aligned_free(block);
        return NULL;
    }
    moved = _aligned_malloc(size, alignment);
    if (moved == NULL)
        return NULL;
    before = _msize(((void **)block)[-1]) - (size_t)((char *)block - ((char **)block)[-1]);
    memcpy(moved, block, before < size ? before : size);
    _aligned_free(block);
    return moved;
}

/* ------------------------------------------------------------------ after a stack overflow */

/* The kernel has given the stack its last pages (STACK_SPARE_PAGES of kernel/memory/user.ts); the one above them becomes a guard page again. */
#define CRT_SPARE_BYTES (2 * 4096)

int __cdecl _resetstkoflw(void)
{
    PVOID page = (char *)LabTeb()->NtTib.StackLimit + CRT_SPARE_BYTES;
    SIZE_T size = 4096;
    char here;
    ULONG old;

    if (&here < (char *)page + size)
        return 0; /* still down there */
    return NT_SUCCESS(NtProtectVirtualMemory(NtCurrentProcess(), &page, &size, PAGE_READWRITE | PAGE_GUARD, &old));
}
