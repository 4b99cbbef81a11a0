/*
 * mathexp.c: powers of e, 2 and of any number, and the hyperbolic functions that are made of them.
 */
#include "crtmath.h"

/* log(2)/64 in three parts; multiples of the first two by numbers below 2^17 are exact. */
#define EXP_STEP1 0.010830424696223417
#define EXP_STEP2 2.5728046223228848e-14
#define EXP_STEP3 4.784126150029144e-26
#define EXP_STEPS 92.33248261689366 /* steps in 1 */
/* Added and taken away, it rounds to an integer. */
#define ROUNDER 6755399441055744.0

/* x^2/2 + x^3/6 + ... x^8/8! for |x| below 1/64 or so */
static double MathExpTail(double x)
{
    return x * x *
           (0.5 + x * (1.0 / 6 + x * (1.0 / 24 + x * (1.0 / 120 + x * (1.0 / 720 + x * (1.0 / 5040 + x * (1.0 / 40320 + x * (1.0 / 362880))))))));
}

MATH_PAIR MathExp(MATH_PAIR x, int *e)
{
    double steps = (x.hi * EXP_STEPS + ROUNDER) - ROUNDER;
    int n = (int)steps;
    const MATH_PAIR *power = &MathExpTable[n & 63];
    MATH_PAIR r = PairSum(x.hi - steps * EXP_STEP1, -steps * EXP_STEP2);
    MATH_PAIR product;
    MATH_PAIR sum;
    double tail;

    r = PairQuick(r.hi, r.lo - steps * EXP_STEP3 + x.lo);
    tail = MathExpTail(r.hi) + r.lo * (1 + r.hi);
    product = PairProduct(power->hi, r.hi);
    sum = PairQuick(power->hi, product.hi);
    *e = n >> 6;
    return PairQuick(sum.hi, sum.lo + (product.lo + (power->lo * (1 + r.hi) + power->hi * tail)));
}

MATH_PAIR MathExpMinus1(MATH_PAIR x)
{
    MATH_PAIR r;
    int e;

    if (x.hi < 1.0 / 64 && x.hi > -1.0 / 64) {
        r = PairProduct(x.hi, x.hi);
        r = PairQuick(x.hi, r.hi * 0.5);
        return PairQuick(r.hi, r.lo + (x.hi * x.hi * x.hi *
               (1.0 / 6 + x.hi * (1.0 / 24 + x.hi * (1.0 / 120 + x.hi * (1.0 / 720 + x.hi * (1.0 / 5040 + x.hi * (1.0 / 40320)))))) +
               (x.lo * (1 + x.hi) + 0.5 * PairProduct(x.hi, x.hi).lo)));
    }
    r = MathExp(x, &e);
    if (e < -120) {
        r.hi = -1;
        r.lo = 0;
        return r;
    }
    r = PairTimesPower2(r, MathPower2(e));
    return PairAddDouble(r, -1.0);
}

static MATH_PAIR MathPairOf(double x)
{
    MATH_PAIR p;

    p.hi = x;
    p.lo = 0;
    return p;
}

double __cdecl exp(double x)
{
    MATH_PAIR r;
    int e;

    if (x != x)
        return x + x;
    if (x > 709.8)
        return x > 1e308 && x * 0 != 0 ? x : MathOverflow(0);
    if (x < -745.2)
        return x * 0 != 0 ? 0.0 : MathUnderflow(0);
    r = MathExp(MathPairOf(x), &e);
    return PairScale(r, e);
}

double __cdecl exp2(double x)
{
    double whole;
    MATH_PAIR r;
    int e;

    if (x != x)
        return x + x;
    if (x >= 1024)
        return x * 0 != 0 ? x : MathOverflow(0);
    if (x < -1075.5)
        return x * 0 != 0 ? 0.0 : MathUnderflow(0);
    whole = (x + ROUNDER) - ROUNDER;
    r = MathExp(PairMultiplyDouble(MathLn2, x - whole), &e);
    return PairScale(r, e + (int)whole);
}

