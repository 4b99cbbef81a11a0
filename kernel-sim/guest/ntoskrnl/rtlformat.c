/*
 * rtlformat.c: the formatting engine with Microsoft's forms (semantics, "Microsoft C" 10). Compiled into ntoskrnl and, by inclusion, into
 * ntdll for the printf family. Narrow and wide formats go through the same code. Floating point is the business of the sink: without a
 * function for it, as in the kernel, its conversions print "(float)".
 */
#include "exp.h"

/* Size prefixes. */
#define RTLP_DEFAULT 0
#define RTLP_SHORT   1 /* h */
#define RTLP_LONG    2 /* l, w */
#define RTLP_CHAR    3 /* hh */
#define RTLP_INT64   4 /* ll, I64, I, z, t, j */

static VOID RtlpPut(PRTLP_FORMAT_SINK Sink, ULONG Character)
{
    if (Sink->Used == Sink->Capacity && Sink->Flush != NULL)
        Sink->Flush(Sink);
    if (Sink->Used < Sink->Capacity) {
        if (Sink->Wide != NULL)
            Sink->Wide[Sink->Used] = (WCHAR)Character;
        else
            Sink->Narrow[Sink->Used] = (CHAR)Character;
        Sink->Used++;
    }
    Sink->Count++;
}

/* Narrow text into a narrow sink, as one copy. */
static VOID RtlpPutRun(PRTLP_FORMAT_SINK Sink, PCSTR Text, SIZE_T Length)
{
    SIZE_T Room;

    Sink->Count += Length;
    while (Length != 0) {
        if (Sink->Used == Sink->Capacity && Sink->Flush != NULL)
            Sink->Flush(Sink);
        Room = Sink->Capacity - Sink->Used;
        if (Room == 0)
            return;
        if (Room > Length)
            Room = Length;
        memcpy(Sink->Narrow + Sink->Used, Text, Room);
        Sink->Used += Room;
        Text += Room;
        Length -= Room;
    }
}

VOID RtlpFormatPad(PRTLP_FORMAT_SINK Sink, ULONG Character, LONG Count)
{
    for (; Count > 0; Count--)
        RtlpPut(Sink, Character);
}

VOID RtlpFormatRun(PRTLP_FORMAT_SINK Sink, PCSTR Text, SIZE_T Length)
{
    if (Sink->Narrow != NULL) {
        RtlpPutRun(Sink, Text, Length);
        return;
    }
    for (; Length != 0; Length--)
        RtlpPut(Sink, (UCHAR)*Text++);
}

/* A character of text for this sink: what a narrow sink cannot hold becomes '?'. */
static VOID RtlpPutText(PRTLP_FORMAT_SINK Sink, ULONG Character, BOOLEAN WideSource)
{
    if (WideSource && Sink->Narrow != NULL && Character > 0x7F)
        Character = '?';
    RtlpPut(Sink, Character);
}

static VOID RtlpText(PRTLP_FORMAT_SINK Sink, PRTLP_FORMAT_SPEC Spec, const void *Text, BOOLEAN WideSource, LONG Length)
{
    ULONG Limit = Spec->Flags & RTLP_PRECISION ? Spec->Precision : 0x7FFFFFFF;
    PCSTR Narrow = Text;
    PCWSTR Wide = Text;
    LONG i;

    if (Text == NULL) {
        Narrow = "(null)";
        WideSource = FALSE;
        Length = -1;
    }
    if (Length < 0) {
        for (Length = 0; (ULONG)Length < Limit; Length++) {
            if (WideSource ? Wide[Length] == 0 : Narrow[Length] == 0)
                break;
        }
    } else if ((ULONG)Length > Limit)
        Length = (LONG)Limit;
    if ((Spec->Flags & RTLP_LEFT) == 0)
        RtlpFormatPad(Sink, Spec->Flags & RTLP_ZERO ? '0' : ' ', (LONG)Spec->Width - Length);
    if (!WideSource && Sink->Narrow != NULL)
        RtlpPutRun(Sink, Narrow, Length);
    else {
        for (i = 0; i < Length; i++)
            RtlpPutText(Sink, WideSource ? Wide[i] : (UCHAR)Narrow[i], WideSource);
    }
    if (Spec->Flags & RTLP_LEFT)
        RtlpFormatPad(Sink, ' ', (LONG)Spec->Width - Length);
}

