/** Who wrote last, over real drivers and programs: by whom, through what, and from when on the bytes belonged to the address. */
import { describe, expect, test } from 'vitest';
import { finish } from '../../base/task.ts';
import { C, LAB_CONSOLE } from '../../kernel/layouts.generated.ts';
import { appWith, driverWith, recordedRun, timelineOf } from '../../lab-testing.ts';
import { PAGE, TrapFrame } from '../../machine/layout.ts';
import type { LastWritesRequest } from '../../protocol/questions.ts';
import { contextOf, type DebugContext } from '../context.ts';
import { evaluateAddress } from '../expression.ts';
import { addressText } from './deed.ts';
import { historyOf } from './history.ts';
import { lastWrites } from './last-writes.ts';
import { walk } from './mapping.ts';

type Run = ReturnType<typeof recordedRun>;

const COUNTER = driverWith('g_Count++;\n return Complete(Irp, STATUS_SUCCESS, 0);', { globals: 'ULONG g_Count;' });
const FIVE_CALLS = appWith('for (int i = 0; i < 5; i++) DeviceIoControl(h, IOCTL_LAB(1), 0, 0, 0, 0, &got, 0);');
const SPIN = 'static void Spin(int n) { for (volatile int j = 0; j < n; j++) ; }';

function lineOf(source: string, text: string): number {
  return source.split('\n').findIndex((line) => line.includes(text)) + 1;
}

function ask(run: Run, request: Omit<LastWritesRequest, 'at'> & { at?: number }) {
  const { timeline, cursor, at } = run;
  const instant = request.at ?? at.instant;
  return finish(lastWrites(timeline, cursor, { ...request, at: { branch: at.branch, instant } }));
}

/** What an expression is the address of, at an instant. */
function addressAt(run: Run, expression: string, instant: number, context?: (c: DebugContext) => DebugContext): string {
  const { timeline, cursor, at } = run;
  finish(timeline.seek(cursor, { branch: at.branch, instant }));
  const here = contextOf(cursor.kernel);
  return addressText(evaluateAddress(expression, context ? context(here) : here));
}

function events(run: Run, ...kinds: ('irp_return' | 'pool_alloc' | 'int' | 'mark' | 'user_exit' | 'bugcheck')[]) {
  return finish(run.timeline.trace.events({ branch: 0, from: 0, to: run.at.instant + 1, kinds }));
}

