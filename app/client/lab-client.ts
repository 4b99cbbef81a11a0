/**
 * The page's lab: starts the connection to its worker, writes what comes back into the lab store (at most once every FLUSH_MS), and answers trace
 * queries.
 */
import type { LabEvent, RunRequest, TraceRows, TraceWindow } from '../../kernel-sim/protocol/messages';
import type { StopReport } from '../../kernel-sim/protocol/time';
import type { OutputView } from '../../kernel-sim/protocol/views';
import { appended, BLANK_RUN, isBusy, type LabState, NO_OUTPUT, useLab } from '../store/lab';
import { LabConnection, LabError, type LabNews, type WorkerLike } from './lab-connection';

/** Time between two updates of the page during a run. */
const FLUSH_MS = 40;

const BAD_ENDS: ReadonlySet<string> = new Set(['bugcheck', 'exception', 'hang']);

type Output = Extract<LabEvent, { kind: 'output' }>;

const NOTHING_PRINTED: OutputView = { console: '', debug: '', notes: [] };

let connection: LabConnection | undefined;
let flushTimer: ReturnType<typeof setTimeout> | undefined;
let unwritten: Partial<LabState> = {};
let asking = 0;
/** Whether Stop was pressed and has no answer yet. */
let isStopping = false;
/** What the worker says is printed at the shown instant; the page's console has the lines that were typed as well. */
let printed = NOTHING_PRINTED;

/** Starts the worker. Called once, before the first render. */
export function startLab(): void {
  connection = new LabConnection({
    start: () =>
      new Worker(new URL('../../kernel-sim/worker.ts', import.meta.url), { type: 'module', name: 'lab' }) as WorkerLike,
    onEvent: receive,
    onLoss: ({ text, isOver }) => {
      if (isOver) end({ kind: 'worker-lost', text });
    },
  });
}

/** Builds and runs; ends what ran before. */
export function runLab(request: RunRequest): void {
  const run = useLab.getState().run + 1;
  begin(run, 'building');
  connection?.run(run, request).catch((error) => {
    // A worker that was lost has told so.
    if (error instanceof LabError && useLab.getState().run === run && useLab.getState().phase !== 'over') {
      end({ kind: 'internal', exitCode: 125, text: error.message });
    }
  });
}

export function stopLab(): void {
  const { phase, run } = useLab.getState();
  if (!isBusy(phase) || isStopping) return;
  isStopping = true;
  connection
    ?.stop()
    .then(() => {
      if (useLab.getState().run === run) end({ kind: 'stopped' });
    })
    .catch(() => {
      // The worker was lost instead, or another run began: both were told.
    })
    .finally(() => {
      isStopping = false;
    });
}

/** Ends what runs and forgets what the last run came to: the page is about other files now. */
export function clearLab(): void {
  stopLab();
  const { phase, run } = useLab.getState();
  if (phase !== 'loading') begin(run + 1, 'ready');
}

/** A line typed at the console of the run, which shows it as a terminal does. */
export function typeLine(line: string): void {
  const { console } = { ...useLab.getState(), ...unwritten };
  write({ console: appended(console, `${line}\n`) });
  connection?.ask({ kind: 'input', text: `${line}\n` }).catch(() => {
    // The run is over: nobody reads it.
  });
}

/** The events of the last run in a window. Rejects if the worker is lost, or another run begins. */
export async function queryTrace(window: TraceWindow): Promise<TraceRows> {
  if (!connection) throw new LabError('the lab is not started');
  useLab.setState({ asking: ++asking });
  try {
    return await connection.ask({ kind: 'trace-rows', window });
  } finally {
    useLab.setState({ asking: --asking });
  }
}

/** A bad end has a past: it is asked for at once, and shown when it is known. */
async function askTrail(run: number, { end: how, at }: StopReport): Promise<void> {
  if (!connection || !how || !BAD_ENDS.has(how.kind)) return;
  useLab.setState({ asking: ++asking });
  try {
    const { suspects } = await connection.ask({ kind: 'suspects', at });
    if (useLab.getState().run === run) useLab.setState({ trail: suspects });
  } catch {
    // Another run began, or the worker was lost, which is told elsewhere.
  } finally {
    useLab.setState({ asking: --asking });
  }
}

function begin(run: number, phase: LabState['phase']): void {
  printed = NOTHING_PRINTED;
  write({ ...BLANK_RUN, run, phase });
  flush();
}

function end(outcome: NonNullable<LabState['outcome']>): void {
  const state = { ...useLab.getState(), ...unwritten };
  write({ phase: 'over', outcome: state.outcome ?? outcome });
  flush();
}

function receive(event: LabNews): void {
  const state = { ...useLab.getState(), ...unwritten };
  if (event.kind === 'ready') {
    if (state.phase === 'loading') useLab.setState({ phase: 'ready' });
  } else if ('run' in event && event.run === state.run && isBusy(state.phase)) {
    if (event.kind === 'diagnostics') receiveReport(event.report);
    else if (event.kind === 'output') receiveOutput(event, state);
    else if (event.kind === 'moved' && event.report.end) {
      end(event.report.end);
      void askTrail(event.run, event.report);
    }
  }
}

function receiveReport({ ok, messages }: Extract<LabEvent, { kind: 'diagnostics' }>['report']): void {
  const errors = messages.filter((message) => message.severity === 'error').length;
  if (ok) write({ messages, phase: 'running' });
  else write({ messages, phase: 'over', outcome: { kind: 'build-failed', errors } });
  flush();
}

/** What goes on is put behind what the page shows; what stands at another instant replaces it. */
function receiveOutput({ keep, progress, ...more }: Output, shown: LabState): void {
  const before = printed;
  printed = {
    console: before.console.slice(0, keep.console) + more.console,
    debug: before.debug.slice(0, keep.debug) + more.debug,
    notes: [...before.notes.slice(0, keep.notes), ...more.notes],
  };
  const goesOn =
    keep.console === before.console.length && keep.debug === before.debug.length && keep.notes === before.notes.length;
  const { console, debug, notes } = goesOn ? more : printed;
  const said = debug + notes.map((note) => `note: ${note}\n`).join('');
  write({
    console: appended(goesOn ? shown.console : NO_OUTPUT, console),
    debug: appended(goesOn ? shown.debug : NO_OUTPUT, said),
    progress,
  });
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
