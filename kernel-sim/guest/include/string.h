/* string.h: memory and strings. */
#pragma once
#include "crtdefs.h"

_CRTIMP void *__cdecl memcpy(void *dest, const void *src, size_t n);
_CRTIMP void *__cdecl memmove(void *dest, const void *src, size_t n);
_CRTIMP void *__cdecl memset(void *dest, int c, size_t n);
_CRTIMP int __cdecl memcmp(const void *a, const void *b, size_t n);
_CRTIMP void *__cdecl memchr(const void *s, int c, size_t n);
_CRTIMP char *__cdecl strcpy(char *dest, const char *src);
_CRTIMP char *__cdecl strncpy(char *dest, const char *src, size_t n);
_CRTIMP char *__cdecl strcat(char *dest, const char *src);
_CRTIMP char *__cdecl strncat(char *dest, const char *src, size_t n);
_CRTIMP int __cdecl strcmp(const char *a, const char *b);
_CRTIMP int __cdecl strncmp(const char *a, const char *b, size_t n);
_CRTIMP size_t __cdecl strlen(const char *s);
_CRTIMP size_t __cdecl strnlen(const char *s, size_t n);
_CRTIMP char *__cdecl strchr(const char *s, int c);
_CRTIMP char *__cdecl strrchr(const char *s, int c);
_CRTIMP char *__cdecl strstr(const char *s, const char *sub);
_CRTIMP size_t __cdecl strspn(const char *s, const char *set);
_CRTIMP size_t __cdecl strcspn(const char *s, const char *set);
_CRTIMP char *__cdecl strpbrk(const char *s, const char *set);
_CRTIMP int __cdecl _stricmp(const char *a, const char *b);
_CRTIMP int __cdecl _strnicmp(const char *a, const char *b, size_t n);
_CRTIMP char *__cdecl _strlwr(char *s);
_CRTIMP char *__cdecl _strupr(char *s);
_CRTIMP char *__cdecl _strrev(char *s);
_CRTIMP char *__cdecl _strset(char *s, int c);
_CRTIMP int __cdecl _memicmp(const void *a, const void *b, size_t n);
_CRTIMP errno_t __cdecl strcpy_s(char *dest, rsize_t size, const char *src);
_CRTIMP errno_t __cdecl strncpy_s(char *dest, rsize_t size, const char *src, rsize_t n);
_CRTIMP errno_t __cdecl strcat_s(char *dest, rsize_t size, const char *src);
_CRTIMP errno_t __cdecl strncat_s(char *dest, rsize_t size, const char *src, rsize_t n);
_CRTIMP errno_t __cdecl memcpy_s(void *dest, rsize_t size, const void *src, rsize_t n);
_CRTIMP errno_t __cdecl memmove_s(void *dest, rsize_t size, const void *src, rsize_t n);

_CRTIMP wchar_t *__cdecl wcscpy(wchar_t *dest, const wchar_t *src);
_CRTIMP wchar_t *__cdecl wcsncpy(wchar_t *dest, const wchar_t *src, size_t n);
_CRTIMP wchar_t *__cdecl wcscat(wchar_t *dest, const wchar_t *src);
_CRTIMP wchar_t *__cdecl wcsncat(wchar_t *dest, const wchar_t *src, size_t n);
_CRTIMP int __cdecl wcscmp(const wchar_t *a, const wchar_t *b);
_CRTIMP int __cdecl wcsncmp(const wchar_t *a, const wchar_t *b, size_t n);
_CRTIMP size_t __cdecl wcslen(const wchar_t *s);
_CRTIMP size_t __cdecl wcsnlen(const wchar_t *s, size_t n);
_CRTIMP wchar_t *__cdecl wcschr(const wchar_t *s, wchar_t c);
_CRTIMP wchar_t *__cdecl wcsrchr(const wchar_t *s, wchar_t c);
_CRTIMP wchar_t *__cdecl wcsstr(const wchar_t *s, const wchar_t *sub);
_CRTIMP size_t __cdecl wcsspn(const wchar_t *s, const wchar_t *set);
_CRTIMP size_t __cdecl wcscspn(const wchar_t *s, const wchar_t *set);
_CRTIMP wchar_t *__cdecl wcspbrk(const wchar_t *s, const wchar_t *set);
_CRTIMP int __cdecl _wcsicmp(const wchar_t *a, const wchar_t *b);
_CRTIMP int __cdecl _wcsnicmp(const wchar_t *a, const wchar_t *b, size_t n);
_CRTIMP wchar_t *__cdecl _wcslwr(wchar_t *s);
_CRTIMP wchar_t *__cdecl _wcsupr(wchar_t *s);
_CRTIMP errno_t __cdecl wcscpy_s(wchar_t *dest, rsize_t count, const wchar_t *src);
_CRTIMP errno_t __cdecl wcsncpy_s(wchar_t *dest, rsize_t count, const wchar_t *src, rsize_t n);
_CRTIMP errno_t __cdecl wcscat_s(wchar_t *dest, rsize_t count, const wchar_t *src);

