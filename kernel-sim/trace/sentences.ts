/**
 * One event as one plain sentence that stands by itself: read aloud, or shown alone. Pure: made from the fields, from names for addresses and from
 * the image of the process, if that is known. Every event of the schema has its sentence here.
 *
 * Interrupts and DPCs run on top of whatever thread was there: only what a thread does itself is told as its doing.
 */
import { type Fields, irql, type NameOf, oneLine, type Reader, readerOf, timeoutMs } from './fields.ts';
import type { EventName } from './schema.ts';
import { SYSTEM_PROCESS } from './schema.ts';

interface Told extends Reader {
  /** Who does it, at the beginning of a sentence: `app.exe`, `Thread 28`, `System thread 12`, `CPU 0`. */
  readonly actor: string;
  /** Image name of the process; '' if it is not known. */
  readonly process: string;
}

const FIRST_ARGUMENT_IS_HANDLE =
  /^Nt(Close|ReadFile|WriteFile|FlushBuffersFile|QueryInformationFile|SetInformationFile|DeviceIoControlFile|FsControlFile|CancelIoFile(Ex)?|WaitForSingleObject|SetEvent|ResetEvent|ClearEvent|PulseEvent|ReleaseMutant|ReleaseSemaphore)$/;

/** `process`: image name of the process that the event happened in. Unknown events (of a newer trace) give ''. */
export function sentenceOf(event: Fields, nameOf: NameOf, process = ''): string {
  const words = SENTENCES[event.event as EventName];
  if (!words) return '';
  const f = readerOf(event, nameOf);
  return `${oneLine(words({ ...f, process, actor: actorOf(f, process) }))}.`;
}

