/* unistd.h: what portable programs of other systems take from it: the console by number, waiting. There are no files. */
#pragma once
#include "getopt.h"
#include "io.h"
#include "process.h"
#include "sys/types.h"

#define STDIN_FILENO  0
#define STDOUT_FILENO 1
#define STDERR_FILENO 2

_CRTIMP unsigned int __cdecl sleep(unsigned int seconds);
_CRTIMP int __cdecl usleep(unsigned int microseconds);
