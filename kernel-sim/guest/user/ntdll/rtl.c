/*
 * rtl.c: the part of the run-time library that kernel and user mode share, built into ntdll from the kernel's sources: memory, strings,
 * numbers, sorting, counted strings, Win32 codes of NTSTATUS values, formatting.
 */
#include "rtlmem.c"
#include "rtlcrt.c"
#include "rtlstring.c"
#include "rtlformat.c"
#include "rtlstatus.c"
