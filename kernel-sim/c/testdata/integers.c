/* Integer types: widths, promotions, conversions, wrap-around, shifts, division. */
#include "lab.h"

static volatile int vi = -5;
static volatile unsigned vu = 0xfffffff0u;
static volatile __int64 vl = -0x123456789abcdef0LL;
static volatile unsigned __int64 vul = 0xfedcba9876543210ULL;

static signed char narrow8(int x) { return (signed char)x; }
static unsigned char narrowu8(int x) { return (unsigned char)x; }
static short narrow16(int x) { return (short)x; }
static unsigned short narrowu16(int x) { return (unsigned short)x; }
static int chars(signed char a, unsigned char b, short c, unsigned short d) { return a * 1000 + b * 100 + c * 10 + d; }

static void arithmetic(int a, int b)
{
    lab_out(a + b); lab_out(a - b); lab_out(a * b); lab_out(a / b); lab_out(a % b);
    lab_out(a & b); lab_out(a | b); lab_out(a ^ b); lab_out(~a); lab_out(-a); lab_out(!a);
    lab_out(a << (b & 31)); lab_out(a >> (b & 31)); lab_out((unsigned)a >> (b & 31));
    lab_out((unsigned)a / (unsigned)b); lab_out((unsigned)a % (unsigned)b);
    lab_out(a < b); lab_out(a > b); lab_out(a <= b); lab_out(a >= b); lab_out(a == b); lab_out(a != b);
    lab_out((unsigned)a < (unsigned)b); lab_out((unsigned)a >= (unsigned)b); lab_out((unsigned)a > (unsigned)b); lab_out((unsigned)a <= (unsigned)b);
}

static void wide(__int64 a, __int64 b)
{
    lab_out(a + b); lab_out(a - b); lab_out(a * b); lab_out(a / b); lab_out(a % b);
    lab_out(a & b); lab_out(a | b); lab_out(a ^ b); lab_out(~a); lab_out(-a); lab_out(!a);
    lab_out(a << (b & 63)); lab_out(a >> (b & 63)); lab_out((unsigned __int64)a >> (b & 63));
    lab_out((unsigned __int64)a / (unsigned __int64)b); lab_out((unsigned __int64)a % (unsigned __int64)b);
    lab_out(a < b); lab_out(a > b); lab_out(a <= b); lab_out(a >= b); lab_out(a == b); lab_out(a != b);
    lab_out((unsigned __int64)a < (unsigned __int64)b); lab_out((unsigned __int64)a >= (unsigned __int64)b);
}

static void constants(int x, __int64 y, unsigned u, unsigned __int64 w)
{
    lab_out(x + 1000000); lab_out(x - 1000000); lab_out(x * 12); lab_out(x * 8); lab_out(x / 8); lab_out(x % 8); lab_out(x & 0xff);
    lab_out(x | 0x80000000); lab_out(x ^ -1); lab_out(x << 3); lab_out(x >> 3); lab_out(7 - x); lab_out(100 / (x | 1));
    lab_out(y + 0x1000000000LL); lab_out(y - 5); lab_out(y * 10); lab_out(y * 16); lab_out(y / 16); lab_out(y % 16); lab_out(y & 0xffffffff);
    lab_out(y & 0xff00); lab_out(y | 1); lab_out(y ^ 0x5555555555555555LL); lab_out(y << 40); lab_out(y >> 40); lab_out(1LL - y);
    lab_out(u / 16); lab_out(u % 16); lab_out(u >> 5); lab_out(u / 10); lab_out(u % 10); lab_out(u * 2u); lab_out(u + 1u);
    lab_out(w / 16); lab_out(w % 0x80000000u); lab_out(w % 0x100000000ULL); lab_out(w >> 33); lab_out(w / 10); lab_out(w % 10);
    lab_out(x == 5); lab_out(x != 5); lab_out(x < 100000); lab_out(5 < x); lab_out(u < 5); lab_out(u > 0); lab_out(u >= 0x80000000u);
    lab_out(y == 0); lab_out(y != 0); lab_out(y < 0); lab_out(w > 0x7fffffffffffffffULL); lab_out(0 == w);
    lab_out(-y); lab_out(-(int)u); lab_out(~w);
}

