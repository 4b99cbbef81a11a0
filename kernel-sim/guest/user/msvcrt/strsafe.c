/*
 * strsafe.c: StringCb... (sizes in bytes) and StringCch... (sizes in characters), narrow and wide, from the same text as the kernel's.
 */
#include "crt.h"
#include <strsafe.h>

#define RESULT HRESULT
#define OK S_OK
#define INVALID STRSAFE_E_INVALID_PARAMETER
#define OVERFLOW STRSAFE_E_INSUFFICIENT_BUFFER
#define DDI WINAPI
#define DDIV __cdecl
#define STRSAFE_LIMIT STRSAFE_MAX_CCH

#define CT char
#define SUFFIX(name) name##A
#define NAME(unit, name) String##unit##name##A
#define VFORMAT CrtFormat
#include "strsafe-body.h"
#undef CT
#undef SUFFIX
#undef NAME
#undef VFORMAT

#define CT wchar_t
#define SUFFIX(name) name##W
#define NAME(unit, name) String##unit##name##W
#define VFORMAT CrtFormatWide
#include "strsafe-body.h"
