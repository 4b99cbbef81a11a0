/* Statements: loops, switch, goto, conditions, short circuit, comma, recursion, function pointers, variadic functions. */
#include "lab.h"

static int trace(int x) { lab_out(x); return x; }
static int loops(int n)
{
    int s = 0;
    for (int i = 0; i < n; i++) { if (i == 3) continue; if (i == 8) break; s += i; }
    int i = 0; while (i < n) { i++; if (i & 1) continue; s += i; if (s > 1000) break; }
    do { s--; if (s % 7 == 0) break; } while (s > 0);
    for (;;) { if (++i > 40) break; }
    while (1) { if (--i < 5) break; s += i; }
    do s++; while (0);
    for (int a = 0, b = 10; a < b; a++, b--) s += a * b;
    for (int k = 0; k < 3; k++) for (int m = 0; m < 3; m++) { if (m == 1) continue; if (k == 2) break; s += k * m; }
    return s + i;
}
static int few(int x) { switch (x) { case 1: return 10; case 2: x++; case 3: return x * 100; default: return -1; } }
static int sparse(int x)
{
    switch (x) { case -100000: return 1; case -5: return 2; case 0: return 3; case 7: return 4; case 70000: return 5; case 0x7fffffff: return 6; case 999: return 7; }
    return 0;
}
static int dense(int x)
{
    int r = 0;
    switch (x) {
    case 10: r += 1; case 11: r += 2; break; case 12: r = 12; break; case 13: case 14: case 15: r = 15; break; case 16: return 16;
    case 17: r = 17; break; case 18: { int t = x * 2; r = t; } break; case 19: r = 19; break; case 20: r = 20; break; case 22: r = 22; break; case 23: r = 23; break; case 24: r = 24;
    default: r += 1000;
    }
    return r;
}
static int wideSwitch(unsigned __int64 x) { switch (x) { case 0: return 1; case 0xffffffffULL: return 2; case 0x100000000ULL: return 3; case 0xffffffffffffffffULL: return 4; default: return 5; } }
static int charSwitch(char c) { switch (c) { case 'a': case 'e': return 1; case '\xff': return 2; case 0: return 3; } return 4; }
enum Color { RED, GREEN = 5, BLUE };
static int enumSwitch(enum Color c) { switch (c) { case RED: return 1; case GREEN: return 2; case BLUE: return 3; } return 0; }
static int unsignedSwitch(unsigned u) { switch (u) { case 0: return 0; case 1: return 1; case 0x80000000: return 2; case 0xfffffff0: return 3; case 0xffffffff: return 4; case 5: return 5; case 6: return 6; } return 9; }
static int duff(int count) { int n = (count + 3) / 4, s = 0; switch (count % 4) { case 0: do { s += 1; case 3: s += 10; case 2: s += 100; case 1: s += 1000; } while (--n > 0); } return s; }
static int jumps(int n) { int s = 0; again: s += n; if (n-- > 0) goto again; if (s > 100) goto out; s *= 2; { int k = 3; inner: s += k; if (--k) goto inner; } out: return s; }
static int fact(int n) { return n <= 1 ? 1 : n * fact(n - 1); }
static int even(int n); static int odd(int n) { return n == 0 ? 0 : even(n - 1); } static int even(int n) { return n == 0 ? 1 : odd(n - 1); }
static int ackermann(int m, int n) { if (m == 0) return n + 1; if (n == 0) return ackermann(m - 1, 1); return ackermann(m - 1, ackermann(m, n - 1)); }
static __int64 many(char a, short b, int c, __int64 d, unsigned char e, unsigned short f, int *g, __int64 h) { return a + b * 2 + c * 3 + d * 4 + e * 5 + f * 6 + *g * 7 + h * 8; }
static int add(int a, int b) { return a + b; } static int mul(int a, int b) { return a * b; }
static int apply(int (*f)(int, int), int a, int b) { return f(a, b); }
static int (*pick(int which))(int, int) { return which ? add : mul; }
typedef int BINARY(int, int); static BINARY sub; static int sub(int a, int b) { return a - b; }
static __int64 sum(int n, ...) { va_list ap; va_start(ap, n); __int64 s = 0; while (n--) s += va_arg(ap, int); va_end(ap); return s; }
struct S3 { int a, b, c; }; struct S2 { int a, b; };
static __int64 mixed(const char *kinds, ...)
{
    va_list ap, copy; va_start(ap, kinds); va_copy(copy, ap); __int64 s = 0;
    for (; *kinds; kinds++) switch (*kinds) {
        case 'i': s = s * 3 + va_arg(ap, int); break; case 'u': s = s * 3 + va_arg(ap, unsigned); break; case 'l': s = s * 3 + va_arg(ap, __int64); break;
        case 'p': s = s * 3 + *va_arg(ap, int *); break; case 's': { struct S3 t = va_arg(ap, struct S3); s = s * 3 + t.a + t.b * 2 + t.c * 4; break; } case 't': s = s * 3 + va_arg(ap, struct S2).b; break;
    }
    s += va_arg(copy, int); va_end(ap); va_end(copy); return s;
}
static int vsum(int n, va_list ap) { int s = 0; for (int i = 0; i < n; i++) s += va_arg(ap, int); return s; }
static int forward(int n, ...) { va_list ap; va_start(ap, n); int s = vsum(n, ap); va_end(ap); return s; }
static int nine(int a, int b, int c, int d, int e, int f, int g, int h, int i) { return a + 2 * b + 3 * c + 4 * d + 5 * e + 6 * f + 7 * g + 8 * h + 9 * i; }
static void nothing(void) {} static int old(); static int old(a, b) int a; char b; { return a * b; }
static int counter(void) { static int n; static int start = 100; return start + n++; }
static unsigned char trunc8(int x) { return x; } static _Bool truth(int x) { return x; }
static int vol(volatile int v) { v++; volatile int w = v; w += v; return w; }
static int *pointerTo(int *p, int n) { return p + n; }

