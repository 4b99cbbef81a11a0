/* printf and scanf without floating point: a table of what is printed, and what is read back. */
#include "check.h"
#include <errno.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <wchar.h>

static char out[1200];

static const char *fmt(const char *format, ...)
{
    va_list args;

    va_start(args, format);
    CHECK(vsnprintf(out, sizeof(out), format, args) == (int)strlen(out));
    va_end(args);
    return out;
}

static void numbers(void)
{
    CHECK_TEXT(fmt("[%d|%5d|%-5d|%05d|%+d|% d|%+05d]", 42, 42, 42, 42, 42, 42, 42), "[42|   42|42   |00042|+42| 42|+0042]");
    CHECK_TEXT(fmt("[%.3d|%8.3d|%-8.3d|%08.3d|%.0d|%+.0d|%5.0d]", 7, 7, 7, 7, 0, 0, 0), "[007|     007|007     |     007||+|     ]");
    CHECK_TEXT(fmt("[%x|%X|%#x|%#X|%#o|%o|%#x|%#.8x|%#10x|%-#10x|%#010x]", 255, 255, 255, 255, 8, 8, 0, 255, 255, 255, 255),
               "[ff|FF|0xff|0XFF|010|10|0|0x000000ff|      0xff|0xff      |0x000000ff]");
    CHECK_TEXT(fmt("[%#.5o|%#.3o|%#.0o|%#06o|%#.0x|%#o]", 8, 0777, 0, 8, 0, 0), "[00010|0777|0|000010||0]");
    CHECK_TEXT(fmt("[%i|%u|%hd|%hu|%hhd|%hhu|%hhx]", -7, 4000000000u, 70000, 70000, 200, 300, 511), "[-7|4000000000|4464|4464|-56|44|ff]");
    CHECK_TEXT(fmt("[%ld|%lu|%lld|%llu|%I64d|%I64x|%I32d|%I32u]", -1L, 4294967295ul, -1LL, ~0ull, -5000000000ll, 1ull << 40, -3, 7u),
               "[-1|4294967295|-1|18446744073709551615|-5000000000|10000000000|-3|7]");
    CHECK_TEXT(fmt("[%zu|%zd|%td|%jd|%Iu|%Ix]", (size_t)5, (size_t)-5, (ptrdiff_t)-6, (intmax_t)-7, (size_t)8, (size_t)255), "[5|-5|-6|-7|8|ff]");
    CHECK_TEXT(fmt("[%*d|%-*d|%*d|%.*d|%.*d]", 5, 1, 5, 2, -5, 3, 4, 4, -1, 5), "[    1|2    |3    |0004|5]");
    CHECK_TEXT(fmt("[%d|%d|%I64d]", -2147483647 - 1, 2147483647, -9223372036854775807LL - 1), "[-2147483648|2147483647|-9223372036854775808]");
    CHECK_TEXT(fmt("[%p|%20p|%-20p]", (void *)0x1234ABCDu, (void *)1, (void *)1), "[000000001234ABCD|    0000000000000001|0000000000000001    ]");
    CHECK(snprintf(NULL, 0, "%0500d", 1) == 500);
}

static void texts(void)
{
    CHECK_TEXT(fmt("[%s|%8s|%-8s|%.2s|%8.2s|%.*s|%s]", "text", "text", "text", "text", "text", 1, "text", ""), "[text|    text|text    |te|      te|t|]");
    CHECK_TEXT(fmt("[%c|%3c|%-3c]%%", 'a', 'b', 'c'), "[a|  b|c  ]%");
    CHECK_TEXT(fmt("[%ls|%S|%ws|%hs|%.1ls|%lc|%C|%hc]", L"wide", L"Wide", L"w", "n", L"ab", L'x', L'y', 'z'), "[wide|Wide|w|n|a|x|y|z]");
    CHECK_TEXT(fmt("[%s|%.3s|%ls]", (char *)NULL, (char *)NULL, (wchar_t *)NULL), "[(null)|(nu|(null)]");
    CHECK_TEXT(fmt("%.2s", (const char[]){'o', 'k'}), "ok");
}

