/* stdlib.h: numbers in text, arithmetic, sorting, searching, memory, the environment. */
#include "check.h"
#include <ctype.h>
#include <errno.h>
#include <inttypes.h>
#include <limits.h>
#include <search.h>
#include <stdlib.h>
#include <wchar.h>

static void parsing(void)
{
    char *end;
    wchar_t *wend;
    const char *s = "  -0x1Fz";

    CHECK(strtol(s, &end, 0) == -31 && end == s + 7);
    CHECK(strtol("0777", NULL, 0) == 511 && strtol("0777", NULL, 10) == 777 && strtol("zz", NULL, 36) == 35 * 36 + 35);
    s = "0xg";
    CHECK(strtol(s, &end, 16) == 0 && end == s + 1);
    s = "+";
    CHECK(strtol(s, &end, 10) == 0 && end == s);
    errno = 0;
    CHECK(strtol("2147483648", NULL, 10) == LONG_MAX && errno == ERANGE);
    errno = 0;
    CHECK(strtol("-2147483649", NULL, 10) == LONG_MIN && errno == ERANGE);
    CHECK(strtoul("-1", NULL, 10) == ULONG_MAX && strtoull("-1", NULL, 10) == ULLONG_MAX);
    errno = 0;
    CHECK(strtoull("18446744073709551616", NULL, 10) == ULLONG_MAX && errno == ERANGE);
    CHECK(strtoll("-9223372036854775808", NULL, 10) == LLONG_MIN && _strtoi64("9223372036854775807", NULL, 10) == LLONG_MAX);
    CHECK(atoi("  42abc") == 42 && atol("-7") == -7 && atoll("123456789012") == 123456789012LL && _atoi64("-5") == -5);
    CHECK(wcstol(L"12x", &wend, 10) == 12 && *wend == 'x' && _wtoi(L"77") == 77 && _wcstoui64(L"ff", NULL, 16) == 255);
    CHECK(strtoimax("-12", NULL, 10) == -12 && strtoumax("12", NULL, 8) == 10 && imaxabs(INTMAX_C(-5)) == 5);
    CHECK(imaxdiv(-7, 2).quot == -3 && imaxdiv(-7, 2).rem == -1);
}

static void writing(void)
{
    char b[70];
    wchar_t w[40];

    CHECK_TEXT(_itoa(-255, b, 10), "-255");
    CHECK_TEXT(_itoa(-1, b, 16), "ffffffff");
    CHECK_TEXT(_itoa(35, b, 36), "z");
    CHECK_TEXT(_ltoa(LONG_MIN, b, 10), "-2147483648");
    CHECK_TEXT(_ultoa(4000000000ul, b, 10), "4000000000");
    CHECK_TEXT(_i64toa(LLONG_MIN, b, 10), "-9223372036854775808");
    CHECK_TEXT(_ui64toa(ULLONG_MAX, b, 2), "1111111111111111111111111111111111111111111111111111111111111111");
    CHECK(_itoa_s(-12, b, 4, 10) == 0 && strcmp(b, "-12") == 0);
    CHECK(_i64toa_s(-1, b, sizeof(b), 16) == 0 && strcmp(b, "ffffffffffffffff") == 0);
    CHECK(wcscmp(_itow(-9, w, 10), L"-9") == 0 && _ui64tow_s(10, w, 40, 2) == 0 && wcscmp(w, L"1010") == 0);
}

static void arithmetic(void)
{
    CHECK(abs(-5) == 5 && labs(-5L) == 5 && llabs(-5LL) == 5);
    CHECK(div(-7, 2).quot == -3 && div(-7, 2).rem == -1 && ldiv(7, -2).quot == -3 && lldiv(-9LL, 4).rem == -1);
    srand(1);
    CHECK(rand() == 41 && rand() == 18467 && rand() == 6334);
    srand(42);
    CHECK(rand() == 175 && rand() == 400 && RAND_MAX == 32767);
}

static int __cdecl ascending(const void *a, const void *b)
{
    int x = *(const int *)a;
    int y = *(const int *)b;

    return (x > y) - (x < y);
}

static int __cdecl by_context(void *context, const void *a, const void *b)
{
    return *(int *)context * ascending(a, b);
}

