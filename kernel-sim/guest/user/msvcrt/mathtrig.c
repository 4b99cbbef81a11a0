/*
 * mathtrig.c: sine, cosine, tangent and their inverses.
 */
#include "crtmath.h"

/* pi/2 in four parts; multiples of the first three by numbers below 2^20 are exact. */
#define HALF_PI1 1.5707963267341256
#define HALF_PI2 6.077100506303966e-11
#define HALF_PI3 2.0222662487111665e-21
#define HALF_PI4 8.4784276603689e-32
#define TWO_OVER_PI 0.6366197723675814
#define ROUNDER 6755399441055744.0
#define REDUCE_LIMIT 1.0e6

/* ------------------------------------------------------------------ reduction */

/*
 * A large x is an integer of 53 bits times 2^e. Times 2/pi, only the part below 4 matters: the bits of 2/pi from e - 2 on, 192 of them, times
 * that integer; the upper 2 bits of the product are the quadrant.
 */
static MATH_PAIR MathReduceLarge(double x, unsigned *quadrant)
{
    unsigned __int64 bits = MathBits(x);
    unsigned __int64 m = (bits & 0xFFFFFFFFFFFFFui64) | 0x10000000000000ui64;
    int first = 64 + (int)(bits >> 52 & 0x7FF) - 1075 - 2; /* of the bits of the table */
    unsigned window[6];
    unsigned product[6] = {0};
    unsigned factor[2];
    unsigned __int64 t;
    unsigned __int64 carry;
    unsigned negative = 0;
    MATH_PAIR r;
    int i;
    int j;

    for (i = 0; i < 6; i++) { /* lowest first */
        int at = first + (5 - i) * 32;
        unsigned word = MathTwoOverPi[at >> 5];

        window[i] = (at & 31) == 0 ? word : word << (at & 31) | MathTwoOverPi[(at >> 5) + 1] >> (32 - (at & 31));
    }
    factor[0] = (unsigned)m;
    factor[1] = (unsigned)(m >> 32);
    for (i = 0; i < 2; i++) {
        carry = 0;
        for (j = 0; i + j < 6; j++) {
            t = (unsigned __int64)factor[i] * window[j] + product[i + j] + carry;
            product[i + j] = (unsigned)t;
            carry = t >> 32;
        }
    }
    *quadrant = product[5] >> 30;
    if (product[5] & 0x20000000) { /* nearer to the next quarter turn: minus the rest to it */
        ++*quadrant;
        negative = 1;
        for (i = 0; i < 6; i++)
            product[i] = ~product[i];
    }
    product[5] &= 0x3FFFFFFF;
    r.hi = 0;
    r.lo = 0;
    for (i = 5; i >= 0; i--)
        r = PairAdd(r, PairSum(product[i] * MathPower2(32 * i - 190), 0.0));
    r = PairMultiply(r, MathHalfPi);
    return negative ? PairNegate(r) : r;
}

MATH_PAIR MathReduce(double x, unsigned *quadrant)
{
    double a = fabs(x);
    double n;
    MATH_PAIR r;
    MATH_PAIR s;
    MATH_PAIR t;

    if (a <= 0.7853981633974483) {
        *quadrant = 0;
        r.hi = x;
        r.lo = 0;
        return r;
    }
    if (a > REDUCE_LIMIT) {
        r = MathReduceLarge(a, quadrant);
        if (x < 0) {
            *quadrant = 0 - *quadrant;
            r = PairNegate(r);
        }
        return r;
    }
    n = (x * TWO_OVER_PI + ROUNDER) - ROUNDER;
    *quadrant = (unsigned)(int)n;
    r = PairSum(x - n * HALF_PI1, -n * HALF_PI2);
    s = PairSum(r.hi, -n * HALF_PI3);
    t = PairSum(r.lo, s.lo);
    r = PairSum(s.hi, t.hi);
    return PairQuick(r.hi, r.lo + (t.lo - n * HALF_PI4));
}

/* ------------------------------------------------------------------ sine and cosine */

