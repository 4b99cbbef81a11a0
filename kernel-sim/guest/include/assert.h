/* assert.h: what assert means is decided anew at every include. */
#include "crtdefs.h"

#undef assert
#ifdef NDEBUG
#define assert(expression) ((void)0)
#else
_ACRTIMP void __cdecl _assert(const char *expression, const char *file, unsigned line);
#define assert(expression) ((void)((!!(expression)) || (_assert(#expression, __FILE__, (unsigned)(__LINE__)), 0)))
#endif
#ifndef static_assert
#define static_assert _Static_assert
#endif
