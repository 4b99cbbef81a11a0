/* ntddk.h: wdm.h and what NT-style drivers see beyond it. */
#pragma once
#include "wdm.h"
#include "lab_ntddk.h"
