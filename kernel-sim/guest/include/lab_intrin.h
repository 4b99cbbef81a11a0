/* lab_intrin.h: the functions that the compiler knows by name. Private: through intrin.h, wdm.h or winnt.h. */
#pragma once
#include "crtdefs.h"

/* Interlocked: one step that no other CPU can split. The _acq, _rel and _nf forms are the same here. */
char __cdecl _InterlockedExchange8(char volatile *Target, char Value);
char __cdecl _InterlockedExchange8_acq(char volatile *Target, char Value);
char __cdecl _InterlockedExchange8_rel(char volatile *Target, char Value);
char __cdecl _InterlockedExchange8_nf(char volatile *Target, char Value);
char __cdecl _InterlockedExchangeAdd8(char volatile *Addend, char Value);
char __cdecl _InterlockedExchangeAdd8_acq(char volatile *Addend, char Value);
char __cdecl _InterlockedExchangeAdd8_rel(char volatile *Addend, char Value);
char __cdecl _InterlockedExchangeAdd8_nf(char volatile *Addend, char Value);
char __cdecl _InterlockedAnd8(char volatile *Target, char Value);
char __cdecl _InterlockedAnd8_acq(char volatile *Target, char Value);
char __cdecl _InterlockedAnd8_rel(char volatile *Target, char Value);
char __cdecl _InterlockedAnd8_nf(char volatile *Target, char Value);
char __cdecl _InterlockedOr8(char volatile *Target, char Value);
char __cdecl _InterlockedOr8_acq(char volatile *Target, char Value);
char __cdecl _InterlockedOr8_rel(char volatile *Target, char Value);
char __cdecl _InterlockedOr8_nf(char volatile *Target, char Value);
char __cdecl _InterlockedXor8(char volatile *Target, char Value);
char __cdecl _InterlockedXor8_acq(char volatile *Target, char Value);
char __cdecl _InterlockedXor8_rel(char volatile *Target, char Value);
char __cdecl _InterlockedXor8_nf(char volatile *Target, char Value);
char __cdecl _InterlockedCompareExchange8(char volatile *Destination, char Exchange, char Comparand);
char __cdecl _InterlockedCompareExchange8_acq(char volatile *Destination, char Exchange, char Comparand);
char __cdecl _InterlockedCompareExchange8_rel(char volatile *Destination, char Exchange, char Comparand);
char __cdecl _InterlockedCompareExchange8_nf(char volatile *Destination, char Exchange, char Comparand);
short __cdecl _InterlockedExchange16(short volatile *Target, short Value);
short __cdecl _InterlockedExchange16_acq(short volatile *Target, short Value);
short __cdecl _InterlockedExchange16_rel(short volatile *Target, short Value);
short __cdecl _InterlockedExchange16_nf(short volatile *Target, short Value);
short __cdecl _InterlockedExchangeAdd16(short volatile *Addend, short Value);
short __cdecl _InterlockedExchangeAdd16_acq(short volatile *Addend, short Value);
short __cdecl _InterlockedExchangeAdd16_rel(short volatile *Addend, short Value);
short __cdecl _InterlockedExchangeAdd16_nf(short volatile *Addend, short Value);
short __cdecl _InterlockedAnd16(short volatile *Target, short Value);
short __cdecl _InterlockedAnd16_acq(short volatile *Target, short Value);
short __cdecl _InterlockedAnd16_rel(short volatile *Target, short Value);
short __cdecl _InterlockedAnd16_nf(short volatile *Target, short Value);
short __cdecl _InterlockedOr16(short volatile *Target, short Value);
short __cdecl _InterlockedOr16_acq(short volatile *Target, short Value);
short __cdecl _InterlockedOr16_rel(short volatile *Target, short Value);
short __cdecl _InterlockedOr16_nf(short volatile *Target, short Value);
short __cdecl _InterlockedXor16(short volatile *Target, short Value);
short __cdecl _InterlockedXor16_acq(short volatile *Target, short Value);
short __cdecl _InterlockedXor16_rel(short volatile *Target, short Value);
short __cdecl _InterlockedXor16_nf(short volatile *Target, short Value);
short __cdecl _InterlockedCompareExchange16(short volatile *Destination, short Exchange, short Comparand);
short __cdecl _InterlockedCompareExchange16_acq(short volatile *Destination, short Exchange, short Comparand);
short __cdecl _InterlockedCompareExchange16_rel(short volatile *Destination, short Exchange, short Comparand);
short __cdecl _InterlockedCompareExchange16_nf(short volatile *Destination, short Exchange, short Comparand);
short __cdecl _InterlockedIncrement16(short volatile *Addend);
short __cdecl _InterlockedIncrement16_acq(short volatile *Addend);
short __cdecl _InterlockedIncrement16_rel(short volatile *Addend);
short __cdecl _InterlockedIncrement16_nf(short volatile *Addend);
short __cdecl _InterlockedDecrement16(short volatile *Addend);
short __cdecl _InterlockedDecrement16_acq(short volatile *Addend);
short __cdecl _InterlockedDecrement16_rel(short volatile *Addend);
short __cdecl _InterlockedDecrement16_nf(short volatile *Addend);
long __cdecl _InterlockedExchange(long volatile *Target, long Value);
long __cdecl _InterlockedExchange_acq(long volatile *Target, long Value);
long __cdecl _InterlockedExchange_rel(long volatile *Target, long Value);
long __cdecl _InterlockedExchange_nf(long volatile *Target, long Value);
long __cdecl _InterlockedExchangeAdd(long volatile *Addend, long Value);
long __cdecl _InterlockedExchangeAdd_acq(long volatile *Addend, long Value);
long __cdecl _InterlockedExchangeAdd_rel(long volatile *Addend, long Value);
long __cdecl _InterlockedExchangeAdd_nf(long volatile *Addend, long Value);
long __cdecl _InterlockedAnd(long volatile *Target, long Value);
long __cdecl _InterlockedAnd_acq(long volatile *Target, long Value);
long __cdecl _InterlockedAnd_rel(long volatile *Target, long Value);
long __cdecl _InterlockedAnd_nf(long volatile *Target, long Value);
long __cdecl _InterlockedOr(long volatile *Target, long Value);
long __cdecl _InterlockedOr_acq(long volatile *Target, long Value);
long __cdecl _InterlockedOr_rel(long volatile *Target, long Value);
long __cdecl _InterlockedOr_nf(long volatile *Target, long Value);
long __cdecl _InterlockedXor(long volatile *Target, long Value);
long __cdecl _InterlockedXor_acq(long volatile *Target, long Value);
long __cdecl _InterlockedXor_rel(long volatile *Target, long Value);
long __cdecl _InterlockedXor_nf(long volatile *Target, long Value);
long __cdecl _InterlockedCompareExchange(long volatile *Destination, long Exchange, long Comparand);
long __cdecl _InterlockedCompareExchange_acq(long volatile *Destination, long Exchange, long Comparand);
long __cdecl _InterlockedCompareExchange_rel(long volatile *Destination, long Exchange, long Comparand);
long __cdecl _InterlockedCompareExchange_nf(long volatile *Destination, long Exchange, long Comparand);
long __cdecl _InterlockedIncrement(long volatile *Addend);
long __cdecl _InterlockedIncrement_acq(long volatile *Addend);
long __cdecl _InterlockedIncrement_rel(long volatile *Addend);
long __cdecl _InterlockedIncrement_nf(long volatile *Addend);
long __cdecl _InterlockedDecrement(long volatile *Addend);
long __cdecl _InterlockedDecrement_acq(long volatile *Addend);
long __cdecl _InterlockedDecrement_rel(long volatile *Addend);
long __cdecl _InterlockedDecrement_nf(long volatile *Addend);
__int64 __cdecl _InterlockedExchange64(__int64 volatile *Target, __int64 Value);
__int64 __cdecl _InterlockedExchange64_acq(__int64 volatile *Target, __int64 Value);
__int64 __cdecl _InterlockedExchange64_rel(__int64 volatile *Target, __int64 Value);
__int64 __cdecl _InterlockedExchange64_nf(__int64 volatile *Target, __int64 Value);
__int64 __cdecl _InterlockedExchangeAdd64(__int64 volatile *Addend, __int64 Value);
__int64 __cdecl _InterlockedExchangeAdd64_acq(__int64 volatile *Addend, __int64 Value);
__int64 __cdecl _InterlockedExchangeAdd64_rel(__int64 volatile *Addend, __int64 Value);
__int64 __cdecl _InterlockedExchangeAdd64_nf(__int64 volatile *Addend, __int64 Value);
__int64 __cdecl _InterlockedAnd64(__int64 volatile *Target, __int64 Value);
__int64 __cdecl _InterlockedAnd64_acq(__int64 volatile *Target, __int64 Value);
__int64 __cdecl _InterlockedAnd64_rel(__int64 volatile *Target, __int64 Value);
__int64 __cdecl _InterlockedAnd64_nf(__int64 volatile *Target, __int64 Value);
__int64 __cdecl _InterlockedOr64(__int64 volatile *Target, __int64 Value);
__int64 __cdecl _InterlockedOr64_acq(__int64 volatile *Target, __int64 Value);
__int64 __cdecl _InterlockedOr64_rel(__int64 volatile *Target, __int64 Value);
__int64 __cdecl _InterlockedOr64_nf(__int64 volatile *Target, __int64 Value);
__int64 __cdecl _InterlockedXor64(__int64 volatile *Target, __int64 Value);
__int64 __cdecl _InterlockedXor64_acq(__int64 volatile *Target, __int64 Value);
__int64 __cdecl _InterlockedXor64_rel(__int64 volatile *Target, __int64 Value);
__int64 __cdecl _InterlockedXor64_nf(__int64 volatile *Target, __int64 Value);
__int64 __cdecl _InterlockedCompareExchange64(__int64 volatile *Destination, __int64 Exchange, __int64 Comparand);
__int64 __cdecl _InterlockedCompareExchange64_acq(__int64 volatile *Destination, __int64 Exchange, __int64 Comparand);
__int64 __cdecl _InterlockedCompareExchange64_rel(__int64 volatile *Destination, __int64 Exchange, __int64 Comparand);
__int64 __cdecl _InterlockedCompareExchange64_nf(__int64 volatile *Destination, __int64 Exchange, __int64 Comparand);
__int64 __cdecl _InterlockedIncrement64(__int64 volatile *Addend);
__int64 __cdecl _InterlockedIncrement64_acq(__int64 volatile *Addend);
__int64 __cdecl _InterlockedIncrement64_rel(__int64 volatile *Addend);
__int64 __cdecl _InterlockedIncrement64_nf(__int64 volatile *Addend);
__int64 __cdecl _InterlockedDecrement64(__int64 volatile *Addend);
__int64 __cdecl _InterlockedDecrement64_acq(__int64 volatile *Addend);
__int64 __cdecl _InterlockedDecrement64_rel(__int64 volatile *Addend);
__int64 __cdecl _InterlockedDecrement64_nf(__int64 volatile *Addend);
unsigned char __cdecl _InterlockedCompareExchange128(__int64 volatile *Destination, __int64 ExchangeHigh, __int64 ExchangeLow, __int64 *ComparandResult);
void *__cdecl _InterlockedExchangePointer(void *volatile *Target, void *Value);
void *__cdecl _InterlockedCompareExchangePointer(void *volatile *Destination, void *Exchange, void *Comparand);
void *__cdecl _InterlockedExchangePointer_acq(void *volatile *Target, void *Value);
void *__cdecl _InterlockedCompareExchangePointer_acq(void *volatile *Destination, void *Exchange, void *Comparand);
void *__cdecl _InterlockedExchangePointer_rel(void *volatile *Target, void *Value);
void *__cdecl _InterlockedCompareExchangePointer_rel(void *volatile *Destination, void *Exchange, void *Comparand);
void *__cdecl _InterlockedExchangePointer_nf(void *volatile *Target, void *Value);
void *__cdecl _InterlockedCompareExchangePointer_nf(void *volatile *Destination, void *Exchange, void *Comparand);
unsigned char __cdecl _interlockedbittestandset(long volatile *Base, long Offset);
unsigned char __cdecl _interlockedbittestandset64(__int64 volatile *Base, __int64 Offset);
unsigned char __cdecl _interlockedbittestandreset(long volatile *Base, long Offset);
unsigned char __cdecl _interlockedbittestandreset64(__int64 volatile *Base, __int64 Offset);

