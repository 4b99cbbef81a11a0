/* alloca.h: where GNU programs expect alloca. */
#pragma once
#include "malloc.h"
