/*
 * misc.c: strings on the heap, Win32 errors from statuses, debug output, the lab's marks.
 */
#define _NTSYSTEM_
#include "native.h"
#include <errno.h>

/* A number in text that does not fit (rtlcrt.c). */
void CrtRangeError(void)
{
    *LabErrno() = ERANGE;
}

static CRT_INVALID_HANDLER CrtInvalidHandler;

CRT_INVALID_HANDLER CrtSetInvalidHandler(CRT_INVALID_HANDLER handler)
{
    CRT_INVALID_HANDLER old = CrtInvalidHandler;

    CrtInvalidHandler = handler;
    return old;
}

CRT_INVALID_HANDLER CrtGetInvalidHandler(void)
{
    return CrtInvalidHandler;
}

/*
 * A function of the C library was given what it refuses. The program's handler is asked (without names of function and file: those are for Microsoft's
 * debug library); without one the program ends here and now.
 */
errno_t CrtInvalid(errno_t error)
{
    *LabErrno() = error;
    if (CrtInvalidHandler == NULL)
        __fastfail(FAST_FAIL_INVALID_ARG);
    CrtInvalidHandler(NULL, NULL, NULL, 0, 0);
    *LabErrno() = error;
    return error;
}

/* Where the counted strings of rtlstring.c are allocated. */
PVOID RtlpAllocateString(SIZE_T Bytes)
{
    return RtlAllocateHeap(RtlGetProcessHeap(), 0, Bytes);
}

VOID RtlpFreeString(PVOID Buffer)
{
    RtlFreeHeap(RtlGetProcessHeap(), 0, Buffer);
}

ULONG NTAPI RtlSetLastWin32ErrorFromStatus(NTSTATUS Status)
{
    ULONG Error = RtlNtStatusToDosError(Status);

    LabTeb()->LastErrorValue = Error;
    return Error;
}

/* ------------------------------------------------------------------ debug output */

#define DBG_PRINT_BYTES 512

static ULONG DbgpPrint(PCSTR Format, va_list Arguments)
{
    CHAR Buffer[DBG_PRINT_BYTES + 1];
    RTLP_FORMAT_SINK Sink;

    RtlZeroMemory(&Sink, sizeof(Sink));
    Sink.Narrow = Buffer;
    Sink.Capacity = DBG_PRINT_BYTES;
    RtlpFormat(&Sink, Format, 0, Arguments);
    Buffer[Sink.Used] = 0;
    return (ULONG)NtLabDebugPrint(Buffer);
}

ULONG __cdecl DbgPrint(PCSTR Format, ...)
{
    va_list Arguments;
    ULONG Status;

    va_start(Arguments, Format);
    Status = DbgpPrint(Format, Arguments);
    va_end(Arguments);
    return Status;
}

ULONG __cdecl DbgPrintEx(ULONG ComponentId, ULONG Level, PCSTR Format, ...)
{
    va_list Arguments;
    ULONG Status;

    UNREFERENCED_PARAMETER(ComponentId);
    UNREFERENCED_PARAMETER(Level);
    va_start(Arguments, Format);
    Status = DbgpPrint(Format, Arguments);
    va_end(Arguments);
    return Status;
}

VOID NTAPI DbgBreakPoint(VOID)
{
    __debugbreak();
}

/* ------------------------------------------------------------------ names in the trace (labtag.h) */

void LabTag(const char *Name)
{
    NtLabTag(Name);
}

void LabMark(const char *Name)
{
    NtLabMark(Name);
}
