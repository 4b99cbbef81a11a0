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
    IO_STATUS_BLOCK result;

    return NtWriteFile(Device, NULL, NULL, NULL, &result, (PVOID)0x1000,
                       NOTE_BYTES, NULL, NULL);
}

/* Asks for a system service that does not exist. */
long BadNumber(void)
{
    return LabSyscall(8);
}