const SENTENCES: Readonly<Record<EventName, (f: Told) => string>> = {
  cs: switchSentence,
  ready: (f) => `Thread ${f.number('thread')} is ready to run, with priority ${f.number('priority')}`,
  wait: waitSentence,
  mode: modeSentence,
  syscall_enter: callSentence,
  syscall_exit: (f) => `${f.text('name') || 'The system call'} returns ${f.text('status')} to ${inside(f)}`,
  fault: faultSentence,
  exception: (f) =>
    `${f.isZero('handled') ? 'Nobody' : 'A handler'} handles the exception ${f.text('code')}, raised at ${f.place('address')}`,
  irql: (f) =>
    `${cpu(f)} ${Number(f.text('to')) > Number(f.text('from')) ? 'raises' : 'lowers'} its IRQL from ${irql(f.text('from'))} to ${irql(f.text('to'))}`,
  int: (f) => `An interrupt at ${irql(f.text('irql'))} arrives at ${cpu(f)}`,
  int_end: (f) => `${cpu(f)} is done with an interrupt at ${irql(f.text('irql'))} and goes back to ${inside(f)}`,
  dpc_queue: (f) => `The DPC routine ${f.place('routine')} is queued`,
  dpc: (f) => `${cpu(f)} starts the DPC routine ${f.place('routine')}`,
  apc_queue: (f) => `An APC is queued to thread ${f.number('thread')}`,
  apc: (f) => `The APC ${f.place('apc')} is delivered to ${inside(f)}`,
  timer: (f) => `The timer ${f.place('timer')} expires`,
  irp_alloc: (f) =>
    `The I/O manager allocates ${irp(f)} with ${f.number('stack')} stack location${f.text('stack') === '1' ? '' : 's'}`,
  irp_call: (f) =>
    `The driver ${driver(f)} is called with the ${irp(f)} for ${f.text('major')}${f.isZero('ioctl') ? '' : `, control code ${f.hex('ioctl')}`}`,
  irp_return: (f) => `The dispatch routine of the driver ${driver(f)} returns ${f.text('status')} for ${irp(f)}`,
  irp_pend: (f) => `The dispatch routine has left ${irp(f)} pending`,
  irp_complete: (f) =>
    `${irp(f)} is completed with ${f.text('status')}${f.isZero('information') ? '' : ` and information ${f.number('information')}`}`,
  irp_completion: (f) =>
    `The completion routine ${f.place('routine')} has run for ${irp(f)} and gave ${f.text('result')}`,
  irp_copy: (f) => `The I/O manager copies ${bytes(f)} ${copyWay(f)} for ${irp(f)}`,
  irp_free: (f) => `The I/O manager frees ${irp(f)}`,
  ob_ref: (f) => `The ${object(f)} gains a reference: it has ${f.number('count')} now`,
  ob_deref: (f) => `The ${object(f)} loses a reference: it has ${f.number('count')} now`,
  ob_create: (f) =>
    `The object manager creates the ${object(f)}${f.text('name') === '' ? '' : ` with the name ${f.text('name')}`}`,
  ob_delete: (f) => `The object manager deletes the ${object(f)}`,
  handle_open: (f) =>
    `${holder(f)} gets handle ${f.number('handle')} to the ${object(f)}, with access ${f.hex('access')}`,
  handle_close: (f) => `${holder(f)} gives up handle ${f.number('handle')} to the ${object(f)}`,
  pool_alloc: (f) =>
    `${cpu(f)} allocates ${bytes(f)} of ${f.text('pool')} pool with the tag ${f.text('tag')}, at ${f.short('address')}`,
  pool_free: (f) => `${cpu(f)} frees ${bytes(f)} of pool with the tag ${f.text('tag')}, at ${f.short('address')}`,
  lock_acquire: (f) =>
    `${cpu(f)} acquires the spin lock ${f.place('lock')}${f.isZero('spins') ? '' : ` after ${f.number('spins')} tries`}`,
  lock_release: (f) => `${cpu(f)} releases the spin lock ${f.place('lock')}`,
  drv_load: (f) => `The driver ${driver(f)} is in memory, and its DriverEntry has returned ${f.text('status')}`,
  drv_unload: (f) => `The driver ${driver(f)} is unloaded`,
  dev_create: (f) => `The driver ${driver(f)} creates the device ${device(f)}`,
  dev_delete: (f) => `The device ${device(f)} is deleted`,
  link_create: (f) => `The symbolic link ${f.text('link')} now leads to ${f.text('target')}`,
  link_delete: (f) => `The symbolic link ${f.text('link')} is deleted`,
  process_create: (f) => `Process ${f.number('process')} is created for ${f.text('image')}`,
  thread_create: (f) => `Thread ${f.number('thread')} is created; it is to start at ${f.place('start')}`,
  thread_exit: (f) => `Thread ${f.number('thread')} ends with ${f.text('status')}`,
  user_exit: (f) => `${f.text('image')} ends with exit code ${f.number('status')}`,
  console: (f) => `${f.actor} prints ${quoted(f)}`,
  dbg: (f) => `The debugger is sent the line ${quoted(f)}`,
  tag: (f) =>
    f.text('name') === ''
      ? `LabTag takes the name away from what ${inside(f)} does`
      : `LabTag names what ${inside(f)} does from here on: ${f.text('name')}`,
  mark: (f) => `LabMark names this instant: ${f.text('name')}`,
  note: (f) => `The debugger notes: ${f.text('text')}`,
  bugcheck: (f) =>
    `The system stops with bug check ${f.hex('code')}; its parameters are ${['p1', 'p2', 'p3', 'p4'].map(f.number).join(', ')}`,
};

function switchSentence(f: Told): string {
  if (f.isZero('from')) return `${cpu(f)} was idle and now runs thread ${f.number('to')}`;
  const from = f.text('from') === f.text('tid') && f.process !== '' ? ` of ${f.process}` : '';
  const why = SWITCHES.get(f.text('reason')) ?? `the reason is ${f.text('reason')}`;
  const to = f.isZero('to') ? 'becomes idle' : `switches to thread ${f.number('to')}`;
  return `${cpu(f)} ${to}: thread ${f.number('from')}${from} ${why}`;
}

