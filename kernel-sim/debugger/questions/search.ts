/**
 * The search backwards for writes: interval by interval between checkpoints, newest first. Each is replayed at full speed, to see in which of
 * its chunks the pages concerned were written at all; those chunks once more, with a watch on the bytes (and on the page-table entries that lead
 * to them); then the writes that were found are looked at one by one.
 *
 * Writes count only while the bytes belonged to the address asked about: a segment whose page came to its address in an interval is not
 * followed further back.
 */
import type { Task } from '../../base/task.ts';
import type { Kernel } from '../../kernel/kernel.ts';
import { DirtyReader } from '../../machine/memory.ts';
import type { Deed } from '../../protocol/questions.ts';
import type { Cursor } from '../../timeline/cursor.ts';
import type { Timeline } from '../../timeline/timeline.ts';
import { AccessKind, type Touch, Watch, type WatchedRange } from '../../vm/watch.ts';
import { bytesOf, type FoundWrite, isEqual, lookAtWrite } from './look.ts';
import { isMapped, type Segment } from './mapping.ts';
import { type Budget, Question, type Stage } from './question.ts';

export interface SearchRequest {
  readonly branch: number;
  /** Writes seen at instants up to this one ... */
  readonly to: number;
  /** ... and after this one; 0 by default. */
  readonly after?: number;
  readonly segments: readonly Segment[];
  /** What the first byte is called in the records. */
  readonly base: number;
  /** Writes at most. */
  readonly count: number;
  /** Whether a write counts, as the machine stands right after it. */
  readonly accepts?: (k: Kernel, touched: readonly Touch[]) => boolean;
}

export interface SearchResult {
  /** Newest first. */
  readonly writes: readonly FoundWrite[];
  /** Why there are no more: as many as asked for, the beginning (with the bytes as they were there), the page came to the address. */
  readonly origin:
    | { readonly kind: 'count' }
    | { readonly kind: 'beginning'; readonly bytes: Uint8Array }
    | { readonly kind: 'mapped'; readonly by: Deed };
}

/** What stopping at a write costs, in instructions. */
const STOP_COST = 40;
/** What looking at a step closely costs. */
const LOOK_COST = 2_000;
const PAGE_SHIFT = 12;
/** Instructions of a chunk. */
const CHUNK = 16_384;

/** A part of history: what happened after `from`, up to `to`. */
interface Span {
  readonly from: number;
  readonly to: number;
}

/** A segment during the search. */
interface Target {
  readonly segment: Segment;
  readonly range: WatchedRange;
  /** It means the same bytes at this point of the replay. */
  valid: boolean;
  /** Instant in these chunks from which on it does; undefined: from before. */
  since: number | undefined;
  /** Instants of the newest writes in these chunks. */
  hits: number[];
  /** Its bytes as they were left by what has been seen. */
  bytes: Uint8Array;
}

export function searchWrites(timeline: Timeline, cursor: Cursor, request: SearchRequest): Task<SearchResult> {
  return new Question((q) => new Search(timeline, cursor, request, q).begin());
}

class Search {
  private readonly watch: Watch;
  private readonly inputs: ReadonlySet<number>;
  private readonly found: FoundWrite[] = [];
  private live: Target[];
  /** All after this instant is searched. */
  private end: number;
  /** The interval between checkpoints that is being searched, and those of its chunks in which something was written, ascending. */
  private from = 0;
  private chunks: Span[] = [];
  /** Chunks to take at once; more and more, since each time begins at the checkpoint. */
  private stride = 1;
  /** Where something was written that a watch does not see (a page walk for code): gone through step by step. */
  private careful: Span[] = [];

  constructor(
    private readonly timeline: Timeline,
    private readonly cursor: Cursor,
    private readonly request: SearchRequest,
    private readonly question: Question<SearchResult>,
  ) {
    this.watch = new Watch(cursor.kernel.machine, () => undefined);
    this.inputs = inputInstants(timeline, request.branch);
    this.end = request.to;
    this.live = request.segments.map((segment) => ({
      segment,
      range: { pa: segment.pa, length: segment.length, kinds: AccessKind.WRITE },
      valid: true,
      since: undefined,
      hits: [],
      bytes: new Uint8Array(),
    }));
  }

  begin(): Stage {
    return this.interval();
  }

  private get bottom(): number {
    return this.request.after ?? 0;
  }

