/* Faults once more: instructions that are restarted, contexts that a handler changes, faults in filters, exceptions in exceptions, the last filter. */
#include "check.h"
#include <malloc.h>

static volatile int zero;
static char *wild = (char *)0x20;

#if defined(__GNUC__)
#define INFORMATION() ((PEXCEPTION_POINTERS)GetExceptionInformation())
#else
#define INFORMATION() GetExceptionInformation()
#endif

__declspec(noinline) static int readsAt(volatile int *p) { return *p; }
__declspec(noinline) static void writesAt(volatile int *p, int value) { *p = value; }
__declspec(noinline) static int quotient(int a, int b) { return a / b; }
__declspec(noinline) static void breaks(void) { __debugbreak(); mark("after"); }
__declspec(noinline) static void calls(void (*target)(void)) { target(); }

/* CONTINUE_EXECUTION without a repair: the same instruction again, which a count ends. */
static int asked;
static int untilThree(unsigned code, unsigned wanted) { return code != wanted ? 0 : ++asked < 3 ? EXCEPTION_CONTINUE_EXECUTION : EXCEPTION_EXECUTE_HANDLER; }
static int restartsRead(void) { asked = 0; __try { readsAt((int *)wild); } __except (untilThree(GetExceptionCode(), EXCEPTION_ACCESS_VIOLATION)) { return asked; } return 0; }
static int restartsDivide(void) { asked = 0; __try { quotient(1, zero); } __except (untilThree(GetExceptionCode(), EXCEPTION_INT_DIVIDE_BY_ZERO)) { return asked; } return 0; }
static int restartsBreak(void) { asked = 0; __try { breaks(); } __except (untilThree(GetExceptionCode(), EXCEPTION_BREAKPOINT)) { return asked; } return 0; }
static int goesOnAfterRaise(void) { asked = 0; __try { throwIt(MY(1)); throwIt(MY(1)); } __except (untilThree(GetExceptionCode(), MY(1))) { return -1; } return asked; }

/* A breakpoint is an instruction of one byte for those who step over it. */
static int stepsOver(PEXCEPTION_POINTERS p)
{
    if ((unsigned)p->ExceptionRecord->ExceptionCode != EXCEPTION_BREAKPOINT) return EXCEPTION_CONTINUE_SEARCH;
    if ((ULONG_PTR)p->ExceptionRecord->ExceptionAddress != p->ContextRecord->Rip) mark("address");
    p->ContextRecord->Rip += 1;
    mark("step");
    return EXCEPTION_CONTINUE_EXECUTION;
}
static void breakpointPassed(void) { __try { breaks(); breaks(); } __except (stepsOver(INFORMATION())) { mark("no"); } }

static LONG CALLBACK vectoredStep(PEXCEPTION_POINTERS p) { return stepsOver(p); }
static void breakpointPassedVectored(void)
{
    void *handler = AddVectoredExceptionHandler(1, vectoredStep);

    __try { breaks(); } __except (say("no", 1)) { }
    RemoveVectoredExceptionHandler(handler);
}

/* A filter that faults itself is asked about that fault too, before the filters further out. */
static int faultsOnce(PEXCEPTION_POINTERS p)
{
    number("c", p->ExceptionRecord->ExceptionCode);
    if (asked++ == 0) writesAt((int *)wild, 1);
    return EXCEPTION_CONTINUE_SEARCH;
}
static void filterFaults(void)
{
    asked = 0;
    __try {
        __try { throwIt(MY(1)); } __except (faultsOnce(INFORMATION())) { mark("no"); }
    } __except (number("o", GetExceptionCode()), 1) {
        mark("h");
    }
}

static int whatKind(PEXCEPTION_POINTERS p)
{
    PEXCEPTION_RECORD r = p->ExceptionRecord;

    if ((unsigned)r->ExceptionCode != EXCEPTION_ACCESS_VIOLATION || r->NumberParameters != 2) return 0;
    number("kind", (unsigned)r->ExceptionInformation[0]);
    number("at", (unsigned)r->ExceptionInformation[1]);
    return 1;
}
static void kinds(void)
{
    __try { readsAt((int *)0x120); } __except (whatKind(INFORMATION())) { }
    __try { writesAt((int *)0x230, 5); } __except (whatKind(INFORMATION())) { }
    __try { calls((void (*)(void))(ULONG_PTR)0x340); } __except (whatKind(INFORMATION())) { }
    __try { readsAt((int *)0x6666777788889999ULL); } __except (whatKind(INFORMATION())) { }
}

