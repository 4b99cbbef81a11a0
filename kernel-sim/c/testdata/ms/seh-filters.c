/* Filters: their values, what they see, what they may do; continuing; the search outwards. */
#include "check.h"

static int zeroFilter(void) { __try { __try { throwIt(MY(1)); } __except (EXCEPTION_CONTINUE_SEARCH) { return 1; } } __except (1) { return 2; } return 3; }
static int anyPositive(void) { __try { throwIt(MY(1)); } __except (say("f", 77)) { mark("h"); } return 0; }
static int anyNegative(void) { __try { throwIt(MY(1)); mark("on"); } __except (say("f", -77)) { mark("h"); } return 0; }
static int constantContinue(void) { int r = 0; __try { throwIt(MY(1)); r = 5; } __except (EXCEPTION_CONTINUE_EXECUTION) { r = 9; } return r; }
static int longLongFilter(void) { __try { throwIt(MY(1)); } __except ((int)0x100000001LL) { return 1; } return 2; }
static int charFilter(char c) { __try { throwIt(MY(1)); } __except (c) { return 1; } return 2; }
static int boolFilter(int a, int b) { __try { throwIt(MY(1)); } __except (a == b) { return 1; } return 2; }
static int logicFilter(unsigned code) { __try { throwIt(code); } __except (GetExceptionCode() == MY(1) || GetExceptionCode() == MY(2) ? 1 : 0) { return 1; } return 2; }
static int outerOf(unsigned code) { __try { return logicFilter(code); } __except (1) { return 3; } }
static int commaFilter(void) { int n = 0; __try { throwIt(MY(1)); } __except (n++, n++, n == 2) { return n; } return -1; }
static int assignFilter(void) { unsigned code = 0; __try { throwIt(MY(7)); } __except (code = GetExceptionCode(), 1) { return code == MY(7); } return -1; }
static int codeInBoth(void) { __try { throwIt(MY(3)); } __except (GetExceptionCode() == MY(3)) { return GetExceptionCode() == MY(3); } return -1; }
static int codeAsArgument(unsigned a, unsigned b) { return a == b; }
static int codePassed(void) { __try { throwIt(MY(4)); } __except (codeAsArgument(GetExceptionCode(), MY(4))) { return codeAsArgument(MY(4), GetExceptionCode()); } return -1; }
static int switchOn(unsigned code) { switch (code) { case MY(1): return EXCEPTION_EXECUTE_HANDLER; case MY(2): return EXCEPTION_CONTINUE_EXECUTION; default: return EXCEPTION_CONTINUE_SEARCH; } }
static int switched(unsigned code) { int r = 10; __try { __try { throwIt(code); r += 1; } __except (switchOn(GetExceptionCode())) { r += 2; } } __except (1) { r += 4; } return r; }

static int readsLocals(int parameter)
{
    int local = 5, array[3] = {1, 2, 3};
    struct { int x, y; } pair = {7, 8};
    __try { local = 6; array[1] = 20; pair.y = 80; parameter++; throwIt(MY(1)); }
    __except (local == 6 && array[1] == 20 && pair.y == 80 && parameter == 4) { return local + array[1] + pair.y + parameter; }
    return -1;
}
static int writesLocals(void) { int a = 1, b[2] = {1, 1}; __try { throwIt(MY(1)); } __except (a = 5, b[1] = 6, 1) { return a * 10 + b[1]; } return -1; }
static int helper(int *p) { *p += 40; return 1; }
static int addressOfLocal(void) { int a = 2; __try { throwIt(MY(1)); } __except (helper(&a)) { return a; } return -1; }

static int seen(PEXCEPTION_POINTERS p, unsigned code, unsigned flags, unsigned count, ULONG_PTR first)
{
    PEXCEPTION_RECORD r = p->ExceptionRecord;
    if ((unsigned)r->ExceptionCode != code) mark("code");
    if (r->ExceptionFlags != flags) number("flags", r->ExceptionFlags);
    if (r->NumberParameters != count) number("count", r->NumberParameters);
    if (count > 0 && r->ExceptionInformation[0] != first) mark("first");
    if (r->ExceptionRecord != NULL) mark("chain");
    if (r->ExceptionAddress == NULL) mark("address");
    if (p->ContextRecord == NULL || p->ContextRecord->Rip == 0 || p->ContextRecord->Rsp == 0) mark("context");
    return 1;
}
static void information(unsigned flags, unsigned count)
{
    ULONG_PTR arguments[20] = {11, 22, 33};
    __try { RaiseException(MY(5), flags, count, count ? arguments : NULL); }
    __except (seen(GetExceptionInformation(), MY(5), flags, count > 15 ? 15 : count, 11)) { mark("h"); }
}
static void nullArguments(void) { __try { RaiseException(MY(5), 0, 3, NULL); } __except (seen(GetExceptionInformation(), MY(5), 0, 0, 0)) { mark("h"); } }
static void reservedBit(void) { __try { RaiseException(0xF0000005, 0, 0, NULL); } __except (1) { number("code", GetExceptionCode()); } }
static int stackOrder(PEXCEPTION_POINTERS p, char *local) { return p->ContextRecord->Rsp <= (ULONG_PTR)local + 4096 && (char *)&p < local; }
static int contextOfHere(void) { char here[8] = {0}; __try { throwIt(MY(1)); } __except (stackOrder(GetExceptionInformation(), here)) { return 1; } return 0; }
static EXCEPTION_RECORD kept; static CONTEXT keptContext;
static int keep(PEXCEPTION_POINTERS p) { kept = *p->ExceptionRecord; keptContext = *p->ContextRecord; return 1; }
static int keptLater(void) { __try { ULONG_PTR a[2] = {5, 6}; RaiseException(MY(6), 0, 2, a); } __except (keep(GetExceptionInformation())) { return (unsigned)kept.ExceptionCode == MY(6) && kept.ExceptionInformation[1] == 6 && keptContext.Rsp != 0; } return 0; }

