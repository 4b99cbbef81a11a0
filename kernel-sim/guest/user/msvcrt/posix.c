/*
 * posix.c: functions that Windows does not have, or has by another name, and that portable programs call: the time, waiting, strings. A program's
 * own function of the same name wins.
 */
#include "crt.h"
#include <io.h>
#include <sched.h>
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

int __cdecl clock_gettime(int clock, struct timespec *ts)
{
    (void)clock;
    timespec_get(ts, TIME_UTC);
    return 0;
}

int __cdecl clock_getres(int clock, struct timespec *ts)
{
    (void)clock;
    if (ts != NULL) {
        ts->tv_sec = 0;
        ts->tv_nsec = 100;
    }
    return 0;
}

int __cdecl nanosleep(const struct timespec *wanted, struct timespec *left)
{
    Sleep((DWORD)(wanted->tv_sec * 1000 + (wanted->tv_nsec + 999999) / 1000000));
    if (left != NULL)
        left->tv_sec = left->tv_nsec = 0;
    return 0;
}

struct tm *__cdecl localtime_r(const time_t *time, struct tm *result)
{
    return localtime_s(result, time) == 0 ? result : NULL;
}

struct tm *__cdecl gmtime_r(const time_t *time, struct tm *result)
{
    return gmtime_s(result, time) == 0 ? result : NULL;
}

int __cdecl sched_yield(void)
{
    SwitchToThread();
    return 0;
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

char *__cdecl strtok_r(char *s, const char *delimiters, char **rest)
{
    return strtok_s(s, delimiters, rest);
}

char *__cdecl strsep(char **rest, const char *delimiters)
{
    char *s = *rest;
    char *end;

    if (s == NULL)
        return NULL;
    end = s + strcspn(s, delimiters);
    *rest = *end != 0 ? end + 1 : NULL;
    *end = 0;
    return s;
}

/* GNU programs declare some of these themselves. */

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