/* Sign: 0 or the character before the digits. */
static VOID RtlpNumber(PRTLP_FORMAT_SINK Sink, PRTLP_FORMAT_SPEC Spec, ULONGLONG Value, ULONG Base, BOOLEAN Upper, ULONG Sign)
{
    CHAR Digits[24]; /* filled from the end */
    LONG First = sizeof(Digits), Count, Zeros = 0, Prefix = 0, Blanks;
    ULONG Letter = (Upper ? 'A' : 'a') - 10, Digit, Small;

    if (Value != 0 && (Spec->Flags & RTLP_ALTERNATE))
        Prefix = Base == 16 ? 2 : 0;
    while ((Value >> 32) != 0) {
        Digit = (ULONG)(Value % Base);
        Digits[--First] = (CHAR)(Digit + (Digit < 10 ? '0' : Letter));
        Value /= Base;
    }
    for (Small = (ULONG)Value; Small != 0; Small /= Base) {
        Digit = Small % Base;
        Digits[--First] = (CHAR)(Digit + (Digit < 10 ? '0' : Letter));
    }
    Count = sizeof(Digits) - First;
    if (Spec->Flags & RTLP_PRECISION)
        Zeros = (LONG)Spec->Precision - Count;
    else if (Count == 0)
        Zeros = 1;
    if (Zeros < 0)
        Zeros = 0;
    if (Base == 8 && (Spec->Flags & RTLP_ALTERNATE) && Zeros == 0)
        Zeros = 1; /* octal begins with a 0, whichever it is */
    Blanks = (LONG)Spec->Width - Count - Zeros - Prefix - (Sign != 0);
    if ((Spec->Flags & (RTLP_ZERO | RTLP_LEFT | RTLP_PRECISION)) == RTLP_ZERO && Blanks > 0) {
        Zeros += Blanks;
        Blanks = 0;
    }
    if ((Spec->Flags & RTLP_LEFT) == 0)
        RtlpFormatPad(Sink, ' ', Blanks);
    if (Sign != 0)
        RtlpPut(Sink, Sign);
    if (Prefix != 0) {
        RtlpPut(Sink, '0');
        RtlpPut(Sink, Upper ? 'X' : 'x');
    }
    RtlpFormatPad(Sink, '0', Zeros);
    RtlpFormatRun(Sink, Digits + First, Count);
    if (Spec->Flags & RTLP_LEFT)
        RtlpFormatPad(Sink, ' ', Blanks);
}

static ULONGLONG RtlpUnsigned(PRTLP_FORMAT_SPEC Spec, ULONGLONG Raw)
{
    switch (Spec->Size) {
    case RTLP_INT64:
        return Raw;
    case RTLP_SHORT:
        return (USHORT)Raw;
    case RTLP_CHAR:
        return (UCHAR)Raw;
    default:
        return (ULONG)Raw;
    }
}

static LONGLONG RtlpSigned(PRTLP_FORMAT_SPEC Spec, ULONGLONG Raw)
{
    switch (Spec->Size) {
    case RTLP_INT64:
        return (LONGLONG)Raw;
    case RTLP_SHORT:
        return (SHORT)Raw;
    case RTLP_CHAR:
        return (signed char)Raw;
    default:
        return (LONG)Raw;
    }
}

static VOID RtlpCharacter(PRTLP_FORMAT_SINK Sink, PRTLP_FORMAT_SPEC Spec, ULONG Character, BOOLEAN WideSource)
{
    WCHAR Wide[1];
    CHAR Narrow[1];

    Spec->Flags &= ~RTLP_PRECISION;
    Wide[0] = (WCHAR)Character;
    Narrow[0] = (CHAR)Character;
    RtlpText(Sink, Spec, WideSource ? (const void *)Wide : (const void *)Narrow, WideSource, 1);
}

