/* Functions that run before main and when the program exits, in their order. */
#include <stdio.h>
#include <stdlib.h>

static void plain(void) __attribute__((constructor));
static void plain(void) { printf("plain\n"); }
__attribute__((constructor(101))) static void first(void) { printf("first\n"); }
__attribute__((constructor(102))) static void second(void) { printf("second\n"); }
__attribute__((destructor)) static void late(void) { printf("late\n"); }
__attribute__((destructor(101))) static void last(void) { printf("last\n"); }
static void registered(void) { printf("registered\n"); }

int main(int argc, char **argv)
{
    printf("main %d %d\n", argc, argv[0] != 0);
    atexit(registered);
    exit(argc - 1);
}
