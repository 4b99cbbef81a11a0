/* What variables, arguments, results and half-done expressions hold when an exception comes in between; _alloca; longjmp over several frames. */
#include "check.h"
#include <malloc.h>
#include <setjmp.h>

#define A() mark(AbnormalTermination() ? "A" : "n")

static int fails(int value)
{
    throwIt(MY(value));
    return value;
}

static long long kinds(void)
{
    int array[4] = {1, 2, 3, 4};
    long long wide = 5;
    float single = 1.5f;
    char narrow = 'a';
    struct { short s; char text[6]; } record = {1, "old"};

    __try {
        array[2] = 30;
        wide = 1LL << 40;
        single = 2.5f;
        narrow = 'b';
        record.s = -2;
        strcpy(record.text, "new");
        throwIt(MY(1));
        array[2] = 0;
        wide = 0;
    } __except (1) {
    }
    return array[2] + (wide >> 38) + (long long)(single * 2) + narrow + record.s + record.text[0];
}

static int assignmentNotDone(void) { int a = 7; __try { a = fails(3); } __except (1) { } return a; }
static int compoundNotDone(void) { int a = 7; __try { a += fails(3); } __except (1) { } return a; }
static int elementNotDone(void) { int a[3] = {1, 2, 3}; __try { a[1] = a[0] + fails(3); } __except (1) { } return a[1]; }
static int commaDone(void) { int a = 1, b = 1; __try { a = 5, b = fails(2), a = 9; } __except (1) { } return a * 10 + b; }
static int andStops(void) { int a = 0; __try { if ((a = 1) && fails(1) && (a = 2)) a = 3; } __except (1) { a += 10; } return a; }
static int loopCondition(void) { int n = 0; __try { while (n < 3 || fails(n)) n++; } __except (GetExceptionCode() == MY(3)) { n += 100; } return n; }
static int loopStep(void) { int n = 0; __try { for (int i = 0; ; i = i < 2 ? i + 1 : fails(i)) n++; } __except (GetExceptionCode() == MY(2)) { n += 100; } return n; }
static int switchOperand(void) { __try { switch (fails(1)) { case 1: return 1; default: return 2; } } __except (1) { return 3; } }
static int returnOperand(void) { __try { return fails(1); } __except (1) { mark("h"); } return 4; }
static int returnOperandFinally(void) { __try { __try { return fails(1); } __finally { A(); } } __except (1) { return 5; } }
static int initializer(void) { int before = 2; __try { int a = fails(1), b = 3; return a + b; } __except (1) { return before; } }
static int argumentsNotPassed(void) { char text[8] = "same"; __try { sprintf(text, "%d %d", 1, fails(2)); } __except (1) { } return strcmp(text, "same"); }
static int conditional(int x) { int r = 0; __try { r = x ? 1 : fails(1); } __except (1) { r = 2; } return r; }

struct six { int v[6]; };
static struct six filled(int n) { struct six s; for (int i = 0; i < 6; i++) s.v[i] = n + i; if (n == 50) throwIt(MY(1)); return s; }
static int recordNotDone(void) { struct six s = filled(1); __try { s = filled(50); } __except (1) { } return s.v[0] * 10 + s.v[5]; }
static int recordArgument(struct six s) { __try { s.v[3] = 9; throwIt(MY(1)); } __except (s.v[3] == 9) { return s.v[0] + s.v[3]; } return 0; }
static int recordCallers(void) { struct six s = filled(1); int r = recordArgument(s); return r * 10 + s.v[3]; }
static struct six recordFromHandler(void) { __try { return filled(50); } __except (1) { return filled(20); } }

static int stays(int *volatile *seen) { return seen != NULL && **seen == 12; }
static int pointerToLocal(void)
{
    int inner = 1, *volatile p = &inner;

    __try { *p = 12; throwIt(MY(1)); } __except (stays(&p)) { return inner + 1; }
    return 0;
}

static int outParameter(int *out) { *out = 4; throwIt(MY(1)); *out = 5; return 1; }
static int outKept(void) { int value = 0; __try { outParameter(&value); } __except (1) { value += 10; } return value; }

static int manyParameters(char a, short b, int c, long long d, double e, float f, char *g, unsigned char h)
{
    __try {
        a++; b--; c *= 2; d <<= 1; e /= 2; f += 0.5f; g++; h += 10;
        throwIt(MY(1));
    } __except (a == 2 && b == 1 && c == 6 && d == 8 && e == 2.5 && f == 6.5f && *g == 'y' && h == 4) {
        return a + b + c + (int)d + (int)(e * 2) + (int)(f * 2) + *g + h;
    }
    return 0;
}

static int mixedVolatile(int rounds)
{
    volatile int counted = 0;
    int plain = 0;
    register int sum = 0;

    while (rounds-- > 0) {
        __try {
            counted++;
            plain += 2;
            sum += counted;
            if (counted == 2) throwIt(MY(1));
            sum += 100;
        } __except (plain == 4) {
            sum += 1000;
        }
    }
    return sum + counted + plain;
}

