/**
 * The request that the lab follows at the shown instant, and the list of all requests of the branch. Asked once a branch has grown, not once an instant.
 */
import { useMemo } from 'react';
import type { RequestSituation } from '../../../kernel-sim/protocol/page-queries';
import type { EventRow } from '../../../kernel-sim/protocol/views';
import { shownBranch, useLab } from '../../store/lab';
import { followedEntry, REQUEST_KINDS, type RequestEntry, requestsOf } from './requests';
import { useSettledAnswer } from './settled-answer';

/** More than a list can be read of; the newest are left out. */
const MOST_ROWS = 6000;
const NO_ROWS: readonly EventRow[] = [];

interface FollowedRequest {
  readonly branch: number | undefined;
  /** Furthest recorded instant of the branch. */
  readonly head: number;
  readonly entries: readonly RequestEntry[];
  /** The one that the lab follows; undefined: there is none, or the list is being made. */
  readonly entry: RequestEntry | undefined;
  readonly request: RequestSituation | null | undefined;
}

export function useFollowedRequest(): FollowedRequest {
  const branch = useLab((state) => state.shown?.at.branch);
  const shown = useLab((state) => state.shown?.at.instant ?? 0);
  const head = useLab((state) => shownBranch(state)?.head ?? 0);
  const request = useLab((state) => state.situation?.request);
  const { answer } = useSettledAnswer(
    branch === undefined || head === 0
      ? undefined
      : { kind: 'events', branch, from: 0, to: head + 1, kinds: REQUEST_KINDS, limit: MOST_ROWS },
    'requests',
  );
  const rows = answer?.rows ?? NO_ROWS;
  const entries = useMemo(() => requestsOf(rows), [rows]);
  const entry = useMemo(() => followedEntry(entries, request, shown), [entries, request, shown]);
  return { branch, head, entries, entry, request };
}
