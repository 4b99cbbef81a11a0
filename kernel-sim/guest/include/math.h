/* math.h: empty as long as the lab's C has no floating point. */
#pragma once
#include "crtdefs.h"

#ifdef _LAB_HAS_FLOAT
_CRTIMP double __cdecl sqrt(double x);
_CRTIMP double __cdecl pow(double x, double y);
_CRTIMP double __cdecl sin(double x);
_CRTIMP double __cdecl cos(double x);
_CRTIMP double __cdecl tan(double x);
_CRTIMP double __cdecl exp(double x);
_CRTIMP double __cdecl log(double x);
_CRTIMP double __cdecl log10(double x);
_CRTIMP double __cdecl floor(double x);
_CRTIMP double __cdecl ceil(double x);
_CRTIMP double __cdecl fabs(double x);
_CRTIMP double __cdecl fmod(double x, double y);
#endif
