/**
 * Completion of requests, seen from the program: what it gets when the driver keeps the contract, and what follows when it does not
 * (semantics B4 to B6). Nothing of this is special-cased in the I/O manager.
 */
import { describe, expect, test } from 'vitest';
import { appWith, driverWith, runLab } from '../../lab-testing.ts';

/** `control` is the body of DEVICE_CONTROL; `read` that of READ. */
function driver(control: string, read = 'return Complete(Irp, STATUS_SUCCESS, 0);', globals = ''): string {
  return driverWith(control, {
    globals: `${globals}\nstatic NTSTATUS Read(PDEVICE_OBJECT DeviceObject, PIRP Irp);`,
    entry: 'DriverObject->MajorFunction[IRP_MJ_READ] = Read;',
  }).concat(`
static NTSTATUS Read(PDEVICE_OBJECT DeviceObject, PIRP Irp)
{
    UNREFERENCED_PARAMETER(DeviceObject);
    ${read}
}
`);
}

/** Completes the request that was kept, from a work item, so in another thread. */
const LATER = `
static NTSTATUS LaterStatus;
static VOID Later(PDEVICE_OBJECT DeviceObject, PVOID Context)
{
    PIRP Irp = Context;
    PIO_WORKITEM Item = Irp->Tail.Overlay.DriverContext[0];
    UNREFERENCED_PARAMETER(DeviceObject);
    Irp->IoStatus.Status = LaterStatus;
    Irp->IoStatus.Information = NT_SUCCESS(LaterStatus) ? 4 : 0;
    if (Irp->AssociatedIrp.SystemBuffer) *(PULONG)Irp->AssociatedIrp.SystemBuffer = 77;
    IoFreeWorkItem(Item);
    IoCompleteRequest(Irp, IO_NO_INCREMENT);
}
static VOID CompleteLater(PDEVICE_OBJECT DeviceObject, PIRP Irp, NTSTATUS Status)
{
    PIO_WORKITEM Item = IoAllocateWorkItem(DeviceObject);
    LaterStatus = Status;
    Irp->Tail.Overlay.DriverContext[0] = Item;
    IoQueueWorkItem(Item, Later, DelayedWorkQueue, Irp);
}
`;

const CONTROL = `
    DWORD in = 7, out = 0xAAAAAAAA;
    BOOL ok;
    got = 0xBBBBBBBB;
    SetLastError(0);
    ok = DeviceIoControl(h, IOCTL_LAB(0), &in, sizeof in, &out, sizeof out, &got, NULL);
    printf("%d %lu %lX %lX\\n", ok, ok ? 0 : GetLastError(), out, got);
`;

