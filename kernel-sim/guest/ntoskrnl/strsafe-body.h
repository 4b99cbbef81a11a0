/*
 * strsafe-body.h: the bounded string routines for one character type; rtlsafe.c (drivers: RtlStringXxx, NTSTATUS) and msvcrt's safe.c
 * (programs: StringXxx, HRESULT) include it twice each.
 * CT: character; SUFFIX(name): name with A or W; NAME(unit, name): full name of a routine; RESULT: type of the result; OK, INVALID, OVERFLOW:
 * its values; DDI, DDIV: calling convention of ordinary and variadic routines; LEN(s), VFORMAT(dest, size, format, args): helpers that
 * return the length of a string, and that of the whole formatted text (terminated within size).
 */

/*
 * What the flags of an Ex form ask for at its end: bytes behind the text, or instead of it if it did not fit. dest, size: the whole buffer.
 * *end and *left follow.
 */
static void SUFFIX(SafeFill)(CT *dest, size_t size, RESULT result, CT **end, size_t *left, unsigned long flags)
{
    int fill = (int)(flags & 0xFF);
    size_t used = 0;

    if (dest == NULL || size == 0 || size > STRSAFE_LIMIT || (flags & ~0xFFul) == 0)
        return;
    if (result == OK) {
        if (flags & STRSAFE_FILL_BEHIND_NULL) {
            while (dest[used] != 0)
                used++;
            memset(dest + used + 1, fill, (size - used - 1) * sizeof(CT));
        }
        return;
    }
    if (flags & STRSAFE_FILL_ON_FAILURE) {
        memset(dest, fill, size * sizeof(CT));
        if (fill != 0)
            used = size - 1;
        dest[used] = 0;
    }
    if (flags & STRSAFE_NULL_ON_FAILURE) {
        used = 0;
        dest[0] = 0;
    }
    if (flags & (STRSAFE_FILL_ON_FAILURE | STRSAFE_NULL_ON_FAILURE)) {
        if (end != NULL)
            *end = dest + used;
        if (left != NULL)
            *left = size - used;
    }
}

/* Copies at most count characters. On overflow the text is cut, with NO_TRUNCATION or NULL_ON_FAILURE emptied. */
static RESULT SUFFIX(SafeCopy)(CT *dest, size_t size, const CT *src, size_t count, CT **end, size_t *left, unsigned long flags)
{
    size_t i = 0;
    RESULT result = OK;

    if (dest == NULL && size == 0 && (flags & STRSAFE_IGNORE_NULLS)) {
        if (src != NULL && *src != 0 && count != 0)
            result = INVALID;
    } else if (dest == NULL || size == 0 || size > STRSAFE_LIMIT || (src == NULL && (flags & STRSAFE_IGNORE_NULLS) == 0))
        result = INVALID;
    else {
        while (src != NULL && i < count && i < size - 1 && src[i] != 0) {
            dest[i] = src[i];
            i++;
        }
        if (src != NULL && i < count && src[i] != 0) {
            result = OVERFLOW;
            if (flags & (STRSAFE_NO_TRUNCATION | STRSAFE_NULL_ON_FAILURE))
                i = 0;
        }
        dest[i] = 0;
    }
    if (end != NULL)
        *end = dest + i;
    if (left != NULL)
        *left = size - i;
    return result;
}

static RESULT SUFFIX(SafeAppend)(CT *dest, size_t size, const CT *src, size_t count, CT **end, size_t *left, unsigned long flags)
{
    size_t used = 0;

    if (dest == NULL || size == 0 || size > STRSAFE_LIMIT)
        return dest == NULL && size == 0 && (flags & STRSAFE_IGNORE_NULLS) ? SUFFIX(SafeCopy)(dest, size, src, count, end, left, flags) : INVALID;
    while (used < size && dest[used] != 0)
        used++;
    if (used == size)
        return INVALID;
    return SUFFIX(SafeCopy)(dest + used, size - used, src, count, end, left, flags);
}

static RESULT SUFFIX(SafeFormat)(CT *dest, size_t size, CT **end, size_t *left, unsigned long flags, const CT *format, va_list args)
{
    RESULT result = OK;
    size_t length;

    if (dest == NULL || size == 0 || size > STRSAFE_LIMIT)
        return INVALID;
    length = VFORMAT(dest, size, format, args);
    if (length >= size) {
        result = OVERFLOW;
        length = size - 1;
        if (flags & (STRSAFE_NO_TRUNCATION | STRSAFE_NULL_ON_FAILURE)) {
            dest[0] = 0;
            length = 0;
        }
    }
    if (end != NULL)
        *end = dest + length;
    if (left != NULL)
        *left = size - length;
    return result;
}

