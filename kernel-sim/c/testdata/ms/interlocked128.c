/* _InterlockedCompareExchange128: both halves or nothing, what stood there in any case, an address that is a multiple of 16, two threads at once. */
#include "check.h"
#include <intrin.h>

static __declspec(align(16)) volatile LONG64 pair[4] = {5, 6, 7, 8};
static LONG64 seen[2];

static int swap(int at, LONG64 high, LONG64 low, LONG64 wantedLow, LONG64 wantedHigh)
{
    seen[0] = wantedLow;
    seen[1] = wantedHigh;
    return _InterlockedCompareExchange128(pair + at, high, low, seen);
}

static int holds(LONG64 low, LONG64 high, LONG64 seenLow, LONG64 seenHigh)
{
    return pair[0] == low && pair[1] == high && seen[0] == seenLow && seen[1] == seenHigh && pair[2] == 7;
}

static int addressOf(PEXCEPTION_POINTERS p)
{
    PEXCEPTION_RECORD r = p->ExceptionRecord;
    return (unsigned)r->ExceptionCode == EXCEPTION_ACCESS_VIOLATION && r->ExceptionInformation[1] == (ULONG_PTR)-1;
}

static int misaligned(void)
{
    __try { return swap(1, 1, 2, 6, 7); } __except (addressOf(GetExceptionInformation())) { return pair[1] == 6 && pair[2] == 7 && seen[0] == 6 ? -1 : -2; }
}

static int readOnly(void)
{
    int result = 0;
    DWORD old;
    LONG64 *page = VirtualAlloc(NULL, 4096, MEM_RESERVE | MEM_COMMIT, PAGE_READWRITE);

    VirtualProtect(page, 4096, PAGE_READONLY, &old);
    seen[0] = 1;
    __try { _InterlockedCompareExchange128(page, 1, 1, seen); } __except (GetExceptionCode() == EXCEPTION_ACCESS_VIOLATION) { result = 1; }
    VirtualFree(page, 0, MEM_RELEASE);
    return result;
}

/* A counter in the low half, its complement in the high one: never seen apart. */
static DWORD WINAPI counts(void *unused)
{
    LONG64 old[2] = {0, ~0LL};

    (void)unused;
    for (int i = 0; i < 500; i++) {
        while (!_InterlockedCompareExchange128(pair, ~(old[0] + 1), old[0] + 1, old)) {
            if (old[1] != ~old[0]) {
                return 1;
            }
        }
    }
    return 0;
}

static int twoThreads(void)
{
    HANDLE threads[2];
    DWORD torn[2];

    pair[0] = 0;
    pair[1] = ~0LL;
    for (int i = 0; i < 2; i++) threads[i] = CreateThread(NULL, 0, counts, NULL, 0, NULL);
    WaitForMultipleObjects(2, threads, TRUE, INFINITE);
    for (int i = 0; i < 2; i++) GetExitCodeThread(threads[i], &torn[i]), CloseHandle(threads[i]);
    return torn[0] == 0 && torn[1] == 0 && pair[1] == ~pair[0] ? (int)pair[0] : -1;
}

int main(void)
{
    IS(swap(0, 100, 200, 5, 7), 0); IS(holds(5, 6, 5, 6), 1);
    IS(swap(0, 100, 200, 4, 6), 0); IS(holds(5, 6, 5, 6), 1);
    IS(swap(0, 100, 200, 5, 6), 1); IS(holds(200, 100, 5, 6), 1);
    IS(swap(0, 1LL << 40, -1, 200, 100), 1); IS(holds(-1, 1LL << 40, 200, 100), 1);
    pair[0] = 5; pair[1] = 6;
    IS(misaligned(), -1); IS(readOnly(), 1); IS(twoThreads(), 1000);
    return REPORT();
}
