/* wchar.h */
#pragma once
#include "crtdefs.h"
#include "string.h"
#include "stdio.h"
#include "stdlib.h"
#include "time.h"
#include "wctype.h"

#ifndef WCHAR_MIN
#define WCHAR_MIN 0
#define WCHAR_MAX 0xffff
#endif
typedef struct _Mbstatet {
    unsigned long _Wchar;
    unsigned short _Byte, _State;
} mbstate_t;
_CRTIMP wchar_t *__cdecl wmemcpy(wchar_t *dest, const wchar_t *src, size_t n);
_CRTIMP wchar_t *__cdecl wmemmove(wchar_t *dest, const wchar_t *src, size_t n);
_CRTIMP wchar_t *__cdecl wmemset(wchar_t *dest, wchar_t c, size_t n);
_CRTIMP int __cdecl wmemcmp(const wchar_t *a, const wchar_t *b, size_t n);
_CRTIMP wchar_t *__cdecl wmemchr(const wchar_t *s, wchar_t c, size_t n);
_CRTIMP errno_t __cdecl wmemcpy_s(wchar_t *dest, rsize_t size, const wchar_t *src, rsize_t n);
_CRTIMP errno_t __cdecl wmemmove_s(wchar_t *dest, rsize_t size, const wchar_t *src, rsize_t n);
_CRTIMP wint_t __cdecl btowc(int c);
_CRTIMP int __cdecl wctob(wint_t c);
_CRTIMP int __cdecl mbsinit(const mbstate_t *state);
_CRTIMP size_t __cdecl mbrlen(const char *s, size_t n, mbstate_t *state);
_CRTIMP size_t __cdecl mbrtowc(wchar_t *dest, const char *s, size_t n, mbstate_t *state);
_CRTIMP size_t __cdecl wcrtomb(char *s, wchar_t c, mbstate_t *state);
_CRTIMP size_t __cdecl mbsrtowcs(wchar_t *dest, const char **source, size_t count, mbstate_t *state);
_CRTIMP size_t __cdecl wcsrtombs(char *dest, const wchar_t **source, size_t count, mbstate_t *state);
_CRTIMP size_t __cdecl wcsftime(wchar_t *buffer, size_t size, const wchar_t *format, const struct tm *time);
