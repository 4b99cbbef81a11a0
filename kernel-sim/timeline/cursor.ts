/**
 * A machine that moves through history: forward by running, anywhere by a checkpoint and replay. What the host did on the way (typed input,
 * knobs) is applied again at its instants: entries at N when going on from N, so that state N itself is the one before them.
 *
 * One cursor of a timeline records: beyond the head of its branch it makes history. All others replay what was recorded. Between two calls a
 * cursor stands at a pristine instant, or at the final state of a branch (`isFinal`), from which only a checkpoint leads on.
 */

import { seedRandom } from '../base/random.ts';
import type { Kernel } from '../kernel/kernel.ts';
import { appendInput } from '../kernel/session.ts';
import { Mach } from '../machine/layout.ts';
import type { At } from '../protocol/time.ts';
import type { FieldValue } from '../trace/recorder.ts';
import type { EventName } from '../trace/schema.ts';
import type { Watch } from '../vm/watch.ts';
import type { Branch } from './branch.ts';
import { type Checkpoint, Mirror } from './checkpoints.ts';
import { TimelineError } from './errors.ts';
import { Execution, type ExecutionStop, nextTimeCheck } from './execution.ts';
import type { History } from './history.ts';
import { bytesOfInput, type LogEntry } from './log.ts';

/**
 * Why a run came back. `target`: at `to`. `watched`: what the watch is for. `paused`: someone called `pause`. `end`: the branch ends here
 * (`Timeline.branch(id).end`; what was watched or paused for in the last step is told as the end), or, of a cursor that does not record, nothing further was recorded. `input`: nothing can go on until
 * something is typed.
 */
export type CursorStop = ExecutionStop;

/** Replaying so long costs less than going back to a checkpoint. */
const CHEAP_MS = 0.5;

export class Cursor {
  readonly kernel: Kernel;
  /** Hears every event of `run`, recorded or replayed; not those of seeks. What it throws comes out of `run`. */
  listener: ((name: EventName, values: readonly FieldValue[]) => void) | undefined;
  /** Internal to the timeline: the branch that it is on. */
  branch: Branch;
  /** Internal: counts what sends it elsewhere, so that a seek sees that it was superseded. */
  ticket = 0;

  /** Internal: half-way through a seek. */
  isTravelling = false;

  private readonly execution: Execution;
  private readonly mirror: Mirror;
  private final = false;
  private isHeard = false;
  private isRecording = false;
  private pauseRequested = false;
  private failure: { readonly error: unknown } | undefined;
  /** Milliseconds of replay from boot to here. */
  private ms = 0;
  /** The same of the checkpoint that it was last in step with. */
  private checkpointMs = 0;
  /** Instants ahead where it is to leave checkpoints, ascending. */
  private marks: readonly number[] = [];

  /** Made by the timeline. The one that `records` is the first; it leaves the checkpoint at boot. */
  constructor(
    private readonly history: History,
    branch: Branch,
    private readonly records: boolean,
  ) {
    const kernel = history.options.boot(history.strings);
    const { memory } = kernel.machine;
    this.kernel = kernel;
    this.branch = branch;
    this.execution = new Execution(kernel, history.options.limits);
    history.prepare(memory.dirty.length);
    if (records) {
      this.mirror = new Mirror(kernel, history.arena);
      const boot = this.mirror.capture(0);
      boot.pins++;
      history.checkpoints.add(branch, boot);
    } else {
      this.mirror = new Mirror(kernel, history.arena, history.checkpoints.before(branch, 0));
    }
    kernel.trace.keeps = false;
    kernel.trace.listener = (name, values) => this.hear(name, values);
  }

  /** Where it is now (also half-way through a seek). */
  get at(): At {
    return Object.freeze({ branch: this.branch.id, instant: this.kernel.machine.instant });
  }

  /** The state shown is the final one of its branch: nothing runs on from it. */
  get isFinal(): boolean {
    return this.final;
  }

  /** Makes the current run come back after the current instruction. For listeners. */
  pause(): void {
    this.pauseRequested = true;
    this.kernel.vm.pause();
  }

