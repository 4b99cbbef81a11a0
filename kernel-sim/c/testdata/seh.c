/*
 * Structured exception handling on a bare machine: the kernel's own unwinder (guest/ntoskrnl/unwind-body.h) over minimal trap handlers.
 * The first part stands in for the kernel; tests begin at "filters".
 */
#include <ntddk.h>
#include "unwind-body.h"

__declspec(primitive) void lab_out(__int64 value);
__declspec(primitive) void lab_trap_entry(int vector, void *handler);
extern char __ImageBase;
static PKI_DETOUR Detours;

typedef struct {
    ULONG Vector, Error;
    ULONG64 FaultAddress, Ip, Fp, Sp;
    ULONG Mode, Flags, Irql, Enter;
    ULONG64 Rax, Rcx, Rdx, R8, R9, R10, R11, EnterFlags, EnterReturn;
} TEST_TRAP;

PVOID RtlpFindImage(ULONG64 Ip) { return Ip >= (ULONG64)&__ImageBase && Ip < (ULONG64)&__ImageBase + 0x100000 ? &__ImageBase : NULL; }
VOID RtlpGetStackLimits(ULONG64 *Low, ULONG64 *High) { *Low = 0xffff800020000000ULL; *High = 0xffff800030000000ULL; }
PKI_DETOUR *RtlpDetours(VOID) { return &Detours; }
BOOLEAN RtlpCrossTrap(PKFRAME_HEADER Header, PKI_CURSOR Cursor)
{
    TEST_TRAP *Trap = (TEST_TRAP *)Header->CallerSp;
    Cursor->Ip = Trap->Enter ? Trap->EnterReturn : Trap->Ip; Cursor->Fp = Trap->Fp; Cursor->Sp = Trap->Sp; Cursor->Exact = !Trap->Enter;
    return TRUE;
}
static void dispatch(ULONG code, ULONG contextFlags, TEST_TRAP *trap)
{
    static CONTEXT context; EXCEPTION_RECORD record;
    RtlZeroMemory(&record, sizeof record); RtlZeroMemory(&context, sizeof context);
    record.ExceptionCode = code; context.ContextFlags = contextFlags; record.ExceptionAddress = (PVOID)trap->Ip;
    record.NumberParameters = 2; record.ExceptionInformation[1] = trap->FaultAddress;
    context.Rip = trap->Ip; context.Rbp = trap->Fp; context.Rsp = trap->Sp; context.Rax = trap->Rax;
    if (trap->Enter) { context.LastBranchFromRip = trap->EnterReturn; context.LastBranchToRip = trap->Ip; }
    if (!RtlDispatchException(&record, &context)) { lab_out(-999); for (;;) ; }
    trap->Ip = context.Rip;
}
VOID NTAPI RtlRaiseException(PEXCEPTION_RECORD Record) { lab_out(Record->ExceptionCode); for (;;) ; }
VOID NTAPI RtlRaiseStatus(NTSTATUS Status) { lab_out(Status); for (;;) ; }
static void divide(TEST_TRAP *trap) { dispatch(0xC0000094, 0, trap); }
static void page(TEST_TRAP *trap) { dispatch(0xC0000005, 0, trap); }
static void breakpoint(TEST_TRAP *trap) { trap->Ip -= 8; dispatch(0x80000003, 0, trap); }
__declspec(noinline) static void raise(ULONG code)
{
    TEST_TRAP trap = { 0 };
    trap.Ip = (ULONG64)_ReturnAddress();
    /* the caller's frame, from this frame's header */
    ULONG64 *header = (ULONG64 *)_AddressOfReturnAddress() - 3;
    trap.Sp = header[1]; trap.Fp = header[2];
    dispatch(code, CONTEXT_UNWOUND_TO_CALL, &trap);
}

/* ---------------------------------------------------------------- filters */

static int log(int x) { lab_out(x); return x; }
static volatile int zero;
static int *volatile wild = (int *)0xffff8000deadb000ULL;

static int simple(void) { int r = 1; __try { r = 2; *wild = 5; r = 3; } __except (EXCEPTION_EXECUTE_HANDLER) { r += 10; lab_out(GetExceptionCode()); } return r; }
static int filtered(int want) { int a = 5, r = 0; __try { a = 6; raise(want); r = 1; } __except (GetExceptionCode() == 0xE0000001 ? log(a) , 1 : EXCEPTION_CONTINUE_SEARCH) { r = 100 + a; } return r; }
static int nested(void)
{
    int r = 0;
    __try { r = filtered(0xE0000001); lab_out(r); r = filtered(0xE0000002); lab_out(-1); } __except (log(7), GetExceptionCode() == 0xE0000002) { lab_out(GetExceptionCode()); r = 50; }
    return r;
}
static int info(PEXCEPTION_POINTERS p, ULONG code) { lab_out(p->ExceptionRecord->ExceptionCode == (LONG)code); lab_out(p->ExceptionRecord->ExceptionInformation[1] == (ULONG64)wild); return EXCEPTION_EXECUTE_HANDLER; }
static int withInfo(void) { __try { return *wild; } __except (info(GetExceptionInformation(), GetExceptionCode())) { return 8; } }
static int divides(int d) { __try { return 100 / d; } __except (GetExceptionCode() == STATUS_INTEGER_DIVIDE_BY_ZERO ? EXCEPTION_EXECUTE_HANDLER : EXCEPTION_CONTINUE_SEARCH) { return -1; } }
/* Continues behind the faulting instruction. */
static int skip(PEXCEPTION_POINTERS p) { p->ContextRecord->Rip += 8; return EXCEPTION_CONTINUE_EXECUTION; }
static int continues(void) { int a = 5; __try { *wild = 77; a += 2; } __except (skip(GetExceptionInformation())) { return -1; } return a; }

