/*
 * crt0.c: the start of every program whose entry is main: fetches arguments from the C run-time library, calls main, exits with what it
 * returns. Linked into each program and compiled with the learner's own macros, hence without headers.
 */
int main(int argc, char **argv, char **environment);
__declspec(dllimport) int *__p___argc(void);
__declspec(dllimport) char ***__p___argv(void);
__declspec(dllimport) char ***__p__environ(void);
__declspec(dllimport) __declspec(noreturn) void exit(int status);

unsigned long mainCRTStartup(void *peb)
{
    (void)peb;
    exit(main(*__p___argc(), *__p___argv(), *__p__environ()));
}
