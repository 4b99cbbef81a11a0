/* Many frames and many blocks: the order of what runs, exceptions that replace others, loops and switches around and inside of blocks. */
#include "check.h"

#define A() mark(AbnormalTermination() ? "A" : "n")

static int loopBothWays(void)
{
    int sum = 0;

    for (int i = 0; i < 5; i++) {
        __try {
            if (i == 2) continue;
            if (i == 4) break;
            sum += i;
        } __finally {
            sum += 10;
        }
    }
    return sum;
}

static int finals;

static int descends(int n)
{
    int result = 0;

    if (n == 0) throwIt(MY(7));
    __try {
        result = descends(n - 1);
    } __finally {
        finals++;
    }
    return result;
}

static int unwindsTwenty(void)
{
    finals = 0;
    __try { descends(20); } __except (1) { finals += 100; }
    return finals;
}

static int switchFallsOn(int key)
{
    int sum = 0;

    switch (key) {
    case 0:
        __try { sum = 1; break; } __finally { sum += 10; }
    case 1:
        sum += 100;
        __try { throwIt(MY(3)); } __except (1) { sum += 1000; }
        break;
    default:
        __try { return 5; } __finally { finals = 77; }
    }
    return sum;
}

static int digits(void)
{
    int s = 0;

    __try {
        __try {
            __try { throwIt(MY(1)); } __finally { s = s * 10 + 1; }
        } __finally {
            s = s * 10 + 2;
        }
    } __except (s = s * 10 + 3, 1) {
        s = s * 10 + 4;
    }
    return s;
}

#define OPEN3 __try { __try { __try {
#define CLOSE3 } __finally { n++; } } __finally { n++; } } __finally { n++; }

static int eighteenDeep(void)
{
    int n = 0;

    __try { OPEN3 OPEN3 OPEN3 OPEN3 OPEN3 OPEN3 throwIt(MY(4)); CLOSE3 CLOSE3 CLOSE3 CLOSE3 CLOSE3 CLOSE3 } __except (GetExceptionCode() == MY(4)) { n += 100; }
    return n;
}

static void replacesTwice(void)
{
    __try {
        __try {
            __try { throwIt(MY(1)); } __finally { mark("a"); throwIt(MY(2)); }
        } __finally {
            mark("b");
            throwIt(MY(3));
        }
    } __except (number("f", GetExceptionCode()), 1) {
        mark("h");
    }
}

static int breaksOutOfTwoHandled(void)
{
    int caught = 0, rounds = 0;

    while (1) {
        __try {
            __try {
                if (++rounds > 3) break;
                throwIt(MY(1));
            } __except (rounds < 3) {
                caught += 1;
            }
        } __except (1) {
            caught += 10;
        }
    }
    return caught * 10 + rounds;
}

static int continueInDo(void)
{
    int s = 0;

    do {
        __try { s++; continue; } __finally { s += 10; }
    } while (s < 30);
    return s;
}

/* Three functions: each with a __finally, the middle one with an __except that turns one code away and takes another. */
static void innermost(unsigned code)
{
    __try { throwIt(code); } __finally { mark("i"); A(); }
}

static void middle(unsigned code)
{
    __try {
        __try { innermost(code); } __except (GetExceptionCode() == MY(1)) { mark("m"); }
        mark("on");
    } __finally {
        A();
    }
}

static void outermost(unsigned code)
{
    __try { middle(code); mark("back"); } __except (say("o", 1)) { mark("h"); }
}

/* Each level takes its own code only. */
static int levelled(int level, unsigned code)
{
    __try {
        if (level == 0) throwIt(code);
        return levelled(level - 1, code);
    } __except (GetExceptionCode() == MY(level)) {
        return level * 100;
    }
}

/* Each level answers with an exception of its own, one more than what it took. */
static void climbs(int level)
{
    unsigned code = 0;

    __try {
        if (level == 0) throwIt(MY(0));
        climbs(level - 1);
    } __except (code = GetExceptionCode(), 1) {
        throwIt(code + 1);
    }
}

static int climbed(void)
{
    unsigned code = 0;

    __try { climbs(9); } __except (code = GetExceptionCode(), 1) { }
    return (int)(code - MY(0));
}

