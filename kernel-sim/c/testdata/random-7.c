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
    unsigned v0 = ((unsigned char)g3);
    short v1 = ((g3 >> (18)) + (g1 && c));
    unsigned short v2 = ((v1 > v1) - b);
    _Bool v3 = (((-256) >> (7)) > (g0 ^ b));
    char v4 = (g0 - v1);
    int v5 = (g0 | g2);
    int mem = ((-1000) ^ v2); int *pm = &mem; volatile short vol = (g1 ^ g2);
    b = ((v5 % 4096) * ((_Bool)v2));
    for (int i398921 = 0; i398921 < 2; i398921++) {
        g2 += ((vol * (-4294967295LL)) << (27));
        if (((_Bool)v3)) break;
        v3 = f0((d * e), (c > g3), arr[d & 15], (+c), (mem ^ g1));
    }
    { int n_ = 3; do {
        ++a;
    } while (--n_ > 0 && (st.b1)); }
    st.b2++;
    for (int i345678 = 0; i345678 < 2; i345678++) {
        if (((unsigned short)((unsigned short)(a <= v2)))) {
            st.u = ((v2 ^ (3)) << (5));
        } else {
            arr[(c ^ e) & 15] = arr[(v2 > (e & (8))) & 15];
        }
        if ((v1 * (-1))) continue;
        switch ((int)((((1) != b) ? a : (b | c))) % 20) {
        case 13:
            d = f4(((-3) + b), ((_Bool)c), (v5 >> ((g3 & 7))), arr[(5) & 15], (g2 & v0));
            break;
        case 1:
            switch ((int)((((0) % ((c & 0xff) + 1)) ^ (2147483648LL))) % 20) {
            case 19:
                st.b2 *= st.u;
                
            case 17:
                v4 = ((a & v0) | (st.s * g0));
                
            case 18:
                ps->nest.x = ((c * g3) + (((255) << (22)) - ps->c));
                break;
            case 8:
                v0 &= (((1) + g2) & (vol || g2));
                
            default:
                st.uc = ((v3 + g1) - ((v0 * (*pm)) - (4294967296LL)));
            }
            break;
        case 14:
            st.nest.a[2] &= (((128) | vol) ^ (c << ((mem & 7))));
            
        case 18:
            switch ((int)((((*pm) << (28)) - v5)) % 20) {
            case 4:
                st.l |= ((d ^ v0) || d);
                break;
            case 3:
                mem = (ps->l << (2));
                break;
            case 19:
                v2 = ((_Bool)(!mem));
                
            case 11:
                mem <<= ((v3 * (0)) & 7);
                
            case 12:
                g1 |= ((v4 % 7LL) + v0);
                break;
            case 9:
                (*pm) = ((__int64)((__int64)((255) ? v0 : vol)));
                break;
            case -1:
                v0 = ((v3 / ((c & 0xff) + 1)) ? (v5 <= vol) : ((v2 * (4294967296LL)) & g1));
                
            default:
                a = (ps->c << (29));
            }
            
        case 19:
            { int n_ = 3; do {
                e = st.uc;
            } while (--n_ > 0 && ((e - v0))); }
            break;
        case 15:
            if (((v0 && a) < ps->b2)) {
                ps->b3 <<= ((v2 - v1) & 7);
            } else {
                v3 = ((_Bool)((g2 * mem) | (+(-1))));
            }
            break;
        case -3:
            { int n_ = 3; do {
                e = ((c / 10) ? (v3 * d) : ((g1 % 10) * mem));
            } while (--n_ > 0 && ((v2 ^ v4))); }
            break;
        case 11:
            switch ((int)((((-128) == g0) << (3))) % 20) {
            case -2:
                st.c = arr[((__int64)mem) & 15];
                break;
            case 9:
                st.uc = ((v1 / 16) ? ps->nest.a[1] : (v5 - (g2 ^ (31))));
                
            case 19:
                g3 = (((65535) * (d % 1)) + ((!(10)) << (26)));
                break;
            case 11:
                g0 = ((v2 * (g1 + v2)) - ((32768) + v3));
                break;
            case -1:
                g0 = (((-31) || v2) ^ ((c >> ((g0 & 7))) / (((v3 + g0) & 0xff) + 1)));
                break;
            case 17:
                g0 -= (((1000) + g0) / 4u);
                
            case 5:
                mem = (arr[d & 15] - st.c);
                break;
            case 3:
                v3 /= (((!g2) & 0x7f) + 1);
                
            case 8:
                (*pm) = (((9223372036854775807LL) << ((e & 7))) * (e / 1024ULL));
                
            case 14:
                b <<= ((c && mem) & 7);
                
            case 6:
                g3 *= (g3 | (v3 - v3));
                break;
            case 2:
                (*pm) = (+(v2 * (65535)));
                
            case 16:
                g2 = ((v1 ^ (v4 ? b : b)) ? ((*pm) * (mem / ((g2 & 0xff) + 1))) : ((g3 && vol) >> (((*pm) & 7))));
                
            case 1:
                ps->nest.x &= (((-7) <= b) ^ a);
                
            case 7:
                st.c = ((v4 ? g1 : (0)) ? arr[(4294967296LL) & 15] : (!((*pm) / 7LL)));
                break;
            default:
                g0 = (((-9223372036854775807LL) & g1) + (((int)d) ^ (a * (-1))));
            }
            
        case 9:
            { int n_ = 3; do {
                g1 = (((v0 ? (*pm) : b) < mem) << ((arr[g0 & 15] & 7)));
            } while (--n_ > 0 && (((10) - (9223372036854775807LL)))); }
            
        case -1:
            for (int i731023 = 0; i731023 < 5; i731023++) {
                st.l = ((arr[b & 15] % 4u) <= (+v5));
                if ((e || g2)) break;
                ps->nest.x *= ((d - e) * g1);
            }
            break;
        case 6:
            if (((+((*pm) ^ e)) * ((-255) | (-2147483648LL)))) {
                g3 = ((short)(+v4));
            } else {
                g3 += ((d | mem) | (v4 || (7)));
            }
            break;
        case 17:
            for (int i643828 = 0; i643828 < 3; i643828++) {
                v3 = (arr[d & 15] - ((128) ? c : vol));
                if ((v4 ? (-9223372036854775807LL) : (1000))) break;
                g3 *= (v0 >> (13));
            }
            break;
        case 10:
            if ((((-5) * g1) / 16u)) {
                g1 %= (((-g1) & 0x7f) + 1);
            } else {
                ps->b3 = (arr[g0 & 15] | (mem ^ (127)));
            }
            
        case 7:
            { int n_ = 3; do {
                v2 += (((-3) || (5)) - v1);
            } while (--n_ > 0 && (((*pm) | v1))); }
            
        case 12:
            v0 = ((__int64)((127) != (100)));
            
        default:
            g3 += (g3 % 3);
        }
    }
    v4 %= ((arr[(*pm) & 15] & 0x7f) + 1);
    v4 <<= ((e >> ((mem & 7))) & 7);
    a = (st.l + (g2 >> ((arr[(-4294967295LL) & 15] & 7))));
    switch ((int)(((256) + (4294967295LL))) % 20) {
    case 6:
        if ((arr[a & 15] << (20))) {
            for (int i648254 = 0; i648254 < 1; i648254++) {
                g0 >>= ((v5 >= d) & 7);
                if ((v5 % 10u)) continue;
                v1 += ((int)(10));
            }
        } else {
            g2 |= (v4 && ((65535) * c));
        }
        
    case 17:
        for (int i210166 = 0; i210166 < 2; i210166++) {
            v3 = (((-256) < (10)) | (!g1));
            if ((v0 * (*pm))) break;
            arr[(v5 << (19)) & 15] = ((ps->nest.a[1] | (v5 | b)) <= ps->s);
        }
        break;
    default:
        c /= (((g2 / ((g3 & 0xff) + 1)) & 0x7f) + 1);
    }
    { int n_ = 3; do {
        a += (e * arr[v5 & 15]);
    } while (--n_ > 0 && ((v2 ? v2 : v5))); }
    depth--; __int64 r_ = (arr[((7) << (((5) & 7))) & 15] + (-(100)));
    return r_;
}
static __int64 f1(char a, unsigned short b, int c, __int64 d, unsigned e)
{
    if (++depth > 6) { depth--; return a + b + c + d + e; }
    unsigned __int64 v0 = ((c & g1) - (c * g2));
    unsigned char v1 = arr[(d | (3)) & 15];
    unsigned v2 = (e ? arr[g1 & 15] : (v1 + (-100)));
    short v3 = (((_Bool)g1) + v0);
    _Bool v4 = ((d == (-65536)) & c);
    __int64 v5 = ((v2 != (-1)) <= v1);
    int mem = (+v5); int *pm = &mem; volatile short vol = ((short)v0);
    g2 ^= ((__int64)((1000) | vol));
    c = (((v5 | d) * (v5 ? g3 : v3)) - (~g0));
    { int n_ = 3; do {
        g0 = ps->b3;
    } while (--n_ > 0 && ((-v2))); }
    a = (((v4 >= b) + (65536)) != (a || arr[v2 & 15]));
    if ((((*pm) - (65535)) * ((-65536) ? (v2 || mem) : v1))) {
        v3 <<= ((g2 * v0) & 7);
    } else {
        switch ((int)(((g2 & (-16)) % 4u)) % 20) {
        case 6:
            if (((v5 >> ((e & 7))) >= (g3 && e))) {
                v4 %= ((((65535) & (65536)) & 0x7f) + 1);
            } else {
                v5 = (((1000) || v0) / (((v1 <= (8)) & 0xff) + 1));
            }
            break;
        case -2:
            mem = (((*pm) != v2) < ((*pm) << (11)));
            
        case -3:
            if (arr[(+v1) & 15]) {
                g0 = arr[((-8) && d) & 15];
            } else {
                arr[(a && vol) & 15] <<= ((-mem) & 7);
            }
            
        case 2:
            switch ((int)((v1 << (4))) % 20) {
            case 15:
                (*pm) = (arr[(65536) & 15] + (g2 || g3));
                break;
            case 3:
                ps->nest.x += ((g0 * (256)) >> (((2) & 7)));
                
            case 10:
                v4 = (+((unsigned short)(a * d)));
                
            case 16:
                v3 -= (v3 << (11));
                break;
            default:
                e >>= (((unsigned short)g1) & 7);
            }
            
        default:
            { int n_ = 3; do {
                (*pm) = (-(v3 < (g0 - d)));
            } while (--n_ > 0 && (((9223372036854775807LL) - c))); }
        }
    }
    v3 = (arr[((-0) ^ v3) & 15] % 16u);
    g3 &= ((v0 / 16) ? (g2 == g3) : v2);
    { int n_ = 3; do {
        g1 = ((unsigned)((v4 & v5) / 16u));
    } while (--n_ > 0 && ((e || vol))); }
    g2 &= st.b2;
    v0 = ((a || (-127)) || (~(g0 ^ v5)));
    depth--; __int64 r_ = ((__int64)(mem - (d ^ d)));
    return r_;
}
static __int64 f2(char a, unsigned short b, int c, __int64 d, unsigned e)
{
    if (++depth > 6) { depth--; return a + b + c + d + e; }
    short v0 = (((9223372036854775807LL) + (65535)) + (1000));
    unsigned v1 = ((unsigned)(e / ((a & 0xff) + 1)));
    unsigned short v2 = ((31) - (g0 & g0));
    __int64 v3 = (g0 * (v1 ^ (8)));
    int v4 = (st.u << (14));
    _Bool v5 = (a || v2);
    int mem = (b / (((2) & 0xff) + 1)); int *pm = &mem; volatile short vol = ((7) * v0);
    if ((((2147483647) >= (-1)) >> ((((-1000) != v1) & 7)))) {
        --ps->b3;
    } else {
        st.s &= ((g1 | g2) == d);
    }
    for (int i953421 = 0; i953421 < 5; i953421++) {
        if ((-((*pm) + (-128)))) {
            arr[(b >= b) & 15] &= (((-2) ? v2 : v1) << (((b | vol) & 7)));
        } else {
            st.c >>= ((vol * (65535)) & 7);
        }
        if (((0) <= mem)) break;
        switch ((int)(((81985529216486895LL) ? (81985529216486895LL) : g1)) % 20) {
        case -1:
            if (((~(*pm)) && (e | v2))) {
                v5 = ((b ^ e) % ((((*pm) | (-1)) & 0xff) + 1));
            } else {
                g1 %= ((((81985529216486895LL) && v1) & 0x7f) + 1);
            }
            
        case 2:
            ++vol;
            break;
        default:
            st.l /= (((g1 && v2) & 0x7f) + 1);
        }
    }
    { int n_ = 3; do {
        st.u &= (v0 | ((65536) + (65535)));
    } while (--n_ > 0 && ((vol ? a : a))); }
    if ((((-2) | (65536)) % 100)) {
        switch ((int)(arr[v1 & 15]) % 20) {
        case 7:
            if (((a > c) * (v1 << (((1000) & 7))))) {
                vol >>= ((g3 > mem) & 7);
            } else {
                st.b2 -= arr[(g0 * g0) & 15];
            }
            break;
        case 15:
            --g2;
            
        default:
            for (int i27758 = 0; i27758 < 1; i27758++) {
                v3 ^= (v3 ^ (v4 - v1));
                if ((mem ? (81985529216486895LL) : (9223372036854775807LL))) break;
                v1 = (~(b - v5));
            }
        }
    } else {
        g1 = st.u;
    }
    { int n_ = 3; do {
        g3 = (~((char)(d ^ v1)));
    } while (--n_ > 0 && ((mem - g2))); }
    for (int i155121 = 0; i155121 < 5; i155121++) {
        d++;
        if (((-10) + a)) continue;
        st.nest.a[2] = ((v1 || (128)) & (-(v3 > c)));
    }
    switch ((int)(((unsigned __int64)(v2 || g3))) % 20) {
    case 19:
        v5 ^= ((vol >> (20)) >> (2));
        
    case -2:
        { int n_ = 3; do {
            st.l >>= ((!e) & 7);
        } while (--n_ > 0 && (((*pm) - g0))); }
        break;
    default:
        (*pm) >>= ((v5 && g0) & 7);
    }
    for (int i157161 = 0; i157161 < 1; i157161++) {
        for (int i384749 = 0; i384749 < 4; i384749++) {
            arr[3]++;
            if ((g3 / ((vol & 0xff) + 1))) continue;
            { int n_ = 3; do {
                v5 = (((-31) * (v0 ? g3 : e)) && (c + (*pm)));
            } while (--n_ > 0 && ((v5 % 1024ULL))); }
        }
        if (((__int64)c)) continue;
        a &= (v3 % (((a + g1) & 0xff) + 1));
    }
    if ((((-32768) ? (5) : (~(*pm))) + ps->nest.x)) {
        g3 |= (v0 <= (+e));
    } else {
        v2 >>= ((v1 ? vol : a) & 7);
    }
    --v1;
    depth--; __int64 r_ = ((int)(v5 ? (-d) : ((1000) + v0)));
    return r_;
}
static __int64 f3(char a, unsigned short b, int c, __int64 d, unsigned e)
{
    if (++depth > 6) { depth--; return a + b + c + d + e; }
    unsigned short v0 = (((char)e) >> (((~g2) & 7)));
    short v1 = ((!e) * (a * e));
    unsigned char v2 = ((g1 * g0) + st.b1);
    unsigned v3 = (((2) ? e : g2) >> (((v0 < c) & 7)));
    __int64 v4 = ((d * v3) || (g3 ? (65536) : a));
    char v5 = ((g0 / 10) != (v4 % 8));
    int mem = (d + g3); int *pm = &mem; volatile short vol = (c == g0);
    e /= (((b >= g2) & 0x7f) + 1);
    g3 <<= ((d / (((*pm) & 0xff) + 1)) & 7);
    for (int i65156 = 0; i65156 < 2; i65156++) {
        d = (((unsigned)((unsigned __int64)v4)) >= ((v2 - g2) ^ c));
        if (ps->c) continue;
        arr[3]++;
    }
    if ((+(mem || ((4294967296LL) ^ (*pm))))) {
        st.uc = (((128) / 16u) >> ((((char)a) & 7)));
    } else {
        { int n_ = 3; do {
            switch ((int)(((g1 && v3) - ((char)e))) % 20) {
            case 10:
                st.b2 *= ((v1 / ((a & 0xff) + 1)) / (((g3 ^ vol) & 0xff) + 1));
                
            case 19:
                st.nest.a[2] <<= (arr[(1000) & 15] & 7);
                
            case 16:
                d >>= ((v5 + a) & 7);
                
            case 6:
                (*pm) = ((vol && v4) / 10u);
                
            case 11:
                st.uc = (((v3 || mem) - (128)) ^ (g1 % ((v1 & 0xff) + 1)));
                break;
            case 1:
                g2 |= ((v2 * (32768)) >> ((arr[d & 15] & 7)));
                
            case 7:
                st.b2 |= (v4 + (~g3));
                break;
            case 3:
                g0 = ((v2 != (*pm)) < ((unsigned)((*pm) + b)));
                break;
            case -2:
                mem = (st.l && ((_Bool)g0));
                break;
            case 2:
                v2 = ((v4 > ((_Bool)g3)) && (v5 > d));
                
            case 12:
                g1 |= (arr[g1 & 15] ? vol : g0);
                
            case 4:
                b ^= (((unsigned __int64)e) >> ((c & 7)));
                
            case 17:
                e /= (((g3 != (-8)) & 0x7f) + 1);
                
            case -3:
                st.u /= (((b / (((-100) & 0xff) + 1)) & 0x7f) + 1);
                
            case 14:
                st.u = (((char)g2) != (d || g2));
                break;
            default:
                d -= ((v3 < (-32768)) + (a ? (*pm) : g1));
            }
        } while (--n_ > 0 && ((c || g2))); }
    }
    switch ((int)((d >= (10))) % 20) {
    case -1:
        v0 = (((char)d) != ((-65536) != arr[(-1) & 15]));
        break;
    case 8:
        if ((((char)v0) & ((127) ? g0 : mem))) {
            for (int i877473 = 0; i877473 < 3; i877473++) {
                v4 ^= ((100) - (32768));
                if ((v1 * v5)) break;
                vol = arr[((v4 ^ (-7)) || ((10) || g1)) & 15];
            }
        } else {
            if ((((c && e) && (*pm)) != arr[d & 15])) {
                g0 = ((+g1) ? ((!a) / 2) : (g0 + (c << (9))));
            } else {
                ps->b1 = (arr[((0) ^ (9223372036854775807LL)) & 15] || (a && (a || d)));
            }
        }
        
    default:
        c = (arr[(g1 | v4) & 15] << (5));
    }
    c--;
    st.nest.a[2] -= (g0 | (b && e));
    if (((g0 ? v5 : b) * st.b1)) {
        for (int i611637 = 0; i611637 < 2; i611637++) {
            { int n_ = 3; do {
                ps->nest.x &= ((unsigned short)(256));
            } while (--n_ > 0 && ((g0 * a))); }
            if ((a > mem)) continue;
            d = (((v5 & (2147483648LL)) > (4294967295LL)) / 1);
        }
    } else {
        st.l *= (+((-2147483647) == mem));
    }
    depth--; __int64 r_ = ((~g3) || (!(c / 4u)));
    return r_;
}
static __int64 f4(char a, unsigned short b, int c, __int64 d, unsigned e)
{
    if (++depth > 6) { depth--; return a + b + c + d + e; }
    unsigned __int64 v0 = (((10) << ((g1 & 7))) << (((g0 / 7) & 7)));
    unsigned short v1 = (g3 && b);
    unsigned v2 = ((-65535) >> (24));
    short v3 = (((char)b) >> (((e || (65536)) & 7)));
    char v4 = (-(+v3));
    _Bool v5 = ((d - (81985529216486895LL)) + ((5) * g0));
    int mem = ((100) + b); int *pm = &mem; volatile short vol = (e - g2);
    st.l >>= ((v5 & mem) & 7);
    if ((arr[(g3 | v1) & 15] ^ ((v5 | (8)) ^ b))) {
        arr[((int)v0) & 15] ^= ((g2 & d) | mem);
    } else {
        v3--;
    }
    g3 = f4(((4294967295LL) ^ v1), ((-2) <= vol), (b * (2147483648LL)), (d << (29)), ((short)v1));
    v4 = ((g2 ? (3) : (4294967296LL)) & arr[(-128) & 15]);
    g2 ^= (v4 + (!(-16)));
    v1 = (arr[v2 & 15] & (v4 ^ (2147483647)));
    { int n_ = 3; do {
        for (int i791506 = 0; i791506 < 2; i791506++) {
            switch ((int)((g1 >= (v0 - v5))) % 20) {
            case 13:
                st.uc += ((_Bool)(1000));
                break;
            case 17:
                c = (arr[(mem ^ v5) & 15] ^ ((-31) ^ v2));
                
            case 7:
                d /= (((g2 - v2) & 0x7f) + 1);
                break;
            case 9:
                v5 <<= ((c - (-81985529216486895LL)) & 7);
                
            case 10:
                g3 = (((*pm) < v3) | ((!(-8)) + (e > (255))));
                
            case 6:
                g1 >>= (((4294967295LL) ^ g2) & 7);
                break;
            case 1:
                g1 -= (((1) + (-2)) ? v5 : (g2 && v4));
                
            default:
                mem >>= ((e == v2) & 7);
            }
            if ((v2 ? v3 : vol)) break;
            ps->b1 <<= (((unsigned short)(-7)) & 7);
        }
    } while (--n_ > 0 && ((e < (256)))); }
    depth--; __int64 r_ = ((mem + g3) + ((unsigned char)(-2147483647)));
    return r_;
}
int main(void)
{
    lab_out(f0((0),(100),(1000),(4294967295LL),(0)));
    lab_out(f0((8),(-1),(81985529216486895LL),(5),(10)));
    lab_out(f0((1),(16),(-4294967296LL),(3),(-32768)));
    lab_out(f1((2),(255),(-1),(-1000),(128)));
    lab_out(f1((-2),(4294967295LL),(65536),(31),(2)));
    lab_out(f1((7),(1),(-100),(-4294967295LL),(7)));
    lab_out(f2((256),(3),(-8),(-127),(8)));
    lab_out(f2((3),(100),(255),(256),(1000)));
    lab_out(f2((-2147483648LL),(7),(7),(81985529216486895LL),(-2147483647)));
    lab_out(f3((2147483647),(-256),(-65536),(1),(-32768)));
    lab_out(f3((0),(256),(-65536),(-100),(-128)));
    lab_out(f3((5),(-81985529216486895LL),(32767),(1000),(4294967295LL)));
    lab_out(f4((-7),(2147483647),(-32767),(32767),(81985529216486895LL)));
    lab_out(f4((-255),(2147483648LL),(65535),(-4294967296LL),(255)));
    lab_out(f4((-1000),(65536),(100),(8),(-8)));
    for (int i = 0; i < 16; i++) lab_out(arr[i]);
    lab_out(st.c); lab_out(st.s); lab_out(st.u); lab_out(st.l); lab_out(st.b1); lab_out(st.b2); lab_out(st.b3); lab_out(st2.nest.x); lab_out(st2.nest.a[1]); lab_out(st2.b1); lab_out(g0); lab_out(g1); lab_out(g2); lab_out(g3);
    return 0;
}