/* ---------------------------------------------------------------- finally */

static int finallyNormal(void) { int r = 1; __try { r = 2; } __finally { lab_out(AbnormalTermination()); r += 5; } return r; }
static int finallyReturn(int x) { __try { if (x) return log(x); lab_out(0); } __finally { lab_out(200 + AbnormalTermination()); x = 9; } return x; }
static int finallyValue(void) { int x = 3; __try { return x; } __finally { x = 4; } }
static int finallyLeave(void) { int r = 0; __try { __try { r = 1; if (zero == 0) __leave; r = 2; } __finally { lab_out(AbnormalTermination()); r += 10; } r += 100; } __except (1) { r = -1; } return r; }
static int finallyLoops(void) { int n = 0; for (int i = 0; i < 5; i++) { __try { if (i == 1) continue; if (i == 3) break; n += 1; } __finally { n += 10; lab_out(i * 10 + AbnormalTermination()); } n += 100; } return n; }
static int finallyGoto(void) { int n = 0; __try { __try { n = 1; goto out; } __finally { lab_out(1); n *= 10; } } __finally { lab_out(2); n += 5; } out: return n; }
static void unwindMe(int d) { __try { if (d == 0) raise(0xE0000003); unwindMe(d - 1); } __finally { lab_out(300 + d); lab_out(AbnormalTermination()); } }
static int unwound(void) { int a = 1; __try { __try { unwindMe(2); } __finally { a += 1; lab_out(400); } lab_out(-1); } __except (log(500) != 0) { a += GetExceptionCode() == 0xE0000003 ? 10 : 0; } return a; }
static int faultInFinally(void) { __try { __try { *wild = 1; } __finally { lab_out(600); raise(0xE0000004); lab_out(-1); } } __except (1) { lab_out(GetExceptionCode() == 0xE0000004); return 61; } return 0; }
static int tryInFinally(void) { int r = 0; __try { __try { raise(0xE0000005); } __finally { __try { *wild = 1; } __except (1) { r = 1; lab_out(GetExceptionCode()); } r += 10; } } __except (1) { r += 100; lab_out(GetExceptionCode() == 0xE0000005); } return r; }
static int tryInHandler(void) { int r = 0; __try { raise(0xE0000006); } __except (1) { __try { r = 1; *wild = 1; } __except (1) { r += GetExceptionCode() == 0xC0000005; } r += (GetExceptionCode() == 0xE0000006) * 10; } return r; }
static int faultInHandler(void) { __try { __try { raise(0xE0000007); } __except (1) { raise(0xE0000008); } } __except (GetExceptionCode() == 0xE0000008) { return 80; } return 0; }
static int faultOnReturnPath(void) { int n = 0; __try { __try { return 1; } __finally { n++; lab_out(700 + n); *wild = 1; } } __except (1) { return 70 + n; } }
static int loopTry(void) { int n = 0; for (int i = 0; i < 4; i++) __try { n += 100 / (i - 2); } __except (1) { n += 1000; } return n; }
static int breaks(void) { __try { __debugbreak(); } __except (GetExceptionCode() == STATUS_BREAKPOINT) { return 90; } return 0; }
static void null_call(void (*f)(void)) { __try { f(); } __except (1) { lab_out(910); } }
static int bufferOnStack(void) { char b[32]; int r = 0; __try { for (int i = 0; ; i++) { b[i & 31] = (char)i; if (i == 40) *wild = b[3]; } } __except (b[8] == 40) { r = b[8]; } return r; }
struct Three { __int64 a, b, c; };
static struct Three record(int n) { struct Three t = { n, n + 1, n + 2 }; __try { if (n) return t; } __finally { t.a = 99; } t.b = 5; return t; }

int main(void)
{
    lab_trap_entry(0, divide); lab_trap_entry(14, page); lab_trap_entry(3, breakpoint);
    lab_out(simple()); lab_out(filtered(0xE0000001)); lab_out(nested()); lab_out(withInfo()); lab_out(divides(5)); lab_out(divides(0)); lab_out(continues());
    lab_out(finallyNormal()); lab_out(finallyReturn(6)); lab_out(finallyReturn(0)); lab_out(finallyValue()); lab_out(finallyLeave()); lab_out(finallyLoops()); lab_out(finallyGoto());
    lab_out(unwound()); lab_out(faultInFinally()); lab_out(tryInFinally()); lab_out(tryInHandler()); lab_out(faultInHandler()); lab_out(faultOnReturnPath()); lab_out(loopTry()); lab_out(breaks());
    null_call(0); lab_out(bufferOnStack()); lab_out(record(4).a + record(0).b);
    return 0;
}