/* Two pages, the second is missing: the address is the first byte that is missing, and nothing of the store is done. */
static int across(int write)
{
    char *pages = VirtualAlloc(NULL, 0x2000, MEM_RESERVE, PAGE_NOACCESS);
    int result = 0;

    VirtualAlloc(pages, 0x1000, MEM_COMMIT, PAGE_READWRITE);
    __try {
        if (write) writesAt((int *)(pages + 0xFFE), -1); else readsAt((int *)(pages + 0xFFE));
    } __except ((PVOID)INFORMATION()->ExceptionRecord->ExceptionInformation[1] == pages + 0x1000) {
        result = pages[0xFFE] == 0 && pages[0xFFF] == 0;
    }
    VirtualFree(pages, 0, MEM_RELEASE);
    return result;
}
static int misaligned(void) { char room[16] = {0}; __try { writesAt((int *)(room + 1), 0x01020304); return readsAt((int *)(room + 1)) == 0x01020304 && room[4] == 1; } __except (1) { return -1; } }
static int noAccess(void)
{
    DWORD old, result = 0;
    int *page = VirtualAlloc(NULL, 0x1000, MEM_RESERVE | MEM_COMMIT, PAGE_READWRITE);

    *page = 5;
    VirtualProtect(page, 0x1000, PAGE_NOACCESS, &old);
    __try { result = readsAt(page); } __except (VirtualProtect(page, 0x1000, PAGE_READONLY, &old) ? EXCEPTION_CONTINUE_EXECUTION : 0) { }
    __try { writesAt(page, 6); } __except (VirtualProtect(page, 0x1000, PAGE_READWRITE, &old) ? EXCEPTION_CONTINUE_EXECUTION : 0) { }
    result = result * 10 + *page;
    VirtualFree(page, 0, MEM_RELEASE);
    __try { readsAt(page); } __except (1) { result += 100; }
    return (int)result;
}
static int guardOnce(PEXCEPTION_POINTERS p) { mark((unsigned)p->ExceptionRecord->ExceptionCode == STATUS_GUARD_PAGE_VIOLATION ? "guard" : "other"); return EXCEPTION_CONTINUE_EXECUTION; }
static void guardGoesOn(void)
{
    int *page = VirtualAlloc(NULL, 0x1000, MEM_RESERVE | MEM_COMMIT, PAGE_READWRITE | PAGE_GUARD);

    __try { writesAt(page, 3); writesAt(page + 1, 4); number("sum", page[0] + page[1]); } __except (guardOnce(INFORMATION())) { }
    VirtualFree(page, 0, MEM_RELEASE);
}
static int noException(void) { volatile double one = 1, none = 0; __try { one = one / none; return one > 1e300 && !CloseHandle((HANDLE)0x1234560); } __except (1) { return -1; } }
static int unsignedLimits(void) { volatile unsigned most = ~0u; volatile int least = -2147483647 - 1, minus = -1; __try { most += 1; least *= minus; return most == 0 && least < 0; } __except (1) { return -1; } }

/* An exception in a filter: the frames inside are asked again, with the mark of an exception in an exception. */
static int nested(PEXCEPTION_POINTERS p, int throws)
{
    number("c", (unsigned)p->ExceptionRecord->ExceptionCode & 0xFF);
    if (throws) throwIt(MY(2));
    return (unsigned)p->ExceptionRecord->ExceptionCode == MY(2);
}
static void filterThrowsOut(void)
{
    int first = 1;

    __try {
        __try { throwIt(MY(1)); } __finally { mark("fin"); }
    } __except (nested(INFORMATION(), first-- == 1)) {
        mark("h");
    }
}

