#include <windows.h>
#include <winioctl.h>
#include <stdio.h>

#define IOCTL(n) CTL_CODE(FILE_DEVICE_UNKNOWN, 0x800 + (n), METHOD_BUFFERED, FILE_ANY_ACCESS)

int main(void)
{
    char name[] = "a name that is longer than the block it is copied to";
    DWORD got;
    int i;
    HANDLE h = CreateFileW(L"\\\\.\\Overrun", GENERIC_READ | GENERIC_WRITE, 0, NULL, OPEN_EXISTING, 0, NULL);
    if (h == INVALID_HANDLE_VALUE) return 1;
    DeviceIoControl(h, IOCTL(1), name, sizeof(name), NULL, 0, &got, NULL);
    for (i = 0; i < 20; i++) {
        DeviceIoControl(h, IOCTL(2), NULL, 0, NULL, 0, &got, NULL);
    }
    printf("counted\n");
    DeviceIoControl(h, IOCTL(3), NULL, 0, NULL, 0, &got, NULL);
    printf("read\n");
    CloseHandle(h);
    return 0;
}
