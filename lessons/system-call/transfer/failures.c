/*
 * A good call of the kernel, made by number: past WriteFile and past the stub
 * of ntdll.
 */
#include <windows.h>
#include <winternl.h>
#include <labsyscall.h>
#include "note.h"

static HANDLE Saved;

long BadBuffer(HANDLE Device)
{
    Saved = Device;
    return 0;
}

long BadNumber(void)
{
    static char text[NOTE_BYTES] = "by number alone";
    IO_STATUS_BLOCK result;

    return LabSyscall(8, Saved, 0ULL, 0ULL, 0ULL, &result, text,
                      (ULONG64)NOTE_BYTES, 0ULL, 0ULL);
}
