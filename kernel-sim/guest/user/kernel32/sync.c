/*
 * sync.c: events, mutexes, semaphores, waiting. Names are in \BaseNamedObjects; "Global\" and "Local\" before one mean the same there.
 * A create that finds the object sets the last error 183, any other that succeeds sets 0.
 */
#include "base.h"

PLARGE_INTEGER BaseTimeout(DWORD Milliseconds, PLARGE_INTEGER Time)
{
    if (Milliseconds == INFINITE) {
        return NULL;
    }
    Time->QuadPart = -(LONGLONG)Milliseconds * 10000;
    return Time;
}

/* ------------------------------------------------------------------ names */

#define BASE_NAME_CHARACTERS (MAX_PATH + 24)

typedef struct _BASE_NAME {
    OBJECT_ATTRIBUTES Attributes;
    UNICODE_STRING String;
    WCHAR Buffer[BASE_NAME_CHARACTERS];
} BASE_NAME, *PBASE_NAME;

/* Attributes for an object of this name, or without one if Name is NULL or empty; FALSE: the name is too long. */
static BOOL BaseObjectName(PBASE_NAME Result, LPCWSTR Name, LPSECURITY_ATTRIBUTES Security, ULONG Flags)
{
    PUNICODE_STRING String = NULL;

    if (Security != NULL && Security->bInheritHandle) {
        Flags |= OBJ_INHERIT;
    }
    if (Name != NULL && *Name != 0) {
        if (_wcsnicmp(Name, L"Global\\", 7) == 0) {
            Name += 7;
        } else if (_wcsnicmp(Name, L"Local\\", 6) == 0) {
            Name += 6;
        }
        if (wcslen(Name) > MAX_PATH) {
            SetLastError(ERROR_FILENAME_EXCED_RANGE);
            return FALSE;
        }
        wcscpy(Result->Buffer, L"\\BaseNamedObjects\\");
        wcscat(Result->Buffer, Name);
        RtlInitUnicodeString(&Result->String, Result->Buffer);
        String = &Result->String;
    }
    InitializeObjectAttributes(&Result->Attributes, String, Flags, NULL, NULL);
    return TRUE;
}

/* Of a create: sets the last error as above. */
static BOOL BaseCreated(NTSTATUS Status)
{
    if (!BaseResult(Status)) {
        return FALSE;
    }
    SetLastError(Status == STATUS_OBJECT_NAME_EXISTS ? ERROR_ALREADY_EXISTS : ERROR_SUCCESS);
    return TRUE;
}

/* ------------------------------------------------------------------ events */

HANDLE WINAPI CreateEventW(LPSECURITY_ATTRIBUTES lpEventAttributes, BOOL bManualReset, BOOL bInitialState, LPCWSTR lpName)
{
    BASE_NAME Name;
    HANDLE Event;

    if (!BaseObjectName(&Name, lpName, lpEventAttributes, OBJ_OPENIF)) {
        return NULL;
    }
    return BaseCreated(NtCreateEvent(&Event, EVENT_ALL_ACCESS, &Name.Attributes, bManualReset ? NotificationEvent : SynchronizationEvent,
                                     (BOOLEAN)(bInitialState != 0)))
               ? Event
               : NULL;
}

HANDLE WINAPI OpenEventW(DWORD dwDesiredAccess, BOOL bInheritHandle, LPCWSTR lpName)
{
    BASE_NAME Name;
    HANDLE Event;

    if (!BaseObjectName(&Name, lpName, NULL, bInheritHandle ? OBJ_INHERIT : 0)) {
        return NULL;
    }
    return BaseResult(NtOpenEvent(&Event, dwDesiredAccess, &Name.Attributes)) ? Event : NULL;
}

BOOL WINAPI SetEvent(HANDLE hEvent)
{
    return BaseResult(NtSetEvent(hEvent, NULL));
}

BOOL WINAPI ResetEvent(HANDLE hEvent)
{
    return BaseResult(NtResetEvent(hEvent, NULL));
}

BOOL WINAPI PulseEvent(HANDLE hEvent)
{
    return BaseResult(NtPulseEvent(hEvent, NULL));
}

/* ------------------------------------------------------------------ mutexes, semaphores */

HANDLE WINAPI CreateMutexW(LPSECURITY_ATTRIBUTES lpMutexAttributes, BOOL bInitialOwner, LPCWSTR lpName)
{
    BASE_NAME Name;
    HANDLE Mutex;

    if (!BaseObjectName(&Name, lpName, lpMutexAttributes, OBJ_OPENIF)) {
        return NULL;
    }
    return BaseCreated(NtCreateMutant(&Mutex, MUTANT_ALL_ACCESS, &Name.Attributes, (BOOLEAN)(bInitialOwner != 0))) ? Mutex : NULL;
}

BOOL WINAPI ReleaseMutex(HANDLE hMutex)
{
    return BaseResult(NtReleaseMutant(hMutex, NULL));
}

HANDLE WINAPI CreateSemaphoreW(LPSECURITY_ATTRIBUTES lpSemaphoreAttributes, LONG lInitialCount, LONG lMaximumCount, LPCWSTR lpName)
{
    BASE_NAME Name;
    HANDLE Semaphore;

    if (!BaseObjectName(&Name, lpName, lpSemaphoreAttributes, OBJ_OPENIF)) {
        return NULL;
    }
    return BaseCreated(NtCreateSemaphore(&Semaphore, SEMAPHORE_ALL_ACCESS, &Name.Attributes, lInitialCount, lMaximumCount)) ? Semaphore
                                                                                                                            : NULL;
}

BOOL WINAPI ReleaseSemaphore(HANDLE hSemaphore, LONG lReleaseCount, LPLONG lpPreviousCount)
{
    return BaseResult(NtReleaseSemaphore(hSemaphore, lReleaseCount, lpPreviousCount));
}

