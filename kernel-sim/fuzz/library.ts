/**
 * Random calls of the C library (library-probes.ts), made by the lab and by mingw's program with Wine's ucrtbase under it: each must print the same line.
 * Where Wine is wrong by Microsoft's documentation the probe is not made. Without mingw and Wine, held against lines that were recorded with them.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Dice, type Kind, type Outcome } from './kind.ts';
import { FRAME, randomProbes } from './library-probes.ts';
import { runInLab } from './run-in-lab.ts';

const GCC = 'x86_64-w64-mingw32-gcc';
const PER_PROGRAM = 120;
const INSTRUCTIONS = 200e6;
const CRASHES = 5;
/** How far a result that need not be correctly rounded may be from the other library's, in units of the last place. */
const ULPS = 3n;
/** The run-time library of Windows 10 instead of the old msvcrt.dll; its own functions before those that mingw brings. */
const LIBRARIES = [
  '-nodefaultlibs',
  '-lmingw32',
  '-lgcc',
  '-lucrt',
  '-lmoldname',
  '-lmingwex',
  '-lucrt',
  '-lgcc',
  '-lkernel32',
];

function libraryProgram(probes: readonly string[]): string {
  const functions = probes.map((probe, i) => `static void p${i}(void) { ${probe} }`);
  const calls = probes.map((_, i) => `  printf("${i}: "); p${i}(); puts(""); fflush(stdout);`);
  return `${FRAME}${functions.join('\n')}\nint main(void) {\n  _set_invalid_parameter_handler(ignore);\n#ifdef __MINGW32__\n  SetUnhandledExceptionFilter(crash);\n#endif\n${calls.join('\n')}\n  return 0;\n}\n`;
}

/** The lines that the lab prints, without their numbers, or how else the run ended. */
function libraryInLab(text: string): { lines: string[] } | { failed: string } {
  const run = runInLab(text, INSTRUCTIONS);
  const lines = run.stdout.trimEnd().split('\n');
  if (run.kind === 'exit' && run.code === 0) return { lines };
  if (run.kind === 'failed') return { failed: `${run.what} after ${lines.at(-1)}` };
  return { failed: `the run ended with '${run.kind}' after ${lines.at(-1)}` };
}

/** The lines that the native program prints, the last one broken off if it crashed there. */
function natively(text: string): { lines: string[]; crashed: boolean } {
  const folder = mkdtempSync(join(tmpdir(), 'fuzz-'));
  try {
    const source = join(folder, 'a.c');
    const program = join(folder, 'a.exe');
    writeFileSync(source, text);
    const options = ['-O0', '-w', '-fno-builtin', '-D_UCRT', '-D__USE_MINGW_ANSI_STDIO=0', source, '-o', program];
    const built = spawnSync(GCC, [...options, ...LIBRARIES], { encoding: 'utf8' });
    if (built.status !== 0) throw new Error(`mingw's gcc refuses the program: ${built.stderr}`);
    const run = spawnSync('wine', [program], {
      encoding: 'latin1',
      timeout: 10_000,
      env: { ...process.env, WINEDEBUG: '-all', TZ: 'UTC' },
    });
    return { lines: run.stdout.replaceAll('\r', '').trimEnd().split('\n'), crashed: run.status !== 0 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The bits of doubles as numbers in the order of their values. */
function inOrder(bits: string): bigint {
  const value = BigInt(`0x${bits}`);
  return value >> 63n ? -(value & 0x7fffffffffffffffn) : value;
}

function sameLine(got: string | undefined, wanted: string): boolean {
  if (got === wanted) return true;
  const pattern = /^(\d+: )~([0-9a-f]{16})$/;
  const [a, b] = [pattern.exec(got ?? ''), pattern.exec(wanted)];
  if (!a || !b) return false;
  const distance = inOrder(a[2]) - inOrder(b[2]);
  return distance >= -ULPS && distance <= ULPS;
}

/** Numbers of the probes whose line is not the wanted one. */
function different(got: readonly string[], wanted: readonly string[]): number[] {
  return wanted.flatMap((line, i) => (sameLine(got[i], line) ? [] : [i]));
}

function libraryProbes(seed: number): string[] {
  return randomProbes(new Dice(seed), PER_PROGRAM);
}

/** What disagrees; undefined if nothing does. `wanted`: the lines that are right. */
export function libraryDisagreement(
  probes: readonly string[],
  wanted: readonly string[],
): { what: string; probes: string[] } | undefined {
  const got = libraryInLab(libraryProgram(probes));
  if ('failed' in got) return { what: got.failed, probes: [...probes] };
  const wrong = different(got.lines, wanted);
  if (wrong.length === 0) return undefined;
  const words = wrong.map((i) => `${probes[i]}\n    prints  ${got.lines[i]}\n    not     ${wanted[i]}`);
  return { what: `${wrong.length} calls\n  ${words.join('\n  ')}`, probes: wrong.map((i) => probes[i]) };
}

export const libraryKind: Kind = {
  missing() {
    const absent = [GCC, 'wine'].filter((tool) => spawnSync('sh', ['-c', `command -v ${tool}`]).status !== 0);
    return absent.length === 0 ? undefined : absent.join(', ');
  },
  try(seed): Outcome {
    const probes = libraryProbes(seed);
    let native = natively(libraryProgram(probes));
    for (let tries = 0; native.crashed; tries++) {
      if (tries === CRASHES) return { kind: 'skipped', why: 'the native program fails' };
      // A call that Wine does not survive says nothing.
      probes.splice(native.lines.length - 1, 1);
      native = natively(libraryProgram(probes));
    }
    const wrong = libraryDisagreement(probes, native.lines);
    if (!wrong) return { kind: 'ok' };
    // Each call is a program of its own already: there is nothing to make smaller.
    return { kind: 'wrong', what: wrong.what, program: libraryProgram(wrong.probes), stillWrong: () => false };
  },
};