static int deep(int n) { if (n == 0) throwIt(MY(8)); return deep(n - 1) + 1; }
static int throughFrames(void) { __try { return deep(50); } __except (GetExceptionCode() == MY(8)) { return 500; } }
static int searchOrder(void)
{
    __try { __try { __try { throwIt(MY(1)); } __except (say("a", 0)) { mark("ha"); } } __except (say("b", 0)) { mark("hb"); } } __except (say("c", 1)) { mark("hc"); }
    return 0;
}
static void inner(void) { __try { throwIt(MY(1)); } __except (say("in", 0)) { mark("no"); } }
static void middle(void) { __try { inner(); } __except (say("mid", 0)) { mark("no"); } }
static int functionsOrder(void) { __try { middle(); } __except (say("out", 1)) { mark("h"); } return 0; }
static int continuesOuter(void) { __try { __try { throwIt(MY(1)); mark("on"); } __except (say("a", 0)) { mark("no"); } mark("end"); } __except (say("b", -1)) { mark("no"); } return 0; }
static int twice(void) { int n = 0; for (int i = 0; i < 3; i++) { __try { throwIt(MY(i)); n += 100; } __except (i == 1 ? EXCEPTION_CONTINUE_EXECUTION : EXCEPTION_EXECUTE_HANDLER) { n += 1; } } return n; }
static int handlerOnce(void) { int n = 0; __try { throwIt(MY(1)); } __except (1) { n++; } __try { throwIt(MY(2)); } __except (1) { n += GetExceptionCode() == MY(2) ? 10 : 0; } return n; }
static int siblings(void) { __try { mark("one"); } __except (say("no", 1)) { mark("no"); } __try { throwIt(MY(1)); } __except (say("yes", 1)) { mark("h"); } return 0; }
static int notEntered(void) { __try { } __except (say("no", 1)) { mark("no"); } mark("after"); return 0; }
static int noncontinuable(void)
{
    int first = 1;
    __try { RaiseException(MY(1), EXCEPTION_NONCONTINUABLE, 0, NULL); mark("no"); }
    __except (number("f", GetExceptionCode()), first ? (first = 0, EXCEPTION_CONTINUE_EXECUTION) : EXCEPTION_EXECUTE_HANDLER) { number("h", GetExceptionCode()); }
    return 0;
}
static int chained(PEXCEPTION_POINTERS p)
{
    if (p->ExceptionRecord->ExceptionRecord == NULL) return -1;
    number("chain", p->ExceptionRecord->ExceptionRecord->ExceptionCode);
    number("flags", p->ExceptionRecord->ExceptionFlags & 1);
    return 1;
}
static int noncontinuableChain(void) { __try { RaiseException(MY(9), EXCEPTION_NONCONTINUABLE, 0, NULL); } __except (chained(GetExceptionInformation())) { number("h", GetExceptionCode()); } return 0; }

int main(void)
{
    IS(zeroFilter(), 2); RUN(anyPositive(), "f h"); RUN(anyNegative(), "f on"); IS(constantContinue(), 5); IS(longLongFilter(), 1);
    IS(charFilter(1), 1); IS(charFilter(-1), 2); IS(boolFilter(3, 3), 1); IS(outerOf(MY(1)), 1); IS(outerOf(MY(2)), 1); IS(outerOf(MY(3)), 3);
    IS(commaFilter(), 2); IS(assignFilter(), 1); IS(codeInBoth(), 1); IS(codePassed(), 1); IS(switched(MY(1)), 12); IS(switched(MY(2)), 11); IS(switched(MY(3)), 14);
    IS(readsLocals(3), 6 + 20 + 80 + 4); IS(writesLocals(), 56); IS(addressOfLocal(), 42);
    RUN(information(0, 0), "h"); RUN(information(0, 3), "h"); RUN(information(EXCEPTION_NONCONTINUABLE, 1), "h"); RUN(information(0, 15), "h"); RUN(information(0, 20), "h");
    RUN(nullArguments(), "h"); RUN(reservedBit(), "code=e0000005"); IS(contextOfHere(), 1); IS(keptLater(), 1);
    IS(throughFrames(), 500); RUN(searchOrder(), "a b c hc"); RUN(functionsOrder(), "in mid out h"); RUN(continuesOuter(), "a b on end");
    IS(twice(), 102); IS(handlerOnce(), 11); RUN(siblings(), "one yes h"); RUN(notEntered(), "after");
    RUN(noncontinuable(), "f=e0000001 f=c0000025 h=c0000025"); RUN(noncontinuableChain(), "chain=e0000009 flags=1 h=c0000025");
    return REPORT();
}
