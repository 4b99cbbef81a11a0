/* float.h: float has 32 bits, double 64, and long double is double. */
#pragma once
#include "crtdefs.h"

#define FLT_RADIX        2
#define FLT_ROUNDS       1
#define FLT_EVAL_METHOD  0
#define DECIMAL_DIG      17
#define FLT_MANT_DIG     24
#define FLT_DIG          6
#define FLT_DECIMAL_DIG  9
#define FLT_HAS_SUBNORM  1
#define FLT_MIN_EXP      (-125)
#define FLT_MIN_10_EXP   (-37)
#define FLT_MAX_EXP      128
#define FLT_MAX_10_EXP   38
#define FLT_MAX          3.402823466e+38F
#define FLT_MIN          1.175494351e-38F
#define FLT_TRUE_MIN     1.401298464e-45F
#define FLT_EPSILON      1.192092896e-07F
#define DBL_MANT_DIG     53
#define DBL_DIG          15
#define DBL_DECIMAL_DIG  17
#define DBL_HAS_SUBNORM  1
#define DBL_MIN_EXP      (-1021)
#define DBL_MIN_10_EXP   (-307)
#define DBL_MAX_EXP      1024
#define DBL_MAX_10_EXP   308
#define DBL_MAX          1.7976931348623158e+308
#define DBL_MIN          2.2250738585072014e-308
#define DBL_TRUE_MIN     4.9406564584124654e-324
#define DBL_EPSILON      2.2204460492503131e-016
#define LDBL_MANT_DIG    DBL_MANT_DIG
#define LDBL_DIG         DBL_DIG
#define LDBL_DECIMAL_DIG DBL_DECIMAL_DIG
#define LDBL_HAS_SUBNORM DBL_HAS_SUBNORM
#define LDBL_MIN_EXP     DBL_MIN_EXP
#define LDBL_MIN_10_EXP  DBL_MIN_10_EXP
#define LDBL_MAX_EXP     DBL_MAX_EXP
#define LDBL_MAX_10_EXP  DBL_MAX_10_EXP
#define LDBL_MAX         ((long double)DBL_MAX)
#define LDBL_MIN         ((long double)DBL_MIN)
#define LDBL_TRUE_MIN    ((long double)DBL_TRUE_MIN)
#define LDBL_EPSILON     ((long double)DBL_EPSILON)

/* What _fpclass tells */
#define _FPCLASS_SNAN 0x0001
#define _FPCLASS_QNAN 0x0002
#define _FPCLASS_NINF 0x0004
#define _FPCLASS_NN   0x0008
#define _FPCLASS_ND   0x0010
#define _FPCLASS_NZ   0x0020
#define _FPCLASS_PZ   0x0040
#define _FPCLASS_PD   0x0080
#define _FPCLASS_PN   0x0100
#define _FPCLASS_PINF 0x0200
_CRTIMP double __cdecl _copysign(double x, double y);
_CRTIMP double __cdecl _chgsign(double x);
_CRTIMP double __cdecl _scalb(double x, long e);
_CRTIMP double __cdecl _logb(double x);
_CRTIMP double __cdecl _nextafter(double x, double y);
_CRTIMP int __cdecl _finite(double x);
_CRTIMP int __cdecl _isnan(double x);
_CRTIMP int __cdecl _fpclass(double x);