/* r = j/32 + d */
void MathSinCos(MATH_PAIR r, MATH_PAIR *sine, MATH_PAIR *cosine)
{
    int negative = r.hi < 0;
    int j;
    double q;
    double tail;
    double minus; /* cos d - 1 */
    MATH_PAIR d;
    MATH_PAIR s;

    if (negative)
        r = PairNegate(r);
    j = (int)(r.hi * 32 + 0.5);
    d = PairQuick(r.hi - j * (1.0 / 32), r.lo);
    q = d.hi * d.hi;
    tail = d.hi * q * (-1.0 / 6 + q * (1.0 / 120 + q * (-1.0 / 5040 + q * (1.0 / 362880)))) + d.lo * (1 - 0.5 * q);
    minus = q * (-0.5 + q * (1.0 / 24 + q * (-1.0 / 720 + q * (1.0 / 40320)))) - d.hi * d.lo;
    s = PairQuick(d.hi, tail); /* sin d */
    if (j == 0) {
        *sine = s;
        q = PairProduct(d.hi, d.hi).lo;
        *cosine = PairAddDouble(PairSum(1.0, minus), -0.5 * q);
    } else {
        const MATH_PAIR *a = &MathSinTable[j];
        const MATH_PAIR *b = &MathCosTable[j];
        MATH_PAIR small;

        small.hi = minus;
        small.lo = -0.5 * PairProduct(d.hi, d.hi).lo;
        *sine = PairAdd(*a, PairAdd(PairMultiply(*b, s), PairMultiply(*a, small)));
        *cosine = PairAdd(*b, PairAdd(PairNegate(PairMultiply(*a, s)), PairMultiply(*b, small)));
    }
    if (negative)
        *sine = PairNegate(*sine);
}

/* The sine a number of quarter turns further on. */
static double MathTurn(MATH_PAIR sine, MATH_PAIR cosine, unsigned quadrant)
{
    MATH_PAIR r = quadrant & 1 ? cosine : sine;
    double value = r.hi + r.lo;

    return quadrant & 2 ? -value : value;
}

double __cdecl sin(double x)
{
    MATH_PAIR sine;
    MATH_PAIR cosine;
    unsigned quadrant;

    if (x * 0 != 0)
        return MathInvalid(x);
    if (x < 1e-8 && x > -1e-8)
        return x;
    MathSinCos(MathReduce(x, &quadrant), &sine, &cosine);
    return MathTurn(sine, cosine, quadrant);
}

double __cdecl cos(double x)
{
    MATH_PAIR sine;
    MATH_PAIR cosine;
    unsigned quadrant;

    if (x * 0 != 0)
        return MathInvalid(x);
    MathSinCos(MathReduce(x, &quadrant), &sine, &cosine);
    return MathTurn(sine, cosine, quadrant + 1);
}

double __cdecl tan(double x)
{
    MATH_PAIR sine;
    MATH_PAIR cosine;
    unsigned quadrant;

    if (x * 0 != 0)
        return MathInvalid(x);
    if (x < 1e-8 && x > -1e-8)
        return x;
    MathSinCos(MathReduce(x, &quadrant), &sine, &cosine);
    sine = quadrant & 1 ? PairNegate(PairDivide(cosine, sine)) : PairDivide(sine, cosine);
    return sine.hi + sine.lo;
}

MATH_PAIR MathSinPi(double x)
{
    double a = fabs(x);
    double n;
    unsigned quadrant;
    MATH_PAIR sine;
    MATH_PAIR cosine;

    if (a >= 4503599627370496.0) {
        sine.hi = 0;
        sine.lo = 0;
        return sine;
    }
    n = (2 * x + ROUNDER) - ROUNDER;
    quadrant = (unsigned)(__int64)n;
    MathSinCos(PairMultiplyDouble(MathPi, x - 0.5 * n), &sine, &cosine);
    if (quadrant & 1)
        sine = cosine;
    return quadrant & 2 ? PairNegate(sine) : sine;
}

