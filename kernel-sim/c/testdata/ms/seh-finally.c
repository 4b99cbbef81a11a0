/* Termination blocks: when they run, in which order, what AbnormalTermination says, every way out of a __try and out of a __finally. */
#include "check.h"
#include <setjmp.h>

#define A() mark(AbnormalTermination() ? "A" : "n")

static int normal(void) { int r = 1; __try { r = 2; } __finally { A(); r *= 10; } return r; }
static int leaves(void) { int r = 1; __try { r = 2; if (r) __leave; r = 3; } __finally { A(); r *= 10; } return r; }
static int leavesNested(void) { __try { __try { mark("in"); __leave; } __finally { A(); } mark("mid"); __leave; } __finally { A(); } return 4; }
static int leaveFromLoop(void) { __try { for (;;) { while (1) { __leave; } } } __finally { A(); } return 5; }
static int leaveFromSwitch(int v) { __try { switch (v) { case 1: mark("1"); __leave; default: mark("d"); } mark("end"); } __finally { A(); } return v; }
static int leaveExcept(void) { __try { mark("t"); __leave; } __except (1) { mark("no"); } mark("after"); return 1; }
static int leaveFromHandler(void) { __try { __try { throwIt(MY(1)); } __except (1) { mark("h"); __leave; } mark("no"); } __finally { A(); } return 1; }
static int leaveFromFinally(void) { int i = 0; __try { __try { mark("t"); } __finally { A(); __leave; } mark("no"); } __finally { A(); i = 6; } return i; }
static int leaveFromFinallyUnwinding(void) { __try { __try { throwIt(MY(1)); } __finally { A(); __leave; } mark("no"); } __finally { A(); } mark("on"); return 6; }
static int returns(void) { __try { return say("r", 7); } __finally { A(); } }
static int returnsVariable(void) { int r = 7; __try { return r; } __finally { A(); r = 9; } }
static int returnsNested(void) { __try { __try { __try { return say("r", 7); } __finally { A(); } } __finally { A(); } } __finally { A(); } }
static void returnsVoid(int early) { __try { if (early) return; mark("late"); } __finally { A(); } }
static int returnsFromExcept(void) { __try { __try { throwIt(MY(1)); } __except (1) { return say("h", 8); } } __finally { A(); } return 0; }
static long long returnsWide(void) { __try { return 0x123456789aLL; } __finally { A(); } }
static unsigned char returnsNarrow(int v) { __try { return (unsigned char)v; } __finally { A(); } }
static const char *returnsPointer(void) { __try { return "text"; } __finally { A(); } }
struct wide { long long a, b, c; };
static struct wide returnsRecord(int n) { struct wide w = {n, n + 1, n + 2}; __try { return w; } __finally { A(); w.b = 0; } }
static int gotoOut(void) { __try { mark("t"); goto out; } __finally { A(); } mark("no"); out: mark("out"); return 9; }
static int gotoOutOfTwo(void) { __try { __try { goto out; } __finally { mark("i"); A(); } } __finally { mark("o"); A(); } out: return 9; }
static int gotoBetween(void) { __try { __try { goto out; } __finally { mark("i"); A(); } mark("no"); out: mark("l"); } __finally { mark("o"); A(); } return 9; }
static int gotoInside(void) { int n = 0; __try { again: if (++n < 3) goto again; } __finally { A(); } return n; }
static int gotoFromExcept(void) { int n = 0; again: __try { throwIt(MY(1)); } __except (1) { if (++n < 3) goto again; } return n; }
static int gotoOutOfExceptTry(void) { __try { goto out; } __except (1) { mark("no"); } mark("no"); out: return 3; }
static int breaks(void) { int i; for (i = 0; i < 5; i++) { __try { if (i == 2) break; mark("b"); } __finally { A(); } } return i; }
static int continues(void) { int n = 0; for (int i = 0; i < 4; i++) { __try { if (i & 1) continue; n += i; } __finally { A(); } n += 10; } return n; }
static int breaksSwitch(void) { switch (1) { case 1: __try { mark("t"); break; } __finally { A(); } mark("no"); } mark("end"); return 1; }
static int whileContinue(void) { int i = 0; while (i < 3) { __try { i++; continue; } __finally { A(); } } do { __try { i++; continue; } __finally { A(); } } while (i < 5); return i; }