/* Bits and arithmetic */
unsigned char __cdecl _bittest(long const *Base, long Offset);
unsigned char __cdecl _bittestandset(long *Base, long Offset);
unsigned char __cdecl _bittestandreset(long *Base, long Offset);
unsigned char __cdecl _bittestandcomplement(long *Base, long Offset);
unsigned char __cdecl _bittest64(__int64 const *Base, __int64 Offset);
unsigned char __cdecl _bittestandset64(__int64 *Base, __int64 Offset);
unsigned char __cdecl _bittestandreset64(__int64 *Base, __int64 Offset);
unsigned char __cdecl _BitScanForward(unsigned long *Index, unsigned long Mask);
unsigned char __cdecl _BitScanReverse(unsigned long *Index, unsigned long Mask);
unsigned char __cdecl _BitScanForward64(unsigned long *Index, unsigned __int64 Mask);
unsigned char __cdecl _BitScanReverse64(unsigned long *Index, unsigned __int64 Mask);
unsigned short __cdecl __popcnt16(unsigned short Value);
unsigned int __cdecl __popcnt(unsigned int Value);
unsigned __int64 __cdecl __popcnt64(unsigned __int64 Value);
unsigned char __cdecl _rotl8(unsigned char Value, unsigned char Shift);
unsigned char __cdecl _rotr8(unsigned char Value, unsigned char Shift);
unsigned short __cdecl _rotl16(unsigned short Value, unsigned char Shift);
unsigned short __cdecl _rotr16(unsigned short Value, unsigned char Shift);
unsigned int __cdecl _rotl(unsigned int Value, int Shift);
unsigned int __cdecl _rotr(unsigned int Value, int Shift);
unsigned long __cdecl _lrotl(unsigned long Value, int Shift);
unsigned long __cdecl _lrotr(unsigned long Value, int Shift);
unsigned __int64 __cdecl _rotl64(unsigned __int64 Value, int Shift);
unsigned __int64 __cdecl _rotr64(unsigned __int64 Value, int Shift);
unsigned short __cdecl _byteswap_ushort(unsigned short Value);
unsigned long __cdecl _byteswap_ulong(unsigned long Value);
unsigned __int64 __cdecl _byteswap_uint64(unsigned __int64 Value);
__int64 __cdecl __mulh(__int64 Multiplier, __int64 Multiplicand);
unsigned __int64 __cdecl __umulh(unsigned __int64 Multiplier, unsigned __int64 Multiplicand);
__int64 __cdecl _mul128(__int64 Multiplier, __int64 Multiplicand, __int64 *HighProduct);
unsigned __int64 __cdecl _umul128(unsigned __int64 Multiplier, unsigned __int64 Multiplicand, unsigned __int64 *HighProduct);
unsigned __int64 __cdecl __shiftleft128(unsigned __int64 Low, unsigned __int64 High, unsigned char Shift);
unsigned __int64 __cdecl __shiftright128(unsigned __int64 Low, unsigned __int64 High, unsigned char Shift);

