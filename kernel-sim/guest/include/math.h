/* math.h: double, float (names in f) and long double (names in l), which is double. */
#pragma once
#include "crtdefs.h"

typedef float float_t;
typedef double double_t;

#define HUGE_VAL  ((double)INFINITY)
#define HUGE_VALF ((float)INFINITY)
#define HUGE_VALL ((long double)INFINITY)
#define _HUGE     HUGE_VAL
#define INFINITY  ((float)(1e+300 * 1e+300))
#define NAN       (-(float)(INFINITY * 0.0F))

#define MATH_ERRNO     1
#define MATH_ERREXCEPT 2
#define math_errhandling MATH_ERRNO

#define FP_INFINITE  1
#define FP_NAN       2
#define FP_NORMAL    (-1)
#define FP_SUBNORMAL (-2)
#define FP_ZERO      0
#define FP_ILOGB0    (-0x7fffffff - 1)
#define FP_ILOGBNAN  0x7fffffff

#ifdef _USE_MATH_DEFINES
#define M_E        2.71828182845904523536
#define M_LOG2E    1.44269504088896340736
#define M_LOG10E   0.434294481903251827651
#define M_LN2      0.693147180559945309417
#define M_LN10     2.30258509299404568402
#define M_PI       3.14159265358979323846
#define M_PI_2     1.57079632679489661923
#define M_PI_4     0.785398163397448309616
#define M_1_PI     0.318309886183790671538
#define M_2_PI     0.636619772367581343076
#define M_2_SQRTPI 1.12837916709551257390
#define M_SQRT2    1.41421356237309504880
#define M_SQRT1_2  0.707106781186547524401
#endif

_CRTIMP short __cdecl _dclass(double x);
_CRTIMP short __cdecl _fdclass(float x);
_CRTIMP int __cdecl _dsign(double x);
#define fpclassify(x) (sizeof(x) == sizeof(float) ? _fdclass((float)(x)) : _dclass((double)(x)))
#define isfinite(x)   (fpclassify(x) <= 0)
#define isinf(x)      (fpclassify(x) == FP_INFINITE)
#define isnan(x)      (fpclassify(x) == FP_NAN)
#define isnormal(x)   (fpclassify(x) == FP_NORMAL)
#define signbit(x)    (_dsign((double)(x)) != 0)
#define isunordered(x, y)    (isnan(x) || isnan(y))
#define isgreater(x, y)      ((x) > (y))
#define isgreaterequal(x, y) ((x) >= (y))
#define isless(x, y)         ((x) < (y))
#define islessequal(x, y)    ((x) <= (y))
#define islessgreater(x, y)  ((x) < (y) || (x) > (y))

_CRTIMP double __cdecl acos(double x);
_CRTIMP double __cdecl asin(double x);
_CRTIMP double __cdecl atan(double x);
_CRTIMP double __cdecl cos(double x);
_CRTIMP double __cdecl sin(double x);
_CRTIMP double __cdecl tan(double x);
_CRTIMP double __cdecl acosh(double x);
_CRTIMP double __cdecl asinh(double x);
_CRTIMP double __cdecl atanh(double x);
_CRTIMP double __cdecl cosh(double x);
_CRTIMP double __cdecl sinh(double x);
_CRTIMP double __cdecl tanh(double x);
_CRTIMP double __cdecl exp(double x);
_CRTIMP double __cdecl exp2(double x);
_CRTIMP double __cdecl expm1(double x);
_CRTIMP double __cdecl log(double x);
_CRTIMP double __cdecl log10(double x);
_CRTIMP double __cdecl log1p(double x);
_CRTIMP double __cdecl log2(double x);
_CRTIMP double __cdecl logb(double x);
_CRTIMP double __cdecl cbrt(double x);
_CRTIMP double __cdecl fabs(double x);
_CRTIMP double __cdecl sqrt(double x);
_CRTIMP double __cdecl erf(double x);
_CRTIMP double __cdecl erfc(double x);
_CRTIMP double __cdecl lgamma(double x);
_CRTIMP double __cdecl tgamma(double x);
_CRTIMP double __cdecl ceil(double x);
_CRTIMP double __cdecl floor(double x);
_CRTIMP double __cdecl nearbyint(double x);
_CRTIMP double __cdecl rint(double x);
_CRTIMP double __cdecl round(double x);
_CRTIMP double __cdecl trunc(double x);
_CRTIMP double __cdecl atan2(double x, double y);
_CRTIMP double __cdecl pow(double x, double y);
_CRTIMP double __cdecl hypot(double x, double y);
_CRTIMP double __cdecl fmod(double x, double y);
_CRTIMP double __cdecl remainder(double x, double y);
_CRTIMP double __cdecl copysign(double x, double y);
_CRTIMP double __cdecl nextafter(double x, double y);
_CRTIMP double __cdecl fdim(double x, double y);
_CRTIMP double __cdecl fmax(double x, double y);
_CRTIMP double __cdecl fmin(double x, double y);
_CRTIMP int __cdecl ilogb(double x);
_CRTIMP double __cdecl frexp(double x, int *e);
_CRTIMP double __cdecl ldexp(double x, int e);
_CRTIMP double __cdecl modf(double x, double *whole);
_CRTIMP double __cdecl scalbn(double x, int e);
_CRTIMP double __cdecl scalbln(double x, long e);
_CRTIMP long __cdecl lrint(double x);
_CRTIMP long long __cdecl llrint(double x);
_CRTIMP long __cdecl lround(double x);
_CRTIMP long long __cdecl llround(double x);
_CRTIMP double __cdecl remquo(double x, double y, int *quotient);
_CRTIMP double __cdecl nan(const char *tag);
_CRTIMP double __cdecl nexttoward(double x, long double y);
_CRTIMP double __cdecl fma(double x, double y, double z);

