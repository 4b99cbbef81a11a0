/**
 * When an expression changed. What it reads is watched, and read anew after each write (pointers may lead elsewhere then); variables of a frame,
 * in registers or memory, are followed while that call of the function lives.
 */

import { type VirtAddr, virtAddrOf } from '../../base/numbers.ts';
import type { Task } from '../../base/task.ts';
import type { Kernel } from '../../kernel/kernel.ts';
import type { StackFrame } from '../../kernel/stack.ts';
import { FrameHeader } from '../../machine/layout.ts';
import { DirtyReader } from '../../machine/memory.ts';
import type { ExpressionHistory, HistoryRequest, ValueChange, WriteRecord } from '../../protocol/questions.ts';
import type { Cursor } from '../../timeline/cursor.ts';
import type { Timeline } from '../../timeline/timeline.ts';
import { INSTRUCTION_BYTES } from '../../vm/opcodes.ts';
import { AccessKind, type Touch, Watch } from '../../vm/watch.ts';
import { chosenFrame, contextOf, type DebugContext, threadOn, tryRead } from '../context.ts';
import { DebugError } from '../error.ts';
import { type Expression, evaluate, parse } from '../expression.ts';
import { formatValue } from '../format.ts';
import { sizeOf } from '../types.ts';
import { parseAddress } from './last-writes.ts';
import { isEqual, lookAtWrite } from './look.ts';
import { virtualSegments } from './mapping.ts';
import { type Budget, Question, type Stage } from './question.ts';
import { partsRead, RecordingView, type WatchedPart } from './reads.ts';
import { inputInstants, searchWrites } from './search.ts';

const DEFAULT_LIMIT = 100;
const MAX_LIMIT = 10_000;
/** What reading the expression anew costs, in instructions. */
const READ_COST = 500;
const LOOK_COST = 2_000;
const PAGE_SHIFT = 12;
/** Instructions of a chunk. */
const CHUNK = 16_384;
/** Bytes of a value that are compared. */
const MAX_BYTES = 4096;
/** Writes to a frame's header that are looked at to find the call that made it. */
const HEADER_WRITES = 4;

/** The call whose variables are meant. */
interface Activation {
  readonly thread: VirtAddr;
  readonly fp: VirtAddr;
  readonly header: VirtAddr;
  readonly callerFp: VirtAddr;
  readonly callerSp: VirtAddr;
  readonly returnTo: VirtAddr;
}

/** Whose eyes read the expression. */
interface Scope {
  readonly expression: Expression;
  readonly thread: VirtAddr;
  /** Undefined: it means the same in every frame. */
  readonly activation: Activation | undefined;
  /** The frame of the question, without its variables: names of its file come first. */
  readonly file: StackFrame | undefined;
}

/** A reading of the expression. */
interface Reading {
  readonly value: string;
  /** Equal for equal values. */
  readonly key: string;
  readonly parts: readonly WatchedPart[];
  /** It could be read. */
  readonly known: boolean;
}

/** A change that was found, and what was watched when it happened. */
interface Found {
  readonly instant: number;
  readonly value: string;
  readonly parts: readonly WatchedPart[];
}

/** Works on `cursor`, which nobody else may move meanwhile. Throws DebugError for what cannot be asked. */
export function historyOf(timeline: Timeline, cursor: Cursor, request: HistoryRequest): Task<ExpressionHistory> {
  const { at, limit = DEFAULT_LIMIT, to = at.instant } = request;
  const problem = timeline.problemWith(at) ?? timeline.problemWith({ branch: at.branch, instant: to });
  if (problem) throw new DebugError(problem);
  if (!Number.isInteger(limit) || limit < 1 || limit > MAX_LIMIT)
    throw new DebugError(`${limit} changes: a limit is from 1 to ${MAX_LIMIT}`);
  const expression = parse(request.expression);

  return new Question<ExpressionHistory>((question) =>
    question.work(timeline.seek(cursor, at), () => {
      const { scope, reading } = scopeOf(cursor.kernel, expression, request);
      const follow = (entered: number | undefined): Stage => {
        const from = Math.max(request.from ?? 0, entered ?? 0);
        const history = new History(timeline, cursor, question, scope, reading, { branch: at.branch, from, to, limit });
        return history.begin(request.expression, entered);
      };
      if (!scope.activation) return follow(undefined);
      // The call that made the frame is the last thing that wrote its header.
      const k = cursor.kernel;
      const segments = virtualSegments(k.machine.memory, k.cpu.cr3, scope.activation.header, FrameHeader.BYTES);
      const where = { branch: at.branch, to: at.instant, base: scope.activation.header, count: HEADER_WRITES };
      if ('missing' in segments) return follow(undefined);
      return question.work(searchWrites(timeline, cursor, { ...where, segments }), ({ writes }) => {
        const made = writes.find(({ record }) => record.kind !== 'instruction' && record.kind !== 'register');
        return follow(made?.record.instant ?? 0);
      });
    }),
  );
}

