/** What is behind bug checks of real drivers: the answer names the line that did it, long before the crash. */
import { describe, expect, test } from 'vitest';
import { finish } from '../../base/task.ts';
import { appWith, driverWith, recordedRun } from '../../lab-testing.ts';
import { suspects } from './suspects.ts';

const SPIN = 'static void Spin(int n) { for (volatile int j = 0; j < n; j++) ; }';
const APP = appWith(
  'for (int i = 0; i < 4; i++) { DeviceIoControl(h, IOCTL_LAB(i), 0, 0, 0, 0, &got, 0); Spin(20000); }',
  SPIN,
);

/** Runs a driver to its bug check; the code and the suspects. */
function inquire(control: string, globals = '') {
  const driver = driverWith(`${control}\n    return Complete(Irp, STATUS_SUCCESS, 0);`, { globals });
  const { timeline, cursor, at } = recordedRun({ driver, app: APP });
  const { end } = timeline.branch(0);
  const line = (text: string) => `(lab.c:${driver.split('\n').findIndex((row) => row.includes(text)) + 1})`;
  const found = finish(suspects(timeline, cursor, at)).suspects;
  for (const { instant } of found) expect(timeline.problemWith({ branch: 0, instant })).toBeUndefined();
  return { found, texts: found.map(({ text }) => text), line, name: end?.kind === 'bugcheck' ? end.bugcheck.name : '' };
}

const ALLOCATE = `if (Code == IOCTL_LAB(0)) {
        g_A = ExAllocatePool2(POOL_FLAG_NON_PAGED, 200, 'AAAA');
        g_B = ExAllocatePool2(POOL_FLAG_NON_PAGED, 200, 'BBBB');
    }`;
const BLOCKS = 'PUCHAR g_A, g_B;';

describe('pool', () => {
  test('a header overwritten by the block before it', () => {
    const { name, texts, line } = inquire(
      `${ALLOCATE}
    if (Code == IOCTL_LAB(1)) RtlFillMemory(g_A, 220, 0xEE);
    if (Code == IOCTL_LAB(2)) ExFreePoolWithTag(g_B, 'BBBB');`,
      BLOCKS,
    );
    expect(name).toBe('BAD_POOL_HEADER');
    expect(texts[0]).toContain(line('RtlFillMemory(g_A, 220'));
    expect(texts[0]).toContain("past the end of the block of 200 bytes with tag 'AAAA'");
  });

  test('the header of a free block, overwritten by a loop from the block before it', () => {
    const { name, texts, line } = inquire(
      `if (Code == IOCTL_LAB(0)) g_A = ExAllocatePool2(POOL_FLAG_NON_PAGED, 200, 'AAAA');
    if (Code == IOCTL_LAB(1)) for (int i = 0; i < 230; i++)
        g_A[i] = 0xEE;
    if (Code == IOCTL_LAB(2)) g_B = ExAllocatePool2(POOL_FLAG_NON_PAGED, 200, 'BBBB');`,
      BLOCKS,
    );
    expect(name).toBe('BAD_POOL_HEADER');
    expect(texts[0]).toContain(line('g_A[i] = 0xEE'));
    expect(texts[0]).toMatch(/^the header of the free block at 0x\w+ was overwritten at instant/);
  });

  test('a block freed twice', () => {
    const { name, texts, line } = inquire(
      `${ALLOCATE}
    if (Code == IOCTL_LAB(1)) ExFreePoolWithTag(g_A, 'AAAA');
    if (Code == IOCTL_LAB(2)) ExFreePool(g_A);`,
      BLOCKS,
    );
    expect(name).toBe('BAD_POOL_CALLER');
    expect(texts[0]).toContain('freed at instant');
    expect(texts[0]).toContain(line('ExFreePoolWithTag(g_A'));
  });

  test('memory that was given back', () => {
    const { name, texts, line } = inquire(
      `if (Code == IOCTL_LAB(0)) g_A = ExAllocatePool2(POOL_FLAG_NON_PAGED, 8192, 'AAAA');
    if (Code == IOCTL_LAB(1)) ExFreePoolWithTag(g_A, 'AAAA');
    if (Code == IOCTL_LAB(2)) g_A[5000] = 1;`,
      BLOCKS,
    );
    expect(name).toBe('PAGE_FAULT_IN_NONPAGED_AREA');
    expect(texts[0]).toContain('freed at instant');
    expect(texts[0]).toContain(line('ExFreePoolWithTag(g_A'));
  });
});

