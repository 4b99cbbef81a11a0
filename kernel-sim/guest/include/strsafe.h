/* strsafe.h: strings with a known end. */
#pragma once
#include "windef.h"
#include "winerror.h"
#include "stdarg.h"
#include "stdio.h"
#include "string.h"

#ifndef STRSAFEAPI
#if defined(_KERNEL32_) || defined(_CRTBLD)
#define STRSAFEAPI
#else
#define STRSAFEAPI DECLSPEC_IMPORT
#endif
#endif
#define STRSAFE_MAX_CCH 2147483647
#define STRSAFE_MAX_LENGTH (STRSAFE_MAX_CCH - 1)
#define STRSAFE_IGNORE_NULLS  0x00000100
#define STRSAFE_FILL_BEHIND_NULL 0x00000200
#define STRSAFE_FILL_ON_FAILURE 0x00000400
#define STRSAFE_NULL_ON_FAILURE 0x00000800
#define STRSAFE_NO_TRUNCATION 0x00001000
#define STRSAFE_E_INSUFFICIENT_BUFFER ((HRESULT)0x8007007AL)
#define STRSAFE_E_INVALID_PARAMETER   ((HRESULT)0x80070057L)
#define STRSAFE_E_END_OF_FILE         ((HRESULT)0x80070026L)

