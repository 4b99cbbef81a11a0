/*
 * rtlprintf.c: sprintf and its relatives: formatting into a caller's buffer. Compiled into ntoskrnl and, by inclusion, into ntdll.
 */
#include "exp.h"
#include <stdio.h>

/* Length of the whole text; what fits is in dest, terminated if size is not 0. */
size_t RtlpFormatNarrow(char *dest, size_t size, const char *format, va_list args)
{
    RTLP_FORMAT_SINK Sink;

    RtlZeroMemory(&Sink, sizeof(Sink));
    Sink.Narrow = dest;
    Sink.Capacity = size != 0 ? size - 1 : 0;
    RtlpFormat(&Sink, format, RTLP_FORMAT_KERNEL, args);
    if (size != 0)
        dest[Sink.Used] = 0;
    return Sink.Count;
}

size_t RtlpFormatWide(wchar_t *dest, size_t size, const wchar_t *format, va_list args)
{
    RTLP_FORMAT_SINK Sink;

    RtlZeroMemory(&Sink, sizeof(Sink));
    Sink.Wide = dest;
    Sink.Capacity = size != 0 ? size - 1 : 0;
    RtlpFormat(&Sink, format, RTLP_FORMAT_WIDE | RTLP_FORMAT_KERNEL, args);
    if (size != 0)
        dest[Sink.Used] = 0;
    return Sink.Count;
}

/* ------------------------------------------------------------------ narrow */

/* Microsoft's old form: no terminator when the text just fits, -1 when it does not. */
int __cdecl _vsnprintf(char *buffer, size_t count, const char *format, va_list args)
{
    RTLP_FORMAT_SINK Sink;

    RtlZeroMemory(&Sink, sizeof(Sink));
    Sink.Narrow = buffer;
    Sink.Capacity = buffer != NULL ? count : 0;
    RtlpFormat(&Sink, format, RTLP_FORMAT_KERNEL, args);
    if (buffer == NULL)
        return (int)Sink.Count;
    if (Sink.Used < count)
        buffer[Sink.Used] = 0;
    return Sink.Count > count ? -1 : (int)Sink.Count;
}

int __cdecl _snprintf(char *buffer, size_t count, const char *format, ...)
{
    va_list args;
    int n;

    va_start(args, format);
    n = _vsnprintf(buffer, count, format, args);
    va_end(args);
    return n;
}

int __cdecl vsnprintf(char *buffer, size_t size, const char *format, va_list args)
{
    return (int)RtlpFormatNarrow(buffer, size, format, args);
}

int __cdecl snprintf(char *buffer, size_t size, const char *format, ...)
{
    va_list args;
    int n;

    va_start(args, format);
    n = (int)RtlpFormatNarrow(buffer, size, format, args);
    va_end(args);
    return n;
}

int __cdecl vsprintf(char *buffer, const char *format, va_list args)
{
    return (int)RtlpFormatNarrow(buffer, 0x7FFFFFFF, format, args);
}

int __cdecl sprintf(char *buffer, const char *format, ...)
{
    va_list args;
    int n;

    va_start(args, format);
    n = (int)RtlpFormatNarrow(buffer, 0x7FFFFFFF, format, args);
    va_end(args);
    return n;
}

int __cdecl _vscprintf(const char *format, va_list args)
{
    return (int)RtlpFormatNarrow(NULL, 0, format, args);
}

int __cdecl _scprintf(const char *format, ...)
{
    va_list args;
    int n;

    va_start(args, format);
    n = (int)RtlpFormatNarrow(NULL, 0, format, args);
    va_end(args);
    return n;
}

/* What does not fit empties the buffer; Windows would also call the invalid-parameter handler and end the program. */
int __cdecl vsprintf_s(char *buffer, size_t size, const char *format, va_list args)
{
    size_t n;

    if (buffer == NULL || size == 0)
        return -1;
    n = RtlpFormatNarrow(buffer, size, format, args);
    if (n < size)
        return (int)n;
    buffer[0] = 0;
    return -1;
}

int __cdecl sprintf_s(char *buffer, size_t size, const char *format, ...)
{
    va_list args;
    int n;

    va_start(args, format);
    n = vsprintf_s(buffer, size, format, args);
    va_end(args);
    return n;
}

int __cdecl _vsnprintf_s(char *buffer, size_t size, size_t count, const char *format, va_list args)
{
    size_t n;

    if (buffer == NULL || size == 0)
        return -1;
    if (count != _TRUNCATE && count < size)
        size = count + 1;
    else if (count != _TRUNCATE)
        return vsprintf_s(buffer, size, format, args);
    n = RtlpFormatNarrow(buffer, size, format, args);
    return n < size ? (int)n : -1;
}

int __cdecl _snprintf_s(char *buffer, size_t size, size_t count, const char *format, ...)
{
    va_list args;
    int n;

    va_start(args, format);
    n = _vsnprintf_s(buffer, size, count, format, args);
    va_end(args);
    return n;
}

/* ------------------------------------------------------------------ wide */

int __cdecl _vsnwprintf(wchar_t *buffer, size_t count, const wchar_t *format, va_list args)
{
    RTLP_FORMAT_SINK Sink;

    RtlZeroMemory(&Sink, sizeof(Sink));
    Sink.Wide = buffer;
    Sink.Capacity = buffer != NULL ? count : 0;
    RtlpFormat(&Sink, format, RTLP_FORMAT_WIDE | RTLP_FORMAT_KERNEL, args);
    if (buffer == NULL)
        return (int)Sink.Count;
    if (Sink.Used < count)
        buffer[Sink.Used] = 0;
    return Sink.Count > count ? -1 : (int)Sink.Count;
}

int __cdecl _snwprintf(wchar_t *buffer, size_t count, const wchar_t *format, ...)
{
    va_list args;
    int n;

    va_start(args, format);
    n = _vsnwprintf(buffer, count, format, args);
    va_end(args);
    return n;
}

/* No count: what ntoskrnl.exe has always exported, and old samples call. */
int __cdecl vswprintf(wchar_t *buffer, const wchar_t *format, va_list args)
{
    return (int)RtlpFormatWide(buffer, 0x7FFFFFFF, format, args);
}

int __cdecl swprintf(wchar_t *buffer, const wchar_t *format, ...)
{
    va_list args;
    int n;

    va_start(args, format);
    n = vswprintf(buffer, format, args);
    va_end(args);
    return n;
}

int __cdecl vswprintf_s(wchar_t *buffer, size_t count, const wchar_t *format, va_list args)
{
    size_t n;

    if (buffer == NULL || count == 0)
        return -1;
    n = RtlpFormatWide(buffer, count, format, args);
    if (n < count)
        return (int)n;
    buffer[0] = 0;
    return -1;
}

int __cdecl swprintf_s(wchar_t *buffer, size_t count, const wchar_t *format, ...)
{
    va_list args;
    int n;

    va_start(args, format);
    n = vswprintf_s(buffer, count, format, args);
    va_end(args);
    return n;
}

int __cdecl _snwprintf_s(wchar_t *buffer, size_t size, size_t count, const wchar_t *format, ...)
{
    va_list args;
    size_t n;

    if (buffer == NULL || size == 0)
        return -1;
    if (count != _TRUNCATE && count < size)
        size = count + 1;
    va_start(args, format);
    n = RtlpFormatWide(buffer, size, format, args);
    va_end(args);
    return n < size ? (int)n : -1;
}
