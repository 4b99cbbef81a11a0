/*
 * rtlmem.c: memory in blocks of 8 bytes. Compiled into ntoskrnl and, by inclusion, into ntdll. Every 8-byte step is one load and one store,
 * so a copy can be interrupted (and raced) anywhere between.
 */
#include "exp.h"

#undef memcpy
#undef memmove
#undef memset
#undef memcmp

void *__cdecl memcpy(void *dest, const void *src, size_t n)
{
    unsigned char *d = dest;
    const unsigned char *s = src;

    while (n >= 32) {
        ((unsigned __int64 *)d)[0] = ((const unsigned __int64 *)s)[0];
        ((unsigned __int64 *)d)[1] = ((const unsigned __int64 *)s)[1];
        ((unsigned __int64 *)d)[2] = ((const unsigned __int64 *)s)[2];
        ((unsigned __int64 *)d)[3] = ((const unsigned __int64 *)s)[3];
        d += 32;
        s += 32;
        n -= 32;
    }
    while (n >= 8) {
        *(unsigned __int64 *)d = *(const unsigned __int64 *)s;
        d += 8;
        s += 8;
        n -= 8;
    }
    while (n != 0) {
        *d++ = *s++;
        n--;
    }
    return dest;
}

void *__cdecl memmove(void *dest, const void *src, size_t n)
{
    unsigned char *d = dest;
    const unsigned char *s = src;

    if (d <= s || d >= s + n)
        return memcpy(dest, src, n);
    d += n;
    s += n;
    while (n >= 8) {
        d -= 8;
        s -= 8;
        n -= 8;
        *(unsigned __int64 *)d = *(const unsigned __int64 *)s;
    }
    while (n != 0) {
        *--d = *--s;
        n--;
    }
    return dest;
}

void *__cdecl memset(void *dest, int c, size_t n)
{
    unsigned char *d = dest;
    unsigned __int64 pattern = (unsigned char)c;

    pattern |= pattern << 8;
    pattern |= pattern << 16;
    pattern |= pattern << 32;
    while (n >= 32) {
        ((unsigned __int64 *)d)[0] = pattern;
        ((unsigned __int64 *)d)[1] = pattern;
        ((unsigned __int64 *)d)[2] = pattern;
        ((unsigned __int64 *)d)[3] = pattern;
        d += 32;
        n -= 32;
    }
    while (n >= 8) {
        *(unsigned __int64 *)d = pattern;
        d += 8;
        n -= 8;
    }
    while (n != 0) {
        *d++ = (unsigned char)c;
        n--;
    }
    return dest;
}

int __cdecl memcmp(const void *a, const void *b, size_t n)
{
    const unsigned char *p = a, *q = b;

    while (n >= 8 && *(const unsigned __int64 *)p == *(const unsigned __int64 *)q) {
        p += 8;
        q += 8;
        n -= 8;
    }
    while (n != 0) {
        if (*p != *q)
            return *p < *q ? -1 : 1;
        p++;
        q++;
        n--;
    }
    return 0;
}

void *__cdecl memchr(const void *s, int c, size_t n)
{
    const unsigned char *p = s;

    for (; n != 0; n--, p++) {
        if (*p == (unsigned char)c)
            return (void *)p;
    }
    return NULL;
}

#undef RtlCompareMemory
SIZE_T NTAPI RtlCompareMemory(const VOID *Source1, const VOID *Source2, SIZE_T Length)
{
    const unsigned char *p = Source1, *q = Source2;
    SIZE_T Same = 0;

    while (Length - Same >= 8 && *(const unsigned __int64 *)(p + Same) == *(const unsigned __int64 *)(q + Same))
        Same += 8;
    while (Same < Length && p[Same] == q[Same])
        Same++;
    return Same;
}

SIZE_T NTAPI RtlCompareMemoryUlong(PVOID Source, SIZE_T Length, ULONG Pattern)
{
    PULONG p = Source;
    SIZE_T Same = 0;

    while (Same + sizeof(ULONG) <= Length && *p++ == Pattern)
        Same += sizeof(ULONG);
    return Same;
}
