/**
 * The command window's log: what was typed, and what came back. It outlives the window, which exists only while its tab is in front; the oldest entries go
 * when it grows too long. A command that takes long can be cancelled.
 */
import { create } from 'zustand';
import type { CommandReply } from '../../kernel-sim/protocol/messages';
import type { At } from '../../kernel-sim/protocol/time';
import { ask } from '../client/lab-client';
import { LabError } from '../client/lab-connection';
import { useLab } from '../store/lab';
import { keepCommand } from './kept';

export interface LogEntry {
  readonly id: number;
  readonly line: string;
  /** Undefined: it is being carried out. */
  readonly replies: readonly CommandReply[] | undefined;
  /** Why there is no reply. */
  readonly problem: string | undefined;
  /** What was shown when it was typed: instants without a branch are of this one. */
  readonly at: At;
}

interface CommandLog {
  readonly entries: readonly LogEntry[];
  /** Of the command that is being carried out, 0 to 1. */
  readonly done: number | undefined;
  readonly isBusy: boolean;
}

const MOST_ENTRIES = 200;
const MOST_CHARACTERS = 200_000;

export const useCommandLog = create<CommandLog>(() => ({ entries: [], done: undefined, isBusy: false }));

let lastId = 0;
let running: AbortController | undefined;

export function runCommand(line: string): void {
  const { shown } = useLab.getState();
  if (useCommandLog.getState().isBusy || line.trim() === '' || !shown) return;
  keepCommand(line);
  const id = ++lastId;
  const controller = new AbortController();
  running = controller;
  const entry: LogEntry = { id, line, replies: undefined, problem: undefined, at: shown.at };
  useCommandLog.setState(({ entries }) => ({ entries: [...entries, entry], isBusy: true, done: undefined }));
  const finish = (result: Pick<LogEntry, 'replies' | 'problem'>) =>
    useCommandLog.setState(({ entries }) => ({
      entries: shortened(entries.map((one) => (one.id === id ? { ...one, ...result } : one))),
      isBusy: false,
      done: undefined,
    }));
  const onProgress = (done: number) => useCommandLog.setState({ done });
  ask({ kind: 'command', line }, { signal: controller.signal, onProgress }).then(
    (replies) => finish({ replies, problem: undefined }),
    (error: unknown) => {
      finish({ replies: [], problem: error instanceof LabError ? error.message : String(error) });
      if (!(error instanceof LabError)) throw error;
    },
  );
}

export function cancelCommand(): void {
  running?.abort();
}

export function clearLog(): void {
  useCommandLog.setState(({ entries }) => ({ entries: entries.filter(({ replies }) => replies === undefined) }));
}

/** The latest entries that are not too many and not too long; always the last one. */
export function shortened(entries: readonly LogEntry[]): readonly LogEntry[] {
  let characters = 0;
  let first = entries.length;
  while (first > 0 && entries.length - first < MOST_ENTRIES) {
    const entry = entries[first - 1];
    characters += (entry?.replies ?? []).reduce((sum, { text }) => sum + text.length, 0);
    if (characters > MOST_CHARACTERS && first < entries.length) break;
    first--;
  }
  return first === 0 ? entries : entries.slice(first);
}
