/*
 * mathroot.c: remainders, roots and the fused product: what is rounded once from an exact result, or has no rounding at all.
 */
#include "crtmath.h"

/* ------------------------------------------------------------------ remainders */

/* Significand and exponent of its lowest bit, of a finite |x| that is not 0; the significand has 53 bits. */
static unsigned __int64 MathWhole(double x, int *e)
{
    x = frexp(fabs(x), e);
    *e -= 53;
    return (MathBits(x) & 0xFFFFFFFFFFFFFui64) | 0x10000000000000ui64;
}

/* The rest of |x| by |y|, and the lowest bits of the quotient: a long division, 11 bits at a time. */
static double MathRest(double x, double y, unsigned *quotient)
{
    unsigned __int64 a;
    unsigned __int64 b;
    unsigned q = 0;
    int ea;
    int eb;
    int step;

    *quotient = 0;
    if (fabs(x) < fabs(y))
        return fabs(x);
    a = MathWhole(x, &ea);
    b = MathWhole(y, &eb);
    for (;;) {
        q += (unsigned)(a / b);
        a %= b;
        if (ea == eb)
            break;
        step = ea - eb < 11 ? ea - eb : 11;
        a <<= step;
        q <<= step;
        ea -= step;
    }
    *quotient = q;
    return MathScale((double)(__int64)a, eb);
}

double __cdecl fmod(double x, double y)
{
    unsigned quotient;

    if (x != x || y != y)
        return x + y;
    if (x * 0 != 0 || y == 0)
        return MathInvalid(1.0);
    if (x == 0 || y * 0 != 0)
        return x;
    return copysign(MathRest(x, y, &quotient), x);
}

/* With the quotient rounded to nearest, halves to even. */
double __cdecl remquo(double x, double y, int *quotient)
{
    double r;
    double half;
    unsigned q;

    *quotient = 0;
    if (x != x || y != y)
        return x + y;
    if (x * 0 != 0 || y == 0)
        return MathInvalid(1.0);
    if (x == 0 || y * 0 != 0)
        return x;
    y = fabs(y);
    r = MathRest(x, y, &q);
    /* Is r above y/2? y - r is exact where it matters. */
    half = y - r;
    if (r > half || (r == half && (q & 1) != 0)) {
        r -= y;
        q++;
    }
    if (r == 0)
        r = copysign(0.0, x);
    else if (x < 0)
        r = -r;
    return *quotient = (int)(q & 0x7FFFFFFF), r;
}

double __cdecl remainder(double x, double y)
{
    int quotient;

    return remquo(x, y, &quotient);
}

/* ------------------------------------------------------------------ roots */

double __cdecl sqrt(double x)
{
    if (x != x || x < 0)
        return MathInvalid(x);
    return __lab_sqrt(x);
}

/* x = m 8^k, 1 <= m < 8: a root from a line and four steps of Newton's, made whole by what its cube misses. */
double __cdecl cbrt(double x)
{
    double m;
    double root;
    int e;
    int k;
    int i;
    MATH_PAIR cube;

    if (x == 0 || x * 0 != 0)
        return x;
    m = 2 * frexp(fabs(x), &e);
    e--;
    k = e >= 0 ? e / 3 : -((2 - e) / 3);
    m *= MathPower2(e - 3 * k);
    root = 0.9 + m * 0.145;
    for (i = 0; i < 5; i++)
        root = (2 * root + m / (root * root)) * (1.0 / 3);
    cube = PairMultiplyDouble(PairProduct(root, root), root);
    cube = PairAddDouble(cube, -m);
    root -= (cube.hi + cube.lo) / (3 * root * root);
    root = MathScale(root, k);
    return x < 0 ? -root : root;
}

