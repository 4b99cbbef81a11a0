/*
 * printf.c: formatted output: the families over the shared engine (ntoskrnl/rtlformat.c). A call that prints goes to the console in one
 * piece as long as its text fits the buffer here, so lines of several threads do not mix.
 */
#include "crt.h"
#include <conio.h>

#define CRT_PRINT_BYTES 512

/* The whole text through the engine. A format with %n makes the count -1: that conversion is disabled, as in Microsoft's library. */
static void CrtFormatInto(PRTLP_FORMAT_SINK sink, const void *format, ULONG flags, va_list args)
{
    sink->Float = CrtFormatFloat;
    RtlpFormat(sink, format, flags, args);
    if (sink->Count == (SIZE_T)-1)
        errno = EINVAL;
}

/* ------------------------------------------------------------------ to memory */

size_t CrtFormat(char *buffer, size_t size, const char *format, va_list args)
{
    RTLP_FORMAT_SINK sink = {0};

    sink.Narrow = buffer;
    sink.Capacity = size != 0 ? size - 1 : 0;
    CrtFormatInto(&sink, format, 0, args);
    if (size != 0)
        buffer[sink.Used] = 0;
    return sink.Count;
}

size_t CrtFormatWide(wchar_t *buffer, size_t size, const wchar_t *format, va_list args)
{
    RTLP_FORMAT_SINK sink = {0};

    sink.Wide = buffer;
    sink.Capacity = size != 0 ? size - 1 : 0;
    CrtFormatInto(&sink, format, RTLP_FORMAT_WIDE, args);
    if (size != 0)
        buffer[sink.Used] = 0;
    return sink.Count;
}

int __cdecl vsprintf(char *buffer, const char *format, va_list args)
{
    return (int)CrtFormat(buffer, (size_t)-1, format, args);
}

/* C99: always terminated, returns what would have been written. */
int __cdecl vsnprintf(char *buffer, size_t size, const char *format, va_list args)
{
    return (int)CrtFormat(buffer, size, format, args);
}

int __cdecl vswprintf(wchar_t *buffer, size_t size, const wchar_t *format, va_list args)
{
    size_t length = CrtFormatWide(buffer, size, format, args);

    return length < size ? (int)length : -1;
}

/* Microsoft's: no terminator if there is no room for one, -1 if the text does not fit. */
int __cdecl _vsnprintf(char *buffer, size_t count, const char *format, va_list args)
{
    RTLP_FORMAT_SINK sink = {0};

    sink.Narrow = buffer;
    sink.Capacity = buffer != NULL ? count : 0;
    CrtFormatInto(&sink, format, 0, args);
    if (sink.Count < sink.Capacity)
        buffer[sink.Count] = 0;
    return sink.Count > count && buffer != NULL ? -1 : (int)sink.Count;
}

int __cdecl _vsnwprintf(wchar_t *buffer, size_t count, const wchar_t *format, va_list args)
{
    RTLP_FORMAT_SINK sink = {0};

    sink.Wide = buffer;
    sink.Capacity = buffer != NULL ? count : 0;
    CrtFormatInto(&sink, format, RTLP_FORMAT_WIDE, args);
    if (sink.Count < sink.Capacity)
        buffer[sink.Count] = 0;
    return sink.Count > count && buffer != NULL ? -1 : (int)sink.Count;
}

/*
 * The bounded ones: text that does not fit leaves "" and is an invalid argument, ERANGE; with a smaller count or _TRUNCATE it is cut.
 */
int __cdecl _vsnprintf_s(char *buffer, size_t size, size_t count, const char *format, va_list args)
{
    size_t length;

    if (buffer == NULL || size == 0 || format == NULL) {
        CrtInvalid(EINVAL);
        return -1;
    }
    length = CrtFormat(buffer, count < size ? count + 1 : size, format, args);
    if (length < size && length <= count)
        return (int)length;
    if (count >= size && count != _TRUNCATE) {
        buffer[0] = 0;
        CrtInvalid(ERANGE);
    }
    return -1;
}

static int CrtWideBounded(wchar_t *buffer, size_t size, size_t count, const wchar_t *format, va_list args)
{
    size_t length;

    if (buffer == NULL || size == 0 || format == NULL) {
        CrtInvalid(EINVAL);
        return -1;
    }
    length = CrtFormatWide(buffer, count < size ? count + 1 : size, format, args);
    if (length < size && length <= count)
        return (int)length;
    if (count >= size && count != _TRUNCATE) {
        buffer[0] = 0;
        CrtInvalid(ERANGE);
    }
    return -1;
}

/* A count that is not _TRUNCATE and no limit. */
#define CRT_NO_COUNT ((size_t)-2)

int __cdecl vsprintf_s(char *buffer, size_t size, const char *format, va_list args)
{
    return _vsnprintf_s(buffer, size, CRT_NO_COUNT, format, args);
}

int __cdecl vswprintf_s(wchar_t *buffer, size_t size, const wchar_t *format, va_list args)
{
    return CrtWideBounded(buffer, size, CRT_NO_COUNT, format, args);
}

int __cdecl _vsnwprintf_s(wchar_t *buffer, size_t size, size_t count, const wchar_t *format, va_list args)
{
    return CrtWideBounded(buffer, size, count, format, args);
}

/* The old swprintf, which trusts its buffer. */
int __cdecl _vswprintf(wchar_t *buffer, const wchar_t *format, va_list args)
{
    return (int)CrtFormatWide(buffer, (size_t)-1, format, args);
}

int __cdecl _vscprintf(const char *format, va_list args)
{
    return (int)CrtFormat(NULL, 0, format, args);
}

int __cdecl _vscwprintf(const wchar_t *format, va_list args)
{
    return (int)CrtFormatWide(NULL, 0, format, args);
}

