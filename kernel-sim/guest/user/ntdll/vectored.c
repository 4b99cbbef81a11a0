/*
 * vectored.c: handlers of the whole process, asked before those of frames (AddVectoredExceptionHandler) and when somebody has said that the
 * thread goes on (AddVectoredContinueHandler). An entry stays in its list while it runs, so that a handler may remove itself.
 */
#define _NTSYSTEM_
#include "native.h"

typedef struct _VECTORED_ENTRY {
    LIST_ENTRY Link;
    ULONG Running;
    BOOLEAN Removed;
    PVECTORED_EXCEPTION_HANDLER Handler;
} VECTORED_ENTRY, *PVECTORED_ENTRY;

static RTL_CRITICAL_SECTION RtlpVectoredLock = {(PRTL_CRITICAL_SECTION_DEBUG)(LONG_PTR)-1, -1, 0, NULL, NULL, 0};
static LIST_ENTRY RtlpExceptionHandlers = {&RtlpExceptionHandlers, &RtlpExceptionHandlers};
static LIST_ENTRY RtlpContinueHandlers = {&RtlpContinueHandlers, &RtlpContinueHandlers};

PLIST_ENTRY RtlpVectoredExceptions(VOID)
{
    return &RtlpExceptionHandlers;
}

PLIST_ENTRY RtlpVectoredContinues(VOID)
{
    return &RtlpContinueHandlers;
}

static PVOID RtlpAddVectored(PLIST_ENTRY Head, ULONG First, PVECTORED_EXCEPTION_HANDLER Handler)
{
    PVECTORED_ENTRY Entry = RtlAllocateHeap(RtlGetProcessHeap(), 0, sizeof(*Entry));
    PLIST_ENTRY Before;

    if (Entry == NULL) {
        return NULL;
    }
    Entry->Running = 0;
    Entry->Removed = FALSE;
    Entry->Handler = Handler;
    RtlEnterCriticalSection(&RtlpVectoredLock);
    Before = First != 0 ? Head : Head->Blink;
    Entry->Link.Flink = Before->Flink;
    Entry->Link.Blink = Before;
    Before->Flink->Blink = &Entry->Link;
    Before->Flink = &Entry->Link;
    RtlLeaveCriticalSection(&RtlpVectoredLock);
    return Entry;
}

/* With the lock held: the entry goes when nobody runs it any more. */
static VOID RtlpDropVectored(PVECTORED_ENTRY Entry)
{
    if (Entry->Removed && Entry->Running == 0) {
        Entry->Link.Flink->Blink = Entry->Link.Blink;
        Entry->Link.Blink->Flink = Entry->Link.Flink;
        RtlFreeHeap(RtlGetProcessHeap(), 0, Entry);
    }
}

static ULONG RtlpRemoveVectored(PLIST_ENTRY Head, PVOID Handle)
{
    PLIST_ENTRY Link;
    ULONG Found = 0;

    RtlEnterCriticalSection(&RtlpVectoredLock);
    for (Link = Head->Flink; Link != Head; Link = Link->Flink) {
        PVECTORED_ENTRY Entry = CONTAINING_RECORD(Link, VECTORED_ENTRY, Link);
        if (Entry == Handle && !Entry->Removed) {
            Entry->Removed = TRUE;
            Found = 1;
            RtlpDropVectored(Entry);
            break;
        }
    }
    RtlLeaveCriticalSection(&RtlpVectoredLock);
    return Found;
}

/* TRUE: one of them said EXCEPTION_CONTINUE_EXECUTION. */
BOOLEAN RtlpCallVectoredHandlers(PLIST_ENTRY Head, PEXCEPTION_RECORD Record, PCONTEXT Context)
{
    EXCEPTION_POINTERS Pointers;
    PLIST_ENTRY Link;
    LONG Answer = EXCEPTION_CONTINUE_SEARCH;

    if (Head->Flink == Head) {
        return FALSE;
    }
    Pointers.ExceptionRecord = Record;
    Pointers.ContextRecord = Context;
    RtlEnterCriticalSection(&RtlpVectoredLock);
    Link = Head->Flink;
    while (Link != Head && Answer != EXCEPTION_CONTINUE_EXECUTION) {
        PVECTORED_ENTRY Entry = CONTAINING_RECORD(Link, VECTORED_ENTRY, Link);
        if (Entry->Removed) {
            Link = Link->Flink;
            continue;
        }
        Entry->Running++;
        RtlLeaveCriticalSection(&RtlpVectoredLock);
        Answer = Entry->Handler(&Pointers);
        RtlEnterCriticalSection(&RtlpVectoredLock);
        Entry->Running--;
        Link = Link->Flink;
        RtlpDropVectored(Entry);
    }
    RtlLeaveCriticalSection(&RtlpVectoredLock);
    return Answer == EXCEPTION_CONTINUE_EXECUTION;
}

PVOID NTAPI RtlAddVectoredExceptionHandler(ULONG First, PVECTORED_EXCEPTION_HANDLER Handler)
{
    return RtlpAddVectored(&RtlpExceptionHandlers, First, Handler);
}

ULONG NTAPI RtlRemoveVectoredExceptionHandler(PVOID Handle)
{
    return RtlpRemoveVectored(&RtlpExceptionHandlers, Handle);
}

PVOID NTAPI RtlAddVectoredContinueHandler(ULONG First, PVECTORED_EXCEPTION_HANDLER Handler)
{
    return RtlpAddVectored(&RtlpContinueHandlers, First, Handler);
}

ULONG NTAPI RtlRemoveVectoredContinueHandler(PVOID Handle)
{
    return RtlpRemoveVectored(&RtlpContinueHandlers, Handle);
}