  /** Goes to the beginning of the interval that ends at `end`. */
  private interval(): Stage {
    const { branch, to } = this.request;
    if (this.end <= this.bottom) return () => this.atBeginning();
    this.from = Math.max(this.bottom, this.timeline.checkpointBefore({ branch, instant: this.end - 1 }));
    this.question.at(1 - this.end / Math.max(1, to));
    const goThere = this.timeline.seek(this.cursor, { branch, instant: this.from });
    return this.question.work(goThere, () => this.survey());
  }

  /** Runs through the interval at full speed and finds the chunks that are worth a closer look. */
  private survey(): Stage {
    const { cursor, end } = this;
    const { memory } = cursor.kernel.machine;
    const pages = this.pages();
    this.chunks = [];
    this.stride = 1;
    const stage: Stage = (budget) => {
      while (budget.left > 0) {
        const from = cursor.at.instant;
        if (from >= end) return this.nextChunks();
        for (const page of pages) memory.dirty[page] &= ~DirtyReader.SEARCH;
        const to = Math.min(end, from + CHUNK);
        this.runTo(to);
        budget.left -= to - from;
        if (pages.some((page) => (memory.dirty[page] & DirtyReader.SEARCH) !== 0)) this.chunks.push({ from, to });
      }
      return stage;
    };
    return stage;
  }

  /** Takes the newest chunks that lie together; the next interval when there are none. */
  private nextChunks(): Stage {
    const last = this.chunks.at(-1);
    if (!last) {
      this.end = this.from;
      return this.interval();
    }
    let { from } = last;
    for (let taken = 0; taken < this.stride && this.chunks.at(-1)?.to === (taken === 0 ? last.to : from); taken++)
      from = (this.chunks.pop() as Span).from;
    this.stride *= 2;
    this.careful = [];
    return this.replay({ from, to: last.to });
  }

  /** Pages that hold the bytes and the page-table entries. */
  private pages(): number[] {
    const pages = new Set<number>();
    for (const { segment } of this.live)
      for (const pa of [segment.pa, ...(segment.mapping?.entries ?? [])]) pages.add(pa >>> PAGE_SHIFT);
    return [...pages];
  }

  /** Runs to an instant of the past, without a watch. */
  private runTo(instant: number): void {
    const { cursor } = this;
    for (let was = -1; cursor.at.instant < instant && cursor.at.instant !== was; ) {
      was = cursor.at.instant;
      cursor.run(instant);
    }
  }

  /** Runs through some chunks, noting the instants of writes. */
  private replay(span: Span): Stage {
    const { cursor, watch } = this;
    const stage: Stage = (budget) => {
      while (budget.left > 0) {
        if (cursor.at.instant >= span.to) return this.chosen();
        const { instant } = cursor.at;
        if (this.advance(span.to, budget)) continue;
        this.careful.push({ from: instant, to: cursor.at.instant });
        return this.replay(span);
      }
      return stage;
    };
    const { branch } = this.request;
    return this.question.work(this.timeline.seek(cursor, { branch, instant: span.from }), () => {
      const { memory } = cursor.kernel.machine;
      const entries = new Set<number>();
      for (const target of this.live) {
        target.hits = [];
        target.since = undefined;
        target.valid = isMapped(memory, target.segment);
        target.bytes = memory.read(target.range.pa, target.range.length);
        for (const entry of target.segment.mapping?.entries ?? []) entries.add(entry);
      }
      watch.setRanges([
        ...this.live.map(({ range }) => range),
        ...Array.from(entries, (pa) => ({ pa, length: 8, kinds: AccessKind.WRITE })),
      ]);
      return stage;
    });
  }

  /** Runs to the next write, or a little further. False: something was written on the way unseen. */
  private advance(end: number, budget: Budget): boolean {
    const { cursor, watch } = this;
    const was = cursor.at.instant;
    const isAlone = this.inputs.has(was) || this.careful.some(({ from, to }) => was >= from && was < to);
    cursor.run(isAlone ? was + 1 : this.pace(was, end, budget), watch);
    const { instant } = cursor.at;
    budget.left -= instant - was;
    const unseen = this.unseen(watch.touched);
    if (unseen.length > 0 && !isAlone) return false;
    const touched = [...watch.touched, ...unseen];
    if (touched.length > 0) this.note(touched, instant, budget);
    else if (instant === was) throw new Error(`the machine does not go on from instant ${was}`);
    return true;
  }

  private pace(was: number, end: number, budget: Budget): number {
    let to = Math.min(end, was + Math.min(budget.left, CHUNK));
    for (const input of this.inputs) if (input > was && input < to) to = input;
    for (const { from } of this.careful) if (from > was && from < to) to = from;
    return to;
  }