_CRTIMP float __cdecl acosf(float x);
_CRTIMP float __cdecl asinf(float x);
_CRTIMP float __cdecl atanf(float x);
_CRTIMP float __cdecl cosf(float x);
_CRTIMP float __cdecl sinf(float x);
_CRTIMP float __cdecl tanf(float x);
_CRTIMP float __cdecl acoshf(float x);
_CRTIMP float __cdecl asinhf(float x);
_CRTIMP float __cdecl atanhf(float x);
_CRTIMP float __cdecl coshf(float x);
_CRTIMP float __cdecl sinhf(float x);
_CRTIMP float __cdecl tanhf(float x);
_CRTIMP float __cdecl expf(float x);
_CRTIMP float __cdecl exp2f(float x);
_CRTIMP float __cdecl expm1f(float x);
_CRTIMP float __cdecl logf(float x);
_CRTIMP float __cdecl log10f(float x);
_CRTIMP float __cdecl log1pf(float x);
_CRTIMP float __cdecl log2f(float x);
_CRTIMP float __cdecl logbf(float x);
_CRTIMP float __cdecl cbrtf(float x);
_CRTIMP float __cdecl fabsf(float x);
_CRTIMP float __cdecl sqrtf(float x);
_CRTIMP float __cdecl erff(float x);
_CRTIMP float __cdecl erfcf(float x);
_CRTIMP float __cdecl lgammaf(float x);
_CRTIMP float __cdecl tgammaf(float x);
_CRTIMP float __cdecl ceilf(float x);
_CRTIMP float __cdecl floorf(float x);
_CRTIMP float __cdecl nearbyintf(float x);
_CRTIMP float __cdecl rintf(float x);
_CRTIMP float __cdecl roundf(float x);
_CRTIMP float __cdecl truncf(float x);
_CRTIMP float __cdecl atan2f(float x, float y);
_CRTIMP float __cdecl powf(float x, float y);
_CRTIMP float __cdecl hypotf(float x, float y);
_CRTIMP float __cdecl fmodf(float x, float y);
_CRTIMP float __cdecl remainderf(float x, float y);
_CRTIMP float __cdecl copysignf(float x, float y);
_CRTIMP float __cdecl nextafterf(float x, float y);
_CRTIMP float __cdecl fdimf(float x, float y);
_CRTIMP float __cdecl fmaxf(float x, float y);
_CRTIMP float __cdecl fminf(float x, float y);
_CRTIMP int __cdecl ilogbf(float x);
_CRTIMP float __cdecl frexpf(float x, int *e);
_CRTIMP float __cdecl ldexpf(float x, int e);
_CRTIMP float __cdecl modff(float x, float *whole);
_CRTIMP float __cdecl scalbnf(float x, int e);
_CRTIMP float __cdecl scalblnf(float x, long e);
_CRTIMP long __cdecl lrintf(float x);
_CRTIMP long long __cdecl llrintf(float x);
_CRTIMP long __cdecl lroundf(float x);
_CRTIMP long long __cdecl llroundf(float x);
_CRTIMP float __cdecl remquof(float x, float y, int *quotient);
_CRTIMP float __cdecl nanf(const char *tag);
_CRTIMP float __cdecl nexttowardf(float x, long double y);
_CRTIMP float __cdecl fmaf(float x, float y, float z);

