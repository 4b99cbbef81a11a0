/** What lanes and requests say of an instant, against the machine at that instant. */
import { describe, expect, test } from 'vitest';
import { finish } from './base/task.ts';
import { threadOn } from './debugger/context.ts';
import { interruptLevel } from './debugger/stops/activation.ts';
import { CodeMap } from './debugger/stops/code-map.ts';
import { pidOf, tidOf } from './debugger/stops/origin.ts';
import type { Kernel } from './kernel/kernel.ts';
import { LabSession } from './lab-session.ts';
import { appWith, driverWith } from './lab-testing.ts';
import { DEFAULT_CONFIG, type LabConfig } from './protocol/lab-api.ts';
import { TraceFolds } from './worker-folds.ts';
import { stretchOf } from './worker-stretch.ts';
import { SessionTrace } from './worker-trace.ts';

const DRIVER = driverWith(
  `if (Code == IOCTL_LAB(2)) {
        LARGE_INTEGER due;
        due.QuadPart = -20000;
        IoMarkIrpPending(Irp);
        Waiting = Irp;
        KeSetTimer(&Timer, due, &Dpc);
        return STATUS_PENDING;
    }
    return Complete(Irp, STATUS_SUCCESS, 0);`,
  {
    globals: `static KTIMER Timer; static KDPC Dpc; static PIRP Waiting;
static VOID Expired(PKDPC dpc, PVOID a, PVOID b, PVOID c) {
  volatile int i; UNREFERENCED_PARAMETER(dpc); UNREFERENCED_PARAMETER(a); UNREFERENCED_PARAMETER(b); UNREFERENCED_PARAMETER(c);
  for (i = 0; i < 50; i++) { }
  Waiting->IoStatus.Status = STATUS_SUCCESS; Waiting->IoStatus.Information = 0; IoCompleteRequest(Waiting, IO_NO_INCREMENT);
}`,
    entry: 'KeInitializeTimer(&Timer); KeInitializeDpc(&Dpc, Expired, NULL);',
  },
);
const APP = appWith(
  `HANDLE t = CreateThread(0, 0, Spin, 0, 0, 0); HANDLE u = CreateThread(0, 0, Spin, 0, 0, 0);
   for (int i = 1; i < 4; i++) DeviceIoControl(h, IOCTL_LAB(i), 0, 0, 0, 0, &got, 0);
   WaitForSingleObject(t, INFINITE); WaitForSingleObject(u, INFINITE);`,
).replace(
  'int main',
  'static DWORD WINAPI Spin(void *p) { volatile int i; (void)p; for (i = 0; i < 30000; i++) { if (i % 4000 == 0) Sleep(1); } return 0; }\nint main',
);

function sessionOf(config: Partial<LabConfig> = {}): LabSession {
  const session = new LabSession();
  const report = session.build({
    ...DEFAULT_CONFIG,
    drivers: [{ name: 'lab', sources: [{ name: 'lab.c', text: DRIVER }] }],
    apps: [{ name: 'app.exe', sources: [{ name: 'app.c', text: APP }] }],
    ...config,
  });
  expect(report.messages).toEqual([]);
  session.start();
  finish(session.move({ motion: { kind: 'run' }, direction: 'forward' }));
  return session;
}

/** By stacks and processor blocks, not by any event. */
function truth(k: Kernel) {
  const code = new CodeMap(k);
  return k.vm.cpus.map((cpu) => {
    const thread = threadOn(k, cpu);
    const tid = thread === 0 ? 0 : tidOf(k, thread);
    const hasSwitched = cpu.number > 0 || (cpu.gsKernel !== 0 && k.pcr(cpu).Prcb.ContextSwitches > 0);
    const idle = tid === 0 && hasSwitched;
    const state = interruptLevel(k, code, cpu) > 0 ? 'interrupt' : cpu.mode === 3 ? 'user' : idle ? 'idle' : 'kernel';
    return { state, tid, pid: tid === 0 ? 0 : pidOf(k, thread) };
  });
}