describe('a global counter of a driver', () => {
  const run = recordedRun({ driver: COUNTER, app: FIVE_CALLS });
  const last = events(run, 'irp_return').at(-1)?.instant ?? 0;
  const address = addressAt(run, '&g_Count', last);

  test('is written at its line, once a request', () => {
    const { writes, origin } = ask(run, { address, length: 4, at: last, count: 5 });
    const line = lineOf(COUNTER, 'g_Count++');
    expect(writes.map(({ place, kind, before, after }) => [place.file, place.line, kind, before, after])).toEqual(
      [5, 4, 3, 2, 1].map((n) => ['lab.c', line, 'instruction', `0${n - 1}000000`, `0${n}000000`]),
    );
    expect(writes.every(({ own, mode, how }) => !own && mode === 'kernel' && how === 'store of 4 bytes')).toBe(true);
    expect(writes[0].stack[1]).toContain('nt!IofCallDriver');
    expect(origin).toEqual({ kind: 'more' });
  });

  test('the instant is the one right after the write', () => {
    const [write] = ask(run, { address, length: 4, at: last }).writes;
    const value = (instant: number) => {
      finish(run.timeline.seek(run.cursor, { branch: 0, instant }));
      return run.cursor.kernel.view.u32(Number(BigInt.asIntN(64, BigInt(address))));
    };
    expect([value(write.instant - 1), value(write.instant)]).toEqual([4, 5]);
  });

  test('begins when its page comes to it', () => {
    const { writes, origin } = ask(run, { address, length: 4, at: last, count: 50 });
    expect(writes).toHaveLength(6);
    expect(writes[5]).toMatchObject({ kind: 'primitive', how: 'kernel primitive MiLoadSystemImage', same: true });
    expect(origin).toMatchObject({ kind: 'mapped', instant: writes[5].instant });
  });

  test('after the driver is unloaded its page is gone, and who took it is told', () => {
    const { unmapped, writes } = ask(run, { address, length: 4 });
    expect(unmapped?.instant).toBeGreaterThan(last);
    expect(unmapped?.stack.join()).toContain('Unload');
    expect(writes[0]).toMatchObject({ after: '05000000' });
  });

  test('in small slices the answer is the same, and progress never falls', () => {
    const request = { address, length: 4, at: { branch: 0, instant: last }, count: 9 };
    const task = lastWrites(run.timeline, run.cursor, request);
    let progress = 0;
    while (!task.step(700)) {
      expect(task.progress).toBeGreaterThanOrEqual(progress);
      progress = task.progress;
    }
    expect(task.progress).toBe(1);
    expect(task.result).toEqual(ask(run, { address, length: 4, at: last, count: 9 }));
  });

  test('a question dropped half-way leaves nothing behind', () => {
    const task = lastWrites(run.timeline, run.cursor, {
      address,
      length: 4,
      at: { branch: 0, instant: last },
      count: 9,
    });
    task.step(20_000);
    expect(ask(run, { address, length: 4, at: last }).writes[0].after).toBe('05000000');
  });

  test('what was never written is as it was at boot', () => {
    const physical = run.cursor.kernel.machine.ramBytes - PAGE;
    const { writes, origin } = ask(run, { physical, length: 16 });
    expect(writes).toEqual([]);
    expect(origin).toMatchObject({ kind: 'boot', bytes: '00'.repeat(16), text: 'zero at boot, never written since' });
  });

  test('what cannot be asked is a mistake in plain words', () => {
    expect(() => ask(run, { address: '0x1234567812345678', length: 4 })).toThrow(
      'no address that the processor accepts',
    );
    expect(() => ask(run, { address, length: 0 })).toThrow('0 bytes: a length is from 1');
    expect(() => ask(run, { address, length: 4, count: 0 })).toThrow('0 writes');
    expect(() => ask(run, { physical: 1 << 30, length: 4 })).toThrow('bytes of RAM');
    expect(() => ask(run, { address, length: 4, at: run.at.instant + 1 })).toThrow(/beyond|end/);
    expect(() => ask(run, { address: '0xFFFFE7FFFFFFF000', length: 4 })).toThrow('nothing is mapped');
  });
});

test('an overrun by a library routine is told with the line that called it', () => {
  const driver = driverWith('Copy();\n return Complete(Irp, STATUS_SUCCESS, 0);', {
    globals: `struct { UCHAR Small[24]; ULONG Guard; } g_Pair;
static VOID Copy(VOID)
{
    UCHAR Source[40];
    RtlFillMemory(Source, sizeof Source, 0x5A);
    RtlCopyMemory(g_Pair.Small, Source, 28);
}`,
  });
  const run = recordedRun({ driver, app: FIVE_CALLS });
  const last = events(run, 'irp_return').at(-1)?.instant ?? 0;
  const [write] = ask(run, { address: addressAt(run, '&g_Pair.Guard', last), length: 4, at: last }).writes;
  expect(write).toMatchObject({ before: '5a', after: '5a', same: true, kind: 'instruction' });
  expect(write.place.text).toContain('nt!memcpy');
  expect(write.own).toMatchObject({ file: 'lab.c', line: lineOf(driver, 'RtlCopyMemory(g_Pair') });
});

