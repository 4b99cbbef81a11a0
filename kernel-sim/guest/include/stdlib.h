/* stdlib.h */
#pragma once
#include "crtdefs.h"
#include "lab_intrin.h"

#define EXIT_SUCCESS 0
#define EXIT_FAILURE 1
#define RAND_MAX 0x7fff
#define MB_CUR_MAX 1
#define _MAX_PATH  260
#define _MAX_DRIVE 3
#define _MAX_DIR   256
#define _MAX_FNAME 256
#define _MAX_EXT   256
#ifndef _countof
#define _countof(array) (sizeof(array) / sizeof((array)[0]))
#endif
#ifndef __cplusplus
#define __max(a, b) (((a) > (b)) ? (a) : (b))
#define __min(a, b) (((a) < (b)) ? (a) : (b))
#endif
#ifndef NOMINMAX
#ifndef max
#define max(a, b) (((a) > (b)) ? (a) : (b))
#endif
#ifndef min
#define min(a, b) (((a) < (b)) ? (a) : (b))
#endif
#endif

typedef struct _div_t {
    int quot;
    int rem;
} div_t;
typedef struct _ldiv_t {
    long quot;
    long rem;
} ldiv_t;
typedef struct _lldiv_t {
    long long quot;
    long long rem;
} lldiv_t;

typedef void(__cdecl *_invalid_parameter_handler)(const wchar_t *expression, const wchar_t *function, const wchar_t *file, unsigned line,
                                                  uintptr_t reserved);
