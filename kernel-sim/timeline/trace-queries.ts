/**
 * Questions about the trace, as tasks: chunks that were evicted are made again on the way.
 */
import type { Task } from '../base/task.ts';
import { type DecodedEvent, recordInstant, recordKind, recordSize } from '../trace/recorder.ts';
import { EVENT_NAMES, type EventName } from '../trace/schema.ts';
import type { Branch } from './branch.ts';
import type { TraceChunk, TraceQuery, TraceStore } from './trace-store.ts';

/** By number of kind: 1 if it is wanted. */
export type KindSet = Uint8Array;

export function kindSet(kinds: readonly EventName[] | undefined): KindSet {
  const set = new Uint8Array(EVENT_NAMES.length).fill(kinds ? 0 : 1);
  for (const kind of kinds ?? []) set[EVENT_NAMES.indexOf(kind)] = 1;
  return set;
}

/** How many events of a chunk are wanted. */
export function countOf(chunk: TraceChunk, wanted: KindSet): number {
  let count = 0;
  for (let kind = 0; kind < wanted.length; kind++) if (wanted[kind] !== 0) count += chunk.counts[kind];
  return count;
}

/** Goes through chunks one after the other. */
abstract class ChunksTask implements Task<DecodedEvent[]> {
  protected readonly found: DecodedEvent[] = [];
  protected readonly wanted: KindSet;
  private chunks: { branch: Branch; chunk: TraceChunk }[] | undefined;
  private next = 0;
  private isDone = false;

  constructor(
    protected readonly store: TraceStore,
    private readonly branch: Branch,
    kinds: readonly EventName[] | undefined,
  ) {
    this.wanted = kindSet(kinds);
  }

  step(instructions: number): boolean {
    if (this.isDone) return true;
    this.chunks ??= this.plan(this.store.chunksOf(this.branch));
    let left = instructions;
    for (; this.next < this.chunks.length && !this.isEnough; this.next++) {
      if (left <= 0) return false;
      const { branch, chunk } = this.chunks[this.next];
      if (!this.store.load(branch, chunk, instructions)) return false;
      this.take(chunk, chunk.records as Uint32Array);
      left -= this.costOf(chunk);
    }
    this.isDone = true;
    return true;
  }

  get result(): DecodedEvent[] {
    if (!this.isDone) throw new Error('the question is not answered yet');
    return this.found;
  }

  get progress(): number {
    return this.isDone ? 1 : this.next / Math.max(1, this.chunks?.length ?? 1);
  }

  /** Which chunks to go through, in which order. */
  protected abstract plan(all: { branch: Branch; chunk: TraceChunk }[]): { branch: Branch; chunk: TraceChunk }[];
  protected abstract get isEnough(): boolean;
  protected abstract take(chunk: TraceChunk, records: Uint32Array): void;

  /** What taking a chunk costs, in instructions. */
  protected costOf(_chunk: TraceChunk): number {
    return 0;
  }

  /** Where the wanted records of a chunk are. */
  protected offsets(chunk: TraceChunk, records: Uint32Array): number[] {
    const offsets: number[] = [];
    for (let at = 0; at < chunk.used; at += recordSize(records, at)) {
      if (this.wanted[recordKind(records, at)] !== 0) offsets.push(at);
    }
    return offsets;
  }
}

export class EventsTask extends ChunksTask {
  private readonly limit: number;

  constructor(
    store: TraceStore,
    branch: Branch,
    private readonly query: TraceQuery,
  ) {
    super(store, branch, query.kinds);
    this.limit = query.limit ?? Number.POSITIVE_INFINITY;
  }

  protected override plan(all: { branch: Branch; chunk: TraceChunk }[]) {
    const { from, to, backward } = this.query;
    const chunks = all.filter(({ chunk }) => chunk.first < to && chunk.last >= from && countOf(chunk, this.wanted) > 0);
    return backward ? chunks.reverse() : chunks;
  }

  protected override get isEnough(): boolean {
    return this.found.length >= this.limit;
  }

