/*
 * Tries four things in user mode, each in a __try block of its own. Then lets
 * its driver do two of them in kernel mode.
 */
#include <windows.h>
#include <winioctl.h>
#include <intrin.h>
#include <labtag.h>
#include <stdio.h>
#include "probe.h"

static volatile int Own = 42;
static volatile int Turns;

static void Returned(int Line)
{
    printf("line %d returned normally\n", Line);
}

static void Refused(int Line, DWORD Code)
{
    printf("line %d raised exception %08lX\n", Line, Code);
}

static void TryFourLines(void)
{
    volatile int value;

    __try {
        value = Own; /* line 1 */
        Returned(1);
    } __except (EXCEPTION_EXECUTE_HANDLER) {
        Refused(1, GetExceptionCode());
    }
    Sleep(30);

    __try {
        value = *(volatile int *)CLOCK_OF_THE_KERNEL; /* line 2 */
        Returned(2);
    } __except (EXCEPTION_EXECUTE_HANDLER) {
        Refused(2, GetExceptionCode());
    }
    Sleep(30);

    __try {
        value = (int)__readcr3(); /* line 3 */
        Returned(3);
    } __except (EXCEPTION_EXECUTE_HANDLER) {
        Refused(3, GetExceptionCode());
    }
    Sleep(30);

    __try {
        *(volatile int *)CLOCK_FOR_PROGRAMS = 1; /* line 4 */
        Returned(4);
    } __except (EXCEPTION_EXECUTE_HANDLER) {
        Refused(4, GetExceptionCode());
    }
}

static void AskDriver(HANDLE Device)
{
    DWORD returned;

    LabTag("driver");
    if (DeviceIoControl(Device, IOCTL_PROBE_TRY, NULL, 0, NULL, 0, &returned, NULL)) {
        printf("the driver did lines 2 and 3\n");
    }
    LabTag("");
}

static void MeasureOwnTime(HANDLE Device)
{
    unsigned long long time = 0;
    DWORD returned;
    int i;

    for (i = 0; i < 800000; i++) {
        Turns++;
    }
    LabTag("own-time");
    __try {
        time = OwnTime();
        printf("this thread has run for %I64u ms\n", time / 10000);
    } __except (EXCEPTION_EXECUTE_HANDLER) {
        printf("its own time: exception %08lX\n", GetExceptionCode());
    }
    LabTag("compare");
    DeviceIoControl(Device, IOCTL_PROBE_COMPARE, &time, sizeof(time), NULL, 0, &returned, NULL);
    LabTag("");
}

int main(void)
{
    HANDLE device = CreateFileA("\\\\.\\Probe", GENERIC_READ | GENERIC_WRITE,
                                0, NULL, OPEN_EXISTING, FILE_ATTRIBUTE_NORMAL,
                                NULL);

    if (device == INVALID_HANDLE_VALUE) {
        printf("CreateFile failed with error %lu\n", GetLastError());
        return 1;
    }
    TryFourLines();
    AskDriver(device);
    MeasureOwnTime(device);
    CloseHandle(device);
    return 0;
}
