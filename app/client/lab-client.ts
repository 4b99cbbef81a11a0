/**
 * The page's lab: starts the connection to its worker, begins and ends runs, and writes what comes back into the lab store (text at most once every
 * FLUSH_MS). Motions through a run's history are in moves.ts, watched views in views-client.ts.
 */
import type {
  AnswerTo,
  AskKind,
  AskOf,
  LabEvent,
  RunRequest,
  SavedRun,
  TraceRows,
  TraceWindow,
} from '../../kernel-sim/protocol/messages';
import type { At, BreakpointSpec, StopReport } from '../../kernel-sim/protocol/time';
import type { OutputView } from '../../kernel-sim/protocol/views';
import { sameAt } from '../store/instants';
import { appended, BLANK_RUN, isBusy, type LabState, NO_OUTPUT, shownBranch, useLab } from '../store/lab';
import { noteBuilt } from '../store/project-built';
import { BreakpointSync } from './breakpoint-sync';
import { gathered } from './gather';
import { type AskOptions, LabConnection, LabError, type LabNews, type WorkerLike } from './lab-connection';
import { sessionBegan, sessionSaved } from './session-keeper';
import { ViewsClient } from './views-client';

/** Time between two updates of the page during a run. */
const FLUSH_MS = 40;

const BAD_ENDS: ReadonlySet<string> = new Set(['bugcheck', 'exception', 'hang']);

type Output = Extract<LabEvent, { kind: 'output' }>;

const NOTHING_PRINTED: OutputView = { console: '', debug: '', notes: [] };

let connection: LabConnection | undefined;
let views: ViewsClient | undefined;
let breakpointSync: BreakpointSync | undefined;
let flushTimer: ReturnType<typeof setTimeout> | undefined;
let unwritten: Partial<LabState> = {};
let asking = 0;
/** Whether Stop was pressed and has no answer yet. */
let isStopping = false;
/** What the worker says stands printed at the shown instant. */
let printed = NOTHING_PRINTED;

/** Starts the worker. Called once, before the first render. */
export function startLab(): void {
  connection = new LabConnection({
    start: () =>
      gathered(
        new Worker(new URL('../../kernel-sim/worker.ts', import.meta.url), {
          type: 'module',
          name: 'lab',
        }) as WorkerLike,
      ),
    onEvent: receive,
    onLoss: ({ text, isOver, isComingBack }) => {
      write({ loss: isComingBack ? { text, isBack: false, isHeld: isOver } : undefined });
      flush();
      if (isOver) end({ kind: 'worker-lost', text });
    },
  });
  views = new ViewsClient(connection);
  breakpointSync = new BreakpointSync(ask);
}

export interface RunOptions {
  /** Set before the first instruction. */
  readonly breakpoints?: readonly BreakpointSpec[];
  /** Stays at instant 0 instead of running on. */
  readonly stayAtBoot?: boolean;
}

/** Builds and runs; ends what ran before. Settles when the run has begun, or could not. */
export async function runLab(
  request: RunRequest,
  { breakpoints = [], stayAtBoot = false }: RunOptions = {},
): Promise<void> {
  const run = useLab.getState().run + 1;
  begin(run, 'building');
  noteBuilt(request);
  sessionBegan(run, request);
  if (!connection) return;
  const waits = stayAtBoot || breakpoints.length > 0;
  try {
    const { ok } = await connection.run(run, request, waits ? 'boot' : 'end');
    if (!ok) return;
    views?.runBegan();
    if (breakpoints.length > 0) await setEach(breakpoints);
    // One that went to the next line with code is set anew there: that has to be done before the machine goes.
    await breakpointSync?.settled();
    if (!waits || stayAtBoot || useLab.getState().run !== run) return;
    useLab.setState({ phase: 'running' });
    await ask({ kind: 'move', request: { motion: { kind: 'run' }, direction: 'forward' } });
  } catch (error) {
    // A worker that was lost has told so.
    if (error instanceof LabError && useLab.getState().run === run && isBusy(useLab.getState().phase)) {
      end({ kind: 'internal', exitCode: 125, text: error.message });
    }
  }
}

/** Builds what an earlier visit built and comes to the instant that it showed, without going on from there; whether that could be. */
export async function recoverLab(request: RunRequest, saved: SavedRun): Promise<boolean> {
  const run = useLab.getState().run + 1;
  begin(run, 'building');
  noteBuilt(request);
  sessionBegan(run, request, { isRecovered: true });
  try {
    if (!connection) return false;
    const { ok } = await connection.recover(run, request, saved);
    if (useLab.getState().run !== run) return true;
    if (ok) views?.runBegan();
    else clearLab();
    return ok;
  } catch (error) {
    if (!(error instanceof LabError)) throw error;
    if (useLab.getState().run === run) clearLab();
    return false;
  }
}

