/* malloc.h: an old home of what stdlib.h has, and alloca. */
#pragma once
#include "stdlib.h"

void *__cdecl _alloca(size_t Size);
#define alloca _alloca
