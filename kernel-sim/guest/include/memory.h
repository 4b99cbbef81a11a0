/* memory.h: an old home of what string.h has. */
#pragma once
#include "string.h"