static int __cdecl by_text(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static void sorting(void)
{
    static int n[500];
    int i;
    int minus = -1;
    unsigned count;
    const char *words[] = {"pear", "apple", "fig"};

    for (i = 0; i < 500; i++)
        n[i] = i * 7919 % 1009;
    qsort(n, 500, sizeof(int), ascending);
    for (i = 1; i < 500 && n[i - 1] <= n[i]; i++)
        ;
    CHECK(i == 500);
    i = n[123];
    CHECK(*(int *)bsearch(&i, n, 500, sizeof(int), ascending) == i);
    i = 2000;
    CHECK(bsearch(&i, n, 500, sizeof(int), ascending) == NULL);
    qsort_s(n, 500, sizeof(int), by_context, &minus);
    for (i = 1; i < 500 && n[i - 1] >= n[i]; i++)
        ;
    CHECK(i == 500);
    i = n[17];
    CHECK(*(int *)bsearch_s(&i, n, 500, sizeof(int), by_context, &minus) == i);
    qsort(words, 3, sizeof(words[0]), by_text);
    CHECK_TEXT(words[0], "apple");
    CHECK_TEXT(words[2], "pear");
    count = 2;
    i = n[0] + 1;
    CHECK(_lfind(&i, n, &count, sizeof(int), ascending) == NULL);
    CHECK(_lsearch(&i, n, &count, sizeof(int), ascending) == n + 2 && count == 3 && n[2] == i);
    qsort(n, 0, sizeof(int), ascending);
}

static void memory(void)
{
    char *block[64];
    unsigned i;
    unsigned round;
    char *p;

    for (i = 0; i < 64; i++)
        block[i] = NULL;
    srand(7);
    for (round = 0; round < 2000; round++) {
        unsigned size = (unsigned)rand() % 900 + 1;

        i = (unsigned)rand() % 64;
        if (block[i] != NULL)
            CHECK((unsigned char)block[i][0] == i && ((size_t)block[i] & 15) == 0);
        if (rand() % 3 == 0) {
            free(block[i]);
            block[i] = NULL;
        } else {
            block[i] = realloc(block[i], size);
            CHECK(block[i] != NULL && _msize(block[i]) == size);
            memset(block[i], (int)i, size);
        }
    }
    for (i = 0; i < 64; i++)
        free(block[i]);
    p = calloc(1000, 3);
    for (i = 0; i < 3000 && p[i] == 0; i++)
        ;
    CHECK(i == 3000);
    p = _recalloc(p, 1000, 5);
    CHECK(p[4999] == 0);
    free(p);
    errno = 0;
    CHECK(calloc((size_t)-1 / 2, 3) == NULL && errno == ENOMEM);
    CHECK(malloc((size_t)-64) == NULL);
    p = malloc(0);
    CHECK(p != NULL);
    free(p);
    p = _aligned_malloc(100, 256);
    CHECK(((size_t)p & 255) == 0);
    strcpy(p, "kept");
    p = _aligned_realloc(p, 5000, 512);
    CHECK(((size_t)p & 511) == 0 && strcmp(p, "kept") == 0);
    _aligned_free(p);
    p = malloc(10);
    strcpy(p, "grow");
    p = realloc(p, 300000);
    CHECK_TEXT(p, "grow");
    p = realloc(p, 5);
    CHECK_TEXT(p, "grow");
    CHECK(realloc(p, 0) == NULL);
}

static void environment(void)
{
    char b[8];
    size_t needed;
    char *copy;
    char drive[4], directory[20], name[20], extension[8], path[40];

    CHECK(getenv("LAB_NONE") == NULL);
    CHECK(_putenv("LAB_A=one") == 0 && strcmp(getenv("lab_a"), "one") == 0);
    CHECK(_putenv_s("LAB_A", "three") == 0 && wcscmp(_wgetenv(L"LAB_A"), L"three") == 0);
    CHECK(getenv_s(&needed, b, sizeof(b), "LAB_A") == 0 && needed == 6 && strcmp(b, "three") == 0);
    CHECK(_dupenv_s(&copy, &needed, "LAB_A") == 0 && needed == 6 && strcmp(copy, "three") == 0);
    free(copy);
    CHECK(_putenv("LAB_A=") == 0 && getenv("LAB_A") == NULL);
    CHECK(system("dir") != 0);
    _splitpath("C:\\dir\\sub/file.tar.gz", drive, directory, name, extension);
    CHECK_TEXT(drive, "C:");
    CHECK_TEXT(directory, "\\dir\\sub/");
    CHECK_TEXT(name, "file.tar");
    CHECK_TEXT(extension, ".gz");
    _makepath(path, "D", "a\\b", "n", "txt");
    CHECK_TEXT(path, "D:a\\b\\n.txt");
}

static void characters(void)
{
    int c;
    int alpha = 0, digit = 0, space = 0, punct = 0, cntrl = 0, print = 0, hex = 0;

    for (c = 0; c < 128; c++) {
        alpha += isalpha(c) != 0;
        digit += isdigit(c) != 0;
        space += isspace(c) != 0;
        punct += ispunct(c) != 0;
        cntrl += iscntrl(c) != 0;
        print += isprint(c) != 0;
        hex += isxdigit(c) != 0;
        CHECK((isalnum(c) != 0) == (isalpha(c) || isdigit(c)) && (isgraph(c) != 0) == (isprint(c) && c != ' '));
        CHECK(toupper(tolower(c)) == toupper(c));
    }
    CHECK(alpha == 52 && digit == 10 && space == 6 && punct == 32 && cntrl == 33 && print == 95 && hex == 22);
    CHECK(!isalpha(EOF) && !isdigit(200) && isblank('\t') && !isblank('\n'));
}

int main(void)
{
    parsing();
    writing();
    arithmetic();
    sorting();
    memory();
    environment();
    characters();
    return failures;
}
