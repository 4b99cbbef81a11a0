/** Buffers of requests of recorded runs, at several instants of each. */
import { describe, expect, test } from 'vitest';
import type { Read } from '../../../kernel-sim/protocol/views.ts';
import { known } from '../shared/facts.ts';
import { AskedRun } from '../shared/testing-request.ts';
import { RecordedRun } from '../shared/testing-run.ts';
import { type BuffersInput, type BuffersModel, buffersOf, MOST_BYTES } from './model.ts';
import { planOf } from './plan.ts';
import { bytesAsked, MOST_WRITES } from './stale.ts';
import { buffersLines } from './twin.ts';

const DRIVER = `
#include <ntddk.h>
DRIVER_INITIALIZE DriverEntry;
DRIVER_UNLOAD Unload;
DRIVER_DISPATCH Dispatch;
static UNICODE_STRING Name = RTL_CONSTANT_STRING(L"\\\\Device\\\\Ways");
static UNICODE_STRING Link = RTL_CONSTANT_STRING(L"\\\\DosDevices\\\\Ways");
VOID Unload(PDRIVER_OBJECT Driver) { IoDeleteSymbolicLink(&Link); IoDeleteDevice(Driver->DeviceObject); }
NTSTATUS Dispatch(PDEVICE_OBJECT Device, PIRP Irp) {
    PIO_STACK_LOCATION stack = IoGetCurrentIrpStackLocation(Irp);
    ULONG_PTR information = 0;
    UNREFERENCED_PARAMETER(Device);
    if (stack->MajorFunction == IRP_MJ_WRITE) information = stack->Parameters.Write.Length;
    if (stack->MajorFunction == IRP_MJ_READ) {
        information = stack->Parameters.Read.Length;
        RtlFillMemory(Irp->MdlAddress ? MmGetSystemAddressForMdlSafe(Irp->MdlAddress, NormalPagePriority)
                                      : Irp->AssociatedIrp.SystemBuffer, information, 'r');
    }
    if (stack->MajorFunction == IRP_MJ_DEVICE_CONTROL) {
        ULONG code = stack->Parameters.DeviceIoControl.IoControlCode;
        information = stack->Parameters.DeviceIoControl.OutputBufferLength;
        if ((code >> 2 & 0xFFF) == 0x801) { /* writes 4 bytes, says all */
            *(PULONG)Irp->AssociatedIrp.SystemBuffer = 0x64636261;
        } else if ((code >> 2 & 0xFFF) == 0x802) { /* says more than there is room for */
            RtlFillMemory(Irp->AssociatedIrp.SystemBuffer, 4, 'x');
            information = 6;
        } else if ((code & 3) == METHOD_OUT_DIRECT) {
            PUCHAR out = MmGetSystemAddressForMdlSafe(Irp->MdlAddress, NormalPagePriority | MdlMappingNoExecute);
            RtlFillMemory(out, information, 'd');
        } else if ((code & 3) == METHOD_NEITHER) {
            RtlFillMemory(Irp->UserBuffer, information, 'n');
        }
    }
    Irp->IoStatus.Status = STATUS_SUCCESS;
    Irp->IoStatus.Information = information;
    IoCompleteRequest(Irp, IO_NO_INCREMENT);
    return STATUS_SUCCESS;
}
NTSTATUS DriverEntry(PDRIVER_OBJECT Driver, PUNICODE_STRING Path) {
    PDEVICE_OBJECT device;
    ULONG i;
    UNREFERENCED_PARAMETER(Path);
    IoCreateDevice(Driver, 0, &Name, FILE_DEVICE_UNKNOWN, 0, FALSE, &device);
    device->Flags |= DO_BUFFERED_IO;
    IoCreateSymbolicLink(&Link, &Name);
    for (i = 0; i <= IRP_MJ_MAXIMUM_FUNCTION; i++) Driver->MajorFunction[i] = Dispatch;
    Driver->DriverUnload = Unload;
    return STATUS_SUCCESS;
}`;

