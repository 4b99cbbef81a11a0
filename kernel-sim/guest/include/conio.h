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
#define kbhit  _kbhit
#define getch  _getch
#define getche _getche
#define putch  _putch
