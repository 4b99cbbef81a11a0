/*
 * crtmath.h: what the sources of math.h's functions share.
 *
 * Why guest C and not a JavaScript implementation as primitives: the packages that compute with + - * / alone (@stdlib/math-base-special-*)
 * come one function each, with some forty dependencies for pow alone; every call would be one opaque instruction. Here each call can be
 * stepped into, costs simulated instructions like any other, and gives the same bits everywhere, since only IEEE operations are used.
 *
 * Method, the same throughout: the argument is reduced exactly to within 1/64 or so of a point of a table, a short series in double carries
 * the rest, and the leading parts are kept as an unevaluated sum of two doubles (MATH_PAIR, about 105 bits). So the error before the last
 * rounding is about 2^-64 of the result for most functions: they are off by little more than half a unit in the last place.
 */
#pragma once
#include "crt.h"
#include <math.h>

typedef struct MATH_PAIR {
    double hi; /* the sum, rounded */
    double lo; /* what is missing */
} MATH_PAIR;

/* ------------------------------------------------------------------ bits */

typedef union MATH_BITS {
    double value;
    unsigned __int64 bits;
} MATH_BITS;

#define MATH_SIGN     0x8000000000000000ui64
#define MATH_INFINITY 0x7FF0000000000000ui64

unsigned __int64 MathBits(double x);
double MathDouble(unsigned __int64 bits);
/* 2^e for -1022 <= e <= 1023. */
double MathPower2(int e);
/* Of a normal number: floor(log2 |x|). */
int MathExponent(double x);
/* x * 2^e, rounded once. */
double MathScale(double x, int e);
/* (-1)^negative * (high * 2^64 + low) * 2^e, rounded to nearest even: 53 bits, or 24 for float. ERANGE if it is infinite or 0. */
double MathPack(int negative, unsigned __int64 high, unsigned __int64 low, int e);
float MathPackFloat(int negative, unsigned __int64 high, unsigned __int64 low, int e);
unsigned __int64 MathMultiply64(unsigned __int64 a, unsigned __int64 b, unsigned __int64 *high);

/* Results of a domain error (NaN, EDOM), of a pole and of an overflow (infinite, ERANGE), of an underflow (0, ERANGE). */
double MathInvalid(double x);
double MathPole(int negative);
double MathOverflow(int negative);
double MathUnderflow(int negative);

/* ------------------------------------------------------------------ pairs */

MATH_PAIR PairSum(double a, double b);     /* exact */
MATH_PAIR PairQuick(double a, double b);   /* exact if |a| >= |b| or a is 0 */
MATH_PAIR PairProduct(double a, double b); /* exact while nothing over- or underflows */
MATH_PAIR PairAdd(MATH_PAIR a, MATH_PAIR b);
MATH_PAIR PairAddDouble(MATH_PAIR a, double b);
MATH_PAIR PairNegate(MATH_PAIR a);
MATH_PAIR PairMultiply(MATH_PAIR a, MATH_PAIR b);
MATH_PAIR PairMultiplyDouble(MATH_PAIR a, double b);
MATH_PAIR PairDivide(MATH_PAIR a, MATH_PAIR b);
MATH_PAIR PairRoot(MATH_PAIR a);
MATH_PAIR PairTimesPower2(MATH_PAIR a, double power);
/* (a.hi + a.lo) * 2^e, rounded once; overflow and underflow as above. */
double PairScale(MATH_PAIR a, int e);

/* ------------------------------------------------------------------ cores: pairs in, pairs out, good to about 2^-64 */

/* e^x = 2^*e * result, |x| < 1000; the result is in [1/2, 2]. */
MATH_PAIR MathExp(MATH_PAIR x, int *e);
/* e^x - 1, |x| < 700 */
MATH_PAIR MathExpMinus1(MATH_PAIR x);
/* log x of a positive normal number */
MATH_PAIR MathLog(MATH_PAIR x);
/* log x of a positive double, subnormal ones too */
MATH_PAIR MathLogDouble(double x);
/* log(1 + x), x > -1 */
MATH_PAIR MathLog1Plus(MATH_PAIR x);
/* |x| or -|x| brought into [-pi/4, pi/4]: the rest; *quadrant counts quarter turns. x is finite. */
MATH_PAIR MathReduce(double x, unsigned *quadrant);
/* Sine and cosine of |r| <= pi/4 */
void MathSinCos(MATH_PAIR r, MATH_PAIR *sine, MATH_PAIR *cosine);
/* sin(pi x) for finite x */
MATH_PAIR MathSinPi(double x);
/* The angle of (x, y) in [0, pi/2]; x, y >= 0, not both 0, neither subnormal nor huge beside the other */
MATH_PAIR MathAngle(MATH_PAIR y, MATH_PAIR x);

/* ------------------------------------------------------------------ tables (mathtables.c) */

/* c close to the inverse of the numbers of its interval, and -log c. */
typedef struct MATH_LOG_STEP {
    double c;
    double hi;
    double lo;
} MATH_LOG_STEP;

/* erfc(c)*e^(c*c) = hi + lo, and its derivative. */
typedef struct MATH_ERFC_NODE {
    double hi;
    double lo;
    double slope;
} MATH_ERFC_NODE;

extern const MATH_PAIR MathExpTable[64];
extern const MATH_LOG_STEP MathLogTable[128];
extern const MATH_PAIR MathSinTable[26];
extern const MATH_PAIR MathCosTable[26];
extern const MATH_PAIR MathAtanTable[65];
extern const MATH_ERFC_NODE MathErfcTable[77];
extern const double MathZetaTable[30];
extern const unsigned MathTwoOverPi[42];

extern const MATH_PAIR MathPi;
extern const MATH_PAIR MathHalfPi;
extern const MATH_PAIR MathLn2;
