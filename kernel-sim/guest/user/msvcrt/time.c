/*
 * time.c: times of the simulated clock. Local time is UTC.
 */
#include "crt.h"
#include <ctype.h>
#include <sys/timeb.h>
#include <time.h>

/* 100 ns units from 1601 to 1970, and in a second. */
#define CRT_EPOCH 116444736000000000i64
#define CRT_SECOND 10000000i64

time_t __cdecl time(time_t *result)
{
    FILETIME now;
    time_t seconds;

    GetSystemTimeAsFileTime(&now);
    seconds = ((__int64)(((unsigned __int64)now.dwHighDateTime << 32) | now.dwLowDateTime) - CRT_EPOCH) / CRT_SECOND;
    if (result != NULL)
        *result = seconds;
    return seconds;
}

double __cdecl difftime(time_t end, time_t start)
{
    return (double)(end - start);
}

/* Milliseconds of simulated time since the machine started. */
clock_t __cdecl clock(void)
{
    return (clock_t)GetTickCount();
}

int __cdecl timespec_get(struct timespec *ts, int base)
{
    FILETIME now;
    __int64 units;

    if (base != TIME_UTC)
        return 0;
    GetSystemTimeAsFileTime(&now);
    units = (__int64)(((unsigned __int64)now.dwHighDateTime << 32) | now.dwLowDateTime) - CRT_EPOCH;
    ts->tv_sec = units / CRT_SECOND;
    ts->tv_nsec = (long)(units % CRT_SECOND) * 100;
    return base;
}

/* ------------------------------------------------------------------ calendar */

static const short CrtDaysBefore[] = {0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334};

