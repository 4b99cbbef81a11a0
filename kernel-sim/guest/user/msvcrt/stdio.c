/*
 * stdio.c: the three streams. stdout and stderr go to the console at once, in program order, without translation of line ends; stdin is
 * typed input, a line at a time. What would need files is in files.c.
 */
#include "crt.h"
#include <conio.h>

#define CRT_INPUT_BYTES 1024
#define CRT_LINE_BYTES 256

typedef struct CRT_STREAM {
    FILE file; /* first: FILE * is the address of this record */
    int eof;
    int error;
    int pushed; /* by ungetc, or EOF */
} CRT_STREAM;

static CRT_STREAM CrtStreams[CRT_STREAMS] = {{{0}, 0, 0, EOF}, {{0}, 0, 0, EOF}, {{0}, 0, 0, EOF}};

/* Typed input that has been fetched but not read yet. */
static struct {
    ULONG next;
    ULONG end;
    unsigned char bytes[CRT_INPUT_BYTES];
} CrtInput;

FILE *__cdecl __acrt_iob_func(unsigned index)
{
    return index < CRT_STREAMS ? &CrtStreams[index].file : NULL;
}

static CRT_STREAM *CrtStream(FILE *stream)
{
    return (CRT_STREAM *)stream;
}

int __cdecl _fileno(FILE *stream)
{
    return (int)(CrtStream(stream) - CrtStreams);
}

/* ------------------------------------------------------------------ output */

int CrtWrite(FILE *stream, const void *bytes, size_t count)
{
    if (stream != stdout && stream != stderr) {
        if (stream == stdin)
            CrtStream(stream)->error = 1;
        errno = EBADF;
        return EOF;
    }
    return count == 0 || NT_SUCCESS(NtLabConsoleWrite(bytes, (ULONG)count)) ? 0 : EOF;
}

size_t __cdecl fwrite(const void *buffer, size_t size, size_t count, FILE *stream)
{
    return size == 0 || CrtWrite(stream, buffer, size * count) != 0 ? 0 : count;
}

int __cdecl fputc(int c, FILE *stream)
{
    unsigned char byte = (unsigned char)c;

    return CrtWrite(stream, &byte, 1) == 0 ? byte : EOF;
}

int __cdecl putc(int c, FILE *stream)
{
    return fputc(c, stream);
}

int __cdecl putchar(int c)
{
    return fputc(c, stdout);
}

int __cdecl _putch(int c)
{
    return fputc(c, stdout);
}

int __cdecl fputs(const char *s, FILE *stream)
{
    return CrtWrite(stream, s, strlen(s));
}

int __cdecl _cputs(const char *s)
{
    return fputs(s, stdout);
}

/* In one piece if it is short, so that lines of several threads do not mix. */
int __cdecl puts(const char *s)
{
    char line[CRT_LINE_BYTES];
    size_t length = strlen(s);

    if (length >= CRT_LINE_BYTES)
        return CrtWrite(stdout, s, length) == 0 ? CrtWrite(stdout, "\n", 1) : EOF;
    memcpy(line, s, length);
    line[length] = '\n';
    return CrtWrite(stdout, line, length + 1);
}

wint_t __cdecl fputwc(wchar_t c, FILE *stream)
{
    return fwprintf(stream, L"%c", c) < 0 ? WEOF : c;
}

wint_t __cdecl putwchar(wchar_t c)
{
    return fputwc(c, stdout);
}

int __cdecl fputws(const wchar_t *s, FILE *stream)
{
    return fwprintf(stream, L"%s", s) < 0 ? EOF : 0;
}

int __cdecl _putws(const wchar_t *s)
{
    return wprintf(L"%s\n", s) < 0 ? EOF : 0;
}

wint_t __cdecl putwc(wchar_t c, FILE *stream)
{
    return fputwc(c, stream);
}

wint_t __cdecl _putwch(wchar_t c)
{
    return fputwc(c, stdout);
}

int __cdecl _cputws(const wchar_t *s)
{
    return fputws(s, stdout);
}

/* Nothing is ever held back. */
int __cdecl fflush(FILE *stream)
{
    (void)stream;
    return 0;
}

int __cdecl _flushall(void)
{
    return CRT_STREAMS;
}

int __cdecl setvbuf(FILE *stream, char *buffer, int mode, size_t size)
{
    (void)stream, (void)buffer, (void)size;
    return mode == _IOFBF || mode == _IOLBF || mode == _IONBF ? 0 : -1;
}

void __cdecl setbuf(FILE *stream, char *buffer)
{
    (void)stream, (void)buffer;
}

void __cdecl perror(const char *message)
{
    int error = errno;

    if (message != NULL && *message != 0)
        fprintf(stderr, "%s: ", message);
    fprintf(stderr, "%s\n", strerror(error));
}

void __cdecl _wperror(const wchar_t *message)
{
    int error = errno;

    if (message != NULL && *message != 0)
        fprintf(stderr, "%ls: ", message);
    fprintf(stderr, "%s\n", strerror(error));
}

/* ------------------------------------------------------------------ input */

/* FALSE at the end of the input. */
static BOOL CrtFetch(void)
{
    ULONG read = 0;

    if (!NT_SUCCESS(NtLabConsoleRead(CrtInput.bytes, CRT_INPUT_BYTES, &read)))
        read = 0;
    CrtInput.next = 0;
    CrtInput.end = read;
    return read != 0;
}