describe.each([
  { cpus: 2, seed: 1 },
  { cpus: 2, seed: 7 },
  { cpus: 1, seed: 3 },
  { cpus: 3, seed: 4 },
])('%o', (config) => {
  const session = sessionOf(config);
  const { head } = session.timeline.branch(0);

  test('lanes say of random instants, and around every change, what the machine does there', () => {
    const cursor = session.timeline.newCursor();
    const { lanes } = finish(new TraceFolds(session).of(0));
    const { from, state } = lanes.window(0, head, head);
    // Every state is seen, interrupts as well.
    expect(new Set(state).size).toBe(4);
    let at = 0.5;
    const random = Array.from({ length: 150 }, () => {
      at = (at + 0.6180339887498949) % 1;
      return Math.floor(at * head);
    });
    const edges = Array.from(from).filter((_, i) => i % Math.ceil(from.length / 150) === 0);
    const instants = [...random, ...edges.flatMap((edge) => [edge - 1, edge])].filter((s) => s >= 0 && s < head);
    for (const instant of instants.sort((a, b) => a - b)) {
      finish(session.timeline.seek(cursor, { branch: 0, instant }));
      const { cpu, states, tid, pid, ...window } = lanes.window(instant, instant + 1, 10);
      const told = Array.from(cpu, (_, i) => ({ state: states[window.state[i]], tid: tid[i], pid: pid[i] }));
      expect(told, `at ${instant}`).toEqual(truth(cursor.kernel));
    }
  });

  test('a stretch says how long each CPU ran whom in which mode, as clocks say instruction by instruction', () => {
    const cursor = session.timeline.newCursor();
    const [from, to] = [Math.floor(head * 0.55), Math.floor(head * 0.55) + 6000];
    const spent = new Map<string, number>();
    finish(session.timeline.seek(cursor, { branch: 0, instant: from }));
    let clocks = cursor.kernel.vm.cpus.map(({ clock }) => clock);
    const began = cursor.kernel.machine.now;
    for (let instant = from; instant < to; instant++) {
      const before = truth(cursor.kernel);
      finish(session.timeline.seek(cursor, { branch: 0, instant: instant + 1 }));
      const after = cursor.kernel.vm.cpus.map(({ clock }) => clock);
      before.forEach(({ state, tid }, cpu) => {
        const key = `CPU ${cpu} ${tid} ${state}`;
        if (state !== 'idle' && after[cpu] > clocks[cpu])
          spent.set(key, (spent.get(key) ?? 0) + after[cpu] - clocks[cpu]);
      });
      clocks = after;
    }
    const told = finish(stretchOf(session, new SessionTrace(session), { branch: 0, from, to }));
    expect(told.ns).toBe(cursor.kernel.machine.now - began);
    expect(told.cpus).toBe(clocks.length);
    const rows = told.spent.flatMap(({ cpu, tid, ...row }) =>
      (['user', 'kernel', 'interrupt'] as const).map((mode) => [`CPU ${cpu} ${tid} ${mode}`, row[mode]] as const),
    );
    expect(Object.fromEntries(rows.filter(([, ns]) => ns > 0))).toEqual(Object.fromEntries(spent));
  });
});

describe('requests', () => {
  const session = sessionOf();
  const events = finish(session.timeline.trace.events({ branch: 0, from: 0, to: Number.POSITIVE_INFINITY }));
  const { requests } = finish(new TraceFolds(session).of(0));
  const allocations = events.filter(({ event }) => event === 'irp_alloc');

  test('each is the one to look at from its system call on, until another one is about something', () => {
    allocations.forEach(({ irp, instant, tid }, i) => {
      const request = requests.at(instant + 1);
      expect(request).toMatchObject({
        irp: Number(BigInt.asIntN(64, BigInt(irp))),
        tid,
        allocated: instant + 1,
        ordinal: i + 1,
      });
      const enter = events.findLast((e) => e.event === 'syscall_enter' && e.tid === tid && e.instant < instant);
      expect(request?.from).toBeLessThan(enter?.instant ?? 0);
      // A system call may make more than one: the first is the one to look at before there is any.
      expect(requests.at((enter?.instant ?? 0) + 1)?.from).toBe(request?.from);
      const exit = events.find((e) => e.event === 'syscall_exit' && e.tid === tid && e.instant > instant);
      expect(request?.to).toBeGreaterThan(exit?.instant ?? Number.POSITIVE_INFINITY);
      const next = events.find((e) => e.event === 'mode' && e.to === 'user' && e.tid === tid && e.instant > instant);
      expect(request?.to).toBe((next?.instant ?? 0) + 1);
      const freed = events.find((e) => e.event === 'irp_free' && e.irp === irp && e.instant > instant);
      expect(request?.freed).toBe((freed?.instant ?? 0) + 1);
      const calls = events.filter((e) => e.event === 'irp_call' && e.irp === irp && e.instant > instant);
      expect(request?.calls[0]).toMatchObject({
        driver: calls[0].driver,
        major: calls[0].major,
        ioctl: calls[0].ioctl,
      });
    });
    expect(allocations.length).toBeGreaterThan(4);
    expect(requests.at((requests.at(allocations[0].instant + 1)?.from ?? 0) - 1)).toBeUndefined();
  });
});

test('folding a run while it goes on, and again after a fork, comes to the same as folding it at once', () => {
  const session = sessionOf();
  const { head } = session.timeline.branch(0);
  finish(session.seek({ branch: 0, instant: Math.floor(head * 0.7) }));
  session.knob({ name: 'seed', value: 9 });
  const folds = new TraceFolds(session);
  const branch = session.at.branch;
  expect(branch).toBe(1);
  for (let isOver = false; !isOver; ) {
    finish(folds.of(branch));
    const report = finish(session.seek({ branch, instant: session.at.instant + 20_011 }));
    isOver = report.end !== undefined;
  }
  const end = session.timeline.branch(branch).head;
  const grown = finish(folds.of(branch)).lanes.window(0, end, end);
  expect(grown).toEqual(finish(new TraceFolds(session).of(branch)).lanes.window(0, end, end));
  expect(grown.cpu.length).toBeGreaterThan(100);
});
