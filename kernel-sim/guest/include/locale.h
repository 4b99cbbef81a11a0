/* locale.h: the "C" locale and no other. */
#pragma once
#include "crtdefs.h"

#define LC_ALL 0
#define LC_COLLATE 1
#define LC_CTYPE 2
#define LC_MONETARY 3
#define LC_NUMERIC 4
#define LC_TIME 5
_CRTIMP char *__cdecl setlocale(int category, const char *locale);
