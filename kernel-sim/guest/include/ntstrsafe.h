/* ntstrsafe.h: strings with a known end, for drivers. */
#pragma once
#include "wdm.h"
#include "stdio.h"

#ifndef NTSTRSAFEDDI
#define NTSTRSAFEDDI NTKERNELAPI
#endif
typedef char *NTSTRSAFE_PSTR, **NTSTRSAFE_PPSTR;
typedef const char *NTSTRSAFE_PCSTR;
typedef wchar_t *NTSTRSAFE_PWSTR;
typedef const wchar_t *NTSTRSAFE_PCWSTR;
#define NTSTRSAFE_MAX_CCH 2147483647
#define NTSTRSAFE_MAX_LENGTH (NTSTRSAFE_MAX_CCH - 1)
#define NTSTRSAFE_UNICODE_STRING_MAX_CCH (0xffff / sizeof(wchar_t))
#define STRSAFE_IGNORE_NULLS  0x00000100
#define STRSAFE_FILL_BEHIND_NULL 0x00000200
#define STRSAFE_FILL_ON_FAILURE 0x00000400
#define STRSAFE_NULL_ON_FAILURE 0x00000800
#define STRSAFE_NO_TRUNCATION 0x00001000

NTSTRSAFEDDI NTSTATUS NTAPI RtlStringCbCopyA(PSTR pszDest, size_t cbDest, PCSTR pszSrc);
NTSTRSAFEDDI NTSTATUS NTAPI RtlStringCbCopyExA(PSTR pszDest, size_t cbDest, PCSTR pszSrc, PSTR *ppszDestEnd, size_t *pcbRemaining, ULONG dwFlags);
NTSTRSAFEDDI NTSTATUS NTAPI RtlStringCbCopyNA(PSTR pszDest, size_t cbDest, PCSTR pszSrc, size_t cbToCopy);
NTSTRSAFEDDI NTSTATUS NTAPI RtlStringCbCatA(PSTR pszDest, size_t cbDest, PCSTR pszSrc);
NTSTRSAFEDDI NTSTATUS NTAPI RtlStringCbCatExA(PSTR pszDest, size_t cbDest, PCSTR pszSrc, PSTR *ppszDestEnd, size_t *pcbRemaining, ULONG dwFlags);
NTSTRSAFEDDI NTSTATUS NTAPI RtlStringCbCatNA(PSTR pszDest, size_t cbDest, PCSTR pszSrc, size_t cbToAppend);
NTSTRSAFEDDI NTSTATUS NTAPI RtlStringCbVPrintfA(PSTR pszDest, size_t cbDest, PCSTR pszFormat, va_list argList);
NTSTRSAFEDDI NTSTATUS __cdecl RtlStringCbPrintfA(PSTR pszDest, size_t cbDest, PCSTR pszFormat, ...);
NTSTRSAFEDDI NTSTATUS __cdecl RtlStringCbPrintfExA(PSTR pszDest, size_t cbDest, PSTR *ppszDestEnd, size_t *pcbRemaining, ULONG dwFlags, PCSTR pszFormat, ...);
NTSTRSAFEDDI NTSTATUS NTAPI RtlStringCbLengthA(PCSTR psz, size_t cbMax, size_t *pcbLength);
NTSTRSAFEDDI NTSTATUS NTAPI RtlStringCbCopyW(PWSTR pszDest, size_t cbDest, PCWSTR pszSrc);
NTSTRSAFEDDI NTSTATUS NTAPI RtlStringCbCopyExW(PWSTR pszDest, size_t cbDest, PCWSTR pszSrc, PWSTR *ppszDestEnd, size_t *pcbRemaining, ULONG dwFlags);
NTSTRSAFEDDI NTSTATUS NTAPI RtlStringCbCopyNW(PWSTR pszDest, size_t cbDest, PCWSTR pszSrc, size_t cbToCopy);
NTSTRSAFEDDI NTSTATUS NTAPI RtlStringCbCatW(PWSTR pszDest, size_t cbDest, PCWSTR pszSrc);
NTSTRSAFEDDI NTSTATUS NTAPI RtlStringCbCatExW(PWSTR pszDest, size_t cbDest, PCWSTR pszSrc, PWSTR *ppszDestEnd, size_t *pcbRemaining, ULONG dwFlags);
NTSTRSAFEDDI NTSTATUS NTAPI RtlStringCbCatNW(PWSTR pszDest, size_t cbDest, PCWSTR pszSrc, size_t cbToAppend);
NTSTRSAFEDDI NTSTATUS NTAPI RtlStringCbVPrintfW(PWSTR pszDest, size_t cbDest, PCWSTR pszFormat, va_list argList);
NTSTRSAFEDDI NTSTATUS __cdecl RtlStringCbPrintfW(PWSTR pszDest, size_t cbDest, PCWSTR pszFormat, ...);
NTSTRSAFEDDI NTSTATUS __cdecl RtlStringCbPrintfExW(PWSTR pszDest, size_t cbDest, PWSTR *ppszDestEnd, size_t *pcbRemaining, ULONG dwFlags, PCWSTR pszFormat, ...);
NTSTRSAFEDDI NTSTATUS NTAPI RtlStringCbLengthW(PCWSTR psz, size_t cbMax, size_t *pcbLength);
NTSTRSAFEDDI NTSTATUS NTAPI RtlStringCchCopyA(PSTR pszDest, size_t cchDest, PCSTR pszSrc);
NTSTRSAFEDDI NTSTATUS NTAPI RtlStringCchCopyExA(PSTR pszDest, size_t cchDest, PCSTR pszSrc, PSTR *ppszDestEnd, size_t *pcchRemaining, ULONG dwFlags);
NTSTRSAFEDDI NTSTATUS NTAPI RtlStringCchCopyNA(PSTR pszDest, size_t cchDest, PCSTR pszSrc, size_t cchToCopy);
NTSTRSAFEDDI NTSTATUS NTAPI RtlStringCchCatA(PSTR pszDest, size_t cchDest, PCSTR pszSrc);
NTSTRSAFEDDI NTSTATUS NTAPI RtlStringCchCatExA(PSTR pszDest, size_t cchDest, PCSTR pszSrc, PSTR *ppszDestEnd, size_t *pcchRemaining, ULONG dwFlags);
NTSTRSAFEDDI NTSTATUS NTAPI RtlStringCchCatNA(PSTR pszDest, size_t cchDest, PCSTR pszSrc, size_t cchToAppend);
NTSTRSAFEDDI NTSTATUS NTAPI RtlStringCchVPrintfA(PSTR pszDest, size_t cchDest, PCSTR pszFormat, va_list argList);
NTSTRSAFEDDI NTSTATUS __cdecl RtlStringCchPrintfA(PSTR pszDest, size_t cchDest, PCSTR pszFormat, ...);
NTSTRSAFEDDI NTSTATUS __cdecl RtlStringCchPrintfExA(PSTR pszDest, size_t cchDest, PSTR *ppszDestEnd, size_t *pcchRemaining, ULONG dwFlags, PCSTR pszFormat, ...);
NTSTRSAFEDDI NTSTATUS NTAPI RtlStringCchLengthA(PCSTR psz, size_t cchMax, size_t *pcchLength);
NTSTRSAFEDDI NTSTATUS NTAPI RtlStringCchCopyW(PWSTR pszDest, size_t cchDest, PCWSTR pszSrc);
NTSTRSAFEDDI NTSTATUS NTAPI RtlStringCchCopyExW(PWSTR pszDest, size_t cchDest, PCWSTR pszSrc, PWSTR *ppszDestEnd, size_t *pcchRemaining, ULONG dwFlags);
NTSTRSAFEDDI NTSTATUS NTAPI RtlStringCchCopyNW(PWSTR pszDest, size_t cchDest, PCWSTR pszSrc, size_t cchToCopy);
NTSTRSAFEDDI NTSTATUS NTAPI RtlStringCchCatW(PWSTR pszDest, size_t cchDest, PCWSTR pszSrc);
NTSTRSAFEDDI NTSTATUS NTAPI RtlStringCchCatExW(PWSTR pszDest, size_t cchDest, PCWSTR pszSrc, PWSTR *ppszDestEnd, size_t *pcchRemaining, ULONG dwFlags);
NTSTRSAFEDDI NTSTATUS NTAPI RtlStringCchCatNW(PWSTR pszDest, size_t cchDest, PCWSTR pszSrc, size_t cchToAppend);
NTSTRSAFEDDI NTSTATUS NTAPI RtlStringCchVPrintfW(PWSTR pszDest, size_t cchDest, PCWSTR pszFormat, va_list argList);
NTSTRSAFEDDI NTSTATUS __cdecl RtlStringCchPrintfW(PWSTR pszDest, size_t cchDest, PCWSTR pszFormat, ...);
NTSTRSAFEDDI NTSTATUS __cdecl RtlStringCchPrintfExW(PWSTR pszDest, size_t cchDest, PWSTR *ppszDestEnd, size_t *pcchRemaining, ULONG dwFlags, PCWSTR pszFormat, ...);
NTSTRSAFEDDI NTSTATUS NTAPI RtlStringCchLengthW(PCWSTR psz, size_t cchMax, size_t *pcchLength);

