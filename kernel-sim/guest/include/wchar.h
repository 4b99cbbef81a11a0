/* wchar.h */
#pragma once
#include "crtdefs.h"
#include "string.h"
#include "stdio.h"
#include "stdlib.h"
#include "time.h"

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
_CRTIMP wchar_t *__cdecl wcspbrk(const wchar_t *s, const wchar_t *set);
_CRTIMP size_t __cdecl wcsftime(wchar_t *buffer, size_t size, const wchar_t *format, const struct tm *time);
