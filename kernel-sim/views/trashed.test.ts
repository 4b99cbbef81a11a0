/**
 * Views of machines whose kernel memory is trashed: each comes back, changes nothing, and is frozen.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { appWith, driverWith } from '../lab-testing.ts';
import { Stage } from '../lab-testing-stage.ts';
import { PAGE } from '../machine/layout.ts';
import type { KernelViewKind, ViewKind, ViewQuery, ViewQueryOf } from '../protocol/views.ts';
import { isProblem } from './look.ts';
import { viewOf } from './table.ts';
import { viewText } from './text/table.ts';

const stage = new Stage({
  driver: driverWith(
    `
    IoMarkIrpPending(Irp);
    KeSetTimer(&Timer, Due, &Dpc);
    IoQueueWorkItem(IoAllocateWorkItem(DeviceObject), Work, DelayedWorkQueue, NULL);
    DbgPrint("irp=%p device=%p driver=%p file=%p timer=%p dpc=%p thread=%p\\n", Irp, DeviceObject, DeviceObject->DriverObject,
             Stack->FileObject, &Timer, &Dpc, PsGetCurrentThread());
    return STATUS_PENDING;`,
    {
      globals: `
static KTIMER Timer; static KDPC Dpc; static LARGE_INTEGER Due = {{ 1000000000 }};
static VOID Work(PDEVICE_OBJECT D, PVOID C) { UNREFERENCED_PARAMETER(D); UNREFERENCED_PARAMETER(C); }
static VOID Later(PKDPC D, PVOID C, PVOID A, PVOID B)
{
    UNREFERENCED_PARAMETER(D); UNREFERENCED_PARAMETER(C); UNREFERENCED_PARAMETER(A); UNREFERENCED_PARAMETER(B);
}
`,
      entry: 'KeInitializeTimer(&Timer); KeInitializeDpc(&Dpc, Later, NULL);',
    },
  ),
  app: appWith(`
    HANDLE event = CreateEventW(NULL, FALSE, FALSE, L"Bell");
    printf("pid=%lu event=%p\\n", GetCurrentProcessId(), event);
    DeviceIoControl(h, IOCTL_LAB(1), &event, sizeof event, NULL, 0, &got, NULL);
`),
}).until('irp=');

const { kernel } = stage;
const { machine } = kernel;
const SOUND = machine.save();

const NAMED = ['irp', 'device', 'driver', 'file', 'timer', 'dpc', 'thread'].map((name) => stage.address(name));
const SYMBOLS = [
  'PsActiveProcessHead',
  'KiReadyQueue',
  'ExpPool',
  'ObpRootDirectory',
  'MmSystemModules',
  'KiIdleThreads',
];
/** Physical pages that matter: those of the structures, and the page tables. */
const PAGES = [
  ...NAMED.map((address) => Number(BigInt.asIntN(64, BigInt(address)))),
  ...SYMBOLS.map((name) => kernel.symbol(name)),
  kernel.cpu.sp,
  kernel.cpu.gsKernel,
].map((va) => Math.floor(kernel.view.translate(va) / PAGE));
PAGES.push(0, 1, kernel.cpu.cr3 / PAGE);

type Asks<K extends ViewKind> = Record<K, (address: string, number: number) => object>;