static RESULT SUFFIX(SafeLength)(const CT *s, size_t max, size_t *length)
{
    size_t i = 0;

    if (length != NULL)
        *length = 0;
    if (s == NULL || max > STRSAFE_LIMIT)
        return INVALID;
    while (i < max && s[i] != 0)
        i++;
    if (i == max)
        return INVALID;
    if (length != NULL)
        *length = i;
    return OK;
}

/* ------------------------------------------------------------------ counts in characters */

RESULT DDI NAME(Cch, Copy)(CT *dest, size_t size, const CT *src)
{
    return SUFFIX(SafeCopy)(dest, size, src, STRSAFE_LIMIT, NULL, NULL, 0);
}

RESULT DDI NAME(Cch, CopyEx)(CT *dest, size_t size, const CT *src, CT **end, size_t *left, unsigned long flags)
{
    RESULT result = SUFFIX(SafeCopy)(dest, size, src, STRSAFE_LIMIT, end, left, flags);

    SUFFIX(SafeFill)(dest, size, result, end, left, flags);
    return result;
}

RESULT DDI NAME(Cch, CopyNEx)(CT *dest, size_t size, const CT *src, size_t count, CT **end, size_t *left, unsigned long flags)
{
    RESULT result = SUFFIX(SafeCopy)(dest, size, src, count, end, left, flags);

    SUFFIX(SafeFill)(dest, size, result, end, left, flags);
    return result;
}

RESULT DDI NAME(Cch, CopyN)(CT *dest, size_t size, const CT *src, size_t count)
{
    return SUFFIX(SafeCopy)(dest, size, src, count, NULL, NULL, 0);
}

RESULT DDI NAME(Cch, Cat)(CT *dest, size_t size, const CT *src)
{
    return SUFFIX(SafeAppend)(dest, size, src, STRSAFE_LIMIT, NULL, NULL, 0);
}

RESULT DDI NAME(Cch, CatEx)(CT *dest, size_t size, const CT *src, CT **end, size_t *left, unsigned long flags)
{
    RESULT result = SUFFIX(SafeAppend)(dest, size, src, STRSAFE_LIMIT, end, left, flags);

    SUFFIX(SafeFill)(dest, size, result, end, left, flags);
    return result;
}

RESULT DDI NAME(Cch, CatNEx)(CT *dest, size_t size, const CT *src, size_t count, CT **end, size_t *left, unsigned long flags)
{
    RESULT result = SUFFIX(SafeAppend)(dest, size, src, count, end, left, flags);

    SUFFIX(SafeFill)(dest, size, result, end, left, flags);
    return result;
}

RESULT DDI NAME(Cch, CatN)(CT *dest, size_t size, const CT *src, size_t count)
{
    return SUFFIX(SafeAppend)(dest, size, src, count, NULL, NULL, 0);
}

RESULT DDI NAME(Cch, VPrintf)(CT *dest, size_t size, const CT *format, va_list args)
{
    return SUFFIX(SafeFormat)(dest, size, NULL, NULL, 0, format, args);
}

RESULT DDIV NAME(Cch, Printf)(CT *dest, size_t size, const CT *format, ...)
{
    va_list args;
    RESULT result;

    va_start(args, format);
    result = SUFFIX(SafeFormat)(dest, size, NULL, NULL, 0, format, args);
    va_end(args);
    return result;
}

RESULT DDI NAME(Cch, VPrintfEx)(CT *dest, size_t size, CT **end, size_t *left, unsigned long flags, const CT *format, va_list args)
{
    RESULT result = SUFFIX(SafeFormat)(dest, size, end, left, flags, format, args);

    SUFFIX(SafeFill)(dest, size, result, end, left, flags);
    return result;
}

RESULT DDIV NAME(Cch, PrintfEx)(CT *dest, size_t size, CT **end, size_t *left, unsigned long flags, const CT *format, ...)
{
    va_list args;
    RESULT result;

    va_start(args, format);
    result = NAME(Cch, VPrintfEx)(dest, size, end, left, flags, format, args);
    va_end(args);
    return result;
}

RESULT DDI NAME(Cch, Length)(const CT *s, size_t max, size_t *length)
{
    return SUFFIX(SafeLength)(s, max, length);
}

/* ------------------------------------------------------------------ counts in bytes */

static void SUFFIX(SafeBytes)(size_t *left)
{
    if (left != NULL)
        *left *= sizeof(CT);
}

