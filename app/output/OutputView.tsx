/**
 * Text that a run prints, kept in view at its end unless the reader has scrolled away from it.
 */
import { useLayoutEffect, useRef } from 'react';
import { type OutputText, useLab } from '../store/lab';
import { count } from './words';

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
  const scroller = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);

  useLayoutEffect(() => {
    const element = scroller.current;
    if (element && atEnd.current) element.scrollTop = element.scrollHeight;
  }, [output.text]);

  const onScroll = () => {
    const element = scroller.current;
    if (element) atEnd.current = element.scrollHeight - element.scrollTop - element.clientHeight < 24;
  };

  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling area must be reachable by keyboard
    <section className="output" aria-label={label} ref={scroller} onScroll={onScroll} tabIndex={0}>
      {output.dropped > 0 && <p className="hint">{count(output.dropped)} earlier characters are no longer shown.</p>}
      {output.text === '' ? (
        <p className="hint">{isOver ? silent : empty}</p>
      ) : (
        <pre data-testid={`${stream}-text`}>{output.text}</pre>
      )}
    </section>
  );
}
