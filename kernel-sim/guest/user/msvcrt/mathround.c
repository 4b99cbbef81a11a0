/*
 * mathround.c: rounding to integers, and the parts, neighbours and kinds of a double: all of it work on bits, all of it exact.
 */
#include "crtmath.h"
#include <float.h>
#include <limits.h>

/* ------------------------------------------------------------------ to integers */

#define ROUND_DOWN    0
#define ROUND_UP      1
#define ROUND_ZERO    2
#define ROUND_NEAREST 3 /* halves to even */
#define ROUND_AWAY    4 /* halves away from 0 */

/* x with the bits below the point taken away, and one added to the rest if the direction says so. */
static double MathToInteger(double x, int direction)
{
    unsigned __int64 bits = MathBits(x);
    unsigned __int64 sign = bits & MATH_SIGN;
    unsigned __int64 unit;
    unsigned __int64 rest;
    int e = MathExponent(x);
    int up = 0;

    if (e >= 52)
        return x != x ? x + x : x;
    if (e < 0) {
        bits ^= sign;
        if (bits == 0)
            return x;
        if (direction == ROUND_DOWN)
            up = sign != 0;
        else if (direction == ROUND_UP)
            up = sign == 0;
        else if (direction != ROUND_ZERO)
            up = bits > 0x3FE0000000000000ui64 || (bits == 0x3FE0000000000000ui64 && direction == ROUND_AWAY);
        return MathDouble(sign | (up ? 0x3FF0000000000000ui64 : 0));
    }
    unit = 1ui64 << (52 - e);
    rest = bits & (unit - 1);
    if (rest == 0)
        return x;
    bits -= rest;
    if (direction == ROUND_DOWN)
        up = sign != 0;
    else if (direction == ROUND_UP)
        up = sign == 0;
    else if (direction != ROUND_ZERO)
        up = rest > unit / 2 || (rest == unit / 2 && (direction == ROUND_AWAY || (e == 0 ? 1 : (bits & unit) != 0)));
    return MathDouble(up ? bits + unit : bits);
}

double __cdecl floor(double x)
{
    return MathToInteger(x, ROUND_DOWN);
}

double __cdecl ceil(double x)
{
    return MathToInteger(x, ROUND_UP);
}

double __cdecl trunc(double x)
{
    return MathToInteger(x, ROUND_ZERO);
}

double __cdecl round(double x)
{
    return MathToInteger(x, ROUND_AWAY);
}

double __cdecl rint(double x)
{
    return MathToInteger(x, ROUND_NEAREST);
}

double __cdecl nearbyint(double x)
{
    return MathToInteger(x, ROUND_NEAREST);
}

/* What does not fit is the least number of the type, as the processor has it. */
static long MathLong(double x)
{
    if (x >= -2147483648.0 && x < 2147483648.0)
        return (long)x;
    errno = EDOM;
    return LONG_MIN;
}

static long long MathLongLong(double x)
{
    if (x >= -9223372036854775808.0 && x < 9223372036854775808.0)
        return (long long)x;
    errno = EDOM;
    return LLONG_MIN;
}

long __cdecl lrint(double x)
{
    return MathLong(rint(x));
}

long long __cdecl llrint(double x)
{
    return MathLongLong(rint(x));
}

long __cdecl lround(double x)
{
    return MathLong(round(x));
}

long long __cdecl llround(double x)
{
    return MathLongLong(round(x));
}

double __cdecl modf(double x, double *whole)
{
    unsigned __int64 sign = MathBits(x) & MATH_SIGN;
    double rest;

    *whole = trunc(x);
    rest = x != x ? x : x * 0 != 0 ? 0.0 : x - *whole;
    return MathDouble((MathBits(rest) & ~MATH_SIGN) | sign);
}

/* ------------------------------------------------------------------ parts */

double __cdecl fabs(double x)
{
    return MathDouble(MathBits(x) & ~MATH_SIGN);
}

double __cdecl copysign(double x, double y)
{
    return MathDouble((MathBits(x) & ~MATH_SIGN) | (MathBits(y) & MATH_SIGN));
}

double __cdecl _copysign(double x, double y)
{
    return copysign(x, y);
}

double __cdecl _chgsign(double x)
{
    return MathDouble(MathBits(x) ^ MATH_SIGN);
}

double __cdecl frexp(double x, int *e)
{
    unsigned __int64 bits;

    *e = 0;
    if (x == 0 || x * 0 != 0)
        return x;
    if (MathExponent(x) == -1023) {
        x *= MathPower2(54);
        *e = -54;
    }
    bits = MathBits(x);
    *e += MathExponent(x) + 1;
    return MathDouble((bits & 0x800FFFFFFFFFFFFFui64) | 0x3FE0000000000000ui64);
}

double __cdecl ldexp(double x, int e)
{
    double r;

    if (x == 0 || x * 0 != 0)
        return x;
    r = MathScale(x, e);
    if (r == 0 || r * 0 != 0)
        errno = ERANGE;
    return r;
}

