/**
 * Loading and unloading of drivers, stacks of devices, and the library routines of the I/O manager (semantics B8).
 */
import { describe, expect, test } from 'vitest';
import { appWith, driverWith, runLab } from '../../lab-testing.ts';

/** Runs a DriverEntry body, without a program's part in it. */
function entry(body: string, globals = '', more: { unload?: string } = {}) {
  const outcome = runLab({
    driver: driverWith('return Complete(Irp, STATUS_SUCCESS, 0);', { globals, entry: body, ...more }),
    app: 'int main(void) { return 0; }',
  });
  return { ...outcome, lines: outcome.debug.trim().split('\n') };
}

describe('load', () => {
  test('hands the driver its object and registry path', () => {
    const { lines } = entry(
      `
      DbgPrint("%wZ %wZ\\n", &DriverObject->DriverName, RegistryPath);
      DbgPrint("%wZ %d\\n", &DriverObject->DriverExtension->ServiceKeyName, DriverObject->DriverInit == DriverEntry);
      DbgPrint("%d %d\\n", DriverObject->Type, DriverObject->Size == sizeof(DRIVER_OBJECT));`,
      'DRIVER_INITIALIZE DriverEntry;',
    );
    expect(lines).toEqual([
      '\\Driver\\lab \\Registry\\Machine\\System\\CurrentControlSet\\Services\\lab',
      'lab 1',
      '4 1',
    ]);
  });

  test('runs DriverEntry in the System process', () => {
    const { lines } = entry('DbgPrint("%p %d\\n", PsGetCurrentProcessId(), ExGetPreviousMode() == KernelMode);');
    expect(lines).toEqual(['0000000000000004 1']);
  });

  test('a major function that is left NULL is refused with INVALID_DEVICE_REQUEST', () => {
    const { console } = runLab({
      driver: driverWith('return Complete(Irp, STATUS_SUCCESS, 0);', {
        entry: 'DriverObject->MajorFunction[IRP_MJ_WRITE] = NULL;',
      }),
      app: appWith('printf("%d ", WriteFile(h, "x", 1, &got, NULL)); printf("%lu\\n", GetLastError());'),
    });
    expect(console).toBe('0 1\n');
  });

  test('a DriverEntry that fails: its status is reported, Unload is not called, no program is run', () => {
    const { end, console, debug } = runLab({
      driver: driverWith('return Complete(Irp, STATUS_SUCCESS, 0);', {
        entry: 'if (RegistryPath) return STATUS_INSUFFICIENT_RESOURCES;',
        unload: 'DbgPrint("unload\\n");',
      }),
      app: 'int puts(const char *); int main(void) { puts("ran"); return 0; }',
    });
    expect(end).toMatchObject({ kind: 'driver-failed', exitCode: 123, statusName: 'STATUS_INSUFFICIENT_RESOURCES' });
    expect(console).toBe('');
    expect(debug).toBe('');
  });
});

describe('unload', () => {
  test('runs at the end and takes device, link and driver object away', () => {
    const { lines, trace } = entry('', '', { unload: 'DbgPrint("unload\\n");' });
    expect(lines).toEqual(['unload']);
    const events = trace.map((e) => e.event);
    for (const name of ['link_delete', 'dev_delete', 'drv_unload']) expect(events).toContain(name);
    expect(trace.filter((e) => e.event === 'ob_delete').map((e) => e.type)).toEqual(
      expect.arrayContaining(['Device', 'Driver']),
    );
  });

  test('of a driver whose device is open waits for the last close, and refuses new opens', () => {
    const { console, debug } = runLab({
      driver: driverWith('return Complete(Irp, STATUS_SUCCESS, 0);', { unload: 'DbgPrint("unload\\n");' }),
      app: appWith(
        `
        UNICODE_STRING name = {6, 8, L"lab"};
        OutputDebugStringA("before\\n");
        printf("%lX\\n", NtUnloadDriver(&name));
        OutputDebugStringA("after\\n");
        printf("%d ", CreateFileW(L"\\\\\\\\.\\\\Lab", 0, 0, NULL, OPEN_EXISTING, 0, NULL) == INVALID_HANDLE_VALUE);
        printf("%lu\\n", GetLastError());
        CloseHandle(h);
        Sleep(50);
        OutputDebugStringA("end\\n");
        return 0;`,
        '#include <winternl.h>\n__declspec(dllimport) LONG NtUnloadDriver(PUNICODE_STRING Name);',
      ),
    });
    expect(console).toBe('0\n1 433\n');
    expect(debug.trim().split('\n')).toEqual(['before', 'after', 'unload', 'end']);
  });
});

