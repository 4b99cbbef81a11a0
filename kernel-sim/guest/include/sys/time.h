/* sys/time.h: the time with microseconds, as portable programs of other systems ask for it. */
#pragma once
#include "crtdefs.h"

#ifndef _TIMEVAL_DEFINED
#define _TIMEVAL_DEFINED
struct timeval {
    long tv_sec;
    long tv_usec;
};
#endif

struct timezone {
    int tz_minuteswest;
    int tz_dsttime;
};

_CRTIMP int __cdecl gettimeofday(struct timeval *now, void *zone);
