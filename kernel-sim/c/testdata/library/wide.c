/* wchar.h, wctype.h, uchar.h. */
#include "check.h"
#include <errno.h>
#include <locale.h>
#include <stdlib.h>
#include <uchar.h>
#include <wchar.h>
#include <wctype.h>

static void classes(void)
{
    int c;

    for (c = 1; c < 128; c++) {
        CHECK((iswctype((wint_t)c, wctype("alnum")) != 0) == (iswalnum((wint_t)c) != 0));
        CHECK((iswctype((wint_t)c, wctype("space")) != 0) == (iswspace((wint_t)c) != 0));
        CHECK((iswctype((wint_t)c, wctype("xdigit")) != 0) == (iswxdigit((wint_t)c) != 0));
        CHECK((iswctype((wint_t)c, wctype("upper")) != 0) == (iswupper((wint_t)c) != 0));
        CHECK((iswgraph((wint_t)c) != 0) == (iswalnum((wint_t)c) || iswpunct((wint_t)c)));
    }
    CHECK(wctype("nothing") == 0 && towctrans('a', wctrans("toupper")) == 'A' && towctrans('A', wctrans("tolower")) == 'a');
    CHECK(iswblank('\t') && iswcntrl(7) && !iswcntrl('a') && towupper('z') == 'Z');
}

static void bytes(void)
{
    wchar_t w[8];
    char b[8];
    const char *from = "abc";
    const wchar_t *wide = L"xyz";
    mbstate_t state;
    size_t n;

    memset(&state, 0, sizeof(state));
    CHECK(mbrtowc(w, "q", 1, &state) == 1 && w[0] == 'q' && mbrtowc(w, "", 1, &state) == 0 && mbsinit(&state));
    CHECK(wcrtomb(b, L'q', &state) == 1 && b[0] == 'q' && btowc('a') == L'a' && btowc(EOF) == WEOF && wctob(L'a') == 'a');
    CHECK(mbsrtowcs(w, &from, 8, &state) == 3 && from == NULL && wcscmp(w, L"abc") == 0);
    CHECK(wcsrtombs(b, &wide, 8, &state) == 3 && wide == NULL && strcmp(b, "xyz") == 0);
    CHECK(mbstowcs(w, "hello", 3) == 3 && w[2] == 'l' && wcstombs(b, L"hi", 8) == 2 && mblen("a", 1) == 1);
    CHECK(mbstowcs_s(&n, w, 8, "abc", _TRUNCATE) == 0 && n == 4 && wcstombs_s(&n, b, 8, L"de", _TRUNCATE) == 0 && n == 3);
    CHECK(wcstombs(b, L"\x4e00", 8) == (size_t)-1 && errno == EILSEQ);
}

static void unicode(void)
{
    static const unsigned char euro[] = {0xE2, 0x82, 0xAC, 0}, clef[] = {0xF0, 0x9D, 0x84, 0x9E, 0}, bad[] = {0xC0, 0x80, 0};
    char16_t c16[2];
    char32_t c32 = 0;
    char b[5] = {0};
    mbstate_t state;

    memset(&state, 0, sizeof(state));
    CHECK(mbrtoc16(c16, (const char *)euro, 3, &state) == 3 && c16[0] == 0x20AC);
    CHECK(mbrtoc16(c16, (const char *)clef, 4, &state) == 4 && c16[0] == 0xD834);
    CHECK(mbrtoc16(c16 + 1, (const char *)clef + 4, 1, &state) == (size_t)-3 && c16[1] == 0xDD1E);
    CHECK(mbrtoc32(&c32, (const char *)clef, 2, &state) == (size_t)-2 && mbrtoc32(&c32, (const char *)clef + 2, 2, &state) == 2 && c32 == 0x1D11E);
    CHECK(mbrtoc32(&c32, (const char *)bad, 2, &state) == (size_t)-1);
    memset(&state, 0, sizeof(state));
    CHECK(c16rtomb(b, 0xD834, &state) == 0 && c16rtomb(b, 0xDD1E, &state) == 4 && memcmp(b, clef, 5) == 0);
    memset(b, 0, sizeof(b));
    CHECK(c32rtomb(b, 0x20AC, &state) == 3 && memcmp(b, euro, 4) == 0);
}

int main(void)
{
    classes();
    bytes();
    unicode();
    CHECK_TEXT(setlocale(LC_ALL, NULL), "C");
    CHECK(setlocale(LC_ALL, "xx_none") == NULL && localeconv()->decimal_point[0] == '.' && localeconv()->thousands_sep[0] == 0);
    return failures;
}
