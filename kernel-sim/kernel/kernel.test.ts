/**
 * The kernel at work: the guest kernel is compiled once, small drivers and programs run on it. What they print, how runs end, which bug
 * check a mistake is (semantics B9), and that equal seeds give equal machines.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import type { Image } from '../c/image.ts';
import { type BuildOptions, build } from '../c/index.ts';
import { guestInclude } from '../guest/build.ts';
import { guestSources } from '../guest/sources.ts';
import { TrapFrame } from '../machine/layout.ts';
import { Machine } from '../machine/machine.ts';
import type { RunEnd } from '../protocol/lab-api.ts';
import { attachMachine, type BootOptions, bootMachine } from './boot.ts';
import { describeEnd, describeLimit } from './bugcheck.ts';
import type { Kernel } from './kernel.ts';
import { C, KTRAP_FRAME } from './layouts.generated.ts';
import { appendInput } from './session.ts';

interface Run {
  kernel: Kernel;
  end: RunEnd;
  /** DbgPrint, console and notes, in order. */
  output: string[];
}

let ntoskrnl: Image;
let libraries: Image[];

function compile(
  options: Partial<BuildOptions> & Pick<BuildOptions, 'name' | 'kind' | 'sources'>,
  folders: string[],
): Image {
  const result = build({
    include: guestInclude(guestSources, folders),
    defines: [],
    profile: 'guest',
    libraries: [],
    entry: undefined,
    ...options,
  });
  if (result.image) return result.image;
  throw new Error(result.diagnostics.list.map((d) => `${d.id}: ${d.text}`).join('\n'));
}

function guestFolder(folder: string): BuildOptions['sources'] {
  return Object.keys(guestSources)
    .filter((path) => path.startsWith(`${folder}/`) && path.endsWith('.c'))
    .sort()
    .map((name) => ({ name, text: guestSources[name] }));
}

/** A library that is only there to be mapped. */
function emptyLibrary(name: string): Image {
  return compile({ name, kind: 'dll', sources: [{ name: 'empty.c', text: 'int empty(void) { return 1; }' }] }, []);
}

const exportsOf = (image: Image) => ({ image: image.name, exports: Object.keys(image.exports) });

beforeAll(() => {
  ntoskrnl = compile(
    { name: 'ntoskrnl.exe', kind: 'exe', sources: guestFolder('ntoskrnl'), entry: 'KiSystemStartup' },
    ['ntoskrnl'],
  );
  const ntdll = compile({ name: 'ntdll.dll', kind: 'dll', sources: guestFolder('user/ntdll') }, [
    'user/ntdll',
    'ntoskrnl',
    'user',
  ]);
  libraries = [ntdll, emptyLibrary('kernel32.dll'), emptyLibrary('msvcrt.dll'), emptyLibrary('advapi32.dll')];
}, 60_000);

function driver(text: string): Image {
  const sources = [{ name: 'driver.c', text }];
  return compile(
    {
      name: 'drv.sys',
      kind: 'sys',
      sources,
      profile: 'driver',
      libraries: [exportsOf(ntoskrnl)],
      entry: 'DriverEntry',
    },
    [],
  );
}

/** A program over ntdll alone, entered at `main`. */
function program(body: string, name = 'app.exe'): Image {
  const text = `#include "native.h"
    static void put(const char *s) { ULONG n = 0; while (s[n]) n++; NtLabConsoleWrite((PVOID)s, n); }
    ${body.includes('main(') ? body : `int main(void) { ${body} NtTerminateProcess(NtCurrentProcess(), 0); return 0; }`}`;
  const sources = [{ name: 'app.c', text }];
  return compile({ name, kind: 'exe', sources, libraries: [exportsOf(libraries[0])], entry: 'main' }, [
    'user',
    'ntoskrnl',
  ]);
}

function boot(images: Image[], options: Partial<BootOptions> = {}): Kernel {
  return bootMachine({
    images: [ntoskrnl, ...libraries, ...images],
    cpus: 2,
    seed: 1,
    ramBytes: 16 << 20,
    drivers: images.filter((image) => image.kind === 'sys').map((image) => image.name.replace('.sys', '')),
    programs: images
      .filter((image) => image.kind === 'exe')
      .map((image) => ({ image: image.name, commandLine: image.name })),
    parallel: false,
    debugger: false,
    stdin: new Uint8Array(),
    interactive: false,
    ...options,
  });
}

function run(images: Image[], options: Partial<BootOptions> = {}, instructions = 4_000_000): Run {
  const kernel = boot(images, options);
  const output: string[] = [];
  kernel.trace.listener = (name, values) => {
    if (name === 'dbg' || name === 'console' || name === 'note') output.push(String(values[0]).trim());
  };
  kernel.run(instructions);
  return { kernel, output, end: describeEnd(kernel) ?? describeLimit(kernel, 'the instruction limit was') };
}

