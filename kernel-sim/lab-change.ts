/**
 * The motion to the nearest instant at which one of some views shows something else than now. Views are compared where something is likely to have
 * changed, at events of the story and at statements of the learner's own code, the further off the less often, but never more than 20,000 instructions
 * apart; between the last state that shows the same and the first that does not, halving finds the one instruction that made the difference. A change
 * that is taken back before anything is compared is passed.
 *
 * Forwards the main cursor runs itself, backwards another one searches. Breakpoints do not stop it. Views that say nothing about whose code or
 * process they are of stay with whoever is followed: the thread that runs now, unless the request names another or a CPU.
 */
import { done, mapTask, type Task, thenTask } from './base/task.ts';
import { threadOn } from './debugger/context.ts';
import { DebugError } from './debugger/error.ts';
import { Question, type Stage } from './debugger/questions/question.ts';
import { CodeMap, Slot } from './debugger/stops/code-map.ts';
import { pidOf, tidOf } from './debugger/stops/origin.ts';
import { stopReportAt } from './debugger/stops/report.ts';
import type { Kernel } from './kernel/kernel.ts';
import type { Direction, Follow, StopReason, StopReport } from './protocol/time.ts';
import type { ViewQuery } from './protocol/views.ts';
import type { Cursor } from './timeline/cursor.ts';
import type { Timeline } from './timeline/timeline.ts';
import { kindsOf } from './trace/presets.ts';
import { EVENT_NAMES } from './trace/schema.ts';
import { isViewKind, viewOf } from './views/table.ts';
import { INSTRUCTION_BYTES } from './vm/opcodes.ts';
import { Watch } from './vm/watch.ts';

/** What a session lends to a motion. */
interface Parts {
  readonly timeline: Timeline;
  ask<T>(question: (timeline: Timeline, cursor: Cursor) => Task<T>): Task<T>;
}

interface ChangeRequest {
  readonly views: readonly ViewQuery[];
  readonly direction: Direction;
  readonly follow?: Follow | undefined;
}

/** Views are compared at least so often, in instructions. */
const FURTHEST = 20_000;
/** Nearer than that nothing is skipped; from there on ever more. */
const NEAR = 256;
const WIDEST = 1_000_000;
/** What comparing one view costs, in instructions. */
const COMPARE_COST = 3000;
const STORY: ReadonlySet<string> = new Set([...kindsOf('story', '')].map((kind) => EVENT_NAMES[kind]));
const OWN_STATEMENT = Slot.OWN | Slot.STATEMENT;

/** Throws DebugError for views that there are not. */
export function moveToChange(parts: Parts, { views, direction, follow }: ChangeRequest): Task<StopReport> {
  if (views.length === 0) throw new DebugError('no view is named that is to change');
  const unknown = views.find(({ kind }) => !isViewKind(kind));
  if (unknown) throw new DebugError(`there is no view ${unknown.kind}`);
  const { timeline } = parts;
  const shown = new Shown(timeline.main.kernel, views, follow);
  return direction === 'forward' ? forwards(parts, shown) : backwards(parts, shown);
}

// ------------------------------------------------------------------ the two directions

/** `same` shows what is shown now, `other` does not; nothing is known of what lies between them. */
interface Between {
  readonly same: number;
  readonly other: number;
}

function forwards(parts: Parts, shown: Shown): Task<StopReport> {
  const { main } = parts.timeline;
  return thenTask(runForwards(parts.timeline, shown), (found) => {
    if (typeof found !== 'string') return halve(parts, shown, found);
    const end = found === 'end' ? parts.timeline.branch(main.at.branch).end : undefined;
    return done(stopReportAt(main, found, { end, text: NOTHING }));
  });
}

function backwards(parts: Parts, shown: Shown): Task<StopReport> {
  const { timeline } = parts;
  const { at } = timeline.main;
  const search = parts.ask((_, cursor) => searchBackwards(timeline, cursor, at.branch, at.instant, shown));
  return thenTask(search, (found) => {
    if (found) return halve(parts, shown, found);
    const seek = timeline.seek(timeline.main, { branch: at.branch, instant: 0 });
    return mapTask(seek, () => stopReportAt(timeline.main, 'beginning', { text: NOTHING }));
  });
}

const NOTHING = 'nothing of it changed on the way';

