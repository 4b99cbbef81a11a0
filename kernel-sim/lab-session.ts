/**
 * A run with its whole history, under a debugger: build, timeline, stops, breakpoints, questions, commands and views put together. Worker, command
 * line and tests drive this one object. No clock of its own, no thread, no promise: everything long is a Task that its caller works through in slices.
 *
 * The shown instant is where the main cursor is; motions, seeks, typed input and knobs move or change it, one at a time. Whatever only asks (views of
 * other instants, questions) works on cursors of its own and may be interleaved with them.
 */
import { done, mapTask, type Task, thenTask } from './base/task.ts';
import type { CommandResult } from './commands/command.ts';
import { CommandLine } from './commands/command-line.ts';
import { type Completion, complete } from './commands/completion.ts';
import type { CommandHost } from './commands/host.ts';
import type { FocusOptions } from './debugger/context.ts';
import { ListHits } from './debugger/stops/list-hits.ts';
import { stopReportAt } from './debugger/stops/report.ts';
import { Stops } from './debugger/stops/stops.ts';
import type { Kernel } from './kernel/kernel.ts';
import { createLab, type RingZeroLab } from './lab.ts';
import type { LabBuilder } from './lab-build.ts';
import { moveToChange } from './lab-change.ts';
import { CursorPool } from './lab-cursors.ts';
import type { BuildReport, LabConfig } from './protocol/lab-api.ts';
import type { BreakpointHits } from './protocol/questions.ts';
import type { At, BranchInfo, MoveRequest, StopReport } from './protocol/time.ts';
import type { Read, ViewKind, ViewQueryOf, ViewRecord } from './protocol/views.ts';
import type { Cursor } from './timeline/cursor.ts';
import { TimelineError } from './timeline/errors.ts';
import type { Knob, TimelineLog } from './timeline/log.ts';
import { type Output, Timeline, type TimelineOptions } from './timeline/timeline.ts';
import type { TraceQuery } from './timeline/trace-store.ts';
import type { DecodedEvent } from './trace/recorder.ts';
import { viewOf } from './views/table.ts';

/** Where a host may tune what history costs; nothing of it changes what the machine does. */
export type HistoryOptions = Pick<
  TimelineOptions,
  'checkpointBytes' | 'traceBytes' | 'clock' | 'checkpointMs' | 'echoesInput'
>;

export interface SessionOptions extends HistoryOptions {
  /** That of the host, where several sessions follow each other; else one of its own. */
  readonly builder?: LabBuilder;
}

export class LabSession implements CommandHost {
  /** Whose registers, stack and scope are meant; every motion resets it. */
  focus: FocusOptions = {};

  private readonly lab: RingZeroLab;
  private readonly options: HistoryOptions;
  private limits: TimelineOptions['limits'] = { ns: Number.POSITIVE_INFINITY, instructions: Number.POSITIVE_INFINITY };
  private history: { timeline: Timeline; stops: Stops; cursors: CursorPool } | undefined;
  private readonly commands = new CommandLine(this);

  constructor({ builder, ...options }: SessionOptions = {}) {
    this.lab = createLab(builder);
    this.options = options;
  }

  /** Compiles everything; all errors at once. */
  build(config: LabConfig): BuildReport {
    this.limits = { ns: config.limitNs, instructions: config.limitInstructions };
    return this.lab.build(config);
  }

  /** Boots the last good build; the session then stands at instant 0. Breakpoints stay. */
  start(): void {
    this.adopt(new Timeline(this.timelineOptions()));
  }

  /** Makes the history that a log tells of again, after the same build, and goes to the instant that was shown. */
  resume(log: TimelineLog): Task<void> {
    return mapTask(Timeline.resume(this.timelineOptions(), log), (timeline) => this.adopt(timeline));
  }

  get timeline(): Timeline {
    return this.parts.timeline;
  }

  get at(): At {
    return this.timeline.main.at;
  }

  get kernel(): Kernel {
    return this.timeline.main.kernel;
  }

  get branches(): readonly BranchInfo[] {
    return this.timeline.branches;
  }

  get breakpoints(): Stops['breakpoints'] {
    return this.parts.stops.breakpoints;
  }

  /** Plain data from which `resume` comes to the same place. */
  log(): TimelineLog {
    return this.timeline.log();
  }

  move(request: MoveRequest): Task<StopReport> {
    this.focus = {};
    const { motion, direction, follow } = request;
    if (motion.kind === 'change') return moveToChange(this, { views: motion.views, direction, follow });
    return this.parts.stops.move(request);
  }

