/* Exceptions in the kernel: the rules of blocks and filters at PASSIVE_LEVEL and above, probes, raising routines, what is given back on the way. */
#include <ntddk.h>

#define TAG 'RheS'
#define MY(n) (0xE0000000u + (n))
#define RUN(call, wanted) (Length = 0, Done[0] = 0, (call), ExpectLog(#call, wanted))
#define IS(call, wanted) (Length = 0, ExpectValue(#call, (call), (wanted)))
#define A() Mark(AbnormalTermination() ? 'A' : 'n')

static CHAR Done[64];
static ULONG Length, Cases, Failures;

static int Mark(CHAR c)
{
    Done[Length++] = c;
    Done[Length] = 0;
    return 1;
}

static int Say(CHAR c, int value)
{
    Mark(c);
    return value;
}

static VOID ExpectLog(PCSTR name, PCSTR wanted)
{
    Cases++;
    if (strcmp(Done, wanted) != 0) {
        Failures++;
        DbgPrint("%s: wanted \"%s\", got \"%s\"\n", name, wanted, Done);
    }
}

static VOID ExpectValue(PCSTR name, LONG64 value, LONG64 wanted)
{
    Cases++;
    if (value != wanted) {
        Failures++;
        DbgPrint("%s: wanted %llx, got %llx\n", name, wanted, value);
    }
}

static VOID Throw(ULONG code)
{
    EXCEPTION_RECORD record;

    RtlZeroMemory(&record, sizeof(record));
    record.ExceptionCode = (NTSTATUS)code;
    RtlRaiseException(&record);
}

/* ------------------------------------------------------------------ blocks */

static int Normal(void) { int r = 1; __try { r = 2; } __finally { A(); r *= 10; } return r; }
static int Leaves(void) { __try { __try { Mark('i'); __leave; } __finally { A(); } Mark('m'); __leave; } __finally { A(); } return 4; }
static int Returns(void) { int r = 7; __try { __try { return r; } __finally { A(); r = 9; } } __finally { A(); } }
static int GoesOut(void) { __try { __try { goto out; } __finally { A(); } } __finally { A(); } Mark('x'); out: return 9; }
static int Loops(void) { int n = 0; for (int i = 0; i < 5; i++) { __try { if (i == 1) continue; if (i == 3) break; n += 1; } __finally { n += 10; } } return n; }
static int Switches(int key) { int r = 0; switch (key) { case 0: __try { r = 1; break; } __finally { r += 10; } case 1: __try { Throw(MY(1)); } __except (1) { r += 100; break; } default: r += 1000; } return r; }
static int LeavesHandler(void) { __try { __try { Throw(MY(1)); } __except (1) { Mark('h'); __leave; } Mark('x'); } __finally { A(); } return 1; }
static int ReturnsHandler(void) { __try { __try { Throw(MY(1)); } __except (1) { return 8; } } __finally { A(); } return 0; }
static int RetriesHandler(void) { int n = 0; again: __try { if (n++ < 3) Throw(MY(1)); } __except (1) { goto again; } return n; }

/* ------------------------------------------------------------------ search and unwinding */

static int Searches(void) { __try { __try { __try { Throw(MY(1)); } __except (Say('a', 0)) { Mark('x'); } } __finally { A(); } } __except (Say('b', 1)) { Mark('h'); } return 0; }
static int Continues(void) { __try { Throw(MY(1)); Mark('o'); } __except (Say('f', -1)) { Mark('x'); } return 0; }
static int Climbs(int n) { __try { if (n == 0) Throw(MY(2)); Climbs(n - 1); } __finally { A(); } return n; }
static int Caught(void) { __try { Climbs(4); } __except (Say('f', 1)) { Mark('h'); } return 0; }
static int Codes(ULONG code) { __try { __try { Throw(code); } __except (GetExceptionCode() == MY(1)) { return 1; } } __except ((ULONG)GetExceptionCode() == MY(2)) { return 2; } return 0; }
static int Commas(void) { int n = 0; __try { Throw(MY(1)); } __except (n++, n++, n == 2) { return n; } return -1; }
static int Collides(void) { __try { __try { __try { Throw(MY(1)); } __finally { Mark('a'); Throw(MY(2)); } } __finally { A(); } } __except (Say('f', 1)) { Mark('h'); return GetExceptionCode() - MY(0); } return 0; }
static int EndsUnwind(void) { __try { __try { Throw(MY(1)); } __finally { A(); return 12; } } __except (Say('f', 1)) { Mark('x'); } return 0; }
static int Nests(void) { __try { Throw(MY(1)); } __except (1) { __try { Throw(MY(2)); } __except (1) { Mark('a' + (CHAR)(GetExceptionCode() & 15)); } Mark('a' + (CHAR)(GetExceptionCode() & 15)); } return 0; }
static int InFinally(void) { __try { __try { Throw(MY(1)); } __finally { __try { Throw(MY(2)); } __except (1) { Mark('i'); } A(); } } __except (1) { Mark('h'); } return 0; }
static int Rethrows(void) { __try { __try { Throw(MY(1)); } __except (1) { ExRaiseStatus(GetExceptionCode() + 1); } } __except (1) { return GetExceptionCode() - MY(0); } return 0; }