/** Goes to the state next to `same` that shows something else. */
function halve(parts: Parts, shown: Shown, found: Between): Task<StopReport> {
  const { timeline } = parts;
  const { main } = timeline;
  const { branch } = main.at;
  const narrowed = parts.ask(
    (_, cursor) =>
      new Question<number>((question) => {
        const narrow = ({ same, other }: Between): Stage | undefined => {
          if (Math.abs(other - same) <= 1) return question.answer(other);
          const middle = Math.floor((same + other) / 2);
          return question.work(timeline.seek(cursor, { branch, instant: middle }), () => {
            const isSame = shown.isIn(cursor.kernel);
            return (budget) => {
              budget.left -= shown.cost;
              return narrow(isSame ? { same: middle, other } : { same, other: middle });
            };
          });
        };
        return () => narrow(found);
      }),
  );
  const seek = thenTask(narrowed, (instant) => timeline.seek(main, { branch, instant }));
  return mapTask(seek, () => stopReportAt(main, 'step', { text: shown.changesIn(main.kernel) }));
}

function runForwards(timeline: Timeline, shown: Shown): Task<Between | Extract<StopReason, 'end' | 'input'>> {
  const cursor = timeline.main;
  const from = cursor.at.instant;
  const { head } = timeline.branch(cursor.at.branch);
  const candidates = new Candidates(cursor);
  let same = from;
  return new Question((question) => {
    const stage: Stage = (budget) => {
      while (budget.left > 0) {
        const far = same - from;
        const [least, most] = far <= NEAR ? [1, NEAR / 4] : [far >> 6, far >> 2];
        const was = cursor.at.instant;
        const stop = candidates.run(
          { least: same + Math.min(least, FURTHEST), most: same + Math.min(most, FURTHEST) },
          budget.left,
        );
        const { instant } = cursor.at;
        budget.left -= instant - was;
        question.at((instant - from) / Math.max(1, head - from));
        if (stop === 'under way') continue;
        budget.left -= shown.cost;
        if (!shown.isIn(cursor.kernel)) return question.answer({ same, other: instant });
        if (stop !== 'there') return question.answer(stop);
        same = instant;
      }
      return stage;
    };
    return stage;
  });
}

/** Looks at stretches that lie ever further back, from each one's beginning on; undefined: all the way back nothing else is shown. */
function searchBackwards(
  timeline: Timeline,
  cursor: Cursor,
  branch: number,
  before: number,
  shown: Shown,
): Task<Between | undefined> {
  const candidates = new Candidates(cursor);
  return new Question((question) => {
    const stretch = (to: number, width: number): Stage | undefined => {
      if (to === 0) return question.answer(undefined);
      question.at((before - to) / before);
      const from = Math.max(0, to - width);
      const step = { least: width <= NEAR ? 1 : Math.min(FURTHEST, width >> 7), most: Math.min(FURTHEST, width >> 2) };
      let other = -1;
      let same = to;
      let last = from;
      const look = () => {
        last = cursor.at.instant;
        if (!shown.isIn(cursor.kernel)) {
          other = last;
          same = to;
        } else if (same === to) same = last;
      };
      const stage: Stage = (budget) => {
        while (budget.left > 0) {
          const was = cursor.at.instant;
          const stop = candidates.run(
            { least: last + step.least, most: Math.min(to, last + step.most) },
            Math.min(budget.left, to - was),
          );
          const { instant } = cursor.at;
          budget.left -= instant - was;
          if (instant >= to || stop === 'end' || stop === 'input') {
            return other >= 0 ? question.answer({ same, other }) : stretch(from, Math.min(WIDEST, width * 4));
          }
          if (stop === 'under way') continue;
          budget.left -= shown.cost;
          look();
        }
        return stage;
      };
      return question.work(timeline.seek(cursor, { branch, instant: from }), () => {
        look();
        return stage;
      });
    };
    return () => stretch(before, NEAR);
  });
}

// ------------------------------------------------------------------ where to compare

/** Where a cursor may stop: at `least` or later where something may have changed, at `most` at any rate. */
interface Bounds {
  readonly least: number;
  readonly most: number;
}

/** Runs a cursor to where something may have changed. */
class Candidates {
  private readonly watch: Watch;

  constructor(private readonly cursor: Cursor) {
    const { kernel } = cursor;
    const code = new CodeMap(kernel);
    this.watch = new Watch(kernel.machine, (va, cpu, slots) => {
      code.forget();
      const mapped = code.at(va, cpu);
      if (!mapped) return;
      const first = (va - mapped.base) / INSTRUCTION_BYTES;
      for (let i = 0; i < slots.length; i++) {
        if ((mapped.slots[first + i] & OWN_STATEMENT) === OWN_STATEMENT) slots[i] = 1;
      }
    });
  }

