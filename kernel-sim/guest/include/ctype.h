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
_CRTIMP int __cdecl iswblank(wint_t c);
_CRTIMP int __cdecl iswcntrl(wint_t c);
_CRTIMP int __cdecl iswgraph(wint_t c);
_CRTIMP int __cdecl iswpunct(wint_t c);
_CRTIMP int __cdecl __iscsym(int c);
_CRTIMP int __cdecl __iscsymf(int c);
_CRTIMP wint_t __cdecl towupper(wint_t c);
_CRTIMP wint_t __cdecl towlower(wint_t c);
#define isascii(c)   ((unsigned)(c) < 0x80)
#define __isascii(c) ((unsigned)(c) < 0x80)
#define toascii(c)   ((c) & 0x7f)
#define _toupper(c)  ((c) - 'a' + 'A')
#define _tolower(c)  ((c) - 'A' + 'a')

/* Bits that name classes to iswctype. */
#define _UPPER   0x01
#define _LOWER   0x02
#define _DIGIT   0x04
#define _SPACE   0x08
#define _PUNCT   0x10
#define _CONTROL 0x20
#define _BLANK   0x40
#define _HEX     0x80
#define _ALPHA   (0x0100 | _UPPER | _LOWER)
