/* Functions of the C library that no header declares: they take and give what the library's own prototypes say, so that no pointer and no double is cut. */
int main(void)
{
    char *small = malloc(16), *large = malloc(1 << 20), *copy;
    double root = sqrt(2);
    int *numbers = calloc(4, sizeof(int));

    memset(small, 'x', 10);
    small[10] = 0;
    copy = strdup(memcpy(large, small, 11));
    if (strchr(copy, 0) != copy + 10 || strlen(large) != 10) abort();
    numbers = realloc(numbers, 1000 * sizeof(int));
    if (!numbers || numbers[3] != 0) abort();
    if (atof("2.5") != 2.5 || strtod("0.25", 0) != 0.25 || pow(2, 10) != 1024) abort();
    if (root < 1.4142135 || root > 1.4142136) abort();
    char *stack = alloca(8);
    strcpy(stack, "seven..");
    if (strcmp(stack, "seven..") != 0 || (char *)&stack < stack) abort();
    if (getenv("no such variable")) abort();
    if (__builtin_strlen(__builtin_strdup("four")) != 4) abort();
    printf("%s %d\n", copy, (int)strlen(copy));
    exit(0);
}
