/* FNV-1a with 64-bit state: 64-bit multiplication. */
#include <stdio.h>
#include <stdlib.h>

int main(int argc, char **argv)
{
    int rounds = argc > 1 ? atoi(argv[1]) : 1;
    unsigned long long h = 14695981039346656037ull;
    for (int r = 0; r < rounds; r++)
        for (int i = 0; i < 20000; i++) {
            h ^= (unsigned long long)(i & 255);
            h *= 1099511628211ull;
        }
    printf("%08X%08X\n", (unsigned int)(h >> 32), (unsigned int)h);
    return 0;
}
