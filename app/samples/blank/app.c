/*
 * A program that opens the driver's device and closes it again.
 */
#include <windows.h>
#include <stdio.h>

int main(void)
{
    HANDLE device = CreateFileW(L"\\\\.\\My", GENERIC_READ | GENERIC_WRITE, 0,
                                NULL, OPEN_EXISTING, 0, NULL);
    if (device == INVALID_HANDLE_VALUE) {
        printf("CreateFile failed: %lu\n", GetLastError());
        return 1;
    }
    printf("the device is open\n");
    CloseHandle(device);
    return 0;
}
