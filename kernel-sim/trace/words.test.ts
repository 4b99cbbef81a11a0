import { expect, test } from 'vitest';
import { EVENT_NAMES, EVENTS } from './schema.ts';
import { meaningTextOf, summaryOf } from './words.ts';

const IRP = '0xFFFFE00000005770';
const nobody = () => '';

test.each([
  [
    { event: 'syscall_enter', name: 'NtDeviceIoControlFile', arg1: '0x0000000000000004', ioctl: 0x8000e000 },
    'NtDeviceIoControlFile 0x8000E000 on handle 4',
  ],
  [{ event: 'syscall_enter', name: 'NtClose', arg1: '0x0000000000000004', ioctl: 0 }, 'NtClose on handle 4'],
  [{ event: 'syscall_enter', name: 'NtCreateFile', arg1: '0x000000006FFFFBE8', ioctl: 0 }, 'NtCreateFile'],
  [{ event: 'syscall_exit', name: 'NtClose', status: 'STATUS_SUCCESS' }, 'NtClose → STATUS_SUCCESS'],
  [
    { event: 'irp_call', irp: IRP, driver: '\\Driver\\mirror', major: 'IRP_MJ_DEVICE_CONTROL', ioctl: 0x8000e000 },
    '\\Driver\\mirror ← IRP_MJ_DEVICE_CONTROL 0x8000E000, IRP …5770',
  ],
  [
    { event: 'irp_call', irp: IRP, driver: '\\Driver\\mirror', major: 'IRP_MJ_CLOSE', ioctl: 0 },
    '\\Driver\\mirror ← IRP_MJ_CLOSE, IRP …5770',
  ],
  [
    { event: 'irp_complete', irp: IRP, status: 'STATUS_SUCCESS', information: '0x0000000000000014' },
    'IRP …5770: STATUS_SUCCESS, information 20',
  ],
  [
    { event: 'irp_complete', irp: IRP, status: 'STATUS_CANCELLED', information: '0x0000000000000000' },
    'IRP …5770: STATUS_CANCELLED',
  ],
  [{ event: 'irp_alloc', irp: IRP, stack: 1 }, 'IRP …5770 with 1 stack location'],
  [{ event: 'irp_alloc', irp: IRP, stack: 2 }, 'IRP …5770 with 2 stack locations'],
  [{ event: 'irql', from: 0, to: 2 }, 'PASSIVE_LEVEL → DISPATCH_LEVEL'],
  [{ event: 'int', irql: 5 }, 'at IRQL 5'],
  [{ event: 'cs', from: 0, to: 28, reason: 'wait' }, 'idle → thread 28 (wait)'],
  [{ event: 'wait', object: '0xFFFFE00000004300', kind: 'event', timeout: '0xFFFFFFFFFFFFFFFF' }, 'for event …4300'],
  [
    { event: 'wait', object: '0xFFFFE00000004300', kind: 'event', timeout: '0x000000000007A120' },
    'for event …4300, at most 50 ms',
  ],
  [
    { event: 'wait', object: '0x0000000000000000', kind: 'delay', timeout: '0x0000000000003A98' },
    'for time to pass, 1.5 ms',
  ],
  [
    { event: 'fault', kind: 'page', address: '0x0000000000000000', access: 'write', routine: 'null!Control+0x70' },
    'page fault: write of address 0 (null) in null!Control+0x70',
  ],
  [{ event: 'fault', kind: 'divide', address: '0x0', access: '', routine: 'app!main+0x8' }, 'divide in app!main+0x8'],
  [{ event: 'console', text: 'one\ntwo\n' }, 'one ⏎ two'],
  [
    { event: 'bugcheck', code: 0x3b, p1: '0x00000000C0000005', p2: IRP, p3: '0x0000000000000000', p4: '0x0' },
    '0x0000003B (0xC0000005, 0xFFFFE00000005770, 0, 0)',
  ],
  [{ event: 'of a newer lab', x: 1 }, ''],
])('%o', (event, summary) => {
  expect(summaryOf(event as Record<string, string | number>, nobody)).toBe(summary);
});

test('an address with a name is told by it', () => {
  const nameOf = (address: string) => (address === '0xFFFFF80010001430' ? 'later!LaterTimerDpc' : '');
  expect(summaryOf({ event: 'dpc', dpc: IRP, routine: '0xFFFFF80010001430' }, nameOf)).toBe(
    'later!LaterTimerDpc starts',
  );
});

test('every event of the schema has words for any values, and a meaning', () => {
  for (const name of EVENT_NAMES) {
    const fields = Object.entries(EVENTS[name].fields).map(([field, type]) => [
      field,
      type === 'str' || type === 'status' ? 'text' : type === 'ptr' || type === 'u64' ? IRP : 3,
    ]);
    const summary = summaryOf({ event: name, ...Object.fromEntries(fields) }, nobody);
    expect(summary, name).not.toBe('');
    expect(summary, name).not.toMatch(/undefined|NaN|\n/);
    expect(meaningTextOf(name), name).not.toBe('');
  }
});
