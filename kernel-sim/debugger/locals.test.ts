/** Variables of frames that really ran: registers, memory, copies, inner scopes, funclets, both sides of the ring boundary, other processes. */
import { describe, expect, test } from 'vitest';
import { KTHREAD } from '../kernel/layouts.generated.ts';
import { appWith, driverWith } from '../lab-testing.ts';
import { stopAt } from '../lab-testing-marker.ts';
import { contextOf, type DebugContext, withFrame } from './context.ts';
import { evaluateText } from './expression.ts';
import { formatValue } from './format.ts';
import { localsOf } from './locals.ts';
import { lvalueAt } from './values.ts';

function shown(context: DebugContext): string[] {
  return localsOf(context).map((v) => {
    const marks = `${v.param ? 'param ' : ''}${v.shadowed ? 'shadowed ' : ''}`;
    return `${marks}${v.name} @${v.home.replace(/\d.*/, '')} ${formatValue(context, lvalueAt(v.type, v.address ?? 0n))}`;
  });
}

function frameOf(context: DebugContext, routine: string): DebugContext {
  const index = context.frames.findIndex((f) => f.place?.name.startsWith(routine));
  expect(index, `a frame of ${routine}`).toBeGreaterThanOrEqual(0);
  return withFrame(context, index);
}

const CALL = 'DeviceIoControl(h, IOCTL_LAB(1), 0, 0, 0, 0, &got, 0);';

