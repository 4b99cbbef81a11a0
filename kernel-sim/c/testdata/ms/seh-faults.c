/* Faults of the machine as exceptions: codes, parameters, repair, restart; stack overflow; handlers of the whole process. */
#include "check.h"
#include <intrin.h>

static volatile int zero;
static volatile int one = 1;
static char *wild = (char *)0x10;

static int faultShape(PEXCEPTION_POINTERS p, ULONG_PTR kind, const void *address)
{
    PEXCEPTION_RECORD r = p->ExceptionRecord;
    if ((unsigned)r->ExceptionCode != EXCEPTION_ACCESS_VIOLATION) number("code", r->ExceptionCode);
    if (r->NumberParameters != 2) mark("count");
    if (r->ExceptionInformation[0] != kind) number("kind", (unsigned)r->ExceptionInformation[0]);
    if (r->ExceptionInformation[1] != (ULONG_PTR)address) mark("address");
    if (r->ExceptionFlags != 0) mark("flags");
    if ((ULONG_PTR)r->ExceptionAddress != p->ContextRecord->Rip) mark("rip");
    return 1;
}
static void reads(void) { __try { zero = *(volatile char *)wild; mark("no"); } __except (faultShape(GetExceptionInformation(), 0, wild)) { mark("h"); } }
static void writes(void) { __try { *(volatile int *)wild = 5; mark("no"); } __except (faultShape(GetExceptionInformation(), 1, wild)) { mark("h"); } }
static void nullMember(LIST_ENTRY *entry) { __try { entry->Blink = NULL; } __except (faultShape(GetExceptionInformation(), 1, (void *)8)) { mark("h"); } }
static void executes(void) { void (*f)(void) = (void (*)(void))(ULONG_PTR)0x10; __try { f(); mark("no"); } __except (faultShape(GetExceptionInformation(), 8, wild)) { mark("h"); } }
static void executesData(void) { static char data[64]; void (*f)(void) = (void (*)(void))data; __try { f(); mark("no"); } __except (faultShape(GetExceptionInformation(), 8, data)) { mark("h"); } }
static void writesLiteral(void) { char *text = (char *)"constant"; __try { text[0] = 'x'; mark("no"); } __except (faultShape(GetExceptionInformation(), 1, text)) { mark("h"); } }
static void kernelAddress(void) { __try { zero = *(volatile char *)0xFFFF800000000000ULL; } __except (GetExceptionCode() == EXCEPTION_ACCESS_VIOLATION) { mark("h"); } }
static void notCanonical(void) { __try { zero = *(volatile char *)0x8000000000000000ULL; } __except (GetExceptionCode() == EXCEPTION_ACCESS_VIOLATION) { mark("h"); } }
static int divides(int a, int b) { __try { return a / b; } __except (number("f", GetExceptionCode()), 1) { return -77; } }
static int modulo(int a, int b) { __try { return a % b; } __except (number("f", GetExceptionCode()), 1) { return -77; } }
static long long dividesWide(long long a, long long b) { __try { return a / b; } __except (number("f", GetExceptionCode()), 1) { return -77; } }
static unsigned dividesUnsigned(unsigned a, unsigned b) { __try { return a / b; } __except (1) { return 77; } }
static void breakpoints(void) { __try { __debugbreak(); mark("on"); } __except (GetExceptionCode() == EXCEPTION_BREAKPOINT) { mark("h"); } __try { DebugBreak(); } __except (GetExceptionCode() == EXCEPTION_BREAKPOINT) { mark("h"); } }
static int privileged(void) { __try { __halt(); } __except (GetExceptionCode() == EXCEPTION_PRIV_INSTRUCTION) { return 1; } return 0; }
static int intoEmpty(int *p) { *p = 3; return *p; }
static int acrossCalls(void) { int r = 0; __try { r = intoEmpty(NULL); r = 9; } __except (GetExceptionCode() == EXCEPTION_ACCESS_VIOLATION) { r += 4; } return r; }
static int memcpyFaults(void) { char b[16]; __try { memcpy(b, wild, 8); } __except (GetExceptionCode() == EXCEPTION_ACCESS_VIOLATION) { return 1; } return 0; }
static int strlenFaults(void) { __try { return (int)strlen(wild); } __except (GetExceptionCode() == EXCEPTION_ACCESS_VIOLATION) { return -1; } }
static int assignsBefore(void) { int a = 1, b = 1; __try { a = 2; *(volatile int *)wild = b = 3; b = 4; } __except (1) { } return a * 10 + b; }
static int partial(void) { int n = 0; __try { for (;;) { n++; if (n == 7) *(volatile char *)wild = 1; } } __except (1) { } return n; }

