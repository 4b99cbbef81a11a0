/* float, double and long double: literals, arithmetic, conversions, comparisons, calls, places where they live. */
#include "lab.h"

static __int64 bits(double d) { __int64 b; memcpy(&b, &d, 8); return b; }
static unsigned fbits(float f) { unsigned b; memcpy(&b, &f, 4); return b; }
static double made(unsigned __int64 b) { double d; memcpy(&d, &b, 8); return d; }
static float fmade(unsigned b) { float f; memcpy(&f, &b, 4); return f; }
#define D(x) lab_out(bits(x))
#define F(x) lab_out(fbits(x))

static const double table[] = { 1, 2.5, -3, 1e100, 1.0 / 3, -1.0 / 3 * 3, (float)0.1, 1e-320, -0.0, 'a', 5u, 1ll << 62, 0x1.8p-2, .5e-3 };
static float ftable[3] = { 1, 2.5f, -0.0f };
static struct Mixed { char c; float f; short s; double d; char e; } mixed = { 'x', 1.25f, -2, 2.5, 'y' };
static long double wide = 3.5L;
static double *pointed = (double *)&table[1];
static int truncated = (int)1e9, compared = 1.5 < 2.5, chosen = 0.0 ? 3 : 4, negated = !-0.0;

static void literals(void)
{
    for (int i = 0; i < sizeof table / sizeof table[0]; i++) D(table[i]);
    F(ftable[0]); F(ftable[1]); F(ftable[2]);
    D(1.7976931348623157e308); D(2.2250738585072014e-308); D(4.9406564584124654e-324); D(2.4703282292062327e-324); D(2.4703282292062328e-324);
    F(3.40282347e+38f); F(1.17549435e-38f); F(1.4e-45f); F(16777217.0f); F(16777219.f); F(0x1.000001p0f); F(0x1.0000010000001p0f); F(0x1.fffffep127f);
    F(1.00000017881393432617187499f); F(1.00000017881393432617187500f); F(1.00000017881393432617187501f);
    D(0x1p-1074); D(0x.8p1); D(0xA.8P0); D(0x1.fffffffffffff7p0); D(0x1.fffffffffffff8p0); D(9007199254740993.0); D(1e23); D(8.5e-5L);
    lab_out(truncated); lab_out(compared); lab_out(chosen); lab_out(negated); D(*pointed); D(pointed[1]);
    lab_out(sizeof(float)); lab_out(sizeof(double)); lab_out(sizeof 1.0f); lab_out(sizeof(1.0f * 2)); lab_out(sizeof(1.0f + 1.0)); lab_out(sizeof mixed);
    lab_out(offsetof(struct Mixed, f)); lab_out(offsetof(struct Mixed, d)); lab_out(offsetof(struct Mixed, e));
    lab_out(_Generic(1.0f, float: 1, double: 2, long double: 3)); lab_out(_Generic(1.0, float: 1, double: 2, long double: 3));
    lab_out(_Generic(1.0L, float: 1, double: 2, long double: 3)); lab_out(_Generic(1.0f + 1, float: 1, double: 2, long double: 3));
    lab_out(_Generic(1 ? 1.0f : 2ll, float: 1, double: 2)); lab_out(_Generic(1.0L + 1.0, float: 1, double: 2, long double: 3));
}

static void arithmetic(double a, double b)
{
    D(a + b); D(a - b); D(a * b); D(a / b); D(-a); D(+b); D(a + 1); D(2 - b); D(a * 0.5f); D(10 / b);
    lab_out(a < b); lab_out(a > b); lab_out(a <= b); lab_out(a >= b); lab_out(a == b); lab_out(a != b);
    lab_out(!(a < b)); lab_out(!(a >= b)); lab_out(!a); lab_out(!!b); lab_out(a ? 1 : 2); lab_out(a && b); lab_out(a || b); lab_out(a < b || b < a);
    if (a < b) lab_out(1); else lab_out(2);
    if (!(a <= b)) lab_out(3); else lab_out(4);
    if (a > b && a) lab_out(5); else lab_out(6);
    if (a == b || !b) lab_out(7); else lab_out(8);
    if (a >= b) lab_out(9); if (a != b) lab_out(10); if (a) lab_out(11); if (!a) lab_out(12);
}

