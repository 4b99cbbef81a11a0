/*
 * string.c: the string functions that only programs have; the others are ntdll's. Multibyte text is bytes of the "C" locale: one a character.
 */
#include "crt.h"
#include <limits.h>
#include <locale.h>

/* ------------------------------------------------------------------ tokens */

char *__cdecl strtok_s(char *s, const char *delimiters, char **context)
{
    char *token;

    if (s == NULL)
        s = *context;
    if (s == NULL)
        return NULL;
    s += strspn(s, delimiters);
    token = s;
    s += strcspn(s, delimiters);
    if (*s != 0)
        *s++ = 0;
    *context = s;
    return s == token ? NULL : token;
}

/* A place for each thread. */
char *__cdecl strtok(char *s, const char *delimiters)
{
    return strtok_s(s, delimiters, LabToken());
}

wchar_t *__cdecl wcstok_s(wchar_t *s, const wchar_t *delimiters, wchar_t **context)
{
    wchar_t *token;

    if (s == NULL)
        s = *context;
    if (s == NULL)
        return NULL;
    s += wcsspn(s, delimiters);
    token = s;
    s += wcscspn(s, delimiters);
    if (*s != 0)
        *s++ = 0;
    *context = s;
    return s == token ? NULL : token;
}

wchar_t *__cdecl wcstok(wchar_t *s, const wchar_t *delimiters, wchar_t **context)
{
    return wcstok_s(s, delimiters, context);
}

/* ------------------------------------------------------------------ copies */

char *__cdecl _strdup(const char *s)
{
    size_t size;
    char *copy;

    if (s == NULL)
        return NULL;
    size = strlen(s) + 1;
    copy = malloc(size);
    return copy == NULL ? NULL : memcpy(copy, s, size);
}

wchar_t *__cdecl _wcsdup(const wchar_t *s)
{
    size_t size;
    wchar_t *copy;

    if (s == NULL)
        return NULL;
    size = (wcslen(s) + 1) * sizeof(wchar_t);
    copy = malloc(size);
    return copy == NULL ? NULL : memcpy(copy, s, size);
}

/* ------------------------------------------------------------------ the "C" locale */

char *__cdecl setlocale(int category, const char *locale)
{
    if (category < LC_ALL || category > LC_TIME)
        return NULL;
    return locale == NULL || *locale == 0 || strcmp(locale, "C") == 0 ? "C" : NULL;
}

wchar_t *__cdecl _wsetlocale(int category, const wchar_t *locale)
{
    if (category < LC_ALL || category > LC_TIME)
        return NULL;
    return locale == NULL || *locale == 0 || wcscmp(locale, L"C") == 0 ? L"C" : NULL;
}

struct lconv *__cdecl localeconv(void)
{
    static struct lconv conventions = {
        ".", "", "", "", "", "", "", "", "", "",
        CHAR_MAX, CHAR_MAX, CHAR_MAX, CHAR_MAX, CHAR_MAX, CHAR_MAX, CHAR_MAX, CHAR_MAX,
        L".", L"", L"", L"", L"", L"", L"", L"",
    };

    return &conventions;
}

int __cdecl strcoll(const char *a, const char *b)
{
    return strcmp(a, b);
}

size_t __cdecl strxfrm(char *dest, const char *src, size_t n)
{
    if (n != 0)
        strncpy(dest, src, n);
    return strlen(src);
}

int __cdecl mblen(const char *s, size_t n)
{
    return s == NULL ? 0 : n == 0 ? -1 : *s != 0;
}

int __cdecl mbtowc(wchar_t *dest, const char *s, size_t n)
{
    if (s == NULL)
        return 0;
    if (n == 0)
        return -1;
    if (dest != NULL)
        *dest = (unsigned char)*s;
    return *s != 0;
}

int __cdecl wctomb(char *s, wchar_t c)
{
    if (s == NULL)
        return 0;
    if (c > 0xFF) {
        errno = EILSEQ;
        return -1;
    }
    *s = (char)c;
    return 1;
}

size_t __cdecl mbstowcs(wchar_t *dest, const char *src, size_t count)
{
    size_t i;

    if (dest == NULL)
        return strlen(src);
    for (i = 0; i < count; i++) {
        dest[i] = (unsigned char)src[i];
        if (src[i] == 0)
            break;
    }
    return i;
}