describe('a filter above a device', () => {
  const GLOBALS = `
static PDEVICE_OBJECT Filter, Lower;
static KEVENT Done;
static NTSTATUS Control(PDEVICE_OBJECT DeviceObject, PIRP Irp);
static NTSTATUS Seen(PDEVICE_OBJECT DeviceObject, PIRP Irp, PVOID Context)
{
    DbgPrint("completion %d %p %d %lX\\n", DeviceObject == Filter, Context, Irp->PendingReturned, Irp->IoStatus.Status);
    if (Irp->PendingReturned) IoMarkIrpPending(Irp);
    return STATUS_CONTINUE_COMPLETION;
}
static NTSTATUS Catch(PDEVICE_OBJECT DeviceObject, PIRP Irp, PVOID Context)
{
    UNREFERENCED_PARAMETER(DeviceObject); UNREFERENCED_PARAMETER(Context);
    if (Irp->PendingReturned) KeSetEvent(&Done, IO_NO_INCREMENT, FALSE);
    return STATUS_MORE_PROCESSING_REQUIRED;
}
static VOID Attach(PDRIVER_OBJECT DriverObject, PDEVICE_OBJECT Device)
{
    IoCreateDevice(DriverObject, 0, NULL, FILE_DEVICE_UNKNOWN, 0, FALSE, &Filter);
    Lower = IoAttachDeviceToDeviceStack(Filter, Device);
    Filter->Flags &= ~DO_DEVICE_INITIALIZING;
    DbgPrint("stack %d %d\\n", Device->StackSize, Filter->StackSize);
}
`;
  const filtered = (control: string) =>
    runLab({
      driver: driverWith(
        `if (DeviceObject != Filter) {
           DbgPrint("device\\n");
           return Complete(Irp, STATUS_SUCCESS, 0);
         }
         ${control}`,
        { globals: GLOBALS, unload: 'IoDetachDevice(Lower); IoDeleteDevice(Filter);' },
      )
        .replace(
          'if (!NT_SUCCESS(Status)) return Status;',
          'if (!NT_SUCCESS(Status)) return Status;\n    Device->Flags &= ~DO_DEVICE_INITIALIZING; Attach(DriverObject, Device);',
        )
        .replace(
          'static NTSTATUS CreateClose(PDEVICE_OBJECT DeviceObject, PIRP Irp)\n{',
          `static NTSTATUS CreateClose(PDEVICE_OBJECT DeviceObject, PIRP Irp)\n{
             if (DeviceObject == Filter) { IoSkipCurrentIrpStackLocation(Irp); return IoCallDriver(Lower, Irp); }`,
        ),
      app: appWith('printf("%d\\n", DeviceIoControl(h, IOCTL_LAB(0), NULL, 0, NULL, 0, &got, NULL));'),
    });

  test('gets every request first; its completion routine runs with its own device', () => {
    const { lines } = withLines(
      filtered(`IoCopyCurrentIrpStackLocationToNext(Irp);
         IoSetCompletionRoutine(Irp, Seen, (PVOID)0x1234, TRUE, TRUE, TRUE);
         return IoCallDriver(Lower, Irp);`),
    );
    expect(lines).toEqual(['stack 1 2', 'device', 'completion 1 0000000000001234 0 0']);
  });

  test('can stop the completion and finish the request itself', () => {
    const outcome = filtered(`
         NTSTATUS Status;
         KeInitializeEvent(&Done, NotificationEvent, FALSE);
         IoCopyCurrentIrpStackLocationToNext(Irp);
         IoSetCompletionRoutine(Irp, Catch, NULL, TRUE, TRUE, TRUE);
         Status = IoCallDriver(Lower, Irp);
         if (Status == STATUS_PENDING) KeWaitForSingleObject(&Done, Executive, KernelMode, FALSE, NULL);
         DbgPrint("mine again\\n");
         return Complete(Irp, STATUS_UNSUCCESSFUL, 0);`);
    expect(withLines(outcome).lines).toEqual(['stack 1 2', 'device', 'mine again']);
    expect(outcome.console).toBe('0\n');
  });
});

