/*
 * start.c: where the kernel enters user mode: the start of threads, exceptions, APCs. Nothing calls these; the loader takes their addresses
 * by name.
 */
#define _NTSYSTEM_
#include "native.h"
#include "unwind-body.h"

/* ------------------------------------------------------------------ what unwinding needs to know about a process */

#define KI_MAX_MODULES 256

/* The loader's list: program and libraries. Reserved3 holds EntryPoint and SizeOfImage. */
PVOID RtlpFindImage(ULONG64 Ip)
{
    PLIST_ENTRY Head = &LabPeb()->Ldr->InMemoryOrderModuleList;
    PLIST_ENTRY Link = Head->Flink;
    ULONG Count;

    for (Count = 0; Count < KI_MAX_MODULES && Link != Head; Count++) {
        PLDR_DATA_TABLE_ENTRY Entry = CONTAINING_RECORD(Link, LDR_DATA_TABLE_ENTRY, InMemoryOrderLinks);
        if (Ip - (ULONG64)Entry->DllBase < (ULONG)(ULONG_PTR)Entry->Reserved3[1]) {
            return Entry->DllBase;
        }
        Link = Link->Flink;
    }
    return NULL;
}

VOID RtlpGetStackLimits(ULONG64 *Low, ULONG64 *High)
{
    PLAB_TEB Teb = LabTeb();

    *Low = (ULONG64)Teb->NtTib.StackLimit;
    *High = (ULONG64)Teb->NtTib.StackBase;
}

PKI_DETOUR *RtlpDetours(VOID)
{
    return &LabTeb()->Detours;
}

/* User mode sees no traps: the dispatcher's own detour leads back to the frame that faulted. */
BOOLEAN RtlpCrossTrap(PKFRAME_HEADER Header, PKI_CURSOR Cursor)
{
    UNREFERENCED_PARAMETER(Header);
    UNREFERENCED_PARAMETER(Cursor);
    return FALSE;
}

/* ------------------------------------------------------------------ exceptions */

/* Vectored handlers come before those of frames; continue handlers when somebody has said that the thread goes on. */
static BOOLEAN RtlpDispatchUserException(PEXCEPTION_RECORD Record, PCONTEXT Context)
{
    if (!RtlpCallVectoredHandlers(RtlpVectoredExceptions(), Record, Context) && !RtlDispatchException(Record, Context)) {
        return FALSE;
    }
    RtlpCallVectoredHandlers(RtlpVectoredContinues(), Record, Context);
    return TRUE;
}

/* Of the machine: the kernel has put record and context on this stack. Goes on at the context, or the process ends. */
VOID KiUserExceptionDispatcher(PEXCEPTION_RECORD Record, PCONTEXT Context)
{
    PKI_DETOUR *Head = RtlpDetours();
    KI_DETOUR Detour;
    NTSTATUS Status;

    RtlpStartCursor(&Detour.Cursor, Context);
    Detour.OwnerFp = (ULONG64)__lab_fp();
    Detour.Next = *Head;
    *Head = &Detour;
    if (RtlpDispatchUserException(Record, Context)) {
        *Head = Detour.Next;
        Status = NtContinue(Context, FALSE);
    } else {
        *Head = Detour.Next;
        Status = NtRaiseException(Record, Context, FALSE);
    }
    NtTerminateProcess(NtCurrentProcess(), Status);
}

/* Of the machine: the thread waited alertably and was interrupted in Context. Exceptions of the routine go on to whoever waited. */
VOID KiUserApcDispatcher(PCONTEXT Context)
{
    typedef VOID NTAPI ROUTINE(PVOID Context, PVOID Argument1, PVOID Argument2);
    PKI_DETOUR *Head = RtlpDetours();
    KI_DETOUR Detour;

    RtlpStartCursor(&Detour.Cursor, Context);
    Detour.OwnerFp = (ULONG64)__lab_fp();
    Detour.Next = *Head;
    *Head = &Detour;
    ((ROUTINE *)Context->P4Home)((PVOID)Context->P1Home, (PVOID)Context->P2Home, (PVOID)Context->P3Home);
    *Head = Detour.Next;
    NtTerminateProcess(NtCurrentProcess(), NtContinue(Context, TRUE));
}

/* Raises in the frame whose return-address slot is Slot: that of the routine that was called to raise. */
static VOID RtlpRaise(PEXCEPTION_RECORD Record, PVOID Slot)
{
    CONTEXT Context;

    RtlpCallerContext(&Context, Slot);
    Record->ExceptionAddress = (PVOID)Context.Rip;
    if (!RtlpDispatchUserException(Record, &Context)) {
        NtRaiseException(Record, &Context, FALSE);
    }
}

VOID NTAPI RtlRaiseException(PEXCEPTION_RECORD Record)
{
    RtlpRaise(Record, _AddressOfReturnAddress());
}

VOID NTAPI RtlRaiseStatus(NTSTATUS Status)
{
    EXCEPTION_RECORD Record;

    RtlZeroMemory(&Record, sizeof(Record));
    Record.ExceptionCode = Status;
    Record.ExceptionFlags = EXCEPTION_NONCONTINUABLE;
    RtlpRaise(&Record, _AddressOfReturnAddress());
    __assume(0);
}

/* A program's function found its /GS cookie overwritten: nobody may handle that. */
VOID __report_gsfailure(ULONG64 Cookie)
{
    UNREFERENCED_PARAMETER(Cookie);
    __fastfail(FAST_FAIL_STACK_COOKIE_CHECK_FAILURE);
}

/* ------------------------------------------------------------------ threads */

static PVOID volatile RtlpFilter;

PVOID volatile *RtlpTopLevelFilter(VOID)
{
    return &RtlpFilter;
}

static LONG RtlpAskTopLevelFilter(PEXCEPTION_POINTERS Pointers)
{
    PTOP_LEVEL_EXCEPTION_FILTER Filter = (PTOP_LEVEL_EXCEPTION_FILTER)RtlpFilter;

    return Filter != NULL ? Filter(Pointers) : EXCEPTION_CONTINUE_SEARCH;
}

/* First routine of every thread. The first thread of a process starts at the program's entry, which does not return. */
VOID RtlUserThreadStart(LPTHREAD_START_ROUTINE Start, PVOID Argument)
{
    __try {
        NtTerminateThread(NtCurrentThread(), (NTSTATUS)Start(Argument));
    } __except (RtlpAskTopLevelFilter(GetExceptionInformation())) {
        NtTerminateProcess(NtCurrentProcess(), GetExceptionCode());
    }
}
