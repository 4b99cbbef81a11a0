/*
 * random48.c: the random numbers of POSIX: drand48 and relatives (a linear congruence over 48 bits, the one the standard prescribes), and
 * random(), which is one of them here. rand() is in stdlib.c.
 */
#include "crt.h"

#define MULTIPLIER 0x5DEECE66DULL
#define INCREMENT  0xBULL
#define MASK48     0xFFFFFFFFFFFFULL

static unsigned __int64 State;
static unsigned __int64 RandomState = 0x1330E;

static unsigned __int64 Next(unsigned __int64 *state)
{
    return *state = (*state * MULTIPLIER + INCREMENT) & MASK48;
}

static unsigned __int64 NextOf(unsigned short state[3])
{
    unsigned __int64 x = state[0] | (unsigned __int64)state[1] << 16 | (unsigned __int64)state[2] << 32;

    Next(&x);
    state[0] = (unsigned short)x;
    state[1] = (unsigned short)(x >> 16);
    state[2] = (unsigned short)(x >> 32);
    return x;
}

static double Fraction(unsigned __int64 x)
{
    return (double)(__int64)x / (double)(1LL << 48);
}

void __cdecl srand48(long seed)
{
    State = (unsigned __int64)(unsigned long)seed << 16 | 0x330E;
}

double __cdecl drand48(void)
{
    return Fraction(Next(&State));
}

double __cdecl erand48(unsigned short state[3])
{
    return Fraction(NextOf(state));
}

long __cdecl lrand48(void)
{
    return (long)(Next(&State) >> 17);
}

long __cdecl nrand48(unsigned short state[3])
{
    return (long)(NextOf(state) >> 17);
}

long __cdecl mrand48(void)
{
    return (long)(unsigned long)(Next(&State) >> 16);
}

long __cdecl jrand48(unsigned short state[3])
{
    return (long)(unsigned long)(NextOf(state) >> 16);
}

long __cdecl random(void)
{
    return (long)(Next(&RandomState) >> 17);
}

void __cdecl srandom(unsigned int seed)
{
    RandomState = (unsigned __int64)seed << 16 | 0x330E;
}
