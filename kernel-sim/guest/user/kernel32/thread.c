/*
 * thread.c: threads, thread-local storage, the process.
 */
#include "base.h"

/* What NtQueryInformationThread and -Process return for class 0. */
typedef struct _BASE_THREAD_INFORMATION {
    NTSTATUS ExitStatus;
    PVOID Teb;
    CLIENT_ID ClientId;
    ULONG_PTR AffinityMask;
    KPRIORITY Priority;
    KPRIORITY BasePriority;
} BASE_THREAD_INFORMATION;
typedef struct _BASE_PROCESS_INFORMATION {
    NTSTATUS ExitStatus;
    PPEB Peb;
    ULONG_PTR AffinityMask;
    KPRIORITY BasePriority;
    ULONG_PTR UniqueProcessId;
    ULONG_PTR InheritedFromUniqueProcessId;
} BASE_PROCESS_INFORMATION;

/* ------------------------------------------------------------------ threads */

/* A thread that was created suspended: it waits for the event before it starts. Found by its handle when it is resumed. */
typedef struct _BASE_SUSPENDED {
    struct _BASE_SUSPENDED *Next;
    HANDLE Thread;
    HANDLE Event;
    LPTHREAD_START_ROUTINE Start;
    LPVOID Parameter;
} BASE_SUSPENDED, *PBASE_SUSPENDED;

static RTL_CRITICAL_SECTION BaseSuspendedLock = {NULL, -1, 0, NULL, NULL, 0};
static PBASE_SUSPENDED BaseSuspendedThreads;

static DWORD WINAPI BaseSuspendedStart(LPVOID Context)
{
    BASE_SUSPENDED Suspended = *(PBASE_SUSPENDED)Context;

    NtWaitForSingleObject(Suspended.Event, FALSE, NULL);
    NtClose(Suspended.Event);
    BaseFree(Context);
    return Suspended.Start(Suspended.Parameter);
}

static HANDLE BaseCreateThread(LPTHREAD_START_ROUTINE Start, LPVOID Parameter, LPDWORD ThreadId)
{
    CLIENT_ID ClientId;
    HANDLE Thread;

    if (!BaseResult(NtCreateThreadEx(&Thread, THREAD_ALL_ACCESS, NULL, NtCurrentProcess(), (PVOID)Start, Parameter, 0, 0, 0, 0, &ClientId))) {
        return NULL;
    }
    if (ThreadId != NULL) {
        *ThreadId = (DWORD)(ULONG_PTR)ClientId.UniqueThread;
    }
    return Thread;
}

static HANDLE BaseCreateSuspended(LPTHREAD_START_ROUTINE Start, LPVOID Parameter, LPDWORD ThreadId)
{
    PBASE_SUSPENDED Suspended = RtlAllocateHeap(RtlGetProcessHeap(), 0, sizeof(BASE_SUSPENDED));
    HANDLE Thread = NULL;

    if (Suspended == NULL) {
        BaseResult(STATUS_NO_MEMORY);
        return NULL;
    }
    Suspended->Start = Start;
    Suspended->Parameter = Parameter;
    RtlEnterCriticalSection(&BaseSuspendedLock);
    if (BaseResult(NtCreateEvent(&Suspended->Event, EVENT_ALL_ACCESS, NULL, SynchronizationEvent, FALSE))) {
        Thread = BaseCreateThread(BaseSuspendedStart, Suspended, ThreadId);
        if (Thread == NULL) {
            NtClose(Suspended->Event);
        }
    }
    if (Thread != NULL) {
        Suspended->Thread = Thread;
        Suspended->Next = BaseSuspendedThreads;
        BaseSuspendedThreads = Suspended;
    } else {
        BaseFree(Suspended);
    }
    RtlLeaveCriticalSection(&BaseSuspendedLock);
    return Thread;
}

/* The stack's size is the system's. */
HANDLE WINAPI CreateThread(LPSECURITY_ATTRIBUTES lpThreadAttributes, SIZE_T dwStackSize, LPTHREAD_START_ROUTINE lpStartAddress,
                           LPVOID lpParameter, DWORD dwCreationFlags, LPDWORD lpThreadId)
{
    UNREFERENCED_PARAMETER(lpThreadAttributes);
    UNREFERENCED_PARAMETER(dwStackSize);
    return dwCreationFlags & CREATE_SUSPENDED ? BaseCreateSuspended(lpStartAddress, lpParameter, lpThreadId)
                                              : BaseCreateThread(lpStartAddress, lpParameter, lpThreadId);
}

