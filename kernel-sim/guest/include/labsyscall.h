/* labsyscall.h: enters the kernel by a service number that the program chooses. */
#pragma once

/*
 * Puts Number into RAX and up to eleven arguments where a stub of ntdll has them, executes SYSCALL, and returns the status. Only the kernel
 * decides whether there is such a service: none gives STATUS_INVALID_SYSTEM_SERVICE. Numbers are this lab's own and change from one Windows to the
 * next, so a real program calls ntdll by name instead. Narrower arguments are to be cast to 64 bits.
 */
long LabSyscall(unsigned long Number, ...);
