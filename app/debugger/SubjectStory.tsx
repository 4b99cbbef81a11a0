/**
 * What happened to something, up to the shown instant: the life of an IRP, the life of a pool block, and every event of the trace that names its address. Asked
 * for when it is opened; it may take long, and can be cancelled.
 */
import { type ReactNode, useEffect } from 'react';
import type { IrpHistory, PoolHistory } from '../../kernel-sim/protocol/questions';
import type { At } from '../../kernel-sim/protocol/time';
import { ask } from '../client/lab-client';
import type { Subject } from '../store/selection';
import { count } from '../words/numbers';
import { type EventsAbout, eventsAbout } from './about-events';
import { AskedAt, DeedLine, shownNow } from './Past';
import { GoTo, QuestionView } from './parts';
import { useQuestion } from './question';

export function Story({ subject, address }: { readonly subject: Subject; readonly address: string | undefined }) {
  if (address === undefined) return <p className="debug-empty">The past is kept by address, and this has none.</p>;
  if (subject.kind === 'irp') return <IrpLife irp={address} />;
  return (
    <>
      {subject.kind === 'pool' && <PoolLife address={address} />}
      <EventList address={address} />
    </>
  );
}

function IrpLife({ irp }: { readonly irp: string }) {
  const { question, start, cancel } = useQuestion<IrpHistory>();
  const askNow = () => start((options) => ask({ kind: 'irp-history', request: { irp, at: shownNow().at } }, options));
  useEffect(askNow, [irp]);
  return (
    <Padded>
      <QuestionView question={question} doing="Following the IRP through the past" onCancel={cancel}>
        {({ at, events, state }) => (
          <>
            <AskedAt at={at} onAgain={askNow} />
            <p>{IRP_STATES[state]}</p>
            <ol className="debug-deeds">
              {events.map((deed, i) => (
                <li key={i}>
                  <DeedLine deed={deed} text={`${deed.event}${deed.text === '' ? '' : `: ${deed.text}`}`} />
                </li>
              ))}
            </ol>
          </>
        )}
      </QuestionView>
    </Padded>
  );
}

const IRP_STATES: Readonly<Record<IrpHistory['state'], string>> = {
  never: 'There never was an IRP at this address.',
  'in flight': 'It is on its way.',
  pending: 'Its driver has left it pending.',
  completed: 'It is completed.',
  freed: 'It is freed. This is the life of the last IRP that was here.',
};

function PoolLife({ address }: { readonly address: string }) {
  const { question, start, cancel } = useQuestion<PoolHistory>();
  const askNow = () =>
    start((options) => ask({ kind: 'pool-history', request: { address, at: shownNow().at } }, options));
  useEffect(askNow, [address]);
  return (
    <Padded>
      <QuestionView question={question} doing="Following the block through the past" onCancel={cancel}>
        {({ at, events, damage }) => (
          <>
            <AskedAt at={at} onAgain={askNow} />
            <ol className="debug-deeds">
              {events.map(({ kind, block, by }) => (
                <li key={`${by.instant} ${kind}`}>
                  <DeedLine deed={by} text={`${kind}: ${block.bytes} bytes, tag '${block.tag}'`} />
                </li>
              ))}
              {damage.map(({ text, write }) => (
                <li key={`${write.instant} ${text}`} className="is-fault">
                  <DeedLine deed={write} text={text} />
                </li>
              ))}
            </ol>
            {events.length === 0 && damage.length === 0 && <p>No pool block ever had this address.</p>}
          </>
        )}
      </QuestionView>
    </Padded>
  );
}

/** Newest first. */
function EventList({ address }: { readonly address: string }) {
  const { question, start, cancel } = useQuestion<EventsAbout & { readonly at: At }>();
  const askNow = () =>
    start(async ({ signal, onProgress }) => {
      const { at } = shownNow();
      const range = { branch: at.branch, from: 0, backward: true };
      const fetch = async (to: number, limit: number) =>
        (await ask({ kind: 'events', ...range, to, limit }, { signal })).rows;
      return { ...(await eventsAbout(address, at.instant, fetch, { onProgress })), at };
    });
  useEffect(askNow, [address]);
  return (
    <Padded>
      <QuestionView question={question} doing="Reading the trace backwards" onCancel={cancel}>
        {({ at, rows, from }) => (
          <>
            <AskedAt at={at} onAgain={askNow} />
            <ol className="debug-deeds">
              {rows.map(({ event, sentence }) => (
                <li key={`${event.instant} ${event.seq}`} className="debug-deed">
                  <GoTo instant={event.instant + 1} />
                  <p>{sentence}</p>
                </li>
              ))}
            </ol>
            {rows.length === 0 && <p>No event names this address.</p>}
            {from > 0 && <p className="debug-note">Read back to instant {count(from)}.</p>}
          </>
        )}
      </QuestionView>
    </Padded>
  );
}

function Padded({ children }: { readonly children: ReactNode }) {
  return <div className="inspector-past">{children}</div>;
}