#pragma warning(disable: 4532)
static int returnInFinally(void) { __try { mark("t"); } __finally { A(); return 11; } }
static int returnInFinallyOverReturn(void) { __try { return 1; } __finally { A(); return 2; } }
static int returnInFinallyEndsUnwind(void) { __try { throwIt(MY(1)); } __finally { A(); return 12; } return 0; }
static int swallow(void) { __try { returnInFinallyEndsUnwind(); mark("swallowed"); } __except (say("f", 1)) { mark("no"); } return 0; }
static int returnInFinallyDeep(void) { __try { __try { __try { throwIt(MY(1)); } __finally { mark("1"); } } __finally { mark("2"); return 13; } } __finally { mark("3"); A(); } return 0; }
static int callsDeep(void) { __try { return returnInFinallyDeep(); } __except (say("f", 1)) { return -1; } }
static int gotoOutOfFinally(void) { __try { throwIt(MY(1)); } __finally { A(); goto out; } mark("no"); out: mark("out"); return 14; }
static int gotoOutOfFinallyNormal(void) { __try { __try { mark("t"); } __finally { A(); goto out; } mark("no"); } __finally { A(); } mark("no"); out: return 15; }
static int gotoOuterTryFromFinally(void) { __try { __try { throwIt(MY(1)); } __finally { A(); goto in; } mark("no"); in: mark("in"); } __finally { A(); } return 15; }
static int breakOutOfFinally(void) { int i; for (i = 0; i < 5; i++) { __try { throwIt(MY(1)); } __finally { A(); if (i == 2) break; continue; } } return i; }
static int breakAtEndOfOuter(void) { __try { while (1) { __try { mark("t"); } __finally { A(); break; } } } __finally { mark("o"); A(); } return 1; }
static int continueOutOfFinally(void) { int n = 0; for (int i = 0; i < 3; i++) { __try { n++; } __finally { A(); continue; } n += 100; } return n; }
static struct wide recordFromFinally(void) { struct wide w = {1, 2, 3}; __try { throwIt(MY(1)); } __finally { w.c = 30; return w; } }
static int finallyInFinallyOut(void) { for (int i = 0; i < 2; i++) { __try { mark("t"); } __finally { __try { mark("u"); } __finally { A(); continue; } mark("no"); } } return 2; }
static int returnFromInnerFinally(void) { __try { throwIt(MY(1)); } __finally { __try { throwIt(MY(2)); } __finally { A(); return 16; } } return 0; }
static char *buffered(char *out) { char text[40]; __try { strcpy(text, "cookie"); throwIt(MY(1)); } __finally { strcpy(out, text); return out; } }

