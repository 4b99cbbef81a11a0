/*
 * Two threads ask the driver to count at the same time; then the program
 * compares the sum with what it must be.
 */
#include <windows.h>
#include <winioctl.h>
#include <stdio.h>

#define IOCTL_COUNTER_ADD \
    CTL_CODE(0x8000, 0x800, METHOD_BUFFERED, \
             FILE_READ_ACCESS | FILE_WRITE_ACCESS)
#define IOCTL_COUNTER_GET \
    CTL_CODE(0x8000, 0x801, METHOD_BUFFERED, FILE_READ_ACCESS)

#define THREADS 2
#define TIMES 2000

/*
 * Each thread opens the device for itself: requests on one synchronous handle
 * would wait for each other, and there would be no race to see.
 */
static HANDLE OpenCounter(void)
{
    return CreateFileA("\\\\.\\Counter", GENERIC_READ | GENERIC_WRITE, 0, NULL,
                       OPEN_EXISTING, FILE_ATTRIBUTE_NORMAL, NULL);
}

static DWORD WINAPI Work(LPVOID Parameter)
{
    DWORD times = TIMES;
    DWORD returned;
    HANDLE device = OpenCounter();
    BOOL ok;

    (void)Parameter;
    if (device == INVALID_HANDLE_VALUE) {
        return GetLastError();
    }
    ok = DeviceIoControl(device, IOCTL_COUNTER_ADD, &times, sizeof(times),
                         NULL, 0, &returned, NULL);
    CloseHandle(device);
    return ok ? 0 : 1;
}

int main(void)
{
    HANDLE threads[THREADS];
    DWORD expected = THREADS * TIMES;
    DWORD count = 0;
    DWORD returned;
    HANDLE device;
    int i;

    for (i = 0; i < THREADS; i++) {
        threads[i] = CreateThread(NULL, 0, Work, NULL, 0, NULL);
        if (threads[i] == NULL) {
            printf("CreateThread failed with error %lu\n", GetLastError());
            return 1;
        }
    }
    WaitForMultipleObjects(THREADS, threads, TRUE, INFINITE);
    for (i = 0; i < THREADS; i++) {
        CloseHandle(threads[i]);
    }

    device = OpenCounter();
    if (device == INVALID_HANDLE_VALUE) {
        printf("CreateFile failed with error %lu\n", GetLastError());
        return 1;
    }
    if (!DeviceIoControl(device, IOCTL_COUNTER_GET, NULL, 0,
                         &count, sizeof(count), &returned, NULL)) {
        printf("DeviceIoControl failed with error %lu\n", GetLastError());
        CloseHandle(device);
        return 1;
    }
    CloseHandle(device);

    printf("%d threads, %d increments each\n", THREADS, TIMES);
    printf("expected: %lu\n", expected);
    printf("counted:  %lu\n", count);
    if (count == expected) {
        printf("Nothing was lost.\n");
    } else {
        printf("%lu increments were lost!\n", expected - count);
    }
    return 0;
}