const SWITCHES: ReadonlyMap<string, string> = new Map([
  ['preempted', 'must give way to one of higher priority'],
  ['quantum', 'has used up its turn'],
  ['yield', 'lets others go first'],
  ['exit', 'has ended'],
  ['wait', 'waits'],
]);

function waitSentence(f: Told): string {
  const limit = timeoutMs(f);
  if (f.text('kind') === 'delay') return `${f.actor} waits for ${limit ?? 'unlimited'} ms to pass`;
  const most = limit === undefined ? '' : `, for ${limit} ms at most`;
  return `${f.actor} waits for the ${f.text('kind')} ${f.place('object')}${most}`;
}

function modeSentence(f: Told): string {
  if (f.text('to') === 'user') return `${cpu(f)} goes back to user mode, in ${inside(f)}`;
  const why = ENTRIES[f.text('why')] ?? `${f.text('why')} in`;
  return `${cpu(f)} enters the kernel: ${why} ${inside(f)}`;
}

const ENTRIES: Readonly<Record<string, string>> = {
  'system call': 'a system call of',
  interrupt: 'an interrupt on top of',
  exception: 'an exception in',
};

function callSentence(f: Told): string {
  const name = f.text('name') || `system service ${f.number('number')}`;
  const handle = FIRST_ARGUMENT_IS_HANDLE.test(name) ? ` on handle ${f.number('arg1')}` : '';
  return `${f.actor} calls ${name}${handle}${f.isZero('ioctl') ? '' : `, control code ${f.hex('ioctl')}`}`;
}

function faultSentence(f: Told): string {
  const where = f.text('routine') === '' ? f.place('ip') : f.text('routine');
  const verb = { read: 'read', write: 'write', execute: 'run code at' }[f.text('access')];
  if (!verb) return `${cpu(f)} raises an exception (${f.text('kind')}) in ${where}`;
  const address = f.isZero('address') ? 'address 0 (null)' : `address ${f.number('address')}`;
  return `${cpu(f)} raises a ${f.text('kind')} fault: ${where} tried to ${verb} ${address}`;
}

function copyWay(f: Told): string {
  return f.text('direction') === 'to user' ? 'to user memory' : 'from user memory';
}

/** Who holds a handle: seldom another process than the one that does something. */
function holder(f: Told): string {
  return f.text('process') === f.text('pid') ? f.actor : `Process ${f.number('process')}`;
}

function actorOf(f: Reader, process: string): string {
  if (f.isZero('tid')) return cpu(f);
  if (process !== '') return process;
  return `${f.text('pid') === String(SYSTEM_PROCESS) ? 'System thread' : 'Thread'} ${f.number('tid')}`;
}

/** The thread that runs, within a sentence. */
function inside(f: Told): string {
  if (f.isZero('tid')) return 'the idle thread';
  const thread = `${f.text('pid') === String(SYSTEM_PROCESS) ? 'system thread' : 'thread'} ${f.number('tid')}`;
  return f.process === '' ? thread : `${thread} of ${f.process}`;
}

function cpu(f: Reader): string {
  return `CPU ${f.number('cpu')}`;
}

function irp(f: Reader): string {
  return `IRP ${f.short('irp')}`;
}

function object(f: Reader): string {
  return `${f.text('type')} object ${f.short('object')}`;
}

function bytes(f: Reader): string {
  return `${f.number('bytes')} byte${f.text('bytes') === '1' ? '' : 's'}`;
}

/** `\Driver\mirror` -> `mirror`. */
function driver(f: Reader): string {
  return f.text('driver').replace(/^\\Driver\\/i, '') || 'without a name';
}

function device(f: Reader): string {
  return f.text('name') === '' ? `…${f.text('device').slice(-4)}, which has no name` : f.text('name');
}

function quoted(f: Reader): string {
  return `"${oneLine(f.text('text'))}"`;
}
