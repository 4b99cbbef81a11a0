/**
 * `npm run bench`: what the lab costs, each figure as a ratio to a named yardstick measured in the same run, or as a count
 * that does not depend on the machine it runs on. Prints a table; judges nothing.
 *
 *  - programs of `programs/` against `gcc -O0` (process start subtracted by running with two round counts)
 *  - cold (a fresh lab, first million instructions) and warm
 *  - one buffered DeviceIoControl: instructions, simulated and real microseconds
 *  - start of a run: from built images to the first instruction of the program
 *  - history (history.ts): what recording costs, seeks, steps backwards
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLab } from '../lab.ts';
import { DEFAULT_CONFIG, type Lab, type LabConfig } from '../protocol/lab-api.ts';
import { history } from './history.ts';

/** Program and the rounds that take about a second in the lab. */
const PROGRAMS: [string, number][] = [
  ['sieve', 150],
  ['crc32', 300],
  ['fib', 100],
  ['list', 600],
  ['hash64', 400],
];

const SOURCES = import.meta.glob<string>('./programs/*.c', { query: '?raw', import: 'default', eager: true });

function sourceOf(name: string): string {
  return SOURCES[`./programs/${name}.c`];
}

function main(): void {
  const gcc = findGcc();
  if (!gcc) console.log('gcc is not installed: ratios are left out');
  console.log('program   instructions   cold M/s   warm M/s   lab s   gcc -O0 s   ratio');
  const ratios: number[] = [];
  for (const [name, rounds] of PROGRAMS) {
    const cold = runProgram(name, 1);
    const warm = runProgram(name, rounds);
    const native = gcc ? nativeSeconds(name, rounds * 10) / 10 : Number.NaN;
    const ratio = native / warm.seconds;
    if (gcc) ratios.push(ratio);
    console.log(
      `${name.padEnd(8)} ${String(warm.instructions).padStart(13)} ${mega(cold)} ${mega(warm)} ${fixed(warm.seconds, 7)} ${fixed(native, 11)} ${fixed(ratio, 7)}`,
    );
  }
  if (ratios.length > 0) {
    const mean = Math.exp(ratios.reduce((sum, r) => sum + Math.log(r), 0) / ratios.length);
    console.log(`geometric mean of the ratios to gcc -O0: ${mean.toFixed(4)}`);
  }
  request();
  for (const millions of [10, 100]) history(sourceOf('history-driver'), sourceOf('history-app'), millions);
}

interface Measured {
  instructions: number;
  seconds: number;
}

function runProgram(name: string, rounds: number): Measured {
  const lab = built({
    drivers: [],
    apps: [{ name: `${name}.exe`, sources: [{ name: `${name}.c`, text: sourceOf(name) }] }],
    dialect: 'plain',
    cpus: 1,
    args: [String(rounds)],
  });
  return timed(lab);
}

/** Round trips of one buffered request, by the difference of two runs. */
function request(): void {
  const driver = sourceOf('echo-driver');
  const app = sourceOf('echo-app');
  const run = (count: number) =>
    timed(
      built({
        drivers: [{ name: 'echo', sources: [{ name: 'echo-driver.c', text: driver }] }],
        apps: [{ name: 'app.exe', sources: [{ name: 'echo-app.c', text: app }] }],
        args: [String(count)],
      }),
    );
  const few = run(100);
  const many = run(2100);
  const instructions = (many.instructions - few.instructions) / 2000;
  console.log(
    `one buffered DeviceIoControl: ${instructions.toFixed(0)} instructions, ${((many.seconds - few.seconds) * 500).toFixed(1)} us`,
  );
  const starts = Array.from({ length: 5 }, startMilliseconds).sort((a, b) => a - b);
  console.log(`start of a run, boot to the program's first output: ${starts[2].toFixed(1)} ms (median of 5)`);
}

function startMilliseconds(): number {
  const lab = built({
    drivers: [],
    apps: [
      {
        name: 'app.exe',
        sources: [{ name: 'app.c', text: '#include <stdio.h>\nint main(void) { puts("x"); return 0; }' }],
      },
    ],
  });
  const from = performance.now();
  lab.start();
  while (!lab.state.end && lab.takeConsole() === '') lab.run(20_000);
  return performance.now() - from;
}

function built(config: Partial<LabConfig> & Pick<LabConfig, 'drivers' | 'apps'>): Lab {
  const lab = createLab();
  const report = lab.build({ ...DEFAULT_CONFIG, limitNs: 1e15, ...config });
  if (!report.ok) throw new Error(report.messages.map((m) => `${m.file}:${m.line}: ${m.text}`).join('\n'));
  return lab;
}

function timed(lab: Lab): Measured {
  lab.start();
  const from = performance.now();
  while (!lab.run(50_000_000).end) lab.takeTrace();
  const seconds = (performance.now() - from) / 1000;
  const { end, instant } = lab.state;
  if (end?.kind !== 'exit' || end.status !== 0) throw new Error(JSON.stringify(end));
  return { instructions: instant, seconds };
}

function findGcc(): boolean {
  try {
    execFileSync('gcc', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

function nativeSeconds(name: string, rounds: number): number {
  const out = mkdtempSync(join(tmpdir(), 'lab-bench-'));
  try {
    const program = join(out, name);
    writeFileSync(`${program}.c`, sourceOf(name));
    execFileSync('gcc', ['-O0', '-o', program, `${program}.c`]);
    const seconds = (count: number) => {
      const from = performance.now();
      execFileSync(program, [String(count)], { stdio: 'ignore' });
      return (performance.now() - from) / 1000;
    };
    seconds(1);
    return seconds(rounds) - seconds(1);
  } finally {
    rmSync(out, { recursive: true });
  }
}

function mega({ instructions, seconds }: Measured): string {
  return fixed(instructions / seconds / 1e6, 10);
}

function fixed(value: number, width: number): string {
  return value.toFixed(value < 1 ? 4 : 1).padStart(width);
}

main();
