/* Arrays of variable length: one and more dimensions, as parameters, sizes, pointers, typedefs, jumps, loops; alloca. */
#include "lab.h"

static int calls;
static int size(int n)
{
    calls++;
    return n;
}

static long long sum(int n, int a[n])
{
    long long s = 0;
    for (int i = 0; i < n; i++) s += a[i];
    return s;
}

static int trace(int n, int m, int a[n][m])
{
    int t = 0;
    lab_out(sizeof a[0]);
    for (int i = 0; i < n && i < m; i++) t += a[i][i];
    return t;
}

static int corner(int n, int m, int k, int (*a)[m][k]) { return (*(a + n - 1))[m - 1][k - 1] + a[0][0][k - 1]; }
static int prototype(int n, int a[*][n], int (*f)(int m, int b[m][m]));
static int prototype(int n, int a[][n], int (*f)(int m, int b[m][m])) { return f(n, a) + (int)sizeof *a; }
static int square(int m, int b[m][m]) { return b[m - 1][m - 1]; }
static int atLeast(int n, int a[static n]) { return a[n - 1]; }
static int evaluated(int n, int a[n++]) { return n + a[0]; }
static int old(n, a) int n; int a[n][n]; { return a[1][0] + sizeof a[0]; }

static void fill(int n)
{
    int a[n], b[n * 2];
    char c[n + 3];

    for (int i = 0; i < n; i++) a[i] = i * i;
    for (int i = 0; i < n * 2; i++) b[i] = -i;
    memset(c, 1, sizeof c);
    lab_out(sizeof a);
    lab_out(sizeof b / sizeof *b);
    lab_out(sizeof c);
    n = 100;
    lab_out(sizeof a);
    lab_out(sum(sizeof a / sizeof a[0], a));
    lab_out(sum(sizeof b / sizeof b[0], b));
}

static void dimensions(int n, int m)
{
    int a[n][m], cube[2][n][m];
    int(*p)[m] = a;
    int(*q)[m];

    for (int i = 0; i < n; i++)
        for (int j = 0; j < m; j++) a[i][j] = i * 10 + j;
    lab_out(sizeof a);
    lab_out(sizeof cube);
    lab_out(sizeof cube[0][0]);
    lab_out(trace(n, m, a));
    p++;
    lab_out((*p)[1]);
    lab_out(p[1][2]);
    p += n - 2;
    lab_out(p - a);
    q = p--;
    lab_out(q[0][0] - p[0][0]);
    lab_out(q - p);
    lab_out((char *)(p + 1) - (char *)p);
    lab_out(&a[n] - &a[0]);
    lab_out(--p == a + n - 3);
    for (int i = 0; i < 2; i++) memcpy(cube[i], a, sizeof a);
    lab_out(corner(2, n, m, cube));
    lab_out(2 [a][1]);
}

static void typedefs(int n)
{
    typedef int row[size(n)];
    row a, *p = &a;
    typedef row square[n];
    square s;
    n = 77;
    for (int i = 0; i < sizeof(row) / sizeof(int); i++) a[i] = i;
    lab_out(sizeof a + sizeof *p + sizeof s);
    lab_out((*p)[2]);
    lab_out(calls);
    lab_out(sizeof(row) + sizeof(int[size(3)][2]));
    lab_out(calls);
    lab_out(sizeof(__typeof__(a)));
}

/* Each turn of each loop gives its array back; a few hundred KB would be far too much. */
static int loops(void)
{
    int total = 0, i;
    for (i = 0; i < 300; i++) {
        int a[i + 1000];
        a[i] = i;
        if (i % 3 == 0) continue;
        {
            char b[i + 1];
            b[i] = 1;
            if (i % 5 == 0) continue;
            total += b[i];
        }
        if (i == 290) break;
        total += a[i];
    }
    i = 0;
again: {
    int a[i + 1000], b[i + 7];
    a[0] = b[0] = i;
    if (++i < 300) goto again;
    total += a[0] + b[0];
}
back:;
    int c[i + 1000], d[3];
    c[0] = d[2] = 2;
    if (++i < 700) goto back;
    total += c[0] + d[2];
    while (i-- > 0) {
        switch (i & 3) {
        case 0: {
            int e[i + 500];
            e[0] = 1;
            total += e[0];
            break;
        }
        case 1: {
            short e[i + 500];
            e[1] = 2;
            total += e[1];
            goto next;
        }
        default:
            total++;
        }
    next:;
    }
    for (int a[i + 1002], k = 0; k < 3; k++) a[k] = k, total += a[k];
    return total;
}

static int recursive(int n)
{
    int a[n + 1];
    a[n] = n;
    if (n > 0) a[0] = recursive(n - 1);
    return a[n] + (n > 0 ? a[0] : 0);
}

static int early(int n)
{
    int a[n];
    a[0] = n;
    if (n > 3) return a[0];
    {
        int b[n * 2];
        b[1] = 5;
        return b[1] + a[0];
    }
}

static int manyArguments(int a, int b, int c, int d, int e, int f, int *g) { return a + b * 2 + c * 3 + d * 4 + e * 5 + f * 6 + *g * 7; }

static int allocated(int n)
{
    int *list[20];
    int total = 0;
    for (int i = 0; i < 20; i++) {
        list[i] = __builtin_alloca((n + i) * sizeof(int));
        for (int k = 0; k < n + i; k++) list[i][k] = i * 100 + k;
        lab_out(((size_t)list[i] & 15) == 0);
    }
    for (int i = 0; i < 20; i++) {
        if (i && (char *)list[i - 1] < (char *)list[i] + (n + i) * sizeof(int)) lab_out(-1);
        total += list[i][n + i - 1];
    }
    *list[0] = 3;
    return total + manyArguments(1, 2, 3, 4, 5, 6, memset(__builtin_alloca(4), 0, 4)) + manyArguments(1, 2, 3, 4, 5, 6, list[0]);
}

/* Lengths that a prototype leaves open. */
static int openCorner(int n, int grid[][*]);
static int through(int n, int (*grid)[*]);
static int openCorner(int n, int grid[][n]) { return grid[n - 1][n - 1]; }
static int through(int n, int (*grid)[n]) { return openCorner(n, grid) + (int)sizeof *grid; }

/* Jumps that stay in the scope of a variable length, or leave it. */
static int jumps(int n)
{
    int total = 0;
    int tries = 0;
again:;
    int a[n + tries];
    for (int i = 0; i < n + tries; i++) a[i] = i;
    if (++tries < 3) goto again;
    for (;;) {
        int b[tries];
    inner:
        b[0] = total;
        switch (total++) {
        case 0:;
            int (*p)[3];
            p = 0;
            total += p != 0;
            goto inner;
        case 1: {
            int c[n];
            c[0] = 10;
            total += c[0];
            break;
        }
        default: goto out;
        }
        if (b[0] > 100) goto again;
    }
out:
    return total * 100 + a[n + 1] + (int)sizeof a;
}

int main(void)
{
    int three[3][3] = {{1, 2, 3}, {4, 5, 6}, {7, 8, 9}};
    int few[] = {5, 6, 7};

    fill(5);
    fill(1);
    dimensions(4, 5);
    typedefs(4);
    lab_out(prototype(3, three, square));
    lab_out(atLeast(3, few));
    lab_out(evaluated(3, few));
    lab_out(old(3, three));
    lab_out(loops());
    lab_out(recursive(20));
    lab_out(early(2) * 100 + early(7));
    lab_out(allocated(3));
    lab_out(jumps(4));
    lab_out(through(3, three));
    return 0;
}
