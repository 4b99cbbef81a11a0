/* conio.h: the console, key by key. */
#pragma once
#include "crtdefs.h"

_CRTIMP int __cdecl _kbhit(void);
_CRTIMP int __cdecl _getch(void);
_CRTIMP int __cdecl _getche(void);
_CRTIMP int __cdecl _putch(int c);
_CRTIMP int __cdecl _ungetch(int c);
_CRTIMP int __cdecl _cputs(const char *s);
_CRTIMP int __cdecl _cprintf(const char *format, ...);
_CRTIMP int __cdecl _cscanf(const char *format, ...);
_CRTIMP wint_t __cdecl _getwch(void);
_CRTIMP wint_t __cdecl _getwche(void);
_CRTIMP wint_t __cdecl _putwch(wchar_t c);
_CRTIMP int __cdecl _cputws(const wchar_t *s);
#define kbhit  _kbhit
#define getch  _getch
#define getche _getche
#define putch  _putch
#define cputs   _cputs
#define cprintf _cprintf
#define ungetch _ungetch
