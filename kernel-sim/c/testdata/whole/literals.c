/* Literals of record types as initial values of static objects, `*p` of a void pointer, attributes in parentheses, alignment of variables. */
#include <stdio.h>

typedef struct {
    int a;
    char text[4];
    const char *name;
} Part;

typedef struct {
    Part first, second;
    int last;
} Whole;

static int shared;

Part one = (Part){1, "ab", "one"};
Whole both = {(Part){2, {1, 2}}, .second = (Part){.text = "xyz", .name = (char *)&shared}, 7};
Part many[] = {(Part){5}, [2] = (Part){6, "q"}};

#define OUTSIDE __attribute__((noinline))
static int three(void) { return 3; }
static int call(int(OUTSIDE *f)(void)) { return (int)((int(OUTSIDE *)(void))f)(); }

_Alignas(32) int wide;

int main(void)
{
    static Part inner = (Part){9, "s"};
    void *p = &inner;

    *p;
    p ? *p : *p;
    printf("%d\n", &*p == &inner);
    printf("%d %c %s\n", one.a, one.text[1], one.name);
    printf("%d %c %d %d\n", both.first.text[1], both.second.text[2], both.second.name == (char *)&shared, both.last);
    printf("%d %d %c %d\n", (int)(sizeof many / sizeof many[0]), many[2].a, many[2].text[0], many[1].a);
    printf("%d %s\n", inner.a, inner.text);
    printf("%d %d\n", call(three), (int)__alignof__(wide));
    printf("%d\n", _Generic(0 ? (int volatile *)0 : (void const *)0, void const volatile *: 1, default: 0));
    printf("%d\n", _Generic(0 ? (int volatile *)0 : (void *)0, int volatile *: 1, default: 0));
    printf("%d\n", (int)(sizeof(__INT_LEAST8_TYPE__) + sizeof(__UINT_FAST64_TYPE__)));
    return 0;
}
