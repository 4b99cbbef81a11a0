/*
 * How long has this thread run? The kernel counts it, in memory of its own.
 */
#include <windows.h>
#include "probe.h"

unsigned long long OwnTime(void)
{
    /* Milliseconds since the machine was started. */
    return GetTickCount64() * 10000;
}
