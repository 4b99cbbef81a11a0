/**
 * Names in plain words for what rules speak of: each event as a noun, each field, each way in which a run ends. A noun takes up what a condition asks to be
 * equal where that reads better: `irp_call where driver == 'first'` is a call of the driver first. Everything in the schema has its words here.
 */
import type { RunEnd } from '../protocol/lab-api.ts';
import type { EVENTS, EventName } from '../trace/schema.ts';

export interface Noun {
  /** Without its article. */
  readonly one: string;
  readonly many: string;
}

/** What a field must be equal to, as plain text, if the condition asks for that; it is said by the noun then. */
export type Take = (field: string) => string | undefined;

/** `after` follows the noun in both forms. */
function noun(one: string, many: string, after = ''): Noun {
  return { one: one + after, many: many + after };
}

const plain = (one: string, many: string) => () => noun(one, many);

/** ` of the driver first`, or what stands there when no one is asked for. */
function of(value: string | undefined, named: string, any: string): string {
  return value === undefined ? any : ` of ${named}${value}`;
}

function service(take: Take): string | undefined {
  const name = take('name');
  if (name !== undefined) return name;
  const number = take('number');
  return number === undefined ? undefined : `system service ${number}`;
}

const WHY: Readonly<Record<string, string>> = {
  'system call': ' by a system call',
  exception: ' by an exception',
  interrupt: ' by an interrupt',
};

function modeNoun(take: Take): Noun {
  const to = take('to');
  const reason = take('why');
  const why = reason === undefined ? '' : (WHY[reason] ?? `, the reason being ${reason}`);
  return to === undefined
    ? noun('mode switch', 'mode switches', why)
    : noun('switch', 'switches', ` to ${to} mode${why}`);
}

function irpCallNoun(take: Take): Noun {
  const driver = of(take('driver'), 'the driver ', ' of a driver');
  const major = take('major');
  return noun('call', 'calls', `${driver}${major === undefined ? '' : ` with ${major}`}`);
}

function copyNoun(take: Take): Noun {
  const direction = take('direction');
  const way = direction === undefined ? ' of a request buffer' : ` ${direction} memory`;
  return noun('copy', 'copies', way);
}

function exceptionNoun(take: Take): Noun {
  const code = take('code');
  const handled = take('handled');
  const how = handled === undefined ? '' : handled === '0' ? ' that nobody handles' : ' that a handler takes';
  return noun(`${code ?? 'exception'}`, code === undefined ? 'exceptions' : `exceptions ${code}`, how);
}

export const EVENT_NOUNS: Readonly<Record<EventName, (take: Take) => Noun>> = {
  cs: plain('context switch', 'context switches'),
  ready: plain('change of a thread to ready', 'changes of a thread to ready'),
  wait: plain('wait of a thread', 'waits of a thread'),
  mode: modeNoun,
  syscall_enter: (take) => noun('call', 'calls', of(service(take), '', ' of a system service')),
  syscall_exit: (take) => noun('return', 'returns', ` from ${service(take) ?? 'a system service'}`),
  fault: (take) => {
    const kind = take('kind');
    return noun(kind === undefined ? 'fault' : `${kind} fault`, kind === undefined ? 'faults' : `${kind} faults`);
  },
  exception: exceptionNoun,
  irql: plain('change of the IRQL', 'changes of the IRQL'),
  int: plain('interrupt', 'interrupts'),
  int_end: plain('end of an interrupt', 'ends of interrupts'),
  dpc_queue: plain('queuing of a DPC', 'queuings of a DPC'),
  dpc: plain('start of a DPC', 'starts of a DPC'),
  apc_queue: plain('queuing of an APC', 'queuings of an APC'),
  apc: plain('delivery of an APC', 'deliveries of an APC'),
  timer: plain('expiry of a timer', 'expiries of timers'),
  irp_alloc: plain('allocation of an IRP', 'allocations of IRPs'),
  irp_call: irpCallNoun,
  irp_return: (take) => {
    const driver = take('driver');
    return noun(
      'return',
      'returns',
      driver === undefined ? ' of a dispatch routine' : ` of a dispatch routine of the driver ${driver}`,
    );
  },
  irp_pend: plain('case of an IRP left pending', 'cases of an IRP left pending'),
  irp_complete: (take) => {
    const status = take('status');
    return noun('completion of an IRP', 'completions of IRPs', status === undefined ? '' : ` with ${status}`);
  },
  irp_completion: plain('run of a completion routine', 'runs of a completion routine'),
  irp_copy: copyNoun,
  irp_free: plain('release of an IRP', 'releases of IRPs'),
  ob_ref: plain('new reference to an object', 'new references to an object'),
  ob_deref: plain('dropped reference to an object', 'dropped references to an object'),
  ob_create: (take) => objectNoun('creation', 'creations', take('type')),
  ob_delete: (take) => objectNoun('deletion', 'deletions', take('type')),
  handle_open: plain('opening of a handle', 'openings of a handle'),
  handle_close: plain('closing of a handle', 'closings of a handle'),
  pool_alloc: (take) => poolNoun('allocation of pool', 'allocations of pool', take('tag')),
  pool_free: (take) => poolNoun('release of pool', 'releases of pool', take('tag')),
  lock_acquire: plain('acquisition of a spin lock', 'acquisitions of a spin lock'),
  lock_release: plain('release of a spin lock', 'releases of a spin lock'),
  drv_load: (take) => {
    const which = of(take('driver'), 'the driver ', ' of a driver');
    const status = take('status');
    return noun('load', 'loads', which + (status === undefined ? '' : ` that gives ${status}`));
  },
  drv_unload: (take) => noun('unload', 'unloads', of(take('driver'), 'the driver ', ' of a driver')),
  dev_create: (take) => noun('creation', 'creations', of(take('name'), 'the device ', ' of a device')),
  dev_delete: (take) => noun('deletion', 'deletions', of(take('name'), 'the device ', ' of a device')),
  link_create: (take) => noun('creation', 'creations', of(take('link'), 'the link ', ' of a symbolic link')),
  link_delete: (take) => noun('deletion', 'deletions', of(take('link'), 'the link ', ' of a symbolic link')),
  process_create: (take) => noun('start', 'starts', of(take('image'), '', ' of a process')),
  thread_create: plain('creation of a thread', 'creations of threads'),
  thread_exit: plain('end of a thread', 'ends of threads'),
  user_exit: (take) => noun('end', 'ends', of(take('image'), '', ' of a process')),
  console: plain('output of a program', 'outputs of programs'),
  dbg: plain('line of debug output', 'lines of debug output'),
  tag: (take) => named('LabTag', take('name')),
  mark: (take) => named('LabMark', take('name')),
  note: plain('note of the debugger', 'notes of the debugger'),
  bugcheck: (take) => {
    const code = take('code');
    const which = code === undefined ? '' : ` 0x${BigInt(code).toString(16).toUpperCase()}`;
    return noun('bug check', 'bug checks', which);
  },
};