const DRIVER_HEAD = `#include <ntddk.h>
  static KDPC Dpc; static KEVENT Event; static KTIMER Timer; static KSPIN_LOCK Lock; static KSEMAPHORE Semaphore;
  static volatile int Zero, Fired;
  static LARGE_INTEGER Due; static KIRQL Irql;
  static void Delay(LONGLONG ms) { Due.QuadPart = -10000 * ms; KeDelayExecutionThread(KernelMode, FALSE, &Due); }`;

/** A driver whose DriverEntry runs `body`; `dpc` is the body of the DPC routine, `more` further functions. */
function entry(body: string, { dpc = '', more = '' } = {}): Image {
  return driver(`${DRIVER_HEAD} ${more}
    static void DpcRoutine(PKDPC D, PVOID Context, PVOID A, PVOID B) { Fired++; ${dpc} }
    NTSTATUS DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath) {
      volatile int *null = 0; int x = 0;
      KeInitializeEvent(&Event, SynchronizationEvent, FALSE); KeInitializeSpinLock(&Lock); KeInitializeTimer(&Timer);
      KeInitializeDpc(&Dpc, DpcRoutine, NULL); KeInitializeSemaphore(&Semaphore, 0, 10);
      ${body}
      return STATUS_SUCCESS; }`);
}

describe('layouts', () => {
  it('guest C and the machine agree on the trap frame', () => {
    expect(KTRAP_FRAME.size).toBe(TrapFrame.BYTES);
    const pairs = [
      ['Vector', 'VECTOR'],
      ['FaultAddress', 'FAULT_ADDRESS'],
      ['Rip', 'IP'],
      ['Rbp', 'FP'],
      ['Rsp', 'SP'],
      ['Mode', 'MODE'],
      ['Irql', 'IRQL'],
      ['Enter', 'ENTER'],
      ['Rax', 'RAX'],
      ['R11', 'R11'],
      ['EnterFlags', 'ENTER_FLAGS'],
      ['EnterReturn', 'ENTER_RETURN'],
      ['Window', 'WINDOW'],
      ['Previous', 'PREVIOUS'],
      ['PreviousMode', 'PREVIOUS_MODE'],
      ['Arguments', 'ARGUMENTS'],
    ] as const;
    for (const [ours, theirs] of pairs) expect([ours, KTRAP_FRAME.off[ours]]).toEqual([ours, TrapFrame[theirs]]);
  });
});

describe('boot', () => {
  it.each([1, 2, 4, 8])('an empty session ends by itself on %i processors', (cpus) => {
    expect(run([], { cpus }).end).toEqual({ kind: 'exit', exitCode: 0, status: 0 });
  });

  it('boots in 4 MiB of RAM', () => {
    expect(run([], { ramBytes: 4 << 20 }).end.kind).toBe('exit');
  });
});

