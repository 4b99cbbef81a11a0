/* check.h: programs that check themselves: a line for each check that fails, their number as the exit status. Any C compiler takes them. */
#pragma once
#include <stdio.h>
#include <string.h>

static int failures;

#define CHECK(condition)                                                  \
    do {                                                                  \
        if (!(condition)) {                                               \
            printf("%s:%d: %s\n", __FILE__, __LINE__, #condition);        \
            failures++;                                                   \
        }                                                                 \
    } while (0)

#define CHECK_TEXT(actual, expected)                                                                  \
    do {                                                                                              \
        const char *text_ = (actual);                                                                 \
        if (text_ == NULL || strcmp(text_, (expected)) != 0) {                                        \
            printf("%s:%d: %s is '%s', not '%s'\n", __FILE__, __LINE__, #actual, text_, (expected)); \
            failures++;                                                                               \
        }                                                                                             \
    } while (0)
