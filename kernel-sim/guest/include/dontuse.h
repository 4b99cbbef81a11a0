/* dontuse.h: on Windows it marks old string functions as deprecated; here they may be used. */
#pragma once