NTSTRSAFEDDI NTSTATUS NTAPI RtlUnicodeStringInit(PUNICODE_STRING DestinationString, PCWSTR pszSrc);
NTSTRSAFEDDI NTSTATUS NTAPI RtlUnicodeStringCopy(PUNICODE_STRING DestinationString, PCUNICODE_STRING SourceString);
NTSTRSAFEDDI NTSTATUS NTAPI RtlUnicodeStringCopyString(PUNICODE_STRING DestinationString, PCWSTR pszSrc);
NTSTRSAFEDDI NTSTATUS NTAPI RtlUnicodeStringCat(PUNICODE_STRING DestinationString, PCUNICODE_STRING SourceString);
NTSTRSAFEDDI NTSTATUS NTAPI RtlUnicodeStringCatString(PUNICODE_STRING DestinationString, PCWSTR pszSrc);
NTSTRSAFEDDI NTSTATUS NTAPI RtlUnicodeStringCbCopyN(PUNICODE_STRING DestinationString, PCUNICODE_STRING SourceString, size_t cbToCopy);
NTSTRSAFEDDI NTSTATUS NTAPI RtlUnicodeStringCbCopyStringN(PUNICODE_STRING DestinationString, PCWSTR pszSrc, size_t cbToCopy);
NTSTRSAFEDDI NTSTATUS NTAPI RtlUnicodeStringCbCatN(PUNICODE_STRING DestinationString, PCUNICODE_STRING SourceString, size_t cbToAppend);
NTSTRSAFEDDI NTSTATUS NTAPI RtlUnicodeStringCbCatStringN(PUNICODE_STRING DestinationString, PCWSTR pszSrc, size_t cbToAppend);
NTSTRSAFEDDI NTSTATUS NTAPI RtlUnicodeStringCchCopyN(PUNICODE_STRING DestinationString, PCUNICODE_STRING SourceString, size_t cchToCopy);
NTSTRSAFEDDI NTSTATUS NTAPI RtlUnicodeStringCchCopyStringN(PUNICODE_STRING DestinationString, PCWSTR pszSrc, size_t cchToCopy);
NTSTRSAFEDDI NTSTATUS NTAPI RtlUnicodeStringCchCatN(PUNICODE_STRING DestinationString, PCUNICODE_STRING SourceString, size_t cchToAppend);
NTSTRSAFEDDI NTSTATUS NTAPI RtlUnicodeStringCchCatStringN(PUNICODE_STRING DestinationString, PCWSTR pszSrc, size_t cchToAppend);
NTSTRSAFEDDI NTSTATUS NTAPI RtlUnicodeStringValidate(PCUNICODE_STRING SourceString);
NTSTRSAFEDDI NTSTATUS NTAPI RtlStringCbCopyUnicodeString(PWSTR pszDest, size_t cbDest, PCUNICODE_STRING SourceString);
NTSTRSAFEDDI NTSTATUS NTAPI RtlStringCchCopyUnicodeString(PWSTR pszDest, size_t cchDest, PCUNICODE_STRING SourceString);
NTSTRSAFEDDI NTSTATUS __cdecl RtlUnicodeStringPrintf(PUNICODE_STRING DestinationString, PCWSTR pszFormat, ...);
NTSTRSAFEDDI NTSTATUS NTAPI RtlUnicodeStringVPrintf(PUNICODE_STRING DestinationString, PCWSTR pszFormat, va_list argList);