/* Not in the kernel */
#ifndef _KERNEL_MODE
_CRTIMP char *__cdecl strtok(char *s, const char *delimiters);
_CRTIMP char *__cdecl strtok_s(char *s, const char *delimiters, char **context);
_CRTIMP wchar_t *__cdecl wcstok(wchar_t *s, const wchar_t *delimiters, wchar_t **context);
_CRTIMP wchar_t *__cdecl wcstok_s(wchar_t *s, const wchar_t *delimiters, wchar_t **context);
_CRTIMP char *__cdecl _strdup(const char *s);
_CRTIMP int __cdecl strcasecmp(const char *a, const char *b);
_CRTIMP int __cdecl strncasecmp(const char *a, const char *b, size_t n);
_CRTIMP char *__cdecl strndup(const char *s, size_t n);
_CRTIMP char *__cdecl strtok_r(char *s, const char *delimiters, char **rest);
_CRTIMP char *__cdecl strsep(char **rest, const char *delimiters);
_CRTIMP char *__cdecl stpcpy(char *dest, const char *src);
_CRTIMP wchar_t *__cdecl _wcsdup(const wchar_t *s);
_CRTIMP char *__cdecl strerror(int error);
_CRTIMP char *__cdecl _strerror(const char *message);
_CRTIMP wchar_t *__cdecl _wcserror(int error);
_CRTIMP int __cdecl _stricoll(const char *a, const char *b);
_CRTIMP int __cdecl _strncoll(const char *a, const char *b, size_t n);
_CRTIMP int __cdecl _strnicoll(const char *a, const char *b, size_t n);
_CRTIMP int __cdecl wcscoll(const wchar_t *a, const wchar_t *b);
_CRTIMP int __cdecl _wcsicoll(const wchar_t *a, const wchar_t *b);
_CRTIMP size_t __cdecl wcsxfrm(wchar_t *dest, const wchar_t *src, size_t n);
_CRTIMP char *__cdecl _strnset(char *s, int c, size_t n);
_CRTIMP wchar_t *__cdecl _wcsset(wchar_t *s, wchar_t c);
_CRTIMP wchar_t *__cdecl _wcsnset(wchar_t *s, wchar_t c, size_t n);
_CRTIMP wchar_t *__cdecl _wcsrev(wchar_t *s);
_CRTIMP errno_t __cdecl _strlwr_s(char *s, size_t size);
_CRTIMP errno_t __cdecl _strupr_s(char *s, size_t size);
_CRTIMP errno_t __cdecl _strset_s(char *s, size_t size, int c);
_CRTIMP errno_t __cdecl _strnset_s(char *s, size_t size, int c, size_t n);
_CRTIMP errno_t __cdecl _wcslwr_s(wchar_t *s, size_t size);
_CRTIMP errno_t __cdecl _wcsupr_s(wchar_t *s, size_t size);
_CRTIMP errno_t __cdecl wcsncat_s(wchar_t *dest, rsize_t count, const wchar_t *src, rsize_t n);
_CRTIMP void *__cdecl _memccpy(void *dest, const void *src, int c, size_t n);
_CRTIMP errno_t __cdecl strerror_s(char *buffer, size_t size, int error);
_CRTIMP int __cdecl strcoll(const char *a, const char *b);
_CRTIMP size_t __cdecl strxfrm(char *dest, const char *src, size_t n);
#define strdup     _strdup
#define stricmp    _stricmp
#define strcmpi    _stricmp
#define strnicmp   _strnicmp
#define strlwr     _strlwr
#define strupr     _strupr
#define wcsicmp    _wcsicmp
#define wcsnicmp   _wcsnicmp
#define wcsdup     _wcsdup
#define strrev     _strrev
#define strset     _strset
#define strnset    _strnset
#define memicmp    _memicmp
#define memccpy    _memccpy
#define wcslwr     _wcslwr
#define wcsupr     _wcsupr
#define wcsrev     _wcsrev
#endif
