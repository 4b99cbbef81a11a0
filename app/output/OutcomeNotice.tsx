/**
 * Tells how the last run ended when it did not end well: what, where and why. Can be put away; a new run brings the
 * next one.
 */
import { useLab } from '../store/lab';
import { isLearnersFile } from '../store/project';
import { type Place, showPlace } from '../store/selection';
import { placeIn, wordsOf } from './outcome-words';

const LIST_TITLES: Readonly<Record<string, string>> = { bugcheck: 'Call stack', hang: 'Who waits' };

export function OutcomeNotice() {
  const outcome = useLab((state) => state.outcome);
  const trail = useLab((state) => state.trail);
  if (!outcome) return null;
  const { tone, notice } = wordsOf(outcome);
  if (!notice) return null;
  const place = [...notice.paragraphs, ...notice.list].map(learnersPlace).find((found) => found !== undefined);

  return (
    <section className={`outcome is-${tone}`} role="alert" aria-label="How the run ended">
      <div className="outcome-head">
        <h2>{notice.title}</h2>
      </div>
      <div className="outcome-text">
        {notice.code && <p className="outcome-code">{notice.code}</p>}
        {notice.paragraphs.map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
        {place && (
          <button type="button" className="button is-small" onClick={() => showPlace(place)}>
            Go to {place.file}, line {place.line}
          </button>
        )}
      </div>
      <div>
        {trail.length > 0 && (
          <>
            <h3>What led to it</h3>
            <ol className="outcome-list is-trail">
              {trail.map(({ instant, text }) => (
                <li key={`${instant} ${text}`}>
                  <Frame line={text} />
                </li>
              ))}
            </ol>
          </>
        )}
        {notice.list.length > 0 && (
          <>
            {trail.length > 0 && <h3>{LIST_TITLES[outcome.kind] ?? 'Details'}</h3>}
            <ol className="outcome-list">
              {notice.list.map((line, depth) => (
                <li key={depth}>
                  <Frame line={line} />
                </li>
              ))}
            </ol>
          </>
        )}
      </div>
    </section>
  );
}

function Frame({ line }: { readonly line: string }) {
  const place = learnersPlace(line);
  if (!place) return <code>{line}</code>;
  return (
    <button type="button" className="link" onClick={() => showPlace(place)}>
      <code>{line}</code>
    </button>
  );
}

/** The first place in one of the learner's own files that a line names. */
function learnersPlace(line: string): Place | undefined {
  const place = placeIn(line);
  return place && isLearnersFile(place.file) ? { file: place.file, line: place.line, column: 1 } : undefined;
}
