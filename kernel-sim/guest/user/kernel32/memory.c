/*
 * memory.c: heaps, local and global memory (fixed only), pages.
 */
#include "base.h"

HANDLE WINAPI GetProcessHeap(VOID)
{
    return RtlGetProcessHeap();
}

HANDLE WINAPI HeapCreate(DWORD flOptions, SIZE_T dwInitialSize, SIZE_T dwMaximumSize)
{
    HANDLE Heap = RtlCreateHeap(flOptions, NULL, dwMaximumSize, dwInitialSize, NULL, NULL);

    if (Heap == NULL) {
        SetLastError(ERROR_NOT_ENOUGH_MEMORY);
    }
    return Heap;
}

BOOL WINAPI HeapDestroy(HANDLE hHeap)
{
    return RtlDestroyHeap(hHeap) == NULL;
}

/* Without a last error, as documented. */
LPVOID WINAPI HeapAlloc(HANDLE hHeap, DWORD dwFlags, SIZE_T dwBytes)
{
    return RtlAllocateHeap(hHeap, dwFlags, dwBytes);
}

LPVOID WINAPI HeapReAlloc(HANDLE hHeap, DWORD dwFlags, LPVOID lpMem, SIZE_T dwBytes)
{
    return RtlReAllocateHeap(hHeap, dwFlags, lpMem, dwBytes);
}

BOOL WINAPI HeapFree(HANDLE hHeap, DWORD dwFlags, LPVOID lpMem)
{
    return RtlFreeHeap(hHeap, dwFlags, lpMem);
}

SIZE_T WINAPI HeapSize(HANDLE hHeap, DWORD dwFlags, LPCVOID lpMem)
{
    return RtlSizeHeap(hHeap, dwFlags, (PVOID)lpMem);
}

/* ------------------------------------------------------------------ local and global memory: LMEM_MOVEABLE is fixed too */

HLOCAL WINAPI LocalAlloc(UINT uFlags, SIZE_T uBytes)
{
    PVOID Block = RtlAllocateHeap(RtlGetProcessHeap(), uFlags & LMEM_ZEROINIT ? HEAP_ZERO_MEMORY : 0, uBytes);

    if (Block == NULL) {
        SetLastError(ERROR_NOT_ENOUGH_MEMORY);
    }
    return Block;
}

HLOCAL WINAPI LocalReAlloc(HLOCAL hMem, SIZE_T uBytes, UINT uFlags)
{
    PVOID Block = RtlReAllocateHeap(RtlGetProcessHeap(), uFlags & LMEM_ZEROINIT ? HEAP_ZERO_MEMORY : 0, hMem, uBytes);

    if (Block == NULL) {
        SetLastError(ERROR_NOT_ENOUGH_MEMORY);
    }
    return Block;
}

HLOCAL WINAPI LocalFree(HLOCAL hMem)
{
    RtlFreeHeap(RtlGetProcessHeap(), 0, hMem);
    return NULL;
}

HGLOBAL WINAPI GlobalAlloc(UINT uFlags, SIZE_T dwBytes)
{
    return LocalAlloc(uFlags, dwBytes);
}

HGLOBAL WINAPI GlobalFree(HGLOBAL hMem)
{
    return LocalFree(hMem);
}

/* ------------------------------------------------------------------ pages */

LPVOID WINAPI VirtualAlloc(LPVOID lpAddress, SIZE_T dwSize, DWORD flAllocationType, DWORD flProtect)
{
    if (!BaseResult(NtAllocateVirtualMemory(NtCurrentProcess(), &lpAddress, 0, &dwSize, flAllocationType, flProtect))) {
        return NULL;
    }
    return lpAddress;
}

/* All of an allocation is released at once: dwSize must be 0 then. */
BOOL WINAPI VirtualFree(LPVOID lpAddress, SIZE_T dwSize, DWORD dwFreeType)
{
    if ((dwFreeType & MEM_RELEASE) && dwSize != 0) {
        SetLastError(ERROR_INVALID_PARAMETER);
        return FALSE;
    }
    return BaseResult(NtFreeVirtualMemory(NtCurrentProcess(), &lpAddress, &dwSize, dwFreeType));
}

BOOL WINAPI VirtualProtect(LPVOID lpAddress, SIZE_T dwSize, DWORD flNewProtect, PDWORD lpflOldProtect)
{
    return BaseResult(NtProtectVirtualMemory(NtCurrentProcess(), &lpAddress, &dwSize, flNewProtect, lpflOldProtect));
}

/* Nothing is ever paged out. */
BOOL WINAPI VirtualLock(LPVOID lpAddress, SIZE_T dwSize)
{
    UNREFERENCED_PARAMETER(lpAddress);
    UNREFERENCED_PARAMETER(dwSize);
    return TRUE;
}

BOOL WINAPI VirtualUnlock(LPVOID lpAddress, SIZE_T dwSize)
{
    UNREFERENCED_PARAMETER(lpAddress);
    UNREFERENCED_PARAMETER(dwSize);
    return TRUE;
}
