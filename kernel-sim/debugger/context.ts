/**
 * Where expressions are evaluated and views are made: a machine at an instant, a thread of it, one of its frames, and the eyes of that thread's
 * process. Only looks. A context is good until the machine moves; nothing of it may be kept longer.
 */
import type { VirtAddr } from '../base/numbers.ts';
import type { Kernel } from '../kernel/kernel.ts';
import { KAPC_STATE, KIPCR, KPRCB, KPROCESS, KTHREAD } from '../kernel/layouts.generated.ts';
import { callStack, type StackFrame } from '../kernel/stack.ts';
import { GuestFault } from '../machine/faults.ts';
import { GuestView } from '../machine/guest-memory.ts';
import type { Cpu } from '../vm/cpu.ts';
import { INSTRUCTION_BYTES } from '../vm/opcodes.ts';
import { DebugError } from './error.ts';
import { type Module, modulesOf, placeAt } from './symbols.ts';

export interface DebugContext {
  readonly kernel: Kernel;
  /** The CPU that runs the thread; of a thread that does not run, the one that the machine is at. */
  readonly cpu: number;
  /** KTHREAD (= ETHREAD); 0 while there is none (early boot, trashed structures). */
  readonly thread: VirtAddr;
  /** KPROCESS (= EPROCESS) whose address space the thread uses; 0 if unknown. */
  readonly process: VirtAddr;
  /** Memory as the thread sees it. */
  readonly view: GuestView;
  /** The thread is on that CPU: its registers are the CPU's. */
  readonly running: boolean;
  /** The innermost frame alone, which costs less than all of them. */
  readonly top?: StackFrame | undefined;
  /** All of them, innermost first; walked when first asked for. */
  readonly frames: readonly StackFrame[];
  /** Images of the kernel and of the process; read when first asked for. */
  readonly modules: readonly Module[];
  /** Index of the chosen one. */
  readonly frame: number;
}

export interface FocusOptions {
  readonly cpu?: number;
  readonly thread?: VirtAddr;
  readonly frame?: number;
}

/** By default the CPU that the machine is at, the thread that runs on it, frame 0. Throws DebugError for what does not exist. */
export function contextOf(k: Kernel, focus: FocusOptions = {}): DebugContext {
  const context = new Context(k, focus);
  return focus.frame ? withFrame(context, focus.frame) : context;
}

/** The same thread with another frame chosen. */
export function withFrame(context: DebugContext, frame: number): DebugContext {
  if (!Number.isInteger(frame) || frame < 0 || frame >= Math.max(context.frames.length, 1))
    throw new DebugError(`there is no frame ${frame}: the stack has ${context.frames.length} (0 is the innermost)`);
  return Object.create(context, { frame: { value: frame, enumerable: true } }) as DebugContext;
}

/** The thread that runs on a CPU; 0 if it has none or its processor block is trashed. */
export function threadOn(k: Kernel, cpu: Cpu): VirtAddr {
  return tryRead(() => k.view.ptr(cpu.gsKernel + KIPCR.off.Prcb + KPRCB.off.CurrentThread)) ?? 0;
}

/** The chosen frame; undefined if the thread has no stack that can be read. */
export function chosenFrame(context: DebugContext): StackFrame | undefined {
  return (context.frame === 0 ? context.top : undefined) ?? context.frames[context.frame];
}

/** Address of the instruction that a frame stands in: its own, or the call that it waits for. */
export function codeAddress(frame: StackFrame): VirtAddr {
  return frame.exact ? frame.ip : frame.ip - INSTRUCTION_BYTES;
}

class Context implements DebugContext {
  readonly kernel: Kernel;
  readonly cpu: number;
  readonly thread: VirtAddr;
  readonly process: VirtAddr;
  readonly view: GuestView;
  readonly running: boolean;
  readonly frame: number;
  private first: StackFrame | undefined;
  private walked: readonly StackFrame[] | undefined;
  private loaded: readonly Module[] | undefined;

  constructor(k: Kernel, focus: FocusOptions) {
    const { cpus } = k.vm;
    if (focus.cpu !== undefined && !cpus[focus.cpu])
      throw new DebugError(`there is no CPU ${focus.cpu}: this machine has ${cpus.length} (0 is the first)`);
    const asked = cpus[focus.cpu ?? k.machine.currentCpu];
    const thread = focus.thread ?? threadOn(k, asked);
    // What the machine is at comes first: at boot two CPUs may name the same thread.
    const runsOn = [asked, ...cpus].find((cpu) => threadOn(k, cpu) === thread);
    this.kernel = k;
    this.thread = thread;
    this.running = runsOn !== undefined;
    this.cpu = (runsOn ?? asked).number;
    this.process = tryRead(() => k.view.ptr(thread + KTHREAD.off.ApcState + KAPC_STATE.off.Process)) ?? 0;
    if (!runsOn && this.process === 0) throw new DebugError('there is no thread at that address');
    const cr3 = runsOn ? runsOn.cr3 : addressSpace(k, this.process);
    this.view = cr3 === undefined ? k.view : new GuestView(k.machine, cr3);
    this.frame = 0;
  }

  get frames(): readonly StackFrame[] {
    this.walked ??= this.walk();
    return this.walked;
  }

  get top(): StackFrame | undefined {
    this.first ??= (this.walked ?? this.walk(1))[0];
    return this.first;
  }

  get modules(): readonly Module[] {
    this.loaded ??= modulesOf(this.kernel, this.process);
    return this.loaded;
  }

  private walk(limit?: number): StackFrame[] {
    const { kernel: k, view, modules } = this;
    const start = this.running ? registersOf(k.vm.cpus[this.cpu]) : tryRead(() => waitingAt(view, this.thread));
    if (!start) return [];
    return callStack(k, start, limit, { view, placeOf: (va) => placeAt(modules, va) });
  }
}

function registersOf({ ip, fp, sp }: Cpu) {
  return { ip, fp, sp, exact: true };
}

/** Where a thread that does not run goes on. One that has never run stands before its first instruction, without a frame (fp 0). */
function waitingAt(view: GuestView, thread: VirtAddr) {
  const ip = view.ptr(thread + KTHREAD.off.SwitchIp);
  const fp = view.ptr(thread + KTHREAD.off.SwitchFp);
  const sp = view.ptr(thread + KTHREAD.off.SwitchSp);
  return { ip, fp, sp, exact: true };
}

function addressSpace(k: Kernel, process: VirtAddr): number | undefined {
  const cr3 = Number(tryRead(() => k.view.u64(process + KPROCESS.off.DirectoryTableBase)) ?? 0n);
  return cr3 > 0 && cr3 % 4096 === 0 && cr3 < k.machine.ramBytes ? cr3 : undefined;
}

/** What reading gives, or undefined if it is not there to be read. */
export function tryRead<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (e) {
    if (e instanceof GuestFault) return undefined;
    throw e;
  }
}