static int filterWritesHandlerReads(void)
{
    int found = 0, order = 0;

    __try {
        __try { throwIt(MY(1)); } __finally { order = order * 10 + 2; found += order; }
    } __except (order = order * 10 + 1, found = 100, 1) {
        order = order * 10 + 3;
    }
    return order * 1000 + found;
}

static int allocaKept(int n)
{
    char *room;

    __try {
        room = _alloca(n);
        memset(room, 'q', n);
        throwIt(MY(1));
    } __except (room[n - 1] == 'q') {
        return room[0] + n;
    }
    return 0;
}

static int allocaRounds(void)
{
    int sum = 0, *rooms[5];

    for (int i = 0; i < 5; i++) {
        __try {
            rooms[i] = _alloca(sizeof(int) * (i + 1));
            rooms[i][i] = i * i;
            if (i & 1) throwIt(MY(i));
        } __except (GetExceptionCode() == MY(i)) {
            sum += 100;
        }
    }
    for (int i = 0; i < 5; i++) sum += rooms[i][i];
    return sum;
}

static int variableArray(int n)
{
    int sum = 0;

    __try {
        int *a = _alloca(n * sizeof(int));
        for (int i = 0; i < n; i++) a[i] = i;
        __try { throwIt(MY(1)); } __finally { for (int i = 0; i < n; i++) sum += a[i]; }
    } __except (1) {
        sum += 1000;
    }
    return sum;
}

static jmp_buf place;
static void jumper(int depth) { __try { if (depth == 0) longjmp(place, 7); jumper(depth - 1); } __finally { A(); } }
static int jumpsOverFour(void) { volatile int kept = 3; int r = setjmp(place); if (r == 0) { kept = 4; jumper(3); } return r * 10 + kept; }
static void jumpFromHandler(void) { __try { __try { throwIt(MY(1)); } __except (1) { mark("h"); longjmp(place, 2); } } __finally { mark("o"); } }
static int jumpThroughOuter(void) { int r = setjmp(place); if (r == 0) jumpFromHandler(); return r; }
static int jumpToLoop(void) { volatile int n = 0; setjmp(place); __try { if (n++ < 3) longjmp(place, 1); } __finally { mark("f"); } return n; }
static int jumpBackIn(void) { volatile int n = 0; __try { mark("t"); setjmp(place); } __finally { A(); } if (n++ < 2) longjmp(place, 1); return n; }
static int jumpZero(void) { int r = setjmp(place); if (r == 0) { __try { longjmp(place, 0); } __finally { A(); } } return r; }
static void throwsBelow(void) { __try { throwIt(MY(1)); } __finally { A(); } }
static int catchThenJump(void) { int r = setjmp(place); if (r == 0) { __try { throwsBelow(); } __except (1) { mark("h"); } longjmp(place, 9); } return r; }

static int viaTable(int which)
{
    static int (*const table[])(int) = {fails, conditional, allocaKept};
    int r = -1;

    __try { r = table[which](which); } __except (1) { r = 50 + which; } return r;
}

int main(void)
{
    char text[] = "xyz";

    IS(kinds(), 30 + 4 + 5 + 'b' - 2 + 'n');
    IS(assignmentNotDone(), 7); IS(compoundNotDone(), 7); IS(elementNotDone(), 2); IS(commaDone(), 51); IS(andStops(), 11);
    IS(loopCondition(), 103); IS(loopStep(), 103); IS(switchOperand(), 3); RUN(returnOperand(), "h"); RUN(returnOperandFinally(), "A"); IS(returnOperandFinally(), 5);
    IS(initializer(), 2); IS(argumentsNotPassed(), 0); IS(conditional(1), 1); IS(conditional(0), 2);
    IS(recordNotDone(), 16); IS(recordCallers(), 104); IS(recordFromHandler().v[5], 25);
    IS(pointerToLocal(), 13); IS(outKept(), 14); IS(manyParameters(1, 2, 3, 4, 5.0, 6.0f, text, 250), 2 + 1 + 6 + 8 + 5 + 13 + 'y' + 4);
    IS(mixedVolatile(3), 1 + 100 + 2 + 1000 + 3 + 100 + 3 + 6); IS(filterWritesHandlerReads(), 123112);
    IS(allocaKept(100), 'q' + 100); IS(allocaRounds(), 230); IS(variableArray(10), 1045);
    RUN(jumpsOverFour(), "A A A A"); IS(jumpsOverFour(), 74); RUN(jumpThroughOuter(), "h o"); IS(jumpThroughOuter(), 2); RUN(jumpToLoop(), "f f f f"); IS(jumpToLoop(), 4); RUN(jumpBackIn(), "t n n n"); IS(jumpBackIn(), 3);
    RUN(jumpZero(), "A"); IS(jumpZero(), 1); RUN(catchThenJump(), "A h"); IS(catchThenJump(), 9); IS(viaTable(0), 50); IS(viaTable(1), 1);
    return REPORT();
}
