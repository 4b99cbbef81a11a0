/** What has happened to an IRP, and which IRPs can be looked at. Pure. */

import type { RequestSituation } from '../../../kernel-sim/protocol/page-queries';
import type { IrpHistory } from '../../../kernel-sim/protocol/questions';
import type { At } from '../../../kernel-sim/protocol/time';
import type { Code } from '../../../kernel-sim/protocol/views';
import { shortAddress } from '../../words/addresses';

export interface LifeEvent {
  readonly key: string;
  readonly instant: number;
  /** `allocated`, `sent to a driver` ... */
  readonly verb: string;
  readonly text: string;
  /** Where the learner's code stood, or else any: `mirror!Control+0x8 (driver.c:41)`. */
  readonly place: string;
  readonly tid: number;
  /** It lies behind the shown instant. */
  readonly isFuture: boolean;
}

const VERBS: Readonly<Record<string, string>> = {
  irp_alloc: 'allocated',
  irp_call: 'sent to a driver',
  irp_pend: 'left pending',
  irp_return: 'the dispatch routine returned',
  irp_complete: 'completed',
  irp_completion: 'a completion routine ran',
  irp_copy: 'a buffer was copied',
  irp_free: 'freed',
};

/** All of a history, as seen from a state. */
export function lifeOf(history: IrpHistory | undefined, shown: number): readonly LifeEvent[] {
  return (history?.events ?? []).map(({ event, instant, text, place, own, tid }, i) => ({
    key: `${instant} ${event} ${i}`,
    instant,
    verb: VERBS[event] ?? event,
    text,
    place: (own ?? place).text,
    tid,
    isFuture: instant > shown,
  }));
}

/**
 * Where to ask for an IRP's history: for the request that the lab follows at its end, so that all of its life is known; of any other only what has been,
 * as the same address may belong to another IRP later.
 */
export function lifeAskedAt(
  address: string,
  shown: At,
  request: Pick<RequestSituation, 'irp' | 'allocated' | 'freed'> | null | undefined,
  head: number,
): At {
  if (request?.irp !== address || shown.instant < request.allocated) return shown;
  const end = request.freed ?? head;
  return shown.instant > end ? shown : { ...shown, instant: end };
}

// ------------------------------------------------------------------ which IRP

export interface IrpChoice {
  readonly address: string;
  readonly label: string;
  readonly about: string;
}

interface Candidates {
  /** Of the situation. */
  readonly request: { readonly irp: string; readonly major: string; readonly ordinal: number } | undefined;
  /** Of the thread that runs. */
  readonly ofThread: readonly { readonly address: string; readonly major: Code | null; readonly text: string }[];
  readonly pinned: readonly string[];
  readonly inspected: string | undefined;
}

/** Each IRP once; the current request's first. */
export function irpChoices({ request, ofThread, pinned, inspected }: Candidates): readonly IrpChoice[] {
  const all: IrpChoice[] = [
    ...(request
      ? [
          {
            address: request.irp,
            label: `IRP of request ${request.ordinal}`,
            about: `${request.major}, the current request`,
          },
        ]
      : []),
    ...ofThread.map(({ address, major, text }) => ({
      address,
      label: `IRP ${shortAddress(address)}`,
      about: `${major?.name ?? 'IRP'} of this thread: ${text}`,
    })),
    ...pinned.map((address) => ({ address, label: `IRP ${shortAddress(address)}`, about: 'pinned' })),
    ...(inspected ? [{ address: inspected, label: `IRP ${shortAddress(inspected)}`, about: 'in the inspector' }] : []),
  ];
  return all.filter(({ address }, i) => all.findIndex((other) => other.address === address) === i);
}