static void bounds(void)
{
    char b[6];
    wchar_t w[6];

    memset(b, '#', sizeof(b));
    CHECK(snprintf(b, 4, "%d", 12345) == 5 && strcmp(b, "123") == 0 && b[4] == '#');
    memset(b, '#', sizeof(b));
    CHECK(_snprintf(b, 3, "%d", 12345) == -1 && memcmp(b, "123##", 5) == 0);
    memset(b, '#', sizeof(b));
    CHECK(_snprintf(b, 3, "abc") == 3 && memcmp(b, "abc#", 4) == 0);
    CHECK(_snprintf(NULL, 0, "%d", 12345) == 5 && _scprintf("%s!", "abc") == 4 && _scwprintf(L"%s!", L"abc") == 4);
    CHECK(sprintf_s(b, sizeof(b), "%s", "12345") == 5);
    CHECK(_snprintf_s(b, sizeof(b), _TRUNCATE, "%s", "1234567") == -1 && strcmp(b, "12345") == 0);
    CHECK(_snprintf_s(b, sizeof(b), 2, "%s", "1234567") == -1 && strcmp(b, "12") == 0);
    CHECK(swprintf(w, 6, L"%s|%d", L"ab", 7) == 4 && wcscmp(w, L"ab|7") == 0 && swprintf(w, 3, L"abc") < 0);
    CHECK(swprintf_s(w, 6, L"%S", "nar") == 3 && _snwprintf(w, 6, L"%c%C", L'a', 'b') == 2 && wcscmp(w, L"ab") == 0);
}

static void reading(void)
{
    int a = 0, b = 0, n = 0;
    short h = 0;
    signed char c8 = 0;
    long long ll = 0;
    size_t z = 0;
    unsigned x = 0;
    void *p = NULL;
    char s[16], t[16];
    wchar_t w[16];

    CHECK(sscanf("12 -34", "%d%d", &a, &b) == 2 && a == 12 && b == -34);
    CHECK(sscanf("0x1f 017 9", "%i %i %i", &a, &b, &n) == 3 && a == 31 && b == 15 && n == 9);
    CHECK(sscanf("ffFF 777", "%x %o", &x, (unsigned *)&a) == 2 && x == 0xFFFF && a == 511);
    CHECK(sscanf("70000 300", "%hd %hhd", &h, &c8) == 2 && h == 4464 && c8 == 44);
    CHECK(sscanf("-5000000000 77", "%lld %zu", &ll, &z) == 2 && ll == -5000000000LL && z == 77);
    CHECK(sscanf("-6000000000", "%I64d", &ll) == 1 && ll == -6000000000LL);
    CHECK(sscanf("0000000012345678", "%p", &p) == 1 && p == (void *)0x12345678);
    CHECK(sscanf("12345", "%3d%d", &a, &b) == 2 && a == 123 && b == 45);
    CHECK(sscanf("1,2", "%d ,%d%n", &a, &b, &n) == 2 && n == 3);
    CHECK(sscanf("abc def", "%s %2s", s, t) == 2 && strcmp(s, "abc") == 0 && strcmp(t, "de") == 0);
    CHECK(sscanf("key=value;", "%[^=]=%[a-z]", s, t) == 2 && strcmp(s, "key") == 0 && strcmp(t, "value") == 0);
    CHECK(sscanf("]x", "%[]]%c", s, t) == 2 && strcmp(s, "]") == 0 && t[0] == 'x');
    CHECK(sscanf("xyz", "%2c", s) == 1 && s[0] == 'x' && s[1] == 'y');
    CHECK(sscanf("skip 5", "%*s %d", &a) == 1 && a == 5);
    CHECK(sscanf("50%", "%d%%", &a) == 1 && sscanf("", "%d", &a) == EOF && sscanf("x", "%d", &a) == 0);
    CHECK(sscanf("wide", "%ls", w) == 1 && wcscmp(w, L"wide") == 0 && sscanf("wide", "%S", w) == 1);
    CHECK(swscanf(L"w 7", L"%s %d", w, &a) == 2 && wcscmp(w, L"w") == 0 && a == 7 && swscanf(L"nar", L"%hs", s) == 1 && strcmp(s, "nar") == 0);
    CHECK(sscanf_s("bounded", "%s", s, 16u) == 1 && sscanf_s("abc", "%c", s, 1u) == 1 && s[0] == 'a');
}

int main(void)
{
    numbers();
    texts();
    bounds();
    reading();
    return failures;
}
