/* Structs, unions, bit-fields, arrays, pointers, copies, initialisers. */
#include "lab.h"

struct Point { int x, y; };
struct Pair { struct Point a, b; };
struct Odd { char c[3]; };
struct Big { int v[40]; short tag; };
struct Mixed { char c; short s; int i; __int64 l; char *p; struct { int inner; union { int u1; char u2[4]; }; }; };
struct Bits { unsigned a : 3; unsigned b : 5; int c : 7; unsigned __int64 d : 40; unsigned char e : 1, f : 7; int : 0; int g : 31; };
union U { int i; unsigned char b[8]; __int64 l; };
#pragma pack(push, 1)
struct Packed { char c; int i; short s; __int64 l; };
#pragma pack(pop)

static struct Point make(int x, int y) { struct Point p = { x, y }; return p; }
static struct Odd odd(char c) { struct Odd o = { { c, (char)(c + 1), (char)(c + 2) } }; return o; }
static struct Big big(int seed) { struct Big b; for (int i = 0; i < 40; i++) b.v[i] = seed * i; b.tag = (short)seed; return b; }
static int sumBig(struct Big b) { int s = b.tag; for (int i = 0; i < 40; i++) s += b.v[i]; b.v[0] = 99; return s; }
static int usePoint(struct Point p, struct Odd o, struct Pair q) { p.x += 1; return p.x * 1000 + p.y * 100 + o.c[2] * 10 + q.b.y; }
static struct Big twice(struct Big b) { for (int i = 0; i < 40; i++) b.v[i] *= 2; return b; }
static struct Pair swap(struct Pair p) { struct Point t = p.a; p.a = p.b; p.b = t; return p; }

static int table[5] = { 1, 2, [4] = 9 };
static const char *names[] = { "zero", "one", "two", 0 };
static struct Pair pairs[] = { { { 1, 2 }, { 3, 4 } }, [2] = { .b = { .y = 8 } } };
static int *into = &table[4];
static char text[] = "hello";
static char fixed[10] = "abc";
static unsigned short wide[] = L"wide";
static struct Mixed mixed = { 'm', -2, 3, 4, text + 1, { 5, { 0x01020304 } } };
static struct Bits sbits = { 5, 17, -3, 0x123456789aULL, 1, 100, -1 };
static int (*operation)(struct Point, struct Odd, struct Pair) = usePoint;
static struct Point *pp = &pairs[2].b;
static __int64 difference = sizeof(table) / sizeof(table[0]);
static struct { int n; struct Point *items[3]; } nested = { 2, { &pairs[0].a, &pairs[0].b } };
int tentative; int tentative;
static int zeroes[1000];

static void arrays(void)
{
    int a[3][4]; int local[8] = { 1, 2, 3 }; char s[] = "stack text that is longer than thirty-two bytes"; char small[4] = "xyz"; unsigned short w[6] = L"wid";
    int big[50] = { 7, 8, [49] = 5 }; const int fib[] = { 1, 1, 2, 3, 5, 8, 13, 21, 34, 55, 89 };
    int n = 3; int dyn[4] = { n, n * 2, n + 1 };
    for (int i = 0; i < 3; i++) for (int j = 0; j < 4; j++) a[i][j] = i * 10 + j;
    int s1 = 0; for (int i = 0; i < 3; i++) for (int j = 0; j < 4; j++) s1 += a[i][j] * (i + j); lab_out(s1);
    lab_out(a[2][3]); lab_out(*(*(a + 1) + 2)); lab_out((&a[1][0])[5]); lab_out(&a[2][0] - &a[0][0]); lab_out((char *)&a[1] - (char *)a);
    for (int i = 0; i < 8; i++) lab_out(local[i]);
    lab_out(sizeof(s)); lab_out(s[10]); lab_out(s[sizeof s - 1]); lab_out(small[2]); lab_out(small[3]); lab_out(w[2]); lab_out(w[5]);
    lab_out(big[0] + big[1] + big[48] + big[49]); lab_out(fib[10]); for (int i = 0; i < 4; i++) lab_out(dyn[i]);
    char *p = s; int length = 0; while (*p++) length++; lab_out(length); lab_out(p - s);
    int *q = &a[1][1]; lab_out(*q++); lab_out(*q); lab_out(*++q); lab_out(*--q); lab_out((*q)++); lab_out(*q); lab_out(q[-1]); lab_out(-1[q]);
    q += 2; lab_out(*q); q -= 1; lab_out(*q); lab_out(q > &a[0][0]); lab_out(q == &a[1][3]); n = -2; q += n; lab_out(*q); lab_out(q[n + 1]);
    unsigned u = 1; lab_out(q[u]); unsigned char uc = 1; lab_out(q[uc]); signed char sc = -1; lab_out(q[sc]); __int64 ll = 1; lab_out(q[ll]); lab_out(*(q - ll));
    zeroes[500] = 3; zeroes[n + 502] += 4; lab_out(zeroes[500]);
    struct Point ps[3] = { { 1, 2 }, { 3, 4 } }; struct Point *pt = ps; pt++; lab_out(pt->x); lab_out((pt++)->y); lab_out(pt->x); lab_out(pt - ps); lab_out((*--pt).y);
}

