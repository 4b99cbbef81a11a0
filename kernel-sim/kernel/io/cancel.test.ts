/**
 * Requests that take their time: overlapped I/O, cancel-safe queues, cancellation, threads and programs that end meanwhile (semantics B7).
 */
import { describe, expect, test } from 'vitest';
import { driverWith, runLab } from '../../lab-testing.ts';

/** Code 0 queues its request, code 1 completes the oldest with its input, code 2 tells how many are queued. */
const DRIVER = driverWith(
  `
    PIRP Next;
    switch ((Code >> 2) & 0xFF) {
    case 0:
        IoCsqInsertIrp(&Csq, Irp, NULL);
        return STATUS_PENDING;
    case 1:
        Next = IoCsqRemoveNextIrp(&Csq, NULL);
        if (Next == NULL) return Complete(Irp, STATUS_NO_MORE_ENTRIES, 0);
        *(PULONG)Next->AssociatedIrp.SystemBuffer = *(PULONG)Buffer;
        Complete(Next, STATUS_SUCCESS, sizeof(ULONG));
        return Complete(Irp, STATUS_SUCCESS, 0);
    default:
        *(PULONG)Buffer = Queued;
        return Complete(Irp, STATUS_SUCCESS, sizeof(ULONG));
    }`,
  {
    globals: `
static IO_CSQ Csq;
static LIST_ENTRY Queue;
static KSPIN_LOCK Lock;
static ULONG Queued;
static NTSTATUS Cleanup(PDEVICE_OBJECT DeviceObject, PIRP Irp);
static VOID Insert(PIO_CSQ C, PIRP Irp) { UNREFERENCED_PARAMETER(C); InsertTailList(&Queue, &Irp->Tail.Overlay.ListEntry); Queued++; }
static VOID Remove(PIO_CSQ C, PIRP Irp) { UNREFERENCED_PARAMETER(C); RemoveEntryList(&Irp->Tail.Overlay.ListEntry); Queued--; }
static PIRP Peek(PIO_CSQ C, PIRP Irp, PVOID Context)
{
    PLIST_ENTRY Entry = Irp ? Irp->Tail.Overlay.ListEntry.Flink : Queue.Flink;
    UNREFERENCED_PARAMETER(C); UNREFERENCED_PARAMETER(Context);
    return Entry == &Queue ? NULL : CONTAINING_RECORD(Entry, IRP, Tail.Overlay.ListEntry);
}
static VOID Acquire(PIO_CSQ C, PKIRQL Irql) { UNREFERENCED_PARAMETER(C); KeAcquireSpinLock(&Lock, Irql); }
static VOID Release(PIO_CSQ C, KIRQL Irql) { UNREFERENCED_PARAMETER(C); KeReleaseSpinLock(&Lock, Irql); }
static VOID Cancelled(PIO_CSQ C, PIRP Irp)
{
    UNREFERENCED_PARAMETER(C);
    DbgPrint("cancelled\\n");
    Irp->IoStatus.Status = STATUS_CANCELLED;
    Irp->IoStatus.Information = 0;
    IoCompleteRequest(Irp, IO_NO_INCREMENT);
}
`,
    entry: `
    InitializeListHead(&Queue);
    KeInitializeSpinLock(&Lock);
    IoCsqInitialize(&Csq, Insert, Remove, Peek, Acquire, Release, Cancelled);`,
  },
).replace('static NTSTATUS Cleanup(PDEVICE_OBJECT DeviceObject, PIRP Irp);\n', '');

function run(body: string, globals = '') {
  const outcome = runLab({
    driver: DRIVER,
    app: `
#include <windows.h>
#include <winioctl.h>
#include <stdio.h>
#define IOCTL_LAB(n) CTL_CODE(FILE_DEVICE_UNKNOWN, 0x800 + (n), METHOD_BUFFERED, FILE_ANY_ACCESS)
static HANDLE h;
${globals}
static DWORD Queued(void)
{
    HANDLE other = CreateFileW(L"\\\\\\\\.\\\\Lab", GENERIC_READ, 0, NULL, OPEN_EXISTING, 0, NULL);
    DWORD n = 99, got;
    DeviceIoControl(other, IOCTL_LAB(2), NULL, 0, &n, sizeof n, &got, NULL);
    CloseHandle(other);
    return n;
}
static void Answer(DWORD value)
{
    HANDLE other = CreateFileW(L"\\\\\\\\.\\\\Lab", GENERIC_READ, 0, NULL, OPEN_EXISTING, 0, NULL);
    DWORD got;
    DeviceIoControl(other, IOCTL_LAB(1), &value, sizeof value, NULL, 0, &got, NULL);
    CloseHandle(other);
}
int main(void)
{
    DWORD out = 0, got = 0;
    OVERLAPPED o = {0};
    (void)out; (void)got; (void)o; (void)Queued; (void)Answer;
    h = CreateFileW(L"\\\\\\\\.\\\\Lab", GENERIC_READ | GENERIC_WRITE, 0, NULL, OPEN_EXISTING, FILE_FLAG_OVERLAPPED, NULL);
${body}
    return 0;
}
`,
  });
  return { ...outcome, lines: outcome.console.trim().split('\n') };
}

