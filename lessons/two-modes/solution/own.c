/*
 * How long has this thread run? The kernel counts it, in memory of its own.
 */
#include <windows.h>
#include "probe.h"

unsigned long long OwnTime(void)
{
    FILETIME creation, exit, kernel, user;

    if (!GetThreadTimes(GetCurrentThread(), &creation, &exit, &kernel, &user)) {
        return 0;
    }
    return (unsigned long long)user.dwHighDateTime << 32 | user.dwLowDateTime;
}