static int Keeps(int parameter)
{
    int local = 1, array[3] = {1, 2, 3};
    volatile int counted = 0;

    __try {
        local = 2;
        array[1] = 20;
        parameter++;
        counted++;
        Throw(MY(1));
        local = 9;
    } __except (local == 2 && array[1] == 20) {
        return local + array[1] + parameter + counted;
    }
    return -1;
}

/* ------------------------------------------------------------------ faults, probes, raising routines */

static volatile LONG Zero;

static ULONG_PTR Seen[4];
static int Keep(PEXCEPTION_POINTERS p)
{
    PEXCEPTION_RECORD r = p->ExceptionRecord;

    Seen[0] = r->NumberParameters;
    Seen[1] = r->ExceptionInformation[0];
    Seen[2] = r->ExceptionInformation[1];
    Seen[3] = r->ExceptionFlags & EXCEPTION_NONCONTINUABLE;
    return 1;
}
static ULONG UserRead(PVOID p) { __try { Zero = *(volatile LONG *)p; } __except (Keep(GetExceptionInformation())) { return GetExceptionCode(); } return 0; }
static ULONG UserWrite(PVOID p) { __try { *(volatile LONG *)p = 1; } __except (Keep(GetExceptionInformation())) { return GetExceptionCode(); } return 0; }
static ULONG UserCopy(PVOID p) { UCHAR room[16]; __try { RtlCopyMemory(room, p, 16); } __except (1) { return GetExceptionCode(); } return 0; }
static ULONG Divides(LONG a, LONG b) { __try { return a / b; } __except (1) { return GetExceptionCode(); } }
static ULONG Probes(PVOID p, SIZE_T n, ULONG alignment, BOOLEAN write) { __try { if (write) ProbeForWrite(p, n, alignment); else ProbeForRead(p, n, alignment); } __except (Keep(GetExceptionInformation())) { return GetExceptionCode(); } return 0; }
static ULONG Raises(int which)
{
    __try {
        switch (which) {
        case 0: ExRaiseStatus(STATUS_ACCESS_DENIED); break;
        case 1: ExRaiseAccessViolation(); break;
        case 2: ExRaiseDatatypeMisalignment(); break;
        case 3: ExRaiseStatus(0x12345678); break;
        }
    } __except (Keep(GetExceptionInformation())) {
        return GetExceptionCode();
    }
    return 0;
}
static int NotContinued(void) { int first = 1; __try { ExRaiseStatus(STATUS_NO_MEMORY); } __except (first ? (first = 0, -1) : 1) { return GetExceptionCode() == STATUS_NONCONTINUABLE_EXCEPTION; } return 0; }

/* ------------------------------------------------------------------ what is held on the way */

static int PoolFreed(void)
{
    PVOID block = NULL;

    __try {
        __try {
            block = ExAllocatePool2(POOL_FLAG_NON_PAGED, 100, TAG);
            UserWrite(NULL);
            Throw(MY(1));
        } __finally {
            if (block != NULL) {
                ExFreePoolWithTag(block, TAG);
                Mark('f');
            }
        }
    } __except (1) {
        Mark('h');
    }
    return 0;
}

static int LockReleased(void)
{
    KSPIN_LOCK lock;
    KIRQL irql, there = 0;

    KeInitializeSpinLock(&lock);
    __try {
        KeAcquireSpinLock(&lock, &irql);
        __try { Throw(MY(1)); } __finally { there = KeGetCurrentIrql(); KeReleaseSpinLock(&lock, irql); }
    } __except (1) {
        return there * 10 + KeGetCurrentIrql();
    }
    return -1;
}

static int MutexReleased(void)
{
    FAST_MUTEX mutex;

    ExInitializeFastMutex(&mutex);
    __try {
        ExAcquireFastMutex(&mutex);
        __try { ExRaiseStatus(STATUS_NO_MEMORY); } __finally { ExReleaseFastMutex(&mutex); }
    } __except (1) {
        if (!ExTryToAcquireFastMutex(&mutex)) return 0;
        ExReleaseFastMutex(&mutex);
        return KeGetCurrentIrql() == PASSIVE_LEVEL;
    }
    return -1;
}

static int HandledAtDispatch(void)
{
    KIRQL irql;
    int result = 0;

    KeRaiseIrql(DISPATCH_LEVEL, &irql);
    __try { Throw(MY(3)); } __except ((ULONG)GetExceptionCode() == MY(3)) { result = KeGetCurrentIrql(); }
    KeLowerIrql(irql);
    return result;
}

