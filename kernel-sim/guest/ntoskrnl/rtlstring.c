/*
 * rtlstring.c: counted strings. Compiled into ntoskrnl and, by inclusion, into ntdll; where a routine allocates, RtlpAllocateString and
 * RtlpFreeString come from the one it is part of (pool, process heap). Upper case is that of ASCII and Latin-1, a model of the system's table.
 */
#include "exp.h"

WCHAR NTAPI RtlUpcaseUnicodeChar(WCHAR SourceCharacter)
{
    if (SourceCharacter < 'a')
        return SourceCharacter;
    if (SourceCharacter <= 'z' || (SourceCharacter >= 0xE0 && SourceCharacter <= 0xFE && SourceCharacter != 0xF7))
        return SourceCharacter - 32;
    return SourceCharacter;
}

WCHAR NTAPI RtlDowncaseUnicodeChar(WCHAR SourceCharacter)
{
    if ((SourceCharacter >= 'A' && SourceCharacter <= 'Z') || (SourceCharacter >= 0xC0 && SourceCharacter <= 0xDE && SourceCharacter != 0xD7))
        return SourceCharacter + 32;
    return SourceCharacter;
}

CHAR NTAPI RtlUpperChar(CHAR Character)
{
    return Character >= 'a' && Character <= 'z' ? Character - 32 : Character;
}

/* ------------------------------------------------------------------ initialisation and copies */

VOID NTAPI RtlInitUnicodeString(PUNICODE_STRING DestinationString, PCWSTR SourceString)
{
    SIZE_T Bytes = 0;

    DestinationString->Buffer = (PWSTR)SourceString;
    DestinationString->Length = 0;
    DestinationString->MaximumLength = 0;
    if (SourceString == NULL)
        return;
    Bytes = wcslen(SourceString) * sizeof(WCHAR);
    if (Bytes > 0xFFFC)
        Bytes = 0xFFFC;
    DestinationString->Length = (USHORT)Bytes;
    DestinationString->MaximumLength = (USHORT)(Bytes + sizeof(WCHAR));
}

NTSTATUS NTAPI RtlInitUnicodeStringEx(PUNICODE_STRING DestinationString, PCWSTR SourceString)
{
    if (SourceString != NULL && wcslen(SourceString) * sizeof(WCHAR) > 0xFFFC)
        return STATUS_NAME_TOO_LONG;
    RtlInitUnicodeString(DestinationString, SourceString);
    return STATUS_SUCCESS;
}

VOID NTAPI RtlInitAnsiString(PANSI_STRING DestinationString, PCSZ SourceString)
{
    SIZE_T Bytes = 0;

    DestinationString->Buffer = (PCHAR)SourceString;
    DestinationString->Length = 0;
    DestinationString->MaximumLength = 0;
    if (SourceString == NULL)
        return;
    Bytes = strlen(SourceString);
    if (Bytes > 0xFFFE)
        Bytes = 0xFFFE;
    DestinationString->Length = (USHORT)Bytes;
    DestinationString->MaximumLength = (USHORT)(Bytes + 1);
}

VOID NTAPI RtlInitString(PSTRING DestinationString, PCSZ SourceString)
{
    RtlInitAnsiString(DestinationString, SourceString);
}

VOID NTAPI RtlCopyUnicodeString(PUNICODE_STRING DestinationString, PCUNICODE_STRING SourceString)
{
    USHORT Bytes = 0;

    if (SourceString != NULL) {
        Bytes = SourceString->Length;
        if (Bytes > DestinationString->MaximumLength)
            Bytes = DestinationString->MaximumLength;
        RtlMoveMemory(DestinationString->Buffer, SourceString->Buffer, Bytes);
        if (Bytes + sizeof(WCHAR) <= DestinationString->MaximumLength)
            DestinationString->Buffer[Bytes / sizeof(WCHAR)] = 0;
    }
    DestinationString->Length = Bytes;
}

