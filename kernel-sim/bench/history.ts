/**
 * What history costs, for a driver and a program that work for 10 and for 100 million instructions on two CPUs: plain running against running with a
 * timeline, memory, seeks to random instants, statement steps backwards, and what a screen asks. Default settings. What is slow only once, because
 * machines are booted and the host compiles, is printed beside what comes after it.
 */
import { cpus, loadavg } from 'node:os';
import { finish, type Task } from '../base/task.ts';
import { LineCoverage } from '../debugger/questions/lines-run.ts';
import { createLab } from '../lab.ts';
import { LabSession } from '../lab-session.ts';
import { DEFAULT_CONFIG, type LabConfig } from '../protocol/lab-api.ts';
import { situationAt } from '../worker-situation.ts';
import { SessionTrace } from '../worker-trace.ts';

/** About these many instructions a round. */
const ROUND = 11_744;
const SAMPLES = 200;
const SLICE = 1_000_000;
const BACK_STEP = {
  motion: { kind: 'step', unit: 'statement', how: 'over' },
  direction: 'back',
} as const;

/** Prints one block of figures for a run of about so many million instructions. */
export function history(driver: string, app: string, millions: number): void {
  const config: LabConfig = {
    ...DEFAULT_CONFIG,
    limitNs: 1e15,
    drivers: [{ name: 'history', sources: [{ name: 'history-driver.c', text: driver }] }],
    apps: [{ name: 'app.exe', sources: [{ name: 'history-app.c', text: app }] }],
    args: [String(Math.round((millions * 1e6) / ROUND))],
  };
  const first = recorded(config);
  const { session, instructions } = first;
  const [load] = loadavg();
  console.log(
    `run of ${(instructions / 1e6).toFixed(1)} M instructions, ${session.timeline.trace.count(0)} events; ${load.toFixed(1)} tasks compete for ${cpus().length} processors of this computer`,
  );
  const cold = steps(session, instructions, 2, seeded(0.5));
  console.log(
    `  the very first two steps back after a random seek: ${cold.map((ms) => ms.toFixed(1)).join(' and ')} ms`,
  );
  compare(config, millions > 20 ? 5 : 9);
  const { timeline } = session;
  const stats = timeline.stats();
  const perMillion = (bytes: number) => `${(bytes / 1024 / (instructions / 1e6)).toFixed(0)} KiB`;
  console.log(
    `  memory per million instructions: checkpoints ${perMillion(stats.checkpointBytes)} (${stats.checkpoints}), trace ${perMillion(stats.traceBytes)}`,
  );
  backwards(config);
  const random = seeded(0.3);
  const target = () => ({ branch: 0, instant: Math.floor(random() * instructions) });
  report('seek to a random instant', SAMPLES, () => timed(session.seek(target())));
  finish(session.seek({ branch: 0, instant: Math.floor(instructions * 0.7) }));
  report('backward statement steps in a row', SAMPLES, () => timed(session.move(BACK_STEP)));
  screen(session, instructions, target);
}

/** Recording against plain running: pairs in alternating order, since whoever comes second finds another machine. */
function compare(config: LabConfig, pairs: number): void {
  plainSeconds(config);
  const ratios = Array.from({ length: pairs }, (_, i) => {
    const plainFirst = i % 2 === 0 ? plainSeconds(config) : undefined;
    const { seconds } = recorded(config);
    return seconds / (plainFirst ?? plainSeconds(config));
  });
  const percent = (ratio: number) => `${((ratio - 1) * 100).toFixed(1)} %`;
  const sorted = ratios.sort((a, b) => a - b);
  console.log(
    `  recorded against plain, ${pairs} pairs in alternating order: median ${percent(at(sorted, 0.5))} slower, from ${percent(sorted[0])} to ${percent(sorted[pairs - 1])}`,
  );
}

/** First steps back after seeks, in sessions of their own: as they come, and after the warm-up that a worker does while it is idle. */
function backwards(config: LabConfig): void {
  for (const isWarm of [false, true]) {
    const { session, instructions } = recorded(config);
    const warmUp = isWarm ? session.warmUp() : undefined;
    if (warmUp) finish(warmUp);
    const times = steps(session, instructions, SAMPLES, seeded(0.5));
    const how = isWarm ? 'the searching machine made ready before' : 'its machine made at the first';
    print(`first backward statement step after a random seek, ${how}`, times);
    if (!isWarm) print('  the same without the first ten', times.slice(10));
  }
}

function steps(session: LabSession, instructions: number, count: number, random: () => number): number[] {
  return Array.from({ length: count }, () => {
    finish(session.seek({ branch: 0, instant: Math.floor(random() * instructions) }));
    return timed(session.move(BACK_STEP));
  });
}

/** What a screen asks while someone scrubs. */
function screen(session: LabSession, instructions: number, target: () => { branch: number; instant: number }): void {
  const trace = new SessionTrace(session);
  console.log(
    `  lanes of the whole run, folded for the first time: ${timed(trace.lanes({ from: 0, to: instructions })).toFixed(1)} ms`,
  );
  report('lanes of the whole run again', SAMPLES, () => timed(trace.lanes({ from: 0, to: instructions })));
  report('situation of the shown instant', SAMPLES, () => {
    finish(session.seek(target()));
    return timed(situationAt(session, trace, session.at));
  });
  const lines = (coverage: LineCoverage) =>
    timed(session.ask((timeline, cursor) => coverage.of(timeline, cursor, 0, 'history-app.c')));
  const coverage = new LineCoverage();
  console.log(
    `  lines run: ${lines(coverage).toFixed(0)} ms for the first file, ${lines(coverage).toFixed(1)} ms again`,
  );
  const views = [{ kind: 'handles' }, { kind: 'locals' }] as const;
  report('to the next change of handles and locals', 20, () => {
    finish(session.seek(target()));
    return timed(session.move({ motion: { kind: 'change', views }, direction: 'forward' }));
  });
}

function plainSeconds(config: LabConfig): number {
  const lab = createLab();
  lab.build(config);
  lab.start();
  const from = performance.now();
  while (!lab.run(SLICE).end) lab.takeTrace();
  return (performance.now() - from) / 1000;
}

function recorded(config: LabConfig) {
  const session = new LabSession({ clock: () => performance.now() });
  session.build(config);
  session.start();
  const from = performance.now();
  finish(session.move({ motion: { kind: 'run' }, direction: 'forward' }), SLICE);
  const seconds = (performance.now() - from) / 1000;
  const [{ end, head }] = session.branches;
  if (end?.kind !== 'exit' || end.status !== 0) throw new Error(JSON.stringify(end));
  return { session, seconds, instructions: head };
}

/** Milliseconds. */
function timed(task: Task<unknown>): number {
  const from = performance.now();
  finish(task);
  return performance.now() - from;
}

function report(what: string, count: number, measure: () => number): void {
  print(what, Array.from({ length: count }, measure));
}

function print(what: string, times: readonly number[]): void {
  const sorted = [...times].sort((a, b) => a - b);
  const [median, most, worst] = [0.5, 0.99, 1].map((part) => at(sorted, part).toFixed(1));
  console.log(`  ${what}: median ${median} ms, 99th percentile ${most} ms, worst ${worst} ms`);
}

function at(sorted: readonly number[], part: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))];
}

/** Spread by the golden ratio. */
function seeded(from: number): () => number {
  let value = from;
  return () => {
    value = (value + 0.6180339887498949) % 1;
    return value;
  };
}
