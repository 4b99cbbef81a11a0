/* wctype.h */
#pragma once
#include "ctype.h"