/* %Z and %wZ: counted strings. */
static VOID RtlpCounted(PRTLP_FORMAT_SINK Sink, PRTLP_FORMAT_SPEC Spec, PUNICODE_STRING String, BOOLEAN WideSource)
{
    if (String == NULL || String->Buffer == NULL)
        RtlpText(Sink, Spec, NULL, FALSE, -1);
    else
        RtlpText(Sink, Spec, String->Buffer, WideSource, WideSource ? String->Length / 2 : String->Length);
}

/*
 * Wide text in a DbgPrint above PASSIVE_LEVEL. The tables that it is converted with are pageable in Windows, so what comes of it there depends on
 * what happens to be in memory; here it is always the same, and says why.
 */
static VOID RtlpRaised(PRTLP_FORMAT_SINK Sink, PRTLP_FORMAT_SPEC Spec)
{
    Spec->Flags &= ~RTLP_PRECISION;
    RtlpText(Sink, Spec, "(wide text: only at PASSIVE_LEVEL)", FALSE, -1);
}

VOID RtlpFormat(PRTLP_FORMAT_SINK Sink, const void *Format, ULONG Flags, va_list Arguments)
{
    BOOLEAN WideFormat = (Flags & RTLP_FORMAT_WIDE) != 0, WideText;
    PCSTR Narrow = Format;
    PCWSTR Wide = Format;
    SIZE_T At = 0, Start;
    ULONG Character;
    RTLP_FORMAT_SPEC Spec;
    ULONGLONG Raw;
    LONGLONG Signed;

/* The character of the format at At. */
#define NEXT (WideFormat ? (ULONG)Wide[At] : (ULONG)(UCHAR)Narrow[At])
    while ((Character = NEXT) != 0) {
        if (Character != '%') {
            if (WideFormat || Sink->Narrow == NULL) {
                RtlpPutText(Sink, Character, WideFormat);
                At++;
                continue;
            }
            for (Start = At; Narrow[At] != 0 && Narrow[At] != '%'; At++)
                ;
            RtlpPutRun(Sink, Narrow + Start, At - Start);
            continue;
        }
        At++;
        Spec.Flags = 0;
        Spec.Width = 0;
        Spec.Precision = 0;
        Spec.Size = RTLP_DEFAULT;
        for (;; At++) {
            Character = NEXT;
            if (Character == '-')
                Spec.Flags |= RTLP_LEFT;
            else if (Character == '+')
                Spec.Flags |= RTLP_PLUS;
            else if (Character == ' ')
                Spec.Flags |= RTLP_SPACE;
            else if (Character == '#')
                Spec.Flags |= RTLP_ALTERNATE;
            else if (Character == '0')
                Spec.Flags |= RTLP_ZERO;
            else
                break;
        }
        if (Character == '*') {
            LONG Width = va_arg(Arguments, LONG);

            if (Width < 0) {
                Spec.Flags |= RTLP_LEFT;
                Width = -Width;
            }
            Spec.Width = (ULONG)Width;
            At++;
        } else {
            for (; (Character = NEXT) >= '0' && Character <= '9'; At++)
                Spec.Width = Spec.Width * 10 + Character - '0';
        }
        if (NEXT == '.') {
            At++;
            Spec.Flags |= RTLP_PRECISION;
            if (NEXT == '*') {
                LONG Precision = va_arg(Arguments, LONG);

                if (Precision < 0)
                    Spec.Flags &= ~RTLP_PRECISION;
                else
                    Spec.Precision = (ULONG)Precision;
                At++;
            } else {
                for (; (Character = NEXT) >= '0' && Character <= '9'; At++)
                    Spec.Precision = Spec.Precision * 10 + Character - '0';
            }
        }
        for (;; At++) {
            Character = NEXT;
            if (Character == 'h')
                Spec.Size = Spec.Size == RTLP_SHORT ? RTLP_CHAR : RTLP_SHORT;
            else if (Character == 'l')
                Spec.Size = Spec.Size == RTLP_LONG ? RTLP_INT64 : RTLP_LONG;
            else if (Character == 'w')
                Spec.Size = RTLP_LONG;
            else if (Character == 'z' || Character == 't' || Character == 'j')
                Spec.Size = RTLP_INT64;
            else if (Character == 'L')
                ; /* long double is double */
            else if (Character == 'I') {
                Spec.Size = RTLP_INT64;
                At++;
                if (NEXT == '6') {
                    At++; /* I64: the loop steps over the 4 */
                } else if (NEXT == '3') {
                    Spec.Size = RTLP_DEFAULT;
                    At++;
                } else
                    At--;
            } else
                break;
        }
        At++;
        switch (Character) {
        case 'd':
        case 'i':
            Signed = RtlpSigned(&Spec, va_arg(Arguments, ULONGLONG));
            Raw = Signed < 0 ? 0 - (ULONGLONG)Signed : (ULONGLONG)Signed;
            RtlpNumber(Sink, &Spec, Raw, 10, FALSE, Signed < 0 ? '-' : Spec.Flags & RTLP_PLUS ? '+' : Spec.Flags & RTLP_SPACE ? ' ' : 0);
            break;
        case 'u':
            RtlpNumber(Sink, &Spec, RtlpUnsigned(&Spec, va_arg(Arguments, ULONGLONG)), 10, FALSE, 0);
            break;
        case 'o':
            RtlpNumber(Sink, &Spec, RtlpUnsigned(&Spec, va_arg(Arguments, ULONGLONG)), 8, FALSE, 0);
            break;
        case 'x':
        case 'X':
            RtlpNumber(Sink, &Spec, RtlpUnsigned(&Spec, va_arg(Arguments, ULONGLONG)), 16, Character == 'X', 0);
            break;
        case 'p':
            Spec.Flags = (Spec.Flags & RTLP_LEFT) | RTLP_PRECISION;
            Spec.Precision = 16;
            RtlpNumber(Sink, &Spec, va_arg(Arguments, ULONGLONG), 16, TRUE, 0);
            break;
        case 'c':
        case 'C':
            WideText = Spec.Size == RTLP_LONG || (Spec.Size != RTLP_SHORT && WideFormat == (Character == 'c'));
            if (WideText && (Flags & RTLP_FORMAT_RAISED)) {
                (VOID)va_arg(Arguments, ULONG);
                RtlpRaised(Sink, &Spec);
            } else
                RtlpCharacter(Sink, &Spec, va_arg(Arguments, ULONG), WideText);
            break;
        case 's':
        case 'S':
            WideText = Spec.Size == RTLP_LONG || (Spec.Size != RTLP_SHORT && WideFormat == (Character == 's'));
            if (WideText && (Flags & RTLP_FORMAT_RAISED)) {
                (VOID)va_arg(Arguments, PVOID);
                RtlpRaised(Sink, &Spec);
            } else
                RtlpText(Sink, &Spec, va_arg(Arguments, PVOID), WideText, -1);
            break;
        case 'Z':
            if (Spec.Size == RTLP_LONG && (Flags & RTLP_FORMAT_RAISED)) {
                (VOID)va_arg(Arguments, PVOID);
                RtlpRaised(Sink, &Spec);
            } else if (Flags & RTLP_FORMAT_KERNEL)
                RtlpCounted(Sink, &Spec, va_arg(Arguments, PVOID), Spec.Size == RTLP_LONG);
            else
                RtlpPut(Sink, 'Z');
            break;
        case 'e':
        case 'E':
        case 'f':
        case 'F':
        case 'g':
        case 'G':
        case 'a':
        case 'A':
            Raw = va_arg(Arguments, ULONGLONG);
            Spec.Conversion = Character;
            if (Sink->Float != NULL)
                Sink->Float(Sink, &Spec, Raw);
            else
                RtlpText(Sink, &Spec, "(float)", FALSE, 7);
            break;
        case 'n': /* disabled: writing through a format is an attack, not a feature. A program's call fails. */
            (VOID)va_arg(Arguments, PVOID);
            if (Flags & RTLP_FORMAT_KERNEL)
                break;
            Sink->Count = (SIZE_T)-1;
            return;
        case 0:
            return;
        default: /* "%%" and what is no conversion */
            RtlpPutText(Sink, Character, WideFormat);
            break;
        }
    }
#undef NEXT
}