const START = `
    o.hEvent = CreateEventW(NULL, TRUE, FALSE, NULL);
    printf("%d ", DeviceIoControl(h, IOCTL_LAB(0), NULL, 0, &out, sizeof out, NULL, &o)); printf("%lu\\n", GetLastError());
`;

describe('overlapped', () => {
  test('returns 997 at once; the result comes through the event', () => {
    const { lines } = run(`${START}
    printf("%d ", GetOverlappedResult(h, &o, &got, FALSE)); printf("%lu\\n", GetLastError());
    Answer(42);
    printf("%lu ", WaitForSingleObject(o.hEvent, INFINITE));
    printf("%d ", GetOverlappedResult(h, &o, &got, FALSE)); printf("%lu %lu\\n", out, got);`);
    expect(lines).toEqual(['0 997', '0 996', '0 1 42 4']);
  });

  test('without an event waits for the handle', () => {
    const { lines } = run(`
    printf("%d\\n", DeviceIoControl(h, IOCTL_LAB(0), NULL, 0, &out, sizeof out, NULL, &o));
    Answer(7);
    printf("%d ", GetOverlappedResult(h, &o, &got, TRUE)); printf("%lu %lu\\n", out, got);`);
    expect(lines).toEqual(['0', '1 7 4']);
  });
});

describe('cancellation', () => {
  test('CancelIo ends what this thread has started on the handle', () => {
    const { lines, debug } = run(`${START}
    printf("%d\\n", CancelIo(h));
    printf("%d ", GetOverlappedResult(h, &o, &got, TRUE)); printf("%lu %lu\\n", GetLastError(), Queued());`);
    expect(lines).toEqual(['0 997', '1', '0 995 0']);
    expect(debug).toBe('cancelled\n');
  });

  test('CancelIoEx picks a request, also of another thread', () => {
    const { lines } = run(
      `
    HANDLE t = CreateThread(NULL, 0, Other, NULL, 0, NULL);
    while (Queued() != 1) Sleep(1);
    printf("%d\\n", CancelIoEx(h, &shared));
    WaitForSingleObject(t, INFINITE);
    printf("%d ", CancelIoEx(h, &shared)); printf("%lu\\n", GetLastError());`,
      `
static OVERLAPPED shared;
static DWORD WINAPI Other(PVOID p)
{
    DWORD out, got;
    (void)p;
    DeviceIoControl(h, IOCTL_LAB(0), NULL, 0, &out, sizeof out, NULL, &shared);
    if (!GetOverlappedResult(h, &shared, &got, TRUE)) printf("error %lu\\n", GetLastError());
    return 0;
}`,
    );
    expect(lines).toEqual(['1', 'error 995', '0 1168']);
  });

  test('a program that ends has its requests cancelled', () => {
    const { debug, end } = run(START);
    expect(end).toMatchObject({ kind: 'exit', status: 0 });
    expect(debug).toBe('cancelled\n');
  });

  test('a thread that is blocked in a request does not keep its process alive', () => {
    const { debug, end, lines } = run(
      `
    CreateThread(NULL, 0, Blocked, NULL, 0, NULL);
    while (Queued() != 1) Sleep(1);
    printf("leaving\\n");`,
      `
static DWORD WINAPI Blocked(PVOID p)
{
    HANDLE sync = CreateFileW(L"\\\\\\\\.\\\\Lab", GENERIC_READ, 0, NULL, OPEN_EXISTING, 0, NULL);
    DWORD out, got;
    (void)p;
    DeviceIoControl(sync, IOCTL_LAB(0), NULL, 0, &out, sizeof out, &got, NULL);
    printf("never\\n");
    return 0;
}`,
    );
    expect(end).toMatchObject({ kind: 'exit', status: 0 });
    expect(lines).toEqual(['leaving']);
    expect(debug).toBe('cancelled\n');
  });
});

describe('one synchronous handle', () => {
  test('takes one request at a time: a second thread waits', () => {
    const { lines } = run(
      `
    HANDLE t[2];
    h = CreateFileW(L"\\\\\\\\.\\\\Lab", GENERIC_READ, 0, NULL, OPEN_EXISTING, 0, NULL);
    t[0] = CreateThread(NULL, 0, Ask, NULL, 0, NULL);
    t[1] = CreateThread(NULL, 0, Ask, NULL, 0, NULL);
    Sleep(60);
    printf("%lu queued\\n", Queued());
    Answer(1);
    Sleep(60);
    printf("%lu queued\\n", Queued());
    Answer(2);
    WaitForMultipleObjects(2, t, TRUE, INFINITE);`,
      `
static DWORD WINAPI Ask(PVOID p)
{
    DWORD out = 0, got;
    (void)p;
    DeviceIoControl(h, IOCTL_LAB(0), NULL, 0, &out, sizeof out, &got, NULL);
    printf("answer %lu\\n", out);
    return 0;
}`,
    );
    expect(lines).toEqual(['1 queued', 'answer 1', '1 queued', 'answer 2']);
  });
});