double __cdecl expm1(double x)
{
    MATH_PAIR r;

    if (x != x)
        return x + x;
    if (x > 709.79) /* e^x - 1 is e^x there */
        return exp(x);
    if (x < -50)
        return -1.0;
    if (x < 1e-300 && x > -1e-300)
        return x;
    if (x > 690)
        return exp(x);
    r = MathExpMinus1(MathPairOf(x));
    return r.hi + r.lo;
}

double __cdecl sinh(double x)
{
    double a = fabs(x);
    MATH_PAIR r;
    int e;

    if (a < 1e-8 || a * 0 != 0)
        return x;
    if (a > 711)
        return MathOverflow(x < 0);
    if (a < 40) {
        r = MathExpMinus1(MathPairOf(a));
        r = PairAdd(r, PairDivide(r, PairAddDouble(r, 1.0)));
        a = (r.hi + r.lo) * 0.5;
    } else {
        r = MathExp(MathPairOf(a), &e);
        a = PairScale(r, e - 1);
    }
    return x < 0 ? -a : a;
}

double __cdecl cosh(double x)
{
    double a = fabs(x);
    MATH_PAIR r;
    int e;

    if (a * 0 != 0)
        return a;
    if (a > 711)
        return MathOverflow(0);
    r = MathExp(MathPairOf(a), &e);
    if (a < 40) {
        r = PairTimesPower2(r, MathPower2(e));
        r = PairAdd(r, PairDivide(MathPairOf(1.0), r));
        return (r.hi + r.lo) * 0.5;
    }
    return PairScale(r, e - 1);
}

double __cdecl tanh(double x)
{
    double a = fabs(x);
    MATH_PAIR r;

    if (x != x)
        return x + x;
    if (a < 1e-8)
        return x;
    if (a < 22) {
        r = MathExpMinus1(MathPairOf(2 * a));
        r = PairDivide(r, PairAddDouble(r, 2.0));
        a = r.hi + r.lo;
    } else
        a = 1.0;
    return x < 0 ? -a : a;
}

/* ------------------------------------------------------------------ pow */

/* 0: not an integer, 1: odd, 2: even. Numbers from 2^53 on are even. */
static int MathParity(double y)
{
    int e = MathExponent(y);
    unsigned __int64 bits = MathBits(y);

    if (y == 0)
        return 2;
    if (e < 0)
        return 0;
    if (e > 52)
        return 2;
    if (e < 52 && (bits & ((1ui64 << (52 - e)) - 1)) != 0)
        return 0;
    return e == 0 || (bits >> (52 - e) & 1) != 0 ? 1 : 2;
}

/* x or y is 0, infinite or NaN, or x is 1. */
static double MathPowSpecial(double x, double y, int parity)
{
    double a = fabs(x);
    int negative = parity == 1 && (MathBits(x) & MATH_SIGN) != 0;

    if (y == 0 || x == 1)
        return 1.0;
    if (x != x || y != y)
        return x + y;
    if (y * 0 != 0) {
        if (a == 1)
            return 1.0;
        return (a > 1) == (y > 0) ? MathDouble(MATH_INFINITY) : 0.0;
    }
    if (a == 0) {
        if (y < 0)
            return MathPole(negative);
        return negative ? -0.0 : 0.0;
    }
    /* x is infinite */
    if (y < 0)
        return negative ? -0.0 : 0.0;
    return MathDouble(MATH_INFINITY | (negative ? MATH_SIGN : 0));
}

double __cdecl pow(double x, double y)
{
    double a = fabs(x);
    int parity = y * 0 != 0 ? 2 : MathParity(y);
    int negative = x < 0 && parity == 1;
    MATH_PAIR power;
    double size;
    int e;

    if (x == 1 || y == 0 || a == 0 || x * 0 != 0 || y * 0 != 0)
        return MathPowSpecial(x, y, parity);
    if (x < 0 && parity == 0)
        return MathInvalid(x);
    power = MathLogDouble(a);
    size = power.hi * y;
    if (size > 710)
        return MathOverflow(negative);
    if (size < -746)
        return MathUnderflow(negative);
    if (size < 1e-20 && size > -1e-20)
        return negative ? -1.0 : 1.0;
    power = PairMultiplyDouble(power, y);
    power = MathExp(power, &e);
    return PairScale(negative ? PairNegate(power) : power, e);
}
