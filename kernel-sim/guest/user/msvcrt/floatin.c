/*
 * floatin.c: text as floating numbers, rounded once: the strtod family and %f of the scanf family. What a double multiplication or division
 * gives exactly is done so; everything else by arithmetic on whole numbers of any length.
 */
#include "crtmath.h"
#include <ctype.h>

#define FLOAT_DIGITS 780  /* significant digits that are looked at; no more than 768 can decide a rounding */
#define FLOAT_LIMBS  100  /* of 32 bits */
#define FLOAT_FAR    6000 /* exponents beyond this are 0 or infinite whatever the digits are */

/* ------------------------------------------------------------------ whole numbers of any length, lowest limb first */

typedef struct FLOAT_BIG {
    int count;
    unsigned limb[FLOAT_LIMBS];
} FLOAT_BIG;

static void BigMultiplyAdd(FLOAT_BIG *n, unsigned factor, unsigned add)
{
    unsigned __int64 carry = add;
    int i;

    for (i = 0; i < n->count; i++) {
        carry += (unsigned __int64)n->limb[i] * factor;
        n->limb[i] = (unsigned)carry;
        carry >>= 32;
    }
    if (carry != 0)
        n->limb[n->count++] = (unsigned)carry;
}

static void BigMultiplyPower5(FLOAT_BIG *n, int exponent)
{
    for (; exponent >= 13; exponent -= 13)
        BigMultiplyAdd(n, 1220703125, 0);
    for (; exponent > 0; exponent--)
        BigMultiplyAdd(n, 5, 0);
}

static int BigBits(const FLOAT_BIG *n)
{
    unsigned top = n->limb[n->count - 1];
    int bits = n->count * 32;

    for (; (top & 0x80000000u) == 0; top <<= 1)
        bits--;
    return bits;
}

static void BigShiftUp(FLOAT_BIG *n, int bits)
{
    int limbs = bits >> 5;
    int i;

    bits &= 31;
    n->limb[n->count] = 0;
    for (i = n->count; i >= 0; i--) {
        unsigned low = i > 0 && bits != 0 ? n->limb[i - 1] >> (32 - bits) : 0;

        n->limb[i + limbs] = n->limb[i] << bits | low;
    }
    for (i = 0; i < limbs; i++)
        n->limb[i] = 0;
    n->count += limbs + 1;
    while (n->limb[n->count - 1] == 0)
        n->count--;
}

/* Half of n; its top limb may become 0 and stays. */
static void BigHalve(FLOAT_BIG *n)
{
    int i;

    for (i = 0; i < n->count - 1; i++)
        n->limb[i] = n->limb[i] >> 1 | n->limb[i + 1] << 31;
    n->limb[i] >>= 1;
}

/* a -= b if that is not below 0. Both have the same number of limbs. */
static int BigSubtract(FLOAT_BIG *a, const FLOAT_BIG *b)
{
    int i = a->count - 1;
    __int64 borrow = 0;

    while (i > 0 && a->limb[i] == b->limb[i])
        i--;
    if (a->limb[i] < b->limb[i])
        return 0;
    for (i = 0; i < a->count; i++) {
        borrow += (__int64)a->limb[i] - b->limb[i];
        a->limb[i] = (unsigned)borrow;
        borrow >>= 32;
    }
    return 1;
}

/* ------------------------------------------------------------------ decimal to binary */

/* The result of either width, in the low bits. */
static unsigned __int64 FloatPack(int single, int negative, unsigned __int64 high, unsigned __int64 low, int e)
{
    union {
        float value;
        unsigned bits;
    } f;

    if (!single)
        return MathBits(MathPack(negative, high, low, e));
    f.value = MathPackFloat(negative, high, low, e);
    return f.bits;
}

