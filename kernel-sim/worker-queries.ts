/**
 * Answers to queries. Each is pure at an instant: it works on machines of its own, or only looks; what moves meanwhile is not touched.
 */
import { done, mapTask, type Task } from './base/task.ts';
import { callsOf } from './debugger/questions/calls.ts';
import { historyOf } from './debugger/questions/history.ts';
import { irpHistory } from './debugger/questions/irp-history.ts';
import { lastWrites } from './debugger/questions/last-writes.ts';
import { poolHistory } from './debugger/questions/pool-history.ts';
import { suspects } from './debugger/questions/suspects.ts';
import type { AnswerTo, AskOf, QueryKind } from './protocol/messages.ts';
import { TimelineError } from './timeline/errors.ts';
import { sourceFiles, sourceNamed } from './views/source.ts';
import type { LabRun } from './worker-run.ts';
import { situationAt } from './worker-situation.ts';
import { stretchOf } from './worker-stretch.ts';
import { viewsAt } from './worker-views.ts';

/** Queries of a run; `judge` is of none. */
export type RunQueryKind = Exclude<QueryKind, 'judge'>;
type Queries = { readonly [K in RunQueryKind]: (run: LabRun, ask: AskOf<K>) => Task<AnswerTo<K>> };

/** In which lane a query goes: questions about the past may take long, and must not hold up the others. */
export const QUESTIONS: ReadonlySet<string> = new Set<QueryKind>([
  ...([
    'last-writes',
    'expression-history',
    'pool-history',
    'calls',
    'irp-history',
    'suspects',
    'lines-run',
    'breakpoint-hits',
  ] as const),
]);

const QUERIES: Queries = {
  views: ({ session, shown }, { at = shown, views }) => viewsAt(session, views, at),
  events: ({ trace }, { kind: _, ...query }) => trace.events(query),
  'trace-rows': ({ trace, shown }, { window }) => trace.rows(shown.branch, window),
  'trace-place': ({ trace, shown }, { preset, filter, instant }) =>
    mapTask(trace.rowsBefore(shown.branch, { preset, filter }, instant), (before) => ({ before })),
  'trace-columns': ({ trace }, { kind: _, ...range }) => trace.columns(range),
  output: ({ session: { timeline }, shown }, { at = shown }) => {
    const problem = timeline.problemWith(at);
    if (problem !== undefined) throw new TimelineError(problem);
    return done(timeline.output(at));
  },
  situation: ({ session, trace, shown }, { at = shown }) => {
    const problem = session.timeline.problemWith(at);
    if (problem !== undefined) throw new TimelineError(problem);
    return situationAt(session, trace, at);
  },
  lanes: ({ trace }, { kind: _, ...range }) => trace.lanes(range),
  stretch: ({ session, trace, shown }, { branch = shown.branch, from, to }) =>
    stretchOf(session, trace, { branch, from, to }),
  'lines-run': ({ session, coverage, shown }, { file, branch = shown.branch }) =>
    session.ask((timeline, cursor) => coverage.of(timeline, cursor, branch, file)),
  'source-files': ({ session }) => done(sourceFiles(session.kernel)),
  'source-text': ({ session }, { file, image }) => done(sourceNamed(session.kernel, file, image)),
  'last-writes': ({ session }, { request }) => session.ask((timeline, cursor) => lastWrites(timeline, cursor, request)),
  'expression-history': ({ session }, { request }) =>
    session.ask((timeline, cursor) => historyOf(timeline, cursor, request)),
  'pool-history': ({ session }, { request }) =>
    session.ask((timeline, cursor) => poolHistory(timeline, cursor, request)),
  calls: ({ session }, { request }) => session.ask((timeline, cursor) => callsOf(timeline, cursor, request)),
  'irp-history': ({ session }, { request }) => session.ask((timeline, cursor) => irpHistory(timeline, cursor, request)),
  'breakpoint-hits': ({ session, shown }, { branch = shown.branch }) => session.breakpointHits(branch),
  suspects: ({ session }, { at }) => session.ask((timeline, cursor) => suspects(timeline, cursor, at)),
  completion: ({ session }, { line, cursor }) => done(session.complete(line, cursor)),
  branches: ({ session }) => done(session.branches),
  breakpoints: ({ session }) => done(session.breakpoints.list()),
  position: ({ session }) => done(session.report()),
  saved: (run) => done(run.saved),
  stats: ({ session }) => done(session.timeline.stats()),
  'state-hash': ({ session, shown }, { at = shown }) =>
    session.ask((timeline, cursor) => mapTask(timeline.seek(cursor, at), () => cursor.kernel.machine.stateHash())),
};

export function isQuery(kind: string): kind is RunQueryKind {
  return Object.hasOwn(QUERIES, kind);
}

export function queryTask<K extends RunQueryKind>(run: LabRun, ask: AskOf<K>): Task<AnswerTo<K>> {
  return (QUERIES[ask.kind] as (run: LabRun, ask: AskOf<K>) => Task<AnswerTo<K>>)(run, ask);
}

const IN_COLUMNS: ReadonlySet<string> = new Set<QueryKind>(['trace-columns', 'lanes', 'lines-run']);

/** What of an answer is handed over instead of copied. */
export function transferOf(kind: QueryKind, answer: unknown): ArrayBuffer[] {
  if (!IN_COLUMNS.has(kind)) return [];
  return Object.values(answer as object).flatMap((column) =>
    ArrayBuffer.isView(column) ? [column.buffer] : [],
  ) as ArrayBuffer[];
}
