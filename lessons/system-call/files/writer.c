/*
 * Writes 16 bytes to a device, then lets two calls of the kernel go wrong.
 */
#include <windows.h>
#include <labtag.h>
#include <stdio.h>
#include "note.h"

/* failures.c */
long BadBuffer(HANDLE Device);
long BadNumber(void);

static void WriteNote(HANDLE Device)
{
    static const char text[NOTE_BYTES] = "call the kernel";
    DWORD written = 0;
    BOOL ok;

    LabTag("write");
    ok = WriteFile(Device, text, sizeof(text), &written, NULL);
    LabTag("");
    printf("write: %s, %lu bytes\n", ok ? "done" : "failed", written);
}

int main(void)
{
    long status;
    HANDLE device = CreateFileA("\\\\.\\Note", GENERIC_WRITE, 0, NULL,
                                OPEN_EXISTING, FILE_ATTRIBUTE_NORMAL, NULL);

    if (device == INVALID_HANDLE_VALUE) {
        printf("CreateFile failed with error %lu\n", GetLastError());
        return 1;
    }
    WriteNote(device);

    LabTag("bad-buffer");
    status = BadBuffer(device);
    LabTag("");
    printf("bad buffer: status %08lX\n", status);

    LabTag("bad-number");
    status = BadNumber();
    LabTag("");
    printf("bad number: status %08lX\n", status);

    CloseHandle(device);
    return 0;
}
