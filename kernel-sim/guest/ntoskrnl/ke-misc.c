/*
 * ke-misc.c: small documented routines without a better place.
 */
#include "iop.h"

/* Compiled into every driver function with buffers: the cookie behind them was overwritten. */
VOID __report_gsfailure(ULONG64 Cookie)
{
    KeBugCheckEx(DRIVER_OVERRAN_STACK_BUFFER, Cookie, 0x00002B992DDFA232ULL, ~0x00002B992DDFA232ULL, 0);
}

VOID NTAPI DbgBreakPoint(VOID)
{
    __debugbreak();
}

VOID NTAPI DbgBreakPointWithStatus(ULONG Status)
{
    UNREFERENCED_PARAMETER(Status);
    __debugbreak();
}

BOOLEAN NTAPI PsGetVersion(PULONG MajorVersion, PULONG MinorVersion, PULONG BuildNumber, PUNICODE_STRING CSDVersion)
{
    if (MajorVersion != NULL) {
        *MajorVersion = 10;
    }
    if (MinorVersion != NULL) {
        *MinorVersion = 0;
    }
    if (BuildNumber != NULL) {
        *BuildNumber = 19045;
    }
    if (CSDVersion != NULL) {
        CSDVersion->Length = 0;
    }
    return FALSE;
}

NTSTATUS NTAPI KeSaveFloatingPointState(PKFLOATING_SAVE FloatSave)
{
    UNREFERENCED_PARAMETER(FloatSave);
    return STATUS_SUCCESS;
}

NTSTATUS NTAPI KeRestoreFloatingPointState(PKFLOATING_SAVE FloatSave)
{
    UNREFERENCED_PARAMETER(FloatSave);
    return STATUS_SUCCESS;
}

PVOID NTAPI MmGetSystemRoutineAddress(PUNICODE_STRING SystemRoutineName)
{
    return MiFindRoutine(SystemRoutineName);
}
