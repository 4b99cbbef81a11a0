/*
 * rtlcrt.c: the part of the C library that the kernel exports: strings, characters, numbers, sorting. Compiled into ntoskrnl and, by
 * inclusion, into ntdll. Letters are ASCII's: the "C" locale.
 */
#include "exp.h"
#include <stdlib.h>
#include <ctype.h>

void CrtRangeError(void);
errno_t CrtInvalid(errno_t error);

#define CT char
#define UT unsigned char
#define N(narrow, wide) narrow
#include "crtstr-body.h"
#undef CT
#undef UT
#undef N

#define CT wchar_t
#define UT wchar_t
#define N(narrow, wide) wide
#include "crtstr-body.h"
#undef CT
#undef UT
#undef N

/* ------------------------------------------------------------------ characters */

int __cdecl isupper(int c)
{
    return c >= 'A' && c <= 'Z';
}

int __cdecl islower(int c)
{
    return c >= 'a' && c <= 'z';
}

int __cdecl isalpha(int c)
{
    return isupper(c) || islower(c);
}

int __cdecl isdigit(int c)
{
    return c >= '0' && c <= '9';
}

int __cdecl isalnum(int c)
{
    return isalpha(c) || isdigit(c);
}

int __cdecl isspace(int c)
{
    return c == ' ' || (c >= 9 && c <= 13);
}

int __cdecl isblank(int c)
{
    return c == ' ' || c == '\t';
}

int __cdecl isxdigit(int c)
{
    return isdigit(c) || ((c | 32) >= 'a' && (c | 32) <= 'f');
}

int __cdecl isprint(int c)
{
    return c >= 32 && c < 127;
}

int __cdecl isgraph(int c)
{
    return c > 32 && c < 127;
}

int __cdecl ispunct(int c)
{
    return isgraph(c) && !isalnum(c);
}

int __cdecl iscntrl(int c)
{
    return (c >= 0 && c < 32) || c == 127;
}

int __cdecl toupper(int c)
{
    return islower(c) ? c - 32 : c;
}

int __cdecl tolower(int c)
{
    return isupper(c) ? c + 32 : c;
}

int __cdecl iswalpha(wint_t c)
{
    return isalpha(c);
}

int __cdecl iswdigit(wint_t c)
{
    return isdigit(c);
}

int __cdecl iswalnum(wint_t c)
{
    return isalnum(c);
}

int __cdecl iswspace(wint_t c)
{
    return isspace(c);
}

int __cdecl iswupper(wint_t c)
{
    return isupper(c);
}

int __cdecl iswlower(wint_t c)
{
    return islower(c);
}

int __cdecl iswxdigit(wint_t c)
{
    return isxdigit(c);
}

int __cdecl iswprint(wint_t c)
{
    return c >= 32 && c != 127;
}

wint_t __cdecl towupper(wint_t c)
{
    return (wint_t)toupper(c);
}

wint_t __cdecl towlower(wint_t c)
{
    return (wint_t)tolower(c);
}

/* ------------------------------------------------------------------ memory and strings without a wide twin */

int __cdecl _memicmp(const void *a, const void *b, size_t n)
{
    const unsigned char *p = a, *q = b;

    for (; n != 0; n--, p++, q++) {
        if (tolower(*p) != tolower(*q))
            return tolower(*p) - tolower(*q);
    }
    return 0;
}

char *__cdecl _strrev(char *s)
{
    size_t i = 0, j = strlen(s);

    while (i + 1 < j) {
        char c = s[i];

        s[i++] = s[--j];
        s[j] = c;
    }
    return s;
}

char *__cdecl _strset(char *s, int c)
{
    char *p;

    for (p = s; *p != 0; p++)
        *p = (char)c;
    return s;
}

errno_t __cdecl strncat_s(char *dest, rsize_t size, const char *src, rsize_t n)
{
    size_t used;
    errno_t error;

    if (dest == NULL || size == 0)
        return CrtInvalid(22);
    used = strnlen(dest, size);
    error = used == size ? CrtInvalid(22) : strncpy_s(dest + used, size - used, src, n);
    if (error != 0 && error != 80)
        dest[0] = 0;
    return error;
}