static int recordChain(PEXCEPTION_POINTERS p) { PEXCEPTION_RECORD r = p->ExceptionRecord; number("outer", r->ExceptionCode); if (r->ExceptionRecord) number("inner", r->ExceptionRecord->ExceptionCode); return 1; }
static void raisesChain(void)
{
    EXCEPTION_RECORD inner = {0}, outer = {0};

    inner.ExceptionCode = MY(8);
    outer.ExceptionCode = MY(9);
    outer.ExceptionRecord = &inner;
    __try { RtlRaiseException(&outer); } __except (recordChain(INFORMATION())) { mark("h"); }
}
static int argumentsSeen(PEXCEPTION_POINTERS p, ULONG_PTR *wanted, unsigned count) { return p->ExceptionRecord->NumberParameters == count && memcmp(p->ExceptionRecord->ExceptionInformation, wanted, count * sizeof *wanted) == 0; }
static int allArguments(void)
{
    ULONG_PTR values[EXCEPTION_MAXIMUM_PARAMETERS];

    for (int i = 0; i < EXCEPTION_MAXIMUM_PARAMETERS; i++) values[i] = (ULONG_PTR)i * 0x123456789ULL;
    __try { RaiseException(MY(1), 0, EXCEPTION_MAXIMUM_PARAMETERS, values); } __except (argumentsSeen(INFORMATION(), values, EXCEPTION_MAXIMUM_PARAMETERS)) { return 1; }
    return 0;
}

__declspec(noinline) static int deeper(int depth) { volatile char room[3000]; room[0] = (char)depth; return deeper(depth + 1) + room[0]; }
static int overflowTwice(void)
{
    int n = 0;

    __try { deeper(0); } __except (GetExceptionCode() == EXCEPTION_STACK_OVERFLOW) { n++; }
    if (_resetstkoflw() == 0) return -1;
    __try { deeper(0); } __except (GetExceptionCode() == EXCEPTION_STACK_OVERFLOW) { n++; }
    return _resetstkoflw() != 0 ? n : -2;
}

/* Asked last, when no frame wants the exception; what it says counts as a filter's answer. */
static int *missing;
static LONG WINAPI lastFilter(PEXCEPTION_POINTERS p)
{
    mark("last");
    if ((unsigned)p->ExceptionRecord->ExceptionCode != EXCEPTION_ACCESS_VIOLATION) return EXCEPTION_EXECUTE_HANDLER;
    VirtualAlloc(missing, 0x1000, MEM_COMMIT, PAGE_READWRITE);
    return EXCEPTION_CONTINUE_EXECUTION;
}
static DWORD WINAPI unprotected(void *unused) { (void)unused; __try { writesAt(missing, 9); } __finally { mark(AbnormalTermination() ? "A" : "n"); } return *missing; }
static void lastResort(void)
{
    LPTOP_LEVEL_EXCEPTION_FILTER before = SetUnhandledExceptionFilter(lastFilter);
    HANDLE thread;
    DWORD code = 0;

    missing = VirtualAlloc(NULL, 0x1000, MEM_RESERVE, PAGE_NOACCESS);
    thread = CreateThread(NULL, 0, unprotected, NULL, 0, NULL);
    WaitForSingleObject(thread, INFINITE);
    GetExitCodeThread(thread, &code);
    CloseHandle(thread);
    number("code", code);
    if (SetUnhandledExceptionFilter(before) != lastFilter) mark("other");
}
static void filterByHand(void)
{
    LPTOP_LEVEL_EXCEPTION_FILTER before = SetUnhandledExceptionFilter(lastFilter);

    __try { throwIt(MY(1)); } __except (UnhandledExceptionFilter(INFORMATION())) { mark("h"); }
    SetUnhandledExceptionFilter(before);
}

int main(void)
{
    IS(restartsRead(), 3); IS(restartsDivide(), 3); IS(restartsBreak(), 3); IS(goesOnAfterRaise(), 2);
    RUN(breakpointPassed(), "step after step after"); RUN(breakpointPassedVectored(), "step after");
    RUN(filterFaults(), "c=e0000001 c=c0000005 o=c0000005 h"); RUN(kinds(), "kind=0 at=120 kind=1 at=230 kind=8 at=340 kind=0 at=ffffffff");
    IS(across(0), 1); IS(across(1), 1); IS(misaligned(), 1); IS(noAccess(), 156); RUN(guardGoesOn(), "guard sum=7"); IS(noException(), 1); IS(unsignedLimits(), 1);
    RUN(filterThrowsOut(), "c=1 c=2 fin h"); RUN(raisesChain(), "outer=e0000009 inner=e0000008 h"); IS(allArguments(), 1);
    IS(overflowTwice(), 2); RUN(lastResort(), "last n code=9"); RUN(filterByHand(), "last h");
    return REPORT();
}
