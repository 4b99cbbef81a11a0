/* sched.h: giving the processor away, as portable programs of other systems do it. */
#pragma once
#include "crtdefs.h"

_CRTIMP int __cdecl sched_yield(void);
