/*
 * native.h: what the user-mode libraries share: the system services, the thread environment block with the fields that they use, and what
 * ntdll gives to the others. Private to guest/user; programs have winternl.h. Comes before everything else in a source.
 */
#pragma once

#define WIN32_NO_STATUS
#include <windows.h>
#undef WIN32_NO_STATUS
#include <winternl.h>
#include <ntstatus.h>
#include <lab_fileinfo.h>
#include <lab_shareddata.h>
#include "unwind.h"

/* ------------------------------------------------------------------ environment blocks */

/* The head of the TEB: offsets up to LastErrorValue are x64 Windows'. Detours: unwinds under way, innermost first (unwind.h). */
typedef struct _LAB_TEB {
    NT_TIB NtTib;
    PVOID EnvironmentPointer;
    CLIENT_ID ClientId;
    PVOID ActiveRpcHandle;
    PVOID ThreadLocalStoragePointer;
    PPEB ProcessEnvironmentBlock;
    ULONG LastErrorValue;
    ULONG CountOfOwnedCriticalSections;
    PKI_DETOUR Detours;
} LAB_TEB, *PLAB_TEB;
C_ASSERT(FIELD_OFFSET(LAB_TEB, LastErrorValue) == 0x68);

/* The last slots of thread-local storage are the C run-time library's: where strtok goes on; errno, and behind it the state of rand (^ 1). */
#define LAB_TOKEN_SLOT 62
#define LAB_ERRNO_SLOT 63
#define LabToken()  ((char **)&((PTEB)LabTeb())->TlsSlots[LAB_TOKEN_SLOT])
#define LabErrno()  ((int *)&((PTEB)LabTeb())->TlsSlots[LAB_ERRNO_SLOT])
#define LabRandom() ((unsigned *)LabErrno() + 1)

#define LabTeb() ((PLAB_TEB)__readgsqword(0x30))
#define LabPeb() (LabTeb()->ProcessEnvironmentBlock)

/* The page that the kernel keeps up to date for every process. */
#define LabSharedData ((const KUSER_SHARED_DATA *)0x7FFE0000)

#define NtCurrentProcess() ((HANDLE)(LONG_PTR)-1)
#define NtCurrentThread()  ((HANDLE)(LONG_PTR)-2)

/* ------------------------------------------------------------------ system services (ntdll/services.c makes the stubs) */

#ifndef SERVICE
#define SERVICE(Name) NTSTATUS NTAPI Name
#endif

SERVICE(NtClose)(HANDLE Handle);
SERVICE(NtDuplicateObject)(HANDLE SourceProcess, HANDLE SourceHandle, HANDLE TargetProcess, PHANDLE TargetHandle, ACCESS_MASK Access,
                           ULONG Attributes, ULONG Options);

SERVICE(NtCreateFile)(PHANDLE File, ACCESS_MASK Access, POBJECT_ATTRIBUTES Attributes, PIO_STATUS_BLOCK Iosb, PLARGE_INTEGER AllocationSize,
                      ULONG FileAttributes, ULONG Share, ULONG Disposition, ULONG Options, PVOID EaBuffer, ULONG EaLength);
SERVICE(NtOpenFile)(PHANDLE File, ACCESS_MASK Access, POBJECT_ATTRIBUTES Attributes, PIO_STATUS_BLOCK Iosb, ULONG Share, ULONG Options);
SERVICE(NtQueryAttributesFile)(POBJECT_ATTRIBUTES Attributes, PFILE_BASIC_INFORMATION Information);
SERVICE(NtReadFile)(HANDLE File, HANDLE Event, PIO_APC_ROUTINE Apc, PVOID ApcContext, PIO_STATUS_BLOCK Iosb, PVOID Buffer, ULONG Length,
                    PLARGE_INTEGER Offset, PULONG Key);
