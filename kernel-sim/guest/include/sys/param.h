/* sys/param.h: what programs of other systems take from it. */
#pragma once
#include <limits.h>

#define MAXPATHLEN 260
#ifndef MIN
#define MIN(a, b) (((a) < (b)) ? (a) : (b))
#define MAX(a, b) (((a) > (b)) ? (a) : (b))
#endif
