/*
 * rtlsafe.c: RtlStringCb..., RtlStringCch..., RtlUnicodeStringPrintf and the like: what ntstrsafe.h declares.
 */
#include "exp.h"
#include <stdio.h>
#include <ntstrsafe.h>

#define RESULT NTSTATUS
#define OK STATUS_SUCCESS
#define INVALID STATUS_INVALID_PARAMETER
#define OVERFLOW STATUS_BUFFER_OVERFLOW
#define DDI NTAPI
#define DDIV __cdecl
#define STRSAFE_LIMIT NTSTRSAFE_MAX_CCH

#define CT char
#define SUFFIX(name) name##A
#define NAME(unit, name) RtlString##unit##name##A
#define VFORMAT RtlpFormatNarrow
#include "strsafe-body.h"
#undef CT
#undef SUFFIX
#undef NAME
#undef VFORMAT

#define CT wchar_t
#define SUFFIX(name) name##W
#define NAME(unit, name) RtlString##unit##name##W
#define VFORMAT RtlpFormatWide
#include "strsafe-body.h"

/* ------------------------------------------------------------------ counted strings */

NTSTATUS NTAPI RtlUnicodeStringInit(PUNICODE_STRING DestinationString, PCWSTR pszSrc)
{
    return RtlInitUnicodeStringEx(DestinationString, pszSrc) == STATUS_SUCCESS ? STATUS_SUCCESS : STATUS_INVALID_PARAMETER;
}

static NTSTATUS RtlpAppendCounted(PUNICODE_STRING Destination, ULONG Start, PCWSTR Source, ULONG Bytes)
{
    ULONG Room = Destination->MaximumLength - Start;
    NTSTATUS Status = STATUS_SUCCESS;

    if (Bytes > Room) {
        Bytes = Room & ~1u;
        Status = STATUS_BUFFER_OVERFLOW;
    }
    memmove((PUCHAR)Destination->Buffer + Start, Source, Bytes);
    Destination->Length = (USHORT)(Start + Bytes);
    return Status;
}

NTSTATUS NTAPI RtlUnicodeStringCopy(PUNICODE_STRING DestinationString, PCUNICODE_STRING SourceString)
{
    return RtlpAppendCounted(DestinationString, 0, SourceString->Buffer, SourceString->Length);
}

NTSTATUS NTAPI RtlUnicodeStringCopyString(PUNICODE_STRING DestinationString, PCWSTR pszSrc)
{
    return RtlpAppendCounted(DestinationString, 0, pszSrc, (ULONG)(wcslen(pszSrc) * sizeof(WCHAR)));
}

NTSTATUS NTAPI RtlUnicodeStringCat(PUNICODE_STRING DestinationString, PCUNICODE_STRING SourceString)
{
    return RtlpAppendCounted(DestinationString, DestinationString->Length, SourceString->Buffer, SourceString->Length);
}

NTSTATUS NTAPI RtlUnicodeStringCatString(PUNICODE_STRING DestinationString, PCWSTR pszSrc)
{
    return RtlpAppendCounted(DestinationString, DestinationString->Length, pszSrc, (ULONG)(wcslen(pszSrc) * sizeof(WCHAR)));
}

NTSTATUS NTAPI RtlUnicodeStringVPrintf(PUNICODE_STRING DestinationString, PCWSTR pszFormat, va_list argList)
{
    RTLP_FORMAT_SINK Sink;

    RtlZeroMemory(&Sink, sizeof(Sink));
    Sink.Wide = DestinationString->Buffer;
    Sink.Capacity = DestinationString->MaximumLength / sizeof(WCHAR);
    RtlpFormat(&Sink, pszFormat, RTLP_FORMAT_WIDE | RTLP_FORMAT_KERNEL, argList);
    DestinationString->Length = (USHORT)(Sink.Used * sizeof(WCHAR));
    return Sink.Count > Sink.Capacity ? STATUS_BUFFER_OVERFLOW : STATUS_SUCCESS;
}

NTSTATUS __cdecl RtlUnicodeStringPrintf(PUNICODE_STRING DestinationString, PCWSTR pszFormat, ...)
{
    va_list Arguments;
    NTSTATUS Status;

    va_start(Arguments, pszFormat);
    Status = RtlUnicodeStringVPrintf(DestinationString, pszFormat, Arguments);
    va_end(Arguments);
    return Status;
}
