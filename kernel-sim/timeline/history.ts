/**
 * What the parts of a timeline share: its branches, checkpoints, trace and strings, and how long replay takes. Internal to this folder.
 */
import type { Kernel } from '../kernel/kernel.ts';
import type { At } from '../protocol/time.ts';
import { TraceStrings } from '../trace/recorder.ts';
import { PageArena } from './arena.ts';
import { Branch } from './branch.ts';
import { type Anchor, type Checkpoint, CheckpointStore } from './checkpoints.ts';
import { Cursor } from './cursor.ts';
import { TimelineError } from './errors.ts';
import type { RunLimits } from './execution.ts';
import { TraceStore } from './trace-store.ts';

export interface HistoryOptions {
  boot(strings: TraceStrings): Kernel;
  readonly limits: RunLimits;
  readonly checkpointBytes: number;
  readonly traceBytes: number;
  readonly clock: (() => number) | undefined;
  readonly checkpointMs: number;
  readonly echoesInput: boolean;
}

/** Instructions in a millisecond of replay, as long as nothing was measured. */
const INSTRUCTIONS_PER_MS = 50_000;
/** The last checkpoint that is left before an instant from which history is walked backwards stands so far off. */
const NEAREST_MS = 0.3;

export class History {
  readonly strings = new TraceStrings();
  /** All that are needed, those dropped that others begin in as well, in the order they began. */
  readonly branches = new Map<number, Branch>();
  readonly cursors = new Set<Cursor>();
  readonly trace: TraceStore;
  nextBranch = 0;

  private storage: { arena: PageArena; checkpoints: CheckpointStore } | undefined;
  private measuredMs = 0;
  private measuredInstructions = 0;

  constructor(readonly options: HistoryOptions) {
    this.trace = new TraceStore(this);
  }

  get checkpoints(): CheckpointStore {
    return this.storageOf().checkpoints;
  }

  get arena(): PageArena {
    return this.storageOf().arena;
  }

  /** For machines with so many pages; the first one decides. */
  prepare(pages: number): void {
    if (this.storage) return;
    const arena = new PageArena(pages);
    this.storage = { arena, checkpoints: new CheckpointStore(arena, this.options.checkpointBytes) };
  }

  /** A branch that begins at an instant on the way of another. */
  begin(from: Branch | undefined, instant: number, cause: string, id = this.nextBranch): Branch {
    const parent = from?.owner(instant);
    if (parent) this.trace.cut(parent, instant);
    const branch = new Branch(id, parent, instant, cause);
    this.branches.set(id, branch);
    this.nextBranch = Math.max(this.nextBranch, id + 1);
    return branch;
  }

  /** Nobody can go there any more; what others begin in stays as long as they do. */
  drop(branch: Branch): void {
    branch.isDropped = true;
    this.prune(branch);
  }

  private prune(branch: Branch): void {
    const { checkpoints, children, fork, parent } = branch;
    // Of what is left only the way to the last fork is needed.
    const needed = Math.max(-1, ...children.map((child) => child.fork));
    for (const checkpoint of checkpoints) if (children.length === 0) checkpoint.pins = 0;
    this.checkpoints.dropBehind(branch, needed);
    this.trace.dropFrom(branch, Math.max(needed, 0));
    if (children.length > 0 || !parent) return;
    this.branches.delete(branch.id);
    parent.children.splice(parent.children.indexOf(branch), 1);
    const forkedAt = this.checkpoints.at(parent, fork);
    if (forkedAt) forkedAt.pins--;
    if (parent.isDropped) this.prune(parent);
  }

  /** A branch that can be shown. */
  branch(id: number): Branch {
    const problem = this.branchProblem(id);
    if (problem !== undefined) throw new TimelineError(problem);
    return this.branches.get(id) as Branch;
  }

  branchProblem(id: number): string | undefined {
    const branch = this.branches.get(id);
    if (branch && !branch.isDropped) return undefined;
    return Number.isInteger(id) && id >= 0 && id < this.nextBranch
      ? `branch ${id} was dropped`
      : `there is no branch ${id}`;
  }

  problemWith({ branch: id, instant }: At): string | undefined {
    const problem = this.branchProblem(id);
    if (problem !== undefined) return problem;
    if (!Number.isInteger(instant)) return `${instant} is no instant: instants are whole numbers`;
    if (instant < 0) return `instant ${instant} lies before boot, which is 0`;
    const { head, end } = this.branches.get(id) as Branch;
    if (instant <= head) return undefined;
    return end
      ? `instant ${instant} lies beyond the end of branch ${id}, which is ${head}`
      : `instant ${instant} of branch ${id} has not been run yet: it was recorded up to ${head}`;
  }

  /** Time now, for `elapsed`. */
  now(): number {
    return this.options.clock?.() ?? 0;
  }

  /** Milliseconds of replay that so many instructions took since `from`; `isWatched`: something slowed them down. */
  elapsed(from: number, instructions: number, isWatched: boolean): number {
    if (isWatched) return instructions / this.averageRate;
    const { clock } = this.options;
    const ms = clock ? Math.max(0, clock() - from) : instructions / INSTRUCTIONS_PER_MS;
    this.measuredMs += ms;
    this.measuredInstructions += instructions;
    return ms;
  }

  /** Adds a checkpoint that a cursor has taken where it stands, and lets others go if there are too many. */
  keep(branch: Branch, checkpoint: Checkpoint): void {
    this.checkpoints.add(branch.owner(checkpoint.instant), checkpoint);
    this.checkpoints.thin(this.branches, () => this.anchors());
  }

  /** Instants before `to`, ascending, where checkpoints shorten a walk backwards from there: at distances that halve towards it. */
  marksBefore(branch: Branch, from: number, to: number): number[] {
    const nearest = Math.max(1, Math.round(this.rateAt(branch, to) * NEAREST_MS));
    const marks: number[] = [];
    for (let distance = nearest; to - distance > from; distance *= 2) marks.unshift(to - distance);
    return marks;
  }

  /** Milliseconds that replaying from one instant to another may take. */
  estimate(branch: Branch, from: number, to: number): number {
    return (to - from) / this.rateAt(branch, to);
  }

  /** Instructions in a millisecond of replay around an instant. */
  private rateAt(branch: Branch, instant: number): number {
    const before = this.checkpoints.before(branch, instant);
    const after = this.checkpoints.after(branch.owner(instant), instant);
    if (after && after.ms - before.ms > 1) return (after.instant - before.instant) / (after.ms - before.ms);
    return this.averageRate;
  }

  private get averageRate(): number {
    return this.measuredMs > 1 && this.measuredInstructions > 0
      ? this.measuredInstructions / this.measuredMs
      : INSTRUCTIONS_PER_MS;
  }

  private anchors(): Anchor[] {
    const anchors: Anchor[] = [];
    const add = (branch: Branch, instant: number) =>
      anchors.push({ branch: branch.owner(instant), ms: this.checkpoints.before(branch, instant).ms });
    for (const branch of this.branches.values()) if (!branch.isDropped) add(branch, branch.head);
    for (const cursor of this.cursors) add(cursor.branch, cursor.at.instant);
    return anchors;
  }

  private storageOf() {
    if (!this.storage) throw new Error('no machine has been booted');
    return this.storage;
  }

  newCursor(branch: Branch): Cursor {
    const cursor = new Cursor(this, branch, false);
    this.cursors.add(cursor);
    return cursor;
  }
}
