/**
 * What the page and the lab's worker say to each other. Plain data; the page imports nothing else of the simulator.
 *
 * An ask is a command (changes state) or a query (only looks: pure at an `At`), each with a number of its sender's choice; every ask gets exactly
 * one reply with that number. Events flow out. A run is named by the number that its command chose; events of an earlier run may still
 * arrive and are to be ignored. Motions go one after another; a seek supersedes whatever moves or waits to move.
 */
import type { CheckSpec } from './checks.ts';
import type { BuildReport, LabConfig, TraceEvent } from './lab-api.ts';
import type { JudgeReport, LaneColumns, LinesRun, Situation, SourceFile, SourceText, Stretch } from './page-queries.ts';
import type {
  BreakpointHits,
  Calls,
  CallsRequest,
  ExpressionHistory,
  HistoryRequest,
  IrpHistory,
  LastWrites,
  LastWritesRequest,
  PoolHistory,
  Suspects,
} from './questions.ts';
import type { Address, At, BranchInfo, BreakpointInfo, BreakpointSpec, MoveRequest, StopReport } from './time.ts';
import type { Delta, EventsView, OutputView, ViewQuery, ViewResult } from './views.ts';

// ------------------------------------------------------------------ commands

/** What to build and run; whatever is left out has the lab's own default. */
export type RunRequest = Pick<LabConfig, 'drivers' | 'apps'> & Partial<Omit<LabConfig, 'resolveInclude'>>;

/** What a worker needs to come to the same place as another one that had the same request: small, plain, kept by the page. */
export interface SavedRun {
  /** Inputs, knobs and branches, as JSON; nobody but a worker looks into it. */
  readonly log: object;
  readonly breakpoints: readonly BreakpointInfo[];
  /** The instant shown; where it was before, while something moves. */
  readonly at: At;
  /** A run goes on by itself from there, now or when something is typed. */
  readonly goesOn: boolean;
}

export interface Knob {
  readonly name: 'nsPerInstruction' | 'seed';
  readonly value: number;
}

/** How a motion came out. `superseded`: the machine was sent elsewhere before it had come to a stop. */
export type MoveAnswer =
  | { readonly outcome: 'stopped'; readonly report: StopReport }
  | { readonly outcome: 'superseded' };

/** What one debugger command says. */
export interface CommandReply {
  /** As it was typed. */
  readonly command: string;
  readonly text: string;
  readonly stop?: StopReport;
  /** What the text was made from. */
  readonly records?: unknown;
  /** What came up on the way of a motion that went forward, in order. */
  readonly printed?: readonly { readonly kind: 'console' | 'debug' | 'note'; readonly text: string }[];
  /** An assertion does not hold. */
  readonly failed?: true;
  /** A mistake in the command: nothing was done. The span is one of the line. */
  readonly error?: {
    readonly text: string;
    readonly span: { readonly start: number; readonly end: number } | undefined;
  };
}

interface RunAsks {
  readonly run: number;
  readonly request: RunRequest;
  /** `end`: runs on at once, to a breakpoint or the end, as a `moved` event tells; `boot`: stays at instant 0. */
  readonly until: 'end' | 'boot';
}

export interface CommandKinds {
  /** Builds, and if that succeeds boots. Ends what ran before. */
  run: { asks: RunAsks; is: BuildReport };
  /** The same, and then comes to where another worker was; goes on from there if that did and `until` is `end`. */
  recover: { asks: RunAsks & { readonly saved: SavedRun }; is: BuildReport };
  /** Ends what is under way; a run that waits for input will not go on by itself. Its history stays. */
  stop: { asks: object; is: null };
  /** The motion under way stops: where it is, or where it began if it has not come further than that. */
  pause: { asks: object; is: At };
  move: { asks: { readonly request: MoveRequest }; is: MoveAnswer };
  seek: { asks: { readonly at: At }; is: MoveAnswer };
  /** Typed at the shown instant; one in the past forks. A run that waits for it goes on. */
  input: { asks: { readonly text: string }; is: At };
  knob: { asks: { readonly knob: Knob }; is: At };
  'add-breakpoint': { asks: { readonly spec: BreakpointSpec }; is: BreakpointInfo };
  'remove-breakpoint': { asks: { readonly breakpoint: number }; is: null };
  'enable-breakpoint': { asks: { readonly breakpoint: number; readonly enabled: boolean }; is: null };
  /** These and no others; if one cannot be, nothing changes. */
  'set-breakpoints': { asks: { readonly specs: readonly BreakpointSpec[] }; is: readonly BreakpointInfo[] };
  /** A line of debugger commands. */
  command: { asks: { readonly line: string }; is: readonly CommandReply[] };
  /** Which views of the shown instant are wanted from now on; `views` events tell how they change. */
  'watch-views': { asks: { readonly views: readonly ViewQuery[] }; is: null };
  'drop-branch': { asks: { readonly branch: number }; is: null };
}

