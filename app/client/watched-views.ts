/** The records of the watched views, made of what the worker tells of them. */
import type { LabEvent } from '../../kernel-sim/protocol/messages';
import type { At } from '../../kernel-sim/protocol/time';
import type { ViewResult } from '../../kernel-sim/protocol/views';
import { applyDelta } from '../../kernel-sim/views/delta';

type ViewsEvent = Extract<LabEvent, { kind: 'views' }>;

export interface WatchedRecords {
  /** The instant of them all. */
  readonly at: At | undefined;
  /** In the order in which they are watched. */
  readonly views: readonly ViewResult[];
}

export const NO_VIEWS: WatchedRecords = { at: undefined, views: [] };

/** The records after an event; those that did not change are the same objects. */
export function withChanges(records: WatchedRecords, { at, from, changes }: ViewsEvent): WatchedRecords {
  const views = from ? [...records.views] : [];
  for (const change of changes) {
    if ('whole' in change) views[change.view] = change.whole;
    else {
      const before = views[change.view];
      views[change.view] = { ...before, record: applyDelta(change.delta, before.record) } as ViewResult;
    }
  }
  return { at, views };
}
