/**
 * The trace of every branch: records in chunks between fixed instants, kept under a cap. What a chunk holds is counted by kind for good, so
 * that totals, and where there is anything of a kind, are known without its records; an evicted chunk is made again by replaying it on a
 * machine of the store's own. A fork cuts the chunk it lies in, so that each belongs to a stretch of history as a whole.
 */
import type { Task } from '../base/task.ts';
import { statusName } from '../kernel/names.ts';
import type { At } from '../protocol/time.ts';
import { type DecodedEvent, decodeRecord, recordInstant, recordKind, recordSize } from '../trace/recorder.ts';
import { EVENT_NAMES, type EventName } from '../trace/schema.ts';
import type { Branch } from './branch.ts';
import type { Cursor } from './cursor.ts';
import { TimelineError } from './errors.ts';
import type { History } from './history.ts';
import { CountBeforeTask, countOf, EventsTask, FirstTask, kindSet, ScanTask, WindowTask } from './trace-queries.ts';

/** Which events: those with from <= instant < to on the way of a branch. */
export interface TraceQuery {
  readonly branch: number;
  readonly from: number;
  /** Infinity: whatever is recorded, what a last step told that retired nothing as well. */
  readonly to: number;
  /** All if left out. */
  readonly kinds?: readonly EventName[] | undefined;
  readonly where?: ((event: DecodedEvent) => boolean) | undefined;
  readonly limit?: number | undefined;
  /** From `to` downwards, newest first. */
  readonly backward?: boolean | undefined;
}

/** Events of a stretch of one branch; those that its steps from..to - 1 told, and at the end of a branch those of the last step. */
export interface TraceChunk {
  readonly from: number;
  to: number;
  /** Undefined: evicted. */
  records: Uint32Array | undefined;
  /** Words of `records` in use. */
  used: number;
  /** By number of kind. */
  readonly counts: Uint32Array;
  /** Instants of its first and last event; of none: NaN. */
  first: number;
  last: number;
  isClosed: boolean;
  isGone: boolean;
  lastUse: number;
}

/** A chunk is closed when it has so many words (fewer if few are kept), */
const CHUNK_WORDS = 1 << 14;
const SMALLEST_CHUNK_WORDS = 256;
const CHUNKS_WANTED = 64;
/** or has taken so many instructions. */
const CHUNK_INSTRUCTIONS = 1 << 20;
/** The chunks used last stay, whatever the cap: several tasks may need one each at the same time. */
const KEPT_CHUNKS = 4;

export class TraceStore {
  private residentWords = 0;
  private uses = 0;
  private spare: Cursor | undefined;
  /** One at a time is made again. */
  private remaking: Remake | undefined;
  private readonly chunkWords: number;

  constructor(private readonly history: History) {
    const words = Math.floor(history.options.traceBytes / 4 / CHUNKS_WANTED);
    this.chunkWords = Math.max(SMALLEST_CHUNK_WORDS, Math.min(CHUNK_WORDS, words));
  }

  get bytes(): number {
    return this.residentWords * 4;
  }

  // ------------------------------------------------------------- questions

  /** In the order of the trace (or backwards). */
  events(query: TraceQuery): Task<DecodedEvent[]> {
    return new EventsTask(this, this.history.branch(query.branch), query);
  }

  /** The first event with instant >= at.instant. */
  next(at: At, kinds?: readonly EventName[], where?: TraceQuery['where']): Task<DecodedEvent | undefined> {
    const query = { branch: at.branch, from: at.instant, to: Number.POSITIVE_INFINITY, kinds, where, limit: 1 };
    return new FirstTask(this.events(query));
  }

  /** The last event with instant < at.instant. */
  previous(at: At, kinds?: readonly EventName[], where?: TraceQuery['where']): Task<DecodedEvent | undefined> {
    return new FirstTask(
      this.events({ branch: at.branch, from: 0, to: at.instant, kinds, where, limit: 1, backward: true }),
    );
  }

