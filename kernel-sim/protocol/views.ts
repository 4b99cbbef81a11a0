/**
 * What can be asked about the machine at an instant, and what the answers are: `ViewKinds` names every view by its kind. Types only.
 *
 * Records are plain and frozen. Conventions in all of them:
 * - An address, or any 64-bit pattern that stands in a pointer field, is an `Address`. Sizes, counts and flags are numbers.
 * - A structure that cannot be read, or does not exist, is a `Problem` in place of its record: test with `'problem' in x`.
 * - `null`: there is none (a NULL pointer, nothing attached). `''`: it has no name.
 * - A name that cannot be read says so in angle brackets.
 * - What the simulated kernel does not keep is not there.
 */
import type { TraceEvent } from './lab-api.ts';
import type { Address } from './time.ts';
import type {
  DisassemblyView,
  LocalsView,
  MemoryFormat,
  MemoryView,
  RegistersView,
  SourceView,
  StackView,
  TypeView,
  ValueView,
} from './views-code.ts';
import type { DeviceView, DriversView, DriverView, FileView, IoctlView, IrpView, MdlView } from './views-io.ts';
import type {
  AddressView,
  EndView,
  MemoryMapView,
  ModulesView,
  PoolBlockView,
  PoolsView,
  PoolTagView,
  TranslationView,
} from './views-memory.ts';
import type { HandlesView, NamespaceView, ObjectView } from './views-objects.ts';
import type {
  DispatcherView,
  DpcView,
  ProcessesView,
  ProcessorsView,
  ProcessView,
  QueuesView,
  SpinLockView,
  ThreadView,
} from './views-threads.ts';

/** In place of what cannot be shown: why, in plain words. */
export interface Problem {
  readonly problem: string;
}
export type Read<T> = T | Problem;

/** A number whose bits have names. `names` has those that are set; bits without a name are there as `0x200`. */
export interface Flags {
  readonly value: number;
  readonly names: readonly string[];
}

/** A number that stands for something: a device type, a status, a major function. `name` is its digits if it has none. */
export interface Code {
  readonly value: number;
  readonly name: string;
}

/** An address of code or data: `thermo!Control+0x8 (driver.c:41)`; `name` is '' if nothing is known there. */
export interface Named {
  readonly address: Address;
  readonly name: string;
}

/** A list of the kernel as far as it could be walked; `cut` says why that ended before the list did, '' if it did not. */
export interface List<T> {
  readonly entries: readonly T[];
  readonly cut: string;
}

/** By address of its EPROCESS, or by id. */
export type ProcessRef = Address | number;
/** By address of its ETHREAD, or by id. */
export type ThreadRef = Address | number;

/** Views of the kernel's structures: by kind, what is asked with and what comes back. */
interface KernelViewKinds {
  processes: { asks: object; is: ProcessesView };
  process: { asks: { readonly process?: ProcessRef }; is: ProcessView };
  thread: { asks: { readonly thread?: ThreadRef }; is: ThreadView };
  processors: { asks: object; is: ProcessorsView };
  queues: { asks: object; is: QueuesView };
  dispatcher: { asks: { readonly address: Address }; is: DispatcherView };
  dpc: { asks: { readonly address: Address }; is: DpcView };
  'spin-lock': { asks: { readonly address: Address }; is: SpinLockView };
  irp: { asks: { readonly address: Address }; is: IrpView };
  mdl: { asks: { readonly address: Address }; is: MdlView };
  device: { asks: { readonly address: Address }; is: DeviceView };
  driver: { asks: { readonly address: Address }; is: DriverView };
  drivers: { asks: object; is: DriversView };
  file: { asks: { readonly address: Address }; is: FileView };
  ioctl: { asks: { readonly code: number }; is: IoctlView };
  /** Without a handle: the whole table. Process left out: the running thread's. */
  handles: { asks: { readonly process?: ProcessRef; readonly handle?: number }; is: HandlesView };
  object: { asks: { readonly address: Address }; is: ObjectView };
  /** A path such as `\Driver`; left out: the root. With `deep` all directories below it. */
  namespace: { asks: { readonly path?: string; readonly deep?: boolean }; is: NamespaceView };
  translation: { asks: { readonly address: Address; readonly process?: ProcessRef }; is: TranslationView };
  /** What an address belongs to. */
  address: { asks: { readonly address: Address; readonly process?: ProcessRef }; is: AddressView };
  pool: { asks: { readonly address: Address }; is: PoolBlockView };
  /** Four characters; shorter ones are filled up with blanks. */
  'pool-tag': { asks: { readonly tag: string }; is: PoolTagView };
  pools: { asks: object; is: PoolsView };
  'memory-map': { asks: { readonly process?: ProcessRef }; is: MemoryMapView };
  /** Without a process: the system's images. */
  modules: { asks: { readonly process?: ProcessRef }; is: ModulesView };
  /** Of a machine that has stopped: why, where, and what the address in question is. */
  end: { asks: object; is: EndView };
}