// ------------------------------------------------------------------ queries

/** `story`: what a reader of a request needs, from the first driver or program on; `all`: everything. */
export type TracePreset = 'story' | 'all';

/** Which trace events of the shown branch are wanted: those of the preset whose name contains the filter. */
export interface TraceWindow {
  readonly preset: TracePreset;
  readonly filter: string;
  readonly from: number;
  readonly count: number;
}

/** An event with words for it. */
export interface TraceRow {
  readonly event: TraceEvent;
  /** What happened, in one line. */
  readonly summary: string;
  /** The same as one plain sentence that stands by itself (trace/sentences.ts). */
  readonly sentence: string;
  /** What an event of this name means. */
  readonly meaning: string;
  /** Image name of the process it happened in, '' if there is none. */
  readonly process: string;
}

export interface TraceRows {
  /** How many events match the preset and the filter. */
  readonly total: number;
  readonly from: number;
  readonly rows: readonly TraceRow[];
}

/** Events with from <= instant < to; the branch shown if none is named. */
export interface TraceRange {
  readonly branch?: number;
  readonly from: number;
  readonly to: number;
  /** All if left out. */
  readonly kinds?: readonly string[];
}

/** Many events, a column a property, without their fields: to be drawn. The columns are transferred. */
export interface TraceColumns {
  /** Names of the kinds that `kind` counts. */
  readonly kinds: readonly string[];
  readonly kind: Uint8Array;
  readonly instant: Float64Array;
  /** Simulated ns. */
  readonly t: Float64Array;
  readonly cpu: Uint8Array;
  readonly tid: Uint32Array;
  readonly pid: Uint32Array;
}

export interface Completion {
  /** What a candidate takes the place of. */
  readonly span: { readonly start: number; readonly end: number };
  readonly candidates: readonly { readonly text: string; readonly help: string }[];
}

export interface SessionStats {
  readonly checkpoints: number;
  readonly checkpointBytes: number;
  readonly traceBytes: number;
  readonly evictedChunks: number;
}

/** `at` left out: the instant shown. */
export interface QueryKinds {
  views: { asks: { readonly at?: At; readonly views: readonly ViewQuery[] }; is: readonly ViewResult[] };
  /** Of the trace, with words; `backward`: newest first, from `to` down. */
  events: { asks: TraceRange & { readonly limit?: number; readonly backward?: boolean }; is: EventsView };
  'trace-rows': { asks: { readonly window: TraceWindow }; is: TraceRows };
  /** How many of its rows come before a state, all windows taken together. */
  'trace-place': {
    asks: Pick<TraceWindow, 'preset' | 'filter'> & { readonly instant: number };
    is: { readonly before: number };
  };
  'trace-columns': { asks: TraceRange; is: TraceColumns };
  output: { asks: { readonly at?: At }; is: OutputView };
  /** What an onlooker of the instant would point at: the request, the event before and the one after. */
  situation: { asks: { readonly at?: At }; is: Situation };
  /** What each CPU did between two instants; at most so many pieces a CPU (4,000 by default), short ones taken together. */
  lanes: {
    asks: { readonly branch?: number; readonly from: number; readonly to: number; readonly pieces?: number };
    is: LaneColumns;
  };
  /** What the CPUs spent the time between two instants on, summed up. */
  stretch: { asks: { readonly branch?: number; readonly from: number; readonly to: number }; is: Stretch };
  /** Which lines of a file were reached on the branch shown, and when first. */
  'lines-run': { asks: { readonly file: string; readonly branch?: number }; is: LinesRun };
  /** Every source file of the run, the learner's and the lab's own. */
  'source-files': { asks: object; is: readonly SourceFile[] };
  'source-text': { asks: { readonly file: string; readonly image?: string }; is: SourceText };
  /** Builds and runs these sources under each seed, apart from the run that is shown (none is needed), and judges them. */
  judge: {
    asks: {
      readonly request: RunRequest;
      readonly checks: readonly CheckSpec[];
      /** Run values (kernel-sim/checks/parser.ts), as predictions ask for them. */
      readonly values: readonly string[];
      readonly seeds: readonly number[];
    };
    is: JudgeReport;
  };
  'last-writes': { asks: { readonly request: LastWritesRequest }; is: LastWrites };
  'expression-history': { asks: { readonly request: HistoryRequest }; is: ExpressionHistory };
  'pool-history': { asks: { readonly request: { readonly address: Address; readonly at: At } }; is: PoolHistory };
  calls: { asks: { readonly request: CallsRequest }; is: Calls };
  'irp-history': { asks: { readonly request: { readonly irp: Address; readonly at: At } }; is: IrpHistory };
  /** Every hit of the breakpoints that are enabled, on the branch shown as far as it is recorded. */
  'breakpoint-hits': { asks: { readonly branch?: number }; is: BreakpointHits };
  /** What in the past led to how a run ended; `at` is its end. */
  suspects: { asks: { readonly at: At }; is: Suspects };
  /** At the instant shown, of a command line with the cursor there. */
  completion: { asks: { readonly line: string; readonly cursor: number }; is: Completion };
  branches: { asks: object; is: readonly BranchInfo[] };
  breakpoints: { asks: object; is: readonly BreakpointInfo[] };
  /** Where the shown instant is. */
  position: { asks: object; is: StopReport };
  saved: { asks: object; is: SavedRun };
  stats: { asks: object; is: SessionStats };
  /** Over all state of the machine; 16 hex digits. */
  'state-hash': { asks: { readonly at?: At }; is: string };
}

