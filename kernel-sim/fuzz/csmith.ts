/**
 * Programs of csmith, whose output says what they computed, built and run by the lab and by mingw's gcc under Wine: the same must be printed. Needs
 * csmith, x86_64-w64-mingw32-gcc and wine.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Kind, Outcome } from './kind.ts';
import { runInLab } from './run-in-lab.ts';

const HEADERS = '/usr/include/csmith';
const GCC = 'x86_64-w64-mingw32-gcc';
/** A program that runs longer natively would take minutes here. */
const NATIVE_MS = 2500;
const INSTRUCTIONS = 400e6;

const SIZES = [
  '--no-packed-struct',
  '--max-funcs',
  '6',
  '--max-block-depth',
  '3',
  '--max-block-size',
  '4',
  '--max-expr-complexity',
  '8',
];

function has(tool: string): boolean {
  return spawnSync('sh', ['-c', `command -v ${tool}`]).status === 0;
}

function generated(seed: number, float: boolean): string {
  const args = ['-s', String(seed), ...SIZES, ...(float ? ['--float'] : [])];
  return execFileSync('csmith', args, { encoding: 'utf8', maxBuffer: 1 << 26 });
}

/** What the lab prints, or how else the run ended. */
function inLab(text: string): { stdout: string } | { failed: string } | { tooLong: true } {
  const run = runInLab(text, INSTRUCTIONS, {
    resolveInclude: (name) => {
      const path = join(HEADERS, name);
      return existsSync(path) ? { name: path, text: readFileSync(path, 'utf8') } : undefined;
    },
    dialect: 'gnu',
  });
  if (run.kind === 'limit') return { tooLong: true };
  if (run.kind === 'failed') return { failed: run.what };
  return run.code === 0 ? { stdout: run.stdout } : { failed: `exit code ${run.code}` };
}

/** What the native program prints; undefined if it does not end in time. */
function natively(text: string, folder: string): string | undefined {
  const source = join(folder, 'a.c');
  const program = join(folder, 'a.exe');
  writeFileSync(source, text);
  const built = spawnSync(GCC, ['-O1', '-w', '-fwrapv', '-fno-strict-aliasing', `-I${HEADERS}`, source, '-o', program]);
  if (built.status !== 0) return undefined;
  const run = spawnSync('wine', [program], {
    encoding: 'utf8',
    timeout: NATIVE_MS,
    env: { ...process.env, WINEDEBUG: '-all' },
  });
  return run.status === 0 ? run.stdout.replaceAll('\r', '') : undefined;
}

/**
 * Whether the program converts a floating value to an integer type that cannot hold it. csmith does not avoid that, C leaves it undefined, and
 * compilers differ.
 */
function convertsOutOfRange(text: string, folder: string): boolean {
  const source = join(folder, 'a.c');
  const program = join(folder, 'a.out');
  writeFileSync(source, text);
  const built = spawnSync('gcc', [
    '-w',
    '-fwrapv',
    '-fsanitize=float-cast-overflow',
    `-I${HEADERS}`,
    source,
    '-o',
    program,
  ]);
  if (built.status !== 0) return false;
  const run = spawnSync(program, [], { encoding: 'utf8', timeout: NATIVE_MS });
  return /outside the range of representable values/.test(run.stderr);
}

function compare(text: string, folder: string): Outcome | { kind: 'differs'; what: string } {
  const expected = natively(text, folder);
  if (expected === undefined) return { kind: 'skipped', why: 'the native program does not end in time' };
  const got = inLab(text);
  if ('tooLong' in got) return { kind: 'skipped', why: 'too many instructions' };
  if ('failed' in got) return { kind: 'differs', what: got.failed };
  const same = got.stdout.replaceAll('\r', '') === expected;
  if (!same && convertsOutOfRange(text, folder)) return { kind: 'skipped', why: 'its conversions are undefined' };
  return same
    ? { kind: 'ok' }
    : { kind: 'differs', what: `prints ${JSON.stringify(got.stdout)}, not ${JSON.stringify(expected)}` };
}

export const csmithKind: Kind = {
  missing() {
    const absent = ['csmith', GCC, 'wine'].filter((tool) => !has(tool));
    return absent.length === 0 ? undefined : absent.join(', ');
  },
  try(seed): Outcome {
    const folder = mkdtempSync(join(tmpdir(), 'fuzz-'));
    try {
      const program = generated(seed, seed % 4 === 0);
      const result = compare(program, folder);
      if (result.kind !== 'differs') return result;
      const sort = result.what.slice(0, 20);
      const stillWrong = (smaller: string): boolean => {
        const again = mkdtempSync(join(tmpdir(), 'fuzz-'));
        try {
          const next = compare(smaller, again);
          return next.kind === 'differs' && next.what.startsWith(sort);
        } finally {
          rmSync(again, { recursive: true, force: true });
        }
      };
      return { kind: 'wrong', what: result.what, program, stillWrong };
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};
