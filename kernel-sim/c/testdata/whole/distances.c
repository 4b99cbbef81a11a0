/* Tables of distances between labels: known when the function is placed, in integers of every size. */
#include <stdio.h>

static int run(const unsigned char *code)
{
    static const int steps[] = {&&add - &&add, &&twice - &&add, &&end - &&add};
    static const short narrow[] = {&&add - &&twice, (char *)&&end - (char *)&&end};
    static const long long far[2] = {[1] = &&add - &&end};
    int value = 1;

    if (narrow[0] != -steps[1] || narrow[1] || far[0] || far[1] != -steps[2] || far[1] >= 0) return -1;
    goto *(&&add + steps[*code++]);
add:
    value += 5;
    goto *(&&add + steps[*code++]);
twice:
    value *= 2;
    goto *(&&add + steps[*code++]);
end:
    return value;
}

int main(void)
{
    static const unsigned char code[] = {1, 0, 1, 1, 0, 2};
    printf("%d\n", run(code));
    return 0;
}
