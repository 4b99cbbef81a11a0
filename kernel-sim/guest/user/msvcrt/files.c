/*
 * files.c: what needs files. There is no file system in the lab: opening, removing and renaming fail with ENOENT, and the console, which is
 * all that is open, has no position: ESPIPE.
 */
#include "crt.h"

/* ------------------------------------------------------------------ opening and closing */

FILE *__cdecl fopen(const char *name, const char *mode)
{
    errno = name == NULL || mode == NULL ? EINVAL : ENOENT;
    return NULL;
}

errno_t __cdecl fopen_s(FILE **stream, const char *name, const char *mode)
{
    if (stream == NULL)
        return EINVAL;
    *stream = fopen(name, mode);
    return errno;
}

FILE *__cdecl _wfopen(const wchar_t *name, const wchar_t *mode)
{
    errno = name == NULL || mode == NULL ? EINVAL : ENOENT;
    return NULL;
}

errno_t __cdecl _wfopen_s(FILE **stream, const wchar_t *name, const wchar_t *mode)
{
    if (stream == NULL)
        return EINVAL;
    *stream = _wfopen(name, mode);
    return errno;
}

/* The console stays open. */
int __cdecl fclose(FILE *stream)
{
    (void)stream;
    return 0;
}

int __cdecl remove(const char *name)
{
    (void)name;
    errno = ENOENT;
    return -1;
}

int __cdecl rename(const char *from, const char *to)
{
    (void)from, (void)to;
    errno = ENOENT;
    return -1;
}

FILE *__cdecl freopen(const char *name, const char *mode, FILE *stream)
{
    (void)stream;
    return fopen(name, mode);
}

errno_t __cdecl freopen_s(FILE **result, const char *name, const char *mode, FILE *stream)
{
    (void)stream;
    return fopen_s(result, name, mode);
}

/* The streams of the console, by number. */
FILE *__cdecl _fdopen(int fd, const char *mode)
{
    if (mode != NULL && fd >= 0 && fd < CRT_STREAMS)
        return __acrt_iob_func((unsigned)fd);
    errno = mode == NULL ? EINVAL : EBADF;
    return NULL;
}

int __cdecl _fcloseall(void)
{
    return 0;
}

FILE *__cdecl tmpfile(void)
{
    errno = ENOENT;
    return NULL;
}

errno_t __cdecl tmpfile_s(FILE **stream)
{
    if (stream == NULL)
        return EINVAL;
    *stream = NULL;
    return ENOENT;
}

/* Names that no file has: none has any. */
char *__cdecl tmpnam(char *name)
{
    static char own[L_tmpnam];
    static unsigned next;

    if (name == NULL)
        name = own;
    sprintf(name, "\\s%x.", next++);
    return name;
}

errno_t __cdecl tmpnam_s(char *name, rsize_t size)
{
    char text[L_tmpnam];

    if (name == NULL || size == 0)
        return EINVAL;
    return strcpy_s(name, size, tmpnam(text));
}

/* ------------------------------------------------------------------ positions */

static int CrtNoPosition(void)
{
    errno = ESPIPE;
    return -1;
}

int __cdecl fseek(FILE *stream, long offset, int origin)
{
    (void)stream, (void)offset, (void)origin;
    return CrtNoPosition();
}

int __cdecl _fseeki64(FILE *stream, __int64 offset, int origin)
{
    (void)stream, (void)offset, (void)origin;
    return CrtNoPosition();
}

long __cdecl ftell(FILE *stream)
{
    (void)stream;
    return CrtNoPosition();
}

__int64 __cdecl _ftelli64(FILE *stream)
{
    (void)stream;
    return CrtNoPosition();
}

int __cdecl fgetpos(FILE *stream, fpos_t *position)
{
    (void)stream, (void)position;
    return CrtNoPosition();
}

int __cdecl fsetpos(FILE *stream, const fpos_t *position)
{
    (void)stream, (void)position;
    return CrtNoPosition();
}

/* Takes back errors and the end of the input. */
void __cdecl rewind(FILE *stream)
{
    clearerr(stream);
}
