/* crtdefs.h: the types that every C header needs. */
#pragma once

typedef unsigned __int64 size_t;
typedef __int64 ptrdiff_t;
typedef __int64 intptr_t;
typedef unsigned __int64 uintptr_t;
typedef size_t rsize_t;
typedef int errno_t;
typedef unsigned short wint_t;
typedef unsigned short wctype_t;
typedef __int64 time_t;
typedef __int64 __time64_t;
typedef long __time32_t;
#ifndef __cplusplus
typedef unsigned short wchar_t;
#endif
typedef char *va_list;

#ifndef NULL
#define NULL ((void *)0)
#endif

#ifndef _CRTAPI1
#define _CRTAPI1 __cdecl
#define _CRTAPI2 __cdecl
#endif
#define _CONST_RETURN

/* What defines these functions itself is built with one of the words below; everybody else imports them. */
#ifndef _CRTIMP
#if defined(_CRTBLD) || defined(_NTSYSTEM_) || defined(_NTOSKRNL_)
#define _CRTIMP
#else
#define _CRTIMP __declspec(dllimport)
#endif
#endif
#define _ACRTIMP _CRTIMP
