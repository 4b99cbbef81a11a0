/**
 * `lab run`: builds drivers and programs, runs them, and prints as design section 7 says.
 */
import { createLab } from '../lab.ts';
import { DEFAULT_CONFIG, type LabConfig } from '../protocol/lab-api.ts';
import { fileList, namedFiles, parseCommandLine, positiveNumber, UsageError, wholeNumber } from './args.ts';
import { EXIT } from './exit.ts';
import { appOf, driverOf, includeResolver, typedInput } from './files.ts';
import { RUN } from './help.ts';
import { jsonOutput, TraceFile, textOutput } from './output.ts';
import { checkReplay } from './replay.ts';
import { runToEnd } from './session.ts';

const OPTIONS = {
  '--driver': 'list',
  '--image': 'list',
  '--app': 'list',
  '--parallel': 'flag',
  '-I': 'list',
  '-D': 'list',
  '--cpus': 'value',
  '--seed': 'value',
  '--verifier': 'value',
  '--debugger': 'value',
  '--limit': 'value',
  '--instructions': 'value',
  '--trace': 'value',
  '--check-replay': 'value',
  '--json': 'flag',
  '--help': 'flag',
} as const;

/** Returns the exit code of the command. */
export function runCommand(args: readonly string[]): number {
  const { options, free, rest } = parseRun(args);
  if (options['--help']) {
    process.stdout.write(RUN);
    return EXIT.ok;
  }
  if (free.length > 0) throw new UsageError(`unexpected argument ${free[0]}; programs are given with --app FILE`);
  if (options['--verifier'] !== undefined) throw new UsageError('--verifier: this version has no Driver Verifier');

  const config = configOf(options, rest);
  const replays = wholeNumber('--check-replay', options['--check-replay'], { min: 1, max: 1e6 }, 0);
  const traceFile = options['--trace'] === undefined ? undefined : new TraceFile(options['--trace']);
  const output = options['--json'] ? jsonOutput() : textOutput();
  const lab = createLab();
  try {
    const report = lab.build(config);
    output.build(report);
    if (!report.ok) return EXIT.buildError;
    const trace = traceFile && ((chunk: Uint32Array) => traceFile.write(lab.decodeTrace(chunk)));
    const { end, instant, time } = runToEnd(lab, { ...output, ...(trace && { trace }) });
    const replay = replays > 0 ? checkReplay(lab, replays, config.seed) : undefined;
    output.outcome({ end, instant, time, replay });
    return replay?.difference === undefined ? end.exitCode : EXIT.internal;
  } finally {
    traceFile?.close();
    output.close();
  }
}

function configOf(options: ReturnType<typeof parseRun>['options'], args: readonly string[]): LabConfig {
  const numbers = {
    cpus: wholeNumber('--cpus', options['--cpus'], { min: 1, max: 8 }, DEFAULT_CONFIG.cpus),
    seed: wholeNumber('--seed', options['--seed'], { min: 0, max: 0xffffffff }, DEFAULT_CONFIG.seed),
    limitNs: positiveNumber('--limit', options['--limit'], DEFAULT_CONFIG.limitNs / 1e9) * 1e9,
    limitInstructions: wholeNumber(
      '--instructions',
      options['--instructions'],
      { min: 1, max: Number.MAX_SAFE_INTEGER },
      DEFAULT_CONFIG.limitInstructions,
    ),
  };
  const drivers = options['--driver'].map((text) => driverOf(namedFiles('--driver', text)));
  const images = options['--image'].map((text) => driverOf(namedFiles('--image', text)));
  const apps = options['--app'].map((text) => appOf(fileList(text)));
  if (drivers.length + apps.length === 0) {
    throw new UsageError('nothing to run: give --driver NAME=FILE, --app FILE or both');
  }
  return {
    ...DEFAULT_CONFIG,
    ...numbers,
    drivers,
    images,
    apps,
    parallel: options['--parallel'],
    args: [...args],
    resolveInclude: includeResolver(options['-I']),
    defines: [...options['-D']],
    debugger: onOff('--debugger', options['--debugger'], DEFAULT_CONFIG.debugger),
    stdin: typedInput(apps),
  };
}

function parseRun(args: readonly string[]) {
  return parseCommandLine(args, OPTIONS);
}

function onOff(name: string, text: string | undefined, fallback: boolean): boolean {
  if (text === undefined) return fallback;
  if (text === 'on' || text === 'off') return text === 'on';
  throw new UsageError(`${name} is on or off, not '${text}'`);
}