/** What the expression means where the question stands. */
function scopeOf(k: Kernel, expression: Expression, request: HistoryRequest): { scope: Scope; reading: Reading } {
  const thread = request.thread === undefined ? undefined : parseAddress(request.thread);
  const focus = {
    ...(thread !== undefined && { thread }),
    ...(request.frame !== undefined && { frame: request.frame }),
  };
  const context = contextOf(k, focus);
  const frame = chosenFrame(context);
  const common = { expression, thread: context.thread };
  const global: Scope = { ...common, activation: undefined, file: frame && { ...frame, fp: 0 } };
  const here = readIn(k, context, expression);
  if (!here.known) evaluate(expression, context);
  if (here.parts.length === 0)
    throw new DebugError('this expression reads no memory: there is nothing that could be followed');
  const bare = read(k, global);
  const reads = ({ parts }: Reading) => parts.map(({ pa, length }) => `${pa}+${length}`).join();
  if (bare.known && bare.key === here.key && reads(bare) === reads(here)) return { scope: global, reading: bare };
  const activation = frame && activationOf(context, frame);
  return { scope: { ...common, activation, file: undefined }, reading: here };
}

function activationOf(context: DebugContext, frame: StackFrame): Activation | undefined {
  const header = frame.fp + (frame.place?.fn?.registers ?? 0) * 8;
  return tryRead(() => ({
    ...{ thread: context.thread, fp: frame.fp, header },
    callerFp: context.view.ptr(header + FrameHeader.CALLER_FP),
    callerSp: context.view.ptr(header + FrameHeader.CALLER_SP),
    returnTo: context.view.ptr(header + FrameHeader.RETURN),
  }));
}

/** Reads the expression now; undefined if its frame is gone. */
function readNow(k: Kernel, scope: Scope): Reading | undefined {
  const { activation, thread } = scope;
  if (!activation) return read(k, scope);
  const context = contextOf(k, { thread });
  const frame = context.frames.findIndex(({ fp }) => fp === activation.fp);
  return frame < 0 ? undefined : readIn(k, contextOf(k, { thread, frame }), scope.expression);
}

/** Reads an expression that means the same everywhere. */
function read(k: Kernel, { expression, thread, file }: Scope): Reading {
  let context: DebugContext;
  try {
    context = contextOf(k, { thread });
  } catch (e) {
    // Before the thread was made.
    if (!(e instanceof DebugError)) throw e;
    context = contextOf(k);
  }
  return readIn(k, changed(context, { frames: file ? [file] : [], frame: 0 }), expression);
}

function readIn(k: Kernel, context: DebugContext, expression: Expression): Reading {
  const cr3 = context.view.cr3 ?? k.cpu.cr3;
  const view = new RecordingView(k.machine, cr3);
  const recorded = changed(context, { frames: context.frames, view });
  const reading = (value: string, key: string, known: boolean): Reading => {
    return { value, key, known, parts: partsRead(k.machine.memory, cr3, view.reads) };
  };
  try {
    const v = evaluate(expression, recorded);
    const value = formatValue(recorded, v);
    const va = v.address === undefined ? undefined : virtAddrOf(v.address);
    const image = va === undefined ? '' : view.image(va, Math.min(sizeOf(v.type), MAX_BYTES));
    return reading(value, v.value === undefined ? `${value} ${image}` : value, true);
  } catch (e) {
    if (!(e instanceof DebugError)) throw e;
    return reading(`<${e.message}>`, e.message, false);
  }
}

