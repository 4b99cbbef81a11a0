/*
 * How long has this thread run? The kernel counts it, in memory of its own.
 */
#include <windows.h>
#include "probe.h"

unsigned long long OwnTime(void)
{
    FILETIME creation, exit, kernel, user;

    __try {
        return *(volatile unsigned long long *)CLOCK_OF_THE_KERNEL;
    } __except (EXCEPTION_EXECUTE_HANDLER) {
        GetThreadTimes(GetCurrentThread(), &creation, &exit, &kernel, &user);
    }
    return (unsigned long long)user.dwHighDateTime << 32 | user.dwLowDateTime;
}