static void level(int n) { __try { if (n == 0) throwIt(MY(3)); level(n - 1); mark("no"); } __finally { number("l", n); A(); } }
static int unwindsFrames(void) { __try { level(3); } __except (say("f", 1)) { mark("h"); } return 0; }
static int filterBeforeFinally(void) { int x = 1; __try { __try { x = 2; throwIt(MY(1)); } __finally { mark("fin"); x = 3; } } __except (number("x", x), 1) { number("x", x); } return 0; }
static int noHandlerRunsNothing(void) { __try { __try { throwIt(MY(1)); } __finally { mark("fin"); } } __except (say("f", -1)) { } mark("end"); return 0; }
static int finallyThrows(void) { __try { __try { throwIt(MY(1)); } __finally { mark("fin"); throwIt(MY(2)); mark("no"); } } __except (number("f", GetExceptionCode()), 1) { number("h", GetExceptionCode()); } return 0; }
static int finallyThrowsNormally(void) { __try { __try { mark("t"); } __finally { A(); throwIt(MY(2)); } } __except (1) { number("h", GetExceptionCode()); } return 0; }
static int collided(void)
{
    __try { __try { __try { __try { throwIt(MY(1)); } __finally { mark("a"); throwIt(MY(2)); } } __finally { mark("b"); A(); } } __except (GetExceptionCode() == MY(2)) { number("h", GetExceptionCode()); } mark("on"); }
    __except (1) { mark("no"); }
    return 0;
}
static int collidedTwice(void) { __try { __try { __try { throwIt(MY(1)); } __finally { throwIt(MY(2)); } } __finally { throwIt(MY(3)); } } __except (number("f", GetExceptionCode()), GetExceptionCode() == MY(3)) { mark("h"); } return 0; }
static void thrower(void) { __try { throwIt(MY(1)); } __finally { mark("t"); throwIt(MY(2)); } }
static void between(void) { __try { thrower(); } __finally { mark("b"); A(); } }
static int collidedFrames(void) { __try { __try { between(); } __except (number("i", GetExceptionCode()), GetExceptionCode() == MY(1)) { mark("no"); } } __except (number("o", GetExceptionCode()), 1) { mark("h"); } return 0; }
static int caughtInFinally(void) { __try { __try { throwIt(MY(1)); } __finally { __try { throwIt(MY(2)); } __except (1) { number("in", GetExceptionCode()); } A(); } } __except (1) { number("out", GetExceptionCode()); } return 0; }
static int finallyInFinally(void) { __try { __try { throwIt(MY(1)); } __finally { __try { mark("x"); } __finally { A(); } A(); } } __except (1) { mark("h"); } return 0; }
static int abnormalKept(void) { int v = 5; __try { __try { throwIt(MY(1)); } __finally { v = AbnormalTermination(); throwIt(MY(2)); } } __except (1) { } return v; }
static int abnormalTwo(void) { __try { __try { mark("t"); } __finally { A(); throwIt(MY(1)); } } __except (1) { mark("h"); } return 0; }
static int finallySeesLocals(void) { int a[4] = {1, 2, 3, 4}, s = 0; __try { a[2] = 30; throwIt(MY(1)); } __finally { for (int i = 0; i < 4; i++) s += a[i]; return s; } return 0; }
static int loopTries(void) { int n = 0; for (int i = 0; i < 10; i++) { __try { __try { if (i % 3 == 0) throwIt(MY(i)); n++; } __finally { n += 100; } } __except (GetExceptionCode() == MY(i)) { n += 10000; } } return n; }

static jmp_buf place;
static void jumps(int v) { __try { longjmp(place, v); } __finally { mark("fin"); A(); } }
static int longJump(void) { int r = setjmp(place); if (r == 0) { __try { jumps(3); } __finally { mark("mine"); A(); } mark("no"); } return r; }
static int longJumpOutOfHandler(void) { int r = setjmp(place); if (r == 0) { __try { throwIt(MY(1)); } __except (1) { mark("h"); longjmp(place, 4); } } return r; }
static int filterJumps(void) { longjmp(place, 5); }
static int longJumpOutOfFilter(void) { int r = setjmp(place); if (r == 0) { __try { __try { throwIt(MY(1)); } __finally { mark("fin"); } } __except (filterJumps()) { mark("no"); } } return r; }
static int longJumpOutOfFinally(void) { int r = setjmp(place); if (r == 0) { __try { __try { throwIt(MY(1)); } __finally { mark("fin"); longjmp(place, 6); } } __except (1) { mark("no"); } } return r; }
static int longJumpInside(void) { __try { if (setjmp(place) == 0) longjmp(place, 1); mark("in"); } __finally { A(); } return 7; }