/* ------------------------------------------------------------------ to streams */

static void CrtFlushSink(PRTLP_FORMAT_SINK sink)
{
    CrtWrite(sink->Context, sink->Narrow, sink->Used);
    sink->Used = 0;
}

static int CrtPrint(FILE *stream, const void *format, ULONG flags, va_list args)
{
    char buffer[CRT_PRINT_BYTES];
    RTLP_FORMAT_SINK sink = {0};

    if (format == NULL) {
        errno = EINVAL;
        return -1;
    }
    sink.Narrow = buffer;
    sink.Capacity = CRT_PRINT_BYTES;
    sink.Flush = CrtFlushSink;
    sink.Context = stream;
    CrtFormatInto(&sink, format, flags, args);
    return CrtWrite(stream, buffer, sink.Used) == 0 ? (int)sink.Count : -1;
}

int __cdecl vfprintf(FILE *stream, const char *format, va_list args)
{
    return CrtPrint(stream, format, 0, args);
}

int __cdecl vprintf(const char *format, va_list args)
{
    return CrtPrint(stdout, format, 0, args);
}

int __cdecl vprintf_s(const char *format, va_list args)
{
    return CrtPrint(stdout, format, 0, args);
}

int __cdecl vfprintf_s(FILE *stream, const char *format, va_list args)
{
    return CrtPrint(stream, format, 0, args);
}

int __cdecl vfwprintf_s(FILE *stream, const wchar_t *format, va_list args)
{
    return CrtPrint(stream, format, RTLP_FORMAT_WIDE, args);
}

int __cdecl vwprintf_s(const wchar_t *format, va_list args)
{
    return CrtPrint(stdout, format, RTLP_FORMAT_WIDE, args);
}

int __cdecl vfwprintf(FILE *stream, const wchar_t *format, va_list args)
{
    return CrtPrint(stream, format, RTLP_FORMAT_WIDE, args);
}

int __cdecl vwprintf(const wchar_t *format, va_list args)
{
    return CrtPrint(stdout, format, RTLP_FORMAT_WIDE, args);
}

/* ------------------------------------------------------------------ the same with arguments in the call */

int __cdecl printf(const char *format, ...)
{
    CRT_VARIADIC(CrtPrint(stdout, format, 0, args));
}

int __cdecl printf_s(const char *format, ...)
{
    CRT_VARIADIC(CrtPrint(stdout, format, 0, args));
}

int __cdecl fprintf(FILE *stream, const char *format, ...)
{
    CRT_VARIADIC(CrtPrint(stream, format, 0, args));
}

int __cdecl fprintf_s(FILE *stream, const char *format, ...)
{
    CRT_VARIADIC(CrtPrint(stream, format, 0, args));
}

int __cdecl wprintf(const wchar_t *format, ...)
{
    CRT_VARIADIC(CrtPrint(stdout, format, RTLP_FORMAT_WIDE, args));
}

int __cdecl wprintf_s(const wchar_t *format, ...)
{
    CRT_VARIADIC(CrtPrint(stdout, format, RTLP_FORMAT_WIDE, args));
}

int __cdecl fwprintf(FILE *stream, const wchar_t *format, ...)
{
    CRT_VARIADIC(CrtPrint(stream, format, RTLP_FORMAT_WIDE, args));
}

int __cdecl fwprintf_s(FILE *stream, const wchar_t *format, ...)
{
    CRT_VARIADIC(CrtPrint(stream, format, RTLP_FORMAT_WIDE, args));
}

int __cdecl _cprintf(const char *format, ...)
{
    CRT_VARIADIC(CrtPrint(stdout, format, 0, args));
}

int __cdecl sprintf(char *buffer, const char *format, ...)
{
    CRT_VARIADIC(vsprintf(buffer, format, args));
}

int __cdecl snprintf(char *buffer, size_t size, const char *format, ...)
{
    CRT_VARIADIC(vsnprintf(buffer, size, format, args));
}

int __cdecl _snprintf(char *buffer, size_t count, const char *format, ...)
{
    CRT_VARIADIC(_vsnprintf(buffer, count, format, args));
}

int __cdecl sprintf_s(char *buffer, size_t size, const char *format, ...)
{
    CRT_VARIADIC(vsprintf_s(buffer, size, format, args));
}

int __cdecl _snprintf_s(char *buffer, size_t size, size_t count, const char *format, ...)
{
    CRT_VARIADIC(_vsnprintf_s(buffer, size, count, format, args));
}

int __cdecl _scprintf(const char *format, ...)
{
    CRT_VARIADIC(_vscprintf(format, args));
}

int __cdecl _scwprintf(const wchar_t *format, ...)
{
    CRT_VARIADIC(_vscwprintf(format, args));
}

int __cdecl _swprintf(wchar_t *buffer, const wchar_t *format, ...)
{
    CRT_VARIADIC(_vswprintf(buffer, format, args));
}

int __cdecl swprintf(wchar_t *buffer, size_t size, const wchar_t *format, ...)
{
    CRT_VARIADIC(vswprintf(buffer, size, format, args));
}

int __cdecl _snwprintf(wchar_t *buffer, size_t count, const wchar_t *format, ...)
{
    CRT_VARIADIC(_vsnwprintf(buffer, count, format, args));
}

int __cdecl swprintf_s(wchar_t *buffer, size_t size, const wchar_t *format, ...)
{
    CRT_VARIADIC(vswprintf_s(buffer, size, format, args));
}

int __cdecl _snwprintf_s(wchar_t *buffer, size_t size, size_t count, const wchar_t *format, ...)
{
    CRT_VARIADIC(CrtWideBounded(buffer, size, count, format, args));
}
