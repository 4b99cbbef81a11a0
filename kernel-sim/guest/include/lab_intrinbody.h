/* lab_intrinbody.h: intrinsics that are more than one instruction here. Ports: no device answers; a port without one reads as ones. */
#pragma once

/* What only the kernel may do faults in a program. */
#define LAB_PRIVILEGED() ((void)__readcr8())

__forceinline unsigned char __inbyte(unsigned short Port) { LAB_PRIVILEGED(); (void)Port; return 0xFF; }
__forceinline void __outbyte(unsigned short Port, unsigned char Data) { LAB_PRIVILEGED(); (void)Port; (void)Data; }
__forceinline void __inbytestring(unsigned short Port, unsigned char *Buffer, unsigned long Count)
{
    while (Count-- != 0) {
        *Buffer++ = __inbyte(Port);
    }
}
__forceinline void __outbytestring(unsigned short Port, unsigned char *Buffer, unsigned long Count)
{
    while (Count-- != 0) {
        __outbyte(Port, *Buffer++);
    }
}
__forceinline unsigned short __inword(unsigned short Port) { LAB_PRIVILEGED(); (void)Port; return 0xFFFF; }
__forceinline void __outword(unsigned short Port, unsigned short Data) { LAB_PRIVILEGED(); (void)Port; (void)Data; }
__forceinline void __inwordstring(unsigned short Port, unsigned short *Buffer, unsigned long Count)
{
    while (Count-- != 0) {
        *Buffer++ = __inword(Port);
    }
}
__forceinline void __outwordstring(unsigned short Port, unsigned short *Buffer, unsigned long Count)
{
    while (Count-- != 0) {
        __outword(Port, *Buffer++);
    }
}
__forceinline unsigned long __indword(unsigned short Port) { LAB_PRIVILEGED(); (void)Port; return 0xFFFFFFFF; }
__forceinline void __outdword(unsigned short Port, unsigned long Data) { LAB_PRIVILEGED(); (void)Port; (void)Data; }
__forceinline void __indwordstring(unsigned short Port, unsigned long *Buffer, unsigned long Count)
{
    while (Count-- != 0) {
        *Buffer++ = __indword(Port);
    }
}
__forceinline void __outdwordstring(unsigned short Port, unsigned long *Buffer, unsigned long Count)
{
    while (Count-- != 0) {
        __outdword(Port, *Buffer++);
    }
}
__forceinline void __wbinvd(void) { LAB_PRIVILEGED(); }

__forceinline void __movsb(unsigned char *Destination, unsigned char const *Source, size_t Count)
{
    while (Count-- != 0) {
        *Destination++ = *Source++;
    }
}
__forceinline void __stosb(unsigned char *Destination, unsigned char Data, size_t Count)
{
    while (Count-- != 0) {
        *Destination++ = Data;
    }
}
__forceinline void __movsw(unsigned short *Destination, unsigned short const *Source, size_t Count)
{
    while (Count-- != 0) {
        *Destination++ = *Source++;
    }
}
__forceinline void __stosw(unsigned short *Destination, unsigned short Data, size_t Count)
{
    while (Count-- != 0) {
        *Destination++ = Data;
    }
}
__forceinline void __movsd(unsigned long *Destination, unsigned long const *Source, size_t Count)
{
    while (Count-- != 0) {
        *Destination++ = *Source++;
    }
}
__forceinline void __stosd(unsigned long *Destination, unsigned long Data, size_t Count)
{
    while (Count-- != 0) {
        *Destination++ = Data;
    }
}
__forceinline void __movsq(unsigned __int64 *Destination, unsigned __int64 const *Source, size_t Count)
{
    while (Count-- != 0) {
        *Destination++ = *Source++;
    }
}
__forceinline void __stosq(unsigned __int64 *Destination, unsigned __int64 Data, size_t Count)
{
    while (Count-- != 0) {
        *Destination++ = Data;
    }
}

__forceinline unsigned int __lzcnt(unsigned int Value)
{
    unsigned long Index;
    return _BitScanReverse(&Index, Value) ? 31 - Index : 32;
}
__forceinline unsigned __int64 __lzcnt64(unsigned __int64 Value)
{
    unsigned long Index;
    return _BitScanReverse64(&Index, Value) ? 63 - Index : 64;
}
__forceinline unsigned short __lzcnt16(unsigned short Value) { return (unsigned short)(__lzcnt(Value) - 16); }
__forceinline unsigned int _tzcnt_u32(unsigned int Value)
{
    unsigned long Index;
    return _BitScanForward(&Index, Value) ? Index : 32;
}
__forceinline unsigned __int64 _tzcnt_u64(unsigned __int64 Value)
{
    unsigned long Index;
    return _BitScanForward64(&Index, Value) ? Index : 64;
}
__forceinline unsigned char _addcarry_u32(unsigned char Carry, unsigned int A, unsigned int B, unsigned int *Sum)
{
    unsigned __int64 Wide = (unsigned __int64)A + B + (Carry != 0);
    *Sum = (unsigned int)Wide;
    return (unsigned char)(Wide >> 32);
}
__forceinline unsigned char _addcarry_u64(unsigned char Carry, unsigned __int64 A, unsigned __int64 B, unsigned __int64 *Sum)
{
    unsigned __int64 First = A + B;
    unsigned __int64 Second = First + (Carry != 0);
    *Sum = Second;
    return (unsigned char)(First < A || Second < First);
}
__forceinline unsigned char _subborrow_u64(unsigned char Borrow, unsigned __int64 A, unsigned __int64 B, unsigned __int64 *Difference)
{
    unsigned __int64 First = A - B;
    unsigned __int64 Second = First - (Borrow != 0);
    *Difference = Second;
    return (unsigned char)(A < B || First < (unsigned __int64)(Borrow != 0));
}

/* The simulated processor: EAX, EBX, ECX, EDX of a leaf. Vendor: "RingZeroLab!". */
__forceinline void __cpuidex(int Info[4], int Leaf, int SubLeaf)
{
    (void)SubLeaf;
    Info[0] = Info[1] = Info[2] = Info[3] = 0;
    switch ((unsigned int)Leaf) {
    case 0:
        Info[0] = 1;
        Info[1] = 0x676E6952;
        Info[3] = 0x6F72655A;
        Info[2] = 0x2162614C;
        break;
    case 1:
        Info[0] = 0x00000600;
        Info[2] = 0x00800000; /* POPCNT */
        Info[3] = 0x00002130; /* TSC, MSR, CX8, PGE */
        break;
    case 0x80000000u:
        Info[0] = (int)0x80000001u;
        break;
    case 0x80000001u:
        Info[3] = 0x20100800; /* LM, NX, SYSCALL */
        break;
    }
}
__forceinline void __cpuid(int Info[4], int Leaf) { __cpuidex(Info, Leaf, 0); }
