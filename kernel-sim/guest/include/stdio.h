/* stdio.h */
#pragma once
#include "crtdefs.h"
#include "stdarg.h"

#define BUFSIZ 512
#define EOF (-1)
#define FILENAME_MAX 260
#define FOPEN_MAX 20
#define L_tmpnam 260
#define TMP_MAX 32767
#define SEEK_SET 0
#define SEEK_CUR 1
#define SEEK_END 2
#define _IOFBF 0x0000
#define _IOLBF 0x0040
#define _IONBF 0x0004
#define _TRUNCATE ((size_t)-1)
#define WEOF ((wint_t)(0xFFFF))

typedef struct _iobuf {
    void *_Placeholder;
} FILE;
typedef __int64 fpos_t;

_ACRTIMP FILE *__cdecl __acrt_iob_func(unsigned index);
#define stdin  (__acrt_iob_func(0))
#define stdout (__acrt_iob_func(1))
#define stderr (__acrt_iob_func(2))

_CRTIMP int __cdecl printf(const char *format, ...);
_CRTIMP int __cdecl fprintf(FILE *stream, const char *format, ...);
_CRTIMP int __cdecl sprintf(char *buffer, const char *format, ...);
_CRTIMP int __cdecl snprintf(char *buffer, size_t size, const char *format, ...);
_CRTIMP int __cdecl _snprintf(char *buffer, size_t count, const char *format, ...);
_CRTIMP int __cdecl vprintf(const char *format, va_list args);
_CRTIMP int __cdecl vfprintf(FILE *stream, const char *format, va_list args);
_CRTIMP int __cdecl vsprintf(char *buffer, const char *format, va_list args);
_CRTIMP int __cdecl vsnprintf(char *buffer, size_t size, const char *format, va_list args);
_CRTIMP int __cdecl _vsnprintf(char *buffer, size_t count, const char *format, va_list args);
_CRTIMP int __cdecl printf_s(const char *format, ...);
_CRTIMP int __cdecl fprintf_s(FILE *stream, const char *format, ...);
_CRTIMP int __cdecl sprintf_s(char *buffer, size_t size, const char *format, ...);
_CRTIMP int __cdecl _snprintf_s(char *buffer, size_t size, size_t count, const char *format, ...);
_CRTIMP int __cdecl vsprintf_s(char *buffer, size_t size, const char *format, va_list args);
_CRTIMP int __cdecl vprintf_s(const char *format, va_list args);
_CRTIMP int __cdecl _vsnprintf_s(char *buffer, size_t size, size_t count, const char *format, va_list args);
_CRTIMP int __cdecl _scprintf(const char *format, ...);
_CRTIMP int __cdecl _vscprintf(const char *format, va_list args);
_CRTIMP int __cdecl vfprintf_s(FILE *stream, const char *format, va_list args);
_CRTIMP int __cdecl scanf(const char *format, ...);
_CRTIMP int __cdecl vscanf(const char *format, va_list args);
_CRTIMP int __cdecl vfscanf(FILE *stream, const char *format, va_list args);
_CRTIMP int __cdecl vsscanf(const char *buffer, const char *format, va_list args);
_CRTIMP int __cdecl vscanf_s(const char *format, va_list args);
_CRTIMP int __cdecl vfscanf_s(FILE *stream, const char *format, va_list args);
_CRTIMP int __cdecl vsscanf_s(const char *buffer, const char *format, va_list args);
_CRTIMP int __cdecl fscanf(FILE *stream, const char *format, ...);
_CRTIMP int __cdecl sscanf(const char *buffer, const char *format, ...);
_CRTIMP int __cdecl scanf_s(const char *format, ...);
_CRTIMP int __cdecl fscanf_s(FILE *stream, const char *format, ...);
_CRTIMP int __cdecl sscanf_s(const char *buffer, const char *format, ...);
_CRTIMP int __cdecl puts(const char *s);
_CRTIMP int __cdecl fputs(const char *s, FILE *stream);
_CRTIMP int __cdecl putchar(int c);
_CRTIMP int __cdecl putc(int c, FILE *stream);
_CRTIMP int __cdecl fputc(int c, FILE *stream);
_CRTIMP int __cdecl getchar(void);
_CRTIMP int __cdecl getc(FILE *stream);
_CRTIMP int __cdecl fgetc(FILE *stream);
_CRTIMP int __cdecl ungetc(int c, FILE *stream);
_CRTIMP char *__cdecl gets(char *s);
_CRTIMP char *__cdecl gets_s(char *s, rsize_t size);
_CRTIMP char *__cdecl fgets(char *s, int size, FILE *stream);
_CRTIMP FILE *__cdecl fopen(const char *name, const char *mode);
_CRTIMP errno_t __cdecl fopen_s(FILE **stream, const char *name, const char *mode);
_CRTIMP FILE *__cdecl freopen(const char *name, const char *mode, FILE *stream);
_CRTIMP errno_t __cdecl freopen_s(FILE **result, const char *name, const char *mode, FILE *stream);
_CRTIMP FILE *__cdecl tmpfile(void);
_CRTIMP errno_t __cdecl tmpfile_s(FILE **stream);
_CRTIMP char *__cdecl tmpnam(char *name);
_CRTIMP errno_t __cdecl tmpnam_s(char *name, rsize_t size);
_CRTIMP int __cdecl _flushall(void);
_CRTIMP int __cdecl _fcloseall(void);
_CRTIMP FILE *__cdecl _fdopen(int fd, const char *mode);
_CRTIMP int __cdecl fclose(FILE *stream);
_CRTIMP int __cdecl fflush(FILE *stream);
_CRTIMP size_t __cdecl fread(void *buffer, size_t size, size_t count, FILE *stream);
_CRTIMP size_t __cdecl fwrite(const void *buffer, size_t size, size_t count, FILE *stream);
_CRTIMP int __cdecl fseek(FILE *stream, long offset, int origin);
_CRTIMP int __cdecl _fseeki64(FILE *stream, __int64 offset, int origin);
_CRTIMP long __cdecl ftell(FILE *stream);
_CRTIMP __int64 __cdecl _ftelli64(FILE *stream);
_CRTIMP void __cdecl rewind(FILE *stream);
_CRTIMP int __cdecl fgetpos(FILE *stream, fpos_t *position);
_CRTIMP int __cdecl fsetpos(FILE *stream, const fpos_t *position);
_CRTIMP int __cdecl feof(FILE *stream);
_CRTIMP int __cdecl ferror(FILE *stream);
_CRTIMP void __cdecl clearerr(FILE *stream);
_CRTIMP int __cdecl setvbuf(FILE *stream, char *buffer, int mode, size_t size);
_CRTIMP void __cdecl setbuf(FILE *stream, char *buffer);
_CRTIMP int __cdecl _fileno(FILE *stream);
_CRTIMP int __cdecl remove(const char *name);
_CRTIMP int __cdecl rename(const char *from, const char *to);
_CRTIMP void __cdecl perror(const char *message);
_CRTIMP void __cdecl _wperror(const wchar_t *message);

