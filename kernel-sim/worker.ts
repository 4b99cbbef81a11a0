/**
 * The lab in a Web Worker: turns messages into calls and back, and nothing more.
 *
 * A run goes in slices of about SLICE_MS, with a turn of the message loop after each, so that a command is heard at
 * once whatever the guest does. How a run is sliced never changes what the machine does.
 */
import { createLab } from './lab.ts';
import { DEFAULT_CONFIG, type Lab, type RunEnd, type TraceEvent } from './protocol/lab-api.ts';
import type { Command, LabEvent, Progress, Query, RunRequest, TraceRow, TraceWindow } from './protocol/messages.ts';
import { TraceLog } from './trace/log.ts';
import { meaningTextOf, summaryOf } from './trace/words.ts';

const SLICE_MS = 10;
const FIRST_SLICE = 100_000;
const KEPT_EVENTS = 500_000;

/** A run that was started: its lab, and the trace that the page may ask for as long as no other run begins. */
interface Run {
  readonly id: number;
  readonly lab: Lab;
  readonly trace: TraceLog<TraceEvent>;
  /** Instructions that take about SLICE_MS. */
  slice: number;
  progress: Progress;
  live: boolean;
}

let current: Run | undefined;
let turnAsked = false;

/** Wakes `step` after the messages that wait have been heard; a timer would be throttled and rounded. */
const turn = new MessageChannel();
turn.port1.onmessage = () => {
  turnAsked = false;
  step();
};

self.onmessage = ({ data }: MessageEvent<Command | Query>) => {
  switch (data.kind) {
    case 'run':
      return begin(data.run, data.request);
    case 'stop':
      return finish(undefined);
    case 'input':
      if (!current?.live) return;
      current.lab.input(data.text);
      return askTurn();
    case 'trace-rows':
      return post({ kind: 'trace-rows', query: data.query, from: data.window.from, ...rowsOf(current, data.window) });
  }
};

post({ kind: 'ready' });

function begin(id: number, request: RunRequest): void {
  const lab = createLab();
  const trace = new TraceLog<TraceEvent>((chunk) => lab.decodeTrace(chunk), KEPT_EVENTS);
  const progress = { instant: 0, time: 0, events: 0, dropped: 0, waitsForInput: false };
  current = { id, lab, trace, slice: FIRST_SLICE, progress, live: true };
  guarded(() => {
    const report = lab.build({ ...DEFAULT_CONFIG, interactive: true, ...request });
    post({ kind: 'diagnostics', run: id, report });
    if (!report.ok) return finish(undefined);
    lab.start();
    askTurn();
  });
}

function rowsOf(run: Run | undefined, { preset, filter, from, count }: TraceWindow) {
  if (!run) return { total: 0, rows: [] };
  const { total, events } = run.trace.window({ preset, text: filter }, from, count);
  const rows = events.map(
    (event): TraceRow => ({
      event,
      summary: summaryOf(event, (address) => run.lab.nameAt(address)),
      meaning: meaningTextOf(event.event),
      process: run.trace.processAt(event.pid, event.instant),
    }),
  );
  return { total, rows };
}

/** Runs one slice and comes back for the next. */
function step(): void {
  const run = current;
  if (!run?.live) return;
  guarded(() => {
    const start = performance.now();
    const { end } = run.lab.run(run.slice);
    const took = Math.max(performance.now() - start, 0.1);
    run.slice = Math.max(1000, Math.round(run.slice * Math.min(4, Math.max(0.25, SLICE_MS / took))));
    sendOutput(run);
    if (end) finish(end);
    else if (!run.lab.waitsForInput) askTurn();
  });
}

function askTurn(): void {
  if (turnAsked) return;
  turnAsked = true;
  turn.port2.postMessage(undefined);
}

/** An exception out of the lab is a defect of the lab: it ends the run and says so. */
function guarded(work: () => void): void {
  try {
    work();
  } catch (error) {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    finish({ kind: 'internal', exitCode: 125, text });
  }
}

function finish(end: RunEnd | undefined): void {
  if (current?.live) {
    current.live = false;
    post({ kind: 'stopped', run: current.id, end, progress: current.progress });
  }
  post({ kind: 'idle' });
}

function sendOutput(run: Run): void {
  const { lab } = run;
  const chunk = lab.takeTrace();
  if (chunk.length > 0) run.trace.append(chunk);
  const { instant, time } = lab.state;
  const { length: events, dropped } = run.trace;
  run.progress = { instant, time, events, dropped, waitsForInput: lab.waitsForInput };
  post({
    kind: 'output',
    run: run.id,
    console: lab.takeConsole(),
    debug: lab.takeDebug(),
    notes: lab.takeNotes(),
    progress: run.progress,
  });
}

function post(event: LabEvent): void {
  self.postMessage(event);
}
