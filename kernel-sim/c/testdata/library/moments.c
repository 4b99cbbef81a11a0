/* time.h: calendar arithmetic and its texts. */
#include "check.h"
#include <stdlib.h>
#include <time.h>
#include <wchar.h>

static char out[80];

static const char *text(const char *format, time_t when)
{
    struct tm *t = gmtime(&when);

    out[0] = 0;
    strftime(out, sizeof(out), format, t);
    return out;
}

int main(void)
{
    struct tm t;
    time_t now;
    time_t when = 951782400; /* 2000-02-29 00:00:00 */
    wchar_t wide[24];

    CHECK_TEXT(text("%Y-%m-%d %H:%M:%S %j %a %A %b %B", when), "2000-02-29 00:00:00 060 Tue Tuesday Feb February");
    CHECK_TEXT(text("%y %C %e|%I %p|%u %w|%U %W|%D %F|%R %T|%%", when + 49507), "00 20 29|01 PM|2 2|09 09|02/29/00 2000-02-29|13:45 13:45:07|%");
    CHECK_TEXT(text("%G-W%V %g", 1104537600), "2004-W53 04"); /* 2005-01-01 */
    CHECK_TEXT(text("%G-W%V", 1230681600), "2009-W01");      /* 2008-12-31 */
    CHECK_TEXT(text("%d.%m.%Y", 4102444799), "31.12.2099");
    CHECK_TEXT(asctime(gmtime(&when)), "Tue Feb 29 00:00:00 2000\n");
    when = 1136171045; /* 2006-01-02 03:04:05 */
    CHECK_TEXT(asctime(gmtime(&when)), "Mon Jan  2 03:04:05 2006\n");
    CHECK_TEXT(text("%c|%x|%X|%r", when), "Mon Jan  2 03:04:05 2006|01/02/06|03:04:05|03:04:05 AM");
    CHECK_TEXT(text("%#T|%#R|%#D|%#F|%#e|%#j|%#y|%#X", when), "3:4:5|3:4|1/2/6|2006-1-2|2|2|6|03:04:05");
    CHECK_TEXT(text("%#x|%#c", when), "Monday, January 02, 2006|Monday, January 02, 2006 03:04:05");
    when = 951782400;
    t = *gmtime(&when);
    CHECK(t.tm_yday == 59 && t.tm_wday == 2 && t.tm_year == 100 && t.tm_isdst == 0);
    t.tm_mday += 366;
    t.tm_hour -= 25;
    CHECK(_mkgmtime(&t) == when + 365 * 86400 - 3600 && t.tm_mon == 1 && t.tm_mday == 27 && t.tm_hour == 23);
    t.tm_mon = -1;
    t.tm_mday = 1;
    t.tm_hour = 0;
    CHECK(_mkgmtime(&t) == 975628800); /* 2000-12-01 */
    CHECK(strftime(out, 5, "%Y!", &t) == 0 && wcsftime(wide, 24, L"%Y/%m", &t) == 7 && wcscmp(wide, L"2000/12") == 0);
    now = time(NULL);
    CHECK(now > 1000000000 && time(&when) >= now && when >= now);
    CHECK(clock() >= 0 && CLOCKS_PER_SEC == 1000);
    return failures;
}
