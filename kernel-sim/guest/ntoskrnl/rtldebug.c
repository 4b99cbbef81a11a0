/*
 * rtldebug.c: debug output, assertions, marks. At most 512 bytes a call, wide text only at PASSIVE_LEVEL, no floating point, as documented.
 * Component and level filters pass everything here: the lab's debugger has its masks set to all.
 */
#include "exp.h"
#include "ki.h"

#define KDP_LIMIT 512

ULONG NTAPI vDbgPrintExWithPrefix(PCCH Prefix, ULONG ComponentId, ULONG Level, PCCH Format, va_list arglist)
{
    CHAR Buffer[KDP_LIMIT];
    RTLP_FORMAT_SINK Sink;

    UNREFERENCED_PARAMETER(ComponentId);
    UNREFERENCED_PARAMETER(Level);
    RtlZeroMemory(&Sink, sizeof(Sink));
    Sink.Narrow = Buffer;
    Sink.Capacity = sizeof(Buffer);
    while (*Prefix != 0 && Sink.Used < Sink.Capacity)
        Buffer[Sink.Used++] = *Prefix++;
    RtlpFormat(&Sink, Format, RTLP_FORMAT_KERNEL | (KeGetCurrentIrql() > PASSIVE_LEVEL ? RTLP_FORMAT_RAISED : 0), arglist);
    KdpPrintText(Buffer, (ULONG)Sink.Used);
    return STATUS_SUCCESS;
}

ULONG NTAPI vDbgPrintEx(ULONG ComponentId, ULONG Level, PCCH Format, va_list arglist)
{
    return vDbgPrintExWithPrefix("", ComponentId, Level, Format, arglist);
}

ULONG __cdecl DbgPrint(PCSTR Format, ...)
{
    va_list Arguments;
    ULONG Status;

    va_start(Arguments, Format);
    Status = vDbgPrintExWithPrefix("", DPFLTR_DEFAULT_ID, DPFLTR_INFO_LEVEL, Format, Arguments);
    va_end(Arguments);
    return Status;
}

ULONG __cdecl DbgPrintEx(ULONG ComponentId, ULONG Level, PCSTR Format, ...)
{
    va_list Arguments;
    ULONG Status;

    va_start(Arguments, Format);
    Status = vDbgPrintExWithPrefix("", ComponentId, Level, Format, Arguments);
    va_end(Arguments);
    return Status;
}

NTSTATUS NTAPI DbgQueryDebugFilterState(ULONG ComponentId, ULONG Level)
{
    UNREFERENCED_PARAMETER(ComponentId);
    UNREFERENCED_PARAMETER(Level);
    return TRUE;
}

NTSTATUS NTAPI DbgSetDebugFilterState(ULONG ComponentId, ULONG Level, BOOLEAN State)
{
    UNREFERENCED_PARAMETER(ComponentId);
    UNREFERENCED_PARAMETER(Level);
    UNREFERENCED_PARAMETER(State);
    return STATUS_SUCCESS;
}

VOID NTAPI RtlAssert(PVOID VoidFailedAssertion, PVOID VoidFileName, ULONG LineNumber, PSTR MutableMessage)
{
    DbgPrint("\n*** Assertion failed: %s%s\n***   Source File: %s, line %lu\n\n", MutableMessage != NULL ? MutableMessage : "",
             (PCSTR)VoidFailedAssertion, (PCSTR)VoidFileName, LineNumber);
    __int2c();
}

VOID LabTag(const char *Name)
{
    LabpTag(Name);
}

VOID LabMark(const char *Name)
{
    LabpMark(Name);
}

/* A program's name for what it does: captured, at most 63 characters. */
static NTSTATUS LabpCapture(PCHAR Captured, PCSTR Name, ULONG Length)
{
    ULONG i = 0;

    __try {
        ProbeForRead(Name, 1, 1);
        for (; i < Length - 1 && Name[i] != 0; i++)
            Captured[i] = Name[i];
    } __except (EXCEPTION_EXECUTE_HANDLER) {
        return GetExceptionCode();
    }
    Captured[i] = 0;
    return STATUS_SUCCESS;
}

NTSTATUS NTAPI NtLabTag(PCSTR Name)
{
    CHAR Captured[64];
    NTSTATUS Status = LabpCapture(Captured, Name, sizeof(Captured));

    if (NT_SUCCESS(Status))
        LabpTag(Captured);
    return Status;
}

NTSTATUS NTAPI NtLabMark(PCSTR Name)
{
    CHAR Captured[64];
    NTSTATUS Status = LabpCapture(Captured, Name, sizeof(Captured));

    if (NT_SUCCESS(Status))
        LabpMark(Captured);
    return Status;
}

/* OutputDebugString of a program. */
NTSTATUS NTAPI NtLabDebugPrint(PCSTR Text)
{
    CHAR Captured[KDP_LIMIT + 1];
    NTSTATUS Status = LabpCapture(Captured, Text, sizeof(Captured));

    if (NT_SUCCESS(Status))
        KdpPrintText(Captured, (ULONG)strlen(Captured));
    return Status;
}