static void compound(void)
{
    signed char c = 100; unsigned char uc = 250; short s = 32000; unsigned short us = 65000; int i = 2000000000; unsigned u = 4000000000u;
    __int64 l = 0x7000000000000000LL; unsigned __int64 ul = 0xf000000000000000ULL; _Bool b = 0;
    c += 100; lab_out(c); c -= 3; lab_out(c); c *= 7; lab_out(c); c /= 3; lab_out(c); c %= 5; lab_out(c); c <<= 6; lab_out(c); c >>= 2; lab_out(c);
    uc += 10; lab_out(uc); uc -= 30; lab_out(uc); uc *= 3; lab_out(uc); uc /= 7; lab_out(uc); uc <<= 5; lab_out(uc); uc >>= 1; lab_out(uc); uc ^= 0xff; lab_out(uc);
    s += 1000; lab_out(s); s *= s; lab_out(s); s |= 0x8000; lab_out(s); us += 1000; lab_out(us); us -= 2000; lab_out(us); us = ~us; lab_out(us);
    i += 2000000000; lab_out(i); i -= l; lab_out(i); i *= 3; lab_out(i); i /= 7u; lab_out(i); u *= 3; lab_out(u); u -= 1LL << 33; lab_out(u);
    l += l; lab_out(l); l -= u; lab_out(l); l /= -3; lab_out(l); l >>= 5; lab_out(l); ul >>= 5; lab_out(ul); ul += i; lab_out(ul); ul %= 1000003; lab_out(ul);
    b = 5; lab_out(b); b += 3; lab_out(b); b -= 1; lab_out(b); b = ul; lab_out(b); b |= 2; lab_out(b); b++; lab_out(b); b = 0; lab_out(b++ + b);
    b = (_Bool)(vl != 0); lab_out(b); b = &b != 0; lab_out(b);
    c = 127; lab_out(c++); lab_out(c); lab_out(--c); lab_out(c--); lab_out(++c); uc = 0; lab_out(uc--); lab_out(uc); lab_out(++uc);
    s = -32768; lab_out(s--); lab_out(s); us = 65535; lab_out(++us); i = 0x7fffffff; lab_out(i++ < 0); ul = 0; lab_out(--ul); lab_out(l++ + l);
}

int main(void)
{
    lab_out(narrow8(200)); lab_out(narrow8(-200)); lab_out(narrowu8(-1)); lab_out(narrow16(70000)); lab_out(narrowu16(-70000));
    lab_out(chars(200, 300, 40000, 70000)); lab_out(chars(-1, -1, -1, -1));
    arithmetic(vi, 3); arithmetic(1000000007, vi); arithmetic(-2147483647 - 1, 7); arithmetic(12345, -678); arithmetic(0, 5);
    wide(vl, 12345); wide(-7, 2); wide(0x7fffffffffffffffLL, vl); wide((__int64)vul, 0x100000001LL); wide(0, -1);
    constants(vi, vl, vu, vul); constants(5, 0, 0, 0); constants(123456789, 987654321987LL, 3, 0xffffffffULL);
    compound();
    lab_out((char)vu); lab_out((short)vl); lab_out((int)vl); lab_out((unsigned)vl); lab_out((__int64)vu); lab_out((__int64)vi); lab_out((unsigned __int64)vi);
    lab_out((unsigned char)vl == (unsigned char)vul); lab_out((signed char)vul < 0); lab_out((unsigned short)vi); lab_out((unsigned short)-1 + 1);
    lab_out((unsigned char)255 + (unsigned char)255); lab_out((char)'\xff'); lab_out('a' + 'b'); lab_out(L'x'); lab_out(sizeof(L'x')); lab_out(sizeof(long));
    lab_out(vi ? 1 : 2); lab_out(vi > 0 ? vl : vi); lab_out((vi, vu)); lab_out(vi && vu); lab_out(vi > 0 || vl > 0); lab_out(!vi || !vl);
    lab_out(-1 < 0u); lab_out(-1 < (__int64)0u); lab_out((unsigned char)-1 > -1); lab_out(0x80000000 > 0); lab_out(2147483647 + 0u); lab_out(0xffffffff + 1);
    lab_out(sizeof(int[10])); lab_out(1u << 31); lab_out(1 << 31); lab_out(1LL << 63); lab_out((1ULL << 63) >> 63);
    return 0;
}