static int returnsFromHandlerInFinally(void)
{
    for (int i = 0; i < 10; i++) {
        __try {
            __try { if (i == 4) throwIt(MY(1)); } __except (1) { return i; }
        } __finally {
            finals = i;
        }
    }
    return -1;
}

static int gotoFromHandlerThroughFinally(void)
{
    int tries = 0;

again:
    __try {
        __try { if (tries++ < 2) throwIt(MY(1)); } __except (1) { mark("h"); goto again; }
        mark("last");
    } __finally {
        A();
    }
    return tries;
}

static void continueInHandler(void)
{
    for (int i = 0; i < 3; i++) {
        __try {
            __try { throwIt(MY(i)); } __except (1) { if (i == 1) continue; mark("h"); }
            mark("e");
        } __finally {
            A();
        }
    }
}

static int switchInsideLoop(int limit)
{
    int seen = 0;

    for (int i = 0; i < limit; i++) {
        __try {
            switch (i) {
            case 0: seen += 1; break;
            case 1: seen += 10; continue;
            case 2: throwIt(MY(2));
            case 3: seen += 1000; __leave;
            default: return seen + 5;
            }
            seen += 100000;
        } __except (1) {
            seen += 100;
        }
        seen += 1000000;
    }
    return seen;
}

static void finallyOfFinallys(void)
{
    __try {
        __try {
            __try { throwIt(MY(1)); } __finally {
                __try {
                    __try { throwIt(MY(2)); } __finally { mark("x"); A(); }
                } __except (say("f", 1)) {
                    mark("h2");
                }
                A();
            }
        } __finally {
            mark("y");
            A();
        }
    } __except (1) {
        mark("h1");
    }
}

static void handlerOfHandler(void)
{
    __try { throwIt(MY(1)); } __except (number("a", GetExceptionCode()), 1) {
        __try { throwIt(MY(2)); } __except (number("b", GetExceptionCode()), 1) {
            __try { throwIt(MY(3)); } __except (number("c", GetExceptionCode()), 1) { mark("in"); }
        }
    }
}

static void leaveTwice(void)
{
    __try {
        __try { __leave; } __except (1) { mark("no"); }
        mark("a");
        __leave;
        mark("no");
    } __finally {
        A();
    }
}

/* A __finally that throws under a handler that wants both: only the second one gets there. */
static int throwInFinally(void)
{
    int s = 0;

    __try {
        __try { throwIt(MY(1)); } __finally { s = 1; throwIt(MY(5)); s = 9; }
    } __except (number("f", GetExceptionCode()), GetExceptionCode() == MY(5) || s == 0) {
        s += 10;
    }
    return s;
}

int main(void)
{
    IS(loopBothWays(), 54); IS(unwindsTwenty(), 120);
    IS(switchFallsOn(0), 11); IS(switchFallsOn(1), 1100); IS(switchFallsOn(2), 5); IS(finals, 77);
    IS(digits(), 3124); IS(eighteenDeep(), 118); RUN(replacesTwice(), "f=e0000001 a f=e0000002 b f=e0000003 h");
    IS(breaksOutOfTwoHandled(), 124); IS(continueInDo(), 33);
    RUN(outermost(MY(1)), "i A m on n back"); RUN(outermost(MY(2)), "o i A A h");
    IS(levelled(5, MY(3)), 300); IS(levelled(5, MY(0)), 0); IS(levelled(5, MY(5)), 500); IS(climbed(), 10);
    IS(returnsFromHandlerInFinally(), 4); IS(finals, 4); RUN(gotoFromHandlerThroughFinally(), "h A h A last n"); IS(gotoFromHandlerThroughFinally(), 3);
    RUN(continueInHandler(), "h e n A h e n"); IS(switchInsideLoop(1), 1100001); IS(switchInsideLoop(4), 3101111); IS(switchInsideLoop(9), 3101116);
    RUN(finallyOfFinallys(), "f x A h2 A y A h1"); RUN(handlerOfHandler(), "a=e0000001 b=e0000002 c=e0000003 in"); RUN(leaveTwice(), "a n");
    RUN(throwInFinally(), "f=e0000001 f=e0000005"); IS(throwInFinally(), 11);
    return REPORT();
}
