/**
 * Primitives of the session and of the trace: stops, console, notes of the headless debugger, events that guest C reports.
 */
import { waitTest } from './dispatcher/objects.ts';
import type { Kernel } from './kernel.ts';
import { C, EPROCESS, ETHREAD, KAPC, KTRAP_FRAME, LAB_CONSOLE } from './layouts.generated.ts';
import type { Primitives } from './primitives.generated.ts';
import { callStack, interrupted } from './stack.ts';

const NEWLINE = 10;
const NOTES: Record<number, string> = { 1: 'breakpoint', 2: 'assertion failed' };
/** NtDeviceIoControlFile: the control code is its sixth argument. */
const DEVICE_CONTROL = 'NtDeviceIoControlFile';
const CONTROL_CODE_ARGUMENT = 5;

function ring(k: Kernel): LAB_CONSOLE {
  return new LAB_CONSOLE(k.mem, k.symbol('KiConsole'));
}

/** Appends typed input to the console ring and wakes who waits for it; what does not fit is dropped. Returns the bytes taken. */
export function appendInput(k: Kernel, data: Uint8Array): number {
  let taken = 0;
  k.fromOutside(() => {
    const console = ring(k);
    const used = (console.Written - console.Read) >>> 0;
    taken = Math.min(data.length, Math.max(0, C.KI_CONSOLE_BYTES - used));
    const at = console.Ring;
    for (let i = 0; i < taken; i++) k.mem.setU8(at + ((console.Written + i) % C.KI_CONSOLE_BYTES), data[i]);
    console.Written = (console.Written + taken) >>> 0;
    const event = console.Available;
    // The event is made by KiSystemStartup; nobody waits before.
    if (taken === 0 || event.Header.WaitListHead.Flink === 0) return;
    event.Header.SignalState = 1;
    waitTest(k, event.va, 0);
  });
  return taken;
}

/** Latin-1 view of bytes, as the console shows them. */
function latin1(data: Uint8Array): string {
  let out = '';
  for (const byte of data) out += String.fromCharCode(byte);
  return out;
}

/** A stack argument of the system call (from the fifth on), or 0 if it cannot be read. */
function stackArgument(k: Kernel, trap: KTRAP_FRAME, index: number): number {
  const at = Number(BigInt.asIntN(64, trap.Arguments)) + 8 * index;
  return at >= 0 && k.view.isMapped(at, 4) ? k.view.u32(at) : 0;
}

export const sessionPrimitives = {
  KiStopMachine(k, Kind, A, B, C2, D, E) {
    if (Kind < C.KI_STOP_BUGCHECK || Kind > C.KI_STOP_EXCEPTION) {
      k.bugCheck(C.KERNEL_SECURITY_CHECK_FAILURE, C.FAST_FAIL_INVALID_ARG, Kind, 0, 0);
    }
    if (k.machine.stopped === 0) k.stop(Kind, A, B, C2, D, E);
  },

  KiConsoleWrite(k, Buffer, Length) {
    k.emit('console', latin1(k.mem.bytes(Buffer, Length)));
  },

  KiConsoleRead(k, Buffer, Length) {
    const console = ring(k);
    const capacity = C.KI_CONSOLE_BYTES;
    const available = Math.min((console.Written - console.Read) >>> 0, capacity);
    const count = Math.min(available, Length);
    const data = new Uint8Array(count);
    let used = 0;
    while (used < count) {
      const byte = k.mem.u8(console.Ring + ((console.Read + used) % capacity));
      data[used++] = byte;
      if (byte === NEWLINE) break;
    }
    k.mem.setBytes(Buffer, data.subarray(0, used));
    console.Read = (console.Read + used) >>> 0;
    if (console.Read === console.Written) console.Available.Header.SignalState = 0;
    return used;
  },

  KiNote(k, Kind, TrapFrame) {
    const frames = callStack(k, { ...interrupted(k, TrapFrame), exact: false });
    const frame = frames.find((f) => f.place?.learner) ?? frames[0];
    k.emit('note', `${NOTES[Kind] ?? 'stop'} at ${frame?.text ?? 'an unknown place'}`);
  },

  KiTraceIrql(k, From, To) {
    if (From !== To) k.emit('irql', From, To);
  },

  KiTraceLock(k, Lock, Spins, Acquired) {
    if (Acquired !== 0) k.emit('lock_acquire', Lock, Spins);
    else k.emit('lock_release', Lock);
  },

  KiTraceSystemCall(k, TrapFrame, Service, Name, Enter, Status) {
    const name = Name === 0 ? '' : k.view.cstring(Name, 64);
    if (Enter === 0) return k.emit('syscall_exit', Service, name, Status >>> 0);
    const trap = new KTRAP_FRAME(k.mem, TrapFrame);
    k.pcr().Prcb.SystemCalls += 1;
    const control = name === DEVICE_CONTROL ? stackArgument(k, trap, CONTROL_CODE_ARGUMENT) : 0;
    k.emit(
      'syscall_enter',
      Service,
      name,
      trap.R10,
      trap.Rdx,
      trap.R8,
      trap.R9,
      control,
      trap.Rcx,
      trap.R11,
      trap.Rip,
      trap.Rsp,
    );
  },

  KiTraceException(k, Code, Address, Handled) {
    k.emit('exception', Code >>> 0, Address, Handled);
  },

  KiTraceApc(k, Apc) {
    k.emit('apc', new KAPC(k.mem, Apc).va);
  },

  KiTraceProcess(k, Process, Exit) {
    const process = new EPROCESS(k.mem, Process);
    const image = k.mem.cstring(process.ImageFileName, C.KI_MAX_IMAGE_NAME);
    const pid = k.mem.u32(Process + EPROCESS.off.UniqueProcessId);
    if (Exit === 0) k.emit('process_create', pid, image);
    else k.emit('user_exit', pid, image, process.ExitStatus >>> 0);
  },

  KiTraceThread(k, Thread, Exit) {
    const thread = new ETHREAD(k.mem, Thread);
    const tid = k.mem.u32(thread.Cid.va + 8);
    if (Exit === 0) k.emit('thread_create', tid, k.mem.u64(Thread + ETHREAD.off.StartAddress));
    else k.emit('thread_exit', tid, thread.ExitStatus >>> 0);
  },
} satisfies Partial<Primitives>;
