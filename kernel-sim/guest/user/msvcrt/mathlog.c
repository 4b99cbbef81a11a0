/*
 * mathlog.c: logarithms, and the inverse hyperbolic functions that are made of them.
 */
#include "crtmath.h"

/* Where the intervals of MathLogTable begin: 1 is in the middle of number 75, whose c is 1. */
#define LOG_FIRST 0x3FE6900000000000ui64
/* log 2: a part with 42 bits, whose multiples by exponents are exact, and the rest. */
#define LN2_HIGH 0.6931471805598903
#define LN2_REST 5.497923018708371e-14

/* x^3/3 - x^4/4 + ... for |x| below 1/200 */
static double MathLogTail(double x)
{
    return x * x * x * (1.0 / 3 - x * (1.0 / 4 - x * (1.0 / 5 - x * (1.0 / 6 - x * (1.0 / 7 - x * (1.0 / 8 - x * (1.0 / 9)))))));
}

/* x = 2^e m, m c = 1 + r: log x = e log 2 - log c + log(1 + r). */
MATH_PAIR MathLog(MATH_PAIR x)
{
    unsigned __int64 bits = MathBits(x.hi);
    __int64 offset = (__int64)(bits - LOG_FIRST);
    const MATH_LOG_STEP *step = &MathLogTable[offset >> 45 & 127];
    int e = (int)(offset >> 52);
    double m = MathDouble(bits - ((unsigned __int64)e << 52));
    MATH_PAIR r = PairProduct(m, step->c);
    MATH_PAIR square;
    MATH_PAIR sum;
    MATH_PAIR whole;
    double rest;

    r = PairSum(r.hi - 1, r.lo + MathScale(x.lo, -e) * step->c);
    square = PairProduct(r.hi, r.hi);
    sum = PairQuick(r.hi, -0.5 * square.hi);
    rest = sum.lo + (MathLogTail(r.hi) + (r.lo * (1 - r.hi) - 0.5 * square.lo));
    whole = PairSum(e * LN2_HIGH, step->hi);
    rest += whole.lo + (e * LN2_REST + step->lo);
    sum = PairSum(whole.hi, sum.hi);
    return PairQuick(sum.hi, sum.lo + rest);
}

MATH_PAIR MathLogDouble(double x)
{
    MATH_PAIR p;

    p.lo = 0;
    if (x >= 2.2250738585072014e-308) {
        p.hi = x;
        return MathLog(p);
    }
    p.hi = x * MathPower2(54);
    return PairAdd(MathLog(p), PairMultiplyDouble(MathLn2, -54));
}

MATH_PAIR MathLog1Plus(MATH_PAIR x)
{
    MATH_PAIR s = PairSum(1.0, x.hi);

    return MathLog(PairQuick(s.hi, s.lo + x.lo));
}

/* The logarithm in the base whose inverse logarithm is given. */
static double MathLogarithm(double x, double hi, double lo)
{
    MATH_PAIR factor;
    MATH_PAIR r;

    if (x != x || x < 0)
        return MathInvalid(x);
    if (x == 0)
        return MathPole(1);
    if (x * 0 != 0)
        return x;
    factor.hi = hi;
    factor.lo = lo;
    r = PairMultiply(MathLogDouble(x), factor);
    return r.hi + r.lo;
}

double __cdecl log(double x)
{
    return MathLogarithm(x, 1.0, 0.0);
}

double __cdecl log2(double x)
{
    return MathLogarithm(x, 1.4426950408889634, 2.0355273740931033e-17);
}

double __cdecl log10(double x)
{
    return MathLogarithm(x, 0.4342944819032518, 1.098319650216765e-17);
}

double __cdecl log1p(double x)
{
    MATH_PAIR r;

    if (x != x || x < -1)
        return MathInvalid(x);
    if (x == -1)
        return MathPole(1);
    if (x * 0 != 0 || (x < 1e-17 && x > -1e-17))
        return x;
    r.hi = x;
    r.lo = 0;
    r = MathLog1Plus(r);
    return r.hi + r.lo;
}

/* ------------------------------------------------------------------ inverse hyperbolic functions */

double __cdecl asinh(double x)
{
    double a = fabs(x);
    MATH_PAIR square;
    MATH_PAIR r;

    if (a < 1e-8 || a * 0 != 0)
        return x;
    if (a > 1e9)
        r = PairAdd(MathLogDouble(a), MathLn2);
    else {
        /* log(1 + a + a^2/(1 + root(1 + a^2))) */
        square = PairProduct(a, a);
        r = PairAddDouble(PairRoot(PairAddDouble(square, 1.0)), 1.0);
        r = MathLog1Plus(PairAddDouble(PairDivide(square, r), a));
    }
    a = r.hi + r.lo;
    return x < 0 ? -a : a;
}

double __cdecl acosh(double x)
{
    MATH_PAIR t;
    MATH_PAIR r;

    if (x != x || x < 1)
        return MathInvalid(x);
    if (x * 0 != 0)
        return x;
    if (x == 1)
        return 0.0;
    if (x > 1e9)
        r = PairAdd(MathLogDouble(x), MathLn2);
    else {
        t = PairSum(x, -1.0);
        r = PairRoot(PairMultiply(t, PairAddDouble(t, 2.0)));
        r = MathLog1Plus(PairAdd(t, r));
    }
    return r.hi + r.lo;
}

double __cdecl atanh(double x)
{
    double a = fabs(x);
    MATH_PAIR r;

    if (x != x || a > 1)
        return MathInvalid(x);
    if (a == 1)
        return MathPole(x < 0);
    if (a < 1e-8)
        return x + x * x * x * (1.0 / 3);
    r.hi = 2 * a;
    r.lo = 0;
    r = MathLog1Plus(PairDivide(r, PairSum(1.0, -a)));
    a = (r.hi + r.lo) * 0.5;
    return x < 0 ? -a : a;
}
