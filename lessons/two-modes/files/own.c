/*
 * How long has this thread run? The kernel counts it, in memory of its own.
 */
#include <windows.h>
#include "probe.h"

unsigned long long OwnTime(void)
{
    /* The kernel knows, so look there. */
    return *(volatile unsigned long long *)CLOCK_OF_THE_KERNEL;
}
