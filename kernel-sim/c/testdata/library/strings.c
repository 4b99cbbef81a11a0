/* string.h and its wide twin, with Microsoft's additions. */
#include "check.h"
#include <errno.h>
#include <stdlib.h>
#include <wchar.h>

static int invalid;

static void on_invalid(const wchar_t *expression, const wchar_t *function, const wchar_t *file, unsigned line, uintptr_t reserved)
{
    invalid += expression == NULL && function == NULL && file == NULL && line == 0 && reserved == 0;
}

static void memory(void)
{
    char b[16] = "0123456789";
    wchar_t w[4] = L"abc";

    memmove(b + 2, b, 5);
    CHECK_TEXT(b, "0101234789");
    memmove(b, b + 2, 5);
    CHECK_TEXT(b, "0123434789");
    CHECK(memchr(b, '7', 10) == b + 7 && memchr(b, '7', 7) == NULL);
    CHECK(memcmp("a\200", "a\1", 2) > 0 && memcmp("ab", "ab", 2) == 0 && memcmp("x", "y", 0) == 0);
    CHECK(memset(b, 'z', 3) == b && b[2] == 'z' && b[3] == '3');
    CHECK(_memccpy(b, "hello", 'l', 5) == b + 3 && b[2] == 'l' && _memccpy(b, "hello", 'q', 5) == NULL);
    CHECK(_memicmp("ABC", "abd", 3) < 0 && _memicmp("ABC", "abc", 3) == 0);
    CHECK(wmemchr(w, 'c', 3) == w + 2 && wmemcmp(w, L"abd", 3) < 0 && wmemset(w, 'q', 2)[1] == 'q' && w[2] == 'c');
}

static void searching(void)
{
    const char *s = "the quick brown fox";
    char copy[32];
    char *rest;

    CHECK(strchr(s, 'q') == s + 4 && strchr(s, 0) == s + 19 && strchr(s, '!') == NULL);
    CHECK(strrchr(s, 'o') == s + 17 && strrchr(s, 0) == s + 19);
    CHECK(strstr(s, "brown") == s + 10 && strstr(s, "") == s && strstr(s, "brownx") == NULL && strstr("aab", "ab")[0] == 'a');
    CHECK(strspn(s, "eht ") == 4 && strcspn(s, "kq") == 4 && strspn("", "a") == 0 && strcspn("abc", "") == 3);
    CHECK(strpbrk(s, "zxk") == s + 8 && strpbrk(s, "Z") == NULL);
    strcpy(copy, ",,a,,b;c,");
    CHECK_TEXT(strtok(copy, ","), "a");
    CHECK_TEXT(strtok(NULL, ","), "b;c");
    CHECK(strtok(NULL, ",") == NULL);
    strcpy(copy, "x-y");
    CHECK_TEXT(strtok_s(copy, "-", &rest), "x");
    CHECK_TEXT(strtok_s(NULL, "-", &rest), "y");
    CHECK(strtok_s(NULL, "-", &rest) == NULL);
    CHECK(wcsstr(L"abcabd", L"abd")[2] == 'd' && wcspbrk(L"abc", L"zc")[0] == 'c' && wcsspn(L"aab", L"a") == 2 && wcscspn(L"aab", L"b") == 2);
}

static void comparing(void)
{
    char out[8];

    CHECK(strcmp("a", "b") < 0 && strcmp("b", "a") > 0 && strcmp("a\200", "a\1") > 0 && strcmp("", "") == 0);
    CHECK(strncmp("abc", "abd", 2) == 0 && strncmp("abc", "abd", 3) < 0 && strncmp("a", "ab", 9) < 0);
    CHECK(_stricmp("HeLLo", "hEllO") == 0 && _stricmp("a", "B") < 0 && _stricmp("Z", "a") > 0 && _stricmp("_", "A") < 0);
    CHECK(_strnicmp("HELP", "helm", 3) == 0 && _strnicmp("HELP", "helm", 4) > 0);
    CHECK(strcoll("a", "b") < 0 && wcscoll(L"b", L"a") > 0 && _stricoll("A", "a") == 0);
    CHECK(strxfrm(out, "abc", sizeof(out)) == 3 && strcmp(out, "abc") == 0 && strxfrm(NULL, "abcdef", 0) == 6);
    CHECK(wcscmp(L"\x4e00", L"a") > 0 && wcsncmp(L"abc", L"abd", 2) == 0 && _wcsicmp(L"ABC", L"abc") == 0);
}

