/*
 * mathpair.c: doubles taken apart and put together, errors of math.h's functions, and arithmetic on pairs of doubles.
 */
#include "crtmath.h"

/* ------------------------------------------------------------------ bits */

unsigned __int64 MathBits(double x)
{
    MATH_BITS b;

    b.value = x;
    return b.bits;
}

double MathDouble(unsigned __int64 bits)
{
    MATH_BITS b;

    b.bits = bits;
    return b.value;
}

double MathPower2(int e)
{
    return MathDouble((unsigned __int64)(e + 1023) << 52);
}

int MathExponent(double x)
{
    return (int)(MathBits(x) >> 52 & 0x7FF) - 1023;
}

/* The steps before the last are exact: a result that becomes subnormal is brought there by the last one alone. */
double MathScale(double x, int e)
{
    if (e > 1023) {
        x *= MathPower2(1023);
        e -= 1023;
        if (e > 1023) {
            x *= MathPower2(1023);
            e = e - 1023 > 1023 ? 1023 : e - 1023;
        }
    } else if (e < -1022) {
        /* 2^-969 leaves 53 bits above the smallest normal number to whatever is not going to be 0 or subnormal anyway. */
        x *= MathPower2(-969);
        e += 969;
        if (e < -1022) {
            x *= MathPower2(-969);
            e = e + 969 < -1022 ? -1022 : e + 969;
        }
    }
    return x * MathPower2(e);
}

unsigned __int64 MathMultiply64(unsigned __int64 a, unsigned __int64 b, unsigned __int64 *high)
{
    unsigned __int64 a0 = (unsigned)a;
    unsigned __int64 a1 = a >> 32;
    unsigned __int64 b0 = (unsigned)b;
    unsigned __int64 b1 = b >> 32;
    unsigned __int64 low = a0 * b0;
    unsigned __int64 middle = a1 * b0 + (low >> 32);
    unsigned __int64 other = a0 * b1 + (unsigned)middle;

    *high = a1 * b1 + (middle >> 32) + (other >> 32);
    return other << 32 | (unsigned)low;
}

/* Significand, rounded to `digits` bits, and the exponent of its lowest; `least` is the smallest that there is. */
static unsigned __int64 MathRound(unsigned __int64 high, unsigned __int64 low, int *e, int digits, int least)
{
    unsigned __int64 kept;
    unsigned __int64 half;
    int shift;

    if (high == 0 && low == 0)
        return 0;
    while ((high & MATH_SIGN) == 0) {
        high = high << 1 | low >> 63;
        low <<= 1;
        --*e;
    }
    shift = 64 - digits;
    if (*e + 64 + shift < least)
        shift = least - *e - 64;
    *e += 64 + shift;
    if (shift > 64)
        return 0;
    if (shift == 64)
        return high > MATH_SIGN || (high == MATH_SIGN && low != 0);
    kept = high >> shift;
    half = 1ui64 << (shift - 1);
    high &= half * 2 - 1;
    if (high > half || (high == half && (low != 0 || (kept & 1) != 0)))
        kept++;
    return kept;
}

double MathPack(int negative, unsigned __int64 high, unsigned __int64 low, int e)
{
    unsigned __int64 sign = negative ? MATH_SIGN : 0;
    unsigned __int64 kept = MathRound(high, low, &e, 53, -1074);

    if (kept == 0)
        return high == 0 && low == 0 ? MathDouble(sign) : MathUnderflow(negative);
    if (kept == 1ui64 << 53) {
        kept >>= 1;
        e++;
    }
    if (e > 971)
        return MathOverflow(negative);
    /* A subnormal number's exponent field is 0, and the hidden bit carries into it. */
    return MathDouble(sign + ((unsigned __int64)(e + 1074) << 52) + kept);
}

float MathPackFloat(int negative, unsigned __int64 high, unsigned __int64 low, int e)
{
    union {
        unsigned bits;
        float value;
    } result;
    unsigned kept = (unsigned)MathRound(high, low, &e, 24, -149);

    if (kept == 1u << 24) {
        kept >>= 1;
        e++;
    }
    if (kept == 0 && (high | low) == 0)
        result.bits = 0;
    else if (kept != 0 && e > 104) {
        errno = ERANGE;
        result.bits = 0x7F800000;
    } else {
        if (kept < 1u << 23)
            errno = ERANGE;
        result.bits = kept == 0 ? 0 : ((unsigned)(e + 149) << 23) + kept;
    }
    if (negative)
        result.bits |= 0x80000000u;
    return result.value;
}

/* ------------------------------------------------------------------ errors */

/* A NaN is passed on; anything else makes one. */
double MathInvalid(double x)
{
    if (x != x)
        return x + x;
    errno = EDOM;
    return MathDouble(0xFFF8000000000000ui64);
}

