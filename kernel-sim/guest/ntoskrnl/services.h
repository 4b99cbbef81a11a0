/*
 * services.h: numbers of the system services, shared by the kernel's table (services.c) and ntdll's stubs. NtReadFile 6, NtDeviceIoControlFile 7,
 * NtWriteFile 8 and NtCreateFile 0x55 are those of x64 Windows 10 and 11; the others are this profile's own numbers (real ones change
 * from build to build).
 */
#pragma once

#define SN_NtWaitForSingleObject     0x04
#define SN_NtReadFile                0x06
#define SN_NtDeviceIoControlFile     0x07
#define SN_NtWriteFile               0x08
#define SN_NtReleaseSemaphore        0x0A
#define SN_NtSetEvent                0x0E
#define SN_NtClose                   0x0F
#define SN_NtQueryInformationFile    0x11
#define SN_NtAllocateVirtualMemory   0x18
#define SN_NtQueryInformationProcess 0x19
#define SN_NtFreeVirtualMemory       0x1E
#define SN_NtReleaseMutant           0x20
#define SN_NtQueryInformationThread  0x25
#define SN_NtTerminateProcess        0x2C
#define SN_NtQueryPerformanceCounter 0x31
#define SN_NtOpenFile                0x33
#define SN_NtDelayExecution          0x34
#define SN_NtDuplicateObject         0x3C
#define SN_NtQueryAttributesFile     0x3D
#define SN_NtClearEvent              0x3E
#define SN_NtOpenEvent               0x40
#define SN_NtContinue                0x43
#define SN_NtQueueApcThread          0x45
#define SN_NtYieldExecution          0x46
#define SN_NtCreateEvent             0x48
#define SN_NtProtectVirtualMemory    0x50
#define SN_NtTerminateThread         0x53
#define SN_NtCreateFile              0x55
#define SN_NtQuerySystemTime         0x5A
#define SN_NtWaitForMultipleObjects  0x5B
#define SN_NtCancelIoFile            0x5D
#define SN_NtCancelIoFileEx          0x5E
#define SN_NtCreateThreadEx          0x5F
#define SN_NtCreateMutant            0x60
#define SN_NtCreateSemaphore         0x61
#define SN_NtResetEvent              0x62
#define SN_NtRaiseException          0x63
#define SN_NtLoadDriver              0x64
#define SN_NtUnloadDriver            0x65
#define SN_NtCreateSymbolicLinkObject 0x66
#define SN_NtOpenSymbolicLinkObject  0x67
#define SN_NtQuerySymbolicLinkObject 0x68
#define SN_NtCancelSynchronousIoFile 0x69
#define SN_NtSetInformationThread    0x6A
#define SN_NtPulseEvent              0x6C
#define SN_NtQueryTickCount          0x6D
#define SN_NtFsControlFile           0x6E
#define SN_NtSetInformationFile      0x6F
#define SN_NtFlushBuffersFile        0x70
#define SN_NtOpenSemaphore           0x71
#define SN_NtOpenMutant              0x72
#define SN_NtLabConsoleWrite         0x78
#define SN_NtLabConsoleRead          0x79
#define SN_NtLabTag                  0x7A
#define SN_NtLabMark                 0x7B
#define SN_NtLabDebugPrint           0x7C
