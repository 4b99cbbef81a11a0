/**
 * The views that the page watches: each is made anew when the shown instant has changed, and only what differs is told. What is not watched is
 * not made.
 */
import { done, mapTask, type Task } from './base/task.ts';
import { DebugError } from './debugger/error.ts';
import type { Kernel } from './kernel/kernel.ts';
import type { LabSession } from './lab-session.ts';
import type { LabEvent, ViewChange } from './protocol/messages.ts';
import type { At } from './protocol/time.ts';
import type { ViewQuery, ViewResult } from './protocol/views.ts';
import { deltaOf } from './views/delta.ts';
import { isViewKind, viewOf } from './views/table.ts';

type WatchedChanges = Omit<Extract<LabEvent, { kind: 'views' }>, 'kind' | 'run'>;

export class WatchedViews {
  readonly #session: LabSession;
  #queries: readonly ViewQuery[] = [];
  #told: readonly ViewResult[] | undefined;
  #at: At | undefined;

  constructor(session: LabSession) {
    this.#session = session;
  }

  get isEmpty(): boolean {
    return this.#queries.length === 0;
  }

  /** Throws DebugError if there is no such view. */
  watch(queries: readonly ViewQuery[]): void {
    for (const { kind } of queries) checkKind(kind);
    this.#queries = queries;
    this.#told = undefined;
    this.#at = undefined;
  }

  /** What to tell of the shown instant; undefined: nothing has changed. */
  next(): WatchedChanges | undefined {
    const { at, kernel } = this.#session;
    const [told, from] = [this.#told, this.#at];
    const views = this.#queries.map((query) => viewIn(kernel, query));
    const changes = views.flatMap((whole, view): ViewChange[] => {
      if (!told) return [{ view, whole }];
      const delta = deltaOf(told[view].record, whole.record);
      return delta.changes.length === 0 ? [] : [{ view, delta }];
    });
    this.#told = views;
    this.#at = at;
    return changes.length === 0 ? undefined : { at, from, queries: told ? undefined : this.#queries, changes };
  }
}

/** Views of any instant; the shown one is looked at where it is. */
export function viewsAt(session: LabSession, queries: readonly ViewQuery[], at: At | undefined): Task<ViewResult[]> {
  for (const { kind } of queries) checkKind(kind);
  const { kernel } = session;
  const isShown = !at || (at.branch === session.at.branch && at.instant === session.at.instant);
  if (isShown) return done(queries.map((query) => viewIn(kernel, query)));
  return session.ask((timeline, cursor) =>
    mapTask(timeline.seek(cursor, at), () => queries.map((query) => viewIn(cursor.kernel, query))),
  );
}

/** A view that cannot be made says so; it takes nothing else down with it. */
function viewIn(k: Kernel, query: ViewQuery): ViewResult {
  try {
    return { kind: query.kind, record: viewOf(k, query) } as ViewResult;
  } catch (error) {
    const problem = `this view cannot be made: ${error instanceof Error ? error.message : String(error)}`;
    return { kind: query.kind, record: { problem } } as ViewResult;
  }
}

function checkKind(kind: string): void {
  if (!isViewKind(kind)) throw new DebugError(`there is no view ${kind}`);
}