static void run(void)
{
    struct wide w;
    char text[40];

    RUN(normal(), "n"); IS(normal(), 20); RUN(leaves(), "n"); IS(leaves(), 20); RUN(leavesNested(), "in n mid n"); RUN(leaveFromLoop(), "n");
    RUN(leaveFromSwitch(1), "1 n"); RUN(leaveFromSwitch(2), "d end n"); RUN(leaveExcept(), "t after"); RUN(leaveFromHandler(), "h n");
    RUN(leaveFromFinally(), "t n n"); RUN(leaveFromFinallyUnwinding(), "A n on");
    RUN(returns(), "r A"); IS(returns(), 7); IS(returnsVariable(), 7); RUN(returnsNested(), "r A A A"); RUN(returnsVoid(1), "A"); RUN(returnsVoid(0), "late n");
    RUN(returnsFromExcept(), "h A"); IS(returnsFromExcept(), 8); IS(returnsWide(), 0x123456789aLL); IS(returnsNarrow(300), 44); IS(strcmp(returnsPointer(), "text"), 0);
    done[0] = 0; w = returnsRecord(4); expectLog("returnsRecord", "A"); expectValue("returnsRecord", w.a * 100 + w.b * 10 + w.c, 456);
    RUN(gotoOut(), "t A out"); RUN(gotoOutOfTwo(), "i A o A"); RUN(gotoBetween(), "i A l o n"); RUN(gotoInside(), "n"); IS(gotoFromExcept(), 3); IS(gotoOutOfExceptTry(), 3);
    RUN(breaks(), "b n b n A"); IS(breaks(), 2); RUN(continues(), "n A n A"); IS(continues(), 22); RUN(breaksSwitch(), "t A end"); IS(whileContinue(), 5);
    IS(returnInFinally(), 11); IS(returnInFinallyOverReturn(), 2); IS(returnInFinallyEndsUnwind(), 12); RUN(swallow(), "f A swallowed");
    RUN(callsDeep(), "f 1 2 3 A"); IS(callsDeep(), 13); RUN(gotoOutOfFinallyNormal(), "t n A");
    IS(breakOutOfFinally(), 2); RUN(breakAtEndOfOuter(), "t n o n"); IS(continueOutOfFinally(), 3); RUN(finallyInFinallyOut(), "t u n t u n");
    RUN(gotoOutOfFinally(), "A out"); RUN(gotoOuterTryFromFinally(), "A in n"); w = recordFromFinally(); expectValue("recordFromFinally", w.a + w.c, 31); IS(returnFromInnerFinally(), 16);
    expectValue("buffered", strcmp(buffered(text), "cookie"), 0);
    RUN(unwindsFrames(), "f l=0 A l=1 A l=2 A l=3 A h"); RUN(filterBeforeFinally(), "x=2 fin x=3"); RUN(noHandlerRunsNothing(), "f fin end");
    RUN(finallyThrows(), "f=e0000001 fin f=e0000002 h=e0000002"); RUN(finallyThrowsNormally(), "t n h=e0000002"); RUN(collided(), "a b A h=e0000002 on");
    RUN(collidedTwice(), "f=e0000001 f=e0000002 f=e0000003 h");
    RUN(collidedFrames(), "i=e0000001 t i=e0000002 o=e0000002 b A h"); RUN(caughtInFinally(), "in=e0000002 A out=e0000001"); RUN(finallyInFinally(), "x n A h");
    IS(abnormalKept(), 1); RUN(abnormalTwo(), "t n h"); IS(finallySeesLocals(), 37); IS(loopTries(), 41006);
    RUN(longJump(), "fin A mine A"); IS(longJump(), 3); RUN(longJumpOutOfHandler(), "h"); IS(longJumpOutOfFilter(), 5); RUN(longJumpOutOfFilter(), "fin"); RUN(longJumpOutOfFinally(), "fin"); RUN(longJumpInside(), "in n");
}

int main(void)
{
    /* A __finally that ends an unwind needs somebody who began it. */
    __try { run(); } __except (1) { failures++; printf("unexpected %x: %s\n", GetExceptionCode(), done); }
    return REPORT();
}
