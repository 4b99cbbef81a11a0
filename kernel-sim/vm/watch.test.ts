/**
 * Watched runs against brute force: every instruction alone, looking at the machine in between.
 */
import { expect, test } from 'vitest';
import type { Image } from '../c/image.ts';
import type { Kernel } from '../kernel/kernel.ts';
import { systemImages } from '../kernel/memory/images.ts';
import { appWith, driverWith, runLab } from '../lab-testing.ts';
import { TrapFrame, Vector } from '../machine/layout.ts';
import type { VmHooks } from './vm.ts';
import { AccessKind, Watch } from './watch.ts';

const DRIVER = driverWith(
  `
    g_Calls += 1;
    if (In < 8 || Out < 8) return Complete(Irp, STATUS_BUFFER_TOO_SMALL, 0);
    RtlMoveMemory(g_Last, Buffer, 8);
    KeSetTimer(&g_Timer, g_Due, &g_Dpc);
    KeDelayExecutionThread(KernelMode, FALSE, &g_Due);
    ((PULONG)Buffer)[1] = g_Calls;
    return Complete(Irp, STATUS_SUCCESS, 8);`,
  {
    globals: `static ULONG g_Calls; static UCHAR g_Last[8]; static KTIMER g_Timer; static KDPC g_Dpc; static LARGE_INTEGER g_Due;
static KDEFERRED_ROUTINE OnTimer;
static VOID OnTimer(PKDPC Dpc, PVOID Context, PVOID A, PVOID B) { (void)Dpc; (void)Context; (void)A; (void)B; g_Last[0] ^= 0x55; }`,
    entry: 'g_Due.QuadPart = -3000; KeInitializeTimer(&g_Timer); KeInitializeDpc(&g_Dpc, OnTimer, NULL);',
  },
);
const APP = appWith(`
    int i;
    for (i = 0; i < 4; i++) {
        ULONG words[2] = { 0x100 + i, 0 };
        DeviceIoControl(h, IOCTL_LAB(0), words, sizeof words, words, sizeof words, &got, NULL);
        printf("%lu %lu\\n", words[0], words[1]);
    }`);

const FROM = 60_000;
const COUNT = 60_000;

function machineAt(from: number, cpus: number): Kernel {
  const { lab, report } = runLab({ driver: DRIVER, app: APP, config: { cpus, limitInstructions: 1 } });
  expect(report.messages).toEqual([]);
  lab.start();
  lab.run(1);
  const { kernel } = lab;
  kernel.vm.runTo(from);
  kernel.trace.listener = undefined;
  return kernel;
}

const isChosen = (va: number) => (Math.abs(va) / 8) % 23 === 5;

test.each([1, 2])('arrivals at marked instructions are those that single steps find, on %i CPUs', (cpus) => {
  const stepped = machineAt(FROM, cpus);
  const expected: number[] = [];
  const back: number[] = [];
  const restarting = new Set<number>();
  let resumed = false;
  const { hooks } = stepped.vm as unknown as { hooks: VmHooks };
  const { trapped, resumed: onResume } = hooks;
  hooks.trapped = (cpu, vector) => {
    trapped?.(cpu, vector);
    const trap = Number(BigInt.asIntN(64, cpu.arg64(0)));
    if (vector !== Vector.SYSCALL) restarting.add(stepped.view.ptr(trap + TrapFrame.IP));
  };
  hooks.resumed = (cpu, vector) => {
    onResume?.(cpu, vector);
    resumed = true;
  };
  for (let i = 0; i < COUNT && stepped.vm.run(1) === 'limit'; i++) {
    const { ip } = stepped.cpu;
    if (isChosen(ip)) (resumed && restarting.has(ip) ? back : expected).push(stepped.machine.instant);
    resumed = false;
  }

  const watched = machineAt(FROM, cpus);
  const watch = new Watch(watched.machine, (va, _cpu, slots) => {
    for (let i = 0; i < slots.length; i++) slots[i] = isChosen(va + 8 * i) ? 1 : 0;
  });
  const found: number[] = [];
  for (;;) {
    const result = watched.vm.runTo(stepped.machine.instant, watch);
    if (result !== 'watched') break;
    expect(isChosen(watched.cpu.ip)).toBe(true);
    found.push(watched.machine.instant);
  }
  expect(found).toEqual(expected);
  expect(expected.length).toBeGreaterThan(500);
  expect(back.length).toBeLessThan(expected.length);
  expect(watched.machine.stateHash()).toBe(stepped.machine.stateHash());
});