describe('drivers', () => {
  it('handle exceptions: hardware, raised, nested, in the order of the language', () => {
    const { output, end } = run([
      entry(`
        __try { *null = 1; } __except (GetExceptionCode() == STATUS_ACCESS_VIOLATION) { DbgPrint("av\\n"); }
        __try { x = 5 / Zero; } __except (EXCEPTION_EXECUTE_HANDLER) { DbgPrint("divide %x\\n", GetExceptionCode()); }
        __try { ((void (*)(void))0)(); } __except (1) { DbgPrint("null call\\n"); }
        __try { *(volatile int *)0xDEADBEEFDEADBEEF = 1; } __except (1) { DbgPrint("not canonical\\n"); }
        __try { ExRaiseStatus(STATUS_NO_MEMORY); } __except (1) { DbgPrint("raised %x\\n", GetExceptionCode()); }
        __try { __try { *null = 1; } __finally { DbgPrint("finally %d\\n", AbnormalTermination()); } }
        __except (DbgPrint("filter\\n"), 1) { DbgPrint("handler\\n"); }
        __try { __try { __try { *null = 1; } __finally { DbgPrint("f1\\n"); x = 1 / Zero; } } __finally { DbgPrint("f2\\n"); } }
        __except (1) { DbgPrint("outer %x\\n", GetExceptionCode()); }
        __try { ProbeForWrite((PVOID)0xFFFF800000000000, 4, 1); } __except (1) { DbgPrint("probe\\n"); }`),
    ]);
    expect(output).toEqual(
      'av|divide c0000094|null call|not canonical|raised c0000017|filter|finally 1|handler|f1|f2|outer c0000094|probe'.split(
        '|',
      ),
    );
    expect(end.kind).toBe('exit');
  });

  it('an exception of a deep call unwinds to the handler that asked for it', () => {
    const more = `static int Deep(int n) { __try { return n == 0 ? 1 / Zero : Deep(n - 1) + 1; } __finally { if (n % 4 == 0) DbgPrint("%d\\n", n); } }`;
    const { output } = run([entry('__try { x = Deep(9); } __except (1) { DbgPrint("caught\\n"); }', { more })]);
    expect(output).toEqual(['0', '4', '8', 'caught']);
  });

  it('wait for events, timers and threads; a timer expires at a clock tick', () => {
    const more = `static void Worker(PVOID C) { int i; for (i = 0; i < 3; i++) { KeWaitForSingleObject(&Semaphore, Executive, KernelMode, FALSE, NULL);
        DbgPrint("worker %d\\n", i); } PsTerminateSystemThread(STATUS_SUCCESS); }`;
    const { output, end } = run([
      entry(
        `HANDLE h; PVOID thread; PVOID objects[2]; ULONGLONG t; NTSTATUS s;
        t = KeQueryInterruptTime(); Due.QuadPart = -10000; KeSetTimer(&Timer, Due, &Dpc);
        s = KeWaitForSingleObject(&Event, Executive, KernelMode, FALSE, NULL);
        t = KeQueryInterruptTime() - t; DbgPrint("timer %d %d %d\\n", s, Fired, t == 156250 || t == 312500);
        Due.QuadPart = -10000; DbgPrint("timeout %x\\n", KeWaitForSingleObject(&Event, Executive, KernelMode, FALSE, &Due));
        PsCreateSystemThread(&h, THREAD_ALL_ACCESS, NULL, NULL, NULL, Worker, NULL);
        ObReferenceObjectByHandle(h, THREAD_ALL_ACCESS, *PsThreadType, KernelMode, &thread, NULL); ZwClose(h);
        KeReleaseSemaphore(&Semaphore, 0, 3, FALSE); KeSetEvent(&Event, 0, FALSE);
        objects[0] = &Event; objects[1] = thread;
        DbgPrint("all %x\\n", KeWaitForMultipleObjects(2, objects, WaitAll, Executive, KernelMode, FALSE, NULL, NULL));
        DbgPrint("state %d\\n", KeReadStateEvent(&Event)); ObDereferenceObject(thread);`,
        { more, dpc: 'KeSetEvent(&Event, 0, FALSE);' },
      ),
    ]);
    expect(output).toEqual(['timer 0 1 1', 'timeout 102', 'worker 0', 'worker 1', 'worker 2', 'all 0', 'state 0']);
    expect(end.kind).toBe('exit');
  });

  it('a DPC waits until IRQL is below DISPATCH_LEVEL', () => {
    const { output } = run(
      [
        entry(`KeAcquireSpinLock(&Lock, &Irql); DbgPrint("%d to %d\\n", Irql, KeGetCurrentIrql());
        KeInsertQueueDpc(&Dpc, NULL, NULL); DbgPrint("fired %d\\n", Fired);
        KeReleaseSpinLock(&Lock, Irql); DbgPrint("fired %d\\n", Fired);`),
      ],
      { cpus: 1 },
    );
    expect(output).toEqual(['0 to 2', 'fired 0', 'fired 1']);
  });

  it('a special kernel APC runs in a waiting thread, which goes on waiting', () => {
    const more = `static KAPC Apc;
      static void Kernel(PKAPC A, PKNORMAL_ROUTINE *N, PVOID *C, PVOID *X, PVOID *Y) { DbgPrint("apc irql %d\\n", KeGetCurrentIrql()); KeSetEvent(&Event, 0, FALSE); }
      static void Waiter(PVOID C) { DbgPrint("wait %x\\n", KeWaitForSingleObject(&Semaphore, Executive, KernelMode, FALSE, NULL)); KeSetEvent(&Event, 0, FALSE); }`;
    const { output } = run([
      entry(
        `HANDLE h; PKTHREAD t; PsCreateSystemThread(&h, THREAD_ALL_ACCESS, NULL, NULL, NULL, Waiter, NULL);
        ObReferenceObjectByHandle(h, THREAD_ALL_ACCESS, *PsThreadType, KernelMode, (PVOID *)&t, NULL); Delay(20);
        KeInitializeApc(&Apc, t, OriginalApcEnvironment, Kernel, NULL, NULL, KernelMode, NULL); KeInsertQueueApc(&Apc, NULL, NULL, 0);
        KeWaitForSingleObject(&Event, Executive, KernelMode, FALSE, NULL); DbgPrint("release\\n");
        KeReleaseSemaphore(&Semaphore, 0, 1, FALSE); KeWaitForSingleObject(&Event, Executive, KernelMode, FALSE, NULL);`,
        { more },
      ),
    ]);
    expect(output).toEqual(['apc irql 1', 'release', 'wait 0']);
  });

  it('work items run in a system thread; mutexes recurse and disable APCs; resources let readers share', () => {
    const more = `static WORK_QUEUE_ITEM Item; static KMUTEX Mutex; static ERESOURCE Resource;
      static void Work(PVOID C) { DbgPrint("work %d %d\\n", PsIsSystemThread(PsGetCurrentThread()), (int)(LONG_PTR)C); KeSetEvent(&Event, 0, FALSE); }`;
    const { output } = run([
      entry(
        `ExInitializeWorkItem(&Item, Work, (PVOID)7); ExQueueWorkItem(&Item, DelayedWorkQueue);
        KeWaitForSingleObject(&Event, Executive, KernelMode, FALSE, NULL);
        KeInitializeMutex(&Mutex, 0); KeWaitForSingleObject(&Mutex, Executive, KernelMode, FALSE, NULL);
        KeWaitForSingleObject(&Mutex, Executive, KernelMode, FALSE, NULL); KeReleaseMutex(&Mutex, FALSE);
        DbgPrint("apcs %d\\n", KeAreApcsDisabled()); KeReleaseMutex(&Mutex, FALSE); DbgPrint("apcs %d\\n", KeAreApcsDisabled());
        ExInitializeResourceLite(&Resource); ExAcquireResourceSharedLite(&Resource, TRUE);
        DbgPrint("%d %d\\n", ExAcquireResourceSharedLite(&Resource, FALSE), ExAcquireResourceExclusiveLite(&Resource, FALSE));
        ExReleaseResourceLite(&Resource); ExReleaseResourceLite(&Resource); ExDeleteResourceLite(&Resource);`,
        { more },
      ),
    ]);
    expect(output).toEqual(['work 1 7', 'apcs 1', 'apcs 0', '1 0']);
  });

  it('an unprotected counter loses updates on two processors, a spin lock keeps them', () => {
    const more = `static volatile LONG Count; static BOOLEAN UseLock; static KEVENT Done[2];
      static void Adder(PVOID C) { int i; KIRQL old; for (i = 0; i < 500; i++) { if (UseLock) KeAcquireSpinLock(&Lock, &old); Count++; if (UseLock) KeReleaseSpinLock(&Lock, old); }
        KeSetEvent(&Done[(LONG_PTR)C], 0, FALSE); }
      static void Both(BOOLEAN lock) { HANDLE h; int i; Count = 0; UseLock = lock;
        for (i = 0; i < 2; i++) { KeInitializeEvent(&Done[i], NotificationEvent, FALSE); PsCreateSystemThread(&h, THREAD_ALL_ACCESS, NULL, NULL, NULL, Adder, (PVOID)(LONG_PTR)i); ZwClose(h); }
        for (i = 0; i < 2; i++) KeWaitForSingleObject(&Done[i], Executive, KernelMode, FALSE, NULL);
        DbgPrint("%s %d\\n", lock ? "lock" : "none", Count); }`;
    const { output } = run([entry('Both(FALSE); Both(TRUE);', { more })]);
    expect(output[1]).toBe('lock 1000');
    expect(Number(output[0].split(' ')[1])).toBeLessThan(1000);
  });

  it('breakpoints and failed assertions are passed with a note when a debugger is there', () => {
    const { output, end } = run([entry('DbgBreakPoint(); NT_ASSERT(x == 1); DbgPrint("on\\n");')], { debugger: true });
    expect(output).toHaveLength(3);
    expect(output[0]).toMatch(/^breakpoint at drv!DriverEntry.*driver\.c:/);
    expect(output[1]).toMatch(/^assertion failed at drv!DriverEntry.*driver\.c:/);
    expect(output[2]).toBe('on');
    expect(end.kind).toBe('exit');
  });

  it('a DriverEntry that fails ends the session with its status', () => {
    const { end } = run([entry('return STATUS_DEVICE_CONFIGURATION_ERROR;')]);
    expect(end).toMatchObject({
      kind: 'driver-failed',
      exitCode: 123,
      driver: 'drv',
      statusName: 'STATUS_DEVICE_CONFIGURATION_ERROR',
    });
  });

  it('when nothing can run again, the run ends at once and says who waits', () => {
    const { end } = run([entry('KeWaitForSingleObject(&Event, Executive, KernelMode, FALSE, NULL);')]);
    expect(end.kind).toBe('hang');
    expect(end.kind === 'hang' && end.waits.join()).toMatch(
      /System thread \d+ waits for event .*drv!DriverEntry.*driver\.c/,
    );
  });

  it('an endless loop is cut by the limit, which names the function', () => {
    const { end } = run([entry('for (;;) Zero++;')], {}, 200_000);
    expect(end.kind === 'limit' && end.text).toContain('drv!DriverEntry');
  });
});

