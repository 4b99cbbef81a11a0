/**
 * A run with its whole history, under a debugger: build, timeline, stops, breakpoints, questions, commands and views put together. Worker, command
 * line and tests drive this one object. No clock of its own, no thread, no promise: everything long is a Task that its caller works through in slices.
 *
 * The shown instant is where the main cursor is; motions, seeks, typed input and knobs move or change it, one at a time. Whatever only asks (views of
 * other instants, questions) works on cursors of its own and may be interleaved with them.
 */
import { done, type Task } from './base/task.ts';
import type { CommandResult } from './commands/command.ts';
import { CommandLine } from './commands/command-line.ts';
import { type Completion, complete } from './commands/completion.ts';
import type { CommandHost } from './commands/host.ts';
import { mapTask } from './commands/tasks.ts';
import type { FocusOptions } from './debugger/context.ts';
import { stopReportAt } from './debugger/stops/report.ts';
import { Stops } from './debugger/stops/stops.ts';
import type { Kernel } from './kernel/kernel.ts';
import { createLab } from './lab.ts';
import { CursorPool } from './lab-cursors.ts';
import type { BuildReport, LabConfig } from './protocol/lab-api.ts';
import type { At, BranchInfo, MoveRequest, StopReport } from './protocol/time.ts';
import type { Read, ViewKind, ViewQueryOf, ViewRecord } from './protocol/views.ts';
import type { Cursor } from './timeline/cursor.ts';
import type { Knob, TimelineLog } from './timeline/log.ts';
import { type Output, Timeline, type TimelineOptions } from './timeline/timeline.ts';
import type { TraceQuery } from './timeline/trace-store.ts';
import type { DecodedEvent } from './trace/recorder.ts';
import { viewOf } from './views/table.ts';

/** Where a host may tune what history costs; nothing of it changes what the machine does. */
export type SessionOptions = Pick<TimelineOptions, 'checkpointBytes' | 'traceBytes' | 'clock' | 'checkpointMs'>;

export class LabSession implements CommandHost {
  /** Whose registers, stack and scope are meant; every motion resets it. */
  focus: FocusOptions = {};

  private readonly lab = createLab();
  private limits: TimelineOptions['limits'] = { ns: Number.POSITIVE_INFINITY, instructions: Number.POSITIVE_INFINITY };
  private history: { timeline: Timeline; stops: Stops; cursors: CursorPool } | undefined;
  private readonly commands = new CommandLine(this);

  constructor(private readonly options: SessionOptions = {}) {}

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
    return this.parts.stops.move(request);
  }

  seek(at: At): Task<StopReport> {
    this.focus = {};
    const { timeline } = this;
    return mapTask(timeline.seek(timeline.main, at), () => this.report());
  }

  /** The shown instant as a stop that nothing but a seek led to. */
  report(): StopReport {
    const { main } = this.timeline;
    const end = main.isFinal ? this.timeline.branch(main.at.branch).end : undefined;
    return stopReportAt(main, 'sought', { end });
  }

  /** Types this at the shown instant; in the past that forks. Returns the branch now shown. */
  input(text: string): number {
    return this.timeline.input(new TextEncoder().encode(text));
  }

  knob(knob: Knob): number {
    return this.timeline.knob(knob);
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