describe('locals', () => {
  test('in registers, in memory, passed as copies; inner scopes hide outer ones; statics', () => {
    const { context } = stopAt({
      driver: driverWith('return Complete(Irp, Work((BIG){1, 2, 3}, 7, (UCHAR)300), 0);', {
        globals: `typedef struct { ULONG64 a, b, c; } BIG;
static NTSTATUS Work(BIG big, int count, UCHAR narrow)
{
    static short kept = -4;
    int taken = 5; int *p = &taken;
    int n = count * 2;
    { int n = 1; { char n[4] = "in"; ULONG later;
    /*HERE*/ later = n[0] + kept; *p += (int)later; } }
    return n + big.a + narrow;
}`,
      }),
      app: appWith(CALL),
    });
    expect(shown(context)).toEqual([
      'param big @[r {a = 1, b = 2, c = 3}',
      'param count @r 7',
      "param narrow @r 44 (0x2C) ','",
      'taken @fp- 5',
      expect.stringMatching(/^p @r 0xFFFFB0/),
      'shadowed n @r 14 (0xE)',
      'shadowed n @r 1',
      'n @fp- "in"',
      expect.stringMatching(/^later @r /),
      'kept @static -4 (0xFFFC)',
    ]);
    expect(evaluateText('n[1]', context)).toBe("110 (0x6E) 'n'");
    expect(evaluateText('*p', context)).toBe('5');
    expect(evaluateText('kept', context)).toBe('-4 (0xFFFC)');
    expect(evaluateText('big.b + count', context)).toBe('9');
    expect(evaluateText('*&count', context)).toBe('7');
  });

  test('filters and __finally blocks share the frame of their function', () => {
    const source = (filter: string, block: string) =>
      driverWith(
        `ULONG outside = 11;
    __try { ULONG inside = 22; __try { outside += inside; *(volatile ULONG *)0 = 1; } __finally { ULONG own = 3;
    ${block} outside += own; } }
    __except (${filter}) { outside = 1; }
    return Complete(Irp, STATUS_SUCCESS, outside);`,
        {
          globals: 'static int Filter(ULONG *p) { /*F*/ return *p > 0; }',
        },
      );
    const finallyBlock = stopAt({
      driver: source('EXCEPTION_EXECUTE_HANDLER', '/*HERE*/'),
      app: appWith(CALL),
    }).context;
    expect(finallyBlock.frames[0].place?.fn?.parent).toBeDefined();
    expect(shown(finallyBlock).slice(-3)).toEqual([
      'outside @r 33 (0x21)',
      'inside @r 22 (0x16)',
      expect.stringMatching(/^own @r/),
    ]);
    expect(evaluateText('inside + outside', finallyBlock)).toBe('55 (0x37)');
    const filter = stopAt({
      driver: source('Filter(&outside)', '').replace('/*F*/', '/*HERE*/'),
      app: appWith(CALL),
    }).context;
    const funclet = withFrame(filter, 1);
    expect(funclet.frames[1].place?.fn?.parent).toBeDefined();
    expect(evaluateText('outside', funclet)).toBe('33 (0x21)');
    // The dispatcher stands between the filter and the frame that faulted.
    const faulting = filter.frames.findIndex((f, i) => i > 1 && f.place?.name.startsWith('lab!Control'));
    expect(faulting).toBeGreaterThan(2);
    expect(filter.frames[faulting - 1].trap).toBeDefined();
    expect(evaluateText('inside', withFrame(filter, faulting))).toBe('22 (0x16)');
  });

  test('of user frames below a system call, and of a thread of another process that waits', () => {
    const waiter = `#include <windows.h>
int main(void) { int mine = 4711; char text[8] = "waiter"; HANDLE e = CreateEventW(NULL, TRUE, FALSE, NULL); WaitForSingleObject(e, 50); return mine + text[0] > 0 ? 0 : 1; }`;
    const { k, context } = stopAt({
      driver: driverWith('/*HERE*/ return Complete(Irp, STATUS_SUCCESS, 0);'),
      config: {
        parallel: true,
        apps: [
          { name: 'waiter.exe', sources: [{ name: 'waiter.c', text: waiter }] },
          { name: 'app.exe', sources: [{ name: 'app.c', text: appWith(`int mine = 3; Sleep(5); ${CALL} mine++;`) }] },
        ],
      },
    });
    expect(evaluateText('mine', frameOf(context, 'app!main'))).toBe('3');
    const others = threadsOf(context).filter((thread) => thread !== context.thread);
    const waiting = others
      .map((thread) => contextOf(k, { thread }))
      .filter((c) => c.frames.some((f) => f.place?.name.startsWith('waiter!main')));
    expect(waiting).toHaveLength(1);
    expect(waiting[0].running).toBe(false);
    const main = frameOf(waiting[0], 'waiter!main');
    expect(evaluateText('mine', main)).toBe('4711 (0x1267)');
    expect(evaluateText('text', main)).toBe('"waiter"');
    expect(evaluateText('$process->ImageFileName', main)).toBe('"waiter.exe"');
    expect(() => evaluateText('@rax', waiting[0])).toThrow(/does not run/);
  });

  test('there are none before a thread has run, nor where no code is known', () => {
    const { k } = stopAt({ app: '#include <windows.h>\nint main(void) { /*HERE*/ return 0; }' });
    expect(() => contextOf(k, { cpu: 8 })).toThrow(/no CPU 8/);
    expect(() => contextOf(k, { frame: 99 })).toThrow(/no frame 99/);
    expect(() => contextOf(k, { thread: 0x1234 })).toThrow(/no thread/);
  });
});

/** Threads of the processes in the machine's list, through expressions: the kernel's own structures. */
function threadsOf(context: DebugContext): number[] {
  const { view, kernel } = context;
  const out: number[] = [];
  const head = kernel.symbol('PsActiveProcessHead');
  const links = Number(/\d+/.exec(evaluateText('FIELD_OFFSET(EPROCESS, ActiveProcessLinks)', context))?.[0]);
  const threads = Number(/\d+/.exec(evaluateText('FIELD_OFFSET(EPROCESS, Pcb.ThreadListHead)', context))?.[0]);
  for (let p = view.ptr(head); p !== head; p = view.ptr(p)) {
    const list = p - links + threads;
    for (let t = view.ptr(list); t !== list; t = view.ptr(t)) out.push(t - KTHREAD.off.ThreadListEntry);
  }
  return out;
}
