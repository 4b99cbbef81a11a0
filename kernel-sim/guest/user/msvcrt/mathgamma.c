/*
 * mathgamma.c: the error function and the gamma function.
 */
#include "crtmath.h"

static MATH_PAIR PairOf(double hi, double lo)
{
    MATH_PAIR p;

    p.hi = hi;
    p.lo = lo;
    return p;
}

/* ------------------------------------------------------------------ error function */

/* erf x for |x| < 1/2: 2/root(pi) x (1 - x^2/3 + x^4/10 - ...) */
static MATH_PAIR MathErfSmall(double x)
{
    double q = x * x;
    double tail = q * (-1.0 / 3 + q * (1.0 / 10 + q * (-1.0 / 42 + q * (1.0 / 216 + q * (-1.0 / 1320 + q * (1.0 / 9360 + q * (-1.0 / 75600 +
                  q * (1.0 / 685440 + q * (-1.0 / 6894720 + q * (1.0 / 76204800 + q * (-1.0 / 918086400)))))))))));
    MATH_PAIR r = PairMultiplyDouble(PairOf(1.1283791670955126, 1.533545961316588e-17), x);

    return PairQuick(r.hi, r.lo + r.hi * tail);
}

/*
 * erfc x = 2^*e * result for 1/2 <= x < 28: e^(-x^2) times f, f' = 2 x f - 2/root(pi). Up to 10 f comes from the nearest node by its Taylor
 * series, whose coefficients follow from that equation; beyond it has a series in 1/x.
 */
static MATH_PAIR MathErfcCore(double x, int *e)
{
    MATH_PAIR square = PairProduct(x, x);
    MATH_PAIR f;

    if (x < 10) {
        int j = (int)(x * 8 + 0.5) - 4;
        const MATH_ERFC_NODE *node = &MathErfcTable[j];
        double c = 0.5 + j * 0.125;
        double d = x - c;
        double before = node->hi;
        double a = node->slope;
        double power = d;
        double sum = 0;
        double next;
        int n;

        for (n = 1; n < 15; n++) {
            sum += a * power;
            next = 2 * (c * a + before) / (n + 1);
            before = a;
            a = next;
            power *= d;
        }
        f = PairQuick(node->hi, node->lo + sum);
    } else {
        double q = 0.5 / square.hi;
        double term = 1;
        double sum = 0;
        int n;

        for (n = 1; n < 30 && (term > 1e-20 || term < -1e-20); n += 2) {
            term *= -n * q;
            sum += term;
        }
        f = PairDivide(PairQuick(1.0, sum), PairMultiplyDouble(PairOf(1.772453850905516, -7.666586499825799e-17), x));
    }
    return PairMultiply(MathExp(PairNegate(square), e), f);
}

double __cdecl erfc(double x)
{
    MATH_PAIR r;
    int e;

    if (x != x)
        return x + x;
    if (x > 27.3)
        return x * 0 != 0 ? 0.0 : MathUnderflow(0);
    if (x < -6)
        return 2.0;
    if (x < 0.5 && x > -0.5)
        r = PairAddDouble(PairNegate(MathErfSmall(x)), 1.0);
    else if (x > 0) {
        r = MathErfcCore(x, &e);
        return PairScale(r, e);
    } else {
        r = MathErfcCore(-x, &e);
        r = PairAddDouble(PairNegate(PairTimesPower2(r, MathPower2(e))), 2.0);
    }
    return r.hi + r.lo;
}

double __cdecl erf(double x)
{
    double a = fabs(x);
    MATH_PAIR r;
    int e;

    if (x != x)
        return x + x;
    if (a < 1e-300)
        return x * 1.1283791670955126;
    if (a < 0.5) {
        r = MathErfSmall(x);
        return r.hi + r.lo;
    }
    if (a < 6) {
        r = MathErfcCore(a, &e);
        r = PairAddDouble(PairNegate(PairTimesPower2(r, MathPower2(e))), 1.0);
        a = r.hi + r.lo;
    } else
        a = 1.0;
    return x < 0 ? -a : a;
}

/* ------------------------------------------------------------------ gamma function */

#define STIRLING_FROM 13

