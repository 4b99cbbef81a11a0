/* CRC-32 over a buffer: table look-ups, shifts and masks on unsigned 32-bit values. */
#include <stdio.h>
#include <stdlib.h>

static unsigned int table[256];
static unsigned char data[32768];

int main(int argc, char **argv)
{
    int rounds = argc > 1 ? atoi(argv[1]) : 1;
    for (unsigned int i = 0; i < 256; i++) {
        unsigned int c = i;
        for (int k = 0; k < 8; k++) c = c & 1 ? 0xEDB88320u ^ (c >> 1) : c >> 1;
        table[i] = c;
    }
    for (int i = 0; i < 32768; i++) data[i] = (unsigned char)(i * 7 + 3);
    unsigned int crc = 0;
    for (int r = 0; r < rounds; r++) {
        crc = ~crc;
        for (int i = 0; i < 32768; i++) crc = table[(crc ^ data[i]) & 255] ^ (crc >> 8);
        crc = ~crc;
    }
    printf("%08X\n", crc);
    return 0;
}