const APP = `
#include <windows.h>
#include <winioctl.h>
int main(void) {
    static char in[8] = "question", out[16]; static char small[4]; DWORD n;
    HANDLE h = CreateFileA("\\\\\\\\.\\\\Ways", GENERIC_READ | GENERIC_WRITE, 0, NULL, OPEN_EXISTING, 0, NULL);
    DeviceIoControl(h, CTL_CODE(0x8000, 0x801, METHOD_BUFFERED, 0), NULL, 0, out, 16, &n, NULL);
    DeviceIoControl(h, CTL_CODE(0x8000, 0x802, METHOD_BUFFERED, 0), NULL, 0, small, 4, &n, NULL);
    DeviceIoControl(h, CTL_CODE(0x8000, 0x803, METHOD_OUT_DIRECT, 0), in, 8, out, 16, &n, NULL);
    DeviceIoControl(h, CTL_CODE(0x8000, 0x804, METHOD_NEITHER, 0), in, 8, out, 16, &n, NULL);
    WriteFile(h, in, 8, &n, NULL);
    DeviceIoControl(h, CTL_CODE(0x8000, 0x805, METHOD_IN_DIRECT, 0), in, 8, out, 16, &n, NULL);
    ReadFile(h, out, 8, &n, NULL);
    return 0;
}`;

function ended(run: RecordedRun): AskedRun {
  run.toEnd();
  return new AskedRun(run);
}

/** Everything as the component asks for it. */
function modelAt(asked: AskedRun, ordinal: number, shown: number, before = shown): BuffersModel {
  const request = asked.request(ordinal);
  const { irp: address, tid, allocated, freed } = request;
  const record = <T>(read: Read<T>): T | undefined => known<T>(read);
  const events = asked
    .rows(['irp_copy', 'irp_call', 'irp_complete'], allocated - 1, freed)
    .flatMap(({ event }) => (event.irp === address ? [event] : []));
  const sent = events.find(({ event }) => event === 'irp_call')?.instant ?? allocated;
  const irpAt = (at: number) =>
    allocated <= at && at < (freed ?? Number.POSITIVE_INFINITY)
      ? record(asked.viewAt(at, { kind: 'irp', address }))
      : undefined;
  const plan = planOf({
    request,
    stack: record(asked.viewAt(allocated, { kind: 'stack', thread: tid })),
    irp: irpAt(sent),
    device: record(asked.viewAt(sent, { kind: 'device', address: request.device })),
  });
  const bytes = (where: string | undefined, length: number) => {
    const count = Math.min(length, MOST_BYTES);
    const at = (instant: number) =>
      where === undefined || count === 0
        ? undefined
        : record(asked.viewAt(instant, { kind: 'memory', thread: tid, address: where, format: 'bytes', count }));
    return { now: at(shown), before: at(before) };
  };
  const complete = events.findLast(({ event, instant }) => event === 'irp_complete' && instant < shown);
  const length = complete ? bytesAsked(plan, complete) : 0;
  asked.run.seek(complete?.instant ?? shown);
  const writes =
    length === 0 ? undefined : asked.run.lastWrites({ address: plan.systemBuffer, length, count: MOST_WRITES });
  const translation =
    plan.output &&
    record(asked.viewAt(shown, { kind: 'translation', address: plan.output.address, process: request.pid }));
  const input: BuffersInput = {
    ...{
      plan,
      shown,
      before,
      freed,
      irp: irpAt(shown),
      informationBefore: irpAt(before)?.information,
      events,
      writes,
      pool: 'tag Io',
    },
    ...{ input: bytes(plan.input?.address, plan.inputLength), output: bytes(plan.output?.address, plan.outputLength) },
    ...{ system: bytes(plan.systemBuffer, plan.systemLength), outputPhysical: translation?.physical ?? undefined },
    isCallersSpace: asked.situation(shown).pid === request.pid,
  };
  return buffersOf(input);
}

const textIn = (model: BuffersModel, id: string) =>
  model.boxes
    .find((box) => box.id === id)
    ?.cells.map(({ text }) => text)
    .join('');
const boxIn = (model: BuffersModel, id: string) => model.boxes.find((box) => box.id === id);