double __cdecl scalbn(double x, int e)
{
    return ldexp(x, e);
}

double __cdecl scalbln(double x, long e)
{
    return ldexp(x, e);
}

double __cdecl _scalb(double x, long e)
{
    return ldexp(x, e);
}

int __cdecl ilogb(double x)
{
    int e;

    if (x == 0 || x != x) {
        errno = EDOM;
        return x == 0 ? FP_ILOGB0 : FP_ILOGBNAN;
    }
    if (x * 0 != 0) {
        errno = EDOM;
        return INT_MAX;
    }
    frexp(x, &e);
    return e - 1;
}

double __cdecl logb(double x)
{
    if (x == 0)
        return MathPole(1);
    if (x * 0 != 0)
        return x * x;
    return ilogb(x);
}

double __cdecl _logb(double x)
{
    return logb(x);
}

/* ------------------------------------------------------------------ neighbours */

double __cdecl nextafter(double x, double y)
{
    unsigned __int64 bits = MathBits(x);

    if (x != x || y != y)
        return x + y;
    if (x == y)
        return y;
    if (x == 0)
        return MathDouble((MathBits(y) & MATH_SIGN) | 1);
    bits = (x < y) == (x > 0) ? bits + 1 : bits - 1;
    x = MathDouble(bits);
    if (x * 0 != 0 || MathExponent(x) == -1023)
        errno = ERANGE;
    return x;
}

double __cdecl nexttoward(double x, long double y)
{
    return nextafter(x, (double)y);
}

double __cdecl _nextafter(double x, double y)
{
    return nextafter(x, y);
}

float __cdecl nextafterf(float x, float y)
{
    union {
        float value;
        unsigned bits;
    } b;

    if (x != x || y != y)
        return x + y;
    if (x == y)
        return y;
    b.value = x;
    if (x == 0)
        b.bits = y < 0 ? 0x80000001u : 1;
    else
        b.bits = (x < y) == (x > 0) ? b.bits + 1 : b.bits - 1;
    if ((b.bits & 0x7F800000) == 0 || (b.bits & 0x7F800000) == 0x7F800000)
        errno = ERANGE;
    return b.value;
}

float __cdecl nexttowardf(float x, long double y)
{
    float r;

    if (x != x || y != y || (long double)x == y)
        return x != x || y != y ? (float)(x + y) : (float)y;
    r = nextafterf(x, (long double)x < y ? INFINITY : -INFINITY);
    return r;
}

double __cdecl nan(const char *tag)
{
    (void)tag;
    return MathDouble(0x7FF8000000000000ui64);
}

/* ------------------------------------------------------------------ kinds */

short __cdecl _dclass(double x)
{
    if (x != x)
        return FP_NAN;
    if (x * 0 != 0)
        return FP_INFINITE;
    return x == 0 ? FP_ZERO : MathExponent(x) == -1023 ? FP_SUBNORMAL : FP_NORMAL;
}

short __cdecl _fdclass(float x)
{
    short kind = _dclass(x);

    return kind == FP_NORMAL && fabs(x) < 1.17549435082228751e-38 ? FP_SUBNORMAL : kind;
}

int __cdecl _dsign(double x)
{
    return (MathBits(x) & MATH_SIGN) != 0 ? 0x8000 : 0;
}

int __cdecl _isnan(double x)
{
    return x != x;
}

int __cdecl _finite(double x)
{
    return x * 0 == 0;
}

int __cdecl _fpclass(double x)
{
    int negative = _dsign(x) != 0;

    switch (_dclass(x)) {
    case FP_NAN:
        return MathBits(x) & 0x8000000000000ui64 ? _FPCLASS_QNAN : _FPCLASS_SNAN;
    case FP_INFINITE:
        return negative ? _FPCLASS_NINF : _FPCLASS_PINF;
    case FP_ZERO:
        return negative ? _FPCLASS_NZ : _FPCLASS_PZ;
    case FP_SUBNORMAL:
        return negative ? _FPCLASS_ND : _FPCLASS_PD;
    default:
        return negative ? _FPCLASS_NN : _FPCLASS_PN;
    }
}

/* ------------------------------------------------------------------ choosing */

double __cdecl fmax(double x, double y)
{
    if (x != x)
        return y;
    if (x == 0 && y == 0)
        return _dsign(x) ? y : x;
    return y > x ? y : x;
}

double __cdecl fmin(double x, double y)
{
    if (x != x)
        return y;
    if (x == 0 && y == 0)
        return _dsign(x) ? x : y;
    return y < x ? y : x;
}

double __cdecl fdim(double x, double y)
{
    double r = x - y;

    if (x != x || y != y)
        return x + y;
    if (x <= y)
        return 0.0;
    if (r * 0 != 0 && x * 0 == 0 && y * 0 == 0)
        errno = ERANGE;
    return r;
}
