/* Sieve of Eratosthenes: byte array, short inner loop. */
#include <stdio.h>
#include <stdlib.h>

static unsigned char composite[65536];

int main(int argc, char **argv)
{
    int rounds = argc > 1 ? atoi(argv[1]) : 1;
    int count = 0;
    for (int r = 0; r < rounds; r++) {
        count = 0;
        for (int i = 0; i < 65536; i++) composite[i] = 0;
        for (int i = 2; i < 65536; i++) {
            if (composite[i]) continue;
            count++;
            for (int j = i + i; j < 65536; j += i) composite[j] = 1;
        }
    }
    printf("%d\n", count);
    return 0;
}