_CRTIMP long double __cdecl acosl(long double x);
_CRTIMP long double __cdecl asinl(long double x);
_CRTIMP long double __cdecl atanl(long double x);
_CRTIMP long double __cdecl cosl(long double x);
_CRTIMP long double __cdecl sinl(long double x);
_CRTIMP long double __cdecl tanl(long double x);
_CRTIMP long double __cdecl acoshl(long double x);
_CRTIMP long double __cdecl asinhl(long double x);
_CRTIMP long double __cdecl atanhl(long double x);
_CRTIMP long double __cdecl coshl(long double x);
_CRTIMP long double __cdecl sinhl(long double x);
_CRTIMP long double __cdecl tanhl(long double x);
_CRTIMP long double __cdecl expl(long double x);
_CRTIMP long double __cdecl exp2l(long double x);
_CRTIMP long double __cdecl expm1l(long double x);
_CRTIMP long double __cdecl logl(long double x);
_CRTIMP long double __cdecl log10l(long double x);
_CRTIMP long double __cdecl log1pl(long double x);
_CRTIMP long double __cdecl log2l(long double x);
_CRTIMP long double __cdecl logbl(long double x);
_CRTIMP long double __cdecl cbrtl(long double x);
_CRTIMP long double __cdecl fabsl(long double x);
_CRTIMP long double __cdecl sqrtl(long double x);
_CRTIMP long double __cdecl erfl(long double x);
_CRTIMP long double __cdecl erfcl(long double x);
_CRTIMP long double __cdecl lgammal(long double x);
_CRTIMP long double __cdecl tgammal(long double x);
_CRTIMP long double __cdecl ceill(long double x);
_CRTIMP long double __cdecl floorl(long double x);
_CRTIMP long double __cdecl nearbyintl(long double x);
_CRTIMP long double __cdecl rintl(long double x);
_CRTIMP long double __cdecl roundl(long double x);
_CRTIMP long double __cdecl truncl(long double x);
_CRTIMP long double __cdecl atan2l(long double x, long double y);
_CRTIMP long double __cdecl powl(long double x, long double y);
_CRTIMP long double __cdecl hypotl(long double x, long double y);
_CRTIMP long double __cdecl fmodl(long double x, long double y);
_CRTIMP long double __cdecl remainderl(long double x, long double y);
_CRTIMP long double __cdecl copysignl(long double x, long double y);
_CRTIMP long double __cdecl nextafterl(long double x, long double y);
_CRTIMP long double __cdecl fdiml(long double x, long double y);
_CRTIMP long double __cdecl fmaxl(long double x, long double y);
_CRTIMP long double __cdecl fminl(long double x, long double y);
_CRTIMP int __cdecl ilogbl(long double x);
_CRTIMP long double __cdecl frexpl(long double x, int *e);
_CRTIMP long double __cdecl ldexpl(long double x, int e);
_CRTIMP long double __cdecl modfl(long double x, long double *whole);
_CRTIMP long double __cdecl scalbnl(long double x, int e);
_CRTIMP long double __cdecl scalblnl(long double x, long e);
_CRTIMP long __cdecl lrintl(long double x);
_CRTIMP long long __cdecl llrintl(long double x);
_CRTIMP long __cdecl lroundl(long double x);
_CRTIMP long long __cdecl llroundl(long double x);
_CRTIMP long double __cdecl remquol(long double x, long double y, int *quotient);
_CRTIMP long double __cdecl nanl(const char *tag);
_CRTIMP long double __cdecl nexttowardl(long double x, long double y);
_CRTIMP long double __cdecl fmal(long double x, long double y, long double z);

_CRTIMP double __cdecl _hypot(double x, double y);
_CRTIMP double __cdecl _copysign(double x, double y);
_CRTIMP double __cdecl _chgsign(double x);
_CRTIMP double __cdecl _logb(double x);
_CRTIMP double __cdecl _nextafter(double x, double y);
_CRTIMP double __cdecl _scalb(double x, long e);
_CRTIMP int __cdecl _finite(double x);
_CRTIMP int __cdecl _isnan(double x);
_CRTIMP int __cdecl _fpclass(double x);