SERVICE(NtWriteFile)(HANDLE File, HANDLE Event, PIO_APC_ROUTINE Apc, PVOID ApcContext, PIO_STATUS_BLOCK Iosb, PVOID Buffer, ULONG Length,
                     PLARGE_INTEGER Offset, PULONG Key);
SERVICE(NtDeviceIoControlFile)(HANDLE File, HANDLE Event, PIO_APC_ROUTINE Apc, PVOID ApcContext, PIO_STATUS_BLOCK Iosb, ULONG Code,
                               PVOID Input, ULONG InputLength, PVOID Output, ULONG OutputLength);
SERVICE(NtFsControlFile)(HANDLE File, HANDLE Event, PIO_APC_ROUTINE Apc, PVOID ApcContext, PIO_STATUS_BLOCK Iosb, ULONG Code, PVOID Input,
                         ULONG InputLength, PVOID Output, ULONG OutputLength);
SERVICE(NtFlushBuffersFile)(HANDLE File, PIO_STATUS_BLOCK Iosb);
SERVICE(NtCancelIoFile)(HANDLE File, PIO_STATUS_BLOCK Iosb);
SERVICE(NtCancelIoFileEx)(HANDLE File, PIO_STATUS_BLOCK Request, PIO_STATUS_BLOCK Iosb);
SERVICE(NtCancelSynchronousIoFile)(HANDLE Thread, PIO_STATUS_BLOCK Request, PIO_STATUS_BLOCK Iosb);
SERVICE(NtQueryInformationFile)(HANDLE File, PIO_STATUS_BLOCK Iosb, PVOID Information, ULONG Length, ULONG Class);
SERVICE(NtSetInformationFile)(HANDLE File, PIO_STATUS_BLOCK Iosb, PVOID Information, ULONG Length, ULONG Class);
SERVICE(NtCreateSymbolicLinkObject)(PHANDLE Link, ACCESS_MASK Access, POBJECT_ATTRIBUTES Attributes, PUNICODE_STRING Target);
SERVICE(NtOpenSymbolicLinkObject)(PHANDLE Link, ACCESS_MASK Access, POBJECT_ATTRIBUTES Attributes);
SERVICE(NtQuerySymbolicLinkObject)(HANDLE Link, PUNICODE_STRING Target, PULONG Returned);
SERVICE(NtLoadDriver)(PUNICODE_STRING Service);
SERVICE(NtUnloadDriver)(PUNICODE_STRING Service);

SERVICE(NtCreateEvent)(PHANDLE Event, ACCESS_MASK Access, POBJECT_ATTRIBUTES Attributes, EVENT_TYPE Type, BOOLEAN State);
SERVICE(NtOpenEvent)(PHANDLE Event, ACCESS_MASK Access, POBJECT_ATTRIBUTES Attributes);
SERVICE(NtSetEvent)(HANDLE Event, PLONG Previous);
SERVICE(NtResetEvent)(HANDLE Event, PLONG Previous);
SERVICE(NtPulseEvent)(HANDLE Event, PLONG Previous);
SERVICE(NtCreateMutant)(PHANDLE Mutant, ACCESS_MASK Access, POBJECT_ATTRIBUTES Attributes, BOOLEAN Owned);
SERVICE(NtReleaseMutant)(HANDLE Mutant, PLONG Previous);
SERVICE(NtCreateSemaphore)(PHANDLE Semaphore, ACCESS_MASK Access, POBJECT_ATTRIBUTES Attributes, LONG Count, LONG Maximum);
SERVICE(NtReleaseSemaphore)(HANDLE Semaphore, LONG Count, PLONG Previous);
SERVICE(NtWaitForSingleObject)(HANDLE Handle, BOOLEAN Alertable, PLARGE_INTEGER Timeout);
SERVICE(NtWaitForMultipleObjects)(ULONG Count, PHANDLE Handles, WAIT_TYPE Type, BOOLEAN Alertable, PLARGE_INTEGER Timeout);
SERVICE(NtQueryInformationThread)(HANDLE Thread, ULONG Class, PVOID Information, ULONG Length, PULONG Returned);
SERVICE(NtSetInformationThread)(HANDLE Thread, ULONG Class, PVOID Information, ULONG Length);
SERVICE(NtQueryInformationProcess)(HANDLE Process, ULONG Class, PVOID Information, ULONG Length, PULONG Returned);
SERVICE(NtDelayExecution)(BOOLEAN Alertable, PLARGE_INTEGER Interval);
SERVICE(NtYieldExecution)(VOID);