// ------------------------------------------------------------------ messages to the worker

export type CommandKind = keyof CommandKinds;
export type QueryKind = keyof QueryKinds;
type AskKinds = CommandKinds & QueryKinds;
export type AskKind = keyof AskKinds;
export type AskOf<K extends AskKind> = { readonly kind: K } & AskKinds[K]['asks'];
export type AnswerTo<K extends AskKind> = AskKinds[K]['is'];
export type Ask = { [K in AskKind]: AskOf<K> }[AskKind];

export type LabMessage =
  | { readonly kind: 'ask'; readonly id: number; readonly ask: Ask }
  /** The answer is no longer wanted; the reply then is an error, unless it had been sent. */
  | { readonly kind: 'cancel'; readonly id: number };

// ------------------------------------------------------------------ events

/** Where the machine is. */
export interface Progress {
  readonly instant: number;
  /** Simulated nanoseconds. */
  readonly time: number;
  /** Events that can be asked for. */
  readonly events: number;
  /** Nothing can go on until a line is typed. */
  readonly waitsForInput: boolean;
}

/** One watched view, by its place in the list: as a whole, or what changed in its record. */
export type ViewChange =
  | { readonly view: number; readonly whole: ViewResult }
  | { readonly view: number; readonly delta: Delta };

export type LabEvent =
  /** The worker is loaded and takes asks. */
  | { readonly kind: 'ready' }
  | { readonly kind: 'reply'; readonly id: number; readonly answer: unknown }
  /** In plain words: why there is no answer. */
  | { readonly kind: 'refusal'; readonly id: number; readonly problem: string }
  /** How much of an ask is done, 0 to 1; of those that take long. */
  | { readonly kind: 'working'; readonly id: number; readonly done: number }
  | { readonly kind: 'diagnostics'; readonly run: number; readonly report: BuildReport }
  /** What stands printed at the shown instant: of what was told before, so much stays, and this follows it. */
  | {
      readonly kind: 'output';
      readonly run: number;
      readonly keep: { readonly console: number; readonly debug: number; readonly notes: number };
      readonly console: string;
      readonly debug: string;
      readonly notes: readonly string[];
      readonly progress: Progress;
    }
  /** The shown instant is another one, and nothing moves any more. All output up to there was sent before. */
  | { readonly kind: 'moved'; readonly run: number; readonly report: StopReport }
  /**
   * Watched views that are not as they were told last. Of those at `from`; undefined: all are whole, and `queries` says what they are of. `view` in the
   * changes counts in the queries that were told last.
   */
  | {
      readonly kind: 'views';
      readonly run: number;
      readonly at: At;
      readonly from: At | undefined;
      readonly queries: readonly ViewQuery[] | undefined;
      readonly changes: readonly ViewChange[];
    }
  | { readonly kind: 'branches'; readonly run: number; readonly branches: readonly BranchInfo[] }
  | { readonly kind: 'breakpoints'; readonly run: number; readonly breakpoints: readonly BreakpointInfo[] }
  /** For another worker, should this one die. */
  | { readonly kind: 'saved'; readonly run: number; readonly saved: SavedRun }
  /** A defect of the lab; the worker is to be replaced. */
  | { readonly kind: 'defect'; readonly text: string }
  /** Nothing is worked on and nothing waits to be. */
  | { readonly kind: 'idle' };
