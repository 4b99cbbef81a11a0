/**
 * `lab run`: builds drivers and programs, runs them, and prints as design section 7 says.
 */
import { createLab } from '../lab.ts';
import { parseCommandLine, wholeNumber } from './args.ts';
import { CONFIG_OPTIONS, configOf } from './config.ts';
import { EXIT } from './exit.ts';
import { typedInput } from './files.ts';
import { RUN } from './help.ts';
import { jsonOutput, TraceFile, textOutput } from './output.ts';
import { checkReplay } from './replay.ts';
import { runToEnd } from './session.ts';

const OPTIONS = {
  ...CONFIG_OPTIONS,
  '--trace': 'value',
  '--check-replay': 'value',
  '--json': 'flag',
  '--help': 'flag',
} as const;

/** Returns the exit code of the command. */
export function runCommand(args: readonly string[]): number {
  const parsed = parseCommandLine(args, OPTIONS);
  const { options } = parsed;
  if (options['--help']) {
    process.stdout.write(RUN);
    return EXIT.ok;
  }
  const scenario = configOf(parsed);
  const config = { ...scenario, stdin: typedInput(scenario.apps) };
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
