/*
 * wcrt0.c: the start of a program whose entry is wmain; see crt0.c.
 */
typedef unsigned short lab_wchar;
int wmain(int argc, lab_wchar **argv, lab_wchar **environment);
__declspec(dllimport) int *__p___argc(void);
__declspec(dllimport) lab_wchar ***__p___wargv(void);
__declspec(dllimport) lab_wchar ***__p__wenviron(void);
__declspec(dllimport) __declspec(noreturn) void exit(int status);

unsigned long mainCRTStartup(void *peb)
{
    (void)peb;
    exit(wmain(*__p___argc(), *__p___wargv(), *__p__wenviron()));
}
