/*
 * crt.h: what the sources of the C run-time library share. State of the library is per process: its data pages are.
 */
#pragma once

#define _CRTBLD
#include "native.h"
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>

/* ------------------------------------------------------------------ streams (stdio.c) */

#define CRT_STREAMS 3

/* Characters on their way to the console: narrow text is bytes (UTF-8), nothing is kept behind a call. */
int CrtWrite(FILE *stream, const void *bytes, size_t count); /* 0, or EOF: not open for writing */
/* One more character of typed input, waiting for it; EOF at its end. */
int CrtRead(FILE *stream);
void CrtUnread(FILE *stream, int c);

/* ------------------------------------------------------------------ formatted output (printf.c) */

/* Both return the characters that the whole text has; what fits is in the buffer, terminated if size is not 0. */
size_t CrtFormat(char *buffer, size_t size, const char *format, va_list args);
size_t CrtFormatWide(wchar_t *buffer, size_t size, const wchar_t *format, va_list args);

/* %f %e %g %a (floatout.c) */
VOID CrtFormatFloat(PRTLP_FORMAT_SINK sink, const RTLP_FORMAT_SPEC *spec, ULONGLONG bits);

/* ------------------------------------------------------------------ floating numbers in text (floatin.c) */

/* The next character of a source, or something that is no part of a number at its end. */
typedef int (*CRT_FLOAT_NEXT)(void *context);

/*
 * Reads a number from behind white space; the result is the bits of a double, or of a float if `single` is set. *read: characters taken, the
 * one behind the number included; *valid: characters of the longest number at the start, 0 if there is none.
 */
unsigned __int64 CrtReadFloat(CRT_FLOAT_NEXT next, void *context, int single, int *read, int *valid);

/* ------------------------------------------------------------------ variadic functions */

/* The body of a variadic function whose last parameter is format: `Call` uses args. */
#define CRT_VARIADIC(Call)       \
    va_list args;                \
    int result;                  \
                                 \
    va_start(args, format);      \
    result = Call;               \
    va_end(args);                \
    return result