double MathPole(int negative)
{
    errno = ERANGE;
    return MathDouble(MATH_INFINITY | (negative ? MATH_SIGN : 0));
}

double MathOverflow(int negative)
{
    errno = ERANGE;
    return MathDouble(MATH_INFINITY | (negative ? MATH_SIGN : 0));
}

double MathUnderflow(int negative)
{
    errno = ERANGE;
    return MathDouble(negative ? MATH_SIGN : 0);
}

/* ------------------------------------------------------------------ pairs */

const MATH_PAIR MathPi = {3.141592653589793, 1.2246467991473532e-16};
const MATH_PAIR MathHalfPi = {1.5707963267948966, 6.123233995736766e-17};
const MATH_PAIR MathLn2 = {0.6931471805599453, 2.3190468138462996e-17};

MATH_PAIR PairSum(double a, double b)
{
    MATH_PAIR r;
    double part;

    r.hi = a + b;
    part = r.hi - a;
    r.lo = (a - (r.hi - part)) + (b - part);
    return r;
}

MATH_PAIR PairQuick(double a, double b)
{
    MATH_PAIR r;

    r.hi = a + b;
    r.lo = b - (r.hi - a);
    return r;
}

/* Each factor in two halves of 26 bits, whose products are exact. */
MATH_PAIR PairProduct(double a, double b)
{
    MATH_PAIR r;
    double t = 134217729.0 * a;
    double a1 = t - (t - a);
    double a0 = a - a1;
    double b1;
    double b0;

    t = 134217729.0 * b;
    b1 = t - (t - b);
    b0 = b - b1;
    r.hi = a * b;
    r.lo = ((a1 * b1 - r.hi) + a1 * b0 + a0 * b1) + a0 * b0;
    return r;
}

MATH_PAIR PairAdd(MATH_PAIR a, MATH_PAIR b)
{
    MATH_PAIR s = PairSum(a.hi, b.hi);
    MATH_PAIR t = PairSum(a.lo, b.lo);

    s = PairQuick(s.hi, s.lo + t.hi);
    return PairQuick(s.hi, s.lo + t.lo);
}

MATH_PAIR PairAddDouble(MATH_PAIR a, double b)
{
    MATH_PAIR s = PairSum(a.hi, b);

    return PairQuick(s.hi, s.lo + a.lo);
}

MATH_PAIR PairNegate(MATH_PAIR a)
{
    a.hi = -a.hi;
    a.lo = -a.lo;
    return a;
}

MATH_PAIR PairMultiply(MATH_PAIR a, MATH_PAIR b)
{
    MATH_PAIR p = PairProduct(a.hi, b.hi);

    return PairQuick(p.hi, p.lo + (a.hi * b.lo + a.lo * b.hi));
}

MATH_PAIR PairMultiplyDouble(MATH_PAIR a, double b)
{
    MATH_PAIR p = PairProduct(a.hi, b);

    return PairQuick(p.hi, p.lo + a.lo * b);
}

MATH_PAIR PairDivide(MATH_PAIR a, MATH_PAIR b)
{
    double q = a.hi / b.hi;
    MATH_PAIR p = PairProduct(q, b.hi);
    double rest = ((a.hi - p.hi) - p.lo) + a.lo - q * b.lo;

    return PairQuick(q, rest / b.hi);
}

MATH_PAIR PairRoot(MATH_PAIR a)
{
    double root = sqrt(a.hi);
    MATH_PAIR p;

    if (root == 0) {
        p.hi = root;
        p.lo = 0;
        return p;
    }
    p = PairProduct(root, root);
    return PairQuick(root, (((a.hi - p.hi) - p.lo) + a.lo) / (2 * root));
}

MATH_PAIR PairTimesPower2(MATH_PAIR a, double power)
{
    a.hi *= power;
    a.lo *= power;
    return a;
}

double PairScale(MATH_PAIR a, int e)
{
    int top = MathExponent(a.hi) + e;
    double anchor;
    double result;
    MATH_PAIR s;

    if (a.hi == 0 || a.hi * 0 != 0)
        return a.hi;
    if (top > 1023)
        return MathOverflow(a.hi < 0);
    if (top >= -1022)
        return MathScale(a.hi + a.lo, e);
    if (top < -1076)
        return MathUnderflow(a.hi < 0);
    /* A number whose last bit has the weight of the smallest subnormal number makes the rounding happen there. */
    errno = ERANGE;
    anchor = MathScale(a.hi < 0 ? -1.0 : 1.0, -1022 - e);
    s = PairSum(anchor, a.hi);
    result = MathScale((s.hi + (s.lo + a.lo)) - anchor, e);
    return result == 0 ? MathUnderflow(a.hi < 0) : result;
}
