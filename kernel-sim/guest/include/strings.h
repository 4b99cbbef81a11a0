/* strings.h: string functions by the names that other systems have. */
#pragma once
#include "crtdefs.h"

_CRTIMP int __cdecl strcasecmp(const char *a, const char *b);
_CRTIMP int __cdecl strncasecmp(const char *a, const char *b, size_t n);
_CRTIMP void __cdecl bzero(void *dest, size_t n);
_CRTIMP void __cdecl bcopy(const void *src, void *dest, size_t n);
_CRTIMP int __cdecl bcmp(const void *a, const void *b, size_t n);
_CRTIMP char *__cdecl index(const char *s, int c);
_CRTIMP char *__cdecl rindex(const char *s, int c);
_CRTIMP int __cdecl ffs(int mask);
