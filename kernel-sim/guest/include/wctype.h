/* wctype.h */
#pragma once
#include "ctype.h"

#ifndef WEOF
#define WEOF ((wint_t)(0xFFFF))
#endif
typedef wchar_t wctrans_t;
_CRTIMP wctype_t __cdecl wctype(const char *name);
_CRTIMP int __cdecl iswctype(wint_t c, wctype_t mask);
_CRTIMP wctrans_t __cdecl wctrans(const char *name);
_CRTIMP wint_t __cdecl towctrans(wint_t c, wctrans_t mapping);