/* log gamma(z) for z >= 13: Stirling's series. */
static MATH_PAIR MathStirling(MATH_PAIR z)
{
    double i = 1 / z.hi;
    double q = i * i;
    double series = i * (1.0 / 12 + q * (-1.0 / 360 + q * (1.0 / 1260 + q * (-1.0 / 1680 + q * (1.0 / 1188 + q * (-691.0 / 360360 +
                    q * (1.0 / 156 + q * (-3617.0 / 122400 + q * (43867.0 / 244188)))))))));
    MATH_PAIR r = PairMultiply(PairAddDouble(z, -0.5), MathLog(z));

    r = PairAdd(r, PairNegate(z));
    r = PairAdd(r, PairOf(0.9189385332046728, -3.8782941580672414e-17));
    return PairAddDouble(r, series);
}

/* x > 0 moved up to where Stirling's series is good: gamma(x) = gamma(*z) / result. */
static MATH_PAIR MathMoveUp(double x, MATH_PAIR *z)
{
    MATH_PAIR product = PairOf(1.0, 0);

    *z = PairOf(x, 0);
    while (z->hi < STIRLING_FROM) {
        product = PairMultiply(product, *z);
        *z = PairAddDouble(*z, 1.0);
    }
    return product;
}

double __cdecl tgamma(double x)
{
    MATH_PAIR z;
    MATH_PAIR product;
    MATH_PAIR r;
    int e;

    if (x != x || (x < 0 && (x * 0 != 0 || x == floor(x))))
        return MathInvalid(x);
    if (x == 0)
        return MathPole(_dsign(x) != 0);
    if (x > 171.7)
        return x * 0 != 0 ? x : MathOverflow(0);
    if (x < 1e-290 && x > -1e-290)
        return 1 / x;
    if (x < -190)
        return MathUnderflow(((__int64)floor(x) & 1) != 0);
    if (x > 0) {
        product = MathMoveUp(x, &z);
        r = PairDivide(MathExp(MathStirling(z), &e), product);
        return PairScale(r, e);
    }
    /* gamma(x) gamma(1 - x) = pi/sin(pi x), and gamma(1 - x) = -x gamma(-x) */
    product = MathMoveUp(-x, &z);
    r = PairMultiply(PairMultiplyDouble(MathExp(MathStirling(z), &e), x), MathSinPi(x));
    return PairScale(PairNegate(PairDivide(PairMultiply(MathPi, product), r)), -e);
}

/* log gamma(2 + d) for |d| <= 1/2 */
static MATH_PAIR MathLogGammaNear2(double d)
{
    double tail = 0;
    int i;
    MATH_PAIR r = PairMultiplyDouble(PairOf(0.42278433509846713, 4.942915152430645e-18), d);

    for (i = 29; i >= 1; i--)
        tail = tail * d + MathZetaTable[i];
    /* The square's coefficient leads what is left: its product is kept whole. */
    r = PairAdd(r, PairMultiplyDouble(PairProduct(d, d), MathZetaTable[0]));
    return PairQuick(r.hi, r.lo + d * d * d * tail);
}

/* log |gamma(x)| of x > 0 */
static MATH_PAIR MathLogGamma(double x)
{
    MATH_PAIR z;
    MATH_PAIR product;

    if (x >= 1.5 && x <= 2.5)
        return MathLogGammaNear2(x - 2);
    if (x >= 0.5 && x <= 1.5)
        return PairAdd(MathLogGammaNear2(x - 1), PairNegate(MathLogDouble(x)));
    if (x < 0.5) {
        if (x < 1e-20)
            return PairNegate(MathLogDouble(x));
        return PairAdd(MathLogGamma(x + 1), PairNegate(MathLogDouble(x)));
    }
    product = MathMoveUp(x, &z);
    z = MathStirling(z);
    return product.hi == 1 ? z : PairAdd(z, PairNegate(MathLog(product)));
}

/* Beside its zeros below 0 only the absolute error is as small as everywhere (about 2^-60): the result there is a difference of larger numbers. */
double __cdecl lgamma(double x)
{
    MATH_PAIR r;
    MATH_PAIR s;

    if (x != x)
        return x + x;
    if (x * 0 != 0)
        return x * x;
    if (x <= 0 && x == floor(x))
        return MathPole(0);
    if (x > 1e17) {
        if (x > 2.6e305)
            return MathOverflow(0);
        r = PairMultiplyDouble(PairAddDouble(MathLogDouble(x), -1.0), x);
    } else if (x > 0)
        r = MathLogGamma(x);
    else if (x > -1e-20)
        r = PairNegate(MathLogDouble(-x));
    else {
        s = PairMultiplyDouble(MathSinPi(x), x);
        if (s.hi < 0)
            s = PairNegate(s);
        r = PairAdd(MathLog(PairDivide(MathPi, s)), PairNegate(MathLogGamma(-x)));
    }
    return r.hi + r.lo;
}