/* n * 2^e: its top 128 bits decide, and whether anything is below them. */
static unsigned __int64 FloatOfBig(int single, int negative, FLOAT_BIG *n, int e)
{
    unsigned __int64 high;
    unsigned __int64 low;
    int i;

    while (n->count < 4)
        n->limb[n->count++] = 0;
    high = (unsigned __int64)n->limb[n->count - 1] << 32 | n->limb[n->count - 2];
    low = (unsigned __int64)n->limb[n->count - 3] << 32 | n->limb[n->count - 4];
    for (i = n->count - 5; i >= 0; i--) {
        if (n->limb[i] != 0) {
            low |= 1;
            break;
        }
    }
    return FloatPack(single, negative, high, low, e + 32 * (n->count - 4));
}

/* n * 10^exponent for n > 0 */
static unsigned __int64 FloatOfDecimal(int single, int negative, FLOAT_BIG *n, int exponent)
{
    FLOAT_BIG divisor;
    unsigned __int64 high = 0;
    unsigned __int64 low = 0;
    int shift;
    int i;

    if (exponent >= 0) {
        BigMultiplyPower5(n, exponent);
        return FloatOfBig(single, negative, n, exponent);
    }
    /* A quotient of 66 or 67 bits, and whether anything is left, decide. */
    divisor.count = 1;
    divisor.limb[0] = 1;
    BigMultiplyPower5(&divisor, -exponent);
    shift = 66 - (BigBits(n) - BigBits(&divisor));
    if (shift > 0) {
        BigShiftUp(n, shift);
        BigShiftUp(&divisor, 66);
    } else {
        BigShiftUp(&divisor, 66 - shift);
    }
    while (n->count < divisor.count)
        n->limb[n->count++] = 0;
    while (divisor.count < n->count)
        divisor.limb[divisor.count++] = 0;
    for (i = 0; i <= 66; i++) {
        high = high << 1 | low >> 63;
        low = low << 1 | (unsigned)BigSubtract(n, &divisor);
        BigHalve(&divisor);
    }
    for (i = 0; i < n->count; i++) {
        if (n->limb[i] != 0) {
            low |= 1;
            break;
        }
    }
    return FloatPack(single, negative, high, low, exponent - shift);
}

/* ------------------------------------------------------------------ the text */

typedef struct FLOAT_INPUT {
    CRT_FLOAT_NEXT next;
    void *context;
    int c; /* the character that is looked at */
    int read;
} FLOAT_INPUT;

static void FloatNext(FLOAT_INPUT *in)
{
    in->c = in->next(in->context);
    in->read++;
}

static int FloatDigit(int c, int base)
{
    int digit = c >= '0' && c <= '9' ? c - '0' : (c | 32) >= 'a' && (c | 32) <= 'f' ? (c | 32) - 'a' + 10 : 99;

    return digit < base ? digit : -1;
}

/* Reads as much of a word as is there; the number of its letters. */
static int FloatWord(FLOAT_INPUT *in, const char *word)
{
    int n = 0;

    while (word[n] != 0 && (in->c | 32) == word[n]) {
        FloatNext(in);
        n++;
    }
    return n;
}

/* An exponent behind its letter: *valid moves behind it if it has a digit. */
static int FloatReadExponent(FLOAT_INPUT *in, int *valid)
{
    int negative = 0;
    int e = 0;

    FloatNext(in);
    if (in->c == '+' || in->c == '-') {
        negative = in->c == '-';
        FloatNext(in);
    }
    for (; in->c >= '0' && in->c <= '9'; FloatNext(in)) {
        if (e < FLOAT_FAR * 10)
            e = e * 10 + in->c - '0';
        *valid = in->read;
    }
    return negative ? -e : e;
}

