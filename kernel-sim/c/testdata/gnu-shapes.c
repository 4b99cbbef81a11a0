/* Short conditionals of every type, values of labelled expressions, packed members and enums, old definitions that return pointers. */
#include "lab.h"

static double half = 0.5, none;
static int three = 3;

enum __attribute__((packed)) small { SMALL, SMALLER };
enum { MINUS = -1, PLUS } __attribute__((packed)) sign;
enum __attribute__((__packed__)) { WIDE = 1000 } wide;
struct header { enum small kind, also; unsigned short length; };
struct loose { char a; int x[2] __attribute__((packed)); };
struct tight { char a; __attribute__((packed)) long long q; short s; };
struct one { int x; };
struct page { struct one __attribute__((__aligned__(4096))) s; };

static int first(void) { return 1; }
int (*choose(a))() unsigned a; { return a ? first : 0; }
static int (*(both(x, y)))(void) int x; char y; { return x + y > 3 ? first : 0; }
int (*rows(a, b))[3] int a, b; { static int t[3]; t[0] = a; t[1] = b; return &t; }

static int bounds(int a[__restrict__], int b[__const__ 3], int c[restrict const static 2]) { return a[0] + b[1] + c[1]; }

static void shorts(void)
{
    long long big = 1LL << 40;
    float f = 0.25f;
    lab_out((half ?: three) * 4);
    lab_out((none ?: three) / 2 * 4);
    lab_out(sizeof(half ?: three) * 10 + sizeof(f ?: three));
    lab_out(((half ?: three) == 0.5) * 10 + ((f ?: 1) == 0.25));
    lab_out(((three - 3) ?: big) >> 32);
    lab_out(2.5 ?: 1);
}

static void blocks(void)
{
    int r = ({ goto label; label: 1; });
    lab_out(r);
    lab_out(({ int k = r; if (k) goto out; k = 5; out: again: k + 1; }));
}

int main(void)
{
    int a[3] = {1, 2, 3};
    struct loose l = {1, {2, 3}};
    l.x[1]++;
    shorts();
    blocks();
    lab_out(sizeof(enum small) * 1000 + sizeof sign * 100 + sizeof wide * 10 + sizeof(struct header));
    sign = MINUS;
    wide = WIDE;
    lab_out(sign * 10000 + wide);
    lab_out(sizeof(struct loose) * 100 + sizeof(struct tight));
    lab_out(__builtin_offsetof(struct tight, s) * 10000 + sizeof(struct page));
    lab_out(l.x[0] * 10 + l.x[1]);
    lab_out(choose(1)() + (both(1, 1) == 0) * 10 + both(3, 1)() * 100 + (*rows(5, 6))[1] * 1000);
    lab_out(bounds(a, a, a));
    return 0;
}
