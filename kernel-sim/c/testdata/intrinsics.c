/* Functions that become instructions. */
#include "lab.h"
#include <intrin.h>
#ifndef __GNUC__
__int64 __emul(int a, int b);
unsigned __int64 __emulu(unsigned a, unsigned b);
unsigned __int64 __ll_lshift(unsigned __int64 v, int n);
unsigned __int64 __ull_rshift(unsigned __int64 v, int n);
#endif

static volatile long l = 5; static volatile __int64 q = 1LL << 40; static volatile short s = -1; static volatile char c = 127; static long bitsArray[4]; static __int64 bits64[3]; static void *volatile pointer;

int main(void)
{
    long *p = (long *)&l; unsigned long index = 77; __int64 high; unsigned __int64 uhigh; int n = 5;
    lab_out(_InterlockedIncrement(&l)); lab_out(_InterlockedDecrement(&l)); lab_out(_InterlockedExchange(&l, -9)); lab_out(_InterlockedExchangeAdd(&l, 4)); lab_out(l);
    lab_out(_InterlockedCompareExchange(&l, 11, -5)); lab_out(_InterlockedCompareExchange(&l, 12, -5)); lab_out(l); lab_out(_InterlockedAnd(&l, 9)); lab_out(_InterlockedOr(&l, 6)); lab_out(_InterlockedXor(&l, 5)); lab_out(l);
    lab_out(_InterlockedIncrement64(&q)); lab_out(_InterlockedExchangeAdd64(&q, -(1LL << 41))); lab_out(_InterlockedCompareExchange64(&q, 3, -(1LL << 40) + 1)); lab_out(q); lab_out(_InterlockedOr64(&q, 1LL << 50)); lab_out(_InterlockedAnd64(&q, ~1LL)); lab_out(q);
    lab_out(_InterlockedIncrement16(&s)); lab_out(_InterlockedDecrement16(&s)); lab_out(_InterlockedExchange8(&c, -2)); lab_out(_InterlockedExchangeAdd8(&c, -127)); lab_out(c); lab_out(_InterlockedOr8(&c, 1));
    lab_out(_InterlockedExchangePointer(&pointer, p) == 0); lab_out(_InterlockedCompareExchangePointer(&pointer, 0, p) == p); lab_out(pointer == 0);
    lab_out(_interlockedbittestandset(bitsArray, 37)); lab_out(_interlockedbittestandset(bitsArray, 37)); lab_out(bitsArray[1]); lab_out(_interlockedbittestandreset(bitsArray, 37)); lab_out(bitsArray[1]);
    lab_out(_bittest(bitsArray, 3)); lab_out(_bittestandset(bitsArray, 3)); lab_out(_bittest(bitsArray, 3)); lab_out(_bittestandreset(bitsArray, 3)); lab_out(_bittestandcomplement(bitsArray, 31)); lab_out(bitsArray[0]); lab_out(_bittestandset64(bits64, n + 31)); lab_out(_bittest64(bits64, n + 31)); lab_out(bits64[0]);
    lab_out(_BitScanForward(&index, 0x00f0)); lab_out(index); lab_out(_BitScanReverse(&index, 0x80f0)); lab_out(index); lab_out(_BitScanForward(&index, 0)); lab_out(_BitScanForward64(&index, 1ULL << 63)); lab_out(index); lab_out(_BitScanReverse64(&index, 5)); lab_out(index); if (_BitScanReverse(&index, n)) lab_out(index);
    lab_out(_rotl(0x80000001, 4)); lab_out(_rotl(0x80000001, n)); lab_out(_rotr(0x80000001, 4)); lab_out(_rotr(0x12345678, n + 3)); lab_out(_rotl(0x12345678, 0)); lab_out(_rotl(7, n - 5)); lab_out(_rotl64(0x8000000000000001ULL, 4)); lab_out(_rotr64(0x8000000000000001ULL, n)); lab_out(_lrotl(3, 31)); lab_out(_rotl8(0x81, 1)); lab_out(_rotr8(0x81, n)); lab_out(_rotl16(0x8001, 4)); lab_out(_rotr16(0x8001, n)); lab_out(_rotl8(0x81, n - 5)); lab_out(_rotl16(0x8001, 16));
    lab_out(_byteswap_ushort(0x1234)); lab_out(_byteswap_ulong(0x12345678)); lab_out(_byteswap_uint64(0x0102030405060708ULL)); lab_out(__popcnt(0xff00ff01)); lab_out(__popcnt64(-1LL)); lab_out(__popcnt16(0x0101)); lab_out(__popcnt(n));
    lab_out(__umulh(0xfedcba9876543210ULL, 0xffffffffffffffffULL)); lab_out(__mulh(-5, 1LL << 62)); lab_out(__mulh(-5, -7)); lab_out(_umul128(~0ULL, ~0ULL, &uhigh)); lab_out(uhigh); lab_out(_mul128(-3, 1LL << 62, &high)); lab_out(high); lab_out(__shiftleft128(0x8000000000000000ULL, 1, 4)); lab_out(__shiftright128(1, 0xff, 4)); lab_out(__shiftleft128(5, 6, 0));
    lab_out(__emul(-3, 5)); lab_out(__emulu(0xffffffff, 0xffffffff)); lab_out(__ll_lshift(3, 40)); lab_out(__ull_rshift(1ULL << 50, n));
    _ReadWriteBarrier(); _mm_mfence(); _mm_pause(); __nop();
    return 0;
}
