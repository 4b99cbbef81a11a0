/**
 * Tells how the last run ended when it did not end well: what, where and why. Can be put away; a new run brings the
 * next one.
 */
import { useLab } from '../store/lab';
import { type Place, showPlace } from '../store/selection';
import { isFileName } from '../store/sources';
import { dismissOutcome, useWorkbench } from '../store/workbench';
import { placeIn, wordsOf } from './outcome-words';

export function OutcomeNotice() {
  const outcome = useLab((state) => state.outcome);
  const run = useLab((state) => state.run);
  const dismissedRun = useWorkbench((state) => state.dismissedRun);
  if (!outcome || run === dismissedRun) return null;
  const { tone, notice } = wordsOf(outcome);
  if (!notice) return null;
  const place = [...notice.paragraphs, ...notice.list].map(learnersPlace).find((found) => found !== undefined);

  return (
    <section className={`outcome is-${tone}`} role="alert" aria-label="How the run ended">
      <div className="outcome-head">
        <h2>{notice.title}</h2>
        <button
          type="button"
          className="button is-quiet is-small"
          onClick={dismissOutcome}
          title="Put this notice away"
        >
          Close
        </button>
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
      {notice.list.length > 0 && (
        <ol className="outcome-list">
          {notice.list.map((line, depth) => (
            <li key={depth}>
              <Frame line={line} />
            </li>
          ))}
        </ol>
      )}
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
  return place && isFileName(place.file) ? { file: place.file, line: place.line, column: 1 } : undefined;
}