VOID NTAPI RtlCopyString(PSTRING DestinationString, const STRING *SourceString)
{
    USHORT Bytes = 0;

    if (SourceString != NULL) {
        Bytes = SourceString->Length;
        if (Bytes > DestinationString->MaximumLength)
            Bytes = DestinationString->MaximumLength;
        RtlMoveMemory(DestinationString->Buffer, SourceString->Buffer, Bytes);
    }
    DestinationString->Length = Bytes;
}

NTSTATUS NTAPI RtlAppendUnicodeStringToString(PUNICODE_STRING Destination, PCUNICODE_STRING Source)
{
    ULONG Bytes = (ULONG)Destination->Length + Source->Length;

    if (Bytes > Destination->MaximumLength)
        return STATUS_BUFFER_TOO_SMALL;
    RtlMoveMemory((PUCHAR)Destination->Buffer + Destination->Length, Source->Buffer, Source->Length);
    Destination->Length = (USHORT)Bytes;
    if (Bytes + sizeof(WCHAR) <= Destination->MaximumLength)
        Destination->Buffer[Bytes / sizeof(WCHAR)] = 0;
    return STATUS_SUCCESS;
}

NTSTATUS NTAPI RtlAppendUnicodeToString(PUNICODE_STRING Destination, PCWSTR Source)
{
    UNICODE_STRING String;

    if (Source == NULL)
        return STATUS_SUCCESS;
    if (!NT_SUCCESS(RtlInitUnicodeStringEx(&String, Source)))
        return STATUS_BUFFER_TOO_SMALL;
    return RtlAppendUnicodeStringToString(Destination, &String);
}

/* ------------------------------------------------------------------ comparison */

LONG NTAPI RtlCompareUnicodeString(PCUNICODE_STRING String1, PCUNICODE_STRING String2, BOOLEAN CaseInSensitive)
{
    ULONG Count1 = String1->Length / sizeof(WCHAR), Count2 = String2->Length / sizeof(WCHAR), i;
    WCHAR a, b;

    for (i = 0; i < Count1 && i < Count2; i++) {
        a = String1->Buffer[i];
        b = String2->Buffer[i];
        if (a != b && CaseInSensitive) {
            a = RtlUpcaseUnicodeChar(a);
            b = RtlUpcaseUnicodeChar(b);
        }
        if (a != b)
            return (LONG)a - (LONG)b;
    }
    return (LONG)Count1 - (LONG)Count2;
}

BOOLEAN NTAPI RtlEqualUnicodeString(PCUNICODE_STRING String1, PCUNICODE_STRING String2, BOOLEAN CaseInSensitive)
{
    return String1->Length == String2->Length && RtlCompareUnicodeString(String1, String2, CaseInSensitive) == 0;
}

BOOLEAN NTAPI RtlPrefixUnicodeString(PCUNICODE_STRING String1, PCUNICODE_STRING String2, BOOLEAN CaseInSensitive)
{
    UNICODE_STRING Head = *String2;

    if (String1->Length > String2->Length)
        return FALSE;
    Head.Length = String1->Length;
    return RtlCompareUnicodeString(String1, &Head, CaseInSensitive) == 0;
}

LONG NTAPI RtlCompareString(const STRING *String1, const STRING *String2, BOOLEAN CaseInSensitive)
{
    ULONG i;
    UCHAR a, b;

    for (i = 0; i < String1->Length && i < String2->Length; i++) {
        a = (UCHAR)String1->Buffer[i];
        b = (UCHAR)String2->Buffer[i];
        if (CaseInSensitive) {
            a = (UCHAR)RtlUpperChar((CHAR)a);
            b = (UCHAR)RtlUpperChar((CHAR)b);
        }
        if (a != b)
            return (LONG)a - (LONG)b;
    }
    return (LONG)String1->Length - (LONG)String2->Length;
}

BOOLEAN NTAPI RtlEqualString(const STRING *String1, const STRING *String2, BOOLEAN CaseInSensitive)
{
    return String1->Length == String2->Length && RtlCompareString(String1, String2, CaseInSensitive) == 0;
}

/* ------------------------------------------------------------------ conversion */

