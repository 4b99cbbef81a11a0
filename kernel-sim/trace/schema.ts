/**
 * The one table of trace events: recorder, JSON, check fields and documentation are made from it. Names are the field's own (design
 * section 4). Every event has instant, seq, t (ns), cpu, tid, pid; the fields below follow. Field types: u32 number, ptr and u64 shown as
 * 0x and 16 hex digits, status as its NTSTATUS name, str text, irql and bool numbers.
 */
export type FieldType = 'u32' | 'ptr' | 'u64' | 'status' | 'str' | 'irql' | 'bool';

export const EVENTS = {
  cs: {
    fields: { from: 'u32', to: 'u32', reason: 'str' },
    text: 'Context switch: the CPU leaves one thread (tid) for another',
  },
  ready: { fields: { thread: 'u32', priority: 'u32' }, text: 'A thread became ready' },
  wait: { fields: { object: 'ptr', kind: 'str', timeout: 'u64' }, text: 'The thread waits for an object' },
  mode: { fields: { to: 'str', why: 'str' }, text: 'The CPU changed mode (user, kernel)' },
  syscall_enter: {
    // rcx and r11 as SYSCALL has left them; ip and sp: where user mode goes on, and its stack.
    fields: {
      ...({ number: 'u32', name: 'str', arg1: 'u64', arg2: 'u64', arg3: 'u64', arg4: 'u64', ioctl: 'u32' } as const),
      ...({ rcx: 'ptr', r11: 'u64', ip: 'ptr', sp: 'ptr' } as const),
    },
    text: 'A system service was called',
  },
  syscall_exit: {
    fields: { number: 'u32', name: 'str', status: 'status' },
    text: 'A system service returned to user mode',
  },
  fault: {
    fields: { vector: 'u32', kind: 'str', address: 'u64', ip: 'ptr', access: 'str', routine: 'str' },
    text: 'The CPU raised an exception',
  },
  exception: {
    fields: { code: 'status', address: 'ptr', handled: 'bool' },
    text: 'An exception was dispatched to handlers',
  },
  irql: { fields: { from: 'irql', to: 'irql' }, text: 'IRQL changed by KeRaiseIrql, KeLowerIrql or a spin lock' },
  int: { fields: { irql: 'irql' }, text: 'An interrupt arrived' },
  int_end: { fields: { irql: 'irql' }, text: 'The handler of an interrupt has returned to what it came on top of' },
  dpc_queue: { fields: { dpc: 'ptr', routine: 'ptr' }, text: 'A DPC was queued' },
  dpc: { fields: { dpc: 'ptr', routine: 'ptr' }, text: 'A DPC routine starts' },
  apc_queue: { fields: { apc: 'ptr', thread: 'u32' }, text: 'An APC was queued to a thread' },
  apc: { fields: { apc: 'ptr' }, text: 'An APC is delivered' },
  timer: { fields: { timer: 'ptr' }, text: 'A timer expired' },
  irp_alloc: { fields: { irp: 'ptr', stack: 'u32' }, text: 'An IRP was allocated' },
  irp_call: {
    fields: { irp: 'ptr', device: 'ptr', driver: 'str', major: 'str', minor: 'u32', location: 'u32', ioctl: 'u32' },
    text: 'A driver is called with an IRP',
  },
  irp_return: { fields: { irp: 'ptr', driver: 'str', status: 'status' }, text: 'The dispatch routine returned' },
  irp_pend: { fields: { irp: 'ptr' }, text: 'An IRP was left pending by its dispatch routine' },
  irp_complete: { fields: { irp: 'ptr', status: 'status', information: 'u64' }, text: 'IoCompleteRequest was called' },
  irp_completion: {
    fields: { irp: 'ptr', routine: 'ptr', location: 'u32', result: 'status' },
    text: 'A completion routine ran',
  },
  irp_copy: { fields: { irp: 'ptr', bytes: 'u32', direction: 'str' }, text: 'The I/O manager copied a buffer' },
  irp_free: { fields: { irp: 'ptr' }, text: 'An IRP was freed' },
  ob_ref: { fields: { object: 'ptr', type: 'str', count: 'u32' }, text: 'A pointer reference was added' },
  ob_deref: { fields: { object: 'ptr', type: 'str', count: 'u32' }, text: 'A pointer reference was dropped' },
  ob_create: { fields: { object: 'ptr', type: 'str', name: 'str' }, text: 'An object was created' },
  ob_delete: { fields: { object: 'ptr', type: 'str' }, text: 'An object was deleted' },
  handle_open: {
    fields: { handle: 'u32', object: 'ptr', type: 'str', access: 'u32', process: 'u32' },
    text: 'A handle was opened',
  },
  handle_close: { fields: { handle: 'u32', object: 'ptr', type: 'str', process: 'u32' }, text: 'A handle was closed' },
  pool_alloc: { fields: { address: 'ptr', bytes: 'u32', tag: 'str', pool: 'str' }, text: 'Pool memory was allocated' },
  pool_free: { fields: { address: 'ptr', bytes: 'u32', tag: 'str' }, text: 'Pool memory was freed' },
  lock_acquire: { fields: { lock: 'ptr', spins: 'u32' }, text: 'A spin lock was acquired' },
  lock_release: { fields: { lock: 'ptr' }, text: 'A spin lock was released' },
  drv_load: {
    fields: { driver: 'str', base: 'ptr', status: 'status' },
    text: 'A driver was loaded and its DriverEntry returned',
  },
  drv_unload: { fields: { driver: 'str' }, text: 'A driver was unloaded' },
  dev_create: { fields: { device: 'ptr', name: 'str', driver: 'str' }, text: 'A device object was created' },
  dev_delete: { fields: { device: 'ptr', name: 'str' }, text: 'A device object was deleted' },
  link_create: { fields: { link: 'str', target: 'str' }, text: 'A symbolic link was created' },
  link_delete: { fields: { link: 'str' }, text: 'A symbolic link was deleted' },
  process_create: { fields: { process: 'u32', image: 'str' }, text: 'A process was created' },
  thread_create: { fields: { thread: 'u32', start: 'ptr' }, text: 'A thread was created' },
  thread_exit: { fields: { thread: 'u32', status: 'status' }, text: 'A thread ended' },
  user_exit: { fields: { process: 'u32', image: 'str', status: 'u32' }, text: 'A process ended' },
  console: { fields: { text: 'str' }, text: 'Console output of a program' },
  dbg: { fields: { text: 'str' }, text: 'DbgPrint output' },
  tag: { fields: { name: 'str' }, text: 'LabTag: the program names what it does' },
  mark: { fields: { name: 'str' }, text: 'LabMark: a named instant' },
  note: { fields: { text: 'str' }, text: 'The headless debugger passed a breakpoint or assertion' },
  bugcheck: { fields: { code: 'u32', p1: 'u64', p2: 'u64', p3: 'u64', p4: 'u64' }, text: 'The system stopped' },
} as const satisfies Record<string, { fields: Record<string, FieldType>; text: string }>;

export type EventName = keyof typeof EVENTS;
export const EVENT_NAMES = Object.keys(EVENTS) as EventName[];

/** Process whose threads are the kernel's. */
export const SYSTEM_PROCESS = 4;
