/*
 * unwind.h: what the machine and the linker leave in memory for unwinding (frame headers: machine/layout.ts; tables: c/image.ts), and
 * the cursor that walks frames. Shared by ntoskrnl and ntdll: needs only ULONG, ULONG64, BOOLEAN.
 */
#pragma once

#define KI_FRAME_TRAP 1
#define KI_FRAME_FUNCLET 2
#define KI_FRAME_BOTTOM 4
#define KI_FRAME_ENTERED 8
#define KI_INSTRUCTION_BYTES 8
#define KI_IMAGE_MAGIC 0x304C5A52
#define KI_MAX_FRAMES 4096

typedef struct _KFRAME_HEADER {
    ULONG Flags;
    ULONG WindowBytes;
    ULONG64 CallerSp;
    ULONG64 CallerFp;
    ULONG64 Return;
} KFRAME_HEADER, *PKFRAME_HEADER;

typedef struct _KI_IMAGE_HEADER {
    ULONG Magic;
    ULONG ImageBytes;
    ULONG Pdata;
    ULONG PdataCount;
    ULONG Entry;
    ULONG HashLow;
    ULONG HashHigh;
    ULONG Reserved;
} KI_IMAGE_HEADER, *PKI_IMAGE_HEADER;

typedef struct _KI_PDATA {
    ULONG Begin;
    ULONG End;
    ULONG Info;
} KI_PDATA, *PKI_PDATA;

/* One __try. Filter 0: __finally whose funclet is Handler; 1: __except that always handles; else a filter funclet. */
typedef struct _KI_SCOPE {
    ULONG Begin;
    ULONG End;
    ULONG Filter;
    ULONG Handler;
} KI_SCOPE, *PKI_SCOPE;

typedef struct _KI_UNWIND {
    ULONG WindowBytes;
    ULONG OutgoingBytes;
    ULONG Flags; /* 1: funclet */
    ULONG Parent;
    ULONG ScopeCount;
    KI_SCOPE Scopes[1];
} KI_UNWIND, *PKI_UNWIND;

/* A frame of the walk. Exact: Ip is the instruction itself, not the one behind a call. Scope: scopes before it are done. */
typedef struct _KI_CURSOR {
    ULONG64 Ip;
    ULONG64 Fp;
    ULONG64 Sp;
    ULONG Exact;
    ULONG Scope;
} KI_CURSOR, *PKI_CURSOR;

/* Function that a cursor stands in. */
typedef struct _KI_FUNCTION {
    ULONG64 Base;
    PKI_UNWIND Unwind;
    KFRAME_HEADER Header;
} KI_FUNCTION, *PKI_FUNCTION;

/*
 * Lives in a frame whose caller, for whoever walks over it, is not the one that its header names: an unwind that runs a __finally goes on
 * behind that __finally, a user-mode dispatcher goes on at the instruction that faulted. Linked innermost first.
 */
typedef struct _KI_DETOUR {
    struct _KI_DETOUR *Next;
    ULONG64 OwnerFp;
    KI_CURSOR Cursor;
} KI_DETOUR, *PKI_DETOUR;

/* What differs between kernel and ntdll. */
PVOID RtlpFindImage(ULONG64 Ip);                               /* base of the image that holds Ip, or NULL */
VOID RtlpGetStackLimits(ULONG64 *Low, ULONG64 *High);          /* of the running thread */
PKI_DETOUR *RtlpDetours(VOID);                                 /* head of the running thread's list */
VOID NTAPI RtlRaiseException(PEXCEPTION_RECORD Record);
VOID NTAPI RtlRaiseStatus(NTSTATUS Status);
BOOLEAN RtlpCrossTrap(PKFRAME_HEADER Header, PKI_CURSOR Cursor); /* behind a TRAP header; FALSE: the walk ends there */

/* TRUE: a filter said continue, go on at Context. FALSE: nobody handles it. Does not return if somebody does. */
BOOLEAN RtlDispatchException(PEXCEPTION_RECORD Record, PCONTEXT Context);
/* Instead of a return to the caller: on to Ip in the function with frame pointer Fp, which is one of the callers. */
VOID _local_unwind(PVOID Fp, PVOID Ip, ULONG64 Value);
BOOLEAN RtlpUnwindToFrame(ULONG64 Fp, ULONG64 Sp, ULONG64 Ip, ULONG64 Value, PVOID Slot);
VOID RtlpCallerContext(PCONTEXT Context, PVOID Slot);
BOOLEAN RtlpFindFunction(PKI_CURSOR Cursor, PKI_FUNCTION Function);
BOOLEAN RtlpToCaller(PKI_CURSOR Cursor, PKI_FUNCTION Function);
