/**
 * Ends that are neither a bug check nor a hang: an unhandled exception of a program, a driver that did not load, a limit, a defect of the lab.
 */
import type { Outcome } from '../store/lab';
import { useEndData } from './end-data';
import { BeforeButton, Line, Trail } from './parts';
import { wordsOf } from './words';

export function EndScreen({ outcome }: { readonly outcome: Outcome }) {
  const data = useEndData();
  const { tone, notice } = wordsOf(outcome);
  if (!notice) return null;
  const hasPast = outcome.kind === 'exception' || outcome.kind === 'driver-failed' || outcome.kind === 'limit';
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling area must be reachable by keyboard
    <article className={`outcome-screen is-${tone}`} aria-label={notice.title} tabIndex={0}>
      <header className="outcome-head">
        <h2>{notice.title}</h2>
        {notice.code && <p className="stop-code">{notice.code}</p>}
        {notice.paragraphs.map((paragraph) => (
          <p key={paragraph}>
            <Line text={paragraph} />
          </p>
        ))}
        {hasPast && (
          <div className="stop-actions">
            <BeforeButton moment={outcome.kind === 'exception' ? data?.moment : undefined} />
          </div>
        )}
      </header>
      <Trail />
      {notice.list.length > 0 && (
        <section className="outcome-part">
          <h3>Details</h3>
          <ol className="outcome-stack">
            {notice.list.map((line, i) => (
              <li key={i}>
                <Line text={line} />
              </li>
            ))}
          </ol>
        </section>
      )}
      {data?.end && outcome.kind === 'limit' && data.end.stack.length > 0 && (
        <section className="outcome-part">
          <h3>Call stack</h3>
          <ol className="outcome-stack">
            {data.end.stack.map((line, i) => (
              <li key={i}>
                <Line text={line} />
              </li>
            ))}
          </ol>
        </section>
      )}
    </article>
  );
}
