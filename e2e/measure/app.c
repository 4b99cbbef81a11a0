/*
 * The long run that is measured: thousands of requests, with some computing in between.
 */
#include <windows.h>
#include <winioctl.h>
#include <stdio.h>

#define IOCTL_TURN CTL_CODE(FILE_DEVICE_UNKNOWN, 0x800, METHOD_BUFFERED, FILE_ANY_ACCESS)
#define ROUNDS 4320
#define LENGTH 22
#define REPORT 500

static ULONG Next(ULONG *state)
{
    *state = *state * 1664525 + 1013904223;
    return *state >> 8;
}

int main(void)
{
    UCHAR text[LENGTH];
    ULONG state = 1;
    ULONG sum = 0;
    DWORD got = 0;
    int round, i;
    HANDLE device = CreateFileA("\\\\.\\Long", GENERIC_READ | GENERIC_WRITE, 0, NULL, OPEN_EXISTING, 0, NULL);

    if (device == INVALID_HANDLE_VALUE) {
        printf("CreateFile failed with error %lu\n", GetLastError());
        return 1;
    }
    for (round = 0; round < ROUNDS; round++) {
        for (i = 0; i < LENGTH; i++) {
            text[i] = (UCHAR)Next(&state);
        }
        if (!DeviceIoControl(device, IOCTL_TURN, text, LENGTH, text, LENGTH, &got, NULL)) {
            return 2;
        }
        for (i = 0; i < LENGTH; i++) {
            sum = sum * 31 + text[i];
        }
        if (round % REPORT == 0) {
            printf("round %d: %lu\n", round, sum);
        }
    }
    printf("sum %lu\n", sum);
    CloseHandle(device);
    return 0;
}