static int CrtIsLeap(int year)
{
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

/* Days from 1970-01-01 to the first of a month (0 to 11) of a year; right from 1601 on. */
static __int64 CrtDaysTo(int year, int month)
{
    __int64 before = year - 1;

    return before * 365 + before / 4 - before / 100 + before / 400 - 719162 + CrtDaysBefore[month] + (month > 1 && CrtIsLeap(year));
}

errno_t __cdecl gmtime_s(struct tm *result, const time_t *time)
{
    __int64 days;
    int rest;
    int year;
    int month = 11;

    if (result == NULL || time == NULL || *time < 0)
        return CrtInvalid(EINVAL);
    days = *time / 86400;
    rest = (int)(*time % 86400);
    result->tm_hour = rest / 3600;
    result->tm_min = rest / 60 % 60;
    result->tm_sec = rest % 60;
    result->tm_wday = (int)((days + 4) % 7);
    year = 1970 + (int)(days / 366);
    while (CrtDaysTo(year + 1, 0) <= days)
        year++;
    while (CrtDaysTo(year, month) > days)
        month--;
    result->tm_year = year - 1900;
    result->tm_mon = month;
    result->tm_mday = (int)(days - CrtDaysTo(year, month)) + 1;
    result->tm_yday = (int)(days - CrtDaysTo(year, 0));
    result->tm_isdst = 0;
    return 0;
}

errno_t __cdecl localtime_s(struct tm *result, const time_t *time)
{
    return gmtime_s(result, time);
}

struct tm *__cdecl gmtime(const time_t *time)
{
    static struct tm result;

    return gmtime_s(&result, time) == 0 ? &result : NULL;
}

struct tm *__cdecl localtime(const time_t *time)
{
    return gmtime(time);
}

/* Members may be out of range and are brought back into it. */
time_t __cdecl mktime(struct tm *time)
{
    int months = time->tm_year * 12 + time->tm_mon;
    int year = 1900 + months / 12;
    int month = months % 12;
    time_t result;

    if (month < 0) {
        month += 12;
        year--;
    }
    result = ((CrtDaysTo(year, month) + time->tm_mday - 1) * 24 + time->tm_hour) * 3600 + (__int64)time->tm_min * 60 + time->tm_sec;
    return gmtime_s(time, &result) == 0 ? result : -1;
}

/* ------------------------------------------------------------------ text */

static const char *const CrtDays[] = {"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"};
static const char *const CrtMonths[] = {"January", "February", "March",     "April",   "May",      "June",
                                        "July",    "August",   "September", "October", "November", "December"};

/* Week of ISO 8601 and the year that it belongs to: the first week is the one with the first Thursday. */
static int CrtIsoWeek(const struct tm *t, int *year)
{
    int thursday = t->tm_yday - (t->tm_wday + 6) % 7 + 3; /* day of the year of this week's Thursday */

    *year = t->tm_year + 1900;
    if (thursday < 0) {
        --*year;
        thursday += 365 + CrtIsLeap(*year);
    } else if (thursday >= 365 + CrtIsLeap(*year)) {
        thursday -= 365 + CrtIsLeap(*year);
        ++*year;
    }
    return thursday / 7 + 1;
}

/* What one conversion prints; empty if it is unknown. */
static void CrtTimeField(char *text, size_t size, char conversion, const struct tm *t)
{
    int hour12 = t->tm_hour % 12 == 0 ? 12 : t->tm_hour % 12;
    int year;

    text[0] = 0;
    switch (conversion) {
    case 'a':
        snprintf(text, size, "%.3s", CrtDays[t->tm_wday % 7]);
        break;
    case 'A':
        snprintf(text, size, "%s", CrtDays[t->tm_wday % 7]);
        break;
    case 'b':
    case 'h':
        snprintf(text, size, "%.3s", CrtMonths[t->tm_mon % 12]);
        break;
    case 'B':
        snprintf(text, size, "%s", CrtMonths[t->tm_mon % 12]);
        break;
    case 'c':
        snprintf(text, size, "%.3s %.3s %2d %02d:%02d:%02d %d", CrtDays[t->tm_wday % 7], CrtMonths[t->tm_mon % 12], t->tm_mday,
                 t->tm_hour, t->tm_min, t->tm_sec, t->tm_year + 1900);
        break;
    case 'd':
        snprintf(text, size, "%02d", t->tm_mday);
        break;
    case 'e':
        snprintf(text, size, "%2d", t->tm_mday);
        break;
    case 'D':
    case 'x':
        snprintf(text, size, "%02d/%02d/%02d", t->tm_mon + 1, t->tm_mday, t->tm_year % 100);
        break;
    case 'F':
        snprintf(text, size, "%d-%02d-%02d", t->tm_year + 1900, t->tm_mon + 1, t->tm_mday);
        break;
    case 'C':
        snprintf(text, size, "%02d", (t->tm_year + 1900) / 100);
        break;
    case 'G':
        CrtIsoWeek(t, &year);
        snprintf(text, size, "%d", year);
        break;
    case 'g':
        CrtIsoWeek(t, &year);
        snprintf(text, size, "%02d", year % 100);
        break;
    case 'V':
        snprintf(text, size, "%02d", CrtIsoWeek(t, &year));
        break;
    case 'r':
        snprintf(text, size, "%02d:%02d:%02d %s", hour12, t->tm_min, t->tm_sec, t->tm_hour < 12 ? "AM" : "PM");
        break;
    case 'H':
        snprintf(text, size, "%02d", t->tm_hour);
        break;
    case 'I':
        snprintf(text, size, "%02d", hour12);
        break;
    case 'j':
        snprintf(text, size, "%03d", t->tm_yday + 1);
        break;
    case 'm':
        snprintf(text, size, "%02d", t->tm_mon + 1);
        break;
    case 'M':
        snprintf(text, size, "%02d", t->tm_min);
        break;
    case 'n':
        snprintf(text, size, "\n");
        break;
    case 'p':
        snprintf(text, size, "%s", t->tm_hour < 12 ? "AM" : "PM");
        break;
    case 'R':
        snprintf(text, size, "%02d:%02d", t->tm_hour, t->tm_min);
        break;
    case 'S':
        snprintf(text, size, "%02d", t->tm_sec);
        break;
    case 't':
        snprintf(text, size, "\t");
        break;
    case 'T':
    case 'X':
        snprintf(text, size, "%02d:%02d:%02d", t->tm_hour, t->tm_min, t->tm_sec);
        break;
    case 'u':
        snprintf(text, size, "%d", t->tm_wday == 0 ? 7 : t->tm_wday);
        break;
    case 'U':
        snprintf(text, size, "%02d", (t->tm_yday + 7 - t->tm_wday) / 7);
        break;
    case 'w':
        snprintf(text, size, "%d", t->tm_wday);
        break;
    case 'W':
        snprintf(text, size, "%02d", (t->tm_yday + 7 - (t->tm_wday + 6) % 7) / 7);
        break;
    case 'y':
        snprintf(text, size, "%02d", t->tm_year % 100);
        break;
    case 'Y':
        snprintf(text, size, "%d", t->tm_year + 1900);
        break;
    case 'z':
        snprintf(text, size, "+0000");
        break;
    case 'Z':
        snprintf(text, size, "UTC");
        break;
    case '%':
        snprintf(text, size, "%%");
        break;
    }
}

/* The long forms that %#c and %#x ask for. */
static void CrtTimeLong(char *text, size_t size, int withTime, const struct tm *t)
{
    int n = snprintf(text, size, "%s, %s %02d, %d", CrtDays[t->tm_wday % 7], CrtMonths[t->tm_mon % 12], t->tm_mday, t->tm_year + 1900);

    if (withTime)
        snprintf(text + n, size - n, " %02d:%02d:%02d", t->tm_hour, t->tm_min, t->tm_sec);
}

/* '#' before one of these takes zeros and blanks away from the front of each of its numbers. */
static void CrtTimeWithoutZeros(char *text, char letter)
{
    const char *from = text;
    int inNumber = 0;

    if (strchr("dDeFHIjmMrRSTUVWyY", letter) == NULL)
        return;
    for (; *from != 0; from++) {
        if (!inNumber && (*from == '0' || *from == ' ') && isdigit((unsigned char)from[1]))
            continue;
        inNumber = isdigit((unsigned char)*from);
        *text++ = *from;
    }
    *text = 0;
}

size_t __cdecl strftime(char *buffer, size_t size, const char *format, const struct tm *time)
{
    char text[64];
    size_t n = 0;
    size_t length;
    int alternate;

    for (; *format != 0; format++) {
        if (*format != '%') {
            text[0] = *format;
            text[1] = 0;
        } else {
            format++;
            alternate = *format == '#';
            if (alternate || *format == 'E' || *format == 'O')
                format++;
            if (*format == 0)
                break;
            if (alternate && (*format == 'c' || *format == 'x'))
                CrtTimeLong(text, sizeof(text), *format == 'c', time);
            else
                CrtTimeField(text, sizeof(text), *format, time);
            if (alternate)
                CrtTimeWithoutZeros(text, *format);
        }
        length = strlen(text);
        if (n + length >= size) {
            if (size != 0)
                buffer[0] = 0;
            errno = ERANGE;
            return 0;
        }
        memcpy(buffer + n, text, length);
        n += length;
    }
    if (size == 0)
        return 0;
    buffer[n] = 0;
    return n;
}

char *__cdecl asctime(const struct tm *time)
{
    static char text[26];

    snprintf(text, sizeof(text), "%.3s %.3s %2d %02d:%02d:%02d %d\n", CrtDays[time->tm_wday % 7], CrtMonths[time->tm_mon % 12], time->tm_mday,
             time->tm_hour, time->tm_min, time->tm_sec, time->tm_year + 1900);
    return text;
}

char *__cdecl ctime(const time_t *time)
{
    struct tm *t = localtime(time);

    return t == NULL ? NULL : asctime(t);
}

/* ------------------------------------------------------------------ Microsoft's further forms */

errno_t __cdecl asctime_s(char *buffer, size_t size, const struct tm *time)
{
    if (buffer == NULL || size < 26 || time == NULL)
        return CrtInvalid(EINVAL);
    return strcpy_s(buffer, size, asctime(time));
}

errno_t __cdecl ctime_s(char *buffer, size_t size, const time_t *time)
{
    struct tm t;

    if (buffer == NULL || size < 26 || localtime_s(&t, time) != 0)
        return CrtInvalid(EINVAL);
    return asctime_s(buffer, size, &t);
}

wchar_t *__cdecl _wasctime(const struct tm *time)
{
    static wchar_t text[26];

    mbstowcs(text, asctime(time), _countof(text));
    return text;
}

wchar_t *__cdecl _wctime(const time_t *time)
{
    struct tm *t = localtime(time);

    return t == NULL ? NULL : _wasctime(t);
}

/* Formats are ASCII, and so is what they become. */
size_t __cdecl wcsftime(wchar_t *buffer, size_t size, const wchar_t *format, const struct tm *time)
{
    char *narrow = malloc(size + wcslen(format) + 1);
    char *text = narrow;
    size_t n = 0;

    if (narrow != NULL && wcstombs(narrow, format, wcslen(format) + 1) != (size_t)-1) {
        text += wcslen(format) + 1;
        n = strftime(text, size, narrow, time);
        if (n != 0 || size != 0)
            mbstowcs(buffer, text, n + 1);
    }
    free(narrow);
    return n;
}

time_t __cdecl _mkgmtime(struct tm *time)
{
    return mktime(time);
}

__time64_t __cdecl _time64(__time64_t *result)
{
    return time(result);
}

__time64_t __cdecl _mktime64(struct tm *t)
{
    return mktime(t);
}

struct tm *__cdecl _gmtime64(const __time64_t *t)
{
    return gmtime(t);
}

struct tm *__cdecl _localtime64(const __time64_t *t)
{
    return localtime(t);
}

errno_t __cdecl _gmtime64_s(struct tm *result, const __time64_t *t)
{
    return gmtime_s(result, t);
}

errno_t __cdecl _localtime64_s(struct tm *result, const __time64_t *t)
{
    return localtime_s(result, t);
}

char *__cdecl _ctime64(const __time64_t *t)
{
    return ctime(t);
}

errno_t __cdecl _strdate_s(char *buffer, size_t size)
{
    time_t now = time(NULL);

    return buffer == NULL || size < 9 ? EINVAL : strftime(buffer, size, "%D", gmtime(&now)) == 0 ? ERANGE : 0;
}

char *__cdecl _strdate(char *buffer)
{
    _strdate_s(buffer, 9);
    return buffer;
}

errno_t __cdecl _strtime_s(char *buffer, size_t size)
{
    time_t now = time(NULL);

    return buffer == NULL || size < 9 ? EINVAL : strftime(buffer, size, "%T", gmtime(&now)) == 0 ? ERANGE : 0;
}

char *__cdecl _strtime(char *buffer)
{
    _strtime_s(buffer, 9);
    return buffer;
}

void __cdecl _tzset(void)
{
}

errno_t __cdecl _get_timezone(long *seconds)
{
    *seconds = 0;
    return 0;
}

errno_t __cdecl _get_daylight(int *hours)
{
    *hours = 0;
    return 0;
}

errno_t __cdecl _ftime64_s(struct __timeb64 *result)
{
    struct timespec now;

    if (result == NULL)
        return CrtInvalid(EINVAL);
    timespec_get(&now, TIME_UTC);
    result->time = now.tv_sec;
    result->millitm = (unsigned short)(now.tv_nsec / 1000000);
    result->timezone = 0;
    result->dstflag = 0;
    return 0;
}

void __cdecl _ftime64(struct __timeb64 *result)
{
    _ftime64_s(result);
}