/* Order, pause, stops */
void __cdecl _mm_pause(void);
void __cdecl _mm_lfence(void);
void __cdecl _mm_sfence(void);
void __cdecl _mm_mfence(void);
void __cdecl _mm_prefetch(char const *Address, int Hint);
#define _MM_HINT_T0  1
#define _MM_HINT_T1  2
#define _MM_HINT_T2  3
#define _MM_HINT_NTA 0
void __cdecl __faststorefence(void);
void __cdecl _ReadWriteBarrier(void);
void __cdecl _ReadBarrier(void);
void __cdecl _WriteBarrier(void);
void __cdecl __nop(void);
void __cdecl __debugbreak(void);
__declspec(noreturn) void __cdecl __fastfail(unsigned int Code);
void __cdecl __int2c(void);
__declspec(noreturn) void __cdecl __ud2(void);
void *__cdecl _ReturnAddress(void);
void *__cdecl _AddressOfReturnAddress(void);
void *__cdecl _alloca(size_t Size);

/* The processor's own registers */
unsigned __int64 __cdecl __readcr0(void);
unsigned __int64 __cdecl __readcr2(void);
unsigned __int64 __cdecl __readcr3(void);
unsigned __int64 __cdecl __readcr4(void);
unsigned __int64 __cdecl __readcr8(void);
void __cdecl __writecr0(unsigned __int64 Value);
void __cdecl __writecr2(unsigned __int64 Value);
void __cdecl __writecr3(unsigned __int64 Value);
void __cdecl __writecr4(unsigned __int64 Value);
void __cdecl __writecr8(unsigned __int64 Value);
unsigned __int64 __cdecl __readmsr(unsigned long Register);
void __cdecl __writemsr(unsigned long Register, unsigned __int64 Value);
unsigned __int64 __cdecl __readeflags(void);
void __cdecl __writeeflags(unsigned __int64 Value);
unsigned __int64 __cdecl __readdr(unsigned int Register);
void __cdecl __writedr(unsigned int Register, unsigned __int64 Value);
void __cdecl _disable(void);
void __cdecl _enable(void);
void __cdecl __halt(void);
void __cdecl __invlpg(void *Address);
void __cdecl __wbinvd(void);
void __cdecl __cpuid(int CpuInfo[4], int Function);
void __cdecl __cpuidex(int CpuInfo[4], int Function, int SubFunction);
unsigned __int64 __cdecl __rdtsc(void);
unsigned __int64 __cdecl __rdtscp(unsigned int *Aux);
unsigned __int64 __cdecl __readpmc(unsigned long Counter);
void __cdecl __sidt(void *Destination);
void __cdecl __lidt(void *Source);
void __cdecl _sgdt(void *Destination);
void __cdecl _lgdt(void *Source);
unsigned __int64 __cdecl _xgetbv(unsigned int Register);
unsigned char __cdecl __readgsbyte(unsigned long Offset);
unsigned short __cdecl __readgsword(unsigned long Offset);
unsigned long __cdecl __readgsdword(unsigned long Offset);
unsigned __int64 __cdecl __readgsqword(unsigned long Offset);
void __cdecl __writegsbyte(unsigned long Offset, unsigned char Data);
void __cdecl __writegsword(unsigned long Offset, unsigned short Data);
void __cdecl __writegsdword(unsigned long Offset, unsigned long Data);
void __cdecl __writegsqword(unsigned long Offset, unsigned __int64 Data);

