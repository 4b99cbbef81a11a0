/*
 * scanf.c: formatted input from text and typed input: %d %i %u %x %o %p %f %e %g %a %c %s %[...] %n with widths, h/hh/l/ll/I64/L and *. In
 * the _s functions %c %s %[ take the size of their buffer as a further argument.
 */
#include "crt.h"
#include <ctype.h>

#define SCAN_BOUNDED 1 /* an _s function */
#define SCAN_WIDE 2    /* format and source are wide: %s and %c mean wide characters */

/* Where characters come from: narrow or wide text, or a stream. Back: one that was read too far, or EOF. */
typedef struct SCAN {
    const char *narrow;
    const wchar_t *wide;
    FILE *stream;
    const void *format;
    int flags;
    int read;
} SCAN;

static int ScanGet(SCAN *scan)
{
    int c;

    if (scan->stream != NULL)
        c = CrtRead(scan->stream);
    else if (scan->wide != NULL)
        c = *scan->wide != 0 ? *scan->wide++ : EOF;
    else
        c = *scan->narrow != 0 ? (unsigned char)*scan->narrow++ : EOF;
    if (c != EOF)
        scan->read++;
    return c;
}

static void ScanUnget(SCAN *scan, int c)
{
    if (c == EOF)
        return;
    scan->read--;
    if (scan->stream != NULL)
        CrtUnread(scan->stream, c);
    else if (scan->wide != NULL)
        scan->wide--;
    else
        scan->narrow--;
}

static int ScanFormat(SCAN *scan, size_t at)
{
    return scan->flags & SCAN_WIDE ? ((const wchar_t *)scan->format)[at] : ((const unsigned char *)scan->format)[at];
}

static void ScanBlanks(SCAN *scan)
{
    int c;

    do {
        c = ScanGet(scan);
    } while (isspace(c));
    ScanUnget(scan, c);
}

/* Digits of a number; 0 if there are none. base 0: by prefix. */
static int ScanNumber(SCAN *scan, int width, int base, unsigned __int64 *value)
{
    int negative = 0;
    int digits = 0;
    int digit;
    int c = ScanGet(scan);

    *value = 0;
    if (width > 0 && (c == '-' || c == '+')) {
        negative = c == '-';
        c = ScanGet(scan);
        width--;
    }
    if (width > 0 && c == '0' && (base == 0 || base == 16)) {
        digits = 1;
        width--;
        c = ScanGet(scan);
        if (width > 0 && (c == 'x' || c == 'X')) {
            base = 16;
            digits = 0;
            width--;
            c = ScanGet(scan);
        } else if (base == 0)
            base = 8;
    }
    if (base == 0)
        base = 10;
    for (; width > 0; width--) {
        if (isdigit(c))
            digit = c - '0';
        else if (isalpha(c))
            digit = (c | 32) - 'a' + 10;
        else
            break;
        if (digit >= base)
            break;
        *value = *value * (unsigned)base + (unsigned)digit;
        digits++;
        c = ScanGet(scan);
    }
    ScanUnget(scan, c);
    if (negative)
        *value = 0 - *value;
    return digits;
}

/* A number of at most `width` characters; 0 if what stands there begins one but is none. */
typedef struct SCAN_FLOAT {
    SCAN *scan;
    int width;
    int last;
} SCAN_FLOAT;

static int ScanFloatNext(void *context)
{
    SCAN_FLOAT *source = context;

    source->last = source->width-- > 0 ? ScanGet(source->scan) : EOF;
    return source->last;
}

static int ScanFloat(SCAN *scan, int width, int single, unsigned __int64 *bits)
{
    SCAN_FLOAT source;
    int read;
    int valid;

    source.scan = scan;
    source.width = width;
    *bits = CrtReadFloat(ScanFloatNext, &source, single, &read, &valid);
    ScanUnget(scan, source.last);
    return valid != 0 && valid == read - 1;
}

/* In the set that the format has from `from` (behind [ and ^) to `to` (its ])? */
static int ScanInSet(SCAN *scan, size_t from, size_t to, int c)
{
    size_t i;

    for (i = from; i < to; i++) {
        int low = ScanFormat(scan, i);

        if (i + 2 < to && ScanFormat(scan, i + 1) == '-') {
            if (c >= low && c <= ScanFormat(scan, i + 2))
                return 1;
            i += 2;
        } else if (c == low)
            return 1;
    }
    return 0;
}

typedef struct SCAN_TEXT {
    void *dest; /* NULL: assignment suppressed */
    int wide;
    size_t size;
    size_t used;
} SCAN_TEXT;

