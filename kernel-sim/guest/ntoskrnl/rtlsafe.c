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

/* Whole characters of a count in bytes that a string has at most. */
static ULONG RtlpCountedBytes(ULONG Bytes, size_t Limit)
{
    return Bytes < Limit ? Bytes : (ULONG)Limit & ~1u;
}

static ULONG RtlpTextBytes(PCWSTR Text, size_t Limit)
{
    return (ULONG)(wcsnlen(Text, Limit / sizeof(WCHAR)) * sizeof(WCHAR));
}

NTSTATUS NTAPI RtlUnicodeStringCbCopyN(PUNICODE_STRING DestinationString, PCUNICODE_STRING SourceString, size_t Count)
{
    return RtlpAppendCounted(DestinationString, 0, SourceString->Buffer, RtlpCountedBytes(SourceString->Length, Count));
}

NTSTATUS NTAPI RtlUnicodeStringCbCopyStringN(PUNICODE_STRING DestinationString, PCWSTR pszSrc, size_t Count)
{
    return RtlpAppendCounted(DestinationString, 0, pszSrc, RtlpTextBytes(pszSrc, Count));
}

NTSTATUS NTAPI RtlUnicodeStringCbCatN(PUNICODE_STRING DestinationString, PCUNICODE_STRING SourceString, size_t Count)
{
    return RtlpAppendCounted(DestinationString, DestinationString->Length, SourceString->Buffer, RtlpCountedBytes(SourceString->Length, Count));
}

NTSTATUS NTAPI RtlUnicodeStringCbCatStringN(PUNICODE_STRING DestinationString, PCWSTR pszSrc, size_t Count)
{
    return RtlpAppendCounted(DestinationString, DestinationString->Length, pszSrc, RtlpTextBytes(pszSrc, Count));
}

NTSTATUS NTAPI RtlUnicodeStringCchCopyN(PUNICODE_STRING DestinationString, PCUNICODE_STRING SourceString, size_t Count)
{
    return RtlpAppendCounted(DestinationString, 0, SourceString->Buffer, RtlpCountedBytes(SourceString->Length, Count * sizeof(WCHAR)));
}

NTSTATUS NTAPI RtlUnicodeStringCchCopyStringN(PUNICODE_STRING DestinationString, PCWSTR pszSrc, size_t Count)
{
    return RtlpAppendCounted(DestinationString, 0, pszSrc, RtlpTextBytes(pszSrc, Count * sizeof(WCHAR)));
}

NTSTATUS NTAPI RtlUnicodeStringCchCatN(PUNICODE_STRING DestinationString, PCUNICODE_STRING SourceString, size_t Count)
{
    return RtlpAppendCounted(DestinationString, DestinationString->Length, SourceString->Buffer, RtlpCountedBytes(SourceString->Length, Count * sizeof(WCHAR)));
}

NTSTATUS NTAPI RtlUnicodeStringCchCatStringN(PUNICODE_STRING DestinationString, PCWSTR pszSrc, size_t Count)
{
    return RtlpAppendCounted(DestinationString, DestinationString->Length, pszSrc, RtlpTextBytes(pszSrc, Count * sizeof(WCHAR)));
}

NTSTATUS NTAPI RtlUnicodeStringValidate(PCUNICODE_STRING SourceString)
{
    if (SourceString == NULL || (SourceString->Length & 1) != 0 || (SourceString->MaximumLength & 1) != 0 ||
        SourceString->Length > SourceString->MaximumLength || (SourceString->Buffer == NULL && SourceString->MaximumLength != 0))
        return STATUS_INVALID_PARAMETER;
    return STATUS_SUCCESS;
}

NTSTATUS NTAPI RtlStringCchCopyUnicodeString(PWSTR pszDest, size_t cchDest, PCUNICODE_STRING SourceString)
{
    if (!NT_SUCCESS(RtlUnicodeStringValidate(SourceString)))
        return STATUS_INVALID_PARAMETER;
    return RtlStringCchCopyNW(pszDest, cchDest, SourceString->Buffer != NULL ? SourceString->Buffer : L"", SourceString->Length / sizeof(WCHAR));
}

NTSTATUS NTAPI RtlStringCbCopyUnicodeString(PWSTR pszDest, size_t cbDest, PCUNICODE_STRING SourceString)
{
    return RtlStringCchCopyUnicodeString(pszDest, cbDest / sizeof(WCHAR), SourceString);
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
