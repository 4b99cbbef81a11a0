/*
 * floatout.c: doubles as text: %f %e %g and %a of the printf family, exact to any number of digits and rounded once, halves to even, as the
 * Universal C Run-time does it: exponents have two digits at least, infinite is "inf", what is no number "nan", "-nan(ind)" or "nan(snan)".
 */
#include "crtmath.h"

/* 5^1074 * 2^53 has 767 digits. */
#define FLOAT_LIMBS  88
#define FLOAT_DIGITS (FLOAT_LIMBS * 9)

/* A number in decimal: 0.d1 d2 d3 ... times 10^point. */
typedef struct FLOAT_TEXT {
    int count;
    int point;
    char digits[FLOAT_DIGITS];
} FLOAT_TEXT;

/* Lowest limb first, 9 digits each. */
typedef struct FLOAT_BIG {
    int count;
    unsigned limb[FLOAT_LIMBS];
} FLOAT_BIG;

/* factor is below 10^9, so that one limb more takes the carry */
static void FloatMultiply(FLOAT_BIG *n, unsigned factor)
{
    unsigned __int64 carry = 0;
    int i;

    for (i = 0; i < n->count; i++) {
        carry += (unsigned __int64)n->limb[i] * factor;
        n->limb[i] = (unsigned)(carry % 1000000000);
        carry /= 1000000000;
    }
    for (; carry != 0; carry /= 1000000000)
        n->limb[n->count++] = (unsigned)(carry % 1000000000);
}

static void FloatMultiplyPower(FLOAT_BIG *n, unsigned base, int exponent, unsigned step, int stepExponent)
{
    for (; exponent >= stepExponent; exponent -= stepExponent)
        FloatMultiply(n, step);
    for (; exponent > 0; exponent--)
        FloatMultiply(n, base);
}

/* All digits of a finite |x|: x = m 2^e is an integer for e >= 0, else m 5^-e is one, with the point -e digits from its end. */
static void FloatExpand(double x, FLOAT_TEXT *text)
{
    FLOAT_BIG n;
    unsigned __int64 m = MathBits(x) & 0xFFFFFFFFFFFFFui64;
    int e = MathExponent(x) - 52;
    int i;
    int j;
    unsigned limb;

    text->count = 0;
    text->point = 0;
    if (e == -1075)
        e++;
    else
        m |= 0x10000000000000ui64;
    if (m == 0)
        return;
    for (; (m & 1) == 0; m >>= 1)
        e++;
    n.count = 0;
    for (; m != 0; m /= 1000000000)
        n.limb[n.count++] = (unsigned)(m % 1000000000);
    if (e >= 0)
        FloatMultiplyPower(&n, 2, e, 1u << 29, 29);
    else
        FloatMultiplyPower(&n, 5, -e, 244140625, 12);
    for (i = n.count - 1; i >= 0; i--) {
        limb = n.limb[i];
        for (j = text->count + 8; j >= text->count; j--) {
            text->digits[j] = (char)('0' + limb % 10);
            limb /= 10;
        }
        text->count += 9;
    }
    for (i = 0; text->digits[i] == '0'; i++)
        ;
    text->count -= i;
    memmove(text->digits, text->digits + i, text->count);
    text->point = text->count - (e < 0 ? -e : 0);
}

/* Keeps `kept` digits; 0 has none. */
static void FloatRound(FLOAT_TEXT *text, int kept)
{
    int i;
    int up;

    if (kept >= text->count)
        return;
    if (kept < 0) {
        text->count = 0;
        text->point = 0;
        return;
    }
    up = text->digits[kept] > '5';
    if (text->digits[kept] == '5') {
        for (i = kept + 1; i < text->count && text->digits[i] == '0'; i++)
            ;
        up = i < text->count || (kept > 0 && (text->digits[kept - 1] & 1) != 0);
    }
    text->count = kept;
    if (up) {
        while (kept > 0 && text->digits[kept - 1] == '9')
            kept--;
        if (kept > 0)
            text->digits[kept - 1]++;
        else {
            text->digits[0] = '1';
            text->point++;
            kept = 1;
        }
        text->count = kept;
    }
    if (text->count == 0)
        text->point = 0;
}

/* ------------------------------------------------------------------ output */

/* What stands around the digits. */
typedef struct FLOAT_FIELD {
    char before[4]; /* sign, 0x */
    int beforeCount;
    char after[8]; /* exponent */
    int afterCount;
} FLOAT_FIELD;