SERVICE(NtCreateThreadEx)(PHANDLE Thread, ACCESS_MASK Access, POBJECT_ATTRIBUTES Attributes, HANDLE Process, PVOID Start, PVOID Argument,
                          ULONG Flags, SIZE_T ZeroBits, SIZE_T StackSize, SIZE_T MaximumStackSize, PCLIENT_ID ClientId);
SERVICE(NtQueueApcThread)(HANDLE Thread, PVOID Routine, PVOID Context, PVOID Argument1, PVOID Argument2);
SERVICE(NtTerminateThread)(HANDLE Thread, NTSTATUS Status);
SERVICE(NtTerminateProcess)(HANDLE Process, NTSTATUS Status);
SERVICE(NtContinue)(PCONTEXT Context, BOOLEAN TestAlert);
SERVICE(NtRaiseException)(PEXCEPTION_RECORD Record, PCONTEXT Context, BOOLEAN FirstChance);

SERVICE(NtAllocateVirtualMemory)(HANDLE Process, PVOID *Base, ULONG_PTR ZeroBits, PSIZE_T Size, ULONG Type, ULONG Protect);
SERVICE(NtFreeVirtualMemory)(HANDLE Process, PVOID *Base, PSIZE_T Size, ULONG Type);
SERVICE(NtProtectVirtualMemory)(HANDLE Process, PVOID *Base, PSIZE_T Size, ULONG Protect, PULONG Old);

SERVICE(NtQueryPerformanceCounter)(PLARGE_INTEGER Counter, PLARGE_INTEGER Frequency);

/* The lab's own: the console of the page or the command line, debug output, names in the trace. */
SERVICE(NtLabConsoleWrite)(const VOID *Text, ULONG Length);
SERVICE(NtLabConsoleRead)(PVOID Buffer, ULONG Length, PULONG BytesRead);
SERVICE(NtLabTag)(const CHAR *Name);
SERVICE(NtLabMark)(const CHAR *Name);
SERVICE(NtLabDebugPrint)(const CHAR *Text);

/* ------------------------------------------------------------------ ntdll for kernel32 and msvcrt */

/* Where the filter stands that is asked when nobody has handled an exception (SetUnhandledExceptionFilter); NULL: nobody. */
PVOID volatile *RtlpTopLevelFilter(VOID);

/* Handlers of the whole process (vectored.c). */
PVOID NTAPI RtlAddVectoredExceptionHandler(ULONG First, PVECTORED_EXCEPTION_HANDLER Handler);
ULONG NTAPI RtlRemoveVectoredExceptionHandler(PVOID Handle);
PVOID NTAPI RtlAddVectoredContinueHandler(ULONG First, PVECTORED_EXCEPTION_HANDLER Handler);
ULONG NTAPI RtlRemoveVectoredContinueHandler(PVOID Handle);
PLIST_ENTRY RtlpVectoredExceptions(VOID);
PLIST_ENTRY RtlpVectoredContinues(VOID);
BOOLEAN RtlpCallVectoredHandlers(PLIST_ENTRY Head, PEXCEPTION_RECORD Record, PCONTEXT Context);

VOID NTAPI RtlRaiseStatus(NTSTATUS Status); /* does not return */
ULONG NTAPI RtlSetLastWin32ErrorFromStatus(NTSTATUS Status); /* returns the Win32 error */