/** A context with something else in it; what it works out when asked stays as it is. */
function changed(context: DebugContext, change: Partial<DebugContext>): DebugContext {
  const fields = Object.entries({ top: undefined, ...change }).map(([name, value]) => [name, { value }]);
  return Object.create(context, Object.fromEntries(fields)) as DebugContext;
}

interface Limits {
  readonly branch: number;
  readonly from: number;
  readonly to: number;
  readonly limit: number;
}

class History {
  private readonly watch: Watch;
  private readonly looking: Watch;
  private readonly found: Found[] = [];
  private truncated = false;
  private left: number | undefined;
  private key = '';
  private known = false;
  private parts: readonly WatchedPart[] = [];
  /** Pages that were surveyed, and the ends of the chunks in which one of them was written. */
  private readonly surveyed = new Set<number>();
  private readonly written = new Set<number>();
  private readonly inputs: ReadonlySet<number>;
  /** All that is watched lies on them. */
  private isCovered = false;

  constructor(
    private readonly timeline: Timeline,
    private readonly cursor: Cursor,
    private readonly question: Question<ExpressionHistory>,
    private readonly scope: Scope,
    /** As it is where the question stands: what to watch while it cannot be read. */
    private readonly reading: Reading,
    private readonly limits: Limits,
  ) {
    const k = cursor.kernel;
    const { activation } = scope;
    this.watch = new Watch(k.machine, (va, _, slots) => {
      const offset = activation ? activation.returnTo - va : -1;
      if (offset >= 0 && offset < slots.length * INSTRUCTION_BYTES) slots[offset / INSTRUCTION_BYTES] = 1;
    });
    this.looking = new Watch(k.machine, () => undefined);
    this.inputs = inputInstants(timeline, limits.branch);
  }

  begin(expression: string, entered: number | undefined): Stage {
    // The end of a call is seen at an instruction: its time is gone through with the watch throughout.
    return this.scope.activation ? this.follow(expression, entered) : this.survey(expression);
  }

  /** Runs through at full speed and finds the chunks in which something was written to the pages that the expression is on. */
  private survey(expression: string): Stage {
    const { cursor, limits, written } = this;
    const { memory } = cursor.kernel.machine;
    for (const page of pagesOf(this.reading.parts)) this.surveyed.add(page);
    const stage: Stage = (budget) => {
      while (budget.left > 0) {
        const was = cursor.at.instant;
        if (was >= limits.to) return this.follow(expression, undefined);
        for (const page of this.surveyed) memory.dirty[page] &= ~DirtyReader.SEARCH;
        cursor.run(this.endOfChunk(was));
        for (const page of this.surveyed)
          if ((memory.dirty[page] & DirtyReader.SEARCH) !== 0) written.add(this.endOfChunk(was));
        budget.left -= cursor.at.instant - was;
        if (cursor.at.instant === was) throw new Error(`the machine does not go on from instant ${was}`);
        this.tell(0, 0.3);
      }
      return stage;
    };
    return this.question.work(this.timeline.seek(cursor, { branch: limits.branch, instant: limits.from }), () => stage);
  }

  private endOfChunk(instant: number): number {
    const { from, to } = this.limits;
    return Math.min(to, from + (Math.floor((instant - from) / CHUNK) + 1) * CHUNK);
  }

  private tell(done: number, share: number): void {
    const { from, to } = this.limits;
    this.question.at(done + (share * (this.cursor.at.instant - from)) / Math.max(1, to - from));
  }

  private follow(expression: string, entered: number | undefined): Stage {
    const { branch, from } = this.limits;
    return this.question.work(this.timeline.seek(this.cursor, { branch, instant: from }), () => {
      this.note(from);
      const stage: Stage = (budget) => {
        while (budget.left > 0) {
          const was = this.cursor.at.instant;
          if (!this.advance(budget)) return this.describe(expression, entered);
          budget.left -= this.cursor.at.instant - was;
          this.tell(0.3, 0.4);
        }
        return stage;
      };
      return stage;
    });
  }

