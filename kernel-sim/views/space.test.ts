/**
 * Views of address translation, pool and address spaces against what a driver and its program print and do.
 */
import { beforeAll, describe, expect, test } from 'vitest';
import { appWith, driverWith } from '../lab-testing.ts';
import { Stage } from '../lab-testing-stage.ts';
import type { Read, ViewKind, ViewQueryOf, ViewRecord } from '../protocol/views.ts';
import { isProblem } from './look.ts';
import { viewOf } from './table.ts';
import { viewText } from './text/table.ts';

const DRIVER = driverWith(
  `
    PUCHAR Small = ExAllocatePool2(POOL_FLAG_NON_PAGED, 100, 'amSL');
    PUCHAR Next = ExAllocatePool2(POOL_FLAG_NON_PAGED, 100, 'txeN');
    PUCHAR Pages = ExAllocatePool2(POOL_FLAG_PAGED, 5000, 'gapL');
    PUCHAR Gone = ExAllocatePool2(POOL_FLAG_NON_PAGED, 8192, 'noG ');
    ExFreePool(Gone);
    DbgPrint("small=%p next=%p pages=%p gone=%p local=%p\\n", Small, Next, Pages, Gone, &Small);
    DbgPrint("allocated\\n");
    RtlFillMemory(Small, 120, 0x55);
    DbgPrint("overrun\\n");
    ExFreePool(Small);
    return Complete(Irp, STATUS_SUCCESS, 0);`,
);
const APP = appWith(`
    static int number = 41;
    char *memory = VirtualAlloc(NULL, 20000, MEM_COMMIT | MEM_RESERVE, PAGE_READONLY);
    printf("pid=%lu number=%p memory=%p stack=%p\\n", GetCurrentProcessId(), &number, memory, &memory);
    DeviceIoControl(h, IOCTL_LAB(1), NULL, 0, NULL, 0, &got, NULL);
`);

let stage: Stage;
beforeAll(() => {
  stage = new Stage({ driver: DRIVER, app: APP }).until('allocated');
});

function shown<K extends ViewKind>(query: ViewQueryOf<K>): ViewRecord<K> {
  const value: Read<ViewRecord<K>> = viewOf(stage.kernel, query);
  if (isProblem<ViewRecord<K>>(value)) throw new Error(value.problem);
  return value;
}

const plus = (address: string, bytes: number): string =>
  `0x${(BigInt(address) + BigInt(bytes)).toString(16).toUpperCase().padStart(16, '0')}`;

describe('translation', () => {
  const translation = (address: string) => shown({ kind: 'translation', address, process: stage.number('pid') });

  test('leads through four levels to the byte', () => {
    const view = translation(stage.address('number'));
    expect(view.levels.map(({ level, present }) => `${level} ${present}`)).toEqual(
      ['PML4E', 'PDPTE', 'PDE', 'PTE'].map((level) => `${level} true`),
    );
    expect(view).toMatchObject({
      outcome: 'valid',
      pageBytes: 4096,
      rights: { write: true, user: true, execute: false },
    });
    expect(stage.kernel.machine.memory.u32(Number(view.physical))).toBe(41);
    expect(view.pfn).toMatchObject({ pfn: Number(view.physical) >>> 12, state: 'active', locks: 0 });
    // The entries can be seen through the self map, where the debugger reads them too.
    for (const entry of view.levels) {
      const self = translation(entry.virtual);
      expect(self.physical).toBe(entry.physical);
    }
  });

  test('tells what a page that is not there is for', () => {
    const { regions } = shown({ kind: 'memory-map', process: stage.number('pid') });
    const guard = regions.entries.find(({ state }) => state === 'guard');
    const reserved = regions.entries.find(({ state }) => state === 'reserved');
    expect(translation(guard?.from ?? '')).toMatchObject({
      outcome: 'not present',
      physical: null,
      text: 'the guard page of a stack: touching it makes the stack grow',
    });
    expect(translation(reserved?.from ?? '').text).toBe('reserved for a stack, not there yet');
    expect(translation('0x0000000000000000').text).toMatch(/^(the page is not there|there is no table below the )/);
    expect(translation('0xDEADBEEFDEADBEEF')).toMatchObject({ outcome: 'not canonical', levels: [] });
  });

  test('tells what a TLB holds, and when the tables say something else', () => {
    const { machine } = stage.kernel;
    const view = translation(stage.address('small'));
    const held = view.tlbs.filter((tlb) => tlb.held);
    expect(held.length).toBeGreaterThan(0);
    for (const tlb of held) expect(tlb).toMatchObject({ stale: false, sameSpace: true });
    const at = Number(view.levels[3].physical);
    const pte = machine.memory.u64(at);
    machine.memory.setU64(at, pte & ~2n);
    expect(translation(stage.address('small')).tlbs.filter((tlb) => tlb.stale).length).toBe(held.length);
    machine.memory.setU64(at, 0n);
    expect(translation(stage.address('small'))).toMatchObject({ outcome: 'not present' });
    expect(translation(stage.address('small')).tlbs.find((tlb) => tlb.held)?.text).toBe(
      'stale: the tables no longer allow it',
    );
    machine.memory.setU64(at, pte);
  });
});

