/*
 * services.c: the system-service table: routine, name for the trace, number of arguments. A line needs its number in services.h.
 */
#include "iop.h"
#include "services.h"

/* Those that no public header declares. */
NTSTATUS NTAPI NtContinue(PCONTEXT Context, BOOLEAN TestAlert);
NTSTATUS NTAPI NtRaiseException(PEXCEPTION_RECORD Record, PCONTEXT Context, BOOLEAN FirstChance);
NTSTATUS NTAPI NtCreateThreadEx(PHANDLE ThreadHandle, ACCESS_MASK DesiredAccess, POBJECT_ATTRIBUTES ObjectAttributes, HANDLE ProcessHandle,
                                PVOID StartRoutine, PVOID Argument, ULONG CreateFlags, SIZE_T ZeroBits, SIZE_T StackSize,
                                SIZE_T MaximumStackSize, PVOID AttributeList);
NTSTATUS NTAPI NtQueryAttributesFile(POBJECT_ATTRIBUTES ObjectAttributes, PFILE_BASIC_INFORMATION FileInformation);
NTSTATUS NTAPI NtQueueApcThread(HANDLE ThreadHandle, PVOID ApcRoutine, PVOID ApcContext, PVOID Argument1, PVOID Argument2);
NTSTATUS NTAPI NtQueryTickCount(PLARGE_INTEGER TickCount);
NTSTATUS NTAPI NtLabConsoleWrite(PVOID Buffer, ULONG Length);
NTSTATUS NTAPI NtLabConsoleRead(PVOID Buffer, ULONG Length, PULONG BytesRead);
NTSTATUS NTAPI NtLabTag(PCSTR Name);
NTSTATUS NTAPI NtLabMark(PCSTR Name);
NTSTATUS NTAPI NtLabDebugPrint(PCSTR Text);

#define KI_LINE(Name, Arguments) [SN_##Name] = {(PVOID)Name, #Name, Arguments}

KI_SERVICE KiServiceTable[KI_SERVICES] = {
    KI_LINE(NtWaitForSingleObject, 3),
    KI_LINE(NtReadFile, 9),
    KI_LINE(NtDeviceIoControlFile, 10),
    KI_LINE(NtWriteFile, 9),
    KI_LINE(NtReleaseSemaphore, 3),
    KI_LINE(NtSetEvent, 2),
    KI_LINE(NtClose, 1),
    KI_LINE(NtQueryInformationFile, 5),
    KI_LINE(NtAllocateVirtualMemory, 6),
    KI_LINE(NtQueryInformationProcess, 5),
    KI_LINE(NtFreeVirtualMemory, 4),
    KI_LINE(NtReleaseMutant, 2),
    KI_LINE(NtQueryInformationThread, 5),
    KI_LINE(NtSetInformationThread, 4),
    KI_LINE(NtTerminateProcess, 2),
    KI_LINE(NtQueryPerformanceCounter, 2),
    KI_LINE(NtOpenFile, 6),
    KI_LINE(NtDelayExecution, 2),
    KI_LINE(NtDuplicateObject, 7),
    KI_LINE(NtQueryAttributesFile, 2),
    KI_LINE(NtClearEvent, 1),
    KI_LINE(NtOpenEvent, 3),
    KI_LINE(NtContinue, 2),
    KI_LINE(NtQueueApcThread, 5),
    KI_LINE(NtYieldExecution, 0),
    KI_LINE(NtCreateEvent, 5),
    KI_LINE(NtProtectVirtualMemory, 5),
    KI_LINE(NtTerminateThread, 2),
    KI_LINE(NtCreateFile, 11),
    KI_LINE(NtQuerySystemTime, 1),
    KI_LINE(NtWaitForMultipleObjects, 5),
    KI_LINE(NtCancelIoFile, 2),
    KI_LINE(NtCancelIoFileEx, 3),
    KI_LINE(NtCreateThreadEx, 11),
    KI_LINE(NtCreateMutant, 4),
    KI_LINE(NtCreateSemaphore, 5),
    KI_LINE(NtResetEvent, 2),
    KI_LINE(NtRaiseException, 3),
    KI_LINE(NtLoadDriver, 1),
    KI_LINE(NtUnloadDriver, 1),
    KI_LINE(NtCreateSymbolicLinkObject, 4),
    KI_LINE(NtOpenSymbolicLinkObject, 3),
    KI_LINE(NtQuerySymbolicLinkObject, 3),
    KI_LINE(NtCancelSynchronousIoFile, 3),
    KI_LINE(NtPulseEvent, 2),
    KI_LINE(NtQueryTickCount, 1),
    KI_LINE(NtFsControlFile, 10),
    KI_LINE(NtSetInformationFile, 5),
    KI_LINE(NtFlushBuffersFile, 2),
    KI_LINE(NtOpenSemaphore, 3),
    KI_LINE(NtOpenMutant, 3),
    KI_LINE(NtLabConsoleWrite, 2),
    KI_LINE(NtLabConsoleRead, 3),
    KI_LINE(NtLabTag, 1),
    KI_LINE(NtLabMark, 1),
    KI_LINE(NtLabDebugPrint, 1),
};
