/*
 * strsafe.c: StringCb... (sizes in bytes) and StringCch... (sizes in characters), narrow and wide, from the same text as the kernel's.
 */
#include "crt.h"
#include <strsafe.h>

#define RESULT HRESULT
#define OK S_OK
#define INVALID STRSAFE_E_INVALID_PARAMETER
#define OVERFLOW STRSAFE_E_INSUFFICIENT_BUFFER
#define DDI WINAPI
#define DDIV __cdecl
#define STRSAFE_LIMIT STRSAFE_MAX_CCH

#define CT char
#define SUFFIX(name) name##A
#define NAME(unit, name) String##unit##name##A
#define VFORMAT CrtFormat
#include "strsafe-body.h"
#undef CT
#undef SUFFIX
#undef NAME
#undef VFORMAT

#define CT wchar_t
#define SUFFIX(name) name##W
#define NAME(unit, name) String##unit##name##W
#define VFORMAT CrtFormatWide
#include "strsafe-body.h"

/* ------------------------------------------------------------------ a line of typed input, without its end; the rest stays for the next call */

#define CRT_GETS(Suffix, Character)                                                                                               \
    HRESULT WINAPI StringCchGetsEx##Suffix(Character *dest, size_t size, Character **end, size_t *left, DWORD flags)              \
    {                                                                                                                             \
        HRESULT result = S_OK;                                                                                                    \
        size_t i = 0;                                                                                                             \
        int c = 0;                                                                                                                \
                                                                                                                                  \
        if (dest == NULL || size == 0 || size > STRSAFE_MAX_CCH)                                                                  \
            return STRSAFE_E_INVALID_PARAMETER;                                                                                   \
        while (i < size - 1 && (c = CrtRead(stdin)) != EOF && c != '\n')                                                          \
            dest[i++] = (Character)c;                                                                                             \
        dest[i] = 0;                                                                                                              \
        if (c == EOF && i == 0)                                                                                                   \
            result = STRSAFE_E_END_OF_FILE;                                                                                       \
        else if (size == 1)                                                                                                       \
            result = STRSAFE_E_INSUFFICIENT_BUFFER;                                                                               \
        if (end != NULL)                                                                                                          \
            *end = dest + i;                                                                                                      \
        if (left != NULL)                                                                                                         \
            *left = size - i;                                                                                                     \
        SafeFill##Suffix(dest, size, result, end, left, flags);                                                                   \
        return result;                                                                                                            \
    }                                                                                                                             \
    HRESULT WINAPI StringCchGets##Suffix(Character *dest, size_t size)                                                            \
    {                                                                                                                             \
        return StringCchGetsEx##Suffix(dest, size, NULL, NULL, 0);                                                                \
    }                                                                                                                             \
    HRESULT WINAPI StringCbGetsEx##Suffix(Character *dest, size_t size, Character **end, size_t *left, DWORD flags)               \
    {                                                                                                                             \
        HRESULT result = StringCchGetsEx##Suffix(dest, size / sizeof(Character), end, left, flags);                               \
                                                                                                                                  \
        SafeBytes##Suffix(left);                                                                                                  \
        return result;                                                                                                            \
    }                                                                                                                             \
    HRESULT WINAPI StringCbGets##Suffix(Character *dest, size_t size)                                                             \
    {                                                                                                                             \
        return StringCbGetsEx##Suffix(dest, size, NULL, NULL, 0);                                                                 \
    }

CRT_GETS(A, char)
CRT_GETS(W, wchar_t)