_CRTIMP int __cdecl wprintf(const wchar_t *format, ...);
_CRTIMP int __cdecl fwprintf(FILE *stream, const wchar_t *format, ...);
#ifdef _KERNEL_MODE
/* The kernel exports the old form, which trusts the buffer. */
_CRTIMP int __cdecl swprintf(wchar_t *buffer, const wchar_t *format, ...);
#else
_CRTIMP int __cdecl swprintf(wchar_t *buffer, size_t count, const wchar_t *format, ...);
#endif
_CRTIMP int __cdecl _snwprintf(wchar_t *buffer, size_t count, const wchar_t *format, ...);
_CRTIMP int __cdecl swprintf_s(wchar_t *buffer, size_t count, const wchar_t *format, ...);
_CRTIMP int __cdecl _snwprintf_s(wchar_t *buffer, size_t size, size_t count, const wchar_t *format, ...);
_CRTIMP int __cdecl wprintf_s(const wchar_t *format, ...);
_CRTIMP int __cdecl vwprintf(const wchar_t *format, va_list args);
_CRTIMP int __cdecl vfwprintf(FILE *stream, const wchar_t *format, va_list args);
#ifdef _KERNEL_MODE
_CRTIMP int __cdecl vswprintf(wchar_t *buffer, const wchar_t *format, va_list args);
#else
_CRTIMP int __cdecl vswprintf(wchar_t *buffer, size_t count, const wchar_t *format, va_list args);
#endif
_CRTIMP int __cdecl vswprintf_s(wchar_t *buffer, size_t count, const wchar_t *format, va_list args);
_CRTIMP int __cdecl _vsnwprintf(wchar_t *buffer, size_t count, const wchar_t *format, va_list args);
_CRTIMP int __cdecl _swprintf(wchar_t *buffer, const wchar_t *format, ...);
_CRTIMP int __cdecl _vswprintf(wchar_t *buffer, const wchar_t *format, va_list args);
_CRTIMP int __cdecl _scwprintf(const wchar_t *format, ...);
_CRTIMP int __cdecl _vscwprintf(const wchar_t *format, va_list args);
_CRTIMP int __cdecl _vsnwprintf_s(wchar_t *buffer, size_t size, size_t count, const wchar_t *format, va_list args);
_CRTIMP int __cdecl fwprintf_s(FILE *stream, const wchar_t *format, ...);
_CRTIMP int __cdecl vfwprintf_s(FILE *stream, const wchar_t *format, va_list args);
_CRTIMP int __cdecl vwprintf_s(const wchar_t *format, va_list args);
_CRTIMP int __cdecl wscanf(const wchar_t *format, ...);
_CRTIMP int __cdecl fwscanf(FILE *stream, const wchar_t *format, ...);
_CRTIMP int __cdecl fwscanf_s(FILE *stream, const wchar_t *format, ...);
_CRTIMP int __cdecl vwscanf(const wchar_t *format, va_list args);
_CRTIMP int __cdecl vfwscanf(FILE *stream, const wchar_t *format, va_list args);
_CRTIMP int __cdecl vswscanf(const wchar_t *buffer, const wchar_t *format, va_list args);
_CRTIMP int __cdecl vwscanf_s(const wchar_t *format, va_list args);
_CRTIMP int __cdecl vfwscanf_s(FILE *stream, const wchar_t *format, va_list args);
_CRTIMP int __cdecl vswscanf_s(const wchar_t *buffer, const wchar_t *format, va_list args);
_CRTIMP int __cdecl swscanf(const wchar_t *buffer, const wchar_t *format, ...);
_CRTIMP int __cdecl swscanf_s(const wchar_t *buffer, const wchar_t *format, ...);
_CRTIMP int __cdecl wscanf_s(const wchar_t *format, ...);
_CRTIMP int __cdecl fputws(const wchar_t *s, FILE *stream);
_CRTIMP int __cdecl _putws(const wchar_t *s);
_CRTIMP wint_t __cdecl putwchar(wchar_t c);
_CRTIMP wint_t __cdecl fputwc(wchar_t c, FILE *stream);
_CRTIMP wint_t __cdecl getwchar(void);
_CRTIMP wint_t __cdecl fgetwc(FILE *stream);
_CRTIMP wint_t __cdecl getwc(FILE *stream);
_CRTIMP wint_t __cdecl putwc(wchar_t c, FILE *stream);
_CRTIMP wint_t __cdecl ungetwc(wint_t c, FILE *stream);
_CRTIMP int __cdecl fwide(FILE *stream, int mode);
_CRTIMP wchar_t *__cdecl fgetws(wchar_t *s, int size, FILE *stream);
_CRTIMP FILE *__cdecl _wfopen(const wchar_t *name, const wchar_t *mode);
_CRTIMP errno_t __cdecl _wfopen_s(FILE **stream, const wchar_t *name, const wchar_t *mode);
#define fileno _fileno