describe('pool', () => {
  test('a block has its neighbours and its tag', () => {
    const view = shown({ kind: 'pool', address: plus(stage.address('small'), 8) });
    expect(view).toMatchObject({
      kind: 'small blocks',
      pool: 'NonPagedNx',
      offset: 8,
      block: {
        address: stage.address('small'),
        tag: 'LSma',
        state: 'allocated',
        requested: 100,
        bytes: 128,
        damage: '',
      },
      text: "byte 8 of an allocated block of 100 bytes, tag 'LSma', NonPagedNx pool",
    });
    expect(view.blocks.cut).toBe('');
    const sizes = view.blocks.entries.reduce((sum, block) => sum + block.bytes, 0);
    expect(sizes).toBe(255 * 16);
  });

  test('whole pages have no header', () => {
    const view = shown({ kind: 'pool', address: plus(stage.address('pages'), 4096) });
    expect(view).toMatchObject({
      kind: 'whole pages',
      pool: 'Paged',
      offset: 4096,
      block: { address: stage.address('pages'), requested: 5000, bytes: 8192, tag: 'Lpag' },
    });
    expect(viewText('pool', view)).toContain('whole pages, Paged pool');
  });

  test('is found by tag and counted', () => {
    expect(shown({ kind: 'pool-tag', tag: 'LSma' })).toMatchObject({
      bytes: 100,
      blocks: { entries: [{ address: stage.address('small') }] },
    });
    const pools = shown({ kind: 'pools' });
    expect(pools.tags).toContainEqual({ tag: 'Lpag', pool: 'Paged', blocks: 1, bytes: 5000 });
    expect(pools.pools.find(({ name }) => name === 'Paged')).toMatchObject({ pages: 2, bytesInUse: 5000, frees: 0 });
    for (const { name, bytesInUse } of pools.pools) {
      const sum = pools.tags.filter(({ pool }) => pool === name).reduce((all, { bytes }) => all + bytes, 0);
      expect(sum).toBe(bytesInUse);
    }
  });

  test('a damaged header is told', () => {
    stage.until('overrun');
    const view = shown({ kind: 'pool', address: stage.address('small') });
    const damaged = view.blocks.entries.find(({ state }) => state === 'damaged');
    expect(view.block).toMatchObject({ address: stage.address('small'), state: 'allocated' });
    expect(damaged).toMatchObject({ header: plus(stage.address('small'), 112) });
    expect(damaged?.damage).toBe('its header says that the block before it has 1360 bytes, but that one has 128');
    expect(view.blocks.cut).not.toBe('');
    expect(viewText('pool', view)).toContain(damaged?.damage);
  });
});

describe('what an address is', () => {
  const use = (address: string) => shown({ kind: 'address', address, process: stage.number('pid') });

  test('is told for all regions', () => {
    expect(use('0x8')).toMatchObject({ use: 'null page', text: 'a null pointer with an offset of 8 bytes' });
    expect(use(stage.address('small'))).toMatchObject({ use: 'pool', mapped: true, pool: { tag: 'LSma' } });
    expect(use(stage.address('gone'))).toMatchObject({
      use: 'system pages',
      mapped: false,
      text: 'memory that was in use and has been freed; its address is never used again',
    });
    expect(use(stage.address('local'))).toMatchObject({ use: 'kernel stack', thread: { image: 'app.exe' } });
    expect(use(stage.address('number'))).toMatchObject({ use: 'image', symbol: expect.stringMatching(/^app!/) });
    expect(use(stage.address('memory'))).toMatchObject({ use: 'user memory', mapped: true });
    expect(use('0xDEADBEEFDEADBEEF')).toMatchObject({ use: 'not canonical', mapped: false });
    expect(use('0xFFFFF78000000000')).toMatchObject({ use: 'shared data', mapped: true });
    const thread = shown({ kind: 'thread' });
    expect(use(plus(thread.kernelStack.limit, -8))).toMatchObject({
      use: 'stack guard page',
      thread: { tid: thread.tid },
    });
  });

  test('and for what a process has', () => {
    const { regions } = shown({ kind: 'memory-map', process: stage.number('pid') });
    const at = (address: string) => regions.entries.find(({ from, to }) => from <= address && address < to);
    expect(at(stage.address('memory'))).toMatchObject({
      from: stage.address('memory'),
      pages: 5,
      rights: 'r--',
      use: 'memory',
    });
    expect(at(stage.address('stack'))).toMatchObject({ use: 'user stack', state: 'committed', rights: 'rw-' });
    expect(at(stage.address('number'))).toMatchObject({ use: 'image', name: 'app.exe .data', rights: 'rw-' });
  });

  test('images are listed with their bases', () => {
    const system = shown({ kind: 'modules' }).modules;
    expect(system.map(({ name, state }) => `${name} ${state}`)).toEqual(['ntoskrnl.exe loaded', 'lab.sys loaded']);
    const user = shown({ kind: 'modules', process: stage.number('pid') });
    expect(user.modules.map(({ name }) => name)).toEqual([
      ...['app.exe', 'ntdll.dll', 'kernel32.dll', 'msvcrt.dll', 'advapi32.dll'],
    ]);
    expect(user.modules[0].base).toBe('0x0000000140000000');
  });
});