describe('METHOD_BUFFERED (mirror)', () => {
  const asked = ended(RecordedRun.ofSample('mirror'));
  const request = asked.request(2);
  const [copyIn, copyOut] = asked.rows(['irp_copy']).map(({ event }) => event.instant + 1);
  const complete = asked.rows(['irp_complete'], request.allocated)[0]?.event.instant ?? Number.NaN;

  test('has the two buffers of the program and one in pool, as long as the longer', () => {
    const { plan } = modelAt(asked, 2, copyIn);
    expect(plan).toMatchObject({ method: 'METHOD_BUFFERED', inputLength: 20, outputLength: 63, systemLength: 63 });
    expect(plan.input).toMatchObject({ length: 20, way: 'buffered' });
    expect(plan.output).toMatchObject({ length: 63, way: 'buffered' });
    expect(plan.systemBuffer).not.toBe(plan.input?.address);
  });

  test('before the copy in, the system buffer is not there; right after it, it has the bytes of the input', () => {
    const before = modelAt(asked, 2, request.allocated);
    expect(boxIn(before, 'system')).toMatchObject({ state: 'later', cells: [] });
    expect(before.copies.map(({ direction, state }) => `${direction} ${state}`)).toEqual(['in later', 'out later']);

    const after = modelAt(asked, 2, copyIn, copyIn - 1);
    expect(after.copies.map(({ state, news }) => `${state} ${news}`)).toEqual(['done just now', 'later ']);
    expect(textIn(after, 'system')?.slice(0, 20)).toBe('Hello from user mode');
    expect(textIn(after, 'input')).toBe('Hello from user mode');
  });

  test('at the completion the one buffer has the output over the input, and what changed is marked', () => {
    const model = modelAt(asked, 2, complete, copyIn);
    expect(textIn(model, 'system')?.slice(0, 20)).toBe('edom resu morf olleH');
    expect(boxIn(model, 'system')?.cells[0]).toMatchObject({ hex: '65', changed: true });
    expect(boxIn(model, 'input')?.cells.some(({ changed }) => changed)).toBe(false);
    expect(model.about).toContain('One buffer in pool serves both');
  });

  test('after the copy back the program has the answer, and the system buffer is soon gone', () => {
    const model = modelAt(asked, 2, request.freed ?? 0);
    expect(textIn(model, 'output')?.slice(0, 20)).toBe('edom resu morf olleH');
    expect(boxIn(model, 'output')?.cells[20]?.beyond).toBe(true);
    expect(boxIn(model, 'system')).toMatchObject({ state: 'gone', cells: [] });
    expect(model.copies.map(({ state }) => state)).toEqual(['done', 'done']);
    expect(model.lengths.at(-1)).toMatchObject({ name: 'IoStatus.Information', value: '20' });
    expect(model.warnings).toEqual([]);
    expect(copyOut).toBeGreaterThan(complete);
  });

  test('once the program has ended its buffers are gone', () => {
    const end = asked.rows(['user_exit'])[0]?.event.instant ?? Number.NaN;
    const late = asked.rows(['drv_unload'])[0]?.event.instant ?? end + 1;
    expect(boxIn(modelAt(asked, 2, late), 'input')).toMatchObject({ state: 'gone', note: 'its process is gone' });
  });

  test('the text twin says the same', () => {
    const lines = buffersLines(modelAt(asked, 2, complete, copyIn), 'Buffers of request 2').join('\n');
    expect(lines).toContain('Buffers of request 2, METHOD_BUFFERED.');
    expect(lines).toMatch(/System buffer at 0xFFFF[0-9A-F]+, 63 bytes \(tag Io\): 65 64 6F 6D/);
    expect(lines).toContain('Changed since the last stop: bytes 0');
    expect(lines).toMatch(/Not yet: at instant [\d,]+ the I\/O manager copies 20 bytes from the system buffer back/);
  });
});

test('a request without buffers: the driver of null gets NULL', () => {
  const asked = ended(RecordedRun.ofSample('null'));
  const model = modelAt(asked, 3, asked.run.at.instant);
  expect(model).toMatchObject({ boxes: [], mdl: null, copies: [] });
  expect(model.about).toContain('the SystemBuffer of the IRP is NULL');
});

