/*
 * crtstr-body.h: the string functions that exist for narrow and wide characters alike; included by rtlcrt.c once for each.
 * CT: character type, UT: its unsigned form for comparison, N(narrow, wide): the name, LOWER(c): lower case of an ASCII letter.
 * CrtRangeError is called for a number that does not fit: programs have an errno, the kernel has none. CrtInvalid: what a bounded function was
 * given breaks its rules; programs have a handler for that, the kernel only gets the error.
 */
#define LOWER(c) ((c) >= 'A' && (c) <= 'Z' ? (c) + 32 : (c))
#define UPPER(c) ((c) >= 'a' && (c) <= 'z' ? (c)-32 : (c))

size_t __cdecl N(strlen, wcslen)(const CT *s)
{
    const CT *p = s;

    while (*p != 0)
        p++;
    return (size_t)(p - s);
}

size_t __cdecl N(strnlen, wcsnlen)(const CT *s, size_t n)
{
    size_t i = 0;

    while (i < n && s[i] != 0)
        i++;
    return i;
}

CT *__cdecl N(strcpy, wcscpy)(CT *dest, const CT *src)
{
    CT *d = dest;

    while ((*d++ = *src++) != 0)
        ;
    return dest;
}

CT *__cdecl N(strncpy, wcsncpy)(CT *dest, const CT *src, size_t n)
{
    CT *d = dest;

    for (; n != 0 && *src != 0; n--)
        *d++ = *src++;
    for (; n != 0; n--)
        *d++ = 0;
    return dest;
}

CT *__cdecl N(strcat, wcscat)(CT *dest, const CT *src)
{
    N(strcpy, wcscpy)(dest + N(strlen, wcslen)(dest), src);
    return dest;
}

CT *__cdecl N(strncat, wcsncat)(CT *dest, const CT *src, size_t n)
{
    CT *d = dest + N(strlen, wcslen)(dest);

    for (; n != 0 && *src != 0; n--)
        *d++ = *src++;
    *d = 0;
    return dest;
}

int __cdecl N(strncmp, wcsncmp)(const CT *a, const CT *b, size_t n)
{
    for (; n != 0; n--, a++, b++) {
        if (*a != *b)
            return (UT)*a < (UT)*b ? -1 : 1;
        if (*a == 0)
            break;
    }
    return 0;
}

int __cdecl N(strcmp, wcscmp)(const CT *a, const CT *b)
{
    while (*a == *b && *a != 0) {
        a++;
        b++;
    }
    return *a == *b ? 0 : (UT)*a < (UT)*b ? -1 : 1;
}

/* As Microsoft's: the difference of the lower-case characters. */
int __cdecl N(_strnicmp, _wcsnicmp)(const CT *a, const CT *b, size_t n)
{
    for (; n != 0; n--, a++, b++) {
        int x = (UT)*a, y = (UT)*b;

        x = LOWER(x);
        y = LOWER(y);
        if (x != y || x == 0)
            return x - y;
    }
    return 0;
}

int __cdecl N(_stricmp, _wcsicmp)(const CT *a, const CT *b)
{
    return N(_strnicmp, _wcsnicmp)(a, b, (size_t)-1);
}

CT *__cdecl N(strchr, wcschr)(const CT *s, N(int, wchar_t) c)
{
    for (;; s++) {
        if (*s == (CT)c)
            return (CT *)s;
        if (*s == 0)
            return NULL;
    }
}

CT *__cdecl N(strrchr, wcsrchr)(const CT *s, N(int, wchar_t) c)
{
    const CT *last = NULL;

    for (;; s++) {
        if (*s == (CT)c)
            last = s;
        if (*s == 0)
            return (CT *)last;
    }
}

CT *__cdecl N(strstr, wcsstr)(const CT *s, const CT *sub)
{
    size_t i;

    for (;; s++) {
        for (i = 0; sub[i] != 0 && s[i] == sub[i]; i++)
            ;
        if (sub[i] == 0)
            return (CT *)s;
        if (*s == 0)
            return NULL;
    }
}

