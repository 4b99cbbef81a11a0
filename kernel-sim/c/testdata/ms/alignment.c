/* Variables that are aligned beyond the stack's 16 bytes: where they lie, that they keep their values, in calls of any depth, in blocks and handlers. */
#include "check.h"
#include <stdint.h>

typedef struct {
    _Alignas(64) char text[64];
    int number;
} Line;

/* Bytes from the last multiple of `align`. */
static int off(const volatile void *p, unsigned align)
{
    return (int)((uintptr_t)p & (align - 1));
}

static int nested(int depth)
{
    __declspec(align(32)) int x = depth;
    _Alignas(128) char b[3] = {1, 2, 3};
    Line line = {"hello", 7};
    char tail[5] = "tail";
    int wrong = off(&x, 32) + off(b, 128) + off(&line, 64);

    if (depth > 0) {
        wrong += nested(depth - 1);
    }
    return wrong + (x != depth) + (b[2] != 3) + (line.number != 7) + (line.text[1] != 'e') + (tail[3] != 'l');
}

static int page(void)
{
    __declspec(align(4096)) unsigned char bytes[10] = {0};

    bytes[9] = 9;
    return off(bytes, 4096) * 100 + bytes[9] + bytes[0];
}

static int inLoop(void)
{
    int sum = 0;

    for (int i = 0; i < 3; i++) {
        _Alignas(32) int k = i + 1;

        sum = sum * 10 + k + off(&k, 32);
    }
    return sum;
}

static int guarded(void)
{
    volatile __declspec(align(64)) int v = 5;

    __try {
        v = 6;
        *(volatile int *)0 = 1;
    } __except (off(&v, 64) == 0 && v == 6 ? EXCEPTION_EXECUTE_HANDLER : EXCEPTION_CONTINUE_SEARCH) {
        v++;
    }
    __try {
        v *= 2;
    } __finally {
        v += off(&v, 64) + 1;
    }
    return v;
}

static int literal(int n)
{
    Line *line = &(Line){"abc", n};

    return off(line, 64) * 100 + line->number + line->text[2];
}

static int changed(int *p)
{
    return ++*p;
}

static int byAddress(void)
{
    _Alignas(256) int counter = 40;

    changed(&counter);
    return changed(&counter) + off(&counter, 256);
}

int main(void)
{
    IS(nested(0), 0);
    IS(nested(9), 0);
    IS(page(), 9);
    IS(inLoop(), 123);
    IS(guarded(), 15);
    IS(literal(3), 3 + 'c');
    IS(byAddress(), 42);
    return REPORT();
}
