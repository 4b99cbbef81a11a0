/* winioctl.h: control codes for programs. */
#pragma once
#include "winbase.h"
#include "devioctl.h"
#include "lab_ioctls.h"