int main(void)
{
    lab_out(loops(5)); lab_out(loops(20)); lab_out(loops(0));
    for (int i = 0; i < 5; i++) lab_out(few(i)); int xs[] = { -100000, -5, 0, 7, 70000, 0x7fffffff, 999, 1, -1, 998 }; for (int i = 0; i < 10; i++) lab_out(sparse(xs[i]));
    for (int i = 8; i < 27; i++) lab_out(dense(i)); lab_out(dense(-2147483647)); lab_out(wideSwitch(0)); lab_out(wideSwitch(0xffffffff)); lab_out(wideSwitch(1LL << 32)); lab_out(wideSwitch(-1)); lab_out(wideSwitch(7));
    lab_out(charSwitch('e')); lab_out(charSwitch((char)255)); lab_out(charSwitch(0)); lab_out(charSwitch('z')); lab_out(enumSwitch(GREEN) + enumSwitch(BLUE) * 10); lab_out(duff(7)); lab_out(duff(8)); lab_out(duff(1));
    lab_out(unsignedSwitch(0x80000000)); lab_out(unsignedSwitch(0xffffffff)); lab_out(unsignedSwitch(5)); lab_out(unsignedSwitch(4)); lab_out(unsignedSwitch(0xfffffff0));
    lab_out(jumps(3)); lab_out(jumps(20)); lab_out(fact(10)); lab_out(even(10) * 10 + odd(7)); lab_out(ackermann(2, 5));
    int seven = 7; lab_out(many(-1, -2, -3, -4, 255, 65535, &seven, 1LL << 40)); lab_out(many((char)300, (short)70000, 1, 2, (unsigned char)-1, (unsigned short)-1, &seven, -1));
    lab_out(apply(add, 3, 4)); lab_out(apply(&mul, 3, 4)); lab_out(pick(1)(5, 6)); lab_out(pick(0)(5, 6)); lab_out((*pick(0))(7, 8)); lab_out((**sub)(9, 4)); BINARY *table[] = { add, mul, sub }; for (int i = 0; i < 3; i++) lab_out(table[i](20, i + 2));
    lab_out(sum(0)); lab_out(sum(3, 1, 2, 3)); lab_out(sum(7, 1, -2, 3, -4, 5, -6, 7)); struct S3 s3 = { 1, 2, 3 }; struct S2 s2 = { 4, 5 }; lab_out(mixed("iulpsti", -1, 0xffffffffu, -5LL, &seven, s3, s2, 8)); lab_out(forward(5, 1, 2, 3, 4, 5)); char ch = -3; short sh = -300; unsigned char uch = 200; lab_out(sum(3, ch, sh, uch));
    lab_out(nine(1, 2, 3, 4, 5, 6, 7, 8, 9)); nothing(); lab_out(old(6, 7)); counter(); counter(); lab_out(counter()); lab_out(trunc8(1000)); lab_out(truth(256)); lab_out(vol(5)); lab_out(*pointerTo(xs, 3));
    if (trace(0) && trace(1)) lab_out(100); if (trace(1) && trace(2)) lab_out(101); if (trace(0) || trace(3)) lab_out(102); if (trace(4) || trace(5)) lab_out(103); if (!trace(0)) lab_out(104);
    if ((trace(1) && trace(0)) || (trace(2) && !trace(0))) lab_out(105); else lab_out(106); lab_out((trace(7), trace(8))); int a = 5, b = (a++, a * 2); lab_out(b); lab_out(a > 3 ? a < 6 ? 1 : 2 : 3); a = b = 9; lab_out(a + b); a = a == b; lab_out(a);
    lab_out(a && (b = 0)); lab_out(b); lab_out(a || (b = 5)); lab_out(b); a = 3; a += a++ * 0 + 2; lab_out(a); int n = 10; while (n --> 5) ; lab_out(n); for (n = 0; n < 3; n++) ; lab_out(n); if (n); else lab_out(7); { int n = 99; lab_out(n); } lab_out(n);
    int acc = 0; for (unsigned char k = 250; k > 5; k++) acc++; lab_out(acc); for (signed char k = 120; k > 0; k++) acc++; lab_out(acc); for (unsigned u = 3; u < 4; u--) acc++; lab_out(acc); const char *t = "walk"; while (*t) acc += *t++; lab_out(acc);
    __int64 big = 1; while (big > 0) big *= 3; lab_out(big); unsigned __int64 ub = 5; while (ub < 1ULL << 63) ub *= 5; lab_out(ub); do { big += 1; } while (big % 1000); lab_out(big); lab_out(add(mul(2, 3), sub(9, add(1, 1)))); lab_out(nine(add(1, 1), mul(2, 2), sub(5, 1), add(1, 2), add(3, 4), 6, fact(3), few(3), 1));
    return trace(77) - 77;
}