static int ScanPut(SCAN_TEXT *text, int c)
{
    if (text->dest != NULL) {
        if (text->used >= text->size)
            return 0;
        if (text->wide)
            ((wchar_t *)text->dest)[text->used] = (wchar_t)c;
        else
            ((char *)text->dest)[text->used] = (char)c;
    }
    text->used++;
    return 1;
}

static int ScanAll(SCAN *scan, va_list args)
{
    size_t at = 0;
    int assigned = 0;
    int f;
    int c;

    while ((f = ScanFormat(scan, at)) != 0) {
        int suppress = 0, width = 0, size = 4, wideText = (scan->flags & SCAN_WIDE) != 0, base = -1, isDouble = 0;
        unsigned __int64 value;
        SCAN_TEXT text;

        at++;
        if (isspace(f)) {
            ScanBlanks(scan);
            continue;
        }
        if (f != '%' || ScanFormat(scan, at) == '%') {
            if (f == '%') {
                at++;
                ScanBlanks(scan);
            }
            c = ScanGet(scan);
            if (c != f) {
                ScanUnget(scan, c);
                return assigned == 0 && c == EOF ? EOF : assigned;
            }
            continue;
        }
        if (ScanFormat(scan, at) == '*') {
            suppress = 1;
            at++;
        }
        for (; isdigit(ScanFormat(scan, at)); at++)
            width = width * 10 + ScanFormat(scan, at) - '0';
        for (;; at++) {
            f = ScanFormat(scan, at);
            if (f == 'h') {
                size = size == 2 ? 1 : 2;
                wideText = 0;
            } else if (f == 'l') {
                if (ScanFormat(scan, at + 1) == 'l') {
                    size = 8;
                    at++;
                }
                wideText = isDouble = 1;
            } else if (f == 'L')
                isDouble = 1;
            else if (f == 'w')
                wideText = 1;
            else if (f == 'z' || f == 'j' || f == 't')
                size = 8;
            else if (f == 'I') {
                size = 8;
                if (ScanFormat(scan, at + 1) == '6')
                    at += 2;
                else if (ScanFormat(scan, at + 1) == '3') {
                    size = 4;
                    at += 2;
                }
            } else
                break;
        }
        at++;
        switch (f) {
        case 'd':
        case 'u':
            base = 10;
            break;
        case 'i':
            base = 0;
            break;
        case 'x':
        case 'X':
            base = 16;
            break;
        case 'o':
            base = 8;
            break;
        case 'p':
            base = 16;
            size = 8;
            break;
        case 'n':
            if (!suppress)
                *va_arg(args, int *) = scan->read;
            continue;
        case 'S':
            wideText = (scan->flags & SCAN_WIDE) == 0;
            f = 's';
            break;
        case 'C':
            wideText = (scan->flags & SCAN_WIDE) == 0;
            f = 'c';
            break;
        case 's':
        case 'c':
        case '[':
            break;
        case 'e':
        case 'E':
        case 'f':
        case 'F':
        case 'g':
        case 'G':
        case 'a':
        case 'A':
            ScanBlanks(scan);
            c = ScanGet(scan);
            if (c == EOF)
                return assigned == 0 ? EOF : assigned;
            ScanUnget(scan, c);
            if (!ScanFloat(scan, width > 0 ? width : 0x7FFFFFFF, !isDouble, &value))
                return assigned;
            if (suppress)
                continue;
            assigned++;
            if (isDouble)
                *va_arg(args, unsigned __int64 *) = value;
            else
                *va_arg(args, unsigned int *) = (unsigned int)value;
            continue;
        default:
            return assigned;
        }
        if (f != 'c' && f != '[')
            ScanBlanks(scan);
        if (base >= 0) {
            c = ScanGet(scan);
            if (c == EOF)
                return assigned == 0 ? EOF : assigned;
            ScanUnget(scan, c);
            if (!ScanNumber(scan, width > 0 ? width : 0x7FFFFFFF, base, &value))
                return assigned;
            if (suppress)
                continue;
            assigned++;
            switch (size) {
            case 1:
                *va_arg(args, unsigned char *) = (unsigned char)value;
                break;
            case 2:
                *va_arg(args, unsigned short *) = (unsigned short)value;
                break;
            case 8:
                *va_arg(args, unsigned __int64 *) = value;
                break;
            default:
                *va_arg(args, unsigned int *) = (unsigned int)value;
            }
            continue;
        }
        {
            size_t from = at, to = at;
            int invert = 0, limit = width;

            if (f == '[') {
                invert = ScanFormat(scan, at) == '^';
                from = to = at + (size_t)invert;
                if (ScanFormat(scan, to) == ']')
                    to++;
                while (ScanFormat(scan, to) != ']' && ScanFormat(scan, to) != 0)
                    to++;
                at = ScanFormat(scan, to) != 0 ? to + 1 : to;
            }
            if (limit == 0)
                limit = f == 'c' ? 1 : 0x7FFFFFFF;
            text.dest = suppress ? NULL : va_arg(args, void *);
            text.wide = wideText;
            text.used = 0;
            text.size = scan->flags & SCAN_BOUNDED && !suppress ? va_arg(args, unsigned) : (size_t)-1;
            for (c = EOF; limit > 0; limit--) {
                c = ScanGet(scan);
                if (c == EOF || (f == 's' && isspace(c)) || (f == '[' && ScanInSet(scan, from, to, c) == invert)) {
                    ScanUnget(scan, c);
                    break;
                }
                if (!ScanPut(&text, c)) {
                    text.used = 0;
                    ScanPut(&text, 0);
                    return assigned;
                }
            }
            if (text.used == 0)
                return assigned == 0 && c == EOF ? EOF : assigned;
            if (f != 'c' && text.dest != NULL && !ScanPut(&text, 0)) {
                text.used = 0;
                ScanPut(&text, 0);
                return assigned;
            }
            assigned += !suppress;
        }
    }
    return assigned;
}

