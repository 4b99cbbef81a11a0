/*
 * base.h: what the sources of kernel32 share.
 */
#pragma once

#define _KERNEL32_
#include "native.h"

/* TRUE for success; else the thread's last error is that of the status, and FALSE. */
BOOL BaseResult(NTSTATUS Status);

/* Narrow text as wide text on the process heap; FALSE (and the last error) if there is no memory. NULL stays NULL. */
BOOL BaseWiden(LPCSTR Text, LPWSTR *Wide);
VOID BaseFree(PVOID Block);

/* Milliseconds as a relative due time; NULL for INFINITE. */
PLARGE_INTEGER BaseTimeout(DWORD Milliseconds, PLARGE_INTEGER Time);

/* Handles of GetStdHandle: no objects, the two low bits say so. */
#define BASE_CONSOLE_INPUT  ((HANDLE)0x3)
#define BASE_CONSOLE_OUTPUT ((HANDLE)0x7)
#define BASE_CONSOLE_ERROR  ((HANDLE)0xB)
BOOL BaseIsConsole(HANDLE Handle);
BOOL BaseReadConsole(PVOID Buffer, DWORD Length, LPDWORD Read);