describe('bug checks (semantics B9)', () => {
  const queue = 'KeInsertQueueDpc(&Dpc, NULL, NULL); Delay(20);';
  const NULL_NAME = 'a null pointer';
  const tried = (body: string, filter = 'EXCEPTION_EXECUTE_HANDLER'): string =>
    `__try { ${body} } __except (${filter}) { }`;
  const cases: [string, number, Image | (() => Image), string][] = [
    ['null pointer in DriverEntry', 0x7e, () => entry('*null = 1;'), NULL_NAME],
    ['call through null', 0x7e, () => entry('((void (*)(void))0)();'), NULL_NAME],
    [
      'address that is not canonical',
      0x7e,
      () => entry('*(volatile int *)0xDEADBEEFDEADBEEF = 1;'),
      'DEADBEEFDEADBEEF',
    ],
    ['divide by zero', 0x7e, () => entry('x = 5 / Zero;'), 'STATUS_INTEGER_DIVIDE_BY_ZERO'],
    ['raised and not handled', 0x7e, () => entry('ExRaiseStatus(STATUS_NO_MEMORY);'), 'STATUS_NO_MEMORY'],
    ['breakpoint without a debugger', 0x7e, () => entry('DbgBreakPoint();'), 'STATUS_BREAKPOINT'],
    ['null pointer in a DPC', 0xd1, () => entry(queue, { dpc: '*(volatile int *)0 = 1;' }), 'drv!DpcRoutine'],
    ['divide by zero in a DPC', 0x1e, () => entry(queue, { dpc: 'Zero = 1 / Zero;' }), 'in a DPC'],
    [
      'wait in a DPC',
      0xb8,
      () => entry(queue, { dpc: 'KeWaitForSingleObject(&Event, Executive, KernelMode, FALSE, NULL);' }),
      'DPC',
    ],
    ['null pointer at DISPATCH_LEVEL', 0xd1, () => entry('KeRaiseIrql(DISPATCH_LEVEL, &Irql); *null = 1;'), NULL_NAME],
    [
      'bad pointer passed to the kernel at DISPATCH_LEVEL',
      0xa,
      () => entry('KeRaiseIrql(DISPATCH_LEVEL, &Irql); KeSetEvent((PKEVENT)16, 0, FALSE);'),
      'KiSetEvent',
    ],
    [
      'wait with a spin lock held',
      0xa,
      () =>
        entry('KeAcquireSpinLock(&Lock, &Irql); KeWaitForSingleObject(&Event, Executive, KernelMode, FALSE, NULL);'),
      'tried to wait',
    ],
    [
      'kernel address without memory',
      0x50,
      () => entry('__try { x = *(volatile int *)0xFFFFC00000001000; } __except (1) {}'),
      'FFFFC00000001000',
    ],
    ['write to code', 0xbe, () => entry('*(volatile int *)DriverEntry = 1;'), 'read-only'],
    ['execute data', 0xfc, () => entry('((void (*)(void))&Event)();'), 'drv!Event'],
    ['write to code in a __try', 0xbe, () => entry(tried('*(volatile int *)DriverEntry = 1;')), 'read-only'],
    ['execute data in a __try', 0xfc, () => entry(tried('((void (*)(void))&Event)();')), 'drv!Event'],
    [
      'null pointer at DISPATCH_LEVEL in a __try',
      0xd1,
      () => entry(tried('KeRaiseIrql(DISPATCH_LEVEL, &Irql); *null = 1;')),
      NULL_NAME,
    ],
    [
      'exception that the filter does not want',
      0x7e,
      () => entry(tried('ExRaiseStatus(STATUS_NO_MEMORY);', 'EXCEPTION_CONTINUE_SEARCH')),
      'STATUS_NO_MEMORY',
    ],
    [
      'stack overflow',
      0x7f,
      () =>
        entry('x = Deep(0);', {
          more: 'static int Deep(int n) { volatile char b[600]; b[0] = (char)n; return Deep(n + 1) + b[0]; }',
        }),
      'stack is exhausted',
    ],
    [
      'corrupt list',
      0x139,
      () =>
        entry(
          '{ LIST_ENTRY a, b; InitializeListHead(&a); InsertTailList(&a, &b); b.Flink = (PLIST_ENTRY)&Event; RemoveEntryList(&b); }',
        ),
      'list is corrupt',
    ],
    [
      'array overrun',
      0xf7,
      () =>
        entry('Fill(16);', {
          more: 'static void Fill(int n) { char b[8]; int i; for (i = 0; i < n; i++) ((volatile char *)b)[i] = 65; }',
        }),
      'past the end',
    ],
    ['IRQL lowered by raising', 0x9, () => entry('KeRaiseIrql(2, &Irql); KeRaiseIrql(1, &Irql);'), 'KeRaiseIrql'],
    [
      'something that is no event',
      0x139,
      () =>
        entry(
          '{ static char junk[64]; junk[0] = 77; KeWaitForSingleObject(junk, Executive, KernelMode, FALSE, NULL); }',
        ),
      'not the object',
    ],
    ["the driver's own", 0xe2, () => entry('KeBugCheckEx(0xE2, 1, 2, 3, 0xDEADBEEFDEADBEEF);'), 'asked for'],
    [
      'timer left behind by an unloaded driver',
      0xce,
      () =>
        entry('Due.QuadPart = -3000000; KeSetTimer(&Timer, Due, &Dpc); DriverObject->DriverUnload = Unload;', {
          more: 'static void Unload(PDRIVER_OBJECT D) { }',
        }),
      'before that driver was unloaded',
    ],
  ];

  it.each(cases)('%s', (_, code, image, words) => {
    const { end } = run([typeof image === 'function' ? image() : image]);
    if (end.kind !== 'bugcheck') throw new Error(`ended with ${JSON.stringify(end)}`);
    expect(end.bugcheck.code.toString(16)).toBe(code.toString(16));
    expect(end.bugcheck.explanation.join(' ')).toContain(words);
    expect(end.bugcheck.name).not.toBe('A_CODE_OF_THE_DRIVER');
  });

  it('parameters keep values that are no addresses', () => {
    const { end } = run([entry('KeBugCheckEx(0xE2, 1, 2, 3, 0xDEADBEEFDEADBEEF);')]);
    expect(end.kind === 'bugcheck' && end.bugcheck.parameters[3]).toBe('DEADBEEFDEADBEEF');
  });

  it('the stack leads from the fault through the kernel', () => {
    const { end } = run([entry('*null = 1;')]);
    const stack = end.kind === 'bugcheck' ? end.bugcheck.stack.map((line) => line.replace(/\+.*/, '')) : [];
    expect(stack).toEqual(
      expect.arrayContaining([
        'nt!KeBugCheckEx',
        'nt!KiPageFault',
        'drv!DriverEntry',
        'nt!IopLoadDriver',
        'nt!LabSessionThread',
      ]),
    );
  });
});

