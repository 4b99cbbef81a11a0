/*
 * Asks the driver for one greeting, and has too little room for it.
 */
#include <windows.h>
#include <winioctl.h>
#include <stdio.h>
#include <string.h>
#include <labtag.h>
#include "first.h"

static void Greet(HANDLE Device, const char *Tag, const char *Name, DWORD Length)
{
    char answer[16] = "";
    DWORD returned = 0;
    BOOL ok;

    LabTag(Tag);
    ok = DeviceIoControl(Device, IOCTL_FIRST_GREET, (LPVOID)Name, Length,
                         answer, sizeof(answer), &returned, NULL);
    LabTag("");
    if (ok) {
        printf("%s: '%s' (%lu bytes)\n", Tag, answer, returned);
    } else {
        printf("%s: refused with error %lu\n", Tag, GetLastError());
    }
}

int main(void)
{
    HANDLE device = CreateFileA("\\\\.\\First", GENERIC_READ | GENERIC_WRITE,
                                0, NULL, OPEN_EXISTING, FILE_ATTRIBUTE_NORMAL,
                                NULL);

    if (device == INVALID_HANDLE_VALUE) {
        printf("CreateFile failed with error %lu\n", GetLastError());
        return 1;
    }
    Greet(device, "long", "Grace Hopper", sizeof("Grace Hopper"));
    CloseHandle(device);
    return 0;
}
