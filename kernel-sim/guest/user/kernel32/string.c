/*
 * string.c: wide and narrow text, the lstr functions. The lab's ANSI code page is UTF-8, like that of a current Windows that is set so.
 */
#include "base.h"

/* ------------------------------------------------------------------ UTF-8 */

#define BASE_REPLACEMENT 0xFFFD

/* Length of the sequence at Text (Rest bytes), and the character; what is no valid sequence is one byte and the replacement character. */
static int BaseDecode(const UCHAR *Text, int Rest, ULONG *Character)
{
    int Count = Text[0] < 0x80 ? 1 : Text[0] < 0xC2 ? 0 : Text[0] < 0xE0 ? 2 : Text[0] < 0xF0 ? 3 : Text[0] < 0xF5 ? 4 : 0;
    ULONG Value;
    int Index;

    *Character = BASE_REPLACEMENT;
    if (Count == 0 || Count > Rest) {
        return 1;
    }
    Value = Count == 1 ? Text[0] : Text[0] & (0x7F >> Count);
    for (Index = 1; Index < Count; Index++) {
        if ((Text[Index] & 0xC0) != 0x80) {
            return 1;
        }
        Value = Value << 6 | (Text[Index] & 0x3F);
    }
    if ((Count == 3 && Value < 0x800) || (Count == 4 && (Value < 0x10000 || Value > 0x10FFFF)) || (Value & 0xFFFFF800) == 0xD800) {
        return 1;
    }
    *Character = Value;
    return Count;
}

static int BaseEncode(ULONG Character, UCHAR *Bytes)
{
    int Count = Character < 0x80 ? 1 : Character < 0x800 ? 2 : Character < 0x10000 ? 3 : 4;
    int Index;

    for (Index = Count - 1; Index > 0; Index--) {
        Bytes[Index] = (UCHAR)(0x80 | (Character & 0x3F));
        Character >>= 6;
    }
    Bytes[0] = (UCHAR)(Count == 1 ? Character : (0xF00 >> Count & 0xFF) | Character);
    return Count;
}

static BOOL BaseCodePage(UINT CodePage)
{
    if (CodePage == CP_ACP || CodePage == CP_OEMCP || CodePage == CP_UTF8) {
        return TRUE;
    }
    SetLastError(ERROR_INVALID_PARAMETER);
    return FALSE;
}

int WINAPI MultiByteToWideChar(UINT CodePage, DWORD dwFlags, LPCSTR lpMultiByteStr, int cbMultiByte, LPWSTR lpWideCharStr, int cchWideChar)
{
    const UCHAR *Text = (const UCHAR *)lpMultiByteStr;
    ULONG Character;
    int Count = 0;
    int Units;

    if (!BaseCodePage(CodePage)) {
        return 0;
    }
    if (lpMultiByteStr == NULL || cbMultiByte == 0 || cchWideChar < 0) {
        SetLastError(ERROR_INVALID_PARAMETER);
        return 0;
    }
    if (cbMultiByte < 0) {
        cbMultiByte = (int)strlen(lpMultiByteStr) + 1;
    }
    while (cbMultiByte > 0) {
        int Length = BaseDecode(Text, cbMultiByte, &Character);
        if (Character == BASE_REPLACEMENT && Length == 1 && (dwFlags & MB_ERR_INVALID_CHARS)) {
            SetLastError(ERROR_NO_UNICODE_TRANSLATION);
            return 0;
        }
        Text += Length;
        cbMultiByte -= Length;
        Units = Character < 0x10000 ? 1 : 2;
        if (cchWideChar != 0) {
            if (Count + Units > cchWideChar) {
                SetLastError(ERROR_INSUFFICIENT_BUFFER);
                return 0;
            }
            lpWideCharStr[Count] = (WCHAR)(Units == 1 ? Character : 0xD7C0 + (Character >> 10));
            if (Units == 2) {
                lpWideCharStr[Count + 1] = (WCHAR)(0xDC00 | (Character & 0x3FF));
            }
        }
        Count += Units;
    }
    return Count;
}

