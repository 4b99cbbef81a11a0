/**
 * Nothing can ever run again: who waits for what, and who would have to do something about it.
 */
import type { ProcessesView, ThreadSummary } from '../../kernel-sim/protocol/views-threads';
import { Glyph } from '../design/Glyph';
import { Ref } from '../design/Ref';
import { ThreadTag } from '../design/Tags';
import { placeIn } from '../store/code-places';
import { shortAddress } from '../words/addresses';
import { SYSTEM_PROCESS } from '../words/processes';
import { sentence } from '../words/sentence';
import { useEndData } from './end-data';
import { BeforeButton, Line, Trail } from './parts';

interface Props {
  readonly text: string;
  readonly waits: readonly string[];
}

export function HangScreen({ text, waits }: Props) {
  const data = useEndData();
  const waiting = data?.processes ? waitersOf(data.processes) : [];
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling area must be reachable by keyboard
    <article className="outcome-screen is-warn" aria-label="Nothing can ever run again" tabIndex={0}>
      <header className="outcome-head">
        <h2>Nothing can ever run again</h2>
        <p>{sentence(text)}</p>
        <div className="stop-actions">
          <BeforeButton moment={data?.moment} />
        </div>
      </header>
      <section className="outcome-part">
        <h3>Who waits for what</h3>
        <ol className="outcome-stack">
          {waits.map((line) => (
            <li key={line}>
              <Line text={line} />
            </li>
          ))}
        </ol>
        {waiting.length > 0 && (
          <ul className="wait-list">
            {waiting.map((thread) => (
              <li key={thread.address} className="wait">
                <ThreadTag tid={thread.tid} process={thread.image} address={thread.address} />
                <span className="wait-arrow">
                  waits{thread.wait?.timeoutNs == null ? ' for ever' : ''} for{' '}
                  {thread.wait?.type === 'all' ? 'all of' : ''}
                </span>
                <span className="wait-objects">
                  {thread.wait?.objects.entries.map((object, i) =>
                    'problem' in object ? (
                      <span key={i}>{object.problem}</span>
                    ) : (
                      <Ref key={object.object} subject={{ kind: 'dispatcher', address: object.object }}>
                        <Glyph meaning="hardware" /> {object.type} {object.name || shortAddress(object.object)}
                        <span className="ref-note">{object.signaled ? ' signaled' : ' not signaled'}</span>
                      </Ref>
                    ),
                  )}
                </span>
                {thread.place && <span className="wait-place">{thread.place}</span>}
              </li>
            ))}
          </ul>
        )}
      </section>
      <Trail />
    </article>
  );
}

/** Threads that wait in a program or in a driver of the learner's; what the kernel's own threads wait for is work. */
function waitersOf({ processes }: ProcessesView): ThreadSummary[] {
  return processes.entries
    .flatMap((process) => ('problem' in process ? [] : process.threads.entries))
    .flatMap((thread) => ('problem' in thread ? [] : [thread]))
    .filter(({ state, wait }) => state === 'waiting' && wait !== null)
    .filter(({ pid, place }) => pid !== SYSTEM_PROCESS || placeIn(place)?.isLearners);
}
