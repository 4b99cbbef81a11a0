/*
 * Asks the driver for an answer that takes a while, and does not wait for it
 * at once: overlapped (asynchronous) I/O.
 */
#include <windows.h>
#include <winioctl.h>
#include <stdio.h>

#define IOCTL_LATER_ANSWER \
    CTL_CODE(0x8000, 0x800, METHOD_BUFFERED, \
             FILE_READ_ACCESS | FILE_WRITE_ACCESS)

int main(void)
{
    OVERLAPPED overlapped = { 0 };
    DWORD answer = 0;
    DWORD returned = 0;
    DWORD start = GetTickCount();
    HANDLE device;

    device = CreateFileA("\\\\.\\Later", GENERIC_READ | GENERIC_WRITE, 0, NULL,
                         OPEN_EXISTING, FILE_FLAG_OVERLAPPED, NULL);
    if (device == INVALID_HANDLE_VALUE) {
        printf("CreateFile failed with error %lu\n", GetLastError());
        return 1;
    }

    /* Set by the I/O manager when the request is complete. */
    overlapped.hEvent = CreateEventA(NULL, TRUE, FALSE, NULL);
    if (overlapped.hEvent == NULL) {
        printf("CreateEvent failed with error %lu\n", GetLastError());
        CloseHandle(device);
        return 1;
    }

    /* `answer` and `overlapped` belong to the request until it is complete. */
    if (!DeviceIoControl(device, IOCTL_LATER_ANSWER, NULL, 0,
                         &answer, sizeof(answer), NULL, &overlapped) &&
        GetLastError() != ERROR_IO_PENDING) {
        printf("DeviceIoControl failed with error %lu\n", GetLastError());
        CloseHandle(overlapped.hEvent);
        CloseHandle(device);
        return 1;
    }
    printf("The request is pending; this thread goes on.\n");

    if (GetOverlappedResult(device, &overlapped, &returned, TRUE)) {
        printf("The answer is %lu (%lu bytes), after about %lu ms.\n",
               answer, returned, GetTickCount() - start);
    } else {
        printf("The request failed with error %lu\n", GetLastError());
    }

    CloseHandle(overlapped.hEvent);
    CloseHandle(device);
    return 0;
}