  /**
   * Runs forward, never past `to`, applying logged inputs at their instants. The cursor that records makes history beyond the head of its
   * branch. Long runs: the caller slices by `to`; slicing changes nothing. Running to the head of a branch that has ended leads to its
   * final state.
   */
  run(to: number, watch?: Watch): CursorStop {
    if (this.branch.isDropped) throw new TimelineError(`branch ${this.branch.id} was dropped`);
    this.ticket++;
    this.isTravelling = false;
    this.isHeard = true;
    this.pauseRequested = false;
    this.failure = undefined;
    const stop = this.move(to, watch);
    this.isHeard = false;
    const failure = this.failure as { readonly error: unknown } | undefined;
    if (failure) throw failure.error;
    return stop;
  }

  /** Gives its memory back. It cannot be used any more. */
  close(): void {
    if (this.records) throw new Error('the recording cursor cannot be closed');
    this.ticket++;
    this.history.cursors.delete(this);
    this.mirror.close();
  }

  private move(to: number, watch: Watch | undefined): CursorStop {
    const { machine } = this.kernel;
    for (;;) {
      const { branch } = this;
      const { instant } = machine;
      if (this.final) return 'end';
      let stop: CursorStop;
      if (instant === branch.head && branch.end) stop = this.settle();
      else if (instant >= to) return 'target';
      else if (instant < branch.head) stop = this.replay(Math.min(to, branch.head), watch);
      else if (!this.records) return 'end';
      else if (branch.waitsAt === instant && branch.entryFrom(instant)?.instant !== instant) return 'input';
      else stop = this.record(to, watch);
      if (stop === 'end' || stop === 'watched') return stop;
      if (stop === 'paused' || this.pauseRequested) return 'paused';
    }
  }

  // ------------------------------------------------------------- for seeks

  /**
   * Gets as near before an instant of a branch as checkpoints allow, or stays where it is if that is as good. `toFinal`: the head of a
   * branch that has ended means its final state, not the one before the last step.
   */
  approach(branch: Branch, instant: number, toFinal = true): void {
    const { history } = this;
    const here = this.kernel.machine.instant;
    const isThere = this.branch === branch && here === instant && branch.head === instant && toFinal;
    const isOnTheWay = this.branch.owner(here) === branch.owner(here) && here <= instant;
    const isStuck = this.final && !isThere;
    const checkpoint = history.checkpoints.before(branch, instant);
    const isCheap = checkpoint.instant <= here || history.estimate(branch, here, checkpoint.instant) < CHEAP_MS;
    const isBack = !this.final && this.branch.owner(instant) === branch.owner(instant) && instant < here;
    this.branch = branch;
    this.marks = [];
    this.isTravelling = true;
    if (isOnTheWay && !isStuck && isCheap) return;
    this.restore(checkpoint);
    const marks = history.marksBefore(branch, checkpoint.instant, instant);
    // A step back is seldom the last. Who goes somewhere else may step back from there: the last of them is enough then.
    this.marks = isBack ? marks : marks.slice(-1);
  }

  /** Replays towards an instant of its branch that was recorded, for so many instructions at most. True: it is there. */
  travel(to: number, instructions: number, toFinal = true): boolean {
    const { machine } = this.kernel;
    const limit = Math.min(to, machine.instant + instructions);
    while (!this.final && machine.instant < limit) this.replay(limit, undefined);
    if (machine.instant < to) return false;
    if (toFinal && !this.final && this.branch.end && to === this.branch.head) this.settle();
    this.isTravelling = false;
    return true;
  }

  /** Leaves a checkpoint where it stands, which must be recorded history. */
  keep(): void {
    if (!this.final) this.leaveCheckpoint();
  }

  /** Leaves checkpoints at these instants when it next replays them. */
  mark(instants: readonly number[]): void {
    this.marks = instants;
  }

  // ------------------------------------------------------------- for branches

  /** It stands where a branch begins: makes sure that this place can always be come back to. */
  beginBranch(branch: Branch): void {
    const { instant } = this.kernel.machine;
    const { checkpoints } = this.history;
    const found = checkpoints.at(branch.owner(instant), instant);
    if (found) found.pins++;
    else if (!this.final) this.capture(1);
    // Stopped by the very instruction that led here, or at the limit: typed input helps no more.
    branch.end = this.execution.end;
  }

  // ------------------------------------------------------------- steps

