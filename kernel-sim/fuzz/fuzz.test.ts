/**
 * A seeded slice of every kind of fuzzing; `npm run fuzz:c` is the long form.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { csmithKind } from './csmith.ts';
import { expressionKind, expressionProgram } from './expressions.ts';
import type { Kind } from './kind.ts';
import { libraryDisagreement } from './library.ts';
import { isTied } from './library-values.ts';
import { mutateKind, type Original } from './mutate.ts';
import { reduce } from './reduce.ts';
import { sehKind } from './seh.ts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

function header(name: string): string | undefined {
  const path = here(`../guest/include/${name}`);
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}

function originals(): Original[] {
  const read = (path: string): string => readFileSync(here(path), 'utf8');
  const programs = readdirSync(here('../c/testdata/'))
    .filter((name) => name.endsWith('.c'))
    .map((name) => ({ name, text: read(`../c/testdata/${name}`), profile: 'plain' as const }));
  const driver = { name: 'driver', text: read('../../app/samples/counter/driver.c'), profile: 'driver' as const };
  return [driver, ...programs];
}

/** The first thing wrong between two seeds. */
function firstWrong(kind: Kind, first: number, count: number): string | undefined {
  for (let seed = first; seed < first + count; seed++) {
    const outcome = kind.try(seed);
    if (outcome.kind === 'wrong') return `seed ${seed}: ${outcome.what}\n${outcome.program}`;
  }
  return undefined;
}

test('broken programs never break the compiler', { timeout: 120_000 }, () => {
  // Without a clock here: a compiler that hangs is stopped by the time limit of the test.
  expect(
    firstWrong(
      mutateKind(originals(), header, () => 0, 1),
      1,
      60,
    ),
  ).toBeUndefined();
});

test('what the compiler folds is what the program computes', { timeout: 60_000 }, () => {
  expect(firstWrong(expressionKind, 1, 12)).toBeUndefined();
});

test('exceptions are asked about, handled and unwound as the rules say', { timeout: 120_000 }, () => {
  expect(firstWrong(sehKind, 1, 12)).toBeUndefined();
});

test.each<[number, string, number, boolean]>([
  [0.5, 'f', 0, true],
  [0.5, 'e', 0, false],
  [-2.125, 'f', 2, true],
  [2.125, 'e', 2, true],
  [2.125, 'g', 3, true],
  [2.125, 'g', 4, false],
  [12345, 'e', 3, true],
  [12345, 'f', 0, false],
  [0.1, 'f', 54, true],
  [0, 'f', 0, false],
  [Number.POSITIVE_INFINITY, 'f', 6, false],
])('%d is a tie for %%%s with precision %d: %s', (value, letter, precision, expected) => {
  const bits = new BigUint64Array(Float64Array.of(value).buffer)[0];
  expect(isTied(bits, letter, precision)).toBe(expected);
});

test('the C library does what was recorded of Windows programs', { timeout: 60_000 }, () => {
  // A call, and behind it the line that it prints when built by mingw's gcc with Wine's ucrtbase under it.
  const lines = readFileSync(here('library-recorded.txt'), 'utf8').trimEnd().split('\n');
  const probes = lines.filter((_, i) => i % 2 === 0);
  const wanted = lines.filter((_, i) => i % 2 === 1).map((line, i) => `${i}: ${line}`);
  expect(wanted.length).toBeGreaterThan(300);
  expect(libraryDisagreement(probes, wanted)?.what).toBeUndefined();
  expect(libraryDisagreement(probes.slice(0, 1), ['0: something else'])?.what).toBeDefined();
});

test.skipIf(csmithKind.missing() !== undefined)(
  'programs of csmith print what they print when built by gcc (needs csmith, mingw gcc and wine)',
  { timeout: 120_000 },
  () => {
    expect(firstWrong(csmithKind, 1, 3)).toBeUndefined();
  },
);

describe('the reducer', () => {
  test('leaves what matters', () => {
    const program = expressionProgram(3);
    const small = reduce(program, (text) => /s7 !=/.test(text), 2000);
    expect(small.trim()).toBe('s7 !=');
  });
  test('gives up in time', () => {
    let tries = 0;
    reduce(expressionProgram(3), () => tries++ < 0, 50);
    expect(tries).toBe(50);
  });
});
