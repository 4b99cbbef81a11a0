/* What the program and the driver agree on. */
#pragma once

/* A name goes in, a greeting comes back. Both end with a zero byte. */
#define IOCTL_FIRST_GREET \
    CTL_CODE(0x8000, 0x801, METHOD_BUFFERED, \
             FILE_READ_ACCESS | FILE_WRITE_ACCESS)
