/**
 * The line that programs read as typed input. Only there while something runs that could read it.
 */
import { type FormEvent, useState } from 'react';
import { typeLine } from '../client/lab-client';
import { useLab } from '../store/lab';

export function ConsoleInput() {
  const running = useLab((state) => state.phase === 'running');
  const [line, setLine] = useState('');
  if (!running) return null;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    typeLine(line);
    setLine('');
  };

  return (
    <form className="console-input" onSubmit={submit}>
      <span aria-hidden="true">&gt;</span>
      <input
        value={line}
        onChange={(event) => setLine(event.target.value)}
        aria-label="Type a line for the program"
        placeholder="Type a line; Enter sends it"
        autoComplete="off"
        spellCheck={false}
      />
    </form>
  );
}