static unsigned __int64 FloatReadHexadecimal(FLOAT_INPUT *in, int single, int negative, int *valid)
{
    unsigned __int64 m = 0;
    int e = 0;
    int any = 0;
    int behind = 0;
    int digit;

    for (;; FloatNext(in)) {
        if (in->c == '.' && !behind) {
            behind = 1;
            if (any)
                *valid = in->read;
            continue;
        }
        digit = FloatDigit(in->c, 16);
        if (digit < 0)
            break;
        any = 1;
        *valid = in->read;
        if (m >> 58 == 0)
            m = m << 4 | (unsigned)digit;
        else {
            m |= digit != 0;
            if (e < FLOAT_FAR * 10)
                e += 4;
        }
        if (behind && e > -FLOAT_FAR * 10)
            e -= 4;
    }
    if (any && (in->c | 32) == 'p')
        e += FloatReadExponent(in, valid);
    if (e > FLOAT_FAR)
        e = FLOAT_FAR;
    if (e < -FLOAT_FAR)
        e = -FLOAT_FAR;
    return FloatPack(single, negative, 0, m, e);
}

static const double FloatPowers[] = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,  1e8,  1e9,  1e10, 1e11,
                                     1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};

/* any: a 0 stood before. */
static unsigned __int64 FloatReadDecimal(FLOAT_INPUT *in, int single, int negative, int any, int *valid)
{
    FLOAT_BIG n;
    unsigned __int64 small = 0; /* all digits while they are few */
    unsigned chunk = 0;
    unsigned scale = 1;
    int digits = 0;
    int exponent = 0;
    int behind = 0;
    double x;

    n.count = 0;
    for (;; FloatNext(in)) {
        if (in->c == '.' && !behind) {
            behind = 1;
            if (any)
                *valid = in->read;
            continue;
        }
        if (in->c < '0' || in->c > '9')
            break;
        any = 1;
        *valid = in->read;
        if (behind && exponent > -FLOAT_FAR * 10)
            exponent--;
        if (in->c == '0' && digits == 0)
            continue;
        if (digits < FLOAT_DIGITS) {
            digits++;
            if (digits <= 15)
                small = small * 10 + (unsigned)(in->c - '0');
            chunk = chunk * 10 + (unsigned)(in->c - '0');
            scale *= 10;
            if (scale == 1000000000) {
                BigMultiplyAdd(&n, scale, chunk);
                chunk = 0;
                scale = 1;
            }
        } else {
            if (in->c != '0')
                chunk |= 1; /* matters only if the digits so far are just between two numbers, and then the last is 0 */
            if (exponent < FLOAT_FAR * 10)
                exponent++;
        }
    }
    if (any && (in->c | 32) == 'e')
        exponent += FloatReadExponent(in, valid);
    if (digits == 0)
        return FloatPack(single, negative, 0, 0, 0);
    if (digits + exponent > 400)
        return FloatPack(single, negative, 0, 1, FLOAT_FAR);
    if (digits + exponent < -400)
        return FloatPack(single, negative, 0, 1, -FLOAT_FAR);
    if (!single && digits <= 15 && exponent >= -22 && exponent <= 22) {
        x = (double)(__int64)small;
        x = exponent < 0 ? x / FloatPowers[-exponent] : x * FloatPowers[exponent];
        return MathBits(negative ? -x : x);
    }
    if (scale != 1 || chunk != 0)
        BigMultiplyAdd(&n, scale, chunk);
    return FloatOfDecimal(single, negative, &n, exponent);
}

/* "nan", and what may stand in parentheses behind it. */
static unsigned __int64 FloatReadNan(FLOAT_INPUT *in, int single, int negative, int *valid)
{
    unsigned __int64 bits = single ? 0x7FC00000 : 0x7FF8000000000000ui64;

    *valid = in->read - 1;
    if (in->c == '(') {
        do {
            FloatNext(in);
        } while (isalnum(in->c) || in->c == '_');
        if (in->c == ')') {
            *valid = in->read;
            FloatNext(in);
        }
    }
    return negative ? bits | (single ? 0x80000000ui64 : MATH_SIGN) : bits;
}

