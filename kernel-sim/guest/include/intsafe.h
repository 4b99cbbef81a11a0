/* intsafe.h: unsigned arithmetic that reports overflow. */
#pragma once
#include "windef.h"
#include "winerror.h"

#define INTSAFE_E_ARITHMETIC_OVERFLOW ((HRESULT)0x80070216L)

FORCEINLINE HRESULT UShortAdd(USHORT Augend, USHORT Addend, USHORT *Result)
{
    if (Addend > (USHORT)(0xffff - Augend)) {
        *Result = (USHORT)0xffff;
        return INTSAFE_E_ARITHMETIC_OVERFLOW;
    }
    *Result = (USHORT)(Augend + Addend);
    return S_OK;
}
FORCEINLINE HRESULT UShortSub(USHORT Minuend, USHORT Subtrahend, USHORT *Result)
{
    if (Minuend < Subtrahend) {
        *Result = (USHORT)0xffff;
        return INTSAFE_E_ARITHMETIC_OVERFLOW;
    }
    *Result = (USHORT)(Minuend - Subtrahend);
    return S_OK;
}
FORCEINLINE HRESULT UShortMult(USHORT Multiplicand, USHORT Multiplier, USHORT *Result)
{
    if (Multiplicand != 0 && Multiplier > (USHORT)(0xffff / Multiplicand)) {
        *Result = (USHORT)0xffff;
        return INTSAFE_E_ARITHMETIC_OVERFLOW;
    }
    *Result = (USHORT)(Multiplicand * Multiplier);
    return S_OK;
}
FORCEINLINE HRESULT ULongAdd(ULONG Augend, ULONG Addend, ULONG *Result)
{
    if (Addend > (ULONG)(0xffffffffUL - Augend)) {
        *Result = (ULONG)0xffffffffUL;
        return INTSAFE_E_ARITHMETIC_OVERFLOW;
    }
    *Result = (ULONG)(Augend + Addend);
    return S_OK;
}
FORCEINLINE HRESULT ULongSub(ULONG Minuend, ULONG Subtrahend, ULONG *Result)
{
    if (Minuend < Subtrahend) {
        *Result = (ULONG)0xffffffffUL;
        return INTSAFE_E_ARITHMETIC_OVERFLOW;
    }
    *Result = (ULONG)(Minuend - Subtrahend);
    return S_OK;
}
FORCEINLINE HRESULT ULongMult(ULONG Multiplicand, ULONG Multiplier, ULONG *Result)
{
    if (Multiplicand != 0 && Multiplier > (ULONG)(0xffffffffUL / Multiplicand)) {
        *Result = (ULONG)0xffffffffUL;
        return INTSAFE_E_ARITHMETIC_OVERFLOW;
    }
    *Result = (ULONG)(Multiplicand * Multiplier);
    return S_OK;
}
FORCEINLINE HRESULT ULongLongAdd(ULONGLONG Augend, ULONGLONG Addend, ULONGLONG *Result)
{
    if (Addend > (ULONGLONG)(0xffffffffffffffffULL - Augend)) {
        *Result = (ULONGLONG)0xffffffffffffffffULL;
        return INTSAFE_E_ARITHMETIC_OVERFLOW;
    }
    *Result = (ULONGLONG)(Augend + Addend);
    return S_OK;
}
FORCEINLINE HRESULT ULongLongSub(ULONGLONG Minuend, ULONGLONG Subtrahend, ULONGLONG *Result)
{
    if (Minuend < Subtrahend) {
        *Result = (ULONGLONG)0xffffffffffffffffULL;
        return INTSAFE_E_ARITHMETIC_OVERFLOW;
    }
    *Result = (ULONGLONG)(Minuend - Subtrahend);
    return S_OK;
}
FORCEINLINE HRESULT ULongLongMult(ULONGLONG Multiplicand, ULONGLONG Multiplier, ULONGLONG *Result)
{
    if (Multiplicand != 0 && Multiplier > (ULONGLONG)(0xffffffffffffffffULL / Multiplicand)) {
        *Result = (ULONGLONG)0xffffffffffffffffULL;
        return INTSAFE_E_ARITHMETIC_OVERFLOW;
    }
    *Result = (ULONGLONG)(Multiplicand * Multiplier);
    return S_OK;
}
FORCEINLINE HRESULT SizeTAdd(SIZE_T Augend, SIZE_T Addend, SIZE_T *Result)
{
    if (Addend > (SIZE_T)(0xffffffffffffffffULL - Augend)) {
        *Result = (SIZE_T)0xffffffffffffffffULL;
        return INTSAFE_E_ARITHMETIC_OVERFLOW;
    }
    *Result = (SIZE_T)(Augend + Addend);
    return S_OK;
}
FORCEINLINE HRESULT SizeTSub(SIZE_T Minuend, SIZE_T Subtrahend, SIZE_T *Result)
{
    if (Minuend < Subtrahend) {
        *Result = (SIZE_T)0xffffffffffffffffULL;
        return INTSAFE_E_ARITHMETIC_OVERFLOW;
    }
    *Result = (SIZE_T)(Minuend - Subtrahend);
    return S_OK;
}
FORCEINLINE HRESULT SizeTMult(SIZE_T Multiplicand, SIZE_T Multiplier, SIZE_T *Result)
{
    if (Multiplicand != 0 && Multiplier > (SIZE_T)(0xffffffffffffffffULL / Multiplicand)) {
        *Result = (SIZE_T)0xffffffffffffffffULL;
        return INTSAFE_E_ARITHMETIC_OVERFLOW;
    }
    *Result = (SIZE_T)(Multiplicand * Multiplier);
    return S_OK;
}
FORCEINLINE HRESULT ULongPtrAdd(ULONG_PTR Augend, ULONG_PTR Addend, ULONG_PTR *Result)
{
    if (Addend > (ULONG_PTR)(0xffffffffffffffffULL - Augend)) {
        *Result = (ULONG_PTR)0xffffffffffffffffULL;
        return INTSAFE_E_ARITHMETIC_OVERFLOW;
    }
    *Result = (ULONG_PTR)(Augend + Addend);
    return S_OK;
}
FORCEINLINE HRESULT ULongPtrSub(ULONG_PTR Minuend, ULONG_PTR Subtrahend, ULONG_PTR *Result)
{
    if (Minuend < Subtrahend) {
        *Result = (ULONG_PTR)0xffffffffffffffffULL;
        return INTSAFE_E_ARITHMETIC_OVERFLOW;
    }
    *Result = (ULONG_PTR)(Minuend - Subtrahend);
    return S_OK;
}
FORCEINLINE HRESULT ULongPtrMult(ULONG_PTR Multiplicand, ULONG_PTR Multiplier, ULONG_PTR *Result)
{
    if (Multiplicand != 0 && Multiplier > (ULONG_PTR)(0xffffffffffffffffULL / Multiplicand)) {
        *Result = (ULONG_PTR)0xffffffffffffffffULL;
        return INTSAFE_E_ARITHMETIC_OVERFLOW;
    }
    *Result = (ULONG_PTR)(Multiplicand * Multiplier);
    return S_OK;
}
FORCEINLINE HRESULT UIntAdd(UINT Augend, UINT Addend, UINT *Result)
{
    if (Addend > (UINT)(0xffffffffU - Augend)) {
        *Result = (UINT)0xffffffffU;
        return INTSAFE_E_ARITHMETIC_OVERFLOW;
    }
    *Result = (UINT)(Augend + Addend);
    return S_OK;
}
FORCEINLINE HRESULT UIntSub(UINT Minuend, UINT Subtrahend, UINT *Result)
{
    if (Minuend < Subtrahend) {
        *Result = (UINT)0xffffffffU;
        return INTSAFE_E_ARITHMETIC_OVERFLOW;
    }
    *Result = (UINT)(Minuend - Subtrahend);
    return S_OK;
}
FORCEINLINE HRESULT UIntMult(UINT Multiplicand, UINT Multiplier, UINT *Result)
{
    if (Multiplicand != 0 && Multiplier > (UINT)(0xffffffffU / Multiplicand)) {
        *Result = (UINT)0xffffffffU;
        return INTSAFE_E_ARITHMETIC_OVERFLOW;
    }
    *Result = (UINT)(Multiplicand * Multiplier);
    return S_OK;
}
FORCEINLINE HRESULT SizeTToULong(SIZE_T Operand, ULONG *Result)
{
    if (Operand > 0xffffffffUL) {
        *Result = (ULONG)0xffffffffUL;
        return INTSAFE_E_ARITHMETIC_OVERFLOW;
    }
    *Result = (ULONG)Operand;
    return S_OK;
}
FORCEINLINE HRESULT ULongToUShort(ULONG Operand, USHORT *Result)
{
    if (Operand > 0xffff) {
        *Result = (USHORT)0xffff;
        return INTSAFE_E_ARITHMETIC_OVERFLOW;
    }
    *Result = (USHORT)Operand;
    return S_OK;
}
FORCEINLINE HRESULT ULongLongToULong(ULONGLONG Operand, ULONG *Result)
{
    if (Operand > 0xffffffffUL) {
        *Result = (ULONG)0xffffffffUL;
        return INTSAFE_E_ARITHMETIC_OVERFLOW;
    }
    *Result = (ULONG)Operand;
    return S_OK;
}
FORCEINLINE HRESULT SizeTToUShort(SIZE_T Operand, USHORT *Result)
{
    if (Operand > 0xffff) {
        *Result = (USHORT)0xffff;
        return INTSAFE_E_ARITHMETIC_OVERFLOW;
    }
    *Result = (USHORT)Operand;
    return S_OK;
}
FORCEINLINE HRESULT ULongPtrToULong(ULONG_PTR Operand, ULONG *Result)
{
    if (Operand > 0xffffffffUL) {
        *Result = (ULONG)0xffffffffUL;
        return INTSAFE_E_ARITHMETIC_OVERFLOW;
    }
    *Result = (ULONG)Operand;
    return S_OK;
}