/* ------------------------------------------------------------------ inverses */

/* Below the diagonal: y/x lies near j/64, whose angle is in the table; above it the other way round, from pi/2 down. */
MATH_PAIR MathAngle(MATH_PAIR y, MATH_PAIR x)
{
    int swapped = y.hi > x.hi;
    int j;
    double q;
    MATH_PAIR t;
    MATH_PAIR r;

    if (swapped) {
        t = x;
        x = y;
        y = t;
    }
    j = (int)(y.hi / x.hi * 64 + 0.5);
    if (j == 0)
        t = PairDivide(y, x);
    else
        t = PairDivide(PairAdd(y, PairMultiplyDouble(x, j * (-1.0 / 64))), PairAdd(x, PairMultiplyDouble(y, j * (1.0 / 64))));
    q = t.hi * t.hi;
    r = PairQuick(t.hi, t.lo + t.hi * q * (-1.0 / 3 + q * (1.0 / 5 + q * (-1.0 / 7 + q * (1.0 / 9 - q * (1.0 / 11))))));
    if (j != 0)
        r = PairAdd(MathAtanTable[j], r);
    return swapped ? PairAdd(MathHalfPi, PairNegate(r)) : r;
}

double __cdecl atan2(double y, double x)
{
    double a = fabs(y);
    double b = fabs(x);
    int down = (MathBits(y) & MATH_SIGN) != 0;
    int left = (MathBits(x) & MATH_SIGN) != 0;
    int ey;
    int ex;
    MATH_PAIR p;
    MATH_PAIR q;
    MATH_PAIR r;

    if (x != x || y != y)
        return x + y;
    if (a == 0 || b == 0 || a * 0 != 0 || b * 0 != 0) {
        /* On an axis, at infinity, or at 0: an eighth's multiple. */
        if (a * 0 != 0 && b * 0 != 0)
            r = PairTimesPower2(MathPi, 0.25);
        else if (a == 0 || (b * 0 != 0)) {
            r.hi = 0;
            r.lo = 0;
        } else
            r = MathHalfPi;
    } else {
        a = frexp(a, &ey);
        b = frexp(b, &ex);
        if (ey - ex > 110)
            r = MathHalfPi;
        else {
            p.hi = a;
            p.lo = 0;
            q.hi = b;
            q.lo = 0;
            if (ey - ex < -110) {
                if (!left) {
                    a = PairScale(PairDivide(p, q), ey - ex);
                    return down ? -a : a;
                }
                r.hi = 0;
                r.lo = 0;
            } else {
                p.hi = MathScale(a, ey - ex);
                r = MathAngle(p, q);
            }
        }
    }
    if (left)
        r = PairAdd(MathPi, PairNegate(r));
    a = r.hi + r.lo;
    return down ? -a : a;
}

double __cdecl atan(double x)
{
    double a = fabs(x);

    if (a < 1e-8 || x != x)
        return x;
    return atan2(x, 1.0);
}

/* root(1 - x^2) */
static MATH_PAIR MathOther(double x)
{
    MATH_PAIR p = PairProduct(x, x);
    MATH_PAIR s = PairSum(1.0, -p.hi);

    return PairRoot(PairQuick(s.hi, s.lo - p.lo));
}

double __cdecl asin(double x)
{
    double a = fabs(x);
    MATH_PAIR p;

    if (x != x || a > 1)
        return MathInvalid(x);
    if (a < 1e-8)
        return x;
    p.hi = a;
    p.lo = 0;
    p = MathAngle(p, MathOther(a));
    a = p.hi + p.lo;
    return x < 0 ? -a : a;
}

double __cdecl acos(double x)
{
    double a = fabs(x);
    MATH_PAIR p;

    if (x != x || a > 1)
        return MathInvalid(x);
    p.hi = a;
    p.lo = 0;
    p = MathAngle(MathOther(a), p);
    if (x < 0)
        p = PairAdd(MathPi, PairNegate(p));
    return p.hi + p.lo;
}
