/* uchar.h: characters of UTF-16 and UTF-32; bytes are UTF-8. */
#pragma once
#include "wchar.h"

typedef unsigned short char16_t;
typedef unsigned int char32_t;
_CRTIMP size_t __cdecl mbrtoc16(char16_t *dest, const char *s, size_t n, mbstate_t *state);
_CRTIMP size_t __cdecl c16rtomb(char *s, char16_t c, mbstate_t *state);
_CRTIMP size_t __cdecl mbrtoc32(char32_t *dest, const char *s, size_t n, mbstate_t *state);
_CRTIMP size_t __cdecl c32rtomb(char *s, char32_t c, mbstate_t *state);
