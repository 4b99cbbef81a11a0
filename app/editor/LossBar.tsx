/**
 * Said when the worker with the simulated machine died: what happened, what of the run is there again, what can be done. Stays until it is
 * closed or another run begins.
 */
import { X } from 'lucide-react';
import { useId } from 'react';
import { Button } from '../design/Button';
import { act } from '../store/actions';
import { type Loss, useLab } from '../store/lab';

/** Of the reason, which may be a whole stack. */
const MOST_CHARACTERS = 120;

export default function LossBar({ loss }: { readonly loss: Loss }) {
  const title = useId();
  return (
    <section className="source-bar has-fault" aria-labelledby={title}>
      <span className="source-bar-text" role="alert">
        <strong id={title}>The simulated machine was lost.</strong> {keptWords(loss)}
        <small className="loss-reason">Reason given: {reasonOf(loss.text)}</small>
      </span>
      {loss.isBack && <Button label="Run again" look="quiet" size="small" onClick={() => act('run.run')} />}
      <Button
        label="Close this note"
        icon={<X size={14} aria-hidden="true" />}
        iconOnly
        look="quiet"
        size="small"
        onClick={() => useLab.setState({ loss: undefined })}
      />
    </section>
  );
}

function keptWords({ isBack, isHeld }: Loss): string {
  if (!isBack) return 'It is being made again up to the instant that was shown. Your files are safe.';
  if (isHeld) {
    return 'It was made again and stands where it last stood; it does not go on by itself. History up to there, breakpoints and files are kept. Go on or run again; if that fails once more, make the run shorter or close other browser tabs (memory may be short).';
  }
  return 'It was made again and stands at the same instant: history, typed lines, breakpoints and files are kept. You can go on. If it happens again, close other browser tabs (memory may be short) or make the run shorter.';
}

function reasonOf(text: string): string {
  const line = text.split('\n', 1)[0].trim();
  return line.length > MOST_CHARACTERS ? `${line.slice(0, MOST_CHARACTERS)}…` : line;
}