NTSTATUS NTAPI RtlMultiByteToUnicodeN(PWCH UnicodeString, ULONG MaxBytesInUnicodeString, PULONG BytesInUnicodeString,
                                      const CHAR *MultiByteString, ULONG BytesInMultiByteString)
{
    ULONG Count = MaxBytesInUnicodeString / sizeof(WCHAR), i;

    if (Count > BytesInMultiByteString)
        Count = BytesInMultiByteString;
    for (i = 0; i < Count; i++)
        UnicodeString[i] = (UCHAR)MultiByteString[i];
    if (BytesInUnicodeString != NULL)
        *BytesInUnicodeString = Count * sizeof(WCHAR);
    return STATUS_SUCCESS;
}

NTSTATUS NTAPI RtlUnicodeToMultiByteN(PCHAR MultiByteString, ULONG MaxBytesInMultiByteString, PULONG BytesInMultiByteString,
                                      PCWCH UnicodeString, ULONG BytesInUnicodeString)
{
    ULONG Count = BytesInUnicodeString / sizeof(WCHAR), i;

    if (Count > MaxBytesInMultiByteString)
        Count = MaxBytesInMultiByteString;
    for (i = 0; i < Count; i++)
        MultiByteString[i] = (CHAR)(UnicodeString[i] <= 0xFF ? UnicodeString[i] : '?');
    if (BytesInMultiByteString != NULL)
        *BytesInMultiByteString = Count;
    return STATUS_SUCCESS;
}

NTSTATUS NTAPI RtlAnsiStringToUnicodeString(PUNICODE_STRING DestinationString, PCANSI_STRING SourceString, BOOLEAN AllocateDestinationString)
{
    ULONG Bytes = (ULONG)SourceString->Length * sizeof(WCHAR), Used;

    if (Bytes + sizeof(WCHAR) > 0xFFFF)
        return STATUS_INVALID_PARAMETER_2;
    if (AllocateDestinationString) {
        DestinationString->Buffer = RtlpAllocateString(Bytes + sizeof(WCHAR));
        if (DestinationString->Buffer == NULL)
            return STATUS_NO_MEMORY;
        DestinationString->MaximumLength = (USHORT)(Bytes + sizeof(WCHAR));
    } else if (Bytes >= DestinationString->MaximumLength)
        return STATUS_BUFFER_OVERFLOW;
    RtlMultiByteToUnicodeN(DestinationString->Buffer, Bytes, &Used, SourceString->Buffer, SourceString->Length);
    DestinationString->Length = (USHORT)Used;
    DestinationString->Buffer[Used / sizeof(WCHAR)] = 0;
    return STATUS_SUCCESS;
}

NTSTATUS NTAPI RtlUnicodeStringToAnsiString(PANSI_STRING DestinationString, PCUNICODE_STRING SourceString, BOOLEAN AllocateDestinationString)
{
    ULONG Bytes = SourceString->Length / sizeof(WCHAR), Used;
    NTSTATUS Status = STATUS_SUCCESS;

    if (AllocateDestinationString) {
        DestinationString->Buffer = RtlpAllocateString(Bytes + 1);
        if (DestinationString->Buffer == NULL)
            return STATUS_NO_MEMORY;
        DestinationString->MaximumLength = (USHORT)(Bytes + 1);
    } else if (Bytes >= DestinationString->MaximumLength) {
        if (DestinationString->MaximumLength == 0)
            return STATUS_BUFFER_OVERFLOW;
        Status = STATUS_BUFFER_OVERFLOW;
        Bytes = DestinationString->MaximumLength - 1;
    }
    RtlUnicodeToMultiByteN(DestinationString->Buffer, Bytes, &Used, SourceString->Buffer, SourceString->Length);
    DestinationString->Length = (USHORT)Used;
    DestinationString->Buffer[Used] = 0;
    return Status;
}

ULONG NTAPI RtlxAnsiStringToUnicodeSize(PCANSI_STRING AnsiString)
{
    return (AnsiString->Length + 1) * sizeof(WCHAR);
}

