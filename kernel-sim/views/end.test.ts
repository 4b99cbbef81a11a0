/**
 * The end of a run as !analyze tells it: which instruction, which address, whose code.
 */
import { describe, expect, test } from 'vitest';
import { appWith, driverWith } from '../lab-testing.ts';
import { Stage } from '../lab-testing-stage.ts';
import type { EndView } from '../protocol/views-memory.ts';
import { isProblem } from './look.ts';
import { viewOf } from './table.ts';
import { viewText } from './text/table.ts';

function endOf(control: string, globals = ''): { end: EndView; stage: Stage } {
  const app = appWith('    DeviceIoControl(h, IOCTL_LAB(1), NULL, 0, NULL, 0, &got, NULL);');
  const stage = new Stage({ driver: driverWith(control, { globals }), app, config: { debugger: false } }).toEnd();
  const hash = stage.lab.stateHash();
  const end = viewOf(stage.kernel, { kind: 'end' });
  if (isProblem<EndView>(end)) throw new Error(end.problem);
  expect(stage.lab.stateHash()).toBe(hash);
  return { end, stage };
}

describe('a bug check', () => {
  test('of a fault names the instruction and what the address is', () => {
    const { end, stage } = endOf(`
    KIRQL Irql;
    PUCHAR Block = ExAllocatePool2(POOL_FLAG_NON_PAGED, 8192, 'kcoB');
    ExFreePool(Block);
    KeRaiseIrql(DISPATCH_LEVEL, &Irql);
    DbgPrint("block=%p\\n", Block);
    Block[5] = 1;
    return Complete(Irp, STATUS_SUCCESS, 0);`);
    expect(end.end).toMatchObject({ kind: 'bugcheck', bugcheck: { name: 'DRIVER_IRQL_NOT_LESS_OR_EQUAL' } });
    expect(end.fault).toMatchObject({
      instruction: { name: expect.stringMatching(/^lab!Control\+0x\S+ \(lab\.c:\d+\)$/) },
      vector: { value: 14, name: 'page fault' },
      access: 'write',
      irql: { value: 2, name: 'DISPATCH_LEVEL' },
      mode: 'kernel',
    });
    const block = (BigInt(stage.address('block')) + 5n).toString(16).toUpperCase();
    expect(end.address).toMatchObject({ address: `0x${block}`, use: 'system pages', mapped: false });
    expect(end.learnerFrame).toBe(end.fault?.instruction.name);
    expect(end.thread).toMatchObject({ image: 'app.exe' });
    expect(end.process).toMatchObject({ image: 'app.exe' });
    expect(end.stack.at(-1)).toMatch(/^ntdll!RtlUserThreadStart/);
    const text = viewText('end', end);
    expect(text).toMatch(/^DRIVER_IRQL_NOT_LESS_OR_EQUAL \(D1\)\n/);
    expect(text).toContain('memory that was in use and has been freed');
    expect(text).toMatch(/your code +lab!Control\+/);
  });

  test('of a double free names the block, without a fault', () => {
    const { end, stage } = endOf(`
    PUCHAR Block = ExAllocatePool2(POOL_FLAG_NON_PAGED, 64, 'kcoB');
    DbgPrint("block=%p\\n", Block);
    ExFreePool(Block);
    ExFreePool(Block);
    return Complete(Irp, STATUS_SUCCESS, 0);`);
    expect(end.end).toMatchObject({ kind: 'bugcheck', bugcheck: { name: 'BAD_POOL_CALLER' } });
    expect(end.fault).toBeNull();
    expect(end.address).toMatchObject({ address: stage.address('block'), use: 'pool', pool: { state: 'free' } });
    expect(end.stack.some((frame) => /^nt!ExFreePool/.test(frame))).toBe(true);
  });

  test('of a pointer that is no address says so', () => {
    const { end } = endOf(`
    PUCHAR Block = (PUCHAR)0xDEADBEEFDEADBEEF;
    *Block = 1;
    return Complete(Irp, STATUS_SUCCESS, 0);`);
    expect(end.end).toMatchObject({ kind: 'bugcheck', bugcheck: { name: 'SYSTEM_SERVICE_EXCEPTION' } });
    expect(end.fault?.vector.name).toBe('general protection fault');
    expect(end.address).toMatchObject({ address: '0xDEADBEEFDEADBEEF', use: 'not canonical' });
  });
});

test('a run that goes on, and one that ended by itself', () => {
  const stage = new Stage({ app: '#include <stdio.h>\nint main(void) { printf("on\\n"); return 3; }' }).until('on');
  expect(viewOf(stage.kernel, { kind: 'end' })).toMatchObject({
    end: null,
    fault: null,
    process: { image: 'app.exe' },
  });
  stage.toEnd();
  const end = viewOf(stage.kernel, { kind: 'end' });
  expect(end).toMatchObject({ end: { kind: 'exit', status: 3 }, address: null });
  expect(viewText('end', end)).toMatch(/^The run ended by itself with exit status 3 \(0x3\)\.\n/);
});

test('an exception of a program names the program and its process', () => {
  const stage = new Stage({ app: 'int main(void) { *(volatile int *)8 = 1; return 0; }' }).toEnd();
  const end = viewOf(stage.kernel, { kind: 'end' });
  expect(end).toMatchObject({ end: { kind: 'exception', process: 'app.exe' }, process: { image: 'app.exe' } });
});