test('two processors that write the same counter', () => {
  const driver = driverWith(
    'for (ULONG i = 0; i < 300; i++) InterlockedIncrement(&g_Count);\n return Complete(Irp, STATUS_SUCCESS, 0);',
    {
      globals: 'LONG g_Count;',
    },
  );
  const globals = `static HANDLE g_Device;
static DWORD WINAPI Work(LPVOID p) { DWORD got; (void)p; DeviceIoControl(g_Device, IOCTL_LAB(1), 0, 0, 0, 0, &got, 0); return 0; }`;
  const app = appWith(
    'HANDLE t; g_Device = h; t = CreateThread(0, 0, Work, 0, 0, 0); Work(0); WaitForSingleObject(t, INFINITE); CloseHandle(t);',
    globals,
  );
  const run = recordedRun({ driver, app, config: { cpus: 2 } });
  const last = events(run, 'irp_return').at(-1)?.instant ?? 0;
  const { writes } = ask(run, { address: addressAt(run, '&g_Count', last), length: 4, at: last, count: 600 });
  expect(new Set(writes.map(({ cpu }) => cpu))).toEqual(new Set([0, 1]));
  expect(new Set(writes.map(({ tid }) => tid)).size).toBe(2);
  expect(writes.every(({ how }) => how === 'atomic operation on 4 bytes')).toBe(true);
  // Each write finds what the one before it left.
  for (let i = 1; i < writes.length; i++) expect(writes[i - 1].before).toBe(writes[i].after);
  expect(writes[0].after).toBe('58020000');
});

test('memory of a program is followed in its own address space, and not into the one before it', () => {
  const app = `#include <stdio.h>
${SPIN}
int g_Value;
int main(void) { for (int i = 1; i <= 3; i++) { g_Value = i; Spin(100); } printf("%p\\n", (void *)&g_Value); return 0; }`;
  const program = (name: string) => ({ name, sources: [{ name: 'app.c', text: app }] });
  const run = recordedRun({ config: { apps: [program('one.exe'), program('two.exe')] } });
  const exits = events(run, 'user_exit');
  expect(exits).toHaveLength(2);
  for (const [i, exit] of exits.entries()) {
    // Shortly before the end of the process, which is then the current one.
    const at = exit.instant - 200;
    const address = addressAt(run, '&g_Value', at);
    const { writes, origin } = ask(run, { address, length: 4, at, count: 50 });
    const own = writes.filter(({ kind }) => kind === 'instruction');
    expect(own.map(({ after }) => after)).toEqual(['03000000', '02000000', '01000000']);
    expect(own.every(({ mode, pid }) => mode === 'user' && pid === exit.pid)).toBe(true);
    expect(origin.kind).toBe('mapped');
    if (origin.kind === 'mapped' && i > 0) expect(origin.instant).toBeGreaterThan(exits[i - 1].instant);
  }
});

test('memory whose pages were given back: what it held, and who freed it', () => {
  const driver = driverWith(
    `PUCHAR Big = ExAllocatePool2(POOL_FLAG_NON_PAGED, 8192, 'giBL');
    Big[5000] = 7;
    ExFreePoolWithTag(Big, 'giBL');
    return Complete(Irp, STATUS_SUCCESS, 0);`,
  );
  const run = recordedRun({ driver, app: FIVE_CALLS });
  const block = events(run, 'pool_alloc').findLast(({ tag }) => tag === 'LBig');
  const address = addressText(BigInt(String(block?.address)) + 5000n);
  const { writes, unmapped } = ask(run, { address, length: 1 });
  expect(unmapped?.own?.line).toBe(lineOf(driver, 'ExFreePoolWithTag(Big'));
  expect(writes[0]).toMatchObject({ after: '07', place: { line: lineOf(driver, 'Big[5000] = 7') } });
});

test('what an interrupt saved, and bits that page walks set, are told as that', () => {
  const run = recordedRun({ app: `${SPIN} int main(void) { Spin(400000); return 0; }` });
  const interrupt = events(run, 'int').at(-1);
  const instant = (interrupt?.instant ?? 0) + 1;
  finish(run.timeline.seek(run.cursor, { branch: 0, instant }));
  const k = run.cursor.kernel;
  const trap =
    contextOf(k, { cpu: Number(interrupt?.cpu) }).frames.find((frame) => frame.trap !== undefined)?.trap ?? 0;
  const whole = ask(run, { address: addressText(trap), length: TrapFrame.BYTES, at: instant }).writes[0];
  expect(whole).toMatchObject({ kind: 'trap', instant });
  expect(whole.how).toMatch(/^an interrupt of IRQL \d+ saved/);

  // The program's loop: fetching it set a bit once, which no data access did.
  const inLoop = (events(run, 'user_exit')[0]?.instant ?? 0) - 20_000;
  finish(run.timeline.seek(run.cursor, { branch: 0, instant: inLoop }));
  expect(k.cpu.mode).toBe(3);
  const entry = walk(k.machine.memory, k.cpu.cr3, k.cpu.ip).entries.at(-1) ?? 0;
  const { writes } = ask(run, { physical: entry, length: 8, at: inLoop, count: 20 });
  expect(writes[0]).toMatchObject({ kind: 'pages', same: false });
});