test('accesses to watched bytes are told at the instant after them, whoever writes', () => {
  const cpus = 2;
  const probe = machineAt(FROM, cpus);
  const { bytes } = probe.machine.memory;
  // Bytes that change: of what was written in 2,000 instructions at a time, every so many.
  const candidates = new Set<number>();
  for (let i = 0, old = bytes.slice(0, probe.machine.ramBytes); i < COUNT / 2000; i++) {
    probe.vm.run(2000);
    for (let pa = 0, seen = 0; pa < old.length; pa++)
      if (old[pa] !== bytes[pa] && seen++ % 97 === i % 97) candidates.add(pa);
    old = bytes.slice(0, probe.machine.ramBytes);
  }
  const chosen = [...candidates].filter((_, i) => i % Math.ceil(candidates.size / 40) === 0);
  expect(chosen.length).toBeGreaterThan(20);

  const stepped = machineAt(FROM, cpus);
  const ram = stepped.machine.memory.bytes;
  const expected: string[] = [];
  const last = chosen.map((pa) => ram[pa]);
  for (let i = 0; i < COUNT && stepped.vm.run(1) === 'limit'; i++) {
    chosen.forEach((pa, j) => {
      if (ram[pa] !== last[j]) expected.push(`${stepped.machine.instant}: ${pa.toString(16)} ${last[j]} -> ${ram[pa]}`);
      last[j] = ram[pa];
    });
  }

  const watched = machineAt(FROM, cpus);
  const watch = new Watch(watched.machine, () => {});
  watch.setRanges(chosen.map((pa) => ({ pa, length: 1, kinds: AccessKind.WRITE })));
  const found: string[] = [];
  let same = 0;
  while (watched.vm.runTo(stepped.machine.instant, watch) === 'watched') {
    const changed = watch.touched.filter(({ before, after }) => before[0] !== after[0]);
    same += watch.touched.length - changed.length;
    for (const { range, before, after } of changed)
      found.push(`${watched.machine.instant}: ${range.pa.toString(16)} ${before[0]} -> ${after[0]}`);
  }
  expect(found.sort()).toEqual(expected.sort());
  expect(expected.length).toBeGreaterThan(100);
  expect(same).toBeGreaterThan(0);
  expect(watched.machine.stateHash()).toBe(stepped.machine.stateHash());
});

test('a read of watched bytes is told, by an instruction and by a primitive', () => {
  const k = machineAt(FROM, 1);
  const driver = k.images.named('lab.sys') as Image;
  const loaded = () => [...systemImages(k)].find(({ Hash }) => k.images.hashed(Hash) === driver);
  while (!loaded()) k.vm.run(1000);
  const physical = (name: string) => {
    const global = driver.debug.globals.find((candidate) => candidate.name === name);
    return k.view.translate((loaded()?.DllBase ?? 0) + (global?.rva ?? 0));
  };
  const watch = new Watch(k.machine, () => {});
  const calls = { pa: physical('g_Calls'), length: 4, kinds: AccessKind.READ };
  const last = { pa: physical('g_Last') + 1, length: 2, kinds: AccessKind.WRITE };
  watch.setRanges([calls, last]);
  const seen: string[] = [];
  while (k.vm.runTo(2_000_000, watch) === 'watched') {
    for (const { range, kind, length } of watch.touched) {
      expect(kind).toBe(range.kinds);
      seen.push(`${range === calls ? 'calls' : 'last'} ${length}`);
    }
  }
  // Each of four requests: read for the increment, the copy (a primitive or a loop), read for the answer.
  expect(seen.filter((text) => text.startsWith('calls'))).toHaveLength(8);
  expect(seen.filter((text) => text.startsWith('last')).length).toBeGreaterThanOrEqual(4);
});
