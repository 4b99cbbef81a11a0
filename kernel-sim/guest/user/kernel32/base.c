/*
 * base.c: errors, handles, text of other code pages, what a process knows about itself.
 */
#include "base.h"
#include <winioctl.h>

DWORD WINAPI GetLastError(VOID)
{
    return LabTeb()->LastErrorValue;
}

VOID WINAPI SetLastError(DWORD dwErrCode)
{
    LabTeb()->LastErrorValue = dwErrCode;
}

BOOL BaseResult(NTSTATUS Status)
{
    if (NT_SUCCESS(Status)) {
        return TRUE;
    }
    RtlSetLastWin32ErrorFromStatus(Status);
    return FALSE;
}

UINT WINAPI SetErrorMode(UINT uMode)
{
    UNREFERENCED_PARAMETER(uMode);
    return 0;
}

/* ------------------------------------------------------------------ handles */

/* Handles that are no objects need not be closed. */
BOOL WINAPI CloseHandle(HANDLE hObject)
{
    if (hObject == NtCurrentProcess() || hObject == NtCurrentThread() || BaseIsConsole(hObject)) {
        return TRUE;
    }
    return BaseResult(NtClose(hObject));
}

BOOL WINAPI DuplicateHandle(HANDLE hSourceProcessHandle, HANDLE hSourceHandle, HANDLE hTargetProcessHandle, LPHANDLE lpTargetHandle,
                            DWORD dwDesiredAccess, BOOL bInheritHandle, DWORD dwOptions)
{
    return BaseResult(NtDuplicateObject(hSourceProcessHandle, hSourceHandle, hTargetProcessHandle, lpTargetHandle, dwDesiredAccess,
                                        bInheritHandle ? OBJ_INHERIT : 0, dwOptions));
}

/* ------------------------------------------------------------------ text */

VOID BaseFree(PVOID Block)
{
    RtlFreeHeap(RtlGetProcessHeap(), 0, Block);
}

BOOL BaseWiden(LPCSTR Text, LPWSTR *Wide)
{
    int Count;

    *Wide = NULL;
    if (Text == NULL) {
        return TRUE;
    }
    Count = MultiByteToWideChar(CP_ACP, 0, Text, -1, NULL, 0);
    *Wide = RtlAllocateHeap(RtlGetProcessHeap(), 0, (SIZE_T)Count * sizeof(WCHAR));
    if (*Wide == NULL) {
        return BaseResult(STATUS_NO_MEMORY);
    }
    MultiByteToWideChar(CP_ACP, 0, Text, -1, *Wide, Count);
    return TRUE;
}

/* ------------------------------------------------------------------ command line, modules */

LPWSTR WINAPI GetCommandLineW(VOID)
{
    return LabPeb()->ProcessParameters->CommandLine.Buffer;
}

LPSTR WINAPI GetCommandLineA(VOID)
{
    static LPSTR Narrow;
    LPWSTR Wide = GetCommandLineW();
    int Bytes;

    if (Narrow == NULL) {
        Bytes = WideCharToMultiByte(CP_ACP, 0, Wide, -1, NULL, 0, NULL, NULL);
        Narrow = RtlAllocateHeap(RtlGetProcessHeap(), 0, (SIZE_T)Bytes);
        if (Narrow != NULL) {
            WideCharToMultiByte(CP_ACP, 0, Wide, -1, Narrow, Bytes, NULL, NULL);
        }
    }
    return Narrow;
}

/* The loader's entry of a module: by name with or without ".dll", by base; NULL for the program itself. */
static PLDR_DATA_TABLE_ENTRY BaseFindModule(LPCWSTR Name, PVOID Base)
{
    PLIST_ENTRY Head = &LabPeb()->Ldr->InMemoryOrderModuleList;
    PLIST_ENTRY Link;
    PLDR_DATA_TABLE_ENTRY Entry;
    SIZE_T Length = Name != NULL ? wcslen(Name) : 0;

    for (Link = Head->Flink; Link != Head; Link = Link->Flink) {
        Entry = CONTAINING_RECORD(Link, LDR_DATA_TABLE_ENTRY, InMemoryOrderLinks);
        if (Name == NULL && Base == NULL) {
            return Entry;
        }
        if (Base != NULL ? Entry->DllBase == Base
                         : _wcsnicmp(Entry->FullDllName.Buffer, Name, Length) == 0 &&
                               (Entry->FullDllName.Buffer[Length] == 0 || _wcsicmp(Entry->FullDllName.Buffer + Length, L".dll") == 0)) {
            return Entry;
        }
    }
    return NULL;
}

