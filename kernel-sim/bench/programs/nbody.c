/* Five bodies that pull at each other: arithmetic on doubles in structures, square roots. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#define BODIES 5
#define STEP 0.01

typedef struct {
    double x, y, z;
    double vx, vy, vz;
    double mass;
} Body;

static Body bodies[BODIES];

static void place(void)
{
    for (int i = 0; i < BODIES; i++) {
        Body *b = &bodies[i];
        b->x = 4.0 * i - 1.5;
        b->y = 0.75 * i * i - 2.0;
        b->z = 0.25 * (i - 2);
        b->vx = 0.3 - 0.1 * i;
        b->vy = 0.2 * i;
        b->vz = 0.05;
        b->mass = i == 0 ? 39.0 : 0.04 / i;
    }
}

static void advance(void)
{
    for (int i = 0; i < BODIES; i++) {
        Body *a = &bodies[i];
        for (int k = i + 1; k < BODIES; k++) {
            Body *b = &bodies[k];
            double dx = a->x - b->x, dy = a->y - b->y, dz = a->z - b->z;
            double square = dx * dx + dy * dy + dz * dz + 0.01;
            double pull = STEP / (square * sqrt(square));
            a->vx -= dx * b->mass * pull;
            a->vy -= dy * b->mass * pull;
            a->vz -= dz * b->mass * pull;
            b->vx += dx * a->mass * pull;
            b->vy += dy * a->mass * pull;
            b->vz += dz * a->mass * pull;
        }
    }
    for (int i = 0; i < BODIES; i++) {
        Body *b = &bodies[i];
        b->x += STEP * b->vx;
        b->y += STEP * b->vy;
        b->z += STEP * b->vz;
    }
}

int main(int argc, char **argv)
{
    int rounds = argc > 1 ? atoi(argv[1]) : 1;
    place();
    for (int r = 0; r < rounds; r++)
        for (int i = 0; i < 100; i++) advance();
    printf("%.9f\n", bodies[0].x + bodies[1].y + bodies[2].z);
    return 0;
}