/* Ports and strings */
unsigned char __cdecl __inbyte(unsigned short Port);
unsigned short __cdecl __inword(unsigned short Port);
unsigned long __cdecl __indword(unsigned short Port);
void __cdecl __outbyte(unsigned short Port, unsigned char Data);
void __cdecl __outword(unsigned short Port, unsigned short Data);
void __cdecl __outdword(unsigned short Port, unsigned long Data);
void __cdecl __inbytestring(unsigned short Port, unsigned char *Buffer, unsigned long Count);
void __cdecl __inwordstring(unsigned short Port, unsigned short *Buffer, unsigned long Count);
void __cdecl __indwordstring(unsigned short Port, unsigned long *Buffer, unsigned long Count);
void __cdecl __outbytestring(unsigned short Port, unsigned char *Buffer, unsigned long Count);
void __cdecl __outwordstring(unsigned short Port, unsigned short *Buffer, unsigned long Count);
void __cdecl __outdwordstring(unsigned short Port, unsigned long *Buffer, unsigned long Count);
void __cdecl __movsb(unsigned char *Destination, unsigned char const *Source, size_t Count);
void __cdecl __movsw(unsigned short *Destination, unsigned short const *Source, size_t Count);
void __cdecl __movsd(unsigned long *Destination, unsigned long const *Source, size_t Count);
void __cdecl __movsq(unsigned __int64 *Destination, unsigned __int64 const *Source, size_t Count);
void __cdecl __stosb(unsigned char *Destination, unsigned char Data, size_t Count);
void __cdecl __stosw(unsigned short *Destination, unsigned short Data, size_t Count);
void __cdecl __stosd(unsigned long *Destination, unsigned long Data, size_t Count);
void __cdecl __stosq(unsigned __int64 *Destination, unsigned __int64 Data, size_t Count);

