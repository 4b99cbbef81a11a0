/* io.h: the console by number: 0 is typed input, 1 and 2 are output. There are no files. */
#pragma once
#include "crtdefs.h"

_CRTIMP int __cdecl _write(int fd, const void *buffer, unsigned int count);
_CRTIMP int __cdecl _read(int fd, void *buffer, unsigned int count);
_CRTIMP int __cdecl _isatty(int fd);
#define write  _write
#define read   _read
#define isatty _isatty
