/* time.h */
#pragma once
#include "crtdefs.h"

typedef long clock_t;
#define CLOCKS_PER_SEC ((clock_t)1000)
#define CLK_TCK CLOCKS_PER_SEC
#define TIME_UTC 1

struct tm {
    int tm_sec;
    int tm_min;
    int tm_hour;
    int tm_mday;
    int tm_mon;
    int tm_year;
    int tm_wday;
    int tm_yday;
    int tm_isdst;
};
struct timespec {
    time_t tv_sec;
    long tv_nsec;
};
_CRTIMP clock_t __cdecl clock(void);
_CRTIMP time_t __cdecl time(time_t *result);
_CRTIMP time_t __cdecl mktime(struct tm *time);
_CRTIMP struct tm *__cdecl gmtime(const time_t *time);
_CRTIMP struct tm *__cdecl localtime(const time_t *time);
_CRTIMP errno_t __cdecl gmtime_s(struct tm *result, const time_t *time);
_CRTIMP errno_t __cdecl localtime_s(struct tm *result, const time_t *time);
_CRTIMP char *__cdecl asctime(const struct tm *time);
_CRTIMP char *__cdecl ctime(const time_t *time);
_CRTIMP size_t __cdecl strftime(char *buffer, size_t size, const char *format, const struct tm *time);
_CRTIMP int __cdecl timespec_get(struct timespec *ts, int base);
#define CLOCK_REALTIME           0
#define CLOCK_MONOTONIC          1
#define CLOCK_PROCESS_CPUTIME_ID 2
#define CLOCK_THREAD_CPUTIME_ID  3
_CRTIMP int __cdecl clock_gettime(int clock, struct timespec *ts);
_CRTIMP int __cdecl clock_getres(int clock, struct timespec *ts);
_CRTIMP int __cdecl nanosleep(const struct timespec *wanted, struct timespec *left);
_CRTIMP struct tm *__cdecl localtime_r(const time_t *time, struct tm *result);
_CRTIMP struct tm *__cdecl gmtime_r(const time_t *time, struct tm *result);
_CRTIMP errno_t __cdecl asctime_s(char *buffer, size_t size, const struct tm *time);
_CRTIMP errno_t __cdecl ctime_s(char *buffer, size_t size, const time_t *time);
_CRTIMP wchar_t *__cdecl _wasctime(const struct tm *time);
_CRTIMP wchar_t *__cdecl _wctime(const time_t *time);
_CRTIMP time_t __cdecl _mkgmtime(struct tm *time);
_CRTIMP __time64_t __cdecl _time64(__time64_t *result);
_CRTIMP __time64_t __cdecl _mktime64(struct tm *time);
_CRTIMP struct tm *__cdecl _gmtime64(const __time64_t *time);
_CRTIMP struct tm *__cdecl _localtime64(const __time64_t *time);
_CRTIMP errno_t __cdecl _gmtime64_s(struct tm *result, const __time64_t *time);
_CRTIMP errno_t __cdecl _localtime64_s(struct tm *result, const __time64_t *time);
_CRTIMP char *__cdecl _ctime64(const __time64_t *time);
_CRTIMP char *__cdecl _strdate(char *buffer);
_CRTIMP char *__cdecl _strtime(char *buffer);
_CRTIMP errno_t __cdecl _strdate_s(char *buffer, size_t size);
_CRTIMP errno_t __cdecl _strtime_s(char *buffer, size_t size);
_CRTIMP void __cdecl _tzset(void);
_CRTIMP errno_t __cdecl _get_timezone(long *seconds);
_CRTIMP errno_t __cdecl _get_daylight(int *hours);
#define tzset _tzset
_CRTIMP double __cdecl difftime(time_t end, time_t start);
