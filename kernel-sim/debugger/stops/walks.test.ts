/**
 * Random walks: mixed steps forwards and backwards, each compared with what the oracle finds by going through a run that it stepped by itself.
 * `npm run explore` walks far.
 */
import { expect, test } from 'vitest';
import { hex64 } from '../../base/numbers.ts';
import { nextRandom, seedRandom } from '../../base/random.ts';
import { appWith, driverWith, timelineOf } from '../../lab-testing.ts';
import type { Direction, Motion, StepUnit } from '../../protocol/time.ts';
import { Debugged, Oracle } from './testing.ts';

/** Of each walk. */
const STEPS = Math.ceil(Number(process.env.RZL_WALK_STEPS ?? 360) / 3);
const SEED = Number(process.env.RZL_SEED ?? 1);

const DRIVER = driverWith(
  `
    ULONG i, Sum = 0;
    if (Code == IOCTL_LAB(1)) { KeSetTimer(&g_Timer, g_Due, &g_Dpc); return Complete(Irp, STATUS_SUCCESS, 0); }
    for (i = 0; i < 3; i++) Sum += Twice(i) + Twice(Sum), KeInsertQueueDpc(&g_Queued, NULL, NULL);
    for (i = 0; i < 4; i++) Sum ^= i;
    Sum += Fib(5);
    __try {
        Sum += Careful((PULONG)Irp->UserBuffer, Sum);
    } __except (Filter(GetExceptionCode())) {
        Sum++;
    }
    if (Code == IOCTL_LAB(2)) {
        LARGE_INTEGER Wait;
        Wait.QuadPart = -200;
        KeDelayExecutionThread(KernelMode, FALSE, &Wait);
        Sum += 2;
    }
    if (Out >= 4) *(PULONG)Buffer = Sum;
    return Complete(Irp, STATUS_SUCCESS, Out >= 4 ? 4 : 0);`,
  {
    globals: `
static KTIMER g_Timer; static KDPC g_Dpc, g_Queued; static LARGE_INTEGER g_Due; static ULONG g_Ticks; static KSPIN_LOCK g_Lock;
static KDEFERRED_ROUTINE OnTimer;
static ULONG Twice(ULONG a) { return a + a; }
static ULONG Fib(ULONG n)
{
    if (n < 2)
        return n;
    return Fib(n - 1) + Fib(n - 2);
}
static LONG Filter(ULONG Code) { return Code == 5 ? EXCEPTION_CONTINUE_SEARCH : EXCEPTION_EXECUTE_HANDLER; }
static ULONG Careful(PULONG p, ULONG n)
{
    __try {
        if (n & 1) ExRaiseStatus(STATUS_INVALID_PARAMETER);
        return n;
    } __finally {
        g_Ticks += Twice(n);
    }
}
static VOID Bump(PULONG Value)
{
    *Value += 1;
}
static VOID OnTimer(PKDPC Dpc, PVOID Context, PVOID A, PVOID B)
{
    (void)Context; (void)A; (void)B;
    KeAcquireSpinLockAtDpcLevel(&g_Lock);
    Bump(&g_Ticks);
    KeReleaseSpinLockFromDpcLevel(&g_Lock);
    if (Dpc == &g_Dpc && g_Ticks < 400) KeSetTimer(&g_Timer, g_Due, &g_Dpc);
}`,
    entry: `g_Due.QuadPart = -100; KeInitializeSpinLock(&g_Lock); KeInitializeTimer(&g_Timer); KeInitializeDpc(&g_Dpc, OnTimer, NULL);
        KeInitializeDpc(&g_Queued, OnTimer, NULL);`,
    unload: 'KeCancelTimer(&g_Timer); KeFlushQueuedDpcs();',
  },
);
const APP = appWith(
  `
    int i;
    HANDLE t;
    DeviceIoControl(h, IOCTL_LAB(1), NULL, 0, NULL, 0, &got, NULL);
    t = CreateThread(NULL, 0, Other, h, 0, NULL);
    for (i = 0; i < 3; i++) {
        ULONG out = 0;
        DeviceIoControl(h, IOCTL_LAB(0), NULL, 0, &out, sizeof out, &got, NULL); out += Sum(i, 2);
        printf("%lu %d\\n", out, Sum(Sum(i, 1), Sum(i, 3)));
    }
    Sleep(40);
    WaitForSingleObject(t, INFINITE);
    CloseHandle(t);`,
  `
static int Sum(int a, int b)
{
    int c = a + b;
    return c;
}
static DWORD WINAPI Other(LPVOID h)
{
    DWORD got;
    ULONG out;
    for (int i = 0; i < 2; i++) DeviceIoControl((HANDLE)h, IOCTL_LAB(2), NULL, 0, &out, sizeof out, &got, NULL);
    return Sum(1, 2);
}`,
);

