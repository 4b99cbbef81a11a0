/* search.h: searching in arrays. */
#pragma once
#include "stdlib.h"

_CRTIMP void *__cdecl _lfind(const void *key, const void *base, unsigned int *count, unsigned int size, int(__cdecl *compare)(const void *, const void *));
_CRTIMP void *__cdecl _lsearch(const void *key, void *base, unsigned int *count, unsigned int size, int(__cdecl *compare)(const void *, const void *));
#define lfind   _lfind
#define lsearch _lsearch
