/* Forms of the GNU compiler that programs use: blocks as expressions, labels as values, ranges, short conditionals, builtins. */
#include "lab.h"

struct pair {
    int x, y;
};

static int calls;
static int next(void) { return ++calls; }

#define LARGER(a, b) ({ __typeof__(a) _a = (a); __typeof__(b) _b = (b); _a > _b ? _a : _b; })

/* Threaded code through a table of labels that is there before the program runs. */
static int interpret(const unsigned char *code)
{
    static void *const table[] = {&&add, &&dbl, &&halt};
    void *also[] = {&&add, &&dbl};
    int acc = also[0] == table[0] && also[1] != table[0];

    goto *table[*code++];
add:
    acc += 5;
    goto *table[*code++];
dbl:
    acc *= 2;
    goto *table[*code++];
halt:
    return acc;
}

static int kind(int c)
{
    switch (c) {
    case '0' ... '9':
        return 1;
    case 'a' ... 'z':
    case 'A' ... 'Z':
        return 2;
    case -100 ... - 1:
        return 3;
    default:
        return 4;
    }
}

static int wide(unsigned long long v)
{
    switch (v) {
    case 0 ... 0xffffffffULL:
        return 1;
    case 0x100000000ULL ... 0xfffffffffffffffeULL:
        return 2;
    default:
        return 3;
    }
}

static int find(const int *a, int n, int wanted)
{
    int at = -1;
    ({
        int i;
        for (i = 0; i < n; i++)
            if (a[i] == wanted) {
                at = i;
                goto done;
            }
    });
    return -2;
done:
    return at;
}

static int localLabels(int n)
{
    int sum = 0;
#define UPTO(limit)                    \
    do {                               \
        __label__ out;                 \
        for (int i = 0;; i++) {        \
            if (i == (limit)) goto out; \
            sum += i;                  \
        }                              \
    out:;                              \
    } while (0)
    UPTO(n);
    UPTO(n * 2);
    return sum;
}

static void bits(void)
{
    volatile unsigned v = 40;
    volatile long long w = -3;
    volatile int zero = 0;

    lab_out(__builtin_ctz(40) * 1000 + __builtin_clz(1) * 10 + __builtin_ffs(0));
    lab_out(__builtin_popcount(255) * 100 + __builtin_parity(7) * 10 + __builtin_clrsbll(5));
    lab_out(__builtin_ctz(v));
    lab_out(__builtin_clz(v));
    lab_out(__builtin_ffs(zero));
    lab_out(__builtin_ffs(v));
    lab_out(__builtin_popcountll(w));
    lab_out(__builtin_parity(v));
    lab_out(__builtin_parityll(w));
    lab_out(__builtin_clrsb(w));
    lab_out(__builtin_clrsb(zero));
    lab_out(__builtin_clrsbll(w));
    lab_out(__builtin_clzll(w));
    lab_out(__builtin_clzll(v));
    lab_out(__builtin_bswap16(v));
    lab_out(__builtin_bswap32(v));
    lab_out(__builtin_bswap64(w));
    lab_out(__builtin_bswap32(0x01020304));
}

#define CHECKED(op, a, b, type)                          \
    do {                                                 \
        type result;                                     \
        int over = __builtin_##op##_overflow(a, b, &result); \
        lab_out(over);                                   \
        lab_out((long long)result);                      \
    } while (0)

static void overflows(void)
{
    volatile int big = 2147483647, minus = -1, five = 5;
    volatile unsigned ubig = 4000000000u;
    volatile long long least = -9223372036854775807ll - 1;
    volatile unsigned long long most = 0xffffffffffffffffull;

    CHECKED(add, big, 1, int);
    CHECKED(add, big, 1, long long);
    CHECKED(add, big, ubig, unsigned);
    CHECKED(add, most, minus, unsigned long long);
    CHECKED(add, most, 1, unsigned long long);
    CHECKED(sub, five, 6, unsigned char);
    CHECKED(sub, five, 6, signed char);
    CHECKED(sub, five, 6u, unsigned);
    CHECKED(sub, least, 1, long long);
    CHECKED(sub, minus, most, long long);
    CHECKED(mul, ubig, ubig, long long);
    CHECKED(mul, ubig, ubig, unsigned long long);
    CHECKED(mul, most, most, unsigned long long);
    CHECKED(mul, most, minus, long long);
    CHECKED(mul, least, minus, long long);
    CHECKED(mul, least, 1, long long);
    CHECKED(mul, least, 2, long long);
    CHECKED(mul, five, minus, unsigned short);
    CHECKED(mul, 300, five, unsigned char);
    CHECKED(smul, 65536, 65536, int);
    CHECKED(uadd, big, big, unsigned);
    lab_out(__builtin_add_overflow_p(200, 100, (unsigned char)0));
    lab_out(__builtin_add_overflow_p(200, 55, (unsigned char)0));
}

int main(void)
{
    static const unsigned char code[] = {0, 1, 0, 2};
    int a[10] = {[0 ... 4] = 7, [5 ... 8] = 9, [3] = 1};
    struct pair p = {y : 3, x : 4};
    struct pair q[4] = {[1 ... 2] = {5, 6}, [3].y = 1};
    static int table[] = {[2 ... 3] = 4, [5] 6};
    struct pair r;
    char *none = 0;
    int i;

    i = LARGER(next(), 10);
    lab_out(i * 10 + calls);
    lab_out(next() ?: 77);
    lab_out((none ?: "zero")[0]);
    lab_out(interpret(code));
    lab_out(kind('5') * 1000 + kind('q') * 100 + kind(-7) * 10 + kind('!'));
    lab_out(wide(5) * 100 + wide(-2ull) * 10 + wide(-1ull));
    for (i = 0; i < 10; i++) lab_out(a[i]);
    for (i = 0; i < 6; i++) lab_out(table[i]);
    lab_out(sizeof table / sizeof table[0]);
    lab_out(p.x * 10 + p.y);
    lab_out(q[0].x + q[1].x * 10 + q[2].y * 100 + q[3].y * 1000);
    r = ({ struct pair t = {8, 9}; t.x++; t; });
    lab_out(r.x * 10 + r.y);
    lab_out(({ struct pair t = {3, 4}; t; }).y);
    lab_out(find(a, 10, 9) * 10 + find(a, 10, 55));
    lab_out(localLabels(4));
    bits();
    overflows();
    lab_out(__builtin_types_compatible_p(int, const int) * 10 + __builtin_types_compatible_p(int, long));
    lab_out(__builtin_constant_p(3 + 4) * 10 + __builtin_constant_p(calls));
    lab_out(__builtin_choose_expr(sizeof(int) == 4, 5, none));
    lab_out(sizeof(__builtin_choose_expr(0, 5, none)));
    lab_out(__builtin_expect(next() == 3, 1));
    return 0;
}
