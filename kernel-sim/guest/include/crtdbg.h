/* crtdbg.h: the debugging forms of a release build: assertions that are not checked, and no bookkeeping of the heap. */
#pragma once
#include "crtdefs.h"

#define _CRT_WARN   0
#define _CRT_ERROR  1
#define _CRT_ASSERT 2
#define _CRTDBG_MODE_FILE   0x1
#define _CRTDBG_MODE_DEBUG  0x2
#define _CRTDBG_MODE_WNDW   0x4
#define _CRTDBG_ALLOC_MEM_DF 0x01
#define _CRTDBG_LEAK_CHECK_DF 0x20
#define _CRTDBG_REPORT_FLAG (-1)
#define _ASSERT(expression)  ((void)0)
#define _ASSERTE(expression) ((void)0)
#define _CrtDbgBreak()             __debugbreak()
#define _CrtSetDbgFlag(flag)       ((int)0)
#define _CrtSetReportMode(t, m)    ((int)0)
#define _CrtSetReportFile(t, f)    ((void *)0)
#define _CrtCheckMemory()          ((int)1)
#define _CrtDumpMemoryLeaks()      ((int)0)
#define _RPT0(type, message)       ((void)0)
#define _RPT1(type, message, a)    ((void)0)
#define _RPTF0(type, message)      ((void)0)
#define _RPTF1(type, message, a)   ((void)0)
