/*
 * environment.c: the variables of the environment. A program starts without any; what it sets lives in the library, narrow and wide side by
 * side, and is not seen by GetEnvironmentVariable. Names are compared without regard to case.
 */
#include "crt.h"

/* CrtCount strings "NAME=value" each, behind them NULL. */
static char *CrtNone[1];
static wchar_t *CrtNoneWide[1];
static char **CrtVariables = CrtNone;
static wchar_t **CrtWideVariables = CrtNoneWide;
static size_t CrtCount;

char ***__cdecl __p__environ(void)
{
    return &CrtVariables;
}

wchar_t ***__cdecl __p__wenviron(void)
{
    return &CrtWideVariables;
}

/* Index of the variable with this name; CrtCount if there is none. */
static size_t CrtFind(const char *name, size_t length)
{
    size_t i;

    for (i = 0; i < CrtCount; i++) {
        if (_strnicmp(CrtVariables[i], name, length) == 0 && CrtVariables[i][length] == '=')
            break;
    }
    return i;
}

char *__cdecl getenv(const char *name)
{
    size_t length;
    size_t i;

    if (name == NULL)
        return NULL;
    length = strlen(name);
    i = CrtFind(name, length);
    return i < CrtCount ? CrtVariables[i] + length + 1 : NULL;
}

wchar_t *__cdecl _wgetenv(const wchar_t *name)
{
    size_t length;
    size_t i;

    if (name == NULL)
        return NULL;
    length = wcslen(name);
    for (i = 0; i < CrtCount; i++) {
        if (_wcsnicmp(CrtWideVariables[i], name, length) == 0 && CrtWideVariables[i][length] == '=')
            return CrtWideVariables[i] + length + 1;
    }
    return NULL;
}

/* Puts text at i, or takes the variable there away (NULL). Both lists always have room for one more than they hold. */
static int CrtReplace(size_t i, const char *text)
{
    char *narrow;
    wchar_t *wide;

    if (text == NULL) {
        if (i == CrtCount)
            return 0;
        free(CrtVariables[i]);
        free(CrtWideVariables[i]);
        CrtCount--;
        memmove(CrtVariables + i, CrtVariables + i + 1, (CrtCount - i + 1) * sizeof(char *));
        memmove(CrtWideVariables + i, CrtWideVariables + i + 1, (CrtCount - i + 1) * sizeof(wchar_t *));
        return 0;
    }
    narrow = _strdup(text);
    wide = calloc(strlen(text) + 1, sizeof(wchar_t));
    if (narrow == NULL || wide == NULL)
        return -1;
    mbstowcs(wide, text, strlen(text));
    if (i == CrtCount) {
        char **variables = calloc(CrtCount + 2, sizeof(char *));
        wchar_t **wideVariables = calloc(CrtCount + 2, sizeof(wchar_t *));

        if (variables == NULL || wideVariables == NULL)
            return -1;
        memcpy(variables, CrtVariables, CrtCount * sizeof(char *));
        memcpy(wideVariables, CrtWideVariables, CrtCount * sizeof(wchar_t *));
        if (CrtVariables != CrtNone) {
            free(CrtVariables);
            free(CrtWideVariables);
        }
        CrtVariables = variables;
        CrtWideVariables = wideVariables;
        CrtCount++;
    } else {
        free(CrtVariables[i]);
        free(CrtWideVariables[i]);
    }
    CrtVariables[i] = narrow;
    CrtWideVariables[i] = wide;
    return 0;
}

/* "NAME=value"; without a value the variable goes. */
int __cdecl _putenv(const char *text)
{
    const char *equals = text != NULL ? strchr(text, '=') : NULL;

    if (equals == NULL || equals == text) {
        errno = EINVAL;
        return -1;
    }
    return CrtReplace(CrtFind(text, (size_t)(equals - text)), equals[1] != 0 ? text : NULL);
}

errno_t __cdecl _putenv_s(const char *name, const char *value)
{
    char *text;
    int result;

    if (name == NULL || value == NULL || *name == 0 || strchr(name, '=') != NULL) {
        errno = EINVAL;
        return EINVAL;
    }
    text = malloc(strlen(name) + strlen(value) + 2);
    if (text == NULL)
        return ENOMEM;
    strcpy(text, name);
    strcat(text, "=");
    strcat(text, value);
    result = _putenv(text);
    free(text);
    return result == 0 ? 0 : errno;
}

errno_t __cdecl getenv_s(size_t *required, char *buffer, rsize_t size, const char *name)
{
    const char *value;

    if (required == NULL || name == NULL || (buffer == NULL && size != 0))
        return EINVAL;
    *required = 0;
    if (size != 0)
        buffer[0] = 0;
    value = getenv(name);
    if (value == NULL)
        return 0;
    *required = strlen(value) + 1;
    if (size == 0)
        return 0;
    return strcpy_s(buffer, size, value);
}

errno_t __cdecl _dupenv_s(char **buffer, size_t *count, const char *name)
{
    const char *value;

    if (buffer == NULL || name == NULL)
        return EINVAL;
    *buffer = NULL;
    if (count != NULL)
        *count = 0;
    value = getenv(name);
    if (value == NULL)
        return 0;
    *buffer = _strdup(value);
    if (*buffer == NULL)
        return ENOMEM;
    if (count != NULL)
        *count = strlen(value) + 1;
    return 0;
}

/* ------------------------------------------------------------------ names of files, as text */

/* Copies length characters of a part if somebody wants it. */
static void CrtPart(char *part, const char *from, size_t length)
{
    if (part != NULL) {
        memcpy(part, from, length);
        part[length] = 0;
    }
}

void __cdecl _splitpath(const char *path, char *drive, char *directory, char *name, char *extension)
{
    size_t start = path[0] != 0 && path[1] == ':' ? 2 : 0;
    size_t file = start;
    size_t dot;
    size_t end;

    CrtPart(drive, path, start);
    for (end = start; path[end] != 0; end++) {
        if (path[end] == '/' || path[end] == '\\')
            file = end + 1;
    }
    for (dot = end; dot > file && path[dot] != '.'; dot--)
        ;
    if (path[dot] != '.')
        dot = end;
    CrtPart(directory, path + start, file - start);
    CrtPart(name, path + file, dot - file);
    CrtPart(extension, path + dot, end - dot);
}

void __cdecl _makepath(char *path, const char *drive, const char *directory, const char *name, const char *extension)
{
    size_t length;

    *path = 0;
    if (drive != NULL && *drive != 0) {
        path[0] = *drive;
        strcpy(path + 1, ":");
    }
    if (directory != NULL && *directory != 0) {
        strcat(path, directory);
        length = strlen(path);
        if (path[length - 1] != '/' && path[length - 1] != '\\')
            strcat(path, "\\");
    }
    if (name != NULL)
        strcat(path, name);
    if (extension != NULL && *extension != 0) {
        if (*extension != '.')
            strcat(path, ".");
        strcat(path, extension);
    }
}
