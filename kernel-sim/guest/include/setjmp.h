/* setjmp.h */
#pragma once
#include "crtdefs.h"

typedef struct __declspec(align(16)) _SETJMP_FLOAT128 {
    unsigned __int64 Part[2];
} _JBTYPE;
#define _JBLEN 16
typedef _JBTYPE jmp_buf[_JBLEN];
int __cdecl _setjmp(jmp_buf buffer);
__declspec(noreturn) void __cdecl longjmp(jmp_buf buffer, int value);
#define setjmp _setjmp
