/**
 * Pool: blocks, headers in memory, and the bug checks of wrong use.
 */
import { describe, expect, test } from 'vitest';
import { driverWith, runLab } from '../../lab-testing.ts';

function entry(body: string) {
  const outcome = runLab({
    driver: driverWith('return Complete(Irp, STATUS_SUCCESS, 0);', { entry: `{ ${body} }` }),
    app: 'int main(void) { return 0; }',
  });
  return { ...outcome, lines: outcome.debug.trim().split('\n') };
}

function bugCheck(body: string) {
  const { end } = entry(body);
  expect(end?.kind).toBe('bugcheck');
  return end?.kind === 'bugcheck' ? end.bugcheck : undefined;
}

describe('allocation', () => {
  test('ExAllocatePool2 clears, ExAllocatePoolWithTag does not', () => {
    const { lines } = entry(`
      PUCHAR A = ExAllocatePoolWithTag(NonPagedPoolNx, 200, 'tseT'), B; ULONG i, Sum = 0;
      RtlFillMemory(A, 200, 0xA5); ExFreePool(A);
      B = ExAllocatePoolWithTag(NonPagedPoolNx, 200, 'tseT');
      DbgPrint("%d %02X\\n", A == B, B[100]);
      ExFreePool(B);
      B = ExAllocatePool2(POOL_FLAG_NON_PAGED, 200, 'tseT');
      for (i = 0; i < 200; i++) Sum += B[i];
      DbgPrint("%d %lu\\n", A == B, Sum);
      ExFreePool(B);`);
    expect(lines).toEqual(['1 A5', '1 0']);
  });

  test('blocks are aligned to 16 bytes, a page and more to pages', () => {
    const { lines } = entry(`
      PVOID A = ExAllocatePool2(POOL_FLAG_PAGED, 1, 'tseT'), B = ExAllocatePool2(POOL_FLAG_PAGED, 4096, 'tseT');
      PVOID C = ExAllocatePool2(POOL_FLAG_NON_PAGED, 100000, 'tseT');
      DbgPrint("%lu %lu %lu\\n", (ULONG)(ULONG_PTR)A & 15, (ULONG)(ULONG_PTR)B & 4095, (ULONG)(ULONG_PTR)C & 4095);
      ExFreePool(A); ExFreePool(B); ExFreePool(C);`);
    expect(lines).toEqual(['0 0 0']);
  });

  test('the header before a block has size and tag', () => {
    const { lines } = entry(`
      PULONG A = ExAllocatePool2(POOL_FLAG_NON_PAGED, 100, 'tseT');
      DbgPrint("%lu %.4s\\n", ((PUCHAR)A)[-14], (PCHAR)A - 12);
      ExFreePool(A);`);
    expect(lines).toEqual(['8 Test']);
  });

  test('without flags, tag or memory gives NULL, or raises if asked to', () => {
    const { lines } = entry(`
      DbgPrint("%p\\n", ExAllocatePool2(0, 10, 'tseT'));
      DbgPrint("%p\\n", ExAllocatePool2(POOL_FLAG_NON_PAGED, 0x7FFFFFFFFFF, 'tseT'));
      __try { ExAllocatePool2(POOL_FLAG_NON_PAGED | POOL_FLAG_RAISE_ON_FAILURE, 0x7FFFFFFFFFF, 'tseT'); }
      __except (EXCEPTION_EXECUTE_HANDLER) { DbgPrint("%lX\\n", GetExceptionCode()); }`);
    expect(lines).toEqual(['0000000000000000', '0000000000000000', 'C000009A']);
  });

  test('survives a thousand blocks of mixed sizes and leaves nothing behind', () => {
    const { lines, trace } = entry(`
      PVOID *Blocks = ExAllocatePool2(POOL_FLAG_NON_PAGED, 1000 * sizeof(PVOID), 'tseT'); ULONG i, Seed = 1;
      for (i = 0; i < 1000; i++) {
        Seed = Seed * 1103515245 + 12345;
        Blocks[i] = ExAllocatePool2(i & 1 ? POOL_FLAG_NON_PAGED : POOL_FLAG_PAGED, (Seed >> 16) % 700 + 1, 'tseT');
        RtlFillMemory(Blocks[i], (Seed >> 16) % 700 + 1, i);
      }
      for (i = 0; i < 1000; i += 2) ExFreePool(Blocks[i]);
      for (i = 1; i < 1000; i += 2) ExFreePoolWithTag(Blocks[i], 'tseT');
      ExFreePool(Blocks);
      DbgPrint("done\\n");`);
    expect(lines).toEqual(['done']);
    const count = (name: string) => trace.filter((e) => e.event === name && e.tag === 'Test').length;
    expect(count('pool_free')).toBe(1001);
    expect(count('pool_alloc')).toBe(1001);
  });
});

describe('bug checks', () => {
  const ALLOCATE =
    "PUCHAR A = ExAllocatePool2(POOL_FLAG_NON_PAGED, 100, 'tseT'), B = ExAllocatePool2(POOL_FLAG_NON_PAGED, 100, 'tseT');";

  test('0xC2 7: freed twice', () => {
    expect(bugCheck(`${ALLOCATE} ExFreePool(A); ExFreePool(A); ExFreePool(B);`)).toMatchObject({
      code: 0xc2,
      parameters: ['0000000000000007', '0000000000000000', expect.any(String), expect.stringMatching(/^FFFFE/)],
    });
  });

  test('0xC2 A: wrong tag, both tags named', () => {
    expect(bugCheck(`${ALLOCATE} ExFreePool(B); ExFreePoolWithTag(A, 'gnrW');`)).toMatchObject({
      code: 0xc2,
      explanation: [expect.stringContaining("tag 'Test' and freed with tag 'Wrng'"), expect.any(String)],
    });
  });

  test('0xC2 46 and 40: no pool block', () => {
    expect(bugCheck(`${ALLOCATE} ExFreePool(A + 4); ExFreePool(B);`)).toMatchObject({ code: 0xc2 });
    expect(bugCheck('UCHAR Local[16]; ExFreePool(Local);')?.parameters[0]).toBe('0000000000000046');
    expect(bugCheck('ExFreePool((PVOID)0x10000);')?.parameters[0]).toBe('0000000000000040');
  });

  test('0xC2 8: paged pool at DISPATCH_LEVEL', () => {
    expect(
      bugCheck("KIRQL Irql; KeRaiseIrql(DISPATCH_LEVEL, &Irql); ExAllocatePool2(POOL_FLAG_PAGED, 10, 'tseT');"),
    ).toMatchObject({
      code: 0xc2,
      parameters: ['0000000000000008', '0000000000000002', '0000000000000001', '000000000000000A'],
    });
  });

  test('0x19 20: the header of the next block is overwritten', () => {
    expect(bugCheck(`${ALLOCATE} RtlFillMemory(A, 130, 0x41); ExFreePool(A); ExFreePool(B);`)).toMatchObject({
      code: 0x19,
      parameters: ['0000000000000020', expect.any(String), expect.any(String), expect.any(String)],
    });
  });

  test('0x19 3: the links of a free block are overwritten', () => {
    expect(
      bugCheck(
        `${ALLOCATE} ExFreePool(A); RtlFillMemory(A, 16, 0x41); A = ExAllocatePool2(POOL_FLAG_NON_PAGED, 100, 'tseT'); ExFreePool(B);`,
      ),
    ).toMatchObject({
      code: 0x19,
      parameters: ['0000000000000003', expect.any(String), expect.any(String), expect.any(String)],
    });
  });
});
