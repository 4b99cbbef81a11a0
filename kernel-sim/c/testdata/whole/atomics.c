/* __sync_... and __atomic_...: every size, signed and unsigned, pointers; what an expression has as effects happens once. */
#include <stdio.h>

static int failures;
#define CHECK(x) ((x) ? (void)0 : (void)(failures++, printf("line %d: %s\n", __LINE__, #x)))

static int calls;
static int once(int n)
{
    calls++;
    return n;
}

static void sync_forms(void)
{
    unsigned char c = 250;
    short s = -5;
    int i = 10;
    unsigned long long q = 1ull << 40;
    int table[4] = {0, 1, 2, 3};
    int *p = table;

    CHECK(__sync_fetch_and_add(&c, 10) == 250 && c == 4);
    CHECK(__sync_sub_and_fetch(&c, 5) == 255 && c == 255);
    CHECK(__sync_add_and_fetch(&s, 2) == -3 && s == -3);
    CHECK(__sync_fetch_and_sub(&s, -3) == -3 && s == 0);
    CHECK(__sync_fetch_and_or(&i, 5) == 10 && i == 15);
    CHECK(__sync_and_and_fetch(&i, 6) == 6 && __sync_xor_and_fetch(&i, 3) == 5 && i == 5);
    CHECK(__sync_fetch_and_add(&q, 1) == 1ull << 40 && q == (1ull << 40) + 1);
    CHECK(__sync_fetch_and_add_8(&q, -1) == (1ull << 40) + 1);
    CHECK(!__sync_bool_compare_and_swap(&i, 4, 7) && i == 5 && __sync_bool_compare_and_swap(&i, 5, 7) && i == 7);
    CHECK(__sync_val_compare_and_swap(&c, 255, 3) == 255 && c == 3 && __sync_val_compare_and_swap(&c, 9, 1) == 3 && c == 3);
    CHECK(__sync_val_compare_and_swap(&p, table, table + 2) == table && *p == 2);
    CHECK(__sync_lock_test_and_set(&i, 1) == 7 && i == 1);
    __sync_lock_release(&i);
    __sync_synchronize();
    CHECK(i == 0);
    CHECK(__sync_add_and_fetch(&table[once(1)], once(5)) == 6 && calls == 2 && table[1] == 6);
    CHECK(__sync_bool_compare_and_swap(&table[once(1)], once(6), once(8)) && calls == 5);
}

static void atomic_forms(void)
{
    int i = 1, expected = 5, got;
    signed char c = -1;
    unsigned short s = 0xffff;
    long long q;
    void *p = &i;
    _Bool flag = 0;
    char lock = 0;

    __atomic_store_n(&q, -1LL, __ATOMIC_RELEASE);
    CHECK(q == -1 && __atomic_load_n(&q, __ATOMIC_ACQUIRE) == -1);
    CHECK(__atomic_fetch_add(&i, 2, __ATOMIC_RELAXED) == 1 && __atomic_add_fetch(&i, 1, __ATOMIC_SEQ_CST) == 4);
    CHECK(__atomic_sub_fetch(&s, 0xfffe, __ATOMIC_SEQ_CST) == 1 && __atomic_fetch_or(&s, 6, __ATOMIC_SEQ_CST) == 1 && s == 7);
    CHECK(__atomic_xor_fetch(&c, 1, __ATOMIC_SEQ_CST) == -2 && __atomic_and_fetch(&c, 15, __ATOMIC_SEQ_CST) == 14);
    CHECK(!__atomic_compare_exchange_n(&i, &expected, 9, 0, __ATOMIC_SEQ_CST, __ATOMIC_RELAXED) && expected == 4 && i == 4);
    CHECK(__atomic_compare_exchange_n(&i, &expected, 9, 1, __ATOMIC_SEQ_CST, __ATOMIC_RELAXED) && expected == 4 && i == 9);
    got = 11;
    expected = 9;
    CHECK(__atomic_compare_exchange(&i, &expected, &got, 0, __ATOMIC_SEQ_CST, __ATOMIC_SEQ_CST) && i == 11);
    __atomic_load(&i, &got, __ATOMIC_SEQ_CST);
    CHECK(got == 11);
    got = 12;
    __atomic_store(&i, &got, __ATOMIC_SEQ_CST);
    got = 13;
    __atomic_exchange(&i, &got, &expected, __ATOMIC_SEQ_CST);
    CHECK(i == 13 && expected == 12 && __atomic_exchange_n(&p, &got, __ATOMIC_SEQ_CST) == &i && p == &got);
    CHECK(!__atomic_test_and_set(&lock, __ATOMIC_ACQUIRE) && __atomic_test_and_set(&lock, __ATOMIC_ACQUIRE));
    __atomic_clear(&lock, __ATOMIC_RELEASE);
    CHECK(lock == 0 && !__atomic_test_and_set(&flag, __ATOMIC_SEQ_CST) && flag);
    __atomic_thread_fence(__ATOMIC_SEQ_CST);
    __atomic_signal_fence(__ATOMIC_SEQ_CST);
    CHECK(__atomic_always_lock_free(sizeof(i), 0) && __atomic_is_lock_free(8, &q));
}

int main(void)
{
    sync_forms();
    atomic_forms();
    puts(failures == 0 ? "all right" : "failed");
    return failures;
}
