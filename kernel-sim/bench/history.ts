/**
 * What history costs, for a driver and a program that work for 10 and for 100 million instructions on two CPUs: plain running against running with a
 * timeline, memory, seeks to random instants, statement steps backwards from random instants. Default settings.
 */
import { finish, type Task } from '../base/task.ts';
import { Stops } from '../debugger/stops/stops.ts';
import { createLab } from '../lab.ts';
import { DEFAULT_CONFIG, type LabConfig } from '../protocol/lab-api.ts';
import { Timeline } from '../timeline/timeline.ts';

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
  const pairs = Array.from({ length: millions > 20 ? 3 : 7 }, () => [plainSeconds(config), recorded(config).seconds]);
  const ratio = median(pairs.map(([plain, tracked]) => tracked / plain));
  const { timeline, stops, instructions, seconds } = recorded(config);
  const stats = timeline.stats();
  const perMillion = (bytes: number) => `${(bytes / 1024 / (instructions / 1e6)).toFixed(0)} KiB`;
  console.log(
    `run of ${(instructions / 1e6).toFixed(1)} M instructions, ${(instructions / 1e6 / seconds).toFixed(0)} M/s recorded`,
  );
  console.log(`  recorded against plain, median of ${pairs.length} pairs: ${((ratio - 1) * 100).toFixed(1)} % slower`);
  console.log(
    `  memory per million instructions: checkpoints ${perMillion(stats.checkpointBytes)} (${stats.checkpoints}), trace ${perMillion(stats.traceBytes)}`,
  );
  const random = fractions();
  const target = () => ({ branch: 0, instant: Math.floor(random() * instructions) });
  report('seek to a random instant', SAMPLES, () => timed(timeline.seek(timeline.main, target())));
  report('first backward statement step after such a seek', SAMPLES, () => {
    finish(timeline.seek(timeline.main, target()));
    return timed(stops.move(BACK_STEP));
  });
  finish(timeline.seek(timeline.main, { branch: 0, instant: Math.floor(instructions * 0.7) }));
  report('backward statement steps in a row', SAMPLES, () => timed(stops.move(BACK_STEP)));
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
  const lab = createLab();
  lab.build(config);
  const timeline = new Timeline({
    boot: (strings) => lab.boot(strings),
    limits: { ns: config.limitNs, instructions: config.limitInstructions },
    clock: () => performance.now(),
  });
  const stops = new Stops(timeline);
  const from = performance.now();
  finish(stops.move({ motion: { kind: 'run' }, direction: 'forward' }), SLICE);
  const seconds = (performance.now() - from) / 1000;
  const [{ end, head }] = timeline.branches;
  if (end?.kind !== 'exit' || end.status !== 0) throw new Error(JSON.stringify(end));
  return { timeline, stops, seconds, instructions: head };
}

/** Milliseconds. */
function timed(task: Task<unknown>): number {
  const from = performance.now();
  finish(task);
  return performance.now() - from;
}

function report(what: string, count: number, measure: () => number): void {
  const times = Array.from({ length: count }, measure).sort((a, b) => a - b);
  const at = (part: number) => times[Math.min(count - 1, Math.floor(part * count))].toFixed(1);
  console.log(`  ${what}: median ${at(0.5)} ms, 99th percentile ${at(0.99)} ms`);
}

function median(values: number[]): number {
  return values.sort((a, b) => a - b)[values.length >> 1];
}

/** Spread by the golden ratio. */
function fractions(): () => number {
  let at = 0.5;
  return () => {
    at = (at + 0.6180339887498949) % 1;
    return at;
  };
}