HMODULE WINAPI GetModuleHandleW(LPCWSTR lpModuleName)
{
    PLDR_DATA_TABLE_ENTRY Entry;
    LPCWSTR Slash = lpModuleName != NULL ? wcsrchr(lpModuleName, L'\\') : NULL;

    Entry = BaseFindModule(Slash != NULL ? Slash + 1 : lpModuleName, NULL);
    if (Entry == NULL) {
        SetLastError(ERROR_MOD_NOT_FOUND);
        return NULL;
    }
    return (HMODULE)Entry->DllBase;
}

HMODULE WINAPI GetModuleHandleA(LPCSTR lpModuleName)
{
    LPWSTR Wide;
    HMODULE Module;

    if (!BaseWiden(lpModuleName, &Wide)) {
        return NULL;
    }
    Module = GetModuleHandleW(Wide);
    BaseFree(Wide);
    return Module;
}

/* Everything is in C:\lab. */
DWORD WINAPI GetModuleFileNameW(HMODULE hModule, LPWSTR lpFilename, DWORD nSize)
{
    static const WCHAR Directory[] = L"C:\\lab\\";
    PLDR_DATA_TABLE_ENTRY Entry = BaseFindModule(NULL, hModule);
    DWORD Length;

    if (Entry == NULL) {
        SetLastError(ERROR_MOD_NOT_FOUND);
        return 0;
    }
    Length = (DWORD)(RTL_NUMBER_OF(Directory) - 1 + Entry->FullDllName.Length / sizeof(WCHAR));
    if (nSize == 0) {
        SetLastError(ERROR_INSUFFICIENT_BUFFER);
        return 0;
    }
    wcsncpy(lpFilename, Directory, nSize);
    if (nSize > RTL_NUMBER_OF(Directory) - 1) {
        wcsncpy(lpFilename + RTL_NUMBER_OF(Directory) - 1, Entry->FullDllName.Buffer, nSize - RTL_NUMBER_OF(Directory) + 1);
    }
    if (Length >= nSize) {
        lpFilename[nSize - 1] = 0;
        SetLastError(ERROR_INSUFFICIENT_BUFFER);
        return nSize;
    }
    return Length;
}

/* Copies narrow text of a wide buffer; as GetXxxA functions return: length, or what is needed with the terminator. */
static DWORD BaseNarrow(LPCWSTR Wide, LPSTR Buffer, DWORD Size)
{
    int Needed = WideCharToMultiByte(CP_ACP, 0, Wide, -1, NULL, 0, NULL, NULL);

    if ((DWORD)Needed > Size) {
        return (DWORD)Needed;
    }
    WideCharToMultiByte(CP_ACP, 0, Wide, -1, Buffer, (int)Size, NULL, NULL);
    return (DWORD)Needed - 1;
}

DWORD WINAPI GetModuleFileNameA(HMODULE hModule, LPSTR lpFilename, DWORD nSize)
{
    WCHAR Wide[MAX_PATH];
    DWORD Length;

    if (GetModuleFileNameW(hModule, Wide, MAX_PATH) == 0) {
        return 0;
    }
    Length = BaseNarrow(Wide, lpFilename, nSize);
    if (Length >= nSize) {
        SetLastError(ERROR_INSUFFICIENT_BUFFER);
        return nSize;
    }
    return Length;
}

/* ------------------------------------------------------------------ directories: the lab has one, C:\lab */

static DWORD BaseCopyPath(LPCWSTR Path, LPWSTR Buffer, DWORD Size)
{
    DWORD Length = (DWORD)wcslen(Path);

    if (Length >= Size) {
        return Length + 1;
    }
    wcscpy(Buffer, Path);
    return Length;
}

DWORD WINAPI GetCurrentDirectoryW(DWORD nBufferLength, LPWSTR lpBuffer)
{
    return BaseCopyPath(L"C:\\lab", lpBuffer, nBufferLength);
}

DWORD WINAPI GetCurrentDirectoryA(DWORD nBufferLength, LPSTR lpBuffer)
{
    return BaseNarrow(L"C:\\lab", lpBuffer, nBufferLength);
}

UINT WINAPI GetSystemDirectoryW(LPWSTR lpBuffer, UINT uSize)
{
    return BaseCopyPath(L"C:\\Windows\\System32", lpBuffer, uSize);
}

UINT WINAPI GetSystemDirectoryA(LPSTR lpBuffer, UINT uSize)
{
    return BaseNarrow(L"C:\\Windows\\System32", lpBuffer, uSize);
}

