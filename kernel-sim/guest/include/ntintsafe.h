/* ntintsafe.h: unsigned arithmetic that reports overflow, for drivers. */
#pragma once
#include "wdm.h"

FORCEINLINE NTSTATUS RtlUShortAdd(USHORT Augend, USHORT Addend, USHORT *Result)
{
    if (Addend > (USHORT)(0xffff - Augend)) {
        *Result = (USHORT)0xffff;
        return STATUS_INTEGER_OVERFLOW;
    }
    *Result = (USHORT)(Augend + Addend);
    return STATUS_SUCCESS;
}
FORCEINLINE NTSTATUS RtlUShortSub(USHORT Minuend, USHORT Subtrahend, USHORT *Result)
{
    if (Minuend < Subtrahend) {
        *Result = (USHORT)0xffff;
        return STATUS_INTEGER_OVERFLOW;
    }
    *Result = (USHORT)(Minuend - Subtrahend);
    return STATUS_SUCCESS;
}
FORCEINLINE NTSTATUS RtlUShortMult(USHORT Multiplicand, USHORT Multiplier, USHORT *Result)
{
    if (Multiplicand != 0 && Multiplier > (USHORT)(0xffff / Multiplicand)) {
        *Result = (USHORT)0xffff;
        return STATUS_INTEGER_OVERFLOW;
    }
    *Result = (USHORT)(Multiplicand * Multiplier);
    return STATUS_SUCCESS;
}
FORCEINLINE NTSTATUS RtlULongAdd(ULONG Augend, ULONG Addend, ULONG *Result)
{
    if (Addend > (ULONG)(0xffffffffUL - Augend)) {
        *Result = (ULONG)0xffffffffUL;
        return STATUS_INTEGER_OVERFLOW;
    }
    *Result = (ULONG)(Augend + Addend);
    return STATUS_SUCCESS;
}
FORCEINLINE NTSTATUS RtlULongSub(ULONG Minuend, ULONG Subtrahend, ULONG *Result)
{
    if (Minuend < Subtrahend) {
        *Result = (ULONG)0xffffffffUL;
        return STATUS_INTEGER_OVERFLOW;
    }
    *Result = (ULONG)(Minuend - Subtrahend);
    return STATUS_SUCCESS;
}
FORCEINLINE NTSTATUS RtlULongMult(ULONG Multiplicand, ULONG Multiplier, ULONG *Result)
{
    if (Multiplicand != 0 && Multiplier > (ULONG)(0xffffffffUL / Multiplicand)) {
        *Result = (ULONG)0xffffffffUL;
        return STATUS_INTEGER_OVERFLOW;
    }
    *Result = (ULONG)(Multiplicand * Multiplier);
    return STATUS_SUCCESS;
}
FORCEINLINE NTSTATUS RtlULongLongAdd(ULONGLONG Augend, ULONGLONG Addend, ULONGLONG *Result)
{
    if (Addend > (ULONGLONG)(0xffffffffffffffffULL - Augend)) {
        *Result = (ULONGLONG)0xffffffffffffffffULL;
        return STATUS_INTEGER_OVERFLOW;
    }
    *Result = (ULONGLONG)(Augend + Addend);
    return STATUS_SUCCESS;
}
FORCEINLINE NTSTATUS RtlULongLongSub(ULONGLONG Minuend, ULONGLONG Subtrahend, ULONGLONG *Result)
{
    if (Minuend < Subtrahend) {
        *Result = (ULONGLONG)0xffffffffffffffffULL;
        return STATUS_INTEGER_OVERFLOW;
    }
    *Result = (ULONGLONG)(Minuend - Subtrahend);
    return STATUS_SUCCESS;
}
FORCEINLINE NTSTATUS RtlULongLongMult(ULONGLONG Multiplicand, ULONGLONG Multiplier, ULONGLONG *Result)
{
    if (Multiplicand != 0 && Multiplier > (ULONGLONG)(0xffffffffffffffffULL / Multiplicand)) {
        *Result = (ULONGLONG)0xffffffffffffffffULL;
        return STATUS_INTEGER_OVERFLOW;
    }
    *Result = (ULONGLONG)(Multiplicand * Multiplier);
    return STATUS_SUCCESS;
}
FORCEINLINE NTSTATUS RtlSizeTAdd(SIZE_T Augend, SIZE_T Addend, SIZE_T *Result)
{
    if (Addend > (SIZE_T)(0xffffffffffffffffULL - Augend)) {
        *Result = (SIZE_T)0xffffffffffffffffULL;
        return STATUS_INTEGER_OVERFLOW;
    }
    *Result = (SIZE_T)(Augend + Addend);
    return STATUS_SUCCESS;
}
FORCEINLINE NTSTATUS RtlSizeTSub(SIZE_T Minuend, SIZE_T Subtrahend, SIZE_T *Result)
{
    if (Minuend < Subtrahend) {
        *Result = (SIZE_T)0xffffffffffffffffULL;
        return STATUS_INTEGER_OVERFLOW;
    }
    *Result = (SIZE_T)(Minuend - Subtrahend);
    return STATUS_SUCCESS;
}
FORCEINLINE NTSTATUS RtlSizeTMult(SIZE_T Multiplicand, SIZE_T Multiplier, SIZE_T *Result)
{
    if (Multiplicand != 0 && Multiplier > (SIZE_T)(0xffffffffffffffffULL / Multiplicand)) {
        *Result = (SIZE_T)0xffffffffffffffffULL;
        return STATUS_INTEGER_OVERFLOW;
    }
    *Result = (SIZE_T)(Multiplicand * Multiplier);
    return STATUS_SUCCESS;
}
FORCEINLINE NTSTATUS RtlULongPtrAdd(ULONG_PTR Augend, ULONG_PTR Addend, ULONG_PTR *Result)
{
    if (Addend > (ULONG_PTR)(0xffffffffffffffffULL - Augend)) {
        *Result = (ULONG_PTR)0xffffffffffffffffULL;
        return STATUS_INTEGER_OVERFLOW;
    }
    *Result = (ULONG_PTR)(Augend + Addend);
    return STATUS_SUCCESS;
}
FORCEINLINE NTSTATUS RtlULongPtrSub(ULONG_PTR Minuend, ULONG_PTR Subtrahend, ULONG_PTR *Result)
{
    if (Minuend < Subtrahend) {
        *Result = (ULONG_PTR)0xffffffffffffffffULL;
        return STATUS_INTEGER_OVERFLOW;
    }
    *Result = (ULONG_PTR)(Minuend - Subtrahend);
    return STATUS_SUCCESS;
}
FORCEINLINE NTSTATUS RtlULongPtrMult(ULONG_PTR Multiplicand, ULONG_PTR Multiplier, ULONG_PTR *Result)
{
    if (Multiplicand != 0 && Multiplier > (ULONG_PTR)(0xffffffffffffffffULL / Multiplicand)) {
        *Result = (ULONG_PTR)0xffffffffffffffffULL;
        return STATUS_INTEGER_OVERFLOW;
    }
    *Result = (ULONG_PTR)(Multiplicand * Multiplier);
    return STATUS_SUCCESS;
}
FORCEINLINE NTSTATUS RtlUIntAdd(UINT Augend, UINT Addend, UINT *Result)
{
    if (Addend > (UINT)(0xffffffffU - Augend)) {
        *Result = (UINT)0xffffffffU;
        return STATUS_INTEGER_OVERFLOW;
    }
    *Result = (UINT)(Augend + Addend);
    return STATUS_SUCCESS;
}
FORCEINLINE NTSTATUS RtlUIntSub(UINT Minuend, UINT Subtrahend, UINT *Result)
{
    if (Minuend < Subtrahend) {
        *Result = (UINT)0xffffffffU;
        return STATUS_INTEGER_OVERFLOW;
    }
    *Result = (UINT)(Minuend - Subtrahend);
    return STATUS_SUCCESS;
}
FORCEINLINE NTSTATUS RtlUIntMult(UINT Multiplicand, UINT Multiplier, UINT *Result)
{
    if (Multiplicand != 0 && Multiplier > (UINT)(0xffffffffU / Multiplicand)) {
        *Result = (UINT)0xffffffffU;
        return STATUS_INTEGER_OVERFLOW;
    }
    *Result = (UINT)(Multiplicand * Multiplier);
    return STATUS_SUCCESS;
}
FORCEINLINE NTSTATUS RtlSizeTToULong(SIZE_T Operand, ULONG *Result)
{
    if (Operand > 0xffffffffUL) {
        *Result = (ULONG)0xffffffffUL;
        return STATUS_INTEGER_OVERFLOW;
    }
    *Result = (ULONG)Operand;
    return STATUS_SUCCESS;
}
FORCEINLINE NTSTATUS RtlULongToUShort(ULONG Operand, USHORT *Result)
{
    if (Operand > 0xffff) {
        *Result = (USHORT)0xffff;
        return STATUS_INTEGER_OVERFLOW;
    }
    *Result = (USHORT)Operand;
    return STATUS_SUCCESS;
}
FORCEINLINE NTSTATUS RtlULongLongToULong(ULONGLONG Operand, ULONG *Result)
{
    if (Operand > 0xffffffffUL) {
        *Result = (ULONG)0xffffffffUL;
        return STATUS_INTEGER_OVERFLOW;
    }
    *Result = (ULONG)Operand;
    return STATUS_SUCCESS;
}
FORCEINLINE NTSTATUS RtlSizeTToUShort(SIZE_T Operand, USHORT *Result)
{
    if (Operand > 0xffff) {
        *Result = (USHORT)0xffff;
        return STATUS_INTEGER_OVERFLOW;
    }
    *Result = (USHORT)Operand;
    return STATUS_SUCCESS;
}
FORCEINLINE NTSTATUS RtlULongPtrToULong(ULONG_PTR Operand, ULONG *Result)
{
    if (Operand > 0xffffffffUL) {
        *Result = (ULONG)0xffffffffUL;
        return STATUS_INTEGER_OVERFLOW;
    }
    *Result = (ULONG)Operand;
    return STATUS_SUCCESS;
}