size_t __cdecl wcstombs(char *dest, const wchar_t *src, size_t count)
{
    size_t i;

    for (i = 0; dest == NULL || i < count; i++) {
        if (src[i] > 0xFF) {
            errno = EILSEQ;
            return (size_t)-1;
        }
        if (dest != NULL)
            dest[i] = (char)src[i];
        if (src[i] == 0)
            break;
    }
    return i;
}

errno_t __cdecl mbstowcs_s(size_t *converted, wchar_t *dest, size_t size, const char *src, size_t count)
{
    size_t length = src != NULL ? strnlen(src, count) : 0;

    if (converted != NULL)
        *converted = 0;
    if (src == NULL || (dest == NULL && size != 0) || (dest != NULL && size == 0))
        return CrtInvalid(EINVAL);
    if (dest != NULL) {
        if (length >= size && count != _TRUNCATE) {
            dest[0] = 0;
            return CrtInvalid(ERANGE);
        }
        if (length >= size)
            length = size - 1;
        mbstowcs(dest, src, length);
        dest[length] = 0;
    }
    if (converted != NULL)
        *converted = length + 1;
    return dest != NULL && count == _TRUNCATE && src[length] != 0 ? STRUNCATE : 0;
}

errno_t __cdecl wcstombs_s(size_t *converted, char *dest, size_t size, const wchar_t *src, size_t count)
{
    size_t length = src != NULL ? wcsnlen(src, count) : 0;

    if (converted != NULL)
        *converted = 0;
    if (src == NULL || (dest == NULL && size != 0) || (dest != NULL && size == 0))
        return CrtInvalid(EINVAL);
    if (dest != NULL) {
        if (length >= size && count != _TRUNCATE) {
            dest[0] = 0;
            return CrtInvalid(ERANGE);
        }
        if (length >= size)
            length = size - 1;
        if (wcstombs(dest, src, length) == (size_t)-1) {
            dest[0] = 0;
            return EILSEQ;
        }
        dest[length] = 0;
    }
    if (converted != NULL)
        *converted = length + 1;
    return dest != NULL && count == _TRUNCATE && src[length] != 0 ? STRUNCATE : 0;
}

/* ------------------------------------------------------------------ error texts */

static const struct {
    int error;
    const char *text;
} CrtErrors[] = {
    {0, "No error"},
    {EPERM, "Operation not permitted"},
    {ENOENT, "No such file or directory"},
    {ESRCH, "No such process"},
    {EINTR, "Interrupted function call"},
    {EIO, "Input/output error"},
    {ENXIO, "No such device or address"},
    {E2BIG, "Arg list too long"},
    {ENOEXEC, "Exec format error"},
    {EBADF, "Bad file descriptor"},
    {ECHILD, "No child processes"},
    {EAGAIN, "Resource temporarily unavailable"},
    {ENOMEM, "Not enough space"},
    {EACCES, "Permission denied"},
    {EFAULT, "Bad address"},
    {EBUSY, "Resource device"},
    {EEXIST, "File exists"},
    {EXDEV, "Improper link"},
    {ENODEV, "No such device"},
    {ENOTDIR, "Not a directory"},
    {EISDIR, "Is a directory"},
    {EINVAL, "Invalid argument"},
    {ENFILE, "Too many open files in system"},
    {EMFILE, "Too many open files"},
    {ENOTTY, "Inappropriate I/O control operation"},
    {EFBIG, "File too large"},
    {ENOSPC, "No space left on device"},
    {ESPIPE, "Invalid seek"},
    {EROFS, "Read-only file system"},
    {EMLINK, "Too many links"},
    {EPIPE, "Broken pipe"},
    {EDOM, "Domain error"},
    {ERANGE, "Result too large"},
    {EDEADLK, "Resource deadlock avoided"},
    {ENAMETOOLONG, "Filename too long"},
    {ENOLCK, "No locks available"},
    {ENOSYS, "Function not implemented"},
    {ENOTEMPTY, "Directory not empty"},
    {EILSEQ, "Illegal byte sequence"},
};

char *__cdecl strerror(int error)
{
    size_t i;

    for (i = 0; i < _countof(CrtErrors); i++) {
        if (CrtErrors[i].error == error)
            return (char *)CrtErrors[i].text;
    }
    return "Unknown error";
}

errno_t __cdecl strerror_s(char *buffer, size_t size, int error)
{
    return strncpy_s(buffer, size, strerror(error), _TRUNCATE) == EINVAL ? EINVAL : 0;
}
