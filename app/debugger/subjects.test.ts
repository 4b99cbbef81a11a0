import { expect, test } from 'vitest';
import { addressPieces, subjectOfText, valuePieces } from './subjects';

test('a pointer leads to what its type says, other addresses to the address', () => {
  const irp = '0xFFFFE00000005890';
  expect(valuePieces(irp, '_IRP *', 'Irp')).toEqual([{ text: irp, subject: { kind: 'irp', address: irp } }]);
  expect(valuePieces(irp, '_ETHREAD *', 'Thread')).toEqual([{ text: irp, subject: { kind: 'thread', thread: irp } }]);
  expect(valuePieces(`${irp} "text"`, 'char *', 'p')).toEqual([
    { text: irp, subject: { kind: 'address', address: irp } },
    ' "text"',
  ]);
  // Inside of a record nothing is known of the single pointers.
  expect(valuePieces(`{Flink = ${irp}, Blink = NULL}`, '_IRP *', 'x')).toEqual([
    '{Flink = ',
    { text: irp, subject: { kind: 'address', address: irp } },
    ', Blink = NULL}',
  ]);
  expect(addressPieces('0x0000000000000000 is none')).toEqual(['0x0000000000000000 is none']);
});

test('statuses and control codes are known by type and name', () => {
  expect(valuePieces('0xC0000010 (STATUS_INVALID_DEVICE_REQUEST)', 'NTSTATUS', 's')).toEqual([
    {
      text: '0xC0000010 (STATUS_INVALID_DEVICE_REQUEST)',
      subject: { kind: 'status', code: 0xc0000010, name: 'STATUS_INVALID_DEVICE_REQUEST' },
    },
  ]);
  expect(valuePieces('0 (STATUS_SUCCESS)', 'NTSTATUS', 's')).toHaveLength(1);
  expect(valuePieces('2147540992 (0x8000E000)', 'ULONG', 'IoControlCode')).toEqual([
    { text: '2147540992 (0x8000E000)', subject: { kind: 'ioctl', code: 2147540992 } },
  ]);
  expect(valuePieces('2147540992 (0x8000E000)', 'ULONG', 'Length')).toEqual(['2147540992 (0x8000E000)']);
});

test('typed text is an address, a thread, a process, or an expression', () => {
  expect(subjectOfText(' 0xffffe00000005890 ')).toEqual({ kind: 'address', address: '0xFFFFE00000005890' });
  expect(subjectOfText('FFFFE00000005890')).toEqual({ kind: 'address', address: '0xFFFFE00000005890' });
  expect(subjectOfText('ffffe000`00005890')).toEqual({ kind: 'address', address: '0xFFFFE00000005890' });
  expect(subjectOfText('thread 28')).toEqual({ kind: 'thread', thread: 28 });
  expect(subjectOfText('123456789012')).toEqual({ kind: 'expression', expression: '123456789012' });
  expect(subjectOfText('Irp->IoStatus')).toEqual({ kind: 'expression', expression: 'Irp->IoStatus' });
  expect(subjectOfText('  ')).toBeUndefined();
});
