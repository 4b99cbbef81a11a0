/**
 * Views of processes, threads, processors and what they wait for. Types only; conventions in views.ts.
 */
import type { Address } from './time.ts';
import type { Code, Flags, List, Named, Read } from './views.ts';
import type { IrpSummary } from './views-io.ts';

/** Enough to name a process: `app.exe`, its id, its EPROCESS. */
export interface ProcessName {
  readonly address: Address;
  readonly pid: number;
  readonly image: string;
}

/** Enough to name a thread. */
export interface ThreadName {
  readonly address: Address;
  readonly tid: number;
  readonly pid: number;
  readonly image: string;
}

export interface ProcessSummary extends ProcessName {
  /** `ending`: it was told to end, threads still run. `ended`: no thread is left. */
  readonly state: 'running' | 'ending' | 'ended';
  /** Meaningful from `ending` on. */
  readonly exitStatus: Code;
  readonly handles: number;
  readonly activeThreads: number;
  /** CR3 of its address space, a physical address. */
  readonly directoryTable: Address;
  readonly threads: List<Read<ThreadSummary>>;
}

export interface ProcessesView {
  readonly processes: List<Read<ProcessSummary>>;
}

export interface ProcessView extends ProcessSummary {
  readonly peb: Address;
  readonly handleTable: Address;
  readonly basePriority: number;
  /** Nanoseconds of its threads, as the clock interrupt counts them. */
  readonly kernelNs: number;
  readonly userNs: number;
  /** Code and address of the exception that ended it, if one did. */
  readonly exception: { readonly code: Code; readonly address: Named } | null;
}

export type ThreadState = 'initialized' | 'ready' | 'running' | 'standby' | 'terminated' | 'waiting' | 'damaged';

/** One object that a thread waits for. */
export interface WaitObject {
  readonly object: Address;
  /** `notification event`, `mutex` ... */
  readonly type: string;
  /** Named, object name, or what it is part of: '' if nothing is known. */
  readonly name: string;
  readonly signaled: boolean;
}

export interface Wait {
  /** KWAIT_REASON: `Executive`, `UserRequest`, `DelayExecution` ... */
  readonly reason: Code;
  readonly mode: 'kernel' | 'user';
  readonly alertable: boolean;
  /** `all`: WaitAll; `any`: WaitAny, and every wait for one object. */
  readonly type: 'all' | 'any';
  readonly objects: List<Read<WaitObject>>;
  /** Nanoseconds until it times out, counted from the last clock tick; null: it never does. */
  readonly timeoutNs: number | null;
}

export interface ThreadSummary extends ThreadName {
  readonly state: ThreadState;
  /** Where it runs; null unless it runs. */
  readonly cpu: number | null;
  readonly priority: number;
  /** Null unless it waits. */
  readonly wait: Wait | null;
  /** The state in one line: `running on CPU 0`, `waiting for event 0x... (UserRequest)`. */
  readonly text: string;
  /** Routine that the thread was made for. */
  readonly start: Named;
  /** Where it stands: the learner's innermost frame if there is one, else the innermost; '' if it cannot be told. */
  readonly place: string;
}

export interface ThreadView extends ThreadSummary {
  readonly process: ProcessName;
  /** Process whose address space it uses, if that is not its own (KeStackAttachProcess). */
  readonly attachedTo: ProcessName | null;
  readonly basePriority: number;
  /** Clock ticks left. */
  readonly quantum: number;
  /** While it runs; null otherwise. */
  readonly irql: Code | null;
  readonly previousMode: 'kernel' | 'user';
  readonly system: boolean;
  readonly idle: boolean;
  readonly terminating: boolean;
  readonly exitStatus: Code;
  readonly waitStatus: Code;
  readonly teb: Address;
  /** Lowest and highest address of the kernel stack. */
  readonly kernelStack: { readonly limit: Address; readonly base: Address };
  /** Lowest address reserved for the user stack; zero: it has none. */
  readonly userStackBase: Address;
  /** KTRAP_FRAME of the system call under way; zero: none. */
  readonly trapFrame: Address;
  readonly kernelApcDisable: number;
  readonly specialApcDisable: number;
  readonly kernelApcPending: boolean;
  readonly userApcPending: boolean;
  readonly apcs: List<Read<ApcRecord>>;
  readonly contextSwitches: number;
  readonly kernelNs: number;
  readonly userNs: number;
  /** Mutexes that it owns. */
  readonly mutexes: List<Address>;
  /** Requests that it has issued and that are not finished. */
  readonly irps: List<Read<IrpSummary>>;
  /** Frames, innermost first: `nt!KiSwapThread+0x8`, `thermo!Control+0x8 (driver.c:41)`. */
  readonly stack: readonly string[];
}