/* Length of the part of s that has only (or none) of the characters of set. */
static size_t N(CrtSpan, CrtSpanW)(const CT *s, const CT *set, int in)
{
    size_t i, j;

    for (i = 0; s[i] != 0; i++) {
        for (j = 0; set[j] != 0 && set[j] != s[i]; j++)
            ;
        if ((set[j] != 0) != in)
            break;
    }
    return i;
}

size_t __cdecl N(strspn, wcsspn)(const CT *s, const CT *set)
{
    return N(CrtSpan, CrtSpanW)(s, set, 1);
}

size_t __cdecl N(strcspn, wcscspn)(const CT *s, const CT *set)
{
    return N(CrtSpan, CrtSpanW)(s, set, 0);
}

CT *__cdecl N(strpbrk, wcspbrk)(const CT *s, const CT *set)
{
    s += N(CrtSpan, CrtSpanW)(s, set, 0);
    return *s != 0 ? (CT *)s : NULL;
}

CT *__cdecl N(_strlwr, _wcslwr)(CT *s)
{
    CT *p;

    for (p = s; *p != 0; p++)
        *p = (CT)LOWER(*p);
    return s;
}

CT *__cdecl N(_strupr, _wcsupr)(CT *s)
{
    CT *p;

    for (p = s; *p != 0; p++)
        *p = (CT)UPPER(*p);
    return s;
}

/* ------------------------------------------------------------------ bounded: 22 invalid argument, 34 does not fit (dest becomes "") */

errno_t __cdecl N(strncpy_s, wcsncpy_s)(CT *dest, rsize_t size, const CT *src, rsize_t n)
{
    size_t i;

    if (n == 0 && dest == NULL && size == 0)
        return 0;
    if (dest == NULL || size == 0)
        return CrtInvalid(22);
    if (n == 0) {
        dest[0] = 0;
        return 0;
    }
    if (src == NULL) {
        dest[0] = 0;
        return CrtInvalid(22);
    }
    for (i = 0; i < size; i++) {
        if (i == n || src[i] == 0) {
            dest[i] = 0;
            return 0;
        }
        dest[i] = src[i];
    }
    if (n == (size_t)-1) { /* _TRUNCATE */
        dest[size - 1] = 0;
        return 80;
    }
    dest[0] = 0;
    return CrtInvalid(34);
}

errno_t __cdecl N(strcpy_s, wcscpy_s)(CT *dest, rsize_t size, const CT *src)
{
    return N(strncpy_s, wcsncpy_s)(dest, size, src, (size_t)-2);
}

errno_t __cdecl N(strcat_s, wcscat_s)(CT *dest, rsize_t size, const CT *src)
{
    size_t used;
    errno_t error;

    if (dest == NULL || size == 0)
        return CrtInvalid(22);
    used = N(strnlen, wcsnlen)(dest, size);
    error = used == size ? CrtInvalid(22) : N(strcpy_s, wcscpy_s)(dest + used, size - used, src);
    if (error != 0)
        dest[0] = 0;
    return error;
}

/* ------------------------------------------------------------------ numbers */

/* Digits of a number in base 2 to 36 (0: by prefix). *end: behind the last digit, s if there is none. */
static unsigned __int64 N(CrtParse, CrtParseW)(const CT *s, CT **end, int base, int *negative, int *overflow)
{
    const CT *start = s;
    unsigned __int64 value = 0;
    int digit, any = 0;

    *negative = 0;
    *overflow = 0;
    while (*s == ' ' || (*s >= 9 && *s <= 13))
        s++;
    if (*s == '-' || *s == '+')
        *negative = *s++ == '-';
    /* A prefix without a digit behind it is the number 0. */
    if ((base == 0 || base == 16) && s[0] == '0' && (s[1] | 32) == 'x' &&
        ((s[2] >= '0' && s[2] <= '9') || ((s[2] | 32) >= 'a' && (s[2] | 32) <= 'f'))) {
        base = 16;
        s += 2;
    }
    if (base == 0)
        base = *s == '0' ? 8 : 10;
    for (;; s++) {
        if (*s >= '0' && *s <= '9')
            digit = *s - '0';
        else if ((*s | 32) >= 'a' && (*s | 32) <= 'z')
            digit = (*s | 32) - 'a' + 10;
        else
            break;
        if (digit >= base)
            break;
        if (value > (0xFFFFFFFFFFFFFFFFULL - digit) / base)
            *overflow = 1;
        value = value * base + digit;
        any = 1;
    }
    if (end != NULL)
        *end = (CT *)(any ? s : start);
    return value;
}

