/**
 * `npm run fuzz:c -- --count N --seed S [--kind mutate|expr|csmith|seh|library] [--out DIR]`: tries programs made from the seeds S, S + 1 ... and writes each
 * that shows a mistake of the compiler, whole and reduced, to DIR. Exit code 1 if there was one.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { LAB_HEADER } from '../vm/testing-c.ts';
import { costsOf, MISTAKE_KINDS, summary } from './cascade.ts';
import { csmithKind } from './csmith.ts';
import { expressionKind } from './expressions.ts';
import type { Kind, Outcome } from './kind.ts';
import { libraryKind } from './library.ts';
import { mutateKind, type Original } from './mutate.ts';
import { reduce } from './reduce.ts';
import { sehKind } from './seh.ts';

const USAGE = `npm run fuzz:c -- [--kind KIND] [--count N] [--seed S] [--out DIR]
Tries the programs of the seeds S to S + N - 1 (default: 100 from 1) of one KIND, or of each:
  mutate   programs of the project with something deleted, doubled, swapped: errors, never a crash or a hang
  expr     constant expressions: folded by the compiler and computed by the machine, the same
  csmith   programs of csmith against mingw's gcc under Wine
  seh      programs with __try, __except, __finally against a model of the rules
  library  calls of the C library against Wine's ucrtbase
Each mistake is written to DIR (default: dist/fuzz), whole and reduced. Exit code 1 if there was one.`;
/** How often a long run tells on stderr how far it is. */
const PROGRESS_MS = 30_000;

const HEADERS = ['kernel-sim/guest/include', 'kernel-sim/guest/ntoskrnl'];
const PROGRAMS = ['kernel-sim/c/testdata', 'kernel-sim/bench/programs', 'app/samples', 'lessons'];
const MUTANT_MS = 3000;
const REDUCE_MS = 60_000;

function filesUnder(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesUnder(path) : [path];
  });
}

function originals(): Original[] {
  const sources = PROGRAMS.filter((folder) => existsSync(folder)).flatMap(filesUnder);
  return sources
    .filter((path) => path.endsWith('.c'))
    .map((path) => {
      const text = readFileSync(path, 'utf8');
      const profile = /<(ntddk|wdm|ntifs)\.h>/.test(text) ? 'driver' : /<windows\.h>/i.test(text) ? 'user' : 'plain';
      return { name: path, text, profile };
    });
}

const texts = new Map<string, string | undefined>();
function header(name: string): string | undefined {
  if (name === 'lab.h') return LAB_HEADER;
  if (!texts.has(name)) {
    const path = HEADERS.map((folder) => join(folder, name)).find((candidate) => existsSync(candidate));
    texts.set(name, path === undefined || !statSync(path).isFile() ? undefined : readFileSync(path, 'utf8'));
  }
  return texts.get(name);
}

const KINDS: Readonly<Record<string, () => Kind>> = {
  mutate: () => mutateKind(originals(), header, () => performance.now(), MUTANT_MS),
  expr: () => expressionKind,
  csmith: () => csmithKind,
  seh: () => sehKind,
  library: () => libraryKind,
};

/** Says no when the time for making one program smaller is over. */
function inTime(stillWrong: (program: string) => boolean): (program: string) => boolean {
  const end = performance.now() + REDUCE_MS;
  return (program) => performance.now() < end && stillWrong(program);
}

function wholeNumber(name: string, text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new Error(`--${name} is a whole number, not '${text}'`);
}

/** Returns how many seeds showed something wrong. */
function work(name: string, kind: Kind, first: number, count: number, out: string): number {
  const counts: Record<Outcome['kind'], number> = { ok: 0, skipped: 0, wrong: 0 };
  const start = performance.now();
  let told = start;
  for (let seed = first; seed < first + count; seed++) {
    const outcome = kind.try(seed);
    counts[outcome.kind]++;
    if (performance.now() - told > PROGRESS_MS) {
      told = performance.now();
      console.error(`${name}: ${seed - first + 1} of ${count}, ${counts.wrong} wrong`);
    }
    if (outcome.kind !== 'wrong') continue;
    mkdirSync(out, { recursive: true });
    const file = join(out, `${name}-${seed}.c`);
    writeFileSync(file, outcome.program);
    console.log(`${name} ${seed}: ${outcome.what}\n  ${file}`);
    writeFileSync(join(out, `${name}-${seed}.reduced.c`), reduce(outcome.program, inTime(outcome.stillWrong), 1000));
  }
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`${name}: ${counts.ok} right, ${counts.wrong} wrong, ${counts.skipped} skipped, ${seconds} s`);
  return counts.wrong;
}

/** Prints the distribution for each sort of mistake. */
function measureCascades(seed: number, count: number): void {
  const programs = originals();
  for (const mistake of MISTAKE_KINDS) {
    const { count: n, median, p95, near } = summary(costsOf(mistake, programs, header, seed, count));
    const place = `first error within a line ${(near * 100).toFixed(0)} %`;
    console.log(`${mistake.padEnd(16)} ${n} wrong: errors median ${median}, 95th percentile ${p95}; ${place}`);
  }
}

function main(): number {
  const { values } = parseArgs({
    options: {
      count: { type: 'string', default: '100' },
      seed: { type: 'string', default: '1' },
      kind: { type: 'string' },
      out: { type: 'string', default: 'dist/fuzz' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
  if (values.kind === 'cascade') {
    measureCascades(wholeNumber('seed', values.seed), wholeNumber('count', values.count));
    return 0;
  }
  const names = values.kind === undefined ? Object.keys(KINDS) : [values.kind];
  let wrong = 0;
  for (const name of names) {
    if (!Object.hasOwn(KINDS, name))
      throw new Error(`--kind is one of ${[...Object.keys(KINDS), 'cascade'].join(', ')}`);
    const kind = KINDS[name]();
    const missing = kind.missing();
    if (missing !== undefined) console.log(`${name}: left out, needs ${missing}`);
    else wrong += work(name, kind, wholeNumber('seed', values.seed), wholeNumber('count', values.count), values.out);
  }
  return wrong > 0 ? 1 : 0;
}

try {
  process.exitCode = main();
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 125;
}
