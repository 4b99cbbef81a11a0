/* malloc.h: an old home of what stdlib.h has, and alloca. */
#pragma once
#include "stdlib.h"

#define alloca _alloca
