/* windows.h: what a program includes. There is no window system in the lab: no user32, no gdi32. */
#pragma once

#define _WINDOWS_
#include "excpt.h"
#include "stdarg.h"
#include "windef.h"
#include "winbase.h"
#include "winreg.h"
#ifndef NOSERVICE
#include "winsvc.h"
#endif
#ifndef WIN32_LEAN_AND_MEAN
/* On Windows the smart card headers bring it in, and programs rely on that. */
#include "winioctl.h"
#endif
#include "labtag.h"
