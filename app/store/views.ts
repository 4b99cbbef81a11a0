/**
 * Views of the shown instant, by what was asked: components say what they need (`useView`), all of it together is watched in the worker, and the
 * records come in once a stop. Only `client/` writes the records.
 */
import { useEffect, useMemo } from 'react';
import { create } from 'zustand';
import type { At } from '../../kernel-sim/protocol/time';
import type { Read, ViewKind, ViewQuery, ViewQueryOf, ViewRecord, ViewResult } from '../../kernel-sim/protocol/views';

interface ViewsState {
  /** The instant of all records. */
  readonly at: At | undefined;
  /** By `keyOf` of the query. */
  readonly records: ReadonlyMap<string, ViewResult['record']>;
  /** As they were at the stop before, for marking what changed. */
  readonly before: ReadonlyMap<string, ViewResult['record']>;
  /** What is wanted, in the order of first asking. */
  readonly wanted: readonly ViewQuery[];
}

export const useViews = create<ViewsState>(() => ({
  at: undefined,
  records: new Map(),
  before: new Map(),
  wanted: [],
}));

export interface Viewed<K extends ViewKind> {
  /** Undefined: not known yet. A `Problem` if it cannot be shown: `'problem' in now`. */
  readonly now: Read<ViewRecord<K>> | undefined;
  /** The same view at the stop before; undefined: it was not watched then. */
  readonly before: Read<ViewRecord<K>> | undefined;
}

/** A view of the shown instant, live. Undefined as query: nothing is asked. */
export function useView<K extends ViewKind>(query: ViewQueryOf<K> | undefined): Viewed<K> {
  const key = query ? keyOf(query) : '';
  useEffect(() => (query ? want(query as unknown as ViewQuery) : undefined), [key]);
  const now = useViews((state) => state.records.get(key)) as Viewed<K>['now'];
  const before = useViews((state) => state.before.get(key)) as Viewed<K>['before'];
  return useMemo(() => ({ now, before }), [now, before]);
}

/** Several views of one kind or more, in the order of the queries. */
export function useViewList(queries: readonly ViewQuery[]): readonly (ViewResult['record'] | undefined)[] {
  const keys = queries.map(keyOf).join('\n');
  useEffect(() => {
    const releases = queries.map(want);
    return () => {
      for (const release of releases) release();
    };
  }, [keys]);
  const records = useViews((state) => state.records);
  return useMemo(() => queries.map((query) => records.get(keyOf(query))), [keys, records]);
}

export function keyOf(query: object): string {
  return JSON.stringify(query);
}

const users = new Map<string, { readonly query: ViewQuery; count: number }>();
let isPublishing = false;

/** One more user of a view; the result takes it back. */
function want(query: ViewQuery): () => void {
  const key = keyOf(query);
  const entry = users.get(key) ?? { query, count: 0 };
  entry.count++;
  users.set(key, entry);
  publish();
  return () => {
    entry.count--;
    publish();
  };
}

/** What is wanted changes often within one render: it is told once after it. */
function publish(): void {
  if (isPublishing) return;
  isPublishing = true;
  queueMicrotask(() => {
    isPublishing = false;
    for (const [key, { count }] of users) if (count === 0) users.delete(key);
    const wanted = [...users.values()].map(({ query }) => query);
    const { wanted: told } = useViews.getState();
    if (told.map(keyOf).join('\n') !== wanted.map(keyOf).join('\n')) useViews.setState({ wanted });
  });
}
