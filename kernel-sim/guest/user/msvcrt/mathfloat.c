/*
 * mathfloat.c: math.h's functions for float, by way of double, whose result has so many more bits that rounding it again does no harm, and
 * for long double, which is double. What would not be right by way of double is beside its double twin: fmaf, nextafterf, nexttowardf.
 */
#include "crtmath.h"

/* One function with one argument, with two, in both types. */
#define MATH_TWINS1(Name)                     \
    float __cdecl Name##f(float x)            \
    {                                         \
        return (float)Name(x);                \
    }                                         \
    long double __cdecl Name##l(long double x) \
    {                                         \
        return Name((double)x);               \
    }
#define MATH_TWINS2(Name)                                     \
    float __cdecl Name##f(float x, float y)                   \
    {                                                         \
        return (float)Name(x, y);                             \
    }                                                         \
    long double __cdecl Name##l(long double x, long double y) \
    {                                                         \
        return Name((double)x, (double)y);                    \
    }

MATH_TWINS1(acos)
MATH_TWINS1(asin)
MATH_TWINS1(atan)
MATH_TWINS1(cos)
MATH_TWINS1(sin)
MATH_TWINS1(tan)
MATH_TWINS1(acosh)
MATH_TWINS1(asinh)
MATH_TWINS1(atanh)
MATH_TWINS1(cosh)
MATH_TWINS1(sinh)
MATH_TWINS1(tanh)
MATH_TWINS1(exp)
MATH_TWINS1(exp2)
MATH_TWINS1(expm1)
MATH_TWINS1(log)
MATH_TWINS1(log10)
MATH_TWINS1(log1p)
MATH_TWINS1(log2)
MATH_TWINS1(logb)
MATH_TWINS1(cbrt)
MATH_TWINS1(fabs)
MATH_TWINS1(sqrt)
MATH_TWINS1(erf)
MATH_TWINS1(erfc)
MATH_TWINS1(lgamma)
MATH_TWINS1(tgamma)
MATH_TWINS1(ceil)
MATH_TWINS1(floor)
MATH_TWINS1(nearbyint)
MATH_TWINS1(rint)
MATH_TWINS1(round)
MATH_TWINS1(trunc)

MATH_TWINS2(atan2)
MATH_TWINS2(pow)
MATH_TWINS2(hypot)
MATH_TWINS2(fmod)
MATH_TWINS2(remainder)
MATH_TWINS2(copysign)
MATH_TWINS2(fdim)
MATH_TWINS2(fmax)
MATH_TWINS2(fmin)

/* ------------------------------------------------------------------ of other shapes */

int __cdecl ilogbf(float x)
{
    return ilogb(x);
}

float __cdecl frexpf(float x, int *e)
{
    return (float)frexp(x, e);
}

float __cdecl ldexpf(float x, int e)
{
    return (float)ldexp(x, e);
}

float __cdecl scalbnf(float x, int e)
{
    return (float)scalbn(x, e);
}

float __cdecl scalblnf(float x, long e)
{
    return (float)scalbln(x, e);
}

long __cdecl lrintf(float x)
{
    return lrint(x);
}

long long __cdecl llrintf(float x)
{
    return llrint(x);
}

long __cdecl lroundf(float x)
{
    return lround(x);
}

long long __cdecl llroundf(float x)
{
    return llround(x);
}

float __cdecl remquof(float x, float y, int *quotient)
{
    return (float)remquo(x, y, quotient);
}

float __cdecl nanf(const char *tag)
{
    return (float)nan(tag);
}

float __cdecl modff(float x, float *whole)
{
    double part;
    float rest = (float)modf(x, &part);

    *whole = (float)part;
    return rest;
}

int __cdecl ilogbl(long double x)
{
    return ilogb(x);
}

long double __cdecl frexpl(long double x, int *e)
{
    return frexp(x, e);
}

long double __cdecl ldexpl(long double x, int e)
{
    return ldexp(x, e);
}

long double __cdecl scalbnl(long double x, int e)
{
    return scalbn(x, e);
}

long double __cdecl scalblnl(long double x, long e)
{
    return scalbln(x, e);
}

long __cdecl lrintl(long double x)
{
    return lrint(x);
}

long long __cdecl llrintl(long double x)
{
    return llrint(x);
}

long __cdecl lroundl(long double x)
{
    return lround(x);
}

long long __cdecl llroundl(long double x)
{
    return llround(x);
}

long double __cdecl remquol(long double x, long double y, int *quotient)
{
    return remquo(x, y, quotient);
}

long double __cdecl nanl(const char *tag)
{
    return nan(tag);
}

long double __cdecl modfl(long double x, long double *whole)
{
    double part;
    long double rest = modf(x, &part);

    *whole = part;
    return rest;
}

long double __cdecl fmal(long double x, long double y, long double z)
{
    return fma((double)x, (double)y, (double)z);
}

long double __cdecl nextafterl(long double x, long double y)
{
    return nextafter((double)x, (double)y);
}

long double __cdecl nexttowardl(long double x, long double y)
{
    return nextafter((double)x, (double)y);
}
