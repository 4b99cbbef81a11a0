/* fenv.h: rounding is to nearest and nothing else, and operations leave no flags: the processor's register for them is not modelled. */
#pragma once
#include "crtdefs.h"

#define FE_INEXACT    0x0001
#define FE_UNDERFLOW  0x0002
#define FE_OVERFLOW   0x0004
#define FE_DIVBYZERO  0x0008
#define FE_INVALID    0x0010
#define FE_ALL_EXCEPT (FE_DIVBYZERO | FE_INEXACT | FE_INVALID | FE_OVERFLOW | FE_UNDERFLOW)
#define FE_TONEAREST  0x0000
#define FE_DOWNWARD   0x0100
#define FE_UPWARD     0x0200
#define FE_TOWARDZERO 0x0300

typedef unsigned long fexcept_t;
typedef struct fenv_t {
    unsigned long _Fe_ctl;
    unsigned long _Fe_stat;
} fenv_t;
_CRTIMP extern const fenv_t _Fenv1;
#define FE_DFL_ENV (&_Fenv1)
_CRTIMP int __cdecl feclearexcept(int flags);
_CRTIMP int __cdecl fegetexceptflag(fexcept_t *flags, int which);
_CRTIMP int __cdecl feraiseexcept(int flags);
_CRTIMP int __cdecl fesetexceptflag(const fexcept_t *flags, int which);
_CRTIMP int __cdecl fetestexcept(int flags);
_CRTIMP int __cdecl fegetround(void);
_CRTIMP int __cdecl fesetround(int direction);
_CRTIMP int __cdecl fegetenv(fenv_t *environment);
_CRTIMP int __cdecl feholdexcept(fenv_t *environment);
_CRTIMP int __cdecl fesetenv(const fenv_t *environment);
_CRTIMP int __cdecl feupdateenv(const fenv_t *environment);
