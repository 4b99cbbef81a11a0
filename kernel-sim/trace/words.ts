/**
 * One event as one plain line, for lists and for whoever reads instead of looking. Pure: text from the fields alone,
 * and from names for addresses that the caller knows. Every event of the schema has its words here.
 */
import { type Fields, irql, type NameOf, oneLine, type Reader, readerOf, timeoutMs } from './fields.ts';
import { EVENTS, type EventName } from './schema.ts';

/** Services whose first argument is the handle they work on. */
const ON_HANDLE = new Set([
  ...['NtClose', 'NtReadFile', 'NtWriteFile', 'NtFlushBuffersFile', 'NtQueryInformationFile', 'NtSetInformationFile'],
  ...['NtWaitForSingleObject', 'NtSetEvent', 'NtResetEvent', 'NtClearEvent', 'NtPulseEvent', 'NtReleaseMutant'],
  ...['NtReleaseSemaphore', 'NtCancelIoFile', 'NtCancelIoFileEx', 'NtFsControlFile'],
]);
/** Services whose second argument is a length in bytes. */
const WITH_LENGTH = new Set(['NtLabConsoleWrite']);

/** What happened, in one line without the event's own name. Unknown events (of a newer trace) give ''. */
export function summaryOf(event: Fields, nameOf: NameOf): string {
  const words = WORDS[event.event as EventName];
  return words ? oneLine(words(readerOf(event, nameOf))) : '';
}

/** What an event of this name means. */
export function meaningTextOf(name: string): string {
  return EVENTS[name as EventName]?.text ?? '';
}

const WORDS: Readonly<Record<EventName, (f: Reader) => string>> = {
  cs: (f) => `${thread(f, 'from')} → ${thread(f, 'to')} (${f.text('reason')})`,
  ready: (f) => `${thread(f, 'thread')}, priority ${f.number('priority')}`,
  wait: (f) =>
    `${f.text('kind') === 'delay' ? 'for time to pass' : `for ${f.text('kind')} ${f.place('object')}`}${limit(f)}`,
  mode: (f) => `to ${f.text('to')} mode (${f.text('why')})`,
  syscall_enter: (f) => `${f.text('name')}${callDetails(f)}`,
  syscall_exit: (f) => `${f.text('name')} → ${f.text('status')}`,
  fault: faultWords,
  exception: (f) => `${f.text('code')} at ${f.place('address')}${f.isZero('handled') ? ', nobody handles it' : ''}`,
  irql: (f) => `${irql(f.text('from'))} → ${irql(f.text('to'))}`,
  int: (f) => `at ${irql(f.text('irql'))}`,
  int_end: (f) => `of ${irql(f.text('irql'))}`,
  dpc_queue: (f) => f.place('routine'),
  dpc: (f) => `${f.place('routine')} starts`,
  apc_queue: (f) => `for ${thread(f, 'thread')}`,
  apc: (f) => `APC ${f.place('apc')} delivered to this thread`,
  timer: (f) => `${f.place('timer')} expired`,
  irp_alloc: (f) => `${irp(f)} with ${f.number('stack')} stack location${f.text('stack') === '1' ? '' : 's'}`,
  irp_call: (f) =>
    `${f.text('driver')} ← ${f.text('major')}${f.isZero('ioctl') ? '' : ` ${f.hex('ioctl')}`}, ${irp(f)}`,
  irp_return: (f) => `${f.text('driver')} → ${f.text('status')}, ${irp(f)}`,
  irp_pend: (f) => `${irp(f)} stays pending`,
  irp_complete: (f) =>
    `${irp(f)}: ${f.text('status')}${f.isZero('information') ? '' : `, information ${f.number('information')}`}`,
  irp_completion: (f) => `${f.place('routine')} gave ${f.text('result')}, ${irp(f)}`,
  irp_copy: (f) => `${f.number('bytes')} bytes ${f.text('direction')}, ${irp(f)}`,
  irp_free: irp,
  ob_ref: (f) => `${object(f)}, now ${f.number('count')}`,
  ob_deref: (f) => `${object(f)}, now ${f.number('count')}`,
  ob_create: (f) => `${object(f)}${f.text('name') === '' ? '' : ` "${f.text('name')}"`}`,
  ob_delete: object,
  handle_open: (f) => `handle ${f.number('handle')} to ${object(f)}, access ${f.hex('access')}`,
  handle_close: (f) => `handle ${f.number('handle')} to ${object(f)}`,
  pool_alloc: (f) => `${f.number('bytes')} bytes ${f.text('pool')}, tag ${f.text('tag')}, at ${f.short('address')}`,
  pool_free: (f) => `${f.number('bytes')} bytes, tag ${f.text('tag')}, at ${f.short('address')}`,
  lock_acquire: (f) => `${f.place('lock')}${f.isZero('spins') ? '' : ` after ${f.number('spins')} spins`}`,
  lock_release: (f) => f.place('lock'),
  drv_load: (f) => `${f.text('driver')}: DriverEntry → ${f.text('status')}`,
  drv_unload: (f) => f.text('driver'),
  dev_create: (f) => `${f.text('driver')} made device ${named(f)}`,
  dev_delete: (f) => `device ${named(f)}`,
  link_create: (f) => `${f.text('link')} → ${f.text('target')}`,
  link_delete: (f) => f.text('link'),
  process_create: (f) => `${f.text('image')}, process ${f.number('process')}`,
  thread_create: (f) => `${thread(f, 'thread')}, starts at ${f.place('start')}`,
  thread_exit: (f) => `${thread(f, 'thread')}: ${f.text('status')}`,
  user_exit: (f) => `${f.text('image')}, exit code ${f.number('status')}`,
  console: (f) => f.text('text'),
  dbg: (f) => f.text('text'),
  tag: (f) => f.text('name'),
  mark: (f) => f.text('name'),
  note: (f) => f.text('text'),
  bugcheck: (f) => `${f.hex('code')} (${['p1', 'p2', 'p3', 'p4'].map(f.number).join(', ')})`,
};

function callDetails(f: Reader): string {
  const name = f.text('name');
  if (name === 'NtDeviceIoControlFile') return ` ${f.hex('ioctl')} on handle ${f.number('arg1')}`;
  if (ON_HANDLE.has(name)) return ` on handle ${f.number('arg1')}`;
  if (WITH_LENGTH.has(name)) return `, ${f.number('arg2')} bytes`;
  return '';
}

function faultWords(f: Reader): string {
  const where = f.text('routine') === '' ? f.place('ip') : f.text('routine');
  if (f.text('access') === '') return `${f.text('kind')} in ${where}`;
  const address = f.isZero('address') ? 'address 0 (null)' : f.number('address');
  return `${f.text('kind')} fault: ${f.text('access')} of ${address} in ${where}`;
}

function limit(f: Reader): string {
  const milliseconds = timeoutMs(f);
  if (milliseconds === undefined) return '';
  return f.text('kind') === 'delay' ? `, ${milliseconds} ms` : `, at most ${milliseconds} ms`;
}

function thread(f: Reader, field: string): string {
  return f.isZero(field) ? 'idle' : `thread ${f.number(field)}`;
}

function irp(f: Reader): string {
  return `IRP ${f.short('irp')}`;
}

function object(f: Reader): string {
  return `${f.text('type')} ${f.short('object')}`;
}

function named(f: Reader): string {
  return f.text('name') === '' ? f.short('device') : f.text('name');
}
