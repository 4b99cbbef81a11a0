/* Macros: the standard's examples of expansion, Microsoft's and GNU's forms of variadic ones and of pasting, conditions, lines. */
#include "check.h"
#define XS(x) #x
#define S(x) XS(x)
#define VS(...) #__VA_ARGS__
#define VXS(...) VS(__VA_ARGS__)
static void same(int line, const char *a, const char *b) { cases++; if (strcmp(a, b)) { failures++; printf("line %d: wanted <%s>, got <%s>\n", line, b, a); } }
#define T(expr, want) same(__LINE__, VXS(expr), want)
/* C11 6.10.3.5 */
#define x 3
#define f(a) f(x * (a))
#undef x
#define x 2
#define g f
#define z z[0]
#define h g(~
#define m(a) a(w)
#define w 0,1
#define t(a) a
#define p() int
#define q(x) x
#define r(x,y) x ## y
#define str(x) # x
#define hash_hash # ## #
#define mkstr(a) # a
#define in_between(a) mkstr(a)
#define join(c, d) in_between(c hash_hash d)
#define t7(x,y,z) x ## y ## z
static void standard(void)
{
    same(__LINE__, VXS(f(y+1) + f(f(z)) % t(t(g)(0) + t)(1);), "f(2 * (y+1)) + f(2 * (f(2 * (z[0])))) % f(2 * (0)) + t(1);");
    same(__LINE__, VXS(p() i[q()] = { q(1), r(2,3), r(4,), r(,5), r(,) };), "int i[] = { 1, 23, 4, 5, };");
    same(__LINE__, VXS(char c[2][6] = { str(hello), str() };), "char c[2][6] = { \"hello\", \"\" };");
    same(__LINE__, join(x, y), "2 ## y");
    same(__LINE__, VXS(t7(1,2,3) t7(,4,5) t7(6,,7) t7(8,9,) t7(10,,) t7(,11,) t7(,,12) t7(,,)), "123 45 67 89 10 11 12");
}
#undef x
#undef f
#undef g
#undef z
#undef h
#undef m
#undef w
#undef t
#undef p
#undef q
#undef r
#define OBJ_LIKE (1-1)
#define FUNC_LIKE(a) ( a )
#define EMPTY
#define CAT(a, b) a ## b
#define XCAT(a, b) CAT(a, b)
#define AB 12
#define NIL(xxx) xxx
#define G_0(arg) NIL(G_1)(arg)
#define G_1(arg) NIL(arg)
#define FOO() FOO_
#define REC REC + 1
#define EVEN ODD x
#define ODD EVEN y
#define LPAREN (
#define RPAREN )
#define ID(a) a
#define F2(a, b) a + b
#define COMMA ,
#define DEFER(n) n EMPTY
#define CALLIT() 42
#define EV(...) __VA_ARGS__
static void rescanning(void)
{
    same(__LINE__, VXS(REC), "REC + 1");
    same(__LINE__, VXS(EVEN ODD), "EVEN y x ODD x y");
    same(__LINE__, VXS(XCAT(A, B) CAT(A, B)), "12 12");
    same(__LINE__, S(G_0(42)), "42");
    same(__LINE__, VXS(F2 LPAREN 1, 2 RPAREN), "F2 ( 1, 2 )");
    same(__LINE__, VXS(EV(F2 LPAREN 1, 2 RPAREN)), "1 + 2");
    same(__LINE__, VXS(DEFER(CALLIT)()), "CALLIT ()");
    same(__LINE__, VXS(EV(DEFER(CALLIT)())), "42");
    same(__LINE__, VXS(ID(ID)(ID(1))), "ID(1)");
    same(__LINE__, VXS(CALLIT
       ()), "42");
    same(__LINE__, VS(a   b	c
   d), "a b c d");
    same(__LINE__, XS("a\n" '\0' L"\\"), "\"a\\n\" '\\0' L\"\\\\\"");
}
#define LOG0(fmt, ...) sprintf(buffer, fmt, __VA_ARGS__)
#define LOG1(fmt, ...) LOG0(fmt, __VA_ARGS__)
#define LOG2(fmt, ...) LOG1(fmt, __VA_ARGS__)
#define LOGG(fmt, ...) sprintf(buffer, fmt, ##__VA_ARGS__)
#define LOGN(fmt, args...) sprintf(buffer, fmt, ##args)
#define LOGNN(fmt, args...) LOGN(fmt, ##args)
#define OPT(fmt, ...) sprintf(buffer, fmt __VA_OPT__(,) __VA_ARGS__)
#define OPT2(a, ...) VXS(a __VA_OPT__([x ## a __VA_ARGS__]) e)
#define COUNT_(a,b,c,d,e,n,...) n
#define COUNT(...) COUNT_(__VA_ARGS__,5,4,3,2,1,0)
#define EXPAND(x) x
#define COUNTM(...) EXPAND(COUNT_(__VA_ARGS__,5,4,3,2,1,0))
#define FIRST(a, ...) a
#define PASSON(...) FIRST(__VA_ARGS__)
#define CALL2(m, ...) m(__VA_ARGS__)
#define ADD3(a,b,c) (a+b+c)
static char buffer[100];
static void variadic(void)
{
    LOG0("a"); same(__LINE__, buffer, "a"); LOG1("b"); same(__LINE__, buffer, "b"); LOG2("c"); same(__LINE__, buffer, "c");
    LOG2("%d %s", 5, "x"); same(__LINE__, buffer, "5 x");
    LOGG("d"); same(__LINE__, buffer, "d"); LOGG("%d", 6); same(__LINE__, buffer, "6");
    LOGN("e"); same(__LINE__, buffer, "e"); LOGN("%d", 7); same(__LINE__, buffer, "7"); LOGNN("f"); same(__LINE__, buffer, "f"); LOGNN("%d,%d", 8, 9); same(__LINE__, buffer, "8,9");
    OPT("g"); same(__LINE__, buffer, "g"); OPT("%d", 10); same(__LINE__, buffer, "10");
    same(__LINE__, OPT2(A), "A e"); same(__LINE__, OPT2(A, B), "A [xA B] e");
    cases++; if (COUNTM(a) != 1 || COUNTM(a,b,c) != 3 || COUNTM(a,b,c,d,e) != 5) { failures++; printf("COUNTM\n"); }
    cases++; if (COUNT(a,b) != 2) { failures++; printf("COUNT %d\n", COUNT(a,b)); }
    cases++; if (CALL2(ADD3, 1, 2, 3) != 6) { failures++; printf("CALL2\n"); }
    same(__LINE__, S(PASSON(q, r, s)), "q");
    same(__LINE__, VS(), ""); same(__LINE__, VS(a,b , c), "a,b , c");
}
/* Microsoft's */
#define WIDE(s) L##s
#define WIDE2(s) WIDE(s)
#define WSTR(s) L#s
#define CHARIZE(c) #@c
#define TAGGED(s) "tag: " ## s
#define TWO(a, b) a##" "##b
#define LPREF(s) L## #s
#define MEMBER(p, m) p->##m
#define COMMENT_PASTE(a) a/##/b
static void microsoft(void)
{
    struct { int v; } s = {4}, *ps = &s;
    cases++; if (wcscmp(WIDE2(__FILE__), L"" __FILE__) != 0 && wcslen(WIDE2(__FILE__)) == 0) { failures++; printf("wide file\n"); }
    cases++; if (wcscmp(WSTR(abc), L"abc")) { failures++; printf("L#\n"); }
    cases++; if (wcscmp(LPREF(abc), L"abc")) { failures++; printf("L## #\n"); }
    cases++; if (CHARIZE(q) != 'q') { failures++; printf("#@\n"); }
    same(__LINE__, TAGGED("x"), "tag: x");
    same(__LINE__, TWO("a", "b"), "a b");
    cases++; if (MEMBER(ps, v) != 4) { failures++; printf("->##\n"); }
}
#define HASDEF defined(AB)
#if !HASDEF || !defined AB || defined(NOTDEF) || NOTDEF
#error one
#endif
#if -1 > 0u && (2 || 1/0) && !(0 && 1/0) && (1 ? 2 : 1/0) == 2 && 'a' == 97 && '\377' < 0 && 'ab' == 24930 && L'\xffff' > 0
#else
#error two
#endif
#if (3, 4) != 4 || (1 << 2 | 1) != 5 || -7 / 2 != -3 || -7 % 3 != -1 || ~0 != -1 || !0 != 1 || (5 & 3 ^ 1) != 0 || 0x10 != 16 || 010 != 8 || 0b101 != 5 || 10ui64 != 10 || 5i64 != 5
#error three
#endif
#if 0xFFFFFFFFFFFFFFFF == -1 && 18446744073709551615u > 0 && 1 ? 1 : 0
#else
#error four
#endif
#ifdef __has_include
#if !__has_include(<stdio.h>) || __has_include("nothere.h") || !__has_include(<windows.h>)
#error five
#endif
#endif
#if 0
#if 1
don't
#else garbage "
#endif
#elif 1
static int elif = 1;
#elif 1/0
#error six
#else
#error seven
#endif
#define SPLI\
CED 77
#define MULTI(a, \
              b) a /* comment
 over lines */ + b
static void odd(void)
{
    int l1 = __LINE__; int l2 = MULTI(__LINE__,
        0);
    cases++; if (SPLICED != 77) { failures++; printf("splice\n"); }
    same(__LINE__, VXS(MULTI(1, // comment
        2)), "1 + 2");
    cases++; if (l2 != l1) { printf("line %d %d\n", l1, l2); failures++; }
    cases++; if (elif != 1) failures++;
    { int a<:2:> = <%1,2%>; cases++; if (a[1] != 2) failures++; }
    _Pragma("warning(disable: 4100)") cases++;
    __pragma(warning(push)) __pragma(warning(pop)) cases++;
#define DOPRAGMA(x) _Pragma(#x) __pragma(x)
    DOPRAGMA(warning(disable: 4101))
#line 500 "other.c"
    cases++; if (__LINE__ != 500 || strcmp(__FILE__, "other.c")) { failures++; printf("#line %d %s\n", __LINE__, __FILE__); }

}
static void digraphs(void)
{
    T([<:|:>|<%|%>|%:|%:%:|#|##], "[<:|:>|<%|%>|%:|%:%:|#|##]");
}
int main(void) { standard(); rescanning(); digraphs(); variadic(); microsoft(); odd(); return REPORT(); }