test('typed input is put into the console by nobody inside the machine', () => {
  const app = `#include <stdio.h>
int main(void) { char line[64]; while (fgets(line, sizeof line, stdin) && line[0] != 'q') printf("%s", line); return 0; }`;
  const { timeline } = timelineOf({ app, config: { interactive: true } });
  const { main } = timeline;
  for (const line of ['first\n', 'second\n', 'q\n']) {
    expect(main.run(Number.MAX_SAFE_INTEGER)).toBe('input');
    timeline.input(new TextEncoder().encode(line));
  }
  expect(main.run(Number.MAX_SAFE_INTEGER)).toBe('end');
  const k = main.kernel;
  const ring = k.symbol('KiConsole') + LAB_CONSOLE.off.Ring;
  expect(C.KI_CONSOLE_BYTES).toBeGreaterThan(32);
  const cursor = timeline.newCursor();
  const request = { address: addressText(ring + 6), length: 4, at: main.at, count: 5 };
  const { writes } = finish(lastWrites(timeline, cursor, request));
  expect(writes).toHaveLength(1);
  expect(writes[0]).toMatchObject({ kind: 'input', after: '7365636f' });
  const expression = `*(unsigned long *)${addressText(ring + 6)}`;
  const history = finish(historyOf(timeline, cursor, { expression, at: main.at }));
  expect(history.changes.at(-1)?.by).toMatchObject({ kind: 'input', instant: writes[0].instant });

  // Something else typed instead of the second line: that branch has its own last write, the first one keeps its own.
  const end = main.at;
  finish(timeline.seek(main, { branch: 0, instant: writes[0].instant - 1 }));
  const branch = timeline.input(new TextEncoder().encode('other\n'));
  expect(branch).not.toBe(0);
  expect(main.run(Number.MAX_SAFE_INTEGER)).toBe('input');
  const other = finish(lastWrites(timeline, cursor, { ...request, at: main.at })).writes;
  expect(other.map(({ kind, after }) => [kind, after])).toEqual([['input', '6f746865']]);
  expect(finish(lastWrites(timeline, cursor, { ...request, at: end })).writes).toEqual(writes);
});

test('bytes of a pool block overwritten long before the crash', () => {
  const driver = driverWith(
    `if (Code == IOCTL_LAB(0)) { g_Block = ExAllocatePool2(POOL_FLAG_NON_PAGED, 64, 'tciV'); g_Block[0] = (ULONG_PTR)&g_Target; }
    if (Code == IOCTL_LAB(1)) Damage(g_Block);
    if (Code == IOCTL_LAB(2)) *(ULONG *)g_Block[0] = 1;
    return Complete(Irp, STATUS_SUCCESS, 0);`,
    {
      globals: `ULONG_PTR *g_Block; ULONG g_Target;
static VOID Damage(ULONG_PTR *p)
{
    *p = 0xFFFF900012345678;
}`,
    },
  );
  const app = appWith(
    'for (int i = 0; i < 3; i++) { DeviceIoControl(h, IOCTL_LAB(i), 0, 0, 0, 0, &got, 0); Spin(30000); }',
    SPIN,
  );
  const run = recordedRun({ driver, app });
  const crash = events(run, 'bugcheck')[0];
  expect(crash).toBeDefined();
  const address = addressAt(run, 'g_Block', run.at.instant);
  const [write, before] = ask(run, { address, length: 8, count: 2 }).writes;
  expect(write.place).toMatchObject({ file: 'lab.c', line: lineOf(driver, '*p = 0xFFFF9') });
  expect(write.after).toBe('785634120090ffff');
  expect(before.place.line).toBe(lineOf(driver, 'IOCTL_LAB(0)) {'));
  expect(crash.instant - write.instant).toBeGreaterThan(100_000);
});