describe('bad pointers', () => {
  test('a pointer in a global, overwritten long before', () => {
    const { name, found, line } = inquire(
      `if (Code == IOCTL_LAB(0)) g_A = (PUCHAR)&g_Value;
    if (Code == IOCTL_LAB(1)) Damage();
    if (Code == IOCTL_LAB(3)) Use(g_A);`,
      `PUCHAR g_A; ULONG g_Value;
static VOID Damage(VOID) { RtlFillMemory(&g_A, 4, 0x77); }
static VOID Use(PUCHAR p) { PUCHAR q = p + 4; q[1] = 1; }`,
    );
    expect(name).not.toBe('');
    const write = found.find(({ text }) => text.includes('lab!g_A') && text.includes('last written'));
    expect(write?.text).toContain(line('static VOID Damage'));
    expect(write?.text).toContain('memset');
  });

  test('a pointer that was freed with what held it', () => {
    const { texts, line } = inquire(
      `if (Code == IOCTL_LAB(0)) { g_A = ExAllocatePool2(POOL_FLAG_NON_PAGED, 200, 'AAAA'); g_A->Next = g_A; }
    if (Code == IOCTL_LAB(1)) ExFreePoolWithTag(g_A, 'AAAA');
    if (Code == IOCTL_LAB(2)) RtlFillMemory(&g_A->Next, 8, 0xF1);
    if (Code == IOCTL_LAB(3)) g_A->Next->Value = 1;`,
      'typedef struct _ITEM { ULONG Value; ULONG Pad[5]; struct _ITEM *Next; } ITEM; ITEM *g_A;',
    );
    expect(
      texts.some((text) => text.includes('was last written') && text.includes(line('RtlFillMemory(&g_A->Next'))),
    ).toBe(true);
    expect(texts.some((text) => text.includes('which was free'))).toBe(true);
  });

  test('NULL that a routine returned', () => {
    const { texts } = inquire(
      'if (Code == IOCTL_LAB(1)) { PUCHAR p = Find(7); p[3] = 1; }',
      'ULONG g_Value; DECLSPEC_NOINLINE static PUCHAR Find(int n) { return n == 3 ? (PUCHAR)&g_Value : NULL; }',
    );
    expect(texts[0]).toContain('lab!Find returned 0x0000000000000000');
  });

  test('a pointer that was never set', () => {
    const { texts } = inquire(
      'if (Code == IOCTL_LAB(1)) { Fill(); Use(1); }',
      `static ULONG64 Fill(void) { ULONG64 a = 0x4141414141414141, b = a + 1, c = b + 1, d = c + 1; return a ^ b ^ c ^ d; }
static VOID Use(int n) { PUCHAR p; if (n == 3) p = NULL; *p = (UCHAR)n; }`,
    );
    expect(texts[0]).toContain('was never set in this call');
  });

  test('a bad argument of a kernel routine', () => {
    const { texts, line } = inquire(
      `if (Code == IOCTL_LAB(1)) Copy();`,
      `PUCHAR g_To = (PUCHAR)0xFFFF900000001000;
UCHAR g_From[16];
static VOID Copy(VOID) { RtlCopyMemory(g_To, g_From, 16); }`,
    );
    expect(
      texts.some((text) => text.includes('was read from lab!g_To') && text.includes(line('static VOID Copy'))),
    ).toBe(true);
  });

  test('a function pointer', () => {
    const { texts, line } = inquire(
      `if (Code == IOCTL_LAB(0)) Set();
    if (Code == IOCTL_LAB(2)) g_Routine();`,
      `VOID (*g_Routine)(VOID);
static VOID Set(VOID) { *(ULONG64 *)&g_Routine = 0xFFFF900000001000; }`,
    );
    expect(texts.some((text) => text.includes('lab!g_Routine') && text.includes(line('static VOID Set')))).toBe(true);
  });
});

test('an array on the stack that was overrun', () => {
  const { name, texts, line } = inquire(
    'if (Code == IOCTL_LAB(1)) Overrun(16);',
    `static VOID Overrun(int n)
{
    UCHAR Small[16];
    for (int i = 0; i < n + 8; i++)
        Small[i] = 0x41;
}`,
  );
  expect(['KERNEL_SECURITY_CHECK_FAILURE', 'DRIVER_OVERRAN_STACK_BUFFER']).toContain(name);
  expect(texts[0]).toContain('security cookie of lab!Overrun');
  expect(texts[0]).toContain(line('Small[i] = 0x41'));
});

test('a list whose links do not agree: who wrote them last', () => {
  const { name, texts, line } = inquire(
    `if (Code == IOCTL_LAB(0)) { InitializeListHead(&g_Head); InsertTailList(&g_Head, &g_A); InsertTailList(&g_Head, &g_B); }
    if (Code == IOCTL_LAB(1)) g_A.Blink = &g_B;
    if (Code == IOCTL_LAB(2)) RemoveEntryList(&g_A);`,
    'LIST_ENTRY g_Head, g_A, g_B;',
  );
  expect(name).toBe('KERNEL_SECURITY_CHECK_FAILURE');
  const [culprit] = texts.filter((text) => text.includes(line('g_A.Blink = &g_B')));
  expect(culprit).toMatch(/^Blink of the list entry at 0x\w+ was last written at instant/);
});

