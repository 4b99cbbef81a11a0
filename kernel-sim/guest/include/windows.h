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
#include "labtag.h"