const KINDS: Asks<KernelViewKind> = {
  processes: () => ({}),
  process: (address, number) => ({ process: number % 2 ? address : stage.number('pid') }),
  thread: (address, number) => ({ thread: number % 2 ? address : stage.address('thread') }),
  processors: () => ({}),
  queues: () => ({}),
  dispatcher: (address) => ({ address }),
  dpc: (address) => ({ address }),
  'spin-lock': (address) => ({ address }),
  irp: (address) => ({ address }),
  mdl: (address) => ({ address }),
  device: (address) => ({ address }),
  driver: (address) => ({ address }),
  drivers: () => ({}),
  file: (address) => ({ address }),
  ioctl: (_, code) => ({ code }),
  handles: (_, number) => (number % 2 ? {} : { process: stage.number('pid') }),
  object: (address) => ({ address }),
  namespace: () => ({ deep: true }),
  translation: (address) => ({ address }),
  address: (address) => ({ address }),
  pool: (address) => ({ address }),
  'pool-tag': () => ({ tag: 'Irp ' }),
  pools: () => ({}),
  'memory-map': (address, number) => ({ process: number % 2 ? address : stage.number('pid') }),
  modules: (address, number) => (number % 2 ? {} : { process: address }),
  end: () => ({}),
};
const CODE_KINDS: Asks<Exclude<ViewKind, KernelViewKind>> = {
  stack: (address, number) => ({ thread: number % 2 ? address : stage.address('thread') }),
  locals: (_, frame) => ({ frame: frame % 8 }),
  registers: (_, cpu) => ({ cpu: cpu % 2 }),
  watch: () => ({ expression: '*Irp', frame: 1, depth: 2 }),
  memory: (address, number) => ({ address, format: number % 2 ? 'bytes' : 'pointers', count: 40 }),
  disassembly: (address, number) => (number % 2 ? { address } : {}),
  source: (_, frame) => ({ frame: frame % 8 }),
  type: (address) => ({ text: `_KTHREAD ${address}` }),
};

function isFrozen(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true;
  return Object.isFrozen(value) && Object.values(value).every(isFrozen);
}

function check(address: string, number: number): void {
  const hash = machine.stateHash();
  for (const [kind, asks] of Object.entries(KINDS)) {
    const query = { kind, ...asks(address, number) } as ViewQuery as ViewQueryOf<KernelViewKind>;
    const view = viewOf(kernel, query);
    expect(isFrozen(view)).toBe(true);
    expect(viewText(kind as KernelViewKind, view)).not.toBe('');
  }
  for (const [kind, asks] of Object.entries(CODE_KINDS)) {
    const query = { kind, ...asks(address, number) } as ViewQuery as ViewQueryOf<ViewKind>;
    expect(isFrozen(viewOf(kernel, query))).toBe(true);
  }
  expect(machine.stateHash()).toBe(hash);
}

test('of a sound machine there is something to see everywhere', () => {
  machine.restore(SOUND);
  for (const kind of Object.keys(KINDS) as KernelViewKind[]) {
    if (kind === 'mdl') continue;
    const address =
      { dpc: 'dpc', device: 'device', driver: 'driver', file: 'file', dispatcher: 'timer' }[kind as string] ?? 'irp';
    const query = { kind, ...KINDS[kind](stage.address(address), 0) } as ViewQuery as ViewQueryOf<KernelViewKind>;
    const asked = kind === 'modules' ? { ...query, process: undefined } : query;
    expect(isProblem(viewOf(kernel, asked as ViewQueryOf<KernelViewKind>)), kind).toBe(false);
  }
  check(stage.address('irp'), 0);
});

test('random bytes in random places', { timeout: 120_000 }, () => {
  const place = fc.oneof(
    {
      weight: 4,
      arbitrary: fc.tuple(fc.constantFrom(...PAGES), fc.nat(PAGE - 1)).map(([page, at]) => page * PAGE + at),
    },
    { weight: 1, arbitrary: fc.nat(machine.ramBytes - 1) },
  );
  const flips = fc.array(fc.tuple(place, fc.nat(255)), { minLength: 1, maxLength: 200 });
  const address = fc.oneof(
    fc.constantFrom(...NAMED),
    fc.bigInt({ min: 0n, max: (1n << 64n) - 1n }).map((bits) => `0x${bits.toString(16)}`),
  );
  fc.assert(
    fc.property(flips, address, fc.nat(1000), (bytes, at, number) => {
      machine.restore(SOUND);
      for (const [pa, value] of bytes) machine.memory.setU8(pa, value);
      check(at, number);
    }),
    { numRuns: 60 },
  );
});

test('whole pages of one value', { timeout: 120_000 }, () => {
  for (const value of [0, 0xff]) {
    for (const page of PAGES) {
      machine.restore(SOUND);
      machine.memory.fill(page * PAGE, PAGE, value);
      for (const address of [NAMED[0], NAMED[2]]) check(address, page);
    }
  }
});
