/*
 * time.c: times of the simulated clock. Coarse ones are read from the page that the kernel shares with every process, without a system
 * call; the performance counter is the processor's clock. Local time is UTC.
 */
#include "base.h"

/* 100 ns units in a day, and from year 1601 on. */
#define BASE_DAY 864000000000ULL

static ULONG64 BaseSystemTime(VOID)
{
    return *(const volatile ULONG64 *)&LabSharedData->SystemTime;
}

static ULONG64 BaseInterruptTime(VOID)
{
    return *(const volatile ULONG64 *)&LabSharedData->InterruptTime;
}

ULONGLONG WINAPI GetTickCount64(VOID)
{
    return BaseInterruptTime() / 10000;
}

DWORD WINAPI GetTickCount(VOID)
{
    return (DWORD)GetTickCount64();
}

/* 10 MHz. */
BOOL WINAPI QueryPerformanceCounter(LARGE_INTEGER *lpPerformanceCount)
{
    lpPerformanceCount->QuadPart = (LONGLONG)(__rdtsc() / 100);
    return TRUE;
}

BOOL WINAPI QueryPerformanceFrequency(LARGE_INTEGER *lpFrequency)
{
    lpFrequency->QuadPart = 10000000;
    return TRUE;
}

static VOID BaseFileTime(ULONG64 Time, LPFILETIME FileTime)
{
    FileTime->dwLowDateTime = (DWORD)Time;
    FileTime->dwHighDateTime = (DWORD)(Time >> 32);
}

static ULONG64 BaseUnits(const FILETIME *FileTime)
{
    return (ULONG64)FileTime->dwHighDateTime << 32 | FileTime->dwLowDateTime;
}

VOID WINAPI GetSystemTimeAsFileTime(LPFILETIME lpSystemTimeAsFileTime)
{
    BaseFileTime(BaseSystemTime(), lpSystemTimeAsFileTime);
}

VOID WINAPI GetSystemTimePreciseAsFileTime(LPFILETIME lpSystemTimeAsFileTime)
{
    BaseFileTime(BaseSystemTime() + __rdtsc() / 100 - BaseInterruptTime(), lpSystemTimeAsFileTime);
}

LONG WINAPI CompareFileTime(const FILETIME *lpFileTime1, const FILETIME *lpFileTime2)
{
    ULONG64 First = BaseUnits(lpFileTime1), Second = BaseUnits(lpFileTime2);

    return First < Second ? -1 : First > Second;
}

BOOL WINAPI FileTimeToLocalFileTime(const FILETIME *lpFileTime, LPFILETIME lpLocalFileTime)
{
    *lpLocalFileTime = *lpFileTime;
    return TRUE;
}

/* ------------------------------------------------------------------ calendar */

static ULONG BaseDaysInMonth(ULONG Year, ULONG Month)
{
    static const UCHAR Days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

    return Days[Month - 1] + (Month == 2 && Year % 4 == 0 && (Year % 100 != 0 || Year % 400 == 0));
}

/* Days from 1601-01-01 to the first of January of a year. */
static ULONG BaseDaysToYear(ULONG Year)
{
    ULONG Years = Year - 1601;

    return Years * 365 + Years / 4 - Years / 100 + Years / 400;
}

BOOL WINAPI FileTimeToSystemTime(const FILETIME *lpFileTime, LPSYSTEMTIME lpSystemTime)
{
    ULONG64 Units = BaseUnits(lpFileTime);
    ULONG Days = (ULONG)(Units / BASE_DAY);
    ULONG Rest = (ULONG)(Units % BASE_DAY / 10000);
    ULONG Year, Month;

    if ((LONG64)Units < 0) {
        SetLastError(ERROR_INVALID_PARAMETER);
        return FALSE;
    }
    lpSystemTime->wDayOfWeek = (WORD)((Days + 1) % 7);
    Year = 1601 + Days / 366;
    while (BaseDaysToYear(Year + 1) <= Days) {
        Year++;
    }
    Days -= BaseDaysToYear(Year);
    for (Month = 1; Days >= BaseDaysInMonth(Year, Month); Month++) {
        Days -= BaseDaysInMonth(Year, Month);
    }
    lpSystemTime->wYear = (WORD)Year;
    lpSystemTime->wMonth = (WORD)Month;
    lpSystemTime->wDay = (WORD)(Days + 1);
    lpSystemTime->wHour = (WORD)(Rest / 3600000);
    lpSystemTime->wMinute = (WORD)(Rest / 60000 % 60);
    lpSystemTime->wSecond = (WORD)(Rest / 1000 % 60);
    lpSystemTime->wMilliseconds = (WORD)(Rest % 1000);
    return TRUE;
}

BOOL WINAPI SystemTimeToFileTime(const SYSTEMTIME *lpSystemTime, LPFILETIME lpFileTime)
{
    ULONG Days, Month, Rest;

    if (lpSystemTime->wYear < 1601 || lpSystemTime->wYear > 30827 || lpSystemTime->wMonth < 1 || lpSystemTime->wMonth > 12 ||
        lpSystemTime->wDay < 1 || lpSystemTime->wDay > BaseDaysInMonth(lpSystemTime->wYear, lpSystemTime->wMonth) ||
        lpSystemTime->wHour > 23 || lpSystemTime->wMinute > 59 || lpSystemTime->wSecond > 59 || lpSystemTime->wMilliseconds > 999) {
        SetLastError(ERROR_INVALID_PARAMETER);
        return FALSE;
    }
    Days = BaseDaysToYear(lpSystemTime->wYear) + lpSystemTime->wDay - 1;
    for (Month = 1; Month < lpSystemTime->wMonth; Month++) {
        Days += BaseDaysInMonth(lpSystemTime->wYear, Month);
    }
    Rest = ((lpSystemTime->wHour * 60u + lpSystemTime->wMinute) * 60u + lpSystemTime->wSecond) * 1000u + lpSystemTime->wMilliseconds;
    BaseFileTime(Days * BASE_DAY + (ULONG64)Rest * 10000, lpFileTime);
    return TRUE;
}

VOID WINAPI GetSystemTime(LPSYSTEMTIME lpSystemTime)
{
    FILETIME Now;

    GetSystemTimeAsFileTime(&Now);
    FileTimeToSystemTime(&Now, lpSystemTime);
}

VOID WINAPI GetLocalTime(LPSYSTEMTIME lpSystemTime)
{
    GetSystemTime(lpSystemTime);
}
