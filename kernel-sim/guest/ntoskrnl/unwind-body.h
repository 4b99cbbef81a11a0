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

    for (Count = 0; Detour != NULL && Count < KI_MAX_FRAMES; Count++) {
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
static VOID RtlpStartCursor(PKI_CURSOR Cursor, PCONTEXT Context)
{
    BOOLEAN FailedCall = Context->LastBranchFromRip != 0 && Context->LastBranchToRip == Context->Rip;

    Cursor->Ip = FailedCall ? Context->LastBranchFromRip : Context->Rip;
    Cursor->Fp = Context->Rbp;
    Cursor->Sp = Context->Rsp;
    Cursor->Exact = (Context->ContextFlags & CONTEXT_UNWOUND_TO_CALL) == 0 && !FailedCall;
    Cursor->Scope = 0;
}

/* Whoever called the routine whose return address stands in Slot. */
static VOID RtlpCallerCursor(PKI_CURSOR Cursor, PVOID Slot)
{
    PKFRAME_HEADER Header = CONTAINING_RECORD(Slot, KFRAME_HEADER, Return);

    Cursor->Ip = Header->Return;
    Cursor->Fp = Header->CallerFp;
    Cursor->Sp = Header->CallerSp;
    Cursor->Exact = FALSE;
    Cursor->Scope = 0;
}

/* The context of that caller, as the exception that it raises reports it. */
VOID RtlpCallerContext(PCONTEXT Context, PVOID Slot)
{
    PKFRAME_HEADER Header = CONTAINING_RECORD(Slot, KFRAME_HEADER, Return);

    RtlZeroMemory(Context, sizeof(*Context));
    Context->ContextFlags = CONTEXT_CONTROL | CONTEXT_INTEGER | CONTEXT_UNWOUND_TO_CALL;
    Context->Rip = Header->Return;
    Context->Rbp = Header->CallerFp;
    Context->Rsp = Header->CallerSp;
}

VOID NTAPI RtlCaptureContext(PCONTEXT Context)
{
    RtlpCallerContext(Context, _AddressOfReturnAddress());
}

/* Where the callers go on, from whoever calls this outwards. */
USHORT NTAPI RtlCaptureStackBackTrace(ULONG FramesToSkip, ULONG FramesToCapture, PVOID *BackTrace, PULONG BackTraceHash)
{
    KI_CURSOR Cursor;
    KI_FUNCTION Function;
    ULONG Frames, Hash = 0;
    USHORT Captured = 0;

    RtlpCallerCursor(&Cursor, _AddressOfReturnAddress());
    for (Frames = 0; Captured < FramesToCapture && RtlpFindFunction(&Cursor, &Function); Frames++) {
        if (Frames >= FramesToSkip) {
            BackTrace[Captured++] = (PVOID)Cursor.Ip;
            Hash += (ULONG)Cursor.Ip;
        }
        if (!RtlpToCaller(&Cursor, &Function)) {
            break;
        }
    }
    if (BackTraceHash != NULL) {
        *BackTraceHash = Hash;
    }
    return Captured;
}

/* Ip lies in the same __try as Scope; one that is left in several places has a scope for each of its parts. */
static BOOLEAN RtlpStaysInside(PKI_FUNCTION Function, PKI_SCOPE Scope, ULONG64 Ip)
{
    ULONG Rva = (ULONG)(Ip - Function->Base);
    ULONG Index;
    PKI_SCOPE Other;

    for (Index = 0; Index < Function->Unwind->ScopeCount; Index++) {
        Other = &Function->Unwind->Scopes[Index];
        if (Other->Filter == 0 && Other->Handler == Scope->Handler && Rva >= Other->Begin && Rva < Other->End) {
            return TRUE;
        }
    }
    return FALSE;
}

/*
 * Phase two: from Start to TargetIp in the frame (TargetFp, TargetSp), with Value as the result there. The __finally blocks of every __try
 * that is left on the way run, in the target frame those that Place lies outside of: TargetIp, or the call that returns there, since what
 * follows a call may be the first instruction of a __try.
 */
static VOID RtlpUnwindTo(PKI_CURSOR Start, ULONG64 TargetFp, ULONG64 TargetSp, ULONG64 TargetIp, ULONG64 Place, ULONG64 Value)
{
    KI_DETOUR Detour;
    KI_FUNCTION Function;
    PKI_SCOPE Scope;
    PKI_DETOUR *Head = RtlpDetours();
    ULONG Frames;
    BOOLEAN Target;

    Detour.Cursor = *Start;
    Detour.OwnerFp = (ULONG64)__lab_fp();
    Detour.Next = *Head;
    *Head = &Detour;
    for (Frames = 0; Frames < KI_MAX_FRAMES; Frames++) {
        if (!RtlpFindFunction(&Detour.Cursor, &Function)) {
            break;
        }
        Target = Detour.Cursor.Fp == TargetFp && Detour.Cursor.Sp == TargetSp;
        while (Detour.Cursor.Scope < Function.Unwind->ScopeCount) {
            Scope = &Function.Unwind->Scopes[Detour.Cursor.Scope++];
            if (Scope->Filter == 0 && RtlpScopeHolds(&Detour.Cursor, &Function, Scope) &&
                !(Target && RtlpStaysInside(&Function, Scope, Place))) {
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
    __lab_unwind((PVOID)TargetFp, (PVOID)TargetSp, (PVOID)TargetIp, Value);
}

/* The nearest frame from Start outwards with this Fp whose code holds Ip. A funclet has its function's Fp, hence the second condition. */
static BOOLEAN RtlpFindFrame(PKI_CURSOR Start, ULONG64 Fp, ULONG64 Ip, ULONG64 *Sp)
{
    KI_CURSOR Cursor = *Start;
    KI_FUNCTION Function, Wanted;
    KI_CURSOR There;
    ULONG Frames;

    for (Frames = 0; Frames < KI_MAX_FRAMES && RtlpFindFunction(&Cursor, &Function); Frames++) {
        if (Cursor.Fp == Fp) {
            There = Cursor;
            There.Ip = Ip;
            There.Exact = TRUE;
            if (RtlpFindFunction(&There, &Wanted) && Wanted.Unwind == Function.Unwind) {
                *Sp = Cursor.Sp;
                return TRUE;
            }
        }
        if (!RtlpToCaller(&Cursor, &Function)) {
            break;
        }
    }
    return FALSE;
}

/* What the compiler calls for a jump out of a __finally block: whatever that block was run for is over. Fp: of the function. */
VOID _local_unwind(PVOID Fp, PVOID Ip, ULONG64 Value)
{
    KI_CURSOR Start;
    ULONG64 Sp;

    RtlpCallerCursor(&Start, _AddressOfReturnAddress());
    if (RtlpFindFrame(&Start, (ULONG64)Fp, (ULONG64)Ip, &Sp)) {
        RtlpUnwindTo(&Start, (ULONG64)Fp, Sp, (ULONG64)Ip, (ULONG64)Ip, Value);
    }
    RtlRaiseStatus(STATUS_BAD_STACK);
}

/*
 * longjmp: to the frame (Fp, Sp), which is one of the callers of the routine whose return address stands in Slot. FALSE: it is not, and
 * nothing has been done.
 */
BOOLEAN RtlpUnwindToFrame(ULONG64 Fp, ULONG64 Sp, ULONG64 Ip, ULONG64 Value, PVOID Slot)
{
    KI_CURSOR Start;
    ULONG64 Found;

    RtlpCallerCursor(&Start, Slot);
    if (!RtlpFindFrame(&Start, Fp, Ip, &Found) || Found != Sp) {
        return FALSE;
    }
    RtlpUnwindTo(&Start, Fp, Sp, Ip, Ip - KI_INSTRUCTION_BYTES, Value);
    return TRUE;
}

/* A filter said continue, and the exception does not allow that: an exception of its own, raised here. */
static VOID RtlpNotContinuable(PEXCEPTION_RECORD Record)
{
    EXCEPTION_RECORD Another;

    RtlZeroMemory(&Another, sizeof(Another));
    Another.ExceptionCode = STATUS_NONCONTINUABLE_EXCEPTION;
    Another.ExceptionFlags = EXCEPTION_NONCONTINUABLE;
    Another.ExceptionRecord = Record;
    RtlRaiseException(&Another);
}

BOOLEAN RtlDispatchException(PEXCEPTION_RECORD Record, PCONTEXT Context)
{
    EXCEPTION_POINTERS Pointers;
    KI_CURSOR Start;
    KI_CURSOR Cursor;
    KI_FUNCTION Function;
    PKI_SCOPE Scope;
    ULONG Frames, Index;
    ULONG64 Handler;
    LONG Answer;

    Pointers.ExceptionRecord = Record;
    Pointers.ContextRecord = Context;
    RtlpStartCursor(&Start, Context);
    Cursor = Start;
    for (Frames = 0; Frames < KI_MAX_FRAMES; Frames++) {
        if (!RtlpFindFunction(&Cursor, &Function)) {
            return FALSE;
        }
        for (Index = Cursor.Scope; Index < Function.Unwind->ScopeCount; Index++) {
            Scope = &Function.Unwind->Scopes[Index];
            if (Scope->Filter == 0 || !RtlpScopeHolds(&Cursor, &Function, Scope)) {
                continue;
            }
            Answer = EXCEPTION_EXECUTE_HANDLER;
            if (Scope->Filter != 1) {
                Answer = (LONG)__lab_call_funclet((PVOID)Cursor.Fp, (PVOID)(Function.Base + Scope->Filter), (ULONG64)&Pointers, Cursor.Fp);
            }
            if (Answer < 0) {
                if (Record->ExceptionFlags & EXCEPTION_NONCONTINUABLE) {
                    RtlpNotContinuable(Record);
                }
                return TRUE;
            }
            if (Answer > 0) {
                /* What a filter has written into the context moves nothing any more. */
                Record->ExceptionFlags |= EXCEPTION_UNWINDING;
                Handler = Function.Base + Scope->Handler;
                RtlpUnwindTo(&Start, Cursor.Fp, Cursor.Sp, Handler, Handler, (ULONG64)(LONG64)Record->ExceptionCode);
            }
        }
        if (!RtlpToCaller(&Cursor, &Function)) {
            return FALSE;
        }
    }
    return FALSE;
}