/* The documented names of the Interlocked family */
#define InterlockedExchange                        _InterlockedExchange
#define InterlockedExchangeAcquire                 _InterlockedExchange_acq
#define InterlockedExchangeRelease                 _InterlockedExchange_rel
#define InterlockedExchangeNoFence                 _InterlockedExchange_nf
#define InterlockedExchangeAdd                     _InterlockedExchangeAdd
#define InterlockedExchangeAddAcquire              _InterlockedExchangeAdd_acq
#define InterlockedExchangeAddRelease              _InterlockedExchangeAdd_rel
#define InterlockedExchangeAddNoFence              _InterlockedExchangeAdd_nf
#define InterlockedAnd                             _InterlockedAnd
#define InterlockedAndAcquire                      _InterlockedAnd_acq
#define InterlockedAndRelease                      _InterlockedAnd_rel
#define InterlockedAndNoFence                      _InterlockedAnd_nf
#define InterlockedOr                              _InterlockedOr
#define InterlockedOrAcquire                       _InterlockedOr_acq
#define InterlockedOrRelease                       _InterlockedOr_rel
#define InterlockedOrNoFence                       _InterlockedOr_nf
#define InterlockedXor                             _InterlockedXor
#define InterlockedXorAcquire                      _InterlockedXor_acq
#define InterlockedXorRelease                      _InterlockedXor_rel
#define InterlockedXorNoFence                      _InterlockedXor_nf
#define InterlockedCompareExchange                 _InterlockedCompareExchange
#define InterlockedCompareExchangeAcquire          _InterlockedCompareExchange_acq
#define InterlockedCompareExchangeRelease          _InterlockedCompareExchange_rel
#define InterlockedCompareExchangeNoFence          _InterlockedCompareExchange_nf
#define InterlockedIncrement                       _InterlockedIncrement
#define InterlockedIncrementAcquire                _InterlockedIncrement_acq
#define InterlockedIncrementRelease                _InterlockedIncrement_rel
#define InterlockedIncrementNoFence                _InterlockedIncrement_nf
#define InterlockedDecrement                       _InterlockedDecrement
#define InterlockedDecrementAcquire                _InterlockedDecrement_acq
#define InterlockedDecrementRelease                _InterlockedDecrement_rel
#define InterlockedDecrementNoFence                _InterlockedDecrement_nf
#define InterlockedExchange8                       _InterlockedExchange8
#define InterlockedExchangeAcquire8                _InterlockedExchange8_acq
#define InterlockedExchangeRelease8                _InterlockedExchange8_rel
#define InterlockedExchangeNoFence8                _InterlockedExchange8_nf
#define InterlockedExchangeAdd8                    _InterlockedExchangeAdd8
#define InterlockedExchangeAddAcquire8             _InterlockedExchangeAdd8_acq
#define InterlockedExchangeAddRelease8             _InterlockedExchangeAdd8_rel
#define InterlockedExchangeAddNoFence8             _InterlockedExchangeAdd8_nf
#define InterlockedAnd8                            _InterlockedAnd8
#define InterlockedAndAcquire8                     _InterlockedAnd8_acq
#define InterlockedAndRelease8                     _InterlockedAnd8_rel
#define InterlockedAndNoFence8                     _InterlockedAnd8_nf
#define InterlockedOr8                             _InterlockedOr8
#define InterlockedOrAcquire8                      _InterlockedOr8_acq
#define InterlockedOrRelease8                      _InterlockedOr8_rel
#define InterlockedOrNoFence8                      _InterlockedOr8_nf
#define InterlockedXor8                            _InterlockedXor8
#define InterlockedXorAcquire8                     _InterlockedXor8_acq
#define InterlockedXorRelease8                     _InterlockedXor8_rel
#define InterlockedXorNoFence8                     _InterlockedXor8_nf
#define InterlockedCompareExchange8                _InterlockedCompareExchange8
#define InterlockedCompareExchangeAcquire8         _InterlockedCompareExchange8_acq
#define InterlockedCompareExchangeRelease8         _InterlockedCompareExchange8_rel
#define InterlockedCompareExchangeNoFence8         _InterlockedCompareExchange8_nf
#define InterlockedExchange16                      _InterlockedExchange16
#define InterlockedExchangeAcquire16               _InterlockedExchange16_acq
#define InterlockedExchangeRelease16               _InterlockedExchange16_rel
#define InterlockedExchangeNoFence16               _InterlockedExchange16_nf
#define InterlockedExchangeAdd16                   _InterlockedExchangeAdd16
#define InterlockedExchangeAddAcquire16            _InterlockedExchangeAdd16_acq
#define InterlockedExchangeAddRelease16            _InterlockedExchangeAdd16_rel
#define InterlockedExchangeAddNoFence16            _InterlockedExchangeAdd16_nf
#define InterlockedAnd16                           _InterlockedAnd16
#define InterlockedAndAcquire16                    _InterlockedAnd16_acq
#define InterlockedAndRelease16                    _InterlockedAnd16_rel
#define InterlockedAndNoFence16                    _InterlockedAnd16_nf
#define InterlockedOr16                            _InterlockedOr16
#define InterlockedOrAcquire16                     _InterlockedOr16_acq
#define InterlockedOrRelease16                     _InterlockedOr16_rel
#define InterlockedOrNoFence16                     _InterlockedOr16_nf
#define InterlockedXor16                           _InterlockedXor16
#define InterlockedXorAcquire16                    _InterlockedXor16_acq
#define InterlockedXorRelease16                    _InterlockedXor16_rel
#define InterlockedXorNoFence16                    _InterlockedXor16_nf
#define InterlockedCompareExchange16               _InterlockedCompareExchange16
#define InterlockedCompareExchangeAcquire16        _InterlockedCompareExchange16_acq
#define InterlockedCompareExchangeRelease16        _InterlockedCompareExchange16_rel
#define InterlockedCompareExchangeNoFence16        _InterlockedCompareExchange16_nf
#define InterlockedIncrement16                     _InterlockedIncrement16
#define InterlockedIncrementAcquire16              _InterlockedIncrement16_acq
#define InterlockedIncrementRelease16              _InterlockedIncrement16_rel
#define InterlockedIncrementNoFence16              _InterlockedIncrement16_nf
#define InterlockedDecrement16                     _InterlockedDecrement16
#define InterlockedDecrementAcquire16              _InterlockedDecrement16_acq
#define InterlockedDecrementRelease16              _InterlockedDecrement16_rel
#define InterlockedDecrementNoFence16              _InterlockedDecrement16_nf
#define InterlockedExchange64                      _InterlockedExchange64
#define InterlockedExchangeAcquire64               _InterlockedExchange64_acq
#define InterlockedExchangeRelease64               _InterlockedExchange64_rel
#define InterlockedExchangeNoFence64               _InterlockedExchange64_nf
#define InterlockedExchangeAdd64                   _InterlockedExchangeAdd64
#define InterlockedExchangeAddAcquire64            _InterlockedExchangeAdd64_acq
#define InterlockedExchangeAddRelease64            _InterlockedExchangeAdd64_rel
#define InterlockedExchangeAddNoFence64            _InterlockedExchangeAdd64_nf
#define InterlockedAnd64                           _InterlockedAnd64
#define InterlockedAndAcquire64                    _InterlockedAnd64_acq
#define InterlockedAndRelease64                    _InterlockedAnd64_rel
#define InterlockedAndNoFence64                    _InterlockedAnd64_nf
#define InterlockedOr64                            _InterlockedOr64
#define InterlockedOrAcquire64                     _InterlockedOr64_acq
#define InterlockedOrRelease64                     _InterlockedOr64_rel
#define InterlockedOrNoFence64                     _InterlockedOr64_nf
#define InterlockedXor64                           _InterlockedXor64
#define InterlockedXorAcquire64                    _InterlockedXor64_acq
#define InterlockedXorRelease64                    _InterlockedXor64_rel
#define InterlockedXorNoFence64                    _InterlockedXor64_nf
#define InterlockedCompareExchange64               _InterlockedCompareExchange64
#define InterlockedCompareExchangeAcquire64        _InterlockedCompareExchange64_acq
#define InterlockedCompareExchangeRelease64        _InterlockedCompareExchange64_rel
#define InterlockedCompareExchangeNoFence64        _InterlockedCompareExchange64_nf
#define InterlockedIncrement64                     _InterlockedIncrement64
#define InterlockedIncrementAcquire64              _InterlockedIncrement64_acq
#define InterlockedIncrementRelease64              _InterlockedIncrement64_rel
#define InterlockedIncrementNoFence64              _InterlockedIncrement64_nf
#define InterlockedDecrement64                     _InterlockedDecrement64
#define InterlockedDecrementAcquire64              _InterlockedDecrement64_acq
#define InterlockedDecrementRelease64              _InterlockedDecrement64_rel
#define InterlockedDecrementNoFence64              _InterlockedDecrement64_nf
#define InterlockedExchangePointer                 _InterlockedExchangePointer
#define InterlockedExchangePointerAcquire          _InterlockedExchangePointer_acq
#define InterlockedExchangePointerRelease          _InterlockedExchangePointer_rel
#define InterlockedExchangePointerNoFence          _InterlockedExchangePointer_nf
#define InterlockedCompareExchangePointer          _InterlockedCompareExchangePointer
#define InterlockedCompareExchangePointerAcquire   _InterlockedCompareExchangePointer_acq
#define InterlockedCompareExchangePointerRelease   _InterlockedCompareExchangePointer_rel
#define InterlockedCompareExchangePointerNoFence   _InterlockedCompareExchangePointer_nf
#define InterlockedCompareExchange128              _InterlockedCompareExchange128
#define InterlockedBitTestAndSet                   _interlockedbittestandset
#define InterlockedBitTestAndReset                 _interlockedbittestandreset
#define InterlockedBitTestAndSet64                 _interlockedbittestandset64
#define InterlockedBitTestAndReset64               _interlockedbittestandreset64
#define BitTest                                    _bittest
#define BitTestAndSet                              _bittestandset
#define BitTestAndReset                            _bittestandreset
#define BitTestAndComplement                       _bittestandcomplement
#define BitTest64                                  _bittest64
#define BitScanForward                             _BitScanForward
#define BitScanReverse                             _BitScanReverse
#define BitScanForward64                           _BitScanForward64
#define BitScanReverse64                           _BitScanReverse64
#define UnsignedMultiplyHigh                       __umulh
#define MultiplyHigh                               __mulh
#define UnsignedMultiply128                        _umul128
#define Multiply128                                _mul128
#define RotateLeft8                                _rotl8
#define RotateLeft16                               _rotl16
#define RotateLeft32                               _rotl
#define RotateLeft64                               _rotl64
#define RotateRight8                               _rotr8
#define RotateRight16                              _rotr16
#define RotateRight32                              _rotr
#define RotateRight64                              _rotr64
#define PopulationCount64                          __popcnt64
#define ReadTimeStampCounter()                     __rdtsc()
#define YieldProcessor                             _mm_pause
#define MemoryFence                                _mm_mfence
#define LoadFence                                  _mm_lfence
#define StoreFence                                 _mm_sfence
#define FastFence                                  __faststorefence
#define MemoryBarrier                              __faststorefence
#define PrefetchCacheLine(l, a)                    _mm_prefetch((char const *)(a), l)
#define RtlUshortByteSwap(x)                       _byteswap_ushort((unsigned short)(x))
#define RtlUlongByteSwap(x)                        _byteswap_ulong((x))
#define RtlUlonglongByteSwap(x)                    _byteswap_uint64((x))