ULONG NTAPI RtlxUnicodeStringToAnsiSize(PCUNICODE_STRING UnicodeString)
{
    return UnicodeString->Length / sizeof(WCHAR) + 1;
}

static NTSTATUS RtlpChangeCase(PUNICODE_STRING Destination, PCUNICODE_STRING Source, BOOLEAN Allocate, BOOLEAN Up)
{
    USHORT i;

    if (Allocate) {
        Destination->Buffer = RtlpAllocateString(Source->Length != 0 ? Source->Length : sizeof(WCHAR));
        if (Destination->Buffer == NULL)
            return STATUS_NO_MEMORY;
        Destination->MaximumLength = Source->Length;
    } else if (Source->Length > Destination->MaximumLength)
        return STATUS_BUFFER_OVERFLOW;
    for (i = 0; i < Source->Length / sizeof(WCHAR); i++)
        Destination->Buffer[i] = Up ? RtlUpcaseUnicodeChar(Source->Buffer[i]) : RtlDowncaseUnicodeChar(Source->Buffer[i]);
    Destination->Length = Source->Length;
    return STATUS_SUCCESS;
}

NTSTATUS NTAPI RtlUpcaseUnicodeString(PUNICODE_STRING DestinationString, PCUNICODE_STRING SourceString, BOOLEAN AllocateDestinationString)
{
    return RtlpChangeCase(DestinationString, SourceString, AllocateDestinationString, TRUE);
}

NTSTATUS NTAPI RtlDowncaseUnicodeString(PUNICODE_STRING DestinationString, PCUNICODE_STRING SourceString, BOOLEAN AllocateDestinationString)
{
    return RtlpChangeCase(DestinationString, SourceString, AllocateDestinationString, FALSE);
}

VOID NTAPI RtlUpperString(PSTRING DestinationString, const STRING *SourceString)
{
    USHORT Bytes = SourceString->Length, i;

    if (Bytes > DestinationString->MaximumLength)
        Bytes = DestinationString->MaximumLength;
    for (i = 0; i < Bytes; i++)
        DestinationString->Buffer[i] = RtlUpperChar(SourceString->Buffer[i]);
    DestinationString->Length = Bytes;
}

/* Flags: 1 terminate, 2 allocate for an empty string too. */
NTSTATUS NTAPI RtlDuplicateUnicodeString(ULONG Flags, PCUNICODE_STRING StringIn, PUNICODE_STRING StringOut)
{
    ULONG Bytes = StringIn->Length + (Flags & 1 ? sizeof(WCHAR) : 0);

    StringOut->Length = 0;
    StringOut->MaximumLength = 0;
    StringOut->Buffer = NULL;
    if (StringIn->Length == 0 && (Flags & 2) == 0)
        return STATUS_SUCCESS;
    if (Bytes > 0xFFFF)
        return STATUS_NAME_TOO_LONG;
    StringOut->Buffer = RtlpAllocateString(Bytes != 0 ? Bytes : sizeof(WCHAR));
    if (StringOut->Buffer == NULL)
        return STATUS_NO_MEMORY;
    RtlCopyMemory(StringOut->Buffer, StringIn->Buffer, StringIn->Length);
    StringOut->Length = StringIn->Length;
    StringOut->MaximumLength = (USHORT)Bytes;
    if (Flags & 1)
        StringOut->Buffer[StringIn->Length / sizeof(WCHAR)] = 0;
    return STATUS_SUCCESS;
}

VOID NTAPI RtlFreeUnicodeString(PUNICODE_STRING UnicodeString)
{
    if (UnicodeString->Buffer != NULL)
        RtlpFreeString(UnicodeString->Buffer);
    RtlZeroMemory(UnicodeString, sizeof(*UnicodeString));
}

VOID NTAPI RtlFreeAnsiString(PANSI_STRING AnsiString)
{
    if (AnsiString->Buffer != NULL)
        RtlpFreeString(AnsiString->Buffer);
    RtlZeroMemory(AnsiString, sizeof(*AnsiString));
}

