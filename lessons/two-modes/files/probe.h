/* What probe.exe and probe.sys agree on, and what the two files of probe.exe share. */
#pragma once

/* The driver does lines 2 and 3 itself. */
#define IOCTL_PROBE_TRY \
    CTL_CODE(0x8000, 0x801, METHOD_BUFFERED, FILE_READ_ACCESS)

/* The driver compares a time with what the kernel has counted. */
#define IOCTL_PROBE_COMPARE \
    CTL_CODE(0x8000, 0x802, METHOD_BUFFERED, FILE_READ_ACCESS | FILE_WRITE_ACCESS)

/*
 * The kernel keeps the time since boot in a page of memory that has two
 * addresses. The first is for programs, to read; the second is the kernel's.
 */
#define CLOCK_FOR_PROGRAMS  0x7FFE0008
#define CLOCK_OF_THE_KERNEL 0xFFFFF78000000008

/* own.c: how long this thread has run in user mode, in units of 100 ns. */
unsigned long long OwnTime(void);
