/*
 * How long has this thread run? The kernel counts it, in memory of its own.
 */
#include <windows.h>
#include "probe.h"

static unsigned long long Value(FILETIME Time)
{
    return (unsigned long long)Time.dwHighDateTime << 32 | Time.dwLowDateTime;
}

unsigned long long OwnTime(void)
{
    FILETIME creation, exit, kernel, user, now;

    if (!GetThreadTimes(GetCurrentThread(), &creation, &exit, &kernel, &user)) {
        return 0;
    }
    GetSystemTimeAsFileTime(&now);
    return Value(now) - Value(creation);
}