NTSTRSAFEDDI NTSTATUS NTAPI RtlStringCbCopyNExA(PSTR pszDest, size_t cbDest, PCSTR pszSrc, size_t cbToCopy, PSTR *ppszDestEnd, size_t *pcbRemaining, ULONG dwFlags);
NTSTRSAFEDDI NTSTATUS NTAPI RtlStringCbCatNExA(PSTR pszDest, size_t cbDest, PCSTR pszSrc, size_t cbToAppend, PSTR *ppszDestEnd, size_t *pcbRemaining, ULONG dwFlags);
NTSTRSAFEDDI NTSTATUS NTAPI RtlStringCbVPrintfExA(PSTR pszDest, size_t cbDest, PSTR *ppszDestEnd, size_t *pcbRemaining, ULONG dwFlags, PCSTR pszFormat, va_list argList);
NTSTRSAFEDDI NTSTATUS NTAPI RtlStringCbCopyNExW(PWSTR pszDest, size_t cbDest, PCWSTR pszSrc, size_t cbToCopy, PWSTR *ppszDestEnd, size_t *pcbRemaining, ULONG dwFlags);
NTSTRSAFEDDI NTSTATUS NTAPI RtlStringCbCatNExW(PWSTR pszDest, size_t cbDest, PCWSTR pszSrc, size_t cbToAppend, PWSTR *ppszDestEnd, size_t *pcbRemaining, ULONG dwFlags);
NTSTRSAFEDDI NTSTATUS NTAPI RtlStringCbVPrintfExW(PWSTR pszDest, size_t cbDest, PWSTR *ppszDestEnd, size_t *pcbRemaining, ULONG dwFlags, PCWSTR pszFormat, va_list argList);
NTSTRSAFEDDI NTSTATUS NTAPI RtlStringCchCopyNExA(PSTR pszDest, size_t cchDest, PCSTR pszSrc, size_t cchToCopy, PSTR *ppszDestEnd, size_t *pcchRemaining, ULONG dwFlags);
NTSTRSAFEDDI NTSTATUS NTAPI RtlStringCchCatNExA(PSTR pszDest, size_t cchDest, PCSTR pszSrc, size_t cchToAppend, PSTR *ppszDestEnd, size_t *pcchRemaining, ULONG dwFlags);
NTSTRSAFEDDI NTSTATUS NTAPI RtlStringCchVPrintfExA(PSTR pszDest, size_t cchDest, PSTR *ppszDestEnd, size_t *pcchRemaining, ULONG dwFlags, PCSTR pszFormat, va_list argList);
NTSTRSAFEDDI NTSTATUS NTAPI RtlStringCchCopyNExW(PWSTR pszDest, size_t cchDest, PCWSTR pszSrc, size_t cchToCopy, PWSTR *ppszDestEnd, size_t *pcchRemaining, ULONG dwFlags);
NTSTRSAFEDDI NTSTATUS NTAPI RtlStringCchCatNExW(PWSTR pszDest, size_t cchDest, PCWSTR pszSrc, size_t cchToAppend, PWSTR *ppszDestEnd, size_t *pcchRemaining, ULONG dwFlags);
NTSTRSAFEDDI NTSTATUS NTAPI RtlStringCchVPrintfExW(PWSTR pszDest, size_t cchDest, PWSTR *ppszDestEnd, size_t *pcchRemaining, ULONG dwFlags, PCWSTR pszFormat, va_list argList);
#ifdef UNICODE
#define RtlStringCbCopyNEx RtlStringCbCopyNExW
#define RtlStringCbCatNEx RtlStringCbCatNExW
#define RtlStringCbVPrintfEx RtlStringCbVPrintfExW
#define RtlStringCchCopyNEx RtlStringCchCopyNExW
#define RtlStringCchCatNEx RtlStringCchCatNExW
#define RtlStringCchVPrintfEx RtlStringCchVPrintfExW
#define RtlStringCbCopy RtlStringCbCopyW
#define RtlStringCbCopyEx RtlStringCbCopyExW
#define RtlStringCbCopyN RtlStringCbCopyNW
#define RtlStringCbCat RtlStringCbCatW
#define RtlStringCbCatEx RtlStringCbCatExW
#define RtlStringCbCatN RtlStringCbCatNW
#define RtlStringCbVPrintf RtlStringCbVPrintfW
#define RtlStringCbPrintf RtlStringCbPrintfW
#define RtlStringCbPrintfEx RtlStringCbPrintfExW
#define RtlStringCbLength RtlStringCbLengthW
#define RtlStringCchCopy RtlStringCchCopyW
#define RtlStringCchCopyEx RtlStringCchCopyExW
#define RtlStringCchCopyN RtlStringCchCopyNW
#define RtlStringCchCat RtlStringCchCatW
#define RtlStringCchCatEx RtlStringCchCatExW
#define RtlStringCchCatN RtlStringCchCatNW
#define RtlStringCchVPrintf RtlStringCchVPrintfW
#define RtlStringCchPrintf RtlStringCchPrintfW
#define RtlStringCchPrintfEx RtlStringCchPrintfExW
#define RtlStringCchLength RtlStringCchLengthW
#else
#define RtlStringCbCopyNEx RtlStringCbCopyNExA
#define RtlStringCbCatNEx RtlStringCbCatNExA
#define RtlStringCbVPrintfEx RtlStringCbVPrintfExA
#define RtlStringCchCopyNEx RtlStringCchCopyNExA
#define RtlStringCchCatNEx RtlStringCchCatNExA
#define RtlStringCchVPrintfEx RtlStringCchVPrintfExA
#define RtlStringCbCopy RtlStringCbCopyA
#define RtlStringCbCopyEx RtlStringCbCopyExA
#define RtlStringCbCopyN RtlStringCbCopyNA
#define RtlStringCbCat RtlStringCbCatA
#define RtlStringCbCatEx RtlStringCbCatExA
#define RtlStringCbCatN RtlStringCbCatNA
#define RtlStringCbVPrintf RtlStringCbVPrintfA
#define RtlStringCbPrintf RtlStringCbPrintfA
#define RtlStringCbPrintfEx RtlStringCbPrintfExA
#define RtlStringCbLength RtlStringCbLengthA
#define RtlStringCchCopy RtlStringCchCopyA
#define RtlStringCchCopyEx RtlStringCchCopyExA
#define RtlStringCchCopyN RtlStringCchCopyNA
#define RtlStringCchCat RtlStringCchCatA
#define RtlStringCchCatEx RtlStringCchCatExA
#define RtlStringCchCatN RtlStringCchCatNA
#define RtlStringCchVPrintf RtlStringCchVPrintfA
#define RtlStringCchPrintf RtlStringCchPrintfA
#define RtlStringCchPrintfEx RtlStringCchPrintfExA
#define RtlStringCchLength RtlStringCchLengthA
#endif
