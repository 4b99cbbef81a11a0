/**
 * What the screens of a bad end ask of the past: the last state (view `end`, the threads) and the moment at which it went wrong. Asked once per end,
 * whatever instant is shown.
 */
import { useEffect, useState } from 'react';
import type { At } from '../../kernel-sim/protocol/time';
import type { EndView } from '../../kernel-sim/protocol/views-memory';
import type { ProcessesView } from '../../kernel-sim/protocol/views-threads';
import { ask } from '../client/lab-client';
import { shownBranch, useLab } from '../store/lab';

export interface EndData {
  /** The last state of the branch. */
  readonly at: At;
  readonly end: EndView | undefined;
  readonly processes: ProcessesView | undefined;
  /** The state right before the instruction that went wrong; undefined: none stands out. */
  readonly moment: At | undefined;
}

/** Undefined: not known yet, or the run has not ended. */
export function useEndData(): EndData | undefined {
  const run = useLab((state) => state.run);
  const branch = useLab((state) => shownBranch(state)?.id);
  const head = useLab((state) => (shownBranch(state)?.end ? shownBranch(state)?.head : undefined));
  const [data, setData] = useState<EndData & { readonly run: number }>();
  useEffect(() => {
    if (branch === undefined || head === undefined) return;
    const at = { branch, instant: head };
    let isWanted = true;
    askEnd(at).then(
      (answer) => isWanted && setData({ run, ...answer }),
      () => {
        // Another run began, or the worker was lost, which is told elsewhere.
      },
    );
    return () => {
      isWanted = false;
    };
  }, [run, branch, head]);
  const isOfNow = data && data.run === run && data.at.branch === branch && data.at.instant === head;
  return isOfNow ? data : undefined;
}

async function askEnd(at: At): Promise<EndData> {
  const [[end, processes], { rows }] = await Promise.all([
    ask({ kind: 'views', at, views: [{ kind: 'end' }, { kind: 'processes' }] }),
    ask({
      kind: 'events',
      branch: at.branch,
      from: 0,
      to: at.instant + 1,
      kinds: ['fault', 'exception', 'bugcheck'],
      backward: true,
      limit: 8,
    }),
  ]);
  const last = end.kind === 'end' && !('problem' in end.record) ? end.record : undefined;
  // Without a fault somebody asked for the stop by a call: no single instruction went wrong.
  const moment = last?.fault ? momentOf(rows.map(({ event }) => event)) : undefined;
  return {
    at,
    end: last,
    processes: processes.kind === 'processes' && !('problem' in processes.record) ? processes.record : undefined,
    moment: moment === undefined ? undefined : { branch: at.branch, instant: moment },
  };
}

/**
 * State e is the one before the instruction that an event of instant e is about. Of the events before the end, newest first: the fault that led to it
 * is the last one of the thread that stopped the machine; page faults that were served end in no exception.
 */
export function momentOf(newestFirst: readonly { event: string; instant: number; tid: number }[]): number | undefined {
  const [last] = newestFirst;
  if (!last) return undefined;
  const fault = newestFirst.find(({ event, tid }) => event === 'fault' && tid === last.tid);
  return (fault ?? last).instant;
}
