/* Products of integer matrices: three nested loops, two-dimensional arrays. */
#include <stdio.h>
#include <stdlib.h>

#define SIZE 48

static int a[SIZE][SIZE], b[SIZE][SIZE], c[SIZE][SIZE];

static void multiply(void)
{
    for (int i = 0; i < SIZE; i++)
        for (int k = 0; k < SIZE; k++) {
            int sum = 0;
            for (int j = 0; j < SIZE; j++) sum += a[i][j] * b[j][k];
            c[i][k] = sum;
        }
}

int main(int argc, char **argv)
{
    int rounds = argc > 1 ? atoi(argv[1]) : 1;
    unsigned int check = 0;
    for (int i = 0; i < SIZE; i++)
        for (int k = 0; k < SIZE; k++) {
            a[i][k] = i * 3 + k;
            b[i][k] = i - k * 2;
        }
    for (int r = 0; r < rounds; r++) {
        multiply();
        check = check * 31 + (unsigned int)c[r % SIZE][7];
        a[r % SIZE][r % 7] ^= r;
    }
    printf("%08X\n", check);
    return 0;
}
