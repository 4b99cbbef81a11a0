/**
 * The lab as its drivers see it (worker adapter, command line, tests): `kernel-sim/lab.ts` implements `Lab`.
 * Plain data in, plain data out; nothing here touches the DOM, Node or the clock.
 */

export interface SourceText {
  /** Name shown in messages, as the user gave it. */
  name: string;
  text: string;
}

export interface DriverSpec {
  /** Service name, `thermo` -> `\Driver\thermo`, image thermo.sys. */
  name: string;
  sources: SourceText[];
}

export interface AppSpec {
  /** Image name `app.exe`. */
  name: string;
  sources: SourceText[];
}

export interface LabConfig {
  drivers: DriverSpec[];
  /** Images only put beside the program (`--image`), not loaded. */
  images: DriverSpec[];
  /** Run in this order, or all at once. */
  apps: AppSpec[];
  parallel: boolean;
  /** Arguments of the last program (argv[1]...). */
  args: string[];
  /** Headers of the learner by path, beside the lab's own. `-I` directories are resolved by the caller: key = name as included. */
  headers: Record<string, string>;
  /** Resolves an include that is neither in `headers` nor a lab header; CLI: reads -I directories and the including file's own. */
  resolveInclude?: (name: string, from: string) => SourceText | undefined;
  defines: string[];
  /** 'windows' programs use windows.h; 'plain' is `lab cc`, 'gnu' is `lab cc --gnu`. */
  dialect: 'windows' | 'plain' | 'gnu';
  cpus: number;
  seed: number;
  ramBytes: number;
  /** Room for the stack of a program's first thread; 1 MB, as Windows gives, if left out. */
  stackBytes?: number;
  /** Kernel debugger present: breakpoints and failed assertions stop with a note and go on; absent: they are exceptions. */
  debugger: boolean;
  /** Simulated time limit in ns, and instruction limit (Infinity: none). */
  limitNs: number;
  limitInstructions: number;
  /** Typed input, available from the start. */
  stdin: string;
  /** More input may come (`Lab.input`): a program that waits for it does not hang. */
  interactive: boolean;
}

export const DEFAULT_CONFIG: Omit<LabConfig, 'drivers' | 'apps'> = {
  images: [],
  parallel: false,
  args: [],
  headers: {},
  defines: [],
  dialect: 'windows',
  cpus: 2,
  seed: 1,
  ramBytes: 16 * 1024 * 1024,
  debugger: true,
  limitNs: 60e9,
  limitInstructions: Number.POSITIVE_INFINITY,
  stdin: '',
  interactive: false,
};

export interface BuildMessage {
  severity: 'error' | 'warning' | 'note';
  id: string;
  text: string;
  file: string;
  /** 1-based. */
  line: number;
  col: number;
  endLine: number;
  endCol: number;
}

export interface BuildReport {
  ok: boolean;
  messages: BuildMessage[];
  /** Statements compiled (all units of the learner). */
  statements: number;
}

/** Why a run ended. `exitCode` is what the command exits with (design section 7). */
export type RunEnd =
  | { kind: 'exit'; exitCode: number; status: number; text?: string } // last program's own code: low 8 bits, and all 32; text: a program that was not started
  | { kind: 'bugcheck'; exitCode: 121; bugcheck: BugCheckReport }
  | { kind: 'limit'; exitCode: 122; text: string } // names the function that was running
  | { kind: 'hang'; exitCode: 122; text: string; waits: string[] } // nothing can ever run again: who waits for what
  | { kind: 'driver-failed'; exitCode: 123; driver: string; status: number; statusName: string; text: string }
  | { kind: 'exception'; exitCode: 124; process: string; code: number; codeName: string; text: string }
  | { kind: 'internal'; exitCode: 125; text: string };

export interface BugCheckReport {
  code: number;
  name: string;
  /** 16 hex digits each, no prefix. */
  parameters: [string, string, string, string];
  /** Plain words: what happened, where (routine, file, line), why. */
  explanation: string[];
  /** Call stack, innermost first: `thermo!DispatchControl+0x30 (driver.c:41)`. */
  stack: string[];
}

export interface RunState {
  /** Undefined while it can go on. */
  end: RunEnd | undefined;
  instant: number;
  /** Simulated ns. */
  time: number;
}

/** One decoded trace event (for JSON and lists; chunks are the transport). */
export interface TraceEvent {
  instant: number;
  seq: number;
  t: number;
  cpu: number;
  tid: number;
  pid: number;
  event: string;
  [field: string]: number | string;
}

export interface Lab {
  /** Compiles everything. All errors at once. */
  build(config: LabConfig): BuildReport;
  /** Boots the machine of the last good build: the scenario (drivers, programs, unload) then runs by itself. */
  start(): void;
  /** Runs at most `instructions` more, or up to the end. Any slicing gives the same machine. */
  run(instructions: number): RunState;
  readonly state: RunState;
  /** The last run came back early: nothing can go on until something is typed. */
  readonly waitsForInput: boolean;
  /** Console and debug output produced since the last call. */
  takeConsole(): string;
  takeDebug(): string;
  /** Notes of the headless debugger (breakpoint passed, assertion failed ...). */
  takeNotes(): string[];
  /** Trace events since the last call, as a transferable chunk, and the decoder. */
  takeTrace(): Uint32Array;
  decodeTrace(chunk: Uint32Array): TraceEvent[];
  /** `driver!Routine` or `driver!Variable` at a kernel address of the trace (`0x` and 16 hex digits); '' if it has no name. */
  nameAt(address: string): string;
  /** 64-bit hash over all state, 16 hex digits. */
  stateHash(): string;
  traceDigest(): string;
  /** Typed input while running. */
  input(text: string): void;
  /** Another lab of the same build, to be started and run on its own (replay checks). */
  twin(): Lab;
}