int WINAPI WideCharToMultiByte(UINT CodePage, DWORD dwFlags, LPCWSTR lpWideCharStr, int cchWideChar, LPSTR lpMultiByteStr, int cbMultiByte,
                               LPCSTR lpDefaultChar, LPBOOL lpUsedDefaultChar)
{
    UCHAR Bytes[4];
    ULONG Character;
    int Count = 0;
    int Length;
    int Index;

    UNREFERENCED_PARAMETER(dwFlags);
    UNREFERENCED_PARAMETER(lpDefaultChar);
    if (!BaseCodePage(CodePage)) {
        return 0;
    }
    if (lpWideCharStr == NULL || cchWideChar == 0 || cbMultiByte < 0) {
        SetLastError(ERROR_INVALID_PARAMETER);
        return 0;
    }
    if (cchWideChar < 0) {
        cchWideChar = (int)wcslen(lpWideCharStr) + 1;
    }
    if (lpUsedDefaultChar != NULL) {
        *lpUsedDefaultChar = FALSE;
    }
    for (; cchWideChar > 0; cchWideChar--) {
        Character = *lpWideCharStr++;
        if ((Character & 0xFC00) == 0xD800 && cchWideChar > 1 && (*lpWideCharStr & 0xFC00) == 0xDC00) {
            Character = 0x10000 + ((Character & 0x3FF) << 10) + (*lpWideCharStr++ & 0x3FF);
            cchWideChar--;
        } else if ((Character & 0xF800) == 0xD800) {
            Character = BASE_REPLACEMENT;
        }
        Length = BaseEncode(Character, Bytes);
        if (cbMultiByte != 0) {
            if (Count + Length > cbMultiByte) {
                SetLastError(ERROR_INSUFFICIENT_BUFFER);
                return 0;
            }
            for (Index = 0; Index < Length; Index++) {
                lpMultiByteStr[Count + Index] = (CHAR)Bytes[Index];
            }
        }
        Count += Length;
    }
    return Count;
}

/* ------------------------------------------------------------------ lstr functions: NULL is no crash */

int WINAPI lstrlenA(LPCSTR lpString)
{
    return lpString != NULL ? (int)strlen(lpString) : 0;
}

int WINAPI lstrlenW(LPCWSTR lpString)
{
    return lpString != NULL ? (int)wcslen(lpString) : 0;
}

LPSTR WINAPI lstrcpyA(LPSTR lpString1, LPCSTR lpString2)
{
    return lpString1 != NULL && lpString2 != NULL ? strcpy(lpString1, lpString2) : NULL;
}

LPWSTR WINAPI lstrcpyW(LPWSTR lpString1, LPCWSTR lpString2)
{
    return lpString1 != NULL && lpString2 != NULL ? wcscpy(lpString1, lpString2) : NULL;
}

LPSTR WINAPI lstrcatA(LPSTR lpString1, LPCSTR lpString2)
{
    return lpString1 != NULL && lpString2 != NULL ? strcat(lpString1, lpString2) : NULL;
}

LPWSTR WINAPI lstrcatW(LPWSTR lpString1, LPCWSTR lpString2)
{
    return lpString1 != NULL && lpString2 != NULL ? wcscat(lpString1, lpString2) : NULL;
}

static int BaseSign(int Difference)
{
    return Difference < 0 ? -1 : Difference > 0;
}

int WINAPI lstrcmpA(LPCSTR lpString1, LPCSTR lpString2)
{
    return BaseSign(strcmp(lpString1 != NULL ? lpString1 : "", lpString2 != NULL ? lpString2 : ""));
}

int WINAPI lstrcmpW(LPCWSTR lpString1, LPCWSTR lpString2)
{
    return BaseSign(wcscmp(lpString1 != NULL ? lpString1 : L"", lpString2 != NULL ? lpString2 : L""));
}

int WINAPI lstrcmpiA(LPCSTR lpString1, LPCSTR lpString2)
{
    return BaseSign(_stricmp(lpString1 != NULL ? lpString1 : "", lpString2 != NULL ? lpString2 : ""));
}

int WINAPI lstrcmpiW(LPCWSTR lpString1, LPCWSTR lpString2)
{
    return BaseSign(_wcsicmp(lpString1 != NULL ? lpString1 : L"", lpString2 != NULL ? lpString2 : L""));
}
