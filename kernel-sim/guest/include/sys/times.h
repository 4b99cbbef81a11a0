/* sys/times.h: times in ticks, CLOCKS_PER_SEC in a second. */
#pragma once
#include "time.h"

struct tms {
    clock_t tms_utime;
    clock_t tms_stime;
    clock_t tms_cutime;
    clock_t tms_cstime;
};

_CRTIMP clock_t __cdecl times(struct tms *used);
