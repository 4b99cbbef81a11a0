/**
 * Where a command's output goes: as text while it happens, or as one JSON object at the end.
 */
import { closeSync, openSync, writeSync } from 'node:fs';
import type { BuildReport, RunEnd, TraceEvent } from '../protocol/lab-api.ts';
import { UsageError } from './args.ts';
import type { ReplayResult } from './replay.ts';
import { buildMessageLine, endLines, LinePrefixer } from './report.ts';
import type { Sink } from './session.ts';

/** How a run went, for both forms of output. */
export interface Outcome {
  readonly end: RunEnd;
  readonly instant: number;
  readonly time: number;
  readonly replay: ReplayResult | undefined;
}

/** A sink for a run that also takes its build messages and its outcome. */
export interface Output extends Required<Pick<Sink, 'console' | 'debug' | 'note'>> {
  build(report: BuildReport): void;
  outcome(outcome: Outcome): void;
  /** Called last, whatever happened before. */
  close(): void;
}

/** Console on stdout, everything else in lines on stderr. */
export function textOutput(): Output {
  const debugLines = new LinePrefixer('dbg: ');
  const line = (text: string) => process.stderr.write(`${text}\n`);
  return {
    console: (text) => void process.stdout.write(text),
    debug: (text) => void process.stderr.write(debugLines.push(text)),
    note: (text) => void line(`note: ${text}`),
    build: ({ messages }) => {
      for (const message of messages) line(buildMessageLine(message));
    },
    outcome: ({ end, replay }) => {
      process.stderr.write(debugLines.end());
      for (const text of endLines(end)) line(text);
      if (!replay) return;
      line(`replay: ${replay.equal}/${replay.checked} equal`);
      if (replay.difference) line(`replay: ${replay.difference}`);
    },
    close: () => {},
  };
}

/** One JSON object on stdout when all is over. */
export function jsonOutput(): Output {
  const all: Record<string, unknown> = {};
  let console = '';
  let debug = '';
  const notes: string[] = [];
  return {
    console: (text) => {
      console += text;
    },
    debug: (text) => {
      debug += text;
    },
    note: (text) => {
      notes.push(text);
    },
    build: (report) => {
      all.build = report;
    },
    outcome: ({ end, instant, time, replay }) => {
      Object.assign(all, { exit: end.exitCode, end, instant, time, console, debug, notes, replay });
    },
    close: () => {
      process.stdout.write(`${JSON.stringify(all)}\n`);
    },
  };
}

/** A file of trace events, one JSON object a line. */
export class TraceFile {
  readonly #descriptor: number;

  constructor(file: string) {
    try {
      this.#descriptor = openSync(file, 'w');
    } catch (error) {
      throw new UsageError(`--trace ${file}: ${(error as Error).message}`);
    }
  }

  write(events: readonly TraceEvent[]): void {
    writeSync(this.#descriptor, events.map((event) => `${JSON.stringify(event)}\n`).join(''));
  }

  close(): void {
    closeSync(this.#descriptor);
  }
}