NTSTATUS NTAPI RtlHashUnicodeString(PCUNICODE_STRING String, BOOLEAN CaseInSensitive, ULONG HashAlgorithm, PULONG HashValue)
{
    ULONG Hash = 0;
    USHORT i;

    if (HashAlgorithm > 1)
        return STATUS_INVALID_PARAMETER;
    for (i = 0; i < String->Length / sizeof(WCHAR); i++)
        Hash = Hash * 65599 + (CaseInSensitive ? RtlUpcaseUnicodeChar(String->Buffer[i]) : String->Buffer[i]);
    *HashValue = Hash;
    return STATUS_SUCCESS;
}

/* ------------------------------------------------------------------ integers */

NTSTATUS NTAPI RtlInt64ToUnicodeString(ULONGLONG Value, ULONG Base, PUNICODE_STRING String)
{
    WCHAR Digits[65];
    ULONG Count = 0, Digit;

    if (Base == 0)
        Base = 10;
    if (Base != 2 && Base != 8 && Base != 10 && Base != 16)
        return STATUS_INVALID_PARAMETER;
    do {
        Digit = (ULONG)(Value % Base);
        Digits[Count++] = (WCHAR)(Digit < 10 ? '0' + Digit : 'A' + Digit - 10);
        Value /= Base;
    } while (Value != 0);
    if (Count * sizeof(WCHAR) > String->MaximumLength)
        return STATUS_BUFFER_OVERFLOW;
    String->Length = (USHORT)(Count * sizeof(WCHAR));
    for (Digit = 0; Digit < Count; Digit++)
        String->Buffer[Digit] = Digits[Count - 1 - Digit];
    if (String->Length + sizeof(WCHAR) <= String->MaximumLength)
        String->Buffer[Count] = 0;
    return STATUS_SUCCESS;
}

NTSTATUS NTAPI RtlIntegerToUnicodeString(ULONG Value, ULONG Base, PUNICODE_STRING String)
{
    return RtlInt64ToUnicodeString(Value, Base, String);
}

NTSTATUS NTAPI RtlUnicodeStringToInteger(PCUNICODE_STRING String, ULONG Base, PULONG Value)
{
    ULONG Count = String->Length / sizeof(WCHAR), i = 0, Result = 0, Digit;
    BOOLEAN Negative = FALSE;
    WCHAR c;

    while (i < Count && String->Buffer[i] <= ' ')
        i++;
    if (i < Count && (String->Buffer[i] == '-' || String->Buffer[i] == '+'))
        Negative = String->Buffer[i++] == '-';
    if (Base == 0) {
        Base = 10;
        if (i + 1 < Count && String->Buffer[i] == '0') {
            c = String->Buffer[i + 1];
            Base = c == 'x' ? 16 : c == 'o' ? 8 : c == 'b' ? 2 : 10;
            if (Base != 10)
                i += 2;
        }
    } else if (Base != 2 && Base != 8 && Base != 10 && Base != 16)
        return STATUS_INVALID_PARAMETER;
    for (; i < Count; i++) {
        c = String->Buffer[i];
        if (c >= '0' && c <= '9')
            Digit = c - '0';
        else if ((c | 32) >= 'a' && (c | 32) <= 'f')
            Digit = (c | 32) - 'a' + 10;
        else
            break;
        if (Digit >= Base)
            break;
        Result = Result * Base + Digit;
    }
    *Value = Negative ? 0 - Result : Result;
    return STATUS_SUCCESS;
}

NTSTATUS NTAPI RtlCharToInteger(PCSZ String, ULONG Base, PULONG Value)
{
    WCHAR Wide[70];
    UNICODE_STRING Counted;
    ULONG i;

    for (i = 0; i < RTL_NUMBER_OF(Wide) - 1 && String[i] != 0; i++)
        Wide[i] = (UCHAR)String[i];
    Wide[i] = 0;
    Counted.Buffer = Wide;
    Counted.Length = (USHORT)(i * sizeof(WCHAR));
    Counted.MaximumLength = Counted.Length;
    return RtlUnicodeStringToInteger(&Counted, Base, Value);
}