STRSAFEAPI HRESULT WINAPI StringCbCopyA(LPSTR pszDest, size_t cbDest, LPCSTR pszSrc);
STRSAFEAPI HRESULT WINAPI StringCbCopyExA(LPSTR pszDest, size_t cbDest, LPCSTR pszSrc, LPSTR *ppszDestEnd, size_t *pcbRemaining, DWORD dwFlags);
STRSAFEAPI HRESULT WINAPI StringCbCopyNA(LPSTR pszDest, size_t cbDest, LPCSTR pszSrc, size_t cbToCopy);
STRSAFEAPI HRESULT WINAPI StringCbCatA(LPSTR pszDest, size_t cbDest, LPCSTR pszSrc);
STRSAFEAPI HRESULT WINAPI StringCbCatExA(LPSTR pszDest, size_t cbDest, LPCSTR pszSrc, LPSTR *ppszDestEnd, size_t *pcbRemaining, DWORD dwFlags);
STRSAFEAPI HRESULT WINAPI StringCbCatNA(LPSTR pszDest, size_t cbDest, LPCSTR pszSrc, size_t cbToAppend);
STRSAFEAPI HRESULT WINAPI StringCbVPrintfA(LPSTR pszDest, size_t cbDest, LPCSTR pszFormat, va_list argList);
STRSAFEAPI HRESULT __cdecl StringCbPrintfA(LPSTR pszDest, size_t cbDest, LPCSTR pszFormat, ...);
STRSAFEAPI HRESULT __cdecl StringCbPrintfExA(LPSTR pszDest, size_t cbDest, LPSTR *ppszDestEnd, size_t *pcbRemaining, DWORD dwFlags, LPCSTR pszFormat, ...);
STRSAFEAPI HRESULT WINAPI StringCbLengthA(LPCSTR psz, size_t cbMax, size_t *pcbLength);
STRSAFEAPI HRESULT WINAPI StringCbCopyW(LPWSTR pszDest, size_t cbDest, LPCWSTR pszSrc);
STRSAFEAPI HRESULT WINAPI StringCbCopyExW(LPWSTR pszDest, size_t cbDest, LPCWSTR pszSrc, LPWSTR *ppszDestEnd, size_t *pcbRemaining, DWORD dwFlags);
STRSAFEAPI HRESULT WINAPI StringCbCopyNW(LPWSTR pszDest, size_t cbDest, LPCWSTR pszSrc, size_t cbToCopy);
STRSAFEAPI HRESULT WINAPI StringCbCatW(LPWSTR pszDest, size_t cbDest, LPCWSTR pszSrc);
STRSAFEAPI HRESULT WINAPI StringCbCatExW(LPWSTR pszDest, size_t cbDest, LPCWSTR pszSrc, LPWSTR *ppszDestEnd, size_t *pcbRemaining, DWORD dwFlags);
STRSAFEAPI HRESULT WINAPI StringCbCatNW(LPWSTR pszDest, size_t cbDest, LPCWSTR pszSrc, size_t cbToAppend);
STRSAFEAPI HRESULT WINAPI StringCbVPrintfW(LPWSTR pszDest, size_t cbDest, LPCWSTR pszFormat, va_list argList);
STRSAFEAPI HRESULT __cdecl StringCbPrintfW(LPWSTR pszDest, size_t cbDest, LPCWSTR pszFormat, ...);
STRSAFEAPI HRESULT __cdecl StringCbPrintfExW(LPWSTR pszDest, size_t cbDest, LPWSTR *ppszDestEnd, size_t *pcbRemaining, DWORD dwFlags, LPCWSTR pszFormat, ...);
STRSAFEAPI HRESULT WINAPI StringCbLengthW(LPCWSTR psz, size_t cbMax, size_t *pcbLength);
STRSAFEAPI HRESULT WINAPI StringCchCopyA(LPSTR pszDest, size_t cchDest, LPCSTR pszSrc);
STRSAFEAPI HRESULT WINAPI StringCchCopyExA(LPSTR pszDest, size_t cchDest, LPCSTR pszSrc, LPSTR *ppszDestEnd, size_t *pcchRemaining, DWORD dwFlags);
STRSAFEAPI HRESULT WINAPI StringCchCopyNA(LPSTR pszDest, size_t cchDest, LPCSTR pszSrc, size_t cchToCopy);
STRSAFEAPI HRESULT WINAPI StringCchCatA(LPSTR pszDest, size_t cchDest, LPCSTR pszSrc);
STRSAFEAPI HRESULT WINAPI StringCchCatExA(LPSTR pszDest, size_t cchDest, LPCSTR pszSrc, LPSTR *ppszDestEnd, size_t *pcchRemaining, DWORD dwFlags);
STRSAFEAPI HRESULT WINAPI StringCchCatNA(LPSTR pszDest, size_t cchDest, LPCSTR pszSrc, size_t cchToAppend);
STRSAFEAPI HRESULT WINAPI StringCchVPrintfA(LPSTR pszDest, size_t cchDest, LPCSTR pszFormat, va_list argList);
STRSAFEAPI HRESULT __cdecl StringCchPrintfA(LPSTR pszDest, size_t cchDest, LPCSTR pszFormat, ...);
STRSAFEAPI HRESULT __cdecl StringCchPrintfExA(LPSTR pszDest, size_t cchDest, LPSTR *ppszDestEnd, size_t *pcchRemaining, DWORD dwFlags, LPCSTR pszFormat, ...);
STRSAFEAPI HRESULT WINAPI StringCchLengthA(LPCSTR psz, size_t cchMax, size_t *pcchLength);
STRSAFEAPI HRESULT WINAPI StringCchCopyW(LPWSTR pszDest, size_t cchDest, LPCWSTR pszSrc);
STRSAFEAPI HRESULT WINAPI StringCchCopyExW(LPWSTR pszDest, size_t cchDest, LPCWSTR pszSrc, LPWSTR *ppszDestEnd, size_t *pcchRemaining, DWORD dwFlags);
STRSAFEAPI HRESULT WINAPI StringCchCopyNW(LPWSTR pszDest, size_t cchDest, LPCWSTR pszSrc, size_t cchToCopy);
STRSAFEAPI HRESULT WINAPI StringCchCatW(LPWSTR pszDest, size_t cchDest, LPCWSTR pszSrc);
STRSAFEAPI HRESULT WINAPI StringCchCatExW(LPWSTR pszDest, size_t cchDest, LPCWSTR pszSrc, LPWSTR *ppszDestEnd, size_t *pcchRemaining, DWORD dwFlags);
STRSAFEAPI HRESULT WINAPI StringCchCatNW(LPWSTR pszDest, size_t cchDest, LPCWSTR pszSrc, size_t cchToAppend);
STRSAFEAPI HRESULT WINAPI StringCchVPrintfW(LPWSTR pszDest, size_t cchDest, LPCWSTR pszFormat, va_list argList);
STRSAFEAPI HRESULT __cdecl StringCchPrintfW(LPWSTR pszDest, size_t cchDest, LPCWSTR pszFormat, ...);
STRSAFEAPI HRESULT __cdecl StringCchPrintfExW(LPWSTR pszDest, size_t cchDest, LPWSTR *ppszDestEnd, size_t *pcchRemaining, DWORD dwFlags, LPCWSTR pszFormat, ...);
STRSAFEAPI HRESULT WINAPI StringCchLengthW(LPCWSTR psz, size_t cchMax, size_t *pcchLength);
STRSAFEAPI HRESULT WINAPI StringCbCopyNExA(LPSTR pszDest, size_t cbDest, LPCSTR pszSrc, size_t cbToCopy, LPSTR *ppszDestEnd, size_t *pcbRemaining, DWORD dwFlags);
STRSAFEAPI HRESULT WINAPI StringCbCatNExA(LPSTR pszDest, size_t cbDest, LPCSTR pszSrc, size_t cbToAppend, LPSTR *ppszDestEnd, size_t *pcbRemaining, DWORD dwFlags);
STRSAFEAPI HRESULT WINAPI StringCbVPrintfExA(LPSTR pszDest, size_t cbDest, LPSTR *ppszDestEnd, size_t *pcbRemaining, DWORD dwFlags, LPCSTR pszFormat, va_list argList);
STRSAFEAPI HRESULT WINAPI StringCbGetsA(LPSTR pszDest, size_t cbDest);
STRSAFEAPI HRESULT WINAPI StringCbGetsExA(LPSTR pszDest, size_t cbDest, LPSTR *ppszDestEnd, size_t *pcbRemaining, DWORD dwFlags);
STRSAFEAPI HRESULT WINAPI StringCbCopyNExW(LPWSTR pszDest, size_t cbDest, LPCWSTR pszSrc, size_t cbToCopy, LPWSTR *ppszDestEnd, size_t *pcbRemaining, DWORD dwFlags);
STRSAFEAPI HRESULT WINAPI StringCbCatNExW(LPWSTR pszDest, size_t cbDest, LPCWSTR pszSrc, size_t cbToAppend, LPWSTR *ppszDestEnd, size_t *pcbRemaining, DWORD dwFlags);
STRSAFEAPI HRESULT WINAPI StringCbVPrintfExW(LPWSTR pszDest, size_t cbDest, LPWSTR *ppszDestEnd, size_t *pcbRemaining, DWORD dwFlags, LPCWSTR pszFormat, va_list argList);
STRSAFEAPI HRESULT WINAPI StringCbGetsW(LPWSTR pszDest, size_t cbDest);
STRSAFEAPI HRESULT WINAPI StringCbGetsExW(LPWSTR pszDest, size_t cbDest, LPWSTR *ppszDestEnd, size_t *pcbRemaining, DWORD dwFlags);
STRSAFEAPI HRESULT WINAPI StringCchCopyNExA(LPSTR pszDest, size_t cchDest, LPCSTR pszSrc, size_t cchToCopy, LPSTR *ppszDestEnd, size_t *pcchRemaining, DWORD dwFlags);
STRSAFEAPI HRESULT WINAPI StringCchCatNExA(LPSTR pszDest, size_t cchDest, LPCSTR pszSrc, size_t cchToAppend, LPSTR *ppszDestEnd, size_t *pcchRemaining, DWORD dwFlags);
STRSAFEAPI HRESULT WINAPI StringCchVPrintfExA(LPSTR pszDest, size_t cchDest, LPSTR *ppszDestEnd, size_t *pcchRemaining, DWORD dwFlags, LPCSTR pszFormat, va_list argList);
STRSAFEAPI HRESULT WINAPI StringCchGetsA(LPSTR pszDest, size_t cchDest);
STRSAFEAPI HRESULT WINAPI StringCchGetsExA(LPSTR pszDest, size_t cchDest, LPSTR *ppszDestEnd, size_t *pcchRemaining, DWORD dwFlags);
STRSAFEAPI HRESULT WINAPI StringCchCopyNExW(LPWSTR pszDest, size_t cchDest, LPCWSTR pszSrc, size_t cchToCopy, LPWSTR *ppszDestEnd, size_t *pcchRemaining, DWORD dwFlags);
STRSAFEAPI HRESULT WINAPI StringCchCatNExW(LPWSTR pszDest, size_t cchDest, LPCWSTR pszSrc, size_t cchToAppend, LPWSTR *ppszDestEnd, size_t *pcchRemaining, DWORD dwFlags);
STRSAFEAPI HRESULT WINAPI StringCchVPrintfExW(LPWSTR pszDest, size_t cchDest, LPWSTR *ppszDestEnd, size_t *pcchRemaining, DWORD dwFlags, LPCWSTR pszFormat, va_list argList);
STRSAFEAPI HRESULT WINAPI StringCchGetsW(LPWSTR pszDest, size_t cchDest);
STRSAFEAPI HRESULT WINAPI StringCchGetsExW(LPWSTR pszDest, size_t cchDest, LPWSTR *ppszDestEnd, size_t *pcchRemaining, DWORD dwFlags);
#ifdef UNICODE
#define StringCbCopyNEx StringCbCopyNExW
#define StringCbCatNEx StringCbCatNExW
#define StringCbVPrintfEx StringCbVPrintfExW
#define StringCbGets StringCbGetsW
#define StringCbGetsEx StringCbGetsExW
#define StringCchCopyNEx StringCchCopyNExW
#define StringCchCatNEx StringCchCatNExW
#define StringCchVPrintfEx StringCchVPrintfExW
#define StringCchGets StringCchGetsW
#define StringCchGetsEx StringCchGetsExW
#define StringCbCopy StringCbCopyW
#define StringCbCopyEx StringCbCopyExW
#define StringCbCopyN StringCbCopyNW
#define StringCbCat StringCbCatW
#define StringCbCatEx StringCbCatExW
#define StringCbCatN StringCbCatNW
#define StringCbVPrintf StringCbVPrintfW
#define StringCbPrintf StringCbPrintfW
#define StringCbPrintfEx StringCbPrintfExW
#define StringCbLength StringCbLengthW
#define StringCchCopy StringCchCopyW
#define StringCchCopyEx StringCchCopyExW
#define StringCchCopyN StringCchCopyNW
#define StringCchCat StringCchCatW
#define StringCchCatEx StringCchCatExW
#define StringCchCatN StringCchCatNW
#define StringCchVPrintf StringCchVPrintfW
#define StringCchPrintf StringCchPrintfW
#define StringCchPrintfEx StringCchPrintfExW
#define StringCchLength StringCchLengthW
#else
#define StringCbCopyNEx StringCbCopyNExA
#define StringCbCatNEx StringCbCatNExA
#define StringCbVPrintfEx StringCbVPrintfExA
#define StringCbGets StringCbGetsA
#define StringCbGetsEx StringCbGetsExA
#define StringCchCopyNEx StringCchCopyNExA
#define StringCchCatNEx StringCchCatNExA
#define StringCchVPrintfEx StringCchVPrintfExA
#define StringCchGets StringCchGetsA
#define StringCchGetsEx StringCchGetsExA
#define StringCbCopy StringCbCopyA
#define StringCbCopyEx StringCbCopyExA
#define StringCbCopyN StringCbCopyNA
#define StringCbCat StringCbCatA
#define StringCbCatEx StringCbCatExA
#define StringCbCatN StringCbCatNA
#define StringCbVPrintf StringCbVPrintfA
#define StringCbPrintf StringCbPrintfA
#define StringCbPrintfEx StringCbPrintfExA
#define StringCbLength StringCbLengthA
#define StringCchCopy StringCchCopyA
#define StringCchCopyEx StringCchCopyExA
#define StringCchCopyN StringCchCopyNA
#define StringCchCat StringCchCatA
#define StringCchCatEx StringCchCatExA
#define StringCchCatN StringCchCatNA
#define StringCchVPrintf StringCchVPrintfA
#define StringCchPrintf StringCchPrintfA
#define StringCchPrintfEx StringCchPrintfExA
#define StringCchLength StringCchLengthA
#endif