export interface ApcRecord {
  readonly address: Address;
  readonly mode: 'kernel' | 'user';
  readonly kernelRoutine: Named;
  readonly normalRoutine: Named;
}

export interface DpcView {
  readonly address: Address;
  readonly routine: Named;
  readonly context: Address;
  readonly argument1: Address;
  readonly argument2: Address;
  readonly importance: Code;
  /** Processor it was targeted at (KeSetTargetProcessorDpc); null: the one that queues it. */
  readonly target: number | null;
  /** Processor in whose queue it is; null: not queued. */
  readonly queuedOn: number | null;
  /** False: the type field says that this is no DPC. */
  readonly sound: boolean;
}

export interface ProcessorRecord {
  readonly cpu: number;
  readonly started: boolean;
  /** Waits for an interrupt. */
  readonly halted: boolean;
  /** The one whose slice it is. */
  readonly current: boolean;
  readonly mode: 'kernel' | 'user';
  readonly irql: Code;
  readonly interruptsEnabled: boolean;
  readonly thread: Read<ThreadName>;
  readonly idle: boolean;
  readonly ip: Named;
  /** IRQLs of requested interrupts, highest first: `CLOCK_LEVEL`. */
  readonly interrupts: readonly string[];
  /** What an inter-processor interrupt is to ask for. */
  readonly requests: Flags;
  readonly dpcs: List<Read<DpcView>>;
  /** A DPC routine runs (or was interrupted) here. */
  readonly dpc: Named | null;
  /** ns at which its clock interrupts next; null: off. */
  readonly timerDueNs: number | null;
  readonly clockNs: number;
  readonly kernelNs: number;
  readonly userNs: number;
  readonly retired: number;
  readonly clockTicks: number;
  readonly contextSwitches: number;
  readonly systemCalls: number;
}

export interface ProcessorsView {
  readonly processors: readonly Read<ProcessorRecord>[];
}

/** A thread in the wait list of an object. */
export interface Waiter {
  readonly thread: Read<ThreadName>;
  readonly type: 'all' | 'any';
}

interface DispatcherHead {
  readonly address: Address;
  /** Named or object name; '' if it has none. */
  readonly name: string;
  readonly typeCode: number;
  readonly signalState: number;
  /** Whether a wait would be satisfied now (by a thread that does not own it). */
  readonly signaled: boolean;
  readonly waiters: List<Read<Waiter>>;
}

/** A dispatcher object; what is no such thing has the type `unknown`. */
export type DispatcherView = DispatcherHead &
  (
    | { readonly type: 'notification event' | 'synchronization event' | 'unknown' }
    | { readonly type: 'semaphore'; readonly limit: number }
    | {
        readonly type: 'mutex';
        readonly owner: Read<ThreadName> | null;
        readonly abandoned: boolean;
      }
    | ({ readonly type: 'notification timer' | 'synchronization timer' } & TimerFields)
    | { readonly type: 'process'; readonly process: Read<ProcessName> }
    | { readonly type: 'thread'; readonly thread: Read<ThreadName> }
  );

interface TimerFields {
  /** It is in the timer list. */
  readonly inserted: boolean;
  /** Absolute interrupt time, in ns. */
  readonly dueNs: number;
  /** 0: one shot. */
  readonly periodMs: number;
  readonly dpc: Read<DpcView> | null;
}

export interface TimerRecord extends TimerFields {
  readonly address: Address;
  readonly name: string;
  /** Nanoseconds to go, counted from the last clock tick. */
  readonly leftNs: number;
  readonly waiters: List<Read<Waiter>>;
}

/** A word that is 0 when free. The kernel does not keep who holds a spin lock. */
export interface SpinLockView {
  readonly address: Address;
  readonly name: string;
  readonly value: Address;
  readonly held: boolean;
}

export interface WorkItem {
  readonly address: Address;
  readonly routine: Named;
  readonly parameter: Address;
  /** Of IoQueueWorkItem: the driver's routine and its device or driver object. */
  readonly io: { readonly routine: Named; readonly object: Address } | null;
}

/** Everything that waits for a processor or for time. */
export interface QueuesView {
  /** As of the last clock tick. */
  readonly interruptTimeNs: number;
  /** Priorities that have threads, highest first. */
  readonly ready: readonly { readonly priority: number; readonly threads: List<Read<ThreadName>> }[];
  readonly readyCount: number;
  /** By due time. */
  readonly timers: List<Read<TimerRecord>>;
  readonly dpcs: readonly { readonly cpu: number; readonly queue: List<Read<DpcView>> }[];
  readonly work: List<Read<WorkItem>>;
}
