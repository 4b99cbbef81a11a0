/*
 * strings.c: Microsoft's further string functions, narrow and wide, and those that compare by locale: there is only "C", so they compare
 * characters.
 */
#include "crt.h"

/* ------------------------------------------------------------------ by locale */

int __cdecl wcscoll(const wchar_t *a, const wchar_t *b)
{
    return wcscmp(a, b);
}

int __cdecl _stricoll(const char *a, const char *b)
{
    return _stricmp(a, b);
}

int __cdecl _wcsicoll(const wchar_t *a, const wchar_t *b)
{
    return _wcsicmp(a, b);
}

int __cdecl _strncoll(const char *a, const char *b, size_t n)
{
    return strncmp(a, b, n);
}

int __cdecl _strnicoll(const char *a, const char *b, size_t n)
{
    return _strnicmp(a, b, n);
}

size_t __cdecl wcsxfrm(wchar_t *dest, const wchar_t *src, size_t n)
{
    if (n != 0)
        wcsncpy(dest, src, n);
    return wcslen(src);
}

/* ------------------------------------------------------------------ filling and turning */

char *__cdecl _strnset(char *s, int c, size_t n)
{
    size_t i;

    for (i = 0; i < n && s[i] != 0; i++)
        s[i] = (char)c;
    return s;
}

wchar_t *__cdecl _wcsnset(wchar_t *s, wchar_t c, size_t n)
{
    size_t i;

    for (i = 0; i < n && s[i] != 0; i++)
        s[i] = c;
    return s;
}

wchar_t *__cdecl _wcsset(wchar_t *s, wchar_t c)
{
    return _wcsnset(s, c, (size_t)-1);
}

wchar_t *__cdecl _wcsrev(wchar_t *s)
{
    size_t i = 0;
    size_t j = wcslen(s);

    while (i + 1 < j) {
        wchar_t c = s[i];

        s[i++] = s[--j];
        s[j] = c;
    }
    return s;
}

/* Is there an end within size? Without one the buffer becomes "". */
static errno_t CrtCheck(char *s, size_t size)
{
    if (s == NULL || size == 0)
        return CrtInvalid(EINVAL);
    if (strnlen(s, size) < size)
        return 0;
    *s = 0;
    return CrtInvalid(EINVAL);
}

static errno_t CrtCheckWide(wchar_t *s, size_t size)
{
    if (s == NULL || size == 0)
        return CrtInvalid(EINVAL);
    if (wcsnlen(s, size) < size)
        return 0;
    *s = 0;
    return CrtInvalid(EINVAL);
}

errno_t __cdecl _strlwr_s(char *s, size_t size)
{
    errno_t error = CrtCheck(s, size);

    if (error == 0)
        _strlwr(s);
    return error;
}

errno_t __cdecl _strupr_s(char *s, size_t size)
{
    errno_t error = CrtCheck(s, size);

    if (error == 0)
        _strupr(s);
    return error;
}

errno_t __cdecl _strset_s(char *s, size_t size, int c)
{
    errno_t error = CrtCheck(s, size);

    if (error == 0)
        _strset(s, c);
    return error;
}

errno_t __cdecl _strnset_s(char *s, size_t size, int c, size_t n)
{
    errno_t error = CrtCheck(s, size);

    if (error == 0)
        _strnset(s, c, n);
    return error;
}

errno_t __cdecl _wcslwr_s(wchar_t *s, size_t size)
{
    errno_t error = CrtCheckWide(s, size);

    if (error == 0)
        _wcslwr(s);
    return error;
}

errno_t __cdecl _wcsupr_s(wchar_t *s, size_t size)
{
    errno_t error = CrtCheckWide(s, size);

    if (error == 0)
        _wcsupr(s);
    return error;
}

errno_t __cdecl wcsncat_s(wchar_t *dest, rsize_t size, const wchar_t *src, rsize_t n)
{
    size_t used;
    errno_t error;

    if (dest == NULL || size == 0)
        return CrtInvalid(EINVAL);
    used = wcsnlen(dest, size);
    error = used == size ? CrtInvalid(EINVAL) : wcsncpy_s(dest + used, size - used, src, n);
    if (error != 0 && error != STRUNCATE)
        dest[0] = 0;
    return error;
}

/* ------------------------------------------------------------------ memory */

/* Copies up to and with the first c; the address behind it, or NULL. */
void *__cdecl _memccpy(void *dest, const void *src, int c, size_t n)
{
    unsigned char *to = dest;
    const unsigned char *from = src;

    for (; n != 0; n--) {
        *to++ = *from;
        if (*from++ == (unsigned char)c)
            return to;
    }
    return NULL;
}

wchar_t *__cdecl wmemchr(const wchar_t *s, wchar_t c, size_t n)
{
    for (; n != 0; n--, s++) {
        if (*s == c)
            return (wchar_t *)s;
    }
    return NULL;
}

errno_t __cdecl wmemcpy_s(wchar_t *dest, rsize_t size, const wchar_t *src, rsize_t n)
{
    return memcpy_s(dest, size * sizeof(wchar_t), src, n * sizeof(wchar_t));
}

errno_t __cdecl wmemmove_s(wchar_t *dest, rsize_t size, const wchar_t *src, rsize_t n)
{
    return memmove_s(dest, size * sizeof(wchar_t), src, n * sizeof(wchar_t));
}

/* ------------------------------------------------------------------ error texts */

/* "message: what errno says", with a line end; without a message the text alone. */
char *__cdecl _strerror(const char *message)
{
    static char text[160];

    if (message != NULL && *message != 0)
        snprintf(text, sizeof(text), "%.90s: %s\n", message, strerror(errno));
    else
        snprintf(text, sizeof(text), "%s\n", strerror(errno));
    return text;
}

wchar_t *__cdecl _wcserror(int error)
{
    static wchar_t text[96];

    mbstowcs(text, strerror(error), _countof(text) - 1);
    return text;
}
