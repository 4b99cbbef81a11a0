/* ntdef.h: the native types. Most are shared with programs and live in lab_ntshared.h; this adds what only drivers see. */
#pragma once

#include "ctype.h"
#include "excpt.h"
#include "stdarg.h"
#include "stddef.h"
#include "lab_ntshared.h"

#define _NTDEF_

typedef LONG HRESULT;
typedef ULONG DWORD;
typedef UCHAR KIRQL, *PKIRQL;
typedef CCHAR KPROCESSOR_MODE;
typedef ULONGLONG REGHANDLE, *PREGHANDLE;

#define ALL_PROCESSOR_GROUPS 0xffff

#define RTL_CONSTANT_STRING(s) {sizeof(s) - sizeof((s)[0]), sizeof(s), s}
#define DECLARE_CONST_UNICODE_STRING(_var, _string)                     \
    const WCHAR _var##_buffer[] = _string;                              \
    const UNICODE_STRING _var = {sizeof(_string) - sizeof(WCHAR), sizeof(_string), (PWCH)_var##_buffer}
#define DECLARE_GLOBAL_CONST_UNICODE_STRING(_var, _str) \
    extern const DECLSPEC_SELECTANY UNICODE_STRING _var = RTL_CONSTANT_STRING(_str)
#define DECLARE_UNICODE_STRING_SIZE(_var, _size) \
    WCHAR _var##_buffer[_size];                  \
    UNICODE_STRING _var = {0, (_size) * sizeof(WCHAR), _var##_buffer}

#ifndef min
#define min(a, b) (((a) < (b)) ? (a) : (b))
#endif
#ifndef max
#define max(a, b) (((a) > (b)) ? (a) : (b))
#endif