static KEVENT Event;
static VOID Body(PVOID context)
{
    __try {
        __try { *(volatile LONG *)NULL = 1; } __finally { A(); }
    } __except (GetExceptionCode() == STATUS_ACCESS_VIOLATION) {
        *(PLONG)context = 5;
    }
    KeSetEvent(&Event, 0, FALSE);
    PsTerminateSystemThread(STATUS_SUCCESS);
}
static int InSystemThread(void)
{
    LONG value = 0;
    HANDLE thread;

    KeInitializeEvent(&Event, NotificationEvent, FALSE);
    if (!NT_SUCCESS(PsCreateSystemThread(&thread, THREAD_ALL_ACCESS, NULL, NULL, NULL, Body, &value))) return -1;
    ZwClose(thread);
    KeWaitForSingleObject(&Event, Executive, KernelMode, FALSE, NULL);
    return value;
}

static VOID Deferred(PKDPC dpc, PVOID context, PVOID a, PVOID b)
{
    UNREFERENCED_PARAMETER(dpc);
    UNREFERENCED_PARAMETER(a);
    UNREFERENCED_PARAMETER(b);
    __try { Throw(MY(6)); } __except (1) { *(PLONG)context = KeGetCurrentIrql() + 4; }
    KeSetEvent(&Event, 0, FALSE);
}
static int InDpc(void)
{
    static KDPC dpc;
    static LONG value;

    KeClearEvent(&Event);
    KeInitializeDpc(&dpc, Deferred, &value);
    KeInsertQueueDpc(&dpc, NULL, NULL);
    KeWaitForSingleObject(&Event, Executive, KernelMode, FALSE, NULL);
    return value;
}

static VOID Blocks(void)
{
    IS(Normal(), 20); RUN(Leaves(), "inmn"); RUN(Returns(), "AA"); IS(Returns(), 7); RUN(GoesOut(), "AA"); IS(Loops(), 42);
    IS(Switches(0), 11); IS(Switches(1), 100); IS(Switches(2), 1000); RUN(LeavesHandler(), "hn"); RUN(ReturnsHandler(), "A"); IS(ReturnsHandler(), 8); IS(RetriesHandler(), 4);
    RUN(Searches(), "abAh"); RUN(Continues(), "fo"); RUN(Caught(), "fAAAAAh"); IS(Codes(MY(1)), 1); IS(Codes(MY(2)), 2); IS(Commas(), 2);
    RUN(Collides(), "fafAh"); IS(EndsUnwind(), 12); RUN(EndsUnwind(), "fA"); RUN(Nests(), "cb"); RUN(InFinally(), "iAh"); IS(Rethrows(), 2); IS(Keeps(3), 27);
}

DRIVER_UNLOAD Unload;
VOID Unload(PDRIVER_OBJECT driver) { UNREFERENCED_PARAMETER(driver); }

NTSTATUS DriverEntry(PDRIVER_OBJECT driver, PUNICODE_STRING path)
{
    UNREFERENCED_PARAMETER(path);
    driver->DriverUnload = Unload;
    Blocks();
    IS(UserRead((PVOID)0x10), STATUS_ACCESS_VIOLATION & 0xFFFFFFFFLL); IS(Seen[0] * 100 + Seen[1] * 10, 200); IS(Seen[2], 0x10);
    IS(UserWrite((PVOID)0x20), 0xC0000005LL); IS(Seen[1], 1); IS(UserRead((PVOID)0x7000000000000000), 0xC0000005LL); IS(Seen[2], -1);
    IS(UserCopy((PVOID)0x10000), 0xC0000005LL); IS(Divides(1, Zero = 0), 0xC0000094LL); IS(Divides(-2147483647 - 1, Zero - 1), 0xC0000095LL);
    IS(Probes((PVOID)0x10000, 4, 4, FALSE), 0); IS(Probes((PVOID)0x10000, 4, 4, TRUE), 0xC0000005LL); IS(Probes((PVOID)0x10002, 4, 4, FALSE), 0x80000002LL);
    IS(Probes((PVOID)0xFFFF800000001000, 0, 1, TRUE), 0); IS(Probes((PVOID)0xFFFF800000001000, 1, 1, FALSE), 0xC0000005LL); IS(Probes((PVOID)0x10000, (SIZE_T)-1, 1, FALSE), 0xC0000005LL);
    IS(Raises(0), 0xC0000022LL); IS(Seen[3], 1); IS(Raises(1), 0xC0000005LL); IS(Raises(2), 0x80000002LL); IS(Raises(3), 0x12345678LL); IS(NotContinued(), 1);
    RUN(PoolFreed(), "fh"); IS(LockReleased(), 20); IS(MutexReleased(), 1); IS(HandledAtDispatch(), 2); RUN(InSystemThread(), "A"); IS(InSystemThread(), 5); IS(InDpc(), 6);
    DbgPrint("%u cases, %u wrong\n", Cases, Failures);
    return STATUS_SUCCESS;
}
