/*
 * unwind-body.h: two-phase structured exception handling over the tables of unwind.h. Text of one translation unit each in ntoskrnl
 * (ex-dispatch.c) and ntdll. Phase one asks filters from the faulting frame outwards with all frames alive; phase two runs the
 * __finally blocks of what is abandoned and goes on in the __except block. All walks are bounded and every header is checked to lie
 * in the stack: a smashed stack ends the walk, it does not fault.
 */
#pragma once
#include "unwind.h"

BOOLEAN RtlpFindFunction(PKI_CURSOR Cursor, PKI_FUNCTION Function)
{
    PKI_IMAGE_HEADER Image = (PKI_IMAGE_HEADER)RtlpFindImage(Cursor->Ip);
    PKI_PDATA Table;
    ULONG Rva, Low, High, Middle;
    ULONG64 At, StackLow, StackHigh;

    if (Image == NULL || Image->Magic != KI_IMAGE_MAGIC) {
        return FALSE;
    }
    Function->Base = (ULONG64)Image;
    Rva = (ULONG)(Cursor->Ip - Function->Base) - (Cursor->Exact ? 0 : KI_INSTRUCTION_BYTES);
    Table = (PKI_PDATA)(Function->Base + Image->Pdata);
    Low = 0;
    High = Image->PdataCount;
    while (Low < High) {
        Middle = (Low + High) / 2;
        if (Rva < Table[Middle].Begin) {
            High = Middle;
        } else if (Rva >= Table[Middle].End) {
            Low = Middle + 1;
        } else {
            Function->Unwind = (PKI_UNWIND)(Function->Base + Table[Middle].Info);
            At = (Function->Unwind->Flags & 1) ? Cursor->Sp + Function->Unwind->OutgoingBytes
                                               : Cursor->Fp + Function->Unwind->WindowBytes;
            RtlpGetStackLimits(&StackLow, &StackHigh);
            if (At < StackLow || At > StackHigh - sizeof(KFRAME_HEADER) || (At & 7) != 0) {
                return FALSE;
            }
            Function->Header = *(PKFRAME_HEADER)At;
            return TRUE;
        }
    }
    return FALSE;
}

BOOLEAN RtlpToCaller(PKI_CURSOR Cursor, PKI_FUNCTION Function)
{
    PKI_DETOUR Detour = *RtlpDetours();
    ULONG Count;

    for (Count = 0; Detour != NULL && Count < KI_MAX_SCOPES; Count++) {
        if (Detour->OwnerFp == Cursor->Fp) {
            *Cursor = Detour->Cursor;
            return TRUE;
        }
        Detour = Detour->Next;
    }
    if (Function->Header.Flags & KI_FRAME_BOTTOM) {
        return FALSE;
    }
    Cursor->Scope = 0;
    if (Function->Header.Flags & KI_FRAME_TRAP) {
        return RtlpCrossTrap(&Function->Header, Cursor);
    }
    Cursor->Exact = FALSE;
    Cursor->Ip = Function->Header.Return;
    Cursor->Fp = Function->Header.CallerFp;
    Cursor->Sp = Function->Header.CallerSp;
    return Cursor->Ip != 0;
}

static BOOLEAN RtlpScopeHolds(PKI_CURSOR Cursor, PKI_FUNCTION Function, PKI_SCOPE Scope)
{
    ULONG Rva = (ULONG)(Cursor->Ip - Function->Base) - (Cursor->Exact ? 0 : KI_INSTRUCTION_BYTES);
    return Rva >= Scope->Begin && Rva < Scope->End;
}

/* A call that failed at its target (null pointer, no code there): the frame is the caller's, LastBranchFromRip is where it would return. */
static VOID RtlpStartCursor(PKI_CURSOR Cursor, PEXCEPTION_RECORD Record, PCONTEXT Context)
{
    BOOLEAN FailedCall = Context->LastBranchFromRip != 0 && Context->LastBranchToRip == Context->Rip;

    Cursor->Ip = FailedCall ? Context->LastBranchFromRip : Context->Rip;
    Cursor->Fp = Context->Rbp;
    Cursor->Sp = Context->Rsp;
    Cursor->Exact = (Record->ExceptionFlags & KI_EXCEPTION_SOFTWARE) == 0 && !FailedCall;
    Cursor->Scope = 0;
}

