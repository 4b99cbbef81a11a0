/*
 * Opens the device of the driver, sends it text and prints the answer.
 */
#include <windows.h>
#include <winioctl.h>
#include <stdio.h>
#include <string.h>

#define IOCTL_MIRROR_TEXT \
    CTL_CODE(0x8000, 0x800, METHOD_BUFFERED, \
             FILE_READ_ACCESS | FILE_WRITE_ACCESS)

int main(void)
{
    const char *question = "Hello from user mode";
    char answer[64];
    DWORD returned = 0;
    HANDLE device;

    device = CreateFileA("\\\\.\\Mirror", GENERIC_READ | GENERIC_WRITE, 0, NULL,
                         OPEN_EXISTING, FILE_ATTRIBUTE_NORMAL, NULL);
    if (device == INVALID_HANDLE_VALUE) {
        printf("CreateFile failed with error %lu\n", GetLastError());
        return 1;
    }

    printf("sent:     %s\n", question);
    if (!DeviceIoControl(device, IOCTL_MIRROR_TEXT,
                         (LPVOID)question, (DWORD)strlen(question),
                         answer, sizeof(answer) - 1, &returned, NULL)) {
        printf("DeviceIoControl failed with error %lu\n", GetLastError());
        CloseHandle(device);
        return 1;
    }
    answer[returned] = '\0';
    printf("received: %s (%lu bytes)\n", answer, returned);

    CloseHandle(device);
    return 0;
}
