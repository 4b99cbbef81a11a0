/* getopt.h: options of a command line, as portable programs of other systems read them. The first argument that is no option ends them. */
#pragma once
#include "crtdefs.h"

struct option {
    const char *name;
    int has_arg;
    int *flag;
    int val;
};
#define no_argument       0
#define required_argument 1
#define optional_argument 2

_CRTIMP char **__cdecl __p_optarg(void);
_CRTIMP int *__cdecl __p_optind(void);
_CRTIMP int *__cdecl __p_opterr(void);
_CRTIMP int *__cdecl __p_optopt(void);
/* Programs that declare these themselves declare the functions above by it. */
#define optarg (*__p_optarg())
#define optind (*__p_optind())
#define opterr (*__p_opterr())
#define optopt (*__p_optopt())
_CRTIMP int __cdecl getopt(int argc, char *const argv[], const char *options);
_CRTIMP int __cdecl getopt_long(int argc, char *const argv[], const char *options, const struct option *longs, int *index);