/* Phase two: to scope TargetScope of the frame (TargetFp, TargetSp), whose __except block starts at TargetIp. */
static VOID RtlpUnwindTo(PEXCEPTION_RECORD Record, PCONTEXT Context, ULONG64 TargetFp, ULONG64 TargetSp, ULONG64 TargetIp, ULONG TargetScope)
{
    KI_DETOUR Detour;
    KI_FUNCTION Function;
    PKI_SCOPE Scope;
    PKI_DETOUR *Head = RtlpDetours();
    ULONG Frames, Limit;
    BOOLEAN Target;

    RtlpStartCursor(&Detour.Cursor, Record, Context);
    Detour.OwnerFp = (ULONG64)__lab_fp();
    Detour.Next = *Head;
    *Head = &Detour;
    Record->ExceptionFlags |= EXCEPTION_UNWINDING;
    for (Frames = 0; Frames < KI_MAX_FRAMES; Frames++) {
        if (!RtlpFindFunction(&Detour.Cursor, &Function)) {
            break;
        }
        Target = Detour.Cursor.Fp == TargetFp && Detour.Cursor.Sp == TargetSp;
        Limit = Target ? TargetScope : Function.Unwind->ScopeCount;
        while (Detour.Cursor.Scope < Limit && Detour.Cursor.Scope < KI_MAX_SCOPES) {
            Scope = &Function.Unwind->Scopes[Detour.Cursor.Scope++];
            if (Scope->Filter == 0 && RtlpScopeHolds(&Detour.Cursor, &Function, Scope)) {
                __lab_call_funclet((PVOID)Detour.Cursor.Fp, (PVOID)(Function.Base + Scope->Handler), TRUE, Detour.Cursor.Fp);
            }
        }
        if (Target || !RtlpToCaller(&Detour.Cursor, &Function)) {
            break;
        }
    }
    /* Detours of the frames that are abandoned now go with them: stacks grow downwards. */
    while (*Head != NULL && (ULONG64)*Head < TargetSp) {
        *Head = (*Head)->Next;
    }
    __lab_unwind((PVOID)TargetFp, (PVOID)TargetSp, (PVOID)TargetIp, (ULONG64)(LONG64)Record->ExceptionCode);
}

BOOLEAN RtlDispatchException(PEXCEPTION_RECORD Record, PCONTEXT Context)
{
    EXCEPTION_POINTERS Pointers;
    KI_CURSOR Cursor;
    KI_FUNCTION Function;
    PKI_SCOPE Scope;
    ULONG Frames, Index;
    LONG Answer;

    Pointers.ExceptionRecord = Record;
    Pointers.ContextRecord = Context;
    RtlpStartCursor(&Cursor, Record, Context);
    for (Frames = 0; Frames < KI_MAX_FRAMES; Frames++) {
        if (!RtlpFindFunction(&Cursor, &Function)) {
            return FALSE;
        }
        for (Index = Cursor.Scope; Index < Function.Unwind->ScopeCount && Index < KI_MAX_SCOPES; Index++) {
            Scope = &Function.Unwind->Scopes[Index];
            if (Scope->Filter == 0 || !RtlpScopeHolds(&Cursor, &Function, Scope)) {
                continue;
            }
            Answer = EXCEPTION_EXECUTE_HANDLER;
            if (Scope->Filter != 1) {
                Answer = (LONG)__lab_call_funclet((PVOID)Cursor.Fp, (PVOID)(Function.Base + Scope->Filter), (ULONG64)&Pointers, Cursor.Fp);
            }
            if (Answer < 0) {
                return TRUE;
            }
            if (Answer > 0) {
                RtlpUnwindTo(Record, Context, Cursor.Fp, Cursor.Sp, Function.Base + Scope->Handler, Index);
            }
        }
        if (!RtlpToCaller(&Cursor, &Function)) {
            return FALSE;
        }
    }
    return FALSE;
}