/* `from` on, count places of the digits; beyond them there are zeros. */
static void FloatPlaces(PRTLP_FORMAT_SINK sink, const FLOAT_TEXT *text, int from, int count)
{
    int n;

    if (from < 0) {
        n = -from < count ? -from : count;
        RtlpFormatPad(sink, '0', n);
        count -= n;
        from = 0;
    }
    n = text->count - from;
    if (n > count)
        n = count;
    if (n > 0) {
        RtlpFormatRun(sink, text->digits + from, n);
        count -= n;
    }
    RtlpFormatPad(sink, '0', count);
}

/* whole digits, a point, places digits; the digits begin at `first` (a digit for 0 if first is below 0). */
static void FloatWrite(PRTLP_FORMAT_SINK sink, const RTLP_FORMAT_SPEC *spec, const FLOAT_FIELD *field, const FLOAT_TEXT *text, int whole, int first,
                       int places)
{
    int point = places > 0 || (spec->Flags & RTLP_ALTERNATE) != 0;
    int blanks = (int)spec->Width - field->beforeCount - whole - point - places - field->afterCount;

    if ((spec->Flags & (RTLP_LEFT | RTLP_ZERO)) == 0)
        RtlpFormatPad(sink, ' ', blanks);
    RtlpFormatRun(sink, field->before, field->beforeCount);
    if ((spec->Flags & (RTLP_LEFT | RTLP_ZERO)) == RTLP_ZERO)
        RtlpFormatPad(sink, '0', blanks);
    FloatPlaces(sink, text, first, whole);
    if (point)
        RtlpFormatRun(sink, ".", 1);
    FloatPlaces(sink, text, first + whole, places);
    RtlpFormatRun(sink, field->after, field->afterCount);
    if (spec->Flags & RTLP_LEFT)
        RtlpFormatPad(sink, ' ', blanks);
}

static void FloatExponent(FLOAT_FIELD *field, char letter, int e, int digits)
{
    char text[4];
    int n = 0;

    field->after[field->afterCount++] = letter;
    field->after[field->afterCount++] = e < 0 ? '-' : '+';
    if (e < 0)
        e = -e;
    for (; e != 0 || n < digits; e /= 10)
        text[n++] = (char)('0' + e % 10);
    while (n > 0)
        field->after[field->afterCount++] = text[--n];
}

/* %a: the significand in hexadecimal, 13 places unless told otherwise. */
static void FloatHexadecimal(PRTLP_FORMAT_SINK sink, const RTLP_FORMAT_SPEC *spec, FLOAT_FIELD *field, double x, int upper)
{
    FLOAT_TEXT text;
    int places = spec->Flags & RTLP_PRECISION ? (int)spec->Precision : 13;
    unsigned __int64 m = MathBits(x) & 0xFFFFFFFFFFFFFui64;
    int e = MathExponent(x);
    int i;

    if (e == -1023)
        e = m == 0 ? 0 : -1022;
    else
        m |= 0x10000000000000ui64;
    if (places < 13) {
        int shift = 4 * (13 - places);
        unsigned __int64 rest = m & ((1ui64 << shift) - 1);
        unsigned __int64 half = 1ui64 << (shift - 1);

        m >>= shift;
        if (rest > half || (rest == half && (m & 1) != 0))
            m++;
        m <<= shift;
    }
    field->before[field->beforeCount++] = '0';
    field->before[field->beforeCount++] = upper ? 'X' : 'x';
    FloatExponent(field, upper ? 'P' : 'p', e, 1);
    text.count = 14;
    for (i = 13; i >= 0; i--, m >>= 4) {
        int digit = (int)(m & 15);

        text.digits[i] = (char)(digit < 10 ? '0' + digit : digit - 10 + (upper ? 'A' : 'a'));
    }
    FloatWrite(sink, spec, field, &text, 1, 0, places);
}

