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
    unsigned short v0 = (d > g3);
    short v1 = (((32767) ^ b) << ((((16) | g1) & 7)));
    unsigned __int64 v2 = ((5) / 1);
    int v3 = (((31) | g3) | g0);
    _Bool v4 = ((~(-65535)) && (b || v3));
    char v5 = (((3) | v0) * a);
    int mem = (g3 + (-31)); int *pm = &mem; volatile short vol = ((100) * (128));
    switch ((int)(((-2147483648LL) << (11))) % 20) {
    case 17:
        st.b2 *= (v2 | a);
        break;
    case 16:
        { int n_ = 3; do {
            v5 = (((16) % ((((char)g2) & 0xff) + 1)) != (d + (2147483648LL)));
        } while (--n_ > 0 && ((g1 >> (25)))); }
        break;
    case 14:
        st.l |= (v4 << ((((-65536) & v5) & 7)));
        
    case 0:
        if ((-((*pm) - a))) {
            d = f1(((*pm) == d), ((32768) + d), (g3 > v3), ((*pm) | v1), ((char)(1)));
        } else {
            b -= (v1 < v3);
        }
        
    case 13:
        v1 = (((65535) ? (b % 1) : v1) & (g3 << ((a & 7))));
        
    case 5:
        g2 /= ((((unsigned char)d) & 0x7f) + 1);
        break;
    case 10:
        g2 = f3((v3 - d), (v0 | (-1)), (d == g0), ((unsigned short)v5), (v3 <= (-128)));
        break;
    case 4:
        { int n_ = 3; do {
            g3 >>= ((g1 > (-4294967295LL)) & 7);
        } while (--n_ > 0 && (arr[v4 & 15])); }
        
    case 11:
        switch ((int)(((c - (5)) - (v1 % 1))) % 20) {
        case -3:
            e = ((((-128) << (7)) << ((arr[g1 & 15] & 7))) || ((!(100)) & (g3 ? v5 : v1)));
            
        case 5:
            g1 >>= (((-2) % (((*pm) & 0xff) + 1)) & 7);
            
        case 12:
            ps->b1 /= (((b != g0) & 0x7f) + 1);
            break;
        case 9:
            st.uc = ((d ^ (-32768)) ^ (e / ((g2 & 0xff) + 1)));
            
        case 3:
            switch ((int)((b < v5)) % 20) {
            case 11:
                v3 *= ((~g1) <= (0));
                
            case 14:
                vol |= ((2147483648LL) && (g2 ? v5 : (*pm)));
                break;
            case -1:
                v5 = (((g2 && v1) * (-4294967295LL)) - (-((8) ? g2 : b)));
                
            case 8:
                g0 = ((mem <= (v5 << (((-256) & 7)))) >> ((st.b1 & 7)));
                
            case 12:
                g1 = ((g0 >= a) & (b - mem));
                break;
            case 0:
                ps->nest.x = (ps->b1 ? (v1 ^ b) : st.s);
                break;
            case 1:
                (*pm) = ((mem * v3) + (v3 | v3));
                break;
            case 5:
                ps->b3 >>= ((v3 & a) & 7);
                
            case 6:
                ps->b1 = ((c ^ ((2147483647) | v0)) - (+(32768)));
                
            case -2:
                d -= (v5 & ((unsigned char)(4294967295LL)));
                
            case 7:
                d = arr[((unsigned short)v5) & 15];
                
            case 10:
                v2 = ((g1 << (1)) ? (g1 * g1) : (+g1));
                
            case 19:
                arr[(a / 2) & 15] |= ((g1 || v2) >= (v5 ? (256) : v0));
                
            case 16:
                arr[((-1000) / (((31) & 0xff) + 1)) & 15] = (!arr[(g0 + v5) & 15]);
                
            case 17:
                st.s = (((_Bool)g3) - (b / (((4294967296LL) & 0xff) + 1)));
                
            default:
                st.l = ((g3 % (((-5) & 0xff) + 1)) || (g2 >= vol));
            }
            break;
        case 2:
            g3 = f2(((*pm) & v2), ((128) + b), arr[vol & 15], (v4 + g1), (d ? (4294967295LL) : mem));
            
        case 8:
            b = (((a && g0) * ((-1) && d)) >> (0));
            
        default:
            for (int i556665 = 0; i556665 < 4; i556665++) {
                vol = (((unsigned short)(4294967296LL)) * ((g0 + d) & g3));
                if ((g1 * v2)) continue;
                st.l = ((g2 ? g3 : v1) == ps->nest.a[1]);
            }
        }
        break;
    case 1:
        v0 = (+ps->nest.x);
        break;
    case 3:
        d = (!(v2 ^ (a <= e)));
        break;
    case 15:
        g1 = (((81985529216486895LL) >= d) == ((-31) - (65536)));
        
    case 19:
        a = ps->b1;
        break;
    case 8:
        v4 |= ((v1 && v4) << ((g2 & 7)));
        
    case 7:
        c = ((((32768) * (-2147483648LL)) > ((-5) == v2)) <= ((2147483647) >> ((((-3) & b) & 7))));
        
    default:
        g3 = ((v5 ? g2 : g1) ^ ((*pm) >= v0));
    }
    vol >>= ((v4 ^ (*pm)) & 7);
    { int n_ = 3; do {
        ps->b1 |= ((+v2) << ((v0 & 7)));
    } while (--n_ > 0 && (((-4294967296LL) <= vol))); }
    for (int i367700 = 0; i367700 < 4; i367700++) {
        g0 = f1((v3 ^ g0), (v3 & (-32768)), (g0 / 2), ((-32768) * mem), (g3 + (1000)));
        if ((g0 >> ((g2 & 7)))) continue;
        for (int i769072 = 0; i769072 < 3; i769072++) {
            { int n_ = 3; do {
                st.uc = (+((255) <= v3));
            } while (--n_ > 0 && ((a - g1))); }
            if ((!vol)) continue;
            c = ((g0 * ((5) + (*pm))) ? (a ? v4 : v1) : ((unsigned)g1));
        }
    }
    ps->b1 = (((-3) ^ a) & ((v3 ^ v4) != (7)));
    st.b2++;
    g1 = arr[(a + (1)) & 15];
    if ((((-31) << (20)) + st.l)) {
        arr[(c != (*pm)) & 15] = ((v3 >> (19)) / ((((4294967296LL) - g3) & 0xff) + 1));
    } else {
        for (int i441211 = 0; i441211 < 4; i441211++) {
            for (int i754713 = 0; i754713 < 3; i754713++) {
                st.b2 = ((v4 || b) * (e / 7));
                if (((char)d)) continue;
                (*pm) %= (((vol ^ (-8)) & 0x7f) + 1);
            }
            if ((-(*pm))) break;
            v0 *= arr[(7) & 15];
        }
    }
    for (int i657100 = 0; i657100 < 4; i657100++) {
        st.b2++;
        if ((v3 - c)) break;
        switch ((int)((v2 & e)) % 20) {
        case 4:
            vol = (((10) <= ((unsigned)v2)) ? arr[(v3 >> ((g1 & 7))) & 15] : (v3 ^ (-9223372036854775807LL)));
            break;
        case 7:
            d = (!((c & a) & (256)));
            
        case -1:
            ps->b3 = (arr[mem & 15] % (((vol << (((v2 | (100)) & 7))) & 0xff) + 1));
            break;
        case 14:
            { int n_ = 3; do {
                st.c = ((unsigned char)((int)((-1) || g1)));
            } while (--n_ > 0 && ((v0 * (-4294967295LL)))); }
            break;
        default:
            if (arr[(!g0) & 15]) {
                v3 = arr[((9223372036854775807LL) * v3) & 15];
            } else {
                v3 /= ((((2147483647) << ((b & 7))) & 0x7f) + 1);
            }
        }
    }
    if (((mem != (31)) << (((vol % (((-8) & 0xff) + 1)) & 7)))) {
        { int n_ = 3; do {
            d = f2((v5 % ((v1 & 0xff) + 1)), ((short)mem), (c - vol), (mem - v2), ((*pm) != vol));
        } while (--n_ > 0 && ((v0 | v2))); }
    } else {
        if (((v3 && (16)) * ((81985529216486895LL) & v4))) {
            for (int i720191 = 0; i720191 < 1; i720191++) {
                g3 *= ((4294967296LL) << (((-10) & 7)));
                if (arr[v2 & 15]) continue;
                a = (((-9223372036854775807LL) | (7)) * (v3 ? v2 : v3));
            }
        } else {
            if (((short)((-100) <= v3))) {
                g1 ^= (!d);
            } else {
                a %= (((v2 / 1024ULL) & 0x7f) + 1);
            }
        }
    }
    ++mem;
    arr[3]++;
    depth--; __int64 r_ = ((+(65536)) % 16);
    return r_;
}
static __int64 f1(char a, unsigned short b, int c, __int64 d, unsigned e)
{
    if (++depth > 6) { depth--; return a + b + c + d + e; }
    int v0 = ((b * (-65535)) >> (20));
    unsigned v1 = ((unsigned)b);
    unsigned __int64 v2 = st.u;
    _Bool v3 = ((c && g3) & (!g1));
    unsigned short v4 = ((unsigned char)(e ^ c));
    char v5 = (g2 | (e & (-10)));
    int mem = ((2147483647) - v3); int *pm = &mem; volatile short vol = ((unsigned char)(32768));
    if (((v5 - ((*pm) % 2)) << (27))) {
        switch ((int)(ps->uc) % 20) {
        case -3:
            switch ((int)(((vol + c) * (v1 << ((v1 & 7))))) % 20) {
            case 12:
                b = ((+(+v1)) - (v0 | g3));
                break;
            case 11:
                (*pm) <<= (((*pm) | g1) & 7);
                break;
            case 6:
                v5 |= ((short)((*pm) ? v4 : (*pm)));
                
            case -1:
                v0 = ((unsigned)(g3 ^ g2));
                
            case 0:
                st.u |= (v0 + (b >= v3));
                
            case 8:
                a = (+((v2 || b) ^ a));
                break;
            case -2:
                ps->nest.x = ((vol - v4) << (27));
                break;
            default:
                ps->b3 %= (((v3 << (26)) & 0x7f) + 1);
            }
            break;
        case 16:
            switch ((int)((g3 - c)) % 20) {
            case 5:
                st.b2 &= ((int)(v0 % 10u));
                
            case 7:
                st.u |= ((1000) ? v1 : ((16) - g3));
                break;
            case 17:
                ps->b1 /= ((((-255) + d) & 0x7f) + 1);
                
            case 3:
                st.l = (((*pm) - (+v4)) / 16);
                break;
            default:
                g1 |= ((v5 | a) != v1);
            }
            break;
        case 9:
            { int n_ = 3; do {
                a = (((*pm) / ((v0 & 0xff) + 1)) >= (v2 & (2147483647)));
            } while (--n_ > 0 && ((vol * a))); }
            
        case 0:
            if (((v5 && g0) | (g1 * v1))) {
                a -= ((255) - (e | v5));
            } else {
                ps->nest.x = ((v2 && (2147483647)) && ((256) < v5));
            }
            
        case 4:
            for (int i635762 = 0; i635762 < 5; i635762++) {
                v5 = (((unsigned char)((*pm) & a)) ? (v3 - v2) : ((10) && st.b1));
                if ((e ? (-255) : v0)) break;
                g3 = ((+(-2147483648LL)) + ((255) ? (g3 != g2) : (vol < (2147483647))));
            }
            break;
        case 14:
            switch ((int)((v4 % 7)) % 20) {
            case 6:
                st.s %= ((((2147483647) - g1) & 0x7f) + 1);
                break;
            case 7:
                (*pm) /= ((((-1) > (-2147483647)) & 0x7f) + 1);
                
            default:
                g1 ^= (((unsigned)(*pm)) ? v1 : v4);
            }
            
        case 10:
            { int n_ = 3; do {
                vol = ((d + (127)) || ((unsigned char)(65535)));
            } while (--n_ > 0 && ((mem == g1))); }
            break;
        case 2:
            if (((v0 || (16)) >> ((((short)v1) & 7)))) {
                st.c = arr[((1000) | (1)) & 15];
            } else {
                ps->b3 = ((v5 || (4294967295LL)) && ((127) << (24)));
            }
            break;
        case -2:
            g2 = (((32768) >= (c >> (((-1000) & 7)))) - (c | (*pm)));
            
        case 11:
            { int n_ = 3; do {
                g0 %= (((v0 - b) & 0x7f) + 1);
            } while (--n_ > 0 && (st.nest.a[1])); }
            
        case 15:
            if (((a % (((2) & 0xff) + 1)) - (d - v3))) {
                g0 = ((vol << ((d & 7))) || (mem && g0));
            } else {
                v0 = ((vol & v1) ^ (v2 ? (v5 / 2) : (g1 ^ v0)));
            }
            break;
        case 19:
            for (int i408278 = 0; i408278 < 2; i408278++) {
                ps->b1 &= (mem || (9223372036854775807LL));
                if ((v1 << (15))) continue;
                st.u = ((int)((127) ? ((-100) | (1000)) : d));
            }
            break;
        case -1:
            { int n_ = 3; do {
                g0 = ((g3 && ((32768) & (32768))) > arr[v0 & 15]);
            } while (--n_ > 0 && ((v1 ^ g2))); }
            
        case 18:
            st.b2++;
            
        case 12:
            d = (((c < g0) - arr[(*pm) & 15]) ? (arr[(3) & 15] ^ (g2 >= (32768))) : (g2 * a));
            break;
        default:
            { int n_ = 3; do {
                ps->b3 += (v0 & v5);
            } while (--n_ > 0 && ((v3 == mem))); }
        }
    } else {
        ps->b3 = ((vol / 3) - (a & ((32767) && v1)));
    }
    --c;
    v0 = ps->b2;
    st.uc /= (((mem << (23)) & 0x7f) + 1);
    g0 ^= (((-127) | v1) ? v4 : (v5 ? v3 : (32768)));
    v5 = f2(((-4294967296LL) * c), (d >> (16)), (v4 + (16)), (vol || v2), (g0 && v3));
    for (int i43292 = 0; i43292 < 5; i43292++) {
        if ((((g1 ^ g0) * g1) - (g3 >> ((vol & 7))))) {
            if (((g2 <= mem) << ((((v4 * v0) * e) & 7)))) {
                g3 += arr[(mem >> (2)) & 15];
            } else {
                g0 = ((vol * (127)) ^ arr[(-65535) & 15]);
            }
        } else {
            g3 = (((10) | (g0 >= vol)) * (arr[(*pm) & 15] - (v4 << (((1) & 7)))));
        }
        if (st.b1) break;
        v2 = (((e - v4) * mem) << ((((g0 / 1) / 7LL) & 7)));
    }
    for (int i286663 = 0; i286663 < 1; i286663++) {
        if (((v1 % ((v2 & 0xff) + 1)) && (st.s >> (25)))) {
            { int n_ = 3; do {
                ps->nest.x |= ((unsigned char)v0);
            } while (--n_ > 0 && ((mem == v5))); }
        } else {
            if (((v2 | g0) * (v1 / ((g1 & 0xff) + 1)))) {
                v5 -= (+((4294967296LL) ? v5 : c));
            } else {
                v0 = ((-ps->u) >> (4));
            }
        }
        if ((a - (-16))) continue;
        v1 %= (((mem & (*pm)) & 0x7f) + 1);
    }
    depth--; __int64 r_ = ((b % ((v0 & 0xff) + 1)) * (g3 ^ a));
    return r_;
}
static __int64 f2(char a, unsigned short b, int c, __int64 d, unsigned e)
{
    if (++depth > 6) { depth--; return a + b + c + d + e; }
    int v0 = ((-32767) + g2);
    unsigned v1 = ((__int64)g1);
    unsigned __int64 v2 = (g1 / 2);
    _Bool v3 = (g2 && (b < (-128)));
    unsigned char v4 = (d & ps->b1);
    short v5 = (~v3);
    int mem = (b > (127)); int *pm = &mem; volatile short vol = (g0 + (4294967295LL));
    switch ((int)((~(a <= g3))) % 20) {
    case 9:
        if (((-(100)) - arr[(!v0) & 15])) {
            vol = (!(vol << (((-10) & 7))));
        } else {
            for (int i242535 = 0; i242535 < 5; i242535++) {
                (*pm) |= (v2 % ((arr[(127) & 15] & 0xff) + 1));
                if ((v2 << (18))) continue;
                v2 >>= ((g0 && g2) & 7);
            }
        }
        break;
    case 12:
        d %= (((v5 < g3) & 0x7f) + 1);
        
    case 17:
        for (int i862927 = 0; i862927 < 4; i862927++) {
            for (int i91492 = 0; i91492 < 3; i91492++) {
                v0 = (((__int64)(2)) ^ (e + d));
                if ((v1 ^ c)) continue;
                v1 %= ((((31) && (3)) & 0x7f) + 1);
            }
            if ((v4 != g3)) break;
            mem = (((v2 + g2) && vol) ^ (v2 ^ (g3 / ((v1 & 0xff) + 1))));
        }
        break;
    case 16:
        st.c += ((7) & (81985529216486895LL));
        
    case 4:
        e = f0(ps->u, ((unsigned __int64)a), arr[v5 & 15], (c << ((g2 & 7))), ((65536) | (65535)));
        break;
    case 1:
        for (int i446676 = 0; i446676 < 1; i446676++) {
            arr[(g2 * b) & 15] = (arr[e & 15] ? (a - v1) : ((5) ^ (*pm)));
            if (st.b2) break;
            for (int i931429 = 0; i931429 < 3; i931429++) {
                (*pm) = ((!v1) != ((v1 % ((g1 & 0xff) + 1)) / 4u));
                if (((*pm) || g1)) break;
                (*pm) = ((((unsigned)v3) << (7)) >> (15));
            }
        }
        
    case 3:
        c <<= ((+g3) & 7);
        
    case 8:
        a >>= ((v0 / 2) & 7);
        
    case 0:
        v4 = f0(((_Bool)e), ((__int64)a), (v1 % 7), (v3 ? a : g2), (g0 != g2));
        
    case 19:
        { int n_ = 3; do {
            switch ((int)(((e ? vol : v1) >= (g1 / ((v1 & 0xff) + 1)))) % 20) {
            case 19:
                (*pm) = ((-(4294967295LL)) > arr[d & 15]);
                
            case 18:
                v4 &= ((e | v2) * v4);
                
            case -3:
                v4 %= ((((128) / (((-2) & 0xff) + 1)) & 0x7f) + 1);
                break;
            case 7:
                vol = ((v0 >= (v5 ^ vol)) / 1);
                break;
            case 15:
                (*pm) >>= ((d || v2) & 7);
                
            case 1:
                st.l -= ((~(*pm)) & ((100) * (100)));
                
            case 9:
                g0 <<= ((v0 << (28)) & 7);
                break;
            case 2:
                st.l *= (((3) < a) * (100));
                break;
            case 17:
                g3 = (((g2 % 4u) * (g3 ^ (9223372036854775807LL))) * (((0) | (128)) != (65536)));
                break;
            case 13:
                st.nest.a[2] = (((unsigned short)g0) & ((unsigned)(g0 * v1)));
                break;
            case 4:
                v1 = ((b | c) >> (29));
                
            case 3:
                st.l = ((arr[mem & 15] >= arr[(16) & 15]) / 8);
                break;
            case 11:
                g1 = ps->uc;
                
            case 0:
                st.nest.a[2] -= (+(a >= (81985529216486895LL)));
                break;
            case 5:
                e *= ((*pm) % 10);
                
            default:
                e /= (((v1 * (0)) & 0x7f) + 1);
            }
        } while (--n_ > 0 && ((vol | d))); }
        
    case 2:
        st.b2++;
        
    case 10:
        g0 >>= ((a % (((-127) & 0xff) + 1)) & 7);
        
    case -1:
        switch ((int)(((g0 ? vol : mem) ? (g1 ^ g3) : (100))) % 20) {
        case 13:
            ps->nest.x = ((g1 | b) ? (mem | v1) : (v3 * v0));
            break;
        case 0:
            if (((c && ((*pm) >> (7))) | (v0 << ((b & 7))))) {
                st.l %= (((v1 << ((g3 & 7))) & 0x7f) + 1);
            } else {
                a = (((unsigned)((7) - (*pm))) && (v3 >> ((((char)(1)) & 7))));
            }
            
        default:
            { int n_ = 3; do {
                st.c ^= (((255) << (18)) * ((short)e));
            } while (--n_ > 0 && ((mem || v0))); }
        }
        
    case -3:
        a = ((short)((_Bool)b));
        
    case 14:
        if (((vol ^ (g0 & v2)) > ((-1) & g1))) {
            for (int i975060 = 0; i975060 < 3; i975060++) {
                arr[(!v4) & 15] = ((b | (c % ((g3 & 0xff) + 1))) & ((v0 * g0) & (mem <= g2)));
                if ((v1 < g1)) break;
                d <<= ((g2 - a) & 7);
            }
        } else {
            if ((((-g0) ? ((char)v4) : g1) * (v0 == g0))) {
                v0 >>= (((16) | g1) & 7);
            } else {
                v1 = ((((_Bool)v5) * ((short)g2)) % (((v0 - vol) & 0xff) + 1));
            }
        }
        
    default:
        { int n_ = 3; do {
            g0 <<= ((v5 + e) & 7);
        } while (--n_ > 0 && ((!b))); }
    }
    --ps->b3;
    v3 = arr[(((char)e) + (255)) & 15];
    e = f0((v0 || vol), (v1 ? b : (-16)), (g1 >> ((e & 7))), (g1 * b), ((5) * g0));
    for (int i890471 = 0; i890471 < 1; i890471++) {
        g1 = f0(arr[v2 & 15], ((4294967296LL) && v0), (vol << ((mem & 7))), ((9223372036854775807LL) >> (7)), (v3 * g2));
        if ((a != b)) break;
        for (int i996798 = 0; i996798 < 4; i996798++) {
            a = f4((mem - mem), (v1 >> (((10) & 7))), ((255) & v4), (v0 > vol), (+v2));
            if ((g3 & (127))) break;
            switch ((int)(((-0) - v4)) % 20) {
            case 13:
                d = (((4294967295LL) * mem) & (d && g0));
                break;
            case 9:
                st.c = ((v2 >> ((v4 & 7))) || (b << ((g0 & 7))));
                
            case 4:
                ps->nest.x &= ((v2 - (-5)) % (((v2 ? (*pm) : (*pm)) & 0xff) + 1));
                
            case 16:
                g3 = ((a && e) == arr[(v5 || v2) & 15]);
                break;
            case 3:
                vol = ((st.b3 * g2) - ((__int64)st.u));
                
            case 14:
                g3 |= (vol << (9));
                
            case 1:
                c &= ((2147483647) < (127));
                
            case 19:
                g2 /= (((g0 ^ (2147483648LL)) & 0x7f) + 1);
                break;
            case 18:
                ps->b1 = (((32768) - (vol && e)) << (1));
                
            case 7:
                g2 = (((3) | ((16) >= (*pm))) * arr[(4294967296LL) & 15]);
                
            case 17:
                g3 >>= ((!g1) & 7);
                break;
            case 8:
                v1 = ((+((unsigned __int64)c)) ^ ((*pm) / 4096));
                
            case 10:
                v3 = ((v2 ? ((256) & v1) : ((_Bool)g2)) || (arr[v1 & 15] & v0));
                
            case 12:
                ps->b3 = ((v3 ? (-2147483648LL) : v2) <= ((mem - (-128)) && (7)));
                
            case -1:
                (*pm) = ps->b2;
                
            default:
                c = ((vol * (*pm)) && arr[(mem < v3) & 15]);
            }
        }
    }
    a |= arr[(v3 ? (4294967296LL) : a) & 15];
    if (((mem & v1) | ((short)v4))) {
        st.uc = ((v1 >> ((g2 & 7))) + ps->nest.x);
    } else {
        ps->b1 = (arr[((100) >> ((v3 & 7))) & 15] >= (mem | v4));
    }
    (*pm) &= st.b1;
    ++v4;
    st.b2++;
    { int n_ = 3; do {
        g3 -= (-v2);
    } while (--n_ > 0 && (st.nest.x)); }
    for (int i563830 = 0; i563830 < 3; i563830++) {
        for (int i954636 = 0; i954636 < 4; i954636++) {
            if (((a <= (256)) ? (!g0) : (v0 % (((-31) & 0xff) + 1)))) {
                v2 -= ((2147483648LL) * g3);
            } else {
                g1 = (arr[v0 & 15] && ((_Bool)mem));
            }
            if ((e | e)) continue;
            v5 = ((d >> (13)) ^ ((v2 <= v4) & v4));
        }
        if ((a && (9223372036854775807LL))) continue;
        arr[3]++;
    }
    depth--; __int64 r_ = (((-256) || e) % 7);
    return r_;
}
static __int64 f3(char a, unsigned short b, int c, __int64 d, unsigned e)
{
    if (++depth > 6) { depth--; return a + b + c + d + e; }
    short v0 = ((g0 ^ g1) & c);
    _Bool v1 = ((e << (20)) & arr[e & 15]);
    int v2 = ((b - e) * (16));
    unsigned v3 = (+(-81985529216486895LL));
    unsigned short v4 = (c & ((127) | g1));
    char v5 = (v0 ^ ((16) * (81985529216486895LL)));
    int mem = (g1 ^ (0)); int *pm = &mem; volatile short vol = ((-8) != v0);
    (*pm) = f1(((2147483647) >> ((b & 7))), (~v1), (v4 / 10), arr[(10) & 15], ((-100) / 10));
    d = ((g3 | (32768)) < (!v4));
    ps->b3 = ((v4 <= (-1000)) / 4096);
    st.u = (((-1000) % (((a % ((v4 & 0xff) + 1)) & 0xff) + 1)) >> (0));
    v1++;
    for (int i157743 = 0; i157743 < 2; i157743++) {
        for (int i874042 = 0; i874042 < 1; i874042++) {
            g0 *= ((a / (((0) & 0xff) + 1)) ^ (!(2147483648LL)));
            if ((b > (256))) continue;
            if ((((~g0) >> (16)) + (e + b))) {
                a &= arr[(2) & 15];
            } else {
                (*pm) = (((vol - vol) != g2) << (3));
            }
        }
        if (((*pm) >> (17))) continue;
        for (int i522219 = 0; i522219 < 1; i522219++) {
            if ((((-31) - v3) * ((v0 >= c) / ((g2 & 0xff) + 1)))) {
                d |= (v0 && (v4 ? d : (81985529216486895LL)));
            } else {
                st.nest.a[2] = ps->u;
            }
            if ((v1 && g2)) continue;
            if (arr[((*pm) ^ v4) & 15]) {
                g0 = st.nest.a[1];
            } else {
                d |= (b - v1);
            }
        }
    }
    v1 *= (arr[vol & 15] != g0);
    depth--; __int64 r_ = ((unsigned __int64)((*pm) - a));
    return r_;
}
static __int64 f4(char a, unsigned short b, int c, __int64 d, unsigned e)
{
    if (++depth > 6) { depth--; return a + b + c + d + e; }
    __int64 v0 = st.b2;
    int v1 = arr[g2 & 15];
    unsigned __int64 v2 = ((-g0) | ((1) * v0));
    short v3 = arr[g2 & 15];
    _Bool v4 = (g3 - e);
    unsigned short v5 = ((g1 || v4) != g3);
    int mem = ((0) % ((b & 0xff) + 1)); int *pm = &mem; volatile short vol = (!v4);
    for (int i908137 = 0; i908137 < 1; i908137++) {
        g2 %= (((-v3) & 0x7f) + 1);
        if (arr[mem & 15]) break;
        if ((((unsigned short)((unsigned short)v3)) ? arr[(*pm) & 15] : (ps->b1 % ((((*pm) << (0)) & 0xff) + 1)))) {
            for (int i686146 = 0; i686146 < 3; i686146++) {
                b = ((unsigned __int64)((7) + a));
                if (((unsigned char)v4)) continue;
                ps->b3 *= (g3 && arr[g1 & 15]);
            }
        } else {
            { int n_ = 3; do {
                v1 = arr[(g0 && g2) & 15];
            } while (--n_ > 0 && ((c + vol))); }
        }
    }
    for (int i318611 = 0; i318611 < 2; i318611++) {
        if (((ps->b1 ^ arr[d & 15]) - (c ^ d))) {
            st.uc |= (mem << (5));
        } else {
            { int n_ = 3; do {
                a = (((1000) << (14)) - (((2) || (-255)) <= (31)));
            } while (--n_ > 0 && ((v2 - (9223372036854775807LL)))); }
        }
        if ((d | v3)) break;
        g1 = (((8) * (c ^ g2)) <= (v3 & b));
    }
    if (((v0 - v2) >> (18))) {
        if ((((b * g0) ? ps->b3 : (g0 * c)) % 1)) {
            if (((a & a) && (-(~g0)))) {
                v2 &= (v5 << ((ps->nest.x & 7)));
            } else {
                ps->b1 ^= (mem && v2);
            }
        } else {
            { int n_ = 3; do {
                g1 ^= (v0 >> (27));
            } while (--n_ > 0 && ((e || (4294967296LL)))); }
        }
    } else {
        c = (((c == g2) ^ g2) && ((256) != (v2 & v3)));
    }
    if (((b ^ b) << (((d > (v0 || (32767))) & 7)))) {
        g0 <<= (((65536) & (-8)) & 7);
    } else {
        v0 = (((c - g2) ? (vol << (15)) : (v4 >> (22))) / 1);
    }
    g0 |= (v0 ? a : ((*pm) * g2));
    for (int i739657 = 0; i739657 < 1; i739657++) {
        ++g0;
        if ((g3 >> (((256) & 7)))) continue;
        st.l = ((v2 + (4294967296LL)) ^ ((2) == d));
    }
    { int n_ = 3; do {
        switch ((int)(arr[g0 & 15]) % 20) {
        case -1:
            g0++;
            
        case 11:
            g3--;
            
        default:
            arr[((*pm) != mem) & 15] >>= ((!g0) & 7);
        }
    } while (--n_ > 0 && ((~(1000)))); }
    arr[(g2 * g0) & 15] = (-(b && ((81985529216486895LL) * e)));
    if ((arr[b & 15] - ((v4 % 3) && g2))) {
        st.uc = (((v1 + (127)) & mem) ^ arr[(v2 + b) & 15]);
    } else {
        v4 = f4((v5 > (127)), (v5 >> ((g2 & 7))), (g2 <= (32767)), ((128) | b), (v2 | d));
    }
    depth--; __int64 r_ = ((vol ? v2 : d) + (a ^ (v4 ^ b)));
    return r_;
}
int main(void)
{
    lab_out(f0((2147483647),(9223372036854775807LL),(9223372036854775807LL),(65536),(-65536)));
    lab_out(f0((-65535),(2),(-2),(-9223372036854775807LL),(32767)));
    lab_out(f0((-2147483647),(128),(16),(-9223372036854775807LL),(127)));
    lab_out(f1((-8),(65536),(-10),(2),(1)));
    lab_out(f1((127),(16),(31),(65536),(-4294967296LL)));
    lab_out(f1((-5),(-16),(81985529216486895LL),(10),(-31)));
    lab_out(f2((-4294967295LL),(81985529216486895LL),(-32767),(-1),(256)));
    lab_out(f2((2),(8),(3),(32768),(65536)));
    lab_out(f2((-4294967296LL),(5),(31),(8),(-4294967295LL)));
    lab_out(f3((65536),(8),(100),(-2),(-2147483647)));
    lab_out(f3((81985529216486895LL),(-32768),(100),(-10),(2147483647)));
    lab_out(f3((7),(100),(65535),(-256),(65536)));
    lab_out(f4((8),(100),(2147483647),(-1000),(5)));
    lab_out(f4((127),(-5),(127),(81985529216486895LL),(0)));
    lab_out(f4((-10),(255),(2147483648LL),(65535),(7)));
    for (int i = 0; i < 16; i++) lab_out(arr[i]);
    lab_out(st.c); lab_out(st.s); lab_out(st.u); lab_out(st.l); lab_out(st.b1); lab_out(st.b2); lab_out(st.b3); lab_out(st2.nest.x); lab_out(st2.nest.a[1]); lab_out(st2.b1); lab_out(g0); lab_out(g1); lab_out(g2); lab_out(g3);
    return 0;
}
