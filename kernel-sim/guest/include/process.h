/* process.h: threads of the C run-time library. */
#pragma once
#include "crtdefs.h"

typedef void(__cdecl *_beginthread_proc_type)(void *);
typedef unsigned(__stdcall *_beginthreadex_proc_type)(void *);
_CRTIMP uintptr_t __cdecl _beginthread(_beginthread_proc_type start, unsigned stack, void *argument);
_CRTIMP uintptr_t __cdecl _beginthreadex(void *security, unsigned stack, _beginthreadex_proc_type start, void *argument, unsigned flags, unsigned *id);
_CRTIMP void __cdecl _endthread(void);
_CRTIMP void __cdecl _endthreadex(unsigned code);
_CRTIMP int __cdecl _getpid(void);
_CRTIMP __declspec(noreturn) void __cdecl exit(int status);
_CRTIMP __declspec(noreturn) void __cdecl _exit(int status);
_CRTIMP __declspec(noreturn) void __cdecl abort(void);
_CRTIMP int __cdecl system(const char *command);
#define getpid _getpid