static void FloatDecimal(PRTLP_FORMAT_SINK sink, const RTLP_FORMAT_SPEC *spec, FLOAT_FIELD *field, double x, int letter, int upper)
{
    FLOAT_TEXT text;
    int places = spec->Flags & RTLP_PRECISION ? (int)spec->Precision : 6;

    FloatExpand(x, &text);
    if (letter == 'g') {
        int kept = places == 0 ? 1 : places;
        int e;

        FloatRound(&text, kept);
        e = text.count == 0 ? 0 : text.point - 1;
        letter = e < -4 || e >= kept ? 'e' : 'f';
        places = letter == 'e' ? kept - 1 : kept - 1 - e;
        if ((spec->Flags & RTLP_ALTERNATE) == 0) {
            int used = text.count;

            while (used > 0 && text.digits[used - 1] == '0')
                used--;
            used = letter == 'e' ? used - 1 : used - text.point;
            places = used < 0 ? 0 : used < places ? used : places;
        }
    } else
        FloatRound(&text, letter == 'e' ? places + 1 : text.point + places);
    if (letter == 'e') {
        FloatExponent(field, upper ? 'E' : 'e', text.count == 0 ? 0 : text.point - 1, 2);
        FloatWrite(sink, spec, field, &text, 1, 0, places);
    } else if (text.count == 0 || text.point <= 0)
        FloatWrite(sink, spec, field, &text, 1, text.count == 0 ? 0 : text.point - 1, places);
    else
        FloatWrite(sink, spec, field, &text, text.point, 0, places);
}

static void FloatSpecial(PRTLP_FORMAT_SINK sink, const RTLP_FORMAT_SPEC *spec, FLOAT_FIELD *field, unsigned __int64 bits, int upper)
{
    static const char *const texts[] = {"inf", "nan", "nan(ind)", "nan(snan)", "INF", "NAN", "NAN(IND)", "NAN(SNAN)"};
    const char *text;
    int length;
    int blanks;
    int kind = 0;

    if ((bits & ~MATH_SIGN) != MATH_INFINITY)
        kind = (bits & 0x8000000000000ui64) == 0 ? 3 : bits == 0xFFF8000000000000ui64 ? 2 : 1;
    text = texts[kind + (upper ? 4 : 0)];
    length = (int)strlen(text);
    blanks = (int)spec->Width - length - field->beforeCount;
    if ((spec->Flags & RTLP_LEFT) == 0)
        RtlpFormatPad(sink, ' ', blanks);
    RtlpFormatRun(sink, field->before, field->beforeCount);
    RtlpFormatRun(sink, text, length);
    if (spec->Flags & RTLP_LEFT)
        RtlpFormatPad(sink, ' ', blanks);
}

VOID CrtFormatFloat(PRTLP_FORMAT_SINK sink, const RTLP_FORMAT_SPEC *spec, ULONGLONG bits)
{
    FLOAT_FIELD field;
    int upper = spec->Conversion < 'a';
    int letter = (int)(spec->Conversion | 32);

    field.beforeCount = 0;
    field.afterCount = 0;
    if (bits & MATH_SIGN)
        field.before[field.beforeCount++] = '-';
    else if (spec->Flags & RTLP_PLUS)
        field.before[field.beforeCount++] = '+';
    else if (spec->Flags & RTLP_SPACE)
        field.before[field.beforeCount++] = ' ';
    if ((bits & MATH_INFINITY) == MATH_INFINITY)
        FloatSpecial(sink, spec, &field, bits, upper);
    else if (letter == 'a')
        FloatHexadecimal(sink, spec, &field, MathDouble(bits), upper);
    else
        FloatDecimal(sink, spec, &field, MathDouble(bits), letter, upper);
}

/* ------------------------------------------------------------------ Microsoft's old forms: digits alone */

static char FloatOld[FLOAT_DIGITS];

/* Digits of x rounded to so many, or to so many behind the point. */
static char *FloatDigits(double x, int count, int behind, int *point, int *negative)
{
    FLOAT_TEXT text;
    int i;

    *negative = _dsign(x) != 0;
    if (!_finite(x)) {
        *point = 0;
        return strcpy(FloatOld, _isnan(x) ? "nan" : "inf");
    }
    FloatExpand(x, &text);
    if (behind)
        count += text.point;
    FloatRound(&text, count);
    if (behind)
        count = count > text.count ? count : text.count;
    if (count < 0)
        count = 0;
    if (count > FLOAT_DIGITS - 1)
        count = FLOAT_DIGITS - 1;
    for (i = 0; i < count; i++)
        FloatOld[i] = i < text.count ? text.digits[i] : '0';
    FloatOld[count] = 0;
    *point = text.point;
    return FloatOld;
}

char *__cdecl _ecvt(double x, int count, int *point, int *negative)
{
    return FloatDigits(x, count, 0, point, negative);
}

char *__cdecl _fcvt(double x, int places, int *point, int *negative)
{
    return FloatDigits(x, places, 1, point, negative);
}

char *__cdecl _gcvt(double x, int digits, char *buffer)
{
    sprintf(buffer, "%.*g", digits, x);
    return buffer;
}