function objectNoun(one: string, many: string, type: string | undefined): Noun {
  return noun(one, many, ` of an object${type === undefined ? '' : ` of type ${type}`}`);
}

function poolNoun(one: string, many: string, tag: string | undefined): Noun {
  return noun(one, many, tag === undefined ? '' : ` with the tag ${tag}`);
}

function named(what: string, name: string | undefined): Noun {
  return name === undefined ? noun(what, `${what}s`) : noun(`${what} "${name}"`, `cases of ${what} "${name}"`);
}

type FieldOf<E> = E extends EventName ? keyof (typeof EVENTS)[E]['fields'] : never;
type FieldName = FieldOf<EventName> | 'instant' | 'seq' | 't' | 'cpu' | 'tid' | 'pid';

/** Without their article. */
export const FIELD_NOUNS: Readonly<Record<FieldName, string>> = {
  instant: 'instant',
  seq: 'place within the instant',
  t: 'time in nanoseconds',
  cpu: 'CPU',
  tid: 'thread',
  pid: 'process',
  from: 'value before',
  to: 'value after',
  reason: 'reason',
  thread: 'thread concerned',
  priority: 'priority',
  object: 'object',
  kind: 'kind',
  timeout: 'timeout',
  why: 'reason',
  number: 'service number',
  name: 'name',
  arg1: 'first argument',
  arg2: 'second argument',
  arg3: 'third argument',
  arg4: 'fourth argument',
  ioctl: 'control code',
  status: 'status',
  vector: 'vector',
  address: 'address',
  ip: 'instruction pointer',
  access: 'access',
  routine: 'routine',
  rcx: 'RCX register',
  r11: 'R11 register',
  sp: 'stack pointer',
  code: 'code',
  handled: 'mark that it is handled',
  irql: 'IRQL',
  dpc: 'DPC',
  apc: 'APC',
  timer: 'timer',
  irp: 'IRP',
  stack: 'number of stack locations',
  device: 'device',
  driver: 'driver',
  major: 'major function',
  minor: 'minor function',
  location: 'stack location',
  information: 'information',
  result: 'result',
  bytes: 'number of bytes',
  direction: 'direction',
  type: 'type',
  count: 'reference count',
  handle: 'handle',
  process: 'process concerned',
  tag: 'pool tag',
  pool: 'kind of pool',
  lock: 'spin lock',
  spins: 'number of tries',
  base: 'base address',
  link: 'link',
  target: 'target',
  start: 'start address',
  image: 'image',
  text: 'text',
  p1: 'first parameter',
  p2: 'second parameter',
  p3: 'third parameter',
  p4: 'fourth parameter',
};

/** After "the run ends" or "it ended". */
export const END_WORDS: Readonly<Record<RunEnd['kind'], string>> = {
  exit: 'by itself',
  bugcheck: 'with a bug check',
  limit: 'at the limit of its time',
  hang: 'in a hang',
  'driver-failed': 'because a driver could not be loaded',
  exception: 'with an exception that a program did not handle',
  internal: 'with an error of the lab itself',
};