  /** What changed although nothing was seen to write it. */
  private unseen(touched: readonly Touch[]): Touch[] {
    const { memory } = this.cursor.kernel.machine;
    const found: Touch[] = [];
    for (const target of this.live) {
      const { range, bytes } = target;
      const after = memory.read(range.pa, range.length);
      const before = touched.find((touch) => touch.range === range)?.before ?? after;
      if (!isEqual(bytes, before))
        found.push({ range, kind: AccessKind.WRITE, pa: range.pa, length: range.length, before: bytes, after });
      target.bytes = after;
    }
    return found;
  }

  private note(touched: readonly Touch[], instant: number, budget: Budget): void {
    const k = this.cursor.kernel;
    budget.left -= STOP_COST;
    for (const target of this.live) {
      const { segment } = target;
      if (segment.mapping && touched.some(({ range }) => segment.mapping?.entries.includes(range.pa))) {
        const valid = isMapped(k.machine.memory, segment);
        if (valid && !target.valid) {
          target.since = instant;
          target.hits = [];
        }
        target.valid = valid;
      }
      const own = touched.filter(({ range }) => range === target.range);
      if (own.length === 0 || !target.valid || this.request.accepts?.(k, own) === false) continue;
      this.keep(target, instant);
    }
  }

  private keep(target: Target, instant: number): void {
    const { count } = this.request;
    target.hits.push(instant);
    if (target.hits.length > 2 * count + 64) target.hits.splice(0, target.hits.length - count);
  }

  /** The newest writes of these chunks, as many as are wanted, are looked at one by one. */
  private chosen(): Stage | undefined {
    const wanted = this.request.count - this.found.length;
    const writes = [...new Set(this.live.flatMap(({ hits }) => hits))].sort((a, b) => b - a).slice(0, wanted);
    const since = Math.max(...this.live.map((target) => target.since ?? 0));
    const mapped = since > 0 && this.live.every((target) => target.since !== undefined);
    this.live = this.live.filter((target) => target.since === undefined);
    const looks = [...new Set(mapped && writes.length < wanted ? [...writes, since] : writes)].sort((a, b) => a - b);
    const steps = new Map<number, FoundWrite>();
    const done = (): Stage | undefined => {
      for (const instant of writes) this.found.push(steps.get(instant) as FoundWrite);
      if (this.found.length >= this.request.count) return this.finish({ kind: 'count' });
      if (mapped) return this.finish({ kind: 'mapped', by: (steps.get(since) as FoundWrite).record });
      return this.nextChunks();
    };
    return this.lookAt(looks, steps, done);
  }

  private lookAt(
    instants: readonly number[],
    into: Map<number, FoundWrite>,
    then: () => Stage | undefined,
  ): Stage | undefined {
    if (instants.length === 0) return then();
    const { cursor, timeline, question, watch } = this;
    const { branch, segments, base } = this.request;
    let next = 0;
    const stage: Stage = (budget) => {
      const target = instants[next] - 1;
      const { machine } = cursor.kernel;
      const was = machine.instant;
      this.runTo(Math.min(target, was + Math.max(1, budget.left)));
      budget.left -= machine.instant - was;
      if (machine.instant < target) return stage;
      const isInput = this.inputs.has(target);
      into.set(
        instants[next],
        lookAtWrite(cursor, watch, segments, (offset) => base + offset, isInput),
      );
      budget.left -= LOOK_COST;
      next++;
      return next < instants.length ? stage : then();
    };
    return question.work(timeline.seek(cursor, { branch, instant: instants[0] - 1 }), () => stage);
  }

  private atBeginning(): Stage | undefined {
    const { branch, segments } = this.request;
    return this.question.work(this.timeline.seek(this.cursor, { branch, instant: this.bottom }), () => {
      const { memory } = this.cursor.kernel.machine;
      return this.finish({ kind: 'beginning', bytes: bytesOf(memory, segments) });
    });
  }

  private finish(origin: SearchResult['origin']): undefined {
    return this.question.answer({ writes: this.found, origin });
  }
}

/** Instants at which typed input is put into the machine, on the way of a branch. */
export function inputInstants(timeline: Timeline, branch: number): ReadonlySet<number> {
  const instants = new Set<number>();
  const { branches } = timeline.log();
  let limit = Number.POSITIVE_INFINITY;
  for (let id: number | undefined = branch; id !== undefined; ) {
    const logged = branches.find((candidate) => candidate.id === id);
    for (const entry of logged?.entries ?? [])
      if ('input' in entry && entry.instant < limit) instants.add(entry.instant);
    limit = Math.min(limit, logged?.from?.instant ?? 0);
    id = logged?.from?.branch;
  }
  return instants;
}
