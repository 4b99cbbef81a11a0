/* tchar.h: one spelling for char and wchar_t, chosen by _UNICODE. */
#pragma once
#include "string.h"

#ifdef _UNICODE
#define __T(x) L##x
#ifndef _TCHAR_DEFINED
typedef wchar_t _TCHAR;
typedef wchar_t _TSCHAR;
typedef wchar_t TCHAR;
#define _TCHAR_DEFINED
#endif
#define _tmain         wmain
#define _tWinMain      wWinMain
#define _tprintf       wprintf
#define _ftprintf      fwprintf
#define _stprintf      _swprintf
#define _stprintf_s    swprintf_s
#define _sntprintf     _snwprintf
#define _vtprintf      vwprintf
#define _vstprintf_s   vswprintf_s
#define _tscanf        wscanf
#define _stscanf       swscanf
#define _stscanf_s     swscanf_s
#define _putts         _putws
#define _fputts        fputws
#define _fgetts        fgetws
#define _tfopen        _wfopen
#define _tfopen_s      _wfopen_s
#define _tcslen        wcslen
#define _tcsnlen       wcsnlen
#define _tcscpy        wcscpy
#define _tcscpy_s      wcscpy_s
#define _tcsncpy       wcsncpy
#define _tcsncpy_s     wcsncpy_s
#define _tcscat        wcscat
#define _tcscat_s      wcscat_s
#define _tcscmp        wcscmp
#define _tcsncmp       wcsncmp
#define _tcsicmp       _wcsicmp
#define _tcsnicmp      _wcsnicmp
#define _tcschr        wcschr
#define _tcsrchr       wcsrchr
#define _tcsstr        wcsstr
#define _tcstok        wcstok
#define _tcstok_s      wcstok_s
#define _tcsdup        _wcsdup
#define _tcsupr        _wcsupr
#define _tcslwr        _wcslwr
#define _tstoi         _wtoi
#define _ttoi          _wtoi
#define _ttol          _wtol
#define _tcstol        wcstol
#define _tcstoul       wcstoul
#define _istalpha      iswalpha
#define _istdigit      iswdigit
#define _istspace      iswspace
#define _totupper      towupper
#define _totlower      towlower
#define _itot          _itow
#define _gettchar      getwchar
#define _puttchar      putwchar
#else
#define __T(x) x
#ifndef _TCHAR_DEFINED
typedef char _TCHAR;
typedef signed char _TSCHAR;
typedef char TCHAR;
#define _TCHAR_DEFINED
#endif
#define _tmain         main
#define _tWinMain      WinMain
#define _tprintf       printf
#define _ftprintf      fprintf
#define _stprintf      sprintf
#define _stprintf_s    sprintf_s
#define _sntprintf     _snprintf
#define _vtprintf      vprintf
#define _vstprintf_s   vsprintf_s
#define _tscanf        scanf
#define _stscanf       sscanf
#define _stscanf_s     sscanf_s
#define _putts         puts
#define _fputts        fputs
#define _fgetts        fgets
#define _tfopen        fopen
#define _tfopen_s      fopen_s
#define _tcslen        strlen
#define _tcsnlen       strnlen
#define _tcscpy        strcpy
#define _tcscpy_s      strcpy_s
#define _tcsncpy       strncpy
#define _tcsncpy_s     strncpy_s
#define _tcscat        strcat
#define _tcscat_s      strcat_s
#define _tcscmp        strcmp
#define _tcsncmp       strncmp
#define _tcsicmp       _stricmp
#define _tcsnicmp      _strnicmp
#define _tcschr        strchr
#define _tcsrchr       strrchr
#define _tcsstr        strstr
#define _tcstok        strtok
#define _tcstok_s      strtok_s
#define _tcsdup        _strdup
#define _tcsupr        _strupr
#define _tcslwr        _strlwr
#define _tstoi         atoi
#define _ttoi          atoi
#define _ttol          atol
#define _tcstol        strtol
#define _tcstoul       strtoul
#define _istalpha      isalpha
#define _istdigit      isdigit
#define _istspace      isspace
#define _totupper      toupper
#define _totlower      tolower
#define _itot          _itoa
#define _gettchar      getchar
#define _puttchar      putchar
#endif
#define _T(x)    __T(x)
#define _TEXT(x) __T(x)
#define _TEOF    EOF
