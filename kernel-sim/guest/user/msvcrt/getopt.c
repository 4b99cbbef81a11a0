/*
 * getopt.c: options of a command line. Short ones may stand together (-ab), long ones may be cut short while they are unambiguous; `--` ends
 * them, and so does the first argument that is none.
 */
#include "crt.h"
#include <getopt.h>

static char *Argument;
static int Index = 1;
static int Complain = 1;
static int Unknown = '?';
/* Within a group of short options: the next letter. */
static const char *Letters;

char **__cdecl __p_optarg(void)
{
    return &Argument;
}

int *__cdecl __p_optind(void)
{
    return &Index;
}

int *__cdecl __p_opterr(void)
{
    return &Complain;
}

int *__cdecl __p_optopt(void)
{
    return &Unknown;
}

/* What getopt returns for an argument that is missing or too much, or for an unknown option. */
static int Refuse(const char *program, const char *options, const char *what, const char *name, int length, int result)
{
    if (Complain && *options != ':')
        fprintf(stderr, "%s: %s -- %.*s\n", program, what, length, name);
    return result == ':' && *options != ':' ? '?' : result;
}

static int ShortOption(int argc, char *const argv[], const char *options)
{
    const char *letter = Letters++;
    const char *found = *letter != ':' ? strchr(options, *letter) : NULL;
    int last = *Letters == 0;

    Unknown = (unsigned char)*letter;
    if (last)
        Index++;
    if (found == NULL) {
        if (last)
            Letters = NULL;
        return Refuse(argv[0], options, "unknown option", letter, 1, '?');
    }
    if (found[1] != ':') {
        if (last)
            Letters = NULL;
        return *letter;
    }
    if (!last) {
        Argument = (char *)Letters;
        Index++;
    } else if (found[2] != ':') {
        if (Index >= argc) {
            Letters = NULL;
            return Refuse(argv[0], options, "option requires an argument", letter, 1, ':');
        }
        Argument = argv[Index++];
    }
    Letters = NULL;
    return *letter;
}

/* The option that `name` means: by its whole name, or as the only one that starts so. */
static const struct option *LongNamed(const struct option *longs, const char *name, size_t length)
{
    const struct option *found = NULL;
    const struct option *option;

    for (option = longs; option->name != NULL; option++) {
        if (strncmp(option->name, name, length) != 0)
            continue;
        if (option->name[length] == 0)
            return option;
        if (found != NULL)
            return NULL;
        found = option;
    }
    return found;
}

static int LongOption(int argc, char *const argv[], const char *options, const struct option *longs, int *index)
{
    const char *name = argv[Index++] + 2;
    size_t length = strcspn(name, "=");
    const struct option *option = LongNamed(longs, name, length);

    Unknown = 0;
    if (option == NULL)
        return Refuse(argv[0], options, "unknown option", name, (int)length, '?');
    if (name[length] == '=') {
        if (option->has_arg == no_argument)
            return Refuse(argv[0], options, "option takes no argument", name, (int)length, '?');
        Argument = (char *)name + length + 1;
    } else if (option->has_arg == required_argument) {
        if (Index >= argc)
            return Refuse(argv[0], options, "option requires an argument", name, (int)length, ':');
        Argument = argv[Index++];
    }
    if (index != NULL)
        *index = (int)(option - longs);
    if (option->flag == NULL)
        return option->val;
    *option->flag = option->val;
    return 0;
}

int __cdecl getopt_long(int argc, char *const argv[], const char *options, const struct option *longs, int *index)
{
    const char *argument;

    Argument = NULL;
    if (Index == 0) { /* from the start again */
        Index = 1;
        Letters = NULL;
    }
    if (Letters == NULL) {
        if (Index >= argc)
            return -1;
        argument = argv[Index];
        if (argument == NULL || argument[0] != '-' || argument[1] == 0)
            return -1;
        if (argument[1] == '-' && argument[2] == 0) {
            Index++;
            return -1;
        }
        if (argument[1] == '-' && longs != NULL)
            return LongOption(argc, argv, options, longs, index);
        Letters = argument + 1;
    }
    return ShortOption(argc, argv, options);
}

int __cdecl getopt(int argc, char *const argv[], const char *options)
{
    return getopt_long(argc, argv, options, NULL, NULL);
}