describe('programs', () => {
  it('print, handle exceptions, grow their stack, sleep and end with their status', () => {
    const { output, end } = run([
      program(`
        static int deep(int n) { volatile char b[512]; b[0] = 1; return n == 0 ? 0 : deep(n - 1) + b[0]; }
        int main(void) {
          volatile int *p = 0; volatile int z = 0; LARGE_INTEGER d;
          put("hello");
          __try { *p = 1; } __except (GetExceptionCode() == STATUS_ACCESS_VIOLATION) { put("av"); }
          __try { __try { z = 5 / z; } __finally { put("finally"); } } __except (1) { put("divide"); }
          __try { ((void (*)(void))0)(); } __except (1) { put("null call"); }
          __try { *(volatile int *)0xFFFFF80000000000 = 1; } __except (1) { put("kernel memory"); }
          __try { RtlRaiseStatus(STATUS_INVALID_PARAMETER); } __except (GetExceptionCode() == STATUS_INVALID_PARAMETER) { put("raised"); }
          if (deep(600) == 600) put("deep");
          d.QuadPart = -300000; NtDelayExecution(FALSE, &d); put("slept");
          NtTerminateProcess(NtCurrentProcess(), 0x12345); return 0; }`),
    ]);
    expect(output).toEqual('hello|av|finally|divide|null call|kernel memory|raised|deep|slept'.split('|'));
    expect(end).toEqual({ kind: 'exit', exitCode: 0x45, status: 0x12345 });
  });

  it('an exception that nobody handles ends the process with its code', () => {
    const { end, output } = run([program('put("a"); *(volatile int *)8 = 1;')]);
    expect(output).toEqual(['a']);
    expect(end).toMatchObject({
      kind: 'exception',
      exitCode: 124,
      process: 'app.exe',
      codeName: 'STATUS_ACCESS_VIOLATION',
    });
    expect(end.kind === 'exception' && end.text).toMatch(/app!main.*app\.c:\d+.*write 0000000000000008/);
  });

  it('a stack overflow of a program is an exception', () => {
    const { end } = run([
      program(
        'static int deep(int n) { volatile char b[4000]; b[0] = 1; return deep(n + 1) + b[0]; } int main(void) { return deep(0); }',
      ),
    ]);
    expect(end).toMatchObject({ kind: 'exception', codeName: 'STATUS_STACK_OVERFLOW' });
  });

  it('a wrong pointer to a service is a status, a wrong service number too', () => {
    const { output } = run([
      program(`put(NtLabConsoleWrite((PVOID)8, 4) == STATUS_ACCESS_VIOLATION ? "av" : "no");
        put(NtLabConsoleWrite((PVOID)0xFFFFF80000000000, 4) == STATUS_ACCESS_VIOLATION ? "av" : "no");
        put(NtClose((HANDLE)0x1234) == STATUS_INVALID_HANDLE ? "handle" : "no");`),
    ]);
    expect(output).toEqual(['av', 'av', 'handle']);
  });

  it('run after one another, or all at once', () => {
    const one = program(
      'LARGE_INTEGER d; d.QuadPart = -500000; put("1a"); NtDelayExecution(FALSE, &d); put("1b");',
      'one.exe',
    );
    const two = program('put("2a"); put("2b");', 'two.exe');
    expect(run([one, two]).output).toEqual(['1a', '1b', '2a', '2b']);
    expect(run([one, two], { parallel: true }).output.indexOf('1b')).toBe(3);
  });

  it('give back all their memory', () => {
    const app = program('put("x");');
    const programs = (count: number) =>
      Array.from({ length: count }, () => ({ image: 'app.exe', commandLine: 'app.exe' }));
    const free = (count: number) => run([app], { programs: programs(count) }).kernel.machine.memory.u32(4);
    expect(free(8)).toBeGreaterThanOrEqual(free(2) - 2);
  });

  it('read typed input line by line, then its end', () => {
    const body = `char b[64]; ULONG n; int i;
      for (i = 0; i < 3; i++) { NtLabConsoleRead(b, 63, &n); b[n] = 0; put(n == 0 ? "end" : b); }`;
    expect(run([program(body)], { stdin: new TextEncoder().encode('first\nsecond\n') }).output).toEqual([
      'first',
      'second',
      'end',
    ]);
  });

  it('wait for typed input that comes later', () => {
    const kernel = boot([program('char b[64]; ULONG n; NtLabConsoleRead(b, 63, &n); b[n] = 0; put(b);')], {
      interactive: true,
    });
    let output = '';
    kernel.trace.listener = (name, values) => {
      if (name === 'console') output += values[0];
    };
    kernel.run(500_000);
    expect(describeEnd(kernel)).toBeUndefined();
    expect(appendInput(kernel, new TextEncoder().encode('late\n'))).toBe(5);
    kernel.run(500_000);
    expect(output).toBe('late\n');
    expect(describeEnd(kernel)?.kind).toBe('exit');
  });

  it('threads of a process run at once; the end of the process ends those that never would', () => {
    const { output, end } = run(
      [
        program(`
        static volatile LONG Ready;
        static DWORD spin(void *p) { _InterlockedIncrement(&Ready); for (;;) ; }
        static DWORD wait(void *p) { _InterlockedIncrement(&Ready); NtDelayExecution(FALSE, (PLARGE_INTEGER)p); return 0; }
        static DWORD quick(void *p) { return 5; }
        static HANDLE start(void *routine, void *p) { HANDLE h; CLIENT_ID id;
          NtCreateThreadEx(&h, THREAD_ALL_ACCESS, NULL, NtCurrentProcess(), routine, p, 0, 0, 0, 0, &id); return h; }
        int main(void) { LARGE_INTEGER d; HANDLE h; d.QuadPart = -1000000000;
          start(spin, 0); start(spin, 0); start(wait, &d); h = start(quick, 0);
          NtWaitForSingleObject(h, FALSE, NULL); put("quick");
          while (Ready != 3) NtYieldExecution();
          put("all"); NtTerminateProcess(NtCurrentProcess(), 9); return 0; }`),
      ],
      { tickNs: 1_000_000 },
    );
    expect(output).toEqual(['quick', 'all']);
    expect(end).toEqual({ kind: 'exit', exitCode: 9, status: 9 });
  });

  it('threads of equal priority take turns on one processor, a higher one goes first', () => {
    const reasons: string[] = [];
    const app = program(`
      __declspec(syscall(0x6A)) NTSTATUS NtSetInformationThread(HANDLE Thread, ULONG Class, PVOID Information, ULONG Length);
      static volatile LONG Done;
      static DWORD count(void *p) { volatile int i; for (i = 0; i < 100000; i++) ; _InterlockedIncrement(&Done); put(p); return 0; }
      static void start(void *p, LONG base) { HANDLE h; CLIENT_ID id;
        NtCreateThreadEx(&h, THREAD_ALL_ACCESS, NULL, NtCurrentProcess(), (PVOID)count, p, 0, 0, 0, 0, &id);
        NtSetInformationThread(h, 3, &base, sizeof(base)); }
      int main(void) { LARGE_INTEGER d; d.QuadPart = -10000; start("a", -2); start("b", -2); start("c", -1);
        while (Done != 3) NtDelayExecution(FALSE, &d);
        NtTerminateProcess(NtCurrentProcess(), 0); return 0; }`);
    const kernel = boot([app], { cpus: 1, tickNs: 1_000_000 });
    kernel.trace.listener = (name, values) => {
      if (name === 'cs') reasons.push(String(values[2]));
      if (name === 'console') reasons.push(String(values[0]));
    };
    kernel.run(60_000_000);
    expect(describeEnd(kernel)?.kind).toBe('exit');
    expect(reasons.filter((reason) => reason.length === 1)).toEqual(['c', 'a', 'b']);
    expect(reasons.filter((reason) => reason === 'quantum').length).toBeGreaterThan(4);
  });

  it('a program that waits for ever is told', () => {
    const { end } = run([
      program('HANDLE e; NtCreateEvent(&e, 0x1F0003, NULL, 1, FALSE); NtWaitForSingleObject(e, FALSE, NULL);'),
    ]);
    expect(end.kind === 'hang' && end.waits.join('|')).toMatch(/app\.exe thread \d+ waits for event/);
  });
});

