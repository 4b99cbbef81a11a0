/**
 * The page's only line to the lab's worker. Sends commands, writes what comes back into the lab store (at most once
 * every FLUSH_MS), answers trace queries, and replaces a worker that crashed or does not obey.
 */
import type { Command, LabEvent, Query, RunRequest, TraceRow, TraceWindow } from '../../kernel-sim/protocol/messages';
import { appended, BLANK_RUN, isBusy, type LabState, useLab } from '../store/lab';

/** Time between two updates of the page during a run. */
const FLUSH_MS = 40;
/** A worker that has not obeyed a stop after this long is replaced. */
const OBEY_MS = 1000;

export interface TraceRows {
  readonly total: number;
  readonly from: number;
  readonly rows: readonly TraceRow[];
}

let worker: Worker | undefined;
let waitsForStop: ReturnType<typeof setTimeout> | undefined;
let flushTimer: ReturnType<typeof setTimeout> | undefined;
let unwritten: Partial<LabState> = {};
let queries = 0;
const answers = new Map<number, (rows: TraceRows) => void>();

/** Starts the worker. Called once, before the first render. */
export function startLab(): void {
  worker = new Worker(new URL('../../kernel-sim/worker.ts', import.meta.url), { type: 'module', name: 'lab' });
  worker.onmessage = ({ data }: MessageEvent<LabEvent>) => receive(data);
  worker.onerror = (event) => {
    event.preventDefault();
    replaceWorker(event.message || 'the worker could not be started');
  };
}

/** Builds and runs; ends what ran before. */
export function runLab(request: RunRequest): void {
  const run = useLab.getState().run + 1;
  write({ ...BLANK_RUN, run, phase: 'building' });
  flush();
  send({ kind: 'run', run, request });
}

export function stopLab(): void {
  if (!isBusy(useLab.getState().phase) || waitsForStop !== undefined) return;
  send({ kind: 'stop' });
  waitsForStop = setTimeout(() => replaceWorker('it did not answer to Stop'), OBEY_MS);
}

/** Ends what runs and forgets what the last run came to: the page is about other files now. */
export function clearLab(): void {
  stopLab();
  if (useLab.getState().phase === 'loading') return;
  write({ ...BLANK_RUN, run: useLab.getState().run + 1, phase: 'ready' });
  flush();
}

/** A line typed at the console of the run, which shows it as a terminal does. */
export function typeLine(line: string): void {
  const { console } = { ...useLab.getState(), ...unwritten };
  write({ console: appended(console, `${line}\n`) });
  send({ kind: 'input', text: `${line}\n` });
}

/** The events of the last run in a window. Never answered if the worker is replaced before. */
export function queryTrace(window: TraceWindow): Promise<TraceRows> {
  const query = ++queries;
  send({ kind: 'trace-rows', query, window });
  return new Promise((resolve) => {
    answers.set(query, resolve);
    useLab.setState({ asking: answers.size });
  });
}

function send(message: Command | Query): void {
  worker?.postMessage(message);
}

function receive(event: LabEvent): void {
  if (event.kind === 'ready') {
    if (useLab.getState().phase === 'loading') useLab.setState({ phase: 'ready' });
  } else if (event.kind === 'trace-rows') {
    answers.get(event.query)?.(event);
    answers.delete(event.query);
    useLab.setState({ asking: answers.size });
  } else if (event.kind === 'idle') {
    obeyed();
  } else if (event.run === useLab.getState().run) {
    receiveOfRun(event);
  }
}

function receiveOfRun(event: Extract<LabEvent, { run: number }>): void {
  const state = { ...useLab.getState(), ...unwritten };
  if (event.kind === 'diagnostics') {
    const { ok, messages } = event.report;
    const errors = messages.filter((message) => message.severity === 'error').length;
    write(ok ? { messages, phase: 'running' } : { messages, outcome: { kind: 'build-failed', errors } });
    flush();
  } else if (event.kind === 'output') {
    const notes = event.notes.map((note) => `note: ${note}\n`).join('');
    write({
      console: appended(state.console, event.console),
      debug: appended(state.debug, event.debug + notes),
      progress: event.progress,
    });
  } else {
    const outcome = state.outcome ?? event.end ?? { kind: 'stopped' };
    write({ phase: 'over', outcome, progress: event.progress });
    flush();
  }
}

/** Collects changes; they reach the page together. */
function write(changes: Partial<LabState>): void {
  unwritten = { ...unwritten, ...changes };
  flushTimer ??= setTimeout(flush, FLUSH_MS);
}

function flush(): void {
  clearTimeout(flushTimer);
  flushTimer = undefined;
  useLab.setState(unwritten);
  unwritten = {};
}

function obeyed(): void {
  clearTimeout(waitsForStop);
  waitsForStop = undefined;
}

function replaceWorker(reason: string): void {
  worker?.terminate();
  obeyed();
  answers.clear();
  const startedBefore = useLab.getState().phase !== 'loading';
  write({ phase: 'over', asking: 0, outcome: { kind: 'worker-lost', text: reason } });
  flush();
  if (startedBefore) startLab();
}