/* ------------------------------------------------------------------ narrow names */

HANDLE WINAPI CreateEventA(LPSECURITY_ATTRIBUTES lpEventAttributes, BOOL bManualReset, BOOL bInitialState, LPCSTR lpName)
{
    LPWSTR Wide;
    HANDLE Event;

    if (!BaseWiden(lpName, &Wide)) {
        return NULL;
    }
    Event = CreateEventW(lpEventAttributes, bManualReset, bInitialState, Wide);
    BaseFree(Wide);
    return Event;
}

HANDLE WINAPI OpenEventA(DWORD dwDesiredAccess, BOOL bInheritHandle, LPCSTR lpName)
{
    LPWSTR Wide;
    HANDLE Event;

    if (!BaseWiden(lpName, &Wide)) {
        return NULL;
    }
    Event = OpenEventW(dwDesiredAccess, bInheritHandle, Wide);
    BaseFree(Wide);
    return Event;
}

HANDLE WINAPI CreateMutexA(LPSECURITY_ATTRIBUTES lpMutexAttributes, BOOL bInitialOwner, LPCSTR lpName)
{
    LPWSTR Wide;
    HANDLE Mutex;

    if (!BaseWiden(lpName, &Wide)) {
        return NULL;
    }
    Mutex = CreateMutexW(lpMutexAttributes, bInitialOwner, Wide);
    BaseFree(Wide);
    return Mutex;
}

HANDLE WINAPI CreateSemaphoreA(LPSECURITY_ATTRIBUTES lpSemaphoreAttributes, LONG lInitialCount, LONG lMaximumCount, LPCSTR lpName)
{
    LPWSTR Wide;
    HANDLE Semaphore;

    if (!BaseWiden(lpName, &Wide)) {
        return NULL;
    }
    Semaphore = CreateSemaphoreW(lpSemaphoreAttributes, lInitialCount, lMaximumCount, Wide);
    BaseFree(Wide);
    return Semaphore;
}

/* ------------------------------------------------------------------ waiting */

DWORD WINAPI WaitForSingleObjectEx(HANDLE hHandle, DWORD dwMilliseconds, BOOL bAlertable)
{
    LARGE_INTEGER Time;
    NTSTATUS Status = NtWaitForSingleObject(hHandle, (BOOLEAN)(bAlertable != 0), BaseTimeout(dwMilliseconds, &Time));

    return BaseResult(Status) ? (DWORD)Status : WAIT_FAILED;
}

DWORD WINAPI WaitForSingleObject(HANDLE hHandle, DWORD dwMilliseconds)
{
    return WaitForSingleObjectEx(hHandle, dwMilliseconds, FALSE);
}

DWORD WINAPI WaitForMultipleObjectsEx(DWORD nCount, const HANDLE *lpHandles, BOOL bWaitAll, DWORD dwMilliseconds, BOOL bAlertable)
{
    LARGE_INTEGER Time;
    NTSTATUS Status = NtWaitForMultipleObjects(nCount, (PHANDLE)lpHandles, bWaitAll ? WaitAll : WaitAny, (BOOLEAN)(bAlertable != 0),
                                               BaseTimeout(dwMilliseconds, &Time));

    return BaseResult(Status) ? (DWORD)Status : WAIT_FAILED;
}

DWORD WINAPI WaitForMultipleObjects(DWORD nCount, const HANDLE *lpHandles, BOOL bWaitAll, DWORD dwMilliseconds)
{
    return WaitForMultipleObjectsEx(nCount, lpHandles, bWaitAll, dwMilliseconds, FALSE);
}

/* An infinite sleep is the longest that the kernel knows. */
DWORD WINAPI SleepEx(DWORD dwMilliseconds, BOOL bAlertable)
{
    LARGE_INTEGER Time;

    Time.QuadPart = dwMilliseconds == INFINITE ? (LONGLONG)0x8000000000000001 : -(LONGLONG)dwMilliseconds * 10000;
    return NtDelayExecution((BOOLEAN)(bAlertable != 0), &Time) == STATUS_USER_APC ? WAIT_IO_COMPLETION : 0;
}

VOID WINAPI Sleep(DWORD dwMilliseconds)
{
    SleepEx(dwMilliseconds, FALSE);
}

BOOL WINAPI SwitchToThread(VOID)
{
    return NtYieldExecution() == STATUS_SUCCESS;
}

/* ------------------------------------------------------------------ critical sections */

VOID WINAPI InitializeCriticalSection(LPCRITICAL_SECTION lpCriticalSection)
{
    RtlInitializeCriticalSection(lpCriticalSection);
}

BOOL WINAPI InitializeCriticalSectionAndSpinCount(LPCRITICAL_SECTION lpCriticalSection, DWORD dwSpinCount)
{
    UNREFERENCED_PARAMETER(dwSpinCount);
    RtlInitializeCriticalSection(lpCriticalSection);
    return TRUE;
}

VOID WINAPI EnterCriticalSection(LPCRITICAL_SECTION lpCriticalSection)
{
    RtlEnterCriticalSection(lpCriticalSection);
}

BOOL WINAPI TryEnterCriticalSection(LPCRITICAL_SECTION lpCriticalSection)
{
    return RtlTryEnterCriticalSection(lpCriticalSection);
}

VOID WINAPI LeaveCriticalSection(LPCRITICAL_SECTION lpCriticalSection)
{
    RtlLeaveCriticalSection(lpCriticalSection);
}

VOID WINAPI DeleteCriticalSection(LPCRITICAL_SECTION lpCriticalSection)
{
    RtlDeleteCriticalSection(lpCriticalSection);
}
