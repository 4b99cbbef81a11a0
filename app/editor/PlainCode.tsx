/**
 * The text before the editor is there: highlighted, with its line numbers, in the same places, so that nothing jumps when the editor takes over. Enough to read
 * a lesson by; also shows which line is about to run.
 */
import { memo, useEffect, useMemo, useRef } from 'react';
import { useTabs } from '../store/project-tabs';
import { type Token, tokenLines } from './tokenizer';

interface Props {
  /** The tab. */
  readonly of: string;
  readonly text: string;
  /** The line about to run. */
  readonly current: number | undefined;
}

const LINE_HEIGHT = 20;

export const PlainCode = memo(function PlainCode({ of, text, current }: Props) {
  const lines = useMemo(() => tokenLines(text), [text]);
  const host = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const top = useTabs.getState().spots[of]?.top ?? 1;
    if (host.current) host.current.scrollTop = (top - 1) * LINE_HEIGHT;
  }, [of]);
  useEffect(() => {
    if (current !== undefined && host.current) reveal(host.current, '.is-next');
  }, [current]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <div className="plain-code" ref={host} tabIndex={0} role="document" aria-label={of}>
      {lines.map((tokens, i) => (
        <Line key={i} number={i + 1} tokens={tokens} isNext={current === i + 1} />
      ))}
    </div>
  );
});

/** As the editor does it: to the middle, if it is not seen. Scrolls nothing but the text: on a telephone the page scrolls too. */
function reveal(text: HTMLElement, what: string): void {
  const line = text.querySelector(what)?.getBoundingClientRect();
  if (!line) return;
  const { top, bottom, height } = text.getBoundingClientRect();
  if (line.top < top || line.bottom > bottom) text.scrollTop += line.top - top - (height - line.height) / 2;
}

interface LineProps {
  readonly number: number;
  readonly tokens: readonly Token[];
  readonly isNext: boolean;
}

const Line = memo(
  function Line({ number, tokens, isNext }: LineProps) {
    const indent = /^\s*/.exec(tokens[0]?.text ?? '')?.[0].length ?? 0;
    return (
      <div
        className={isNext ? 'plain-line is-next' : 'plain-line'}
        data-line={number}
        style={{ '--indent': indent } as React.CSSProperties}
      >
        {tokens.map(({ kind, text }, i) =>
          kind === 'other' || kind === 'name' ? (
            text
          ) : (
            <span key={i} className={`code-${kind}`}>
              {text}
            </span>
          ),
        )}
      </div>
    );
  },
  (a, b) => a.isNext === b.isNext && a.number === b.number && sameTokens(a.tokens, b.tokens),
);

function sameTokens(a: readonly Token[], b: readonly Token[]): boolean {
  return a.length === b.length && a.every(({ kind, text }, i) => b[i]?.kind === kind && b[i]?.text === text);
}