/* x64 spells the pointer-sized forms as the 64-bit ones. */
#define InterlockedIncrementSizeT(a)      _InterlockedIncrement64((__int64 volatile *)(a))
#define InterlockedDecrementSizeT(a)      _InterlockedDecrement64((__int64 volatile *)(a))
#define InterlockedExchangeAddSizeT(a, b) _InterlockedExchangeAdd64((__int64 volatile *)(a), (__int64)(b))
__forceinline long _InterlockedAdd(long volatile *Addend, long Value) { return _InterlockedExchangeAdd(Addend, Value) + Value; }
__forceinline __int64 _InterlockedAdd64(__int64 volatile *Addend, __int64 Value) { return _InterlockedExchangeAdd64(Addend, Value) + Value; }
#define InterlockedAdd                    _InterlockedAdd
#define InterlockedAddAcquire             _InterlockedAdd
#define InterlockedAddRelease             _InterlockedAdd
#define InterlockedAddNoFence             _InterlockedAdd
#define InterlockedAdd64                  _InterlockedAdd64
#define InterlockedAddAcquire64           _InterlockedAdd64
#define InterlockedAddRelease64           _InterlockedAdd64
#define InterlockedAddNoFence64           _InterlockedAdd64
#define InterlockedExchangeSubtract(a, v) ((unsigned long)_InterlockedExchangeAdd((long volatile *)(a), -(long)(v)))
#define InterlockedAndAffinity(p, v)      _InterlockedAnd64((__int64 volatile *)(p), (__int64)(v))
#define InterlockedOrAffinity(p, v)       _InterlockedOr64((__int64 volatile *)(p), (__int64)(v))

