/* stddef.h */
#pragma once
#include "crtdefs.h"

/* As in the real header: an index in m need not be a constant. */
#define offsetof(s, m) ((size_t)&(((s *)0)->m))
#ifndef _KERNEL_MODE
typedef struct { __declspec(align(16)) __int64 _Align[2]; } max_align_t;
#endif
