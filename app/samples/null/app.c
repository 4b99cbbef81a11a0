/*
 * Asks the driver twice: once with room for the answer, and once without. A
 * driver must survive both: it can never trust what a program passes.
 */
#include <windows.h>
#include <winioctl.h>
#include <stdio.h>

#define IOCTL_NULL_ANSWER \
    CTL_CODE(0x8000, 0x800, METHOD_BUFFERED, \
             FILE_READ_ACCESS | FILE_WRITE_ACCESS)

int main(void)
{
    DWORD answer = 0;
    DWORD returned = 0;
    HANDLE device;

    device = CreateFileA("\\\\.\\NullSample", GENERIC_READ | GENERIC_WRITE, 0,
                         NULL, OPEN_EXISTING, FILE_ATTRIBUTE_NORMAL, NULL);
    if (device == INVALID_HANDLE_VALUE) {
        printf("CreateFile failed with error %lu\n", GetLastError());
        return 1;
    }

    if (DeviceIoControl(device, IOCTL_NULL_ANSWER, NULL, 0,
                        &answer, sizeof(answer), &returned, NULL)) {
        printf("With a buffer:    the answer is %lu\n", answer);
    } else {
        printf("With a buffer:    error %lu\n", GetLastError());
    }

    printf("Without a buffer: asking ...\n");
    if (DeviceIoControl(device, IOCTL_NULL_ANSWER, NULL, 0, NULL, 0,
                        &returned, NULL)) {
        printf("Without a buffer: success?\n");
    } else {
        printf("Without a buffer: error %lu, and the system still runs\n",
               GetLastError());
    }

    CloseHandle(device);
    return 0;
}