double __cdecl hypot(double x, double y)
{
    MATH_PAIR sum;
    int ex;
    int ey;
    int e;

    if ((x * 0 != 0 && x == x) || (y * 0 != 0 && y == y))
        return MathDouble(MATH_INFINITY);
    if (x != x || y != y)
        return x + y;
    if (x == 0 || y == 0)
        return fabs(x) + fabs(y);
    x = frexp(x, &ex);
    y = frexp(y, &ey);
    e = ex > ey ? ex : ey;
    if (ex - ey > 60)
        y = 0;
    else if (ey - ex > 60)
        x = 0;
    sum = PairAdd(PairProduct(MathScale(x, x == 0 ? 0 : ex - e), MathScale(x, x == 0 ? 0 : ex - e)),
                  PairProduct(MathScale(y, y == 0 ? 0 : ey - e), MathScale(y, y == 0 ? 0 : ey - e)));
    return PairScale(PairRoot(sum), e);
}

double __cdecl _hypot(double x, double y)
{
    return hypot(x, y);
}

/* ------------------------------------------------------------------ x*y + z with one rounding */

/* high:low shifted right; bits that fall out leave a mark in the lowest. */
static void MathShiftDown(unsigned __int64 *high, unsigned __int64 *low, int n)
{
    unsigned __int64 lost;

    if (n == 0)
        return;
    if (n >= 128) {
        *low = (*high | *low) != 0;
        *high = 0;
        return;
    }
    if (n >= 64) {
        lost = n == 64 ? *low : *low | *high << (128 - n);
        *low = n == 64 ? *high : *high >> (n - 64);
        *high = 0;
    } else {
        lost = *low << (64 - n);
        *low = *low >> n | *high << (64 - n);
        *high >>= n;
    }
    *low |= lost != 0;
}

double __cdecl fma(double x, double y, double z)
{
    unsigned __int64 high;
    unsigned __int64 low;
    unsigned __int64 zhigh = 0;
    unsigned __int64 zlow;
    int ex;
    int ey;
    int ez;
    int shift;
    int negative = _dsign(x) != _dsign(y);

    if (x * 0 != 0 || y * 0 != 0 || z * 0 != 0) {
        if (z * 0 != 0 && x * 0 == 0 && y * 0 == 0)
            return z;
        return x * y + z;
    }
    if (x == 0 || y == 0)
        return x * y + z;
    low = MathMultiply64(MathWhole(x, &ex), MathWhole(y, &ey), &high);
    ex += ey;
    if (z == 0)
        return MathPack(negative, high, low, ex);
    zlow = MathWhole(z, &ez);
    shift = ez - ex;
    if (shift > 73) { /* z stands high above: the product loses its tail */
        MathShiftDown(&high, &low, shift - 73);
        ex += shift - 73;
        shift = 73;
    }
    if (shift >= 64) {
        zhigh = zlow << (shift - 64);
        zlow = 0;
    } else if (shift > 0) {
        zhigh = zlow >> (64 - shift);
        zlow <<= shift;
    } else
        MathShiftDown(&zhigh, &zlow, -shift);
    if (negative == (_dsign(z) != 0)) {
        low += zlow;
        high += zhigh + (low < zlow);
    } else {
        if (high < zhigh || (high == zhigh && low < zlow)) {
            unsigned __int64 t = high;

            high = zhigh;
            zhigh = t;
            t = low;
            low = zlow;
            zlow = t;
            negative = !negative;
        }
        high -= zhigh + (low < zlow);
        low -= zlow;
        if (high == 0 && low == 0)
            return 0.0;
    }
    return MathPack(negative, high, low, ex);
}

/* The product is exact in double; a sum that is not is made odd, so that rounding it to float is rounding once. */
float __cdecl fmaf(float x, float y, float z)
{
    MATH_PAIR s = PairSum((double)x * y, z);

    if (s.hi * 0 == 0 && s.lo != 0 && (MathBits(s.hi) & 1) == 0)
        s.hi = MathDouble((s.lo > 0) == (s.hi > 0) ? MathBits(s.hi) + 1 : MathBits(s.hi) - 1);
    return (float)s.hi;
}
