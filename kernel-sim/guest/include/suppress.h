/* suppress.h: comments for Microsoft's analysis tools; empty to the compiler. */
#pragma once