  /** Goes on in what was recorded; to `to` at most. */
  private replay(to: number, watch: Watch | undefined): CursorStop {
    const { machine } = this.kernel;
    let limit = to;
    while (this.marks.length > 0 && this.marks[0] <= machine.instant) this.marks = this.marks.slice(1);
    if (this.marks.length > 0) limit = Math.min(limit, this.marks[0]);
    const stop = this.advance(limit, watch);
    if (this.final && machine.instant !== this.branch.head) {
      const { id, head } = this.branch;
      throw new Error(`replay of branch ${id} ended at instant ${machine.instant}, its recording went on to ${head}`);
    }
    if (!this.final && machine.instant === this.marks[0]) this.leaveCheckpoint();
    // Somebody did type, or the host went on without.
    return stop === 'input' ? 'target' : stop;
  }

  /** Makes history; to `to` at most. */
  private record(to: number, watch: Watch | undefined): CursorStop {
    const { branch, history, kernel } = this;
    const { machine, trace } = kernel;
    const from = machine.instant;
    this.isRecording = true;
    trace.keeps = true;
    const stop = this.advance(Math.min(to, nextTimeCheck(from)), watch);
    trace.keeps = false;
    this.isRecording = false;
    branch.head = machine.instant;
    branch.waitsAt = this.execution.waitsForInput ? machine.instant : -1;
    branch.end = this.execution.end;
    history.trace.append(branch, from, machine.instant, trace.takeRecords());
    if (!this.final && this.ms - this.checkpointMs >= history.options.checkpointMs) this.capture();
    return stop;
  }

  /** From the head of a branch that has ended to its final state, which a last step leads to that retires nothing. */
  private settle(): CursorStop {
    const { branch, execution } = this;
    const { machine } = this.kernel;
    // What went wrong in the lab itself may have been half-way through an instruction: that is not gone through again.
    if (branch.end?.kind === 'internal') execution.end = branch.end;
    const stop = this.advance(machine.instant + 1, undefined);
    if (stop !== 'end' || machine.instant !== branch.head) {
      throw new Error(`branch ${branch.id} ended at instant ${branch.head}, its replay goes on`);
    }
    return stop;
  }

  /** Applies what is due here and goes on, up to the next entry of the log. */
  private advance(to: number, watch: Watch | undefined): ExecutionStop {
    const { execution, history } = this;
    const { machine } = this.kernel;
    const from = machine.instant;
    for (const entry of this.branch.entriesAt(from)) execution.perform(() => this.apply(entry));
    const begin = history.now();
    const stop = execution.run(Math.min(to, this.branch.entryFrom(from + 1)?.instant ?? to), watch);
    this.ms += history.elapsed(begin, machine.instant - from, watch !== undefined);
    this.final = stop === 'end';
    return stop;
  }

  private apply(entry: LogEntry): void {
    const { machine } = this.kernel;
    if ('input' in entry) {
      appendInput(this.kernel, bytesOfInput(entry.input));
      if (this.isRecording && this.history.options.echoesInput) this.branch.output.echo(machine.instant, entry.input);
    } else if (entry.knob.name === 'nsPerInstruction') machine.nsPerInstruction = entry.knob.value;
    else seedRandom(machine.memory.words, (machine.memory.machineBase + Mach.RANDOM) >> 2, entry.knob.value);
  }

  private leaveCheckpoint(): void {
    const { instant } = this.kernel.machine;
    if (!this.history.checkpoints.at(this.branch.owner(instant), instant)) this.capture();
  }

  private capture(pins = 0): void {
    const checkpoint = this.mirror.capture(this.ms);
    checkpoint.pins = pins;
    this.checkpointMs = this.ms;
    this.history.keep(this.branch, checkpoint);
  }

  private restore(checkpoint: Checkpoint): void {
    this.mirror.restore(checkpoint);
    this.execution.end = undefined;
    this.final = false;
    this.ms = checkpoint.ms;
    this.checkpointMs = checkpoint.ms;
  }

  private hear(name: EventName, values: readonly FieldValue[]): void {
    if (this.isRecording) this.branch.output.append(this.kernel.machine.instant, name, values);
    if (!this.isHeard || !this.listener) return;
    try {
      this.listener(name, values);
    } catch (error) {
      // A listener's mistake is none of the machine's.
      this.failure ??= { error };
      this.pause();
    }
  }
}