/** Whose code and scope; left out: the CPU that the machine is at, the thread that runs on it, its innermost frame. */
export interface CodeFocus {
  readonly cpu?: number;
  readonly thread?: ThreadRef;
  readonly frame?: number;
}

/** Views of code and of what it works on, in the scope of a frame. In these, `undefined` is what is not known. */
interface CodeViewKinds {
  stack: { asks: CodeFocus; is: StackView };
  /** `depth`: levels of members that are opened. */
  locals: { asks: CodeFocus & { readonly depth?: number }; is: LocalsView };
  registers: { asks: CodeFocus; is: RegistersView };
  /** Value of a C expression. */
  watch: { asks: CodeFocus & { readonly expression: string; readonly depth?: number }; is: ValueView };
  memory: {
    asks: CodeFocus & { readonly address: Address; readonly format: MemoryFormat; readonly count: number };
    is: MemoryView;
  };
  /** Without an address: the frame's function. */
  disassembly: { asks: CodeFocus & { readonly address?: Address; readonly count?: number }; is: DisassemblyView };
  /** `around`: lines before and after the one that the frame stands on. */
  source: { asks: CodeFocus & { readonly around?: number }; is: SourceView };
  /** What follows `dt`. */
  type: { asks: CodeFocus & { readonly text: string; readonly depth?: number }; is: TypeView };
}

export interface ViewKinds extends KernelViewKinds, CodeViewKinds {}
export type ViewKind = keyof ViewKinds;
/** Those with a text twin; what code views say as text is made by the commands that show them. */
export type KernelViewKind = keyof KernelViewKinds;

export type ViewQueryOf<K extends ViewKind> = { readonly kind: K } & ViewKinds[K]['asks'];
export type ViewRecord<K extends ViewKind> = ViewKinds[K]['is'];
export type ViewQuery = { [K in ViewKind]: ViewQueryOf<K> }[ViewKind];
export type ViewResult = { [K in ViewKind]: { readonly kind: K; readonly record: Read<ViewRecord<K>> } }[ViewKind];

// ------------------------------------------------------------------ what comes from the timeline

/** Everything printed up to an instant. */
export interface OutputView {
  readonly console: string;
  readonly debug: string;
  /** Of the headless debugger: breakpoint passed, assertion failed. */
  readonly notes: readonly string[];
}

/** An event of the trace with words for it (trace/words.ts). */
export interface EventRow {
  readonly event: TraceEvent;
  readonly summary: string;
  /** The same as one plain sentence that stands by itself (trace/sentences.ts). */
  readonly sentence: string;
}

/** Events around an instant: those with from <= instant < to. */
export interface EventsView {
  readonly from: number;
  readonly to: number;
  readonly rows: readonly EventRow[];
}

// ------------------------------------------------------------------ changes

/** Where a value differs: names of fields, and in lists `[2]` (position), `@address=0x...` (key) or `#order` (of the keys). */
export interface Change {
  readonly path: readonly string[];
  /** Left out: it was not there, it is not there any more. */
  readonly from?: unknown;
  readonly to?: unknown;
}

/** What turns one record into another, and back. */
export interface Delta {
  readonly changes: readonly Change[];
}
