/**
 * The line that commands are typed into. Up and Down bring back what was typed before; Tab completes what stands at the cursor, and again goes through the
 * candidates; Escape puts them away. Where there is nothing to complete, Tab leaves the line as everywhere.
 */
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import type { Completion } from '../../kernel-sim/protocol/messages';
import { ask } from '../client/lab-client';
import { LabError } from '../client/lab-connection';
import { useLab } from '../store/lab';
import { runCommand, useCommandLog } from './command-log';
import { commonStart, completed } from './command-text';
import { useKept } from './kept';

const SHOWN = 9;
/** Typing on is not held up by asking. */
const PAUSE_MS = 80;

export function CommandLine() {
  const hasMachine = useLab(({ shown }) => shown !== undefined);
  const isBusy = useCommandLog((state) => state.isBusy);
  const [line, setLine] = useState('');
  /** Of the lines typed before: how many back; 0 is what is being typed. */
  const [back, setBack] = useState(0);
  const [chosen, setChosen] = useState(-1);
  const { found, hide } = useCompletion(line, hasMachine && back === 0 && chosen < 0);
  const input = useRef<HTMLInputElement>(null);
  const id = useId();
  const candidates = found?.candidates ?? [];

  const type = (text: string) => {
    setLine(text);
    setBack(0);
    setChosen(-1);
  };

  const submit = () => {
    if (isBusy || line.trim() === '') return;
    runCommand(line);
    type('');
    hide();
  };

  const recall = (steps: number) => {
    const { commands } = useKept.getState();
    const next = Math.max(0, Math.min(commands.length, back + steps));
    setBack(next);
    setLine(next === 0 ? '' : (commands[commands.length - next] ?? ''));
    setChosen(-1);
    hide();
  };

  const take = (index: number) => {
    const candidate = candidates[index];
    if (!found || !candidate) return;
    setChosen(index);
    // What is replaced is what was typed: the span is of the line that was asked about.
    setLine(completed(found.line, found.span, candidate.text).line);
  };

  const complete = (step: number) => {
    if (!found) return;
    if (chosen < 0 && step > 0) {
      const typed = found.line.slice(found.span.start, found.span.end);
      const common = commonStart(
        candidates.map(({ text }) => text),
        typed,
      );
      if (candidates.length > 1 && common !== undefined) {
        setLine(completed(found.line, found.span, common).line);
        return;
      }
    }
    take((chosen + step + candidates.length) % candidates.length);
    if (candidates.length === 1) hide();
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const hasList = candidates.length > 0;
    if (event.key === 'Enter') submit();
    else if (event.key === 'ArrowUp') recall(1);
    else if (event.key === 'ArrowDown') recall(-1);
    else if (event.key === 'Tab' && hasList) complete(event.shiftKey ? -1 : 1);
    else if (event.key === 'Escape' && hasList) hide();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div className="command-line">
      <span className="command-prompt" aria-hidden="true">
        &gt;
      </span>
      <input
        ref={input}
        role="combobox"
        aria-label="Debugger command"
        aria-expanded={candidates.length > 0}
        aria-controls={`${id}list`}
        aria-autocomplete="list"
        aria-activedescendant={chosen >= 0 ? `${id}${chosen}` : undefined}
        placeholder={hasMachine ? 'Type a command; .help lists them' : 'There is no machine'}
        value={line}
        spellCheck={false}
        autoComplete="off"
        autoCapitalize="off"
        onChange={(event) => type(event.target.value)}
        onKeyDown={onKeyDown}
        onBlur={hide}
      />
      {candidates.length > 0 && (
        <div className="command-list" id={`${id}list`} role="listbox" aria-label="Completions">
          {candidates.slice(0, SHOWN).map(({ text, help }, i) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: Tab in the line above does the same
            <div
              key={text}
              id={`${id}${i}`}
              role="option"
              tabIndex={-1}
              aria-selected={i === chosen}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => take(i)}
            >
              <code>{text}</code>
              <span className="command-help">{help}</span>
            </div>
          ))}
          <p className="command-help is-more">
            {candidates.length > SHOWN ? `and ${candidates.length - SHOWN} more. ` : ''}Tab completes
          </p>
        </div>
      )}
    </div>
  );
}

interface Found extends Completion {
  /** What was asked about. */
  readonly line: string;
}

/** What could stand at the end of the line. */
function useCompletion(line: string, isWanted: boolean) {
  const [found, setFound] = useState<Found>();
  useEffect(() => {
    if (!isWanted) return;
    if (line.trim() === '') {
      setFound(undefined);
      return;
    }
    const controller = new AbortController();
    const timer = setTimeout(() => {
      ask({ kind: 'completion', line, cursor: line.length }, { signal: controller.signal }).then(
        (answer) => {
          const typed = line.slice(answer.span.start, answer.span.end);
          const isDone = answer.candidates.length === 1 && answer.candidates[0]?.text === typed;
          if (!controller.signal.aborted) setFound(isDone || typed === '' ? undefined : { ...answer, line });
        },
        (error: unknown) => {
          if (!(error instanceof LabError)) throw error;
        },
      );
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [line, isWanted]);
  return { found, hide: () => setFound(undefined) };
}
