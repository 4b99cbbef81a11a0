/*
 * stdlib.c: ending a program, signals, random numbers, arithmetic, threads. Numbers in text, sorting and searching are ntdll's; what ntdll
 * does not have of them is in radix.c and search.c.
 */
#include "crt.h"
#include <assert.h>
#include <process.h>
#include <signal.h>

/* Of the thread. */
_invalid_parameter_handler __cdecl _set_invalid_parameter_handler(_invalid_parameter_handler handler)
{
    return CrtSetInvalidHandler(handler);
}

_invalid_parameter_handler __cdecl _get_invalid_parameter_handler(void)
{
    return CrtGetInvalidHandler();
}

int *__cdecl _errno(void)
{
    return LabErrno();
}

errno_t __cdecl _get_errno(int *value)
{
    if (value == NULL)
        return EINVAL;
    *value = errno;
    return 0;
}

errno_t __cdecl _set_errno(int value)
{
    errno = value;
    return 0;
}

/* ------------------------------------------------------------------ the end of a program */

#define CRT_EXITS 32

typedef void(__cdecl *CRT_EXIT)(void);
static CRT_EXIT CrtAtExit[CRT_EXITS];
static int CrtAtExitCount;
static CRT_EXIT CrtAtQuickExit[CRT_EXITS];
static int CrtAtQuickExitCount;

int __cdecl atexit(void(__cdecl *function)(void))
{
    if (CrtAtExitCount == CRT_EXITS)
        return 1;
    CrtAtExit[CrtAtExitCount++] = function;
    return 0;
}

int __cdecl at_quick_exit(void(__cdecl *function)(void))
{
    if (CrtAtQuickExitCount == CRT_EXITS)
        return 1;
    CrtAtQuickExit[CrtAtQuickExitCount++] = function;
    return 0;
}

void __cdecl _exit(int status)
{
    ExitProcess((UINT)status);
}

void __cdecl _Exit(int status)
{
    ExitProcess((UINT)status);
}

void __cdecl exit(int status)
{
    while (CrtAtExitCount > 0)
        CrtAtExit[--CrtAtExitCount]();
    ExitProcess((UINT)status);
}

void __cdecl quick_exit(int status)
{
    while (CrtAtQuickExitCount > 0)
        CrtAtQuickExit[--CrtAtQuickExitCount]();
    ExitProcess((UINT)status);
}

/* Microsoft's: exit status 3. */
void __cdecl abort(void)
{
    raise(SIGABRT);
    ExitProcess(3);
}

void __cdecl _assert(const char *expression, const char *file, unsigned line)
{
    fprintf(stderr, "Assertion failed: %s, file %s, line %u\n", expression, file, line);
    abort();
}

/* There is no command interpreter. */
int __cdecl system(const char *command)
{
    if (command == NULL)
        return 0;
    errno = ENOENT;
    return -1;
}

int __cdecl _wsystem(const wchar_t *command)
{
    return system(command == NULL ? NULL : "");
}

/* ------------------------------------------------------------------ signals: of the program to itself */

static _crt_signal_t CrtSignals[SIGABRT + 1];

_crt_signal_t __cdecl signal(int number, _crt_signal_t function)
{
    _crt_signal_t old;

    if (number <= 0 || number > SIGABRT) {
        errno = EINVAL;
        return SIG_ERR;
    }
    old = CrtSignals[number];
    CrtSignals[number] = function;
    return old;
}

int __cdecl raise(int number)
{
    _crt_signal_t function;

    if (number <= 0 || number > SIGABRT)
        return -1;
    function = CrtSignals[number];
    if (function == SIG_IGN)
        return 0;
    if (function == SIG_DFL)
        ExitProcess(3);
    CrtSignals[number] = SIG_DFL;
    function(number);
    return 0;
}

/* ------------------------------------------------------------------ numbers */

/* Microsoft's sequence, one for each thread, from 1 on. */
int __cdecl rand(void)
{
    unsigned seed = (*LabRandom() ^ 1) * 214013 + 2531011;

    *LabRandom() = seed ^ 1;
    return (int)(seed >> 16) & RAND_MAX;
}

void __cdecl srand(unsigned int seed)
{
    *LabRandom() = seed ^ 1;
}

/* No entropy in a machine that can be replayed: the processor's clock, stirred. */
errno_t __cdecl rand_s(unsigned int *value)
{
    unsigned __int64 x;

    if (value == NULL)
        return EINVAL;
    x = __rdtsc() * 0x9E3779B97F4A7C15ui64;
    *value = (unsigned int)(x >> 32);
    return 0;
}

int __cdecl abs(int n)
{
    return n < 0 ? -n : n;
}

long __cdecl labs(long n)
{
    return n < 0 ? -n : n;
}

long long __cdecl llabs(long long n)
{
    return n < 0 ? -n : n;
}

__int64 __cdecl _abs64(__int64 n)
{
    return n < 0 ? -n : n;
}

div_t __cdecl div(int numerator, int denominator)
{
    div_t result;

    result.quot = numerator / denominator;
    result.rem = numerator % denominator;
    return result;
}

ldiv_t __cdecl ldiv(long numerator, long denominator)
{
    ldiv_t result;

    result.quot = numerator / denominator;
    result.rem = numerator % denominator;
    return result;
}

lldiv_t __cdecl lldiv(long long numerator, long long denominator)
{
    lldiv_t result;

    result.quot = numerator / denominator;
    result.rem = numerator % denominator;
    return result;
}

/* ------------------------------------------------------------------ threads (process.h) */

typedef struct CRT_THREAD {
    _beginthread_proc_type start;
    void *argument;
} CRT_THREAD;

static DWORD WINAPI CrtThread(LPVOID context)
{
    CRT_THREAD thread = *(CRT_THREAD *)context;

    free(context);
    thread.start(thread.argument);
    return 0;
}

/* The thread's handle is closed by the library: here at once, so that what is returned only tells success. */
uintptr_t __cdecl _beginthread(_beginthread_proc_type start, unsigned stack, void *argument)
{
    CRT_THREAD *thread = malloc(sizeof(CRT_THREAD));
    HANDLE handle;

    if (thread == NULL)
        return (uintptr_t)-1;
    thread->start = start;
    thread->argument = argument;
    handle = CreateThread(NULL, stack, CrtThread, thread, 0, NULL);
    if (handle == NULL) {
        free(thread);
        errno = EAGAIN;
        return (uintptr_t)-1;
    }
    CloseHandle(handle);
    return (uintptr_t)handle;
}

uintptr_t __cdecl _beginthreadex(void *security, unsigned stack, _beginthreadex_proc_type start, void *argument, unsigned flags, unsigned *id)
{
    DWORD threadId;
    HANDLE handle = CreateThread(security, stack, (LPTHREAD_START_ROUTINE)start, argument, flags, &threadId);

    if (handle == NULL)
        errno = EAGAIN;
    else if (id != NULL)
        *id = threadId;
    return (uintptr_t)handle;
}

void __cdecl _endthread(void)
{
    ExitThread(0);
}

void __cdecl _endthreadex(unsigned code)
{
    ExitThread(code);
}

int __cdecl _getpid(void)
{
    return (int)GetCurrentProcessId();
}
