/* malloc.h: an old home of what stdlib.h has, and alloca. */
#pragma once
#include "stdlib.h"

void *__cdecl _alloca(size_t Size);
#define alloca _alloca
/* After a handled stack overflow: makes the guard page again that finds the next one. 0: it could not, or the stack is still full. */
_CRTIMP int __cdecl _resetstkoflw(void);
