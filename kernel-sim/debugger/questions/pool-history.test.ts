/** The life of pool blocks and IRPs, and who damaged them, in real drivers. */
import { describe, expect, test } from 'vitest';
import { finish } from '../../base/task.ts';
import { appWith, driverWith, recordedRun } from '../../lab-testing.ts';
import { irpHistory } from './irp-history.ts';
import { poolHistory } from './pool-history.ts';

const APP = appWith('for (int i = 0; i < 4; i++) DeviceIoControl(h, IOCTL_LAB(i), 0, 0, 0, 0, &got, 0);');
const BLOCKS = 'PUCHAR g_A, g_B;';
const ALLOCATE = `if (Code == IOCTL_LAB(0)) {
        g_A = ExAllocatePool2(POOL_FLAG_NON_PAGED, 200, 'AAAA');
        g_B = ExAllocatePool2(POOL_FLAG_NON_PAGED, 200, 'BBBB');
    }`;

type Run = ReturnType<typeof recordedRun>;

function blockOf({ timeline, at }: Run, tag: string, nth = -1): { address: string; instant: number } {
  const all = finish(timeline.trace.events({ branch: 0, from: 0, to: at.instant, kinds: ['pool_alloc'] }));
  const block = all.filter((event) => event.tag === tag).at(nth);
  if (!block) throw new Error(`no block with tag ${tag}`);
  return { address: String(block.address), instant: block.instant };
}

function ask(run: Run, address: string, instant = run.at.instant) {
  const { timeline, cursor } = run;
  return finish(poolHistory(timeline, cursor, { address, at: { branch: 0, instant } }));
}

function lineOf(source: string, text: string): number {
  return source.split('\n').findIndex((line) => line.includes(text)) + 1;
}

function plus(address: string, offset: number): string {
  return `0x${(BigInt(address) + BigInt(offset)).toString(16).toUpperCase().padStart(16, '0')}`;
}

describe('a block that is freed and handed out again', () => {
  const driver = driverWith(
    `if (Code == IOCTL_LAB(0)) {
        g_A = ExAllocatePool2(POOL_FLAG_NON_PAGED, 200, 'AAAA');
        ExFreePoolWithTag(g_A, 'AAAA');
        g_B = ExAllocatePool2(POOL_FLAG_NON_PAGED, 200, 'BBBB');
    }
    return Complete(Irp, STATUS_SUCCESS, 0);`,
    { globals: BLOCKS },
  );
  const run = recordedRun({ driver, app: APP });
  const second = blockOf(run, 'BBBB');

  test('each owner and each free with its line', () => {
    expect(blockOf(run, 'AAAA').address).toBe(second.address);
    const { block, offset, events, damage } = ask(run, plus(second.address, 20));
    expect([block?.tag, block?.state, block?.bytes, offset]).toEqual(['BBBB', 'allocated', 200, 20]);
    expect(events.slice(-3).map(({ kind, block: { tag }, by }) => [kind, tag, by.own?.line])).toEqual([
      ['allocated', 'AAAA', lineOf(driver, "200, 'AAAA'")],
      ['freed', 'AAAA', lineOf(driver, 'ExFreePoolWithTag(g_A')],
      ['allocated', 'BBBB', lineOf(driver, "200, 'BBBB'")],
    ]);
    expect(damage).toEqual([]);
  });

  test('as of an earlier instant', () => {
    const { block, events } = ask(run, second.address, second.instant);
    expect([block?.tag, block?.state, events.at(-1)?.kind]).toEqual(['AAAA', 'free', 'freed']);
  });

  test('the instant of an event is the one right after it', () => {
    const { events } = ask(run, second.address);
    expect(events.at(-1)?.by.instant).toBe(second.instant + 1);
  });

  test('an address that never was pool', () => {
    const { block, events, text } = ask(run, '0xFFFFF80000000000');
    expect([block, events]).toEqual([undefined, []]);
    expect(text[0]).toContain('was never part of a pool block');
  });
});

