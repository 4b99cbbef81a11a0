/*
 * fenv.c: the floating environment of a machine that rounds to nearest and keeps no flags. What asks for anything else fails.
 */
#include "crt.h"
#include <fenv.h>

const fenv_t _Fenv1 = {0, 0};

int __cdecl feclearexcept(int flags)
{
    (void)flags;
    return 0;
}

int __cdecl fegetexceptflag(fexcept_t *flags, int which)
{
    (void)which;
    *flags = 0;
    return 0;
}

int __cdecl feraiseexcept(int flags)
{
    return (flags & FE_ALL_EXCEPT) != 0;
}

int __cdecl fesetexceptflag(const fexcept_t *flags, int which)
{
    return (*flags & (fexcept_t)which & FE_ALL_EXCEPT) != 0;
}

int __cdecl fetestexcept(int flags)
{
    (void)flags;
    return 0;
}

int __cdecl fegetround(void)
{
    return FE_TONEAREST;
}

int __cdecl fesetround(int direction)
{
    return direction != FE_TONEAREST;
}

int __cdecl fegetenv(fenv_t *environment)
{
    *environment = _Fenv1;
    return 0;
}

int __cdecl feholdexcept(fenv_t *environment)
{
    return fegetenv(environment);
}

int __cdecl fesetenv(const fenv_t *environment)
{
    return environment->_Fe_ctl != 0 || environment->_Fe_stat != 0;
}

int __cdecl feupdateenv(const fenv_t *environment)
{
    return fesetenv(environment);
}
