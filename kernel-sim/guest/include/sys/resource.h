/* sys/resource.h: the processor time that a program has used; here all the time since the machine started. */
#pragma once
#include "sys/time.h"

#define RUSAGE_SELF     0
#define RUSAGE_CHILDREN (-1)

struct rusage {
    struct timeval ru_utime;
    struct timeval ru_stime;
    long ru_maxrss;
    long ru_minflt;
    long ru_majflt;
};

_CRTIMP int __cdecl getrusage(int who, struct rusage *usage);
