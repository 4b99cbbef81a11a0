/**
 * The debugger's command line: a log of what was typed and what came back, and below it the line to type into. What a command prints can be selected and
 * copied; instants, addresses and places in it can be followed.
 */
import { Eraser } from 'lucide-react';
import { Fragment, memo, useLayoutEffect, useMemo, useRef } from 'react';
import type { CommandReply } from '../../kernel-sim/protocol/messages';
import type { At } from '../../kernel-sim/protocol/time';
import { seek } from '../client/moves';
import { Button } from '../design/Button';
import { EmptyState } from '../design/EmptyState';
import { Ref } from '../design/Ref';
import { showCode } from '../store/code-places';
import { useLab } from '../store/lab';
import { count } from '../words/numbers';
import { CommandLine } from './CommandLine';
import { cancelCommand, clearLog, type LogEntry, runCommand, useCommandLog } from './command-log';
import { instantIn, markedLine, outputPieces, withShortQuotes } from './command-text';
import './command.css';

const EXAMPLES = ['k', 'dv', '!process 0', '!events back', '.help'] as const;

export default function Commands() {
  const hasMachine = useLab(({ shown }) => shown !== undefined);
  const entries = useCommandLog((state) => state.entries);
  const scroller = useRef<HTMLDivElement>(null);

  useLayoutEffect(() => {
    const element = scroller.current;
    if (element && entries.length > 0) element.scrollTop = element.scrollHeight;
  }, [entries]);

  if (!hasMachine && entries.length === 0) {
    return (
      <EmptyState title="There is no machine yet">
        Press Run. Then type debugger commands here: they read the machine at the shown instant, and move through its
        history.
      </EmptyState>
    );
  }
  return (
    <div className="command">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling area must be reachable by keyboard */}
      <section className="command-log" ref={scroller} tabIndex={0} aria-label="Commands and their answers">
        {entries.length === 0 && <FirstCommands />}
        {entries.map((entry) => (
          <Entry key={entry.id} entry={entry} />
        ))}
        <Busy />
      </section>
      <div className="command-foot">
        <CommandLine />
        <Button
          label="Clear the log"
          icon={<Eraser size={15} aria-hidden="true" />}
          iconOnly
          look="quiet"
          size="small"
          unavailable={entries.length === 0}
          onClick={clearLog}
        />
      </div>
    </div>
  );
}

function FirstCommands() {
  return (
    <p className="command-first">
      Commands read the machine at the shown instant and move through its history, forwards and back. To begin with:{' '}
      {EXAMPLES.map((line) => (
        <Button key={line} label={line} size="small" onClick={() => runCommand(line)} />
      ))}
    </p>
  );
}

function Busy() {
  const isBusy = useCommandLog((state) => state.isBusy);
  const done = useCommandLog((state) => state.done);
  if (!isBusy) return null;
  return (
    <div className="debug-progress" role="status">
      <span>Working</span>
      <progress aria-label="How much of the command is done" value={done} max={1} />
      <Button label="Cancel" size="small" onClick={cancelCommand} />
    </div>
  );
}

const Entry = memo(function Entry({ entry }: { readonly entry: LogEntry }) {
  const { line, replies, problem, at } = entry;
  return (
    <div className="command-entry">
      <pre className="command-typed">
        <span className="command-prompt" aria-hidden="true">
          &gt;{' '}
        </span>
        {line}
      </pre>
      {replies?.map((reply, i) => (
        <Reply key={i} reply={reply} line={line} at={at} />
      ))}
      {problem !== undefined && <p className="debug-problem">{problem}</p>}
    </div>
  );
});

function Reply({ reply, line, at }: { readonly reply: CommandReply; readonly line: string; readonly at: At }) {
  const { text, stop, printed, error, failed } = reply;
  return (
    <>
      {printed?.map((one, i) => (
        <pre key={i} className={`command-printed is-${one.kind}`}>
          {one.kind}: {one.text}
        </pre>
      ))}
      {error ? (
        <pre className="command-error" role="alert">
          {error.span && `${markedLine(line, error.span)}\n`}
          {withShortQuotes(error.text)}
        </pre>
      ) : (
        text !== '' && (
          <pre className={failed ? 'command-text is-failed' : 'command-text'}>
            <Output text={text} at={stop?.at ?? at} />
          </pre>
        )
      )}
      {stop && !text.includes('#') && (
        <Button
          label={`Show instant ${count(stop.at.instant)}`}
          size="small"
          tip="Comes back to where this command stopped"
          onClick={() => void seek(stop.at)}
        />
      )}
    </>
  );
}

function Output({ text, at }: { readonly text: string; readonly at: At }) {
  const pieces = useMemo(() => outputPieces(text), [text]);
  return pieces.map((piece, i) => {
    if (typeof piece === 'string') return <Fragment key={i}>{piece}</Fragment>;
    if ('subject' in piece)
      return (
        <Ref key={i} subject={piece.subject}>
          {piece.text}
        </Ref>
      );
    const go = () => ('place' in piece ? showCode(piece.place) : void seek(instantIn(piece.instant, at)));
    return (
      <button key={i} type="button" className="debug-place" onClick={go}>
        {piece.text}
      </button>
    );
  });
}
