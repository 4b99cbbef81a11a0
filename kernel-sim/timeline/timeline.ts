/**
 * The history of a run: every instant of it can be reached again, forwards and backwards, by checkpoint and replay. What the host does to
 * the machine (typed input, knobs) is logged by instant; done in the past it begins another branch, and both stay.
 *
 * One timeline belongs to one build. `main` is the cursor that makes history; others look at it. Nothing here is state of the machine: a
 * machine run from boot with the same log comes to the same bytes and the same trace.
 */
import { finish, type Task } from '../base/task.ts';
import type { Kernel } from '../kernel/kernel.ts';
import type { At, BranchInfo } from '../protocol/time.ts';
import type { TraceStrings } from '../trace/recorder.ts';
import { Cursor } from './cursor.ts';
import { TimelineError } from './errors.ts';
import type { RunLimits } from './execution.ts';
import { History } from './history.ts';
import { inputText, type Knob, type LogEntry, type TimelineLog } from './log.ts';
import type { OutputLengths } from './output.ts';
import { ResumeTask } from './resume.ts';
import { SeekTask } from './seek.ts';
import type { TraceStore } from './trace-store.ts';

export interface TimelineOptions {
  /** A fresh machine of this build at instant 0, its trace interned in `strings`; always the same. Called once for each cursor. */
  boot(strings: TraceStrings): Kernel;
  readonly limits: RunLimits;
  /** Bytes that checkpoints may take; 192 MiB. */
  readonly checkpointBytes?: number;
  /** Bytes of trace that are kept; what is beyond is made again by replay; 64 MiB. */
  readonly traceBytes?: number;
  /** Host milliseconds, to measure replay: decides where checkpoints stand, never what the machine does. Default: instructions / 50,000. */
  readonly clock?: () => number;
  /** Milliseconds of replay between two checkpoints of a recording; 10. */
  readonly checkpointMs?: number;
  /** What is typed stands in the console's text too, from its instant on, as on a terminal; default: only what programs print. */
  readonly echoesInput?: boolean;
}

/** What was printed. */
export interface Output {
  readonly console: string;
  readonly debug: string;
  readonly notes: readonly string[];
}

export interface TimelineStats {
  readonly checkpoints: number;
  readonly checkpointBytes: number;
  readonly traceBytes: number;
  readonly evictedChunks: number;
}

const NOTHING: OutputLengths = { console: 0, debug: 0, notes: 0 };

export class Timeline {
  /** The cursor that records. */
  readonly main: Cursor;
  private readonly history: History;

  constructor(options: TimelineOptions) {
    this.history = new History({
      boot: (strings) => options.boot(strings),
      limits: options.limits,
      checkpointBytes: options.checkpointBytes ?? 192 << 20,
      traceBytes: options.traceBytes ?? 64 << 20,
      clock: options.clock,
      checkpointMs: options.checkpointMs ?? 10,
      echoesInput: options.echoesInput ?? false,
    });
    const root = this.history.begin(undefined, 0, 'boot');
    this.main = new Cursor(this.history, root, true);
    this.history.cursors.add(this.main);
  }

  /** Another worker's history made again: same build, same options. The task throws TimelineError if the log is none of this build. */
  static resume(options: TimelineOptions, log: TimelineLog): Task<Timeline> {
    const timeline = new Timeline(options);
    return new ResumeTask(timeline, timeline.history, log);
  }

  /** Those that were not dropped, in the order they began. */
  get branches(): readonly BranchInfo[] {
    return [...this.history.branches.values()].filter((branch) => !branch.isDropped).map((branch) => branch.info);
  }

  branch(id: number): BranchInfo {
    return this.history.branch(id).info;
  }

  get trace(): TraceStore {
    return this.history.trace;
  }

  /** Of every cursor's trace. */
  get strings(): TraceStrings {
    return this.history.strings;
  }

  /** Another machine over the same checkpoints, at boot; it never records. Close it when it is not needed any more. */
  newCursor(): Cursor {
    return this.history.newCursor(this.main.branch);
  }

  /** Why this cannot be sought, in plain words; undefined: it can. */
  problemWith(at: At): string | undefined {
    return this.history.problemWith(at);
  }

  /**
   * Sends a cursor there. Throws TimelineError if that cannot be. A new seek of the same cursor, or a run of it, supersedes this one,
   * whose next step then throws Superseded. The head of a branch that has ended is the final state.
   */
  seek(cursor: Cursor, at: At): Task<void> {
    return new SeekTask(this.history, cursor, at);
  }

