/**
 * Works through a script of debugger commands and prints the answers, as text or as one JSON object a command. Knows no file and no stream.
 */
import { finish, type Task } from '../base/task.ts';
import type { CommandResult } from '../commands/command.ts';
import { EXIT } from './exit.ts';

export interface ScriptOutput {
  /** A line of the script, before it is carried out. */
  line(text: string): void;
  result(result: CommandResult): void;
}

/** Carries out the lines up to `q`, a failed assertion or the end. Returns the exit code. */
export function runScript(
  lines: Iterable<string>,
  execute: (line: string) => Task<readonly CommandResult[]>,
  output: ScriptOutput,
): number {
  for (const line of lines) {
    output.line(line);
    for (const result of finish(execute(line))) {
      output.result(result);
      if (result.failed) return EXIT.assertionFailed;
      if (result.stop?.end?.kind === 'internal') return EXIT.internal;
      if (result.quit) return EXIT.ok;
    }
  }
  return EXIT.ok;
}

/** Each line of the script as `> line`, then what its commands say. */
export function textScript(write: (text: string) => void, echo: boolean): ScriptOutput {
  const say = (text: string) => {
    if (text !== '') write(text.endsWith('\n') ? text : `${text}\n`);
  };
  return {
    line: (text) => {
      if (echo && text.trim() !== '') say(`> ${text.trim()}`);
    },
    result: ({ text, error, printed = [] }) => {
      for (const piece of printed) say(prefixed(PREFIXES[piece.kind], piece.text));
      say(text);
      if (error) say(`error${error.span ? ` (column ${error.span.start + 1})` : ''}: ${error.text}`);
    },
  };
}

const PREFIXES = { console: 'console: ', debug: 'dbg: ', note: 'note: ' } as const;

export function jsonScript(write: (text: string) => void): ScriptOutput {
  return {
    line: () => {},
    result: (result) =>
      write(`${JSON.stringify(result, (_, value) => (typeof value === 'bigint' ? String(value) : value))}\n`),
  };
}

/** Each line with the prefix; the last one also if it has no end yet. */
function prefixed(prefix: string, text: string): string {
  if (text === '') return '';
  return text
    .replace(/\n$/, '')
    .split('\n')
    .map((line) => `${prefix}${line}`)
    .join('\n');
}
