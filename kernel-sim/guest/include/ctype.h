/* ctype.h */
#pragma once
#include "crtdefs.h"

_CRTIMP int __cdecl isalpha(int c);
_CRTIMP int __cdecl isdigit(int c);
_CRTIMP int __cdecl isalnum(int c);
_CRTIMP int __cdecl isspace(int c);
_CRTIMP int __cdecl isblank(int c);
_CRTIMP int __cdecl isupper(int c);
_CRTIMP int __cdecl islower(int c);
_CRTIMP int __cdecl isxdigit(int c);
_CRTIMP int __cdecl ispunct(int c);
_CRTIMP int __cdecl isprint(int c);
_CRTIMP int __cdecl isgraph(int c);
_CRTIMP int __cdecl iscntrl(int c);
_CRTIMP int __cdecl toupper(int c);
_CRTIMP int __cdecl tolower(int c);
_CRTIMP int __cdecl iswalpha(wint_t c);
_CRTIMP int __cdecl iswdigit(wint_t c);
_CRTIMP int __cdecl iswalnum(wint_t c);
_CRTIMP int __cdecl iswspace(wint_t c);
_CRTIMP int __cdecl iswupper(wint_t c);
_CRTIMP int __cdecl iswlower(wint_t c);
_CRTIMP int __cdecl iswxdigit(wint_t c);
_CRTIMP int __cdecl iswprint(wint_t c);
_CRTIMP wint_t __cdecl towupper(wint_t c);
_CRTIMP wint_t __cdecl towlower(wint_t c);
#define isascii(c)   ((unsigned)(c) < 0x80)
#define __isascii(c) ((unsigned)(c) < 0x80)
#define toascii(c)   ((c) & 0x7f)
#define _toupper(c)  ((c) - 'a' + 'A')
#define _tolower(c)  ((c) - 'A' + 'a')
