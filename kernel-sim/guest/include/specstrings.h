/* specstrings.h: kept for old code; the annotations live in sal.h. */
#pragma once
#include "sal.h"
#include "driverspecs.h"