/* Single reads and writes that the compiler may not merge or split */
__forceinline long ReadAcquire(long const volatile *Source) { return *Source; }
__forceinline long ReadNoFence(long const volatile *Source) { return *Source; }
__forceinline long ReadRaw(long const volatile *Source) { return *Source; }
__forceinline void WriteRelease(long volatile *Destination, long Value) { *Destination = Value; }
__forceinline void WriteNoFence(long volatile *Destination, long Value) { *Destination = Value; }
__forceinline void WriteRaw(long volatile *Destination, long Value) { *Destination = Value; }
__forceinline unsigned long ReadULongAcquire(unsigned long const volatile *Source) { return *Source; }
__forceinline unsigned long ReadULongNoFence(unsigned long const volatile *Source) { return *Source; }
__forceinline void WriteULongRelease(unsigned long volatile *Destination, unsigned long Value) { *Destination = Value; }
__forceinline void WriteULongNoFence(unsigned long volatile *Destination, unsigned long Value) { *Destination = Value; }
__forceinline __int64 ReadAcquire64(__int64 const volatile *Source) { return *Source; }
__forceinline __int64 ReadNoFence64(__int64 const volatile *Source) { return *Source; }
__forceinline void WriteRelease64(__int64 volatile *Destination, __int64 Value) { *Destination = Value; }
__forceinline void WriteNoFence64(__int64 volatile *Destination, __int64 Value) { *Destination = Value; }
__forceinline void *ReadPointerAcquire(void *const volatile *Source) { return *Source; }
__forceinline void *ReadPointerNoFence(void *const volatile *Source) { return *Source; }
__forceinline void WritePointerRelease(void *volatile *Destination, void *Value) { *Destination = Value; }
__forceinline void WritePointerNoFence(void *volatile *Destination, void *Value) { *Destination = Value; }

__int64 __cdecl __emul(int A, int B);
unsigned __int64 __cdecl __emulu(unsigned int A, unsigned int B);
unsigned __int64 __cdecl __ll_lshift(unsigned __int64 Mask, int Bits);
unsigned __int64 __cdecl __ull_rshift(unsigned __int64 Mask, int Bits);
#include "lab_intrinbody.h"