static void making(void)
{
    char b[16];
    char *copy = _strdup("copy");
    wchar_t w[8];

    CHECK_TEXT(copy, "copy");
    free(copy);
    memset(b, 'x', sizeof(b));
    CHECK(strncpy(b, "ab", 5) == b && b[4] == 0 && b[5] == 'x');
    CHECK_TEXT(strncat(b, "cdef", 3), "abcde");
    CHECK_TEXT(strcat(b, "!"), "abcde!");
    CHECK_TEXT(_strrev(b), "!edcba");
    CHECK_TEXT(_strupr(b), "!EDCBA");
    CHECK_TEXT(_strlwr(b), "!edcba");
    CHECK_TEXT(_strnset(b, '*', 3), "***cba");
    CHECK_TEXT(_strset(b, '-'), "------");
    CHECK(_set_invalid_parameter_handler(on_invalid) == NULL && _get_invalid_parameter_handler() == on_invalid);
    CHECK(_strupr_s(b, 3) == EINVAL && b[0] == 0 && errno == EINVAL && invalid == 1);
    strcpy(b, "low");
    CHECK(_strupr_s(b, sizeof(b)) == 0 && strcmp(b, "LOW") == 0);
    wcscpy(w, L"abc");
    CHECK(wcscmp(_wcsrev(w), L"cba") == 0 && wcscmp(_wcsupr(w), L"CBA") == 0 && wcscmp(_wcsnset(w, '1', 2), L"11A") == 0);
    CHECK(wcsncpy(w, L"x", 3) == w && w[2] == 0 && wcsncat(w, L"yz", 1)[1] == 'y' && w[2] == 0);
}

static void bounded(void)
{
    char b[8] = "old";
    wchar_t w[4] = L"";

    CHECK(strcpy_s(b, sizeof(b), "seven77") == 0 && strcmp(b, "seven77") == 0);
    CHECK(strncpy_s(b, sizeof(b), "abcdefgh", 3) == 0 && strcmp(b, "abc") == 0);
    CHECK(strncpy_s(b, 4, "abcdefgh", _TRUNCATE) == STRUNCATE && strcmp(b, "abc") == 0);
    CHECK(strcat_s(b, sizeof(b), "defg") == 0 && strcmp(b, "abcdefg") == 0);
    CHECK(strcpy_s(b, sizeof(b), "ab") == 0 && strncat_s(b, sizeof(b), "cdefghijk", 3) == 0 && strcmp(b, "abcde") == 0);
    CHECK(memcpy_s(b, sizeof(b), "xy", 2) == 0 && b[0] == 'x' && b[2] == 'c');
    CHECK(memmove_s(b + 1, sizeof(b) - 1, b, 3) == 0 && b[1] == 'x' && b[2] == 'y');
    CHECK(wcscpy_s(w, 4, L"abc") == 0 && wcsncat_s(w, 4, L"", 1) == 0 && wcslen(w) == 3);
    invalid = 0;
    CHECK(strcpy_s(b, 3, "four") == ERANGE && b[0] == 0 && errno == ERANGE && invalid == 1);
    CHECK(strcpy_s(NULL, 3, "four") == EINVAL && wcscat_s(w, 4, L"d") == ERANGE && w[0] == 0 && invalid == 3);
    CHECK(memcpy_s(b, 2, "xyz", 3) == ERANGE && b[0] == 0 && memcpy_s(NULL, 0, NULL, 0) == 0 && invalid == 4);
    CHECK(sprintf_s(b, 3, "%d", 1234) == -1 && b[0] == 0 && errno == ERANGE && invalid == 5);
    CHECK(strnlen("abc", 2) == 2 && strnlen("abc", 9) == 3 && wcsnlen(L"abc", 2) == 2);
}

static void errors(void)
{
    char b[40];

    CHECK_TEXT(strerror(0), "No error");
    CHECK_TEXT(strerror(ENOENT), "No such file or directory");
    CHECK_TEXT(strerror(ERANGE), "Result too large");
    CHECK_TEXT(strerror(12345), "Unknown error");
    CHECK(strerror_s(b, 8, EINVAL) == 0 && strcmp(b, "Invalid") == 0);
    errno = ENOMEM;
    CHECK_TEXT(_strerror("m"), "m: Not enough space\n");
}

int main(void)
{
    memory();
    searching();
    comparing();
    making();
    bounded();
    errors();
    return failures;
}