static char *page;
static int commits(PEXCEPTION_POINTERS p)
{
    if ((unsigned)p->ExceptionRecord->ExceptionCode != EXCEPTION_ACCESS_VIOLATION) return 0;
    mark("commit");
    return VirtualAlloc((void *)p->ExceptionRecord->ExceptionInformation[1], 1, MEM_COMMIT, PAGE_READWRITE) != NULL ? EXCEPTION_CONTINUE_EXECUTION : 0;
}
static int onDemand(void)
{
    int sum = 0;
    page = VirtualAlloc(NULL, 0x4000, MEM_RESERVE, PAGE_NOACCESS);
    __try { for (int i = 0; i < 0x4000; i += 0x1000) page[i] = (char)(i >> 12); for (int i = 0; i < 0x4000; i += 0x1000) sum += page[i]; }
    __except (commits(GetExceptionInformation())) { mark("no"); }
    VirtualFree(page, 0, MEM_RELEASE);
    number("sum", sum);
    return 0;
}
static int unprotect(PEXCEPTION_POINTERS p) { DWORD old; mark("open"); VirtualProtect((void *)p->ExceptionRecord->ExceptionInformation[1], 1, PAGE_READWRITE, &old); return EXCEPTION_CONTINUE_EXECUTION; }
static int readOnly(void)
{
    DWORD old; int r;
    page = VirtualAlloc(NULL, 0x1000, MEM_RESERVE | MEM_COMMIT, PAGE_READWRITE);
    page[5] = 50; VirtualProtect(page, 0x1000, PAGE_READONLY, &old);
    __try { page[5] += 1; } __except (unprotect(GetExceptionInformation())) { }
    r = page[5]; VirtualFree(page, 0, MEM_RELEASE);
    return r;
}
static int guarded(void)
{
    int r = 0;
    page = VirtualAlloc(NULL, 0x1000, MEM_RESERVE | MEM_COMMIT, PAGE_READWRITE | PAGE_GUARD);
    __try { page[0] = 1; mark("no"); } __except (GetExceptionCode() == STATUS_GUARD_PAGE_VIOLATION) { r = 1; }
    __try { page[0] = 2; r += page[0]; } __except (1) { r = 100; }
    VirtualFree(page, 0, MEM_RELEASE);
    return r;
}
static int repairs(int *good) { int *p = NULL; __try { *p = 8; } __except (p = good, EXCEPTION_CONTINUE_EXECUTION) { return -1; } return *good; }

static int overflowDepth;
static int recurses(volatile char *above) { volatile char here[256]; here[0] = above[0]; overflowDepth++; return recurses(here) + here[0]; }
static int overflows(void) { volatile char start[4] = {0}; __try { return recurses(start); } __except (GetExceptionCode() == EXCEPTION_STACK_OVERFLOW) { return overflowDepth > 20; } }