unsigned __int64 CrtReadFloat(CRT_FLOAT_NEXT next, void *context, int single, int *read, int *valid)
{
    FLOAT_INPUT in = {0};
    unsigned __int64 bits = 0;
    int negative = 0;
    int letters;

    in.next = next;
    in.context = context;
    *valid = 0;
    FloatNext(&in);
    if (in.c == '+' || in.c == '-') {
        negative = in.c == '-';
        FloatNext(&in);
    }
    if ((in.c | 32) == 'i') {
        letters = FloatWord(&in, "infinity");
        if (letters >= 3) {
            *valid = in.read - 1 - (letters == 8 ? 0 : letters - 3);
            bits = single ? 0x7F800000 : MATH_INFINITY;
            if (negative)
                bits |= single ? 0x80000000ui64 : MATH_SIGN;
        }
    } else if ((in.c | 32) == 'n') {
        if (FloatWord(&in, "nan") == 3)
            bits = FloatReadNan(&in, single, negative, valid);
    } else if (in.c == '0') {
        *valid = in.read;
        FloatNext(&in);
        if ((in.c | 32) == 'x') {
            FloatNext(&in);
            bits = FloatReadHexadecimal(&in, single, negative, valid);
        } else
            bits = FloatReadDecimal(&in, single, negative, 1, valid);
    } else
        bits = FloatReadDecimal(&in, single, negative, 0, valid);
    *read = in.read;
    return *valid != 0 ? bits : 0; /* without a number a sign counts for nothing */
}

/* ------------------------------------------------------------------ the strtod family */

static int FloatNextNarrow(void *context)
{
    const unsigned char **s = context;

    return *(*s)++;
}

static int FloatNextWide(void *context)
{
    const wchar_t **s = context;

    return *(*s)++;
}

static unsigned __int64 FloatFromNarrow(const char *s, char **end, int single)
{
    const char *start = s;
    const char *at;
    unsigned __int64 bits;
    int read;
    int valid;

    while (isspace((unsigned char)*start))
        start++;
    at = start;
    bits = CrtReadFloat(FloatNextNarrow, &at, single, &read, &valid);
    if (end != NULL)
        *end = (char *)(valid != 0 ? start + valid : s);
    return bits;
}

static unsigned __int64 FloatFromWide(const wchar_t *s, wchar_t **end, int single)
{
    const wchar_t *start = s;
    const wchar_t *at;
    unsigned __int64 bits;
    int read;
    int valid;

    while (iswspace(*start))
        start++;
    at = start;
    bits = CrtReadFloat(FloatNextWide, &at, single, &read, &valid);
    if (end != NULL)
        *end = (wchar_t *)(valid != 0 ? start + valid : s);
    return bits;
}

static float FloatOfBits(unsigned __int64 bits)
{
    union {
        unsigned bits;
        float value;
    } f;

    f.bits = (unsigned)bits;
    return f.value;
}

double __cdecl strtod(const char *s, char **end)
{
    return MathDouble(FloatFromNarrow(s, end, 0));
}

long double __cdecl strtold(const char *s, char **end)
{
    return MathDouble(FloatFromNarrow(s, end, 0));
}

float __cdecl strtof(const char *s, char **end)
{
    return FloatOfBits(FloatFromNarrow(s, end, 1));
}

double __cdecl atof(const char *s)
{
    return strtod(s, NULL);
}

double __cdecl wcstod(const wchar_t *s, wchar_t **end)
{
    return MathDouble(FloatFromWide(s, end, 0));
}

long double __cdecl wcstold(const wchar_t *s, wchar_t **end)
{
    return MathDouble(FloatFromWide(s, end, 0));
}

float __cdecl wcstof(const wchar_t *s, wchar_t **end)
{
    return FloatOfBits(FloatFromWide(s, end, 1));
}

double __cdecl _wtof(const wchar_t *s)
{
    return wcstod(s, NULL);
}
