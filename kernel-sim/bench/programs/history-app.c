/* Sends numbers to be sorted, argv[1] times, and checks the answers. */
#include <windows.h>
#include <winioctl.h>
#include <stdio.h>
#include <stdlib.h>

#define IOCTL_SORT CTL_CODE(FILE_DEVICE_UNKNOWN, 0x801, METHOD_BUFFERED, FILE_ANY_ACCESS)
#define COUNT 48

static ULONG Next(ULONG *state)
{
    *state = *state * 1664525 + 1013904223;
    return *state >> 8;
}

static int Check(const ULONG *values)
{
    int i;
    for (i = 1; i < COUNT; i++) {
        if (values[i - 1] > values[i]) return 0;
    }
    return 1;
}

int main(int argc, char **argv)
{
    int rounds = argc > 1 ? atoi(argv[1]) : 1;
    ULONG state = 12345;
    ULONG values[COUNT];
    DWORD got;
    int i, j;
    HANDLE h = CreateFileW(L"\\\\.\\History", GENERIC_READ | GENERIC_WRITE, 0, NULL, OPEN_EXISTING, 0, NULL);
    if (h == INVALID_HANDLE_VALUE) return 1;
    for (i = 0; i < rounds; i++) {
        for (j = 0; j < COUNT; j++) values[j] = Next(&state);
        if (!DeviceIoControl(h, IOCTL_SORT, values, sizeof(values), values, sizeof(values), &got, NULL)) return 2;
        if (got != sizeof(values) || !Check(values)) return 3;
    }
    CloseHandle(h);
    return 0;
}
