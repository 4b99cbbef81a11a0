/* stddef.h */
#pragma once
#include "crtdefs.h"

#define offsetof(s, m) __builtin_offsetof(s, m)
#ifndef _KERNEL_MODE
typedef struct { __declspec(align(16)) __int64 _Align[2]; } max_align_t;
#endif