_CRTIMP _invalid_parameter_handler __cdecl _set_invalid_parameter_handler(_invalid_parameter_handler handler);
_CRTIMP _invalid_parameter_handler __cdecl _get_invalid_parameter_handler(void);
_CRTIMP void *__cdecl malloc(size_t size);
_CRTIMP void *__cdecl calloc(size_t count, size_t size);
_CRTIMP void *__cdecl realloc(void *block, size_t size);
_CRTIMP void __cdecl free(void *block);
_CRTIMP void *__cdecl aligned_alloc(size_t alignment, size_t size);
_CRTIMP int __cdecl posix_memalign(void **result, size_t alignment, size_t size);
_CRTIMP void *__cdecl _aligned_malloc(size_t size, size_t alignment);
_CRTIMP void *__cdecl _aligned_realloc(void *block, size_t size, size_t alignment);
_CRTIMP void __cdecl _aligned_free(void *block);
_CRTIMP void *__cdecl _recalloc(void *block, size_t count, size_t size);
_CRTIMP size_t __cdecl _msize(void *block);
_CRTIMP __declspec(noreturn) void __cdecl exit(int status);
_CRTIMP __declspec(noreturn) void __cdecl _exit(int status);
_CRTIMP __declspec(noreturn) void __cdecl _Exit(int status);
_CRTIMP __declspec(noreturn) void __cdecl abort(void);
_CRTIMP __declspec(noreturn) void __cdecl quick_exit(int status);
_CRTIMP int __cdecl atexit(void(__cdecl *function)(void));
_CRTIMP int __cdecl at_quick_exit(void(__cdecl *function)(void));
_CRTIMP int __cdecl system(const char *command);
_CRTIMP char *__cdecl getenv(const char *name);
_CRTIMP int __cdecl _wsystem(const wchar_t *command);
_CRTIMP wchar_t *__cdecl _wgetenv(const wchar_t *name);
_CRTIMP int __cdecl _putenv(const char *text);
_CRTIMP errno_t __cdecl _putenv_s(const char *name, const char *value);
_CRTIMP errno_t __cdecl _dupenv_s(char **buffer, size_t *count, const char *name);
_CRTIMP void __cdecl _splitpath(const char *path, char *drive, char *directory, char *name, char *extension);
_CRTIMP void __cdecl _makepath(char *path, const char *drive, const char *directory, const char *name, const char *extension);
_CRTIMP errno_t __cdecl getenv_s(size_t *required, char *buffer, rsize_t size, const char *name);
_CRTIMP int __cdecl abs(int n);
_CRTIMP long __cdecl labs(long n);
_CRTIMP long long __cdecl llabs(long long n);
_CRTIMP __int64 __cdecl _abs64(__int64 n);
_CRTIMP div_t __cdecl div(int numerator, int denominator);
_CRTIMP ldiv_t __cdecl ldiv(long numerator, long denominator);
_CRTIMP lldiv_t __cdecl lldiv(long long numerator, long long denominator);
_CRTIMP int __cdecl atoi(const char *s);
_CRTIMP long __cdecl atol(const char *s);
_CRTIMP long long __cdecl atoll(const char *s);
_CRTIMP __int64 __cdecl _atoi64(const char *s);
_CRTIMP long __cdecl strtol(const char *s, char **end, int base);
_CRTIMP unsigned long __cdecl strtoul(const char *s, char **end, int base);
_CRTIMP long long __cdecl strtoll(const char *s, char **end, int base);
_CRTIMP unsigned long long __cdecl strtoull(const char *s, char **end, int base);
_CRTIMP __int64 __cdecl _strtoi64(const char *s, char **end, int base);
_CRTIMP unsigned __int64 __cdecl _strtoui64(const char *s, char **end, int base);
_CRTIMP int __cdecl _wtoi(const wchar_t *s);
_CRTIMP long __cdecl _wtol(const wchar_t *s);
_CRTIMP __int64 __cdecl _wtoi64(const wchar_t *s);
_CRTIMP long __cdecl wcstol(const wchar_t *s, wchar_t **end, int base);
_CRTIMP unsigned long __cdecl wcstoul(const wchar_t *s, wchar_t **end, int base);
_CRTIMP long long __cdecl wcstoll(const wchar_t *s, wchar_t **end, int base);
_CRTIMP unsigned long long __cdecl wcstoull(const wchar_t *s, wchar_t **end, int base);
_CRTIMP char *__cdecl _itoa(int value, char *buffer, int radix);
_CRTIMP char *__cdecl _ltoa(long value, char *buffer, int radix);
_CRTIMP char *__cdecl _ultoa(unsigned long value, char *buffer, int radix);
_CRTIMP char *__cdecl _i64toa(__int64 value, char *buffer, int radix);
_CRTIMP char *__cdecl _ui64toa(unsigned __int64 value, char *buffer, int radix);
_CRTIMP errno_t __cdecl _itoa_s(int value, char *buffer, size_t size, int radix);
_CRTIMP errno_t __cdecl _ltoa_s(long value, char *buffer, size_t size, int radix);
_CRTIMP errno_t __cdecl _ultoa_s(unsigned long value, char *buffer, size_t size, int radix);
_CRTIMP errno_t __cdecl _i64toa_s(__int64 value, char *buffer, size_t size, int radix);
_CRTIMP errno_t __cdecl _ui64toa_s(unsigned __int64 value, char *buffer, size_t size, int radix);
_CRTIMP wchar_t *__cdecl _itow(int value, wchar_t *buffer, int radix);
_CRTIMP errno_t __cdecl _itow_s(int value, wchar_t *buffer, size_t size, int radix);
_CRTIMP wchar_t *__cdecl _ltow(long value, wchar_t *buffer, int radix);
_CRTIMP errno_t __cdecl _ltow_s(long value, wchar_t *buffer, size_t size, int radix);
_CRTIMP wchar_t *__cdecl _ultow(unsigned long value, wchar_t *buffer, int radix);
_CRTIMP errno_t __cdecl _ultow_s(unsigned long value, wchar_t *buffer, size_t size, int radix);
_CRTIMP wchar_t *__cdecl _i64tow(__int64 value, wchar_t *buffer, int radix);
_CRTIMP errno_t __cdecl _i64tow_s(__int64 value, wchar_t *buffer, size_t size, int radix);
_CRTIMP wchar_t *__cdecl _ui64tow(unsigned __int64 value, wchar_t *buffer, int radix);
_CRTIMP errno_t __cdecl _ui64tow_s(unsigned __int64 value, wchar_t *buffer, size_t size, int radix);
_CRTIMP long long __cdecl _wtoll(const wchar_t *s);
_CRTIMP __int64 __cdecl _wcstoi64(const wchar_t *s, wchar_t **end, int base);
_CRTIMP unsigned __int64 __cdecl _wcstoui64(const wchar_t *s, wchar_t **end, int base);
_CRTIMP double __cdecl atof(const char *s);
_CRTIMP double __cdecl strtod(const char *s, char **end);
_CRTIMP float __cdecl strtof(const char *s, char **end);
_CRTIMP long double __cdecl strtold(const char *s, char **end);
_CRTIMP double __cdecl wcstod(const wchar_t *s, wchar_t **end);
_CRTIMP float __cdecl wcstof(const wchar_t *s, wchar_t **end);
_CRTIMP long double __cdecl wcstold(const wchar_t *s, wchar_t **end);
_CRTIMP double __cdecl _wtof(const wchar_t *s);
_CRTIMP char *__cdecl _ecvt(double x, int count, int *point, int *negative);
_CRTIMP char *__cdecl _fcvt(double x, int places, int *point, int *negative);
_CRTIMP char *__cdecl _gcvt(double x, int digits, char *buffer);
_CRTIMP int __cdecl rand(void);
_CRTIMP void __cdecl srand(unsigned int seed);
_CRTIMP errno_t __cdecl rand_s(unsigned int *value);
/* POSIX: 48 bits of state. Programs that want its random() say so with a macro: many have a function of that name themselves. */
_CRTIMP void __cdecl srand48(long seed);
_CRTIMP double __cdecl drand48(void);
_CRTIMP double __cdecl erand48(unsigned short state[3]);
_CRTIMP long __cdecl lrand48(void);
_CRTIMP long __cdecl nrand48(unsigned short state[3]);
_CRTIMP long __cdecl mrand48(void);
_CRTIMP long __cdecl jrand48(unsigned short state[3]);
#if defined(_GNU_SOURCE) || defined(_DEFAULT_SOURCE) || defined(_BSD_SOURCE) || defined(_SVID_SOURCE) || defined(_XOPEN_SOURCE)
_CRTIMP long __cdecl random(void);
_CRTIMP void __cdecl srandom(unsigned int seed);
#endif
_CRTIMP void __cdecl qsort(void *base, size_t count, size_t size, int(__cdecl *compare)(const void *, const void *));
_CRTIMP void *__cdecl bsearch(const void *key, const void *base, size_t count, size_t size, int(__cdecl *compare)(const void *, const void *));
_CRTIMP void __cdecl qsort_s(void *base, rsize_t count, rsize_t size, int(__cdecl *compare)(void *, const void *, const void *), void *context);
_CRTIMP void *__cdecl bsearch_s(const void *key, const void *base, rsize_t count, rsize_t size, int(__cdecl *compare)(void *, const void *, const void *), void *context);
_CRTIMP int __cdecl mblen(const char *s, size_t n);
_CRTIMP int __cdecl mbtowc(wchar_t *dest, const char *s, size_t n);
_CRTIMP int __cdecl wctomb(char *s, wchar_t c);
_CRTIMP errno_t __cdecl wctomb_s(int *written, char *s, size_t size, wchar_t c);
_CRTIMP size_t __cdecl mbstowcs(wchar_t *dest, const char *src, size_t count);
_CRTIMP size_t __cdecl wcstombs(char *dest, const wchar_t *src, size_t count);
_CRTIMP errno_t __cdecl mbstowcs_s(size_t *converted, wchar_t *dest, size_t size, const char *src, size_t count);
_CRTIMP errno_t __cdecl wcstombs_s(size_t *converted, char *dest, size_t size, const wchar_t *src, size_t count);
_CRTIMP int *__cdecl __p___argc(void);
_CRTIMP char ***__cdecl __p___argv(void);
_CRTIMP wchar_t ***__cdecl __p___wargv(void);
_CRTIMP char ***__cdecl __p__environ(void);
_CRTIMP wchar_t ***__cdecl __p__wenviron(void);
#define _environ  (*__p__environ())
#define _wenviron (*__p__wenviron())
#define __wargv (*__p___wargv())
#define __argc (*__p___argc())
#define __argv (*__p___argv())
#define itoa   _itoa
#define ltoa   _ltoa
#define ultoa  _ultoa
#define putenv _putenv

/* As Microsoft's: programs ask for it with no other header. */
_ACRTIMP int *__cdecl _errno(void);
#define errno (*_errno())
