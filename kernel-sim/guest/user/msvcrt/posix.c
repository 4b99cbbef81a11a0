/*
 * posix.c: functions that Windows does not have, or has by another name, and that portable programs call: the time, waiting, strings. A program's
 * own function of the same name wins.
 */
#include "crt.h"
#include <io.h>
#include <strings.h>
#include <sys/resource.h>
#include <sys/times.h>
#include <time.h>
#include <unistd.h>

#undef write
#undef read
#undef isatty

/* ------------------------------------------------------------------ time */

int __cdecl gettimeofday(struct timeval *now, void *zone)
{
    struct timespec ts;

    (void)zone;
    timespec_get(&ts, TIME_UTC);
    now->tv_sec = (long)ts.tv_sec;
    now->tv_usec = ts.tv_nsec / 1000;
    return 0;
}

int __cdecl getrusage(int who, struct rusage *usage)
{
    clock_t used = who == RUSAGE_SELF ? clock() : 0;

    memset(usage, 0, sizeof(*usage));
    usage->ru_utime.tv_sec = used / CLOCKS_PER_SEC;
    usage->ru_utime.tv_usec = used % CLOCKS_PER_SEC * (1000000 / CLOCKS_PER_SEC);
    return 0;
}

clock_t __cdecl times(struct tms *used)
{
    memset(used, 0, sizeof(*used));
    used->tms_utime = clock();
    return used->tms_utime;
}

unsigned int __cdecl sleep(unsigned int seconds)
{
    Sleep(seconds * 1000);
    return 0;
}

int __cdecl usleep(unsigned int microseconds)
{
    Sleep((microseconds + 999) / 1000);
    return 0;
}

/* ------------------------------------------------------------------ the console */

int __cdecl write(int fd, const void *buffer, unsigned int count)
{
    return _write(fd, buffer, count);
}

int __cdecl read(int fd, void *buffer, unsigned int count)
{
    return _read(fd, buffer, count);
}

int __cdecl isatty(int fd)
{
    return _isatty(fd);
}

/* ------------------------------------------------------------------ memory and strings */

int __cdecl strcasecmp(const char *a, const char *b)
{
    return _stricmp(a, b);
}

int __cdecl strncasecmp(const char *a, const char *b, size_t n)
{
    return _strnicmp(a, b, n);
}

void __cdecl bzero(void *dest, size_t n)
{
    memset(dest, 0, n);
}

void __cdecl bcopy(const void *src, void *dest, size_t n)
{
    memmove(dest, src, n);
}

int __cdecl bcmp(const void *a, const void *b, size_t n)
{
    return memcmp(a, b, n);
}

char *__cdecl index(const char *s, int c)
{
    return strchr(s, c);
}

char *__cdecl rindex(const char *s, int c)
{
    return strrchr(s, c);
}

int __cdecl ffs(int mask)
{
    unsigned long at;

    return _BitScanForward(&at, (unsigned long)mask) ? (int)at + 1 : 0;
}

/* GNU programs declare these themselves. */

void *__cdecl mempcpy(void *dest, const void *src, size_t n)
{
    return (char *)memcpy(dest, src, n) + n;
}

char *__cdecl stpcpy(char *dest, const char *src)
{
    size_t n = strlen(src);

    memcpy(dest, src, n + 1);
    return dest + n;
}

char *__cdecl stpncpy(char *dest, const char *src, size_t n)
{
    strncpy(dest, src, n);
    return dest + strnlen(src, n);
}

char *__cdecl strndup(const char *src, size_t n)
{
    size_t length = strnlen(src, n);
    char *copy = malloc(length + 1);

    if (copy == NULL)
        return NULL;
    memcpy(copy, src, length);
    copy[length] = 0;
    return copy;
}