  /**
   * Typed input where the main cursor stands, applied when going on from there. At the open head of its branch it is appended,
   * anywhere else it begins a branch. Returns the branch that is current then.
   */
  input(bytes: Uint8Array): number {
    if (bytes.length === 0) return this.main.branch.id;
    const { instant } = this.main.at;
    const text = inputText(bytes);
    return this.enter({ instant, input: text }, `typed ${JSON.stringify(text)}`);
  }

  /** The same for a knob. Throws TimelineError for a value that it cannot have. */
  knob(knob: Knob): number {
    const problem = knobProblem(knob);
    if (problem !== undefined) throw new TimelineError(problem);
    const { instant } = this.main.at;
    return this.enter({ instant, knob: { name: knob.name, value: knob.value } }, `${knob.name} = ${knob.value}`);
  }

  /** Forgets a branch; what other branches share with it stays. Throws TimelineError for the one that the main cursor is on. */
  dropBranch(id: number): void {
    const branch = this.history.branch(id);
    if (branch === this.main.branch) {
      throw new TimelineError(`branch ${id} is the one that is shown: go to another one before it is dropped`);
    }
    this.history.drop(branch);
  }

  /** Greatest instant <= at.instant with a checkpoint on the way of that branch; 0 at least. */
  checkpointBefore(at: At): number {
    return this.history.checkpoints.before(this.history.branch(at.branch), at.instant).instant;
  }

  /**
   * History just before `to` is going to be walked backwards: when this cursor next replays [from, to) it leaves checkpoints there, closer
   * and closer towards `to`. To be called when it stands at `from` (a seek forgets it).
   */
  densify(cursor: Cursor, from: number, to: number): void {
    cursor.mark(this.history.marksBefore(cursor.branch, from, to));
  }

  /** Everything printed up to an instant, or what came after so much of it. */
  output(at: At, after: OutputLengths = NOTHING): Output {
    const { output } = this.history.branch(at.branch);
    const to = this.outputLengths(at);
    return {
      console: output.console.slice(after.console, to.console),
      debug: output.debug.slice(after.debug, to.debug),
      notes: output.notes.slice(after.notes, to.notes),
    };
  }

  outputLengths({ branch: id, instant }: At): OutputLengths {
    const branch = this.history.branch(id);
    // The last step of a run may print without retiring: its state is the final one.
    return branch.output.lengths(branch.end && instant >= branch.head ? Number.POSITIVE_INFINITY : instant);
  }

  stats(): TimelineStats {
    const { checkpoints, trace } = this.history;
    return {
      checkpoints: checkpoints.count,
      checkpointBytes: checkpoints.bytes,
      traceBytes: trace.bytes,
      evictedChunks: trace.evicted,
    };
  }

  /** Plain data from which `resume` comes to the same place. */
  log(): TimelineLog {
    const branches = [...this.history.branches.values()].map((branch) => {
      const { children, isDropped: dropped, ownEntries: entries } = branch;
      // Of a dropped one only the way to the last fork is needed.
      const way = dropped ? { head: Math.max(...children.map((child) => child.fork)), end: undefined } : {};
      return { ...branch.info, ...way, dropped, entries };
    });
    return { branches, nextBranch: this.history.nextBranch, at: this.main.at };
  }

  private enter(entry: LogEntry, cause: string): number {
    const { history, main } = this;
    if (main.isTravelling) throw new TimelineError('the machine is on its way to another instant');
    let { branch } = main;
    if (branch.end || entry.instant < branch.head) {
      branch = history.begin(branch, entry.instant, `${cause} at instant ${entry.instant}`);
      // From a final state that is a way back: it is another than the one before a last step that retired nothing.
      finish(new SeekTask(history, main, { branch: branch.id, instant: entry.instant }));
      main.beginBranch(branch);
    }
    branch.entries.push(entry);
    return branch.id;
  }
}

function knobProblem({ name, value }: Knob): string | undefined {
  switch (name) {
    case 'nsPerInstruction':
      if (Number.isInteger(value) && value >= 1 && value <= 1_000_000) return undefined;
      return `an instruction cannot take ${value} ns: 1 to 1000000 is possible`;
    case 'seed':
      if (Number.isSafeInteger(value) && value >= 0) return undefined;
      return `${value} is no seed: a whole number from 0 on is needed`;
    default:
      return `there is no knob ${name}: nsPerInstruction and seed can be changed while the machine runs`;
  }
}