static void *registered;
static LONG CALLBACK vectoredPass(EXCEPTION_POINTERS *p) { number("v", p->ExceptionRecord->ExceptionCode); return EXCEPTION_CONTINUE_SEARCH; }
static LONG CALLBACK vectoredOn(EXCEPTION_POINTERS *p) { (void)p; mark("v2"); return EXCEPTION_CONTINUE_EXECUTION; }
static LONG CALLBACK afterwards(EXCEPTION_POINTERS *p) { (void)p; mark("c"); return EXCEPTION_CONTINUE_SEARCH; }
static LONG CALLBACK once(EXCEPTION_POINTERS *p) { (void)p; mark("once"); RemoveVectoredExceptionHandler(registered); return EXCEPTION_CONTINUE_SEARCH; }
static void vectored(void)
{
    void *a = AddVectoredExceptionHandler(0, vectoredPass), *b;
    __try { throwIt(MY(1)); } __except (say("f", 1)) { mark("h"); }
    b = AddVectoredExceptionHandler(0, vectoredOn);
    __try { throwIt(MY(2)); mark("on"); } __except (say("f", 1)) { mark("no"); }
    RemoveVectoredExceptionHandler(a);
    __try { throwIt(MY(3)); mark("on"); } __except (say("f", 1)) { mark("no"); }
    RemoveVectoredExceptionHandler(b);
    registered = AddVectoredExceptionHandler(1, once);
    for (int i = 0; i < 2; i++) __try { throwIt(MY(4)); } __except (1) { mark("h"); }
    number("gone", RemoveVectoredExceptionHandler(b));
}
static void vectoredContinue(void)
{
    void *c = AddVectoredContinueHandler(1, afterwards);
    __try { throwIt(MY(1)); mark("on"); } __except (-1) { }
    __try { throwIt(MY(1)); } __except (1) { mark("h"); }
    RemoveVectoredContinueHandler(c);
}

static int throwsInFilter(int n) { if (n == 0) { mark("t"); throwIt(MY(9)); } return 1; }
static void filterThrows(void) { int n = 0; __try { __try { throwIt(MY(1)); } __except (number("i", GetExceptionCode()), throwsInFilter(n++)) { number("h", GetExceptionCode()); } } __except (number("o", GetExceptionCode()), 1) { mark("no"); } }
static int catchesInFilter(void) { __try { zero = *(volatile char *)wild; } __except (1) { mark("c"); } return 1; }
static void filterTries(void) { __try { throwIt(MY(1)); } __except (catchesInFilter()) { number("h", GetExceptionCode()); } }
static void handlerThrows(void) { __try { __try { throwIt(MY(1)); } __except (1) { mark("h"); throwIt(MY(2)); mark("no"); } } __except (1) { number("o", GetExceptionCode()); } }
static void handlerThrowsSame(void) { __try { __try { throwIt(MY(1)); } __except (1) { throwIt(GetExceptionCode()); } } __except (1) { number("o", GetExceptionCode()); } }
static void handlerInHandler(void) { __try { throwIt(MY(1)); } __except (1) { __try { throwIt(MY(2)); } __except (1) { number("i", GetExceptionCode()); } number("o", GetExceptionCode()); } }
static void tryInHandlerFinally(void) { __try { throwIt(MY(1)); } __except (1) { __try { mark("t"); } __finally { mark("fin"); } number("o", GetExceptionCode()); } }
static int threeLevels(void) { int r = 0; __try { __try { __try { *(volatile char *)wild = 1; } __finally { r += 1; } } __except (GetExceptionCode() == EXCEPTION_INT_DIVIDE_BY_ZERO) { r += 10; } } __except (GetExceptionCode() == EXCEPTION_ACCESS_VIOLATION) { r += 100; } return r; }
static DWORD WINAPI threadBody(void *p) { __try { *(volatile char *)wild = 1; } __except (1) { *(int *)p = 5; } return 3; }
static int inThread(void) { int v = 0; DWORD code = 0; HANDLE h = CreateThread(NULL, 0, threadBody, &v, 0, NULL); WaitForSingleObject(h, INFINITE); GetExitCodeThread(h, &code); CloseHandle(h); return v * 10 + (int)code; }
typedef int CALLBACK_ROUTINE(const void *, const void *);
static int compareThrows(const void *a, const void *b) { (void)a; (void)b; throwIt(MY(6)); return 0; }
#include <stdlib.h>
static int throughLibrary(void) { int a[3] = {3, 2, 1}; __try { qsort(a, 3, sizeof(int), compareThrows); } __except (GetExceptionCode() == MY(6)) { return 1; } return 0; }
static int criticalSection(void)
{
    CRITICAL_SECTION section; int r = 0;
    InitializeCriticalSection(&section);
    EnterCriticalSection(&section);
    __try { __try { *(volatile char *)wild = 1; } __finally { LeaveCriticalSection(&section); } } __except (1) { r = TryEnterCriticalSection(&section); }
    LeaveCriticalSection(&section); DeleteCriticalSection(&section);
    return r;
}

