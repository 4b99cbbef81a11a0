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

typedef unsigned long long slot __attribute__((aligned(16)));
typedef slot again;
struct slots { char c; slot x; char d; again y; };

struct K { int J; int L[3]; int M; };
struct N { int O; struct K P[3]; int Q; };
static struct N ranges[] = { [0 ... 2].P[1 ... 2].L[0 ... 1] = 4, 5, 6, 7 };
static int deep[][2][4] = { [2 ... 4][0 ... 1][2 ... 3] = 1, [2] = 2, [2][0][2] = 3 };

static const struct pair { int a[4]; } original = {{1, 2, 3, 4}};
static const struct pair other __attribute__((alias("original")));

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

static int steps;
static void *start;

static void va(int n, ...)
{
    __builtin_va_list ap;
    __builtin_va_start(ap, n);
    start = __builtin_va_arg(ap, __typeof__(int (*)[++steps]));
    __builtin_va_end(ap);
}

/* The lengths in a type are evaluated once, with what the type stands in. */
static void lengths(void)
{
    int store[8][8] = {{1}}, k, t = 0;
    int (*row)[8] = store;
    start = (int (*)[++steps])store;
    lab_out(steps);
    start = (int (*)[++steps]){store};
    (void)(int (*)[++steps]){store};
    lab_out(steps);
    va(1, store);
    lab_out(steps * 10 + (start == store));
    k = sizeof(*(++steps, (char (*)[steps])store));
    lab_out(steps * 10 + k);
    (steps = 1), (void)(__typeof__((int (*)[(k = ++steps)])start))start;
    lab_out(steps * 10 + k);
    char bytes[1][steps + 3];
    (void)sizeof(bytes[t++]);
    lab_out(t);
    store[t++];
    (void)store[t++];
    *row++;
    lab_out(t * 10 + (row - store));
}

static void copies(void)
{
    struct pair b = other;
    struct N local[] = { [0 ... 2].P[1 ... 2].L[0 ... 1] = 4, 5, 6, 7 };
    int sum = 0, i;
    lab_out(b.a[2]);
    for (i = 0; i < sizeof ranges / 4; i++) sum = sum * 3 + ((int *)ranges)[i] + ((int *)local)[i];
    lab_out(sum);
    for (sum = 0, i = 0; i < sizeof deep / 4; i++) sum = sum * 3 + ((int *)deep)[i];
    lab_out(sum);
    lab_out("copies" == __func__);
}

struct tri { int a, b, c; };
struct two { struct tri x, y; int z; };
static struct word { char text[6]; int n; } word[] = { { { "foo" }, 1 }, [0] = { .text[0] = 'b' } };
static struct tri tris[] = { [1] = {1, 2, 3}, [0] = {4, 5, 6}, [1] = {.b = 7}, [0].c = 9, {8} };
static struct two two = { {1, 2, 3}, {4, 5, 6}, 7, .x = {.c = 1}, .y.b = 0 };

static int hash(const void *object, int bytes)
{
    const unsigned char *p = object;
    int h = 0;
    while (bytes--) h = h * 31 + *p++;
    return h;
}

/* Braces begin a part anew; a designator without them changes no more than it names. */
static void overrides(void)
{
    struct tri six[6] = { [3] = {1, 2, 3}, [0 ... 4] = { .b = 5 }, [2 ... 3].c = 6 };
    lab_out(word[0].text[0] + word[0].text[1] * 100 + word[0].n * 1000);
    lab_out(hash(tris, sizeof tris));
    lab_out(hash(&two, sizeof two));
    lab_out(hash(six, sizeof six));
}

static void slots(void)
{
    char c = 1;
    slot a;
    again b;
    lab_out(((long long)&a & 15) + ((long long)&b & 15) + sizeof(slot) + c);
    lab_out(sizeof(struct slots) * 100 + _Alignof(slot));
}

int main(void)
{
    int a[3] = {1, 2, 3};
    struct loose l = {1, {2, 3}};
    l.x[1]++;
    shorts();
    blocks();
    lengths();
    copies();
    overrides();
    slots();
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