PVOID NTAPI RtlCreateHeap(ULONG Flags, PVOID Base, SIZE_T Reserve, SIZE_T Commit, PVOID Lock, PVOID Parameters);
PVOID NTAPI RtlDestroyHeap(PVOID Heap);
PVOID NTAPI RtlAllocateHeap(PVOID Heap, ULONG Flags, SIZE_T Size);
PVOID NTAPI RtlLabAllocateAligned(PVOID Heap, SIZE_T Size, SIZE_T Alignment);
PVOID NTAPI RtlReAllocateHeap(PVOID Heap, ULONG Flags, PVOID Block, SIZE_T Size);
BOOLEAN NTAPI RtlFreeHeap(PVOID Heap, ULONG Flags, PVOID Block);
SIZE_T NTAPI RtlSizeHeap(PVOID Heap, ULONG Flags, PVOID Block);
PVOID NTAPI RtlGetProcessHeap(VOID);

NTSTATUS NTAPI RtlInitializeCriticalSection(PRTL_CRITICAL_SECTION Section);
NTSTATUS NTAPI RtlEnterCriticalSection(PRTL_CRITICAL_SECTION Section);
BOOLEAN NTAPI RtlTryEnterCriticalSection(PRTL_CRITICAL_SECTION Section);
NTSTATUS NTAPI RtlLeaveCriticalSection(PRTL_CRITICAL_SECTION Section);
NTSTATUS NTAPI RtlDeleteCriticalSection(PRTL_CRITICAL_SECTION Section);

/* ------------------------------------------------------------------ formatting (ntoskrnl/rtlformat.c, built into ntdll) */

#define RTLP_LEFT      1
#define RTLP_PLUS      2
#define RTLP_SPACE     4
#define RTLP_ALTERNATE 8
#define RTLP_ZERO      16
#define RTLP_PRECISION 32 /* one was given */

/* One conversion of a format: flags, width, precision, prefix, letter. */
typedef struct _RTLP_FORMAT_SPEC {
    ULONG Flags;
    ULONG Width;
    ULONG Precision;
    ULONG Size;
    ULONG Conversion;
} RTLP_FORMAT_SPEC, *PRTLP_FORMAT_SPEC;

/* Where formatted text goes; exactly one of Narrow and Wide is set; no terminator is written. The same record as in exp.h. */
typedef struct _RTLP_FORMAT_SINK {
    PCHAR Narrow;
    PWCHAR Wide;
    SIZE_T Capacity;
    SIZE_T Used;
    SIZE_T Count;
    VOID (*Flush)(struct _RTLP_FORMAT_SINK *Sink);
    /* NULL, or writes one floating conversion, given the bits of a double. */
    VOID (*Float)(struct _RTLP_FORMAT_SINK *Sink, const RTLP_FORMAT_SPEC *Spec, ULONGLONG Bits);
    PVOID Context;
} RTLP_FORMAT_SINK, *PRTLP_FORMAT_SINK;

#define RTLP_FORMAT_WIDE 1

/* What a program does about invalid arguments of the C library (misc.c). CrtInvalid returns its argument if the handler comes back. */
typedef void(__cdecl *CRT_INVALID_HANDLER)(const wchar_t *, const wchar_t *, const wchar_t *, unsigned, ULONG_PTR);
CRT_INVALID_HANDLER CrtSetInvalidHandler(CRT_INVALID_HANDLER handler);
CRT_INVALID_HANDLER CrtGetInvalidHandler(void);
errno_t CrtInvalid(errno_t error);

VOID RtlpFormat(PRTLP_FORMAT_SINK Sink, const void *Format, ULONG Flags, va_list Arguments);
/* For what writes floating conversions: a character Count times (if that is above 0), ASCII text. */
VOID RtlpFormatPad(PRTLP_FORMAT_SINK Sink, ULONG Character, LONG Count);
VOID RtlpFormatRun(PRTLP_FORMAT_SINK Sink, PCSTR Text, SIZE_T Length);
