/*
 * wide.c: wide characters one by one: their classes and cases, and their conversion from and to bytes. The multibyte text of the "C" locale
 * is one byte a character; char16_t and char32_t convert from and to UTF-8, as Microsoft's do in every locale.
 */
#include "crt.h"
#include <ctype.h>
#include <uchar.h>
#include <wctype.h>

/* ------------------------------------------------------------------ classes and mappings by name */

static const struct {
    const char *name;
    wctype_t mask;
} CrtClasses[] = {
    {"alnum", _ALPHA | _DIGIT}, {"alpha", _ALPHA},     {"blank", _BLANK}, {"cntrl", _CONTROL}, {"digit", _DIGIT},
    {"graph", _PUNCT | _ALPHA | _DIGIT},               {"lower", _LOWER}, {"print", _PUNCT | _ALPHA | _DIGIT | _BLANK},
    {"punct", _PUNCT},          {"space", _SPACE},     {"upper", _UPPER}, {"xdigit", _HEX},
};

wctype_t __cdecl wctype(const char *name)
{
    size_t i;

    for (i = 0; i < _countof(CrtClasses); i++) {
        if (strcmp(CrtClasses[i].name, name) == 0)
            return CrtClasses[i].mask;
    }
    return 0;
}

/* One of the classes that are named by the bits of `mask`. */
int __cdecl iswctype(wint_t c, wctype_t mask)
{
    return ((mask & _UPPER) && iswupper(c)) || ((mask & _LOWER) && iswlower(c)) || ((mask & 0x100) && iswalpha(c)) ||
           ((mask & _DIGIT) && iswdigit(c)) || ((mask & _SPACE) && iswspace(c)) || ((mask & _PUNCT) && iswpunct(c)) ||
           ((mask & _CONTROL) && iswcntrl(c)) || ((mask & _BLANK) && c == ' ') || (mask == _BLANK && c == '\t') ||
           ((mask & _HEX) && iswxdigit(c));
}

int __cdecl iswblank(wint_t c)
{
    return c == ' ' || c == '\t';
}

int __cdecl iswcntrl(wint_t c)
{
    return c < 32 || c == 127;
}

int __cdecl iswgraph(wint_t c)
{
    return c > 32 && c < 127;
}

int __cdecl iswpunct(wint_t c)
{
    return iswgraph(c) && !iswalnum(c);
}

wctrans_t __cdecl wctrans(const char *name)
{
    return strcmp(name, "toupper") == 0 ? 1 : strcmp(name, "tolower") == 0 ? 2 : 0;
}

wint_t __cdecl towctrans(wint_t c, wctrans_t mapping)
{
    return mapping == 1 ? towupper(c) : mapping == 2 ? towlower(c) : c;
}

int __cdecl __iscsymf(int c)
{
    return isalpha(c) || c == '_';
}

int __cdecl __iscsym(int c)
{
    return isalnum(c) || c == '_';
}

/* ------------------------------------------------------------------ bytes of the "C" locale: no state */

wint_t __cdecl btowc(int c)
{
    return c >= 0 && c <= 0xFF ? (wint_t)c : WEOF;
}

int __cdecl wctob(wint_t c)
{
    return c <= 0xFF ? c : EOF;
}

int __cdecl mbsinit(const mbstate_t *state)
{
    return state == NULL || state->_Wchar == 0;
}

size_t __cdecl mbrtowc(wchar_t *dest, const char *s, size_t n, mbstate_t *state)
{
    (void)state;
    if (s == NULL)
        return 0;
    if (n == 0)
        return (size_t)-2;
    if (dest != NULL)
        *dest = (unsigned char)*s;
    return *s != 0;
}

size_t __cdecl mbrlen(const char *s, size_t n, mbstate_t *state)
{
    return mbrtowc(NULL, s, n, state);
}

size_t __cdecl wcrtomb(char *s, wchar_t c, mbstate_t *state)
{
    (void)state;
    if (s == NULL)
        return 1;
    return wctomb(s, c) < 0 ? (size_t)-1 : 1;
}

errno_t __cdecl wctomb_s(int *written, char *s, size_t size, wchar_t c)
{
    if (s == NULL && size != 0)
        return CrtInvalid(EINVAL);
    if (s != NULL && size == 0)
        return CrtInvalid(ERANGE);
    if (s != NULL && wctomb(s, c) < 0)
        return EILSEQ;
    if (written != NULL)
        *written = s != NULL;
    return 0;
}

size_t __cdecl mbsrtowcs(wchar_t *dest, const char **source, size_t count, mbstate_t *state)
{
    size_t length = strlen(*source);

    (void)state;
    if (dest == NULL)
        return length;
    mbstowcs(dest, *source, count);
    if (length >= count) {
        *source += count;
        return count;
    }
    *source = NULL;
    return length;
}

size_t __cdecl wcsrtombs(char *dest, const wchar_t **source, size_t count, mbstate_t *state)
{
    size_t length = wcstombs(dest, *source, count);

    (void)state;
    if (dest != NULL && length != (size_t)-1)
        *source = length < count ? NULL : *source + count;
    return length;
}