  run({ least, most }: Bounds, budget: number): 'there' | 'under way' | 'end' | 'input' {
    const { cursor } = this;
    const { instant } = cursor.at;
    const limit = Math.min(most, instant + Math.max(1, budget));
    if (instant < least - 1) {
      const stop = cursor.run(Math.min(least - 1, limit));
      if (stop === 'end' || stop === 'input') return stop;
      return cursor.at.instant >= most ? 'there' : 'under way';
    }
    const outer = cursor.listener;
    cursor.listener = (name, values) => {
      outer?.(name, values);
      // What is told of an instruction is seen behind it.
      if (STORY.has(name)) cursor.pause();
    };
    try {
      const stop = cursor.run(limit, this.watch);
      if (stop === 'end' || stop === 'input') return stop;
      return stop === 'target' && cursor.at.instant < most ? 'under way' : 'there';
    } finally {
      cursor.listener = outer;
    }
  }
}

// ------------------------------------------------------------------ what is compared

/** What the views showed when the motion began. */
class Shown {
  readonly cost: number;
  private readonly queries: readonly ViewQuery[];
  private readonly records: readonly unknown[];

  constructor(
    k: Kernel,
    private readonly views: readonly ViewQuery[],
    follow: Follow | undefined,
  ) {
    this.queries = views.map((query) => staying(k, query, follow));
    this.records = this.queries.map((query) => recordOf(k, query));
    this.cost = COMPARE_COST * views.length;
  }

  isIn(k: Kernel): boolean {
    return this.queries.every((query, i) => isEqual(recordOf(k, query), this.records[i]));
  }

  /** Which views show something else there, in words. */
  changesIn(k: Kernel): string {
    const changed = this.views.filter((_, i) => !isEqual(recordOf(k, this.queries[i]), this.records[i]));
    return `changed: ${changed.map(nameOf).join(', ')}`;
  }
}

const OF_CODE: ReadonlySet<string> = new Set('stack locals registers watch memory disassembly source type'.split(' '));
const OF_PROCESS: ReadonlySet<string> = new Set('process handles translation address memory-map'.split(' '));

/** The query with whoever is followed in it, if it names nobody. */
function staying(k: Kernel, query: ViewQuery, follow: Follow | undefined): ViewQuery {
  const named = query as { readonly thread?: unknown; readonly cpu?: unknown; readonly process?: unknown };
  const running = threadOn(k, k.cpu);
  const tid =
    follow?.kind === 'thread' && follow.tid !== undefined ? follow.tid : running === 0 ? 0 : tidOf(k, running);
  const isOfCode = OF_CODE.has(query.kind);
  if ((isOfCode || query.kind === 'thread') && named.thread === undefined && named.cpu === undefined) {
    if (tid !== 0 && follow?.kind !== 'cpu') return { ...query, thread: tid } as ViewQuery;
    const cpu = (follow?.kind === 'cpu' ? follow.cpu : undefined) ?? k.machine.currentCpu;
    return isOfCode ? ({ ...query, cpu } as ViewQuery) : query;
  }
  const pid = running === 0 ? 0 : pidOf(k, running);
  if (OF_PROCESS.has(query.kind) && named.process === undefined && pid !== 0) {
    return { ...query, process: pid } as ViewQuery;
  }
  return query;
}

/** A view that cannot be made says so. */
function recordOf(k: Kernel, query: ViewQuery): unknown {
  try {
    return viewOf(k, query);
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}

/** `locals`, `watch g_Count`, `irp 0xFFFF...`. */
function nameOf(query: ViewQuery): string {
  const { kind, ...asked } = query as { readonly kind: string } & Readonly<Record<string, unknown>>;
  const what = asked.expression ?? asked.address ?? asked.path ?? asked.tag ?? asked.text;
  return typeof what === 'string' ? `${kind} ${what}` : kind;
}

function isEqual(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a)) {
    return Array.isArray(b) && a.length === b.length && a.every((value, i) => isEqual(value, b[i]));
  }
  const keys = Object.keys(a);
  if (keys.length !== Object.keys(b).length) return false;
  const [left, right] = [a, b] as readonly Readonly<Record<string, unknown>>[];
  return keys.every((key) => Object.hasOwn(right, key) && isEqual(left[key], right[key]));
}