/* Starts a thread that was created suspended. Returns how often it was suspended: 1, or 0 for a thread that runs. */
DWORD WINAPI ResumeThread(HANDLE hThread)
{
    PBASE_SUSPENDED *Link;
    PBASE_SUSPENDED Suspended;
    DWORD Count = 0;

    RtlEnterCriticalSection(&BaseSuspendedLock);
    for (Link = &BaseSuspendedThreads; (Suspended = *Link) != NULL; Link = &Suspended->Next) {
        if (Suspended->Thread == hThread) {
            *Link = Suspended->Next;
            NtSetEvent(Suspended->Event, NULL);
            Count = 1;
            break;
        }
    }
    RtlLeaveCriticalSection(&BaseSuspendedLock);
    return Count;
}

VOID WINAPI ExitThread(DWORD dwExitCode)
{
    NtTerminateThread(NtCurrentThread(), (NTSTATUS)dwExitCode);
}

BOOL WINAPI TerminateThread(HANDLE hThread, DWORD dwExitCode)
{
    return BaseResult(NtTerminateThread(hThread, (NTSTATUS)dwExitCode));
}

#define BASE_THREAD_TIMES 1

static BOOL BaseQueryThread(HANDLE Thread, BASE_THREAD_INFORMATION *Information)
{
    return BaseResult(NtQueryInformationThread(Thread, 0, Information, sizeof(*Information), NULL));
}

BOOL WINAPI GetExitCodeThread(HANDLE hThread, LPDWORD lpExitCode)
{
    BASE_THREAD_INFORMATION Information;

    if (!BaseQueryThread(hThread, &Information)) {
        return FALSE;
    }
    *lpExitCode = (DWORD)Information.ExitStatus;
    return TRUE;
}

/* Class 1 of NtQueryInformationThread: four times in 100 ns units. */
BOOL WINAPI GetThreadTimes(HANDLE hThread, LPFILETIME lpCreationTime, LPFILETIME lpExitTime, LPFILETIME lpKernelTime, LPFILETIME lpUserTime)
{
    FILETIME Times[4];

    if (!BaseResult(NtQueryInformationThread(hThread, BASE_THREAD_TIMES, Times, sizeof(Times), NULL))) {
        return FALSE;
    }
    *lpCreationTime = Times[0];
    *lpExitTime = Times[1];
    *lpKernelTime = Times[2];
    *lpUserTime = Times[3];
    return TRUE;
}

DWORD WINAPI GetThreadId(HANDLE Thread)
{
    BASE_THREAD_INFORMATION Information;

    return BaseQueryThread(Thread, &Information) ? (DWORD)(ULONG_PTR)Information.ClientId.UniqueThread : 0;
}

HANDLE WINAPI GetCurrentThread(VOID)
{
    return NtCurrentThread();
}

DWORD WINAPI GetCurrentThreadId(VOID)
{
    return (DWORD)(ULONG_PTR)LabTeb()->ClientId.UniqueThread;
}

DWORD WINAPI GetCurrentProcessorNumber(VOID)
{
    return __lab_cpu();
}

/* ------------------------------------------------------------------ priorities: distances from the process's own */

#define BASE_THREAD_BASE_PRIORITY 3 /* class of NtSetInformationThread */

static BOOL BaseQueryProcess(HANDLE Process, BASE_PROCESS_INFORMATION *Information)
{
    return BaseResult(NtQueryInformationProcess(Process, 0, Information, sizeof(*Information), NULL));
}

BOOL WINAPI SetThreadPriority(HANDLE hThread, int nPriority)
{
    LONG Value = nPriority;

    if ((nPriority < THREAD_PRIORITY_LOWEST || nPriority > THREAD_PRIORITY_HIGHEST) && nPriority != THREAD_PRIORITY_IDLE &&
        nPriority != THREAD_PRIORITY_TIME_CRITICAL) {
        SetLastError(ERROR_INVALID_PARAMETER);
        return FALSE;
    }
    return BaseResult(NtSetInformationThread(hThread, BASE_THREAD_BASE_PRIORITY, &Value, sizeof(Value)));
}