errno_t __cdecl memcpy_s(void *dest, rsize_t size, const void *src, rsize_t n)
{
    if (n == 0)
        return 0;
    if (dest == NULL)
        return CrtInvalid(22);
    if (src == NULL || size < n) {
        memset(dest, 0, size);
        return CrtInvalid(src == NULL ? 22 : 34);
    }
    memcpy(dest, src, n);
    return 0;
}

errno_t __cdecl memmove_s(void *dest, rsize_t size, const void *src, rsize_t n)
{
    if (n == 0)
        return 0;
    if (dest == NULL || src == NULL)
        return CrtInvalid(22);
    if (size < n)
        return CrtInvalid(34);
    memmove(dest, src, n);
    return 0;
}

wchar_t *__cdecl wmemcpy(wchar_t *dest, const wchar_t *src, size_t n)
{
    return memcpy(dest, src, n * sizeof(wchar_t));
}

wchar_t *__cdecl wmemmove(wchar_t *dest, const wchar_t *src, size_t n)
{
    return memmove(dest, src, n * sizeof(wchar_t));
}

wchar_t *__cdecl wmemset(wchar_t *dest, wchar_t c, size_t n)
{
    size_t i;

    for (i = 0; i < n; i++)
        dest[i] = c;
    return dest;
}

int __cdecl wmemcmp(const wchar_t *a, const wchar_t *b, size_t n)
{
    for (; n != 0; n--, a++, b++) {
        if (*a != *b)
            return *a < *b ? -1 : 1;
    }
    return 0;
}

/* ------------------------------------------------------------------ numbers */

__int64 __cdecl _strtoi64(const char *s, char **end, int base)
{
    return strtoll(s, end, base);
}

unsigned __int64 __cdecl _strtoui64(const char *s, char **end, int base)
{
    return strtoull(s, end, base);
}

__int64 __cdecl _atoi64(const char *s)
{
    return strtoll(s, NULL, 10);
}

long long __cdecl atoll(const char *s)
{
    return strtoll(s, NULL, 10);
}

long __cdecl atol(const char *s)
{
    return strtol(s, NULL, 10);
}

int __cdecl atoi(const char *s)
{
    return (int)strtol(s, NULL, 10);
}

__int64 __cdecl _wtoi64(const wchar_t *s)
{
    return wcstoll(s, NULL, 10);
}

long __cdecl _wtol(const wchar_t *s)
{
    return wcstol(s, NULL, 10);
}

int __cdecl _wtoi(const wchar_t *s)
{
    return (int)wcstol(s, NULL, 10);
}

/* ------------------------------------------------------------------ sorting and searching */

static void CrtSwap(char *a, char *b, size_t size)
{
    while (size != 0) {
        char c = *a;

        *a++ = *b;
        *b++ = c;
        size--;
    }
}

static void CrtSift(char *base, size_t root, size_t count, size_t size, int(__cdecl *compare)(const void *, const void *))
{
    size_t child;

    while ((child = 2 * root + 1) < count) {
        if (child + 1 < count && compare(base + child * size, base + (child + 1) * size) < 0)
            child++;
        if (compare(base + root * size, base + child * size) >= 0)
            return;
        CrtSwap(base + root * size, base + child * size, size);
        root = child;
    }
}

/* Short arrays by insertion, long ones as a heap: no recursion, so that the kernel stack is safe. */
void __cdecl qsort(void *array, size_t count, size_t size, int(__cdecl *compare)(const void *, const void *))
{
    char *base = array;
    size_t i, j;

    if (count <= 12) {
        for (i = 1; i < count; i++) {
            for (j = i; j > 0 && compare(base + (j - 1) * size, base + j * size) > 0; j--)
                CrtSwap(base + (j - 1) * size, base + j * size, size);
        }
        return;
    }
    for (i = count / 2; i > 0; i--)
        CrtSift(base, i - 1, count, size, compare);
    for (i = count - 1; i > 0; i--) {
        CrtSwap(base, base + i * size, size);
        CrtSift(base, 0, i, size, compare);
    }
}

void *__cdecl bsearch(const void *key, const void *array, size_t count, size_t size, int(__cdecl *compare)(const void *, const void *))
{
    const char *base = array;
    size_t low = 0, high = count;

    while (low < high) {
        size_t middle = (low + high) / 2;
        int order = compare(key, base + middle * size);

        if (order == 0)
            return (void *)(base + middle * size);
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return NULL;
}