const UNITS: readonly StepUnit[] = ['statement', 'statement', 'statement', 'line', 'line', 'instruction'];
const HOWS = ['into', 'into', 'over', 'over', 'out'] as const;

function walk(program: Parameters<typeof timelineOf>[0], seed: number, steps: number): void {
  const lab = new Debugged(timelineOf(program));
  const oracle = new Oracle(lab.boot, Number.POSITIVE_INFINITY);
  lab.run();
  expect(lab.instant).toBe(oracle.end);
  // Arrivals in the middle of statements, which are judged and are no stops.
  const between = oracle.steps.filter(({ code, user }) => code.own && !code.statement && !user);
  for (let i = 0; i < 10; i++) {
    const address = `0x${hex64(between[Math.floor((i * between.length) / 10)].ip)}`;
    lab.stops.breakpoints.add({ where: { kind: 'address', address }, condition: '0' });
  }
  const words = new Int32Array(4);
  seedRandom(words, 0, seed);
  const below = (n: number) => nextRandom(words, 0) % n;
  const own = oracle.steps.filter(({ code }) => code.own && code.statement);
  expect(own.length).toBeGreaterThan(200);
  expect(own.filter(({ level }) => level > 0).length).toBeGreaterThan(30);
  for (let i = 0; i < steps; i++) {
    if (i % 30 === 0)
      lab.seek(below(4) > 0 ? own[below(own.length)].instant : oracle.steps[below(oracle.steps.length)].instant);
    const motion: Motion & { kind: 'step' } = {
      kind: 'step',
      unit: UNITS[below(UNITS.length)],
      how: HOWS[below(HOWS.length)],
      ...(below(8) === 0 && { everything: true }),
    };
    const direction: Direction = below(2) === 0 ? 'forward' : 'back';
    const from = lab.instant;
    const stoodAtStop = own.some((step) => step.instant === from);
    const expected = oracle.expected(lab.kernel, motion, direction);
    const report = lab.move(motion, direction);
    const found =
      report.reason === 'step'
        ? report.at.instant
        : report.reason === 'end' || report.reason === 'beginning'
          ? -1
          : NaN;
    expect({ step: i, from, direction, ...motion, found }).toEqual({
      step: i,
      from,
      direction,
      ...motion,
      found: expected,
    });
    if (found >= 0 && stoodAtStop && motion.how === 'into' && motion.unit === 'statement') {
      const opposite = direction === 'forward' ? 'back' : 'forward';
      const { reason, at } = motion.everything ? { reason: 'step', at: { instant: from } } : lab.move(motion, opposite);
      expect({ reason, instant: at.instant }).toMatchObject({ instant: from });
      lab.seek(found);
    }
    if (found < 0) lab.seek(own[below(own.length)].instant);
  }
}

test.each([
  { cpus: 1, seed: SEED },
  { cpus: 2, seed: SEED + 1 },
  { cpus: 2, seed: SEED + 2 },
])('a walk over a run with interrupts, recursion and exceptions: %o', ({ cpus, seed }) => {
  walk({ driver: DRIVER, app: APP, config: { cpus, seed } }, seed, STEPS);
});