  /** What may be done while nothing else is, so that later asks are answered sooner; undefined: nothing. */
  warmUp(): Task<unknown> | undefined {
    return this.parts.stops.warmUp();
  }

  /** Shows another instant. What an open branch has not recorded yet is run, as far as that goes. */
  seek(at: At): Task<StopReport> {
    this.focus = {};
    const { timeline } = this;
    const branch = timeline.branches.find(({ id }) => id === at.branch);
    if (!branch || branch.end || at.instant <= branch.head) {
      return mapTask(timeline.seek(timeline.main, at), () => this.report());
    }
    const head = timeline.seek(timeline.main, { branch: at.branch, instant: branch.head });
    const run = thenTask(head, () => new RunTask(timeline.main, at.instant));
    return mapTask(run, () => this.report(at.instant));
  }

  /** The shown instant as a stop that nothing but a seek led to; `wanted` may lie behind where the run came to. */
  report(wanted = this.at.instant): StopReport {
    const { main } = this.timeline;
    const { branch, instant } = main.at;
    const end = main.isFinal ? this.timeline.branch(branch).end : undefined;
    if (instant >= wanted) return stopReportAt(main, 'sought', { end });
    const text = `instant ${wanted} was not reached`;
    return stopReportAt(main, end ? 'end' : 'input', { end, text });
  }

  /** Types this at the shown instant; in the past that forks. Returns the branch now shown. */
  input(text: string): number {
    if (this.timeline.main.isFinal) {
      throw new TimelineError('the run is over: nobody reads what is typed now; go back to an instant before its end');
    }
    return this.timeline.input(new TextEncoder().encode(text));
  }

  knob(knob: Knob): number {
    return this.timeline.knob(knob);
  }

  dropBranch(id: number): void {
    this.timeline.dropBranch(id);
  }

  output(): Output {
    return this.timeline.output(this.at);
  }

  events(query: Omit<TraceQuery, 'branch'>): Task<readonly DecodedEvent[]> {
    return this.timeline.trace.events({ ...query, branch: this.at.branch });
  }

  /** Works on a question about the past with a machine that is not the shown one. */
  ask<T>(question: (timeline: Timeline, cursor: Cursor) => Task<T>): Task<T> {
    const { timeline, cursors } = this.parts;
    return cursors.lend((cursor) => question(timeline, cursor));
  }

  /** Every hit of the breakpoints on a branch, as they are now. */
  breakpointHits(branch: number): Task<BreakpointHits> {
    const breakpoints = this.breakpoints.enabled();
    return this.ask((timeline, cursor) => new ListHits(timeline, cursor, breakpoints, branch));
  }

  /** A view of any instant; of the shown one without going anywhere. */
  view<K extends ViewKind>(query: ViewQueryOf<K>, at: At = this.at): Task<Read<ViewRecord<K>>> {
    const { main } = this.timeline;
    if (at.branch === main.at.branch && at.instant === main.at.instant) return done(viewOf<K>(main.kernel, query));
    return this.ask((timeline, cursor) => mapTask(timeline.seek(cursor, at), () => viewOf<K>(cursor.kernel, query)));
  }

  /** Carries out a line of debugger commands. */
  execute(line: string): Task<readonly CommandResult[]> {
    return this.commands.execute(line);
  }

  complete(line: string, cursor: number): Completion {
    return complete(line, cursor, this);
  }

  private get parts() {
    if (!this.history) throw new Error('not started');
    return this.history;
  }

  private timelineOptions(): TimelineOptions {
    const { lab, limits, options } = this;
    return { ...options, boot: (strings) => lab.boot(strings), limits };
  }

  private adopt(timeline: Timeline): void {
    const kept = this.history?.stops.breakpoints.export() ?? [];
    const stops = new Stops(timeline);
    stops.breakpoints.import(kept);
    this.focus = {};
    this.history = { timeline, stops, cursors: new CursorPool(timeline) };
  }
}

/** Runs a cursor on, to an instant or as far as it goes. */
class RunTask implements Task<void> {
  readonly result = undefined;
  readonly #from: number;
  #isDone = false;

  constructor(
    private readonly cursor: Cursor,
    private readonly to: number,
  ) {
    this.#from = cursor.at.instant;
  }

  get progress(): number {
    return this.#isDone ? 1 : (this.cursor.at.instant - this.#from) / (this.to - this.#from);
  }

  step(instructions: number): boolean {
    const target = Math.min(this.to, this.cursor.at.instant + instructions);
    this.#isDone = this.cursor.run(target) !== 'target' || target === this.to;
    return this.#isDone;
  }
}
