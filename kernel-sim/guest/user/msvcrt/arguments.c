/*
 * arguments.c: the command line cut into arguments by Microsoft's rules, narrow and wide. Made when first asked for, by the start-up code
 * before any second thread exists.
 */
#include "crt.h"

static int CrtArgc;
static wchar_t **CrtWideArgv;
static char **CrtArgv;

/*
 * One argument from *line on: white space ends it outside quotes; 2n backslashes before a quote are n of them, 2n+1 are n and a quote; "" inside
 * quotes is a quote. The program's name (first) has no backslash rules. Writes to out if it is not NULL; returns the characters.
 */
static size_t CrtArgument(const wchar_t **line, int first, wchar_t *out)
{
    const wchar_t *p = *line;
    size_t n = 0;
    size_t slashes;
    size_t i;
    int quoted = 0;

    while (*p != 0 && (quoted || (*p != ' ' && *p != '\t'))) {
        for (slashes = 0; !first && p[slashes] == '\\';)
            slashes++;
        if (slashes != 0 && p[slashes] != '"') {
            for (i = 0; i < slashes; i++, n++) {
                if (out != NULL)
                    out[n] = '\\';
            }
            p += slashes;
            continue;
        }
        for (i = 0; i < slashes / 2; i++, n++) {
            if (out != NULL)
                out[n] = '\\';
        }
        p += slashes;
        if (*p == '"' && slashes % 2 == 0) {
            if (quoted && !first && p[1] == '"') {
                if (out != NULL)
                    out[n] = '"';
                n++;
                p += 2;
            } else {
                quoted = !quoted;
                p++;
            }
            continue;
        }
        if (out != NULL)
            out[n] = *p;
        n++;
        p++;
    }
    while (*p == ' ' || *p == '\t')
        p++;
    *line = p;
    return n;
}

static void CrtMakeArguments(void)
{
    const wchar_t *start = GetCommandLineW();
    const wchar_t *line = start;
    const wchar_t *before;
    size_t length;
    int i;
    int bytes;

    if (CrtWideArgv != NULL)
        return;
    for (CrtArgc = 0; *line != 0 || CrtArgc == 0; CrtArgc++)
        CrtArgument(&line, CrtArgc == 0, NULL);
    CrtWideArgv = calloc((size_t)CrtArgc + 1, sizeof(wchar_t *));
    CrtArgv = calloc((size_t)CrtArgc + 1, sizeof(char *));
    if (CrtWideArgv == NULL || CrtArgv == NULL)
        abort();
    line = start;
    for (i = 0; i < CrtArgc; i++) {
        before = line;
        length = CrtArgument(&line, i == 0, NULL);
        CrtWideArgv[i] = calloc(length + 1, sizeof(wchar_t));
        if (CrtWideArgv[i] == NULL)
            abort();
        CrtArgument(&before, i == 0, CrtWideArgv[i]);
        bytes = WideCharToMultiByte(CP_ACP, 0, CrtWideArgv[i], -1, NULL, 0, NULL, NULL);
        CrtArgv[i] = calloc((size_t)bytes + 1, 1);
        if (CrtArgv[i] == NULL)
            abort();
        WideCharToMultiByte(CP_ACP, 0, CrtWideArgv[i], -1, CrtArgv[i], bytes, NULL, NULL);
    }
}

int *__cdecl __p___argc(void)
{
    CrtMakeArguments();
    return &CrtArgc;
}

char ***__cdecl __p___argv(void)
{
    CrtMakeArguments();
    return &CrtArgv;
}

wchar_t ***__cdecl __p___wargv(void)
{
    CrtMakeArguments();
    return &CrtWideArgv;
}
