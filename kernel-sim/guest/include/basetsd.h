/* basetsd.h: integers of a stated size, and integers as wide as a pointer. */
#pragma once

typedef signed char INT8, *PINT8;
typedef signed short INT16, *PINT16;
typedef signed int INT32, *PINT32;
typedef __int64 INT64, *PINT64;
typedef unsigned char UINT8, *PUINT8;
typedef unsigned short UINT16, *PUINT16;
typedef unsigned int UINT32, *PUINT32;
typedef unsigned __int64 UINT64, *PUINT64;
typedef signed int LONG32, *PLONG32;
typedef unsigned int ULONG32, *PULONG32;
typedef unsigned int DWORD32, *PDWORD32;
typedef __int64 LONG64, *PLONG64;
typedef unsigned __int64 ULONG64, *PULONG64;
typedef unsigned __int64 DWORD64, *PDWORD64;
typedef __int64 INT_PTR, *PINT_PTR;
typedef unsigned __int64 UINT_PTR, *PUINT_PTR;
typedef __int64 LONG_PTR, *PLONG_PTR;
typedef unsigned __int64 ULONG_PTR, *PULONG_PTR;
typedef ULONG_PTR DWORD_PTR, *PDWORD_PTR;
typedef int HALF_PTR, *PHALF_PTR;
typedef unsigned int UHALF_PTR, *PUHALF_PTR;
typedef ULONG_PTR SIZE_T, *PSIZE_T;
typedef LONG_PTR SSIZE_T, *PSSIZE_T;
typedef ULONG_PTR KAFFINITY, *PKAFFINITY;
typedef __int64 SHANDLE_PTR;
typedef unsigned __int64 HANDLE_PTR;

typedef unsigned __int64 POINTER_64_INT;

#define __int3264 __int64
#define POINTER_64 __ptr64
#define POINTER_32 __ptr32
#define POINTER_SIGNED __sptr
#define POINTER_UNSIGNED __uptr
#define FIRMWARE_PTR

#define MAXUINT8  ((UINT8) ~((UINT8)0))
#define MAXINT8   ((INT8)(MAXUINT8 >> 1))
#define MININT8   ((INT8) ~MAXINT8)
#define MAXUINT16 ((UINT16) ~((UINT16)0))
#define MAXINT16  ((INT16)(MAXUINT16 >> 1))
#define MININT16  ((INT16) ~MAXINT16)
#define MAXUINT32 ((UINT32) ~((UINT32)0))
#define MAXINT32  ((INT32)(MAXUINT32 >> 1))
#define MININT32  ((INT32) ~MAXINT32)
#define MAXUINT64 ((UINT64) ~((UINT64)0))
#define MAXINT64  ((INT64)(MAXUINT64 >> 1))
#define MININT64  ((INT64) ~MAXINT64)
#define MAXULONG32 ((ULONG32) ~((ULONG32)0))
#define MAXLONG32 ((LONG32)(MAXULONG32 >> 1))
#define MAXULONG64 ((ULONG64) ~((ULONG64)0))
#define MAXLONG64 ((LONG64)(MAXULONG64 >> 1))
#define MAXULONGLONG ((ULONGLONG) ~((ULONGLONG)0))
#define MAXLONGLONG ((LONGLONG)(MAXULONGLONG >> 1))
#define MINLONGLONG ((LONGLONG) ~MAXLONGLONG)
#define MAXULONG_PTR ((ULONG_PTR) ~((ULONG_PTR)0))
#define MAXLONG_PTR ((LONG_PTR)(MAXULONG_PTR >> 1))
#define MAXUINT_PTR MAXULONG_PTR
#define MAXSIZE_T ((SIZE_T) ~((SIZE_T)0))
#define MAXSSIZE_T ((SSIZE_T)(MAXSIZE_T >> 1))
#define MAXDWORD_PTR MAXULONG_PTR
#define MAXUINT   ((unsigned int) ~((unsigned int)0))
#define MAXINT    ((int)(MAXUINT >> 1))
#define MININT    ((int) ~MAXINT)
#define MAXDWORD32 ((DWORD32) ~((DWORD32)0))
#define MAXDWORD64 ((DWORD64) ~((DWORD64)0))

#define HandleToULong(h)  ((unsigned long)(ULONG_PTR)(h))
#define HandleToLong(h)   ((long)(LONG_PTR)(h))
#define ULongToHandle(ul) ((void *)(ULONG_PTR)(unsigned long)(ul))
#define LongToHandle(h)   ((void *)(LONG_PTR)(long)(h))
#define UlongToHandle(ul) ULongToHandle(ul)
#define HandleToUlong(h)  HandleToULong(h)
#define PtrToUlong(p)     ((unsigned long)(ULONG_PTR)(p))
#define PtrToULong(p)     PtrToUlong(p)
#define PtrToLong(p)      ((long)(LONG_PTR)(p))
#define PtrToUint(p)      ((unsigned int)(UINT_PTR)(p))
#define PtrToUInt(p)      PtrToUint(p)
#define PtrToInt(p)       ((int)(INT_PTR)(p))
#define PtrToUshort(p)    ((unsigned short)(ULONG_PTR)(p))
#define UlongToPtr(ul)    ((void *)(ULONG_PTR)(unsigned long)(ul))
#define ULongToPtr(ul)    UlongToPtr(ul)
#define LongToPtr(l)      ((void *)(LONG_PTR)(long)(l))
#define UintToPtr(ui)     ((void *)(UINT_PTR)(unsigned int)(ui))
#define UIntToPtr(ui)     UintToPtr(ui)
#define IntToPtr(i)       ((void *)(INT_PTR)(int)(i))
#define Ptr64ToPtr(p)     ((void *)(p))
#define PtrToPtr64(p)     ((void *)(p))
#define Handle64ToHandle(h) ((void *)(h))
#define HandleToHandle64(h) ((void *)(h))
