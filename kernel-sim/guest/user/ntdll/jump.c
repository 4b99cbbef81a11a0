/*
 * jump.c: setjmp and longjmp. A frame keeps its registers in its own memory, so that its address and the place behind the call are all that
 * there is to remember. The __finally blocks of what is left run, as an unwind runs them.
 */
#define _NTSYSTEM_
#include "native.h"
#include <setjmp.h>

int __cdecl _setjmp(jmp_buf buffer)
{
    PKFRAME_HEADER Header = CONTAINING_RECORD(_AddressOfReturnAddress(), KFRAME_HEADER, Return);
    _JUMP_BUFFER *Jump = (_JUMP_BUFFER *)buffer;

    Jump->Rip = Header->Return;
    Jump->Rbp = Header->CallerFp;
    Jump->Rsp = Header->CallerSp;
    return 0;
}

void __cdecl longjmp(jmp_buf buffer, int value)
{
    _JUMP_BUFFER *Jump = (_JUMP_BUFFER *)buffer;
    PKI_DETOUR *Head = &LabTeb()->Detours;
    ULONG64 Result = (ULONG64)(LONG64)(value != 0 ? value : 1);

    if (RtlpUnwindToFrame(Jump->Rbp, Jump->Rsp, Jump->Rip, Result, _AddressOfReturnAddress())) {
        return;
    }
    /* To a frame that no walk finds: nothing of it is known. Unwinds of the frames that are left end with them. */
    while (*Head != NULL && (ULONG64)*Head < Jump->Rsp) {
        *Head = (*Head)->Next;
    }
    __lab_unwind((PVOID)Jump->Rbp, (PVOID)Jump->Rsp, (PVOID)Jump->Rip, Result);
}