UINT WINAPI GetWindowsDirectoryW(LPWSTR lpBuffer, UINT uSize)
{
    return BaseCopyPath(L"C:\\Windows", lpBuffer, uSize);
}

UINT WINAPI GetWindowsDirectoryA(LPSTR lpBuffer, UINT uSize)
{
    return BaseNarrow(L"C:\\Windows", lpBuffer, uSize);
}

/* ------------------------------------------------------------------ environment: empty */

DWORD WINAPI GetEnvironmentVariableW(LPCWSTR lpName, LPWSTR lpBuffer, DWORD nSize)
{
    UNREFERENCED_PARAMETER(lpName);
    UNREFERENCED_PARAMETER(lpBuffer);
    UNREFERENCED_PARAMETER(nSize);
    SetLastError(ERROR_ENVVAR_NOT_FOUND);
    return 0;
}

DWORD WINAPI GetEnvironmentVariableA(LPCSTR lpName, LPSTR lpBuffer, DWORD nSize)
{
    UNREFERENCED_PARAMETER(lpName);
    UNREFERENCED_PARAMETER(lpBuffer);
    return GetEnvironmentVariableW(NULL, NULL, nSize);
}

VOID WINAPI GetStartupInfoW(LPSTARTUPINFOW lpStartupInfo)
{
    RtlZeroMemory(lpStartupInfo, sizeof(*lpStartupInfo));
    lpStartupInfo->cb = sizeof(*lpStartupInfo);
}

VOID WINAPI GetStartupInfoA(LPSTARTUPINFOA lpStartupInfo)
{
    RtlZeroMemory(lpStartupInfo, sizeof(*lpStartupInfo));
    lpStartupInfo->cb = sizeof(*lpStartupInfo);
}

/* ------------------------------------------------------------------ the system */

VOID WINAPI GetSystemInfo(LPSYSTEM_INFO lpSystemInfo)
{
    RtlZeroMemory(lpSystemInfo, sizeof(*lpSystemInfo));
    lpSystemInfo->wProcessorArchitecture = PROCESSOR_ARCHITECTURE_AMD64;
    lpSystemInfo->dwPageSize = 4096;
    lpSystemInfo->lpMinimumApplicationAddress = (LPVOID)0x10000;
    lpSystemInfo->lpMaximumApplicationAddress = (LPVOID)0x7FFFFFFEFFFF;
    lpSystemInfo->dwNumberOfProcessors = LabSharedData->ActiveProcessorCount;
    lpSystemInfo->dwActiveProcessorMask = ((DWORD_PTR)1 << LabSharedData->ActiveProcessorCount) - 1;
    lpSystemInfo->dwProcessorType = PROCESSOR_AMD_X8664;
    lpSystemInfo->dwAllocationGranularity = 0x10000;
    lpSystemInfo->wProcessorLevel = 6;
}

VOID WINAPI GetNativeSystemInfo(LPSYSTEM_INFO lpSystemInfo)
{
    GetSystemInfo(lpSystemInfo);
}

BOOL WINAPI GetVersionExW(LPOSVERSIONINFOW lpVersionInformation)
{
    if (lpVersionInformation->dwOSVersionInfoSize < sizeof(OSVERSIONINFOW)) {
        SetLastError(ERROR_INSUFFICIENT_BUFFER);
        return FALSE;
    }
    lpVersionInformation->dwMajorVersion = 10;
    lpVersionInformation->dwMinorVersion = 0;
    lpVersionInformation->dwBuildNumber = 19045;
    lpVersionInformation->dwPlatformId = 2;
    lpVersionInformation->szCSDVersion[0] = 0;
    return TRUE;
}

BOOL WINAPI GetVersionExA(LPOSVERSIONINFOA lpVersionInformation)
{
    if (lpVersionInformation->dwOSVersionInfoSize < sizeof(OSVERSIONINFOA)) {
        SetLastError(ERROR_INSUFFICIENT_BUFFER);
        return FALSE;
    }
    lpVersionInformation->dwMajorVersion = 10;
    lpVersionInformation->dwMinorVersion = 0;
    lpVersionInformation->dwBuildNumber = 19045;
    lpVersionInformation->dwPlatformId = 2;
    lpVersionInformation->szCSDVersion[0] = 0;
    return TRUE;
}

/* ------------------------------------------------------------------ debugging, exceptions */

VOID WINAPI OutputDebugStringA(LPCSTR lpOutputString)
{
    NtLabDebugPrint(lpOutputString);
}

