/*
 * Two calls of the kernel that must fail. Each returns the status that came
 * back from the kernel.
 */
#include <windows.h>
#include <winternl.h>
#include <labsyscall.h>
#include "note.h"

/* Writes NOTE_BYTES bytes to the device, from a buffer that cannot be read. */
long BadBuffer(HANDLE Device)
{
    static const char text[NOTE_BYTES + 1] = "one byte too many";
    IO_STATUS_BLOCK result;

    return NtWriteFile(Device, NULL, NULL, NULL, &result, (PVOID)text,
                       sizeof(text), NULL, NULL);
}

/* Asks for a system service that does not exist. */
long BadNumber(void)
{
    return LabSyscall(0xFFF);
}
