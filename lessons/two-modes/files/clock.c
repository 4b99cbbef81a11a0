/* Counts in the background, whatever other programs do. */
#include <windows.h>
#include <stdio.h>

int main(void)
{
    int count;

    for (count = 1; count <= 12; count++) {
        printf("clock: %d\n", count);
        Sleep(10);
    }
    return 0;
}