describe('other methods, and what is doubtful', () => {
  const asked = ended(RecordedRun.of({ name: 'ways', driver: DRIVER, app: APP }));
  const freedOf = (ordinal: number) => asked.request(ordinal).freed ?? 0;
  const completionOf = (ordinal: number) =>
    asked.rows(['irp_complete'], asked.request(ordinal).allocated)[0]?.event.instant ?? Number.NaN;

  test('bytes that go back and were never written are found', () => {
    const model = modelAt(asked, 2, completionOf(2) + 1);
    const stale = boxIn(model, 'system')?.cells.map((cell) => cell.stale);
    expect(stale).toEqual([...Array(4).fill(false), ...Array(12).fill(true)]);
    expect(model.warnings).toEqual([expect.stringContaining('12 of the 16 bytes that go back were not written')]);
    expect(boxIn(model, 'output')?.cells.some((cell) => cell.stale)).toBe(false);
    expect(boxIn(modelAt(asked, 2, freedOf(2)), 'output')?.cells.map((cell) => cell.stale)).toEqual(stale);
    expect(modelAt(asked, 2, completionOf(2)).warnings).toEqual([]);
  });

  test('more Information than room is told', () => {
    const { warnings } = modelAt(asked, 3, completionOf(3) + 1);
    expect(warnings[0]).toContain("Information says 6 bytes, but the caller's buffer has 4");
  });

  test('METHOD_OUT_DIRECT: the input is copied, the output is an MDL over the very pages of the program', () => {
    const at = completionOf(4);
    const model = modelAt(asked, 4, at);
    expect(model.plan).toMatchObject({ method: 'METHOD_OUT_DIRECT', systemLength: 8 });
    expect(model.copies.map(({ direction, bytes }) => `${direction} ${bytes}`)).toEqual(['in 8']);
    expect(model.mdl).toMatchObject({ state: 'there', isLocked: true, length: 16, isSameFrame: true });
    expect(model.mdl?.mapping).toMatch(/^0xFFFF/);
    expect(textIn(model, 'output')).toBe('dddddddddddddddd');
    expect(modelAt(asked, 4, freedOf(4)).mdl?.state).toBe('gone');
    expect(buffersLines(model, 'Buffers').join('\n')).toContain("The caller's address leads to the same frame.");
  });

  test('METHOD_NEITHER: bare addresses, and whether they mean anything now', () => {
    const model = modelAt(asked, 5, completionOf(5));
    expect(model.plan).toMatchObject({ method: 'METHOD_NEITHER', systemLength: 0 });
    expect(boxIn(model, 'system')).toBeUndefined();
    expect(model.mdl).toBeNull();
    expect(textIn(model, 'output')).toBe('nnnnnnnnnnnnnnnn');
    expect(model.about).toContain('which is the current one now');
  });

  test('a write to a device with DO_BUFFERED_IO', () => {
    const model = modelAt(asked, 6, completionOf(6));
    expect(model.plan).toMatchObject({ method: 'DO_BUFFERED_IO', inputLength: 8, outputLength: 0, output: null });
    expect(textIn(model, 'system')).toBe('question');
  });

  test('METHOD_IN_DIRECT: both buffers are for the driver to read, the second through an MDL', () => {
    const model = modelAt(asked, 7, completionOf(7));
    expect(model.plan).toMatchObject({ method: 'METHOD_IN_DIRECT', inputLength: 8, systemLength: 8, outputLength: 16 });
    expect(model.copies.map(({ direction, bytes }) => `${direction} ${bytes}`)).toEqual(['in 8']);
    expect(textIn(model, 'system')).toBe('question');
    expect(model.mdl).toMatchObject({ state: 'there', isLocked: true, length: 16 });
  });

  test('a read from a device with DO_BUFFERED_IO: what the driver wrote is copied back', () => {
    const model = modelAt(asked, 8, completionOf(8) + 1);
    expect(model.plan).toMatchObject({ method: 'DO_BUFFERED_IO', inputLength: 0, input: null, outputLength: 8 });
    expect(textIn(model, 'system')).toBe('rrrrrrrr');
    expect(model.mdl).toBeNull();
    expect(textIn(modelAt(asked, 8, freedOf(8)), 'output')).toBe('rrrrrrrr');
  });

  test('a request without data says so', () => {
    expect(modelAt(asked, 1, completionOf(1)).about).toBe('This request carries no data.');
  });
});

describe('a device with DO_DIRECT_IO', () => {
  const direct = DRIVER.replace('DO_BUFFERED_IO', 'DO_DIRECT_IO');
  const asked = ended(RecordedRun.of({ name: 'ways', driver: direct, app: APP }));
  const completionOf = (ordinal: number) =>
    asked.rows(['irp_complete'], asked.request(ordinal).allocated)[0]?.event.instant ?? Number.NaN;

  test('a write: the pages of the program are locked, nothing is copied', () => {
    const model = modelAt(asked, 6, completionOf(6));
    expect(model.plan).toMatchObject({ method: 'DO_DIRECT_IO', systemLength: 0 });
    expect(model.copies).toEqual([]);
    expect(model.mdl).toMatchObject({ state: 'there', isLocked: true, length: 8 });
    expect(boxIn(model, 'system')).toBeUndefined();
  });

  test('a read: what the driver writes through the MDL is in the program at once', () => {
    const model = modelAt(asked, 8, completionOf(8));
    expect(model.plan).toMatchObject({ method: 'DO_DIRECT_IO', outputLength: 8 });
    expect(model.mdl).toMatchObject({ isLocked: true, isSameFrame: true, length: 8 });
    expect(textIn(model, 'output')).toBe('rrrrrrrr');
    expect(model.copies).toEqual([]);
  });
});