static int captured(void) { CONTEXT c; void *stack[8]; RtlCaptureContext(&c); return c.Rip != 0 && c.Rsp < (ULONG_PTR)&c && RtlCaptureStackBackTrace(0, 8, stack, NULL) >= 2; }
static int illegal(void) { __try { __ud2(); } __except (GetExceptionCode() == EXCEPTION_ILLEGAL_INSTRUCTION) { return 1; } return 0; }
static int assertion(void) { __try { __int2c(); } __except (GetExceptionCode() == STATUS_ASSERTION_FAILURE) { return 1; } return 0; }
static DWORD WINAPI exits(void *p) { __try { ExitThread(9); } __finally { *(int *)p = 5; } return 1; }
static int exitsThread(void) { int v = 0; DWORD code = 0; HANDLE h = CreateThread(NULL, 0, exits, &v, 0, NULL); WaitForSingleObject(h, INFINITE); GetExitCodeThread(h, &code); CloseHandle(h); return v * 10 + (int)code; }

int main(void)
{
    int good = 0;
    IS(IsBadReadPtr(&good, 4), 0); IS(IsBadReadPtr(wild, 4), 1); IS(IsBadWritePtr("literal", 3), 1); IS(IsBadWritePtr(&good, 4), 0);
    IS(captured(), 1); IS(illegal(), 1); IS(assertion(), 1); IS(exitsThread(), 9);
    RUN(reads(), "h"); RUN(writes(), "h"); RUN(nullMember(NULL), "h"); RUN(executes(), "h"); RUN(executesData(), "h"); RUN(writesLiteral(), "h"); RUN(kernelAddress(), "h"); RUN(notCanonical(), "h");
    RUN(divides(5, zero), "f=c0000094"); IS(divides(5, zero), -77); IS(divides(-7, 2), -3); RUN(divides(-2147483647 - 1, -one), "f=c0000095"); RUN(modulo(3, zero), "f=c0000094"); RUN(modulo(-2147483647 - 1, -one), "f=c0000095");
    RUN(dividesWide(5, zero), "f=c0000094"); RUN(dividesWide(-9223372036854775807LL - 1, -one), "f=c0000095"); IS(dividesUnsigned(5, zero), 77);
    RUN(breakpoints(), "h h"); IS(privileged(), 1); IS(acrossCalls(), 4); IS(memcpyFaults(), 1); IS(strlenFaults(), -1); IS(assignsBefore(), 23); IS(partial(), 7);
    RUN(onDemand(), "commit commit commit commit sum=6"); RUN(readOnly(), "open"); IS(readOnly(), 51); IS(guarded(), 3); IS(repairs(&good), 8);
    IS(overflows(), 1);
    RUN(vectored(), "v=e0000001 f h v=e0000002 v2 on v2 on once h h gone=0"); RUN(vectoredContinue(), "c on h");
    RUN(filterThrows(), "i=e0000001 t i=e0000009 h=e0000009"); RUN(filterTries(), "c h=e0000001"); RUN(handlerThrows(), "h o=e0000002"); RUN(handlerThrowsSame(), "o=e0000001"); RUN(handlerInHandler(), "i=e0000002 o=e0000001");
    RUN(tryInHandlerFinally(), "t fin o=e0000001"); IS(threeLevels(), 101); IS(inThread(), 53); IS(throughLibrary(), 1); IS(criticalSection(), 1);
    return REPORT();
}
