/**
 * The line that programs read as typed input. There while something runs that could read it, and from then on that this run has waited for input at the
 * instants before its end: what is typed in the past begins another branch of history.
 */
import { type FormEvent, useEffect, useState } from 'react';
import { typeLine } from '../client/lab-client';
import { shownBranch, useLab } from '../store/lab';

export function ConsoleInput() {
  const [line, setLine] = useState('');
  const runs = useLab(({ phase }) => phase === 'running');
  const reads = useReadsInput();
  const isPast = useLab((state) => {
    const branch = shownBranch(state);
    return state.phase === 'standing' && branch !== undefined && (state.shown?.at.instant ?? 0) < branch.head;
  });
  if (!runs && !(reads && isPast)) return null;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    void typeLine(line);
    setLine('');
  };

  return (
    <form className="console-input" onSubmit={submit}>
      <span aria-hidden="true">&gt;</span>
      <input
        value={line}
        onChange={(event) => setLine(event.target.value)}
        aria-label="Type a line for the program"
        placeholder={isPast ? 'Type a line here: another history begins' : 'Type a line; Enter sends it'}
        autoComplete="off"
        spellCheck={false}
      />
    </form>
  );
}

/** Whether a program of this run has waited for typed input. */
function useReadsInput(): boolean {
  const run = useLab((state) => state.run);
  const waits = useLab((state) => state.progress.waitsForInput);
  const [seen, setSeen] = useState<number>();
  useEffect(() => {
    if (waits) setSeen(run);
  }, [waits, run]);
  return seen === run;
}