/* ------------------------------------------------------------------ the family */

static int ScanNarrow(const char *text, const char *format, int flags, va_list args)
{
    SCAN scan = {0};

    scan.narrow = text;
    scan.format = format;
    scan.flags = flags;
    return ScanAll(&scan, args);
}

static int ScanWide(const wchar_t *text, const wchar_t *format, int flags, va_list args)
{
    SCAN scan = {0};

    scan.wide = text;
    scan.format = format;
    scan.flags = flags | SCAN_WIDE;
    return ScanAll(&scan, args);
}

static int ScanStream(FILE *stream, const void *format, int flags, va_list args)
{
    SCAN scan = {0};

    scan.stream = stream;
    scan.format = format;
    scan.flags = flags;
    return ScanAll(&scan, args);
}

/* One member: with a list of arguments, and with them in the call. */
#define SCAN_MEMBER(Name, First, Format, Call)               \
    int __cdecl v##Name(First const Format *format, va_list args) \
    {                                                        \
        return Call;                                         \
    }                                                        \
    int __cdecl Name(First const Format *format, ...)        \
    {                                                        \
        CRT_VARIADIC(Call);                                  \
    }
#define SCAN_COMMA(Declaration) Declaration,

SCAN_MEMBER(sscanf, SCAN_COMMA(const char *text), char, ScanNarrow(text, format, 0, args))
SCAN_MEMBER(sscanf_s, SCAN_COMMA(const char *text), char, ScanNarrow(text, format, SCAN_BOUNDED, args))
SCAN_MEMBER(swscanf, SCAN_COMMA(const wchar_t *text), wchar_t, ScanWide(text, format, 0, args))
SCAN_MEMBER(swscanf_s, SCAN_COMMA(const wchar_t *text), wchar_t, ScanWide(text, format, SCAN_BOUNDED, args))
SCAN_MEMBER(scanf, , char, ScanStream(stdin, format, 0, args))
SCAN_MEMBER(scanf_s, , char, ScanStream(stdin, format, SCAN_BOUNDED, args))
SCAN_MEMBER(wscanf, , wchar_t, ScanStream(stdin, format, SCAN_WIDE, args))
SCAN_MEMBER(wscanf_s, , wchar_t, ScanStream(stdin, format, SCAN_WIDE | SCAN_BOUNDED, args))
SCAN_MEMBER(fscanf, SCAN_COMMA(FILE *stream), char, ScanStream(stream, format, 0, args))
SCAN_MEMBER(fscanf_s, SCAN_COMMA(FILE *stream), char, ScanStream(stream, format, SCAN_BOUNDED, args))
SCAN_MEMBER(fwscanf, SCAN_COMMA(FILE *stream), wchar_t, ScanStream(stream, format, SCAN_WIDE, args))
SCAN_MEMBER(fwscanf_s, SCAN_COMMA(FILE *stream), wchar_t, ScanStream(stream, format, SCAN_WIDE | SCAN_BOUNDED, args))

int __cdecl _cscanf(const char *format, ...)
{
    CRT_VARIADIC(ScanStream(stdin, format, 0, args));
}
