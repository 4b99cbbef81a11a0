/* Linked list: dependent loads through pointers. */
#include <stdio.h>
#include <stdlib.h>

struct node {
    struct node *next;
    int value;
};

static struct node nodes[4096];

int main(int argc, char **argv)
{
    int rounds = argc > 1 ? atoi(argv[1]) : 1;
    for (int i = 0; i < 4096; i++) {
        nodes[i].value = i;
        nodes[i].next = &nodes[(i * 1237 + 11) % 4096];
    }
    int sum = 0;
    for (int r = 0; r < rounds; r++) {
        struct node *p = nodes;
        for (int i = 0; i < 20000; i++) {
            sum += p->value;
            p = p->next;
        }
    }
    printf("%d\n", sum);
    return 0;
}