/** One that cannot be set (its line has no code any more) does not keep the others from being set. */
async function setEach(breakpoints: readonly BreakpointSpec[]): Promise<void> {
  for (const spec of breakpoints) {
    await ask({ kind: 'add-breakpoint', spec }).catch((error) => {
      if (!(error instanceof LabError)) throw error;
      breakpointSync?.refused(spec, error.message);
    });
  }
}

/** Ends what runs by itself; the history up to there stays. */
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

/** A line typed at the console of the run; the worker tells it back where it stands in the console. Typed in the past it begins another branch, which then runs on. */
export async function typeLine(line: string): Promise<void> {
  const { phase } = { ...useLab.getState(), ...unwritten };
  try {
    await ask({ kind: 'input', text: `${line}\n` });
    if (phase !== 'standing') return;
    write({ phase: 'running' });
    flush();
    await ask({ kind: 'move', request: { motion: { kind: 'run' }, direction: 'forward' } });
  } catch (error) {
    // The run is over: nobody reads it.
    if (!(error instanceof LabError)) throw error;
  }
}

/** Any ask of the protocol. Rejects with a LabError: the worker was lost, another run began, or there is no answer, in plain words. */
export async function ask<K extends AskKind>(asked: AskOf<K>, options?: AskOptions): Promise<AnswerTo<K>> {
  if (!connection) throw new LabError('the lab is not started');
  useLab.setState({ asking: ++asking });
  try {
    return await connection.ask(asked, options);
  } finally {
    useLab.setState({ asking: --asking });
  }
}

/** The events of the shown branch in a window. */
export function queryTrace(window: TraceWindow): Promise<TraceRows> {
  return ask({ kind: 'trace-rows', window });
}

/** A bad end has a past: it is asked for at once, and shown when it is known. */
async function askTrail(run: number, { end: how, at }: StopReport): Promise<void> {
  if (!how || !BAD_ENDS.has(how.kind)) return;
  try {
    const { suspects } = await ask({ kind: 'suspects', at });
    if (useLab.getState().run === run) useLab.setState({ trail: suspects });
  } catch {
    // Another run began, or the worker was lost, which is told elsewhere.
  }
}

/** What stands out at the shown instant; of several asked for in a row, the last counts. */
async function askSituation(run: number, at: At): Promise<void> {
  try {
    const situation = await ask({ kind: 'situation', at });
    const { run: now, shown } = useLab.getState();
    if (now === run && sameAt(shown?.at, at)) useLab.setState({ situation });
  } catch {
    // As above.
  }
}

function begin(run: number, phase: LabState['phase']): void {
  printed = NOTHING_PRINTED;
  views?.runEnded();
  write({ ...BLANK_RUN, run, phase });
  flush();
}

function end(outcome: NonNullable<LabState['outcome']>): void {
  const state = { ...useLab.getState(), ...unwritten };
  write({ phase: 'standing', outcome: state.outcome ?? outcome, moving: undefined });
  flush();
}

function receive(event: LabNews): void {
  const state = { ...useLab.getState(), ...unwritten };
  if (event.kind === 'ready') {
    if (state.phase === 'loading') useLab.setState({ phase: 'ready' });
  } else if ('run' in event && event.run === state.run) {
    if (event.kind === 'diagnostics') receiveReport(event.report);
    else if (event.kind === 'output') receiveOutput(event, state);
    else if (event.kind === 'moved') receiveStop(event.run, event.report, state);
    else if (event.kind === 'views') views?.receive(event);
    else if (event.kind === 'branches') write({ branches: event.branches });
    else if (event.kind === 'breakpoints') {
      // Before the reply to what changed them: who asked for that finds the list as it is then.
      write({ breakpoints: event.breakpoints });
      flush();
    } else if (event.kind === 'saved') sessionSaved(event.run, event.saved);
  }
}

function receiveReport({ ok, messages }: Extract<LabEvent, { kind: 'diagnostics' }>['report']): void {
  const errors = messages.filter((message) => message.severity === 'error').length;
  if (ok) write({ messages, phase: 'running' });
  else write({ messages, phase: 'standing', outcome: { kind: 'build-failed', errors } });
  flush();
}

/** The end of a branch is told once; the outcome then stays with it while its past is looked at. */
function receiveStop(run: number, report: StopReport, state: LabState): void {
  const outcome = report.end ?? shownBranch({ ...state, shown: report })?.end;
  const isOtherBranch = state.shown !== undefined && state.shown.at.branch !== report.at.branch;
  write({
    shown: report,
    before: state.shown?.at,
    phase: report.reason === 'input' ? 'running' : 'standing',
    outcome: outcome ?? (state.outcome?.kind === 'stopped' ? state.outcome : undefined),
    ...(isOtherBranch && { trail: [] }),
    ...(state.loss && { loss: { ...state.loss, isBack: true } }),
  });
  flush();
  views?.stopped(report.at);
  void askSituation(run, report.at);
  if (report.end && useLab.getState().trail.length === 0) void askTrail(run, report);
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