static void single(float a, float b)
{
    F(a + b); F(a - b); F(a * b); F(a / b); F(-a); F(a + 1); F(2 - b); D(a * 0.5); D((double)a + b); F(a * b + a);
    lab_out(a < b); lab_out(a > b); lab_out(a <= b); lab_out(a >= b); lab_out(a == b); lab_out(a != b); lab_out(!a); lab_out(a && b);
    if (a < b) lab_out(1); if (!(a < b)) lab_out(2); if (a <= b) lab_out(3); if (!(a <= b)) lab_out(4); if (a == b) lab_out(5); if (a != b) lab_out(6);
    if (a) lab_out(7); else lab_out(8);
}

static void toIntegers(double d, float f)
{
    lab_out((int)d); lab_out((__int64)d); lab_out((short)d); lab_out((signed char)d); lab_out((unsigned)d); lab_out((unsigned char)d); lab_out((unsigned short)d);
    lab_out((unsigned __int64)d); lab_out((_Bool)d);
    lab_out((int)f); lab_out((__int64)f); lab_out((short)f); lab_out((signed char)f); lab_out((unsigned)f); lab_out((unsigned char)f); lab_out((unsigned short)f);
    lab_out((unsigned __int64)f); lab_out((_Bool)f); F((float)d); D(f);
}

static void fromIntegers(__int64 v)
{
    D((int)v); D((unsigned)v); D((short)v); D((signed char)v); D((unsigned char)v); D((unsigned short)v); D(v); D((unsigned __int64)v); D((_Bool)v);
    F((int)v); F((unsigned)v); F((short)v); F((signed char)v); F((unsigned char)v); F((unsigned short)v); F(v); F((unsigned __int64)v); F((_Bool)v);
}

static void assignments(void)
{
    double d = 5, *p = &d;
    *p += 1; (*p)--; p[0] *= p[0]; d /= 4; ++d; D(d); D(d++); D(--d); D(d -= .25f); D(-d); lab_out(d > 0);
    float f = 16777216.0f; f++; F(f); f += 2; F(f); f *= 1.1; F(f); f /= 3; F(f--); F(f); float g = f -= 1e7f; F(g);
    int i = 7; i += 1.5; lab_out(i); i *= 2.5; lab_out(i); i /= .3; lab_out(i); i -= 1e3; lab_out(i);
    unsigned char c = 200; c *= 1.2; lab_out(c); c -= .5; lab_out(c);
    unsigned __int64 u = 1; u += 1.5e19; lab_out(u); u /= 2.0; lab_out(u);
    _Bool b = 0.25; lab_out(b); b -= 1.0; lab_out(b); b += 0.0; lab_out(b); b = fmade(0x80000000); lab_out(b);
    struct { unsigned wide : 5; int narrow : 4; } field = { 3.7, -2.2 };
    field.wide *= 2.5; lab_out(field.wide); field.narrow -= 1.5; lab_out(field.narrow);
    volatile double vd = 3; vd /= 2; vd++; D(vd);
    double array[4] = { 1, [2] = 2.5f }, *q = array + 2;
    *q-- = -*q; array[3] = q - array; D(array[0]); D(array[1]); D(array[2]); D(array[3]);
    double zero = -0.0, sum = 0; D(zero); D(zero + 0.0); D(-zero);
    for (double x = 0.1; x < 1; x += 0.1) sum += x; D(sum);
    while (sum > 0.5) sum /= 2; do sum += 1; while (sum <= 2); D(sum);
    i = d > 0 ? 1.9 : 2; lab_out(i); D(i ? 1 : 2.5); D((i, 2.5)); D(i > 100 ? 1.5f : i);
    union { double d; __int64 b; float f[2]; } un = { 2.5 }; lab_out(un.b); F(un.f[1]); un.f[0] = 1; lab_out(un.b);
    mixed.f *= 2; mixed.d += mixed.f; F(mixed.f); D(mixed.d); lab_out(mixed.s); lab_out(mixed.e); wide *= 2; D((double)wide);
}

