/*
 * labsyscall.c: system calls by a number that is not known when ntdll is built (labsyscall.h).
 */
#define _NTSYSTEM_
#include "native.h"
#include <labsyscall.h>

#define LAB_ARGUMENTS 11

long __lab_syscall(unsigned long Number);

/* What a stub does, but for the number: nothing is called before SYSCALL, so the first four arguments are still in their registers, and the
 * others lie where the kernel looks for them. */
static NTSTATUS LabpEnterKernel(ULONG64 A1, ULONG64 A2, ULONG64 A3, ULONG64 A4, ULONG64 A5, ULONG64 A6, ULONG64 A7, ULONG64 A8, ULONG64 A9,
                                ULONG64 A10, ULONG64 A11, ULONG Number)
{
    return __lab_syscall(Number);
}

long LabSyscall(unsigned long Number, ...)
{
    ULONG64 A[LAB_ARGUMENTS];
    va_list List;
    ULONG Index;

    /* More than were given are read from the caller's frame; the service takes as many as it has. */
    va_start(List, Number);
    for (Index = 0; Index < LAB_ARGUMENTS; Index++) {
        A[Index] = va_arg(List, ULONG64);
    }
    va_end(List);
    return LabpEnterKernel(A[0], A[1], A[2], A[3], A[4], A[5], A[6], A[7], A[8], A[9], A[10], Number);
}