long long __cdecl N(strtoll, wcstoll)(const CT *s, CT **end, int base)
{
    int negative, overflow;
    unsigned __int64 value = N(CrtParse, CrtParseW)(s, end, base, &negative, &overflow);

    if (overflow || value > 0x7FFFFFFFFFFFFFFFULL + negative) {
        CrtRangeError();
        return negative ? (-9223372036854775807LL - 1) : 9223372036854775807LL;
    }
    return negative ? -(__int64)value : (__int64)value;
}

unsigned long long __cdecl N(strtoull, wcstoull)(const CT *s, CT **end, int base)
{
    int negative, overflow;
    unsigned __int64 value = N(CrtParse, CrtParseW)(s, end, base, &negative, &overflow);

    if (overflow) {
        CrtRangeError();
        return 0xFFFFFFFFFFFFFFFFULL;
    }
    return negative ? 0 - value : value;
}

long __cdecl N(strtol, wcstol)(const CT *s, CT **end, int base)
{
    __int64 value = N(strtoll, wcstoll)(s, end, base);

    if (value > 2147483647 || value < -2147483647 - 1) {
        CrtRangeError();
        return value > 0 ? 2147483647 : -2147483647 - 1;
    }
    return (long)value;
}

unsigned long __cdecl N(strtoul, wcstoul)(const CT *s, CT **end, int base)
{
    int negative, overflow;
    unsigned __int64 value = N(CrtParse, CrtParseW)(s, end, base, &negative, &overflow);

    if (overflow || value > 0xFFFFFFFFULL) {
        CrtRangeError();
        return 0xFFFFFFFFul;
    }
    return (unsigned long)(negative ? 0 - value : value);
}

/* Writes value in the given radix; buffer holds it. */
static CT *N(CrtDigits, CrtDigitsW)(unsigned __int64 value, int negative, CT *buffer, int radix)
{
    CT digits[65];
    CT *d = buffer;
    int n = 0;

    do {
        int digit = (int)(value % radix);

        digits[n++] = (CT)(digit < 10 ? '0' + digit : 'a' + digit - 10);
        value /= radix;
    } while (value != 0);
    if (negative)
        *d++ = '-';
    while (n != 0)
        *d++ = digits[--n];
    *d = 0;
    return buffer;
}

CT *__cdecl N(_i64toa, _i64tow)(__int64 value, CT *buffer, int radix)
{
    if (radix == 10 && value < 0)
        return N(CrtDigits, CrtDigitsW)(0 - (unsigned __int64)value, 1, buffer, radix);
    return N(CrtDigits, CrtDigitsW)((unsigned __int64)value, 0, buffer, radix);
}

CT *__cdecl N(_ui64toa, _ui64tow)(unsigned __int64 value, CT *buffer, int radix)
{
    return N(CrtDigits, CrtDigitsW)(value, 0, buffer, radix);
}

CT *__cdecl N(_ltoa, _ltow)(long value, CT *buffer, int radix)
{
    if (radix == 10 && value < 0)
        return N(CrtDigits, CrtDigitsW)((unsigned long)0 - (unsigned long)value, 1, buffer, radix);
    return N(CrtDigits, CrtDigitsW)((unsigned long)value, 0, buffer, radix);
}

CT *__cdecl N(_itoa, _itow)(int value, CT *buffer, int radix)
{
    return N(_ltoa, _ltow)(value, buffer, radix);
}

CT *__cdecl N(_ultoa, _ultow)(unsigned long value, CT *buffer, int radix)
{
    return N(CrtDigits, CrtDigitsW)(value, 0, buffer, radix);
}

#undef LOWER
#undef UPPER