int CrtRead(FILE *stream)
{
    CRT_STREAM *s = CrtStream(stream);
    int c = s->pushed;

    if (c != EOF) {
        s->pushed = EOF;
        return c;
    }
    if (stream != stdin) {
        s->error = 1;
        errno = EBADF;
        return EOF;
    }
    if (CrtInput.next == CrtInput.end && !CrtFetch()) {
        s->eof = 1;
        return EOF;
    }
    return CrtInput.bytes[CrtInput.next++];
}

void CrtUnread(FILE *stream, int c)
{
    CrtStream(stream)->pushed = c;
}

int __cdecl fgetc(FILE *stream)
{
    return CrtRead(stream);
}

int __cdecl getc(FILE *stream)
{
    return CrtRead(stream);
}

int __cdecl getchar(void)
{
    return CrtRead(stdin);
}

int __cdecl ungetc(int c, FILE *stream)
{
    if (c == EOF || CrtStream(stream)->pushed != EOF)
        return EOF;
    CrtStream(stream)->pushed = (unsigned char)c;
    CrtStream(stream)->eof = 0;
    return (unsigned char)c;
}

char *__cdecl fgets(char *s, int size, FILE *stream)
{
    int n = 0;
    int c = 0;

    while (n < size - 1 && c != '\n' && (c = CrtRead(stream)) != EOF)
        s[n++] = (char)c;
    if (n == 0)
        return NULL;
    s[n] = 0;
    return s;
}

char *__cdecl gets(char *s)
{
    int n = 0;
    int c;

    while ((c = CrtRead(stdin)) != EOF && c != '\n')
        s[n++] = (char)c;
    s[n] = 0;
    return n == 0 && c == EOF ? NULL : s;
}

/* A line that does not fit is read to its end and leaves "". */
char *__cdecl gets_s(char *s, rsize_t size)
{
    size_t n = 0;
    int c;

    if (s == NULL || size == 0) {
        errno = EINVAL;
        return NULL;
    }
    while ((c = CrtRead(stdin)) != EOF && c != '\n') {
        if (n < size)
            s[n] = (char)c;
        n++;
    }
    if (n >= size) {
        s[0] = 0;
        errno = ERANGE;
        return NULL;
    }
    s[n] = 0;
    return n == 0 && c == EOF ? NULL : s;
}

size_t __cdecl fread(void *buffer, size_t size, size_t count, FILE *stream)
{
    unsigned char *p = buffer;
    size_t n = 0;
    int c;

    while (n < size * count && (c = CrtRead(stream)) != EOF)
        p[n++] = (unsigned char)c;
    return size == 0 ? 0 : n / size;
}

wint_t __cdecl fgetwc(FILE *stream)
{
    int c = CrtRead(stream);

    return c == EOF ? WEOF : (wint_t)c;
}

wint_t __cdecl getwchar(void)
{
    return fgetwc(stdin);
}

wint_t __cdecl getwc(FILE *stream)
{
    return fgetwc(stream);
}

wint_t __cdecl ungetwc(wint_t c, FILE *stream)
{
    return c > 0xFF || ungetc(c, stream) == EOF ? WEOF : c;
}

wchar_t *__cdecl fgetws(wchar_t *s, int size, FILE *stream)
{
    int n = 0;
    wint_t c = 0;

    while (n < size - 1 && c != '\n' && (c = fgetwc(stream)) != WEOF)
        s[n++] = c;
    if (n == 0)
        return NULL;
    s[n] = 0;
    return s;
}

/* Keys: the same input, without waiting for the end of a line; return is 13. */
int __cdecl _getch(void)
{
    int c = CrtRead(stdin);

    return c == '\n' ? '\r' : c;
}

int __cdecl _getche(void)
{
    int c = _getch();

    if (c != EOF)
        fputc(c, stdout);
    return c;
}

wint_t __cdecl _getwch(void)
{
    int c = _getch();

    return c == EOF ? WEOF : (wint_t)c;
}

wint_t __cdecl _getwche(void)
{
    int c = _getche();

    return c == EOF ? WEOF : (wint_t)c;
}

int __cdecl _ungetch(int c)
{
    return ungetc(c, stdin);
}

int __cdecl _kbhit(void)
{
    ULONG waiting = 0;

    if (CrtStreams[0].pushed != EOF || CrtInput.next != CrtInput.end)
        return 1;
    return NT_SUCCESS(NtLabConsoleRead(NULL, 0, &waiting)) && waiting != 0;
}

/* ------------------------------------------------------------------ state */

int __cdecl feof(FILE *stream)
{
    return CrtStream(stream)->eof;
}

int __cdecl ferror(FILE *stream)
{
    return CrtStream(stream)->error;
}

void __cdecl clearerr(FILE *stream)
{
    CrtStream(stream)->eof = 0;
    CrtStream(stream)->error = 0;
}

/* Streams have no orientation here: narrow and wide calls may be mixed. */
int __cdecl fwide(FILE *stream, int mode)
{
    (void)stream;
    return mode;
}

int __cdecl _isatty(int fd)
{
    if (fd >= 0 && fd < CRT_STREAMS)
        return 1;
    errno = EBADF;
    return 0;
}

int __cdecl _write(int fd, const void *buffer, unsigned int count)
{
    if (fd != 1 && fd != 2) {
        errno = EBADF;
        return -1;
    }
    return CrtWrite(&CrtStreams[fd].file, buffer, count) == 0 ? (int)count : -1;
}

/* At most one line, as from a console. */
int __cdecl _read(int fd, void *buffer, unsigned int count)
{
    char *bytes = buffer;
    unsigned int n = 0;
    int c = 0;

    if (fd != 0) {
        errno = EBADF;
        return -1;
    }
    while (n < count && c != '\n' && (c = CrtRead(stdin)) != EOF)
        bytes[n++] = (char)c;
    return (int)n;
}
