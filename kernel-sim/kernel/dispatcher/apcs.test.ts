/**
 * User-mode APCs: completion routines of ReadFileEx and WriteFileEx, QueueUserAPC, and the waits that they end.
 */
import { describe, expect, it } from 'vitest';
import { appWith, driverWith, runLab } from '../../lab-testing.ts';

/** Reads stay pending until they are cancelled or the next write, whose first byte they all get. */
const PENDING_READS = driverWith('    return Complete(Irp, STATUS_SUCCESS, 0);', {
  globals: `
static IO_CSQ Queue; static LIST_ENTRY List; static KSPIN_LOCK Lock;
static VOID Insert(PIO_CSQ q, PIRP i) { InsertTailList(&List, &i->Tail.Overlay.ListEntry); UNREFERENCED_PARAMETER(q); }
static VOID Remove(PIO_CSQ q, PIRP i) { RemoveEntryList(&i->Tail.Overlay.ListEntry); UNREFERENCED_PARAMETER(q); }
static PIRP Peek(PIO_CSQ q, PIRP i, PVOID c)
{
    PLIST_ENTRY e = i ? i->Tail.Overlay.ListEntry.Flink : List.Flink;
    UNREFERENCED_PARAMETER(q); UNREFERENCED_PARAMETER(c);
    return e == &List ? NULL : CONTAINING_RECORD(e, IRP, Tail.Overlay.ListEntry);
}
static VOID Acquire(PIO_CSQ q, PKIRQL k) { UNREFERENCED_PARAMETER(q); KeAcquireSpinLock(&Lock, k); }
static VOID Release(PIO_CSQ q, KIRQL k) { UNREFERENCED_PARAMETER(q); KeReleaseSpinLock(&Lock, k); }
static VOID Cancelled(PIO_CSQ q, PIRP i)
{
    UNREFERENCED_PARAMETER(q);
    i->IoStatus.Status = STATUS_CANCELLED; i->IoStatus.Information = 0;
    IoCompleteRequest(i, IO_NO_INCREMENT);
}
static NTSTATUS Read(PDEVICE_OBJECT d, PIRP i) { UNREFERENCED_PARAMETER(d); IoCsqInsertIrp(&Queue, i, NULL); return STATUS_PENDING; }
static NTSTATUS Write(PDEVICE_OBJECT d, PIRP i)
{
    PIRP Next;
    UNREFERENCED_PARAMETER(d);
    while ((Next = IoCsqRemoveNextIrp(&Queue, NULL)) != NULL) {
        *(char *)Next->AssociatedIrp.SystemBuffer = *(char *)i->AssociatedIrp.SystemBuffer;
        Next->IoStatus.Status = STATUS_SUCCESS; Next->IoStatus.Information = 1;
        IoCompleteRequest(Next, IO_NO_INCREMENT);
    }
    i->IoStatus.Status = STATUS_SUCCESS; i->IoStatus.Information = 1;
    IoCompleteRequest(i, IO_NO_INCREMENT);
    return STATUS_SUCCESS;
}
`,
  entry: `
    InitializeListHead(&List); KeInitializeSpinLock(&Lock);
    IoCsqInitialize(&Queue, Insert, Remove, Peek, Acquire, Release, Cancelled);
    DriverObject->MajorFunction[IRP_MJ_READ] = Read;
    DriverObject->MajorFunction[IRP_MJ_WRITE] = Write;
`,
}).replace(
  'DriverObject->DriverUnload = Unload;',
  'Device->Flags |= DO_BUFFERED_IO; DriverObject->DriverUnload = Unload;',
);

const GLOBALS = `
static int done;
static char data[4];
static OVERLAPPED ov[4];
static void CALLBACK Done(DWORD error, DWORD bytes, LPOVERLAPPED o)
{
    printf("%d: %lu %lu %c\\n", (int)(o - ov), error, bytes, data[o - ov] ? data[o - ov] : '-');
    done++;
}
static void CALLBACK Apc(ULONG_PTR n) { printf("apc %d\\n", (int)n); if (n == 9) RaiseException(0xE0000009, 0, 0, NULL); }
static DWORD WINAPI Sleeper(void *p) { printf("sleep %lu\\n", SleepEx(INFINITE, TRUE)); return 7; }
`;

function consoleOf(body: string, driver = PENDING_READS): string[] {
  const app = appWith(body, GLOBALS).replace('OPEN_EXISTING, 0, NULL', 'OPEN_EXISTING, FILE_FLAG_OVERLAPPED, NULL');
  const outcome = runLab({ driver, app });
  expect(outcome.report).toMatchObject({ ok: true });
  expect(outcome.end).toMatchObject({ kind: 'exit' });
  return outcome.console.trim().split('\n');
}

describe('completion routines', () => {
  it('run in order when the thread waits alertably, not before', () => {
    expect(
      consoleOf(`
      printf("%d\\n", ReadFileEx(h, &data[0], 1, &ov[0], Done));
      printf("%d\\n", ReadFileEx(h, &data[1], 1, &ov[1], Done));
      printf("%d\\n", WriteFileEx(h, "x", 1, &ov[2], Done));
      Sleep(50);
      printf("done %d\\n", done);
      printf("%lx\\n", SleepEx(1000, TRUE));
      printf("%lx\\n", SleepEx(0, TRUE));`),
    ).toEqual(['1', '1', '1', 'done 0', '0: 0 1 x', '1: 0 1 x', '2: 0 1 -', 'c0', '0']);
  });

  it('are told that a request was cancelled', () => {
    expect(
      consoleOf(`
      ReadFileEx(h, &data[0], 1, &ov[0], Done);
      CancelIo(h);
      printf("%lx\\n", WaitForSingleObjectEx(GetCurrentThread(), 100, TRUE));`),
    ).toEqual(['0: 995 0 -', 'c0']);
  });

  it('are not called for a request that failed at once', () => {
    expect(consoleOf('printf("%d %lu\\n", ReadFileEx(h, (void *)8, 1, &ov[0], Done), GetLastError());')[0]).toMatch(
      /^0 /,
    );
  });

  it('wake a thread that waits already', () => {
    expect(
      consoleOf(
        `
      HANDLE t = CreateThread(NULL, 0, Sleeper, NULL, 0, NULL);
      Sleep(50);
      printf("%lu\\n", QueueUserAPC(Apc, t, 5));
      WaitForSingleObject(t, INFINITE);
      printf("%lu %lu\\n", QueueUserAPC(Apc, t, 6), GetLastError());`,
      ),
    ).toEqual(expect.arrayContaining(['apc 5', 'sleep 192', '1']));
  });

  it('raise exceptions into the frame that waits', () => {
    expect(
      consoleOf(`
      QueueUserAPC(Apc, GetCurrentThread(), 9);
      __try { SleepEx(10, TRUE); } __except (EXCEPTION_EXECUTE_HANDLER) { printf("caught %lx\\n", GetExceptionCode()); }
      printf("%lx\\n", SleepEx(10, TRUE));`),
    ).toEqual(['apc 9', 'caught e0000009', '0']);
  });

  it('are forgotten with the thread', () => {
    expect(
      consoleOf(
        'QueueUserAPC(Apc, GetCurrentThread(), 1); ReadFileEx(h, &data[0], 1, &ov[0], Done); printf("end\\n");',
      ),
    ).toEqual(['end']);
  });
});
