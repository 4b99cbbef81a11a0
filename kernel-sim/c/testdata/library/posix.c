/* What portable programs of other systems call: time, waiting, strings, the console by number; and a program's own function of such a name. */
#define _DEFAULT_SOURCE
#include "check.h"
#include <errno.h>
#include <getopt.h>
#include <malloc.h>
#include <sched.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/param.h>
#include <sys/resource.h>
#include <sys/time.h>
#include <sys/times.h>
#include <time.h>
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

extern char *optarg; /* as old programs have it */
extern int optind, opterr, optopt;

static void options(void)
{
    char *short_ones[] = {"prog", "-ab", "-c5", "-c", "six", "-x", "--", "-rest", "more", NULL};
    char *long_ones[] = {"prog", "--count=3", "--verb", "--out", "file", "--count", "plain", NULL};
    int verbose = 0, at = -1;
    struct option longs[] = {
        {"count", required_argument, NULL, 'c'}, {"verbose", no_argument, &verbose, 7}, {"out", required_argument, NULL, 'o'}, {0}};

    opterr = 0;
    CHECK(getopt(9, short_ones, "abc:") == 'a' && optind == 1);
    CHECK(getopt(9, short_ones, "abc:") == 'b' && optind == 2);
    CHECK(getopt(9, short_ones, "abc:") == 'c' && strcmp(optarg, "5") == 0);
    CHECK(getopt(9, short_ones, "abc:") == 'c' && strcmp(optarg, "six") == 0 && optind == 5);
    CHECK(getopt(9, short_ones, "abc:") == '?' && optopt == 'x');
    CHECK(getopt(9, short_ones, "abc:") == -1 && optind == 7 && strcmp(short_ones[optind], "-rest") == 0);
    optind = 1;
    CHECK(getopt_long(7, long_ones, "c:", longs, &at) == 'c' && at == 0 && strcmp(optarg, "3") == 0);
    CHECK(getopt_long(7, long_ones, "c:", longs, &at) == 0 && at == 1 && verbose == 7);
    CHECK(getopt_long(7, long_ones, "c:", longs, &at) == 'o' && strcmp(optarg, "file") == 0);
    CHECK(getopt_long(6, long_ones, "c:", longs, &at) == '?');
}

static void blocks(void)
{
    char *block[20];
    void *result = NULL;
    size_t alignment, size;
    int i = 0;

    for (alignment = 1; alignment <= 4096; alignment *= 2) {
        size = 100 * alignment;
        block[i] = aligned_alloc(alignment, size);
        CHECK(block[i] != NULL && ((uintptr_t)block[i] & (alignment - 1)) == 0 && _msize(block[i]) == size);
        memset(block[i++], 1, size);
    }
    CHECK(posix_memalign(&result, 64, 1000) == 0 && ((uintptr_t)result & 63) == 0);
    strcpy(result, "kept");
    result = realloc(result, 5000);
    CHECK(strcmp(result, "kept") == 0);
    free(result);
    CHECK(posix_memalign(&result, 3, 8) == EINVAL && posix_memalign(&result, 0, 8) == EINVAL);
    while (i > 0)
        free(block[--i]);
}

static void numbers(void)
{
    unsigned short state[3] = {0x330E, 1, 0};
    long first;

    srand48(1);
    first = lrand48();
    CHECK(first == 89400484);
    CHECK(nrand48(state) == first);
    srand48(1);
    CHECK(drand48() == 0x1.5509292a202p-5);
    CHECK(mrand48() == 1952030186);
    srandom(7);
    first = random();
    srandom(7);
    CHECK(random() == first && first >= 0);
}

static void pieces(void)
{
    char line[] = "a,,b c", words[] = "one  two";
    char *rest = line, *state;

    CHECK(strcmp(strsep(&rest, ", "), "a") == 0 && strcmp(strsep(&rest, ", "), "") == 0 && strcmp(strsep(&rest, ", "), "b") == 0);
    CHECK(strcmp(strsep(&rest, ", "), "c") == 0 && rest == NULL && strsep(&rest, ", ") == NULL);
    CHECK(strcmp(strtok_r(words, " ", &state), "one") == 0 && strcmp(strtok_r(NULL, " ", &state), "two") == 0);
    CHECK(strtok_r(NULL, " ", &state) == NULL && MAX(2, 3) == 3 && MIN(2, 3) == 2);
}

static void clocks(void)
{
    struct timespec a, b, wait = {0, 20000000};
    struct tm broken;
    time_t day = 86400;

    CHECK(clock_gettime(CLOCK_MONOTONIC, &a) == 0 && nanosleep(&wait, NULL) == 0 && sched_yield() == 0);
    clock_gettime(CLOCK_MONOTONIC, &b);
    CHECK((b.tv_sec - a.tv_sec) * 1000000000LL + b.tv_nsec - a.tv_nsec >= 20000000);
    CHECK(gmtime_r(&day, &broken) == &broken && broken.tm_mday == 2 && broken.tm_year == 70);
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
    options();
    blocks();
    numbers();
    pieces();
    clocks();
    return failures;
}
