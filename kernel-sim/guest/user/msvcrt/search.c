/*
 * search.c: sorting and searching with a context for the comparison, and in arrays without order.
 */
#include "crt.h"
#include <search.h>

typedef int(__cdecl *CRT_COMPARE)(void *context, const void *a, const void *b);

static void CrtSwapElements(char *a, char *b, size_t size)
{
    for (; size != 0; size--, a++, b++) {
        char c = *a;

        *a = *b;
        *b = c;
    }
}

/* Brings the element at root to its place among the first count of a heap. */
static void CrtSiftDown(char *base, size_t root, size_t count, size_t size, CRT_COMPARE compare, void *context)
{
    size_t child;

    while ((child = 2 * root + 1) < count) {
        if (child + 1 < count && compare(context, base + child * size, base + (child + 1) * size) < 0)
            child++;
        if (compare(context, base + root * size, base + child * size) >= 0)
            return;
        CrtSwapElements(base + root * size, base + child * size, size);
        root = child;
    }
}

void __cdecl qsort_s(void *array, rsize_t count, rsize_t size, CRT_COMPARE compare, void *context)
{
    char *base = array;
    size_t i;

    if (compare == NULL || size == 0 || (array == NULL && count != 0)) {
        errno = EINVAL;
        return;
    }
    for (i = count / 2; i > 0; i--)
        CrtSiftDown(base, i - 1, count, size, compare, context);
    for (i = count; i > 1; i--) {
        CrtSwapElements(base, base + (i - 1) * size, size);
        CrtSiftDown(base, 0, i - 1, size, compare, context);
    }
}

void *__cdecl bsearch_s(const void *key, const void *array, rsize_t count, rsize_t size, CRT_COMPARE compare, void *context)
{
    const char *base = array;
    size_t low = 0;
    size_t high = count;

    if (compare == NULL || size == 0 || (array == NULL && count != 0)) {
        errno = EINVAL;
        return NULL;
    }
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = compare(context, key, base + middle * size);

        if (order == 0)
            return (void *)(base + middle * size);
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return NULL;
}

void *__cdecl _lfind(const void *key, const void *array, unsigned int *count, unsigned int size, int(__cdecl *compare)(const void *, const void *))
{
    const char *element = array;
    unsigned int i;

    for (i = 0; i < *count; i++, element += size) {
        if (compare(key, element) == 0)
            return (void *)element;
    }
    return NULL;
}

/* What is not found is appended: the array has room for it. */
void *__cdecl _lsearch(const void *key, void *array, unsigned int *count, unsigned int size, int(__cdecl *compare)(const void *, const void *))
{
    void *found = _lfind(key, array, count, size, compare);

    if (found == NULL) {
        found = (char *)array + (size_t)*count * size;
        memcpy(found, key, size);
        ++*count;
    }
    return found;
}