test('an IRP completed twice: who completed it first', () => {
  const { name, texts, line } = inquire(
    `if (Code == IOCTL_LAB(1)) Early(Irp);`,
    `static VOID Early(PIRP Irp)
{
    Irp->IoStatus.Status = STATUS_SUCCESS;
    IoCompleteRequest(Irp, IO_NO_INCREMENT);
}`,
  );
  expect(name).toBe('MULTIPLE_IRP_COMPLETE_REQUESTS');
  expect(
    texts.some(
      (text) =>
        text.startsWith('IoCompleteRequest was called') &&
        text.includes(line('IoCompleteRequest(Irp, IO_NO_INCREMENT);')),
    ),
  ).toBe(true);
});

test('IRQL left raised', () => {
  const { name, texts, line } = inquire('if (Code == IOCTL_LAB(1)) { KIRQL Old; KeRaiseIrql(DISPATCH_LEVEL, &Old); }');
  expect(name).toBe('IRQL_GT_ZERO_AT_SYSTEM_SERVICE');
  expect(texts[0]).toContain('raised from 0 to 2');
  expect(texts[0]).toContain(line('KeRaiseIrql'));
});

test('a spin lock kept while waiting', () => {
  const { name, texts, line } = inquire(
    `if (Code == IOCTL_LAB(1)) {
        LARGE_INTEGER Time; KIRQL Old;
        Time.QuadPart = -10;
        KeAcquireSpinLock(&g_Lock, &Old);
        KeDelayExecutionThread(KernelMode, FALSE, &Time);
    }`,
    'static KSPIN_LOCK g_Lock;',
  );
  expect(name).toBe('IRQL_NOT_LESS_OR_EQUAL');
  expect(texts[0]).toContain(line('KeAcquireSpinLock'));
});

test('a critical region that was not left', () => {
  const { name, texts, line } = inquire('if (Code == IOCTL_LAB(1)) KeEnterCriticalRegion();');
  expect(name).toBe('APC_INDEX_MISMATCH');
  expect(texts[0]).toContain(line('KeEnterCriticalRegion'));
});

/** Runs a program to its end. */
function inquireProgram(app: string, cpus = 2) {
  const { timeline, cursor, at } = recordedRun({ app, config: { cpus } });
  const line = (text: string) => `(app.c:${app.split('\n').findIndex((row) => row.includes(text)) + 1})`;
  const found = finish(suspects(timeline, cursor, at)).suspects;
  return { texts: found.map(({ text }) => text), line, kind: timeline.branch(0).end?.kind };
}

describe('programs', () => {
  test('an exception that nobody handled: who wrote the pointer', () => {
    const { texts, line, kind } = inquireProgram(`
static int *p;
static int value;
static void Set(int n)
{
    if (n > 3) p = (int *)16;
    else p = &value;
}
int main(void)
{
    for (int i = 0; i < 6; i++) {
        Set(i);
        *p = i;
    }
    return 0;
}`);
    expect(kind).toBe('exception');
    expect(texts[0]).toMatch(/^app!p \(0x\w+\) was last written/);
    expect(texts[0]).toContain(line('p = (int *)16'));
    expect(texts.at(-1)).toMatch(/^the exception was raised at instant \d+ by app!main/);
    expect(texts.at(-1)).toContain(line('*p = i'));
  });

  test('an exception that was raised', () => {
    const { texts, line, kind } = inquireProgram(`
#include <windows.h>
int main(void)
{
    RaiseException(0xE0001234, 0, 0, NULL);
    return 0;
}`);
    expect(kind).toBe('exception');
    expect(texts).toEqual([expect.stringContaining(line('RaiseException('))]);
  });

  test.each([1, 2])('a deadlock, on %i CPUs: where each thread waits, and since when', (cpus) => {
    const { texts, line, kind } = inquireProgram(
      `
#include <windows.h>
static CRITICAL_SECTION a, b;
static DWORD WINAPI Other(void *p)
{
    EnterCriticalSection(&b);
    Sleep(5);
    EnterCriticalSection(&a); /* other */
    return 0;
}
int main(void)
{
    InitializeCriticalSection(&a);
    InitializeCriticalSection(&b);
    CreateThread(0, 0, Other, 0, 0, 0);
    EnterCriticalSection(&a);
    Sleep(5);
    EnterCriticalSection(&b); /* main */
    return 0;
}`,
      cpus,
    );
    expect(kind).toBe('hang');
    expect(texts.map((text) => text.replace(/^thread \d+ has waited since instant \d+: /, '')).sort()).toEqual([
      expect.stringContaining(line('/* other */')),
      expect.stringContaining(line('/* main */')),
    ]);
  });
});

test('a run that ends well has none', () => {
  expect(inquire('').found).toEqual([]);
});
