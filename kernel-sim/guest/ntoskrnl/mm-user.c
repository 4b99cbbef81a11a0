/*
 * mm-user.c: user address space as programs ask for it: reserved, committed (pages come at once: there is no paging file in this model),
 * decommitted, released.
 */
#include "iop.h"

/* First address that is not the user's to give to the kernel; first system address. */
ULONG_PTR MmUserProbeAddress = 0x7FFFFFFF0000;
PVOID MmHighestUserAddress = (PVOID)0x7FFFFFFEFFFF;
PVOID MmSystemRangeStart = (PVOID)0xFFFF800000000000;

static NTSTATUS MiCurrentOnly(HANDLE ProcessHandle)
{
    return ProcessHandle == (HANDLE)(LONG_PTR)-1 ? STATUS_SUCCESS : STATUS_NOT_SUPPORTED;
}

/* Reads or writes the two in-out parameters. */
static NTSTATUS MiCaptureRange(PVOID *BaseAddress, PSIZE_T RegionSize, PVOID *Base, PSIZE_T Size)
{
    NTSTATUS Status = STATUS_SUCCESS;

    __try {
        if (ExGetPreviousMode() != KernelMode) {
            ProbeForWrite(BaseAddress, sizeof(PVOID), sizeof(PVOID));
            ProbeForWrite(RegionSize, sizeof(SIZE_T), sizeof(SIZE_T));
        }
        *Base = *BaseAddress;
        *Size = *RegionSize;
    } __except (ExSystemExceptionFilter()) {
        Status = GetExceptionCode();
    }
    return Status;
}

static NTSTATUS MiReturnRange(PVOID *BaseAddress, PSIZE_T RegionSize, PVOID Base, SIZE_T Size)
{
    NTSTATUS Status = STATUS_SUCCESS;

    __try {
        *BaseAddress = Base;
        *RegionSize = Size;
    } __except (ExSystemExceptionFilter()) {
        Status = GetExceptionCode();
    }
    return Status;
}

NTSTATUS NTAPI NtAllocateVirtualMemory(HANDLE ProcessHandle, PVOID *BaseAddress, ULONG_PTR ZeroBits, PSIZE_T RegionSize,
                                       ULONG AllocationType, ULONG Protect)
{
    PVOID Base;
    SIZE_T Size;
    NTSTATUS Status = MiCurrentOnly(ProcessHandle);

    UNREFERENCED_PARAMETER(ZeroBits);
    if (!NT_SUCCESS(Status)) {
        return Status;
    }
    if ((AllocationType & (MEM_COMMIT | MEM_RESERVE)) == 0) {
        return STATUS_INVALID_PARAMETER_5;
    }
    Status = MiCaptureRange(BaseAddress, RegionSize, &Base, &Size);
    if (!NT_SUCCESS(Status)) {
        return Status;
    }
    if (Size == 0) {
        return STATUS_INVALID_PARAMETER_4;
    }
    Status = MiAllocateUser(PsGetCurrentProcess(), &Base, &Size, AllocationType, Protect);
    return NT_SUCCESS(Status) ? MiReturnRange(BaseAddress, RegionSize, Base, Size) : Status;
}

NTSTATUS NTAPI NtFreeVirtualMemory(HANDLE ProcessHandle, PVOID *BaseAddress, PSIZE_T RegionSize, ULONG FreeType)
{
    PVOID Base;
    SIZE_T Size;
    NTSTATUS Status = MiCurrentOnly(ProcessHandle);

    if (FreeType != MEM_DECOMMIT && FreeType != MEM_RELEASE) {
        return STATUS_INVALID_PARAMETER_4;
    }
    if (NT_SUCCESS(Status)) {
        Status = MiCaptureRange(BaseAddress, RegionSize, &Base, &Size);
    }
    return NT_SUCCESS(Status) ? MiFreeUser(PsGetCurrentProcess(), Base, Size, FreeType) : Status;
}

NTSTATUS NTAPI NtProtectVirtualMemory(HANDLE ProcessHandle, PVOID *BaseAddress, PSIZE_T RegionSize, ULONG NewProtect, PULONG OldProtect)
{
    PVOID Base;
    SIZE_T Size;
    ULONG Old;
    NTSTATUS Status = MiCurrentOnly(ProcessHandle);

    if (NT_SUCCESS(Status)) {
        Status = MiCaptureRange(BaseAddress, RegionSize, &Base, &Size);
    }
    if (NT_SUCCESS(Status)) {
        Status = MiProtectUser(PsGetCurrentProcess(), Base, Size, NewProtect, &Old);
    }
    if (NT_SUCCESS(Status)) {
        __try {
            if (ExGetPreviousMode() != KernelMode) {
                ProbeForWrite(OldProtect, sizeof(ULONG), sizeof(ULONG));
            }
            *OldProtect = Old;
        } __except (ExSystemExceptionFilter()) {
            Status = GetExceptionCode();
        }
    }
    return Status;
}