RESULT DDI NAME(Cb, Copy)(CT *dest, size_t size, const CT *src)
{
    return SUFFIX(SafeCopy)(dest, size / sizeof(CT), src, STRSAFE_LIMIT, NULL, NULL, 0);
}

RESULT DDI NAME(Cb, CopyEx)(CT *dest, size_t size, const CT *src, CT **end, size_t *left, unsigned long flags)
{
    RESULT result = SUFFIX(SafeCopy)(dest, size / sizeof(CT), src, STRSAFE_LIMIT, end, left, flags);

    SUFFIX(SafeFill)(dest, size / sizeof(CT), result, end, left, flags);
    SUFFIX(SafeBytes)(left);
    return result;
}

RESULT DDI NAME(Cb, CopyNEx)(CT *dest, size_t size, const CT *src, size_t bytes, CT **end, size_t *left, unsigned long flags)
{
    RESULT result = SUFFIX(SafeCopy)(dest, size / sizeof(CT), src, bytes / sizeof(CT), end, left, flags);

    SUFFIX(SafeFill)(dest, size / sizeof(CT), result, end, left, flags);
    SUFFIX(SafeBytes)(left);
    return result;
}

RESULT DDI NAME(Cb, CopyN)(CT *dest, size_t size, const CT *src, size_t bytes)
{
    return SUFFIX(SafeCopy)(dest, size / sizeof(CT), src, bytes / sizeof(CT), NULL, NULL, 0);
}

RESULT DDI NAME(Cb, Cat)(CT *dest, size_t size, const CT *src)
{
    return SUFFIX(SafeAppend)(dest, size / sizeof(CT), src, STRSAFE_LIMIT, NULL, NULL, 0);
}

RESULT DDI NAME(Cb, CatEx)(CT *dest, size_t size, const CT *src, CT **end, size_t *left, unsigned long flags)
{
    RESULT result = SUFFIX(SafeAppend)(dest, size / sizeof(CT), src, STRSAFE_LIMIT, end, left, flags);

    SUFFIX(SafeFill)(dest, size / sizeof(CT), result, end, left, flags);
    SUFFIX(SafeBytes)(left);
    return result;
}

RESULT DDI NAME(Cb, CatNEx)(CT *dest, size_t size, const CT *src, size_t bytes, CT **end, size_t *left, unsigned long flags)
{
    RESULT result = SUFFIX(SafeAppend)(dest, size / sizeof(CT), src, bytes / sizeof(CT), end, left, flags);

    SUFFIX(SafeFill)(dest, size / sizeof(CT), result, end, left, flags);
    SUFFIX(SafeBytes)(left);
    return result;
}

RESULT DDI NAME(Cb, CatN)(CT *dest, size_t size, const CT *src, size_t bytes)
{
    return SUFFIX(SafeAppend)(dest, size / sizeof(CT), src, bytes / sizeof(CT), NULL, NULL, 0);
}

RESULT DDI NAME(Cb, VPrintf)(CT *dest, size_t size, const CT *format, va_list args)
{
    return SUFFIX(SafeFormat)(dest, size / sizeof(CT), NULL, NULL, 0, format, args);
}

RESULT DDIV NAME(Cb, Printf)(CT *dest, size_t size, const CT *format, ...)
{
    va_list args;
    RESULT result;

    va_start(args, format);
    result = SUFFIX(SafeFormat)(dest, size / sizeof(CT), NULL, NULL, 0, format, args);
    va_end(args);
    return result;
}

RESULT DDI NAME(Cb, VPrintfEx)(CT *dest, size_t size, CT **end, size_t *left, unsigned long flags, const CT *format, va_list args)
{
    RESULT result = SUFFIX(SafeFormat)(dest, size / sizeof(CT), end, left, flags, format, args);

    SUFFIX(SafeFill)(dest, size / sizeof(CT), result, end, left, flags);
    SUFFIX(SafeBytes)(left);
    return result;
}

RESULT DDIV NAME(Cb, PrintfEx)(CT *dest, size_t size, CT **end, size_t *left, unsigned long flags, const CT *format, ...)
{
    va_list args;
    RESULT result;

    va_start(args, format);
    result = NAME(Cb, VPrintfEx)(dest, size, end, left, flags, format, args);
    va_end(args);
    return result;
}

RESULT DDI NAME(Cb, Length)(const CT *s, size_t max, size_t *length)
{
    RESULT result = SUFFIX(SafeLength)(s, max / sizeof(CT), length);

    SUFFIX(SafeBytes)(length);
    return result;
}