function withLines<T extends { debug: string }>(outcome: T): T & { lines: string[] } {
  return { ...outcome, lines: outcome.debug.trim().split('\n') };
}

describe('library routines', () => {
  test('a driver builds a request and waits for it', () => {
    const { lines } = entry(
      `
      UNICODE_STRING Name = RTL_CONSTANT_STRING(L"\\\\Device\\\\Inner");
      PDEVICE_OBJECT Inner; KEVENT Event; IO_STATUS_BLOCK Iosb; ULONG Value = 5, Answer = 0; PIRP Irp; NTSTATUS St;
      IoCreateDevice(DriverObject, 0, &Name, FILE_DEVICE_UNKNOWN, 0, FALSE, &Inner);
      DriverObject->MajorFunction[IRP_MJ_DEVICE_CONTROL] = Double;
      KeInitializeEvent(&Event, NotificationEvent, FALSE);
      Irp = IoBuildDeviceIoControlRequest(CTL_CODE(0x22, 1, METHOD_BUFFERED, 0), Inner, &Value, 4, &Answer, 4, FALSE, &Event, &Iosb);
      St = IoCallDriver(Inner, Irp);
      if (St == STATUS_PENDING) { KeWaitForSingleObject(&Event, Executive, KernelMode, FALSE, NULL); St = Iosb.Status; }
      DbgPrint("%lX %lu %Iu\\n", St, Answer, Iosb.Information);
      IoDeleteDevice(Inner);`,
      `static NTSTATUS Double(PDEVICE_OBJECT DeviceObject, PIRP Irp)
      {
        UNREFERENCED_PARAMETER(DeviceObject);
        *(PULONG)Irp->AssociatedIrp.SystemBuffer *= 2;
        Irp->IoStatus.Status = 0; Irp->IoStatus.Information = 4;
        IoCompleteRequest(Irp, 0);
        return 0;
      }`,
    );
    expect(lines).toEqual(['0 10 4']);
  });

  test('a driver opens another device by name, and its own through ZwCreateFile', () => {
    const { lines } = entry(
      `
      UNICODE_STRING Name = RTL_CONSTANT_STRING(L"\\\\Device\\\\Other"), Bad = RTL_CONSTANT_STRING(L"\\\\Device\\\\Nobody");
      PDEVICE_OBJECT Other, Found; PFILE_OBJECT File; OBJECT_ATTRIBUTES Oa; IO_STATUS_BLOCK Iosb; HANDLE Handle; NTSTATUS St;
      IoCreateDevice(DriverObject, 0, &Name, FILE_DEVICE_UNKNOWN, 0, FALSE, &Other);
      Other->Flags &= ~DO_DEVICE_INITIALIZING;
      DriverObject->MajorFunction[IRP_MJ_CREATE] = DriverObject->MajorFunction[IRP_MJ_CLOSE] = Fine;
      DriverObject->MajorFunction[IRP_MJ_CLEANUP] = Fine;
      DbgPrint("%lX\\n", IoGetDeviceObjectPointer(&Bad, FILE_READ_DATA, &File, &Found));
      St = IoGetDeviceObjectPointer(&Name, FILE_READ_DATA, &File, &Found);
      DbgPrint("%lX %d\\n", St, Found == Other);
      ObDereferenceObject(File);
      InitializeObjectAttributes(&Oa, &Name, OBJ_KERNEL_HANDLE, NULL, NULL);
      St = ZwCreateFile(&Handle, GENERIC_READ | SYNCHRONIZE, &Oa, &Iosb, NULL, 0, 0, FILE_OPEN, FILE_SYNCHRONOUS_IO_NONALERT, NULL, 0);
      DbgPrint("%lX %d\\n", St, (LONG)(LONG_PTR)Handle < 0);
      St = ZwClose(Handle);
      DbgPrint("%lX ", St);
      St = ZwClose(Handle);
      DbgPrint("%lX\\n", St);
      IoDeleteDevice(Other);`,
      `static NTSTATUS Fine(PDEVICE_OBJECT DeviceObject, PIRP Irp)
      {
        UNREFERENCED_PARAMETER(DeviceObject);
        Irp->IoStatus.Status = 0; Irp->IoStatus.Information = 0;
        IoCompleteRequest(Irp, 0);
        return 0;
      }`,
    );
    expect(lines).toEqual(['C0000034', '0 1', '0 1', '0 C0000008']);
  });

  test('a name that is taken is refused', () => {
    const { lines } = entry(`
      UNICODE_STRING Name = RTL_CONSTANT_STRING(L"\\\\Device\\\\Twice"), Bad = RTL_CONSTANT_STRING(L"Twice");
      PDEVICE_OBJECT First, Second;
      DbgPrint("%lX\\n", IoCreateDevice(DriverObject, 0, &Name, FILE_DEVICE_UNKNOWN, 0, FALSE, &First));
      DbgPrint("%lX\\n", IoCreateDevice(DriverObject, 0, &Name, FILE_DEVICE_UNKNOWN, 0, FALSE, &Second));
      DbgPrint("%lX\\n", IoCreateDevice(DriverObject, 0, &Bad, FILE_DEVICE_UNKNOWN, 0, FALSE, &Second));
      IoDeleteDevice(First);`);
    expect(lines).toEqual(['0', 'C0000035', 'C000003B']);
  });

  test('remove locks and lookaside lists', () => {
    const { lines } = entry(
      `
      PVOID A, B;
      IoInitializeRemoveLock(&Lock, 'kcoL', 0, 0);
      DbgPrint("%lX %lX\\n", IoAcquireRemoveLock(&Lock, NULL), IoAcquireRemoveLock(&Lock, NULL));
      IoReleaseRemoveLock(&Lock, NULL);
      IoReleaseRemoveLockAndWait(&Lock, NULL);
      DbgPrint("%lX\\n", IoAcquireRemoveLock(&Lock, NULL));
      ExInitializeNPagedLookasideList(&List, NULL, NULL, POOL_NX_ALLOCATION, 48, 'kooL', 0);
      A = ExAllocateFromNPagedLookasideList(&List);
      ExFreeToNPagedLookasideList(&List, A);
      B = ExAllocateFromNPagedLookasideList(&List);
      DbgPrint("%d\\n", A == B);
      ExFreeToNPagedLookasideList(&List, B);
      ExDeleteNPagedLookasideList(&List);`,
      'static IO_REMOVE_LOCK Lock; static NPAGED_LOOKASIDE_LIST List;',
    );
    expect(lines).toEqual(['0 0', 'C0000056', '1']);
  });

  test('MDLs: locking, a second mapping, partial ones', () => {
    const { lines } = entry(`
      PUCHAR Pool = ExAllocatePool2(POOL_FLAG_NON_PAGED, 3 * PAGE_SIZE, 'tseT'), System;
      PMDL Mdl = IoAllocateMdl(Pool + 100, 5000, FALSE, FALSE, NULL), Part;
      MmProbeAndLockPages(Mdl, KernelMode, IoWriteAccess);
      System = MmGetSystemAddressForMdlSafe(Mdl, NormalPagePriority);
      Pool[4200] = 9;
      DbgPrint("%d %d %lu %lu\\n", System[4100], System != Pool + 100, MmGetMdlByteCount(Mdl), MmGetMdlByteOffset(Mdl));
      Part = IoAllocateMdl(Pool + 4196, 10, FALSE, FALSE, NULL);
      IoBuildPartialMdl(Mdl, Part, Pool + 4196, 10);
      DbgPrint("%d\\n", ((PUCHAR)MmGetSystemAddressForMdlSafe(Part, NormalPagePriority))[4]);
      IoFreeMdl(Part);
      MmUnlockPages(Mdl);
      IoFreeMdl(Mdl);
      ExFreePool(Pool);`);
    expect(lines).toEqual(['9 1 5000 100', '9']);
  });
});
