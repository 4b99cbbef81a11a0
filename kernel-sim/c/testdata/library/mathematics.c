/* math.h at the edges: what is special, what is exact, signs of zeros, errors; float.h; conversions of printf and scanf that name kinds. */
#define _USE_MATH_DEFINES
#include "check.h"
#include <errno.h>
#include <fenv.h>
#include <float.h>
#include <limits.h>
#include <math.h>
#include <stdlib.h>

#define NEGATIVE_ZERO(x) ((x) == 0 && signbit(x))

static char out[400];

static const char *fmt(const char *format, double x)
{
    sprintf(out, format, x);
    return out;
}

static void rounding(void)
{
    double whole;
    int e;

    CHECK(floor(-1.5) == -2 && ceil(-1.5) == -1 && trunc(-1.5) == -1 && round(-1.5) == -2 && rint(-1.5) == -2 && rint(2.5) == 2 && round(2.5) == 3);
    CHECK(NEGATIVE_ZERO(ceil(-0.5)) && NEGATIVE_ZERO(rint(-0.5)) && NEGATIVE_ZERO(trunc(-0.9)) && floor(0x1p60) == 0x1p60);
    CHECK(round(0.49999999999999994) == 0 && lround(-2.5) == -3 && lrint(3.5) == 4 && llround(1e15 + 0.5) == 1000000000000001LL);
    CHECK(modf(-3.25, &whole) == -0.25 && whole == -3 && modf(HUGE_VAL, &whole) == 0 && isinf(whole));
    CHECK(frexp(-10.0, &e) == -0.625 && e == 4 && frexp(DBL_TRUE_MIN, &e) == 0.5 && e == -1073 && frexp(0.0, &e) == 0 && e == 0);
    CHECK(ldexp(0.75, 3) == 6 && scalbn(1.0, -1074) == DBL_TRUE_MIN && ilogb(10.0) == 3 && logb(0.1) == -4 && ilogb(0.0) == FP_ILOGB0);
    CHECK(fmod(-7.5, 2) == -1.5 && remainder(7, 4) == -1 && remquo(29, 3, &e) == -1 && (e & 7) == 2 && fmod(1e300, 3e-300) < 3e-300);
    CHECK(nextafter(1.0, 2.0) == 1 + DBL_EPSILON && nextafter(0.0, -1.0) == -DBL_TRUE_MIN && nextafterf(1.0f, 0.0f) == 1 - FLT_EPSILON / 2);
    CHECK(fma(0x1p52 + 1, 0x1p52 + 1, -0x1p104) == 0x1p53 + 1 && fma(0.1, 10, -1) == 0x1p-54 && fmaf(16777215.0f, 16777215.0f, 1.0f) == 281474943156226.0f);
    CHECK(copysign(3, -0.0) == -3 && fmax(NAN, 1) == 1 && fmin(2, NAN) == 2 && fdim(5, 3) == 2 && fdim(3, 5) == 0 && fabs(-0.0) == 0 && !signbit(fabs(-0.0)));
}

static void powers(void)
{
    CHECK(sqrt(2.0) == 1.4142135623730951 && sqrt(144.0) == 12 && NEGATIVE_ZERO(sqrt(-0.0)) && sqrtf(2.0f) == 1.41421354f && cbrt(-27.0) == -3);
    CHECK(pow(2, 10) == 1024 && pow(10, 15) == 1e15 && pow(2, -1074) == DBL_TRUE_MIN && pow(-2, 3) == -8 && pow(-2, 2) == 4 && pow(9, 0.5) == 3);
    CHECK(pow(NAN, 0) == 1 && pow(1, NAN) == 1 && pow(-1, HUGE_VAL) == 1 && pow(0, 3) == 0 && NEGATIVE_ZERO(pow(-0.0, 3)) && pow(-0.0, 2) == 0);
    CHECK(pow(-HUGE_VAL, 3) == -HUGE_VAL && pow(HUGE_VAL, -1) == 0 && pow(0.5, HUGE_VAL) == 0 && pow(0.5, -HUGE_VAL) == HUGE_VAL);
    errno = 0;
    CHECK(pow(0, -1) == HUGE_VAL && errno == ERANGE);
    errno = 0;
    CHECK(isnan(pow(-8, 1.0 / 3)) && errno == EDOM);
    errno = 0;
    CHECK(isnan(sqrt(-1.0)) && errno == EDOM);
    errno = 0;
    CHECK(exp(710.0) == HUGE_VAL && errno == ERANGE && exp(-746.0) == 0 && exp(0.0) == 1 && exp2(-3.0) == 0.125 && expm1(1e-20) == 1e-20);
    errno = 0;
    CHECK(log(0.0) == -HUGE_VAL && errno == ERANGE && log(1.0) == 0 && log2(8.0) == 3 && log10(1000.0) == 3 && isnan(log(-1.0)) && errno == EDOM);
    CHECK(log1p(-1.0) == -HUGE_VAL && NEGATIVE_ZERO(log1p(-0.0)) && log2(0x1p-1074) == -1074 && exp(HUGE_VAL) == HUGE_VAL && exp(-HUGE_VAL) == 0);
    CHECK(hypot(3, 4) == 5 && hypot(HUGE_VAL, NAN) == HUGE_VAL && hypot(1e200, 1e200) == 1.4142135623730951e200 && hypot(-3e-310, 0) == 3e-310);
}

