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

/* The body of a variadic function whose last parameter is format: `Call` uses args. */
#define CRT_VARIADIC(Call)       \
    va_list args;                \
    int result;                  \
                                 \
    va_start(args, format);      \
    result = Call;               \
    va_end(args);                \
    return result
