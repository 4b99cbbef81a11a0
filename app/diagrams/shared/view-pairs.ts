/** Several views of the shown instant, each with what it was at the stop before. */
import { useMemo } from 'react';
import type { ViewKind, ViewQuery, ViewQueryOf } from '../../../kernel-sim/protocol/views';
import { keyOf, useViewList, useViews, type Viewed } from '../../store/views';

/** In the order of the queries, which are all of one kind. */
export function useViewPairs<K extends ViewKind>(queries: readonly ViewQueryOf<K>[]): readonly Viewed<K>[] {
  const now = useViewList(queries as unknown as readonly ViewQuery[]);
  const before = useViews((state) => state.before);
  return useMemo(
    () => queries.map((query, i) => ({ now: now[i], before: before.get(keyOf(query)) }) as Viewed<K>),
    // `now` is another list whenever the queries are others.
    [now, before],
  );
}