static void bits(void)
{
    struct Bits b = { 0 }; b.a = 9; b.b = 33; b.c = 100; b.d = 0xfffffffffffULL; b.e = 3; b.f = 200; b.g = 0x7fffffff;
    lab_out(b.a); lab_out(b.b); lab_out(b.c); lab_out(b.d); lab_out(b.e); lab_out(b.f); lab_out(b.g);
    lab_out(b.a++); lab_out(b.a); lab_out(--b.b); lab_out(b.c -= 5); lab_out(b.d >>= 3); lab_out(b.e = 2); lab_out(b.f += 100); lab_out(b.g ^= 5);
    struct Bits *p = &b; p->a = p->b = 6; lab_out(p->a + p->b); lab_out((b.c = 77) + 1); lab_out(b.a && b.e); if (b.a == 6) lab_out(1);
    lab_out(sbits.a); lab_out(sbits.b); lab_out(sbits.c); lab_out(sbits.d); lab_out(sbits.e); lab_out(sbits.f); lab_out(sbits.g);
    struct Bits local = { .c = -1, .f = 5, .d = 1 }; lab_out(local.c); lab_out(local.f); lab_out(local.a); lab_out(local.d);
}

int main(void)
{
    struct Point p = make(3, 4), q; struct Pair pr = { p, { 5, 6 } }; struct Big b1 = big(3), b2; struct Odd o = odd('a'), o2;
    q = p; lab_out(q.x + q.y); q = make(7, 8); lab_out(q.x * q.y); lab_out(make(1, 2).y); lab_out(odd('x').c[1]); o2 = o; lab_out(o2.c[2]);
    b2 = b1; b2.v[1] = 0; lab_out(sumBig(b1)); lab_out(sumBig(b2)); lab_out(b1.v[0]); b1 = twice(b1); lab_out(sumBig(b1)); lab_out(sumBig(twice(big(2)))); lab_out(big(5).v[7]);
    lab_out(usePoint(p, o, pr)); lab_out(operation(make(9, 9), odd('0'), swap(pr))); pr = swap(swap(pr)); lab_out(pr.a.x * 1000 + pr.b.y);
    lab_out((*operation)(q, o, pr)); lab_out((q.x > 5 ? p : q).x); struct Point r = p.x > 100 ? p : q; lab_out(r.x); (r = p).x; lab_out((r = q).y); r.x = r.y = 12; lab_out(r.x);
    for (int i = 0; i < 5; i++) lab_out(table[i]); for (int i = 0; names[i]; i++) lab_out(names[i][1]); lab_out(pairs[0].b.x); lab_out(pairs[1].a.x); lab_out(pp->y); lab_out(*into);
    lab_out(text[4]); lab_out(sizeof text); lab_out(fixed[2]); lab_out(fixed[9]); lab_out(wide[3]); lab_out(sizeof wide); lab_out(mixed.c + mixed.s + mixed.i + mixed.l); lab_out(*mixed.p);
    lab_out(mixed.inner); lab_out(mixed.u2[0]); lab_out(difference); lab_out(nested.n); lab_out(nested.items[1]->y); lab_out(nested.items[2] == 0); lab_out(tentative);
    lab_out(sizeof(struct Mixed)); lab_out(sizeof(struct Packed)); lab_out(offsetof(struct Packed, l)); lab_out(offsetof(struct Mixed, u2)); lab_out(sizeof(struct Odd)); lab_out(sizeof(union U));
    union U u; u.l = 0; u.b[1] = 1; lab_out(u.i); u.i = -2; lab_out(u.b[0]); lab_out(u.l);
    struct Packed pk = { 1, 2, 3, 4 }; pk.i += 10; pk.l *= 1000000007; lab_out(pk.c + pk.i + pk.s + pk.l); struct Packed *ppk = &pk; ppk->s--; lab_out(ppk->s);
    struct Point *heap = (struct Point[]){ { 1, 2 }, { 3, 4 } }; lab_out(heap[1].x); lab_out((&(struct Point){ 5, 6 })->y); lab_out((int){ 42 });
    struct Big *pb = &b1; pb->v[3]++; ++pb->v[3]; pb->v[pb->tag - 3] -= 7; lab_out(pb->v[3]); lab_out(pb->v[0]); lab_out(memcmp(&b1, &b2, sizeof b1) != 0);
    char c = 'q', *pc = &c, **ppc = &pc; **ppc = 'r'; lab_out(c); int i = 5, *pi = &i; *pi += *pi; lab_out(i); lab_out((*pi)-- - i == 1); void *v = pi; lab_out(*(int *)v); lab_out((unsigned __int64)v % 4);
    int x = 5, y = 6, *px = x > y ? &x : &y; *px = 9; lab_out(y); lab_out(pi && *pi); lab_out(!px); lab_out(px != 0); if (!pi) lab_out(0); const char *str = "abc" "def"; lab_out(str[4]); lab_out("xyz"[1]); lab_out(sizeof("four"));
    arrays(); bits();
    return 0;
}