describe('a control request', () => {
  test('that succeeds at once copies Information bytes back', () => {
    const { console, end } = runLab({
      driver: driver('*(PULONG)Buffer = 0x1234; return Complete(Irp, STATUS_SUCCESS, 2);'),
      app: appWith(CONTROL),
    });
    expect(end).toMatchObject({ kind: 'exit', status: 0 });
    expect(console).toBe('1 0 AAAA1234 2\n');
  });

  test('that fails leaves count and buffer untouched', () => {
    const { console } = runLab({
      driver: driver('*(PULONG)Buffer = 0x1234; return Complete(Irp, STATUS_INVALID_PARAMETER, 4);'),
      app: appWith(CONTROL),
    });
    expect(console).toBe('0 87 AAAAAAAA BBBBBBBB\n');
  });

  test('that ends with a warning is FALSE, with data and count', () => {
    const { console } = runLab({
      driver: driver('*(PULONG)Buffer = 0x1234; return Complete(Irp, STATUS_BUFFER_OVERFLOW, 4);'),
      app: appWith(CONTROL),
    });
    expect(console).toBe('0 234 1234 4\n');
  });

  test('follows the returned status for the result, IoStatus for data and count', () => {
    const { console } = runLab({
      driver: driver('*(PULONG)Buffer = 0x1234; Complete(Irp, STATUS_SUCCESS, 4); return STATUS_UNSUCCESSFUL;'),
      app: appWith(CONTROL),
    });
    expect(console).toMatch(/^0 31 1234 /);
  });

  test('that is pending and completed later is waited for', () => {
    const { console, end } = runLab({
      driver: driver(
        'IoMarkIrpPending(Irp); CompleteLater(DeviceObject, Irp, STATUS_SUCCESS); return STATUS_PENDING;',
        undefined,
        LATER,
      ),
      app: appWith(CONTROL),
    });
    expect(end).toMatchObject({ kind: 'exit', status: 0 });
    expect(console).toBe('1 0 4D 4\n');
  });

  test('that is pending and fails later fails', () => {
    const { console } = runLab({
      driver: driver(
        'IoMarkIrpPending(Irp); CompleteLater(DeviceObject, Irp, STATUS_CANCELLED); return STATUS_PENDING;',
        undefined,
        LATER,
      ),
      app: appWith(CONTROL),
    });
    expect(console).toBe('0 995 AAAAAAAA BBBBBBBB\n');
  });

  test('that was not marked pending succeeds by luck', () => {
    const { console } = runLab({
      driver: driver('CompleteLater(DeviceObject, Irp, STATUS_SUCCESS); return STATUS_PENDING;', undefined, LATER),
      app: appWith(CONTROL),
    });
    expect(console).toBe('1 0 4D 4\n');
  });

  test('that was not marked pending and fails hangs', () => {
    const { end } = runLab({
      driver: driver('CompleteLater(DeviceObject, Irp, STATUS_UNSUCCESSFUL); return STATUS_PENDING;', undefined, LATER),
      app: appWith(CONTROL),
    });
    expect(end?.kind).toBe('hang');
  });

  test('that nobody completes hangs and is named', () => {
    const { end } = runLab({ driver: driver('IoMarkIrpPending(Irp); return STATUS_PENDING;'), app: appWith(CONTROL) });
    expect(end).toMatchObject({ kind: 'hang' });
    expect(JSON.stringify(end)).toContain('lab');
  });

  test('copies as many bytes as Information says, whatever the buffer holds', () => {
    const { console } = runLab({
      driver: driver('RtlFillMemory(Buffer, Out, 0x41); return Complete(Irp, STATUS_SUCCESS, 8);'),
      app: appWith(`
    char buffer[16] = "xxxxxxxxxxxxxxx";
    DeviceIoControl(h, IOCTL_LAB(0), NULL, 0, buffer, 4, &got, NULL);
    printf("%.4s %d %lu\\n", buffer, buffer[4] != 'x', got);
`),
    });
    expect(console).toBe('AAAA 1 8\n');
  });
});

describe('a read request', () => {
  const READ = `
    char buffer[8] = "-------";
    got = 99;
    printf("%d ", ReadFile(h, buffer, 4, &got, NULL));
    printf("%lu %s\\n", got, buffer);
`;
  const buffered = (read: string) =>
    driver('return Complete(Irp, STATUS_INVALID_DEVICE_REQUEST, 0);', read, LATER).replace(
      'DriverObject->MajorFunction[IRP_MJ_CREATE] = CreateClose;',
      'Device->Flags |= DO_BUFFERED_IO; DriverObject->MajorFunction[IRP_MJ_CREATE] = CreateClose;',
    );

  test('returns its bytes', () => {
    const { console } = runLab({
      driver: buffered(
        'RtlCopyMemory(Irp->AssociatedIrp.SystemBuffer, "abcd", 4); return Complete(Irp, STATUS_SUCCESS, 3);',
      ),
      app: appWith(READ),
    });
    expect(console).toBe('1 3 abc----\n');
  });

  test('at the end of the file is TRUE with no bytes', () => {
    const { console } = runLab({
      driver: buffered('return Complete(Irp, STATUS_END_OF_FILE, 0);'),
      app: appWith(READ),
    });
    expect(console).toBe('1 0 -------\n');
  });

  test('that was not marked pending never finishes', () => {
    const { end } = runLab({
      driver: buffered('CompleteLater(DeviceObject, Irp, STATUS_SUCCESS); return STATUS_PENDING;'),
      app: appWith(READ),
    });
    expect(end?.kind).toBe('hang');
  });

  test('that was marked pending is finished by the APC', () => {
    const { console } = runLab({
      driver: buffered(
        'IoMarkIrpPending(Irp); CompleteLater(DeviceObject, Irp, STATUS_SUCCESS); return STATUS_PENDING;',
      ),
      app: appWith(READ),
    });
    expect(console).toMatch(/^1 4 M/);
  });
});

