/**
 * What the debugger keeps over visits: watched expressions, which parts are folded, lines typed into the command window. What cannot be read is as if it had
 * never been.
 */
import { create } from 'zustand';

interface Kept {
  readonly watches: readonly string[];
  /** By part; a part that is not named is as it is by default. */
  readonly folds: Readonly<Record<string, boolean>>;
  /** Latest last. */
  readonly commands: readonly string[];
}

const KEY = 'ring-zero-lab.debugger';
const MOST_COMMANDS = 100;

export const useKept = create<Kept>(() => ({ watches: [], folds: {}, commands: [], ...read() }));

useKept.subscribe((state) => localStorage.setItem(KEY, JSON.stringify(state)));

export function addWatch(expression: string): void {
  const typed = expression.trim();
  useKept.setState(({ watches }) => (typed === '' || watches.includes(typed) ? {} : { watches: [...watches, typed] }));
}

export function removeWatch(expression: string): void {
  useKept.setState(({ watches }) => ({ watches: watches.filter((one) => one !== expression) }));
}

export function fold(part: string, isOpen: boolean): void {
  useKept.setState(({ folds }) => ({ folds: { ...folds, [part]: isOpen } }));
}

export function keepCommand(line: string): void {
  useKept.setState(({ commands }) => ({
    commands: [...commands.filter((one) => one !== line), line].slice(-MOST_COMMANDS),
  }));
}

function read(): Partial<Kept> {
  try {
    const { watches, folds, commands } = JSON.parse(localStorage.getItem(KEY) ?? '{}');
    const isText = (one: unknown) => typeof one === 'string';
    return {
      ...(Array.isArray(watches) && { watches: watches.filter(isText) }),
      ...(Array.isArray(commands) && { commands: commands.filter(isText) }),
      ...(typeof folds === 'object' && folds !== null && { folds }),
    };
  } catch {
    return {};
  }
}