  protected override take(chunk: TraceChunk, records: Uint32Array): void {
    const { from, to, backward, where } = this.query;
    const offsets = this.offsets(chunk, records);
    if (backward) offsets.reverse();
    for (const at of offsets) {
      const instant = recordInstant(records, at);
      if (instant < from || instant >= to) continue;
      const event = this.store.decode(records, at);
      if (where && !where(event)) continue;
      this.found.push(event);
      if (this.isEnough) return;
    }
  }
}

/** Events by number, counting the wanted ones from boot. */
export class WindowTask extends ChunksTask {
  /** Wanted events before the next chunk. */
  private before = 0;

  constructor(
    store: TraceStore,
    branch: Branch,
    kinds: readonly EventName[] | undefined,
    private readonly first: number,
    private readonly count: number,
  ) {
    super(store, branch, kinds);
  }

  protected override plan(all: { branch: Branch; chunk: TraceChunk }[]) {
    let at = 0;
    const from = all.findIndex(({ chunk }) => {
      const count = countOf(chunk, this.wanted);
      if (at + count > this.first) return true;
      at += count;
      return false;
    });
    this.before = at;
    return from < 0 ? [] : all.slice(from).filter(({ chunk }) => countOf(chunk, this.wanted) > 0);
  }

  protected override get isEnough(): boolean {
    return this.found.length >= this.count;
  }

  protected override take(chunk: TraceChunk, records: Uint32Array): void {
    const offsets = this.offsets(chunk, records);
    const from = Math.max(0, this.first - this.before);
    const left = this.count - this.found.length;
    for (const at of offsets.slice(from, from + left)) this.found.push(this.store.decode(records, at));
    this.before += offsets.length;
  }
}

/** How many of the wanted events come before an instant. Only the chunk that it lies in is looked into. */
export class CountBeforeTask implements Task<number> {
  private readonly scan: ScanTask;
  private count: number | undefined;
  private isDone = false;

  constructor(
    private readonly store: TraceStore,
    private readonly branch: Branch,
    private readonly kinds: readonly EventName[] | undefined,
    private readonly instant: number,
  ) {
    const wanted = kindSet(kinds);
    const visit = (records: Uint32Array, used: number) => {
      for (let at = 0; at < used && recordInstant(records, at) < instant; at += recordSize(records, at))
        this.count = (this.count ?? 0) + wanted[recordKind(records, at)];
    };
    this.scan = new ScanTask(store, branch, instant, visit, instant);
  }

  step(instructions: number): boolean {
    // With the first look at the chunks, which may grow until then.
    this.count ??= this.whole();
    this.isDone ||= this.scan.step(instructions);
    return this.isDone;
  }

  get result(): number {
    if (!this.isDone || this.count === undefined) throw new Error('the question is not answered yet');
    return this.count;
  }

  get progress(): number {
    return this.scan.progress;
  }

  private whole(): number {
    const wanted = kindSet(this.kinds);
    let total = 0;
    for (const { chunk } of this.store.chunksOf(this.branch))
      if (chunk.last < this.instant) total += countOf(chunk, wanted);
    return total;
  }
}

/** Every record from an instant on (up to the chunk of another one), undecoded, to whoever folds over them. */
export class ScanTask extends ChunksTask {
  constructor(
    store: TraceStore,
    branch: Branch,
    private readonly from: number,
    private readonly visit: (records: Uint32Array, used: number) => void,
    private readonly before = Number.POSITIVE_INFINITY,
  ) {
    super(store, branch, undefined);
  }

  protected override plan(all: { branch: Branch; chunk: TraceChunk }[]) {
    return all.filter(({ chunk }) => chunk.last >= this.from && chunk.first < this.before);
  }

  protected override get isEnough(): boolean {
    return false;
  }

  protected override take(chunk: TraceChunk, records: Uint32Array): void {
    this.visit(records, chunk.used);
  }

  /** A word about as much as an instruction. */
  protected override costOf(chunk: TraceChunk): number {
    return chunk.used;
  }
}

/** The one event that a question was for. */
export class FirstTask implements Task<DecodedEvent | undefined> {
  constructor(private readonly events: Task<DecodedEvent[]>) {}

  step(instructions: number): boolean {
    return this.events.step(instructions);
  }

  get result(): DecodedEvent | undefined {
    return this.events.result[0];
  }

  get progress(): number {
    return this.events.progress;
  }
}
