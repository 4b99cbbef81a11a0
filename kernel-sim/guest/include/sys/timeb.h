/* sys/timeb.h: the time with milliseconds. */
#pragma once
#include "crtdefs.h"

struct __timeb64 {
    __time64_t time;
    unsigned short millitm;
    short timezone;
    short dstflag;
};
_CRTIMP void __cdecl _ftime64(struct __timeb64 *result);
_CRTIMP errno_t __cdecl _ftime64_s(struct __timeb64 *result);
#define _timeb   __timeb64
#define timeb    __timeb64
#define _ftime   _ftime64
#define _ftime_s _ftime64_s
#define ftime    _ftime64
