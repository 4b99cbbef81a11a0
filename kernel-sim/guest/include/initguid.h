/* initguid.h: from here on DEFINE_GUID makes the data. Include it in exactly one source file. */
#ifndef INITGUID
#define INITGUID
#endif
#include "guiddef.h"
