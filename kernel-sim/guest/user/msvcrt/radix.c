/*
 * radix.c: numbers in text beyond what ntdll has (crtstr-body.h): bounded forms of _itoa and its relatives, wide forms, intmax_t.
 */
#include "crt.h"
#include <inttypes.h>

#define CRT_RADIX_BYTES 66 /* 64 binary digits, sign, end */

/* Into a buffer of size characters, from the text that an unbounded form made; "" if it does not fit. */
static errno_t CrtBounded(const char *text, char *buffer, size_t size)
{
    return strcpy_s(buffer, size, text);
}

static errno_t CrtBoundedWide(const wchar_t *text, wchar_t *buffer, size_t size)
{
    return wcscpy_s(buffer, size, text);
}

/* One bounded form, narrow or wide: Name_s over Name. */
#define CRT_BOUNDED_FORM(Type, Name, Character, Copy)                                            \
    errno_t __cdecl Name##_s(Type value, Character *buffer, size_t size, int radix)              \
    {                                                                                            \
        Character text[CRT_RADIX_BYTES];                                                         \
                                                                                                 \
        if (buffer == NULL || size == 0 || radix < 2 || radix > 36) {                            \
            if (buffer != NULL && size != 0)                                                     \
                buffer[0] = 0;                                                                   \
            return CrtInvalid(EINVAL);                                                           \
        }                                                                                        \
        return Copy(Name(value, text, radix), buffer, size);                                     \
    }

CRT_BOUNDED_FORM(int, _itoa, char, CrtBounded)
CRT_BOUNDED_FORM(long, _ltoa, char, CrtBounded)
CRT_BOUNDED_FORM(unsigned long, _ultoa, char, CrtBounded)
CRT_BOUNDED_FORM(__int64, _i64toa, char, CrtBounded)
CRT_BOUNDED_FORM(unsigned __int64, _ui64toa, char, CrtBounded)
CRT_BOUNDED_FORM(int, _itow, wchar_t, CrtBoundedWide)
CRT_BOUNDED_FORM(long, _ltow, wchar_t, CrtBoundedWide)
CRT_BOUNDED_FORM(unsigned long, _ultow, wchar_t, CrtBoundedWide)
CRT_BOUNDED_FORM(__int64, _i64tow, wchar_t, CrtBoundedWide)
CRT_BOUNDED_FORM(unsigned __int64, _ui64tow, wchar_t, CrtBoundedWide)

/* ------------------------------------------------------------------ wide and widest */

__int64 __cdecl _wcstoi64(const wchar_t *s, wchar_t **end, int base)
{
    return wcstoll(s, end, base);
}

unsigned __int64 __cdecl _wcstoui64(const wchar_t *s, wchar_t **end, int base)
{
    return wcstoull(s, end, base);
}

long long __cdecl _wtoll(const wchar_t *s)
{
    return wcstoll(s, NULL, 10);
}

intmax_t __cdecl strtoimax(const char *s, char **end, int base)
{
    return strtoll(s, end, base);
}

uintmax_t __cdecl strtoumax(const char *s, char **end, int base)
{
    return strtoull(s, end, base);
}

intmax_t __cdecl wcstoimax(const wchar_t *s, wchar_t **end, int base)
{
    return wcstoll(s, end, base);
}

uintmax_t __cdecl wcstoumax(const wchar_t *s, wchar_t **end, int base)
{
    return wcstoull(s, end, base);
}

intmax_t __cdecl imaxabs(intmax_t n)
{
    return n < 0 ? -n : n;
}

imaxdiv_t __cdecl imaxdiv(intmax_t numerator, intmax_t denominator)
{
    imaxdiv_t result;

    result.quot = numerator / denominator;
    result.rem = numerator % denominator;
    return result;
}