static void angles(void)
{
    CHECK(sin(0.0) == 0 && NEGATIVE_ZERO(sin(-0.0)) && cos(0.0) == 1 && tan(M_PI_4) == 0.9999999999999999 && isnan(sin(HUGE_VAL)) && isnan(tan(NAN)));
    CHECK(sin(M_PI) == 1.2246467991473532e-16 && cos(1e22) == 0.523214785395139 && sin(1e22) == -0.8522008497671888);
    CHECK(atan2(0.0, -1.0) == M_PI && atan2(-0.0, -1.0) == -M_PI && NEGATIVE_ZERO(atan2(-0.0, 1.0)) && atan2(1, 0) == M_PI_2 && atan2(1.0, 1.0) == M_PI_4);
    CHECK(atan2(HUGE_VAL, -HUGE_VAL) == 3 * M_PI_4 && atan(HUGE_VAL) == M_PI_2 && asin(1.0) == M_PI_2 && acos(-1.0) == M_PI && acos(1.0) == 0);
    CHECK(atan2(5e-324, 1e308) == 0 && atan2(1e-300, -1e300) == M_PI && isnan(asin(1.5)) && NEGATIVE_ZERO(atan(-0.0)) && NEGATIVE_ZERO(asin(-0.0)));
    CHECK(sinh(0.0) == 0 && cosh(0.0) == 1 && tanh(50.0) == 1 && tanh(-50.0) == -1 && sinh(-800.0) == -HUGE_VAL && NEGATIVE_ZERO(tanh(-0.0)));
    CHECK(acosh(1.0) == 0 && isnan(acosh(0.5)) && atanh(1.0) == HUGE_VAL && NEGATIVE_ZERO(asinh(-0.0)) && asinh(-HUGE_VAL) == -HUGE_VAL);
    CHECK(sinf(1.0f) == 0.841470957f && cosf(1.0f) == 0.540302277f && powf(2.0f, 0.5f) == 1.41421354f && expf(1.0f) == 2.71828175f && sinl(1.0L) == sin(1.0));
}

static void gammas(void)
{
    CHECK(tgamma(5.0) == 24 && tgamma(23.0) == 1124000727777607680000.0 && tgamma(0.5) == 1.772453850905516 && tgamma(-0.0) == -HUGE_VAL && isnan(tgamma(-2.0)));
    CHECK(lgamma(1.0) == 0 && lgamma(2.0) == 0 && lgamma(-3.0) == HUGE_VAL && lgamma(10.0) == 12.801827480081469 && tgamma(172.0) == HUGE_VAL);
    CHECK(erf(0.0) == 0 && NEGATIVE_ZERO(erf(-0.0)) && erf(7.0) == 1 && erfc(-7.0) == 2 && erfc(0.0) == 1 && erf(-HUGE_VAL) == -1 && erfc(HUGE_VAL) == 0);
}

