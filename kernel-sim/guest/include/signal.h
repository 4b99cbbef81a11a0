/* signal.h: the few signals that a program of the lab can raise in itself. */
#pragma once
#include "crtdefs.h"

typedef int sig_atomic_t;
typedef void(__cdecl *_crt_signal_t)(int);
#define SIGINT   2
#define SIGILL   4
#define SIGFPE   8
#define SIGSEGV  11
#define SIGTERM  15
#define SIGBREAK 21
#define SIGABRT  22
#define SIG_DFL ((_crt_signal_t)0)
#define SIG_IGN ((_crt_signal_t)1)
#define SIG_ERR ((_crt_signal_t)-1)
_CRTIMP _crt_signal_t __cdecl signal(int signal, _crt_signal_t function);
_CRTIMP int __cdecl raise(int signal);
