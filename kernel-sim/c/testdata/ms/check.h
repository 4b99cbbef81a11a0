/* check.h: what the self-checking programs share: a log of what happened, compared with what must have happened. */
#pragma once
#include <windows.h>
#include <stdio.h>
#include <string.h>

static char done[512];
static int failures, cases;

static int mark(const char *word)
{
    strcat(done, word);
    strcat(done, " ");
    return 1;
}

static int say(const char *word, int value)
{
    mark(word);
    return value;
}

static void number(const char *word, unsigned value)
{
    char text[64];

    sprintf(text, "%s=%x ", word, value);
    strcat(done, text);
}

static void expectLog(const char *name, const char *wanted)
{
    size_t length = strlen(done);

    cases++;
    if (length > 0) {
        done[length - 1] = 0;
    }
    if (strcmp(done, wanted) != 0) {
        failures++;
        printf("%s: wanted \"%s\", got \"%s\"\n", name, wanted, done);
    }
    done[0] = 0;
}

static void expectValue(const char *name, long long value, long long wanted)
{
    cases++;
    if (value != wanted) {
        failures++;
        printf("%s: wanted %lld, got %lld\n", name, wanted, value);
    }
}

#define RUN(call, wanted) (done[0] = 0, (call), expectLog(#call, wanted))
#define IS(call, wanted) (done[0] = 0, expectValue(#call, (call), (wanted)))
#define REPORT() (printf("%d cases, %d wrong\n", cases, failures), failures != 0)
#define MY(n) (0xE0000000u + (n))

__declspec(noinline) static void throwIt(unsigned code)
{
    RaiseException(code, 0, 0, NULL);
}
