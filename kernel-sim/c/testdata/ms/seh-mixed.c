/* Exceptions among everything else: older spellings, deep nesting, variadic functions, floating point, loops and switches, values in parts. */
#include "check.h"
#include <stdarg.h>
static int oldWords(void) { int r = 0; _try { r = 1; throwIt(MY(1)); } _except (_exception_code() == MY(1)) { r = exception_code() == MY(1) ? 5 : 6; } _try { r += 10; _leave; } _finally { r += _abnormal_termination() ? 100 : 1000; } return r; }
static int depth40(void) {
#define T4 __try { __try { __try { __try {
#define E4 } __except (n++, 0) { } } __finally { n += 100; } } __except (n++, 0) { } } __finally { n += 100; }
 int n = 0; __try { T4 T4 T4 T4 T4 T4 T4 T4 T4 T4 throwIt(MY(1)); E4 E4 E4 E4 E4 E4 E4 E4 E4 E4 } __except (1) { } return n; }
static int vsum(int n, ...) { va_list ap; int s = 0; va_start(ap, n); __try { while (n--) s += va_arg(ap, int); if (s == 6) throwIt(MY(1)); } __finally { s += 1; va_end(ap); } return s; }
static int useV(void) { int r = vsum(2, 1, 2); __try { r += vsum(3, 1, 2, 3); } __except (1) { r += 100; } return r; }
static double withDouble(double a) { double b = 1.5; __try { b = a * 2; if (b > 3) throwIt(MY(1)); b = 9; } __except (b > 3.5) { return b + 0.25; } return b; }
static float withFloat(float f) { float g = 0; __try { g = f; __try { g += 1; return g; } __finally { g = 100; mark("f"); } } __except (1) { } return 0; }
static int manyArgs(int a, int b, int c, int d, int e, int f, int g) { __try { g++; f++; throwIt(MY(1)); } __except (a + b + c + d + e + f + g == 30) { return a * g; } return -1; }
static int recursive(int n) { int r = n; __try { if (n > 0) r += recursive(n - 1); else throwIt(MY(2)); } __except (n == 2) { r = 1000; } return r; }
static int ternary(int x) { int y; __try { y = x ? (throwIt(MY(1)), 1) : 2; } __except (1) { y = 3; } return y; }
static int statics(void) { static int calls; __try { calls++; throwIt(MY(1)); } __except (1) { calls += 10; } return calls; }
static volatile int vol; static int volatiles(void) { volatile int a = 1; int b = 1; __try { a = 2; b = 2; vol = 3; throwIt(MY(1)); a = 9; b = 9; } __except (1) { return a * 100 + b * 10 + vol; } return 0; }
static int switchInTry(int v) { int r = 0; __try { switch (v) { case 0: r = 1; break; case 1: throwIt(MY(1)); case 2: __leave; case 3: return 30; default: r = 2; } r += 100; } __except (1) { r = 50; } return r; }
static int switchAround(int v) { int r = 0; switch (v) { case 0: __try { r = 1; throwIt(MY(1)); } __except (1) { r += 10; break; } r = 99; break; case 1: __try { r = 5; break; } __finally { r += 2; } } return r; }
static int ep(void) { EXCEPTION_POINTERS *p = NULL; __try { throwIt(MY(7)); } __except (p = GetExceptionInformation(), 1) { return (unsigned)p->ExceptionRecord->ExceptionCode == MY(7); } return 0; }
static int (*filterPtr)(unsigned) ; static int fp(unsigned c) { return c == MY(3); }
static int viaPointer(void) { filterPtr = fp; __try { throwIt(MY(3)); } __except (filterPtr(GetExceptionCode())) { return 1; } return 0; }
static int forHeader(void) { int n = 0; for (int i = 0; i < 3; i++) __try { if (i == 1) continue; n += i; } __finally { n += 10; } return n; }
static int infinite(void) { int n = 0; for (;;) { __try { if (++n == 5) throwIt(MY(1)); } __except (1) { return n; } } }
static int emptyAll(void) { __try { } __except (1) { } __try { } __finally { } __try { ; } __except (0) { ; } return 1; }
static int declInside(void) { __try { int a = 5; struct { int x; } s = {6}; throwIt(MY(1)); return a + s.x; } __except (1) { int b = 7; return b; } }
static int shadow(void) { int a = 1; __try { int a = 2; __try { int a = 3; throwIt(a + MY(0)); } __finally { a += 10; number("a", a); } } __except (1) { number("a", a); } return 0; }
static struct big { int v[20]; } mk(int n) { struct big b; __try { for (int i = 0; i < 20; i++) b.v[i] = n + i; if (n == 5) throwIt(MY(1)); } __except (1) { b.v[0] = -1; } return b; }
static int callInArgs(void) { int r = 0; __try { r = manyArgs(1, 2, 3, 4, 5, 6, 7) + (throwIt(MY(1)), 5); } __except (1) { r = 7; } return r; }
static int rethrow(void) { __try { __try { throwIt(MY(1)); } __except (1) { RaiseException(GetExceptionCode() + 1, 0, 0, 0); } } __except (1) { return GetExceptionCode() == MY(2); } return 0; }
static int handlerReturnsFromLoop(void) { for (int i = 0; ; i++) { __try { if (i == 3) throwIt(MY(i)); } __except (GetExceptionCode() == MY(3)) { return i; } } }
static int gotoHandlerToTry(void) { int n = 0; retry: __try { if (n < 3) { n++; throwIt(MY(1)); } } __except (1) { goto retry; } return n; }
static int finallyModifiesReturn(int *p) { __try { return *p; } __finally { *p = 77; } }
static unsigned long long sizes(void) { unsigned char c = 250; short s = -5; long long l = 1LL << 40; __try { c += 10; s -= 5; l++; throwIt(MY(1)); } __except (c == 4 && s == -10 && l == (1LL << 40) + 1) { return c + (unsigned short)s + l; } return 0; }
int main(void) { int x = 5;
 IS(oldWords(), 1015); IS(depth40(), 20 + 2000); IS(useV(), 104); IS((int)(withDouble(2) * 100), 425); IS((int)withFloat(2), 3); IS(manyArgs(1,2,3,4,5,6,7), 8); IS(recursive(4), 1007); IS(ternary(1), 3); IS(ternary(0), 2); IS(statics() + statics(), 33); IS(volatiles(), 223);
 IS(switchInTry(0), 101); IS(switchInTry(1), 50); IS(switchInTry(2), 0); IS(switchInTry(3), 30); IS(switchInTry(4), 102); IS(switchAround(0), 11); IS(switchAround(1), 7); IS(ep(), 1); IS(viaPointer(), 1); IS(forHeader(), 32); IS(infinite(), 5); IS(emptyAll(), 1); IS(declInside(), 7); RUN(shadow(), "a=c a=1"); IS(mk(5).v[0] + mk(1).v[3], 3); IS(callInArgs(), 7); IS(rethrow(), 1); IS(handlerReturnsFromLoop(), 3); IS(gotoHandlerToTry(), 3); IS(finallyModifiesReturn(&x), 5); IS(x, 77); IS(sizes(), 4 + 65526 + (1LL << 40) + 1);
 return REPORT(); }