describe('where stage 2 runs', () => {
  const order = (trace: { event: string }[], names: string[]) =>
    trace.map((e) => e.event).filter((e) => names.includes(e));

  test("a control request's IRP is gone when IoCompleteRequest returns, a read's is not", () => {
    const { trace } = runLab({
      driver: driver(
        'LabMark("done"); return Complete(Irp, STATUS_SUCCESS, 0);',
        'LabMark("done"); return Complete(Irp, STATUS_SUCCESS, 0);',
      ),
      app: appWith(
        'char b[4]; DeviceIoControl(h, IOCTL_LAB(0), NULL, 0, NULL, 0, &got, NULL); ReadFile(h, b, 4, &got, NULL);',
      ),
    });
    const [control, read] = trace.filter((e) => e.event === 'mark').map((e) => trace.indexOf(e));
    expect(order(trace.slice(control), ['irp_free', 'irp_return']).slice(0, 2)).toEqual(['irp_free', 'irp_return']);
    expect(order(trace.slice(read), ['irp_free', 'irp_return']).slice(0, 2)).toEqual(['irp_return', 'irp_free']);
  });

  test('the story of one buffered request is told in order', () => {
    const { trace } = runLab({
      driver: driver('return Complete(Irp, STATUS_SUCCESS, 4);'),
      app: appWith(CONTROL),
    });
    const call = trace.findIndex((e) => e.event === 'syscall_enter' && e.name === 'NtDeviceIoControlFile');
    const names = ['irp_alloc', 'irp_copy', 'irp_call', 'irp_complete', 'irp_free', 'irp_return', 'syscall_exit'];
    expect(order(trace.slice(call), names).slice(0, 8)).toEqual([
      ...['irp_alloc', 'irp_copy', 'irp_call', 'irp_complete', 'irp_copy', 'irp_free', 'irp_return', 'syscall_exit'],
    ]);
    expect(trace.slice(call).find((e) => e.event === 'irp_call')).toMatchObject({
      driver: '\\Driver\\lab',
      major: 'IRP_MJ_DEVICE_CONTROL',
      ioctl: 0x222000,
      location: 1,
    });
  });
});

describe('bug checks', () => {
  const bugCheck = (control: string, read?: string) =>
    runLab({
      driver: driver(control, read),
      app: appWith(
        'char b[4]; if (!DeviceIoControl(h, IOCTL_LAB(0), b, 4, b, 4, &got, NULL)) ReadFile(h, b, 4, &got, NULL);',
      ),
    }).end;

  test('0x44 when a request is completed twice', () => {
    expect(bugCheck('Complete(Irp, STATUS_SUCCESS, 0); return Complete(Irp, STATUS_SUCCESS, 0);')).toMatchObject({
      kind: 'bugcheck',
      bugcheck: { code: 0x44 },
    });
    expect(
      bugCheck(
        'return Complete(Irp, STATUS_UNSUCCESSFUL, 0);',
        'Irp->IoStatus.Status = 0; IoCompleteRequest(Irp, 0); IoCompleteRequest(Irp, 0); return 0;',
      ),
    ).toMatchObject({ kind: 'bugcheck', bugcheck: { code: 0x44 } });
  });

  test('0x35 when a request is passed on with no location left', () => {
    expect(bugCheck('return IoCallDriver(DeviceObject, Irp);')).toMatchObject({
      kind: 'bugcheck',
      bugcheck: { code: 0x35 },
    });
  });
});