describe('the machine is its bytes', () => {
  const busy = () =>
    entry(
      `{ HANDLE h; int i; for (i = 0; i < 3; i++) { PsCreateSystemThread(&h, THREAD_ALL_ACCESS, NULL, NULL, NULL, Spin, NULL); ZwClose(h); } }
       Due.QuadPart = -10000; KeSetTimer(&Timer, Due, &Dpc); Delay(100); DbgPrint("end %d\\n", Fired);`,
      {
        more: 'static void Spin(PVOID C) { int i; for (i = 0; i < 30; i++) { KIRQL o; KeAcquireSpinLock(&Lock, &o); Zero++; KeReleaseSpinLock(&Lock, o); Delay(1); } }',
      },
    );

  it('equal seeds give equal machines and traces, other seeds others', () => {
    const image = busy();
    const of = (seed: number) => {
      const { kernel } = run([image], { seed });
      return { state: kernel.machine.stateHash(), trace: kernel.trace.digest() };
    };
    expect(of(1)).toEqual(of(1));
    expect(of(1).trace).not.toBe(of(2).trace);
  });

  it('goes on alike in a fresh kernel over a copy of the bytes (transplant)', () => {
    const images = [busy()];
    for (const instant of [20_000, 45_000, 70_001, 90_017]) {
      const first = boot(images);
      first.vm.runTo(instant);
      const machine = new Machine({ ramBytes: 16 << 20, cpus: 2 });
      machine.restore(first.machine.save());
      const second = attachMachine(machine, [ntoskrnl, ...libraries, ...images]);
      first.run(60_000);
      second.run(25_000);
      second.run(35_000);
      expect(second.machine.stateHash()).toBe(first.machine.stateHash());
    }
  });

  it('trashed kernel memory leads to a bug check or to nothing', () => {
    const images = [
      busy(),
      program(
        'int i; for (i = 0; i < 20; i++) { LARGE_INTEGER d; d.QuadPart = -1000; put("x"); NtDelayExecution(FALSE, &d); }',
      ),
    ];
    const start = boot(images);
    start.vm.runTo(60_000);
    const state = start.machine.save();
    let random = 12345;
    const next = (n: number) => {
      random = (Math.imul(random, 1103515245) + 12345) >>> 0;
      return random % n;
    };
    for (let round = 0; round < 60; round++) {
      const machine = new Machine({ ramBytes: 16 << 20, cpus: 2 });
      machine.restore(state);
      for (let i = 0; i < 40; i++) machine.memory.setU8(4096 + next(0x100000), next(256));
      const kernel = attachMachine(machine, [ntoskrnl, ...libraries, ...images]);
      kernel.run(150_000);
      if (machine.stopped === C.KI_STOP_BUGCHECK) expect(describeEnd(kernel)).toMatchObject({ kind: 'bugcheck' });
    }
  });
});
