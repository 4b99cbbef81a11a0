/* Sends the same sixteen bytes through the driver as often as it is told. */
#include <windows.h>
#include <winioctl.h>
#include <stdio.h>
#include <stdlib.h>

int main(int argc, char **argv)
{
    int count = argc > 1 ? atoi(argv[1]) : 1;
    char in[16] = "fifteen letters", out[16];
    DWORD got = 0;
    HANDLE device = CreateFileW(L"\\\\.\\Echo", GENERIC_READ | GENERIC_WRITE, 0, NULL, OPEN_EXISTING, 0, NULL);

    if (device == INVALID_HANDLE_VALUE) return 1;
    for (int i = 0; i < count; i++) {
        if (!DeviceIoControl(device, CTL_CODE(FILE_DEVICE_UNKNOWN, 0x800, METHOD_BUFFERED, FILE_ANY_ACCESS), in, sizeof in, out,
                             sizeof out, &got, NULL) || got != sizeof out)
            return 2;
    }
    CloseHandle(device);
    return 0;
}
