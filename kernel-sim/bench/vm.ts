/**
 * `npm run bench -- vm`: the reference interpreter against `gcc -O0`, program by program, in one run. Lab and native program take turns and are
 * measured by the processor time they use, so that a busy machine weighs on both alike and as little as can be; starting up is subtracted: the
 * median of runs of one round, because a single one may meet a garbage collection. Medians, with the lowest and highest ratio seen.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { built, type Measured, sourceOf, timed } from './lab.ts';

/** Program, and the rounds that take about a second in the lab and about a fifth natively. */
const PROGRAMS: readonly (readonly [name: string, rounds: number, native: number])[] = [
  ['sieve', 120, 1500],
  ['crc32', 240, 3000],
  ['fib', 100, 900],
  ['list', 500, 4000],
  ['hash64', 300, 4000],
  ['matrix', 60, 700],
  ['nbody', 1000, 15000],
];

interface ProgramFigures {
  readonly name: string;
  readonly instructions: number;
  /** Millions of instructions a second: of a fresh lab's first round, and warm. */
  readonly coldRate: number;
  readonly warmRate: number;
  /** Seconds for one round, medians; of gcc undefined where it is not installed. */
  readonly lab: number;
  readonly gcc: number | undefined;
  /** Speed relative to gcc -O0. */
  readonly ratio: number | undefined;
  readonly lowest: number | undefined;
  readonly highest: number | undefined;
}

/** Prints a table, or with `json` one JSON object. */
export function vm(turns: number, json: boolean): void {
  const folder = mkdtempSync(join(tmpdir(), 'lab-bench-'));
  try {
    const programs = PROGRAMS.map(([name, rounds, native]) => figures(folder, name, rounds, native, turns));
    const ratios = programs.flatMap((p) => (p.ratio === undefined ? [] : [p.ratio]));
    const mean =
      ratios.length > 0 ? Math.exp(ratios.reduce((sum, r) => sum + Math.log(r), 0) / ratios.length) : undefined;
    if (json) console.log(JSON.stringify({ turns, node: process.version, programs, geometricMean: mean }));
    else print(programs, mean);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function print(programs: readonly ProgramFigures[], mean: number | undefined): void {
  console.log(
    'program   instructions  cold M/s  warm M/s   lab ms/round   gcc -O0 ms/round    ratio   lowest  highest',
  );
  for (const p of programs) {
    const cells = [
      p.name.padEnd(8),
      String(p.instructions).padStart(13),
      p.coldRate.toFixed(0).padStart(9),
      p.warmRate.toFixed(0).padStart(9),
      (p.lab * 1e3).toFixed(3).padStart(14),
      (p.gcc === undefined ? '-' : (p.gcc * 1e3).toFixed(4)).padStart(18),
      ...[p.ratio, p.lowest, p.highest].map((r) => (r === undefined ? '-' : r.toFixed(4)).padStart(8)),
    ];
    console.log(cells.join(' '));
  }
  if (mean === undefined) console.log('gcc is not installed: ratios are left out');
  else console.log(`geometric mean of the ratios to gcc -O0: ${mean.toFixed(4)}`);
}

function figures(folder: string, name: string, rounds: number, native: number, turns: number): ProgramFigures {
  const program = compile(folder, name);
  const cold = inLab(name, 1);
  const warm = inLab(name, rounds);
  if (program !== undefined) nativeSeconds(program, 1);
  const runs = Array.from({ length: turns }, () => ({
    once: inLab(name, 1).busy,
    all: inLab(name, rounds).busy,
    native: program && { once: nativeSeconds(program, 1), all: nativeSeconds(program, native) },
  }));
  const natives = runs.flatMap((run) => (run.native ? [run.native] : []));
  const lab = perRound(runs, rounds);
  const gcc = perRound(natives, native);
  const ratios = lab.flatMap((seconds, i) => (gcc[i] === undefined ? [] : [gcc[i] / seconds]));
  const typical = median(lab);
  return {
    name,
    instructions: warm.instructions,
    coldRate: cold.instructions / cold.busy / 1e6,
    warmRate: (warm.instructions - cold.instructions) / (rounds - 1) / typical / 1e6,
    lab: typical,
    gcc: gcc.length > 0 ? median(gcc) : undefined,
    ratio: ratios.length > 0 ? median(ratios) : undefined,
    lowest: ratios.length > 0 ? Math.min(...ratios) : undefined,
    highest: ratios.length > 0 ? Math.max(...ratios) : undefined,
  };
}

/** Seconds for one round in each run, without what a run of one round typically takes. */
function perRound(runs: readonly { readonly once: number; readonly all: number }[], rounds: number): number[] {
  const start = median(runs.map(({ once }) => once));
  return runs.map(({ all }) => (all - start) / (rounds - 1));
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

function inLab(name: string, rounds: number): Measured {
  return timed(
    built({
      drivers: [],
      apps: [{ name: `${name}.exe`, sources: [{ name: `${name}.c`, text: sourceOf(name) }] }],
      dialect: 'plain',
      cpus: 1,
      args: [String(rounds)],
    }),
  );
}

/** Path of the native program; undefined if there is no gcc, or no bash to measure with. */
function compile(folder: string, name: string): string | undefined {
  const program = join(folder, name);
  writeFileSync(`${program}.c`, sourceOf(name));
  try {
    for (const tool of ['gcc', 'bash']) execFileSync(tool, ['--version'], { stdio: 'ignore' });
  } catch {
    return undefined;
  }
  execFileSync('gcc', ['-O0', '-o', program, `${program}.c`, '-lm']);
  return program;
}

function nativeSeconds(program: string, rounds: number): number {
  const command = 'TIMEFORMAT="%3U"; time "$0" "$1" > /dev/null';
  const { stderr, status } = spawnSync('bash', ['-c', command, program, String(rounds)], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${program} ended with ${status}`);
  return Number(stderr);
}
