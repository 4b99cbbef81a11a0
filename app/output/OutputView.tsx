/**
 * Text that a run prints, kept in view at its end unless the reader has scrolled away from it. While it still grows
 * only its latest part is laid out: many times a second, all of it would be too slow.
 */
import { useLayoutEffect, useRef } from 'react';
import { type OutputText, useLab } from '../store/lab';
import { count } from '../words/numbers';

/** Characters shown of a text that still grows. */
const LATEST = 16_000;

interface Props {
  readonly stream: 'console' | 'debug';
  readonly label: string;
  /** Said while there is nothing, before the first run and after one. */
  readonly empty: string;
  readonly silent: string;
}

export function OutputView({ stream, label, empty, silent }: Props) {
  const output: OutputText = useLab((state) => state[stream]);
  const isOver = useLab((state) => state.outcome !== undefined);
  const text = isOver ? output.text : latest(output.text);
  const hidden = output.text.length - text.length;
  const scroller = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);

  useLayoutEffect(() => {
    const element = scroller.current;
    if (element && atEnd.current) element.scrollTop = element.scrollHeight;
  }, [text]);

  const onScroll = () => {
    const element = scroller.current;
    if (element) atEnd.current = element.scrollHeight - element.scrollTop - element.clientHeight < 24;
  };

  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling area must be reachable by keyboard
    <section className="output" aria-label={label} ref={scroller} onScroll={onScroll} tabIndex={0}>
      {hidden > 0 && <p className="hint">What was printed before is shown when the run is over.</p>}
      {isOver && output.dropped > 0 && (
        <p className="hint">{count(output.dropped)} earlier characters are no longer shown.</p>
      )}
      {text === '' ? (
        <p className="hint">{isOver ? silent : empty}</p>
      ) : (
        <pre data-testid={`${stream}-text`}>{text}</pre>
      )}
    </section>
  );
}

/** The end of the text, from the beginning of a line. */
function latest(text: string): string {
  if (text.length <= LATEST) return text;
  const from = text.length - LATEST;
  return text.slice(text.indexOf('\n', from) + 1 || from);
}