VOID WINAPI OutputDebugStringW(LPCWSTR lpOutputString)
{
    int Bytes = WideCharToMultiByte(CP_ACP, 0, lpOutputString, -1, NULL, 0, NULL, NULL);
    LPSTR Narrow = RtlAllocateHeap(RtlGetProcessHeap(), 0, (SIZE_T)Bytes);

    if (Narrow != NULL) {
        WideCharToMultiByte(CP_ACP, 0, lpOutputString, -1, Narrow, Bytes, NULL, NULL);
        NtLabDebugPrint(Narrow);
        BaseFree(Narrow);
    }
}

VOID WINAPI DebugBreak(VOID)
{
    __debugbreak();
}

BOOL WINAPI IsDebuggerPresent(VOID)
{
    return LabPeb()->BeingDebugged;
}

VOID WINAPI RaiseException(DWORD dwExceptionCode, DWORD dwExceptionFlags, DWORD nNumberOfArguments, const ULONG_PTR *lpArguments)
{
    EXCEPTION_RECORD Record;
    DWORD Index;

    RtlZeroMemory(&Record, sizeof(Record));
    Record.ExceptionCode = (NTSTATUS)(dwExceptionCode & ~0x10000000u);
    Record.ExceptionFlags = dwExceptionFlags & EXCEPTION_NONCONTINUABLE;
    if (lpArguments != NULL) {
        Record.NumberParameters = nNumberOfArguments < EXCEPTION_MAXIMUM_PARAMETERS ? nNumberOfArguments : EXCEPTION_MAXIMUM_PARAMETERS;
        for (Index = 0; Index < Record.NumberParameters; Index++) {
            Record.ExceptionInformation[Index] = lpArguments[Index];
        }
    }
    RtlRaiseException(&Record);
}

/* A byte of each page and the last one, as Windows does it. TRUE: some cannot be reached. */
static BOOL BaseIsBad(volatile CHAR *Start, UINT_PTR Bytes, BOOL Write)
{
    UINT_PTR Offset;
    CHAR Byte;

    if (Bytes == 0) {
        return FALSE;
    }
    __try {
        for (Offset = 0; Offset < Bytes; Offset = Bytes - Offset > 0x1000 ? Offset + 0x1000 : Offset < Bytes - 1 ? Bytes - 1 : Bytes) {
            Byte = Start[Offset];
            if (Write) {
                Start[Offset] = Byte;
            }
        }
    } __except (GetExceptionCode() == STATUS_ACCESS_VIOLATION ? EXCEPTION_EXECUTE_HANDLER : EXCEPTION_CONTINUE_SEARCH) {
        return TRUE;
    }
    return FALSE;
}

BOOL WINAPI IsBadReadPtr(const VOID *lp, UINT_PTR ucb)
{
    return BaseIsBad((volatile CHAR *)lp, ucb, FALSE);
}

BOOL WINAPI IsBadWritePtr(LPVOID lp, UINT_PTR ucb)
{
    return BaseIsBad(lp, ucb, TRUE);
}

BOOL WINAPI IsBadCodePtr(FARPROC lpfn)
{
    return BaseIsBad((volatile CHAR *)lpfn, 1, FALSE);
}

PVOID WINAPI AddVectoredExceptionHandler(ULONG First, PVECTORED_EXCEPTION_HANDLER Handler)
{
    return RtlAddVectoredExceptionHandler(First, Handler);
}

ULONG WINAPI RemoveVectoredExceptionHandler(PVOID Handle)
{
    return RtlRemoveVectoredExceptionHandler(Handle);
}

PVOID WINAPI AddVectoredContinueHandler(ULONG First, PVECTORED_EXCEPTION_HANDLER Handler)
{
    return RtlAddVectoredContinueHandler(First, Handler);
}

ULONG WINAPI RemoveVectoredContinueHandler(PVOID Handle)
{
    return RtlRemoveVectoredContinueHandler(Handle);
}

LPTOP_LEVEL_EXCEPTION_FILTER WINAPI SetUnhandledExceptionFilter(LPTOP_LEVEL_EXCEPTION_FILTER lpTopLevelExceptionFilter)
{
    return (LPTOP_LEVEL_EXCEPTION_FILTER)_InterlockedExchangePointer(RtlpTopLevelFilter(), (PVOID)lpTopLevelExceptionFilter);
}

LONG WINAPI UnhandledExceptionFilter(struct _EXCEPTION_POINTERS *ExceptionInfo)
{
    LPTOP_LEVEL_EXCEPTION_FILTER Filter = (LPTOP_LEVEL_EXCEPTION_FILTER)*RtlpTopLevelFilter();

    return Filter != NULL ? Filter(ExceptionInfo) : EXCEPTION_CONTINUE_SEARCH;
}
