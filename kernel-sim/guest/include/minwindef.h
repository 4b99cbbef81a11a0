/* minwindef.h: see windef.h. */
#pragma once
#include "windef.h"