describe('damage', () => {
  test('an overrun through a library routine: one line, where it crossed the end', () => {
    const driver = driverWith(
      `${ALLOCATE}
    if (Code == IOCTL_LAB(1)) RtlFillMemory(g_A, 220, 0xEE);
    return Complete(Irp, STATUS_SUCCESS, 0);`,
      { globals: BLOCKS },
    );
    const run = recordedRun({ driver, app: APP });
    for (const tag of ['AAAA', 'BBBB']) {
      const { damage, before } = ask(run, blockOf(run, tag).address);
      expect(damage.map(({ kind }) => kind)).toEqual(['overrun']);
      const [{ write, text }] = damage;
      expect(write.own?.line).toBe(lineOf(driver, 'RtlFillMemory(g_A'));
      expect(text).toContain("past the end of the block of 200 bytes with tag 'AAAA'");
      expect(text).toContain('12 bytes');
      if (tag === 'BBBB') expect(before?.block).toMatchObject({ tag: 'AAAA', state: 'allocated' });
    }
  });

  test('an underrun by a pointer into the block', () => {
    const driver = driverWith(
      `${ALLOCATE}
    if (Code == IOCTL_LAB(1)) g_B[-5] = 1;
    return Complete(Irp, STATUS_SUCCESS, 0);`,
      { globals: BLOCKS },
    );
    const run = recordedRun({ driver, app: APP });
    const [{ kind, write, text }] = ask(run, blockOf(run, 'BBBB').address).damage;
    expect([kind, write.place.line]).toEqual(['underrun', lineOf(driver, 'g_B[-5]')]);
    expect(text).toContain("before the start of the block of 200 bytes with tag 'BBBB'");
  });

  test('use after free', () => {
    const driver = driverWith(
      `${ALLOCATE}
    if (Code == IOCTL_LAB(1)) ExFreePoolWithTag(g_A, 'AAAA');
    if (Code == IOCTL_LAB(2)) g_A[50] = 3;
    return Complete(Irp, STATUS_SUCCESS, 0);`,
      { globals: BLOCKS },
    );
    const run = recordedRun({ driver, app: APP });
    const { damage, text } = ask(run, blockOf(run, 'AAAA').address);
    expect(damage.map(({ kind, write }) => [kind, write.place.line])).toEqual([
      ['use-after-free', lineOf(driver, 'g_A[50] = 3')],
    ]);
    expect(text.at(-1)).toContain('which was free');
  });

  test('nothing is said of a block that is used as it should be', () => {
    const driver = driverWith(
      `${ALLOCATE}
    RtlFillMemory(g_A, 200, Code);
    return Complete(Irp, STATUS_SUCCESS, 0);`,
      { globals: BLOCKS },
    );
    const run = recordedRun({ driver, app: APP });
    for (const tag of ['AAAA', 'BBBB']) expect(ask(run, blockOf(run, tag).address).damage).toEqual([]);
  });
});

describe('the life of an IRP', () => {
  const driver = driverWith(
    `if (Code == IOCTL_LAB(1)) {
        g_Pending = Irp;
        IoMarkIrpPending(Irp);
        KeSetTimer(&g_Timer, RtlConvertLongToLargeInteger(-10000), &g_Dpc);
        return STATUS_PENDING;
    }
    return Complete(Irp, STATUS_SUCCESS, 0);`,
    {
      globals: `static PIRP g_Pending; static KTIMER g_Timer; static KDPC g_Dpc;
static VOID Later(PKDPC Dpc, PVOID Context, PVOID A, PVOID B)
{
    UNREFERENCED_PARAMETER(Dpc); UNREFERENCED_PARAMETER(Context); UNREFERENCED_PARAMETER(A); UNREFERENCED_PARAMETER(B);
    g_Pending->IoStatus.Status = STATUS_SUCCESS;
    g_Pending->IoStatus.Information = 0;
    IoCompleteRequest(g_Pending, IO_NO_INCREMENT);
}`,
      entry: 'KeInitializeTimer(&g_Timer); KeInitializeDpc(&g_Dpc, Later, NULL);',
    },
  );
  const run = recordedRun({ driver, app: APP });
  const { timeline, cursor, at } = run;
  const pended = finish(timeline.trace.events({ branch: 0, from: 0, to: at.instant, kinds: ['irp_pend'] }))[0];
  const irp = String(pended.irp);

  test('from allocation to free, with who did what', () => {
    const freed = finish(timeline.trace.next({ branch: 0, instant: pended.instant }, ['irp_free'])) ?? pended;
    const instant = freed.instant + 1;
    const { events, state } = finish(irpHistory(timeline, cursor, { irp, at: { branch: 0, instant } }));
    const names = events.map(({ event }) => event);
    expect(names.filter((name) => name !== 'irp_copy')).toEqual([
      ...['irp_alloc', 'irp_call', 'irp_return', 'irp_pend', 'irp_complete', 'irp_free'],
    ]);
    expect(state).toBe('freed');
    const completed = events.find(({ event }) => event === 'irp_complete');
    expect(completed?.own?.text).toContain('lab!Later');
    expect(completed?.own?.line).toBe(lineOf(driver, 'IoCompleteRequest(g_Pending'));
  });

  test('half-way it is pending; before, there was none', () => {
    const half = finish(irpHistory(timeline, cursor, { irp, at: { branch: 0, instant: pended.instant + 1 } }));
    expect(half.state).toBe('pending');
    const none = finish(irpHistory(timeline, cursor, { irp: '0xFFFFE00000000000', at }));
    expect([none.state, none.events]).toEqual(['never', []]);
  });
});
