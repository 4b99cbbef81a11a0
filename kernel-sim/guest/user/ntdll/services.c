/*
 * services.c: the stubs through which programs enter the kernel: service number in RAX, SYSCALL, return. The compiler makes one for each
 * prototype of native.h, with the number from services.h.
 */
#include "services.h"

#define _NTSYSTEM_
#define SERVICE(Name) __declspec(syscall(SN_##Name)) NTSTATUS NTAPI Name
#include "native.h"
