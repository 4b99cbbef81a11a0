/* intrin.h: intrinsic functions. */
#pragma once
#include "lab_intrin.h"
