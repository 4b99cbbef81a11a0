/** Pieces that the screens of bad ends share: what led to it, the call stack, the way back. */
import { Rewind } from 'lucide-react';
import type { At } from '../../kernel-sim/protocol/time';
import { move, seek } from '../client/moves';
import { Button } from '../design/Button';
import { placeIn, showCode } from '../store/code-places';
import { useLab } from '../store/lab';
import { count, withCounts } from '../words/numbers';

/** To the state before what went wrong; where nothing stands out, to the last statement of the learner's own code. */
export function BeforeButton({ moment }: { readonly moment: At | undefined }) {
  const goBack = () => {
    if (moment) void seek(moment);
    else {
      const motion = { kind: 'step', unit: 'statement', how: 'into' } as const;
      void move({ motion, direction: 'back' }, 'back to your last statement');
    }
  };
  return (
    <Button
      label="Go to the instant before"
      icon={<Rewind size={15} aria-hidden="true" />}
      look="go"
      tip={moment ? 'The state right before the instruction that went wrong' : 'The last statement of your own code'}
      onClick={goBack}
    />
  );
}

/** What in the past led to it, likeliest first; each is an instant to go to. */
export function Trail() {
  const trail = useLab((state) => state.trail);
  const branch = useLab((state) => state.shown?.at.branch);
  if (trail.length === 0 || branch === undefined) return null;
  return (
    <section className="outcome-part">
      <h3>What led to it</h3>
      <ol className="outcome-trail">
        {trail.map(({ instant, text }) => (
          <li key={`${instant} ${text}`}>
            <Button
              label={`Go to ${count(instant)}`}
              size="small"
              tip={`Show the machine at instant ${count(instant)}`}
              onClick={() => void seek({ branch, instant })}
            />
            <Line text={withCounts(text)} />
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Innermost first. The learner's own frames stand out; the lab's lead to its sources. */
export function Stack({ lines }: { readonly lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <section className="outcome-part">
      <h3>Call stack</h3>
      <ol className="outcome-stack">
        {lines.map((line, depth) => (
          <li key={depth}>
            <Line text={line} />
          </li>
        ))}
      </ol>
    </section>
  );
}

/** A line of text; a place named in it can be followed. */
export function Line({ text }: { readonly text: string }) {
  const place = placeIn(text);
  if (!place) return <span className="outcome-line">{text}</span>;
  const { start, end } = place;
  return (
    <span className={place.isLearners ? 'outcome-line is-own' : 'outcome-line'}>
      {text.slice(0, start)}
      <button type="button" className="link" onClick={() => showCode(place)}>
        {text.slice(start, end)}
      </button>
      {text.slice(end)}
    </span>
  );
}
