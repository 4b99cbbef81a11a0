/**
 * One line of history: what the host did on the way, how far it was recorded, and what is kept of it. Holds data; the timeline and its parts
 * change it. A branch shares everything up to its fork with its parent: the state at the fork itself is the parent's, the step from there
 * is its own.
 */
import type { RunEnd } from '../protocol/lab-api.ts';
import type { BranchInfo } from '../protocol/time.ts';
import type { Checkpoint } from './checkpoints.ts';
import type { LogEntry } from './log.ts';
import { OutputLog } from './output.ts';
import type { TraceChunk } from './trace-store.ts';

export class Branch {
  /** Furthest instant that was recorded. */
  head: number;
  end: RunEnd | undefined;
  /** The instant at the head where nothing can go on until something is typed; -1. */
  waitsAt = -1;
  isDropped = false;
  readonly children: Branch[] = [];
  /** What the host did on the whole way, from boot, in order. */
  readonly entries: LogEntry[];
  /** Of its own stretch, ascending. */
  readonly checkpoints: Checkpoint[] = [];
  readonly chunks: TraceChunk[] = [];
  readonly output: OutputLog;

  constructor(
    readonly id: number,
    readonly parent: Branch | undefined,
    /** Instant at which it left its parent; 0 of the first. */
    readonly fork: number,
    readonly cause: string,
  ) {
    this.head = fork;
    this.entries = parent ? parent.entries.filter((entry) => entry.instant < fork) : [];
    this.output = new OutputLog(parent?.output, fork);
    parent?.children.push(this);
  }

  get info(): BranchInfo {
    const { id, parent, fork, head, end, cause } = this;
    return Object.freeze({ id, from: parent && { branch: parent.id, instant: fork }, head, end, cause });
  }

  /** The branch whose state that of an instant on this one's way is. */
  owner(instant: number): Branch {
    let branch: Branch = this;
    while (branch.parent && instant <= branch.fork) branch = branch.parent;
    return branch;
  }

  /** Its stretches from boot: events with from <= instant < to are the branch's. */
  stretches(): { branch: Branch; from: number; to: number }[] {
    const list: { branch: Branch; from: number; to: number }[] = [];
    let to = Number.POSITIVE_INFINITY;
    for (let branch: Branch | undefined = this; branch; branch = branch.parent) {
      if (branch.fork < to) list.unshift({ branch, from: branch.fork, to });
      to = Math.min(to, branch.fork);
    }
    return list;
  }

  /** The first thing that the host did at an instant or later. */
  entryFrom(instant: number): LogEntry | undefined {
    return this.entries[this.indexFrom(instant)];
  }

  entriesAt(instant: number): readonly LogEntry[] {
    const from = this.indexFrom(instant);
    let to = from;
    while (this.entries[to]?.instant === instant) to++;
    return this.entries.slice(from, to);
  }

  /** Its own part of the log. */
  get ownEntries(): LogEntry[] {
    return this.parent ? this.entries.filter((entry) => entry.instant >= this.fork) : [...this.entries];
  }

  private indexFrom(instant: number): number {
    let low = 0;
    let high = this.entries.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.entries[middle].instant < instant) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