  /** Hands out the records of a branch from an instant on, and maybe some before it, a piece after the other. */
  scan(branch: number, from: number, visit: (records: Uint32Array, used: number) => void): Task<unknown> {
    return new ScanTask(this, this.history.branch(branch), from, visit);
  }

  /** How many events a branch has, from boot to its head; of some kinds. */
  count(branch: number, kinds?: readonly EventName[]): number {
    const wanted = kindSet(kinds);
    let total = 0;
    for (const { chunk } of this.chunksOf(this.history.branch(branch))) total += countOf(chunk, wanted);
    return total;
  }

  /** How many of them come before an instant. */
  countBefore(branch: number, instant: number, kinds?: readonly EventName[]): Task<number> {
    return new CountBeforeTask(this, this.history.branch(branch), kinds, instant);
  }

  /** Events of a branch by their number, counting only those kinds. */
  window(branch: number, kinds: readonly EventName[] | undefined, first: number, count: number): Task<DecodedEvent[]> {
    return new WindowTask(this, this.history.branch(branch), kinds, first, count);
  }

  // ------------------------------------------------------------- records

  /** Takes what the steps from..to - 1 of a branch told; `to` is its head. */
  append(branch: Branch, from: number, to: number, records: Uint32Array): void {
    let chunk = branch.chunks.at(-1);
    if (!chunk || chunk.isClosed) {
      chunk = newChunk(from, to);
      branch.chunks.push(chunk);
    }
    chunk.to = to;
    this.add(chunk, records);
    if (chunk.used >= this.chunkWords || to - chunk.from >= CHUNK_INSTRUCTIONS) this.closeChunk(chunk);
  }

  /** Begins a new chunk at an instant; makes records again at once if that takes them. */
  cut(branch: Branch, instant: number): void {
    const index = branch.chunks.findIndex(
      (chunk) => chunk.from < instant && (chunk.to > instant || chunk.last >= instant),
    );
    if (index < 0) return;
    const chunk = branch.chunks[index];
    while (!this.load(branch, chunk, Number.POSITIVE_INFINITY));
    const records = chunk.records as Uint32Array;
    let at = 0;
    while (at < chunk.used && recordInstant(records, at) < instant) at += recordSize(records, at);
    const parts = [newChunk(chunk.from, instant), newChunk(instant, chunk.to)];
    this.add(parts[0], records.subarray(0, at));
    this.add(parts[1], records.subarray(at, chunk.used));
    this.closeChunk(parts[0]);
    if (chunk.isClosed) this.closeChunk(parts[1]);
    this.forget(chunk);
    branch.chunks.splice(index, 1, ...parts);
  }

  /** Drops what a branch recorded from an instant on. */
  dropFrom(branch: Branch, instant: number): void {
    while (branch.chunks.length > 0 && branch.chunks[branch.chunks.length - 1].from >= instant) {
      this.forget(branch.chunks.pop() as TraceChunk);
    }
  }

  get evicted(): number {
    let count = 0;
    for (const branch of this.history.branches.values()) for (const chunk of branch.chunks) if (!chunk.records) count++;
    return count;
  }

  // ------------------------------------------------------------- for tasks

  /** The chunks on the way of a branch, in order, and whose they are. */
  chunksOf(branch: Branch): { branch: Branch; chunk: TraceChunk }[] {
    return branch
      .stretches()
      .flatMap(({ branch: owner, to }) =>
        owner.chunks.filter((chunk) => chunk.from < to).map((chunk) => ({ branch: owner, chunk })),
      );
  }

  /** Makes sure of a chunk's records, working for so many instructions. True: they are there. */
  load(branch: Branch, chunk: TraceChunk, instructions: number): boolean {
    chunk.lastUse = ++this.uses;
    if (chunk.isGone) throw new TimelineError('this part of the trace was dropped');
    if (chunk.records) return true;
    this.remaking ??= new Remake(branch, chunk, this.spareCursor());
    const job = this.remaking;
    const records = job.step(instructions);
    if (!records) return false;
    this.remaking = undefined;
    // Another task's chunk may have come first.
    if (!job.chunk.isGone) this.put(job.chunk, records);
    return chunk.records !== undefined;
  }

