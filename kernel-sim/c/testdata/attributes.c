/* Attributes and forms of the GNU compiler that change what a program means: cleanup, alias, mode, packed, names for the linker, unions. */
#include "lab.h"

static void drop(int *p) { lab_out(1000 + *p); }

static int scopes(int n)
{
    int a __attribute__((cleanup(drop))) = n;
    {
        int b __attribute__((cleanup(drop))) = n + 1;
        if (n == 3) return a + b;
    }
    for (int i = 0; i < 3; i++) {
        int c __attribute__((__cleanup__(drop))) = 100 + i;
        if (i == 1) break;
        if (n == 7) continue;
        a++;
    }
    {
        int d __attribute__((cleanup(drop))) = 200, e __attribute__((cleanup(drop))) = 201;
        if (n == 9) goto out;
        a += e - d;
    }
out:
    return a;
}

int target(int x) { return x * 2; }
int other(int x) __attribute__((alias("target")));
int value = 5;
extern int also __attribute__((alias("value")));
extern int renamed(int) __asm__("renamed_in_object");
int renamed(int x) { return x + 1; }

typedef int di __attribute__((mode(DI)));
typedef unsigned int u8 __attribute__((mode(QI)));
struct __attribute__((packed)) packed1 {
    char a;
    int b;
};
struct packed2 {
    char a;
    int b;
} __attribute__((packed, aligned(2)));
union several {
    int i;
    char *s;
    double d;
};
static double half(union several u) { return u.d / 2; }

static int sum(int n, ...)
{
    __builtin_va_list ap;
    int s = 0;
    __builtin_va_start(ap, n);
    while (n--) s += __builtin_va_arg(ap, int);
    __builtin_va_end(ap);
    return s;
}

int undefined_function(void);

static void signs(void)
{
    double nan = __builtin_nan(""), inf = __builtin_inf();
    volatile double z = -0.0, subnormal = 1e-310;
    volatile float f = -2.5f;

    lab_out(__builtin_isnan(nan) * 10 + __builtin_isnan(inf));
    lab_out(!!__builtin_isinf(inf) * 10 + !!__builtin_isinf(z));
    lab_out(__builtin_isfinite(nan) * 100 + __builtin_isfinite(inf) * 10 + __builtin_isfinite(z));
    lab_out(!!__builtin_signbit(z) * 10 + !!__builtin_signbit(f));
    lab_out((int)(__builtin_fabs(f) * 10));
    lab_out((int)(__builtin_fabsf(f) * 10));
    lab_out((int)(__builtin_copysign(3.0, z) * 10));
    lab_out(__builtin_isunordered(nan, 1.0) * 10 + __builtin_isunordered(2.0, z));
    lab_out(__builtin_isgreater(2.0, 1) * 100 + __builtin_isless(nan, 1.0) * 10 + __builtin_islessgreater(f, 1.0));
    lab_out(__builtin_fpclassify(1, 2, 3, 4, 5, nan) * 10 + __builtin_fpclassify(1, 2, 3, 4, 5, inf));
    lab_out(__builtin_fpclassify(1, 2, 3, 4, 5, f) * 100 + __builtin_fpclassify(1, 2, 3, 4, 5, subnormal) * 10 + __builtin_fpclassify(1, 2, 3, 4, 5, z));
    lab_out(__builtin_isinf_sign(-inf) + __builtin_isnormal(1.5) * 10 + __builtin_isnormal(subnormal));
}

static int far[3][8] = {{1}};
static int apart(int never)
{
    /* An index beyond 32 bits in code that never runs. */
    return never ? far[300000000000000000][0] : far[0][0];
}

int main(void)
{
    union several u = (union several)5;
    __auto_type q = 5LL;
    char text[] = "xyz";
    int *list[2];

    lab_out(scopes(1));
    lab_out(scopes(3));
    lab_out(scopes(7));
    lab_out(scopes(9));
    lab_out(other(4));
    also = 9;
    lab_out(value);
    lab_out(renamed(3));
    lab_out(sizeof(di) * 1000 + sizeof(u8) * 100 + sizeof(struct packed1) * 10 + sizeof(struct packed2));
    lab_out((u8)300);
    lab_out(u.i);
    lab_out(((union several)(char *)text).s[1]);
    lab_out((int)half((union several)3.0));
    lab_out(sum(3, 1, 2, 3));
    lab_out(sizeof q + q);
    if (sizeof(int) == 8) undefined_function();
    if (1)
        lab_out(1);
    else
        undefined_function();
    {
        __extension__ union {
            int a;
        } x = {4};
        lab_out(x.a);
    }
    {
        va_list *ap[2], **at = ap;
        ap[0] = (va_list *)list;
        __builtin_va_end(**at++);
        lab_out(at - ap);
    }
    lab_out(apart(0));
    signs();
    return 0;
}
