/* What portable programs of other systems call: time, waiting, strings, the console by number; and a program's own function of such a name. */
#include "check.h"
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/resource.h>
#include <sys/time.h>
#include <sys/times.h>
#include <unistd.h>

void *mempcpy(void *, const void *, size_t);
char *stpcpy(char *, const char *);
char *stpncpy(char *, const char *, size_t);
char *strndup(const char *, size_t);

char *rindex(const char *s, int c)
{
    (void)c;
    return (char *)s;
}

int main(void)
{
    struct timeval a, b;
    struct rusage used;
    struct tms t;
    char s[20] = "xxxxxxxxxx";
    char *end;

    CHECK(gettimeofday(&a, NULL) == 0);
    usleep(20000);
    gettimeofday(&b, NULL);
    long passed = (b.tv_sec - a.tv_sec) * 1000000 + (b.tv_usec - a.tv_usec);
    CHECK(passed >= 20000 && passed < 60000);
    CHECK(getrusage(RUSAGE_SELF, &used) == 0 && used.ru_utime.tv_usec >= 0 && used.ru_utime.tv_usec < 1000000);
    CHECK(times(&t) == t.tms_utime && t.tms_stime == 0);

    end = mempcpy(s, "abc", 3);
    CHECK(end == s + 3);
    end = stpcpy(end, "de");
    CHECK(end == s + 5 && strcmp(s, "abcde") == 0);
    end = stpncpy(s, "hi", 4);
    CHECK(end == s + 2 && s[2] == 0 && s[3] == 0 && s[4] == 'e');
    CHECK(strcmp(strndup("hello", 3), "hel") == 0);
    CHECK(strcasecmp("AbC", "aBc") == 0 && strncasecmp("abX", "ABy", 2) == 0 && strcasecmp("a", "B") < 0);
    CHECK(ffs(0) == 0 && ffs(1) == 1 && ffs(40) == 4 && ffs((int)0x80000000) == 32);
    bcopy("12345", s, 6);
    bzero(s + 1, 1);
    CHECK(bcmp(s, "1\0" "345", 6) == 0 && index("a/b", '/')[1] == 'b');
    CHECK(*rindex("mine", 'n') == 'm');
    errno = 0; /* of stdlib.h */
    CHECK(read(7, s, 1) == -1 && errno != 0);
    CHECK(isatty(STDOUT_FILENO) == 1 && write(STDOUT_FILENO, "", 0) == 0);
    return failures;
}
