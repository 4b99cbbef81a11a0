/* Made by a random program generator: every operator over every integer type. */
#include "lab.h"
static int depth;
struct S { char c; short s; unsigned u; __int64 l; int b1 : 5; unsigned b2 : 11; __int64 b3 : 37; unsigned char uc; struct { int x; short a[3]; } nest; };
static struct S st, st2, *ps = &st2;
static int arr[16]; static unsigned char g0; static short g1; static unsigned g2; static __int64 g3;
static __int64 f0(char a, unsigned short b, int c, __int64 d, unsigned e);
static __int64 f1(char a, unsigned short b, int c, __int64 d, unsigned e);
static __int64 f2(char a, unsigned short b, int c, __int64 d, unsigned e);
static __int64 f3(char a, unsigned short b, int c, __int64 d, unsigned e);
static __int64 f4(char a, unsigned short b, int c, __int64 d, unsigned e);
static __int64 f0(char a, unsigned short b, int c, __int64 d, unsigned e)
{
    if (++depth > 6) { depth--; return a + b + c + d + e; }
    char v0 = ps->nest.a[1];
    unsigned char v1 = (g1 * (9223372036854775807LL));
    int v2 = (-(~g1));
    unsigned __int64 v3 = (-((128) % (((255) & 0xff) + 1)));
    unsigned short v4 = ((unsigned char)(v2 % (((-1000) & 0xff) + 1)));
    short v5 = ((1000) & (~g1));
    int mem = ((1000) >> (23)); int *pm = &mem; volatile short vol = (v1 + v1);
    (*pm) = arr[(e << (28)) & 15];
    d = f1((e && v0), arr[v2 & 15], arr[v1 & 15], (g1 + v5), ((-81985529216486895LL) ? v0 : v4));
    switch ((int)((v3 | (v2 % 4096))) % 20) {
    case 4:
        ps->b1 = (!(b || (v2 + c)));
        break;
    case 1:
        g0 %= (((e - v5) & 0x7f) + 1);
        break;
    default:
        v0 = (+st.uc);
    }
    mem = st.nest.x;
    v0 -= ((__int64)(g0 || v3));
    a -= ((*pm) & (255));
    a = ((unsigned __int64)((32768) + c));
    --ps->b3;
    v2++;
    { int n_ = 3; do {
        g0 = ((g1 + v3) * ((-0) & (v3 && (8))));
    } while (--n_ > 0 && (((*pm) & (*pm)))); }
    g2 >>= ((v3 | (-65536)) & 7);
    depth--; __int64 r_ = (((256) == e) || (g2 + (~d)));
    return r_;
}
static __int64 f1(char a, unsigned short b, int c, __int64 d, unsigned e)
{
    if (++depth > 6) { depth--; return a + b + c + d + e; }
    _Bool v0 = arr[g2 & 15];
    unsigned __int64 v1 = (~e);
    char v2 = ((int)v0);
    unsigned char v3 = arr[d & 15];
    int v4 = (((-2147483648LL) / 1024ULL) <= (g3 % 16));
    __int64 v5 = (((5) * (-16)) >> (5));
    int mem = (v5 * b); int *pm = &mem; volatile short vol = (v0 | g3);
    { int n_ = 3; do {
        switch ((int)(((-65535) <= mem)) % 20) {
        case 18:
            switch ((int)((b << (11))) % 20) {
            case 2:
                ps->b1 /= ((st.u & 0x7f) + 1);
                break;
            case 11:
                ps->nest.x += ((__int64)(256));
                
            default:
                g2 = (~(v4 | (g1 ? (-5) : v3)));
            }
            
        case 7:
            st.uc %= ((((short)(9223372036854775807LL)) & 0x7f) + 1);
            break;
        case 2:
            --(*pm);
            
        case 14:
            if ((arr[(10) & 15] ^ (v5 % ((g2 & 0xff) + 1)))) {
                a = ((a || v1) || arr[g2 & 15]);
            } else {
                ps->nest.x = ((ps->b3 & (g2 % ((d & 0xff) + 1))) >> (2));
            }
            break;
        case 16:
            { int n_ = 3; do {
                d |= ((8) ^ ((*pm) != a));
            } while (--n_ > 0 && ((d << ((mem & 7))))); }
            break;
        case 4:
            a = ((v0 * c) >= arr[c & 15]);
            break;
        case 12:
            if ((((e == v1) << ((e & 7))) && (g3 % 16u))) {
                (*pm) <<= ((v1 ? v4 : (-3)) & 7);
            } else {
                v1 *= ((unsigned char)(v4 | (4294967295LL)));
            }
            break;
        default:
            switch ((int)(((v2 >> (29)) >= (a << (((3) & 7))))) % 20) {
            case 1:
                v1 *= (v2 != (+g3));
                
            case 8:
                c = ((g0 > (7)) >= ((mem | g0) & (v3 >> (((256) & 7)))));
                break;
            case -3:
                st.nest.a[2] = ((vol << (((*pm) & 7))) ? (v0 ^ (5)) : (g0 - (2)));
                break;
            case 19:
                (*pm) += (v3 * (e ^ (255)));
                
            default:
                g3 = (!(v5 << (((-4294967295LL) & 7))));
            }
        }
    } while (--n_ > 0 && ((mem & v4))); }
    if ((((-100) >> (10)) | (mem << ((b & 7))))) {
        switch ((int)((c - b)) % 20) {
        case -3:
            mem = ((g2 >> (4)) ^ (a * mem));
            break;
        case 8:
            { int n_ = 3; do {
                v2 *= ((a & (-256)) | (b ? (-128) : d));
            } while (--n_ > 0 && ((g0 ? v3 : g2))); }
            break;
        case 13:
            (*pm) >>= ((g2 * g0) & 7);
            break;
        case 14:
            if (((v3 ? v0 : (-100)) << (21))) {
                v4 = ((((32768) % 10) ^ (v4 ^ g1)) >> (21));
            } else {
                v0 = (((d >= v0) & v4) % 3);
            }
            break;
        case 19:
            if ((((-g1) ^ (e > (3))) + ((unsigned)(100)))) {
                g1 <<= ((-g1) & 7);
            } else {
                ps->b3 |= (arr[(-1000) & 15] * (mem ? (8) : v4));
            }
            
        case 6:
            if ((((256) ^ (v4 != a)) << (13))) {
                ps->nest.x /= (((g3 ? g3 : v5) & 0x7f) + 1);
            } else {
                g1 = ((v4 << (30)) << (27));
            }
            
        case 0:
            g1 &= arr[(a + g2) & 15];
            
        default:
            for (int i709399 = 0; i709399 < 2; i709399++) {
                g3 = (((16) & (100)) | (a ? g0 : (10)));
                if (((-32768) | d)) continue;
                ps->b3 <<= ((v5 || g3) & 7);
            }
        }
    } else {
        if (((arr[g3 & 15] ? b : v0) ? ((1) | (0)) : ((g3 || v5) + (*pm)))) {
            v3 = ((e - mem) + ((1000) & g3));
        } else {
            switch ((int)(((v3 * v3) & ((*pm) && v2))) % 20) {
            case 12:
                g2 -= (g2 <= ((int)vol));
                break;
            case -1:
                mem &= (d >> (12));
                
            case 1:
                g1 >>= ((a ? e : d) & 7);
                break;
            case 2:
                g0 *= ((b - (4294967295LL)) - (g2 | (*pm)));
                break;
            default:
                st.c = ((~g3) || ((unsigned __int64)(g0 ^ a)));
            }
        }
    }
    { int n_ = 3; do {
        arr[3]++;
    } while (--n_ > 0 && (((2) >> (((4294967295LL) & 7))))); }
    switch ((int)((((unsigned short)(7)) / 100)) % 20) {
    case 15:
        st.u = ((v3 + (-31)) & (v5 >> ((g2 & 7))));
        
    case 5:
        a /= ((((int)b) & 0x7f) + 1);
        
    default:
        v4 >>= ((d & (100)) & 7);
    }
    { int n_ = 3; do {
        for (int i387309 = 0; i387309 < 1; i387309++) {
            g3 ^= ((v2 << ((g2 & 7))) ? (2147483648LL) : (g1 >> (28)));
            if (((short)v2)) continue;
            b = ((((-2147483647) ? vol : g2) * v1) && (g3 + v1));
        }
    } while (--n_ > 0 && (((*pm) == g0))); }
    d = ((c && (-31)) && ps->b1);
    (*pm) = f2((v2 - v4), st.l, arr[a & 15], (v2 >> (4)), ps->u);
    g3 = (((1000) >> (13)) | (b != mem));
    st.b2 = (st.nest.x | (v4 + v2));
    switch ((int)(((char)(d * g3))) % 20) {
    case 19:
        g0 = (arr[g1 & 15] + (d ? c : e));
        break;
    case 17:
        v0 = (+((v3 ? c : g1) >> (17)));
        break;
    case -1:
        --ps->b3;
        
    case 15:
        switch ((int)(((unsigned short)((*pm) >> ((v5 & 7))))) % 20) {
        case 16:
            for (int i266667 = 0; i266667 < 1; i266667++) {
                b += (c ? ((-9223372036854775807LL) ^ c) : (g0 << (13)));
                if ((v5 & g0)) break;
                v2 %= (((+d) & 0x7f) + 1);
            }
            
        case 13:
            if ((arr[v4 & 15] ? (c & (-255)) : arr[e & 15])) {
                v2 = ((g1 ? (*pm) : g2) * ((2147483647) != g2));
            } else {
                v3 += ((v0 ^ g2) - g0);
            }
            break;
        case 4:
            v2 /= ((((int)a) & 0x7f) + 1);
            break;
        case 12:
            if ((((v1 ? a : v2) ^ st.l) + (v3 | (*pm)))) {
                g3 <<= ((!v0) & 7);
            } else {
                v2 = ((g0 || v4) * (v3 & (v5 || c)));
            }
            break;
        case 15:
            g1 >>= (((unsigned)v2) & 7);
            break;
        case 1:
            { int n_ = 3; do {
                st.u /= (((v1 % (((5) & 0xff) + 1)) & 0x7f) + 1);
            } while (--n_ > 0 && ((v5 / ((g0 & 0xff) + 1)))); }
            break;
        case 19:
            if ((((b - v5) >> (23)) + ((3) >= ((_Bool)v4)))) {
                st.uc |= ((c ^ mem) + (+v4));
            } else {
                a *= (g3 ^ (7));
            }
            
        default:
            if (arr[(g3 + g3) & 15]) {
                ps->b1 >>= ((v5 >> ((b & 7))) & 7);
            } else {
                e %= (((d + g0) & 0x7f) + 1);
            }
        }
        
    case 3:
        b *= ((-10) | c);
        break;
    case -3:
        g0 /= (((v1 && g3) & 0x7f) + 1);
        break;
    case 7:
        v5 = (arr[(a * v0) & 15] & ((unsigned char)v4));
        
    case 12:
        st.b2 -= ((g1 - g3) < c);
        
    case 18:
        v4 ^= ((-8) & ((4294967295LL) + a));
        break;
    case 10:
        v0 = (+(v5 || (7)));
        break;
    case 11:
        if (((unsigned char)((unsigned char)(v4 == v0)))) {
            g3 = f4((g3 ? (-1000) : e), ((int)v0), (mem * v2), (a || v5), ((7) || (*pm)));
        } else {
            { int n_ = 3; do {
                ps->nest.x = arr[(v5 && mem) & 15];
            } while (--n_ > 0 && (((2) != g1))); }
        }
        
    case 0:
        g2 = ((((-65535) - mem) * v5) <= ((*pm) ^ v1));
        
    case 9:
        if ((((2147483647) ? (81985529216486895LL) : b) & (v2 % 4u))) {
            mem >>= ((mem & (128)) & 7);
        } else {
            if ((((2147483647) - v1) && (arr[g1 & 15] && (-3)))) {
                b &= (g2 - (v2 >= c));
            } else {
                st.l %= (((!e) & 0x7f) + 1);
            }
        }
        break;
    case 6:
        mem = f4((vol ? (-2147483648LL) : v3), ((_Bool)g3), (mem >= (-8)), ((100) + e), ((_Bool)e));
        
    case 13:
        for (int i460984 = 0; i460984 < 4; i460984++) {
            v4 *= (((unsigned char)(65535)) * (v3 % ((e & 0xff) + 1)));
            if ((g3 >= e)) continue;
            switch ((int)((c & (v2 | (-65536)))) % 20) {
            case 19:
                v2 = ((d & (-2147483648LL)) == ((d + c) + (g3 || (3))));
                
            case 16:
                g2 = ((vol + v0) + (c ? (g3 + g2) : g0));
                break;
            case 5:
                v4 = (arr[(10) & 15] & (g0 | v3));
                
            case 11:
                g0 = ((v2 >= ((-7) ^ v1)) / (((vol <= g2) & 0xff) + 1));
                break;
            default:
                ps->nest.x += ((int)g0);
            }
        }
        break;
    default:
        { int n_ = 3; do {
            v3 = ((e - e) & (g2 | ((81985529216486895LL) & a)));
        } while (--n_ > 0 && ((g0 / 16u))); }
    }
    switch ((int)(((vol < v0) <= vol)) % 20) {
    case 16:
        { int n_ = 3; do {
            for (int i155370 = 0; i155370 < 5; i155370++) {
                g2 *= (mem - (mem + mem));
                if ((v2 ^ v1)) continue;
                mem &= ((v4 ? d : v0) - g3);
            }
        } while (--n_ > 0 && ((v1 * e))); }
        
    case 1:
        st.b2 = (((unsigned __int64)v4) << ((((g2 ^ d) || ((unsigned char)g0)) & 7)));
        
    case 13:
        { int n_ = 3; do {
            ps->b3 |= ((31) + (8));
        } while (--n_ > 0 && ((g2 | v3))); }
        
    case 0:
        for (int i645496 = 0; i645496 < 3; i645496++) {
            if ((((a - v3) + (d ^ v2)) & (((-8) >> (2)) ? vol : vol))) {
                arr[((256) > (1)) & 15] = (((-2) * (-4294967296LL)) <= (-a));
            } else {
                ps->nest.x -= ((v1 - g1) % ((((-1) | c) & 0xff) + 1));
            }
            if ((e % ((vol & 0xff) + 1))) break;
            for (int i739388 = 0; i739388 < 4; i739388++) {
                st.c |= (v1 && v5);
                if (((*pm) != v5)) break;
                st.c = ((unsigned short)(((-2147483648LL) & v1) & st.b2));
            }
        }
        break;
    case -1:
        v3 &= (g0 ^ (g1 + v4));
        break;
    case 11:
        switch ((int)(((v0 != (-32767)) ^ (g2 * v2))) % 20) {
        case 1:
            (*pm) = (((int)((1) << (12))) << (16));
            break;
        case -1:
            st.b2++;
            
        case 5:
            switch ((int)(((v0 / ((v1 & 0xff) + 1)) + c)) % 20) {
            case 10:
                g0 += (((-3) + (32767)) * (c / 7LL));
                
            case 3:
                g3 <<= (((-127) * g1) & 7);
                
            case 2:
                v2 >>= ((d || (65535)) & 7);
                
            case -3:
                e = ((g3 == (*pm)) >= (g0 / ((v1 & 0xff) + 1)));
                
            case 17:
                g0 %= (((c << (1)) & 0x7f) + 1);
                break;
            case 12:
                d = (((10) ^ (2)) >> (0));
                break;
            case -2:
                g1 = (((256) >> (23)) ^ ((short)v3));
                
            case 13:
                v0 &= ((__int64)(255));
                break;
            case 19:
                st.b2 = (-(v0 && v5));
                
            case 4:
                a = ((a + c) < arr[g0 & 15]);
                
            case 5:
                g3 = arr[(v2 && d) & 15];
                break;
            case -1:
                st.c = ((g3 ^ (*pm)) && ((_Bool)(-4294967295LL)));
                break;
            case 11:
                g3 -= (g0 + (0));
                break;
            case 15:
                ps->nest.x = (((v4 / 4096) | v3) < ((v1 - g0) * (-128)));
                break;
            case 7:
                a *= (g3 % ((((256) & v3) & 0xff) + 1));
                
            default:
                st.b2 = ((unsigned __int64)((g0 >= (*pm)) / (((c > v5) & 0xff) + 1)));
            }
            break;
        case 11:
            g1 |= ((*pm) || (v0 + g3));
            break;
        case 8:
            ps->b3 <<= (((-127) || g0) & 7);
            break;
        case 17:
            for (int i493775 = 0; i493775 < 3; i493775++) {
                d >>= ((v1 || (2147483647)) & 7);
                if ((a * v2)) break;
                st.c = (-arr[((-256) * vol) & 15]);
            }
            
        case 18:
            if ((ps->nest.a[1] % 4096)) {
                st.uc &= (v0 & v4);
            } else {
                v0 = (((vol ? (-65535) : g0) < (v0 / ((g3 & 0xff) + 1))) <= ((_Bool)(65535)));
            }
            
        case 12:
            { int n_ = 3; do {
                ps->b3 *= (d + e);
            } while (--n_ > 0 && ((~(-65535)))); }
            break;
        case 3:
            ps->b1 = ((a - (*pm)) + (v3 || g0));
            break;
        case -2:
            if (((mem + v5) / (((c == (b & v5)) & 0xff) + 1))) {
                st.b2 = ((((unsigned __int64)v5) >> (20)) - (((*pm) ? v2 : v4) <= (v0 ? v2 : (*pm))));
            } else {
                st.c %= ((((*pm) ^ (-32768)) & 0x7f) + 1);
            }
            
        case 10:
            g2 = ((mem || (3)) % 7LL);
            break;
        case 14:
            e = (arr[(-2147483647) & 15] - (g3 >> ((v5 & 7))));
            
        case 19:
            (*pm) <<= ((v0 <= c) & 7);
            break;
        case 7:
            v2 /= (((v0 == (1000)) & 0x7f) + 1);
            
        case 0:
            st.b2 = ((g2 + ((unsigned char)g2)) + ((v1 - g3) ? arr[(-128) & 15] : g2));
            break;
        default:
            { int n_ = 3; do {
                ps->b3 = (((mem && g0) * ((-1) == v4)) >> (23));
            } while (--n_ > 0 && ((e - (255)))); }
        }
        
    case -2:
        { int n_ = 3; do {
            { int n_ = 3; do {
                g2 <<= ((v0 ? g3 : v4) & 7);
            } while (--n_ > 0 && (((1) == g1))); }
        } while (--n_ > 0 && ((c < (4294967296LL)))); }
        
    case 5:
        if ((((10) >= c) / (((g1 & (32768)) & 0xff) + 1))) {
            if ((((__int64)g2) >= (g2 - (v4 ? g0 : g1)))) {
                v1 = (((int)(v2 && a)) ? (((9223372036854775807LL) - b) >> ((((-9223372036854775807LL) - (-3)) & 7))) : arr[(mem & v4) & 15]);
            } else {
                st.s &= ((g1 <= g2) ^ (v1 % ((a & 0xff) + 1)));
            }
        } else {
            ps->b1 = (((g0 ^ g2) && ((1000) && v1)) & (d <= (4294967295LL)));
        }
        break;
    case 19:
        if ((((mem * v2) - mem) | (g0 == (7)))) {
            --ps->b3;
        } else {
            for (int i13370 = 0; i13370 < 1; i13370++) {
                st.u += (g1 || c);
                if ((a >= g1)) continue;
                st.l = st.nest.x;
            }
        }
        
    case 2:
        g2 -= ((-8) ^ (mem ? d : g3));
        break;
    case -3:
        v1 = ((unsigned __int64)((5) / 100));
        
    case 9:
        d = f0(((*pm) ? v0 : v0), ((*pm) >> (7)), arr[(*pm) & 15], ((-2147483647) | e), (v5 & g0));
        
    case 4:
        switch ((int)((g2 >> (21))) % 20) {
        case 14:
            for (int i796551 = 0; i796551 < 5; i796551++) {
                v4 += (c - ((unsigned __int64)(-65536)));
                if ((v1 - (-255))) continue;
                mem >>= ((g1 || (32767)) & 7);
            }
            break;
        case 12:
            g1 = ((vol * a) ^ ((unsigned char)c));
            
        case 13:
            if ((((mem / 16) * (e % 4096)) * st.uc)) {
                v3 = (~(c == (g3 - g3)));
            } else {
                ps->b1 = (!(((2) || (256)) | (1)));
            }
            
        case 17:
            if (((v5 || v3) - (v4 * mem))) {
                st.l = (((e && a) <= arr[c & 15]) && ((2) - v2));
            } else {
                st.c = ((!(*pm)) | (b & d));
            }
            break;
        case 9:
            for (int i191486 = 0; i191486 < 4; i191486++) {
                v5 >>= (((-8) * (*pm)) & 7);
                if (((-32767) >= mem)) break;
                a <<= ((v4 <= g2) & 7);
            }
            
        case 7:
            ps->b1 ^= (v5 / 2);
            break;
        case 15:
            for (int i189591 = 0; i189591 < 3; i189591++) {
                vol = (((-32768) | (4294967295LL)) >> (5));
                if (arr[(256) & 15]) continue;
                g3 >>= (((__int64)(65536)) & 7);
            }
            break;
        case 11:
            if (((g0 ^ (4294967295LL)) * (+g2))) {
                st.l &= (ps->l - v5);
            } else {
                v0 ^= (((-1) && e) - (mem - g3));
            }
            break;
        case 8:
            if (((mem < v4) / 1)) {
                ps->b1 <<= ((g0 | a) & 7);
            } else {
                v3 = (((-2147483648LL) - (*pm)) || ((-32767) * ((*pm) - (31))));
            }
            
        case -3:
            if ((((v4 % 7LL) ^ (g2 && v1)) + (d | (-9223372036854775807LL)))) {
                ps->nest.x &= (e * g1);
            } else {
                g1 = ((g3 << (10)) << (4));
            }
            
        case 6:
            v4 = ((unsigned __int64)(e >= v4));
            break;
        case -1:
            if ((((unsigned __int64)d) * ((2147483648LL) ? g2 : b))) {
                v0 = ((+(e / ((v1 & 0xff) + 1))) + (d == (-2)));
            } else {
                v4 = ((unsigned char)(d || g0));
            }
            
        case 2:
            { int n_ = 3; do {
                g0 = arr[(((-32768) != g1) - v1) & 15];
            } while (--n_ > 0 && ((g2 + v2))); }
            
        case 19:
            g1 /= ((((0) | v1) & 0x7f) + 1);
            
        case 10:
            a = f3(((255) >= (127)), (!a), ((65536) > b), ((short)v0), (v1 >> ((e & 7))));
            
        default:
            a = f1((g1 != (-7)), ((32768) - v3), (c - (-8)), (d & v1), st.s);
        }
        
    case 15:
        v1 = ((vol < a) && ((int)((-10) ? v5 : mem)));
        break;
    case 12:
        vol -= (((_Bool)v4) != (v5 >> ((v0 & 7))));
        break;
    default:
        for (int i371637 = 0; i371637 < 2; i371637++) {
            v5 = f4(arr[v1 & 15], ((*pm) & g1), (v1 <= c), (+(5)), ((100) == v5));
            if ((d ? (-2147483648LL) : v2)) continue;
            { int n_ = 3; do {
                vol = ((g2 * g3) * (g3 < g3));
            } while (--n_ > 0 && (((8) & (*pm)))); }
        }
    }
    depth--; __int64 r_ = ((d > d) * (c || c));
    return r_;
}
static __int64 f2(char a, unsigned short b, int c, __int64 d, unsigned e)
{
    if (++depth > 6) { depth--; return a + b + c + d + e; }
    char v0 = ps->u;
    unsigned v1 = (((int)b) + (e || g1));
    _Bool v2 = ((1000) / (((g1 << (5)) & 0xff) + 1));
    unsigned char v3 = ((g1 || v2) - g2);
    short v4 = (g1 && g3);
    int v5 = ((-65535) && (32767));
    int mem = (b & (2)); int *pm = &mem; volatile short vol = ((-32767) >> (12));
    if ((((*pm) & (-2)) * ((c / ((g1 & 0xff) + 1)) > g1))) {
        for (int i650054 = 0; i650054 < 2; i650054++) {
            for (int i676854 = 0; i676854 < 1; i676854++) {
                v4 = ((g1 - a) - arr[v0 & 15]);
                if ((+a)) break;
                st.u = ((~(v2 != e)) & ((v0 - d) != g2));
            }
            if ((e >= (100))) break;
            for (int i368687 = 0; i368687 < 2; i368687++) {
                a = ((a << (19)) < ((mem << ((v0 & 7))) & (v4 - g3)));
                if ((a >= g2)) continue;
                g2 = ((v2 + arr[v5 & 15]) / 7);
            }
        }
    } else {
        ps->nest.x ^= ((unsigned __int64)(-9223372036854775807LL));
    }
    for (int i435320 = 0; i435320 < 1; i435320++) {
        for (int i14107 = 0; i14107 < 4; i14107++) {
            if (((((-255) + g1) + (v1 * e)) % 3)) {
                ps->b1 = (((127) * (*pm)) + (v4 != g1));
            } else {
                v1 = ((v5 | v0) - (v4 / 16u));
            }
            if (ps->u) continue;
            g2 <<= (((4294967295LL) != v5) & 7);
        }
        if (((4294967295LL) * d)) continue;
        v1 += (vol * mem);
    }
    { int n_ = 3; do {
        arr[(g0 ? (255) : c) & 15] |= (v3 && (!(8)));
    } while (--n_ > 0 && (((7) ^ g3))); }
    for (int i78511 = 0; i78511 < 5; i78511++) {
        g1 ^= ((d ? v5 : (1)) / 1024ULL);
        if (arr[c & 15]) break;
        ps->b1 = (((__int64)st.uc) << (((a + (d || d)) & 7)));
    }
    { int n_ = 3; do {
        v1 *= (v4 % ((((*pm) * (16)) & 0xff) + 1));
    } while (--n_ > 0 && ((g2 / 16))); }
    v4++;
    switch ((int)((-((2147483648LL) >> ((v0 & 7))))) % 20) {
    case 2:
        switch ((int)(((__int64)((-5) ^ (4294967295LL)))) % 20) {
        case 4:
            for (int i522710 = 0; i522710 < 3; i522710++) {
                v4 = ps->nest.a[1];
                if ((v4 ^ (4294967295LL))) break;
                d %= (((mem ? d : g3) & 0x7f) + 1);
            }
            break;
        case 0:
            switch ((int)((arr[(-100) & 15] / 1)) % 20) {
            case 13:
                d = ((g0 && b) << (((d <= (d + g2)) & 7)));
                break;
            case -1:
                a = ((b != a) - (((81985529216486895LL) - g0) || b));
                
            default:
                v3 |= (((1) >> (22)) & v2);
            }
            break;
        case 18:
            c = f4((c % ((g3 & 0xff) + 1)), ((65536) % 8), ((-4294967296LL) < d), (b && e), ((255) <= (*pm)));
            break;
        case 12:
            if ((((unsigned char)(v1 + v2)) + (b << ((b & 7))))) {
                v1 %= ((((1) ? (32767) : a) & 0x7f) + 1);
            } else {
                v5 = ((v4 | c) >> ((((*pm) << (((v3 - c) & 7))) & 7)));
            }
            break;
        case 14:
            a = (((d / 8) / (((vol << (22)) & 0xff) + 1)) + (g1 | d));
            break;
        case 8:
            switch ((int)((v3 <= (32768))) % 20) {
            case -2:
                g0 *= ((v1 & (1000)) | ((_Bool)v5));
                
            case 10:
                ps->nest.x >>= (((*pm) | g3) & 7);
                
            case 1:
                st.s |= ((e * a) >= c);
                
            case 13:
                v3 = (~(v3 % 10u));
                break;
            case -3:
                g2 = ((v0 >> (((d % ((g1 & 0xff) + 1)) & 7))) && (v4 % 4096));
                
            case 2:
                a = ((~a) | (~v5));
                
            case 14:
                st.uc = (((__int64)(-9223372036854775807LL)) != ((unsigned)(128)));
                
            default:
                g3 &= (d ^ v3);
            }
            
        case -2:
            st.uc -= ((g0 != g3) != mem);
            break;
        default:
            v5 /= (((b << (((-32767) & 7))) & 0x7f) + 1);
        }
        
    case 9:
        vol ^= (v3 << (28));
        break;
    case 4:
        switch ((int)(((*pm) + (*pm))) % 20) {
        case 16:
            for (int i935032 = 0; i935032 < 5; i935032++) {
                st.b2 /= ((((*pm) + (4294967296LL)) & 0x7f) + 1);
                if ((d % ((c & 0xff) + 1))) continue;
                st.s <<= ((b + (*pm)) & 7);
            }
            
        case 15:
            v4 <<= (st.u & 7);
            break;
        case 10:
            st.b2++;
            break;
        case 0:
            g0 = ((mem / ((b & 0xff) + 1)) ? (vol >> ((((*pm) - v3) & 7))) : (v0 + v3));
            
        case 7:
            switch ((int)((vol && (a ? g0 : e))) % 20) {
            case 17:
                g1 = (arr[(0) & 15] * (!v1));
                
            case 9:
                mem += (((-32768) | g2) ? (g1 && e) : g1);
                break;
            case 3:
                v3 = (((char)((*pm) >> ((a & 7)))) ? (vol ? g3 : v1) : (c < a));
                break;
            case 1:
                e = arr[ps->uc & 15];
                
            case 14:
                g1 >>= ((mem ? v4 : (9223372036854775807LL)) & 7);
                break;
            case 5:
                ps->b3 = (((81985529216486895LL) - v1) << (10));
                break;
            case 0:
                v2 = ((int)(-v2));
                
            case 6:
                g1 = ((unsigned __int64)(c | (-81985529216486895LL)));
                break;
            case 8:
                ps->nest.x = (((*pm) ? g0 : v0) / ((((9223372036854775807LL) >> ((b & 7))) & 0xff) + 1));
                
            case 12:
                e <<= (((unsigned __int64)(-3)) & 7);
                
            case 16:
                g0 &= ((v5 << (1)) / 16);
                
            case -2:
                g0 *= (ps->b1 || (2));
                break;
            case 11:
                vol &= (g1 + (c - (*pm)));
                break;
            case 15:
                ps->b3 |= (v4 + vol);
                
            case -3:
                (*pm) ^= (g2 | (g1 < v4));
                
            default:
                d /= (((v3 / (((-65536) & 0xff) + 1)) & 0x7f) + 1);
            }
            break;
        case 3:
            st.b2++;
            break;
        case 18:
            if ((((1000) & mem) ? (g3 << ((a & 7))) : arr[d & 15])) {
                vol %= (((v5 >= v2) & 0x7f) + 1);
            } else {
                mem /= (((mem >> (3)) & 0x7f) + 1);
            }
            break;
        case 11:
            mem &= ((3) & (81985529216486895LL));
            
        case 13:
            st.l = arr[((g2 > a) || (-2147483648LL)) & 15];
            break;
        case 1:
            e = (((unsigned __int64)g2) ^ ((-10) >> (7)));
            
        case 14:
            switch ((int)((g1 * v0)) % 20) {
            case 4:
                st.c >>= ((a ^ v4) & 7);
                break;
            case 1:
                a &= (v1 | (g3 - g3));
                break;
            case 19:
                g2 = ((a != v3) * (mem ? vol : b));
                break;
            case 13:
                v3 <<= ((g0 - c) & 7);
                break;
            default:
                v3 <<= (arr[(65536) & 15] & 7);
            }
            break;
        case -1:
            g3 = ((v3 * mem) ? ((v1 >> ((g0 & 7))) ? (d ^ (-3)) : arr[vol & 15]) : ps->l);
            break;
        case 5:
            ps->nest.x *= ((vol - (2)) ? (-2147483648LL) : a);
            break;
        case 9:
            if (((a + v4) + ((int)(~(*pm))))) {
                st.s = (((v0 & g1) ^ v1) <= (v0 & v2));
            } else {
                st.b2 -= arr[(e - g2) & 15];
            }
            break;
        case 6:
            if ((((65536) << (18)) ? (e % (((65535) & 0xff) + 1)) : ((-9223372036854775807LL) ? arr[v1 & 15] : v3))) {
                c /= (((d >= g2) & 0x7f) + 1);
            } else {
                v3 = ((!(-2)) - (vol + (-255)));
            }
            break;
        default:
            for (int i345324 = 0; i345324 < 1; i345324++) {
                a /= (((v4 + v5) & 0x7f) + 1);
                if (((__int64)(65536))) continue;
                g0 = (((-v2) ? c : ((unsigned __int64)g1)) ^ (g0 - vol));
            }
        }
        break;
    case 18:
        st.nest.a[2] = (((g3 ^ c) <= e) + (e ? (9223372036854775807LL) : (1000)));
        
    default:
        if (((mem % (((32767) & 0xff) + 1)) ? (g0 <= v4) : ((4294967295LL) != (-31)))) {
            --v2;
        } else {
            if ((((-1000) || v0) * (~v2))) {
                v5 |= arr[g3 & 15];
            } else {
                st.l |= ((g1 ? vol : (31)) & b);
            }
        }
    }
    e = ((arr[c & 15] + vol) & (v0 << ((v5 & 7))));
    v1 = (((2) / ((v0 & 0xff) + 1)) - (vol << (21)));
    g2 *= (b / ((arr[e & 15] & 0xff) + 1));
    switch ((int)((((100) % ((mem & 0xff) + 1)) / ((((255) <= v3) & 0xff) + 1))) % 20) {
    case 4:
        switch ((int)((((8) >> (7)) ^ b)) % 20) {
        case 16:
            --g1;
            
        case 15:
            if ((((255) >> (12)) + arr[((32768) <= d) & 15])) {
                st.u = (((_Bool)(v1 << (19))) || ((int)e));
            } else {
                v5 = ((unsigned __int64)arr[v2 & 15]);
            }
            break;
        case 19:
            for (int i651971 = 0; i651971 < 3; i651971++) {
                v3 = (((int)v1) * (+v3));
                if (((unsigned __int64)c)) continue;
                v0 = arr[(g0 & (-256)) & 15];
            }
            
        case 13:
            { int n_ = 3; do {
                g3 %= (((vol >= g0) & 0x7f) + 1);
            } while (--n_ > 0 && ((v0 - b))); }
            break;
        case -1:
            g3 -= ((__int64)b);
            
        case 2:
            if (ps->b3) {
                g2 = (arr[(-1) & 15] < ((a + vol) / ((v4 & 0xff) + 1)));
            } else {
                st.s <<= ((mem >= mem) & 7);
            }
            break;
        case 7:
            { int n_ = 3; do {
                b >>= (((127) + v2) & 7);
            } while (--n_ > 0 && ((mem ? v2 : (100)))); }
            
        case 0:
            g0 = ((v1 ^ c) < (vol + (-256)));
            
        case 14:
            v3 = ((v0 - v3) & (v0 < vol));
            break;
        case 1:
            for (int i954224 = 0; i954224 < 3; i954224++) {
                st.u |= ((b % ((vol & 0xff) + 1)) | (g0 << (((1000) & 7))));
                if ((d / 2)) continue;
                e <<= (((2147483648LL) ^ (65536)) & 7);
            }
            
        case -2:
            d = f4((v1 & v3), ((-65536) << (((*pm) & 7))), (g1 | vol), (+(16)), (a && vol));
            
        case 5:
            st.uc -= (((*pm) == vol) == st.u);
            break;
        case -3:
            st.u >>= ((v1 & (81985529216486895LL)) & 7);
            
        case 4:
            vol = f3((v2 & (-32767)), (d * v2), ((31) - g3), (d >> (((-4294967296LL) & 7))), (c + g3));
            break;
        case 9:
            --ps->b3;
            
        default:
            if (((__int64)(e ^ b))) {
                ps->b1 = (arr[v1 & 15] * (g3 ? v3 : v5));
            } else {
                g3 &= ((9223372036854775807LL) & c);
            }
        }
        break;
    case 18:
        e = (((*pm) <= v0) && (v1 << ((v0 & 7))));
        break;
    case 19:
        v5 = (((unsigned __int64)(*pm)) || ((255) - g2));
        break;
    case 6:
        st.s &= (g3 ? (e >= b) : g1);
        
    default:
        switch ((int)(arr[v3 & 15]) % 20) {
        case -3:
            for (int i239463 = 0; i239463 < 1; i239463++) {
                g1 = ((d | (10)) || (g2 & v2));
                if (arr[(-32767) & 15]) break;
                (*pm) *= ((v2 ^ v1) | (-7));
            }
            
        case 9:
            g2 = ((st.s ? e : (b / ((v3 & 0xff) + 1))) ^ (v3 != a));
            break;
        case 16:
            st.u = (!(v1 < d));
            break;
        case 8:
            st.u = (((-81985529216486895LL) + (2)) && (v2 <= (*pm)));
            break;
        case 14:
            { int n_ = 3; do {
                g2 = ((g2 - (2147483647)) | (c | a));
            } while (--n_ > 0 && ((g1 ? e : b))); }
            
        case 17:
            for (int i26309 = 0; i26309 < 5; i26309++) {
                arr[(b ^ d) & 15] |= (g2 ? (a < v2) : (v2 | v1));
                if (((32767) & v1)) break;
                mem = ((__int64)((-8) ^ (*pm)));
            }
            
        case 3:
            g3 = ((v4 % 8) && (~((100) == v4)));
            
        case 13:
            { int n_ = 3; do {
                st.c = ((v4 ? (*pm) : v0) + ((_Bool)g0));
            } while (--n_ > 0 && ((v3 ^ b))); }
            
        case 6:
            v4 = f0((vol * (9223372036854775807LL)), (g0 ? vol : (9223372036854775807LL)), ((*pm) & v3), ((__int64)v0), (vol - g3));
            
        case 19:
            v3 = (((127) == (*pm)) << (((a >> (((-65536) & 7))) & 7)));
            
        case 5:
            switch ((int)(((b + c) == (v0 ? b : g1))) % 20) {
            case 11:
                e = ((v4 * v4) + (mem & b));
                break;
            case 1:
                g2 = (arr[(256) & 15] != (g2 - b));
                
            default:
                v1 |= (v2 <= g1);
            }
            break;
        case 1:
            v5 = (((*pm) + d) && (~vol));
            break;
        case -2:
            g2 <<= ((!(-2147483647)) & 7);
            break;
        case 10:
            for (int i92944 = 0; i92944 < 1; i92944++) {
                c >>= ((v0 + v3) & 7);
                if (((16) - v4)) break;
                c %= (((g3 ? e : g0) & 0x7f) + 1);
            }
            
        case 0:
            g1 *= ((*pm) ^ a);
            break;
        default:
            e = (arr[v3 & 15] || ((v3 ? v1 : mem) * (*pm)));
        }
    }
    depth--; __int64 r_ = ((v5 + v4) < (!v3));
    return r_;
}
static __int64 f3(char a, unsigned short b, int c, __int64 d, unsigned e)
{
    if (++depth > 6) { depth--; return a + b + c + d + e; }
    __int64 v0 = (g0 / 100);
    unsigned char v1 = (g3 | (g0 > d));
    unsigned v2 = arr[a & 15];
    unsigned __int64 v3 = ((g2 + d) && ((128) * (3)));
    _Bool v4 = ((v3 > g1) / ((((32767) << ((g1 & 7))) & 0xff) + 1));
    int v5 = ((-256) * ps->u);
    int mem = arr[v1 & 15]; int *pm = &mem; volatile short vol = (g3 ^ e);
    v2 = (((-5) ? ((*pm) || (-32767)) : g1) * ((*pm) * g2));
    switch ((int)((((char)(7)) & (v0 - g2))) % 20) {
    case -3:
        g3 = arr[(((_Bool)(-81985529216486895LL)) > (d - g3)) & 15];
        
    case 16:
        v2 = f1((mem <= vol), (v0 << (30)), (v0 > (-65536)), arr[(-7) & 15], arr[v2 & 15]);
        break;
    case 4:
        st.l = ((short)(v1 ? mem : mem));
        
    case 12:
        v2 <<= (((unsigned __int64)v5) & 7);
        
    case 5:
        { int n_ = 3; do {
            g1 = arr[((short)arr[g3 & 15]) & 15];
        } while (--n_ > 0 && ((v0 / ((a & 0xff) + 1)))); }
        
    case 3:
        d = ((short)((g3 | (255)) ? g0 : ((8) != v5)));
        break;
    case 2:
        { int n_ = 3; do {
            g1 += ((!g3) % (((7) & 0xff) + 1));
        } while (--n_ > 0 && (((_Bool)(*pm)))); }
        
    case 8:
        switch ((int)((st.u ^ (3))) % 20) {
        case 16:
            switch ((int)((((-7) - b) & (7))) % 20) {
            case 7:
                e = ((_Bool)(g1 * g3));
                
            case 5:
                g0 /= (((mem & (-5)) & 0x7f) + 1);
                
            case 18:
                v5 -= ((e - b) & v1);
                
            case 4:
                g3 = ((b & vol) || ((-31) == v3));
                break;
            case -1:
                (*pm) &= ((int)(5));
                break;
            case 13:
                vol = (ps->u | (((-256) ^ g3) * g0));
                break;
            case 11:
                ps->b1 -= (g1 | g1);
                
            case 16:
                c |= ((-0) < arr[v2 & 15]);
                
            case 15:
                g1 = arr[(+(-16)) & 15];
                
            case 19:
                ps->nest.x += (d ? ((0) ^ (32768)) : (g1 == a));
                
            case 17:
                v5 <<= (((65536) & v1) & 7);
                break;
            case 8:
                ps->b3 <<= ((a * g1) & 7);
                
            case -2:
                v5 ^= (g3 * ((1000) & g3));
                break;
            case 6:
                st.c <<= ((v2 * (7)) & 7);
                break;
            case 1:
                e |= (((-2) | a) - (-2147483648LL));
                
            default:
                v2 <<= ((v3 / ((vol & 0xff) + 1)) & 7);
            }
            
        case 10:
            if ((((-3) & vol) ? arr[vol & 15] : (v1 < g1))) {
                v0 %= (((g0 < g3) & 0x7f) + 1);
            } else {
                st.s = ps->s;
            }
            
        case -3:
            st.s = ((!v2) / ((((-127) + v1) & 0xff) + 1));
            
        case 13:
            for (int i336453 = 0; i336453 < 2; i336453++) {
                st.c -= arr[e & 15];
                if ((g0 ^ mem)) break;
                d += arr[(mem / 7LL) & 15];
            }
            
        default:
            if (((unsigned __int64)(v4 - (-255)))) {
                v5 |= (b || (+c));
            } else {
                mem = ((a != (5)) && (vol ^ (*pm)));
            }
        }
        
    case 10:
        b = arr[((128) & g2) & 15];
        
    case 0:
        g1--;
        
    case 19:
        { int n_ = 3; do {
            ps->nest.x = ((+(5)) == (g0 * (-10)));
        } while (--n_ > 0 && (((-4294967296LL) - d))); }
        
    case 11:
        { int n_ = 3; do {
            --ps->b3;
        } while (--n_ > 0 && ((v3 * e))); }
        
    case 17:
        g1 = ((v1 >> ((((-65535) | v2) & 7))) || (d == (32767)));
        
    case 6:
        for (int i69153 = 0; i69153 < 1; i69153++) {
            st.c = arr[((char)(v1 + vol)) & 15];
            if (((32767) | b)) continue;
            ps->b1 = (arr[c & 15] - arr[(-3) & 15]);
        }
        break;
    case 13:
        switch ((int)((((256) <= v4) && b)) % 20) {
        case 16:
            g1 ^= ((short)(8));
            
        case -3:
            { int n_ = 3; do {
                g2 >>= ((a & e) & 7);
            } while (--n_ > 0 && ((+vol))); }
            
        default:
            arr[3]++;
        }
        break;
    default:
        g1 *= ((2147483648LL) < (!g1));
    }
    st.nest.a[2] = (((v0 - v2) ? d : v5) - ((0) ^ g2));
    for (int i483948 = 0; i483948 < 2; i483948++) {
        if ((((short)(-8)) >= (g0 / 10))) {
            g3 = ((v2 + c) | arr[g3 & 15]);
        } else {
            if ((ps->u + (v1 & v2))) {
                vol = ((e && (2)) << (16));
            } else {
                arr[(v4 | v5) & 15] <<= (((-31) ^ g2) & 7);
            }
        }
        if (((*pm) % ((c & 0xff) + 1))) continue;
        st.l = (((*pm) & g1) && ((e >= b) ^ (v4 & g2)));
    }
    e++;
    switch ((int)(st.b2) % 20) {
    case 8:
        v1 = (((31) ^ mem) % (((((-255) * e) > ((-1) << (((*pm) & 7)))) & 0xff) + 1));
        
    case 5:
        { int n_ = 3; do {
            if (((v2 ^ (8)) >> ((ps->s & 7)))) {
                g0 /= (((e || (-9223372036854775807LL)) & 0x7f) + 1);
            } else {
                g0 <<= (((*pm) + v2) & 7);
            }
        } while (--n_ > 0 && (st.c)); }
        break;
    default:
        ps->b3 /= ((((short)g2) & 0x7f) + 1);
    }
    if (((g0 ^ v2) ? ((unsigned char)vol) : (mem | v4))) {
        switch ((int)(((_Bool)((unsigned)d))) % 20) {
        case 17:
            { int n_ = 3; do {
                g1 ^= (v5 ^ arr[g0 & 15]);
            } while (--n_ > 0 && (ps->l)); }
            
        case 10:
            v2 = f3((d ^ (10)), (mem < d), (-e), (!(10)), (d | v1));
            
        case 1:
            (*pm) = (-(((1) % 16) | (vol ? v1 : v4)));
            
        case 4:
            d ^= arr[((*pm) & v0) & 15];
            
        case 19:
            arr[3]++;
            
        case 12:
            c >>= (((-32767) ? d : e) & 7);
            break;
        case -1:
            st.s <<= (((256) >> ((v0 & 7))) & 7);
            
        default:
            vol = f1(st.nest.a[1], (v1 - g1), (g1 & mem), (-v3), (!g2));
        }
    } else {
        if ((ps->nest.a[1] * (d & v2))) {
            arr[(mem | b) & 15] = (arr[(v0 ^ (*pm)) & 15] % (((v4 <= (0)) & 0xff) + 1));
        } else {
            for (int i826539 = 0; i826539 < 5; i826539++) {
                v4 = (st.u % ((((-10) & (2147483647)) & 0xff) + 1));
                if (((__int64)v2)) continue;
                g1 = ((g0 / ((c & 0xff) + 1)) | ((~mem) * (mem - (2147483648LL))));
            }
        }
    }
    depth--; __int64 r_ = arr[(b ? d : g3) & 15];
    return r_;
}
static __int64 f4(char a, unsigned short b, int c, __int64 d, unsigned e)
{
    if (++depth > 6) { depth--; return a + b + c + d + e; }
    unsigned char v0 = ((unsigned)(g3 ? g2 : b));
    char v1 = ((g1 - g1) ? (g1 * g2) : ((-255) ? c : g0));
    unsigned v2 = (v1 + (4294967296LL));
    unsigned __int64 v3 = ((g0 | e) > ((unsigned short)g2));
    unsigned short v4 = ((2147483647) && c);
    int v5 = (v0 / 7LL);
    int mem = (v3 ^ d); int *pm = &mem; volatile short vol = (v3 < e);
    if (((~(-5)) << (7))) {
        g3 &= (((16) && v4) | v4);
    } else {
        if ((((31) || mem) >> (9))) {
            for (int i645508 = 0; i645508 < 3; i645508++) {
                c = ((v0 * v3) % (((g2 || (9223372036854775807LL)) & 0xff) + 1));
                if (((__int64)(-4294967295LL))) break;
                v0 = ((e | (2)) ^ (v1 + v0));
            }
        } else {
            g0 = ((int)(v2 ? d : g0));
        }
    }
    { int n_ = 3; do {
        if (((v5 & v2) <= (g0 == v3))) {
            v5 = ((unsigned short)(v3 & a));
        } else {
            g2 = (((short)v4) && st.c);
        }
    } while (--n_ > 0 && ((b / (((*pm) & 0xff) + 1)))); }
    mem -= (c != ((unsigned short)v3));
    g2 = ((ps->b3 << (22)) ? (vol + e) : (v1 ? v0 : (*pm)));
    switch ((int)(((-1000) | (e ^ v0))) % 20) {
    case -1:
        switch ((int)(((g3 | c) == ((-5) | d))) % 20) {
        case -3:
            if (((mem ^ c) || ((0) >> (17)))) {
                d <<= (((__int64)(1000)) & 7);
            } else {
                mem = ((g2 & g1) >= (-((*pm) % ((v1 & 0xff) + 1))));
            }
            break;
        case 3:
            a = (!(e && d));
            break;
        case 5:
            switch ((int)(((short)(g2 ^ a))) % 20) {
            case 9:
                b *= ((-31) ? (v2 % ((b & 0xff) + 1)) : (v1 == v1));
                break;
            case 8:
                v4 += ((10) & g1);
                break;
            default:
                e |= (b * (5));
            }
            break;
        case 12:
            --mem;
            
        case 4:
            if (((d < v3) ^ (((char)b) * mem))) {
                g0 += (((-81985529216486895LL) / ((g3 & 0xff) + 1)) | v0);
            } else {
                b = ((v0 && v0) || (v2 == a));
            }
            break;
        case 15:
            d = ((unsigned char)((*pm) & (v4 << (6))));
            break;
        case 10:
            ++mem;
            
        default:
            switch ((int)(((*pm) & (a != b))) % 20) {
            case 10:
                v1 = ((unsigned __int64)((unsigned short)(1)));
                
            case 4:
                st.c = (((unsigned)b) % ((((*pm) ? v4 : (100)) & 0xff) + 1));
                break;
            case 14:
                g3 = (((-8) ? g1 : g3) - arr[g3 & 15]);
                
            case 16:
                b = (-((v2 ^ d) >> (((7) & 7))));
                
            case -2:
                (*pm) = ((c | g0) ? ((g3 - g0) / ((v0 & 0xff) + 1)) : (e ^ v2));
                
            case 3:
                d ^= (v0 - ((unsigned)g2));
                break;
            case 2:
                st.c *= ((v3 - vol) + (a - (2)));
                break;
            default:
                st.u = (((-0) / 7LL) >> ((((v2 * v2) || g3) & 7)));
            }
        }
        break;
    case 3:
        for (int i320644 = 0; i320644 < 4; i320644++) {
            for (int i108470 = 0; i108470 < 4; i108470++) {
                g3 %= (((a < d) & 0x7f) + 1);
                if ((a ^ (-256))) break;
                st.b2 |= ((-3) & b);
            }
            if (st.b2) continue;
            if ((arr[v2 & 15] != st.c)) {
                g1 ^= st.u;
            } else {
                v5 -= (((_Bool)b) / ((v3 & 0xff) + 1));
            }
        }
        break;
    default:
        if (((g1 + v3) || ((short)vol))) {
            switch ((int)(st.nest.a[1]) % 20) {
            case 8:
                arr[(v5 <= v3) & 15] %= ((((8) | v0) & 0x7f) + 1);
                break;
            case 6:
                g3 = (arr[mem & 15] && ((unsigned char)g2));
                
            case 11:
                g3 = (-(v0 + v4));
                break;
            case 3:
                a += ((d ^ (-31)) << (9));
                
            default:
                a -= (mem ? g1 : (a >> ((g0 & 7))));
            }
        } else {
            if ((((v5 ^ mem) < (2147483647)) << (27))) {
                g1 %= (((mem - e) & 0x7f) + 1);
            } else {
                st.u &= (g2 || b);
            }
        }
    }
    switch ((int)((((-32767) << (11)) - (v0 & (-16)))) % 20) {
    case 18:
        vol++;
        
    case 11:
        if (ps->s) {
            c--;
        } else {
            for (int i882344 = 0; i882344 < 4; i882344++) {
                st.uc %= ((((10) + b) & 0x7f) + 1);
                if ((c / ((g3 & 0xff) + 1))) continue;
                v1 = (arr[v2 & 15] >= st.nest.a[1]);
            }
        }
        break;
    case 8:
        vol *= arr[((*pm) - v4) & 15];
        break;
    case 1:
        for (int i408560 = 0; i408560 < 1; i408560++) {
            if ((((unsigned char)a) >> ((((short)(100)) & 7)))) {
                mem += (g1 / 10);
            } else {
                v2 = (arr[(-2147483647) & 15] | ((int)(g1 & v2)));
            }
            if (ps->uc) break;
            if ((arr[v4 & 15] && ((*pm) ^ v5))) {
                ps->b1 = ((mem == v0) < (!(*pm)));
            } else {
                g2 = (((a - a) & a) - ((g2 > (65535)) < v0));
            }
        }
        break;
    case 10:
        e -= ((-2) | (a > (*pm)));
        
    case 3:
        vol = st.nest.x;
        break;
    case 19:
        arr[(a == v1) & 15] = (((8) > g2) << (4));
        break;
    case 15:
        g2 = ((d + v4) & ((32767) | g2));
        break;
    case 0:
        for (int i676155 = 0; i676155 < 3; i676155++) {
            v1 %= (((g2 << ((v3 & 7))) & 0x7f) + 1);
            if (((8) || (*pm))) break;
            v4 >>= (((-2) && (*pm)) & 7);
        }
        
    case 4:
        g0 = ((unsigned)((d + (10)) >> (6)));
        break;
    case 17:
        (*pm) += ((g1 ^ (-9223372036854775807LL)) << (19));
        
    case 2:
        if ((((4294967295LL) >> (19)) >> (((g1 - ((256) ? vol : g1)) & 7)))) {
            switch ((int)((v3 | (v4 || v0))) % 20) {
            case 19:
                v2 -= (v3 * v2);
                
            case 1:
                c = ((v1 ^ v0) & ((*pm) / ((v4 & 0xff) + 1)));
                
            case 13:
                (*pm) |= (g3 / ((arr[g0 & 15] & 0xff) + 1));
                break;
            case 8:
                st.b2 = (~((2147483647) & ((char)e)));
                
            case 17:
                g2 = ((g3 * d) & ((65535) * e));
                
            case 7:
                st.b2 = ((int)(!d));
                
            case 12:
                mem &= (g2 / 16);
                
            case 0:
                d = (st.nest.a[1] + (v0 == v1));
                break;
            case 10:
                st.l += (v1 && ((1) < v1));
                
            case 3:
                v4 /= (((c * g1) & 0x7f) + 1);
                
            case 16:
                st.c = ((v2 == (0)) / ((((-65535) ? v1 : ((5) * g0)) & 0xff) + 1));
                
            case 2:
                g1 |= ((81985529216486895LL) >> (((*pm) & 7)));
                
            case 18:
                arr[st.nest.x & 15] = ((short)((~v3) + (100)));
                break;
            case 11:
                g3 %= (((v4 + v3) & 0x7f) + 1);
                break;
            case 6:
                v0 %= (((-(32768)) & 0x7f) + 1);
                
            default:
                st.c = ((+v0) == ((-3) / ((v2 & 0xff) + 1)));
            }
        } else {
            switch ((int)(((c - v1) * d)) % 20) {
            case 17:
                v3 = ((v1 && v2) + (d - v4));
                break;
            case 10:
                e |= (d << (8));
                
            case 1:
                d = ((a | v0) || ((vol && v0) > (v1 | v4)));
                break;
            case 16:
                c = ((v5 ? (-1000) : (g2 & (16))) <= (g0 | ((8) < (100))));
                
            case 2:
                mem = ((st.nest.x && g2) % ((((v2 ? d : e) + ((-81985529216486895LL) < c)) & 0xff) + 1));
                break;
            case 3:
                g3 += (v1 & (e * (*pm)));
                break;
            case -3:
                st.nest.a[2] %= ((((128) & v1) & 0x7f) + 1);
                break;
            default:
                st.uc = arr[(ps->b3 <= (256)) & 15];
            }
        }
        
    case -3:
        st.u ^= (ps->nest.x < ((16) ^ v1));
        
    case 7:
        d = (+st.b2);
        break;
    case 14:
        for (int i921558 = 0; i921558 < 1; i921558++) {
            for (int i335567 = 0; i335567 < 5; i335567++) {
                st.s <<= ((g0 ^ (2)) & 7);
                if ((vol | v2)) break;
                (*pm) >>= ((c ^ (8)) & 7);
            }
            if ((v4 >> (30))) continue;
            for (int i394388 = 0; i394388 < 4; i394388++) {
                g3 = (~(+g0));
                if (((-32767) * g2)) continue;
                a = ((!c) / (((g0 >> (18)) & 0xff) + 1));
            }
        }
        
    default:
        ps->b3 = ((v5 * g1) != ((-4294967296LL) <= g2));
    }
    if (st.b2) {
        if (((v4 << (6)) - arr[(d ^ v0) & 15])) {
            if (((g3 % (((65536) & 0xff) + 1)) > ((unsigned short)(-100)))) {
                v0 -= (v4 >> ((mem & 7)));
            } else {
                g0 = arr[(v3 << (8)) & 15];
            }
        } else {
            if (((unsigned short)((-65536) % ((g0 & 0xff) + 1)))) {
                g2 = (~((e < (-7)) % ((v1 & 0xff) + 1)));
            } else {
                g3 = (((c - (255)) ^ a) - ((16) <= (10)));
            }
        }
    } else {
        if (ps->nest.x) {
            if (((b && (32768)) - (v3 | v1))) {
                st.u &= (mem & (-3));
            } else {
                arr[((-32767) ? mem : g3) & 15] = st.b1;
            }
        } else {
            { int n_ = 3; do {
                ps->b3 /= ((arr[c & 15] & 0x7f) + 1);
            } while (--n_ > 0 && ((mem != (-2147483647)))); }
        }
    }
    switch ((int)(((c ? v0 : v2) >> (((256) & 7)))) % 20) {
    case 10:
        e = ((b ^ (100)) << (28));
        
    case 0:
        for (int i793821 = 0; i793821 < 1; i793821++) {
            st.u = (((*pm) + b) ? (b ^ (1)) : ((*pm) + c));
            if ((!g0)) continue;
            for (int i978774 = 0; i978774 < 2; i978774++) {
                a |= (g0 << (29));
                if ((v5 + vol)) break;
                v1 += ((32767) ? ((-2) | v4) : g1);
            }
        }
        break;
    default:
        switch ((int)(((mem || v4) | arr[v2 & 15])) % 20) {
        case 1:
            v1 &= ((v4 + g3) + (9223372036854775807LL));
            
        case 14:
            for (int i866698 = 0; i866698 < 5; i866698++) {
                st.uc = ((vol - v2) & (g2 + v4));
                if (((_Bool)(*pm))) continue;
                v4 -= (g3 << ((g1 & 7)));
            }
            
        case 3:
            a *= (g3 != (c >= v1));
            
        case 8:
            if ((arr[((-16) * v0) & 15] <= (v3 >= (vol & g2)))) {
                st.uc ^= (mem || (-2147483647));
            } else {
                vol *= (e / (((-4294967295LL) & 0xff) + 1));
            }
            break;
        case 15:
            v3 *= (((-31) + c) << ((((5) <= g3) & 7)));
            break;
        case 13:
            g2 = (((v5 % 16) + ((short)g1)) > ((vol ^ vol) >> ((((4294967295LL) != (2147483648LL)) & 7))));
            
        case 19:
            if ((((3) >> (((v2 - v3) & 7))) > ((-0) | (vol / 16u)))) {
                st.l += (((31) > (81985529216486895LL)) + ((255) < v5));
            } else {
                arr[(mem ^ b) & 15] *= (c < (e % ((b & 0xff) + 1)));
            }
            break;
        default:
            { int n_ = 3; do {
                arr[(v2 % ((g1 & 0xff) + 1)) & 15] = (((*pm) << (23)) / ((arr[mem & 15] & 0xff) + 1));
            } while (--n_ > 0 && ((v0 >= g3))); }
        }
    }
    ps->b1 |= ((unsigned)(d > v0));
    ps->b3 = arr[(arr[v2 & 15] >= (65536)) & 15];
    { int n_ = 3; do {
        switch ((int)(((-128) + g1)) % 20) {
        case 12:
            if (((vol | d) | (!((char)e)))) {
                a = ((g0 - (v5 && (2147483648LL))) * ((*pm) + (*pm)));
            } else {
                arr[(v2 ? c : g3) & 15] = (arr[(v0 / (((255) & 0xff) + 1)) & 15] - (v0 < (v2 ^ (3))));
            }
            break;
        case 5:
            for (int i503767 = 0; i503767 < 5; i503767++) {
                g2 = ((g2 / 3) >> (14));
                if (((short)(-1))) break;
                g2 &= (v5 && (v2 % ((v3 & 0xff) + 1)));
            }
            
        case 15:
            for (int i547737 = 0; i547737 < 2; i547737++) {
                st.s &= ((_Bool)(a == g2));
                if ((b * b)) continue;
                mem = arr[((v1 * a) | (v5 - mem)) & 15];
            }
            
        case 13:
            for (int i469599 = 0; i469599 < 3; i469599++) {
                mem -= (v0 || (g3 / 100));
                if (((-1) | (0))) break;
                g3 = (arr[(7) & 15] + (v4 && d));
            }
            
        default:
            switch ((int)(((v4 - b) - ((4294967295LL) / ((g0 & 0xff) + 1)))) % 20) {
            case -3:
                st.u -= (g1 * v1);
                break;
            case 14:
                g0 <<= ((a & (1)) & 7);
                break;
            case 19:
                st.uc |= ((8) ^ g0);
                break;
            case 17:
                vol = ((g2 >> ((v0 & 7))) << (9));
                
            case 0:
                a -= (!v3);
                break;
            case 10:
                st.b2 = (((31) << (18)) | ((unsigned)g3));
                
            case 12:
                ps->nest.x -= (v0 * (2));
                
            case -2:
                b /= (((g1 || v0) & 0x7f) + 1);
                
            case 13:
                st.b2 = ((((8) * v1) % 16) % (((e - (0)) & 0xff) + 1));
                
            case 11:
                (*pm) = ((c | ps->nest.x) ? (v5 ^ (v0 && (100))) : (-((-128) - v3)));
                break;
            case 1:
                vol = ((v4 >> (20)) != (v4 > c));
                break;
            case 6:
                st.uc ^= (b || (0));
                
            case 15:
                mem = ((!(v5 | g0)) << (((mem ^ c) & 7)));
                
            case 3:
                g0 &= ((g2 == (65535)) + mem);
                
            case 5:
                st.s = ((unsigned short)arr[v0 & 15]);
                break;
            default:
                st.l &= (g3 + (v4 % 1024ULL));
            }
        }
    } while (--n_ > 0 && ((a | e))); }
    switch ((int)((v3 / (((v2 ^ (-2147483647)) & 0xff) + 1))) % 20) {
    case 18:
        if ((((v0 | (65535)) - (*pm)) ^ (d - (-7)))) {
            st.uc -= (((127) ^ e) <= arr[(100) & 15]);
        } else {
            if (((~(4294967295LL)) != (b >= (*pm)))) {
                e %= (((g0 * g2) & 0x7f) + 1);
            } else {
                g2 ^= (g2 > (e * g1));
            }
        }
        break;
    case 2:
        switch ((int)(((char)(0))) % 20) {
        case 10:
            c = (arr[(7) & 15] && ((unsigned __int64)(v5 + (-4294967296LL))));
            break;
        case 4:
            g0 |= ((unsigned char)mem);
            
        case 17:
            st.c -= ((e * g0) > (vol - vol));
            break;
        case 15:
            st.b2 <<= ((v0 > (2)) & 7);
            break;
        case 2:
            if ((((-2147483648LL) - (v1 < (-1))) | (vol ^ b))) {
                g2 |= (g3 ^ (g2 + (32767)));
            } else {
                g2 *= ((g2 & g0) - arr[e & 15]);
            }
            
        case 3:
            g2--;
            
        case 5:
            g3 &= ((v0 / (((81985529216486895LL) & 0xff) + 1)) - (a ^ (-9223372036854775807LL)));
            break;
        default:
            st.s *= ((g2 % ((g2 & 0xff) + 1)) < ((__int64)c));
        }
        
    case 9:
        if ((((-v2) ? ((2147483648LL) & g2) : (-256)) | ((_Bool)(v3 | v3)))) {
            ps->nest.x |= ((mem ^ g3) - g2);
        } else {
            for (int i485376 = 0; i485376 < 1; i485376++) {
                mem /= ((((int)g2) & 0x7f) + 1);
                if ((v1 || mem)) continue;
                v4 <<= ((e | c) & 7);
            }
        }
        break;
    case -2:
        for (int i907519 = 0; i907519 < 5; i907519++) {
            if (((+(mem | v1)) <= (v2 && g2))) {
                b = st.b2;
            } else {
                st.s ^= ((d ^ d) >= ((char)e));
            }
            if ((g0 && c)) continue;
            st.s |= ((unsigned char)st.b3);
        }
        
    default:
        --ps->b3;
    }
    depth--; __int64 r_ = ((unsigned char)((*pm) + c));
    return r_;
}
int main(void)
{
    lab_out(f0((-65535),(2147483647),(-255),(10),(2147483648LL)));
    lab_out(f0((-1000),(81985529216486895LL),(-9223372036854775807LL),(-81985529216486895LL),(3)));
    lab_out(f0((10),(256),(128),(-3),(31)));
    lab_out(f1((3),(1),(1000),(-8),(127)));
    lab_out(f1((-9223372036854775807LL),(127),(-2147483648LL),(1000),(0)));
    lab_out(f1((7),(-255),(-65536),(7),(255)));
    lab_out(f2((10),(-127),(100),(4294967295LL),(5)));
    lab_out(f2((10),(127),(8),(-7),(-65536)));
    lab_out(f2((1000),(4294967295LL),(-65536),(-255),(-65536)));
    lab_out(f3((10),(-8),(-65536),(-16),(5)));
    lab_out(f3((5),(2147483648LL),(9223372036854775807LL),(3),(128)));
    lab_out(f3((7),(-10),(-2147483648LL),(-65536),(128)));
    lab_out(f4((3),(2),(65535),(4294967295LL),(-0)));
    lab_out(f4((-1000),(-1000),(128),(-32768),(32767)));
    lab_out(f4((1),(100),(-4294967295LL),(-100),(-100)));
    for (int i = 0; i < 16; i++) lab_out(arr[i]);
    lab_out(st.c); lab_out(st.s); lab_out(st.u); lab_out(st.l); lab_out(st.b1); lab_out(st.b2); lab_out(st.b3); lab_out(st2.nest.x); lab_out(st2.nest.a[1]); lab_out(st2.b1); lab_out(g0); lab_out(g1); lab_out(g2); lab_out(g3);
    return 0;
}