  decode(records: Uint32Array, at: number): DecodedEvent {
    return decodeRecord(records, at, (index) => this.history.strings.at(index), statusName);
  }

  private add(chunk: TraceChunk, records: Uint32Array): void {
    const used = chunk.used + records.length;
    let own = chunk.records as Uint32Array;
    if (used > own.length) {
      own = new Uint32Array(Math.max(used, 2 * own.length, 256));
      own.set((chunk.records as Uint32Array).subarray(0, chunk.used));
      this.residentWords += own.length - (chunk.records as Uint32Array).length;
      chunk.records = own;
    }
    own.set(records, chunk.used);
    for (let at = chunk.used; at < used; at += recordSize(own, at)) {
      chunk.counts[recordKind(own, at)]++;
      chunk.last = recordInstant(own, at);
      if (Number.isNaN(chunk.first)) chunk.first = chunk.last;
    }
    chunk.used = used;
  }

  private closeChunk(chunk: TraceChunk): void {
    const { records, used } = chunk;
    chunk.isClosed = true;
    chunk.records = undefined;
    this.residentWords -= (records as Uint32Array).length;
    this.put(chunk, (records as Uint32Array).slice(0, used));
  }

  private put(chunk: TraceChunk, records: Uint32Array): void {
    if (records.length !== chunk.used) {
      throw new Error(`the trace from instant ${chunk.from} to ${chunk.to} came out different when it was made again`);
    }
    chunk.records = records;
    chunk.lastUse = ++this.uses;
    this.residentWords += records.length;
    while (this.bytes > this.history.options.traceBytes && this.evictOne());
  }

  private evictOne(): boolean {
    let victim: TraceChunk | undefined;
    for (const { chunks, end } of this.history.branches.values()) {
      for (const chunk of chunks) {
        if (!chunk.isClosed || !chunk.records || chunk.used === 0 || this.uses - chunk.lastUse < KEPT_CHUNKS) continue;
        // A step that a defect of the lab cut short is not gone through again.
        if (end?.kind === 'internal' && chunk === chunks.at(-1)) continue;
        if (!victim || chunk.lastUse < victim.lastUse) victim = chunk;
      }
    }
    if (!victim) return false;
    this.residentWords -= victim.used;
    victim.records = undefined;
    return true;
  }

  private forget(chunk: TraceChunk): void {
    if (chunk.records) this.residentWords -= chunk.records.length;
    chunk.records = undefined;
    chunk.isGone = true;
  }

  private spareCursor(): Cursor {
    this.spare ??= this.history.newCursor([...this.history.branches.values()][0]);
    return this.spare;
  }
}

function newChunk(from: number, to: number): TraceChunk {
  const counts = new Uint32Array(EVENT_NAMES.length);
  const records = new Uint32Array();
  const state = { isClosed: false, isGone: false, lastUse: 0 };
  return { from, to, records, used: 0, counts, first: Number.NaN, last: Number.NaN, ...state };
}

/** Makes the records of one chunk again. */
class Remake {
  private hasBegun = false;

  constructor(
    private readonly branch: Branch,
    readonly chunk: TraceChunk,
    private readonly cursor: Cursor,
  ) {}

  /** The records, when they are there. */
  step(instructions: number): Uint32Array | undefined {
    const { branch, chunk, cursor } = this;
    if (chunk.isGone) return new Uint32Array();
    const { trace } = cursor.kernel;
    if (!this.hasBegun) {
      cursor.approach(branch, chunk.from, false);
      if (!cursor.travel(chunk.from, instructions, false)) return undefined;
      this.hasBegun = true;
    }
    trace.keeps = true;
    const isThere = cursor.travel(chunk.to, instructions, chunk === branch.chunks.at(-1));
    trace.keeps = false;
    return isThere ? trace.takeRecords().slice() : undefined;
  }
}