static void kinds(void)
{
    double zero = 0;

    CHECK(fpclassify(1.0) == FP_NORMAL && fpclassify(1e-310) == FP_SUBNORMAL && fpclassify(0.0) == FP_ZERO && fpclassify(HUGE_VAL) == FP_INFINITE);
    CHECK(fpclassify(NAN) == FP_NAN && fpclassify(1e-40f) == FP_SUBNORMAL && isnormal(1.0f) && !isnormal(1e-40f) && !isfinite(NAN) && isfinite(1e308));
    CHECK(isunordered(NAN, 1.0) && !isgreater(NAN, 1.0) && !islessgreater(1.0, 1.0) && isless(1.0, 2.0) && signbit(-0.0) && !signbit(0.0));
    CHECK(FLT_MAX * 2.0 > FLT_MAX && DBL_MIN / 2 > 0 && DBL_TRUE_MIN / 2 == 0 && 1 + DBL_EPSILON > 1 && 1 + DBL_EPSILON / 2 == 1 && LDBL_DIG == DBL_DIG);
    CHECK(_fpclass(-zero) == _FPCLASS_NZ && _isnan(zero / zero) && !_finite(1 / zero) && isnan(nan("")));
    CHECK(fegetround() == FE_TONEAREST && fesetround(FE_UPWARD) != 0 && fetestexcept(FE_ALL_EXCEPT) == 0);
}

static void texts(void)
{
    double x = 0;
    float f = 0;
    int n = 0;
    char rest[8];

    CHECK_TEXT(fmt("%f", 1.5), "1.500000");
    CHECK_TEXT(fmt("%.0f", 2.5), "2");
    CHECK_TEXT(fmt("%.0f", 3.5), "4");
    CHECK_TEXT(fmt("%.1f", 0.25), "0.2");
    CHECK_TEXT(fmt("%e", 0.0), "0.000000e+00");
    CHECK_TEXT(fmt("%.3E", 123456.0), "1.235E+05");
    CHECK_TEXT(fmt("%g", 1e100), "1e+100");
    CHECK_TEXT(fmt("%g", 100000.0), "100000");
    CHECK_TEXT(fmt("%g", 1000000.0), "1e+06");
    CHECK_TEXT(fmt("%#g", 1.0), "1.00000");
    CHECK_TEXT(fmt("%.17g", 0.1), "0.10000000000000001");
    CHECK_TEXT(fmt("%010.2f|", -1.5), "-000001.50|");
    CHECK_TEXT(fmt("%+-10.2f|", 1.5), "+1.50     |");
    CHECK_TEXT(fmt("%.20f", 0.1), "0.10000000000000000555");
    CHECK_TEXT(fmt("%a", 1.0), "0x1.0000000000000p+0");
    CHECK_TEXT(fmt("%.2A", -0.1), "-0X1.9AP-4");
    CHECK_TEXT(fmt("%.0a", 1.5), "0x2p+0");
    CHECK_TEXT(fmt("%a", 0.0), "0x0.0000000000000p+0");
    CHECK_TEXT(fmt("%5.1f|", HUGE_VAL), "  inf|");
    CHECK_TEXT(fmt("%05f|", -HUGE_VAL), " -inf|");
    CHECK_TEXT(fmt("%f", NAN), "nan");
    CHECK_TEXT(fmt("%F", -NAN), "-NAN(IND)");
    CHECK(snprintf(NULL, 0, "%f", DBL_MAX) == 316 && snprintf(NULL, 0, "%.1074f", DBL_TRUE_MIN) == 1076);
    CHECK(sscanf("1.5e2x", "%lf%1s", &x, rest) == 2 && x == 150 && rest[0] == 'x');
    CHECK(sscanf("-.5", "%f", &f) == 1 && f == -0.5f && sscanf("12345", "%3lf%n", &x, &n) == 1 && x == 123 && n == 3);
    CHECK(sscanf("1e+x", "%lf", &x) == 0 && sscanf("inf nan", "%lf %f", &x, &f) == 2 && isinf(x) && isnan(f) && sscanf(".", "%lf", &x) == 0);
    CHECK(strtod("1e+x", NULL) == 1 && strtod("0x", NULL) == 0 && strtod("infinit", NULL) == HUGE_VAL && atof(" 2.5 ") == 2.5 && strtod("x", NULL) == 0);
    errno = 0;
    CHECK(!signbit(strtod("-x", NULL)) && !signbit(strtof("--1", NULL)) && signbit(strtod("-0", NULL)));
    CHECK(strtod("1e999", NULL) == HUGE_VAL && errno == ERANGE && wcstod(L"-1.25", NULL) == -1.25 && strtof("3.4e39", NULL) == HUGE_VALF);
}

int main(void)
{
    rounding();
    powers();
    angles();
    gammas();
    kinds();
    texts();
    return failures;
}