struct V { double x, y; };
struct F2 { float a, b; };
struct D1 { double d; };
static struct V add(struct V a, struct V b) { struct V r = { a.x + b.x, a.y + b.y }; return r; }
static struct F2 swap(struct F2 v) { struct F2 r = { v.b, v.a }; return r; }
static struct D1 half(struct D1 v) { v.d /= 2; return v; }
static double many(double a, float b, int c, double d, double e, float f, long double g, signed char h, float i) { return a + b * 2 + c * 3 + d * 4 + e * 5 + f * 6 + g * 7 + h * 8 + i * 9; }
static float old(a, b, c) float a; double b; int c; { return a * b + c; }
static double sum(int n, ...)
{
    va_list a; va_start(a, n); double s = 0;
    for (int i = 0; i < n; i++) s += i % 3 == 2 ? va_arg(a, int) : va_arg(a, double);
    va_end(a); return s;
}
static float narrow(double d) { return d; }
static double widen(float f) { return f; }
static int count(double d) { return d; }
static double recursive(double x, int n) { return n == 0 ? 1 : x * recursive(x, n - 1); }
static double (*operations[])(float) = { widen, 0 };

static void calls(void)
{
    struct V v = add((struct V){ 1, 2 }, (struct V){ 3.5, 4.5 }); D(v.x); D(v.y); D(add(v, v).y);
    struct F2 w = swap((struct F2){ 1.5f, -2 }); F(w.a); F(w.b); F(swap(w).a); D(half((struct D1){ 5 }).d);
    D(many(1, 2, 3, 4, 5, 6, 7, 8, 9)); D(many(1.5, 2.5, 3.5, 4, 'a', 6.25f, 7u, 8.9, 9ll)); F(old(2.5f, 4.0, 3)); F(old(0.1f, 10.0, 0));
    D(sum(5, 1.5, 2.25f, 3, 1e10, -1.0f)); D(sum(8, 1., 2., 3, 4., 5., 6, 7., 8.)); F(narrow(0.1)); F(narrow(1e300)); F(narrow(1e-50)); D(widen(3));
    lab_out(count(-7.99)); D(recursive(1.1, 20)); D(operations[0](.1)); D(operations[1] ? 1 : 2); int (*f)(double) = count; lab_out(f(3.5f) + (*f)(9));
}

int main(void)
{
    static const unsigned __int64 interesting[] = { 0, 0x8000000000000000, 0x3ff0000000000000, 0xbff8000000000000, 0x4059000000000000, 0x7ff0000000000000,
        0xfff0000000000000, 0x7ff8000000000000, 1, 0x800fffffffffffff, 0x7fefffffffffffff, 0x3fefffffffffffff, 0x41dfffffffc00000, 0x41e0000000000000,
        0xc1e0000000200000, 0xc1e0000000000000, 0x43e0000000000000, 0x43dfffffffffffff, 0x43efffffffffffff, 0x43f0000000000000, 0xc3e0000000000000, 0xbfe0000000000000 };
    enum { N = sizeof interesting / sizeof interesting[0] };
    literals();
    for (int i = 0; i < N; i++) for (int k = i * 5 % 7; k < N; k += 7) arithmetic(made(interesting[i]), made(interesting[k]));
    for (int i = 0; i < N; i++) for (int k = i * 5 % 7; k < N; k += 7) single(made(interesting[i]), made(interesting[k]));
    for (int i = 0; i < N; i++) toIntegers(made(interesting[i]), made(interesting[i]));
    for (int i = 0; i < 64; i += 9) { fromIntegers(1ll << i); fromIntegers(-1ll << i); fromIntegers(0x0123456789abcdefll >> i); fromIntegers((1ull << i) + (1ull << i / 2) + 1); }
    assignments();
    calls();
    return (int)(table[1] * 4);
}