  /** Runs to the next write, or a little further. False: there is nothing more to find. */
  private advance(budget: Budget): boolean {
    const { cursor, watch, scope } = this;
    const was = cursor.at.instant;
    if (was >= this.limits.to || this.left !== undefined) return false;
    const end = this.endOfChunk(was);
    const isClean = !scope.activation && this.isCovered && !this.written.has(end);
    const isInput = this.inputs.has(was);
    let to = isInput ? was + 1 : Math.min(end, was + budget.left);
    for (const input of this.inputs) if (input > was && input < to) to = input;
    cursor.run(to, isClean ? undefined : watch);
    const { instant } = cursor.at;
    if (isClean) return instant > was;
    // What is typed is written from outside, unseen.
    if (isInput) this.note(instant);
    else if (scope.activation && watch.arrived && this.hasReturned(scope.activation)) this.left = instant;
    else if (watch.touched.length > 0) {
      this.touched(watch.touched, instant);
      budget.left -= READ_COST;
    }
    return instant > was;
  }

  /** Writing the same again changes nothing, unless there was no value before (a variable that was not in scope). */
  private touched(touched: readonly Touch[], instant: number): void {
    if (!this.known || touched.some(({ before, after }) => !isEqual(before, after))) this.note(instant);
  }

  private hasReturned({ thread, callerFp, callerSp }: Activation): boolean {
    const k = this.cursor.kernel;
    return threadOn(k, k.cpu) === thread && k.cpu.fp === callerFp && k.cpu.sp === callerSp;
  }

  /** Reads the expression, keeps its value if it is another, and watches what was read. */
  private note(instant: number): void {
    const reading = readNow(this.cursor.kernel, this.scope);
    if (!reading) {
      this.left = instant;
      return;
    }
    if (reading.key !== this.key || this.found.length === 0) {
      this.found.push({ instant, value: reading.value, parts: this.parts });
      // One more than asked for, so that it is known whether there were more.
      if (this.found.length > this.limits.limit + 1) {
        this.found.shift();
        this.truncated = true;
      }
    }
    this.key = reading.key;
    this.known = reading.known;
    const parts = reading.known ? reading.parts : [...reading.parts, ...this.reading.parts];
    if (parts.map(keyOf).join() === this.parts.map(keyOf).join()) return;
    let offset = 0;
    this.parts = parts.map((part) => {
      offset += part.length;
      return { ...part, offset: offset - part.length };
    });
    this.isCovered = pagesOf(parts).every((page) => this.surveyed.has(page));
    this.watch.setRanges(this.parts.map(({ pa, length }) => ({ pa, length, kinds: AccessKind.WRITE })));
  }

  /** Finds out who made each change. */
  private describe(expression: string, entered: number | undefined): Stage | undefined {
    const { timeline, cursor, question, limits } = this;
    const { branch, from, to, limit } = limits;
    if (this.found.length > limit) {
      this.found.shift();
      this.truncated = true;
    }
    const changes: ValueChange[] = [];
    const next: Stage = (budget) => {
      const change = this.found[changes.length];
      question.at(0.7 + (0.3 * changes.length) / Math.max(1, this.found.length));
      if (!change) {
        const frame = entered === undefined ? undefined : { entered, left: this.left };
        return question.answer({ expression, from, to, changes, truncated: this.truncated, frame });
      }
      if (change.parts.length === 0 || change.instant === from) {
        changes.push({ instant: change.instant, by: undefined, value: change.value });
        return next;
      }
      return question.work(timeline.seek(cursor, { branch, instant: change.instant - 1 }), () => {
        changes.push({ instant: change.instant, by: this.writerOf(change), value: change.value });
        budget.left -= LOOK_COST;
        return next;
      });
    };
    return next;
  }

  private writerOf({ parts, instant }: Found): WriteRecord {
    const addressAt = (offset: number) => {
      const part = parts.findLast((candidate) => candidate.offset <= offset) ?? parts[0];
      return part.name + offset - part.offset;
    };
    return lookAtWrite(this.cursor, this.looking, parts, addressAt, this.inputs.has(instant - 1)).record;
  }
}

function pagesOf(parts: readonly WatchedPart[]): number[] {
  return parts.flatMap(({ pa, length }) => [pa >>> PAGE_SHIFT, (pa + length - 1) >>> PAGE_SHIFT]);
}

function keyOf({ pa, length }: WatchedPart): string {
  return `${pa}+${length}`;
}