/* 1 and 15 are the ends of the range, as far as any thread can go. */
int WINAPI GetThreadPriority(HANDLE hThread)
{
    BASE_THREAD_INFORMATION Thread;
    BASE_PROCESS_INFORMATION Process;

    if (!BaseQueryThread(hThread, &Thread) || !BaseQueryProcess(NtCurrentProcess(), &Process)) {
        return THREAD_PRIORITY_ERROR_RETURN;
    }
    if (Thread.BasePriority == 1) {
        return THREAD_PRIORITY_IDLE;
    }
    return Thread.BasePriority == 15 ? THREAD_PRIORITY_TIME_CRITICAL : (int)(Thread.BasePriority - Process.BasePriority);
}

/* ------------------------------------------------------------------ user APCs */

/* The user APC of QueueUserAPC. */
static VOID NTAPI BaseDispatchApc(PVOID Routine, PVOID Data, PVOID Unused)
{
    UNREFERENCED_PARAMETER(Unused);
    ((PAPCFUNC)Routine)((ULONG_PTR)Data);
}

/* Runs when the thread waits alertably. */
DWORD WINAPI QueueUserAPC(PAPCFUNC pfnAPC, HANDLE hThread, ULONG_PTR dwData)
{
    return (DWORD)BaseResult(NtQueueApcThread(hThread, (PVOID)BaseDispatchApc, (PVOID)pfnAPC, (PVOID)dwData, NULL));
}

/* ------------------------------------------------------------------ thread-local storage */

/* The slot behind these is taken. */
#define BASE_TLS_SLOTS LAB_TOKEN_SLOT

static LONG64 BaseTlsUsed;

DWORD WINAPI TlsAlloc(VOID)
{
    DWORD Index;

    for (Index = 0; Index < BASE_TLS_SLOTS; Index++) {
        if (!_interlockedbittestandset64(&BaseTlsUsed, Index)) {
            ((PTEB)LabTeb())->TlsSlots[Index] = NULL;
            return Index;
        }
    }
    SetLastError(ERROR_NO_MORE_ITEMS);
    return TLS_OUT_OF_INDEXES;
}

static BOOL BaseTlsValid(DWORD Index)
{
    if (Index < BASE_TLS_SLOTS) {
        return TRUE;
    }
    SetLastError(ERROR_INVALID_PARAMETER);
    return FALSE;
}

LPVOID WINAPI TlsGetValue(DWORD dwTlsIndex)
{
    if (!BaseTlsValid(dwTlsIndex)) {
        return NULL;
    }
    SetLastError(ERROR_SUCCESS);
    return ((PTEB)LabTeb())->TlsSlots[dwTlsIndex];
}

BOOL WINAPI TlsSetValue(DWORD dwTlsIndex, LPVOID lpTlsValue)
{
    if (!BaseTlsValid(dwTlsIndex)) {
        return FALSE;
    }
    ((PTEB)LabTeb())->TlsSlots[dwTlsIndex] = lpTlsValue;
    return TRUE;
}

BOOL WINAPI TlsFree(DWORD dwTlsIndex)
{
    if (!BaseTlsValid(dwTlsIndex)) {
        return FALSE;
    }
    if (!_interlockedbittestandreset64(&BaseTlsUsed, dwTlsIndex)) {
        SetLastError(ERROR_INVALID_PARAMETER);
        return FALSE;
    }
    return TRUE;
}

/* ------------------------------------------------------------------ the process */

HANDLE WINAPI GetCurrentProcess(VOID)
{
    return NtCurrentProcess();
}

DWORD WINAPI GetCurrentProcessId(VOID)
{
    return (DWORD)(ULONG_PTR)LabTeb()->ClientId.UniqueProcess;
}

VOID WINAPI ExitProcess(UINT uExitCode)
{
    NtTerminateProcess(NtCurrentProcess(), (NTSTATUS)uExitCode);
}

BOOL WINAPI TerminateProcess(HANDLE hProcess, UINT uExitCode)
{
    return BaseResult(NtTerminateProcess(hProcess, (NTSTATUS)uExitCode));
}

BOOL WINAPI GetExitCodeProcess(HANDLE hProcess, LPDWORD lpExitCode)
{
    BASE_PROCESS_INFORMATION Information;

    if (!BaseQueryProcess(hProcess, &Information)) {
        return FALSE;
    }
    *lpExitCode = (DWORD)Information.ExitStatus;
    return TRUE;
}

DWORD WINAPI GetProcessId(HANDLE Process)
{
    BASE_PROCESS_INFORMATION Information;

    return BaseQueryProcess(Process, &Information) ? (DWORD)Information.UniqueProcessId : 0;
}