/* ------------------------------------------------------------------ UTF-8, a character at a time */

/* Bytes that a sequence with this first byte has; 0: none begins so. */
static unsigned CrtUtf8Length(unsigned char first)
{
    return first < 0x80 ? 1 : first < 0xC2 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : 0;
}

static size_t CrtBadSequence(mbstate_t *state)
{
    memset(state, 0, sizeof(*state));
    errno = EILSEQ;
    return (size_t)-1;
}

/* A sequence may come in pieces: _Byte is how many bytes are still to come, _State how many it has, _Wchar its bits so far. */
size_t __cdecl mbrtoc32(char32_t *dest, const char *s, size_t n, mbstate_t *state)
{
    static mbstate_t own;
    static const unsigned long least[] = {0, 0, 0x80, 0x800, 0x10000};
    size_t i;
    unsigned long value;

    if (state == NULL)
        state = &own;
    if (s == NULL) {
        s = "";
        n = 1;
        dest = NULL;
    }
    for (i = 0; i < n; i++) {
        unsigned char byte = (unsigned char)s[i];

        if (state->_Byte == 0) {
            unsigned length = CrtUtf8Length(byte);

            if (length == 0)
                return CrtBadSequence(state);
            state->_State = (unsigned short)length;
            state->_Byte = (unsigned short)(length - 1);
            state->_Wchar = length == 1 ? byte : byte & (0x7Fu >> length);
        } else {
            if ((byte & 0xC0) != 0x80)
                return CrtBadSequence(state);
            state->_Wchar = state->_Wchar << 6 | (byte & 0x3F);
            state->_Byte--;
        }
        if (state->_Byte == 0) {
            value = state->_Wchar;
            if (value < least[state->_State] || value > 0x10FFFF || (value >= 0xD800 && value < 0xE000))
                return CrtBadSequence(state);
            memset(state, 0, sizeof(*state));
            if (dest != NULL)
                *dest = value;
            return value == 0 ? 0 : i + 1;
        }
    }
    return (size_t)-2;
}

/* The second half of a pair waits in _Wchar, marked by a _State that no sequence has. */
#define CRT_HALF 0xFFFF

size_t __cdecl mbrtoc16(char16_t *dest, const char *s, size_t n, mbstate_t *state)
{
    static mbstate_t own;
    char32_t value = 0;
    size_t used;

    if (state == NULL)
        state = &own;
    if (state->_State == CRT_HALF) {
        if (dest != NULL)
            *dest = (char16_t)state->_Wchar;
        memset(state, 0, sizeof(*state));
        return (size_t)-3;
    }
    used = mbrtoc32(&value, s, n, state);
    if (used > 4)
        return used;
    if (value >= 0x10000) {
        state->_State = CRT_HALF;
        state->_Wchar = 0xDC00 | ((value - 0x10000) & 0x3FF);
        value = 0xD800 | (value - 0x10000) >> 10;
    }
    if (dest != NULL && s != NULL)
        *dest = (char16_t)value;
    return used;
}

size_t __cdecl c32rtomb(char *s, char32_t c, mbstate_t *state)
{
    (void)state;
    if (s == NULL)
        return 1;
    if (c > 0x10FFFF || (c >= 0xD800 && c < 0xE000)) {
        errno = EILSEQ;
        return (size_t)-1;
    }
    if (c < 0x80) {
        s[0] = (char)c;
        return 1;
    }
    if (c < 0x800) {
        s[0] = (char)(0xC0 | c >> 6);
        s[1] = (char)(0x80 | (c & 0x3F));
        return 2;
    }
    if (c < 0x10000) {
        s[0] = (char)(0xE0 | c >> 12);
        s[1] = (char)(0x80 | (c >> 6 & 0x3F));
        s[2] = (char)(0x80 | (c & 0x3F));
        return 3;
    }
    s[0] = (char)(0xF0 | c >> 18);
    s[1] = (char)(0x80 | (c >> 12 & 0x3F));
    s[2] = (char)(0x80 | (c >> 6 & 0x3F));
    s[3] = (char)(0x80 | (c & 0x3F));
    return 4;
}

size_t __cdecl c16rtomb(char *s, char16_t c, mbstate_t *state)
{
    static mbstate_t own;
    char32_t value = c;

    if (state == NULL)
        state = &own;
    if (s == NULL) {
        memset(state, 0, sizeof(*state));
        return 1;
    }
    if (state->_State == CRT_HALF) {
        if ((c & 0xFC00) != 0xDC00)
            return CrtBadSequence(state);
        value = 0x10000 + ((state->_Wchar & 0x3FF) << 10) + (c & 0x3FF);
        memset(state, 0, sizeof(*state));
    } else if ((c & 0xFC00) == 0xD800) {
        state->_State = CRT_HALF;
        state->_Wchar = c;
        return 0;
    }
    return c32rtomb(s, value, state);
}
