/* Names have the scope that the standard gives them, also those that an expression or a list of parameters declares; what has effects happens once. */
#include "lab.h"
typedef int T;
const int WIDE = 5;
struct S { int a[5]; } row[3] = { { { 1 } }, { { 2 } }, { { 3 } } };
_Alignas(0) int plain = 4;
_Bool yes = &plain, also = row;
enum Named { ONE __attribute__((deprecated)) = 1, THREE __attribute__((deprecated("old"))) = 3, };

static int list(enum { WIDE, WIDER } e) { return WIDER * 10 + e; }
static int again(enum { WIDE = 7, WIDER } e) { return WIDE * 10 + WIDER; }

static int choices(int z)
{
    if (z + sizeof(enum { A, B }))
        return z + B + sizeof(enum { B, A });
    return 0;
}

static int loops(void)
{
    while (sizeof(enum { T }) == 0)
        if (1)
            ;
        else
            ;
    T x = 1;
    for (int i = 0; i < 3; i++)
        x += (int)sizeof(enum { T = 2 });
    do
        x -= (int)sizeof(struct X { char T; });
    while (x > (int)sizeof(struct X { char T; }));
    switch (sizeof(enum { i })) {
    case 4:
        x += 50;
        __attribute__((fallthrough));
    default:
        x += 100;
    }
    T y = x;
    return y;
}

static int step(void)
{
    return ++(struct Two { unsigned x : 2; }){ 2 }.x;
}

int main(void)
{
    lab_out(list(0)); lab_out(again(0)); lab_out(WIDE); lab_out(choices(1)); lab_out(loops()); lab_out(step());
    lab_out(yes); lab_out(also); lab_out(plain); lab_out(ONE + THREE);
    int n = 2;
    row[2] = row[--n] = row[0];
    lab_out(n); lab_out(row[1].a[0]); lab_out(row[2].a[0]);
    struct S other = { { 8 } }, *p = row, x;
    x = *p++ = other; lab_out(p - row); lab_out(x.a[0]); lab_out(row[0].a[0]);
    lab_out((row[n++] = other).a[0]); lab_out(n);
    return 0;
}
