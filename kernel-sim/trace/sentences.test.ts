import { expect, test } from 'vitest';
import { EVENT_NAMES, EVENTS } from './schema.ts';
import { sentenceOf } from './sentences.ts';

const IRP = '0xFFFFE00000005770';
const HERE = { cpu: 1, tid: 28, pid: 24 };
const nobody = () => '';

test.each([
  [
    { event: 'syscall_enter', name: 'NtDeviceIoControlFile', arg1: '0x0000000000000004', ioctl: 0x222000 },
    'app.exe calls NtDeviceIoControlFile on handle 4, control code 0x00222000.',
  ],
  [
    { event: 'syscall_enter', name: 'NtCreateFile', arg1: '0x000000006FFFFBE8', ioctl: 0 },
    'app.exe calls NtCreateFile.',
  ],
  [
    { event: 'syscall_exit', name: 'NtClose', status: 'STATUS_SUCCESS' },
    'NtClose returns STATUS_SUCCESS to thread 28 of app.exe.',
  ],
  [
    { event: 'irp_call', irp: IRP, driver: '\\Driver\\mirror', major: 'IRP_MJ_DEVICE_CONTROL', ioctl: 0x222000 },
    'The driver mirror is called with the IRP …5770 for IRP_MJ_DEVICE_CONTROL, control code 0x00222000.',
  ],
  [
    { event: 'irp_call', irp: IRP, driver: '\\Driver\\mirror', major: 'IRP_MJ_CLOSE', ioctl: 0 },
    'The driver mirror is called with the IRP …5770 for IRP_MJ_CLOSE.',
  ],
  [
    { event: 'irp_complete', irp: IRP, status: 'STATUS_SUCCESS', information: '0x0000000000000014' },
    'IRP …5770 is completed with STATUS_SUCCESS and information 20.',
  ],
  [
    { event: 'mode', to: 'kernel', why: 'system call' },
    'CPU 1 enters the kernel: a system call of thread 28 of app.exe.',
  ],
  [
    { event: 'mode', to: 'kernel', why: 'interrupt' },
    'CPU 1 enters the kernel: an interrupt on top of thread 28 of app.exe.',
  ],
  [{ event: 'mode', to: 'user', why: 'return' }, 'CPU 1 goes back to user mode, in thread 28 of app.exe.'],
  [{ event: 'irql', from: 0, to: 2 }, 'CPU 1 raises its IRQL from PASSIVE_LEVEL to DISPATCH_LEVEL.'],
  [{ event: 'irql', from: 2, to: 0 }, 'CPU 1 lowers its IRQL from DISPATCH_LEVEL to PASSIVE_LEVEL.'],
  [{ event: 'cs', from: 0, to: 28, reason: 'preempted', tid: 0, pid: 0 }, 'CPU 1 was idle and now runs thread 28.'],
  [{ event: 'cs', from: 28, to: 0, reason: 'wait' }, 'CPU 1 becomes idle: thread 28 of app.exe waits.'],
  [
    { event: 'cs', from: 28, to: 32, reason: 'quantum' },
    'CPU 1 switches to thread 32: thread 28 of app.exe has used up its turn.',
  ],
  [
    { event: 'wait', object: '0xFFFFE00000004300', kind: 'event', timeout: '0x000000000007A120' },
    'app.exe waits for the event …4300, for 50 ms at most.',
  ],
  [
    { event: 'wait', object: '0x0000000000000000', kind: 'delay', timeout: '0x0000000000003A98' },
    'app.exe waits for 1.5 ms to pass.',
  ],
  [
    { event: 'fault', kind: 'page', address: '0x0000000000000000', access: 'write', routine: 'null!Control+0x70' },
    'CPU 1 raises a page fault: null!Control+0x70 tried to write address 0 (null).',
  ],
  [
    { event: 'fault', kind: 'divide', address: '0x0', access: '', routine: 'app!main+0x8' },
    'CPU 1 raises an exception (divide) in app!main+0x8.',
  ],
  [
    { event: 'handle_open', handle: 8, object: IRP, type: 'Event', access: 0x1f0003, process: 24 },
    'app.exe gets handle 8 to the Event object …5770, with access 0x001F0003.',
  ],
  [
    { event: 'handle_close', handle: 8, object: IRP, type: 'Event', process: 40 },
    'Process 40 gives up handle 8 to the Event object …5770.',
  ],
  [
    { event: 'irp_copy', irp: IRP, bytes: 1, direction: 'to user' },
    'The I/O manager copies 1 byte to user memory for IRP …5770.',
  ],
  [{ event: 'console', text: 'one\ntwo\n' }, 'app.exe prints "one ⏎ two".'],
  [{ event: 'dbg', text: 'hello\n' }, 'The debugger is sent the line "hello".'],
  [{ event: 'of a newer lab', x: 1 }, ''],
])('%o', (event, sentence) => {
  expect(sentenceOf({ ...HERE, ...event } as Record<string, string | number>, nobody, 'app.exe')).toBe(sentence);
});

test('who does it is told as well as it is known', () => {
  const wait = { event: 'wait', object: IRP, kind: 'event', timeout: '0xFFFFFFFFFFFFFFFF', cpu: 0 };
  expect(sentenceOf({ ...wait, tid: 28, pid: 24 }, nobody)).toBe('Thread 28 waits for the event …5770.');
  expect(sentenceOf({ ...wait, tid: 12, pid: 4 }, nobody)).toBe('System thread 12 waits for the event …5770.');
  expect(sentenceOf({ ...wait, tid: 0, pid: 0 }, nobody)).toBe('CPU 0 waits for the event …5770.');
});

test('an address with a name is told by it', () => {
  const nameOf = (address: string) => (address === '0xFFFFF80010001430' ? 'later!LaterTimerDpc' : '');
  const event = { ...HERE, event: 'dpc', dpc: IRP, routine: '0xFFFFF80010001430' };
  expect(sentenceOf(event, nameOf)).toBe('CPU 1 starts the DPC routine later!LaterTimerDpc.');
});

test('every event of the schema has one sentence for any values', () => {
  for (const name of EVENT_NAMES) {
    const fields = Object.entries(EVENTS[name].fields).map(([field, type]) => [
      field,
      type === 'str' || type === 'status' ? 'text' : type === 'ptr' || type === 'u64' ? IRP : 3,
    ]);
    const sentence = sentenceOf({ event: name, ...HERE, ...Object.fromEntries(fields) }, nobody);
    expect(sentence, name).toMatch(/^[A-Z][^\n]{15,}[^.]\.$/i);
    expect(sentence, name).not.toMatch(/undefined|NaN|\.\.$/);
  }
});
